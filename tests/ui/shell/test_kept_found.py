"""What a browser hands back: opened, or left and told; never in place of what is typed unasked."""

import json
from typing import Any

import pytest
import streamlit as st

from calc.scenario import Scenario
from tests.ui.shell.test_rows import Kept
from ui.shell import examples, kept, opening, state

MINE = examples.scenarios()[examples.FIRST].with_values(
    {"work.session_kinds.0.fee_per_session": 171.0}
)
THEIRS = MINE.with_values({"work.session_kinds.0.fee_per_session": 140.0})
OLDER = 'format = 1\n[work]\nkind = "own_practice"\n[work.conditions]\ncontrol_points = 4\n'
TAMPERED = (
    MINE.to_toml().replace("171", "-171"),
    MINE.to_toml().replace("171", '"171"'),
    MINE.to_toml().replace("fee_per_session", "fee_a_day"),
    MINE.to_toml()[:-40] + "[[",
    "document = 'offers'\n",
)


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that has just begun, with the example on every page."""
    monkeypatch.setattr(st, "session_state", Kept())
    state.begin()
    st.session_state[kept.SESSION] = "this one"


def came(text: str, version: object = kept.VERSION, **said: Any) -> Scenario:
    """The plan after a browser said what it held."""
    stored = json.dumps({"version": version, "documents": {"plan": text}})
    st.session_state[kept.KEY] = {"found": {"session": "this one", "stored": stored, **said}}
    kept._found()
    return state.plan()


def test_what_was_typed_yesterday_is_there() -> None:
    """As it was, the reader's own, and nothing is said against it."""
    assert came(MINE.to_toml()) == MINE
    assert state.is_own()
    assert kept.FAULT not in st.session_state


@pytest.mark.parametrize("text", TAMPERED)
def test_a_text_tampered_with_is_left_and_told(text: str) -> None:
    """A value out of bounds or of another type, an unknown field, a torn file, another document."""
    before = state.plan()
    assert came(text) == before
    assert not state.is_own()
    assert "Nothing was changed." in st.session_state[kept.FAULT]


@pytest.mark.parametrize("version", [0, 2, "1", None, 1.5])
def test_another_version_is_left_and_told(version: object) -> None:
    """What a later or an earlier program kept is not guessed at."""
    before = state.plan()
    assert came(MINE.to_toml(), version) == before
    assert st.session_state[kept.FAULT] == kept.NOT_OURS


def test_what_an_earlier_edition_kept_is_opened_and_told() -> None:
    """Answers to questions that are asked otherwise now have a place, and the page says which."""
    assert came(OLDER).work.conditions.freedom_points == 4.0
    assert kept.FAULT not in st.session_state
    assert "freedom" in st.session_state[opening.TOLD][1].lower()


def test_an_answer_of_an_earlier_session_is_stale() -> None:
    """It arrives late, and belongs to a session that is over: nothing happens."""
    before = state.plan()
    assert came(MINE.to_toml(), session="one before") == before
    assert kept.READY not in st.session_state


def test_two_that_disagree_are_told_and_neither_is_lost() -> None:
    """What is typed here stays until the reader takes the other over."""
    state.open_plan(MINE)
    assert came(THEIRS.to_toml()) == MINE
    assert st.session_state[kept.CONFLICT] is True
    assert came(THEIRS.to_toml()) == MINE  # said again, it is no answer
    assert came(THEIRS.to_toml(), force=True) == THEIRS
    assert st.session_state[kept.CONFLICT] is False
