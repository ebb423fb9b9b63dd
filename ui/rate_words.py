"""Words of the page Set a rate: the answer, what binds, what gives way, and the levers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from calc import Scenario
from calc.solve import Figure, OutOfReach, Reached, Target, Unknown
from calc.sweep import Lever
from ui import numbers
from ui.rate_answers import (
    MEETS,
    Answer,
    Ask,
    Found,
    Sought,
    Wish,
    has_fee,
    sought_of,
    therapy_cost,
    wish_of,
)
from ui.words import escape

SOUGHT: Mapping[Sought, str] = {
    "fee": "Fee",
    "pay": "Pay",
    "booked": "Caseload",
    "weeks_off": "Weeks",
}
TARGETS = "Switch off what does not matter to you. These are not saved with the plan."
FIND = "Find the least"
FIND_HELP = (
    "The least fee or caseload that meets every target; for weeks, the most weeks off. "
    "The other figures stay as in your plan."
)
LABELS: Mapping[Wish, str] = {
    "take_home": "Take-home a month, at least",
    "hours": "Hours a week, at most",
    "load": "Load score, at most",
    "weeks_off": "Weeks off a year",
    "therapy": "Weekly own therapy",
}
HELPS: Mapping[Wish, str] = {
    "take_home": "What is left to live on and to save, after costs, taxes and health cover.",
    "hours": "All hours of work in a worked week.",
    "load": "From 0 to 100. A typical practice is at 50; up to 60 is about typical.",
    "weeks_off": "Off, they stay as in your plan.",
    "therapy": "A session in each worked week at the price under Own therapy. "
    "Take-home is then what is left after paying for it.",
}
NO_TARGET = "Switch on a target to find the least {what}."
NO_LIMIT = "Take-home, hours and load are the figures that can be held to a limit."
NOTHING = "There is no fee to set yet."
NOTHING_LINE = "No session is booked and no pay is agreed. Enter sessions a week under Your hour."
NO_MAP = {
    "pay": "Pay is agreed with an employer, so there is no fee to set and no map of fees.",
    "none": "No session is booked, so there is no map of fees.",
}
NOWHERE = (
    "No fee and caseload on this map meets every target. Raise the hours, allow more load or lower "
    "the take-home."
)
EVERYWHERE = "All of the map meets every target."
MAP_KEY = "Ring: you today. Diamond: the answer."
LEVERS = "One change at a time, strongest first."
LEVERS_NOTE = "Load is in points of its score, from 0 to 100; hours are those of a worked week."
LEVER: Mapping[str, str] = {
    "fee": "Fee +{money}",
    "slot": "One more session",
    "notes": f"Notes {numbers.MINUS}{{step}} min",
    "administration": f"Administration {numbers.MINUS}{{step}} h",
    "missed": f"Missed {numbers.MINUS}{{share}}",
    "late_charged": "Late ones charged in full",
    "week_off": "One more week off",
    "costs": f"Costs {numbers.MINUS}{{money}} a year",
}
NEARLY = 0.8  # of the gain of a fee: the notes are worth nearly as much
SESSIONS = "sessions a week"


def plain(amount: float) -> str:
    """A number with one decimal, or none where it is whole."""
    return numbers.number(amount, 0 if abs(amount - round(amount)) < 0.05 else 1)


def weeks(amount: float) -> str:
    """So many weeks."""
    return f"{plain(amount)} week{'' if plain(amount) == '1' else 's'}"


def sessions(amount: float) -> str:
    """So many sessions a week."""
    return f"{plain(amount)} session{'' if plain(amount) == '1' else 's'} a week"


def money(amount: float, currency: str) -> str:
    """Money on the page: cents only where there are some below a hundred."""
    whole = abs(amount - round(amount)) < 0.005
    return escape(numbers.money(amount, currency, cents=False if whole else None))


def value(amount: float, unknown: Unknown, currency: str) -> str:
    """A value of what is sought: cents where it has some."""
    if unknown.unit.startswith("money"):
        exact = abs(amount - round(amount)) >= 0.005
        return escape(numbers.money(amount, currency, cents=exact))
    return plain(amount)


def thing(sought: Sought, unknown: Unknown | None = None) -> str:
    """What is sought, in a word or two."""
    if sought != "pay":
        return {"fee": "fee", "booked": "caseload", "weeks_off": "number of weeks off"}[sought]
    unit = unknown.unit if unknown else ""
    return {"money_per_year": "salary", "money_per_hour": "rate an hour"}.get(unit, "rate")


def limit(target: Target, ask: Ask, currency: str) -> str:
    """A target's limit as the person set it."""
    match target.figure:
        case "hours_per_week":
            return f"{plain(float(target.limit))} hours"
        case "load_score":
            return f"a load score of {plain(float(target.limit))}"
        case _:
            assert ask.take_home is not None
            return f"{money(ask.take_home, currency)} a month"


