"""Rows of the roster: a post as cells and back, each rule of a cell, and A taking others along."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calc.scenario import Contractor, Employee, PrivateSessions, SplitOfCollections
from calc.scenario.clinic import MOST_POSTS, Clinic, Plans
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing import COLUMNS as TEMPLATE
from calc.staffing import evaluate_clinic, roster_posts
from calc.staffing import plans as clinic_plans
from calc.staffing import roster_rows as roster
from calc.staffing.roster_sheet import COLUMNS, Cell
from tests.calc.clinics import HOURLY, SALARY, contractor, employee, owner
from tests.calc.clinics import clinic as clinic_with

FILES = sorted((Path(__file__).parents[3] / "scenarios" / "clinics").glob("*.toml"))
PLANS: dict[str, Plans] = {
    path.stem: clinic_plans.plans_of(Clinic.from_toml(path.read_text(encoding="utf-8")))
    for path in FILES
}
CLINIC = PLANS["group_practice_of_eight"].plans[0]
PLAIN = clinic_with(posts=[owner(), employee("Post 1", SALARY), contractor("Post 2")])
EMPTY_MIX = [{"share": 1.0, "sessions": {"payer": "private"}}]


def read(row: Mapping[str, Cell], label: str = "Post 1") -> tuple[Any, list[roster.Fault]]:
    """The post after some cells of its row were typed, and what was not taken of them."""
    post = next(post for post in CLINIC.posts if post.label == label)
    pairs, faults = roster.read_rows([{**roster_posts.cells_of(post), **row}], [post], CLINIC)
    return (pairs[0].after if pairs[0] else None), faults


def post_of(data: Mapping[str, Any]) -> Post:
    """A post as a file states it."""
    return Post.model_validate(data)


def fault_of(post: Post, typed: Mapping[str, Cell], where: Clinic = PLAIN) -> tuple[Any, ...]:
    """The column, the kind of fault, and the rule and value of the first cell refused."""
    with pytest.raises(roster_posts.CellError) as refused:
        roster_posts.with_cells(post, typed, where)
    error = refused.value
    return error.column, error.kind, error.problem.kind, error.problem.value


def changed(before: Post, after: Post) -> set[str]:
    """The names of the cells in which two posts differ."""
    was, now = roster_posts.cells_of(before), roster_posts.cells_of(after)
    return {name for name in was if was[name] != now[name]}


def test_a_row_left_alone_changes_nothing() -> None:
    """A post taken to its row and back is the same post, whatever the row cannot show."""
    for clinic in (plans.plans[0] for plans in PLANS.values()):
        rows = [roster_posts.cells_of(post) for post in clinic.posts]
        pairs, faults = roster.read_rows(rows, list(clinic.posts), clinic)
        assert faults == []
        assert [pair.after for pair in pairs if pair] == list(clinic.posts)


def test_cells_that_are_typed() -> None:
    """Sessions, pay, share and hours go where they belong; another form of pay keeps the hours."""
    post, said = read({"booked": 20.0, "pay": 70000.0, "share": 60.0, "meetings": 2.0})
    assert said == []
    assert post.mix_sessions_per_week == 20.0
    assert post.work.pay.salary_per_year == 70000.0
    assert post.full_time_share == 0.6
    assert post.work.time.meetings_hours_per_week == 2.0
    split, _ = read({"kind": "contractor", "paid": "split", "pay": 55.0})
    assert (split.work.kind, split.work.pay.share) == ("contractor", 0.55)
    assert split.work.time == next(p for p in CLINIC.posts if p.label == "Post 1").work.time


def test_another_form_of_pay_pays_the_same() -> None:
    """A salary becomes a price of a session that comes to it, not the same figure a session."""
    before = next(post for post in CLINIC.posts if post.label == "Post 1")
    salary = before.work.pay.salary_per_year
    post, said = read({"paid": "per_session"})
    assert said == []
    (rate,) = post.work.pay.rates_per_session
    with_rate = CLINIC.with_values({"posts": (post,)})
    assert evaluate_clinic(with_rate).posts[0].pay == pytest.approx(salary, abs=10.0)
    assert roster_posts.cells_of(post)["pay"] == rate
    split, _ = read({"kind": "contractor", "paid": "split"})
    with_split = CLINIC.with_values({"posts": (split,)})
    assert evaluate_clinic(with_split).posts[0].pay == pytest.approx(salary, rel=1e-3)
    owner, _ = read({"paid": "split", "kind": "contractor"}, "Owner")
    assert owner.work.pay == SplitOfCollections()  # an owner has no pay to go by


def test_a_change_of_plan_a_goes_along() -> None:
    """Pay changed in A changes in B, where it was the same; B's own sessions stay B's."""
    capped = clinic_plans.capped(CLINIC, 20.0)
    post = CLINIC.posts[1]
    pairs, _ = roster.read_rows([{**roster_posts.cells_of(post), "pay": 90000.0}], [post], CLINIC)
    assert pairs[0] is not None
    others = [roster.Pair(other, other) for other in CLINIC.posts if other is not post]
    after = roster.followed(capped, [pairs[0], *others], [])
    mine = next(found for found in after if found.label == post.label)
    assert mine.work.pay.salary_per_year == 90000.0  # type: ignore[union-attr]
    assert mine.mix_sessions_per_week == pytest.approx(20.0)


def test_posts_that_come_and_go_in_plan_a() -> None:
    """A new post of A is new in B, one taken away leaves B; B's own post stays."""
    new = roster_posts.new_post(CLINIC)
    kept = [roster.Pair(post, post) for post in CLINIC.posts[1:]]
    own = roster_posts.new_post(CLINIC).model_copy()
    other = CLINIC.with_values({"posts": (*CLINIC.posts, _named(own, "Of B"))})
    after = roster.followed(other, [*kept, roster.Pair(None, new)], [CLINIC.posts[0]])
    labels = [post.label for post in after]
    assert CLINIC.posts[0].label not in labels
    assert labels[-2:] == ["New post", "Of B"]


