"""What others are paid for the hours of a practice: the measure of a corporation's salary.

No law names a share of profit. Courts look at what others pay for the work; a survey of wages by
occupation and state says it for a year of 2,080 hours, which is scaled by the hours of the work.
"""

from __future__ import annotations

from dataclasses import dataclass

from calc.number import Number
from calc.parameters.labour import FULL_TIME_HOURS, Occupation
from calc.parameters.wage_bands import WageBand, wage_bands
from calc.year.evaluate import Result


@dataclass(frozen=True, slots=True)
class ComparablePay:
    """Pay a year, in dollars, for the hours of one practice: a quarter, half, three quarters less.

    `band` is the survey's, of a full-time year in its area; `of_full_time` the share of such a year
    that the practice works.
    """

    quarter: Number
    median: Number
    three_quarters: Number
    of_full_time: Number
    band: WageBand


def comparable_pay(result: Result, occupation: Occupation) -> ComparablePay:
    """The pay of an occupation in the state of a result, for its working hours.

    Where a state's wages are not published, the nation's stand in, as `band.area` says.
    """
    band = wage_bands(result.scenario.household.state, occupation)[0]
    share: Number = result.hours.amount / FULL_TIME_HOURS
    yearly = band.annual
    return ComparablePay(yearly.p25 * share, yearly.p50 * share, yearly.p75 * share, share, band)
