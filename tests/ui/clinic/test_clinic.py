"""Clinic: its heading and figures, plans, limits, every folded answer, and files of its own."""

import math
from collections.abc import Callable
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_parts import Rooms
from calc.scenario.posts import Post
from calc.staffing import (
    BestPlan,
    NoPlan,
    best_plan,
    cash_timeline,
    compare_plans,
    evaluate_clinic,
    explain_margin,
)
from calc.staffing import plans as clinic_plans
from calc.staffing.otherwise import Otherwise
from ui.clinic import best as clinic_best
from ui.clinic import charts as clinic_charts
from ui.clinic import otherwise as clinic_otherwise
from ui.clinic import people as clinic_people
from ui.clinic import tables as clinic_tables
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.shell import documents, examples
from ui.telling import numbers
from ui.telling.palette import LIGHT

Open = Callable[..., AppTest]
PLANS = examples.clinics()[examples.FIRST_CLINIC]
FOUND = compare_plans(PLANS, minimum_wage_per_hour=7.25)
GROUPS = ("why", "money", "posts", "owners", "access", "leaving", "tests", "best")
INPUTS = ("roster", "files", "plans", "limits", "payers", "shared", "rooms", "ahead", "law")


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    found = (*app.title, *app.header, *app.markdown, *app.info, *app.warning)
    return "\n".join(item.value for item in found).replace("\\", "")


def opened(open_app: Open, plans: Plans | None = None, *groups: str, shown: int = 1) -> AppTest:
    """The page, with plans of the test's own and groups unfolded."""
    app = open_app()
    if plans is not None:
        app.session_state["clinic"] = plans
        app.session_state["clinic version"] += 1
    app.session_state["clinic shown"] = shown
    for group in groups:
        app.session_state[f"group clinic {group}"] = True
    app.switch_page("ui/clinic/page.py").run()
    assert not app.exception
    return app


def test_each_change_alone_has_its_words() -> None:
    """No row of what may go otherwise without a title."""
    assert tuple(clinic_otherwise.TITLES) == get_args(Otherwise)


def with_limits(floor: float, ceiling: float = 60.0) -> Plans:
    """The example under a floor and a ceiling."""
    changes = {
        f"plans.{place}.limits.{name}": value
        for place in range(len(PLANS.plans))
        for name, value in (("wage_floor_per_hour", floor), ("load_ceiling_points", ceiling))
    }
    return PLANS.with_values(changes)


def field(app: AppTest, path: str) -> Any:
    """The number field of a path."""
    found = [item for item in app.number_input if (item.key or "").endswith(path)]
    assert len(found) == 1, [item.key for item in app.number_input]
    return found[0]


def test_the_first_visit(open_app: Open) -> None:
    """A shipped example, marked so, with plan B shown: heading, figures and chips are its own."""
    app = opened(open_app)
    first, shown = (float(FOUND.results[place].margin.amount) for place in (0, 1))
    said = texts(app)
    assert "A shipped example: Group practice of eight." in said
    assert app.title[0].value.startswith("Plan B ")
    assert numbers.money(first - shown) in app.title[0].value.replace("\\", "")
    assert app.metric[0].value.replace("\\", "") == numbers.money(shown, cents=False)
    assert app.metric[0].delta.replace("\\", "") == f"{numbers.difference(shown - first)} from A"
    assert f"Plan B · margin **{numbers.money(shown)}**" in said
    lowest = min(post.earner.wage for post in FOUND.results[1].posts)
    assert app.metric[1].value.replace("\\", "") == numbers.wage(lowest)
    assert len(app.metric) == 4


def test_another_plan_is_shown(open_app: Open) -> None:
    """Plan A is as it is; plan C is beside it."""
    app = opened(open_app)
    control = next(item for item in app.segmented_control if "shown" in (item.key or ""))
    control.set_value("Plan A").run()
    assert app.title[0].value.startswith("Plan A ")
    assert app.metric[0].delta == "as it is"
    assert "The margin is" in app.title[0].value


