"""What to ask for and about: counter-offer, open questions, level points, public service."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from calc.offers import Compared, Comparison, Levels, counter_offer, equal_pay, level_by
from calc.offers.even import By
from calc.questions.solve import OutOfReach, Reached, Target
from calc.scenario import Offers, OwnPractice
from ui.offers import ask_words, tables
from ui.offers import words as offer_words
from ui.shell import fields, frame, intake, state, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table

WHICH = "which counter"
PER = {"hourly": " an hour", "per_session": " a session", "split": " of what is collected"}
THE_EASIEST = "which of them is easiest for you"


def _kept(name: str, asked: tuple[Any, ...], found: Callable[[], Any]) -> Any:
    """An answer that takes long, worked out anew only when what is asked has changed."""
    store = st.session_state.setdefault("offer answers", {})
    before = store.get(name)
    if (
        before is None
        or len(before[0]) != len(asked)
        or not all(
            old is new or (isinstance(old, int | float | str) and old == new)
            for old, new in zip(before[0], asked, strict=True)
        )
    ):
        store[name] = before = (asked, found())
    return before[1]


def counter(comparison: Comparison, ranked: Sequence[Compared]) -> None:
    """The smallest single change that lifts one offer to a wage, with words to use."""
    offers = comparison.offers
    known = [one for one in ranked if math.isfinite(float(one.result.wage.amount))]
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
    asks = _kept(
        "counter",
        (offers, found.place, wage),
        lambda: counter_offer(found, target, between=intake.give_way),
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


def questions(ranked: Sequence[Compared]) -> None:
    """Questions from what the letters do not say, with what the answer is worth."""
    open_ones = [found for found in ranked if found.offer.letter.unsaid]
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


def level(ranked: Sequence[Compared], offers: Offers) -> None:
    """Where two offers come level; worked out when it is opened."""
    with st.expander(
        "**Where two offers are level**", key="offers level", on_change="rerun"
    ) as open_:
        if not open_.open:
            return
        if len(ranked) < 2:
            st.markdown(offer_words.ADD_A_SECOND)
            return
        places = [one.place for one in ranked]
        pair = []
        with st.container(horizontal=True):
            for key, first in (("level one", places[0]), ("level other", places[1])):
                if st.session_state.get(key) not in places:
                    st.session_state[key] = first
                pair.append(
                    st.selectbox(
                        "This offer" if key == "level one" else "and this one",
                        places,
                        format_func=lambda place: _name(ranked, place),
                        key=key,
                    )
                )
        one, other = (next(r for r in ranked if r.place == place) for place in pair)
        if one is other:
            st.markdown("Choose two different offers.")
            return
        for said in _levels(one, other, offers):
            st.markdown(f"- {said}")


def _levels(one: Compared, other: Compared, offers: Offers) -> list[str]:
    """Sentences: by missed sessions, by booked ones, and by pay."""
    asked = (offers, one.place, other.place)
    said = [
        _level(_kept(f"level {by}", asked, partial(level_by, one, other, by)), one, other)
        for by in ("missed", "booked")
    ]
    return [*said, *(_equal(*pair, offers) for pair in ((one, other), (other, one)))]


def _level(found: Levels, one: Compared, other: Compared) -> str:
    names = {"one": words.escape(offer_words.named(one)), "other": _escaped(other)}
    what = "share missed" if found.by == "missed" else "sessions booked a week"
    if not found.points:
        if found.leads is None:
            return f"By {what}, they are level throughout, or cannot be compared."
        return f"Whatever the {what}, {names[found.leads]} leaves more to take home."
    parts = []
    for point in found.points:
        at, to = _at(found.by, point.at), _at(found.by, point.to)
        month, theirs = (
            words.escape(numbers.money(figure, offer_words.currency_of(one)))
            for figure in (point.figure, point.other_figure)
        )
        span = f"There both leave {month} a month." if at == to else f"To {to} both leave the same."
        if month != theirs:
            span = f"There a tax or a payment jumps: {month} a month against {theirs}."
        parts.append(
            f"Up to **{at}** in both, {names[point.ahead_below]} leaves more to take home; beyond, "
            f"{names[point.ahead_above]} does. {span}"
        )
    return " ".join(parts)


def _escaped(found: Compared) -> str:
    return words.escape(offer_words.named(found))


def _at(by: By, value: float) -> str:
    if by == "missed":
        return f"{numbers.percent(value)} of sessions missed"
    return f"{numbers.number(value, 1)} sessions booked a week"


def _equal(one: Compared, other: Compared, offers: Offers) -> str:
    """What one would have to pay for its hour to pay as much as the other's."""
    asked = (offers, one.place, other.place)
    pay = _kept(f"equal {one.place}", asked, lambda: _pay_found(equal_pay(one, other)))
    name, wanted = _escaped(one), _escaped(other)
    if pay is None:
        return f"No pay within what we search makes an hour of {name} pay as much as {wanted}."
    value, unit = pay
    if not value:
        return f"Even without pay an hour of {name} is worth as much as {wanted}."
    amount = numbers.percent(value, 1) if unit == "share" else _pay(value, unit, offers.currency)
    return f"{name} would pay as much for an hour as {wanted} at **{amount}**."


def _pay_found(answer: Reached | OutOfReach) -> tuple[float, str] | None:
    """The pay and its unit; None where none was found."""
    return (answer.value, answer.unknown.unit) if isinstance(answer, Reached) else None


def _pay(value: float, unit: str, currency: str) -> str:
    per = {"money_per_year": "a year", "money_per_hour": "an hour"}.get(unit, "a session")
    return f"{words.escape(numbers.money(value, currency))} {per}"


def service(ranked: Sequence[Compared], offers: Offers) -> None:
    """What public service and loan awards are worth as pay: shown apart, never in the wage."""
    title = "**Public service and loan awards, as pay**"
    with st.expander(title, key="offer service", on_change="rerun") as folded:
        if not folded.open:
            return
        rows = [(found, found.service, _award(found)) for found in ranked]
        if not any(worth or award for _, worth, award in rows):
            st.markdown(
                "None of these offers counts towards Public Service Loan Forgiveness for your "
                "loans, and none gives a loan award."
            )
            return
        frame_ = pd.DataFrame(
            {
                "Offer": tables.headers([offer_words.named(one) for one in ranked], "Offer"),
                "PSLF a year": [
                    _or_zero(worth and worth.believed.per_year) for _, worth, _ in rows
                ],
                "PSLF today": [_or_zero(worth and worth.believed.worth) for _, worth, _ in rows],
                "Award a year": [award for _, _, award in rows],
            }
        )
        money = partial(numbers.money, currency=offers.currency, cents=False)
        table = Table(frame_, ((money,) * 3,) * len(rows))
        streamlit_ways.table(table, "Public service")
        st.markdown(
            ":small[:gray[PSLF is worth that after tax while you stay in public service to the "
            "end; leaving early loses it. It is in no wage above. Awards are in take-home.]]"
        )


def _award(found: Compared) -> float:
    return next(
        (float(part.amount) for part in found.benefits.parts if part.key == "money_in.award"), 0.0
    )


def _or_zero(amount: Any) -> float:
    return float(amount) if amount is not None else 0.0
