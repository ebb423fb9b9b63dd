"""One person more: what they do and get now, held for full time, and all else as in a new row."""

import pytest

from calc.staffing import evaluate_clinic
from calc.staffing.roster_person import at_full_time, new_cells, with_person
from calc.staffing.roster_posts import cells_of
from calc.staffing.roster_sheet import Cell
from calc.staffing.sessions import booked_of
from tests.calc.clinics import POSTS, clinic

PLAN = clinic(posts=POSTS[:3])
EMPTY = clinic(posts=[])


def test_what_is_not_typed_is_as_in_a_new_row() -> None:
    """Ana, 20 sessions at 58,000: the other cells are those of a new row, the others' untouched."""
    typed: dict[str, Cell] = {"label": " Ana ", "booked": 20.0, "pay": 58_000.0, "kind": "employee"}
    pairs, faults = with_person(PLAN, typed | {"paid": "salary", "licence": None})
    assert faults == []
    assert [pair.after for pair in pairs[:-1]] == list(PLAN.posts)
    assert all(pair.before == pair.after for pair in pairs[:-1])
    assert pairs[-1].before is None
    wanted = new_cells(PLAN) | {"label": "Ana", "booked": 20.0, "pay": 58_000.0}
    assert cells_of(pairs[-1].after) == wanted


@pytest.mark.parametrize(
    ("paid", "pay", "kept"),
    [("salary", 48_000.0, 60_000.0), ("hourly", 40.0, 40.0), ("split", 55.0, 55.0)],
)
def test_a_part_time_person_brings_what_was_typed(paid: str, pay: float, kept: float) -> None:
    """Four days of five with 18 sessions: 22.5 at full time, and 18 are booked in the clinic."""
    typed: dict[str, Cell] = {"share": 80.0, "booked": 18.0, "kind": "employee"}
    pairs, faults = with_person(EMPTY, typed | {"paid": paid, "pay": pay})
    cells = cells_of(pairs[-1].after)
    assert (faults, cells["booked"], cells["pay"]) == ([], 22.5, pytest.approx(kept))
    result = evaluate_clinic(EMPTY.with_values({"posts": (pairs[-1].after,)}))
    assert result.posts[0].booked_per_week == pytest.approx(18.0)
    if paid == "salary":
        assert result.posts[0].pay == pytest.approx(48_000.0)


def test_a_share_that_is_none_changes_nothing() -> None:
    """Full time, more than it, none and one that was not typed leave a row as it is."""
    for share in (100.0, 120.0, 0.0, 0.8, None):
        typed: dict[str, Cell] = {"share": share, "booked": 18.0, "paid": "salary", "pay": None}
        assert at_full_time(typed) == typed
    half: dict[str, Cell] = {"share": 50.0, "booked": None, "paid": "salary", "pay": 20_000.0}
    assert at_full_time(half) == half | {"pay": 40_000.0}


def test_an_owner_has_no_pay() -> None:
    """An own practice takes sessions alone."""
    pairs, faults = with_person(EMPTY, {"kind": "own_practice", "booked": 10.0})
    assert faults == []
    assert pairs[-1].after.owner
    assert booked_of(pairs[-1].after) == 10.0


def test_a_label_nobody_typed_is_free() -> None:
    """The number of the row, or the next that nobody has."""
    assert with_person(EMPTY, {})[0][-1].after.label == "Post 1"
    named = clinic(posts=[POSTS[0], POSTS[3] | {"label": "Post 3"}])
    assert with_person(named, {"label": "  "})[0][-1].after.label == "Post 4"


def test_what_breaks_a_rule_is_told_of_its_row() -> None:
    """A label that is taken, a share of one for percent, more sessions than a week has."""
    typed: dict[str, Cell] = {"label": "Post 1", "share": 0.8, "booked": 400.0}
    _, faults = with_person(PLAN, typed)
    assert {(fault.row, fault.column.name) for fault in faults} == {
        (4, "label"),
        (4, "share"),
        (4, "booked"),
    }


def test_a_label_in_other_capitals_is_taken_for_the_same() -> None:
    """One who is there already under other capitals is not added beside it: it is refused."""
    first = PLAN.posts[0].label
    pairs, (fault,) = with_person(PLAN, {"label": first.swapcase(), "kind": "own_practice"})
    assert (fault.kind, fault.problem.value, fault.problem.bound) == ("same_label", first, 1)
    assert pairs[-1].after.label not in PLAN.labels
