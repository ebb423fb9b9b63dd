"""The first month of what lies ahead of a plan that states none: the next one of the calendar."""

from __future__ import annotations

import datetime

from calc.scenario import Ahead, Scenario
from calc.scenario.scenario import YEARS_AFTER, YEARS_BEFORE
from ui.shell import clock

DECEMBER = 12


def start_for(tax_year: int) -> datetime.date:
    """The first of the next month, or the nearest month that a plan of this year may begin in."""
    today = clock.today()
    year, month = divmod(today.year * DECEMBER + today.month, DECEMBER)
    first = datetime.date(tax_year - YEARS_BEFORE, 1, 1)
    last = datetime.date(tax_year + YEARS_AFTER, 1, 1)
    return min(max(datetime.date(year, month + 1, 1), first), last)


def begun(plan: Scenario) -> Scenario:
    """The plan, from the next month on where it states nothing of what lies ahead."""
    if plan.ahead is not None:
        return plan
    return plan.with_values({"ahead": {"starts_on": start_for(plan.tax_year)}})


def nothing_stated(plan: Scenario) -> bool:
    """Whether a plan states nothing of what lies ahead but the month in which it would begin."""
    return plan.ahead is None or plan.ahead == Ahead(starts_on=start_for(plan.tax_year))
