"""An S corporation of one's own: what it owes on its own account, and its owner's return.

It is judged by two complete returns, never by a share of payroll tax that is saved. The corporation
pays its owner a salary, the employer's half of payroll tax, perhaps unemployment tax and a tax of
its state. What it leaves is business income of the owner, and bears neither self-employment tax nor
payroll tax (Rev. Rul. 59-221).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from calc.ledger import Line, formula, given, less, parameter, total
from calc.number import Number, at_least_zero, where
from calc.parameters import Parameter, Rules
from calc.taxes.bill import TaxBill, tax_bill
from calc.taxes.household import Household
from calc.taxes.payroll import PayrollRates, employer_fica, payroll_rates, tax_up_to_base

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

    def owed_on(self, rates: PayrollRates) -> tuple[Number, Number, Number]:
        """The employer's half of payroll tax, federal and state unemployment tax on the salary."""
        return (
            employer_fica(
                self.salary,
                rates.social_security_base,
                rates.social_security_rate,
                rates.medicare_rate,
            ),
            tax_up_to_base(
                self.salary, rates.federal_unemployment_base, rates.federal_unemployment_rate
            ),
            tax_up_to_base(
                self.salary, rates.state_unemployment_base, rates.state_unemployment_rate
            ),
        )


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
    names = ("social_security", "federal_unemployment", "state_unemployment")
    labels = (
        "Employer's social security and Medicare",
        "Federal unemployment tax",
        "State unemployment insurance",
    )
    pay = given(f"{KEY}.salary", "Salary", corporation.salary, "money_per_year")
    payroll_tax = total(
        f"{KEY}.payroll_tax",
        "Payroll taxes of the corporation",
        *(
            formula(
                f"{KEY}.{name}",
                label,
                amount,
                "money_per_year",
                "salary, up to the wage base where there is one, x rate",
                (pay,),
                *rates.sources.get(name, ()),
            )
            for name, label, amount in zip(names, labels, corporation.owed_on(rates), strict=True)
        ),
    )
    before = total(
        f"{KEY}.before_tax",
        "Income of the corporation before its own tax",
        given(
            f"{KEY}.profit", "Profit before the owner's pay", corporation.profit, "money_per_year"
        ),
        less(pay),
        less(payroll_tax),
        less(given(f"{KEY}.premium", "Owner's premium", corporation.premium, "money_per_year")),
        less(
            given(
                f"{KEY}.employer_part",
                "Employer's part of retirement saving",
                corporation.employer_part,
                "money_per_year",
            )
        ),
        less(
            given(
                f"{KEY}.running_costs", "Running costs", corporation.running_costs, "money_per_year"
            )
        ),
    )
    laws = [rules[key] for key in _keys(state, city) if key in rules]
    rows = [_entity_tax(law, corporation, before) for law in laws] or [_no_tax(state, rules)]
    tax = total(f"{KEY}.tax", "Taxes of state and city on the corporation", *rows)
    added_back: Number = corporation.salary * 0.0
    for law, row in zip(laws, rows, strict=False):
        if law.text("added_back") == "yes":
            added_back = added_back + row.amount
    income = total(f"{KEY}.income", "What the corporation leaves", before, less(tax))
    return CorporationYear(corporation, payroll_tax, before, tax, added_back, income)


def _keys(state: str, city: str) -> tuple[str, str]:
    return f"{KEY}.{state}", f"{KEY}.{city}"


def _no_tax(state: str, rules: Rules) -> Line:
    """The row of a place that takes nothing of a practice of this size."""
    law = rules[f"{KEY}.nothing"]
    name = rules["states.name"].text(state)
    return parameter(f"{KEY}.tax.none", f"No tax of {name} on it", 0.0, "money_per_year", law)


def _entity_tax(law: Parameter, corporation: Corporation, before: Line) -> Line:
    income = at_least_zero(before.amount)
    match law.text("rule"):
        case "by_receipts":
            amount: Number = _by_receipts(law, corporation.receipts)
            how = "an amount by what the corporation takes in"
        case "new_york_city":
            with_pay = (income + corporation.salary) * law.of("with_pay_share")
            least = _by_receipts(law, corporation.receipts)
            amount = np.maximum(np.maximum(income, with_pay) * law.of("rate"), least)
            how = (
                f"{law.percent_of('rate')} of income, or of {law.percent_of('with_pay_share')} of "
                "income and salary where that is more; at least an amount by receipts"
            )
        case _:
            above = at_least_zero(income - law.of("free")) * law.of("rate")
            amount = np.maximum(above, law.of("least")) + law.of("flat")
            how = _in_words(law)
    key = f"{KEY}.tax.{law.key.removeprefix(f'{KEY}.')}"
    return formula(key, law.label, amount, "money_per_year", how, (before,), law)


