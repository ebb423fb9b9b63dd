"""The recipes of CONTRIBUTING.md work as they stand: they are followed on a copy of the project."""

import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+)\n((?:(?!##).*\n?)*)", TEXT, re.MULTILINE))
FILE = re.compile(r"^- `([^`]+)`", re.MULTILINE)
WRITTEN = re.compile(r"^  ```\w+\n(.*?)^  ```$", re.MULTILINE | re.DOTALL)
COPIED = ("calc", "ui", "tests/calc", "tests/health")
# What stands for the reader's own, and something like it that exists.
OWN = {"XX": "PA", "ui/NAME": "ui/therapy", "ui/PAGE": "ui/therapy", "NAME": "therapy"}

A_COST = """
from calc import Scenario, evaluate, load_rules
from calc.parameters import work_cost_names
from calc.scenario import OwnPractice
from ui.telling import listings, words
plan = Scenario(work=OwnPractice(), costs=[{"kind": "art_supplies"}])
row = evaluate(plan, load_rules(2026)).find("costs.0")
table = listings.costs_table(plan.costs, "USD").frame
assert (row.label, row.amount) == ("Art and play supplies", 480.0), row
assert list(table["Cost"]) == [row.label] and list(table["A year"]) == [480.0], table
assert words.cost_kind("art_supplies") == row.label and "art_supplies" in work_cost_names()
"""
A_YEAR = """
from calc import Scenario, evaluate, load_rules
from calc.scenario import OwnPractice, PrivateSessions
session = PrivateSessions(booked_per_week=22, fee_per_session=150)
work = OwnPractice(session_kinds=(session,))
plan = Scenario(work=work, household={"state": "PA"}, tax_year=2025)
rules = load_rules(2025)
assert set(rules.state("PA") or {}) == set(load_rules(2026).state("PA"))
result = evaluate(plan, rules)
assert float(result.taxes.find("taxes.state").amount) > 1_000.0
assert "state_tax_not_included" not in [found.kind for found in result.remarks]
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project's code and the tests of its health, to be changed at will."""
    for folder in COPIED:
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def ran(copy: Path, *arguments: str) -> tuple[bool, str]:
    """Whether Python ends well in the copy, and what it says if not."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    return not done.returncode, done.stdout + done.stderr


def steps_of(recipe: str) -> dict[str, str]:
    """What a recipe has one write, by the file it names."""
    found = {}
    for step in RECIPES[recipe].split("\n- `")[1:]:
        file, _, said = step.partition("`")
        written = WRITTEN.search(said)
        if written:
            found[file] = textwrap.dedent(written[1])
    return found


def add_cost(copy: Path) -> None:
    """Write what the recipe says where a reader would: in the list, and among the parameters."""
    for file, text in steps_of("Add a cost kind").items():
        path = copy / file
        before = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            after = before.replace("CostKind = Literal[\n", f"CostKind = Literal[\n    {text}")
        else:
            after = before.replace("[parameter.other]\n", f"{text}\n[parameter.other]\n")
        path.write_text(after, encoding="utf-8")


def add_year(copy: Path) -> None:
    """Give all that Pennsylvania's file says the year that the recipe gives one parameter."""
    for file, text in steps_of("Add another year of a state").items():
        path = copy / file.replace("XX", "PA")
        before = path.read_text(encoding="utf-8")
        lines = re.sub(r"^years\.2026( = .+\n)", r"years.2025\1\g<0>", before, flags=re.MULTILINE)
        tables = re.findall(r"^\[\S+\.2026\]\n(?:(?!\[).+\n)+", before, re.MULTILINE)
        added = "\n".join(tables).replace(".2026]", ".2025]")
        assert text in lines
        assert "[rules.2025]" in added
        path.write_text(f"{lines}\n{added}", encoding="utf-8")


@pytest.mark.parametrize(
    ("follow", "program", "tests"),
    [
        (add_cost, A_COST, ("tests/calc/test_parameters.py", "tests/health/test_sources.py")),
        (add_year, A_YEAR, ("tests/health/test_states.py", "-k", "[PA")),
    ],
    ids=["a cost kind", "another year of a state"],
)
def test_a_recipe_names_every_file(
    copy: Path, follow: Callable[[Path], None], program: str, tests: tuple[str, ...]
) -> None:
    """What did not work does, once the named files are changed, and the tests of health agree."""
    assert not ran(copy, "-c", program)[0]
    follow(copy)
    assert ran(copy, "-c", program) == (True, "")
    passed, said = ran(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    assert passed, said


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_names_files_that_exist(recipe: str) -> None:
    """A file that was moved or merged is no longer named."""
    files = FILE.findall(RECIPES[recipe])
    for name, ours in OWN.items():
        files = [file.replace(name, ours) for file in files]
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_what_is_followed_is_all_that_is_named() -> None:
    """A recipe that is followed says of each file it names what to write there."""
    for recipe, files in (("Add a cost kind", 2), ("Add another year of a state", 1)):
        assert list(steps_of(recipe)) == FILE.findall(RECIPES[recipe])
        assert len(steps_of(recipe)) == files
