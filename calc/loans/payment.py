"""The monthly payment of a plan, as a number for any year and as a statement of this one."""

from __future__ import annotations

import datetime

import numpy as np

from calc.ledger import Line, given
from calc.loans.borrower import Borrower, Case, Incomes
from calc.loans.cited import cited
from calc.loans.eligibility import PlanNotOpenError, open_plans
from calc.loans.plans import RECORDS, payment_of
from calc.number import MONTHS_PER_YEAR, Number, added
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import Plan


def monthly_payment(
    plan: Plan, borrower: Borrower, incomes: Incomes, as_of: datetime.date
) -> Number:
    """What a plan asks a month, to the cent, whether or not it is open to the borrower.

    Never more than is owed after a month. `incomes` does not matter to plans with a fixed term.
    The cap of IBR and PAYE is the Standard payment on the balance given: the one at entry.
    `PlanNotOpenError` says of a plan that is not computed why not.
    """
    rules = loan_rules(as_of)
    if RECORDS[plan].payment is None:
        closed_by = rules[RECORDS[plan].gates[0].rule]
        raise PlanNotOpenError(plan, closed_by, open_plans(borrower, as_of))
    return _asked(plan, Case(borrower, incomes, rules))


def payment_line(plan: Plan, case: Case, adjusted: Line, *, shares: bool) -> Line:
    """The payment a month with what it is made from; a couple that shares pays its own part."""
    payment = payment_of(plan)
    uses, how = payment.parts(case), payment.how(case)
    if payment.by_income:
        uses = (adjusted, *uses)
    if payment.by_income and shares:
        part = given("loans.share", "Own part of the couple's debt", case.incomes.share, "share")
        uses, how = (*uses, part), how + payment.if_shared
    amount = _asked(plan, case)
    rules = RECORDS[plan].sources(case.rules)
    return cited("loans.month", "Payment a month", amount, "money_per_month", how, uses, rules)


def _asked(plan: Plan, case: Case) -> Number:
    borrower = case.borrower
    together = added(payment_of(plan).each(case))
    return np.minimum(together, borrower.balance * (1.0 + borrower.rate_per_year / MONTHS_PER_YEAR))
