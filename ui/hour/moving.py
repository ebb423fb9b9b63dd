"""What the same work would leave in another state, by each state's own law."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from calc import Result, Scenario
from calc.questions.moving import StateHome, take_home_by_state
from ui.shell import frame, streamlit_ways
from ui.telling import law_words, numbers
from ui.telling.chart_frame import Chart
from ui.telling.chart_rows import HOUR_ROW, Bar, Row, rows_chart
from ui.telling.palette import Palette
from ui.telling.tables import Table
from ui.telling.words import escape

SHOWN_AT_EACH_END = 3
SENIOR = 65  # from here on most states give something
NO_PENSIONS = (
    "Pensions are those of a private plan, with what states leave untaxed of them from 60 or the "
    "age of their law. What they leave untaxed of public pensions and social security is not "
    "worked out, nor what they give for property, rent or medical costs."
)


def elsewhere(result: Result) -> None:
    """A folded comparison of all states; worked out only when it is opened."""
    with st.expander("If you lived in another state", key="elsewhere", on_change="rerun") as folded:
        if not folded.open:
            return
        homes = take_home_by_state(result)
        if not homes:
            st.markdown(
                f"State income tax is not recorded for {result.rules.tax_year}, or tax is worked "
                "out otherwise: there is nothing to compare."
            )
            return
        st.markdown(
            "Take-home a month with the same work, fees and costs, by each state's own tax law, "
            "its taxes on a practice too. Local taxes and your own rates are left out; a spouse's "
            "taxes change along."
        )
        shown = ends(homes)
        frame.chart(bars(shown, frame.theme()), "elsewhere chart", "")
        frame.quiet(how_sure(homes, result))
        for said in (of_age(result.scenario), not_counted(homes)):
            if said:
                frame.quiet(said)
        streamlit_ways.table(table(homes), "All states")


def how_sure(homes: Sequence[StateHome], result: Result) -> str:
    """How many states rest on a figure that is an estimate, or on one for age that was not read."""
    oldest, year = law_words.oldest_of(result.scenario), result.rules.tax_year
    estimated = sum(not home.confirmed for home in homes)
    unread = any(law_words.unread_for_age(home.code, year, oldest) for home in homes)
    or_age = ", or for your age on one that was not read in a source" * unread
    return (
        f"{estimated} of {len(homes)} states rest on a figure that is an estimate until the state "
        f"publishes its own{or_age}; they are marked in the table."
    )


def of_age(plan: Scenario) -> str:
    """What is counted for age, and what is not of pensions; nothing where neither matters."""
    if law_words.oldest_of(plan) >= SENIOR:
        return f"What a state gives for age is counted. {NO_PENSIONS}"
    return NO_PENSIONS * bool(plan.household.pension_income_per_year)


def not_counted(homes: Sequence[StateHome]) -> str:
    """Taxes on the practice that hang on facts which are not asked, by name; nothing without."""
    names = [escape(name) for home in homes for name in home.told]
    return f"Not counted, for they hang on facts not asked: {'; '.join(sorted(names))}." * bool(
        names
    )


def ends(homes: Sequence[StateHome]) -> list[StateHome]:
    """The states that leave most and least, and the own one, in order."""
    keep = (*homes[:SHOWN_AT_EACH_END], *homes[-SHOWN_AT_EACH_END:])
    return [home for home in homes if home in keep or home.own]


def bars(homes: Sequence[StateHome], palette: Palette) -> Chart:
    """A bar a state, most first; the own state is bold and hollow, as it is now."""
    rows = []
    for home in homes:
        written = numbers.money(float(home.per_month.amount))
        bar = Bar(0.0, float(home.per_month.amount), palette.kept, f"{written} a month", home.own)
        rows.append(Row(home.name, (bar,), written, "right", home.own))
    told = "; ".join(f"{row.label} {row.amount}" for row in rows)
    return rows_chart(rows, f"Take-home a month by state: {told}.", HOUR_ROW, palette)


def table(homes: Sequence[StateHome]) -> Table:
    """Every state with its take-home a month and the difference from the own one."""
    rows = [
        (
            _label(home),
            float(home.per_month.amount),
            float(home.difference_per_month.amount),
        )
        for home in homes
    ]
    ways = (partial(numbers.money, cents=False), partial(numbers.difference, cents=False))
    return Table(("State", "A month", "Difference"), rows, ways)


def _label(home: StateHome) -> str:
    name = f"**{escape(home.name)}**" if home.own else escape(home.name)
    return name if home.confirmed else f"{name} (estimate)"
