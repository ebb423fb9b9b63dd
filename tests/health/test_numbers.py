"""No unexplained number in a formula."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.health.named_numbers import CONSTANTS

ROOT = Path(__file__).resolve().parents[2]
FREE = {0, 1, -1}
# Bounds and widget steps stand on the field: these calls and keywords hold them.
BOUND_CALLS = {"Bounds"}
BOUND_KEYWORDS = {"step", "ge", "le", "max_length", "min_length"}
# By file: each number, and why it may stand there.
EXCEPTIONS: dict[str, dict[float, str]] = {
    "ledger.py": {3: "near keys named in an error", 0.4: "how near they must be"},
    "parameters/parameter.py": {100: "a share in words is in percent"},
    "parameters/rules.py": {3: "near keys named in an error", 0.4: "how near they must be"},
    "scenario/sessions.py": {1e-12: "rounding of shares that add up to one"},
    "scenario/time.py": {1e-9: "rounding of weeks that add up to a year"},
    "scenario/tax_modes.py": {
        0.25: "starting value of a rate the person knows",
        0.2: "starting value of a rate the person knows",
        0.1: "starting value of a rate the person knows",
    },
    "scenario/household.py": {
        40: "starting age, as that of the typical health premium",
    },
    "scenario/loan_parts.py": {
        66_000.0: "starting balance, as in the survey of social work graduates",
        2024: "the school year of the starting loan",
        9: "the month a school year starts",
        20_000.0: "starting balance of a private loan",
        10.0: "starting term of a private loan",
        50_000.0: "starting award: that of NHSC",
        24: "starting months of service: two years, as NHSC asks",
        60_000.0: "starting income of a change ahead",
        2: "starting years until a change ahead",
    },
    "taxes/states/engine.py": {2: "the people on a joint return"},
    "taxes/states/own_arkansas.py": {
        2.0: "the middle of a band: the mean of its two ends",
        0.5: "rounding to the nearest dollar",
    },
    "taxes/practice.py": {2.0: "times its amount, where a credit is gone (RCW 82.04.4451)"},
    "taxes/household.py": {40: "age where a test of a return does not say"},
    "scenario/clinic_ahead.py": {
        60.0: "starting ceiling: where the load indicator calls a practice heavier than typical",
        0.5: "starting share of associates: a director's choice",
        12.0: "starting size of a plan",
        6.0: "starting hours of supervisors: a director's to state",
    },
    "scenario/clinic_parts.py": {
        3.0: "starting number of rooms",
        50.0: "starting hours a room is open: ten on each of five days",
        4.0: "starting number of people who ask for a place a week",
    },
    "scenario/clinic_changes.py": {20.0: "starting cap of sessions: one to be changed at once"},
    "scenario/costs.py": {10.0: "a widget's step"},
    "scenario/pay.py": {45.0: "starting rate, the typical one"},
    "scenario/offers.py": {5: "starting years ahead, the middle choice"},
    "scenario/document.py": {2026: "starting tax year, the last we have"},
}
FILES = sorted((ROOT / "calc").rglob("*.py"))


def numbers_in(node: ast.AST, constants: set[str]) -> Iterator[ast.Constant]:
    """Number literals that are neither a bound, a step nor a named constant."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in BOUND_CALLS:
        return
    if isinstance(node, ast.keyword) and node.arg in BOUND_KEYWORDS:
        return
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in constants:
        return
    if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in constants:
        return
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from numbers_in(child, constants)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_stray_number(path: Path) -> None:
    """0, 1, -1 and named conversions only: every other figure is in calc/data, with a source."""
    name = path.relative_to(ROOT / "calc").as_posix()
    allowed = FREE | set(EXCEPTIONS.get(name, {}))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    stray = [
        f"line {found.lineno}: {found.value}"
        for found in numbers_in(tree, CONSTANTS.get(name, set()))
        if found.value not in allowed
    ]
    assert stray == []


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_still_needed(name: str) -> None:
    """An exception goes when its number goes."""
    tree = ast.parse((ROOT / "calc" / name).read_text(encoding="utf-8"))
    found = {item.value for item in numbers_in(tree, CONSTANTS.get(name, set()))}
    assert set(EXCEPTIONS[name]) <= found
