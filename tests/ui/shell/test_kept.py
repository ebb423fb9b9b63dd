"""A store of the browser is read as a stranger's file: what is not ours is left, within bounds."""

import json
from typing import Any

import pytest

from ui.shell.kept import MOST_CHARACTERS, VERSION, kept_documents

PLAN = "title = 'Mine'"


def stored(**changes: Any) -> str:
    """A store of this version with a plan in it, some of it changed."""
    return json.dumps({"version": VERSION, "documents": {"plan": PLAN}, **changes})


def test_what_was_kept_is_found() -> None:
    """The text of the plan, and that nothing else was there."""
    assert kept_documents(stored()) == ({"plan": PLAN}, True)
    longest = stored().ljust(MOST_CHARACTERS)
    assert kept_documents(longest) == ({"plan": PLAN}, True)


@pytest.mark.parametrize(
    "held",
    [
        None,
        7,
        ["plan"],
        "",
        "{",
        "[" * 100_000,
        "[1]",
        stored(version=VERSION + 1),
        stored(version=str(VERSION)),
        stored(documents=[PLAN]),
        stored().ljust(MOST_CHARACTERS + 1),
    ],
    ids=lambda held: repr(held)[:20],
)
def test_what_is_not_ours_is_left(held: Any) -> None:
    """Another type, form or version, or more than a page ever keeps: nothing is read, said so."""
    assert kept_documents(held) == ({}, False)


def test_a_name_or_text_of_others_is_left_and_told() -> None:
    """What is ours beside it is read all the same."""
    found = {"plan": PLAN, "offers": 5, "wages": PLAN}
    assert kept_documents(stored(documents=found)) == ({"plan": PLAN}, False)
