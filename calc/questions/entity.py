"""A sole proprietor or an S corporation: what the second leaves more, over the salary and profit.

Both are complete returns (`calc.taxes.forms`): nothing is taken from "15.3 % saved". No law names a
share of profit as the salary; what others are paid for the work is the measure of courts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from calc.crossing import edge
from calc.errors import Problem, ScenarioError
from calc.number import FloatArray, Number, added, at_least_zero
from calc.parameters import Rules, typical
from calc.scenario import Employee, Scenario, SCorporation, SoleProprietor
from calc.taxes.election import Election, election_refused
from calc.taxes.entity import Corporation, corporation_year
from calc.taxes.forms import BothForms, both_forms
from calc.taxes.household import Household
from calc.taxes.payroll import PayrollRates
from calc.taxes.practice import Practice as TaxedPractice
from calc.taxes.practice import practice_taxes
from calc.year.evaluate import Result, evaluate
from calc.year.own_corporation import rates_of

GRID = 257  # salaries that are looked at between nothing and all that there is
HALF = 0.5
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Practice:
    """What both forms share: the proprietor's return, what comes in, and what is put by.

    `saved` is the employer's part and `deferral` the owner's own of retirement saving; both are
    deducted alike, as far as the pay of a corporation allows. `taxed_before` is what of the taxes
    on the practice its profit is already without. `form` says what a corporation has chosen: the
    plan's own, or else what most have.
    """

    home: Household
    rules: Rules
    receipts: Number
    saved: Number
    deferral: Number
    taxed_before: Number
    rates: PayrollRates
    form: SCorporation

    @property
    def profit(self) -> Number:
        """What is left before anything that is its owner's."""
        return self.home.profit

    @property
    def alone(self) -> Number:
        """Taxes on the practice that only a proprietor owes, at this profit."""
        names = self.rules["corporation.proprietor_alone"].value
        assert isinstance(names, tuple)
        keys = {f"costs.practice_taxes.{name}" for name in names}
        home = self.home
        profit = home.profit + self.taxed_before
        here = TaxedPractice(
            state=home.state, city=home.city, receipts=self.receipts, profit=profit
        )
        taxes = practice_taxes(here, self.rules, ("profit", "net_earnings"))
        rows = taxes.line.parts if taxes else ()
        nothing: Number = home.profit * 0.0
        return nothing + added(row.amount for row in rows if row.key in keys)


def practice_in(result: Result) -> Practice:
    """The practice of a result, for both forms, whichever of them it has now.

    `ScenarioError` for an employee, and where tax is not that of a United States return.
    """
    form = result.scenario.corporation or SCorporation()
    if result.corporation:
        result = evaluate(as_proprietor(result.scenario), result.rules)
    work, home = result.scenario.work, result.household
    if isinstance(work, Employee) or home is None:
        kind = "employee" if isinstance(work, Employee) else "tax"
        raise ScenarioError((Problem("work.form", "not_supported", kind),))
    return Practice(
        home=home,
        rules=result.rules,
        receipts=result.money_in.amount,
        saved=home.self_employed_retirement,
        deferral=home.solo_401k_deferral,
        taxed_before=result.work_costs.practice_taxes_deducted,
        rates=rates_of(form, result.rules, home.state),
        form=form,
    )


def as_proprietor(scenario: Scenario) -> Scenario:
    """The same plan with its practice as its owner's own."""
    return scenario.with_values({"work.form": SoleProprietor()})


def running_costs() -> float:
    """What running a corporation costs in a year where nobody says otherwise: our judgement."""
    return typical("corporation_running_costs_per_year").number


def forms_at(
    practice: Practice, salary: Number, costs: Number, election: Election | None = None
) -> BothForms:
    """Both forms at a salary and running costs, a number each or one for each draw.

    With an `election` the corporation pays its state's tax of pass-through entities too.
    """
    return both_forms(
        practice.home,
        corporation_at(practice, salary, costs),
        practice.rules,
        deferral=np.minimum(practice.deferral, salary),
        rates=practice.rates,
        practice_taxes=practice.alone,
        premium_lowers_qbi_twice=practice.form.premium_lowers_qbi_twice,
        in_programmes=practice.form.in_state_programmes,
        election=election,
    )


