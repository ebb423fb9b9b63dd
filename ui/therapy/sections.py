"""Parts of the page Own therapy, and its one line on Your hour."""

from __future__ import annotations

import math
from functools import partial

import streamlit as st

from calc import Result
from calc.questions.solve import figure_of
from calc.questions.therapy import SESSIONS, PaysForIt, TherapyAnswers, fee_that_pays
from calc.scenario import OwnTherapy
from calc.scenario.fields import words_of
from ui.shell import drawer, fields, frame, state, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table
from ui.therapy import words as therapy_words

STEM = "support.own_therapy"


def inputs(found: TherapyAnswers) -> None:
    """Price, sessions, minutes, travel and tax."""
    sentence = "The local fee, and how often."
    if found.is_trial:
        sessions = numbers.number(
            float(found.result.scenario.support.own_therapy.sessions_per_year)
        )
        sentence = therapy_words.TRIAL.format(sessions=sessions)
    frame.heading("Your hour in the other chair", sentence)
    if found.is_trial:
        sessions_planned = found.result.scenario.support.own_therapy.sessions_per_year
        if st.button("Put it into the plan"):
            state.change(SESSIONS, sessions_planned, {SESSIONS: sessions_planned})
            st.rerun()
    with fields.place("own therapy"):
        fields.rows(
            "full_price_per_session",
            "sessions_per_year",
            "minutes_per_session",
            "travel_minutes_per_session",
            under=STEM,
        )
        fields.choice(f"{STEM}.price_option")
        fields.choice(f"{STEM}.tax_status")
    with st.popover("About tax"):
        st.markdown(therapy_words.TAX)


def figures(found: TherapyAnswers) -> None:
    """Wage before and after, and what is left over."""
    currency = found.result.scenario.currency
    before = found.without.wage_after_loans_and_therapy
    after = found.result.wage_after_loans_and_therapy
    left = float(figure_of(found.result, "left_over_per_month"))
    drawer.cards(
        (
            drawer.Figure("Wage before", numbers.wage(float(before.amount), currency)),
            drawer.Figure("Wage after", numbers.wage(float(after.amount), currency)),
            drawer.Figure("Left over a month", numbers.money(left, currency)),
        )
    )


def pays(found: TherapyAnswers) -> None:
    """What pays for it."""
    currency = found.result.scenario.currency
    frame.heading("What pays for it", therapy_words.PAYS)
    rows = [
        (therapy_words.called(found, item), item.now, item.then if item.reached else math.nan)
        for item in found.pays
    ]
    now = [partial(_amount, item, currency) for item in found.pays]
    then = [partial(_reached, item, currency) for item in found.pays]
    shown = Table(("Either", "From", "To"), rows, (now, then))
    streamlit_ways.table(shown, "What pays for own therapy")
    for item in found.pays:
        if not item.reached:
            nearest = words.escape(therapy_words.amount(item, item.then, currency))
            frame.quiet(f"{therapy_words.what(item)}: not reachable; the best is {nearest}.")
    if lost := therapy_words.lost_clients(found):
        frame.quiet(lost)


def _amount(found: PaysForIt, currency: str, amount: float) -> str:
    return therapy_words.amount(found, amount, currency)


def _reached(found: PaysForIt, currency: str, _: float) -> str:
    return therapy_words.then(found, currency) if found.reached else "not reachable"


def options(found: TherapyAnswers) -> None:
    """The price options side by side."""
    currency = found.result.scenario.currency
    frame.heading("Price options", therapy_words.PRICES)
    rows = sorted(found.options, key=lambda row: -row.price)
    own = found.result.scenario.support.own_therapy.price_option
    kinds = words_of(OwnTherapy.model_fields["price_option"])
    prices = [
        (
            _bold(kinds[row.option], row.option == own),
            round(row.price, 2),
            round(row.per_year),
            _rise_of(row.fee_rise),
            round(row.wage_after, 2),
        )
        for row in rows
    ]
    money = partial(numbers.money, currency=currency)
    rise = partial(_rise, currency=currency)
    ways = (money, money, rise, partial(numbers.wage, currency=currency))
    shown = Table(("Kind", "Price", "A year", "Rise", "Wage after"), prices, ways)
    streamlit_ways.table(shown, "Price options")
    frame.quiet(
        "Rise is what the fee, rate or salary rises by to pay for it. Courtesy, sliding and "
        "group prices are typical shares of the full price, two of them our judgement."
    )


def _rise_of(fee: PaysForIt) -> float:
    """How far the fee that pays for it, as it is written, lies above today's."""
    return therapy_words.pays_from(fee) - fee.now if fee.reached else math.nan


def _rise(amount: float, currency: str) -> str:
    if not math.isfinite(amount):
        return "not reachable"
    return numbers.difference(amount, currency, cents=numbers.has_cents(amount))


def _bold(text: str, bold: bool) -> str:
    return f"**{text}**" if bold else text


def which_hour(found: TherapyAnswers) -> None:
    """Rest or a client's hour: two cells of equal size, neither marked as better."""
    frame.heading("Which hour it takes", "Free time, or the hour of a client.")
    grid = st.grid(2, min_column_width=250, gap="xsmall", border=True)
    with grid.cell():
        st.markdown(f"**An hour of rest**  \n{therapy_words.rest(found)}")
    with grid.cell():
        st.markdown(f"**A client's hour**  \n{therapy_words.clients_hour(found)}")


def one_line(result: Result) -> None:
    """What own therapy costs and what pays for it, where the plan has any."""
    if not float(result.own_therapy.amount):
        return
    st.markdown(therapy_words.one_line(result, fee_that_pays(result)))
