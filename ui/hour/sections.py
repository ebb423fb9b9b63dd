"""Parts of the page Your hour: its four figures, its remarks, and what is left."""

from __future__ import annotations

import math
from collections.abc import Iterator

import streamlit as st

from calc import Result
from calc.ledger import Line
from calc.questions.solve import figure_of
from calc.year.wage import switch_period
from ui.load import sections as load_sections
from ui.shell import drawer, frame, state, streamlit_ways
from ui.telling import charts, hour_words, listings, numbers, tables, words
from ui.telling.remark_words import remark
from ui.therapy import sections as therapy_sections

PERIODS = {
    "year": "a year",
    "month": "a month",
    "week": "a worked week",
    "session": "a booked session",
}


WAGE = "What you take home in a year, divided by every hour the work takes."
TAKE_HOME = "What comes in over a year, less what the work costs, its taxes and your health cover."
HOURS = "Every hour the work takes in a year, divided by the weeks you work."


def figures(result: Result, baseline: Result) -> None:
    """The figures on top, each with its difference from the baseline and its "How ...?"."""
    load = load_sections.figure(result, state.load_of(result))
    drawer.cards((*_figures(result, baseline), load))


def _figures(result: Result, baseline: Result) -> Iterator[drawer.Figure]:
    """Wage, take-home and hours."""
    currency = result.scenario.currency
    now, before = float(result.wage.amount), float(baseline.wage.amount)
    yield drawer.Figure(
        "True hourly wage",
        numbers.wage(now, currency),
        words.versus(now, before, numbers.difference(now - before, currency, True)),
        drawer.How(
            asked="How this wage?",
            title="How this wage is made",
            figure=("True hourly wage", numbers.wage(now, currency)),
            sentence=WAGE,
            line=result.breakdown,
            currency=currency,
        ),
    )
    now, before = (float(figure_of(one, "take_home_per_month")) for one in (result, baseline))
    yield drawer.Figure(
        "Take-home a month",
        numbers.money(now, currency),
        words.versus(now, before, numbers.difference(now - before, currency)),
        drawer.How(
            asked="How this take-home?",
            title="How this take-home is made",
            figure=("Take-home a year", numbers.money(float(result.take_home.amount), currency)),
            sentence=TAKE_HOME,
            line=result.breakdown.parts[0],
            currency=currency,
        ),
    )
    now, before = (float(one.year.hours_per_week.amount) for one in (result, baseline))
    yield drawer.Figure(
        "Hours a worked week",
        numbers.hours(now),
        words.versus(now, before, numbers.signed(now - before)),
        drawer.How(
            asked="How these hours?",
            title="How these hours are made",
            figure=("Hours a worked week", numbers.hours(now)),
            sentence=HOURS,
            line=result.year.hours_per_week,
            currency=currency,
        ),
    )


def remarks(result: Result) -> None:
    """What is odd or left out, a sentence each."""
    for found in result.remarks:
        st.warning(remark(found, result.scenario))


def where_money_goes(result: Result) -> None:
    """What leaves of every hundred that comes in, and the statement for a period of choice."""
    currency = result.scenario.currency
    frame.heading("Where the money goes", hour_words.money_sentence(result))
    frame.chart(
        charts.dollar(result.take_home, frame.theme(), currency), "dollar", words.NOTHING_TO_DRAW
    )

    def statement() -> tables.Table:
        period = st.selectbox(
            "Shown for", list(PERIODS), format_func=PERIODS.__getitem__, key="money period"
        )
        line = drawer.without_zeros(result.breakdown.parts[0])
        return tables.statement_rows(switch_period(line, result.year, period), 2, currency)

    frame.as_table("money", statement)


def left_over(result: Result) -> None:
    """Take-home down to what is left, for a period of choice beside the year."""
    frame.heading("What is left", hour_words.needs_sentence(result))
    period = st.selectbox(
        "Beside the year, show",
        list(PERIODS)[1:],
        format_func=PERIODS.__getitem__,
        key="left period",
        width=260,
    )
    line = drawer.without_zeros(result.left_over)
    other = switch_period(line, result.year, period)
    streamlit_ways.table(
        two_periods(line, other, PERIODS[period], result.scenario.currency),
        "From take-home to what is left over",
    )
    rows = hour_words.wages_rows(result)
    if len(rows) > 1:
        st.markdown(" · ".join(rows))
    if float(result.loans.amount):
        currency = result.scenario.currency
        how = drawer.How(
            asked="How these loan payments?",
            title="How the loan payments are made",
            figure=("Loan payments a year", numbers.money(float(result.loans.amount), currency)),
            sentence="What you pay on student loans in a year.",
            line=result.loans,
            currency=currency,
        )
        drawer.button(how)
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
    frame.heading("Set aside for tax", hour_words.set_aside_sentence(result))
    if not found.due_dates or not math.isfinite(float(found.share_of_payment.amount)):
        return
    streamlit_ways.table(listings.due_dates_table(found, currency), "Estimated tax by due date")
    how = drawer.How(
        asked="How this tax?",
        title="How this tax is made",
        figure=("Taxes a year", numbers.money(float(result.taxes.amount), currency)),
        sentence="The taxes of this work: your household's bill with it, less its bill without it.",
        line=result.taxes,
        currency=currency,
    )
    with st.container(horizontal=True):
        drawer.button(how)
