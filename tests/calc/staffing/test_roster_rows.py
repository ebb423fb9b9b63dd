"""Rows of the roster: what is read of them, what a file brings, and A taking others along."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calc.scenario import Employee, SplitOfCollections
from calc.scenario.clinic import MOST_POSTS, Clinic, Plans
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing import COLUMNS as TEMPLATE
from calc.staffing import evaluate_clinic, roster_posts
from calc.staffing import plans as clinic_plans
from calc.staffing import roster_rows as roster
from calc.staffing.roster_sheet import COLUMNS, Cell
from tests.calc.clinics import HOURLY, SALARY, employee
from tests.calc.clinics import clinic as clinic_with
from tests.calc.staffing.rosters import EMPTY_MIX, PLAIN, changed, post_of

FILES = sorted((Path(__file__).parents[3] / "scenarios" / "clinics").glob("*.toml"))
PLANS: dict[str, Plans] = {
    path.stem: clinic_plans.plans_of(Clinic.from_toml(path.read_text(encoding="utf-8")))
    for path in FILES
}
CLINIC = PLANS["group_practice_of_eight"].plans[0]


def read(row: Mapping[str, Cell], label: str = "Post 1") -> tuple[Any, list[roster.Fault]]:
    """The post after some cells of its row were typed, and what was not taken of them."""
    post = next(post for post in CLINIC.posts if post.label == label)
    pairs, faults = roster.read_rows([{**roster_posts.cells_of(post), **row}], [post], CLINIC)
    return (pairs[0].after if pairs[0] else None), faults


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
    return pairs[0].after


def test_every_column_is_one_of_the_template() -> None:
    """A column of the editor has a heading of the template, and says what the template says."""
    meanings = {column.heading: column.meaning for column in TEMPLATE}
    for column in COLUMNS:
        assert column.help == meanings[column.title] != ""


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


def test_a_row_without_a_template_is_a_new_post() -> None:
    """It is an empty post with its cells typed in, and its pair has nothing before it."""
    pairs, faults = roster.read_rows([{"label": "Post 3", "booked": 8.0}], [None], PLAIN)
    assert faults == []
    assert pairs[0] is not None
    assert pairs[0].before is None
    assert changed(roster_posts.new_post(PLAIN), pairs[0].after) == {"label", "booked"}


def test_a_label_that_is_typed_twice() -> None:
    """The later is refused with the number of the earlier; an old row that had it is not."""
    rows: list[dict[str, Cell]] = [{"label": "Post 3"}, {"label": "Post 3"}]
    pairs, (fault,) = roster.read_rows(rows, [None, None], PLAIN, numbers=(4, 7))
    assert [pair.after.label for pair in pairs] == ["Post 3", "Post 7"]
    assert (fault.row, fault.kind, fault.problem.bound) == (7, "same_label", 4)
    same = PLAIN.posts[1]
    pairs, faults = roster.read_rows([{"label": same.label}] * 2, [None, same], PLAIN)
    assert faults == []
    assert pairs[1] == roster.Pair(same, same)


def test_a_faulty_cell_keeps_only_itself_out() -> None:
    """The rest of its row counts, and every fault is told; the free label is nobody else's."""
    row: dict[str, Cell] = {"label": "Ana", "pay": -5.0, "booked": 16.0, "share": 220.0}
    rows = [{"label": "Ana"}, row, {"label": "Post 2"}]
    pairs, faults = roster.read_rows(rows, [None] * 3, PLAIN)
    assert [pair.after.label for pair in pairs] == ["Ana", "Post 3", "Post 2"]
    new = roster_posts.new_post(PLAIN)
    assert changed(new, pairs[1].after) == {"label", "booked"}
    assert [fault.column.name for fault in faults] == ["label", "pay", "share"]


def test_a_form_of_pay_that_is_refused_keeps_its_pay_out() -> None:
    """40 a session is no salary of 40: an arrangement without its form of pay changes no pay."""
    row: dict[str, Cell] = {"label": "Ana", "kind": "contractor", "pay": 40.0, "booked": 16.0}
    ((pair,), faults) = roster.read_rows([row], [None], PLAIN)
    assert [fault.kind for fault in faults] == ["no_pay_form"]
    assert changed(roster_posts.new_post(PLAIN), pair.after) == {"label", "booked"}
    owner: dict[str, Cell] = {"label": "Eve", "kind": "own_practice", "pay": 40.0}
    ((pair,), faults) = roster.read_rows([owner], [None], PLAIN)
    assert [fault.kind for fault in faults] == ["owner_pay"]
    assert pair.after.owner


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