@pytest.mark.parametrize(
    ("floor", "ceiling", "start"),
    [
        (20.0, 60.0, "Plan B keeps every clinician above $20 an hour and below a load of 60. It"),
        (24.0, 60.0, "Plan B leaves Post 6 below $24 an hour. It costs $"),
        (26.5, 42.0, "Plan B leaves Post 6 below $26.50 an hour and puts Post 6 above a load of"),
        (0.0, 60.0, "Plan B keeps every clinician above $23 an hour and below a load of 60. It"),
        (30.0, 60.0, "Plan B leaves 2 of 8 clinicians below $30 an hour. It costs"),
    ],
)
def test_the_heading(floor: float, ceiling: float, start: str) -> None:
    """The weakest place against the limits: Post 6 at $23.98 and 42.4, Post 7 at $26.76."""
    results = compare_plans(with_limits(floor, ceiling)).results
    assert clinic_words.headline(results, 1).replace("\\", "").startswith(start)


def test_marks_are_said_on_the_plan(open_app: Open) -> None:
    """Below the floor, above the ceiling and below the minimum wage, each with both figures."""
    poor = with_limits(24.0, 42.0).with_values({"plans.1.posts.6.work.pay.rates_per_session": (8,)})
    said = texts(opened(open_app, poor))
    assert "below your floor of $24." in said
    assert "above your ceiling of 42." in said
    assert "The minimum wage in Texas is $7.25." in said
    fine = texts(opened(open_app, with_limits(20.0)))
    assert "Nobody below your floor of $20 an hour, nobody above a load of 60, no employee" in fine


def test_more_margin_that_is_bought_with_harm() -> None:
    """A plan that earns more and puts somebody below the floor says so in one sentence."""
    posts = PLANS.plans[0].posts
    cheap = {"posts.1.work.pay.salary_per_year": 40000.0}
    plans = PLANS.with_values({"plans": (PLANS.plans[0], PLANS.plans[0].with_values(cheap))})
    found = compare_plans(plans)
    said = clinic_words.harm(found.harm[1], found.results[1]).replace("\\", "")
    more = float(found.results[1].margin.amount - found.results[0].margin.amount)
    assert said.startswith(f"It earns {numbers.money(more)} more than plan A, and puts Post 1")
    assert len(posts) == 8


def test_the_roster_adds_up_to_the_margin() -> None:
    """What the posts leave, less shared costs and administration, is the margin to the dollar."""
    for result in FOUND.results:
        rows = clinic_tables.roster(result).frame["To margin"].tolist()
        assert math.fsum(rows[:-1]) == rows[-1] == round(float(result.margin.amount))


def test_what_differs_is_only_that() -> None:
    """A cap at 20 changes the sessions of three posts in B, and nothing else."""
    two = PLANS.with_values({"plans": PLANS.plans[:2]})
    differs = clinic_tables.what_differs(compare_plans(two))
    assert [list(row) for row in differs.rows] == [
        ["Post 1: sessions a week", "24", "20"],
        ["Post 2: sessions a week", "24", "20"],
        ["Post 3: sessions a week", "22", "20"],
    ]


def test_dots_say_all_their_numbers() -> None:
    """Ring and dot of each, both values written; the same people in the same order in both."""
    first, result = FOUND.results[:2]
    labels = clinic_people.people(first, result)
    dots = clinic_people.dots_of(first, result, labels, "wage")
    chart = clinic_charts.dots(dots, clinic_people.wage_limit(result), numbers.wage, "Wage", LIGHT)
    assert chart is not None
    for post in result.posts:
        assert f"{post.label} " in chart.alt
        assert numbers.wage(post.earner.wage) in chart.alt
    assert "The dashed line is your floor $26." in chart.alt
    rings, marks = chart.figure["data"]
    assert len(marks["x"]) == 8
    assert len(rings["x"]) == 3  # the three whose sessions are capped; the owner is at the edge
    names = chart.figure["layout"]["yaxis"]["ticktext"]
    assert names == labels == [post.label for post in result.posts]


