"""The offers of the page Job offers: a folded card for each; added, copied and taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import streamlit as st

from calc.errors import Problem
from calc.offers import Comparison
from calc.scenario import Employee, LicenceInputs, Offer, Offers, Salary, Time
from calc.scenario.offers import MOST_OFFERS
from calc.scenario.sessions import booked_in_all
from ui.offers import fields as offer_fields
from ui.offers import kinds
from ui.offers import words as offer_words
from ui.shell import fields, frame, intake, rows, state
from ui.telling import refusals, words
from ui.telling.words import joined

REMOVED = "offer removed"
MOST_NAME = 70  # leaves room for a number behind it
COPIED = re.compile(r" \(copy(?: \d+)?\)$")
HEAD = "Open a letter to change it. It is compared once its pay and sessions are entered."
MISSING = {"no_pay": "pay", "no_sessions": "sessions scheduled a week"}  # nothing wrong with them


def cards(comparison: Comparison) -> None:
    """A card for each offer, what keeps one out above it, and the buttons below them."""
    offers = state.offers()
    frame.heading("Your letters", HEAD)
    with fields.place("offers"):
        fields.told_here("offers")
    numbers = rows.numbers_of("offers", len(offers.offers))
    for place, offer in enumerate(offers.offers):
        _card(comparison, place, offer, numbers[place])
    _removed()
    with st.container(horizontal=True):
        st.button(
            "Add an offer",
            icon=":material/add:",
            key="add offer",
            disabled=len(offers.offers) >= MOST_OFFERS,
            help=f"Up to {MOST_OFFERS}.",
            on_click=intake.first(add),
        )


def offer_own() -> None:
    """The way to letters of one's own, while those of the example are shown."""
    if not state.is_own():
        st.button(
            "Start with my own",
            icon=":material/edit:",
            key="own offers",
            help="Two empty cards; the example stays in the menu Plan.",
            on_click=intake.first(start_own),
        )


def _card(comparison: Comparison, place: int, offer: Offer, number: int) -> None:
    name = words.escape(offer_words.name_of(offer, place))
    problems = comparison.incomplete.get(place, ())
    for problem in problems:
        if problem.kind not in MISSING:
            st.warning(f"**{name}:** {refusals.sentence(problem, comparison.offers)}")
    with fields.folded(f"offer {number}", f"**{name}** · {_summary(offer, problems)}") as card:
        if card.open:
            _to_hold_the_quota(comparison, problems)
            with fields.place(f"offer {number}"):
                offer_fields.card(place, number, offer)
            _buttons(number)


def _to_hold_the_quota(comparison: Comparison, problems: Sequence[Problem]) -> None:
    """How many sessions a quota that was entered takes, while nobody entered how many there are."""
    for problem in problems:
        if problem.kind == "no_sessions" and problem.bound is not None:
            frame.quiet(refusals.sentence(problem, comparison.offers))


def _summary(offer: Offer, problems: Sequence[Problem]) -> str:
    """Pay and caseload in a few words, or what is missing."""
    missing = [MISSING[problem.kind] for problem in problems if problem.kind in MISSING]
    if missing:
        return f"still to enter: {joined(list(dict.fromkeys(missing)))}"
    if problems:
        return "not complete"
    booked = booked_in_all(offer.work.session_kinds)
    pay = words.escape(kinds.told(offer.work, state.offers().currency))
    return f"{pay}, {booked:g} booked a week"


def _removed() -> None:
    """That a letter was removed, and the way back, until the letters are changed again."""
    if st.session_state.get(REMOVED) is not state.offers() or not state.can_go_back():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("Removed.")
        st.button(
            ":blue[Take it back]",
            type="tertiary",
            key="offer removed back",
            on_click=intake.first(state.go_back),
        )


