"""A post as cells and back: each rule of a cell, and what stays when a cell is typed."""

from collections.abc import Mapping
from typing import Any

import pytest

from calc.scenario import Contractor, Employee, PrivateSessions, SplitOfCollections
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing import evaluate_clinic, roster_posts
from calc.staffing.roster_sheet import Cell
from tests.calc.clinics import SALARY, employee
from tests.calc.clinics import clinic as clinic_with
from tests.calc.staffing.rosters import EMPTY_MIX, PLAIN, changed, post_of


def fault_of(post: Post, typed: Mapping[str, Cell], where: Clinic = PLAIN) -> tuple[Any, ...]:
    """The column, the kind of fault, and the rule and value of the first cell refused."""
    with pytest.raises(roster_posts.CellError) as refused:
        roster_posts.with_cells(post, typed, where)
    error = refused.value
    return error.column, error.kind, error.problem.kind, error.problem.value


def test_unchanged_cells_change_nothing() -> None:
    """The very post comes back when every cell typed is what the row holds already."""
    for post in PLAIN.posts:
        assert roster_posts.with_cells(post, roster_posts.cells_of(post), PLAIN) is post


TYPED: list[tuple[str, Cell]] = [
    ("label", " Post 9 "),
    ("licence", "associate"),
    ("pay", 70_000.0),
    ("share", 60.0),
    ("booked", 10.0),
    ("administration", 4.0),
    ("meetings", 1.5),
    ("supervision", 2.0),
    ("holiday", 4.5),
    ("benefits", 6_000.0),
    ("start", 3.0),
    ("leave", 4.0),
    ("telehealth", 25.0),
]


@pytest.mark.parametrize(("name", "value"), TYPED)
def test_a_cell_typed_is_the_cell_read(name: str, value: Cell) -> None:
    """What is typed in a cell stands in it afterwards, and no other cell has moved."""
    post = with_changes(PLAIN.posts[1], {"benefits_cost_share": 0.0})
    after = roster_posts.with_cells(post, {name: value}, PLAIN)
    assert changed(post, after) == {name}
    assert roster_posts.cells_of(after)[name] == (
        value.strip() if isinstance(value, str) else value
    )


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"kind": "volunteer"}, ("kind", "problem", "wrong_choice", "volunteer")),
        ({"paid": "tips"}, ("paid", "problem", "wrong_choice", "tips")),
        ({"licence": None}, ("licence", "problem", "wrong_choice", None)),
        ({"label": None}, ("label", "no_label", "wrong_type", None)),
        ({"booked": None}, ("booked", "problem", "not_a_number", None)),
        ({"holiday": "six"}, ("holiday", "problem", "not_a_number", "six")),
        ({"pay": -1.0}, ("pay", "problem", "too_small", -1.0)),
        ({"share": 1.0}, ("share", "share_of_one", "too_small", 0.01)),
        ({"share": 0.0}, ("share", "share_of_nobody", "too_small", 0.0)),
        ({"start": 2.5}, ("start", "problem", "wrong_type", 2.5)),
        ({"start": 25.0}, ("start", "problem", "too_large", 25)),
        ({"kind": "contractor"}, ("paid", "no_pay_form", "wrong_choice", "Salary")),
    ],
)
def test_a_rule_broken_names_column_and_rule(
    typed: Mapping[str, Cell], fault: tuple[Any, ...]
) -> None:
    """Each says the column of the cell, the rule that it breaks and the value that breaks it."""
    assert fault_of(PLAIN.posts[1], typed) == fault


def test_a_split_and_an_owner_have_rules_of_their_own() -> None:
    """A split of 0.6 % is meant as 60 %; above 100 % is too much; an owner is paid nothing."""
    assert fault_of(PLAIN.posts[2], {"pay": 0.6})[:2] == ("pay", "share_of_one")
    assert fault_of(PLAIN.posts[2], {"pay": 101.0})[2:] == ("too_large", 1.01)
    assert fault_of(PLAIN.posts[0], {"pay": 1.0})[:2] == ("pay", "owner_pay")


def test_a_row_holds_eighty_sessions() -> None:
    """The owner's one row takes 80 a week, and one more is refused by its value."""
    full = roster_posts.with_cells(PLAIN.posts[0], {"booked": 80.0}, PLAIN)
    assert roster_posts.cells_of(full)["booked"] == 80.0
    fault = fault_of(PLAIN.posts[0], {"booked": 81.0})
    assert fault == ("booked", "problem", "too_large", 81.0)


def test_the_first_cell_that_breaks_a_rule_is_named() -> None:
    """Of two cells that are wrong the one that was typed first is told."""
    assert fault_of(PLAIN.posts[1], {"share": 300.0, "pay": -1.0})[0] == "share"
    assert fault_of(PLAIN.posts[1], {"pay": -1.0, "share": 300.0})[0] == "pay"


def test_benefits_that_are_a_share_of_pay() -> None:
    """Such a cell is empty; left empty it keeps the share, and a sum typed replaces the share."""
    post = with_changes(PLAIN.posts[1], {"benefits_cost_share": 0.1})
    assert roster_posts.cells_of(post)["benefits"] is None
    plain = roster_posts.with_cells(post, {"benefits": 500.0}, PLAIN)
    assert (plain.benefits_cost_per_year, plain.benefits_cost_share) == (500.0, 0.0)
    assert roster_posts.with_cells(plain, {"benefits": None}, PLAIN) == plain


