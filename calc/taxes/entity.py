"""An S corporation of one's own: what it owes on its own account, and its owner's return.

It is judged by two complete returns, never by a share of payroll tax that is saved. The corporation
pays its owner a salary, the employer's half of payroll tax, perhaps unemployment tax and a tax of
its state. What it leaves is business income of the owner, and bears neither self-employment tax nor
payroll tax (Rev. Rul. 59-221).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, formula, given, less, parameter, total
from calc.number import Number, at_least_zero, where
from calc.parameters import Parameter, Rules, cities
from calc.taxes.payroll import PayrollRates, employer_fica, tax_up_to_base

KEY = "corporation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corporation:
    """A practice as its owner's S corporation, in dollars a year, single or one draw each.

    `profit` is what is left before anything that is its owner's: pay, payroll tax, saving, premium.
    `salary` is the owner's pay, `premium` the health premium that the corporation pays for its
    owner, `employer_part` what it puts into the owner's retirement plan, `running_costs` what it
    costs to run. `receipts` decide some least taxes.
    """

    profit: Number
    receipts: Number
    salary: Number
    premium: Number = 0.0
    employer_part: Number = 0.0
    running_costs: Number = 0.0

    def owed_on(self, rates: PayrollRates) -> dict[str, Number]:
        """What is owed on the salary, by name: the employer's half, unemployment, programmes."""
        base = rates.state_unemployment_base
        return {
            "social_security": employer_fica(
                self.salary,
                rates.social_security_base,
                rates.social_security_rate,
                rates.medicare_rate,
            ),
            "federal_unemployment": tax_up_to_base(
                self.salary, rates.federal_unemployment_base, rates.federal_unemployment_rate
            ),
            "state_unemployment": tax_up_to_base(self.salary, base, rates.state_unemployment_rate),
            "state_tax": tax_up_to_base(self.salary, base, rates.state_tax_rate),
            "paid_leave": tax_up_to_base(self.salary, rates.leave_base, rates.leave_rate),
        }


@dataclass(frozen=True, slots=True)
class CorporationYear:
    """What a corporation owes and leaves. `before_tax` is its income before its own tax.

    `payroll_tax` is the employer's half, with unemployment tax beside it; `entity_tax` has a row
    for each tax of state and city. `income` is its owner's, below 0 where it cannot pay so much.
    """

    corporation: Corporation
    payroll_tax: Line
    before_tax: Line
    entity_tax: Line
    added_back: Number
    income: Line


def corporation_year(
    corporation: Corporation, rates: PayrollRates, rules: Rules, state: str, city: str = "none"
) -> CorporationYear:
    """The corporation's own year, under the laws of a state and, where it has one, a city.

    Payroll taxes are those of `rates` (`calc.taxes.payroll.payroll_rates`); a rate of 0 leaves one
    out, as states do that let a sole owner opt out. The premium bears none (Announcement 92-16).
    """
    pay = given(f"{KEY}.salary", "Salary", corporation.salary, "money_per_year")
    payroll_tax = _payroll_tax(corporation, rates, pay)
    before = _before_tax(corporation, pay, payroll_tax)
    laws = [rules[key] for key in _keys(state, city) if key in rules]
    rows = [_entity_tax(law, corporation, before, rules) for law in laws]
    rows = rows or [_no_tax(state, rules)]
    tax = total(f"{KEY}.tax", "Taxes of state and city on the corporation", *rows)
    added_back: Number = corporation.salary * 0.0
    for law, row in zip(laws, rows, strict=False):
        if law.text("added_back") == "yes":
            added_back = added_back + row.amount
    income = total(f"{KEY}.income", "What the corporation leaves", before, less(tax))
    return CorporationYear(corporation, payroll_tax, before, tax, added_back, income)


PAYROLL_TAXES = {
    "social_security": "Employer's social security and Medicare",
    "federal_unemployment": "Federal unemployment tax",
    "state_unemployment": "State unemployment insurance",
    "state_tax": "Other state payroll tax",
    "paid_leave": "Paid leave, the employer's part",
}


def _payroll_tax(corporation: Corporation, rates: PayrollRates, pay: Line) -> Line:
    how = "salary, up to the wage base where there is one, x rate"
    rows = (
        formula(
            f"{KEY}.{name}",
            PAYROLL_TAXES[name],
            amount,
            "money_per_year",
            how,
            (pay,),
            *rates.sources.get(name, ()),
        )
        for name, amount in corporation.owed_on(rates).items()
    )
    return total(f"{KEY}.payroll_tax", "Payroll taxes of the corporation", *rows)