def _buttons(number: int) -> None:
    full = len(state.offers().offers) >= MOST_OFFERS
    with st.container(horizontal=True):
        st.button(
            "Copy this offer",
            icon=":material/content_copy:",
            key=f"copy offer {number}",
            disabled=full,
            on_click=intake.first(copy),
            args=(number,),
        )
        st.button(
            "Remove this offer",
            icon=":material/remove:",
            key=f"remove offer {number}",
            on_click=intake.first(remove),
            args=(number,),
        )


def add() -> None:
    """An empty offer at the end, its card open: what a letter says is typed into it."""
    with state.working_on("offers"):
        now = state.offers().offers
        _rebuild((*now, _empty(now)), opened=len(now))


def _empty(rows: tuple[Offer, ...]) -> Offer:
    name = _free_name("Offer", rows, len(rows) + 1)
    time = Time(marketing_hours_per_week=0.0)  # an employer markets, not the employee
    return Offer(label=name, work=Employee(pay=Salary(salary_per_year=0.0), time=time))


def _free_name(stem: str, rows: tuple[Offer, ...], number: int) -> str:
    taken = {offer.label for offer in rows}
    while f"{stem} {number}" in taken:
        number += 1
    return f"{stem} {number}"


def _name_of_copy(name: str, rows: tuple[Offer, ...]) -> str:
    """A name that can be read in a list of names, and that no other offer has."""
    stem = COPIED.sub("", name)[:MOST_NAME]
    taken, found, number = {offer.label for offer in rows}, f"{stem} (copy)", 2
    while found in taken:
        found, number = f"{stem} (copy {number})", number + 1
    return found


def _place_of(number: int) -> int | None:
    """Where the offer of a number stands by now; None where it is gone."""
    numbers = rows.numbers_of("offers", len(state.offers().offers))
    return numbers.index(number) if number in numbers else None


def copy(number: int) -> None:
    """The same offer once more, right after it, under a name of its own."""
    with state.working_on("offers"):
        now, place = state.offers().offers, _place_of(number)
        if place is None or len(now) >= MOST_OFFERS:
            return
        found = _with(now[place], label=_name_of_copy(offer_words.name_of(now[place], place), now))
        order = [*range(place + 1), None, *range(place + 1, len(now))]
        _rebuild((*now[: place + 1], found, *now[place + 1 :]), order, opened=place + 1)


def remove(number: int) -> None:
    """The offers without one of them; whoever went on to it stays."""
    with state.working_on("offers"):
        now, place = state.offers().offers, _place_of(number)
        if place is None:
            return
        gone = now[place].label
        kept = [_without_move(row, gone) for row in (*now[:place], *now[place + 1 :])]
        _rebuild(tuple(kept), [*range(place), *range(place + 1, len(now))])
        st.session_state[REMOVED] = state.offers()


def _without_move(offer: Offer, gone: str) -> Offer:
    if offer.after_licence.moves_to != gone:
        return offer
    return _with(offer, after_licence={"raise_share": offer.after_licence.raise_share})


def _with(offer: Offer, **changed: Any) -> Offer:
    """An offer with some of its fields changed; what was left alone stays so."""
    stated = {name: getattr(offer, name) for name in offer.model_fields_set}
    return Offer.model_validate({**stated, **changed})


def _rebuild(
    found: tuple[Any, ...], order: list[int | None] | None = None, opened: int | None = None
) -> None:
    """The cards in another order, with new ones, or fewer; each goes along as it is."""
    rows.reshape("offers", found, order=order)
    if opened is not None:
        number = rows.numbers_of("offers", len(state.offers().offers))[opened]
        st.session_state[f"group offer {number}"] = True


def start_own() -> None:
    """Two empty cards in place of the example."""
    with state.working_on("offers"):
        first = _empty(())
        licence = LicenceInputs(family="none")
        state.open_document(Offers(offers=(first, _empty((first,))), licence=licence))
        for number in range(MOST_OFFERS):
            st.session_state[f"group offer {number}"] = number == 0
