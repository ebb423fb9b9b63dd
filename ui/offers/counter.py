"""A counter-offer: what can be had, what reaches the next letter, and words to send."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from calc.offers import (
    Ask,
    Compared,
    Step,
    can_be_had,
    counter_offer,
    next_better,
    steps,
)
from calc.questions.solve import Target
from calc.scenario import Offers, OwnPractice
from ui.offers import ask_words, chosen, tables
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import answers, fields, frame, intake, state, streamlit_ways
from ui.telling import numbers, words

WHICH = "counter"
NOBODY = "In a practice of your own there is nobody to ask. Set a rate finds the fee instead."


@dataclass(frozen=True)
class Talk:
    """What can be said to one employer: the steps, and what reaches a wage, odd asks apart."""

    steps: tuple[Step, ...]
    reaching: tuple[Ask, ...]
    beyond: Ask | None


def draw(view: View) -> None:
    """What to ask of one letter: the lowest until another is chosen."""
    offers = view.offers
    known = [one for one in view.ranked if math.isfinite(float(one.result.wage.amount))]
    if not known:
        return
    lowest = min(known, key=lambda one: float(one.result.wage.amount))
    letters = {view.number_of(one): one for one in known}
    number = chosen.letter(WHICH, letters, view.number_of(lowest))
    found = letters[number]
    name = words.escape(offer_words.named(found))
    frame.heading("A counter-offer", f"What you might ask of {name}, and what an hour would pay.")
    controls, answer = st.columns([5, 7], gap="medium")
    with controls:
        chosen.ask(WHICH, "Counter-offer to", letters, number)
        if offers is state.offers():
            with fields.place("counter"):
                _wage_field(offers)
    with answer:
        frame.later(partial(_answer, found, offers, known))


def _wage_field(offers: Offers) -> None:
    """The wage to reach; empty for that of the next better letter."""
    path = "target_wage_per_hour"
    fields.number_of(
        fields.field_at(path),
        path,
        float(offers.target_wage_per_hour) or None,
        lambda typed: {path: typed or 0.0},
        help_text="The true hourly wage that the counter-offer is to reach. Empty: that of the "
        "letter that pays the next more.",
        may_be_empty=True,
    )


def _answer(found: Compared, offers: Offers, known: Sequence[Compared]) -> None:
    if isinstance(found.offer.work, OwnPractice):
        st.info(NOBODY)
        return
    better = next_better(found, tuple(known))
    wage = float(offers.target_wage_per_hour)
    if not wage and better is not None:
        wage = float(better.result.wage.amount)
    talk = answers.kept("counter", partial(_worked, found, wage), of=(found,), at=(wage,))
    rows = ask_words.rows(found, talk.steps, talk.reaching, offers.currency)
    if rows:
        table = tables.asked(rows, wage or math.inf, offers.currency)
        streamlit_ways.table(table, "What may be asked for")
    reached = any(wage and row.wage >= wage for row in rows)
    for said in _reaches(found, offers, talk, better, wage, reached):
        st.markdown(said)
    if rows:
        with st.popover("Words you can use", icon=":material/chat_bubble:"):
            requests = [row.request for row in rows]
            picked = st.selectbox("Ask for", requests, key=f"ask for {found.place}")
            st.code(ask_words.letter(found, offers, picked), language=None, wrap_lines=True)


def _worked(found: Compared, wage: float) -> Talk:
    """The steps; with a wage to reach above today's, also each change of one term that does."""
    reaching: list[Ask] = []
    if wage > float(found.result.wage.amount):
        asks = counter_offer(found, Target("wage", wage), between=intake.give_way)
        reaching = [ask for ask in asks if ask.reached]
    beyond = next((ask for ask in reaching if ask.term == "pay"), None)
    had = tuple(ask for ask in reaching if can_be_had(found, ask))
    return Talk(steps(found), had, None if beyond in had else beyond)


def _reaches(
    found: Compared,
    offers: Offers,
    talk: Talk,
    better: Compared | None,
    wage: float,
    reached: bool,
) -> list[str]:
    """Which wage is to be reached, and whether what may be had reaches it."""
    if not wage:
        return ["No other letter here pays more for an hour."]
    written = words.escape(numbers.wage(wage, offers.currency))
    said = f"You want {written} an hour."
    if not float(offers.target_wage_per_hour) and better is not None:
        said = f"The next letter up, {words.escape(offer_words.named(better))}, pays {written}."
    if wage <= float(found.result.wage.amount):
        return [f"{said} {words.escape(offer_words.named(found))} pays that already."]
    if reached:
        return [f"{said} Each change in bold reaches it alone."]
    lines = [f"{said} None of these changes alone reaches it."]
    if talk.beyond is not None:
        lines.append(ask_words.beyond(talk.beyond, offers.currency))
    return lines
