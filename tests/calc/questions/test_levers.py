"""What might lower the load of a plan: each lever through its own hours and money."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.burnout import draws
from calc.questions.levers import FACTOR_OF, LoadLever, load_levers

ROOT = Path(__file__).parents[3]
RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(1), RULES, count=500)
# The reference case: 22 booked a week in 46 weeks, 12 % lost, 10 minutes of notes, 6 weeks off.
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
HELD_PER_WEEK = 22 * 0.88
# What a session booked leaves after tax: see `tests/worked/test_own_therapy.py`.
LEFT_OF_A_SESSION = 136.629 * 0.69514


def levers_of(**changes: Any) -> dict[str, LoadLever]:
    """Every lever of the reference case with some fields changed by their paths."""
    paths = {name.replace("__", "."): value for name, value in changes.items()}
    found = load_levers(evaluate(SOLO.with_values(paths), RULES), DRAWN)
    return {lever.name: lever for lever in found}


@pytest.fixture(scope="module")
def solo() -> Result:
    """The reference case."""
    return evaluate(SOLO, RULES)


@pytest.fixture(scope="module")
def levers() -> dict[str, LoadLever]:
    """Its levers."""
    return levers_of()


@pytest.mark.parametrize(
    ("name", "value", "changed"),
    [
        ("after_hours", 3.0, 1.0),
        ("notes", 10.0, 5.0),
        ("administration", 3.0, 2.0),
        ("weeks_off", 6.0, 8.0),
        ("sessions", 22.0, 20.0),
        ("trauma_share", 0.30, 0.15),
        ("colleagues", 4.0, 6.0),
        ("consultation", 1.0, 1.5),
        ("freedom", 7.0, 8.0),
    ],
)
def test_each_lever_moves_by_its_step(
    levers: dict[str, LoadLever], name: str, value: float, changed: float
) -> None:
    """From the plan's own value, by the step in the data."""
    assert levers[name].value == pytest.approx(value)
    assert levers[name].changed == pytest.approx(changed)


def test_every_lever_is_there_the_strongest_first(solo: Result) -> None:
    """All nine have room in the reference case, even one whose lost pay outweighs its rest."""
    found = load_levers(solo, DRAWN)
    assert sorted(lever.name for lever in found) == sorted(FACTOR_OF)
    groups = [lever.difference.between_groups for lever in found]
    assert groups == sorted(groups)
    assert groups[0] < 0.0 < groups[-1]
    assert found[-1].name == "sessions"
    assert found[-1].load.inputs.pay_ratio < solo.load.inputs.pay_ratio


@pytest.mark.parametrize(
    ("name", "log_odds"),
    [
        ("after_hours", -2 * 0.0462),
        # 88 % of 22 sessions, 5 minutes each; below 36 hours an hour counts half.
        ("notes", -HELD_PER_WEEK * 5 / 60 * (0.0346 + 0.0162 / 2)),
        ("administration", -1 * (0.0346 + 0.0162 / 2)),
        ("trauma_share", -0.15 * 0.30),
        ("colleagues", -2 * 0.055),
        ("freedom", -1 * 0.055),
        # Up to 4 hours a month in full, beyond at half: 3.8333 to 5.75 hours.
        ("consultation", -(4 - 46 / 12 + (1.5 * 46 / 12 - 4) / 2) * 0.0177),
    ],
)
def test_levers_by_hand(
    solo: Result, levers: dict[str, LoadLever], name: str, log_odds: float
) -> None:
    """Those that move one or two factors by a plain amount."""
    lever = levers[name]
    assert lever.load.log_odds - solo.load.log_odds == pytest.approx(log_odds, abs=1e-9)
    change = 100 * (lever.load.probability - solo.load.probability)
    assert lever.difference.between_groups == pytest.approx(change, abs=1e-9)


