"""A practice month by month: how it fills, by means and by chance, and when it is full."""

from calc.months.counting import Counts
from calc.months.expected import expected_counts
from calc.months.full import (
    FullWhen,
    YearOfClients,
    enquiries_to_be_full_by,
    full_when,
    month_of_week,
    year_of_clients,
)
from calc.months.paths import Luck, counts_of_paths, luck_of
from calc.months.weeks import WeeksAhead, weeks_ahead

__all__ = [
    "Counts",
    "FullWhen",
    "Luck",
    "WeeksAhead",
    "YearOfClients",
    "counts_of_paths",
    "enquiries_to_be_full_by",
    "expected_counts",
    "full_when",
    "luck_of",
    "month_of_week",
    "weeks_ahead",
    "year_of_clients",
]
