"""Rules and surveys behind job offers, as tables: pay for work, what boards ask, fees, wages."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from calc.parameters import Parameter, state_names
from calc.parameters.labour import OCCUPATIONS, labour_rules, wage_names, wage_table
from calc.parameters.licensure import board_rows, licence_fee_rows
from ui.offers.licence_words import FIGURES
from ui.telling import numbers, renewal_words
from ui.telling.loan_rules import certainty, where
from ui.telling.tables import Table
from ui.telling.words import KINDS, escape

Rows: TypeAlias = Iterable[tuple[str, str, Parameter]]

HEAD = "Laws of pay, boards, fees and a survey of wages, as read. Ask the state and the board."
QUARTERS = (1, 2, 3)  # of the five hourly percentiles
DUE = {
    "exam": "exam",
    "application": "once, to apply",
    "associate_renewal": "each renewal before the licence",
    "renewal": "each renewal once licensed",
    "earlier": "for a licence before it",
    "some": "only where asked",
    "dues": "by choice",
}
SALARIES = {"per_year": "", "per_year_city": " in the city", "per_year_rest": " elsewhere"}
NOT_READ = "figures not read: ask the board"


def origin(rule: Parameter) -> str:
    """Kind and year of a rule, its source with a link, and how sure it is."""
    sure = certainty(rule) if rule.certainty else ""
    unread = "" if rule.confirmed or sure else "not read in a source"
    said = [f"{KINDS[rule.kind]}, {rule.year}" if rule.year else KINDS[rule.kind], where(rule)]
    return " · ".join(filter(None, [*said, sure, unread]))


@functools.cache
def lists(on: datetime.date, today: datetime.date) -> Mapping[str, Table]:
    """All of them by title; what law changes by the day, as read for `on`.

    Until when a figure holds, or that it ran out, is told as on `today`.
    """
    return {
        title: _table(rows, on, today)
        for title, rows in (
            ("Pay for work, by state", labour(on)),
            ("What boards ask before a licence", boards()),
            ("Exams, applications and renewals", fees()),
            ("What others are paid", wages()),
        )
    }


def labour(on: datetime.date) -> Rows:
    """What law says of pay for work on a day, as far as read: hours, wages, salaries, 1099s."""
    return ((rule.label, _labour(rule), rule) for rule in labour_rules(on))


def boards() -> Rows:
    """What each board asks before the licence, as far as it was read."""
    return ((row.label, _board(row), row) for row in board_rows())


def fees() -> Rows:
    """What exams, applications, renewals and dues cost."""
    rows = licence_fee_rows()
    states = (state_names().get(row.text("state"), "") for row in rows)
    return (
        (f"{state}: {row.label}" if state else row.label, _fee(row), row)
        for state, row in zip(states, rows, strict=True)
    )


def wages() -> Rows:
    """What half of an occupation earns an hour, by state, all staff."""
    names = wage_names("occupations")
    tables = [(names.text(occupation), wage_table(occupation)) for occupation in OCCUPATIONS]
    return (
        (f"{name}, {state_names().get(area, 'United States')}", _wages(table, area), table)
        for name, table in tables
        for area in _choices(table)
    )


def _table(rows: Rows, on: datetime.date, today: datetime.date) -> Table:
    said_of = [
        (
            escape(label),
            escape(said),
            renewal_words.with_last_day(origin(rule), rule, on, today),
        )
        for label, said, rule in rows
    ]
    return Table(("Rule", "Value", "Source"), said_of)


def _choices(table: Parameter) -> tuple[str, ...]:
    return tuple(table.value) if isinstance(table.value, Mapping) else ()


def _labour(rule: Parameter) -> str:
    match rule.key.partition(".")[2].partition("_")[0], rule.value:
        case _, float():
            return f"{numbers.wage(rule.number)} an hour"
        case "classification", _:
            return rule.text("words")
        case "overtime", _:
            return f"{rule.of('times'):g} times beyond {rule.of('hours_per_week'):g} hours a week"
        case "daily", _:
            return f"{rule.of('times'):g} times beyond {rule.of('hours_per_day'):g} hours a day"
        case "exempt", _:
            return ", ".join(
                f"{numbers.money(rule.of(name))} a year{place}"
                for name, place in SALARIES.items()
                if name in _choices(rule)
            )
        case _:
            said = str(rule.value)
    return f"{said}. {rule.note}" if rule.note else said


def _board(row: Parameter) -> str:
    found = _choices(row)
    asked = [f"{row.of(name):,g} {label}" for name, label in FIGURES.items() if name in found]
    return ". ".join(filter(None, [", ".join(asked) or NOT_READ, row.note]))


def _fee(row: Parameter) -> str:
    said = f"{numbers.money(row.of('amount'))}, {DUE[row.text('due')]}"
    return ". ".join(filter(None, [said, row.note]))


def _wages(table: Parameter, area: str) -> str:
    low, middle, high = (numbers.wage(table.row(area)[place]) for place in QUARTERS)
    return f"half between {low} and {high} an hour, the middle {middle}"
