"""Parts of the page Your hour: its four figures, its remarks, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from calc import Result
from calc.ledger import Line
from calc.questions.solve import figure_of
from calc.year.wage import switch_period
from ui.load import sections as load_sections
from ui.shell import clock, drawer, examples, frame, person_groups, state, streamlit_ways
from ui.telling import charts, hour_words, numbers, tables, tax_dates, words
from ui.telling.remark_words import remark
from ui.therapy import sections as therapy_sections

PERIODS = {
    "year": "a year",
    "month": "a month",
    "week": "a worked week",
    "session": "a booked session",
}


BESIDE = ("clients_in_other_states",)
FOLLOW = ("no_sessions", "no_money_in")
WAGE = "What you take home in a year, divided by every hour the work takes."
TAKE_HOME = "What comes in over a year, less what the work costs, its taxes and your health cover."
HOURS = "Every hour the work takes in a year, divided by the weeks you work."


def figures(result: Result, baseline: Result | None) -> None:
    """The figures on top, each with its difference from a baseline and its "How ...?"."""
    load = load_sections.figure(result, state.load_of(result))
    drawer.cards((*_figures(result, baseline), load))


def _figures(result: Result, baseline: Result | None) -> Iterator[drawer.Figure]:
    """Wage, take-home and hours."""
    currency = result.scenario.currency
    now = float(result.wage.amount)
    before = float(baseline.wage.amount) if baseline else None
    chip, against = words.since(now, before, partial(numbers.wage, currency=currency))
    yield drawer.Figure(
        "True hourly wage",
        numbers.wage(now, currency),
        chip,
        drawer.How(
            asked="How this wage?",
            title="How this wage is made",
            figure=("True hourly wage", numbers.wage(now, currency)),
            sentence=WAGE,
            line=result.breakdown,
            currency=currency,
        ),
        against=against,
    )
    now = float(figure_of(result, "take_home_per_month"))
    before = float(figure_of(baseline, "take_home_per_month")) if baseline else None
    chip, against = words.since(now, before, partial(numbers.money, currency=currency))
    yield drawer.Figure(
        "Take-home a month",
        numbers.money(now, currency),
        chip,
        drawer.How(
            asked="How this take-home?",
            title="How this take-home is made",
            figure=("Take-home a year", numbers.money(float(result.take_home.amount), currency)),
            sentence=TAKE_HOME,
            line=result.breakdown.parts[0],
            currency=currency,
        ),
        against=against,
    )
    now = float(result.year.hours_per_week.amount)
    before = float(baseline.year.hours_per_week.amount) if baseline else None
    chip, against = words.since(now, before, numbers.hours)
    yield drawer.Figure(
        "Hours a worked week",
        numbers.hours(now),
        chip,
        drawer.How(
            asked="How these hours?",
            title="How these hours are made",
            figure=("Hours a worked week", numbers.hours(now)),
            sentence=HOURS,
            line=result.year.hours_per_week,
            currency=currency,
        ),
        against=against,
    )


def remarks(result: Result) -> None:
    """What is odd or left out, a sentence each, but for what is told beside its field.

    Without a week of work there is no session and no money either: the weeks are what to mend.
    """
    idle = any(found.kind == "no_worked_weeks" for found in result.remarks)
    hidden = (*BESIDE, *FOLLOW) if idle else BESIDE
    for found in result.remarks:
        if found.kind not in hidden:
            st.warning(remark(found, result.scenario))


def remarks_beside(result: Result) -> None:
    """What is told beside its field, in the group Clients."""
    for found in result.remarks:
        if found.kind in BESIDE:
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
    theirs = examples.needs_of(result.scenario) == float(result.scenario.household.needs_per_month)
    needs = hour_words.needs_sentence(result, of_example=theirs)
    frame.heading("What is left", needs)
    period = st.selectbox(
        "Also show by",
        list(PERIODS)[1:],
        format_func=PERIODS.__getitem__,
        key="left period",
        width=260,
    )
    line = hour_words.saving_named(drawer.without_zeros(result.left_over))
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
    """What to keep of what clients pay for tax, and who wants how much of it by when."""
    currency = result.scenario.currency
    schedule = tax_dates.schedule_of(result)
    frame.heading("Set aside for tax", tax_dates.sentence(result, schedule))
    if schedule is None:
        return
    streamlit_ways.table(
        tax_dates.table(schedule, clock.today(), currency), "Estimated tax by due date"
    )
    frame.quiet(" ".join(tax_dates.notes(result, schedule)))
    person_groups.last_years_tax()
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
