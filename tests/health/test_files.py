"""Files are short, and name no machine but the reader's."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60
# Put together so that this file does not hold what it forbids.
PLACES = ("work", "root", "tmp", "home", "mnt", "Users")
MACHINE_PATH = re.compile(rf"(?<![\w.:/~$}}])/(?:{'|'.join(PLACES)})/\w")
REGISTRY = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "index" + "[-_]url")))
ROOMS = ("bench", "calc", "cli", "tests", "ui")
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
CODE += [ROOT / "app.py", ROOT / "run.py"]


def tracked_texts() -> list[Path]:
    """Files under version control that are text; all files where there is no version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    names = listed.stdout.decode().split("\0")
    paths = [ROOT / name for name in names if name]
    return [p for p in paths if p.is_file() and b"\0" not in p.read_bytes()[:1024]]


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    """A module outgrown is split by idea."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_fit_on_a_screen(path: Path) -> None:
    """A function outgrown is split by idea too."""
    found = [
        f"{node.name}: {lines}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := node.end_lineno - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]
    assert found == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Nothing ties the project to where it was written or where packages come from."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked_texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line) or REGISTRY.search(line)
    ]
    assert found == []
