"""Households by hand, tax year 2026: the taxes of this work by difference, credits, and age.

`practice` is 1,000 sessions a year without costs, so that profit is the figure asked for.
"""

from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)


def practice(profit: float, **household: Any) -> Result:
    """A practice of 20 sessions in each of 50 weeks, all held, paid in full and not by card."""
    return evaluate(
        Scenario.parse(
            {
                "work": {
                    "kind": "own_practice",
                    "health_premium_per_month": 0,
                    "session_kinds": [
                        {
                            "payer": "private",
                            "booked_per_week": 20,
                            "fee_per_session": profit / 1_000,
                            "late_cancelled_share": 0,
                            "missed_share": 0,
                            "card_paid_share": 0,
                        }
                    ],
                    "time": {"holiday_weeks": 2, "sickness_weeks": 0, "training_weeks": 0},
                },
                "household": household,
            }
        ),
        RULES,
    )


def amounts(result: Result, *keys: str) -> dict[str, float]:
    """Lines of the tax statement by key."""
    return {key: float(result.taxes.find(key).amount) for key in keys}


def test_own_job_beside_the_practice() -> None:
    """A job of $160,000 uses up most of the social security base before the practice's $40,000.

    Without: (160,000 - 16,100) taxed: 17,966 + 24 % x (143,900 - 105,700) = 27,134.
    With: net earnings 36,940; 24,500 of the base is left.
    """
    se = 24_500 * 0.124 + 36_940 * 0.029  # 3,038 + 1,071.26
    adjusted = 200_000 - se / 2  # 197,945.37
    qbi = 0.2 * (40_000 - se / 2)  # 7,589.074; taxable income is below the phase-in
    taxable = adjusted - 16_100 - qbi  # 174,256.296
    with_work = 17_966 + (taxable - 105_700) * 0.24  # 34,419.51
    without = 17_966 + (143_900 - 105_700) * 0.24  # 27,134
    assert without == pytest.approx(27_134)
    result = practice(40_000, own_other_wages_per_year=160_000)
    assert amounts(
        result,
        "taxes.self_employment",
        "taxes.fica",
        "taxes.fica.with",
        "taxes.federal_income",
        "taxes.federal_income.with",
        "taxes.federal_income.without",
        "taxes",
    ) == pytest.approx(
        {
            "taxes.self_employment": 4_109.26,
            "taxes.fica": 0,
            "taxes.fica.with": 12_240,
            "taxes.federal_income": with_work - without,
            "taxes.federal_income.with": 34_419.511,
            "taxes.federal_income.without": -27_134,
            "taxes": 4_109.26 + 34_419.511 - 27_134,
        },
        abs=0.001,
    )


def test_additional_medicare_by_difference() -> None:
    """A job of $190,000 leaves 10,000 of the threshold: the practice's 46,175 bears the rest."""
    result = practice(50_000, own_other_wages_per_year=190_000)
    assert amounts(result, "taxes.additional_medicare", "taxes.fica") == pytest.approx(
        {"taxes.additional_medicare": (46_175 - 10_000) * 0.009, "taxes.fica": 0}
    )


def test_couple_with_a_child() -> None:
    """Spouse's wages of $90,000 fill the low brackets, so the practice is taxed from 12 % up.

    Without: 90,000 - 32,200 = 57,800; 2,480 + 12 % x 33,000 - 2,200 = 4,240.
    """
    se = 60_000 * 0.9235 * 0.153  # 8,477.73
    qbi = 0.2 * (60_000 - se / 2)  # 11,152.227
    taxable = 150_000 - se / 2 - 32_200 - qbi  # 102,408.908
    with_work = 2_480 + 9_120 + (taxable - 100_800) * 0.22 - 2_200  # 9,753.96
    result = practice(
        60_000, filing_status="joint", spouse_wages_per_year=90_000, children_under_17=1
    )
    assert amounts(
        result, "taxes.self_employment", "taxes.federal_income", "taxes.fica"
    ) == pytest.approx(
        {
            "taxes.self_employment": 8_477.73,
            "taxes.federal_income": with_work - 4_240,
            "taxes.fica": 0,
        }
    )
    assert with_work - 4_240 == pytest.approx(5_513.96, abs=0.001)


def test_alone_the_whole_bill_is_this_works() -> None:
    """Single with nothing else: the taxes of this work are the whole return."""
    result = practice(100_000)
    bill = tax_bill(Household(profit=100_000.0), RULES)
    assert float(result.taxes.amount) == pytest.approx(float(bill.total.amount), abs=1e-9)
    assert float(result.taxes.amount) == pytest.approx(14_129.55 + 8_235.00, abs=0.005)


def test_spouse_wages_count_on_a_joint_return_only() -> None:
    """A single person's return has no spouse: the wages are left out, with a remark."""
    result = practice(100_000, spouse_wages_per_year=50_000)
    assert float(result.taxes.amount) == pytest.approx(14_129.55 + 8_235.00, abs=0.005)
    assert [remark.kind for remark in result.remarks] == ["spouse_wages_not_counted"]


