"""Imports go one way, and calc stays pure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FLOOR = re.compile(r"^\| ((?:`(?:calc|ui)/\w+(?:\.py|/)`(?:, )?)+) \|", re.MULTILINE)
ROOM = re.compile(r"`((?:calc|ui)/\w+)(?:\.py|/)`")
FLOORS = [ROOM.findall(row) for row in FLOOR.findall(README)]
# Rooms within a room, where they stand in an order of their own; what is not named comes last.
WITHIN: dict[str, tuple[tuple[str, ...], ...]] = {
    "calc/year": (
        ("hours", "money_in", "costs", "wage", "own_corporation", "apart"),
        ("remarks",),
        ("tax_return",),
    ),
    "calc/questions": (
        ("repayment", "cliff", "levers", "stages", "moving", "sweep", "solve"),
        ("pay",),
        ("sought", "therapy"),
        ("fees", "salary", "difference", "rate"),
    ),
    "calc/offers": (("licensure", "labour"),),
}
# What a page shows of another page's room.
SHARED = {
    ("ui/hour", "ui/load"),
    ("ui/loans", "ui/taxes"),
    ("ui/hour", "ui/therapy"),
    ("ui/clinic", "ui/load"),
    ("ui/sources", "ui/offers"),
    ("ui/report", "ui/clinic"),
    ("ui/report", "ui/offers"),
}
LIBRARIES = {"numpy", "pydantic", "pydantic_core", "tomli_w"}
SCIPY_IN = {"calc/staffing"}
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


def room_of(module: str) -> str:
    """The room that a module belongs to, as README.md names it."""
    return "/".join(module.split(".")[:2])


def floor_of(room: str) -> int:
    """How many rows of README's table lie above a room's."""
    return next(floor for floor, rooms in enumerate(FLOORS) if room in rooms)


def module_of(path: Path) -> str:
    """The module that a file is."""
    names = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(names).removesuffix(".__init__")


def step_of(room: str, module: str) -> tuple[int, str]:
    """Where in the order of its room a module stands, and the part of the room it belongs to."""
    part = ([*module.split(".")[2:], ""])[0]
    steps = WITHIN[room]
    return next((step for step, parts in enumerate(steps) if part in parts), len(steps)), part


def imports_up(path: Path) -> Iterator[str]:
    """What a file imports from a neighbour or from a floor above its own."""
    here = module_of(path)
    room = room_of(here)
    for name in imports_of(path):
        there = room_of(name)
        if name.count(".") == 0 or not name.startswith(("calc.", "ui.")) or there == room:
            continue
        if there in ROOMS and floor_of(there) >= floor_of(room) and (room, there) not in SHARED:
            yield f"{here} imports {name}"


CALC = [path for path in python_files("calc") if path != ROOT / "calc" / "__init__.py"]
UI = [path for path in python_files("ui") if path != ROOT / "ui" / "__init__.py"]
ROOMS = {room for rooms in FLOORS for room in rooms}


@pytest.mark.parametrize("path", [*CALC, *UI], ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    """A room imports only from the floors below it, never from its neighbour."""
    assert list(imports_up(path)) == []


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_within_a_room_keep_their_order(path: Path) -> None:
    """Ideas of one room do not import each other, but where one is made of others."""
    here = module_of(path)
    room = room_of(here)
    if room not in WITHIN:
        return
    step, part = step_of(room, here)
    for name in imports_of(path):
        if room_of(name) == room and name.count(".") > 1:
            lower, other = step_of(room, name)
            assert lower < step or other == part or step == len(WITHIN[room]), f"{here}: {name}"


def test_pages_share_only_what_is_listed() -> None:
    """Each pair of pages in the list is still needed."""
    found = {(room_of(module_of(path)), room_of(name)) for path in UI for name in imports_of(path)}
    assert found >= SHARED


@pytest.mark.parametrize("path", python_files("ui/telling"), ids=lambda path: path.name)
def test_what_is_told_needs_no_screen(path: Path) -> None:
    """Words, tables and figures of charts serve a report or a command line as well."""
    assert not any(name.split(".")[0] == "streamlit" for name in imports_of(path))


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_calc_knows_few_libraries(path: Path) -> None:
    """NumPy, pydantic, few parts of the standard library; nothing that draws, reads or ticks."""
    here = room_of(module_of(path))
    tops = {name.split(".")[0] for name in imports_of(path)} - {"calc"}
    allowed = LIBRARIES | (STANDARD - ONLY_IN_PARAMETERS)
    if here == "calc/parameters":
        allowed |= ONLY_IN_PARAMETERS
    if here in SCIPY_IN:
        allowed |= {"scipy"}
    assert tops <= allowed


@pytest.mark.parametrize("path", CALC, ids=lambda path: str(path.relative_to(ROOT)))
def test_calc_has_no_clock_no_chance_and_no_files(path: Path) -> None:
    """No call that could make the same input give another output."""
    reads = {"read_text"} if room_of(module_of(path)) == "calc/parameters" else set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in UNPURE_CALLS, ast.unparse(node)
        if isinstance(node, ast.Attribute):
            assert node.attr not in UNPURE_NAMES | ({"read_text"} - reads), ast.unparse(node)


def test_every_room_has_a_floor() -> None:
    """A new room is given its place in README's table, and none there is without a room."""
    found = {room_of(module_of(path)) for path in [*CALC, *UI]}
    assert found == ROOMS
    assert len(FLOORS) > 10
    assert sum(map(len, FLOORS)) == len(ROOMS)


@pytest.mark.parametrize("path", python_files("ui"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_screen_does_not_import_the_app(path: Path) -> None:
    """Screens know calc and one another, never the app that lists them, nor tests."""
    tops = {name.split(".")[0] for name in imports_of(path)}
    assert tops.isdisjoint({"app", "tests", "run", "bench"})


@pytest.mark.parametrize("path", UI, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_state_works_a_plan_out(path: Path) -> None:
    """Screens ask questions of calc; a plan is evaluated and solved in one place of theirs."""
    called = {
        getattr(node.func, "id", getattr(node.func, "attr", ""))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    if module_of(path) != "ui.shell.state":
        assert called.isdisjoint({"evaluate", "solve_for", "evaluate_clinic"})
