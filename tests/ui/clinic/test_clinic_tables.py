"""Tables and dots of Clinic: the roster, what differs between plans, the worst off."""

import math
from typing import Any, get_args

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing import cash_timeline, compare_plans, evaluate_clinic
from calc.staffing.otherwise import Otherwise
from tests.ui.clinic.clinics import FOUND, PLANS
from ui.clinic import charts as clinic_charts
from ui.clinic import lines as clinic_lines
from ui.clinic import otherwise as clinic_otherwise
from ui.clinic import people as clinic_people
from ui.clinic import tables as clinic_tables
from ui.shell import examples
from ui.telling import numbers
from ui.telling.palette import LIGHT


def test_each_change_alone_has_its_words() -> None:
    """No row of what may go otherwise without a title."""
    assert tuple(clinic_otherwise.TITLES) == get_args(Otherwise)


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
    assert "The dashed line is the floor $26." in chart.alt
    rings, marks = chart.figure["data"]
    assert len(marks["x"]) == 8
    assert len(rings["x"]) == 3  # the three whose sessions are capped; the owner is at the edge
    names = chart.figure["layout"]["yaxis"]["ticktext"]
    assert names == labels == [post.label for post in result.posts]


def test_long_names_are_not_cut() -> None:
    """A name stands in as many lines as it needs, and every row is as high as the highest."""
    names = ("Intern", "Child and family therapist, part time", "A <b>name</b>")
    found = [clinic_charts.Dot(name, 30.0 + at, 31.0 + at) for at, name in enumerate(names)]
    short, long = (
        clinic_charts.dots(of, None, numbers.wage, "Wage", LIGHT) for of in (found[:1], found)
    )
    assert short is not None
    assert long is not None
    written = long.figure["layout"]["yaxis"]["ticktext"]
    assert written[1] == "Child and family<br>therapist, part<br>time"
    assert written[2] == "A &lt;b&gt;name&lt;/b&gt;"
    assert (long.height - clinic_charts.TOP) / 3 > short.height - clinic_charts.TOP


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
    dots[2] = clinic_charts.Dot("owner", 160.0, 140.0)
    chart = clinic_charts.dots(dots, None, numbers.wage, "Wage", LIGHT)
    assert chart is not None
    notes = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert "$160.00 to $140.00 ▸" in notes


def test_somebody_far_below_all_others() -> None:
    """One who pays to work stands at the lower edge under the true figure, as at the upper one."""
    values = ((30.0, 30.0), (32.0, 31.0), (30.0, -40.0), (160.0, 160.0))
    dots = [clinic_charts.Dot(f"P{n}", *both) for n, both in enumerate(values)]
    chart = clinic_charts.dots(dots, None, numbers.wage, "Wage", LIGHT)
    assert chart is not None
    xs = [x for trace in chart.figure["data"] for x in trace["x"]]
    assert min(xs) == pytest.approx(30.0 * 0.9)
    assert max(xs) == pytest.approx(32.0 * 1.1)
    notes = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert "◂ $30.00 to −\u2060$40.00" in notes
    assert "$160.00 ▸" in notes
    assert clinic_charts.beyond_line(chart) == " ◂ and ▸ lie beyond the chart."
    near = clinic_charts.dots(dots[:2], None, numbers.wage, "Wage", LIGHT)
    assert near is not None
    assert clinic_charts.beyond_line(near) == ""


def test_a_value_keeps_apart_from_the_label_beside_it() -> None:
    """Post 1 and 27 never read as Post 127: there is room left of the value."""
    mark = clinic_charts.Mark(0, 27.0, "27", side=-1, ring=False, hover="")
    other = clinic_charts.Mark(0, 27.0, "27", side=1, ring=False, hover="")
    assert mark.reach() - other.reach() == clinic_charts.APART >= 12.0


def test_cash_is_drawn_from_nothing() -> None:
    """The axis of money begins at 0 or below the lowest, and the note hides no line."""
    found = cash_timeline(evaluate_clinic(PLANS.plans[0]))
    assert found.lowest > 0.0
    layout = clinic_lines.cash(found, None, "A", LIGHT, "USD").figure["layout"]
    assert layout["yaxis"]["range"][0] <= 0.0
    assert "bgcolor" not in layout["annotations"][0]


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
