"""Sentences of the answer on the page Set a rate: what it is, what it gives, what gives way."""

from __future__ import annotations

import math

from calc import Scenario
from calc.questions.rate import MEETS, Answer, Found, Wish, wish_of
from calc.questions.solve import OutOfReach, Reached, Target, Unknown, figure_of
from calc.questions.sought import has_fee
from calc.scenario.sessions import booked_in_all
from ui.rate.words import joined, joined_or, limit, money, plain, sessions, thing, value, weeks
from ui.telling import numbers
from ui.telling.words import escape


def headline(found: Found, currency: str) -> str:
    """The answer in one sentence."""
    if not isinstance(found.answer, Reached):
        return out_of_reach(found, currency)
    brings = _brings(found, currency)
    caseload = sessions(_booked(found.plan))
    amount = value(found.value, found.unknown, currency)
    held = f"from {caseload}" if _booked(found.plan) else ""
    if found.any_does:
        return f"Any {thing(found.ask.sought, found.unknown)} {brings}."
    match found.ask.sought:
        case "booked":
            one = plain(found.value) == "1"
            verb = {"brings": "bring", "keeps": "keep"}
            start, _, rest = brings.partition(" ")
            fewer = start if one else verb.get(start, start)
            fee = " at today's fee" if has_fee(found.plan) else ""
            return f"{sessions(found.value)} {fewer} {rest}{fee}."
        case "weeks_off":
            start, _, rest = brings.partition(" ")
            return f"Up to {weeks(found.value)} off still {start} {rest} {held}".rstrip() + "."
        case _:
            name = thing(found.ask.sought, found.unknown)
            unit = " an hour" if found.unknown.unit == "money_per_hour" else ""
            return f"A {name} of {amount}{unit} {brings} {held}".rstrip() + "."


def _brings(found: Found, currency: str) -> str:
    """What the answer does for the first of the targets."""
    if found.ask.take_home is not None:
        after = " after own therapy" if found.ask.therapy else ""
        return f"brings {money(found.ask.take_home, currency)} a month{after}"
    return "keeps within " + joined([limit(item, found.ask, currency) for item in found.targets])


def _booked(plan: Scenario) -> float:
    return float(booked_in_all(plan.work.session_kinds))


def sentence(found: Found, currency: str) -> str:
    """How far that is from today, and which limits it stays inside."""
    if not isinstance(found.answer, Reached):
        return remedy(found)
    said = [] if found.any_does else [_from_today(found, currency)]
    inside = [
        limit(item, found.ask, currency) for item in found.targets if wish_of(item) != "take_home"
    ]
    if inside and found.ask.take_home is not None:
        said.append(f"It stays inside {joined(inside)}.")
    return " ".join(said)


def _from_today(found: Found, currency: str) -> str:
    moved = found.value - found.current
    if numbers.same(found.value, found.current):
        return "That is as today."
    amount = value(abs(moved), found.unknown, currency)
    return f"That is {amount} {'more' if moved > 0 else 'less'} than today."


def chip(found: Found, currency: str) -> str:
    """The difference from today, for the figure of the answer."""
    moved = found.value - found.current
    if numbers.same(found.value, found.current):
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
    gives = joined([_gives(found, target, currency) for target in found.targets])
    start = f"Checked: {_named(found.value, found, currency)} gives {gives}."
    if isinstance(found.answer, Reached) and not numbers.same(found.answer.value, found.value):
        exact = _exact(found.answer.value, found.unknown, currency)
        return f"{start} The exact answer is {exact}. {_rounding(found)}"
    return start


def _gives(found: Found, target: Target, currency: str) -> str:
    achieved = float(figure_of(found.result, target.figure))
    match target.figure:
        case "hours_per_week":
            return f"{numbers.hours(achieved)} hours a week"
        case "load_score":
            return f"a load score of {numbers.number(achieved, 1)}"
        case _:
            after = " after own therapy" if found.ask.therapy else ""
            return f"{money(round(achieved - found.therapy_per_month), currency)} a month{after}"


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
        return "**No target holds it back**: it goes as far as it can."
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
        changed.append(f"Without {joined_or(same)}: the same.")
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
    return not numbers.same(answer.value, found.answer.value)


def _without(wish: Wish) -> str:
    return {
        "take_home": "the take-home target",
        "hours": "the hours target",
        "load": "the load target",
        "weeks_off": "these weeks off",
        "therapy": "weekly own therapy",
    }[wish]


def out_of_reach(found: Found, currency: str) -> str:
    """That nothing meets every target, in the words of the targets."""
    name = thing(found.ask.sought, found.unknown)
    limits = [
        limit(item, found.ask, currency) for item in found.targets if wish_of(item) != "take_home"
    ]
    within = f" within {joined(limits)}" if limits else ""
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
    figures = [float(figure_of(found.result, item.figure)) for item in found.targets]
    if not all(map(math.isfinite, figures)):
        return "No week is worked, so hours and load are not known. Lower the weeks off."
    hours = found.ask.hours
    worked = float(found.result.year.hours_per_week.amount)
    if found.ask.sought in ("fee", "pay") and hours is not None and worked > hours + MEETS:
        return (
            f"The {name} does not change the hours: the work takes {numbers.hours(worked)} a week "
            f"at any {name}."
        )
    if not answer.moves:
        now = _gives(found, answer.binding, currency)
        return f"The {name} does not change this: it is {now} at any {name}."
    gives = joined([_gives(found, target, currency) for target in found.targets])
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
    return f"It also sets {joined(items)}." if items else ""
