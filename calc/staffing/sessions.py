"""Sessions of a post as one number: how many it books, and so many times as many."""

from __future__ import annotations

from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.scenario.sessions import booked_in_all


def booked_of(post: Post) -> float:
    """Sessions booked a week as stated, for a full-time post."""
    return float(booked_in_all(post.work.session_kinds) + post.mix_sessions_per_week)


def times_booked(post: Post, times: float) -> Post:
    """The same mix of sessions, so many times as often."""
    changes = {
        f"work.session_kinds.{index}.booked_per_week": kind.booked_per_week * times
        for index, kind in enumerate(post.work.session_kinds)
    }
    changes["mix_sessions_per_week"] = post.mix_sessions_per_week * times
    return with_changes(post, changes)
