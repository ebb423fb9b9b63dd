"""Arithmetic of instalments: an uneven year, what is withheld, and a day that is no working day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np

from calc.number import MONTHS_PER_YEAR, Number, at_least_zero

# Months of the year that each annualised instalment looks at (26 U.S.C. 6654(d)(2)(C)).
PERIODS = (3, 5, 8, 12)
# The share of a year's tax that is asked for by date, the last time all of it (6654(d)(1)(B)).
ASKED_SHARE = 0.9
SATURDAY = 5  # Monday is 0
WEEK = 7
NEXT_YEAR = "next-"


def annualised_income(so_far: Number, months: int) -> Number:
    """Income of the first months of a year as that of a whole one: x 4, 2.4, 1.5 and 1 by law.

    >>> annualised_income(13_203.0, 3), annualised_income(23_155.0, 5)
    (52812.0, 55572.0)
    """
    return so_far * (MONTHS_PER_YEAR / months)


def annualised(
    taxes: Sequence[Number], shares: Sequence[float], regular: Number | None = None
) -> list[Number]:
    """Instalments of an uneven year by what was earned so far, never below 0 (6654(d)(2)).

    `taxes` are the year's tax as it looks at each date, on annualised income; `shares` the parts of
    a year's tax by date, added up so far. Of each, 90 % is asked for, less what was asked before.
    `regular` is the instalment of an even year, if known: no more is asked than that, and what it
    was lowered by before is asked for again.

    >>> even = (0.25, 0.5, 0.75, 1.0)
    >>> annualised([9_600.0, 12_000.0, 15_000.0, 14_000.0], even)
    [2160.0, 3240.0, 4725.0, 2475.0]
    >>> even_year = annualised([9_600.0, 12_000.0, 15_000.0, 14_000.0], even, regular=3_000.0)
    >>> [float(amount) for amount in even_year]
    [2160.0, 3240.0, 3600.0, 3000.0]
    """
    paid: Number = 0.0
    full: Number = 0.0
    found: list[Number] = []
    for share, tax in zip(shares, taxes, strict=False):
        amount = at_least_zero(share * ASKED_SHARE * tax - paid)
        if regular is not None:
            full = full + regular
            amount = np.minimum(amount, at_least_zero(full - paid))
        paid = paid + amount
        found.append(amount)
    return found


def left_after_withholding(asked: Sequence[Number], withheld: Number) -> tuple[Number, ...]:
    """What is still to pay on each date where some tax is withheld, dollars.

    Whenever in the year it is kept back, an equal part of it counts as paid on each date (26 U.S.C.
    6654(g)); what is too much on one date counts on the next.

    >>> left_after_withholding((1_000.0, 1_000.0, 1_000.0, 1_000.0), 1_200.0)
    (700.0, 700.0, 700.0, 700.0)
    >>> left_after_withholding((0.0, 0.0, 0.0, 4_000.0), 1_200.0)
    (0.0, 0.0, 0.0, 2800.0)
    """
    owed: Number = 0.0
    paid: Number = 0.0
    found: list[Number] = []
    for place, amount in enumerate(asked, start=1):
        owed = owed + amount
        due = at_least_zero(owed - withheld * (place / len(asked)) - paid)
        paid = paid + due
        found.append(due)
    return tuple(found)


def day_of(written: str, year: int) -> datetime.date:
    """A day of a tax year, `06-15`, or of the one after it, `next-01-15`; on a weekend, the Monday.

    >>> str(day_of("03-15", 2026)), str(day_of("next-01-15", 2026))
    ('2026-03-16', '2027-01-15')
    """
    later = written.startswith(NEXT_YEAR)
    day = datetime.date.fromisoformat(f"{year + later}-{written.removeprefix(NEXT_YEAR)}")
    waits = WEEK - day.weekday() if day.weekday() >= SATURDAY else 0
    return day + datetime.timedelta(days=waits)
