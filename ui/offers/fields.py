"""The fields of one offer: the letter in short, then its parts one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from calc.errors import Problem
from calc.number import WEEKS_PER_YEAR
from calc.scenario import (
    Hourly,
    Offer,
    OwnPractice,
    Salary,
    Work,
)
from ui.offers import kinds, parts
from ui.offers.kinds import pay_field
from ui.shell import fields, state
from ui.telling import words

SHORT = "The letter in short"


def card(place: int, offer: Offer) -> None:
    """One part of an offer at a time; the short letter first."""
    stem = f"offers.{place}"
    part = st.selectbox("Part of the offer", list(PARTS), key=f"part of offer {place}")
    PARTS[part](stem, offer)


def _short(stem: str, offer: Offer) -> None:
    """Name, pay, caseload, hours: what most letters say."""
    work = offer.work
    grid = fields.grid()
    with grid.cell():
        _label(stem, offer)
    with grid.cell():
        kinds.choose(stem, offer)
    for name in pay_field(work):
        if name == "fee_per_session" and not work.session_kinds:
            continue
        with grid.cell():
            _pay(stem, name)
    kind = f"{stem}.work.session_kinds.0"
    if work.session_kinds:
        with grid.cell():
            fields.number(f"{kind}.booked_per_week")
    if not isinstance(work, OwnPractice) and isinstance(work.pay, Salary | Hourly):
        with grid.cell():
            fields.number(f"{stem}.work.pay.contracted_hours_per_week")
    if work.session_kinds:
        with grid.cell():
            fields.number(f"{kind}.notes_minutes_per_session")
    for name in ("work.time.meetings_hours_per_week", *SUPERVISION):
        with grid.cell():
            fields.number(f"{stem}.{name}")
    with grid.cell():
        _weeks_off(stem, work)
    with grid.cell():
        fields.number(f"{stem}.work.health_premium_per_month")


SUPERVISION = ("supervision_hours_per_week", "supervision_price_per_hour")


def _label(stem: str, offer: Offer) -> None:
    """The name; offers that go on to this one follow it."""

    def changes(typed: str) -> Mapping[str, Any]:
        found: dict[str, Any] = {f"{stem}.label": typed}
        for place, other in enumerate(state.offers().offers):
            if offer.label and other.after_licence.moves_to == offer.label:
                found[f"offers.{place}.after_licence.moves_to"] = typed
        return found

    fields.text(f"{stem}.label", changes=changes)


def _pay(stem: str, name: str) -> None:
    """A figure of pay, empty while the letter does not state it."""
    root = f"{stem}.work.{'session_kinds.0' if name == 'fee_per_session' else 'pay'}"
    path, holder = f"{root}.{name}", state.document().value_at(root)
    info = fields.field_at(path)
    unit, step = kinds.UNITS[name]

    def write(typed: float | None) -> Mapping[str, Any]:
        amount = typed or 0.0
        if name == parts.RATES:
            return {path: (amount, *holder.rates_per_session[1:])}
        return {path: amount}

    fields.free_number(
        path,
        words.label(info.title or name, unit, state.document().currency),
        fields.help_of(info),
        kinds.stated(holder, name) or None,
        unit,
        step,
        write,
        may_be_empty=True,
    )


def _weeks_off(stem: str, work: Work) -> None:
    """All weeks off; a change goes to the holiday weeks."""
    time, path = work.time, f"virtual.{stem}.weeks_off"
    others = float(time.weeks_off - time.holiday_weeks)

    def write(weeks: float) -> Mapping[str, Any] | Problem:
        if weeks > WEEKS_PER_YEAR:
            return Problem(path, "too_large", weeks, WEEKS_PER_YEAR)
        if weeks < others:
            return Problem(path, "too_small", weeks, others)
        return {f"{stem}.work.time.holiday_weeks": weeks - others}

    fields.free_number(
        path,
        "Weeks off a year",
        "Holiday, sickness, training and other weeks without clients. A change here changes the "
        "holiday weeks; the others are under Hours and weeks.",
        float(time.weeks_off),
        "weeks_per_year",
        1.0,
        write,
    )


PARTS: Mapping[str, Callable[[str, Offer], None]] = {
    SHORT: _short,
    "What the letter does not say": parts.silent,
    "Pay, quota and employer": parts.details_of_pay,
    "Sessions": parts.sessions,
    "Hours and weeks": parts.hours,
    "Benefits": parts.benefits,
    "Costs": parts.costs,
    "State, start and licence": parts.course,
}