def test_low_income_with_two_children() -> None:
    """Head of household, profit $20,000, two children: no income tax, two credits paid out.

    Earned 20,000 - 1,412.955 = 18,587.045. Earned income credit: 40 % of it is 7,434.82, at most
    7,316. Child credit paid out: 15 % x (18,587.045 - 2,500) = 2,413.06, below 2 x 1,700.
    """
    result = practice(20_000, filing_status="head_of_household", children_under_17=2)
    assert amounts(
        result,
        "taxes.income_tax_before_credits",
        "taxes.child_credit",
        "taxes.child_credit_paid_out",
        "taxes.earned_income_credit",
        "taxes.self_employment",
        "taxes",
    ) == pytest.approx(
        {
            "taxes.income_tax_before_credits": 0,
            "taxes.child_credit": 0,
            "taxes.child_credit_paid_out": -2_413.05675,
            "taxes.earned_income_credit": -7_316,
            "taxes.self_employment": 2_825.91,
            "taxes": 2_825.91 - 2_413.05675 - 7_316,
        }
    )


def test_credits_in_their_phase_out() -> None:
    """Head of household, profit $45,000, one child: credits use up the tax, the rest is paid out.

    Adjusted 41,820.851; 20 % of (41,820.851 - 24,150) is QBI; 10 % of 14,136.681 is tax.
    Earned income credit: 4,427 - 15.98 % x (41,820.851 - 23,890).
    """
    adjusted = 45_000 - 45_000 * 0.9235 * 0.153 / 2
    tax = (adjusted - 24_150) * 0.8 * 0.10  # 1,413.668
    result = practice(45_000, filing_status="head_of_household", children_under_17=1)
    assert amounts(
        result,
        "taxes.income_tax_before_credits",
        "taxes.child_credit",
        "taxes.child_credit_paid_out",
        "taxes.earned_income_credit",
        "taxes.federal_income",
    ) == pytest.approx(
        {
            "taxes.income_tax_before_credits": tax,
            "taxes.child_credit": -tax,
            "taxes.child_credit_paid_out": -(2_200 - tax),
            "taxes.earned_income_credit": -(4_427 - 0.1598 * (adjusted - 23_890)),
            "taxes.federal_income": tax - 2_200 - 4_427 + 0.1598 * (adjusted - 23_890),
        }
    )


def test_couple_starts_to_lose_the_credit_later() -> None:
    """Joint, one child, wages $40,000: the phase-out starts 7,270 later, at 31,160.

    4,427 - 15.98 % x (40,000 - 31,160) = 3,014.37.
    """
    bill = tax_bill(Household(filing_status="joint", wages=40_000.0, children_under_17=1), RULES)
    credit = -float(bill.find("taxes.earned_income_credit").amount)
    assert credit == pytest.approx(4_427 - 0.1598 * (40_000 - 31_160))


def test_childless_credit_has_an_age() -> None:
    """Without children the earned income credit is for ages 25 to 64: 7.65 % x 5,000 = 382.50."""
    found = {
        age: -float(
            tax_bill(Household(wages=5_000.0, age=age), RULES)
            .find("taxes.earned_income_credit")
            .amount
        )
        for age in (24, 25, 64, 65)
    }
    assert found == pytest.approx({24: 0, 25: 382.5, 64: 382.5, 65: 0})


@pytest.mark.parametrize(
    ("wages", "credit"),
    [(400_000.0, 2_200), (400_000.01, 2_150), (401_000.0, 2_150), (401_000.01, 2_100)],
)
def test_child_credit_falls_by_steps_begun(wages: float, credit: float) -> None:
    """A couple loses $50 of child credit for each $1,000 begun above $400,000."""
    bill = tax_bill(Household(filing_status="joint", wages=wages, children_under_17=1), RULES)
    assert -float(bill.find("taxes.child_credit").amount) == pytest.approx(credit)


@pytest.mark.parametrize(
    ("adjusted", "credit"),
    [
        (24_250.00, 815.00),  # 50 % of 2,000, but tax is 10 % x (24,250 - 16,100)
        (24_250.01, 400.00),  # 20 %
        (26_250.00, 400.00),
        (26_250.01, 200.00),  # 10 %
        (40_250.00, 200.00),
        (40_250.01, 0.00),
    ],
)
def test_savers_credit_steps_strictly_above(adjusted: float, credit: float) -> None:
    """Each step of the saver's credit begins strictly above its income; 2,000 of 2,500 count."""
    bill = tax_bill(Household(wages=adjusted + 2_500.0, deferral_401k=2_500.0), RULES)
    assert float(bill.adjusted_income.amount) == pytest.approx(adjusted)
    assert -float(bill.find("taxes.savers_credit").amount) == pytest.approx(credit, abs=0.001)


def test_savers_credit_before_the_child_credit() -> None:
    """The saver's credit uses up tax first; what the child credit then cannot use is paid out.

    Joint, adjusted 45,000: tax 10 % x 12,800 = 1,280; 50 % of 2,000 = 1,000; 280 is left for the
    child credit, and of the other 1,920 the most paid out is 1,700.
    """
    bill = tax_bill(
        Household(
            filing_status="joint", wages=47_000.0, deferral_401k=2_000.0, children_under_17=1
        ),
        RULES,
    )
    found = {
        name: float(bill.find(f"taxes.{name}").amount)
        for name in ("savers_credit", "child_credit", "child_credit_paid_out")
    }
    assert found == pytest.approx(
        {"savers_credit": -1_000, "child_credit": -280, "child_credit_paid_out": -1_700}
    )


