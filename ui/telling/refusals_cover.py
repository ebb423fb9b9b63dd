"""Why a figure of saving or of cover from the marketplace does not count: the rule, the remedy."""

from __future__ import annotations

SENTENCES = {
    "over_the_room": (
        "{field} would be {value}. At your age and earnings the law lets {bound} go in this year, "
        "beside what else you put in. Enter at most that."
    ),
    "benchmark_missing": (
        "{field} is missing, or 0, and without that benchmark no credit is known. Read it at your "
        "marketplace and enter it."
    ),
    "covered_beyond_return": (
        "{field} is {value}, and your return has {bound}: a credit counts its people alone. Lower "
        "it, or add who is missing to the household."
    ),
}
