"""Taxes and rates of pay of each arrangement by hand, tax year 2026."""

from typing import Any

import pytest

from calc import evaluate
from tests.worked.arrangements import RULES, found, result_of

MODES = [
    ({"mode": "us"}, None),
    ({"mode": "effective", "rate": 0.25}, 0.25),
    ({"mode": "separate", "income_tax_rate": 0.2, "social_rate": 0.1}, 0.3),
    ({"mode": "none"}, 0.0),
]


@pytest.mark.parametrize(("mode", "rate"), MODES, ids=[mode["mode"] for mode, _ in MODES])
@pytest.mark.parametrize("kind", ["own_practice", "contractor", "employee"])
def test_tax_modes(kind: str, mode: dict[str, Any], rate: float | None) -> None:
    """All four ways to work out tax give the same shape; a known rate is profit or pay x rate."""
    us = result_of(kind)
    result = evaluate(us.scenario.with_values({"household.tax": mode}), RULES)
    for name in ("hours", "money_in", "costs", "profit", "health_cover", "loans"):
        assert getattr(result, name).amount == getattr(us, name).amount
    assert (result.taxes.key, result.taxes.kind, result.taxes.unit) == (
        "taxes",
        "sum",
        "money_per_year",
    )
    assert [line.key for line in result.take_home.parts] == [
        line.key for line in us.take_home.parts
    ]
    assert [line.key for line in result.staircase.parts] == [
        line.key for line in us.staircase.parts
    ]
    tax = float(result.taxes.amount)
    assert tax == pytest.approx(sum(float(line.amount) for line in result.taxes.parts))
    if rate is not None:
        assert tax == pytest.approx(rate * float(result.profit.amount), abs=1e-9)
    assert float(result.take_home.amount) == pytest.approx(
        float(result.profit.amount) - tax - float(result.health_cover.amount)
    )


def test_rate_of_pay_for_an_employee() -> None:
    """For an employee a known rate applies to pay: neither own costs nor an untaxed match count."""
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={"retirement_match_per_year": 3_000},
    )
    scenario = result.scenario.with_values({"household.tax": {"mode": "effective", "rate": 0.2}})
    found(evaluate(scenario, RULES), taxes=12_000, money_in=63_000, take_home=51_000)


def test_state_and_payroll_rates() -> None:
    """The person's own rates: state and local of adjusted income, programmes of pay or profit."""
    result = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    scenario = result.scenario.with_values(
        {
            "household.state": "CA",
            "household.tax.state_rate": 0.04,
            "household.tax.local_rate": 0.01,
            "household.tax.payroll_programme_rate": 0.012,
        }
    )
    found(
        evaluate(scenario, RULES),
        taxes__state=2_400,
        taxes__local=600,
        taxes__payroll_programmes=720,
        taxes=4_590 + 5_020 + 2_400 + 600 + 720,
    )
