"""A number far beyond what is usual, or pay far below it, is asked about before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from pydantic.fields import FieldInfo

from calc.errors import OtherChairError, Problem
from calc.parameters import typical
from calc.scenario.fields import typical_of, unit_of
from ui.shell import state
from ui.telling import refusals

THOUSAND = 1000.0
LEAST = {"money_per_year": "asked_salary_share", "money_per_session": "asked_fee_share"}
ABOUT = ("unlikely", "unlikely_little", "unlikely_low")  # the kinds of refusal that are questions
DOLLARS = "USD"  # what is usual is known in dollars only


def limit_of(info: FieldInfo) -> float | None:
    """The most that a field takes unasked; None where nothing is known of it."""
    band, unit = typical_of(info), unit_of(info)
    if band is not None and band.high is not None and band.unit != "share":
        return band.high * typical("typical.asked_factor").number
    return money_limit() if unit.startswith("money") else None


def money_limit() -> float:
    """The most money that is taken unasked where no typical band is known."""
    return typical("typical.asked_money").number


def least_of(info: FieldInfo) -> float | None:
    """The least salary or fee that a field takes unasked; None where its band is not known."""
    usual, share = typical_of(info), LEAST.get(unit_of(info))
    if usual is None or share is None:
        return None
    return usual.number * typical(f"typical.{share}").number


def doubtful(
    path: str,
    typed: Any,
    changes: Mapping[str, Any],
    limit: float | None,
    least: float | None = None,
) -> bool:
    """Whether a number is asked about: out of what is taken unasked, and right if it is meant.

    Nothing at all is how pay that is not stated is entered.
    """
    if typed is None or state.document().currency != DOLLARS:
        return False
    beyond = limit is not None and typed > limit
    if not beyond and not _little(typed, least):
        return False
    try:
        state.document().with_values(changes)
    except OtherChairError:
        return False
    return not _stands(path, typed)


def _little(typed: Any, least: float | None) -> bool:
    """Whether a number is more than nothing, and less than is taken unasked."""
    return least is not None and 0 < typed < least


def _stands(path: str, typed: Any) -> bool:
    """Whether the field holds this number already, such as after an answer or from a file."""
    try:
        return bool(state.document().value_at(path) == typed)
    except OtherChairError:
        return False


def answer(path: str, kept: state.Refused) -> None:
    """The button that has a number counted after all, where it is one that was asked about."""
    if kept.changes is None or kept.problems[0].kind not in ABOUT:
        return
    problem, document = kept.problems[0], state.document()
    if st.button(refusals.yes_it_is(problem, document), key=f"asked {state.widget_key(path)}"):
        state.change(path, kept.shown, kept.changes)
        st.rerun()


def question(path: str, typed: Any, limit: float | None, least: float | None = None) -> Problem:
    """What is asked."""
    if _little(typed, least):
        if path.endswith("_per_year"):
            return Problem(path, "unlikely_little", typed, typed * THOUSAND)
        return Problem(path, "unlikely_low", typed, least)
    return Problem(path, "unlikely", typed, limit)
