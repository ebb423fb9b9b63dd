"""What is refused of the months ahead: changes of a plan, and what is said of each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calc.errors import Problem

HOLIDAY = {"kind": "holiday", "month": 6, "weeks": 30.0, "every_year": True}

REFUSED_AHEAD: dict[str, tuple[Mapping[str, Any], str]] = {
    "ahead_of_employee": (
        {"work": {"kind": "employee"}, "ahead": {}},
        "**Months ahead**: this plan is of an employee, and months ahead are worked out for a "
        "practice of one's own or a contractor. Take [ahead] out, or plan one of these.",
    ),
    "not_first_of_month": (
        {"ahead": {"starts_on": date(2026, 9, 2)}},
        "**Starts on** is 2 September 2026. Months are whole here, so a plan starts on the first "
        "of one. Enter 1 September 2026, or the first of another month.",
    ),
    "starts_too_early": (
        {"ahead": {"starts_on": date(2024, 12, 1)}},
        "**Starts on** is 1 December 2024. All months stand under the law of this plan's tax "
        "year, so they begin on 1 January 2025 at the earliest. Enter a later month, or choose an "
        "earlier tax year.",
    ),
    "starts_too_late": (
        {"ahead": {"starts_on": date(2031, 2, 1)}},
        "**Starts on** is 1 February 2031. All months stand under the law of this plan's tax "
        "year, so they begin on 1 January 2031 at the latest. Enter an earlier month, or choose a "
        "later tax year.",
    ),
    "not_twelve": (
        {"ahead": {"enquiry_season": [1.0] * 11}},
        "**Season of enquiries** has 11 factors, and a year has 12 months. Write 12, January "
        "first; 1 is a usual month.",
    ),
    "no_season": (
        {"ahead": {"booking_season": [0.0] * 12}},
        "**Season of sessions** is 0 in every month, so nothing would come in any. Write more "
        "than 0 for at least one month; 1 is a usual month.",
    ),
    "beyond_the_months": (
        {"ahead": {"set_up": [{"month": 25, "amount": 300.0}]}},
        "**In month** is 25, and this plan shows 24 months. Enter one of these, or show more "
        "months.",
    ),
    "job_begins_later": (
        {"ahead": {"job": [{"month": 9}, {"month": 3}]}},
        "**From month** is 3 in the first row of the job, and its rows say what the job is from "
        "the first month on. Enter 1, or add a row for month 1.",
    ),
    "same_month": (
        {"ahead": {"job": [{"month": 4}, {}, {"month": 4}]}},
        "**From month**: two rows of the job begin in month 4, and only one can hold. Change the "
        "month of one, or take it out.",
    ),
    "leave_too_long": (
        {"ahead": {"months": 12, "away": [{"kind": "leave", "weeks": 53}]}},
        "**Weeks** is 53 for one leave, and the months shown have 52. Enter fewer weeks, or show "
        "more months.",
    ),
    "holidays_exceed_year": (
        {"ahead": {"months": 60, "away": [HOLIDAY, {**HOLIDAY, "month": 13}]}},
        "**Away**: holidays that begin within one year of this plan come to 60 weeks, and a year "
        "has 52. Shorten one, or take it out.",
    ),
    "more_away_than_months": (
        {"ahead": {"months": 15, "away": [HOLIDAY, {"kind": "leave", "weeks": 36}]}},
        "**Away**: holidays and leaves come to 66 weeks in all, and the months shown have 65. "
        "Shorten one, or show more months.",
    ),
}

MORE = Problem("ahead.clients_at_start", "clients_exceed_places", 40, 22)
