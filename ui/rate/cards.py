"""Two cards of the page Set a rate: places at a reduced fee, and a fee that rises."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from calc import Result
from calc.errors import ScenarioError
from calc.questions.fees import FeeRise, fee_rise, places_affordable
from calc.questions.rate import Ask
from calc.questions.solve import Reached, Target, figure_of
from calc.questions.sought import has_fee
from calc.scenario.fields import MOST_MONEY
from calc.scenario.sessions import fees_that_move
from ui.rate import card_words, view
from ui.rate import words as rate_words
from ui.shell import examples, fields, frame, helps, streamlit_ways, trying
from ui.telling import numbers, tables, whose_words

STORE = "rate cards"
NOTICE_DAYS = 60
HALF = 0.5
REDUCED = trying.Tried(
    "Reduced fee", "money", "What these clients pay for a session.", 0.0, MOST_MONEY, 5.0
)
FLOOR = trying.Tried(
    "A month, at least",
    "money",
    "Take-home a month that has to stay. It starts at the take-home target.",
    0.0,
    MOST_MONEY,
    100.0,
)
NEW_FEE = trying.Tried(
    "New fee",
    "money",
    "For the first of the fees that move; the others rise in proportion.",
    0.0,
    MOST_MONEY,
    5.0,
)
LOST = trying.Tried("Sessions lost", "share", "Of clients who leave because of it.", 0.0, 1.0, 1.0)
RENEWED = trying.Tried(
    "New in a year",
    "share",
    "The part of the caseload that changes hands within a year.",
    0.0,
    1.0,
    5.0,
)


def places(result: Result, ask: Ask) -> None:
    """How many places a reduced fee allows, where there is a fee."""
    if has_fee(result.scenario):
        with helps.gathered("places"):
            _places(result, ask)


def rise(result: Result, ask: Ask) -> None:
    """What a fee that rises brings, where there is a fee."""
    if has_fee(result.scenario):
        with helps.gathered("rise"):
            _rise(result, ask)


def _first_fee(result: Result) -> float:
    kinds = result.scenario.work.session_kinds
    return next((float(kinds[place].fee_per_session) for place in fees_that_move(kinds)), math.nan)


def _store() -> dict[str, float]:
    """What was typed into the cards, until another plan is opened."""
    place = st.session_state.get("rate", {}).get("place")
    store: dict[str, Any] = st.session_state.get(STORE, {})
    if store.get("place") != place:
        store = {"place": place}
        st.session_state[STORE] = store
    return store


def _number(name: str, tried: trying.Tried, currency: str, above: DeltaGenerator) -> float:
    """A number of a card, between nothing and the most; it is no part of the plan."""
    store = _store()
    return trying.number(tried, name, f"rate card {store['place']} {name}", store, currency, above)


def _places(result: Result, ask: Ask) -> None:
    """How many places a reduced fee allows before take-home falls below a floor."""
    currency = result.scenario.currency
    fee = _first_fee(result)
    frame.heading("Places at a reduced fee", card_words.PLACES)
    today = float(figure_of(result, "take_home_per_month"))
    floor_start = ask.take_home if ask.take_home is not None else max(today // 100 * 100, 0.0)
    above = st.container()
    cells = fields.grid()
    with cells.cell():
        half = max(round(fee * HALF / 5.0) * 5.0, 0.0)
        reduced = _number("reduced fee", replace(REDUCED, start=half), currency, above)
    with cells.cell():
        floor = _number("floor", replace(FLOOR, start=floor_start), currency, above)
    try:
        found = places_affordable(result, reduced, Target("take_home_per_month", floor))
    except ScenarioError:
        st.info(card_words.TOO_MANY)
        return
    st.markdown(card_words.places(found, floor, currency))


class _Planned(NamedTuple):
    """A rise of the fee as it was typed; shares are 0 to 1, and no day is none typed."""

    fee: float
    lost_share: float
    begins: date | None
    only_new: bool
    renewed_share: float


def _rise(result: Result, ask: Ask) -> None:
    """What a higher fee brings in its first year and later, and what to write to clients."""
    currency = result.scenario.currency
    stays = rate_words.fees_that_stay(result.scenario)
    frame.heading("Raising the fee", f"{card_words.RISE} {stays}".strip())
    planned = _planned_rise(result, ask, currency)
    try:
        found = fee_rise(
            result,
            planned.fee,
            planned.lost_share,
            new_clients_only=planned.only_new,
            renewed_per_year_share=planned.renewed_share,
        )
    except ScenarioError:
        st.info(card_words.TOO_HIGH)
        return
    streamlit_ways.table(
        rise_table(result, found, planned.only_new, currency),
        "Take-home a month, wage and hours today and after the fee rises",
    )
    st.markdown(card_words.may_lose(found))
    if planned.begins is not None and found.fee > found.now:
        if planned.begins < datetime.now().astimezone().date():
            frame.quiet(card_words.GONE_BY)
            return
        whose = whose_words.whose_fees(result.scenario, examples.began(result.scenario))
        frame.quiet(f"For your letter. {whose}" if whose else "For your letter:")
        letter = card_words.letter(found, planned.begins, planned.only_new, currency)
        st.code(letter, language=None, wrap_lines=True)


def _planned_rise(result: Result, ask: Ask, currency: str) -> _Planned:
    """The fields of a rise, and what stands in them."""
    above = st.container()
    cells = fields.grid()
    with cells.cell():
        fee = _number("new fee", replace(NEW_FEE, start=_next_fee(result, ask)), currency, above)
    with cells.cell():
        usual = result.rules["levers.lost_clients"].number
        lost = _number("lost", replace(LOST, start=usual), currency, above)
    with cells.cell():
        begins = st.date_input(
            "From",
            value=first_day(datetime.now().astimezone().date()),
            key="rate card from",
            min_value=date.min,
            max_value=date.max,
            format="YYYY-MM-DD",
        )
    with cells.cell():
        only_new = st.toggle("New clients only", key="rate card only new")
    renewed = result.rules["levers.renewed_clients"].number
    if only_new:
        renewed = _number("renewed", replace(RENEWED, start=renewed), currency, above)
    return _Planned(
        fee,
        lost,
        begins if isinstance(begins, date) else None,
        only_new,
        renewed,
    )


def _next_fee(result: Result, ask: Ask) -> float:
    """The fee that was found where it is above today's, else a step above."""
    found = view.found(result, ask)
    today = _first_fee(result)
    if found and ask.sought == "fee" and isinstance(found.answer, Reached) and found.value > today:
        return found.value
    return today + result.rules["levers.fee_step"].number


def first_day(today: date) -> date:
    """The first day of a month that leaves two months of notice.

    >>> first_day(date(2026, 10, 15))
    datetime.date(2027, 1, 1)
    """
    least = today + timedelta(days=NOTICE_DAYS)
    later = date(least.year + least.month // 12, least.month % 12 + 1, 1)
    return least if least.day == 1 else later


def rise_table(result: Result, found: FeeRise, only_new: bool, currency: str) -> tables.Table:
    """Today, the first year and later; one row for both where all clients pay at once."""
    rows = [("Today", result), ("First year", found.first_year), ("Later", found.later)]
    if not only_new:
        rows = [("Today", result), ("After", found.later)]
    shown = [
        (
            name,
            round(float(figure_of(one, "take_home_per_month"))),
            round(float(one.wage.amount), 2),
            round(float(one.year.hours_per_week.amount), 1),
        )
        for name, one in rows
    ]
    ways = (
        partial(numbers.money, currency=currency, cents=False),
        partial(numbers.wage, currency=currency),
        numbers.hours,
    )
    return tables.Table(("When", "A month", "Wage", "Hours"), shown, ways)
