"""Sections of the page Taxes and saving: both forms of a practice, tax dates, what is left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from calc import Result
from calc.scenario import Scenario
from ui.shell import clock, drawer, fields, frame, person_groups, streamlit_ways
from ui.taxes import asked, charts, tables, words
from ui.taxes.view import Forms
from ui.telling import limits, numbers, tax_dates
from ui.telling.chart_frame import Chart
from ui.telling.tables import Table

SHAPES = (("wide", False), ("narrow", True))


def corporation(found: Forms, plan: Scenario) -> None:
    """The curve of the gain over the salary, and what comparable pay is."""
    frame.heading(words.CURVE, words.CURVE_LINE)
    for shape, phone in SHAPES:
        with st.container(key=f"{shape}-taxes-curve"):
            drawn = partial(_curve, found, plan.currency, phone=phone)
            frame.chart(drawn, f"gain {shape}", words.NOT_DRAWN)
    frame.as_table("gain", partial(tables.curve, found, plan))
    frame.quiet(words.salary_line(found, plan.currency))


def _curve(found: Forms, currency: str, *, phone: bool) -> Chart | None:
    return charts.gain_curve(found, frame.theme(), currency, phone=phone)


def both_forms(found: Forms, plan: Scenario) -> None:
    """The fields, both forms row by row, and both returns behind them."""
    frame.heading(words.BOTH, words.BOTH_LINE)
    asked.draw(plan, found)
    if found.both is None:
        st.info(words.headline(found, plan))
        return
    streamlit_ways.table(tables.both_forms(found, plan), "Taxes and costs of both forms")
    st.markdown(words.difference(found, plan.currency))
    under = (
        words.household_line(found),
        words.to_check(found, plan),
        words.election_line(found, plan),
    )
    for said in filter(None, under):
        frame.quiet(said)
    drawer.button(_how(found, plan.currency))


def _how(found: Forms, currency: str) -> drawer.How:
    assert found.both is not None
    return drawer.How(
        asked=words.HOW,
        title=words.HOW,
        figure=("Leaves more a year", numbers.money(found.gain, currency, cents=False)),
        sentence=words.HOW_LINE,
        line=found.both.gain,
        currency=currency,
    )


def also(found: Forms, plan: Scenario) -> None:
    """What else moves with the form, how one elects it, and how surely its taxes were read."""
    folded("taxes also", words.ALSO, "pension, loans, saving", lambda: _also(found, plan))
    folded("taxes electing", words.ELECTING, "dates, boards", lambda: _electing(found, plan))
    folded("taxes sure", words.SURE, "sources", lambda: _sure(found))


def _also(found: Forms, plan: Scenario) -> None:
    for said in words.also(found, plan):
        st.markdown(said)


def _electing(found: Forms, plan: Scenario) -> None:
    for said in words.electing(found, plan):
        st.markdown(said)


def _sure(found: Forms) -> None:
    for said in (words.salary_sources(found), *words.entity_sources(found)):
        st.markdown(said)


def folded(name: str, title: str, summary: str, draw: Callable[[], None]) -> None:
    """A fold that says what it holds, drawn only when it is open."""
    with fields.folded(name, f"**{title}** · {summary}") as group:
        if group.open:
            draw()


def dates(result: Result) -> None:
    """Who wants how much of the year's tax by when."""
    schedule = tax_dates.schedule_of(result)
    frame.heading(words.DATES, tax_dates.sentence(result, schedule))
    if schedule is None:
        return
    today, currency = clock.today(), result.scenario.currency
    shown: dict[str, Callable[..., Table]] = {
        "wide": tax_dates.wide_table,
        "narrow": tax_dates.table,
    }
    for shape, made in shown.items():
        with st.container(key=f"{shape}-taxes-dates"):
            streamlit_ways.table(
                made(schedule, today, currency), f"Estimated tax by due date, {shape}"
            )
    frame.quiet(" ".join(tax_dates.notes(result, schedule)))
    person_groups.last_years_tax()


def not_computed() -> None:
    """What of the taxes of a year is left out, and what to do instead."""
    folded("taxes limits", "Not computed", words.not_computed(), _limits)


def _limits() -> None:
    for title, table in limits.tables(limits.shown_in("taxes")):
        streamlit_ways.table(table, f"Not computed: {title}")
