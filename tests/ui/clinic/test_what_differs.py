"""Rows that only one plan has are told like the others."""

from calc.scenario.costs import Cost
from calc.staffing import compare_plans
from calc.staffing import plans as clinic_plans
from tests.ui.clinic.clinics import PLANS
from ui.clinic.tables import named, what_differs
from ui.shell import examples

FIRST = examples.clinics()[examples.FIRST_CLINIC].plans[0]


def test_a_cost_of_one_plan_is_told_in_words() -> None:
    """Titles and choices as its form has them, amounts in money; no name of the program."""
    more = (*FIRST.shared.costs, Cost(kind="liability", amount=40.0, per="month"))
    plans = clinic_plans.plans_of(FIRST)
    other = FIRST.with_values({"shared.costs": more})
    both = plans.with_values({"plans": (FIRST, other)})
    rows = {title: values for title, *values in what_differs(compare_plans(both)).texts()}
    assert rows["Paid every"] == ["–", "a month"]
    assert rows["Amount"] == ["–", "\\$40.00"]
    assert rows["Kind of cost"] == ["–", "Liability cover"]
    assert not any("_" in cell for row in rows.items() for cell in (row[0], *row[1]))


def test_sessions_of_a_part_are_said_to_be_those_of_full_time() -> None:
    """What the roster holds of a part-time post was not entered as what is worked, and says so."""
    clinics = PLANS.plans
    part = next(post.label for post in clinics[0].posts if float(post.full_time_share) < 1.0)
    whole = next(post.label for post in clinics[0].posts if float(post.full_time_share) == 1.0)
    for label, ends in ((part, "sessions a week at full time"), (whole, "sessions a week")):
        title, _, _ = named(f"posts.{label}.mix_sessions_per_week", clinics)
        assert title == f"{label}: {ends}"