def test_from_65_single() -> None:
    """At 65: 2,050 more standard deduction, and 6,000 of its own while income is low.

    60,000 - 18,150 - 6,000 = 35,850.
    """
    assert [
        float(tax_bill(Household(wages=60_000.0, age=age), RULES).taxable_income.amount)
        for age in (64, 65)
    ] == pytest.approx([60_000 - 16_100, 35_850])


def test_from_65_couple_in_the_phase_out() -> None:
    """Both 65 at 170,000: 2 x 1,650 more, and 2 x (6,000 - 6 % x 20,000) = 9,600."""
    bill = tax_bill(Household(filing_status="joint", wages=170_000.0, age=66, spouse_age=65), RULES)
    assert float(bill.deduction.amount) == pytest.approx(32_200 + 2 * 1_650)
    assert float(bill.taxable_income.amount) == pytest.approx(170_000 - 35_500 - 9_600)


def test_senior_deduction_stays_when_itemising() -> None:
    """The deduction of the over-65 is beside the standard deduction: itemising keeps it.

    Adjusted 150,000: 6,000 - 6 % x 75,000 = 1,500; state tax 12 % = 18,000; itemised wins only
    below 18,150 of standard deduction, so it is forced here.
    """
    household = Household(
        wages=150_000.0, age=65, state="CA", state_rate=0.12, deduction="itemised"
    )
    assert float(tax_bill(household, RULES).taxable_income.amount) == pytest.approx(
        150_000 - 18_000 - 1_500
    )


@pytest.mark.parametrize(
    ("profit", "floor", "year", "deduction"),
    [
        (1_500.0, True, 2026, 400.0),
        (1_500.0, False, 2026, 0.2 * 1_500 * (1 - 0.9235 * 0.153 / 2)),  # 278.81
        (1_500.0, True, 2025, 0.2 * 1_500 * (1 - 0.9235 * 0.153 / 2)),
        (1_077.0, True, 2026, 400.0),  # business income 1,000.91
        (1_076.0, True, 2026, 0.2 * 1_076 * (1 - 0.9235 * 0.153 / 2)),  # business income 999.98
        (50_000.0, True, 2026, 0.2 * 50_000 * (1 - 0.9235 * 0.153 / 2)),
    ],
)
def test_four_hundred_dollar_switch(
    profit: float, floor: bool, year: int, deduction: float
) -> None:
    """The $400 floor: from 2026, from $1,000 of business income, and only while switched on."""
    bill = tax_bill(Household(wages=60_000.0, profit=profit, qbi_minimum=floor), load_rules(year))
    assert float(bill.qbi_deduction.amount) == pytest.approx(deduction)


@pytest.mark.parametrize(
    ("before", "deduction"),
    [
        (274_500.0, 400.0),  # p = 0.03: 49,330 x 0.03 is above 1,000, so at least 400
        (275_500.0, 0.2 * 49_330.4625 / 60 / 60),  # p = 1/60: 822 is below 1,000, so 2.74
        (276_750.0, 0.0),  # p = 0: no qualified business is left
    ],
)
def test_four_hundred_dollars_end_with_the_phase_in(before: float, deduction: float) -> None:
    """Only qualified income counts for the $400 floor: p of it, which must reach $1,000.

    Profit 50,000 beside wages above the social security base: half the tax is 1.45 % x 46,175 =
    669.5375; `before` is taxable income before the deduction, from 201,750 over 75,000.
    """
    wages = before + 16_100 - (50_000 - 669.5375)
    bill = tax_bill(Household(wages=wages, profit=50_000.0), RULES)
    assert float(bill.qbi_deduction.amount) == pytest.approx(deduction, abs=1e-6)


def test_floor_switch_reaches_the_scenario() -> None:
    """The switch of the scenario reaches the return, with and without this work alike."""
    on = practice(1_500, own_other_wages_per_year=60_000)
    off = practice(1_500, own_other_wages_per_year=60_000, tax={"mode": "us", "qbi_minimum": False})
    assert float(on.taxes.find("taxes.qbi_deduction").amount) == pytest.approx(400)
    # 12 % of the 400 - 278.81 that are not deducted
    assert float(off.taxes.amount) - float(on.taxes.amount) == pytest.approx(
        0.12 * (400 - 278.8057), abs=1e-3
    )


def test_difference_for_each_draw() -> None:
    """By difference a batch gives each draw's own taxes."""
    wages = np.array([0.0, 60_000.0, 160_000.0])
    batch = practice(40_000, own_other_wages_per_year=wages).taxes
    for draw, amount in enumerate(wages):
        alone = practice(40_000, own_other_wages_per_year=float(amount)).taxes
        assert float(batch.at(draw).amount) == float(alone.amount)
