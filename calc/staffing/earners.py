"""The clinicians' own figures: wage, hours and load, of the same engine as on any page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calc.burnout import Load
from calc.number import Number, added, ratio_of, where
from calc.staffing.batches import Batch


@dataclass(frozen=True, slots=True)
class Earner:
    """A clinician's own side: what the same engine says of them as of everybody.

    `profit` is money in less work costs. `load_band` is None outside the range studied, and for no
    figure. `gross_per_hour` is pay
    before tax over all working hours, for the test of a minimum wage.
    """

    money_in: float
    profit: float
    take_home: float
    wage: float
    wage_before_tax: float
    gross_per_hour: float
    hours: float
    hours_per_week: float
    unpaid_share: float
    load_score: float
    load_probability: float
    load_band: str | None


def earners_of(batch: Batch) -> tuple[Earner, ...]:
    """The clinicians' own figures, one for each scenario of the batch."""
    result, load = batch.result, batch.result.load
    gross = result.money.taxable.amount
    columns: dict[str, Number] = {
        "money_in": result.money_in.amount,
        "profit": result.profit.amount,
        "take_home": result.take_home.amount,
        "wage": result.wage.amount,
        "wage_before_tax": result.wage_before_tax.amount,
        "gross_per_hour": ratio_of(gross, result.hours.amount),
        "hours": result.hours.amount,
        "hours_per_week": result.year.hours_per_week.amount,
        "unpaid_share": result.year.unpaid_share.amount,
        "load_score": load.score,
        "load_probability": load.probability,
    }
    each = {name: batch.each(amount) for name, amount in columns.items()}
    bands = tuple(_bands(batch, load))
    return tuple(
        Earner(**{name: values[draw] for name, values in each.items()}, load_band=bands[draw])
        for draw in range(len(batch.places))
    )


def _bands(batch: Batch, load: Load) -> Iterator[str | None]:
    """The band of each scenario; none outside the range studied or without a figure."""
    outside = added(where(part.outside, 1.0, 0.0) for part in load.contributions)
    starts, names = load.bands.row("from"), load.bands.words("names")
    for score, beyond in zip(batch.each(load.score), batch.each(outside), strict=True):
        reached = [name for name, start in zip(names, starts, strict=True) if score >= start]
        yield None if beyond or not reached else reached[-1]
