"""The months of a plan by their names, before anything of them is worked out."""

from __future__ import annotations

from calc.months.calendar import Calendar, calendar_of
from calc.scenario import Ahead, Scenario
from ui.months import begins, words


def calendar_of_plan(plan: Scenario) -> Calendar:
    """The calendar of a plan's months, from the next month on where it states none."""
    ahead = plan.ahead or Ahead(starts_on=begins.start_for(plan.tax_year))
    return calendar_of(ahead, plan.tax_year)


def names_of_months(plan: Scenario) -> dict[int, str]:
    """Every month shown, the first one 1, by its name."""
    when = calendar_of_plan(plan)
    return {month: words.month_name(when, month) for month in range(1, when.months + 1)}
