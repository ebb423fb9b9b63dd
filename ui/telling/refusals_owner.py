"""Refusals about what is its owner's of a practice: saving, and what a corporation may choose."""

from __future__ import annotations

SENTENCES = {
    "over_the_room": (
        "{field} would be {value}. At your age and earnings the law lets {bound} go in this year, "
        "beside what else you put in. Enter at most that."
    ),
    "no_election": (
        "{bound} has no tax that a corporation may choose to pay for its owner, so {field} is "
        "refused. Turn it off."
    ),
    "no_plain_rate": (
        "{field} is empty, and we have no rate of {bound}. Enter what the state's tax department "
        "names, or turn the election off."
    ),
}
