"""Why what lies ahead of a practice was not taken: the field, the value, the rule, the remedy."""

from __future__ import annotations

SENTENCES = {
    "ahead_of_employee": (
        "{field}: this plan is of an employee, and months ahead are worked out for a practice of "
        "one's own or a contractor. Take [ahead] out, or plan one of these."
    ),
    "not_first_of_month": (
        "{field} is {value}. Months are whole here, so a plan starts on the first of one. Enter "
        "{bound}, or the first of another month."
    ),
    "starts_too_early": (
        "{field} is {value}. All months stand under the law of this plan's tax year, so they begin "
        "on {bound} at the earliest. Enter a later month, or choose an earlier tax year."
    ),
    "starts_too_late": (
        "{field} is {value}. All months stand under the law of this plan's tax year, so they begin "
        "on {bound} at the latest. Enter an earlier month, or choose a later tax year."
    ),
    "not_twelve": (
        "{field} has {value} factors, and a year has {bound} months. Write {bound}, January first; "
        "1 is a usual month."
    ),
    "no_season": (
        "{field} is 0 in every month, so nothing would come in any. Write more than 0 for at least "
        "one month; 1 is a usual month."
    ),
    "beyond_the_months": (
        "{field} is {value}, and this plan shows {bound} months. Enter one of these, or show more "
        "months."
    ),
    "job_begins_later": (
        "{field} is {value} in the first row of the job, and its rows say what the job is from the "
        "first month on. Enter {bound}, or add a row for month {bound}."
    ),
    "same_month": (
        "{field}: two rows of the job begin in month {value}, and only one can hold. Change the "
        "month of one, or take it out."
    ),
    "clients_exceed_places": (
        "{field} is {value}, and a full week of this plan holds {bound}: its sessions scheduled a "
        "week, by the sessions of a client a week. Enter {bound} or fewer, or more sessions."
    ),
    "leave_too_long": (
        "{field} is {value} for one leave, and the months shown have {bound}. Enter fewer weeks, "
        "or show more months."
    ),
    "holidays_exceed_year": (
        "{field}: holidays that begin within one year of this plan come to {value} weeks, and a "
        "year has {bound}. Shorten one, or take it out."
    ),
    "more_away_than_months": (
        "{field}: holidays and leaves come to {value} weeks in all, and the months shown have "
        "{bound}. Shorten one, or show more months."
    ),
}
ABOUT_A_DAY = ("not_first_of_month", "starts_too_early", "starts_too_late")
