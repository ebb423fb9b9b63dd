"""What to ask for and about: counter-offer, open questions, level points, public service."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from calc.offers import Compared, counter_offer
from calc.questions.solve import Target
from calc.scenario import Offers, OwnPractice
from ui.offers import ask_words, tables
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import answers, fields, frame, intake, state, streamlit_ways
from ui.telling import numbers, words

WHICH = "which counter"
PER = {"hourly": " an hour", "per_session": " a session", "split": " of what is collected"}
THE_EASIEST = "which of them is easiest for you"


def counter(view: View) -> None:
    """The smallest single change that lifts one offer to a wage, with words to use."""
    offers = view.offers
    known = [one for one in view.ranked if math.isfinite(float(one.result.wage.amount))]
    if not known:
        return
    lowest = min(known, key=lambda one: float(one.result.wage.amount))
    found = _which(known, lowest)
    wage = _target(offers, known, found)
    name, written = words.escape(offer_words.named(found)), numbers.wage(wage, offers.currency)
    frame.heading(
        "A counter-offer",
        f"The smallest single change that lifts {name} to {words.escape(written)} an hour.",
    )
    controls, answer = st.columns([5, 7], gap="medium")
    with controls:
        st.selectbox(
            "Counter-offer to",
            [one.place for one in known],
            format_func=lambda place: _name(known, place),
            key=WHICH,
        )
        if offers is state.offers():
            with fields.place("counter"):
                _wage_field(offers)
    with answer:
        _asks(offers, found, wage)


def _wage_field(offers: Offers) -> None:
    """The wage to reach; empty for that of the best other offer."""
    path = "target_wage_per_hour"
    fields.number_of(
        fields.field_at(path),
        path,
        float(offers.target_wage_per_hour) or None,
        lambda typed: {path: typed or 0.0},
        help_text="The true hourly wage that the counter-offer asks for. Empty: that of the best "
        "other offer.",
        may_be_empty=True,
    )


def _which(known: Sequence[Compared], lowest: Compared) -> Compared:
    """The offer chosen in the select box further down; the lowest until one is chosen."""
    places = [one.place for one in known]
    chosen = st.session_state.get("counter chosen")
    place = chosen if chosen in places else lowest.place

    def take(chosen: Any) -> None:
        st.session_state["counter chosen"] = chosen

    intake.show(WHICH, place, take)
    return next(one for one in known if one.place == place)


def _name(known: Sequence[Compared], place: int) -> str:
    return next(offer_words.named(one) for one in known if one.place == place)


def _target(offers: Offers, known: Sequence[Compared], found: Compared) -> float:
    """The wage to reach: the person's own, else that of the best other offer."""
    own = float(offers.target_wage_per_hour)
    others = [float(one.result.wage.amount) for one in known if one.place != found.place]
    return own or max([*others, float(found.result.wage.amount)])


def _asks(offers: Offers, found: Compared, wage: float) -> None:
    target = Target("wage", wage)
    asks = answers.kept(
        "counter",
        partial(counter_offer, found, target, between=intake.give_way),
        of=(offers,),
        at=(found.place, wage),
    )
    if not asks:
        name = words.escape(offer_words.named(found))
        there = float(found.result.wage.amount) >= wage
        st.info(
            f"{name} pays that already. Choose another offer, or a higher wage to reach."
            if there
            else f"No term of {name} moves its wage. Enter sessions booked a week first."
        )
        return
    reached = [ask for ask in asks if ask.reached]
    short = [ask for ask in asks if not ask.reached and abs(ask.ask - ask.current) > 0.0]
    if reached:
        table = tables.counter(reached, offers.currency)
        streamlit_ways.table(table, "Terms to ask for")
        if isinstance(found.offer.work, OwnPractice):
            return  # nobody to write to
        with st.popover("Words you can use", icon=":material/chat_bubble:"):
            st.code(letter(found, offers, asks), language=None, wrap_lines=True)
    else:
        st.info("No single term reaches that wage. Below is what each comes to.")
    if short:
        table = tables.short_of_it(short, offers.currency)
        streamlit_ways.table(table, "Terms that fall short")


def letter(found: Compared, offers: Offers, asks: Sequence[Any]) -> str:
    """Words to send: thanks, then the terms any one of which would do."""
    paid = found.offer.work.pay
    pay = "" if paid is None else PER.get(paid.kind, "")
    requests = [ask_words.request(ask, offers.currency, pay) for ask in asks if ask.reached]
    lines = "\n".join(f"- {said[:1].upper()}{said[1:]}" for said in requests)
    one = (
        "One of these would let me say yes:" if len(requests) > 1 else "This would let me say yes:"
    )
    hours = numbers.hours(float(found.result.year.hours_per_week.amount))
    return (
        f"Thank you for the offer. I added up all the hours it takes, about {hours} in a worked "
        f"week with notes and meetings. {one}\n{lines}\n"
        f"I would be glad to talk about {'it' if len(requests) == 1 else THE_EASIEST}."
    )


def questions(view: View) -> None:
    """Questions from what the letters do not say, with what the answer is worth."""
    open_ones = [found for found in view.ranked if found.offer.letter.unsaid]
    if not open_ones:
        return
    frame.heading("Questions to ask", "What the letters do not say, and what the answer is worth.")
    for found in open_ones:
        st.markdown(f"**{words.escape(offer_words.named(found))}**")
        st.markdown("\n".join(f"- {_question(found, term)}" for term in found.offer.letter.unsaid))


def _question(found: Compared, term: Any) -> str:
    currency = offer_words.currency_of(found)
    said = ask_words.QUESTIONS[term]
    for reading in found.band.readings if found.band else ():
        if reading.term == term:
            low, high = (
                words.escape(numbers.wage(end, currency)) for end in (reading.worse, reading.better)
            )
            return f"{said} :gray[{low} to {high} an hour.]"
    return f"{said} :gray[It moves no figure here.]"


def service(view: View) -> None:
    """What public service and loan awards are worth as pay: shown apart, never in the wage."""
    title = "**Public service and loan awards, as pay**"
    with st.expander(title, key="offer service", on_change="rerun") as folded:
        if not folded.open:
            return
        awards = [_award(found) for found in view.ranked]
        if not any(found.service for found in view.ranked) and not any(awards):
            st.markdown(
                "None of these offers counts towards Public Service Loan Forgiveness for your "
                "loans, and none gives a loan award."
            )
            return
        streamlit_ways.table(tables.service(view.ranked, awards, view.currency), "Public service")
        frame.quiet(
            "PSLF is worth that after tax while you stay in public service to the "
            "end; leaving early loses it. It is in no wage above. Awards are in take-home."
        )


def _award(found: Compared) -> float:
    return next(
        (float(part.amount) for part in found.benefits.parts if part.key == "money_in.award"), 0.0
    )
