"""A plan is changed by paths under the rules of a file, and says what it assumes."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario
from calc.errors import ScenarioError
from calc.scenario import (
    Contractor,
    Employee,
    Hourly,
    InsurerSessions,
    OwnPractice,
    PrivateSessions,
    UsTax,
)

OWN = Scenario(work=OwnPractice(session_kinds=(PrivateSessions(), InsurerSessions())))
FEE = "work.session_kinds.0.fee_per_session"


def problem_of(changes: dict[str, Any]) -> tuple[str, str]:
    """Path and kind of what a change is refused for."""
    with pytest.raises(ScenarioError) as caught:
        OWN.with_values(changes)
    return caught.value.problems[0].path, caught.value.problems[0].kind


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "nothing",
        "work.nothing",
        "work.session_kinds.2",
        "work.session_kinds.-1",
        "work.session_kinds.first",
        "work.session_kinds.0.fee_per_session.more",
        "title.more",
        "model_fields",
        "work.session_kinds.0.held_share",
    ],
)
def test_a_bad_path_is_refused(path: str) -> None:
    """A path leads to a field that exists; properties and methods are no fields."""
    with pytest.raises(ScenarioError) as caught:
        OWN.value_at(path)
    assert caught.value.problems[0].kind == "unknown_field"
    assert problem_of({path: 1.0})[1] == "unknown_field"


def test_a_path_cannot_be_value_and_way_at_once() -> None:
    """One change may not reach into what another change replaces."""
    assert problem_of({"household": {"age": 30}, "household.age": 50}) == (
        "household.age",
        "unknown_field",
    )
    assert problem_of({"household.age": 50, "household": {"age": 30}}) == (
        "household",
        "unknown_field",
    )


def test_a_changed_value_is_checked() -> None:
    """`with_values` refuses what a file may not say, with the full path."""
    assert problem_of({FEE: -1.0}) == (FEE, "too_small")
    assert problem_of({FEE: np.array([1.0, np.nan])}) == (FEE, "not_a_number")
    assert problem_of({"tax_year": "x"}) == ("tax_year", "wrong_type")
    assert problem_of({"work.session_kinds.0.missed_share": 0.97}) == (
        "work.session_kinds.0.late_cancelled_share",
        "shares_exceed_one",
    )


def test_a_table_can_be_a_value() -> None:
    """A whole row, or a whole arrangement, is changed by its path too."""
    changed = OWN.with_values({"work.session_kinds.1": {"payer": "private", "label": "Group"}})
    assert changed.value_at("work.session_kinds.1.label") == "Group"
    assert OWN.with_values({"work": {"kind": "employee"}}).work == Employee()
    assert OWN.with_values({}) == OWN


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (np.array([]), "wrong_type"),
        (np.zeros((2, 2)), "wrong_type"),
        (np.array(["a"]), "wrong_type"),
        (np.array([True]), "wrong_type"),
        (np.array([1.0, np.inf]), "not_a_number"),
        (np.array([1.0, -0.01]), "too_small"),
        (np.array([1.0, 2e9]), "too_large"),
        ([1.0, 2.0], "wrong_type"),
        (None, "wrong_type"),
    ],
    ids=str,
)
def test_a_row_of_numbers_is_checked(row: Any, kind: str) -> None:
    """An array is one-dimensional, of numbers, each within the bounds of the field."""
    assert problem_of({FEE: row}) == (FEE, kind)


def test_rows_have_one_length() -> None:
    """A batch has as many draws in each of its fields."""
    changes = {FEE: np.ones(2), "loans.payment_per_month": np.ones(3)}
    with pytest.raises(ScenarioError) as caught:
        OWN.with_values(changes)
    (problem,) = caught.value.problems
    assert (problem.path, problem.kind, problem.bound) == ("", "mixed_lengths", [2, 3])


def test_rows_keep_the_rules_over_several_fields() -> None:
    """Weeks and shares are judged draw by draw."""
    assert problem_of({"work.time.holiday_weeks": np.array([5.0, 52.0])})[1] == "too_large"
    lost = {"work.session_kinds.0.late_cancelled_share": np.array([0.1, 0.97])}
    assert problem_of(lost)[1] == "shares_exceed_one"


def test_a_row_is_a_copy() -> None:
    """What the caller does to an array later does not change the scenario."""
    row = np.array([100, 200])
    changed = OWN.with_values({FEE: row})
    row[0] = 7
    assert changed.value_at(FEE).tolist() == [100.0, 200.0]
    with pytest.raises(ValueError, match="read-only"):
        changed.value_at(FEE)[0] = 1.0


def test_assumptions_name_default_and_source() -> None:
    """Fields left alone are listed with title, default, unit and source; stated ones are not."""
    stated = Scenario.parse(
        {
            "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
            "costs": [{"kind": "rent"}],
        }
    )
    found = {item.path: item for item in stated.assumptions()}
    fee = found[FEE]
    assert (fee.title, fee.value, fee.unit) == ("Fee per session", 145.0, "money_per_session")
    assert fee.source is not None
    assert fee.source.key == "typical.fee_private"
    rent = found["costs.0.amount"]
    assert rent.value == 1_000.0
    assert rent.source is not None
    assert rent.source.key == "work_costs.rent"
    assert FEE not in {a.path for a in stated.with_values({FEE: 145.0}).assumptions()}
    assert not {"format", "work.kind", "costs.0.kind"} & set(found)


def test_two_scenarios_can_be_compared_and_hashed() -> None:
    """Equal plans are equal and can be keys; a frozen one cannot be changed."""
    assert {OWN: 1}[Scenario(work=OWN.work)] == 1
    assert Contractor() != Employee()
    with pytest.raises(ValueError, match="frozen"):
        OWN.title = "x"  # type: ignore[misc]


def test_several_choices_are_bounded_by_their_words() -> None:
    """No more can be chosen than there are, and an assumption says a choice in words."""
    with pytest.raises(ValueError, match="at most 11"):
        Hourly(paid_buckets=("notes",) * 12)
    said = {found.path: found.said for found in OWN.assumptions()}
    assert said["household.filing_status"] == "Single"
    assert said["household.state"] is None


def test_insurers_have_defaults_of_their_own() -> None:
    """No card and no fee for a lost session; a practice taxed by law is the default."""
    kind = InsurerSessions()
    assert (kind.card_paid_share, kind.missed_charged_share, kind.fee_per_session) == (0, 0, 122.0)
    assert OWN.household.tax == UsTax()


def test_a_local_rate_of_forty_percent_is_refused() -> None:
    """No city takes two fifths of income: the most we model is a fifth."""
    assert problem_of({"household.tax.local_rate": 0.4}) == (
        "household.tax.local_rate",
        "too_large",
    )
