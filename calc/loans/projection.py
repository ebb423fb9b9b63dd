"""A loan month by month, from the first payment to payoff or forgiveness."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.loans.borrower import Borrower, Incomes
from calc.loans.eligibility import PlanNotOpenError, eligible_plans, open_plans
from calc.loans.formulas import present_value_factor
from calc.loans.months import State
from calc.loans.rows import YEARS_BY_DRAWS, Row, Terms, rows_of
from calc.number import FloatArray, Number
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import Plan

Outcome: TypeAlias = Literal["paid_off", "forgiven", "pslf_forgiven"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One plan to its end. Paths have shape (months, n); everything else is a number a draw.

    `paid + waived + matched + awarded + forgiven` is the balance at the start and the interest
    that accrued. `then` is the plan that follows one which ends by law.
    """

    plan: Plan
    then: Plan | None
    paid_by_month: FloatArray
    balance_by_month: FloatArray
    months: Number
    first_payment: Number
    highest_payment: Number
    last_payment: Number
    total_paid: Number
    interest: Number
    waived: Number
    matched: Number
    awarded: Number
    forgiven: Number
    by_pslf: bool
    tax_on_forgiveness: Number
    tax_on_awards: Number

    @property
    def outcome(self) -> Outcome:
        """How it ends; for a batch, how its first draw does."""
        if not np.atleast_1d(self.forgiven)[0] > 0.0:
            return "paid_off"
        return "pslf_forgiven" if self.by_pslf else "forgiven"

    def present_value(self, rate_per_year: Number) -> Number:
        """All payments and the tax on forgiveness and awards, in today's money.

        The rate is yearly and compounds monthly; the first payment is a month away.
        """
        return self.value_from(0, rate_per_year) + self.tax_on_awards

    def value_from(self, month: int, rate_per_year: Number) -> Number:
        """What is still to be paid after so many months, in the money of that month."""
        paid = self.paid_by_month[month:]
        months = np.arange(1.0, len(paid) + 1.0)[:, None]
        factors = present_value_factor(np.atleast_1d(rate_per_year), months)
        last = present_value_factor(rate_per_year, np.atleast_1d(self.months) - month)
        value: FloatArray = (paid * factors).sum(axis=0) + self.tax_on_forgiveness * last
        single = not (np.ndim(self.months) or np.ndim(rate_per_year))
        return float(value[0]) if single else value


def project(
    plan: Plan,
    incomes: Incomes,
    borrower: Borrower,
    as_of: datetime.date,
    terms: Terms | None = None,
) -> Projection:
    """One plan month by month to payoff or forgiveness; payments are set anew each twelve months.

    `PlanNotOpenError` names the rule that closes a plan and the plans that are open. Interest is a
    twelfth of the yearly rate a month, and never capitalises on the way. PAYE ends by law on
    30 June 2028; the borrower is then taken to go on under IBR, which counts its payments, or under
    RAP where IBR is closed.
    """
    return project_all((plan,), incomes, borrower, as_of, terms)[0]


def compare(
    incomes: Incomes, borrower: Borrower, as_of: datetime.date, terms: Terms | None = None
) -> tuple[Projection, ...]:
    """Every plan that is open in all draws, in the order of the plans."""
    return project_all(open_plans(borrower, as_of), incomes, borrower, as_of, terms)


def project_all(
    plans: Sequence[Plan],
    incomes: Incomes,
    borrower: Borrower,
    as_of: datetime.date,
    terms: Terms | None = None,
) -> tuple[Projection, ...]:
    """Several plans at once, which is much faster than one after the other."""
    rules = loan_rules(as_of)
    terms = terms or Terms()
    found = {item.plan: item for item in eligible_plans(borrower, as_of)}
    for plan in plans:
        closed_by = found[plan].closed_by
        if closed_by is not None and not np.any(found[plan].open):
            raise PlanNotOpenError(plan, closed_by, open_plans(borrower, as_of))
    rows = [row for plan in plans for row in rows_of(plan, incomes, borrower, as_of, rules, terms)]
    numbers = _numbers(incomes, borrower, terms)
    return _run(rows, terms, [np.shape(number)[-1] for number in numbers if np.ndim(number)])


def _run(rows: Sequence[Row], terms: Terms, widths: Sequence[int]) -> tuple[Projection, ...]:
    """All rows to their end, and for each plan the sum of its rows."""
    state = State(rows, max(widths, default=1))
    paid: list[FloatArray] = []
    balance = [state.owed()]
    months = np.zeros_like(balance[0])
    while state.principal.any() or state.unpaid.any():
        month = len(paid)
        state.change_plan(month)
        for award in terms.awards:
            if award.month == month:
                state.award(award)
        months += state.owed() > 0.0
        paid.append(state.by_plan(state.pay(month)))
        balance.append(state.owed())
    path = np.array(paid).reshape(len(paid), len(state.starts), state.width)
    owed = np.array(balance)
    awards_taxed = state.by_plan(state.taxed_awards) * terms.forgiveness_tax_rate
    return tuple(
        _summary(
            rows[start],
            path[:, plan],
            owed[:, plan],
            {
                "months": months[plan],
                "tax_on_awards": awards_taxed[plan],
                **state.totals_of(plan),
            },
            terms.forgiveness_tax_rate,
            single=not widths,
        )
        for plan, start in enumerate(state.starts)
    )


def _summary(
    row: Row,
    paid: FloatArray,
    owed: FloatArray,
    totals: Mapping[str, FloatArray],
    forgiveness_tax_rate: Number,
    *,
    single: bool,
) -> Projection:
    by_pslf = _in_force_at_the_end(row).by_pslf
    last = np.maximum(totals["months"] - 1.0, 0.0).astype(np.int64)
    nothing = np.zeros(owed.shape[1])
    taxed = nothing if by_pslf else totals["forgiven"] * forgiveness_tax_rate
    shown = {
        "first_payment": paid[0] if len(paid) else nothing,
        "highest_payment": paid.max(axis=0) if len(paid) else nothing,
        "last_payment": np.take_along_axis(paid, last[None, :], axis=0)[0]
        if len(paid)
        else nothing,
        "total_paid": paid.sum(axis=0),
        "tax_on_forgiveness": taxed,
        **totals,
    }
    return Projection(
        plan=row.plan,
        then=row.after.plan if row.after else None,
        by_pslf=by_pslf,
        paid_by_month=paid,
        balance_by_month=owed,
        **{name: float(array[0]) if single else array for name, array in shown.items()},
    )


def _in_force_at_the_end(row: Row) -> Row:
    """The row that cancels the rest: the one that follows, unless the first did so before."""
    if row.after is not None and np.all(row.forgives_at > row.after_month):
        return row.after
    return row


def _numbers(incomes: Incomes, borrower: Borrower, terms: Terms) -> Iterator[Number]:
    """Every number that may be one a draw, a path's draws along its second axis."""
    yield terms.forgiveness_tax_rate
    for loan in borrower.loans:
        yield from (loan.balance, loan.rate_per_year)
    yield from (award.amount for award in terms.awards)
    for number in (
        incomes.adjusted_income,
        incomes.guideline_per_year,
        incomes.dependents,
        incomes.share,
    ):
        path = np.ndim(number) == YEARS_BY_DRAWS
        yield np.zeros(()) if path and np.shape(number)[1] == 1 else number
