"""Both forms row by row, and what else moves with the form."""

import math
from pathlib import Path

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.entity import forms_at, practice_in
from calc.questions.forms_told import AlsoMoves, also_moves, form_rows
from calc.taxes.forms import BothForms

FOLDER = Path(__file__).resolve().parents[3] / "scenarios"
RULES = load_rules(2026)
PLANS = {path.stem: Scenario.from_toml(path.read_bytes()) for path in sorted(FOLDER.glob("*.toml"))}
NAMES = [name for name, plan in PLANS.items() if plan.work.kind != "employee"]


def forms(name: str, salary: float, **changes: object) -> tuple[BothForms, AlsoMoves]:
    """A shipped practice in both forms, at running costs of $2,200."""
    plan = PLANS[name]
    values = {key.replace("__", "."): value for key, value in changes.items()}
    practice = practice_in(evaluate(plan.with_values(values) if values else plan, RULES))
    found = forms_at(practice, salary, 2_200.0)
    return found, also_moves(practice, found)


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_add_up_to_the_gain(name: str) -> None:
    """What a proprietor owes less what a corporation and its owner owe and cost."""
    found, _ = forms(name, 15_000.0)
    rows = form_rows(found)
    gain = math.fsum(float(row.sole) - float(row.corporation) for row in rows)
    assert gain == pytest.approx(float(found.gain.amount))
    assert [row.name for row in rows] == ["payroll", "federal", "state", "entity", "running"]


def test_both_halves_of_payroll_tax_are_in_one_row() -> None:
    """7.65 % of a salary of $40,000 twice; unemployment and California's franchise tax beside."""
    found, _ = forms("solo_private_pay", 40_000.0, household__state="CA")
    rows = {row.name: row for row in form_rows(found)}
    assert float(rows["payroll"].corporation) == pytest.approx(2 * 0.0765 * 40_000.0)
    unemployment = 126.0 + 238.0 + 7.0  # 1.8 %, 3.4 % and 0.1 % of 7,000
    franchise = float(found.corporation.entity_tax.amount)
    assert float(rows["entity"].corporation) == pytest.approx(unemployment + franchise)
    assert float(rows["entity"].sole) == 0.0
    assert float(rows["running"].corporation) == 2_200.0


def test_what_only_a_proprietor_owes_stands_on_his_side() -> None:
    """The city of New York's tax on unincorporated business."""
    city = {"household__state": "NY", "household__city": "new_york_city"}
    fee = {"work__session_kinds__0__fee_per_session": 300.0}
    found, _ = forms("solo_private_pay", 60_000.0, **city, **fee)
    rows = {row.name: row for row in form_rows(found)}
    assert float(rows["entity"].sole) > 0.0


def test_one_year_of_less_earnings_lowers_a_pension() -> None:
    """Per 1,000 of earnings in one of 35 years: 9.14 between the bends, 4.29 above the upper."""
    found, moves = forms("solo_private_pay", 40_000.0, household__state="TX")
    earned = 0.9235 * 121_600.548
    assert float(moves.no_longer_covered) == pytest.approx(earned - 40_000.0, abs=0.01)
    lost = float(moves.no_longer_covered) / 1_000.0
    assert float(moves.pension_if_middle) == pytest.approx(0.32 / 35 * 1_000.0 * lost)
    assert float(moves.pension_if_high) == pytest.approx(0.15 / 35 * 1_000.0 * lost)
    rise = float(found.owner.adjusted_income.amount) - float(found.sole.adjusted_income.amount)
    assert float(moves.adjusted_income) == pytest.approx(rise)


def test_of_a_couple_only_ones_own_earnings_count() -> None:
    """A spouse in practice has a base of their own."""
    joint = {"household__filing_status": "joint", "household__state": "TX"}
    spouse = {"household__spouse_profit_per_year": 90_000.0}
    alone = forms("solo_private_pay", 40_000.0, **joint)[1]
    couple = forms("solo_private_pay", 40_000.0, **joint, **spouse)[1]
    assert float(couple.no_longer_covered) == pytest.approx(float(alone.no_longer_covered))


def test_a_job_beside_uses_the_base_first() -> None:
    """With wages of the whole base, nothing of the practice was under social security."""
    moves = forms("solo_private_pay", 40_000.0, household__own_other_wages_per_year=184_500.0)[1]
    assert float(moves.no_longer_covered) == 0.0
