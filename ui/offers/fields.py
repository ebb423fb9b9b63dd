"""The fields of one offer: the letter in short, then its parts one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from calc.scenario import Hourly, Offer, Salary
from ui.offers import kinds, parts
from ui.offers.kinds import pay_field
from ui.shell import fields, practice_groups, state

SHORT = "The letter in short"


def card(place: int, offer: Offer) -> None:
    """One part of an offer at a time; the short letter first."""
    stem = f"offers.{place}"
    part = st.selectbox("Part of the offer", list(PARTS), key=f"part of offer {place}")
    PARTS[part](stem, offer)


def _short(stem: str, offer: Offer) -> None:
    """Name, pay, caseload, hours: what most letters say."""
    work = offer.work
    seen = [name for name in pay_field(work) if name != kinds.FEE or work.session_kinds]
    kind = "work.session_kinds.0" if work.session_kinds else ""
    contracted = isinstance(work.pay, Salary | Hourly)
    fields.rows(
        lambda: _label(stem, offer),
        lambda: kinds.choose(stem, offer),
        *(partial(_pay, stem, name) for name in seen),
        f"{kind}.booked_per_week" if kind else None,
        "work.pay.contracted_hours_per_week" if contracted else None,
        f"{kind}.notes_minutes_per_session" if kind else None,
        "work.time.meetings_hours_per_week",
        "supervision_hours_per_week",
        "supervision_price_per_hour",
        partial(practice_groups.weeks_off, f"{stem}.work", work, "Hours and weeks"),
        "work.health_premium_per_month",
        under=stem,
    )


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
    root = f"{stem}.work.{'session_kinds.0' if name == kinds.FEE else 'pay'}"
    path, holder = f"{root}.{name}", state.document().value_at(root)

    def write(typed: float | None) -> Mapping[str, Any]:
        amount = typed or 0.0
        if name == parts.RATES:
            return {path: (amount, *holder.rates_per_session[1:])}
        return {path: amount}

    stated = kinds.stated(holder, name) or None
    fields.number_of(fields.field_at(path), path, stated, write, may_be_empty=True)


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
