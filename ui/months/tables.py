"""Tables of the page Months ahead: months, the lines of one, what was drawn and how often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from calc.months.ahead import MonthsAhead
from calc.months.course import Course
from calc.months.full import full_by_month
from calc.months.risk import THREE_MONTHS, held_by, reserve_of
from calc.number import WEEKS_PER_YEAR, FloatArray
from ui.months import words
from ui.telling import numbers
from ui.telling.tables import Cell, Table
from ui.telling.words import escape

LEVELS = (0.5, 0.75, 0.9, 0.95, 0.99)  # shares of the paths that a reserve holds


def _money(found: MonthsAhead) -> Cell:
    return partial(numbers.money, currency=found.setting.scenario.currency, cents=False)


def _course(found: MonthsAhead) -> Course:
    assert found.paths is not None
    return found.paths


def _mean(rows: FloatArray) -> FloatArray:
    """The mean of the paths in each month."""
    means: FloatArray = np.asarray(rows).mean(axis=1)
    return means


def month_by_month(found: MonthsAhead) -> Table:
    """Each month: clients, what comes in and goes out, what is in the bank; means of the paths."""
    paths, when = _course(found), found.setting.calendar
    came_in, went_out = _flows(paths)
    rows = [
        (
            short_name(words.month_name(when, month + 1)),
            float(clients),
            round(float(into)),
            round(float(out)),
            round(float(left)),
        )
        for month, (clients, into, out, left) in enumerate(
            zip(_mean(paths.clients), came_in, went_out, _mean(paths.balance), strict=True)
        )
    ]
    sign = numbers.SYMBOLS.get(found.setting.scenario.currency, found.setting.scenario.currency)
    heads = ("Month", "Clients", f"In ({sign})", f"Out ({sign})", f"Bank ({sign})")
    ways = (partial(numbers.number, decimals=1), *(numbers.number,) * 3)
    return Table(heads, rows, ways)


def short_name(month: str) -> str:
    r"""A month by three letters and its year, so that a table has room on a phone.

    >>> short_name("September 2027")
    'Sep\xa02027'
    """
    name, year = month.split()
    return f"{name[:3]}{numbers.NO_BREAK}{year}"


def _flows(paths: Course) -> tuple[FloatArray, FloatArray]:
    """What comes in and goes out in each month, needs and tax among it."""
    out = paths.spent + paths.setting.needs_per_month + paths.tax_paid
    return _mean(paths.came_in), _mean(out)


def lines_of(found: MonthsAhead, month: int) -> Table:
    """The lines of a month, from what was in the bank before it to what is at its end."""
    paths, place = _course(found), month - 1
    practice, setting = paths.practice, paths.setting

    def mean(rows: FloatArray) -> float:
        return float(np.asarray(rows)[place].mean())

    opening = float(setting.ahead.opening_balance)
    before = float(paths.balance[place - 1].mean()) if place else opening
    tax = mean(paths.tax_paid)
    parts = [
        ("In the bank before", before),
        ("Fees that arrive", mean(practice.receipts) - practice.other_receipts),
        ("Other receipts", practice.other_receipts),
        ("Pay of the job, after what payroll withholds", mean(paths.job_pay)),
        ("Income of a leave", mean(practice.leave_income)),
        ("Costs of the practice", -mean(practice.costs)),
        ("Set-up", -mean(practice.set_up)),
        ("Health premium", -mean(paths.premium)),
        ("Loan payments", -mean(paths.loans)),
        ("Own therapy", -paths.therapy_per_month),
        ("Set aside for old age and health", -paths.saving_per_month),
        ("Needs", -setting.needs_per_month),
        ("Tax refunded" if tax < 0.0 else "Tax paid", -tax),
    ]
    end = float(paths.balance[place].mean())
    return added_up(
        "Line",
        f"{words.month_name(setting.calendar, month)}, mean",
        parts,
        "In the bank at the end",
        end,
        found,
    )


def added_up(
    first: str,
    head: str,
    parts: Sequence[tuple[str, float]],
    last: str,
    end: float,
    found: MonthsAhead,
) -> Table:
    """Lines rounded so that they add up to the last; lines of nothing are left out."""
    kept = [(label, amount) for label, amount in parts if round(amount, 2)]
    rounded = numbers.shown_parts([amount for _, amount in kept], end, 0)
    rows = [(escape(label), amount) for (label, _), amount in zip(kept, rounded, strict=True)]
    return Table((first, head), [*rows, (f"**{escape(last)}**", round(end))], (_money(found),))


def take_home_lines(found: MonthsAhead) -> Table:
    """A month of the first year, line by line, as the mean of the paths."""
    paths = _course(found)
    window, practice = paths.windows[0], paths.practice
    months = slice(window.first - 1, window.last)

    def mean(rows: FloatArray) -> float:
        return float(np.asarray(rows)[months].mean())

    parts = [
        ("Fees earned, whenever they are paid", mean(practice.earned)),
        ("Other receipts", practice.other_receipts),
        ("Income of a leave", mean(practice.leave_income)),
        ("Costs of the practice", -mean(practice.costs)),
        ("Set-up", -mean(practice.set_up)),
        ("Health premium", -mean(paths.premium)),
        ("Tax of the practice", -mean(paths.tax_months)),
    ]
    end = float(window.take_home.mean()) / words.YEAR
    return added_up("Line", "A month, mean", parts, "Take-home a month", end, found)


def years(found: MonthsAhead) -> Table:
    """Every twelve months: take-home and hours of the practice, pay and hours of the job."""
    rows, cash = [], _money(found)
    for window in _course(found).windows:
        take_home, hours = float(window.take_home.mean()), float(window.hours.mean())
        wage = take_home / hours if hours else float("nan")
        rows.append(
            (
                f"Months {window.first} to {window.last}",
                round(take_home),
                wage,
                round(float(window.job_pay.mean())),
                (hours + window.job_hours) / WEEKS_PER_YEAR,
            )
        )
    ways = (cash, numbers.wage, cash, numbers.hours)
    heads = ("Mean of all paths", "Take-home", "An hour", "Job pays", "Hours a week")
    return Table(heads, rows, ways)


def full_by(found: MonthsAhead) -> Table:
    """Of 100 paths, how many have been full by the end of each month in which the number moves."""
    counts, when = _course(found).counts, found.setting.calendar
    paths = counts.first_full_week.size
    rows: list[tuple[str, float, float]] = []
    for month, number in enumerate(full_by_month(counts), start=1):
        if not rows or number != rows[-1][1]:
            rows.append((words.month_name(when, month), number, number / paths))
    return Table(
        ("By the end of", "Paths", "Of 100"),
        rows,
        (numbers.number, _hundredth),
    )


def _hundredth(share: float) -> str:
    return numbers.number(share * numbers.HUNDRED, 1)


def who_comes(found: MonthsAhead) -> Table:
    """What was drawn for people: how many ask, start, settle and leave in a week."""
    plan, ahead = found.setting.plan, found.setting.ahead
    chances = plan.chances
    a_week = float(plan.intakes.sum(axis=1).mean())
    rows = [
        ("People who start in a week, on average", numbers.number(a_week, 2)),
        ("A new client leaves within a week", numbers.percent(chances.leave_new, 2)),
        ("A new client settles within a week", numbers.percent(chances.settle, 2)),
        ("A settled client leaves within a week", numbers.percent(chances.leave_settled, 2)),
        ("Places", numbers.number(plan.full_places)),
        (
            "Full from so many clients",
            numbers.number(float(ahead.full_share) * plan.full_places, 1),
        ),
    ]
    return Table(("Drawn each week", "Amount"), rows)


def reserve_levels(found: MonthsAhead) -> Table:
    """How much at the start holds how many of the paths."""
    paths = _course(found)
    rows = [
        (f"{numbers.in_hundred(level)} of 100", reserve_of(paths, level).amount) for level in LEVELS
    ]
    three = THREE_MONTHS * found.setting.needs_per_month
    rows.append((f"{_hundredth(held_by(paths, three))} of 100: three months of needs", three))
    return Table(("Holds so many paths", "In the bank at the start"), rows, (_money(found),))


def short_by_month(found: MonthsAhead) -> Table:
    """In how many paths each month ends below zero; months in which none does are left out."""
    paths, when = _course(found), found.setting.calendar
    numbers_of = paths.short.sum(axis=1)
    rows = [
        (words.month_name(when, month), int(number), number / paths.short.shape[1])
        for month, number in enumerate(numbers_of, start=1)
        if number
    ]
    return Table(("Ends below zero", "Paths", "Of 100"), rows, (numbers.number, _hundredth))