def _by_receipts(law: Parameter, receipts: Number) -> Number:
    """The amount of a size: New Jersey's sizes begin at a number, New York's above it."""
    begins = np.greater_equal if law.text("steps") == "from" else np.greater
    amounts = law.row("amounts")
    found: Number = amounts[0]
    for start, amount in zip(law.row("above")[1:], amounts[1:], strict=True):
        found = where(begins(receipts, start), amount, found)
    return found


def _in_words(law: Parameter) -> str:
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


def owner_of(
    household: Household,
    year: CorporationYear,
    *,
    deferral: Number = 0.0,
    premium_lowers_qbi_twice: bool = True,
    in_programmes: bool = True,
) -> Household:
    """The owner's return: the same household, whose practice is the corporation of `year`.

    What the household states of a sole proprietor's practice (profit, premium, retirement saving)
    is taken from it. `deferral` goes through the salary into a 401(k). `in_programmes` is False of
    a sole owner who has left the state's payroll programmes.
    """
    corporation = year.corporation
    return replace(
        household,
        profit=corporation.salary * 0.0,
        self_employed_premium=0.0,
        self_employed_retirement=0.0,
        solo_401k_deferral=0.0,
        wages=household.wages + corporation.salary,
        deferral_401k=household.deferral_401k + deferral,
        corporate_income=year.income.amount,
        corporate_pay=corporation.salary,
        corporate_premium=corporation.premium,
        corporate_tax=year.added_back,
        premium_lowers_qbi_twice=premium_lowers_qbi_twice,
        corporate_pay_in_programmes=in_programmes,
    )


@dataclass(frozen=True, slots=True)
class BothForms:
    """One practice as its owner's own and as an S corporation: two complete returns.

    `gain` is what the corporation leaves more in a year: the proprietor's taxes, less those of the
    owner and of the corporation, less what it costs to run. NaN where it has not so much pay.
    """

    sole: TaxBill
    owner: TaxBill
    corporation: CorporationYear
    gain: Line


def both_forms(
    household: Household,
    corporation: Corporation,
    rules: Rules,
    *,
    deferral: Number = 0.0,
    rates: PayrollRates | None = None,
    practice_taxes: Number = 0.0,
    premium_lowers_qbi_twice: bool = True,
    in_programmes: bool = True,
) -> BothForms:
    """Both forms of one practice. `household` is the proprietor's return, as it stands.

    `practice_taxes` are taxes on the proprietor's practice that a corporation does not owe, and are
    not in the return. Payroll taxes are those of a new employer of the state unless `rates` are
    given.
    """
    rates = rates or payroll_rates(rules, household.state)
    year = corporation_year(corporation, rates, rules, household.state, household.city)
    owner = owner_of(
        household,
        year,
        deferral=deferral,
        premium_lowers_qbi_twice=premium_lowers_qbi_twice,
        in_programmes=in_programmes,
    )
    sole_bill, owner_bill = tax_bill(household, rules), tax_bill(owner, rules)
    enough = np.greater_equal(year.income.amount, 0.0)
    gain = (
        sole_bill.total.amount
        + practice_taxes
        - owner_bill.total.amount
        - year.payroll_tax.amount
        - year.entity_tax.amount
        - corporation.running_costs
    )
    return BothForms(
        sole_bill,
        owner_bill,
        year,
        formula(
            f"{KEY}.gain",
            "What a corporation leaves more",
            np.where(enough, gain, np.nan)[()],
            "money_per_year",
            "taxes as a sole proprietor, less all taxes of corporation and owner and running costs",
            (
                sole_bill.total,
                less(owner_bill.total),
                less(year.payroll_tax),
                less(year.entity_tax),
                less(
                    given(
                        f"{KEY}.running",
                        "Running costs",
                        corporation.running_costs,
                        "money_per_year",
                    )
                ),
            ),
        ),
    )
