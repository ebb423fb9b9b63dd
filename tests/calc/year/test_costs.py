"""Work costs: rows, fees of others, and which part is deducted."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.scenario import Cost
from calc.year.costs import costs_per_month, scaled_amounts

# 10 sessions a week at 100, all held and paid by card, in 40 weeks: 40,000 in 400 charges.
KIND = {
    "payer": "private",
    "booked_per_week": 10.0,
    "fee_per_session": 100.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
}
TIME = {"holiday_weeks": 12.0, "sickness_weeks": 0.0}
ROWS = [
    {"kind": "rent", "amount": 500.0, "per": "month"},
    {"kind": "licence", "amount": 300.0, "per": "years", "years": 3.0},
    {"kind": "other", "label": "Flowers", "amount": 10.0, "per": "quarter", "business": False},
]
SUPPORT = {
    "supervision_hours_per_week": 0.5,
    "supervision_price_per_hour": 100.0,
    "consultation_hours_per_week": 1.0,
    "consultation_price_per_hour": 20.0,
}


def result_of(work: dict[str, Any], **more: Any) -> Any:
    """The result of a plan with these costs."""
    data = {"work": {"session_kinds": [KIND], "time": TIME, **work}, "costs": ROWS, **more}
    return evaluate(Scenario.parse({"support": SUPPORT, **data}), load_rules(2026))


def test_costs_of_an_own_practice() -> None:
    """Each row by its period, card fees, supervision 2,000 and consultation 800 bought."""
    result = result_of(
        {"kind": "own_practice", "card_fee_share": 0.03, "card_fee_per_charge": 0.25}
    )
    amounts = [row.amount for row in result.costs.parts]
    assert amounts == pytest.approx([1_300, 0, 6_000, 100, 40, 2_000, 800])
    assert result.costs.amount == pytest.approx(10_240)
    assert result.work_costs.business == pytest.approx(10_200)
    assert result.profit.amount == pytest.approx(29_760)


def test_outside_billing_keeps_part_of_what_insurers_pay() -> None:
    """5 % of 40,000 x 95 % collected."""
    kind = {**KIND, "payer": "insurer", "collected_share": 0.95}
    result = result_of(
        {"kind": "own_practice", "session_kinds": [kind], "outside_billing_share": 0.05}
    )
    assert result.costs.find("costs.outside_billing").amount == pytest.approx(1_900)


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_others_bear_card_fees(kind: str) -> None:
    """Who is paid by a practice pays no card fee and no billing service."""
    result = result_of({"kind": kind, "pay": {"kind": "split"}})
    assert result.costs.find("costs.card_fees").amount == 0
    assert result.costs.find("costs.outside_billing").amount == 0


def test_an_employees_costs_do_not_lower_federal_tax() -> None:
    """They cut the wage, not taxable pay; a contractor's are deducted."""
    employee = result_of({"kind": "employee", "pay": {"kind": "salary"}})
    assert employee.taxes.find("taxes.taxable_wages").amount == employee.money_in.amount
    contractor = result_of({"kind": "contractor"})
    profit = contractor.taxes.find("taxes.profit").amount
    assert profit == pytest.approx(contractor.money_in.amount - contractor.work_costs.business)


def test_own_therapy_is_deducted_only_where_it_is_a_business_cost() -> None:
    """1,000 a year of own therapy lowers profit for tax, and is a line below take-home."""
    therapy = {"sessions_per_year": 10.0, "full_price_per_session": 100.0}
    base = {"kind": "own_practice"}
    plain = result_of(base, support={"own_therapy": therapy})
    costs = result_of(base, support={"own_therapy": {**therapy, "tax_status": "business_cost"}})
    profits = [result.taxes.find("taxes.profit").amount for result in (plain, costs)]
    assert profits[0] - profits[1] == pytest.approx(1_000)
    assert plain.own_therapy.amount == costs.own_therapy.amount == 1_000
    assert plain.costs.amount == costs.costs.amount


def test_costs_together_can_be_scaled() -> None:
    """500 a month, 300 each third year and 10 a quarter are 6,140 a year; each grows alike."""
    rows = tuple(Cost(**row) for row in ROWS)
    assert costs_per_month(rows) == pytest.approx(6_140 / 12)
    doubled = scaled_amounts(rows, 2 * 6_140 / 12)
    assert doubled == pytest.approx((1_000, 600, 20))
    assert np.isnan(scaled_amounts((Cost(amount=0.0),), 100.0)).all()
