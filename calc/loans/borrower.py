"""Who owes what: loans, the borrower, and the incomes that payments are made from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

import numpy as np
from pydantic_core import PydanticCustomError

from calc.errors import Problem, ProblemKind, ScenarioError
from calc.number import FloatArray, Number, added, at_least_zero, ratio_of
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules
from calc.scenario.fields import MOST_MONEY, Bounds
from calc.scenario.loan_parts import MOST_RATE
from calc.scenario.loans import PlanNow

Region: TypeAlias = Literal["48", "AK", "HI"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """One federal loan, as it stands when repayment starts; `made_on` is its first disbursement."""

    balance: Number
    rate_per_year: Number
    made_on: datetime.date
    subsidised: bool = False
    label: str = "Loan"

    def __post_init__(self) -> None:
        """Refuses what no loan is; `ScenarioError` names it.

        Several loans together, or one with the interest until repayment, may be above the bound
        of the input model.
        """
        check("balance", self.balance, Bounds(1.0, MOST_MONEY))
        check("rate_per_year", self.rate_per_year, Bounds(0.0, MOST_RATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrower:
    """A borrower's federal loans, and the facts that open or close a plan.

    `new_borrower`: no Direct or FFEL balance before 1 July 2014, or none when the first later loan
    was taken. `plan_now`: the plan repaid under today, where it matters. `save_payments`: payments
    under SAVE or REPAYE since 1 July 2024.
    """

    loans: tuple[Loan, ...]
    new_borrower: bool = False
    plan_now: PlanNow = "none"
    save_payments: int = 0

    @property
    def balance(self) -> Number:
        """All that is owed."""
        return added(loan.balance for loan in self.loans)

    @property
    def rate_per_year(self) -> Number:
        """The rate of all loans together, weighted by what is owed on each; 0 without debt."""
        interest = added(loan.balance * loan.rate_per_year for loan in self.loans)
        return np.nan_to_num(ratio_of(interest, self.balance), nan=0.0)

    @property
    def subsidised_share(self) -> Number:
        """The part of a month's interest that is on subsidised loans; 0 without interest."""
        subsidised = added(
            loan.balance * loan.rate_per_year * float(loan.subsidised) for loan in self.loans
        )
        interest = self.balance * self.rate_per_year
        return np.nan_to_num(ratio_of(subsidised, interest), nan=0.0)

    @property
    def latest(self) -> datetime.date:
        """The day the last loan was made."""
        return max(loan.made_on for loan in self.loans)

    @property
    def pooled(self) -> Borrower:
        """The same debt as one loan at the weighted rate."""
        one = Loan(balance=self.balance, rate_per_year=self.rate_per_year, made_on=self.latest)
        return Borrower(
            loans=(one,),
            new_borrower=self.new_borrower,
            plan_now=self.plan_now,
            save_payments=self.save_payments,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomes:
    """What an income-driven payment looks at: for one year, or row by row for many.

    Numbers are single or one a draw for one year, and of shape (years, n) for a path; then the last
    row holds for all later years. `share` is the own part of a couple's eligible debt.
    """

    adjusted_income: Number
    guideline_per_year: Number
    dependents: Number = 0.0
    share: Number = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """What a payment is worked out from: who owes, on which incomes, under which rules."""

    borrower: Borrower
    incomes: Incomes
    rules: LoanRules


def check(path: str, value: Number, bounds: Bounds) -> None:
    """Refuses a number beyond its bounds, in one draw or all, as the input models do."""
    try:
        bounds.check(np.asarray(value, dtype=np.float64) if np.ndim(value) else value)
    except PydanticCustomError as error:
        bound = (error.context or {}).get("bound")
        raise ScenarioError((Problem(path, cast(ProblemKind, error.type), value, bound),)) from None


def guideline_of(family_size: Number, region: Region, table: Parameter) -> Number:
    """The poverty guideline for a family: an amount for the first, and one for each further.

    >>> from calc.parameters.student_loans import poverty_guideline
    >>> float(guideline_of(2.0, "48", poverty_guideline(2026)))
    21640.0
    """
    further = at_least_zero(family_size - 1.0) * table.of(f"further_{region}")
    return table.of(f"first_{region}") + further


def region_of(state: str) -> Region:
    """The guideline's region of a state.

    >>> region_of("HI"), region_of("TX")
    ('HI', '48')
    """
    match state:
        case "AK" | "HI":
            return state
        case _:
            return "48"


def own_share(own_balance: Number, spouse_balance: Number) -> Number:
    """The own part of a couple's eligible debt; all of it where nobody owes.

    >>> float(own_share(20_000.0, 20_000.0))
    0.5
    """
    return np.nan_to_num(ratio_of(own_balance, own_balance + spouse_balance), nan=1.0)


def grown(first: Number, growth: Number, years: int) -> FloatArray:
    """A yearly figure that grows: shape (years, n)."""
    powers = np.arange(float(years))[:, None]
    path: FloatArray = np.atleast_1d(first) * (1.0 + np.atleast_1d(growth)) ** powers
    return path


def stepped(path: FloatArray, steps: Sequence[tuple[int, Number, Number]]) -> FloatArray:
    """A path in which a figure changes at the start of some years, and grows on from there.

    Each step is the years already gone, the figure from then on, and its growth a year.
    """
    parts = [path]
    for gone, figure, growth in steps:
        parts = [*parts, grown(figure, growth, len(path))[: max(len(path) - gone, 0)]]
    width = max(part.shape[1] for part in parts)
    rows = np.broadcast_to(path, (len(path), width)).copy()
    for (gone, _, _), part in zip(steps, parts[1:], strict=True):
        rows[gone:] = part
    return rows
