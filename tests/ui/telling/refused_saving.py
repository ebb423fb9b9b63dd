"""Saving that no plan of the year has room for, and cover that no credit is known of."""

from calc.errors import Problem

ROOM = Problem("work.saving.sep_per_year", "over_the_room", 30_000.0, 22_601.0)
BENCHMARK = Problem("household.cover.benchmark_per_month", "benchmark_missing", None)
COVERED = Problem("household.cover.people_covered", "covered_beyond_return", 3, 1)