def election_open(practice: Practice) -> Election | None:
    """The tax that its state would let the corporation choose; None where none is known of.

    At the plan's own rate and credit where we have no plain rate of the state.
    """
    form = practice.form
    election = Election(rate=form.pte_rate, credit_share=form.pte_credit_share)
    refused = election_refused(election, practice.rules, practice.home.state)
    return None if refused else election


def corporation_at(practice: Practice, salary: Number, costs: Number) -> Corporation:
    """The practice as a corporation with that salary.

    It puts in what the proprietor does, as far as a quarter of its pay and the pay itself go.
    """
    share = practice.rules["retirement.employer_contribution_share"].number
    # all that goes in, the deferral with it, is within the pay (IRC 415(c)(1)(B))
    left = salary - np.minimum(practice.deferral, salary)
    return Corporation(
        profit=practice.profit,
        receipts=practice.receipts,
        salary=salary,
        premium=practice.home.self_employed_premium,
        employer_part=np.minimum(np.minimum(practice.saved, salary * share), left),
        running_costs=costs,
    )


def most_salary(practice: Practice, costs: float) -> float:
    """The salary that takes all the practice leaves; 0 where it leaves nothing."""
    low, high = 0.0, float(at_least_zero(practice.profit))
    home, rules = practice.home, practice.rules
    for _ in range(HALVINGS):
        middle = (low + high) * HALF
        tried = corporation_at(practice, middle, costs)
        year = corporation_year(tried, practice.rates, rules, home.state, home.city)
        low, high = (middle, high) if float(year.income.amount) >= 0.0 else (low, middle)
    return low


@dataclass(frozen=True, slots=True)
class OverSalaries:
    """What a corporation leaves more at each salary; `turns_at` is where the last gain ends.

    None where no salary gains, or every salary does up to all that there is.
    """

    salaries: FloatArray
    gain: FloatArray
    turns_at: float | None


def over_salaries(practice: Practice, costs: float) -> OverSalaries:
    """The gain over every salary from nothing to all that the practice leaves."""
    salaries = np.linspace(0.0, most_salary(practice, costs), GRID)

    def gain(row: FloatArray) -> FloatArray:
        return np.broadcast_to(forms_at(practice, row, costs).gain.amount, row.shape)

    found = gain(salaries)
    gains = np.flatnonzero(found > 0.0)
    if not gains.size or gains[-1] == len(salaries) - 1:
        return OverSalaries(salaries, found, None)
    last = int(gains[-1])
    at, _ = edge(lambda row: gain(row) <= 0.0, salaries[last], salaries[last + 1])
    return OverSalaries(salaries, found, at)


def profit_that_turns(practice: Practice, salary: float, costs: float, most: float) -> float | None:
    """The least profit from which a corporation with that salary leaves more; None up to `most`.

    Receipts rise with profit; costs, premium and saving stay.
    """

    def gain(profits: FloatArray) -> FloatArray:
        more = profits - float(practice.profit)
        then = replace(
            practice,
            home=replace(practice.home, profit=profits),
            receipts=practice.receipts + more,
        )
        found = forms_at(then, np.full_like(profits, salary), costs).gain.amount
        return np.where(np.isnan(found), -1.0, found)

    profits = np.linspace(salary, most, GRID)
    there = np.flatnonzero(gain(profits) > 0.0)
    if not there.size:
        return None
    first = int(there[0])
    if not first:
        return float(profits[0])
    return edge(lambda row: gain(row) > 0.0, profits[first - 1], profits[first])[1]


def pension_lost(lost: Number, monthly_earnings: Number, rules: Rules) -> Number:
    """How much less a year a pension of social security is, for life, after one year.

    `lost` are the earnings of that year that are no longer under social security, in dollars;
    `monthly_earnings` the mean of 35 years, by which a share is replaced.

    >>> from calc.parameters import load_rules
    >>> round(float(pension_lost(1_000.0, 4_000.0, load_rules(2026))), 2)
    9.14
    """
    law = rules["corporation.pension_bends"]
    above, shares = law.row("above"), law.row("values")
    share: Number = shares[0]
    for start, of_part in zip(above[1:], shares[1:], strict=True):
        share = np.where(np.greater(monthly_earnings, start), of_part, share)[()]
    return lost / rules["corporation.pension_years"].number * share
