"""What an employer gives beside pay and what an employee bears, by hand, tax year 2026."""

import pytest

from calc import evaluate
from tests.worked.arrangements import RULES, found, result_of


@pytest.mark.parametrize(
    ("before_tax", "fica", "income_tax"),
    [
        (True, (60_000 - 2_400) * 0.0765, 1_240 + 0.12 * (57_600 - 16_100 - 12_400)),
        (False, 60_000 * 0.0765, 1_240 + 0.12 * (60_000 - 16_100 - 12_400)),
    ],
)
def test_premium_before_tax(before_tax: bool, fica: float, income_tax: float) -> None:
    """A premium from pay before tax lowers income tax and FICA; take-home bears it either way."""
    result = result_of(
        "employee",
        health_premium_per_month=200,
        premium_before_tax=before_tax,
        pay={"kind": "salary", "salary_per_year": 60_000},
    )
    found(result, taxes__fica=fica, taxes__federal_income=income_tax, health_cover=2_400)
    found(result, take_home=60_000 - fica - income_tax - 2_400)


def test_deferral_lowers_income_tax_only() -> None:
    """A 401(k) deferral lowers income tax, not FICA, stays in take-home and is set aside.

    60,000 - 5,000 - 16,100 = 38,900: 1,240 + 12 % x 26,500 = 4,420.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        saving={"deferral_401k_per_year": 5_000},
    )
    found(result, taxes__fica=4_590, taxes__federal_income=4_420, set_aside=5_000)
    found(result, take_home=60_000 - 4_590 - 4_420, left_over=60_000 - 4_590 - 4_420 - 5_000)


@pytest.mark.parametrize(("taxed", "pay"), [(False, 60_000), (True, 65_000)])
def test_match_and_award(taxed: bool, pay: float) -> None:
    """Match and loan award are money in and set aside; the award is taxed only where stated."""
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={
            "retirement_match_per_year": 3_000,
            "loan_award_per_year": 5_000,
            "loan_award_taxable": taxed,
        },
    )
    found(result, money_in=68_000, set_aside=8_000, taxes__fica=pay * 0.0765)
    # 43,900 or 48,900 is taxed: both end in the 12 % bracket
    tax = pay * 0.0765 + 1_240 + 0.12 * (pay - 16_100 - 12_400)
    found(result, take_home=68_000 - tax, left_over=60_000 - tax)


def test_sign_on_stipend_and_package() -> None:
    """A sign-on bonus is spread over its years; benefits in kind are never take-home.

    60,000 + 6,000 / 3 + 600 = 62,600; the package adds 7,000 in kind to take-home.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={
            "sign_on_bonus": 6_000,
            "sign_on_years": 3,
            "stipends_per_year": 600,
            "in_kind": [{"label": "Premium", "worth_per_year": 7_000}],
        },
    )
    tax = 62_600 * 0.0765 + 1_240 + 0.12 * (62_600 - 16_100 - 12_400)
    found(result, money_in=62_600, take_home=62_600 - tax, package=62_600 - tax + 7_000)


def test_own_costs_of_an_employee() -> None:
    """An employee's own costs lower the wage but no federal tax."""
    plain = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    scenario = plain.scenario.with_values({"support.supervision_hours_per_week": 1})
    scenario = scenario.with_values({"support.supervision_price_per_hour": 80})
    result = evaluate(scenario, RULES)
    found(result, costs__supervision=4_000, take_home=60_000 - 4_590 - 5_020 - 4_000)
    assert result.taxes.amount == plain.taxes.amount
