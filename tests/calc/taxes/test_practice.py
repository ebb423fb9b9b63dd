"""Taxes on a practice itself, by hand; law of 2026 unless said."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import UnknownKeyError
from calc.parameters import cities, state_names
from calc.taxes.practice import Practice, practice_taxes, told_of

RULES = load_rules(2026)
SOLO = Scenario.from_toml(
    (Path(__file__).parents[3] / "scenarios" / "solo_private_pay.toml").read_text("utf-8")
)


def due(
    state: str, city: str = "", *, receipts: float, profit: float = 0.0, year: int = 2026
) -> float:
    """All taxes on a practice of one place."""
    practice = Practice(state=state, city=city, receipts=receipts, profit=profit)
    found = practice_taxes(practice, load_rules(year))
    return 0.0 if found is None else float(found.line.amount)


def test_the_general_excise_tax_of_the_shipped_practice() -> None:
    """Hawaii: 4.5 % x 142,692 = 6,421.14, a cost that lowers profit and taxed profit alike."""
    here, there = (evaluate(SOLO.with_values({"household.state": s}), RULES) for s in ("TX", "HI"))
    line = there.costs.find("costs.practice_taxes")
    assert line.label == "Taxes on the practice"
    assert float(line.amount) == pytest.approx(6_421.14)
    state, county = line.parts
    assert float(state.amount) == pytest.approx(5_707.68)
    assert float(county.amount) == pytest.approx(713.46)
    assert state.how == "receipts x 4 %"
    assert state.source is not None
    assert float(there.profit.amount) == pytest.approx(121_600.548 - 6_421.14)
    assert there.household is not None
    assert float(there.household.profit) == pytest.approx(121_600.548 - 6_421.14)
    assert float(there.costs.amount) == pytest.approx(float(here.costs.amount) + 6_421.14)
    # It is among the steps down from the fee, which still add up to the wage.
    step = there.staircase.find("staircase.costs")
    assert float(step.amount) == pytest.approx(-(16_668 + 6_421.14) / 1_012)
    assert float(there.staircase.amount) == pytest.approx(float(there.wage.amount))
    taken = there.breakdown.find("costs.practice_taxes")
    assert float(taken.amount) == pytest.approx(-6_421.14)


def test_an_employee_owes_none() -> None:
    """Nor does a place without one have the line, nor tax that is not of the United States."""
    pay = {"kind": "salary", "salary_per_year": 90_000.0}
    employed = {"work": {"kind": "employee", "pay": pay}, "household": {"state": "HI"}}
    abroad = SOLO.with_values({"household.state": "HI", "household.tax": {"mode": "none"}})
    for plan in (Scenario.parse(employed), abroad, SOLO):
        with pytest.raises(UnknownKeyError):
            evaluate(plan, RULES).costs.find("costs.practice_taxes")


def test_a_contractor_owes_it_on_what_is_paid_to_them() -> None:
    """Hawaii taxes the contractor's own receipts: 60 % of what the practice collects."""
    plan = SOLO.with_values(
        {
            "household.state": "HI",
            "work": {
                "kind": "contractor",
                "pay": {"kind": "split", "share": 0.6},
                "session_kinds": [{"payer": "private", "fee_per_session": 150.0}],
            },
        }
    )
    result = evaluate(plan, RULES)
    paid = float(result.money_in.amount)
    assert float(result.find("costs.practice_taxes").amount) == pytest.approx(0.045 * paid)


@pytest.mark.parametrize(
    ("receipts", "expected"),
    [
        (128_000.0, 0.0),  # 1,920 of tax, and a credit as large
        (142_692.0, 440.76),  # 2,140.38 less 3,840 - 2,140.38
        (200_000.0, 2_160.0),  # 3,000 less 840
        (256_000.0, 3_840.0),  # no credit is left
        (999_999.0, 14_999.985),
        (1_000_000.0, 17_500.0),
        (5_000_000.0, 105_000.0),
    ],
)
def test_washington(receipts: float, expected: float) -> None:
    """1.5 % of receipts (1.75 % from a million), less the small business credit."""
    assert due("WA", receipts=receipts) == pytest.approx(expected)


def test_ohio_begins_at_six_million() -> None:
    """0.26 % of receipts above 6,000,000."""
    assert due("OH", receipts=5_999_999.0) == 0.0
    assert due("OH", receipts=7_000_000.0) == pytest.approx(2_600.0)


@pytest.mark.parametrize(
    ("profit", "expected"),
    [
        # 4 % of (profit - 10,000 - 5,000); a credit takes all of 3,400 and nothing of 5,400.
        (20_000.0, 0.0),  # less 4,000 and 5,000: 440 of tax, all credited
        (100_000.0, 0.0),  # 3,400
        (125_000.0, 4_400.0 * (1.0 - 1_000.0 / 2_000.0)),
        (150_000.0, 5_400.0),
        (-5_000.0, 0.0),
    ],
)
def test_new_york_city(profit: float, expected: float) -> None:
    """The unincorporated business tax; the commuter tax begins above 150,000 of net earnings."""
    assert due("NY", "new_york_city", receipts=300_000.0, profit=profit) == pytest.approx(expected)


