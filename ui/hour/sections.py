"""Parts of the page Your hour: its four figures, its remarks, and what is left."""

from __future__ import annotations

import math

import streamlit as st

from calc import Result
from calc.ledger import Line
from calc.questions.solve import figure_of
from calc.year.wage import switch_period
from ui.load import sections as load_sections
from ui.shell import drawer, frame, state, streamlit_ways
from ui.telling import charts, listings, numbers, tables, words
from ui.telling.remark_words import remark
from ui.therapy import sections as therapy_sections

PERIODS = ("year", "month", "week", "session")


def figures(result: Result, baseline: Result) -> None:
    """The figures on top, each with its difference from the baseline and its "How ...?"."""
    currency = result.scenario.currency
    now, before = float(result.wage.amount), float(baseline.wage.amount)
    month, month_before = (
        float(figure_of(one, "take_home_per_month")) for one in (result, baseline)
    )
    hours = float(result.year.hours_per_week.amount)
    hours_before = float(baseline.year.hours_per_week.amount)
    grid = st.grid(4, min_column_width=148, gap="xsmall", border=True)
    with grid.cell():
        _metric(
            "True hourly wage",
            numbers.wage(now, currency),
            now,
            before,
            numbers.difference(now - before, currency, True),
        )
        drawer.button(
            "How this wage?",
            "How this wage is made",
            ("True hourly wage", numbers.wage(now, currency)),
            "What you take home in a year, divided by every hour the work takes.",
            result.breakdown,
            currency,
        )
    with grid.cell():
        _metric(
            "Take-home a month",
            numbers.money(month, currency),
            month,
            month_before,
            numbers.difference(month - month_before, currency),
        )
        drawer.button(
            "How this take-home?",
            "How this take-home is made",
            ("Take-home a year", numbers.money(float(result.take_home.amount), currency)),
            "What comes in over a year, less what the work costs, its taxes and your health cover.",
            result.breakdown.parts[0],
            currency,
        )
    with grid.cell():
        _metric(
            "Hours a worked week",
            numbers.hours(hours),
            hours,
            hours_before,
            numbers.signed(hours - hours_before),
        )
        drawer.button(
            "How these hours?",
            "How these hours are made",
            ("Hours a worked week", numbers.hours(hours)),
            "Every hour the work takes in a year, divided by the weeks you work.",
            result.year.hours_per_week,
            currency,
        )
    with grid.cell():
        load_sections.metric(result, state.load_of(result))


def _metric(label: str, value: str, now: float, before: float, difference: str) -> None:
    st.metric(
        label,
        words.escape(value),
        words.escape(words.versus(now, before, difference)),
        delta_color="off",
        delta_arrow="off",
    )


def remarks(result: Result) -> None:
    """What is odd or left out, a sentence each."""
    for found in result.remarks:
        st.warning(remark(found, result.scenario))


def where_money_goes(result: Result) -> None:
    """What leaves of every hundred that comes in, and the statement for a period of choice."""
    currency = result.scenario.currency
    frame.heading("Where the money goes", words.money_sentence(result))
    frame.chart(
        charts.dollar(result.take_home, frame.theme(), currency), "dollar", words.NOTHING_TO_DRAW
    )

    def statement() -> tables.Table:
        period = st.selectbox("Shown for", PERIODS, format_func=words.choice, key="money period")
        line = drawer.without_zeros(result.breakdown.parts[0])
        return tables.statement_rows(switch_period(line, result.year, period), 2, currency)

    frame.as_table("money", statement)


def left_over(result: Result) -> None:
    """Take-home down to what is left, for a period of choice beside the year."""
    frame.heading("What is left", words.needs_sentence(result))
    period = st.selectbox(
        "Beside the year, show",
        PERIODS[1:],
        format_func=words.choice,
        key="left period",
        width=260,
    )
    line = drawer.without_zeros(result.left_over)
    other = switch_period(line, result.year, period)
    streamlit_ways.table(
        two_periods(line, other, words.choice(period), result.scenario.currency),
        "From take-home to what is left over",
    )
    rows = words.wages_rows(result)
    if len(rows) > 1:
        st.markdown(" · ".join(rows))
    if float(result.loans.amount):
        yearly = numbers.money(float(result.loans.amount), result.scenario.currency)
        drawer.button(
            "How these loan payments?",
            "How the loan payments are made",
            ("Loan payments a year", yearly),
            "What you pay on student loans in a year.",
            result.loans,
            result.scenario.currency,
        )
    therapy_sections.one_line(result)


def two_periods(line: Line, other: Line, name: str, currency: str) -> tables.Table:
    """A yearly statement beside the same one for another period."""
    yearly, shown = (tables.statement_rows(found, 1, currency) for found in (line, other))
    rows = [(*row, amount) for row, (_, amount) in zip(shown.rows, yearly.rows, strict=True)]
    return tables.Table(("Line", name.capitalize(), "A year"), rows, (*shown.ways, *yearly.ways))


def set_aside(result: Result) -> None:
    """What to put by for tax, of each payment and at each due date."""
    found = result.tax_to_put_by
    currency = result.scenario.currency
    frame.heading("Set aside for tax", words.set_aside_sentence(result))
    if not found.due_dates or not math.isfinite(float(found.share_of_payment.amount)):
        return
    streamlit_ways.table(listings.due_dates_table(found, currency), "Estimated tax by due date")
    with st.container(horizontal=True):
        drawer.button(
            "How this tax?",
            "How this tax is made",
            ("Taxes a year", numbers.money(float(result.taxes.amount), currency)),
            "The taxes of this work: your household's bill with it, less its bill without it.",
            result.taxes,
            currency,
        )
