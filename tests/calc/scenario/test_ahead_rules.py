"""What is refused of what lies ahead, with its place in a file; what is just within the rules."""

import datetime
from typing import Any

import pytest

from calc import Scenario
from calc.errors import Problem, ScenarioError
from tests.calc.scenario.plan_texts import OWN, SALARY

BARE = Scenario.from_toml(OWN)


@pytest.mark.parametrize(
    ("text", "path", "kind", "value", "bound", "line"),
    [
        (SALARY + "[ahead]\n", "ahead", "ahead_of_employee", "employee", None, 5),
        (OWN + "[ahead]\ntea = 1", "ahead.tea", "unknown_field", 1, None, 4),
        (OWN + "[ahead]\nstarts_on = 5.5", "ahead.starts_on", "wrong_type", 5.5, "day", 4),
        (OWN + "[ahead]\nstarts_on = 'soon'", "ahead.starts_on", "wrong_type", "soon", "day", 4),
        (
            OWN + "[ahead]\nstarts_on = 2031-02-01",
            "ahead.starts_on",
            "starts_too_late",
            "2031-02-01",
            "2031-01-01",
            4,
        ),
        (
            "tax_year = 2025\n" + OWN + "[ahead]\nstarts_on = 2023-12-01",
            "ahead.starts_on",
            "starts_too_early",
            "2023-12-01",
            "2024-01-01",
            5,
        ),
        (
            OWN + "[[ahead.away]]\nkind = 'leave'\nweeks = 105",
            "ahead.away.0.weeks",
            "too_large",
            105,
            104,
            5,
        ),
        (
            OWN + "[[ahead.away]]\nkind = 'holiday'\nmonth = 30",
            "ahead.away.0.month",
            "beyond_the_months",
            30,
            24,
            5,
        ),
        (
            OWN + "[[ahead.job]]\nmonth = 2",
            "ahead.job.0.month",
            "job_begins_later",
            2,
            1,
            4,
        ),
        ("ahead = 5\n" + OWN, "ahead", "wrong_type", 5, None, 1),
        (
            OWN + "[ahead]\nstarts_on = 2026-09-02",
            "ahead.starts_on",
            "not_first_of_month",
            "2026-09-02",
            "2026-09-01",
            4,
        ),
        (OWN + "[ahead]\nahead = 1", "ahead.ahead", "unknown_field", 1, None, None),
    ],
    ids=lambda item: str(item)[-30:],
)
def test_what_is_refused_is_told_with_its_place(
    text: str, path: str, kind: str, value: Any, bound: Any, line: int | None
) -> None:
    """Path, kind, value, bound and line."""
    with pytest.raises(ScenarioError) as refused:
        Scenario.from_toml(text)
    assert refused.value.problems == (Problem(path, kind, value, bound, line),)


@pytest.mark.parametrize(
    "rows",
    [
        {"starts_on": datetime.date(2025, 1, 1)},
        {"starts_on": datetime.date(2031, 1, 1)},
        {"months": 12, "away": [{"kind": "leave", "weeks": 52}]},
        {"months": 12, "away": [{"kind": "leave", "month": 12, "weeks": 12}]},
        {"away": [{"kind": "holiday", "weeks": 52.0, "every_year": True}]},
        {"away": [{"kind": "holiday", "weeks": 0.1}] * 3 + [{"kind": "holiday", "weeks": 51.7}]},
        {"job": [{"month": 24}, {"month": 1}]},
    ],
)
def test_what_is_just_within_the_rules_is_taken(rows: dict[str, Any]) -> None:
    """The first and last start, a leave of all the months, a year of holidays, any order."""
    assert BARE.with_values({"ahead": rows}).ahead is not None
