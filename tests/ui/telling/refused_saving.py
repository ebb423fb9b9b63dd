"""Saving without room, cover without a known credit, taxes that nobody may choose."""

from calc.errors import Problem

ROOM = Problem("work.saving.sep_per_year", "over_the_room", 30_000.0, 22_601.0)
NO_ELECTION = Problem("work.form.elects_pte", "no_election", True, "Texas")
NO_RATE = Problem("work.form.pte_rate", "no_plain_rate", None, "Connecticut")
BENCHMARK = Problem("household.cover.benchmark_per_month", "benchmark_missing", None)
COVERED = Problem("household.cover.people_covered", "covered_beyond_return", 3, 1)
