"""The page of changes keeps step with the version."""

import re
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = re.findall(
    r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$",
    (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def number_of(version: str) -> list[int]:
    """The parts of a version, to be compared as numbers."""
    return [int(part) for part in version.split(".")]


def test_the_newest_heading_is_this_version() -> None:
    """Whoever raises the version says what changed, and whoever says it raises the version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert HEADINGS[0][0] == project["version"]


def test_versions_stand_newest_first() -> None:
    """Each version is lower than the one above it and no younger, and every heading is read.

    What no version has yet stands above them all.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    every = re.findall(r"^## .*", text, re.MULTILINE)
    assert len(HEADINGS) == len(every) - every[:1].count("## Unreleased") >= 2
    numbers = [number_of(version) for version, _ in HEADINGS]
    days = [date.fromisoformat(day) for _, day in HEADINGS]
    assert numbers == sorted(numbers, reverse=True)
    assert len({*map(tuple, numbers)}) == len(numbers)
    assert days == sorted(days, reverse=True)
