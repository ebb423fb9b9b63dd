"""The fields of one offer: the letter in short, then its parts one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from calc.scenario import Employee, Hourly, Offer, Salary, Work
from calc.scenario.fields import Inputs
from calc.scenario.walk import tags_of
from ui.offers import card_words, kinds, parts
from ui.offers.kinds import pay_field
from ui.shell import fields, frame, practice_groups, state

SHORT = "The letter in short"
SESSIONS, HOURS = "Sessions", "Hours and weeks"
CONTRACT, QUOTA = "contracted_hours_per_week", "quota_sessions_per_week"
NOTES = "notes_minutes_per_session"


def card(place: int, number: int, offer: Offer) -> None:
    """One part of an offer at a time, by its number; the short letter first."""
    stem = f"offers.{place}"
    part = st.selectbox("Part of the offer", list(PARTS), key=f"part of offer {number}")
    PARTS[part](stem, offer)


def _short(stem: str, offer: Offer) -> None:
    """What decides first: pay, caseload, weeks, contract, state, employer, licence; then the rest.

    What nobody entered is empty, or named as typical below.
    """
    work = offer.work
    seen = [name for name in pay_field(work) if name != kinds.FEE or work.session_kinds]
    kind = "work.session_kinds.0" if work.session_kinds else ""
    contracted, salaried = isinstance(work.pay, Salary | Hourly), isinstance(work.pay, Salary)
    fields.rows(
        lambda: _label(stem, offer),
        lambda: kinds.choose(stem, offer),
        *(partial(_pay, stem, name) for name in seen),
        partial(_empty_until_entered, f"{stem}.{kind}", "booked_per_week") if kind else None,
        partial(_empty_until_entered, f"{stem}.work.pay", QUOTA) if salaried else None,
        partial(_weeks_off, stem, work),
        partial(_empty_until_entered, f"{stem}.work.pay", CONTRACT) if contracted else None,
        partial(parts.state_of_work, stem),
        partial(parts.employer, stem, work) if isinstance(work, Employee) else None,
        partial(fields.choice, "licence.family"),
        partial(_empty_until_entered, f"{stem}.work.time", "meetings_hours_per_week"),
        partial(_empty_until_entered, stem, "supervision_hours_per_week"),
        partial(_empty_until_entered, stem, "supervision_price_per_hour"),
        partial(_empty_until_entered, f"{stem}.work", "health_premium_per_month"),
        partial(_empty_until_entered, f"{stem}.{kind}", NOTES) if kind else None,
        under=stem,
    )
    guessed = card_words.typical(offer, state.offers())
    if guessed:
        frame.quiet(guessed)


def _label(stem: str, offer: Offer) -> None:
    """The name; offers that go on to this one follow it."""

    def changes(typed: str) -> Mapping[str, Any]:
        found: dict[str, Any] = {f"{stem}.label": typed}
        for place, other in enumerate(state.offers().offers):
            if offer.label and other.after_licence.moves_to == offer.label:
                found[f"offers.{place}.after_licence.moves_to"] = typed
        return found

    fields.text(f"{stem}.label", changes=changes)


def _weeks_off(stem: str, work: Work) -> None:
    """All weeks off, empty while none of them was entered."""
    root, known = f"{stem}.work", work.time.model_fields_set
    rest = {name: getattr(work.time, name) for name in known - set(practice_groups.WEEKS)}
    practice_groups.weeks_off(root, work, HOURS, none={f"{root}.time": rest})


def _empty_until_entered(root: str, name: str) -> None:
    """A figure of an offer or a part of it: empty while nobody entered it, and emptied again."""
    path = f"{root}.{name}"
    holder: Inputs = state.document().value_at(root)

    def write(typed: float | None) -> Mapping[str, Any]:
        if typed is not None:
            return {path: typed}
        kept = (holder.model_fields_set | tags_of(type(holder))) - {name}
        return {root: {field: getattr(holder, field) for field in kept}}

    stated = kinds.stated(holder, name)
    fields.number_of(fields.field_at(path), path, stated, write, may_be_empty=True)


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
    "Pay in detail": parts.details_of_pay,
    SESSIONS: parts.sessions,
    HOURS: parts.hours,
    "Benefits": parts.benefits,
    "Costs": parts.costs,
    "Start, and after the licence": parts.course,
}
