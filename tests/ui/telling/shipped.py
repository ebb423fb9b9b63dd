"""The shipped scenarios and what comes of them, and what every sentence for people keeps."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.scenario import Offers

FOLDER = Path(__file__).resolve().parents[3] / "scenarios"
LETTERS = Offers.from_toml((FOLDER / "offers" / "new_msw_three_letters.toml").read_bytes())


@cache
def shipped(name: str) -> Scenario:
    """A scenario as it is shipped."""
    return Scenario.from_toml((FOLDER / f"{name}.toml").read_bytes())


SOLO = shipped("solo_private_pay")
GRADUATE = shipped("graduate_with_loans")
KIND = "work.session_kinds.0"
EMPLOYEE = {"kind": "employee", "pay": {"kind": "salary", "contracted_hours_per_week": 60.0}}


def result_of(plan: Scenario, changes: Mapping[str, Any] | None = None) -> Result:
    """What comes of a plan, some fields of it changed."""
    changed = plan.with_values(changes or {})
    return evaluate(changed, load_rules(changed.tax_year))


def check_plain(said: str) -> None:
    """Whole sentences, without a name of ours or a hole in them."""
    assert said.endswith(".")
    assert "{" not in said
    assert "  " not in said
    for stray in ("None", "nan", "inf ", "True", "False", "object"):
        assert stray not in said, said


def problem_of(plan: Scenario, changes: Mapping[str, Any]) -> Any:
    """The one problem of a change that the model refuses."""
    with pytest.raises(ScenarioError) as refused:
        plan.with_values(changes)
    assert len(refused.value.problems) == 1
    return refused.value.problems[0]
