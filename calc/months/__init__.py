"""A practice month by month: how it fills, what it pays, by means and by chance."""

from calc.months.ahead import MonthsAhead, ahead
from calc.months.answers import (
    LeaveAnswer,
    Place,
    SettledYear,
    enquiries_that_hold,
    leave_of,
    settled_year,
    tax_by_method,
    worth_of_place,
)
from calc.months.counting import Counts
from calc.months.course import Course, Window, course_of
from calc.months.due import TaxDate
from calc.months.expected import expected_counts
from calc.months.full import (
    FullWhen,
    YearOfClients,
    enquiries_to_be_full_by,
    full_when,
    month_of_week,
    year_of_clients,
)
from calc.months.loads import MonthLoads, loads_of
from calc.months.paths import Luck, counts_of_paths, luck_of
from calc.months.risk import Beats, Reserve, Risk, beats, held_by, quantiles, reserve_of, risk_of
from calc.months.setting import Setting, setting_of
from calc.months.ways import (
    DayToLeave,
    LeavingIn,
    day_to_leave,
    keeping,
    leaving,
    leaving_in,
    not_leaving,
    part_time_until,
)
from calc.months.weeks import WeeksAhead, weeks_ahead

__all__ = [
    "Beats",
    "Counts",
    "Course",
    "DayToLeave",
    "FullWhen",
    "LeaveAnswer",
    "LeavingIn",
    "Luck",
    "MonthLoads",
    "MonthsAhead",
    "Place",
    "Reserve",
    "Risk",
    "Setting",
    "SettledYear",
    "TaxDate",
    "WeeksAhead",
    "Window",
    "YearOfClients",
    "ahead",
    "beats",
    "counts_of_paths",
    "course_of",
    "day_to_leave",
    "enquiries_that_hold",
    "enquiries_to_be_full_by",
    "expected_counts",
    "full_when",
    "held_by",
    "keeping",
    "leave_of",
    "leaving",
    "leaving_in",
    "loads_of",
    "luck_of",
    "month_of_week",
    "not_leaving",
    "part_time_until",
    "quantiles",
    "reserve_of",
    "risk_of",
    "setting_of",
    "settled_year",
    "tax_by_method",
    "weeks_ahead",
    "worth_of_place",
    "year_of_clients",
]
