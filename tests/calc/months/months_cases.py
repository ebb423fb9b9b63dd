"""Reference cases of an independent program, and the plans they are of."""

import datetime
import json
from pathlib import Path
from typing import Any

from calc import Scenario
from calc.months.weeks import WeeksAhead, weeks_ahead
from calc.scenario.ahead import Ahead

FILE = Path(__file__).resolve().parents[2] / "oracle" / "months.json"
DATA: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in DATA["cases"]}


def scenario(name: str) -> Scenario:
    """One of the plans of the cases."""
    return Scenario.from_toml(DATA["scenarios"][name])


def ahead(values: dict[str, Any]) -> Ahead:
    """What lies ahead, as a file states it."""
    start = values.get("starts_on")
    day = {"starts_on": datetime.date.fromisoformat(start)} if start else {}
    return Ahead.model_validate({**values, **day})


def case(name: str) -> tuple[WeeksAhead, dict[str, Any]]:
    """The weeks of a case, and what the independent program found."""
    found = CASES[name]
    return weeks_ahead(scenario(found["scenario"]), ahead(found["ahead"])), found["expected"]


def plan(name: str = "plain", **values: Any) -> WeeksAhead:
    """The weeks of a practice of the cases with anything ahead of it."""
    return weeks_ahead(scenario(name), ahead(values))
