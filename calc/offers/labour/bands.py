"""Reference wages: where a wage lies among what others in the occupation are paid."""

from __future__ import annotations

from dataclasses import dataclass

from calc.number import WEEKS_PER_YEAR, Number, ratio_of
from calc.parameters import Parameter
from calc.parameters.labour import wage_names
from calc.parameters.wage_bands import (
    OCCUPATION_OF,
    PERCENTILES,
    Percentile,
    Percentiles,
    WageBand,
    wage_bands,
)
from calc.scenario import Hourly, Salary
from calc.year.evaluate import Result


@dataclass(frozen=True, slots=True)
class Place:
    """Between which percentiles a wage lies: `above` is None below all, `below` None above all."""

    above: Percentile | None
    below: Percentile | None


def place_in(band: Percentiles, wage: float) -> Place:
    """Where a wage lies in a band; a wage equal to a percentile has reached it.

    Wages of the survey are pay before tax for an hour that is paid: compare the same.

    >>> place_in(Percentiles(10.0, 20.0, 30.0, 40.0, 50.0), 20.0)
    Place(above='p25', below='p50')
    """
    reached = [name for name in PERCENTILES if wage >= band.of(name)]
    ahead = [name for name in PERCENTILES if wage < band.of(name)]
    return Place(reached[-1] if reached else None, ahead[0] if ahead else None)


def pay_of_an_hour(result: Result) -> tuple[Number, Number]:
    """Pay before tax for a paid hour, as wages are surveyed, and for every hour; NaN for none.

    Weeks of leave that are paid are paid hours: the survey takes a year of pay over 2,080 hours,
    leave among them.
    """
    hours, pay = result.hours.amount, result.money.taxable.amount
    paid = hours - result.year.unpaid.amount
    return ratio_of(pay, paid + _hours_of_leave(result, paid)), ratio_of(pay, hours)


def _hours_of_leave(result: Result, paid: Number) -> Number:
    """Hours of paid leave in a year: a salary is for all weeks, an hourly wage for those named."""
    weeks = result.year.worked_weeks.amount
    match result.scenario.work.pay:
        case Salary():
            return ratio_of(paid, weeks) * (WEEKS_PER_YEAR - weeks)
        case Hourly() as hourly:
            return hourly.paid_leave_weeks * hourly.contracted_hours_per_week
        case _:
            return 0.0


def pre_licensed_band() -> tuple[WageBand, Percentile, Parameter]:
    """What stands for pay before licensure: a band, the percentile in it, and why.

    The survey does not tell associates apart: a judgement, never a fact.

    >>> band, percentile, _ = pre_licensed_band()
    >>> band.hourly.of(percentile)
    22.65
    """
    stands = wage_names("pre_licensed")
    occupation = next(name for name in OCCUPATION_OF.values() if name == stands.text("occupation"))
    percentile = next(name for name in PERCENTILES if name == stands.text("percentile"))
    return wage_bands(stands.text("area"), occupation)[0], percentile, stands