def _named(post: Any, label: str) -> Any:
    pairs, _ = roster.read_rows([{**roster_posts.cells_of(post), "label": label}], [post], Clinic())
    assert pairs[0] is not None
    return pairs[0].after


def test_every_column_is_one_of_the_template() -> None:
    """A column of the editor has a heading of the template, and says what the template says."""
    meanings = {column.heading: column.meaning for column in TEMPLATE}
    for column in COLUMNS:
        assert column.help == meanings[column.title] != ""


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


@pytest.mark.parametrize(
    ("column", "path", "unit"),
    [
        ("pay", "work.pay.share", "share"),
        ("pay", "work.pay.salary_per_year", ""),
        ("label", "label", ""),
        ("kind", "kind", ""),
        ("share", "full_time_share", "share"),
        ("leave", "unpaid_leave_weeks", "weeks_per_year"),
    ],
)
def test_the_unit_of_a_value(column: str, path: str, unit: str) -> None:
    """Pay has no unit of its own but a split, which is a share; words have none."""
    problem = roster_posts.Problem(path, "too_large", 1.0)
    fault = roster.Fault(1, roster_posts.BY_NAME[column], "problem", problem)
    assert fault.unit == unit


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


def test_a_row_without_a_template_is_a_new_post() -> None:
    """It is an empty post with its cells typed in, and its pair has nothing before it."""
    pairs, faults = roster.read_rows([{"label": "Post 3", "booked": 8.0}], [None], PLAIN)
    assert faults == []
    assert pairs[0] is not None
    assert pairs[0].before is None
    assert changed(roster_posts.new_post(PLAIN), pairs[0].after) == {"label", "booked"}


def test_a_label_that_is_typed_twice() -> None:
    """The later row is refused with the number of the earlier; an old row that had it is not."""
    rows: list[dict[str, Cell]] = [{"label": "Post 3"}, {"label": "Post 3"}]
    pairs, (fault,) = roster.read_rows(rows, [None, None], PLAIN, numbers=(4, 7))
    assert [pair is None for pair in pairs] == [False, True]
    assert (fault.row, fault.kind, fault.problem.bound) == (7, "same_label", 4)
    same = PLAIN.posts[1]
    pairs, faults = roster.read_rows([{"label": same.label}] * 2, [None, same], PLAIN)
    assert faults == []
    assert pairs[1] == roster.Pair(same, same)


def imported_one(post: Post, where: Clinic) -> roster.Pair:
    """What a file of one post makes of a clinic."""
    (pair,) = roster.imported((post,), where)
    return pair


