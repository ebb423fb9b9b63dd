"""Federal tax on earnings and income: formulas in the order of the forms.

Every figure that a law sets in dollars comes from `calc/data/us_federal.toml`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from calc.number import Number, at_least_zero, share_of_way, where


def net_earnings(profit: Number, factor: float, minimum: float) -> Number:
    """Net earnings from self-employment (Schedule SE line 4a): none below the minimum.

    >>> float(net_earnings(100_000.0, 0.9235, 400.0))
    92350.0
    >>> float(net_earnings(430.0, 0.9235, 400.0))
    0.0
    """
    earnings = at_least_zero(profit * factor)
    return where(np.less(earnings, minimum), 0.0, earnings)


def self_employment_tax(
    earnings: Number,
    wages_under_social_security: Number,
    wage_base: float,
    social_security_rate: float,
    medicare_rate: float,
) -> Number:
    """Self-employment tax; wages use up the social security base first (Schedule SE lines 7 to 12).

    >>> round(float(self_employment_tax(92_350.0, 0.0, 184_500.0, 0.124, 0.029)), 2)
    14129.55
    """
    room = at_least_zero(wage_base - wages_under_social_security)
    return np.minimum(earnings, room) * social_security_rate + earnings * medicare_rate


def employee_fica(
    wages: Number, wage_base: float, social_security_rate: float, medicare_rate: float
) -> Number:
    """Social security and Medicare tax that employees pay on their wages.

    >>> float(employee_fica(80_000.0, 184_500.0, 0.062, 0.0145))
    6120.0
    """
    return np.minimum(wages, wage_base) * social_security_rate + wages * medicare_rate


def additional_medicare_tax(
    wages: Number, earnings: Number, threshold: float, rate: float
) -> Number:
    """Additional Medicare tax: wages use up the threshold first (Form 8959).

    >>> float(additional_medicare_tax(190_000.0, 46_175.0, 200_000.0, 0.009))
    325.575
    """
    left_of_threshold = at_least_zero(threshold - wages)
    above = at_least_zero(wages - threshold) + at_least_zero(earnings - left_of_threshold)
    return above * rate


def net_investment_income_tax(
    income: Number, adjusted: Number, threshold: float, rate: float
) -> Number:
    """Net investment income tax: on that income, or on adjusted income above a threshold if less.

    >>> float(net_investment_income_tax(30_000.0, 220_000.0, 200_000.0, 0.038))
    760.0
    """
    return rate * np.minimum(at_least_zero(income), at_least_zero(adjusted - threshold))


def student_loan_interest_deduction(
    paid: Number, income_before: Number, cap: float, start: float, width: float
) -> Number:
    """Student-loan interest, capped, then phased out by income before this deduction.

    >>> float(student_loan_interest_deduction(3_000.0, 92_500.0, 2_500.0, 85_000.0, 15_000.0))
    1250.0
    """
    return np.minimum(paid, cap) * (1.0 - share_of_way(income_before, start, width))


def senior_deduction(
    people: int, amount: float, rate: float, adjusted: Number, start: float
) -> Number:
    """Deduction for people of 65 and over; each person's amount shrinks with income.

    >>> float(senior_deduction(1, 6_000.0, 0.06, 100_000.0, 75_000.0))
    4500.0
    """
    return people * at_least_zero(amount - rate * at_least_zero(adjusted - start))


def state_tax_itemised(
    state_tax: Number, adjusted: Number, cap: float, start: float, rate: float, floor: float
) -> Number:
    """State and local income tax that may be itemised: a cap that shrinks at very high income.

    >>> float(state_tax_itemised(50_000.0, 515_000.0, 40_400.0, 505_000.0, 0.3, 10_000.0))
    37400.0
    """
    limit = np.maximum(cap - rate * at_least_zero(adjusted - start), floor)
    return np.minimum(at_least_zero(state_tax), limit)


def itemised_after_overall_limit(
    itemised: Number, income_less_other: Number, top_threshold: float, share: float
) -> Number:
    """Itemised deductions less a share of them above the top bracket (IRC 68).

    `income_less_other` is taxable income with the itemised deductions added back.

    >>> float(itemised_after_overall_limit(37_000.0, 1_000_000.0, 640_600.0, 2 / 37))
    35000.0
    """
    above = np.minimum(itemised, at_least_zero(income_less_other - top_threshold))
    return itemised - share * above


def business_income(
    profit: Number, half_tax: Number, premium: Number, retirement: Number
) -> Number:
    """Qualified business income: profit less what self-employment made deductible.

    >>> float(business_income(100_000.0, 7_000.0, 0.0, 0.0))
    93000.0
    """
    return at_least_zero(profit - half_tax - premium - retirement)


def business_income_deduction(
    income: Number,
    taxable_before: Number,
    rate: float,
    threshold: float,
    width: float,
    minimum: float,
    minimum_income: float,
    corporation: CorporateIncome | None = None,
) -> Number:
    """Deduction for business income of a health practice (IRC 199A).

    Over the phase-in range the share p that is left counts twice without employees: once because a
    health field loses its standing, once because no wages are paid. Of an own corporation it counts
    once, and the wages it pays limit the rest (26 CFR 1.199A-1(d)(4)). The minimum is not for a
    practice that is out of range altogether.

    >>> float(
    ...     business_income_deduction(
    ...         92_935.23, 76_835.23, 0.2, 201_750.0, 75_000.0, 400.0, 1_000.0
    ...     )
    ... )
    15367.046
    """
    left = 1.0 - share_of_way(taxable_before, threshold, width)
    deduction, qualified = rate * income * left * left, income
    if corporation is not None:
        deduction = deduction + corporate_deduction(corporation, rate, left)
        qualified = income + corporation.income
    deduction = np.minimum(deduction, rate * at_least_zero(taxable_before))
    entitled = np.greater_equal(qualified * left, minimum_income) & np.greater(left, 0.0)
    return where(entitled, np.maximum(deduction, minimum), deduction)


class CorporateIncome(NamedTuple):
    """Qualified income of an own corporation, its pay, and the share of pay that limits."""

    income: Number
    pay: Number
    pay_share: float


def corporate_deduction(corporation: CorporateIncome, rate: float, left: Number) -> Number:
    """What an own corporation's income adds where a share of it is `left` over the phase-in range.

    26 CFR 1.199A-1(d)(4), example 6: $300,000 and wages of $40,000, 60 % through the range.

    >>> round(float(corporate_deduction(CorporateIncome(300_000.0, 40_000.0, 0.5), 0.2, 0.4)), 2)
    14400.0
    """
    whole = rate * corporation.income * left
    limit = corporation.pay_share * corporation.pay * left
    return whole - at_least_zero(whole - limit) * (1.0 - left)
