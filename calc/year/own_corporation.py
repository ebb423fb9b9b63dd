"""An own practice that is an S corporation: its salary, its own year, and its owner's return."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calc.ledger import Line, formula, given
from calc.number import Number, ratio_of
from calc.parameters import Rules
from calc.parameters.labour import FULL_TIME_HOURS, median_pay
from calc.scenario import Scenario, SCorporation
from calc.statements import Saving
from calc.taxes import Household
from calc.taxes.dates import Instalments
from calc.taxes.election import FILE as ELECTIONS
from calc.taxes.election import (
    ElectionYear,
    dates_of_election,
    election_in,
    election_refused,
    election_year,
)
from calc.taxes.entity import Corporation, CorporationYear, corporation_year
from calc.taxes.forms import owner_of
from calc.taxes.payroll import PayrollRates, payroll_rates
from calc.taxes.saving import saving_of_owner

KEY = "corporation"


def salary_of(scenario: Scenario, form: SCorporation, hours_per_year: Number) -> Line:
    """The salary as stated, or else half of all who are paid for such hours in the state earn less.

    Surveyed pay is that of a full year of 2,080 hours, so it is scaled by the hours of this work.
    """
    label = "Salary"
    if form.salary_per_year is not None:
        return given(f"{KEY}.salary", label, form.salary_per_year, "money_per_year")
    median, source = median_pay(form.occupation, scenario.household.state)
    of_full_time = ratio_of(hours_per_year, FULL_TIME_HOURS)
    return formula(
        f"{KEY}.salary",
        label,
        median * of_full_time,
        "money_per_year",
        "median pay of the occupation in the state x working hours / hours of a full-time year",
        (given(f"{KEY}.median_pay", "Median pay", median, "money_per_year"),),
        source,
    )


@dataclass(frozen=True, slots=True)
class OwnCorporation:
    """The corporation of a year: what it owes and leaves, and what goes into its owner's saving."""

    form: SCorporation
    salary: Line
    year: CorporationYear
    saving: Saving
    elected: ElectionYear | None

    @property
    def tax_lines(self) -> tuple[Line, ...]:
        """What it owes itself: payroll taxes, those of state and city, and one by election."""
        chosen = (self.elected.tax,) if self.elected else ()
        return self.year.payroll_tax, self.year.entity_tax, *chosen

    @property
    def income(self) -> Line:
        """What it leaves its owner as business income, after all of its own taxes."""
        return (self.elected or self.year).income

    def owner(self, base: Household) -> Household:
        """The owner's return beside the household's other income."""
        saving = self.saving
        owner = owner_of(
            base,
            self.year,
            deferral=saving.deferral_deducted,
            premium_lowers_qbi_twice=self.form.premium_lowers_qbi_twice,
            in_programmes=self.form.in_state_programmes,
            election=self.elected,
        )
        return replace(owner, roth_deferral=saving.roth_counted, hsa=saving.hsa_deducted)


def corporation_of(
    scenario: Scenario, rules: Rules, hours: Line, receipts: Line, profit: Line, premium: Line
) -> OwnCorporation | None:
    """The corporation of a year, with its salary as stated or by the hours; None for other work."""
    form = scenario.corporation
    if form is None:
        return None
    salary = salary_of(scenario, form, hours.amount)
    return own_corporation(scenario, rules, salary, receipts.amount, profit.amount, premium.amount)


def own_corporation(
    scenario: Scenario,
    rules: Rules,
    salary: Line,
    receipts: Number,
    profit: Number,
    premium: Number,
) -> OwnCorporation:
    """The corporation's year. `profit` is before its owner's pay, `premium` the year's for health.

    The corporation pays the premium, but not where an employer's plan is open to its owner: then it
    is not deducted, and is paid out of what is left.
    """
    form = scenario.corporation
    assert form is not None
    home = scenario.household
    saving = saving_of_owner(scenario, rules, salary.amount)
    corporation = Corporation(
        profit=profit,
        receipts=receipts,
        salary=salary.amount,
        premium=premium * 0.0 if home.may_join_employer_plan else premium,
        employer_part=saving.employer_part_deducted,
    )
    rates = rates_of(form, rules, home.state)
    year = corporation_year(corporation, rates, rules, home.state, home.city)
    elected = _elected(form, year, rules, home.state)
    return OwnCorporation(form, salary, year, saving, elected)


def _elected(
    form: SCorporation, year: CorporationYear, rules: Rules, state: str
) -> ElectionYear | None:
    """The year with a tax by election; None where none was made, or the state has none to make.

    A remark tells the latter (`calc.year.remarks`).
    """
    election = election_in(form)
    if election is None or election_refused(election, rules, state):
        return None
    return election_year(year, election, rules, state)


def rates_of(form: SCorporation, rules: Rules, state: str) -> PayrollRates:
    """What the corporation owes on the salary, without what its owner has opted out of."""
    rates = payroll_rates(rules, state)
    if not form.pays_state_unemployment:
        rates = replace(rates, state_unemployment_rate=0.0)
    if not form.in_state_programmes:
        rates = replace(rates, state_tax_rate=0.0, leave_rate=0.0)
    return rates


def dates_of_its_election(
    own: OwnCorporation | None, state: str, rules: Rules
) -> Instalments | None:
    """When the tax by election is due; None where there is none, or the state's dates are not read.

    Last year's such tax is not asked for: this year's stands in.
    """
    if own is None or own.elected is None:
        return None
    law = rules.get(f"{ELECTIONS}.{state}")
    return dates_of_election(law, own.elected.tax.amount, rules.tax_year) if law else None
