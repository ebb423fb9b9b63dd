"""Retirement and health saving, within the limits of the law."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.ledger import given
from calc.scenario import HealthSavings
from calc.taxes.contributions import additions_limit, deferral_limit, hsa_limit
from calc.taxes.saving import saving_of_year

RULES = load_rules(2026)


def result_of(work: dict[str, Any], age: int = 40, **household: Any) -> Result:
    """The result of one arrangement with its saving."""
    data = {"work": work, "household": {"age": age, **household}}
    return evaluate(Scenario.parse(data), RULES)


def over(result: Result) -> dict[str, Any]:
    """Fields over a limit, with the limit."""
    return {r.path: r.values["most"] for r in result.remarks if r.kind == "over_the_legal_limit"}


@pytest.mark.parametrize(
    ("age", "deferral", "additions"),
    [
        (49, 24_500, 72_000),
        (50, 32_500, 80_000),
        (60, 35_750, 83_250),
        (63, 35_750, 83_250),
        (64, 32_500, 80_000),
    ],
)
def test_catch_up_by_age(age: int, deferral: float, additions: float) -> None:
    """2026: 24,500 and 8,000 from 50, 11,250 from 60 to 63; on top of 72,000 in all."""
    assert deferral_limit(RULES, age) == deferral
    assert additions_limit(RULES, age) == additions


@pytest.mark.parametrize(
    ("cover", "age", "most"),
    [("self_only", 54, 4_400), ("self_only", 55, 5_400), ("family", 40, 8_750)],
)
def test_health_saving_limit(cover: Any, age: int, most: float) -> None:
    """By cover, and 1,000 more from 55."""
    assert hsa_limit(RULES, HealthSavings(cover=cover), age) == most


def test_a_sep_is_a_fifth_of_profit_less_half_the_tax() -> None:
    """What is beyond is set aside but not deducted, and remarked on with the limit."""
    result = result_of({"kind": "own_practice", "saving": {"sep_per_year": 60_000.0}})
    most = 0.2 * (result.profit.amount - result.saving.half_tax)
    assert over(result) == {"work.saving.sep_per_year": pytest.approx(most)}
    assert result.saving.employer_part_deducted == pytest.approx(most)
    assert result.set_aside.amount == 60_000
    retirement = result.taxes.find("taxes.self_employed_retirement")
    assert retirement.amount == pytest.approx(-most)


def test_a_solo_401k_has_two_parts() -> None:
    """Deferral to 24,500, and the employer part as of a SEP; each remarked on by its own field."""
    saving = {"solo_401k_deferral_per_year": 30_000.0, "solo_401k_employer_per_year": 60_000.0}
    result = result_of({"kind": "own_practice", "saving": saving})
    assert over(result)["work.saving.solo_401k_deferral_per_year"] == 24_500
    assert "work.saving.solo_401k_employer_per_year" in over(result)
    assert result.saving.deferral_deducted == 24_500
    assert result.set_aside.amount == 90_000


@pytest.mark.parametrize(("age", "deferred"), [(40, 17_564.76), (52, 23_419.68)])
def test_both_parts_are_within_what_is_earned(age: int, deferred: float) -> None:
    """Deferral and twice the employer part within net earnings, the catch-up beyond (IRC 415(c)).

    Profit of 31,500 less half its tax, 2,225.40, is 29,274.60; a fifth goes in as employer.
    """
    saving = {"solo_401k_deferral_per_year": 40_000.0, "solo_401k_employer_per_year": 60_000.0}
    result = result_of({"kind": "own_practice", "saving": saving}, age=age)
    nothing = given("employer", "Employer's saving", 0.0, "money_per_year")
    found = saving_of_year(result.scenario, RULES, 31_500.0, nothing)
    assert float(found.employer_part_deducted) == pytest.approx(5_854.92, abs=0.01)
    assert float(found.deferral_deducted) == pytest.approx(deferred, abs=0.01)


def test_a_loss_allows_no_retirement_saving() -> None:
    """Nothing earned, nothing deducted."""
    work = {"kind": "own_practice", "session_kinds": [], "saving": {"sep_per_year": 100.0}}
    result = result_of(work)
    assert result.saving.employer_part_deducted == 0
    assert over(result) == {"work.saving.sep_per_year": 0}


def test_an_employee_defers_out_of_pay() -> None:
    """Deferral lowers income tax, not FICA; match and award are set aside beside it."""
    work = {
        "kind": "employee",
        "pay": {"kind": "salary", "salary_per_year": 60_000.0},
        "benefits": {"retirement_match_per_year": 1_500.0},
        "saving": {
            "deferral_401k_per_year": 30_000.0,
            "health_savings": {"contribution_per_year": 5_000.0},
        },
    }
    result = result_of(work)
    assert over(result) == {
        "work.saving.deferral_401k_per_year": 24_500,
        "work.saving.health_savings.contribution_per_year": 4_400,
    }
    assert result.set_aside.amount == 36_500
    assert result.taxes.find("taxes.taxable_wages").amount == 60_000 - 24_500 - 4_400
    assert result.taxes.find("taxes.fica").amount == pytest.approx(0.0765 * (60_000 - 4_400))


@pytest.mark.parametrize(("before_tax", "wages"), [(True, 57_600.0), (False, 60_000.0)])
def test_an_employees_premium_before_tax(before_tax: bool, wages: float) -> None:
    """200 a month taken from pay before tax lowers FICA and taxable wages; else neither."""
    work = {
        "kind": "employee",
        "pay": {"kind": "salary", "salary_per_year": 60_000.0},
        "health_premium_per_month": 200.0,
        "premium_before_tax": before_tax,
    }
    result = result_of(work)
    assert result.taxes.find("taxes.taxable_wages").amount == wages
    assert result.taxes.find("taxes.fica").amount == pytest.approx(0.0765 * wages)
    assert result.health_cover.amount == 2_400


def test_no_more_than_pay_is_taken_from_pay() -> None:
    """Deferral and premium together cannot lower the tax on a spouse's wages."""
    work = {
        "kind": "employee",
        "pay": {"kind": "salary", "salary_per_year": 10_000.0},
        "health_premium_per_month": 800.0,
        "saving": {"deferral_401k_per_year": 10_000.0},
    }
    result = result_of(work, filing_status="joint", spouse_wages_per_year=100_000.0)
    assert result.taxes.find("taxes.taxable_wages").amount >= 100_000
