"""Taxes on earnings, and adjusted income: the first half of a return."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, formula, given, less, total
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.household import Household


class Earnings(NamedTuple):
    """Taxes on earnings, half the self-employment tax, and earned income for the credits."""

    self_employment_tax: Line
    half_tax: Number
    fica: Line
    additional_medicare: Line
    earned: Number


def spouse_wages_counted(household: Household) -> Number:
    """Spouse's wages, on a joint return only."""
    return household.spouse_wages if household.filing_status == "joint" else 0.0


def earnings_of(household: Household, rules: Rules) -> Earnings:
    """Taxes on earnings, and half the self-employment tax."""
    base = rules["us_federal.social_security_wage_base"]
    spouse = spouse_wages_counted(household)
    # Deferrals to a 401(k) stay in wages for these taxes; a premium or HSA from pay does not.
    own = at_least_zero(
        household.wages - household.premium_before_tax - household.hsa_through_payroll
    )
    factor = rules["us_federal.se_net_earnings_factor"]
    minimum = rules["us_federal.se_minimum_net_earnings"]
    earnings = federal.net_earnings(household.profit, factor.number, minimum.number)
    se_rate = rules["us_federal.se_social_security_rate"]
    se_medicare = rules["us_federal.se_medicare_rate"]
    tax = federal.self_employment_tax(
        earnings, own, base.number, se_rate.number, se_medicare.number
    )
    rate = rules["us_federal.employee_social_security_rate"]
    medicare = rules["us_federal.employee_medicare_rate"]
    own_fica, spouse_fica = (
        federal.employee_fica(wages, base.number, rate.number, medicare.number)
        for wages in (own, spouse)
    )
    fica = own_fica + spouse_fica
    threshold = rules["us_federal.additional_medicare_threshold"]
    further_rate = rules["us_federal.additional_medicare_rate"]
    further = federal.additional_medicare_tax(
        own + spouse,
        earnings,
        threshold.of(household.filing_status),
        further_rate.number,
    )
    half = tax * rules["us_federal.half_se_tax_deduction_share"].number
    profit = given("taxes.profit", "Profit", household.profit, "money_per_year")
    counted = formula(
        "taxes.net_earnings",
        "Net earnings from self-employment",
        earnings,
        "money_per_year",
        f"profit x {factor.percent}; none below {minimum.dollars()}",
        (profit,),
        factor,
        minimum,
    )
    pay = formula(
        "taxes.wages",
        "Wages under social security and Medicare",
        own + spouse,
        "money_per_year",
        "wages less the premium and HSA taken from pay before tax",
    )
    return Earnings(
        self_employment_tax=formula(
            "taxes.self_employment",
            "Self-employment tax",
            tax,
            "money_per_year",
            f"net earnings x {se_rate.percent} up to the social security base, "
            f"and x {se_medicare.percent} on all",
            (counted,),
            se_rate,
            se_medicare,
            base,
        ),
        half_tax=half,
        fica=formula(
            "taxes.fica",
            "Social security and Medicare",
            fica,
            "money_per_year",
            f"wages x {rate.percent} up to the social security base of each person, "
            f"and x {medicare.percent} on all",
            (pay,),
            rate,
            medicare,
            base,
        ),
        additional_medicare=formula(
            "taxes.additional_medicare",
            "Additional Medicare tax",
            further,
            "money_per_year",
            f"{further_rate.percent} of wages and net earnings above the threshold",
            (pay, counted),
            threshold,
            further_rate,
        ),
        earned=household.wages
        - household.deferral_401k
        - household.premium_before_tax
        - household.hsa_through_payroll
        + spouse
        + household.profit
        - half,
    )


def adjusted_income(household: Household, rules: Rules, earnings: Earnings) -> tuple[Line, Line]:
    """The loan-interest deduction, and adjusted income: earnings less what is above the line."""
    status = household.filing_status
    half_share = rules["us_federal.half_se_tax_deduction_share"]
    wages = formula(
        "taxes.taxable_wages",
        "Taxable wages",
        household.wages
        - household.deferral_401k
        - household.premium_before_tax
        - household.hsa_through_payroll
        + spouse_wages_counted(household),
        "money_per_year",
        "wages less 401(k) deferral, premium and HSA taken from pay before tax",
    )
    rows = (
        wages,
        given("taxes.profit", "Profit", household.profit, "money_per_year"),
        given("taxes.other_income", "Other income", household.other_income, "money_per_year"),
        less(
            formula(
                "taxes.half_self_employment",
                "Half of self-employment tax",
                earnings.half_tax,
                "money_per_year",
                f"self-employment tax x {half_share.percent}",
                (earnings.self_employment_tax,),
                half_share,
            )
        ),
        less(
            given(
                "taxes.self_employed_premium",
                "Health premium of the self-employed",
                household.self_employed_premium,
                "money_per_year",
            )
        ),
        less(
            given(
                "taxes.self_employed_retirement",
                "Retirement saving of the self-employed",
                household.self_employed_retirement + household.solo_401k_deferral,
                "money_per_year",
            )
        ),
        less(given("taxes.hsa", "Health savings account", household.hsa, "money_per_year")),
    )
    before = total("taxes.income_before_interest", "Income before loan interest", *rows)
    cap = rules["us_federal.student_loan_interest_cap"]
    start = rules["us_federal.student_loan_interest_phase_out_start"]
    width = rules["us_federal.student_loan_interest_phase_out_width"]
    interest = formula(
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
    return interest, total("taxes.adjusted_income", "Adjusted income", *rows, less(interest))
