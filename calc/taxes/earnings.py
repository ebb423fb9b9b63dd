"""Taxes on earnings, and adjusted income: the first half of a return."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, formula, given, less, total
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.business import (
    community_rows,
    corporate_rows,
    spouse_profit_counted,
    spouse_profit_rows,
)
from calc.taxes.household import Household

WHOSE = {"": "", ".own": ", own", ".spouse": ", spouse"}


class Earnings(NamedTuple):
    """Taxes on earnings, half the self-employment tax, and earned income for the credits.

    Of the first and of `half_tax`, the spouse's own part stands beside.
    """

    self_employment_tax: Line
    spouse_self_employment_tax: Number
    half_tax: Number
    spouse_half_tax: Number
    fica: Line
    additional_medicare: Line
    earned: Number


def spouse_wages_counted(household: Household) -> Number:
    """Spouse's wages, on a joint return only."""
    return household.spouse_wages if household.filing_status == "joint" else 0.0


def taxable_wages(household: Household) -> Number:
    """Wages on the return, less what is taken from pay before income tax."""
    return (
        household.wages
        - household.deferral_401k
        - household.premium_before_tax
        - household.hsa_through_payroll
        + spouse_wages_counted(household)
    )


def earnings_of(household: Household, rules: Rules) -> Earnings:
    """Taxes on earnings, and half the self-employment tax."""
    # Deferrals to a 401(k) stay in wages for these taxes; a premium or HSA from pay does not.
    own = at_least_zero(
        household.wages - household.premium_before_tax - household.hsa_through_payroll
    )
    spouse = spouse_wages_counted(household)
    net, tax, spouse_tax = _on_profits(household, (own, spouse), rules)
    pay = formula(
        "taxes.wages",
        "Wages under social security and Medicare",
        own + spouse,
        "money_per_year",
        "wages less the premium and HSA taken from pay before tax",
    )
    share = rules["us_federal.half_se_tax_deduction_share"].number
    half = tax.amount * share
    return Earnings(
        self_employment_tax=tax,
        spouse_self_employment_tax=spouse_tax,
        half_tax=half,
        spouse_half_tax=spouse_tax * share,
        fica=_fica((own, spouse), pay, rules),
        additional_medicare=_additional_medicare(pay, net, household.limits_status, rules),
        # A premium that an own corporation pays is pay in income (IRC 32(c)(2)(A)(i)).
        earned=taxable_wages(household)
        + household.corporate_premium
        + (household.profit + spouse_profit_counted(household))
        + (household.community_wages + household.community_profit)
        - half,
    )


def _on_profits(
    household: Household, wages: tuple[Number, Number], rules: Rules
) -> tuple[Line, Line, Number]:
    """Net earnings and self-employment tax of a couple, and what of the tax is the spouse's.

    Each has a base of their own: Schedule SE is one person's.
    """
    if household.filing_status != "joint":
        net = _net_earnings(household.profit, rules)
        return net, _self_employment_tax(net, wages[0], rules), 0.0
    profits = {".own": household.profit, ".spouse": household.spouse_profit}
    nets = tuple(_net_earnings(profit, rules, whose) for whose, profit in profits.items())
    taxes = tuple(
        _self_employment_tax(net, paid, rules, whose)
        for net, paid, whose in zip(nets, wages, profits, strict=True)
    )
    net = total("taxes.net_earnings", "Net earnings from self-employment", *nets)
    return net, total("taxes.self_employment", "Self-employment tax", *taxes), taxes[1].amount


def _net_earnings(profit: Number, rules: Rules, whose: str = "") -> Line:
    factor = rules["us_federal.se_net_earnings_factor"]
    minimum = rules["us_federal.se_minimum_net_earnings"]
    return formula(
        f"taxes.net_earnings{whose}",
        f"Net earnings from self-employment{WHOSE[whose]}",
        federal.net_earnings(profit, factor.number, minimum.number),
        "money_per_year",
        f"profit x {factor.percent}; none below {minimum.dollars()}",
        (given(f"taxes.profit{whose}", f"Profit{WHOSE[whose]}", profit, "money_per_year"),),
        factor,
        minimum,
    )


def _self_employment_tax(net: Line, own_wages: Number, rules: Rules, whose: str = "") -> Line:
    rate = rules["us_federal.se_social_security_rate"]
    medicare = rules["us_federal.se_medicare_rate"]
    base = rules["us_federal.social_security_wage_base"]
    wages = formula(
        f"taxes.own_wages{whose}",
        "Wages, which use the base first",
        own_wages,
        "money_per_year",
        "wages of the same person, less the premium and HSA taken from pay before tax",
    )
    return formula(
        f"taxes.self_employment{whose}",
        f"Self-employment tax{WHOSE[whose]}",
        federal.self_employment_tax(
            net.amount, own_wages, base.number, rate.number, medicare.number
        ),
        "money_per_year",
        f"net earnings x {rate.percent} up to what own wages leave of the social security base, "
        f"and x {medicare.percent} on all",
        (net, wages),
        rate,
        medicare,
        base,
    )


