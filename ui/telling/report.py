"""A plan as a report for somebody else: its sections as words and tables, for a page or a file."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from calc import Result
from calc.errors import UnknownKeyError
from calc.ledger import Line
from calc.scenario import Document
from ui.telling import (
    law_words,
    limits,
    no_state_tax,
    numbers,
    remark_words,
    report_origins,
    tables,
    tax_dates,
    year_words,
)
from ui.telling.tables import Table
from ui.telling.words import escape, written_date

NAME = "For your accountant, partner or employer"
STEPS = "From income to what is taxed"
FOOT = "Estimate, not advice. Law of {year}. Made on {day} with Other Chair."
STEADY = "Nothing here was filed: figures are those of a steady year, from what this plan states."
# The steps of the household's return, by key; those that are taken away turn negative.
RETURN = (
    ("taxes.adjusted_income", False),
    ("taxes.deduction", True),
    ("taxes.qbi_deduction", True),
    ("taxes.taxable_income", False),
)


TAKEN_OFF = {
    "half_self_employment": "half of self-employment tax, which the law lets one deduct as an "
    "employer's share",
    "self_employed_premium": "the premium of health cover that a self-employed person pays, up to "
    "the profit",
    "self_employed_retirement": "saving for retirement of the self-employed",
    "hsa": "the health savings account",
    "student_loan_interest": "student-loan interest",
}
MOST_ROWS = 12
NOT_COUNTED = ("state_tax_not_included", "practice_tax_not_counted", "clients_in_other_states")


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its table, if any, and its sentences."""

    title: str
    table: Table | None = None
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Head, heading, sentence, four figures by name, sections in the order of reading, and foot."""

    head: str
    answer: str
    sentence: str
    figures: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str

    def section(self, title: str) -> Section | None:
        """The section of this title; None where this plan has none."""
        return next((found for found in self.sections if found.title == title), None)


def report(result: Result, today: datetime.date, example: Document | None = None) -> Report:
    """All of a plan's report, as of a day; `example` is the one that the plan began as."""
    plan, currency = result.scenario, result.scenario.currency
    year = result.rules.tax_year
    aged = law_words.aged_states_of(plan, year)
    new = law_words.how_new(year, law_words.states_of(plan), today, aged)
    profit, tax, take_home = (
        numbers.money(float(line.amount), currency)
        for line in (result.profit, result.taxes, result.take_home)
    )
    dates = _dates(result, today)
    following = f" {dates.sentences[0]}" if dates.table else ""
    return Report(
        head=f"{report_origins.called(plan, example)} · tax year {result.rules.tax_year} · "
        f"{written_date(today.isoformat())}",
        answer=f"The work earns {escape(profit)} and pays {escape(tax)} of tax.{following}",
        sentence=f"{report_origins.who(plan, result, example)} {STEADY}",
        figures=(
            (result.profit.label, profit),
            ("Tax", tax),
            ("Take-home", take_home),
            ("An hour of work", numbers.wage(float(result.wage.amount), currency)),
        ),
        sections=(
            Section(
                "Income and costs",
                tables.statement_rows(
                    report_origins.earned(_shown(result.profit), plan, example), 2, currency
                ),
            ),
            *_taxes(result),
            replace(dates, sentences=dates.sentences[bool(dates.table) :]),
            *(Section(*found) for found in report_origins.stated(result, example)),
            Section(report_origins.TYPICAL, report_origins.typical(result, example)),
            _sources(result),
            Section("Not computed", None, _left_out(result)),
        ),
        foot=" ".join((foot(year, today), *new, *year_words.sentences(result))),
    )


def foot(year: int, today: datetime.date) -> str:
    """What every report ends with: what it is, whose law, and when it was made."""
    return FOOT.format(year=year, day=written_date(today.isoformat()))


def halves(section: Section) -> tuple[Table, ...]:
    """The table of a section: none, one, or where its words are many rows, two to stand abreast."""
    table = section.table
    if table is None or not table.rows:
        return ()
    if len(table.rows) <= MOST_ROWS or table.ways:
        return (table,)
    middle = (len(table.rows) + 1) // 2
    return (replace(table, rows=table.rows[:middle]), replace(table, rows=table.rows[middle:]))


