"""Sentences of the page Set a rate where nothing meets every target, or only part of a session."""

from __future__ import annotations

import math

from calc import Result
from calc.questions.rate import MEETS, Found, missed
from calc.questions.rate_map import Map
from calc.questions.solve import OutOfReach, figure_of
from calc.scenario.targets import Wish
from ui.rate import goal_words
from ui.rate.figure_words import booked, gives, named, of_money, within
from ui.rate.words import money, plain, sessions, thing
from ui.telling import numbers
from ui.telling.words import joined

NO_ONE_ALONE = "None of these targets stands in the way alone: more than one has to give way."


def out_of_reach(found: Found, currency: str) -> str:
    """That nothing meets every target, in the words of the targets."""
    name = "whole number of sessions a week" if found.between else ""
    name = name or thing(found.ask.sought, found.unknown)
    limits = within(found, currency)
    inside = f" within {joined(limits)}" if limits else ""
    if not of_money(found):
        return f"No {name} keeps{inside}."
    wanted = []
    if found.ask.take_home is not None:
        after = " after own therapy" if found.ask.therapy else ""
        asked = f"{goal_words.owned(found.plan, found.ask.take_home, currency)}{after}"
        wanted.append(asked if found.ask.take_home else "what costs, taxes and health cover take")
    if found.ask.left_over is not None:
        wanted.append(f"{money(found.ask.left_over, currency)} a month left over")
    return f"No {name} reaches {joined(wanted)}{inside}."


def remedy(found: Found) -> str:
    """What could give way; of whole sessions, what the two nearest numbers miss."""
    if found.between:
        return _between(found)
    ways: dict[Wish, str] = {
        "hours": "raise the hours",
        "load": "allow more load",
        "take_home": "lower the take-home",
        "left_over": "lower what is to be left over",
    }
    helps = [way for wish, way in ways.items() if _does(found, wish)]
    if not helps:
        return NO_ONE_ALONE
    said = joined(helps, "or")
    return said[0].upper() + said[1:] + "."


def _does(found: Found, wish: Wish) -> bool:
    """Whether the other targets can be met once this one is given up."""
    if wish not in found.ask.wishes():
        return False
    alone = len(found.targets) == 1
    return alone or not isinstance(found.relaxed.get(wish), OutOfReach)


def other_caseloads(drawn: Map) -> str:
    """The caseloads at which some fee on the map meets every target; empty without one."""
    met = drawn.booked[(drawn.met >= 0.0).any(axis=0)]
    if not met.size or math.ceil(met[0]) > math.floor(met[-1]):
        return ""
    least, most = math.ceil(met[0]), math.floor(met[-1])
    span = sessions(least) if least == most else f"{least} to {sessions(most)}"
    return f"With {span} some fee meets every target: the tinted part of the map."


def _between(found: Found) -> str:
    """What the whole sessions below miss, and those above."""
    assert found.between is not None
    below, above = found.between
    fewer, more = (booked(result.scenario) for result in found.between)
    first = f"{sessions(fewer)} {_misses(found, below, plain(fewer) == '1')}"
    return f"{first}; {plain(more)} {_misses(found, above, plain(more) == '1')}."


def _misses(found: Found, result: Result, one: bool) -> str:
    """What a number of sessions does to the first target that it misses."""
    short = missed(result, found.targets)
    figures = [target.figure for target in found.targets]
    figure = next((one for one in figures if one in short), figures[0])
    amount = float(figure_of(result, figure))
    match figure:
        case "hours_per_week":
            return f"{'takes' if one else 'take'} {numbers.hours(amount)} hours"
        case "load_in_100":
            return f"{'means' if one else 'mean'} {numbers.number(amount, 1)} in 100 exhausted"
        case "left_over_per_month":
            return f"{'leaves' if one else 'leave'} too little over"
        case _:
            return f"{'brings' if one else 'bring'} too little"


def _given(found: Found, result: Result, currency: str) -> str:
    """What a number of sessions gives, target by target."""
    given = [gives(found, target, currency, result) for target in found.targets]
    return f"{sessions(booked(result.scenario))}: {joined(given)}."


def nearest(found: Found, currency: str) -> str:
    """What comes nearest, and what it misses."""
    if found.between:
        return "  \n".join(_given(found, result, currency) for result in found.between)
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
        now = gives(found, answer.binding, currency)
        return f"The {name} does not change this: it is {now} at any {name}."
    given = joined([gives(found, target, currency) for target in found.targets])
    at = named(round(found.value, 2), found, currency)
    return f"Nearest: {at} gives {given}."
