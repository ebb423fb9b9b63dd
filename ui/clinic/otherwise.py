"""What a plan does if it goes otherwise: fewer clients, more missed, higher pay, late payers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st

from calc.staffing import ClinicResult, cash_timeline
from calc.staffing.otherwise import Otherwise, results_otherwise
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import frame, intake, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table

THOUSAND = 1000.0
TITLES: Mapping[Otherwise, str] = {
    "fewer_sessions": "A tenth fewer sessions",
    "more_sessions": "A tenth more sessions",
    "more_missed": "5 points more no-shows",
    "higher_pay": "Pay 5 % higher",
    "insurers_pay_less": "Insurers pay 10 % less",
    "insurers_pay_later": "Insurers pay new posts 4 weeks later",
}


def draw(view: View) -> None:
    """Each change alone, with margin, lowest wage, heaviest load and lowest cash."""
    st.markdown("Each row is one change alone, against the plan shown. Money in thousands.")
    with st.spinner("Working out each change."):
        rows = list(_rows(view))
    table = Table(("If", "Margin", "Wage", "Of 100", "Cash"), rows)
    streamlit_ways.table(table, "What each change alone does")
    frame.quiet(
        "Lowest wage; of 100 like the most exhausted, how many are; lowest cash within two years."
    )


def _rows(view: View) -> Iterator[tuple[str, ...]]:
    yield _row("**As planned**", view.result)
    for key, result in results_otherwise(view.clinic, view.least_pay, intake.give_way):
        yield _row(TITLES[key], result)


def _row(title: str, result: ClinicResult) -> tuple[str, ...]:
    currency = result.clinic.currency
    return (
        title,
        _thousands(float(result.margin.amount), currency),
        words.escape(numbers.wage(clinic_words.lowest_wage(result.posts), currency)),
        numbers.number(clinic_words.most_exhausted(result.posts)),
        _thousands(cash_timeline(result).lowest, currency),
    )


def _thousands(amount: float, currency: str) -> str:
    """Money in thousands, so that five columns fit a phone."""
    return words.escape(f"{numbers.money(amount / THOUSAND, currency, cents=False)}k")
