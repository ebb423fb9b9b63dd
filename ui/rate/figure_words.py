"""Words of figures on the page Set a rate: what a value is called, and what it gives."""

from __future__ import annotations

from calc import Scenario
from calc.questions.rate import Found, wish_of
from calc.questions.solve import Target, figure_of
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import Result
from ui.rate.words import limit, money, plain, sessions, value, weeks
from ui.telling import numbers


def within(found: Found, currency: str) -> list[str]:
    """The limits of hours and load."""
    return [
        limit(item, found.ask, currency)
        for item in found.targets
        if wish_of(item) not in ("take_home", "left_over")
    ]


def of_money(found: Found) -> bool:
    """Whether money is asked for at all."""
    return found.ask.take_home is not None or found.ask.left_over is not None


def gives(found: Found, target: Target, currency: str, result: Result | None = None) -> str:
    """What a value does to the figure of a target: the answer's, or another plan's."""
    achieved = float(figure_of(result or found.result, target.figure))
    match target.figure:
        case "hours_per_week":
            return f"{numbers.hours(achieved)} hours a week"
        case "load_in_100":
            return f"{plain(achieved)} in 100 exhausted"
        case "left_over_per_month":
            return f"{money(round(achieved), currency)} a month left over"
        case _:
            after = " after own therapy" if found.ask.therapy else ""
            return f"{money(round(achieved - found.therapy_per_month), currency)} a month{after}"


def named(amount: float, found: Found, currency: str) -> str:
    """A value of what is sought."""
    match found.ask.sought:
        case "booked":
            return sessions(amount)
        case "weeks_off":
            return f"{weeks(amount)} off"
        case _:
            return value(amount, found.unknown, currency)


def booked(plan: Scenario) -> float:
    """Sessions booked a week."""
    return float(booked_in_all(plan.work.session_kinds))
