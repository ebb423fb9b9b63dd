"""What is left out: found by the words people use, and nothing that docs/limits.md does not say."""

from pathlib import Path

import pytest

from ui.telling import left_out

LIMITS = Path(__file__).parents[3] / "docs" / "limits.md"


@pytest.mark.parametrize(
    ("search", "title"),
    [
        ("S corporation", "S corporation, partnership"),
        ("s-corp", "S corporation, partnership"),
        ("parental leave", "Part of a year"),
        ("half time", "Part of a year"),
        ("maternity", "Part of a year"),
        ("nine months", ""),
        ("months full", "Months until"),
        ("premium tax credit", "Premium credit"),
        ("standard deduction", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_search_finds_what_is_not_answered(search: str | None, title: str) -> None:
    """By its name or another for it, with or without hyphens; nothing for what is answered."""
    found = left_out.matching(search)
    assert [one.title.startswith(title) for one in found] == ([True] if title else [])
    assert all("This tool does not answer that yet: " in said for said in left_out.told(found))


@pytest.mark.parametrize("matter", left_out.MATTERS, ids=lambda matter: matter.title)
def test_each_matter_is_one_of_the_limits(matter: left_out.LeftOut) -> None:
    """Its words stand in docs/limits.md, wherever the lines break."""
    assert matter.limit in " ".join(LIMITS.read_text("utf-8").split())


def test_the_report_names_those_of_a_return() -> None:
    """In one sentence, without leaves and loans."""
    said = left_out.of_a_return()
    assert said.startswith("S corporation, partnership, C corporation; married filing separately;")
    assert "leave" not in said
    assert said.endswith(".")
