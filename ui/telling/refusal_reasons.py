"""Why a value beyond a bound cannot be, and what was perhaps meant, by unit or by field."""

from __future__ import annotations

from calc.number import HOURS_PER_WEEK, WEEKS_PER_YEAR
from ui.telling.numbers import PERCENT, percent

REASONS = {
    "sessions_per_week": f", because a week has {HOURS_PER_WEEK:g} hours",
    "hours_per_week": f", because a week has {HOURS_PER_WEEK:g} hours",
    "weeks_per_year": f", because a year has {WEEKS_PER_YEAR:g} weeks",
    "share": ", because it is a part of a whole",
    "minutes": ", because a session ends the same day",
}
REMEDIES = {
    "hours_per_week": " If you meant a month or a year, enter the hours of one week.",
    "minutes": " If you meant seconds, enter minutes.",
    "share": " Enter a part of 100.",
}
BY_NAME = {
    "pslf_months_certified": (
        ", because the last of them ends the loan",
        " Enter 120 if all of them are certified.",
    ),
}


def share_meant(value: object) -> str:
    r"""What to write in a file in place of a share above one; a part of 100 was perhaps meant.

    >>> share_meant(30), share_meant(300.0)
    (' If you meant 30\xa0%, write 0.3.', ' Write a part of 1.')
    """
    if not isinstance(value, int | float) or value > PERCENT:
        return " Write a part of 1."
    return f" If you meant {percent(value / PERCENT)}, write {value / PERCENT:g}."


FILES = {"plan": "a plan", "offers": "a file of job offers", "clinic": "a clinic"}
FILE_FAULTS = {
    "broken": "{where} not valid TOML. Save the plan again, or mend the line in a text editor.",
    "too_big": "it has {found} characters, and the most we read is {bound}.",
    "too_full": (
        "it holds more than {bound} values or lines, the most we read. Save it again, or take out "
        "what is not part of it."
    ),
    "binary": "it is not a text file. Choose the .toml file you saved.",
    "new_format": "its format {found} is newer than {bound}, which this version reads. Update it.",
    "old_format": "its format {found} was never in use. The present one is {bound}.",
    "bad_format": "its format is {found}, not {kind}. Write format = {bound}.",
}
