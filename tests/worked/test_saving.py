"""Saving, its limits, and the edges of earnings by hand, tax year 2026, single, Texas.

`practice` brings $80,000 of profit: 1,000 sessions at $80, nothing lost, no costs.
Net earnings 73,880; SE tax 11,303.64; half of it 5,651.82.
"""

from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.scenario import HealthSavings
from calc.taxes import Household, tax_bill
from calc.taxes.contributions import additions_limit, deferral_limit, hsa_limit

RULES = load_rules(2026)
HALF = 80_000 * 0.9235 * 0.153 / 2


def practice(changes: dict[str, Any] | None = None, **work: Any) -> Result:
    """The practice above, with fields changed by path or added to its work."""
    kind = {
        "payer": "private",
        "booked_per_week": 20,
        "fee_per_session": 80,
        "late_cancelled_share": 0,
        "missed_share": 0,
        "card_paid_share": 0,
    }
    data = {
        "work": {
            "kind": "own_practice",
            "health_premium_per_month": 0,
            "session_kinds": [kind],
            "time": {"holiday_weeks": 2, "sickness_weeks": 0, "training_weeks": 0},
            **work,
        }
    }
    return evaluate(Scenario.parse(data).with_values(changes or {}), RULES)


def amount(result: Result, key: str) -> float:
    """A line of the tax statement."""
    return float(result.taxes.find(key).amount)


def over_limit(result: Result) -> list[str]:
    """The fields that are remarked as above the legal limit."""
    return [remark.path for remark in result.remarks if remark.kind == "over_the_legal_limit"]


def test_solo_401k() -> None:
    """Deferral and employer part lower adjusted and business income alike, and are set aside.

    80,000 - 5,651.82 - 10,000 - 4,000 = 60,348.18; QBI 20 % of (60,348.18 - 16,100); the saver's
    credit has ended far below.
    """
    saving = {"solo_401k_deferral_per_year": 10_000, "solo_401k_employer_per_year": 4_000}
    result = practice(saving=saving)
    assert amount(result, "taxes.adjusted_income") == pytest.approx(80_000 - HALF - 14_000)
    assert amount(result, "taxes.business_income") == pytest.approx(80_000 - HALF - 14_000)
    assert float(result.set_aside.amount) == pytest.approx(14_000)
    assert over_limit(result) == []


@pytest.mark.parametrize(
    ("saving", "deducted", "paths"),
    [
        ({"solo_401k_deferral_per_year": 24_500}, 24_500, []),
        (
            {"solo_401k_deferral_per_year": 25_000},
            24_500,
            ["work.saving.solo_401k_deferral_per_year"],
        ),
        (
            {"solo_401k_employer_per_year": 20_000},
            (80_000 - HALF) * 0.2,  # 14,869.64
            ["work.saving.solo_401k_employer_per_year"],
        ),
    ],
)
def test_limits_of_the_self_employed(
    saving: dict[str, float], deducted: float, paths: list[str]
) -> None:
    """At most 24,500 of deferral and 20 % of profit less half SE tax are deducted; a remark."""
    result = practice(saving=saving)
    assert amount(result, "taxes.adjusted_income") == pytest.approx(80_000 - HALF - deducted)
    assert over_limit(result) == paths
    assert float(result.set_aside.amount) == pytest.approx(sum(saving.values()))


def test_limit_beside_an_own_job() -> None:
    """Wages of $180,000 use up the base: half of SE tax is smaller, so the SEP limit is greater.

    Room for social security 4,500: (4,500 x 12.4 % + 73,880 x 2.9 %) / 2 = 1,350.26.
    """
    half = (4_500 * 0.124 + 73_880 * 0.029) / 2
    result = practice(
        {"household.own_other_wages_per_year": 180_000}, saving={"sep_per_year": 30_000}
    )
    # The returns differ by the profit, half of its tax and the 15,729.95 that may be deducted.
    assert amount(result, "taxes.federal_income.with") > 0
    adjusted = result.taxes.find("taxes.federal_income.with").find("taxes.adjusted_income").amount
    assert float(adjusted) == pytest.approx(260_000 - half - 0.2 * (80_000 - half))


def test_health_savings_of_the_self_employed() -> None:
    """An HSA lowers adjusted income, not business income: at most 4,400 alone."""
    result = practice(saving={"health_savings": {"contribution_per_year": 5_000}})
    assert amount(result, "taxes.adjusted_income") == pytest.approx(80_000 - HALF - 4_400)
    assert amount(result, "taxes.business_income") == pytest.approx(80_000 - HALF)
    assert over_limit(result) == ["work.saving.health_savings.contribution_per_year"]


def test_health_savings_through_payroll() -> None:
    """An employee's HSA through payroll is free of FICA and income tax: 60,000 - 4,000."""
    data = {
        "work": {
            "kind": "employee",
            "pay": {"kind": "salary", "salary_per_year": 60_000},
            "saving": {"health_savings": {"contribution_per_year": 4_000}},
        }
    }
    result = evaluate(Scenario.parse(data), RULES)
    assert amount(result, "taxes.fica") == pytest.approx(56_000 * 0.0765)
    assert amount(result, "taxes.adjusted_income") == pytest.approx(56_000)
    assert float(result.set_aside.amount) == pytest.approx(4_000)


