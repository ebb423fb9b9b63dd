"""Every number of the form: taken where it is lawful, else refused in one sentence and kept."""

import pytest

from tests.ui.pages import (
    EACH_PART,
    KIND,
    PARTS,
    SOLO,
    Open,
    answer_if_asked,
    check_headline,
    field,
    number_paths,
    open_part,
    plan_of,
    result_of,
    try_numbers,
    warnings,
)
from ui.shell.frame import PAGES


def test_the_basics_take_what_is_lawful(open_app: Open) -> None:
    """Each basic figure at its bounds draws the page; past them it is refused, and kept."""
    app = open_app("Your hour")
    assert len(number_paths(app, "basics")) == 8
    try_numbers(app, "basics")


@pytest.mark.parametrize(("group", "part"), EACH_PART)
def test_every_number_takes_what_is_lawful(open_app: Open, group: str, part: str | None) -> None:
    """Each folded number at its bounds draws the page; past them it is refused, and kept."""
    plan = SOLO.with_values({"household.filing_status": "joint", "costs.0.per": "years"})
    if group in ("time", "clients"):  # weeks off share one year, losses one whole
        zero = ("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off")
        changes = {f"work.time.{name}": 0.0 for name in zero}
        changes |= {f"{KIND}.late_cancelled_share": 0.0, f"{KIND}.missed_share": 0.0}
        plan = plan.with_values(changes)
    app = open_part(open_app("Your hour", plan), group, part)
    assert number_paths(app, group)
    try_numbers(app, group)


@pytest.mark.parametrize("mode", ["effective", "separate"])
def test_rates_of_other_tax_modes(open_app: Open, mode: str) -> None:
    """The rates of the other ways of tax keep the same rules."""
    plan = SOLO.with_values({"household.tax": {"mode": mode}})
    app = open_part(open_app("Your hour", plan), "household", "Tax")
    try_numbers(app, "household")


def test_a_number_far_beyond_is_asked_about(open_app: Open) -> None:
    """A billion a session counts only once it is said to be meant, whatever is typed meanwhile."""
    app = open_app("Your hour")
    path = f"{KIND}.fee_per_session"
    field(app, path).set_value(1e9).run()
    assert plan_of(app) == SOLO
    assert "does not count yet" in warnings(app)[0]
    assert "$1,000,000,000" in warnings(app)[0].replace("\\", "")
    field(app, f"{KIND}.booked_per_week").set_value(23.0).run()
    assert plan_of(app) == SOLO.with_values({f"{KIND}.booked_per_week": 23.0})
    assert field(app, path).value == 1e9
    assert answer_if_asked(app, plan_of(app))
    assert float(plan_of(app).value_at(path)) == 1e9
    assert warnings(app) == []
    field(app, path).set_value(250.0).run()
    assert warnings(app) == []
    assert float(plan_of(app).value_at(path)) == 250.0


def test_a_fee_far_below_is_asked_about(open_app: Open) -> None:
    """$1.75 for $175 counts only once it is meant; a reduced place of $20 is not asked about."""
    app = open_app("Your hour")
    path = f"{KIND}.fee_per_session"
    field(app, path).set_value(1.75).run()
    assert plan_of(app) == SOLO
    assert "does not count yet" in warnings(app)[0]
    assert answer_if_asked(app, plan_of(app))
    assert float(plan_of(app).value_at(path)) == 1.75
    for fee in (20.0, 8.0, 0.0):
        field(app, path).set_value(fee).run()
        assert warnings(app) == []
        assert float(plan_of(app).value_at(path)) == fee


def test_a_refusal_is_said_once(open_app: Open) -> None:
    """A value refused among the basics is told once, though its field stands in a group too."""
    app = open_app("Your hour")
    for group in PARTS:
        app.session_state[f"group {group}"] = True
    app.run()
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    assert len(warnings(app)) == 1


def test_a_whole_number_is_taken_as_typed(open_app: Open) -> None:
    """Ages and children are whole; a browser sends them as 41.0, and a half is refused."""
    app = open_part(open_app("Your hour"), "household", "People")
    field(app, "household.age", "household").set_value(41.0).run()
    field(app, "household.children_under_17", "household").set_value(2.0).run()
    assert warnings(app) == []
    assert plan_of(app).household.age == 41
    assert plan_of(app).household.children_under_17 == 2
    field(app, "household.children_under_17", "household").set_value(1.5).run()
    assert len(warnings(app)) == 1
    assert "quotes" not in warnings(app)[0]
    assert plan_of(app).household.children_under_17 == 2


def test_a_sentence_never_contradicts_itself(open_app: Open) -> None:
    """A value just past its bound is not written as if it were the bound."""
    app = open_app("Your hour")
    field(app, "virtual.missed").set_value(100.3).run()
    assert "** is 100\u00a0%" not in warnings(app)[0]


def test_two_refusals_stand_side_by_side(open_app: Open) -> None:
    """Each refused field has a sentence of its own; a right value takes only its own away."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    field(app, f"{KIND}.fee_per_session").set_value(-1.0).run()
    assert len(warnings(app)) == 2
    field(app, f"{KIND}.booked_per_week").set_value(23.0).run()
    assert len(warnings(app)) == 1
    assert "Fee per session" in warnings(app)[0]
    assert field(app, f"{KIND}.fee_per_session").value == -1.0
    check_headline(app, result_of(SOLO, {f"{KIND}.booked_per_week": 23.0}))


def test_a_refused_value_outlives_a_change_of_page(open_app: Open) -> None:
    """What was typed is there, with its sentence, after a look at another page."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    app.switch_page(PAGES["Sources"]).run()
    app.switch_page(PAGES["Your hour"]).run()
    assert field(app, f"{KIND}.booked_per_week").value == 220.0
    assert len(warnings(app)) == 1


def test_losses_together_leave_something_held(open_app: Open) -> None:
    """Each share is lawful alone; together they are refused, and both figures stay."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, f"{KIND}.missed_share", "clients").set_value(99.0).run()
    assert len(set(warnings(app))) == 1
    assert "together" in warnings(app)[0]
    assert field(app, f"{KIND}.missed_share", "clients").value == 99.0
    assert plan_of(app) == SOLO


def test_weeks_off_fit_in_a_year(open_app: Open) -> None:
    """Four lawful figures that exceed the year together are refused in words."""
    app = open_part(open_app("Your hour"), "time", "Weeks off")
    field(app, "work.time.sickness_weeks", "time").set_value(50.0).run()
    assert len(warnings(app)) == 1
    assert "52" in warnings(app)[0]
    assert plan_of(app) == SOLO
