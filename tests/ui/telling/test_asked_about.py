"""Sentences of a field that is emptied, and of a fee far below what is usual."""

from calc.errors import Problem
from tests.ui.telling.shipped import KIND, SOLO
from tests.ui.telling.test_refusals import LOW
from ui.telling import refusals


def test_an_emptied_field_names_the_figure_that_counts() -> None:
    """Nothing is kept in an empty field: the figure of the plan is named, of its own unit."""
    path = f"{KIND}.fee_per_session"
    said = refusals.refused_value(path, Problem(path, "not_a_number"), SOLO)
    assert said.endswith("Until then \\$150 counts.")
    assert "kept" not in said
    said = refusals.refused_value("virtual.missed", Problem("virtual.missed", "not_a_number"), SOLO)
    assert said.endswith("Until then the figure before it counts.")


def test_a_fee_far_below_is_named_with_its_bound() -> None:
    """What was read, from where on we ask, and why."""
    said = refusals.sentence(LOW, SOLO).replace("\\", "")
    assert "is $1.75, which does not count yet: we ask about less than $7.25" in said
