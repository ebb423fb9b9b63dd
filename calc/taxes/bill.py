"""One tax return: from what the household states to named lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calc.ledger import Line, formula, given, less, parameter, total
from calc.number import Flag, at_least_zero
from calc.parameters import Rules
from calc.taxes.city_credit import less_city_credit
from calc.taxes.earnings import Earnings, adjusted_income, earnings_of
from calc.taxes.household import Household
from calc.taxes.income_lines import income_lines
from calc.taxes.income_tax import Income, income_tax_of
from calc.taxes.investment import net_investment_income_line
from calc.taxes.itemising import first_half, lowest_returns
from calc.taxes.local import local_tax
from calc.taxes.programmes import programmes_line
from calc.taxes.states.lines import elected_row, state_line
from calc.taxes.states.record import state_record


@dataclass(frozen=True, slots=True)
class TaxBill:
    """One return's lines. `total` adds up `taxes`; the rest says how income tax came about."""

    adjusted_income: Line
    student_loan_deduction: Line
    deduction: Line
    qbi_deduction: Line
    taxable_income: Line
    income_tax: Line
    self_employment_tax: Line
    fica: Line
    additional_medicare: Line
    net_investment_income: Line
    state: Line
    local: Line
    payroll_programmes: Line
    taxes: tuple[Line, ...]
    total: Line
    itemised: Flag

    def find(self, key: str) -> Line:
        """The line with this key."""
        return self.total.find(key)


def tax_bill(household: Household, rules: Rules) -> TaxBill:
    """All taxes of one return under one year's law.

    Federal income tax is after credits and may be negative; `Household.deduction` can force the
    standard deduction or itemising, else the lower total of federal, state and local tax is taken.
    State tax is the state's law of the year; the user's own rate replaces it, and is needed where
    that year of the state is not recorded. It may be negative, by credits that are paid out.
    """
    earnings = earnings_of(household, rules)
    interest, adjusted = adjusted_income(household, rules, earnings)
    local = local_tax(household, adjusted)
    local = less_city_credit(household, rules, earnings, interest, adjusted, local)
    income, state = _income_taxes(household, rules, earnings, interest, adjusted, local)
    told = income_lines(household, rules, earnings, adjusted, income)
    programmes = programmes_line(household, rules)
    on_investment = net_investment_income_line(household, rules, adjusted)
    taxes = (
        earnings.self_employment_tax,
        earnings.fica,
        earnings.additional_medicare,
        on_investment,
        told.tax,
        state,
        local,
        programmes,
    )
    return TaxBill(
        adjusted_income=adjusted,
        student_loan_deduction=interest,
        deduction=told.deduction,
        qbi_deduction=told.qbi,
        taxable_income=told.taxable,
        income_tax=told.tax,
        self_employment_tax=earnings.self_employment_tax,
        fica=earnings.fica,
        additional_medicare=earnings.additional_medicare,
        net_investment_income=on_investment,
        state=state,
        local=local,
        payroll_programmes=programmes,
        taxes=taxes,
        total=total("taxes", "Taxes", *taxes),
        itemised=income.itemised,
    )


def adjusted_income_of(household: Household, rules: Rules) -> Line:
    """Adjusted income alone, without working out the taxes on it."""
    return adjusted_income(household, rules, earnings_of(household, rules))[1]


def _income_taxes(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    interest: Line,
    adjusted: Line,
    local: Line,
) -> tuple[Income, Line]:
    """Federal income tax in amounts, and the line of state income tax.

    The latter by law, at the user's rate, or left out.
    """
    record = state_record(household.state, rules) if household.state_rate is None else None
    if record is None or record.is_untaxed:
        state = _without_record(household, rules, adjusted)
        salt = state.amount + local.amount
        return income_tax_of(household, rules, earnings, adjusted.amount, salt), state
    first = first_half(household, rules, earnings, interest, adjusted)
    returns = lowest_returns(household, rules, first, record, local.amount)
    return returns.income, state_line(record, returns.state, rules)


def _without_record(household: Household, rules: Rules, adjusted: Line) -> Line:
    """State income tax at the user's rate; zero by law where a state has no tax on earnings.

    Without a rate, where the year of a state is not recorded, it is left out and the label says so.
    """
    name = rules["states.name"].text(household.state)
    if household.state_rate is None:
        law = rules["states.income_tax"]
        if law.text(household.state) == "none":
            return parameter("taxes.state", f"State income tax, {name}", 0.0, "money_per_year", law)
        return formula(
            "taxes.state",
            f"State income tax, {name}: not included",
            adjusted.amount * 0.0,
            "money_per_year",
            "no rate entered: give your average state rate",
            (),
            law,
        )
    rate = given("taxes.state_rate", "Your state rate", household.state_rate, "share")
    income = at_least_zero(adjusted.amount + household.change_by_election)
    due = formula(
        "taxes.state",
        f"State income tax, {name}, at your rate",
        income * household.state_rate,
        "money_per_year",
        "adjusted income x your state rate",
        (adjusted, rate),
    )
    if household.election is None:
        return due
    credit = elected_row(household.elected_credit(due.amount))
    before = replace(due, key="taxes.state.before_elected")
    return total("taxes.state", due.label, before, less(credit))