def test_a_file_changes_only_what_it_states() -> None:
    """A row at the mix changes the pay of the post it names; what it does not state stays."""
    before = with_changes(PLAIN.posts[1], {"telehealth_share": 0.4, "other_cost_per_year": 300.0})
    where = PLAIN.with_values({"posts": (before,)})
    work = Employee.model_validate({"session_kinds": [], "pay": HOURLY})
    stated = Post(label="Post 1", work=work, mix_sessions_per_week=10.0, full_time_share=0.5)
    pair = imported_one(stated, where)
    assert pair.before == before
    assert changed(before, pair.after) == {"paid", "pay", "share", "booked"}
    assert pair.after.other_cost_per_year == 300.0
    assert pair.after.work.pay.rate_per_hour == 32.0  # type: ignore[union-attr]


def test_a_row_with_a_payer_brings_its_own_caseload() -> None:
    """It stands in place of the post of that label, whatever that had."""
    stated = post_of(employee("Post 1", HOURLY))
    assert imported_one(stated, PLAIN) == roster.Pair(PLAIN.posts[1], stated)


def test_a_row_at_the_mix_of_a_clinic_without_one() -> None:
    """A new post's sessions become private ones; where there is a mix they follow it."""
    stated = Post(label="New", work=Employee(session_kinds=()), mix_sessions_per_week=9.0)
    pair = imported_one(stated, PLAIN)
    assert pair.before is None
    assert pair.after.mix_sessions_per_week == 0.0
    assert [kind.booked_per_week for kind in pair.after.work.session_kinds] == [9.0]
    mixed = clinic_with(payer_mix=EMPTY_MIX)
    assert imported_one(stated, mixed) == roster.Pair(None, stated)


def test_labels_of_a_file_are_told_apart() -> None:
    """The second of two alike is a post of its own, under a label of its own."""
    stated = post_of(employee("Post 1", HOURLY))
    first, second = roster.imported((stated, stated), PLAIN)
    assert first.before == PLAIN.posts[1]
    assert second == roster.Pair(None, with_changes(stated, {"label": "Post 1 (2)"}))


def followed_one(own: Post, before: Post, typed: Mapping[str, Cell]) -> Post:
    """What stands in another plan after cells of a post of A were typed."""
    after = roster_posts.with_cells(before, typed, PLAIN)
    other = PLAIN.with_values({"posts": (own,)})
    (found,) = roster.followed(other, [roster.Pair(before, after)], [])
    return found


def test_a_post_that_was_the_same_stays_the_same() -> None:
    """Where B's post was A's, it is A's after every change, one that no cell shows too."""
    before = PLAIN.posts[1]
    after = with_changes(before, {"other_cost_per_year": 900.0})
    other = PLAIN.with_values({"posts": (before,)})
    assert roster.followed(other, [roster.Pair(before, after)], []) == (after,)


def test_a_post_of_its_own_takes_what_was_the_same() -> None:
    """B's own pay stays; its holiday was as in A and changes with it."""
    before = PLAIN.posts[1]
    own = roster_posts.with_cells(before, {"pay": 90_000.0}, PLAIN)
    found = followed_one(own, before, {"pay": 70_000.0, "holiday": 3.0})
    assert found == roster_posts.with_cells(own, {"holiday": 3.0}, PLAIN)


def test_a_change_that_breaks_a_rule_elsewhere_stays_in_a() -> None:
    """A contractor cannot have the salary that B's post has, so B's post is left as it was."""
    before = post_of(employee("Post 1", {"kind": "split", "share": 0.5}))
    own = post_of(employee("Post 1", SALARY))
    assert followed_one(own, before, {"kind": "contractor"}) == own


def test_a_post_that_b_has_not_is_not_brought_to_it() -> None:
    """What B took away stays away when A changes it, and B never has more than a clinic holds."""
    before = PLAIN.posts[1]
    after = roster_posts.with_cells(before, {"pay": 1.0}, PLAIN)
    empty = PLAIN.with_values({"posts": ()})
    assert roster.followed(empty, [roster.Pair(before, after)], []) == ()
    many = [
        roster.Pair(None, with_changes(before, {"label": f"New {place}"}))
        for place in range(MOST_POSTS)
    ]
    full = roster.followed(PLAIN, many, [])
    assert full == tuple(pair.after for pair in many)


def test_a_new_post_that_b_has_already_is_there_once() -> None:
    """B's own post of that label stays as B has it, where A puts it, and is not brought again."""
    new = with_changes(PLAIN.posts[1], {"label": "Post 2"})
    found = roster.followed(PLAIN, [roster.Pair(None, new)], [])
    assert found == (PLAIN.posts[2], *PLAIN.posts[:2])
