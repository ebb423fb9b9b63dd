"""Imports go one way, and calc stays pure."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Each layer may import from itself where that is said, and from any layer above it in this list.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("number", "errors"),
    ("ledger", "parameters"),
    ("scenario",),
    ("statements",),
    ("hours", "money_in", "costs", "loans", "taxes", "wage", "burnout", "remarks"),
    ("tax_return",),
    ("evaluate",),
    ("crossing",),
    (
        "repayment",
        "therapy",
        "levers",
        "licensure",
        "labour",
        "stages",
        "moving",
        "sweep",
        "solve",
        "uncertainty",
    ),
    ("employer",),
    ("fees", "salary", "difference", "offers", "staffing"),
)
# Ledger shows the parameter behind a line.
WITHIN_A_LAYER = {("ledger", "parameters")}
LIBRARIES = {"numpy", "pydantic", "pydantic_core", "tomli_w"}
SCIPY_IN = {"solve", "staffing"}
STANDARD = {
    "__future__",
    "collections",
    "csv",
    "dataclasses",
    "datetime",
    "difflib",
    "functools",
    "importlib",
    "io",
    "itertools",
    "math",
    "re",
    "tomllib",
    "types",
    "typing",
}
# Files are read by one module.
ONLY_IN_PARAMETERS = {"importlib"}
UNPURE_CALLS = {"open", "input", "print", "eval", "exec", "__import__", "compile"}
UNPURE_NAMES = {"now", "today", "utcnow", "random", "default_rng", "read_bytes", "write_text"}


def python_files(*folders: str) -> list[Path]:
    """Source files below some folders."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, whatever the form of the statement."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(path: Path) -> str:
    """The module or package right under calc that a file belongs to."""
    return path.relative_to(ROOT / "calc").parts[0].removesuffix(".py")


def layer_of(module: str) -> int:
    """Where in the order a module stands."""
    return next(index for index, layer in enumerate(LAYERS) if module in layer)


CALC = [path for path in python_files("calc") if path != ROOT / "calc" / "__init__.py"]
NAMES = {module_of(path) for path in CALC}


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_calc_imports_go_one_way(path: Path) -> None:
    """A module of calc imports only what comes before it; ideas do not import each other."""
    here = module_of(path)
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] != "calc" or len(parts) == 1 or parts[1] not in NAMES:
            continue
        there = parts[1]
        allowed = (
            there == here or (here, there) in WITHIN_A_LAYER or layer_of(there) < layer_of(here)
        )
        assert allowed, f"{here} imports {there}"


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_calc_knows_few_libraries(path: Path) -> None:
    """NumPy, pydantic, few parts of the standard library; nothing that draws, reads or ticks."""
    here = module_of(path)
    tops = {name.split(".")[0] for name in imports_of(path)} - {"calc"}
    allowed = LIBRARIES | (STANDARD - ONLY_IN_PARAMETERS)
    if here == "parameters":
        allowed |= ONLY_IN_PARAMETERS
    if here in SCIPY_IN:
        allowed |= {"scipy"}
    assert tops <= allowed


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_calc_has_no_clock_no_chance_and_no_files(path: Path) -> None:
    """No call that could make the same input give another output."""
    reads = {"read_text"} if module_of(path) == "parameters" else set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in UNPURE_CALLS, ast.unparse(node)
        if isinstance(node, ast.Attribute):
            assert node.attr not in UNPURE_NAMES | ({"read_text"} - reads), ast.unparse(node)


def test_every_module_has_a_layer() -> None:
    """A new module of calc is given its place in the order."""
    known = {name for layer in LAYERS for name in layer}
    assert known >= NAMES


@pytest.mark.parametrize("path", python_files("ui"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_screen_does_not_import_the_app(path: Path) -> None:
    """Screens know calc and one another, never the app that lists them, nor tests."""
    tops = {name.split(".")[0] for name in imports_of(path)}
    assert tops.isdisjoint({"app", "tests", "run", "bench"})
