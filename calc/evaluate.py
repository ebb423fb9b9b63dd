"""The conductor: scenario and rules in, every statement out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from calc import costs as work_costs
from calc import hours, money_in, wage
from calc.ledger import Line, formula, less, ratio, total
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.remarks import remarks
from calc.scenario import Assumption, Employee, Scenario, UsTax
from calc.statements import Costs, MoneyIn, Remark, Saving, SetAside, Year
from calc.taxes import Household, taxes_by_law, taxes_by_rate
from calc.taxes.saving import saving_of_year


@dataclass(frozen=True)
class Result:
    """Everything computed of one scenario under one year's rules.

    `hours`, `money_in`, `costs`, `taxes`, `loans`, `take_home` and `wage` are statements: trees of
    lines whose amounts are single numbers, or arrays where the scenario held a batch.
    """

    scenario: Scenario
    rules: Rules
    year: Year
    money: MoneyIn
    work_costs: Costs
    saving: Saving
    profit: Line
    taxes: Line
    health_cover: Line
    loans: Line
    own_therapy: Line
    own_therapy_hours: Line
    take_home: Line
    set_aside: Line
    left_over: Line
    wage: Line
    wage_before_tax: Line
    wage_after_loans: Line
    wage_after_loans_and_therapy: Line
    staircase: Line
    tax_to_put_by: SetAside
    package: Line
    package_wage: Line
    remarks: tuple[Remark, ...]

    @property
    def hours(self) -> Line:
        """Working hours by bucket, each paid and unpaid."""
        return self.year.hours

    @property
    def money_in(self) -> Line:
        """Everything the arrangement pays, before costs."""
        return self.money.total

    @property
    def costs(self) -> Line:
        """Work costs by row."""
        return self.work_costs.total

    @cached_property
    def breakdown(self) -> Line:
        """The true hourly wage from money in down, with each tax in a row of its own."""
        card, *others = self.costs.parts
        practice = total("costs.practice", "Practice costs", *others)
        profit = total("profit", self.profit.label, self.money_in, less(card), less(practice))
        taxes = (less(tax) for tax in self.taxes.parts)
        rows = (profit, *taxes, less(self.health_cover))
        take_home = total("take_home", "Take-home", *rows, how=self.take_home.how)
        return ratio("wage", self.wage.label, take_home, self.hours, "money_per_hour")

    @cached_property
    def household(self) -> Household | None:
        """The household's tax return with this work; None where tax is not that of a US return."""
        scenario, mode = self.scenario, self.scenario.household.tax
        if not isinstance(mode, UsTax):
            return None
        deducted = _deducted(scenario, self.work_costs, self.own_therapy)
        taxable = self.money.taxable.amount - deducted.amount
        base = _household_without_work(scenario, mode)
        return _household_with_work(scenario, base, taxable, self.health_cover.amount, self.saving)

    @cached_property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Every field left alone, with its default and source."""
        return self.scenario.assumptions()

    def find(self, key: str) -> Line:
        """A line of any statement by its key."""
        return self._all.find(key)

    @cached_property
    def _all(self) -> Line:
        # Each statement comes before those that take it away, so that it is found with its sign.
        parts = (
            self.hours,
            self.money_in,
            self.costs,
            self.taxes,
            self.health_cover,
            self.loans,
            self.own_therapy,
            self.own_therapy_hours,
            self.set_aside,
            self.take_home,
            self.wage,
            self.staircase,
            self.left_over,
            self.wage_before_tax,
            self.wage_after_loans,
            self.wage_after_loans_and_therapy,
            self.year.hours_per_week,
            self.year.unpaid_share,
            self.year.after_hours,
            self.year.booked,
            self.year.held,
            self.year.lost,
            self.profit,
            self.package,
            self.package_wage,
            self.tax_to_put_by.share_of_payment,
            self.tax_to_put_by.per_quarter,
        )
        return Line("result", "Result", float("nan"), "count", "given", "", parts)


def evaluate(scenario: Scenario, rules: Rules) -> Result:
    """All statements of one scenario: hours, money in, costs, taxes, take-home and wages.

    Numbers in the scenario may be arrays of one length: then every amount is an array of draws.
    A figure that does not exist (a wage without hours) is NaN and a remark says why.
    """
    year = hours.statement(scenario)
    money = money_in.statement(scenario.work, year)
    costs = work_costs.statement(scenario, year, money.fees)
    health = work_costs.health_cover(scenario.work.health_premium_per_month)
    therapy = wage.own_therapy_line(scenario)
    deducted = _deducted(scenario, costs, therapy)
    taxable = total("taxable", "Profit or pay", money.taxable, less(deducted))
    employed = isinstance(scenario.work, Employee)
    label = "Pay after work costs" if employed else "Profit"
    profit = total("profit", label, money.total, less(costs.total))
    before_tax = _premium_before_tax(scenario, taxable.amount, health.amount)
    saving = saving_of_year(scenario, rules, taxable.amount - before_tax, money.employer_saving)
    taxes = _taxes(scenario, rules, taxable, health, saving)
    loans = formula(
        "loans",
        "Student-loan payments",
        wage.months_to_year(scenario.loans.payment_per_month),
        "money_per_year",
        "payment a month x 12",
    )
    take_home = wage.take_home_line(money.total, costs.total, taxes, health)
    after_loans = total("after_loans", "Take-home after loans", take_home, less(loans))
    after_therapy = total("after_therapy", "After own therapy", *after_loans.parts, less(therapy))
    true_wage = wage.hourly(
        "wage", "True hourly wage", take_home, year.hours, "take-home / working hours"
    )
    package = wage.worth_of_package(scenario, take_home)
    return Result(
        scenario=scenario,
        rules=rules,
        year=year,
        money=money,
        work_costs=costs,
        saving=saving,
        profit=profit,
        taxes=taxes,
        health_cover=health,
        loans=loans,
        own_therapy=therapy,
        own_therapy_hours=wage.own_therapy_hours_line(scenario),
        take_home=take_home,
        set_aside=saving.set_aside,
        left_over=wage.left_over_line(
            take_home, saving.set_aside, loans, therapy, scenario.household.needs_per_month
        ),
        wage=true_wage,
        wage_before_tax=wage.hourly(
            "wage.before_tax",
            "Wage before tax",
            profit,
            year.hours,
            "(money in - work costs) / working hours",
        ),
        wage_after_loans=wage.hourly(
            "wage.after_loans",
            "Wage after loans",
            after_loans,
            year.hours,
            "(take-home - loan payments) / working hours",
        ),
        wage_after_loans_and_therapy=wage.hourly(
            "wage.after_loans_and_therapy",
            "Wage after loans and own therapy",
            after_therapy,
            year.hours,
            "(take-home - loan payments - own therapy) / working hours",
        ),
        staircase=wage.staircase(money, costs, taxes, health, year, true_wage),
        tax_to_put_by=wage.set_aside_for_tax(scenario, taxes, money.total, rules),
        package=package,
        package_wage=wage.hourly(
            "package.wage",
            "Package wage",
            package,
            year.hours,
            "take-home and benefits in kind / working hours",
        ),
        remarks=remarks(scenario, rules, year, money, profit, take_home, saving),
    )


def _deducted(scenario: Scenario, costs: Costs, therapy: Line) -> Line:
    """What a self-employed person deducts; an employee's own costs do not lower federal tax."""
    amount: Number = costs.business
    if scenario.support.own_therapy.tax_status == "business_cost":
        amount = amount + therapy.amount
    if isinstance(scenario.work, Employee):
        amount = costs.total.amount * 0.0
    return formula("taxable.costs", "Deducted costs", amount, "money_per_year", "business costs")