def headline(found: Found, currency: str) -> str:
    """The answer in one sentence."""
    if not isinstance(found.answer, Reached):
        return out_of_reach(found, currency)
    brings = _brings(found, currency)
    caseload = sessions(_booked(found.plan))
    amount = value(found.value, found.unknown, currency)
    held = f"from {caseload}" if _booked(found.plan) else ""
    match found.ask.sought:
        case "booked":
            one = plain(found.value) == "1"
            verb = {"brings": "bring", "keeps": "keep"}
            start, _, rest = brings.partition(" ")
            fewer = start if one else verb.get(start, start)
            return f"{sessions(found.value).capitalize()} {fewer} {rest}."
        case "weeks_off":
            start, _, rest = brings.partition(" ")
            return f"Up to {weeks(found.value)} off still {start} {rest} {held}".rstrip() + "."
        case _:
            name = thing(found.ask.sought, found.unknown)
            return f"A {name} of {amount} {brings} {held}".rstrip() + "."


def _brings(found: Found, currency: str) -> str:
    """What the answer does for the first of the targets."""
    if found.ask.take_home is not None:
        after = " after own therapy" if found.ask.therapy else ""
        return f"brings {money(found.ask.take_home, currency)} a month{after}"
    return "keeps within " + _joined([limit(item, found.ask, currency) for item in found.targets])


