"""Sections of the page Taxes and saving: the premium credit, and room for saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from calc import Result
from calc.errors import ScenarioError
from calc.questions.cover import cover_year, edge_of_credit, not_worked_out
from calc.questions.cover_saving import (
    Way,
    WaySaved,
    over_saving,
    saving_for_credit,
    ways_of,
)
from calc.questions.saving_room import rooms_of, saving_costs
from calc.scenario import MarketplaceCover
from ui.shell import answers, fields, frame, state, streamlit_ways
from ui.telling import cliff_chart, cover_words, refusals, saving_words, words
from ui.telling.chart_frame import Chart

T = TypeVar("T")
COVER = "household.cover"
PEOPLE, BENCHMARK = "people_covered", "benchmark_per_month"
PREMIUM = "work.health_premium_per_month"
READ_IT = (
    "Read the benchmark at your marketplace: the second-cheapest silver plan of those covered."
)
IN_TICKS = ("sep",)  # ways whose room is marked on the axis of another
A_HUNDRED = 100.0  # dollars put in, by which the cost of a dollar is told


COVER_LINE = "What the marketplace pays of a premium."


def premium_credit(result: Result) -> None:
    """The cliff over what is saved, and the credit in words."""
    ways = ways_of(result)
    shown = _way(ways)
    drawn = shown is not None and not_worked_out(result) is None
    line = cover_words.curve_line(shown.way) if shown and drawn else COVER_LINE
    frame.heading("Saving and the premium credit", line)
    try:
        found = _kept("year", result, cover_year)
    except ScenarioError as error:
        for problem in error.problems:
            st.warning(refusals.sentence(problem, result.scenario))
        return
    if found is None:
        why = not_worked_out(result)
        assert why is not None
        st.info(cover_words.missing(why, result))
        return
    if shown:
        _cliff(result, shown, ways)
    for said in cover_words.told(found, _kept("edge", result, edge_of_credit), result):
        st.markdown(said)
    frame.quiet(cover_words.OUTSIDE)


def in_short(result: Result) -> str:
    """The saving that would bring a credit, for the line below the heading; else nothing."""
    shown = _way(ways_of(result)) if not_worked_out(result) is None else None
    if shown is None:
        return ""
    try:
        effect = _kept(f"saving {shown.way}", result, lambda each: saving_for_credit(each, shown))
    except ScenarioError:
        return ""  # the section says why
    return "" if effect is None else cover_words.in_short(effect)


def _way(ways: tuple[WaySaved, ...]) -> WaySaved | None:
    """The way of saving that is shown: the first, until another is chosen."""
    if not ways:
        return None
    chosen = st.session_state.get("way saved")
    return next((way for way in ways if way.way == chosen), ways[0])


def _cliff(result: Result, shown: WaySaved, ways: tuple[WaySaved, ...]) -> None:
    names = [way.way for way in ways]
    st.segmented_control(
        "Saved in",
        names,
        default=names[0],
        required=True,
        format_func=lambda name: cover_words.WAYS[name],
        key="way saved",
        label_visibility="collapsed",
    )

    def drawn() -> Chart:
        curve = _kept(f"curve {shown.way}", result, lambda each: over_saving(each, shown))
        assert curve is not None
        ends: Mapping[Way, float] = {
            way.way: way.most for way in ways if way.way in IN_TICKS and way.most < shown.most
        }
        return cliff_chart.cliff(curve, frame.theme(), dict(ends), result.scenario.currency)

    frame.chart(drawn, "credit cliff", words.NOTHING_TO_DRAW)
    effect = _kept(f"saving {shown.way}", result, lambda each: saving_for_credit(each, shown))
    if effect is not None:
        st.markdown(cover_words.saving(effect))


def _kept(name: str, result: Result, asked: Callable[[Result], T]) -> T:
    """An answer kept until the plan or its year is another."""
    of, at = answers.parts_of(result.scenario), (result.rules.tax_year,)
    return answers.kept(f"cover {name}", partial(asked, result), of=of, at=at)


def cover_fields() -> None:
    """The premium, the benchmark, what is paid in advance, and how many are covered."""
    with fields.place("cover"):
        fields.rows(
            lambda: fields.number(PREMIUM),
            *(partial(_of_cover, name) for name in MarketplaceCover.model_fields),
        )
    frame.quiet(READ_IT)


def _of_cover(name: str) -> None:
    """A field of the cover, which is stated as soon as one of its fields is, and until none is."""
    stated = state.document().value_at(COVER) or MarketplaceCover()
    info = MarketplaceCover.model_fields[name]

    def write(typed: float | None) -> Mapping[str, Any]:
        whole = name == PEOPLE and typed is not None and float(typed).is_integer()
        then = {one: getattr(stated, one) for one in MarketplaceCover.model_fields}
        then[name] = int(typed) if whole and typed is not None else typed
        return {COVER: None if then == MarketplaceCover().model_dump() else then}

    path, shown = f"{COVER}.{name}", getattr(stated, name)
    fields.number_of(info, path, shown, write, may_be_empty=name == BENCHMARK)


def saving_room(result: Result) -> None:
    """Each plan with the most that may go in, by when, and what a dollar of it costs."""
    frame.heading("Saving room", "The most that the law lets go into each plan this year.")
    currency, rooms = result.scenario.currency, rooms_of(result)
    if not rooms:
        st.info("Room for saving is worked out for a United States return only.")
        return
    streamlit_ways.table(saving_words.rooms_table(rooms, currency), "Room in each plan")
    costs = _kept("costs", result, lambda each: saving_costs(each, A_HUNDRED))
    with st.expander("**What a dollar costs, and by when**", key="saving steps"):
        table = saving_words.costs_table(costs, currency)
        streamlit_ways.table(table, "What a dollar put into each plan costs in hand")
        frame.quiet(saving_words.ROTH_COSTS)
        streamlit_ways.table(saving_words.steps_table(rooms), "Each step and its last day")
    for said in (
        saving_words.catch_up(rooms, currency),
        saving_words.savers_credit(rooms),
        saving_words.CHOICE,
        saving_words.IRA,
    ):
        if said:
            frame.quiet(said)
