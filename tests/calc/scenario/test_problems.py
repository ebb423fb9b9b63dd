"""A field that is refused is told by its path, what is wrong with it, its value and its line."""

from typing import Any

import pytest

from calc import Scenario
from calc.errors import OtherChairError, Problem, ScenarioError
from tests.calc.scenario.plan_texts import KIND, OWN, SALARY


def problems(text: str | bytes) -> tuple[Problem, ...]:
    """What a file is refused for."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_toml(text)
    assert isinstance(caught.value, OtherChairError)
    assert str(caught.value)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "path", "kind", "value", "bound", "line"),
    [
        # Numbers
        (KIND + "fee_per_session = -1", "fee_per_session", "too_small", -1, 0.0, 5),
        (KIND + "fee_per_session = 1e10", "fee_per_session", "too_large", 1e10, 1e9, 5),
        (KIND + "fee_per_session = 1e400", "fee_per_session", "not_a_number", "inf", "finite", 5),
        (KIND + "fee_per_session = nan", "fee_per_session", "not_a_number", "nan", "finite", 5),
        (KIND + "fee_per_session = -inf", "fee_per_session", "not_a_number", "-inf", "finite", 5),
        (
            KIND + "fee_per_session = 1" + "0" * 400,
            "fee_per_session",
            "not_a_number",
            10**400,
            "finite",
            5,
        ),
        (KIND + 'fee_per_session = "150"', "fee_per_session", "wrong_type", "150", "number", 5),
        (KIND + "fee_per_session = true", "fee_per_session", "wrong_type", True, "number", 5),
        (KIND + "fee_per_session = [150]", "fee_per_session", "wrong_type", None, "number", 5),
        (KIND + "fee_per_session = {a = 1}", "fee_per_session", "wrong_type", None, "number", 5),
        (KIND + "booked_per_week = 400", "booked_per_week", "too_large", 400, 80.0, 5),
        (KIND + "missed_share = 6", "missed_share", "too_large", 6, 1.0, 5),
        (KIND + "clients_per_session = 0", "clients_per_session", "too_small", 0, 1.0, 5),
    ],
    ids=lambda item: str(item)[-30:],
)
def test_a_refused_number_says_why(
    text: str, path: str, kind: str, value: Any, bound: Any, line: int
) -> None:
    """Path, kind, value, bound and line: all that a sentence about it needs."""
    (problem,) = problems(text)
    assert problem.path == f"work.session_kinds.0.{path}"
    assert problem.kind == kind
    assert str(problem.value) == value if isinstance(value, str) else problem.value == value
    assert problem.bound == bound
    assert problem.line == line


@pytest.mark.parametrize(
    ("text", "path", "kind", "value", "bound", "line"),
    [
        # Keys that nobody knows, at each level
        ("colour = 1\n" + OWN, "colour", "unknown_field", 1, None, 1),
        (OWN + "colour = 1", "work.colour", "unknown_field", 1, None, 3),
        (OWN + "[work.time]\ncolour = 1", "work.time.colour", "unknown_field", 1, None, 4),
        (KIND + "colour = 1", "work.session_kinds.0.colour", "unknown_field", 1, None, 5),
        (SALARY + "colour = 1", "work.pay.colour", "unknown_field", 1, None, 5),
        (OWN + "[household]\ncolour = 1", "household.colour", "unknown_field", 1, None, 4),
        (OWN + "[loans]\ncolour = 1", "loans.colour", "unknown_field", 1, None, 4),
        (
            OWN + "[support.own_therapy]\ncolour = 1",
            "support.own_therapy.colour",
            "unknown_field",
            1,
            None,
            4,
        ),
        (OWN + "[[costs]]\ncolour = 1", "costs.0.colour", "unknown_field", 1, None, 4),
        # What is missing or unknown
        ("title = 'x'", "work", "missing_field", None, None, None),
        ("[work]\nholiday = 1", "work.kind", "missing_field", None, None, None),
        ("work = 5", "work", "wrong_type", 5, None, 1),
        (OWN + "[household]\nstate = 'ZZ'", "household.state", "wrong_choice", "ZZ", "state", 4),
        (
            OWN + "[household]\nfiling_status = 'separate'",
            "household.filing_status",
            "not_supported",
            "separate",
            "separate",
            4,
        ),
        (
            OWN + "[household]\nfiling_status = 'nobody'",
            "household.filing_status",
            "wrong_choice",
            "nobody",
            None,
            4,
        ),
        # Whole numbers and texts
        ("tax_year = 1500\n" + OWN, "tax_year", "too_small", 1500, 1900, 1),
        ("tax_year = 20260\n" + OWN, "tax_year", "too_large", 20260, 2200, 1),
        ("tax_year = 2026.5\n" + OWN, "tax_year", "wrong_type", 2026.5, None, 1),
        ("title = '" + "x" * 81 + "'\n" + OWN, "title", "too_long", "x" * 81, 80, 1),
        ("title = 2026-01-01\n" + OWN, "title", "wrong_type", "2026-01-01", None, 1),
        ("currency = 'usd'\n" + OWN, "currency", "wrong_type", "usd", None, 1),
        (OWN + "[household]\nchildren_under_17 = 11", None, "too_large", 11, 10, 4),
        (
            OWN + "[household]\nchildren_under_17 = 1\nchildren_from_13 = 2",
            "household.children_from_13",
            "too_large",
            2,
            1,
            5,
        ),
        (OWN + "[household]\nage = 15", "household.age", "too_small", 15, 16, 4),
        # Rows
        (OWN + "[[costs]]\n" * 61, "costs", "too_many", None, 60, None),
        (OWN + "[[work.session_kinds]]\npayer='private'\n" * 21, None, "too_many", None, 20, None),
        # Rules over several fields
        (
            OWN + "[work.time]\nholiday_weeks = 40\nsickness_weeks = 13",
            "work.time.weeks_off",
            "too_large",
            53.0,
            52.0,
            None,
        ),
        (
            KIND + "late_cancelled_share = 0.6\nmissed_share = 0.5",
            "work.session_kinds.0.late_cancelled_share",
            "shares_exceed_one",
            1.1,
            1.0,
            5,
        ),
        (
            "[work]\nkind='contractor'\n[work.pay]\nkind='per_session'\nrates_per_session=[1, 2]",
            "work.pay.rates_per_session",
            "too_many",
            2,
            1,
            5,
        ),
        (
            "[work]\nkind='employee'\n[work.pay]\nkind='per_session'\nrates_per_session=[1, 2]\n"
            + "[[work.session_kinds]]\npayer='private'\n" * 3,
            "work.pay.rates_per_session",
            "too_few",
            2,
            3,
            5,
        ),
        (
            "[work]\nkind='contractor'\n[work.pay]\nkind='per_session'\nrates_per_session=[]",
            "work.pay.rates_per_session",
            "too_few",
            None,
            1,
            5,
        ),
        (
            "[work]\nkind='contractor'\n[work.pay]\nkind='salary'",
            "work.pay.kind",
            "wrong_choice",
            "salary",
            None,
            None,
        ),
    ],
    ids=lambda item: str(item)[-30:],
)
def test_a_refused_field_says_why(
    text: str, path: str | None, kind: str, value: Any, bound: Any, line: int | None
) -> None:
    """The same for keys, choices, texts, rows and rules that span fields."""
    (problem,) = problems(text)
    assert path is None or problem.path == path
    assert problem.kind == kind
    assert problem.value == value or str(problem.value) == value
    assert bound is None or problem.bound == bound
    assert line is None or problem.line == line


def test_an_unknown_kind_of_cost_is_one_problem() -> None:
    """One mistake is one problem, although other fields take their defaults from it."""
    (problem,) = problems(OWN + "[[costs]]\nkind = 'boat'")
    assert (problem.path, problem.kind, problem.value) == ("costs.0.kind", "wrong_choice", "boat")


def test_a_key_named_like_a_type_is_named() -> None:
    """Somebody who writes `salary = 60000` is told that `salary` is no field."""
    (problem,) = problems(SALARY + "salary = 60000")
    assert problem.path == "work.pay.salary"


def test_every_problem_is_told_at_once() -> None:
    """Three mistakes are three problems."""
    found = problems(KIND + "fee_per_session = -1\nmissed_share = 2\ncolour = 1")
    assert [problem.kind for problem in found] == ["too_large", "too_small", "unknown_field"]


def test_a_name_on_several_lines_has_no_line() -> None:
    """A line is told only where it is certain."""
    (problem,) = problems(
        KIND + "fee_per_session = -1\n[[work.session_kinds]]\npayer='private'\nfee_per_session = 1"
    )
    assert problem.line is None


def test_parse_refuses_like_a_file_without_lines() -> None:
    """Plain values are judged by the same rules."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.parse({"work": {"kind": "own_practice"}, "loans": {"payment_per_month": -5}})
    (problem,) = caught.value.problems
    assert problem == Problem("loans.payment_per_month", "too_small", -5, 0.0)
    with pytest.raises(ScenarioError, match="scenario: wrong_type"):
        Scenario.parse([])  # type: ignore[arg-type]


def test_a_whole_number_beyond_reckoning_is_no_number() -> None:
    """A digit too many for the machine breaks the field's own rule, not the program."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.parse(
            {"work": {"kind": "own_practice"}, "household": {"needs_per_month": 10**400}}
        )
    assert caught.value.problems[0].path == "household.needs_per_month"
    assert caught.value.problems[0].kind == "not_a_number"
