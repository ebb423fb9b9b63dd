"""Cases of an independent report.

Each is run through the engine where the engine has the terms of the case, at one flat rate of tax,
and through the closed form where there is one.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from calc import load_rules

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "model_checks.json").read_text("utf-8"))
}
RULES = load_rules(2026)


def case(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Inputs and expected values of a case."""
    return CASES[name]["inputs"], CASES[name]["expected"]


def near(value: float) -> Any:
    """Within the tolerance of the cases."""
    return pytest.approx(value, rel=1e-9, abs=1e-9)
