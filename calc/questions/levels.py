"""What is taken of each amount of profit, or of pay, and what is kept, in one run.

Taxes of this work, payments on loans and the premium credit are worked out together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from calc.ledger import given
from calc.number import FloatArray, Number, is_any
from calc.questions.cover import cover_at, loan_payments_at, not_worked_out
from calc.scenario import Employee
from calc.taxes import Household
from calc.taxes.bill import tax_bill
from calc.taxes.saving import saving_of_year
from calc.year.evaluate import Result
from calc.year.own_corporation import own_corporation
from calc.year.tax_return import premium_before_tax, taxes_and_loans

LOANS = "loans"
CREDIT = "premium_credit"


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """What is taken of each amount earned, by key, and what is kept, in dollars of the year.

    `taken` are taxes of this work, payments on loans, and less than nothing the premium credit.
    `home` is the return behind them; None where tax is not that of a United States return.
    """

    earned: FloatArray
    taken: Mapping[str, FloatArray]
    home: Household | None

    @property
    def kept(self) -> FloatArray:
        """What is left before the premium, saving and needs, which stay as they are."""
        left = self.earned
        for amount in self.taken.values():
            left = left - amount
        return left


def earned_now(result: Result) -> Number:
    """The profit or pay that a plan is taxed on; a corporation's before anything its owner's."""
    deducted = result.profit.amount
    taxable = result.household
    if taxable is None:
        return deducted
    if result.corporation:
        return result.corporation.year.corporation.profit
    if isinstance(result.scenario.work, Employee):
        return taxable.wages - result.scenario.household.own_other_wages_per_year
    return taxable.profit


def levels_at(result: Result, earned: FloatArray) -> tuple[Levels, Mapping[str, str]]:
    """What is taken and kept at each amount earned, and the label of each part.

    The salary of a corporation stays what it is.
    """
    scenario, rules = result.scenario, result.rules
    taxable = given("taxable", "Profit or pay", earned, "money_per_year")
    premium = result.health_cover.amount
    own = result.corporation
    if own:
        receipts = result.money_in.amount
        own = own_corporation(scenario, rules, own.salary, receipts, earned, premium)
        saving = own.saving
    else:
        before = premium_before_tax(scenario, earned, premium)
        saving = saving_of_year(scenario, rules, earned - before, result.money.employer_saving)
    due = taxes_and_loans(scenario, rules, taxable, premium, saving, own)
    taken = {tax.key: as_row(tax.amount, earned) for tax in due.taxes.parts}
    labels = {tax.key: tax.label for tax in due.taxes.parts}
    taken[LOANS] = as_row(due.loans.line.amount, earned)
    home = due.household
    if home is not None and not_worked_out(result) is None:
        cover = cover_at(result, home)
        then = cover.household
        pairs = zip(tax_bill(then, rules).taxes, tax_bill(home, rules).taxes, strict=True)
        for with_credit, without in pairs:
            more = with_credit.amount - without.amount
            taken[with_credit.key] = taken[with_credit.key] + as_row(more, earned)
        taken[LOANS] = as_row(loan_payments_at(result, then), earned)
        taken[CREDIT] = -as_row(cover.credit, earned)
        home = then
    used = {key: amount for key, amount in taken.items() if is_any(amount)}
    return Levels(earned, used, home), labels


def as_row(amount: Number, earned: FloatArray) -> FloatArray:
    """An amount at each amount earned, the same for all where it is single."""
    return np.broadcast_to(np.asarray(amount, dtype=np.float64), earned.shape)
