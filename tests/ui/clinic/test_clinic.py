"""Clinic: its heading, its figures, and every folded answer."""

import math

import pytest

from calc.staffing import NoPlan, best_plan, cash_timeline, compare_plans, explain_margin
from tests.ui.clinic.clinics import FOUND, INPUTS, PLANS, Open, opened, texts, with_limits
from ui.clinic import best as clinic_best
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.shell import examples
from ui.telling import numbers

GROUPS = ("why", "money", "posts", "leaving", "tests", "keep", "best")


def test_the_first_visit(open_app: Open) -> None:
    """A shipped example, marked so, with plan B shown: heading, figures and chips are its own."""
    app = opened(open_app)
    first, shown = (float(FOUND.results[place].margin.amount) for place in (0, 1))
    said = texts(app)
    assert "A worked example: Group practice of eight." in said
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
        (
            20.0,
            60.0,
            "Plan B keeps every clinician above $20 an hour and below 47 in 100 exhausted. It",
        ),
        (24.0, 60.0, "Plan B leaves Post 6 below $24 an hour, as plan A does. It costs $"),
        (
            26.5,
            42.0,
            "Plan B leaves Post 6 below $26.50 an hour, as plan A does, and puts Post 6 above 30",
        ),
        (
            0.0,
            60.0,
            "Plan B: the lowest wage is $23.98 an hour, the heaviest load 32 in 100 exhausted. It",
        ),
        (30.0, 60.0, "Plan B leaves 2 of 8 clinicians below $30 an hour, as plan A does. It costs"),
    ],
)
def test_the_heading(floor: float, ceiling: float, start: str) -> None:
    """The weakest place against the limits: Post 6 at $23.98 and 44, Post 7 at $26.76."""
    results = compare_plans(with_limits(floor, ceiling)).results
    assert clinic_words.headline(results, 1).replace("\\", "").startswith(start)


def test_marks_are_said_on_the_plan(open_app: Open) -> None:
    """Below the floor, above the ceiling and below the minimum wage, each with both figures."""
    poor = with_limits(24.0, 42.0).with_values({"plans.1.posts.6.work.pay.rates_per_session": (8,)})
    said = texts(opened(open_app, poor))
    assert "below your floor of $24." in said
    assert "in 100 exhausted, above your ceiling of 30." in said
    assert "The minimum wage in Texas is $7.25." in said
    fine = texts(opened(open_app, with_limits(20.0)))
    assert (
        "Nobody below your floor of $20 an hour, nobody above 47 in 100 exhausted, no employee"
        in fine
    )


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


@pytest.mark.parametrize("name", list(examples.clinics()))
@pytest.mark.parametrize("shown", [0, 1])
def test_every_group_opens(open_app: Open, name: str, shown: int) -> None:
    """Every folded group of every shipped clinic, in plan A and in another."""
    app = opened(open_app, examples.clinics()[name], *GROUPS, *INPUTS, shown=shown)
    assert len(app.number_input) > 30
    assert len(app.table) > 6


def test_what_was_folded_twice_stands_where_it_is_entered(open_app: Open) -> None:
    """Clients served with the rooms and demand that make them; limits with their search."""
    app = opened(open_app, examples.clinics()[examples.FIRST_CLINIC], "rooms", "best")
    labels = [fold.label for fold in app.expander]
    assert not [label for label in labels if "Limits of the best plan" in label]
    (rooms,) = [fold for fold in app.expander if "Rooms, people who ask" in fold.label]
    assert "clients served" in rooms.label
    assert any("are served at a time" in said.value for said in rooms.markdown)
    (best,) = [fold for fold in app.expander if "If you could hire afresh" in fold.label]
    assert [each.label for each in best.number_input if "posts" in each.label.lower()]


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
        f"If nobody leaves, the lowest is **{numbers.money(found.lowest)}** at the end of month "
        f"{found.lowest_month}, and the cash lasts" in said
    )


def test_leaving_is_a_range_and_a_warning(open_app: Open) -> None:
    """Departures with their range and weak evidence; tipping is a warning, never a forecast."""
    said = texts(opened(open_app, None, "leaving"))
    assert "can be expected to leave (2.1 to 2.2 by the ranges of load alone)" in said
    assert "Weak evidence for the link with load" in said
    assert "**A warning, not a forecast.**" in said


def test_the_draw_is_named_and_needs_an_owner(open_app: Open) -> None:
    """The sentence of the cash names the draw; without an owner it is 0, said beside its field."""
    app = opened(open_app, None, "ahead", shown=0)
    draw = float(PLANS.plans[0].hiring.owner_draw_per_month)
    named = f"with an owner's draw of ${draw:,.0f} a month"
    assert named in texts(app)
    alone = {f"plans.{n}.posts": plan.posts[1:] for n, plan in enumerate(PLANS.plans)}
    app = opened(open_app, PLANS.with_values(alone), "ahead", shown=0)
    assert named not in texts(app)
    assert f"so the draw of ${draw:,.0f} a month counts as 0" in texts(app)
