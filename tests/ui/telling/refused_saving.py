"""Saving that no plan of the year has room for."""

from calc.errors import Problem

ROOM = Problem("work.saving.sep_per_year", "over_the_room", 30_000.0, 22_601.0)