def test_rates_of_several_kinds_are_shown_as_their_mean() -> None:
    """(50 + 60) / 2 stands in the cell, and a rate typed is the rate of every kind."""
    pay = {"kind": "per_session", "rates_per_session": [50.0, 60.0]}
    post = post_of(employee("Post 1", pay))
    assert roster_posts.cells_of(post)["pay"] == 55.0
    after = roster_posts.with_cells(post, {"pay": 58.0}, PLAIN)
    assert after.work.pay.rates_per_session == (58.0,)  # type: ignore[union-attr]


def test_rows_of_a_caseload_keep_their_proportion() -> None:
    """14 and 6 booked become 7 and 3 of 10; sessions at the mix shrink along with them."""
    post = PLAIN.posts[1]
    half = roster_posts.with_cells(post, {"booked": 10.0}, PLAIN)
    assert [kind.booked_per_week for kind in half.work.session_kinds] == [7.0, 3.0]
    assert half.mix_sessions_per_week == 0.0
    both = with_changes(post, {"mix_sessions_per_week": 20.0})
    half = roster_posts.with_cells(both, {"booked": 20.0}, PLAIN)
    assert [kind.booked_per_week for kind in half.work.session_kinds] == [7.0, 3.0]
    assert half.mix_sessions_per_week == 10.0


def test_an_empty_caseload_is_filled_where_sessions_can_stand() -> None:
    """At the clinic's mix where it has one, else in the first row, else in a private row."""
    row = PrivateSessions(booked_per_week=0.0)
    with_row = Post(label="A", work=Employee(session_kinds=(row,)))
    bare = Post(label="B", work=Employee(session_kinds=()))
    mixed = clinic_with(payer_mix=EMPTY_MIX)
    for post in (with_row, bare):
        after = roster_posts.with_cells(post, {"booked": 12.0}, mixed)
        assert after.mix_sessions_per_week == 12.0
        assert after.work.session_kinds == post.work.session_kinds
        after = roster_posts.with_cells(post, {"booked": 12.0}, PLAIN)
        assert after.mix_sessions_per_week == 0.0
        assert [kind.booked_per_week for kind in after.work.session_kinds] == [12.0]


def test_a_new_post_fits_the_clinic() -> None:
    """It has a private row where the clinic has no mix, and none where it follows one."""
    assert roster_posts.new_post(PLAIN).work.session_kinds == (PrivateSessions(),)
    assert roster_posts.new_post(clinic_with(payer_mix=EMPTY_MIX)).work.session_kinds == ()


def test_another_arrangement_keeps_caseload_and_hours() -> None:
    """An owner who is employed, and an employee who becomes an owner, see the same clients."""
    boss, hired = PLAIN.posts[:2]
    employed = roster_posts.with_cells(boss, {"kind": "employee", "paid": "hourly"}, PLAIN)
    assert employed.work.pay == roster_posts.PAYS["hourly"]()  # type: ignore[union-attr]
    owning = roster_posts.with_cells(hired, {"kind": "own_practice", "paid": None}, PLAIN)
    for before, after in ((boss, employed), (hired, owning)):
        assert after.work.session_kinds == before.work.session_kinds
        assert after.work.time == before.work.time
    assert roster_posts.cells_of(owning)["paid"] is None


def test_the_same_form_of_pay_is_carried_along() -> None:
    """A split stays at its share when a contractor is employed; health cover bought alone ends."""
    pay = SplitOfCollections(share=0.61)
    post = Post(label="A", work=Contractor(pay=pay, health_premium_per_month=300.0))
    after = roster_posts.with_cells(post, {"kind": "employee"}, PLAIN)
    assert after.work.pay == pay  # type: ignore[union-attr]
    assert "health_premium_per_month" not in after.work.model_fields_set
    paid = roster_posts.with_cells(post, {"paid": "per_session"}, PLAIN)
    assert paid.work.health_premium_per_month == 300.0


def test_a_form_of_pay_that_no_rate_equals_is_typical() -> None:
    """Without a session no rate per session comes to a salary, so the usual rate stands there."""
    row = PrivateSessions(booked_per_week=0.0)
    post = post_of(
        {"label": "A", "work": {**employee("A", SALARY)["work"], "session_kinds": [row]}}
    )
    after = roster_posts.with_cells(post, {"paid": "per_session"}, PLAIN)
    assert after.work.pay == roster_posts.PAYS["per_session"]()  # type: ignore[union-attr]


def test_hourly_pay_at_the_same_pay() -> None:
    """A salary paid by the hour is rounded to the cent, so a year differs by cents an hour."""
    post = PLAIN.posts[1]
    after = roster_posts.with_cells(post, {"paid": "hourly"}, PLAIN)
    (was, now) = (
        evaluate_clinic(PLAIN.with_values({"posts": (one,)})).posts[0].pay for one in (post, after)
    )
    assert now == pytest.approx(was, abs=0.005 * 52 * 40)
    assert now != was
