"""What the figures of a part-time row are: what somebody does and gets now, or at full time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from calc.scenario.posts import Post
from calc.staffing.roster_cells import PERCENT, text_of

SHARE, SESSIONS = "Full-time share %", "Sessions a week"
# What a part-time share makes smaller, of the columns a file may have; pay by the year besides.
BY_THE_WEEK = (SESSIONS, "Administration hours", "Meeting hours", "Supervision given hours")


def is_settled(headings: Mapping[str, str]) -> bool:
    """Whether headings of a file, by ours, are the template's: its sessions are of full time."""
    return all(
        headings[ours].strip().casefold() == ours.casefold()
        for ours in (SHARE, SESSIONS, "Pay")
        if ours in headings
    )


def at_full_time(row: Mapping[str, str]) -> dict[str, str]:
    """A row of what somebody does and gets now, as the template takes it: for full time.

    >>> at_full_time({"Sessions a week": "18", "Full-time share %": "80%"})["Sessions a week"]
    '22.5'
    """
    share = float(row.get(SHARE, "").removesuffix("%") or PERCENT) / PERCENT
    if not 0.0 < share < 1.0:
        return dict(row)
    by_share = (*BY_THE_WEEK, *(("Pay",) if row.get("Pay form") == "salary" else ()))
    return {
        ours: text_of(float(text) / share) if text and ours in by_share else text
        for ours, text in row.items()
    }


def first_part_time(posts: Iterable[Post]) -> int | None:
    """The place of the first post that is there for part of full time; None where none is."""
    found = (place for place, post in enumerate(posts) if 0.0 < post.full_time_share < 1.0)
    return next(found, None)