def _before_tax(corporation: Corporation, pay: Line, payroll_tax: Line) -> Line:
    stated = {
        "premium": ("Owner's premium", corporation.premium),
        "employer_part": ("Employer's part of retirement saving", corporation.employer_part),
        "running_costs": ("Running costs", corporation.running_costs),
    }
    profit = corporation.profit
    return total(
        f"{KEY}.before_tax",
        "Income of the corporation before its own tax",
        given(f"{KEY}.profit", "Profit before the owner's pay", profit, "money_per_year"),
        less(pay),
        less(payroll_tax),
        *(
            less(given(f"{KEY}.{name}", label, amount, "money_per_year"))
            for name, (label, amount) in stated.items()
        ),
    )


def _keys(state: str, city: str) -> tuple[str, str]:
    return f"{KEY}.{state}", f"{KEY}.{city}"


def _no_tax(state: str, rules: Rules) -> Line:
    """The row of a place that takes nothing of a practice of this size."""
    law = rules[f"{KEY}.nothing"]
    name = rules["states.name"].text(state)
    return parameter(f"{KEY}.tax.none", f"No tax of {name} on it", 0.0, "money_per_year", law)


def _entity_tax(law: Parameter, corporation: Corporation, before: Line, rules: Rules) -> Line:
    income = at_least_zero(before.amount)
    sources: tuple[Parameter, ...] = (law,)
    match law.text("rule"):
        case "by_receipts":
            amount: Number = _by_receipts(law, corporation.receipts)
        case "new_york_city":
            with_pay = (income + corporation.salary) * law.of("with_pay_share")
            least = _by_receipts(law, corporation.receipts)
            amount = np.maximum(np.maximum(income, with_pay) * law.of("rate"), least)
        case "rate_of":
            rate, source = rate_of(law, rules)
            benefits = corporation.premium + corporation.employer_part
            bases = {
                "income": income,
                "income_with_benefits": at_least_zero(before.amount + benefits),
                "pay": corporation.salary,
            }
            amount, sources = bases[law.text("on")] * rate, (law, source)
        case _:
            above = at_least_zero(income - law.of("free")) * law.of("rate")
            amount = np.maximum(above, law.of("least")) + law.of("flat")
    key = f"{KEY}.tax.{law.key.removeprefix(f'{KEY}.')}"
    return formula(key, law.label, amount, "money_per_year", in_words(law), (before,), *sources)


def rate_of(law: Parameter, rules: Rules) -> tuple[float, Parameter]:
    """The rate of a city's tax on people, or of one on practices, which a corporation's follows.

    >>> from calc.parameters import load_rules
    >>> rules = load_rules(2026)
    >>> rate_of(rules["corporation.columbus"], rules)[0]
    0.025
    """
    name = law.text("of")
    if "." in name:
        return rules[name].of("rate"), rules[name]
    tax = cities()[name].tax
    assert tax is not None
    return tax.number, tax


def _by_receipts(law: Parameter, receipts: Number) -> Number:
    """The amount of a size: New Jersey's sizes begin at a number, New York's above it."""
    begins = np.greater_equal if law.text("steps") == "from" else np.greater
    amounts = law.row("amounts")
    found: Number = amounts[0]
    for start, amount in zip(law.row("above")[1:], amounts[1:], strict=True):
        found = where(begins(receipts, start), amount, found)
    return found


ON = {
    "income": "income of the corporation",
    "income_with_benefits": "income of the corporation, with its owner's premium and plan,",
    "pay": "salary",
}


def in_words(law: Parameter) -> str:
    """How the tax of a place on a corporation comes about.

    >>> from calc.parameters import load_rules
    >>> in_words(load_rules(2026)["corporation.CA"])
    '1.5 % of its income, at least $800'
    """
    match law.text("rule"):
        case "by_receipts":
            return f"by what it takes in: {_sizes(law)}"
        case "new_york_city":
            return (
                f"{law.percent_of('rate')} of its income, or of {law.percent_of('with_pay_share')} "
                "of income and salary where that is more; at least, by what it takes in, "
                f"{_sizes(law)}"
            )
        case "rate_of":
            return f"{ON[law.text('on')]} x its rate"
        case _:
            return _flat_in_words(law)


def _sizes(law: Parameter) -> str:
    begins = "from" if law.text("steps") == "from" else "above"
    steps = zip(law.row("amounts"), law.row("above"), strict=True)
    return ", ".join(
        f"${amount:,.10g} {begins} ${start:,.0f}" if start else f"${amount:,.10g}"
        for amount, start in steps
    )


def _flat_in_words(law: Parameter) -> str:
    said = []
    if law.of("rate"):
        free = f" above {law.dollars('free')}" if law.of("free") else ""
        said.append(f"{law.percent_of('rate')} of its income{free}")
    if law.of("least"):
        said.append(
            f"at least {law.dollars('least')}" if said else f"{law.dollars('least')} a year"
        )
    if law.of("flat"):
        said.append(f"and {law.dollars('flat')}")
    return ", ".join(said)
