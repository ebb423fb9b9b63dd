"""Sentences of the answer on the page Set a rate: what it is, what it gives, what gives way."""

from __future__ import annotations

import math
from collections.abc import Mapping

from calc import Scenario
from calc.questions.rate import MEETS, Answer, Found
from calc.questions.solve import Reached, Unknown
from calc.questions.sought import has_fee
from calc.scenario.sessions import fees_that_move
from calc.scenario.targets import Sought, Wish
from ui.rate import goal_words
from ui.rate import words as rate_words
from ui.rate.figure_words import booked, gives, named, of_money, within
from ui.rate.reach_words import out_of_reach, remedy
from ui.rate.words import limit, plain, sessions, thing, value, weeks
from ui.telling import kind_words, numbers
from ui.telling.words import escape, joined

MOST_BELOW = 2
TODAY: Mapping[Sought, str] = {"fee": "you ask", "pay": "you are paid"}


def headline(found: Found, currency: str) -> str:
    """The answer in one sentence."""
    if not found.reached:
        return out_of_reach(found, currency)
    brings = goal_words.brings(found, currency)
    caseload = sessions(booked(found.plan))
    amount = value(found.value, found.unknown, currency)
    held = f"{'at' if brings.startswith('keeps') else 'from'} {caseload}"
    held = held if booked(found.plan) else ""
    if found.any_does:
        return f"Any {thing(found.ask.sought, found.unknown)} {brings}."
    match found.ask.sought:
        case "booked":
            one = plain(found.value) == "1"
            verb = {"brings": "bring", "keeps": "keep", "leaves": "leave", "pays": "pay"}
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
            moved = fees(found, currency)
            of = f" for {moved[0][0]}" if len(moved) > 1 else ""
            return f"A {name} of {amount}{unit}{of} {brings} {held}".rstrip() + "."


def below(found: Found, currency: str) -> tuple[list[str], list[str]]:
    """The sentences under the heading, two at most, and those that stand beside the answer.

    That there is no fee to set and whose goal it is go first, then how far it is from today.
    """
    first = [rate_words.no_fee(found.plan), *goal_words.type_yours(found.plan, found.ask)]
    said = [*filter(None, first), *_said(found, currency)]
    return said[:MOST_BELOW], said[MOST_BELOW:]


def _said(found: Found, currency: str) -> list[str]:
    """How far that is from today, which limits it stays inside, what else it gives."""
    if not found.reached:
        typical = "" if found.between else goal_words.typical_limits(found.plan, found.ask)
        return [remedy(found), *filter(None, [typical])]
    said = []
    if not found.any_does:
        said += [_from_today(found, currency), *_others(found, currency)]
    decides = limit(found.answer.binding, found.ask, currency) if found.answer.binding else ""
    inside = [one for one in within(found, currency) if one != decides]
    if inside and of_money(found):
        said.append(f"It stays inside {joined(inside)}.")
    said += goal_words.beyond(found, currency)
    typical = goal_words.typical_limits(found.plan, found.ask) if inside else ""
    return [*said, *filter(None, [typical])]


def _others(found: Found, currency: str) -> list[str]:
    """The fees that move with the first, where there are any."""
    rest = [f"{name} at {amount}" for name, amount in fees(found, currency)[1:]]
    return [f"In proportion: {joined(rest)}."] if rest else []


def fees(found: Found, currency: str) -> list[tuple[str, str]]:
    """Each kind whose fee the answer sets and that fee, the first of them first; none of pay."""
    if found.ask.sought != "fee":
        return []
    kinds = found.result.scenario.work.session_kinds
    return [
        (
            kind_words.name(found.plan, place),
            value(float(kinds[place].fee_per_session), found.unknown, currency),
        )
        for place in fees_that_move(found.plan.work.session_kinds)
    ]