def _taxes(scenario: Scenario, rules: Rules, taxable: Line, health: Line, saving: Saving) -> Line:
    mode = scenario.household.tax
    if not isinstance(mode, UsTax):
        return taxes_by_rate(mode, taxable)
    base = _household_without_work(scenario, mode)
    with_work = _household_with_work(scenario, base, taxable.amount, health.amount, saving)
    others = (base.wages, base.spouse_wages, base.other_income)
    alone = not any(np.any(np.not_equal(amount, 0.0)) for amount in others)
    return taxes_by_law(with_work, None if alone else base, rules)


def _premium_before_tax(scenario: Scenario, taxable: Number, premium: Number) -> Number:
    """An employee's premium that is taken from pay before tax, at most the pay."""
    work = scenario.work
    if isinstance(work, Employee) and work.premium_before_tax:
        return np.minimum(premium, at_least_zero(taxable))
    return premium * 0.0


def _household_without_work(scenario: Scenario, mode: UsTax) -> Household:
    home = scenario.household
    return Household(
        filing_status=home.filing_status,
        state=home.state,
        age=home.age,
        spouse_age=home.spouse_age,
        children_under_17=home.children_under_17,
        wages=home.own_other_wages_per_year,
        spouse_wages=home.spouse_wages_per_year if home.filing_status == "joint" else 0.0,
        other_income=home.other_income_per_year,
        student_loan_interest=np.minimum(
            scenario.loans.interest_per_year,
            wage.months_to_year(scenario.loans.payment_per_month),
        ),
        state_rate=mode.state_rate,
        local_rate=mode.local_rate,
        payroll_programme_rate=mode.payroll_programme_rate,
        deduction=mode.deduction,
        qbi_minimum=mode.qbi_minimum,
    )


def _household_with_work(
    scenario: Scenario, base: Household, taxable: Number, premium: Number, saving: Saving
) -> Household:
    work = scenario.work
    if isinstance(work, Employee):
        return replace(
            base,
            wages=base.wages + taxable,
            deferral_401k=saving.deferral_deducted,
            premium_before_tax=_premium_before_tax(scenario, taxable, premium),
            hsa_through_payroll=saving.hsa_deducted,
        )
    room = at_least_zero(
        taxable - saving.half_tax - saving.employer_part_deducted - saving.deferral_deducted
    )
    return replace(
        base,
        profit=taxable,
        self_employed_retirement=saving.employer_part_deducted,
        solo_401k_deferral=saving.deferral_deducted,
        self_employed_premium=np.minimum(premium, room),
        hsa=saving.hsa_deducted,
    )
