"""What two forms of one practice come to, row by row, and what else moves with the form."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.errors import ScenarioError
from calc.ledger import Line
from calc.number import Number, added, at_least_zero
from calc.parameters.labour import Occupation
from calc.questions.comparable_pay import comparable_pay
from calc.questions.entity import Practice, forms_at, pension_lost, practice_in, running_costs
from calc.taxes.bill import TaxBill
from calc.taxes.forms import BothForms
from calc.year.evaluate import Result

RowName = Literal["payroll", "federal", "state", "entity", "running"]
OF_PAY = ("corporation.social_security",)


@dataclass(frozen=True, slots=True)
class FormRow:
    """One matter in both forms, in dollars a year."""

    name: RowName
    sole: Number
    corporation: Number


def form_rows(found: BothForms) -> tuple[FormRow, ...]:
    """Taxes and running costs of both forms, in rows that add up to the gain.

    Payroll tax is both halves, and what of it falls on other pay of the household; state is all of
    state, city and payroll programmes; entity is the corporation's own tax, with unemployment and
    other taxes on its pay, beside what only a proprietor's practice owes.
    """
    sole, owner, year = found.sole, found.owner, found.corporation
    half = added(part.amount for part in year.payroll_tax.parts if part.key in OF_PAY)
    others = added(part.amount for part in year.payroll_tax.parts if part.key not in OF_PAY)
    alone = found.gain.find("corporation.proprietor_alone").amount
    return (
        FormRow("payroll", _payroll(sole), _payroll(owner) + half),
        FormRow("federal", _federal(sole), _federal(owner)),
        FormRow("state", _state(sole), _state(owner)),
        FormRow("entity", alone, year.entity_tax.amount + others),
        FormRow("running", alone * 0.0, year.corporation.running_costs),
    )


def _payroll(bill: TaxBill) -> Number:
    return bill.self_employment_tax.amount + bill.fica.amount + bill.additional_medicare.amount


def _federal(bill: TaxBill) -> Number:
    return bill.income_tax.amount + bill.net_investment_income.amount


def _state(bill: TaxBill) -> Number:
    return bill.state.amount + bill.local.amount + bill.payroll_programmes.amount


@dataclass(frozen=True, slots=True)
class AlsoMoves:
    """What else a corporation changes in a year, in dollars.

    `adjusted_income` is how much higher it is. `no_longer_covered` are earnings that are no longer
    under social security; `pension_if_middle` and `pension_if_high` what one year of that takes
    from a pension, a year for life, of whoever earned between the bends or above the upper one.
    """

    adjusted_income: Number
    no_longer_covered: Number
    pension_if_middle: Number
    pension_if_high: Number
    bends: tuple[float, float]


def also_moves(practice: Practice, found: BothForms) -> AlsoMoves:
    """What moves with the form beside the taxes of the year."""
    rules = practice.rules
    base = rules["us_federal.social_security_wage_base"].number
    tax = found.sole.self_employment_tax
    earned, wages = _own(tax, "taxes.net_earnings"), _own(tax, "taxes.own_wages")
    left = at_least_zero(base - wages)
    salary = found.corporation.corporation.salary
    lost = at_least_zero(np.minimum(earned, left) - np.minimum(salary, left))
    first, upper = rules["corporation.pension_bends"].row("above")[1:]
    return AlsoMoves(
        adjusted_income=found.owner.adjusted_income.amount - found.sole.adjusted_income.amount,
        no_longer_covered=lost,
        pension_if_middle=pension_lost(lost, upper, rules),
        pension_if_high=pension_lost(lost, np.inf, rules),
        bends=(first, upper),
    )


def _own(line: Line, key: str) -> Number:
    """An amount of one's own, which has a name of its own where a spouse is in practice too."""
    amounts = {part.key: part.amount for _, part in line.walk()}
    return amounts.get(key, amounts.get(f"{key}.own", 0.0))


def gain_in_short(result: Result, occupation: Occupation) -> tuple[float, float] | None:
    """A salary and what a corporation with it leaves more a year, in dollars, of a single plan.

    The salary of the plan's own corporation, or else the median pay of an occupation for the hours.
    None of an employee, outside United States law, and where the practice cannot pay so much.
    """
    try:
        practice = practice_in(result)
    except ScenarioError:
        return None
    own = result.corporation
    salary = float(own.salary.amount if own else comparable_pay(result, occupation).median)
    costs = float(own.form.running_costs_per_year) if own else running_costs()
    gain = float(forms_at(practice, salary, costs).gain.amount)
    return None if math.isnan(gain) or not salary else (salary, gain)