def _from_today(found: Found, currency: str) -> str:
    moved = found.value - found.current
    if numbers.same(found.value, found.current):
        return _already(found)
    amount = value(abs(moved), found.unknown, currency)
    if moved < 0 and found.ask.sought in TODAY:
        if goal_words.was_typed(found):
            return f"Today {TODAY[found.ask.sought]} {amount} more than these targets need."
        verb = "asks" if found.ask.sought == "fee" else "pays"
        return f"The plan {verb} {amount} more than that {thing(found.ask.sought, found.unknown)}."
    return f"That is {amount} {'more' if moved > 0 else 'less'} than today."


def _already(found: Found) -> str:
    """That nothing has to change for the answer."""
    match found.ask.sought:
        case "fee":
            return "That is today's fee."
        case "pay":
            return "That is what is paid today."
        case "booked":
            return "That many are booked today."
        case _:
            return "That many are taken today."


def chip(found: Found, currency: str) -> str:
    """The difference from today, for the figure of the answer."""
    moved = found.value - found.current
    if numbers.same(found.value, found.current):
        return "as today"
    sign = "+" if moved > 0 else numbers.MINUS_OF_MONEY
    return f"{sign}{value(abs(moved), found.unknown, currency)} from today"


def metric(found: Found, currency: str) -> tuple[str, str]:
    """Label and figure of the answer."""
    figure = value(found.value, found.unknown, currency)
    at = f" at {plain(booked(found.plan))}" if booked(found.plan) else ""
    match found.ask.sought:
        case "booked":
            return "Fewest sessions booked a week", figure
        case "weeks_off":
            return f"Most weeks off{at}", figure
        case _:
            held = f"{at} booked a week" if at else ""
            return f"Lowest {thing(found.ask.sought, found.unknown)}{held}", figure


def check(found: Found, currency: str) -> str:
    """The answer tried again: what it gives, the exact one, and how it was rounded."""
    given = joined([gives(found, target, currency) for target in found.targets])
    start = f"Checked: {named(found.value, found, currency)} gives {given}."
    if isinstance(found.answer, Reached) and not numbers.same(found.answer.value, found.value):
        exact = _exact(found.answer.value, found.unknown, currency)
        return f"{start} The exact answer is {exact}. {_rounding(found)}"
    return start


def _exact(amount: float, unknown: Unknown, currency: str) -> str:
    if unknown.unit.startswith("money"):
        return escape(numbers.money(amount, currency, cents=True))
    return numbers.number(amount, 2)


def _rounding(found: Found) -> str:
    match found.ask.sought, found.step:
        case "booked", _:
            return "Sessions are rounded up to whole ones."
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
    if found.any_does:
        name = thing(found.ask.sought, found.unknown)
        return (
            f"**No target holds it back**: any {name} meets them all. Switch on or raise what it "
            "should bring to find the lowest."
        )
    if found.answer.binding is None:
        return "**No target holds it back**: it goes as far as it can."
    paid = goal_words.paid(found)
    decides = f"that {paid} are paid" if paid else limit(found.answer.binding, found.ask, currency)
    return f"**What decides: {decides}.**"


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
            name = thing(found.ask.sought, found.unknown)
            changed.append(f"{goal_words.whose(found, wish)} is what sets this {name}.")
        elif isinstance(answer, Reached):
            there = named(_up(answer), found, currency)
            changed.append(f"Without {name}: {there}.")
        else:
            changed.append(f"Without {name}: still out of reach.")
    if same and found.reached:
        either = joined(same, "or")
        changed.append(f"Without {either}: the same.")
    return changed


def _up(answer: Answer) -> float:
    """Rounded as the answer on the page is: to whole money or sessions, or to a tenth."""
    amount = answer.value if isinstance(answer, Reached) else answer.at
    if answer.unknown.unit.startswith("money"):
        return float(math.ceil(amount - MEETS))
    if answer.unknown.unit == "sessions_per_week":
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
        "left_over": "the target of what is left over",
        "hours": "the hours target",
        "load": "the load target",
        "weeks_off": "these weeks off",
        "therapy": "own therapy",
    }[wish]


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
