"""Parts of the page Set a rate: the answer, the map, the levers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import streamlit as st

from calc import Result
from calc.errors import ScenarioError
from calc.questions.rate import Ask, Found
from calc.questions.rate_map import LeastFee, Map, least_fees
from calc.questions.sweep import Lever, levers
from ui.rate import answer_words, card_words, charts, reach_words, view
from ui.rate import words as rate_words
from ui.rate.kinds import without_a_kind
from ui.shell import drawer, frame, state, streamlit_ways
from ui.telling import numbers, tables, words
from ui.telling.marks import quiet

HOW_FOUND = (
    "Take-home of a year at this answer. Every value that could be the answer was tried on a "
    "grid, then closer and closer to where the targets are just met."
)
STEP_OF = {
    "fee": "fee_step",
    "slot": "slot_step",
    "missed": "missed_step",
    "week_off": "week_step",
    "costs": "costs_step",
}


def heading(result: Result, ask: Ask | None) -> tuple[str, str]:
    """The answer of the page and the sentence below it."""
    if ask is None:
        return rate_words.NOTHING, rate_words.NOTHING_LINE
    found = view.found(result, ask)
    if found is None:
        return rate_words.NO_TARGET, rate_words.NO_LIMIT
    currency = result.scenario.currency
    said, _ = answer_words.below(found, currency)
    return answer_words.headline(found, currency), " ".join(said)


def answer(result: Result, ask: Ask) -> None:
    """The answer as a figure and the way to use it; else what comes nearest, and what helps."""
    found = view.found(result, ask)
    if found is None:
        return
    currency = result.scenario.currency
    if not found.reached:
        st.info(reach_words.nearest(found, currency))
        _rest(found, currency)
        _relaxed(found, currency)
        drawn = view.drawn(result, ask) if ask.sought == "fee" else None
        if drawn is not None and (fewer := reach_words.other_caseloads(drawn)):
            st.markdown(fewer)
        return
    if not found.any_does:
        _figure(result, found)


def decides(result: Result, ask: Ask) -> None:
    """What decides an answer that was found, the answer tried again, and what gives way."""
    found = view.found(result, ask)
    if found is None or not found.reached:
        return
    currency = result.scenario.currency
    st.markdown(answer_words.binds(found, currency))
    _rest(found, currency)
    if not found.any_does:
        check = answer_words.whole_in(answer_words.check(found, currency), currency)
        frame.quiet(check)
    _relaxed(found, currency)


def _rest(found: Found, currency: str) -> None:
    """What the line under the heading has no room for."""
    _, rest = answer_words.below(found, currency)
    if rest:
        st.markdown(" ".join(rest))


def _figure(result: Result, found: Found) -> None:
    """The answer, the way to use it and how it is made."""
    currency = result.scenario.currency
    label, figure = answer_words.metric(found, currency)
    st.metric(
        label,
        figure,
        answer_words.chip(found, currency),
        delta_color="off",
        delta_arrow="off",
        border=True,
    )
    _use(result, found)
    how = drawer.How(
        asked="How this answer?",
        title="How this answer is made",
        figure=(label, figure.replace("\\", "")),
        sentence=HOW_FOUND,
        line=found.result.breakdown.parts[0],
        currency=currency,
    )
    drawer.button(how)


def _relaxed(found: Found, currency: str) -> None:
    """The answer without each target."""
    st.markdown("  \n".join(map(quiet, answer_words.relaxed(found, currency))))


def _use(result: Result, found: Found) -> None:
    """The one primary button: writes the answer into the plan."""
    changes = found.changes()
    same = all(float(result.scenario.value_at(path)) == value for path, value in changes.items())
    if same or found.any_does:
        return
    name = {"booked": "caseload", "weeks_off": "number of weeks"}.get(found.ask.sought)
    name = name or rate_words.thing(found.ask.sought, found.unknown)
    also = answer_words.also_sets(found, result.scenario)
    # Nobody is urged to ask for less.
    less = found.ask.sought in answer_words.TODAY and found.value < found.current
    together = len(answer_words.fees(found, result.scenario.currency)) > 1
    label = "Use these fees" if together else f"Use this {name}"
    shown = label if less else f":violet[{label}]"
    if st.button(shown, type="secondary" if less else "primary", key="use"):
        state.change("virtual.rate", found.value, changes)
        st.rerun()
    if also:
        frame.quiet(also)


def beside(result: Result, ask: Ask) -> None:
    """The map; where there is no fee to set, the levers stand in its place."""
    drawn = view.drawn(result, ask)
    if drawn is None:
        frame.later(partial(moves, result))
    else:
        _map(result, ask, drawn)


def below(result: Result, ask: Ask | None) -> None:
    """The levers, below the map."""
    if ask is None or view.drawn(result, ask) is not None:
        frame.later(partial(moves, result))


def _map(result: Result, ask: Ask, drawn: Map) -> None:
    """Fee and caseload, with a line for each target."""
    scenario = result.scenario
    frame.heading("Fee and caseload", _map_line(drawn))
    met = drawn.met >= 0.0
    frame.chart(
        lambda: charts.map_chart(drawn, ask, frame.theme(), scenario.currency),
        "map",
        words.NOTHING_TO_DRAW,
    )
    if drawn.targets and not met.any():
        st.markdown(rate_words.NOWHERE)
    off = charts.off_the_map(drawn, ask, scenario.currency)
    if off:
        frame.quiet(" ".join(off))
    frame.as_table("map", lambda: least_table(least_fees(drawn), ask, scenario.currency))


def _map_line(drawn: Map) -> str:
    key = rate_words.MAP_KEY if drawn.answer else "Ring: as it is today."
    if not drawn.targets or not (drawn.met >= 0.0).any():
        return key
    return f"In the tinted part every target is met. {key}"


def least_table(rows: tuple[LeastFee, ...], ask: Ask, currency: str) -> tables.Table:
    """The least fee at each caseload, and what it gives."""
    after = "After therapy" if ask.therapy else "A month"
    whole = partial(numbers.money, currency=currency, cents=False)
    return tables.Table(
        ("Sessions a week", "Lowest fee", after, "Hours", "Load"),
        [
            (rate_words.plain(row.booked), row.fee, row.take_home, row.hours, row.load)
            for row in rows
        ],
        (
            partial(_or_none, written=whole, none="none"),
            partial(_or_none, written=whole),
            numbers.hours,
            partial(_or_none, written=partial(numbers.number, decimals=1)),
        ),
    )


def _or_none(amount: float, written: Callable[[float], str], none: str = "–") -> str:
    return written(amount) if np.isfinite(amount) else none


def moves(result: Result) -> None:
    """The levers, strongest first."""
    try:
        found = tuple(item for item in levers(result) if _does_something(item))
    except ScenarioError:  # a step leads beyond what is modelled
        return
    if not found:
        return
    currency, rules = result.scenario.currency, result.rules

    def step(name: str) -> float:
        key = f"levers.{STEP_OF.get(name, name)}"
        return 0.0 if name in ("late_charged", "without") else rules[key].number

    line = card_words.levers_line(found, step("notes"), step("fee"))
    frame.heading("What moves your wage most", line)
    rows = [
        (
            card_words.lever(item, step(item.name), result.scenario),
            round(item.wage, 2),
            round(item.take_home),
            round(item.hours, 1),
            round(item.load, 1),
        )
        for item in found
    ]
    ways = (
        partial(numbers.difference, currency=currency, cents=True),
        partial(numbers.difference, currency=currency, cents=False),
        _signed,
        _signed,
    )
    shown = tables.Table(("Change", "Wage", "A month", "Hours", "Load"), rows, ways)
    streamlit_ways.table(shown, "Changes with the wage, take-home a month, hours a week and load")
    frame.quiet(card_words.LEVERS_NOTE)
    without_a_kind(result)


def _does_something(item: Lever) -> bool:
    """Whether any figure of the row moves as it is written: a fee of no session moves none."""
    return any(
        (round(item.wage, 2), round(item.take_home), round(item.hours, 1), round(item.load, 1))
    )


def _signed(amount: float) -> str:
    return numbers.signed(amount) if round(amount, 1) else "0"
