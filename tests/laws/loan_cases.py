"""Lawful borrowers of any kind, on any day, with any incomes ahead."""

import datetime
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from calc.loans import (
    Borrower,
    Incomes,
    Loan,
    PaidByAward,
    Projection,
    Terms,
    compare,
    grown,
    stepped,
)
from calc.parameters.student_loans import first_day

AS_OF = datetime.date(2026, 11, 21)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
CENT = 0.01
ROUNDING = 1e-9
YEARS = 30
INCOMES = (-20_000.0, 0.0, 10_000.0, 25_000.0, 60_000.0, 100_000.0, 1e6)


@dataclass(frozen=True)
class Case:
    """A borrower on a day, with the incomes ahead and what is given beside them."""

    borrower: Borrower
    incomes: Incomes
    terms: Terms
    as_of: datetime.date

    def all_plans(self) -> tuple[Projection, ...]:
        """Every open plan to its end."""
        return compare(self.incomes, self.borrower, self.as_of, self.terms)


def day(chance: Random, first: datetime.date, last: datetime.date) -> datetime.date:
    """A day between two, or one of them."""
    span = chance.choice((0, chance.randint(0, (last - first).days), (last - first).days))
    return first + datetime.timedelta(days=span)


def loan(chance: Random, as_of: datetime.date) -> Loan:
    """A loan of any size and rate, made before 1 July 2026 or, one in four, after it."""
    new = chance.random() < 0.25
    first, last = (first_day(), as_of) if new else (datetime.date(2008, 1, 1), OLD)
    return Loan(
        balance=chance.choice((chance.randint(100, 25_000_000) / 100, 1.0, 30_000.0)),
        rate_per_year=chance.choice((chance.randint(0, 1_200) / 1e4, 0.0807, 0.0, 0.25)),
        made_on=day(chance, first, last),
        subsidised=chance.random() < 0.3,
    )


def income_path(chance: Random) -> Any:
    """Adjusted incomes of the years ahead, which grow and may change at once."""
    first = chance.choice((chance.randint(0, 20_000_000) / 100, *INCOMES))
    path = grown(first, chance.randint(0, 15) / 100, YEARS)
    gone = sorted(chance.sample(range(1, 31), chance.choice((0, 1, 2))))
    return stepped(path, [(year, chance.choice(INCOMES), 0.03) for year in gone])


def drawn(chance: Random) -> Case:
    """Any lawful case."""
    as_of = day(chance, first_day(), datetime.date(2031, 1, 1))
    borrower = Borrower(
        loans=tuple(loan(chance, as_of) for _ in range(chance.choice((1, 1, 2, 3)))),
        new_borrower=chance.random() < 0.5,
        plan_now=chance.choice(("none", "paye")),
        save_payments=chance.choice((0, 59, 60)),
    )
    incomes = Incomes(
        adjusted_income=income_path(chance),
        guideline_per_year=grown(15_960.0, chance.choice((0.0, 0.025)), YEARS),
        dependents=float(chance.choice((0, 0, 1, 4))),
        share=chance.choice((1.0, 0.5, chance.randint(1, 99) / 100)),
    )
    awards = tuple(
        PaidByAward(
            month=chance.choice((0, 12, 24, 200)),
            amount=chance.choice((5_000.0, chance.randint(0, 6_000_000) / 100)),
            taxable=chance.random() < 0.5,
        )
        for _ in range(chance.choice((0, 0, 1, 2)))
    )
    terms = Terms(
        pslf_certified=chance.choice((None, 0, chance.randint(0, 120), 120)),
        pslf_stays=chance.choice((None, None, 12, 120)),
        credited=chance.choice((0, 0, chance.randint(0, 360))),
        forgiveness_tax_rate=chance.choice((0.0, 0.22)),
        pooled=chance.random() < 0.3,
        awards=awards,
    )
    return Case(borrower, incomes, terms, as_of)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any lawful case, drawn from one seed."""
    return drawn(draw(st.randoms(use_true_random=True)))


def one_loan(balance: float, rate: float, made_on: datetime.date = OLD, **facts: Any) -> Borrower:
    """A borrower with one loan."""
    made = Loan(balance=balance, rate_per_year=rate, made_on=made_on)
    return Borrower(loans=(made,), **facts)


def flat(income: float, **others: Any) -> Incomes:
    """One income for all years, of one person in the 48 states."""
    return Incomes(**{"adjusted_income": income, "guideline_per_year": 15_960.0, **others})
