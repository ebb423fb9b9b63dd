"""What a household cannot be, typed on the page: a sentence each, and the plan stays as it was."""

import pytest

from tests.ui.pages import SOLO, Open, field, open_part, plan_of, warnings

LARGE = {"household.children_under_17": 9, "household.older_children": 6}


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        (
            "other_dependents",
            6.0,
            "Children and other dependants are 21 in all; we model 20 at most.",
        ),
        ("children_under_17", 11.0, "**Children under 17** is 11. The most we model is 10."),
        ("older_children", 11.0, "**Children of 17 and more at home** is 11. The most we model is"),
        ("other_dependents", 11.0, "**Other dependants** is 11. The most we model is 10."),
    ],
)
def test_more_dependants_than_a_family(open_app: Open, name: str, typed: float, told: str) -> None:
    """Of one kind ten, in all twenty; five others beside fifteen children are taken."""
    plan = SOLO.with_values(LARGE)
    app = open_part(open_app("Your hour", plan), "household", "People")
    path = f"household.{name}"
    field(app, path, "household").set_value(typed).run()
    (said,) = warnings(app)
    assert said.startswith(told)
    assert field(app, path, "household").value == typed
    assert plan_of(app) == plan
    if typed == 6.0:
        field(app, path, "household").set_value(5.0).run()
        assert not warnings(app)
        assert plan_of(app).household.dependents == 20


def test_a_spouse_with_profit_needs_a_joint_return(open_app: Open) -> None:
    """Another filing status is refused while the spouse's profit stands, and says which field."""
    plan = SOLO.with_values(
        {"household.filing_status": "joint", "household.spouse_profit_per_year": 50_000.0}
    )
    app = open_app("Your hour", plan)
    field(app, "household.filing_status").set_value("single").run()
    (said,) = warnings(app)
    assert said.startswith(
        "**Spouse's own profit a year** is $50,000, and counts on a joint return only."
    )
    assert plan_of(app) == plan


def test_moving_to_another_state_leaves_the_city(open_app: Open) -> None:
    """A city of another state can be stated in a file only; that is refused there."""
    plan = SOLO.with_values({"household.state": "OH", "household.city": "columbus"})
    app = open_app("Your hour", plan)
    field(app, "household.state").set_value("TX").run()
    assert not warnings(app)
    assert (plan_of(app).household.state, plan_of(app).household.city) == ("TX", "none")