def test_somebody_far_beyond_all_others() -> None:
    """The one far out stands at the edge under the true figure, so the rest can be told apart."""
    dots = [clinic_charts.Dot(str(wage), wage, wage) for wage in (30.0, 32.0, 160.0)]
    chart = clinic_charts.dots(dots, None, numbers.wage, "Wage", LIGHT)
    assert chart is not None
    xs = chart.figure["data"][1]["x"]
    assert xs[:2] == [30.0, 32.0]
    assert xs[2] == pytest.approx(32.0 * 1.1)
    assert "$160.00 ▸" in [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert "160.0 $160.00" in chart.alt


def test_a_large_roster_shows_the_worst_off() -> None:
    """Of forty posts at most fourteen are drawn, the lowest wage and the heaviest load too."""
    clinic = PLANS.plans[0]
    posts = tuple(
        clinic.posts[1].model_copy(
            update={"label": f"Post {n}", "mix_sessions_per_week": 5.0 + n / 2}
        )
        for n in range(40)
    )
    result = evaluate_clinic(Clinic.model_validate({**_stated(clinic), "posts": posts}))
    labels = clinic_people.people(result, result)
    assert len(labels) <= 14
    assert min(result.posts, key=lambda post: post.earner.wage).label in labels
    assert max(result.posts, key=lambda post: post.earner.load_score).label in labels


def _stated(clinic: Clinic) -> dict[str, Any]:
    return {name: getattr(clinic, name) for name in clinic.model_fields_set}


@pytest.mark.parametrize("name", list(examples.clinics()))
@pytest.mark.parametrize("shown", [0, 1])
def test_every_group_opens(open_app: Open, name: str, shown: int) -> None:
    """Every folded group of every shipped clinic, in plan A and in another."""
    app = opened(open_app, examples.clinics()[name], *GROUPS, *INPUTS, shown=shown)
    assert len(app.number_input) > 30
    assert len(app.table) > 6


def test_nobody_on_the_roster(open_app: Open) -> None:
    """An empty roster is said, with what to do, on a page without a chart."""
    empty = clinic_plans.plans_of(Clinic())
    app = opened(open_app, empty, *INPUTS, shown=0)
    assert app.title[0].value == "There is nobody on the roster yet."
    assert "Type posts under Edit the roster" in texts(app)


def test_rooms_are_put_back_as_they_were(open_app: Open) -> None:
    """Left out and put back, the rooms are those that were typed, not the usual ones."""
    app = opened(open_app, PLANS, "rooms", shown=0)
    rooms = app.session_state["clinic"].plans[0].rooms
    assert rooms is not None
    assert rooms != Rooms()
    for wanted in (False, True):
        next(t for t in app.toggle if t.label == "Rooms limit sessions").set_value(wanted).run()
        assert (app.session_state["clinic"].plans[0].rooms is not None) is wanted
    assert app.session_state["clinic"].plans[0].rooms == rooms


def test_limits_hold_for_every_plan(open_app: Open) -> None:
    """A floor set while B is shown is the floor of A and C too."""
    app = opened(open_app, None, "limits")
    field(app, "plans.1.limits.wage_floor_per_hour").set_value(31.0).run()
    plans: Plans = app.session_state["clinic"]
    assert [plan.limits.wage_floor_per_hour for plan in plans.plans] == [31.0] * 3
    assert "below your floor of $31." in texts(app)
    assert "A shipped example" not in texts(app)


def test_a_change_of_a_goes_along_and_one_of_b_does_not(open_app: Open) -> None:
    """Rent of A is the rent of B and C; rent of B is B's own, and then stays its own."""
    path = "shared.costs.0.amount"
    app = opened(open_app, None, "shared", shown=1)
    field(app, f"plans.1.{path}").set_value(1000.0).run()
    app.session_state["clinic shown"] = 0
    app.run()
    field(app, f"plans.0.{path}").set_value(3000.0).run()
    plans: Plans = app.session_state["clinic"]
    assert [float(plan.shared.costs[0].amount) for plan in plans.plans] == [3000.0, 1000.0, 3000.0]


def test_a_refused_figure_stays(open_app: Open) -> None:
    """A share above the whole is told and kept in its field; the plan keeps what it had."""
    app = opened(open_app, None, "payers")
    path = "plans.1.payer_mix.0.sessions.missed_share"
    field(app, path).set_value(300.0).run()
    assert "**Missed** is 300\u00a0%. The most we model is 100\u00a0%" in texts(app)
    assert field(app, path).value == 300.0
    assert app.session_state["clinic"].plans[1].payer_mix[0].sessions.missed_share == 0.06


def test_a_plan_is_taken_away_and_made(open_app: Open) -> None:
    """C is taken away, then made anew from A with a cap on the sessions."""
    app = opened(open_app, None, "plans", shown=2)
    app.button(key="clinic plan away").click().run()
    assert len(app.session_state["clinic"].plans) == 2
    app.session_state["clinic shown"] = 0
    app.run()
    next(item for item in app.number_input if item.label == "Most booked each").set_value(18.0)
    next(item for item in app.button if item.label == "Cap the sessions").click().run()
    made = app.session_state["clinic"].plans[2]
    assert made.title == "At most 18 booked each"
    assert app.title[0].value.startswith("Plan C ")
    booked = [
        clinic_plans.booked_of(post) * float(post.full_time_share)
        for post in made.posts
        if not post.owner
    ]
    assert max(booked) == pytest.approx(18.0)


def test_the_best_plan_is_shown_as_a_plan(open_app: Open) -> None:
    """It earns what it says, keeps every limit, and stands as plan C."""
    app = opened(open_app, with_limits(34.0), "best")
    app.button(key="clinic use best").click().run()
    assert not app.exception
    plan: Clinic = app.session_state["clinic"].plans[2]
    assert plan.title == "Best found"
    result = evaluate_clinic(plan, minimum_wage_per_hour=7.25)
    assert min(post.earner.wage for post in result.posts) >= 34.0
    assert max(post.earner.load_score for post in result.posts) <= 60.0
    assert app.metric[0].value.replace("\\", "") == numbers.money(float(result.margin.amount))
    assert app.title[0].value.startswith("Plan C keeps every clinician above \\$34 an hour")


def test_no_plan_says_what_to_relax(open_app: Open) -> None:
    """A floor that no pay reaches: the sentence names the highest floor that leaves a plan."""
    app = opened(open_app, with_limits(90.0), "best")
    said = texts(app)
    assert "No plan keeps every limit." in said
    assert "in place of $90.00" in said
    view = clinic_view.View(with_limits(90.0), 1, compare_plans(with_limits(90.0)), None)
    found = clinic_best.search(view).found
    assert isinstance(found, NoPlan)
    needed = next(one.needed for one in found.alone if one.limit == "wage_floor")
    assert numbers.wage(math.floor(needed * 100) / 100) in said
    lower = clinic_best.search(
        clinic_view.View(
            with_limits(math.floor(needed * 100) / 100),
            1,
            compare_plans(with_limits(math.floor(needed * 100) / 100)),
            None,
        )
    ).found
    assert isinstance(lower, BestPlan)


def test_a_search_lends_its_turn_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between batches, before each solution and before each floor, others may go first."""
    turns = []
    monkeypatch.setattr(clinic_best.intake, "give_way", lambda: turns.append(1))
    view = clinic_view.View(with_limits(90.0), 1, compare_plans(with_limits(90.0)), None)
    found = clinic_best.search(view)
    kinds_of_work, ways_out = 2, 6
    assert len(turns) >= kinds_of_work + ways_out + len(found.curve)


def test_shares_that_leave_nobody() -> None:
    """Where the director's own shares leave nobody, they are named and never proposed."""
    clinic = PLANS.plans[0]
    found = best_plan(clinic, ())
    assert isinstance(found, NoPlan)
    view = clinic_view.View(PLANS, 0, FOUND, None)
    assert "there is no post to hire for" in clinic_best.no_plan(found, view)
    shut = NoPlan((), (), ("most_contractor_share",))
    assert "are yours to choose" in clinic_best.no_plan(shut, view)


def test_changes_explain_the_whole_difference(open_app: Open) -> None:
    """The rows of the table add up to the difference of the margins."""
    app = opened(open_app, None, "why")
    found = explain_margin(PLANS.plans[0], PLANS.plans[1])
    tables = [table.value for table in app.table if "To the margin" in table.value.columns]
    amounts = tables[0]["To the margin"].tolist()
    assert math.fsum(amounts[:-1]) == amounts[-1] == round(found.after - found.before)


def test_cash_says_its_lowest_point(open_app: Open) -> None:
    """The lowest cash and its month are those of the timeline."""
    found = cash_timeline(FOUND.results[1])
    said = texts(opened(open_app))
    assert (
        f"The lowest is **{numbers.money(found.lowest)}** at the end of month "
        f"{found.lowest_month}." in said
    )


def test_leaving_is_a_range_and_a_warning(open_app: Open) -> None:
    """Departures with their range and weak evidence; tipping is a warning, never a forecast."""
    said = texts(opened(open_app, None, "leaving"))
    assert "can be expected to leave (plausibly 2.1 to 2.2)" in said
    assert "Weak evidence for the link with load" in said
    assert "**A warning, not a forecast.**" in said


def test_a_clinic_alone_is_plan_a(open_app: Open) -> None:
    """One plan: no switch, no comparison; saved, it is a clinic and opens as one."""
    alone = clinic_plans.plans_of(PLANS.plans[0])
    app = opened(open_app, alone, shown=1)
    assert app.title[0].value.startswith("Plan A ")
    assert not [item for item in app.segmented_control if "shown" in (item.key or "")]
    saved = documents.to_save(alone)
    assert isinstance(saved, Clinic)
    assert Clinic.from_toml(saved.to_toml()).posts == PLANS.plans[0].posts


def test_plans_are_saved_and_read_back() -> None:
    """Three plans go into one file and come back."""
    assert Plans.from_toml(PLANS.to_toml()).plans == PLANS.plans


@pytest.mark.parametrize("text", [PLANS.to_toml(), PLANS.plans[0].to_toml()])
def test_each_kind_of_file_is_told_from_the_others(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several plans and one clinic open as plans."""
    shown: list[tuple[str, object]] = []
    monkeypatch.setattr(documents, "show", lambda *what: shown.append(what))
    assert documents.opened(text.encode()) == "clinic"
    ((name, found),) = shown
    assert name == "clinic"
    assert isinstance(found, Plans)


def test_a_file_that_says_nothing_is_told_by_what_it_holds() -> None:
    """Posts are a clinic's: what is wrong with them is said of a clinic."""
    said = documents.opened(b"[[posts]]\nlabel = 'Post 1'\n")
    assert said.startswith("This file is not a clinic of Other Chair: **posts.0.work** is missing")


def test_a_wrong_file_says_so(open_app: Open) -> None:
    """A clinic with a field that is not one is refused in a sentence."""
    app = opened(open_app)
    assert app.session_state["clinic"] == PLANS
    said = documents.opened(b'document = "clinic"\nwage = 3\n')
    assert said.startswith("This file is not a clinic of Other Chair: line 2 has a field")


def test_a_post_that_one_plan_has_is_one_row() -> None:
    """Taken out of plan B, or new in it: its name, and where it is, not what it is made of."""
    plans = examples.clinics()[examples.FIRST_CLINIC]
    posts = plans.plans[0].posts
    extra = Post.model_validate({"label": "Post X", "work": posts[1].work})
    changed = plans.with_values({"plans.1.posts": (*posts[:2], *posts[3:], extra)})
    table = clinic_tables.what_differs(compare_plans(changed))
    rows = {row[0]: row[1:3] for row in table.rows}
    assert rows[posts[2].label] == ("there", clinic_tables.NOT_THERE)
    assert rows["Post X"] == (clinic_tables.NOT_THERE, "there")
    assert not any("=" in str(cell) for row in table.rows for cell in row)
