"""A clinic of which little is entered: what is said instead of figures, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from calc.staffing import ClinicResult
from ui.shell import state
from ui.telling.words import escape, joined

NOBODY = "There is nobody on the roster yet."
NO_SESSIONS = "No sessions are entered yet."
NOBODY_LINE = (
    "Add a person, type posts under Edit the roster, or bring a file under Import and export."
)
NO_SESSIONS_LINE = "Figures begin with the first post that has sessions a week, under its roster."
ALL_THERE = "A year at a steady pace, with everybody there."
BUT_LEAVE = "A year at a steady pace, everybody there but for the leave entered."
NONE_YET = "no sessions yet"
MOST_NAMED = 3
FIRST = "clinic roster first"


def has_sessions(result: ClinicResult) -> bool:
    """Whether a post has sessions or brings anything: before that there is nothing to judge."""
    return any(post.booked_per_week > 0.0 or post.brings for post in result.posts)


def headline(result: ClinicResult) -> str:
    """The heading of a clinic without sessions."""
    return NO_SESSIONS if result.posts else NOBODY


def line(result: ClinicResult) -> str:
    """The line below the heading: what to do first, or what year the figures are of."""
    if not result.posts:
        return NOBODY_LINE
    if not has_sessions(result):
        return NO_SESSIONS_LINE
    leave = any(post.post.unpaid_leave_weeks for post in result.posts)
    return BUT_LEAVE if leave else ALL_THERE


def without_sessions(result: ClinicResult) -> str:
    """Which posts have none yet while others do, as their pay is in every figure; else nothing."""
    labels = [post.label for post in result.posts if not (post.booked_per_week or post.brings)]
    if not labels or not has_sessions(result):
        return ""
    one = len(labels) == 1
    named = joined([escape(label) for label in labels])
    who = named if len(labels) <= MOST_NAMED else f"{len(labels)} posts"
    has, its = ("has", "its") if one else ("have", "their")
    return f"{who} {has} no sessions yet, and {its} pay counts"


def roster_goes_first(results: Sequence[ClinicResult]) -> bool:
    """Whether the roster stands above all figures: there are none yet, or there were none before.

    It stays there while the clinic is entered, so that the table does not leave the hand that
    types.
    """
    if not any(map(has_sessions, results)):
        st.session_state[FIRST] = state.version()
    return st.session_state.get(FIRST) == state.version()


def figures_first() -> None:
    """The figures stand above the roster again."""
    st.session_state.pop(FIRST, None)
