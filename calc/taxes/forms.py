"""One practice in both forms: a sole proprietor's return, and a corporation with its owner's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from calc.ledger import Line, formula, given, less
from calc.number import Number
from calc.parameters import Rules
from calc.taxes.bill import TaxBill, tax_bill
from calc.taxes.election import Election, ElectionYear, election_year
from calc.taxes.entity import KEY, Corporation, CorporationYear, corporation_year
from calc.taxes.household import Household
from calc.taxes.payroll import PayrollRates, payroll_rates


def owner_of(
    household: Household,
    year: CorporationYear,
    *,
    deferral: Number = 0.0,
    premium_lowers_qbi_twice: bool = True,
    in_programmes: bool = True,
    election: ElectionYear | None = None,
) -> Household:
    """The owner's return: the same household, whose practice is the corporation of `year`.

    What the household states of a sole proprietor's practice (profit, premium, retirement saving)
    is taken from it. `deferral` goes through the salary into a 401(k). `in_programmes` is False of
    a sole owner who has left the state's payroll programmes. With an `election` the corporation
    leaves less, and the state return gives back what it paid.
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
        corporate_income=(election or year).income.amount,
        corporate_pay=corporation.salary,
        corporate_premium=corporation.premium,
        tax_added_back=year.added_back,
        premium_lowers_qbi_twice=premium_lowers_qbi_twice,
        corporate_pay_in_programmes=in_programmes,
        election=election.state if election else None,
    )


@dataclass(frozen=True, slots=True)
class Elected:
    """The owner's return where the corporation pays its state's tax by election.

    `gain` is what that leaves more in a year than the same corporation without it; NaN where the
    corporation has not so much pay.
    """

    year: ElectionYear
    owner: TaxBill
    gain: Line


@dataclass(frozen=True, slots=True)
class BothForms:
    """One practice as its owner's own and as an S corporation: two complete returns.

    `gain` is what the corporation leaves more in a year: the proprietor's taxes, less those of the
    owner and of the corporation, less what it costs to run. NaN where it has not so much pay. What
    an election leaves more on top of it is the gain of `elected`, None where none was made.
    """

    sole: TaxBill
    owner: TaxBill
    corporation: CorporationYear
    gain: Line
    elected: Elected | None = None


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
    election: Election | None = None,
) -> BothForms:
    """Both forms of one practice. `household` is the proprietor's return, as it stands.

    `practice_taxes` are taxes on the proprietor's practice that a corporation does not owe, and are
    not in the return. Payroll taxes are those of a new employer of the state unless `rates` are
    given. `election` asks for the owner's return with the state's tax by election too.
    """
    rates = rates or payroll_rates(rules, household.state)
    if not in_programmes:
        rates = replace(rates, state_tax_rate=0.0, leave_rate=0.0)
    year = corporation_year(corporation, rates, rules, household.state, household.city)
    owners = partial(
        owner_of,
        household,
        year,
        deferral=deferral,
        premium_lowers_qbi_twice=premium_lowers_qbi_twice,
        in_programmes=in_programmes,
    )
    sole_bill, owner_bill = tax_bill(household, rules), tax_bill(owners(), rules)
    gain = _where_there_is_pay(
        year,
        sole_bill.total.amount
        + practice_taxes
        - owner_bill.total.amount
        - year.payroll_tax.amount
        - year.entity_tax.amount
        - corporation.running_costs,
    )
    alone = given(
        f"{KEY}.proprietor_alone",
        "Taxes that only a proprietor owes",
        practice_taxes,
        "money_per_year",
    )
    elected = None
    if election is not None:
        of_year = election_year(year, election, rules, household.state)
        bill = tax_bill(owners(election=of_year), rules)
        elected = Elected(of_year, bill, _gain_of_election(year, of_year, owner_bill, bill))
    found = _gain(gain, sole_bill, alone, owner_bill, year)
    return BothForms(sole_bill, owner_bill, year, found, elected)


def _where_there_is_pay(year: CorporationYear, amount: Number) -> Number:
    """An amount, and no number where a corporation has not so much pay."""
    found: Number = np.where(np.greater_equal(year.income.amount, 0.0), amount, np.nan)[()]
    return found


def _gain_of_election(
    year: CorporationYear, election: ElectionYear, without: TaxBill, owner: TaxBill
) -> Line:
    gain = without.total.amount - owner.total.amount - election.tax.amount
    return formula(
        f"{KEY}.election.gain",
        "What its tax by election leaves more",
        _where_there_is_pay(year, gain),
        "money_per_year",
        "the owner's taxes without it, less those with it and the tax itself",
        (without.total, less(owner.total), less(election.tax)),
    )


def _gain(gain: Number, sole: TaxBill, alone: Line, owner: TaxBill, year: CorporationYear) -> Line:
    running = year.corporation.running_costs
    return formula(
        f"{KEY}.gain",
        "What a corporation leaves more",
        gain,
        "money_per_year",
        "taxes as a sole proprietor, less all taxes of corporation and owner and running costs",
        (
            replace(sole.total, label="Taxes as a sole proprietor"),
            alone,
            less(replace(owner.total, label="Taxes of the owner")),
            less(year.payroll_tax),
            less(year.entity_tax),
            less(given(f"{KEY}.running", "Running costs", running, "money_per_year")),
        ),
    )
