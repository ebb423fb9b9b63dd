"""What each folded group of Months ahead says of itself, and each of its rows."""

from __future__ import annotations

import datetime

from calc.months.ahead import MonthsAhead
from calc.months.closed_forms import mean_stay_weeks
from calc.scenario import Ahead, Scenario
from calc.scenario.ahead_rows import FeeChange, Holiday, Job, Leave, SetUp
from calc.scenario.fields import chosen
from ui.months import seasons as shapes
from ui.months import words
from ui.months.fields import stay_of
from ui.months.when import calendar_of_plan
from ui.shell import fields, streamlit_ways
from ui.telling import listings, numbers
from ui.telling.tables import Table
from ui.telling.words import count, escape

NO_WEEKS = "no weeks yet"


def first_month(day: datetime.date) -> str:
    """The month of a day, by its name.

    >>> first_month(datetime.date(2027, 1, 1))
    'January 2027'
    """
    return f"{day:%B %Y}"


def span(plan: Scenario, ahead: Ahead) -> str:
    """From when, how long."""
    return f"{ahead.months} months from {words.month_name(calendar_of_plan(plan), 1)}"


def who(ahead: Ahead) -> str:
    """How long clients stay, and whether there is a list."""
    listed = "a waiting list" if ahead.waitlist else "no waiting list"
    return f"{mean_stay_weeks(*stay_of(ahead)):.0f} weeks on average, {listed}"


def job(plan: Scenario, ahead: Ahead) -> str:
    """What becomes of it."""
    pays = bool(float(plan.household.own_other_wages_per_year))
    if not ahead.job:
        return "not counted in these months" if pays else "none"
    if not pays and any(float(row.share) for row in ahead.job):
        return "its pay is not entered, so it brings nothing"
    return words.job_words(ahead, calendar_of_plan(plan), paid=pays)


def seasons(ahead: Ahead) -> str:
    """The two shapes."""
    asked, come = (shapes.shape_of(getattr(ahead, name)).lower() for name in shapes.TITLES)
    return asked if asked == come else f"enquiries {asked}, sessions {come}"


def away(ahead: Ahead) -> str:
    """Holidays with a date, and leaves."""
    holidays = sum(isinstance(row, Holiday) for row in ahead.away)
    leaves = len(ahead.away) - holidays
    said = [count(holidays, "holiday")] if holidays else []
    said += [count(leaves, "leave")] if leaves else []
    told = " and ".join(said) or "none dated"
    return f"{told}, {NO_WEEKS}" if any(map(without_weeks, ahead.away)) else told


def without_weeks(row: Holiday | Leave) -> bool:
    """Whether a leave was added and has no weeks yet."""
    return isinstance(row, Leave) and not row.weeks


def set_up(plan: Scenario, ahead: Ahead) -> str:
    """What is paid once."""
    amount = sum(float(row.amount) for row in ahead.set_up)
    return escape(numbers.money(amount, plan.currency, cents=False))


def fee_changes(ahead: Ahead) -> str:
    """How many."""
    return count(len(ahead.fee_changes), "change") if ahead.fee_changes else "none"


def tax(ahead: Ahead) -> str:
    """By which method."""
    return chosen(ahead, "tax_payments").lower()


def chances(ahead: Ahead) -> str:
    """The two chances."""
    ill, shock = float(ahead.illness_chance_per_year), float(ahead.shock_chance_per_year)
    if not ill and not shock:
        return "none"
    return f"{numbers.percent(ill)} and {numbers.percent(shock)} a year"


def row_of_job(plan: Scenario, row: Job) -> str:
    """A step of the job."""
    return f"{words.part_of_job(row)} from {words.month_name(calendar_of_plan(plan), row.month)}"


def row_of_away(plan: Scenario, row: Holiday | Leave) -> str:
    """A holiday or a leave."""
    weeks = float(row.weeks)
    told = count(weeks, "week") if weeks.is_integer() else f"{numbers.number(weeks, 1)} weeks"
    name = "Leave" if isinstance(row, Leave) else "Holiday"
    return f"{name} of {told}, {words.month_name(calendar_of_plan(plan), row.month)}"


def row_of_set_up(plan: Scenario, row: SetUp) -> str:
    """A payment once."""
    amount = numbers.money(float(row.amount), plan.currency, cents=False)
    return f"{amount} in {words.month_name(calendar_of_plan(plan), row.month)}"


def row_of_fees(plan: Scenario, row: FeeChange) -> str:
    """A change of fee."""
    when = words.month_name(calendar_of_plan(plan), row.month)
    return f"times {float(row.factor):g} from {when}, {chosen(row, 'clients').lower()}"


def assumptions(found: MonthsAhead) -> None:
    """What of the months nobody entered, with its source."""
    of_all = listings.typical_rows(found.setting.steady)
    rows = [row for path, *row in of_all if path.startswith("ahead.")]
    if not rows:
        return
    table = Table(("Field", "Value", "From"), rows)
    label = f"**Assumptions used** · {len(table.rows)} typical values of the months"
    with fields.folded("ahead assumptions", label) as group:
        if group.open:
            streamlit_ways.table(listings.in_two(table), "What of the months nobody entered")