def _fica(wages: tuple[Number, Number], pay: Line, rules: Rules) -> Line:
    """Each person's wages have a base of their own."""
    rate = rules["us_federal.employee_social_security_rate"]
    medicare = rules["us_federal.employee_medicare_rate"]
    base = rules["us_federal.social_security_wage_base"]
    own, spouse = (
        federal.employee_fica(each, base.number, rate.number, medicare.number) for each in wages
    )
    return formula(
        "taxes.fica",
        "Social security and Medicare",
        own + spouse,
        "money_per_year",
        f"wages x {rate.percent} up to the social security base of each person, "
        f"and x {medicare.percent} on all",
        (pay,),
        rate,
        medicare,
        base,
    )


def _additional_medicare(pay: Line, net: Line, status: str, rules: Rules) -> Line:
    threshold = rules["us_federal.additional_medicare_threshold"]
    rate = rules["us_federal.additional_medicare_rate"]
    return formula(
        "taxes.additional_medicare",
        "Additional Medicare tax",
        federal.additional_medicare_tax(pay.amount, net.amount, threshold.of(status), rate.number),
        "money_per_year",
        f"{rate.percent} of wages and net earnings above the threshold",
        (pay, net),
        threshold,
        rate,
    )


def adjusted_income(household: Household, rules: Rules, earnings: Earnings) -> tuple[Line, Line]:
    """The loan-interest deduction, and adjusted income: earnings less what is above the line."""
    rows = (*_income(household), *_above_the_line(household, rules, earnings))
    before = total("taxes.income_before_interest", "Income before loan interest", *rows)
    interest = _student_loan_interest(household, rules, before)
    return interest, total("taxes.adjusted_income", "Adjusted income", *rows, less(interest))


def _income(household: Household) -> tuple[Line, ...]:
    """Wages, profit, and income that no work earns."""
    return (
        formula(
            "taxes.taxable_wages",
            "Taxable wages",
            taxable_wages(household),
            "money_per_year",
            "wages less 401(k) deferral, premium and HSA taken from pay before tax",
        ),
        given("taxes.profit", "Profit", household.profit, "money_per_year"),
        *spouse_profit_rows(household),
        *community_rows(household),
        *corporate_rows(household),
        given("taxes.other_income", "Investment income", household.other_income, "money_per_year"),
        given(
            "taxes.pension_income",
            "Pensions and the like",
            household.pension_income,
            "money_per_year",
        ),
    )


def _above_the_line(household: Household, rules: Rules, earnings: Earnings) -> tuple[Line, ...]:
    """What the self-employed and savers take away, loan interest apart."""
    half_share = rules["us_federal.half_se_tax_deduction_share"]
    half = formula(
        "taxes.half_self_employment",
        "Half of self-employment tax",
        earnings.half_tax,
        "money_per_year",
        f"self-employment tax x {half_share.percent}",
        (earnings.self_employment_tax,),
        half_share,
    )
    premium = given(
        "taxes.self_employed_premium",
        "Health premium of the self-employed",
        household.self_employed_premium,
        "money_per_year",
    )
    retirement = given(
        "taxes.self_employed_retirement",
        "Retirement saving of the self-employed",
        household.self_employed_retirement + household.solo_401k_deferral,
        "money_per_year",
    )
    hsa = given("taxes.hsa", "Health savings account", household.hsa, "money_per_year")
    return less(half), less(premium), less(retirement), less(hsa)


def _student_loan_interest(household: Household, rules: Rules, before: Line) -> Line:
    """The deduction, by income before it."""
    status = household.limits_status
    cap = rules["us_federal.student_loan_interest_cap"]
    start = rules["us_federal.student_loan_interest_phase_out_start"]
    width = rules["us_federal.student_loan_interest_phase_out_width"]
    return formula(
        "taxes.student_loan_interest",
        "Student-loan interest",
        federal.student_loan_interest_deduction(
            household.student_loan_interest,
            before.amount,
            cap.of(status),
            start.of(status),
            width.of(status),
        ),
        "money_per_year",
        f"interest paid, at most {cap.dollars(status)}, less as income rises through the phase-out",
        (before,),
        cap,
        start,
        width,
    )