def test_levers_that_cost_nothing_and_those_that_do(levers: dict[str, LoadLever]) -> None:
    """Two sessions less cost $728 a month and nobody's wage by much; notes are time only."""
    for name in ("after_hours", "trauma_share", "colleagues", "freedom"):
        assert levers[name].take_home_per_month == 0.0
        assert levers[name].wage == 0.0
    assert levers["notes"].take_home_per_month == 0.0
    less_time = 890.56 * 5 / 60
    assert levers["notes"].wage == pytest.approx(
        86_470.823 / (1_191.16 - less_time) - 86_470.823 / 1_191.16, abs=1e-3
    )
    assert levers["sessions"].take_home_per_month == pytest.approx(
        -2 * 46 / 12 * LEFT_OF_A_SESSION, abs=0.05
    )
    # Two weeks more off: 44 weeks, 44 sessions less.
    assert levers["weeks_off"].take_home_per_month == pytest.approx(
        -2 * 22 / 12 * LEFT_OF_A_SESSION, abs=0.05
    )


def test_own_therapy_and_missed_sessions_are_no_levers(levers: dict[str, LoadLever]) -> None:
    """Nothing was measured of either, so neither may be told to lower the load."""
    assert not {"own_therapy", "missed"} & set(levers)


def test_the_evidence_is_that_of_the_factor_it_moves(levers: dict[str, LoadLever]) -> None:
    """Measured in other health workers, or guessed."""
    found = {name: lever.evidence for name, lever in levers.items()}
    assert found["trauma_share"] == "guess"
    assert found["after_hours"] == found["weeks_off"] == "health_workers"
    assert found["consultation"] == found["sessions"] == "guess"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("after_hours", {"work__time__after_hours_per_week": 1.5}),
        ("administration", {"work__time__administration_hours_per_week": 0.5}),
        ("trauma_share", {"work__conditions__trauma_share": 0.1}),
        ("weeks_off", {"work__time__holiday_weeks": 7.0}),
        ("weeks_off", {"work__time__holiday_weeks": 4.0, "work__time__other_weeks_off": 3.0}),
        ("weeks_off", {"work__time__holiday_weeks": 0.0, "work__time__sickness_weeks": 51.0}),
        ("colleagues", {"work__conditions__colleagues_points": 7.0}),
        ("freedom", {"work__conditions__freedom_points": 9.5}),
        ("consultation", {"support__consultation_hours_per_week": 168.0}),
        ("notes", {"work__session_kinds__0__notes_minutes_per_session": 4.0}),
        ("sessions", {"work__session_kinds__0__booked_per_week": 2.0}),
    ],
)
def test_a_lever_without_room_is_not_told(name: str, changes: dict[str, Any]) -> None:
    """Nothing to take away, the end of the range studied, or no more weeks in the year."""
    assert name not in levers_of(**changes)


def test_a_caseload_of_several_kinds_keeps_its_mix() -> None:
    """Fewer sessions and quicker notes, each kind in proportion; short notes become none."""
    first, second = (
        {"payer": "private", "booked_per_week": 15.0, "notes_minutes_per_session": 20.0},
        {"payer": "insurer", "booked_per_week": 5.0, "notes_minutes_per_session": 3.0},
    )
    found = levers_of(work__session_kinds=[first, second])
    assert (found["sessions"].value, found["sessions"].changed) == (20.0, 18.0)
    assert (found["notes"].value, found["notes"].changed) == (20.0, 15.0)
    ratio = found["sessions"].load.inputs.client_hours / found["freedom"].load.inputs.client_hours
    assert ratio == pytest.approx(0.9)


def test_a_plan_without_sessions_has_the_other_levers() -> None:
    """No kinds of session: no lever on them."""
    found = levers_of(work__session_kinds=[])
    assert not {"sessions", "notes"} & set(found)
    assert "freedom" in found


def test_a_plan_without_weeks_has_no_figures() -> None:
    """Nothing is known of a plan without a worked week, and nothing fails."""
    found = levers_of(work__time__holiday_weeks=52.0)
    assert math.isnan(found["freedom"].difference.between_groups)