def test_the_commuter_tax_is_on_all_once_above() -> None:
    """0.6 % in the city and 0.34 % around it, of 0.9235 x profit; 2025 from 50,000."""
    city = due("NY", "new_york_city", receipts=3e5, profit=200_000.0)
    assert city == pytest.approx(0.04 * 185_000 + 0.006 * 184_700)
    assert due("NY", "yonkers", receipts=3e5, profit=200_000.0) == pytest.approx(0.0034 * 184_700)
    assert due("NY", "yonkers", receipts=3e5, profit=162_000.0) == 0.0  # 149,607 of net earnings
    old = due("NY", "yonkers", receipts=3e5, profit=100_000.0, year=2025)
    assert old == pytest.approx(0.0034 * 92_350)


@pytest.mark.parametrize(
    ("state", "city", "expected"),
    [
        ("PA", "philadelphia", 0.00141 * 150_000 + 0.0571 * 0.4 * 100_000),
        ("PA", "pittsburgh", 550.0),
        ("OR", "portland", 0.008237 * 99_600),
        ("OR", "eugene", 0.008 * 99_600),
        ("CA", "los_angeles", 637.5),
    ],
)
def test_cities(state: str, city: str, expected: float) -> None:
    """Receipts 150,000, profit 100,000."""
    assert due(state, city, receipts=150_000.0, profit=100_000.0) == pytest.approx(expected)
    assert due(state, receipts=150_000.0, profit=100_000.0) == 0.0


def test_los_angeles_exempts_small_practices() -> None:
    """Up to 100,000 of receipts nothing, and then all of them are taxed."""
    assert due("CA", "los_angeles", receipts=100_000.0) == 0.0
    assert due("CA", "los_angeles", receipts=100_001.0) == pytest.approx(425.00425)


def test_a_tax_on_income_is_no_cost_of_schedule_c() -> None:
    """26 CFR 1.62-1T(d): of Philadelphia's two parts only that on receipts is deducted."""
    practice = Practice(state="PA", city="philadelphia", receipts=150_000.0, profit=100_000.0)
    found = practice_taxes(practice, RULES)
    assert found is not None
    assert float(found.deducted) == pytest.approx(0.00141 * 150_000)


def test_draws_are_as_each_alone() -> None:
    """A batch of receipts owes draw by draw what each owes alone."""
    receipts = np.array([0.0, 100_000.0, 142_692.0, 2e6, 8e6])
    for state, city in (("WA", ""), ("HI", ""), ("OH", ""), ("NY", "new_york_city")):
        practice = Practice(state=state, city=city, receipts=receipts, profit=receipts * 0.7)
        found = practice_taxes(practice, RULES)
        assert found is not None
        alone = [due(state, city, receipts=r, profit=r * 0.7) for r in receipts]
        assert np.broadcast_to(found.line.amount, receipts.shape).tolist() == alone


@pytest.mark.parametrize(
    ("state", "receipts", "told"),
    [
        ("NH", 109_000.0, set()),
        ("NH", 142_692.0, {"practice_told.NH_business_profits"}),
        ("NM", 50_000.0, {"practice_told.NM_gross_receipts"}),
        ("TX", 9e6, set()),
    ],
)
def test_what_hangs_on_other_facts_is_told(state: str, receipts: float, told: set[str]) -> None:
    """From the receipts at which it matters, in its place."""
    practice = Practice(state=state, receipts=receipts, profit=0.0)
    assert {law.key for law in told_of(practice, RULES)} == told


def test_what_is_told_stands_beside_the_result() -> None:
    """A practice in New Mexico is told of its gross receipts tax; an employee there is not."""
    there = SOLO.with_values({"household.state": "NM"})
    kinds = [remark.kind for remark in evaluate(there, RULES).remarks]
    assert "practice_tax_not_counted" in kinds
    pay = {"kind": "salary", "salary_per_year": 90_000.0}
    employed = {"work": {"kind": "employee", "pay": pay}, "household": {"state": "NM"}}
    kinds = [remark.kind for remark in evaluate(Scenario.parse(employed), RULES).remarks]
    assert "practice_tax_not_counted" not in kinds


def test_each_place_is_a_state_or_a_city() -> None:
    """No law stands for a place that nothing can name, and what is told is a sentence."""
    laws = [RULES[key] for key in RULES if key.startswith(("practice_told.", "practice_taxes."))]
    for law in laws:
        if isinstance(law.value, Mapping):
            assert law.text("place") in state_names() or law.text("place") in cities()
        if law.key.startswith("practice_told."):
            assert law.note.endswith(".")