def _joined(items: Sequence[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _booked(plan: Scenario) -> float:
    return sum(float(kind.booked_per_week) for kind in plan.work.session_kinds)


def sentence(found: Found, currency: str) -> str:
    """How far that is from today, and which limits it stays inside."""
    if not isinstance(found.answer, Reached):
        return remedy(found)
    said = [_from_today(found, currency)]
    inside = [
        limit(item, found.ask, currency) for item in found.targets if wish_of(item) != "take_home"
    ]
    if inside and found.ask.take_home is not None:
        said.append(f"It stays inside {_joined(inside)}.")
    return " ".join(said)


def _from_today(found: Found, currency: str) -> str:
    moved = found.value - found.today
    if abs(moved) < 0.005:
        return "That is as today."
    amount = value(abs(moved), found.unknown, currency)
    return f"That is {amount} {'more' if moved > 0 else 'less'} than today."


def chip(found: Found, currency: str) -> str:
    """The difference from today, for the figure of the answer."""
    moved = found.value - found.today
    if abs(moved) < 0.005:
        return "as today"
    sign = "+" if moved > 0 else numbers.MINUS
    return f"{sign}{value(abs(moved), found.unknown, currency)} from today"


def metric(found: Found, currency: str) -> tuple[str, str]:
    """Label and figure of the answer."""
    figure = value(found.value, found.unknown, currency)
    at = f" at {plain(_booked(found.plan))} booked a week" if _booked(found.plan) else ""
    match found.ask.sought:
        case "booked":
            return "Least sessions booked a week", figure
        case "weeks_off":
            return f"Most weeks off{at}", figure
        case _:
            return f"Least {thing(found.ask.sought, found.unknown)}{at}", figure


def check(found: Found, currency: str) -> str:
    """The answer tried again: what it gives, the exact one, and how it was rounded."""
    gives = _joined([_gives(found, target, currency) for target in found.targets])
    start = f"Checked: {_named(found.value, found, currency)} gives {gives}."
    if isinstance(found.answer, Reached) and abs(found.answer.value - found.value) >= 0.005:
        exact = _exact(found.answer.value, found.unknown, currency)
        return f"{start} The exact answer is {exact}. {_rounding(found)}"
    return start


def _gives(found: Found, target: Target, currency: str) -> str:
    achieved = float(achieved_at(found)[target.figure])
    match target.figure:
        case "hours_per_week":
            return f"{numbers.hours(achieved)} hours a week"
        case "load_score":
            return f"a load score of {numbers.number(achieved, 1)}"
        case _:
            after = " after own therapy" if found.ask.therapy else ""
            return f"{money(round(achieved - found.therapy_per_month), currency)} a month{after}"


def achieved_at(found: Found) -> Mapping[Figure, float]:
    """The figures of the targets at the value that is shown."""
    result = found.result
    return {
        "take_home_per_month": float(result.take_home.amount) / 12,
        "hours_per_week": float(result.year.hours_per_week.amount),
        "load_score": float(result.load.score),
    }


def _named(amount: float, found: Found, currency: str) -> str:
    match found.ask.sought:
        case "booked":
            return sessions(amount)
        case "weeks_off":
            return f"{weeks(amount)} off"
        case _:
            return value(amount, found.unknown, currency)


def _exact(amount: float, unknown: Unknown, currency: str) -> str:
    if unknown.unit.startswith("money"):
        return escape(numbers.money(amount, currency, cents=True))
    return numbers.number(amount, 2)


def _rounding(found: Found) -> str:
    match found.ask.sought, found.step:
        case "booked", 1.0:
            return "Sessions are rounded up to whole ones."
        case "booked", _:
            return "Whole sessions would miss a target."
        case "weeks_off", 1.0:
            return "Weeks off are rounded down to whole ones."
        case "weeks_off", _:
            return "Weeks off are rounded down."
        case _, 0.01 | None:
            return "A whole amount would miss a target."
        case "fee", _:
            return "Fees are rounded up to whole dollars."
        case _:
            return "Pay is rounded up."


def whole_in(text: str, currency: str) -> str:
    """The same in a currency that has no dollars."""
    return text if currency == "USD" else text.replace("whole dollars", "whole amounts")


def binds(found: Found, currency: str) -> str:
    """Which target decides, in bold."""
    if found.answer.binding is None:
        return "**No target holds it back**: this is as far as it goes."
    return f"**What decides: {limit(found.answer.binding, found.ask, currency)}.**"


def relaxed(found: Found, currency: str) -> list[str]:
    """What each target costs: the answer without it, those that change it first."""
    changed, same = [], []
    for wish, answer in found.relaxed.items():
        name = _without(wish)
        if isinstance(answer, Reached) and not _moved(found, answer):
            same.append(name)
        elif answer is None:
            changed.append(f"Without {name} there is no limit left.")
        elif isinstance(answer, Reached) and answer.binding is None:
            changed.append(f"Without {name} any {thing(found.ask.sought, found.unknown)} does.")
        elif isinstance(answer, Reached):
            there = value(_up(answer), answer.unknown, currency)
            changed.append(f"Without {name}: {there}.")
        else:
            changed.append(f"Without {name}: still out of reach.")
    if same and found.reached:
        changed.append(f"Without {_joined_or(same)}: the same.")
    return changed


def _up(answer: Answer) -> float:
    """Rounded as the answer on the page is: up to whole money, or to a tenth."""
    amount = answer.value if isinstance(answer, Reached) else answer.at
    if answer.unknown.unit.startswith("money"):
        return float(math.ceil(amount - MEETS))
    scale = 10.0
    rounding = math.ceil if answer.unknown.prefer == "least" else math.floor
    return rounding(round(amount * scale, 6)) / scale


def _moved(found: Found, answer: Reached) -> bool:
    if not isinstance(found.answer, Reached):
        return True
    return abs(answer.value - found.answer.value) > 0.005


def _without(wish: Wish) -> str:
    return {
        "take_home": "the take-home target",
        "hours": "the hours target",
        "load": "the load target",
        "weeks_off": "these weeks off",
        "therapy": "weekly own therapy",
    }[wish]


def _joined_or(items: Sequence[str]) -> str:
    return " or ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def out_of_reach(found: Found, currency: str) -> str:
    """That nothing meets every target, in the words of the targets."""
    name = thing(found.ask.sought, found.unknown)
    limits = [
        limit(item, found.ask, currency) for item in found.targets if wish_of(item) != "take_home"
    ]
    within = f" within {_joined(limits)}" if limits else ""
    if found.ask.take_home is None:
        return f"No {name} keeps{within}."
    after = " after own therapy" if found.ask.therapy else ""
    return f"No {name} reaches {money(found.ask.take_home, currency)} a month{after}{within}."


def remedy(found: Found) -> str:
    """What could give way, those targets first that the answer misses."""
    ways = {"hours": "raise the hours", "load": "allow more load", "take_home": "lower the target"}
    on = [ways[wish] for wish in ("hours", "load", "take_home") if wish in found.ask.wishes()]
    said = ", ".join(on[:-1]) + " or " + on[-1] if len(on) > 1 else on[0]
    return said[0].upper() + said[1:] + "."


def nearest(found: Found, currency: str) -> str:
    """What comes nearest, and what it misses."""
    answer = found.answer
    assert isinstance(answer, OutOfReach)
    name = thing(found.ask.sought, found.unknown)
    if not answer.moves:
        now = _gives(found, answer.binding, currency)
        return f"The {name} does not change this: it is {now} at any {name}."
    gives = _joined([_gives(found, target, currency) for target in found.targets])
    at = _named(round(answer.at, 2), found, currency)
    return f"Nearest: {at} gives {gives}."


def also_sets(found: Found, scenario: Scenario) -> str:
    """What else the answer writes into the plan."""
    items = []
    now, then = scenario.work.time.weeks_off, found.result.scenario.work.time.weeks_off
    if found.ask.sought != "weeks_off" and abs(float(now - then)) > MEETS:
        items.append(f"{weeks(float(then))} off")
    before, after = (
        float(plan.support.own_therapy.sessions_per_year) for plan in (scenario, found.plan)
    )
    if before != after:
        items.append(f"{plain(after)} sessions of own therapy a year")
    return f"It also sets {_joined(items)}." if items else ""


def therapy(plan: Scenario, ask: Ask) -> str:
    """What weekly own therapy takes."""
    count = plain(float(plan.support.own_therapy.sessions_per_year))
    cost = money(round(therapy_cost(plan, ask)), plan.currency)
    return f"{count} sessions, {cost} a month"


def refused(wish: Wish, typed: float | None, ends: tuple[float, float], kept: float) -> str:
    """Why a limit was not taken."""
    label = LABELS[wish].split(",")[0]
    if typed is None:
        return f"**{label}** is empty. {plain(kept)} is used until you enter a number."
    low, high = (plain(end) for end in ends)
    return (
        f"**{label}** is {plain(typed)}. It can be {low} to {high}; {plain(kept)} is used until "
        "you change it."
    )


def lever(item: Lever, step: float, currency: str) -> str:
    """A step in words."""
    return escape(
        LEVER[item.name].format(
            money=numbers.money(step, currency, cents=False),
            step=plain(step),
            share=numbers.percent(step),
        )
    )


def levers_line(found: Sequence[Lever], notes: float, fee: float) -> str:
    """The line above the levers; it compares notes with the fee where that is worth saying."""
    gains = {item.name: item.wage for item in found}
    if "notes" not in gains or "fee" not in gains or (notes, fee) != (5.0, 10.0):
        return LEVERS
    start = f"{LEVERS} Five minutes less on notes is worth"
    if gains["notes"] >= gains["fee"] > 0:
        return f"{start} as much as ten dollars on the fee or more, and costs clients nothing."
    if gains["notes"] >= NEARLY * gains["fee"] > 0:
        return f"{start} nearly as much as ten dollars on the fee, and costs clients nothing."
    return LEVERS


def no_fee(scenario: Scenario) -> str:
    """That there is no fee to set, where pay is agreed or nothing is booked."""
    if has_fee(scenario):
        return ""
    if "pay" in sought_of(scenario):
        return "There is no fee to set: an employer pays for this work."
    return "There is no fee to set: no session is booked."