def _shown(line: Line) -> Line:
    """The same sum, and the sums in it, without rows of nothing."""
    if line.kind != "sum":
        return line
    rows = tuple(_shown(part) for part in line.parts if part.amount)
    return replace(line, parts=rows or line.parts[:1])


def _taxes(result: Result) -> tuple[Section, ...]:
    """The household's income down to what is taxed, and the taxes of this work."""
    currency = result.scenario.currency
    rows = []
    for key, taken in RETURN:
        try:
            line = result.taxes.find(key)
        except UnknownKeyError:
            continue
        value = float(line.amount)
        rows.append((escape(line.label), -value if taken else value))
    way = partial(numbers.money, currency=currency, cents=False)
    steps = Section(
        STEPS,
        Table(("Federal return with this work", "A year"), rows, (way,)),
        _of_adjusted_income(result),
    )
    no_tax = no_state_tax.why(result.taxes, currency)
    of_work = Section(
        "How the tax comes about",
        tables.statement_rows(_shown(result.taxes), 1, currency),
        (no_tax,) if no_tax else (),
    )
    left = Section(
        "What is left of it", tables.statement_rows(_shown(_from_profit(result)), 1, currency)
    )
    return (*([steps] if rows else []), of_work, left)


def _of_adjusted_income(result: Result) -> tuple[str, ...]:
    """What the law takes off before income is adjusted, each with where it comes from."""
    said, currency = [], result.scenario.currency
    for key, words in TAKEN_OFF.items():
        with suppress(UnknownKeyError):
            amount_off = -float(result.taxes.find(f"taxes.{key}").amount)
            if amount_off:
                money = escape(numbers.money(amount_off, result.scenario.currency, cents=False))
                said.append(f"{words} ({money})")
    off = f"aken off in adjusted income: {'; '.join(said)}."
    if not said or not float(result.profit.amount):
        return (f"T{off}",) if said else ()
    profit = escape(numbers.money(float(result.profit.amount), currency, cents=False))
    return (f"It begins with {result.profit.label.lower()} of {profit}. T{off}",)


def _from_profit(result: Result) -> Line:
    """Take-home with all that comes in and all it costs as one row."""
    taken = [part for part in result.take_home.parts[1:] if part.key != result.costs.key]
    profit = replace(result.profit, kind="formula")
    return replace(result.take_home, parts=(profit, *taken))


def _dates(result: Result, today: datetime.date) -> Section:
    """Tax dates with the next instalment first; one sentence where there are none."""
    currency, schedule = result.scenario.currency, tax_dates.schedule_of(result)
    kept = tax_dates.sentence(result, schedule)
    if schedule is None:
        return Section("Tax dates", None, (kept,))
    following = tax_dates.next_payment(schedule, today, currency)
    table = tax_dates.table(schedule, today, currency)
    notes = tax_dates.notes(result, schedule)
    return Section("Tax dates", table, (following, kept, *notes))


def _left_out(result: Result) -> tuple[str, ...]:
    """What is in no figure of the report: taxes, months ahead, and what is never computed."""
    months = (report_origins.MONTHS_LEFT_OUT,) if result.scenario.ahead else ()
    return (*_not_counted(result), *months, limits.short("report"))


def _not_counted(result: Result) -> tuple[str, ...]:
    """The remarks that say which tax of this plan is in no figure."""
    found = (one for one in result.remarks if one.kind in NOT_COUNTED)
    return tuple(remark_words.remark(one, result.scenario) for one in found)


def _sources(result: Result) -> Section:
    """Law and surveys behind profit, tax and its dates, each once, and when they were read."""
    found = {
        source.source.title: source.retrieved
        for _, line in result.breakdown.walk()
        for source in line.sources
    }
    schedule = tax_dates.schedule_of(result)
    for payee in schedule.payees if schedule else ():
        found.setdefault(payee.record.source.title, payee.record.retrieved)
    table = Table(("Source",), [(escape(title),) for title in found])
    days = [written_date(day.isoformat()) for day in sorted(set(found.values()))]
    read = f"Read from {days[0]} to {days[-1]}." if days[1:] else f"Read on {''.join(days)}."
    return Section("Sources", table, (read,) if days else ())
