"""The conductor: scenario and rules in, every statement out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from calc.burnout import Load, indicator, load_inputs, load_remarks
from calc.ledger import Line, less, ratio, total
from calc.loans import LoanYear, loan_remarks
from calc.parameters import Rules
from calc.scenario import Assumption, Employee, Scenario
from calc.statements import Costs, MoneyIn, Remark, Saving, SetAside, Year
from calc.taxes import Household
from calc.taxes.saving import saving_of_year
from calc.year import costs as work_costs
from calc.year import hours, money_in, tax_return, wage
from calc.year.own_corporation import OwnCorporation, corporation_of
from calc.year.remarks import remarks_on
from calc.year.staircase import staircase

SUPPORT = (  # without any of these, its price moves nothing
    "support.supervision_hours_per_week",
    "support.consultation_hours_per_week",
    "support.own_therapy.sessions_per_year",
)
WITHOUT_SUPPORT = {
    **dict.fromkeys(SUPPORT, 0.0),
    "support.supervision_price_per_hour": 0.0,
    "support.consultation_price_per_hour": 0.0,
}


@dataclass(frozen=True)
class Result:
    """Everything computed of one scenario under one year's rules.

    `hours`, `money_in`, `costs`, `taxes`, `loans`, `take_home` and `wage` are statements: trees of
    lines whose amounts are single numbers, or arrays where the scenario held a batch. `household`
    is the tax return with this work; None where tax is not that of a United States return.
    `corporation` is that of an own practice which is one, None for any other work.
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
    loan_year: LoanYear
    household: Household | None
    corporation: OwnCorporation | None
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

    @property
    def loans(self) -> Line:
        """The year's payments on student loans."""
        return self.loan_year.line

    @cached_property
    def load(self) -> Load:
        """The burnout-risk indicator of this practice; `calc.burnout` adds its range."""
        return self.load_of(self.scenario, self.year)

    def load_of(self, scenario: Scenario, year: Year) -> Load:
        """The indicator at other hours, with the pay, income and debt of this year."""
        apart = self._without_support
        inputs = load_inputs(
            scenario,
            year,
            pay=apart.take_home.amount - apart.loans.amount,
            income=apart.profit.amount,
            debt=self.loan_year.owed,
        )
        return indicator(inputs, self.rules)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What is lawful but odd, and what was left out, the gravest first."""
        return (
            *remarks_on(
                self.scenario,
                self.rules,
                self.year,
                self.money,
                self.profit,
                self.take_home,
                self.saving,
                self.corporation,
            ),
            *loan_remarks(self.scenario, self.year.hours_per_week.amount),
        )

    @property
    def load_remarks(self) -> tuple[Remark, ...]:
        """What the load had to assume."""
        return load_remarks(self.scenario, self.loan_year.owed)

    @cached_property
    def _without_support(self) -> Result:
        """The same work with no supervision, consultation or own therapy, bought or paid for.

        So neither their price nor the pay for their hours moves load: with prices alone, a paid
        hour could cross a line of tax or loans and count against the one who has it.
        """
        plan = self.scenario
        if not any(np.any(plan.value_at(path)) for path in SUPPORT):
            return self
        return evaluate(plan.with_values(WITHOUT_SUPPORT), self.rules)

    @cached_property
    def breakdown(self) -> Line:
        """The true hourly wage from money in down, with each tax in a row of its own."""
        costs = self.work_costs
        practice = total("costs.practice", "Practice costs", costs.outside_billing, *costs.others)
        taken = (less(costs.card_fees), less(practice))
        profit = total("profit", self.profit.label, self.money_in, *taken)
        taxes = (less(tax) for tax in self.taxes.parts)
        rows = (profit, *taxes, less(self.health_cover))
        take_home = total("take_home", "Take-home", *rows, how=self.take_home.how)
        return ratio("wage", self.wage.label, take_home, self.hours, "money_per_hour")

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
    money = money_in.statement(scenario, year)
    costs = work_costs.statement(scenario, year, money.fees)
    health = work_costs.health_cover(scenario.work.health_premium_per_month)
    therapy = wage.own_therapy_line(scenario)
    before = tax_return.deducted(scenario, costs, therapy).amount
    costs = work_costs.with_practice_taxes(costs, scenario, rules, money.taxable.amount, before)
    business = tax_return.deducted(scenario, costs, therapy)
    taxable = total("taxable", "Profit or pay", money.taxable, less(business))
    employed = isinstance(scenario.work, Employee)
    label = "Pay after work costs" if employed else "Profit"
    profit = total("profit", label, money.total, less(costs.total))
    own = corporation_of(scenario, rules, year.hours, money.taxable, taxable, health)
    saving = own.saving if own else _saving(scenario, rules, money, taxable, health)
    due = tax_return.taxes_and_loans(scenario, rules, taxable, health.amount, saving, own)
    taxes, loans = due.taxes, due.loans.line
    take_home = wage.take_home_line(money.total, costs.total, taxes, health)
    wages = wage.wages(take_home, profit, loans, therapy, year.hours)
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
        loan_year=due.loans,
        household=due.household,
        corporation=own,
        own_therapy=therapy,
        own_therapy_hours=wage.own_therapy_hours_line(scenario),
        take_home=take_home,
        set_aside=saving.set_aside,
        left_over=wage.left_over_line(
            take_home, saving.set_aside, loans, therapy, scenario.household.needs_per_month
        ),
        wage=wages.true,
        wage_before_tax=wages.before_tax,
        wage_after_loans=wages.after_loans,
        wage_after_loans_and_therapy=wages.after_loans_and_therapy,
        staircase=staircase(money, costs, taxes, health, year, wages.true),
        tax_to_put_by=wage.set_aside_for_tax(scenario, taxes, money.total, rules),
        package=package,
        package_wage=wage.hourly(
            "package.wage",
            "Package wage",
            package,
            year.hours,
            "take-home and benefits in kind / working hours",
        ),
    )


def _saving(
    scenario: Scenario, rules: Rules, money: MoneyIn, taxable: Line, health: Line
) -> Saving:
    """Saving out of profit, or out of pay less the premium taken from it before tax."""
    before_tax = tax_return.premium_before_tax(scenario, taxable.amount, health.amount)
    return saving_of_year(scenario, rules, taxable.amount - before_tax, money.employer_saving)
