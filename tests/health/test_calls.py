"""Calls say what they pass: no literal is starred only to fold a long call or list."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted(
    path
    for name in ("app.py", "run.py", "calc", "cli", "ui")
    for path in ((ROOT / name).rglob("*.py") if (ROOT / name).is_dir() else [ROOT / name])
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def starred(path: Path, *, lists: bool) -> list[str]:
    """Each `*(...)` or `*[...]` of a literal among arguments, and within a list or tuple."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        within = node.args if isinstance(node, ast.Call) else []
        if lists and isinstance(node, ast.List | ast.Tuple | ast.Set):
            within = node.elts
        found += [
            f"{path.relative_to(ROOT)}:{item.lineno}: {ast.unparse(item)[:60]}"
            for item in within
            if isinstance(item, ast.Starred) and isinstance(item.value, ast.List | ast.Tuple)
        ]
    return found


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_literal_is_starred(path: Path) -> None:
    """A call too long for a line takes keywords, or a small record; a list takes more lines."""
    assert starred(path, lists=True) == []


def test_no_argument_of_a_test_is_starred() -> None:
    """Tests fold their lists of cases as they like, their calls not."""
    assert [place for path in TESTS for place in starred(path, lists=False)] == []
