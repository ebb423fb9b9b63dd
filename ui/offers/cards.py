"""The offers of the page Job offers: a folded card for each; added, copied and taken away."""

from __future__ import annotations

from typing import Any

import streamlit as st

from calc.offers import Comparison
from calc.scenario import Employee, Offer, Offers, Salary
from calc.scenario.offers import MOST_OFFERS
from calc.scenario.sessions import booked_in_all
from ui.offers import fields as offer_fields
from ui.offers import kinds
from ui.offers import words as offer_words
from ui.shell import fields, frame, intake, state
from ui.telling import refusals, words

MOST_NAME = 70  # leaves room for a number behind it
HEAD = "One folded card for each letter. What is not complete is kept, and left out meanwhile."


def cards(comparison: Comparison) -> None:
    """A card for each offer, what keeps one out above it, and the buttons below them."""
    offers = state.offers()
    frame.heading("Your letters", HEAD)
    with fields.place("offers"):
        fields.told_here("offers")
    for place, offer in enumerate(offers.offers):
        _card(comparison, place, offer)
    with st.container(horizontal=True):
        st.button(
            "Add an offer",
            icon=":material/add:",
            key="add offer",
            disabled=len(offers.offers) >= MOST_OFFERS,
            help=f"Up to {MOST_OFFERS}.",
            on_click=intake.first(add),
        )
        if not state.is_own():
            st.button(
                "Start with my own",
                icon=":material/edit:",
                key="own offers",
                help="Two empty cards; the example stays in the menu Plan.",
                on_click=intake.first(start_own),
            )


def _card(comparison: Comparison, place: int, offer: Offer) -> None:
    name = words.escape(offer_words.name_of(offer, place))
    problems = comparison.incomplete.get(place, ())
    for problem in problems:
        st.warning(f"**{name}:** {refusals.sentence(problem, comparison.offers)}")
    with fields.folded(f"offer {place}", f"**{name}** · {_summary(offer, bool(problems))}") as card:
        if card.open:
            with fields.place(f"offer {place}"):
                offer_fields.card(place, offer)
            _buttons(place)


def _summary(offer: Offer, incomplete: bool) -> str:
    """Pay and caseload in a few words, or that something is missing."""
    if incomplete:
        return "not complete"
    booked = booked_in_all(offer.work.session_kinds)
    pay = words.escape(kinds.told(offer.work, state.offers().currency))
    return f"{pay}, {booked:g} booked a week"


def _buttons(place: int) -> None:
    full = len(state.offers().offers) >= MOST_OFFERS
    with st.container(horizontal=True):
        st.button(
            "Copy this offer",
            icon=":material/content_copy:",
            key=f"copy offer {place}",
            disabled=full,
            on_click=intake.first(copy),
            args=(place,),
        )
        st.button(
            "Remove this offer",
            icon=":material/remove:",
            key=f"remove offer {place}",
            on_click=intake.first(remove),
            args=(place,),
        )


def add() -> None:
    """An empty offer at the end, its card open: what a letter says is typed into it."""
    with state.working_on("offers"):
        rows = state.offers().offers
        _rebuild((*rows, _empty(rows)), opened=len(rows))


def _empty(rows: tuple[Offer, ...]) -> Offer:
    name = _free_name("Offer", rows, len(rows) + 1)
    return Offer(label=name, work=Employee(pay=Salary(salary_per_year=0.0)))


def _free_name(stem: str, rows: tuple[Offer, ...], number: int) -> str:
    taken = {offer.label for offer in rows}
    while f"{stem} {number}" in taken:
        number += 1
    return f"{stem} {number}"


def copy(place: int) -> None:
    """The same offer once more, right after it, under a name of its own."""
    with state.working_on("offers"):
        rows = state.offers().offers
        name = _free_name(offer_words.name_of(rows[place], place)[:MOST_NAME], rows, 2)
        found = _with(rows[place], label=name)
        order = [*range(place + 1), None, *range(place + 1, len(rows))]
        _rebuild((*rows[: place + 1], found, *rows[place + 1 :]), order, opened=place + 1)


def remove(place: int) -> None:
    """The offers without one of them; whoever went on to it stays."""
    with state.working_on("offers"):
        rows = state.offers().offers
        gone = rows[place].label
        kept = [_without_move(row, gone) for row in (*rows[:place], *rows[place + 1 :])]
        order = [*range(place), *range(place + 1, len(rows))]
        _rebuild(tuple(kept), order)


def _without_move(offer: Offer, gone: str) -> Offer:
    if offer.after_licence.moves_to != gone:
        return offer
    return _with(offer, after_licence={"raise_share": offer.after_licence.raise_share})


def _with(offer: Offer, **changed: Any) -> Offer:
    """An offer with some of its fields changed; what was left alone stays so."""
    stated = {name: getattr(offer, name) for name in offer.model_fields_set}
    return Offer.model_validate({**stated, **changed})


def _rebuild(
    rows: tuple[Any, ...], order: list[int | None] | None = None, opened: int | None = None
) -> None:
    """Lays the cards anew; what was typed and not taken, and which cards are open, goes along.

    `order` names, for each new place, the place it comes from.
    """
    refused, laid_by = dict(state.refused()), dict(state.laid_by())
    before = {place: _is_open(place) for place in range(MOST_OFFERS)}
    was = order if order is not None else list(range(len(rows)))
    for name in [name for name in laid_by if name.startswith("offers.")]:
        del state.laid_by()[name]
    state.reshape("offers", rows)
    for new, old in enumerate(was):
        st.session_state[f"group offer {new}"] = (
            before.get(old, False) if old is not None else False
        )
        for path, kept in refused.items():
            stem = f"offers.{old}."
            if old is not None and path.removeprefix("virtual.").startswith(stem):
                moved = path.replace(stem, f"offers.{new}.", 1)
                changes = kept.changes and {
                    name.replace(stem, f"offers.{new}.", 1): value
                    for name, value in kept.changes.items()
                }
                problems = tuple(
                    type(problem)(moved, problem.kind, problem.value, problem.bound)
                    for problem in kept.problems
                )
                state.refuse(moved, kept.shown, problems, changes)
        for name in [name for name in laid_by if name.startswith(f"offers.{old} ")]:
            state.laid_by()[f"offers.{new} {name.partition(' ')[2]}"] = laid_by[name]
    if opened is not None:
        st.session_state[f"group offer {opened}"] = True


def _is_open(place: int) -> bool:
    return bool(st.session_state.get(f"group offer {place}", False))


def start_own() -> None:
    """Two empty cards in place of the example."""
    with state.working_on("offers"):
        first = _empty(())
        rows = (first, _empty((first,)))
        state.open_document(Offers(offers=rows))
        for place in range(MOST_OFFERS):
            st.session_state[f"group offer {place}"] = place == 0
