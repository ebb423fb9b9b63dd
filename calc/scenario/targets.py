"""What a person asks of a fee, a caseload or weeks off: kept with the plan, and no part of it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias, get_args

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import Bounds, HoursPerWeek, Inputs, Money, Weeks, Words, choice, entry

Sought: TypeAlias = Literal["fee", "pay", "booked", "weeks_off"]
Wish: TypeAlias = Literal["take_home", "left_over", "hours", "load", "weeks_off", "therapy"]
WISHES: tuple[Wish, ...] = get_args(Wish)
InHundred: TypeAlias = Annotated[Number, Bounds(0.0, 100.0)]
WISHED: Words = {
    "take_home": "Take-home",
    "left_over": "Left over",
    "hours": "Hours",
    "load": "Load",
    "weeks_off": "Weeks off",
    "therapy": "Own therapy",
}
SOUGHT: Words = {
    "fee": "Lowest fee",
    "pay": "Lowest pay",
    "booked": "Fewest sessions",
    "weeks_off": "Most weeks off",
}


class RateTargets(Inputs):
    """Which limits count, what they are and what is to be found; what is empty is worked out."""

    asked: ClassVar[tuple[str, ...]] = (
        "sought",
        "counted",
        "take_home_per_month",
        "left_over_per_month",
        "hours_per_week",
        "load_in_100",
        "weeks_off",
    )

    sought: Sought | None = choice("Find", "What the targets are to find.", SOUGHT, None)
    counted: tuple[Wish, ...] | None = Field(
        default=None,
        max_length=len(WISHES),
        title="Targets that count",
        description="Those switched on; left empty, take-home, hours and load.",
        json_schema_extra={"words": dict(WISHED)},
    )
    take_home_per_month: Money | None = entry(
        "Take-home a month, at least", "What is left to live on.", "money_per_month", None
    )
    left_over_per_month: Money | None = entry(
        "Left over a month, at least",
        "What is left after saving, loans, own therapy and needs.",
        "money_per_month",
        None,
    )
    hours_per_week: HoursPerWeek | None = entry(
        "Hours, at most", "All hours of work in a worked week.", "hours_per_week", None
    )
    load_in_100: InHundred | None = entry(
        "Load, in 100", "Of 100 such therapists, how many are exhausted at most.", "count", None
    )
    weeks_off: Weeks | None = entry(
        "Weeks off", "All weeks without clients in a year.", "weeks_per_year", None
    )