@pytest.mark.parametrize(
    ("age", "deferral", "additions"),
    [
        (49, 24_500, 72_000),
        (50, 32_500, 80_000),
        (59, 32_500, 80_000),
        (60, 35_750, 83_250),
        (63, 35_750, 83_250),
        (64, 32_500, 80_000),
    ],
)
def test_catch_up_by_age(age: int, deferral: float, additions: float) -> None:
    """From 50 one may defer 8,000 more, from 60 to 63 11,250: on top of all additions, too."""
    assert deferral_limit(RULES, age) == pytest.approx(deferral)
    assert additions_limit(RULES, age) == pytest.approx(additions)


@pytest.mark.parametrize(
    ("cover", "age", "limit"),
    [
        ("self_only", 54, 4_400),
        ("self_only", 55, 5_400),
        ("family", 54, 8_750),
        ("family", 55, 9_750),
    ],
)
def test_health_savings_limit(cover: str, age: int, limit: float) -> None:
    """The HSA limit by cover, and 1,000 more from 55."""
    assert hsa_limit(RULES, HealthSavings(cover=cover), age) == pytest.approx(limit)


@pytest.mark.parametrize(
    ("status", "deducted"), [("not_deductible", 0.0), ("business_cost", 6_160.0)]
)
def test_own_therapy_as_a_business_cost(status: str, deducted: float) -> None:
    """Own therapy lowers taxed profit only where the person says it is a business cost."""
    result = practice(
        {
            "support.own_therapy.sessions_per_year": 44,
            "support.own_therapy.full_price_per_session": 140,
            "support.own_therapy.tax_status": status,
        }
    )
    assert amount(result, "taxes.self_employment") == pytest.approx(
        (80_000 - deducted) * 0.9235 * 0.153
    )
    assert float(result.profit.amount) == pytest.approx(80_000)


def test_cost_that_is_not_deducted() -> None:
    """A cost marked as no business cost lowers take-home but not the tax."""
    plain = practice()
    data = {
        "costs": [
            {"kind": "travel", "amount": 300, "per": "quarter", "business": False},
            {"kind": "exams", "amount": 500, "per": "years", "years": 5},
        ]
    }
    result = evaluate(
        Scenario.parse({"work": plain.scenario.work.model_dump(exclude_unset=True), **data}), RULES
    )
    assert float(result.costs.amount) == pytest.approx(300 * 4 + 500 / 5)
    assert amount(result, "taxes.self_employment") == pytest.approx(79_900 * 0.9235 * 0.153)
    assert float(result.profit.amount) == pytest.approx(80_000 - 1_300)


@pytest.mark.parametrize(
    ("profit", "tax"),
    [
        (433.0, 0.0),  # 433 x 0.9235 = 399.88
        (434.0, 434 * 0.9235 * 0.153),  # 400.80: 61.32
        (-5_000.0, 0.0),
    ],
)
def test_self_employment_tax_starts_at_400(profit: float, tax: float) -> None:
    """No self-employment tax below net earnings of $400, then at once on all of them."""
    bill = tax_bill(Household(profit=profit), RULES)
    assert float(bill.self_employment_tax.amount) == pytest.approx(tax)


def test_earned_income_credit_falls_with_the_greater_income() -> None:
    """Other income lowers the earned income credit though earnings are small.

    One child, wages 15,000 (34 % is above 4,427), adjusted 25,000: 4,427 - 15.98 % x 1,110.
    Other income counts as investment income: above 12,200 there is no credit (IRC 32(i)).
    """
    bill = tax_bill(
        Household(
            filing_status="head_of_household",
            wages=15_000.0,
            other_income=np.array([10_000.0, 12_200.0, 12_201.0]),
            children_under_17=1,
        ),
        RULES,
    )
    credit = -bill.find("taxes.earned_income_credit").amount
    below = [4_427 - 0.1598 * (15_000 + other - 23_890) for other in (10_000, 12_200)]
    assert credit == pytest.approx([*below, 0.0])


@pytest.mark.parametrize(
    ("before", "deduction"),
    [
        (85_000.0, 2_500.0),
        (91_000.0, 2_500 * 9 / 15),
        (100_000.0, 0.0),
    ],
)
def test_loan_interest_phases_out(before: float, deduction: float) -> None:
    """Loan interest, at most 2,500 of 3,000, fades between 85,000 and 100,000 before it."""
    bill = tax_bill(Household(wages=before, student_loan_interest=3_000.0), RULES)
    assert float(bill.student_loan_deduction.amount) == pytest.approx(deduction)
    assert float(bill.adjusted_income.amount) == pytest.approx(before - deduction)


def test_other_pay_on_the_staircase() -> None:
    """A match beside pay by the session is a step up of its own: 3,000 / 1,000 sessions."""
    work = practice().scenario.work.model_dump(exclude_unset=True)
    data = {
        "work": {
            **{name: work[name] for name in ("session_kinds", "time")},
            "kind": "employee",
            "pay": {"kind": "per_session", "rates_per_session": [50]},
            "benefits": {"retirement_match_per_year": 3_000},
        }
    }
    result = evaluate(Scenario.parse(data), RULES)
    steps = {line.key: float(line.amount) for line in result.staircase.parts}
    assert steps["staircase.start"] == pytest.approx(50)
    assert steps["staircase.share"] == 0.0
    assert steps["staircase.other_pay"] == pytest.approx(3)
