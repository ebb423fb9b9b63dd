"""Cover from the marketplace that no credit is known of, in words."""

from tests.ui.telling.refused_saving import BENCHMARK, COVERED
from tests.ui.telling.shipped import SOLO
from ui.telling import refusals


def test_cover_without_a_credit_is_told() -> None:
    """The field, the value, the rule, and what to do."""
    plan = SOLO.with_values({"household.cover": {"advance_per_month": 100.0}})
    assert refusals.sentence(BENCHMARK, plan) == (
        "**Second-cheapest silver plan a month** is missing, or 0, and without that benchmark no "
        "credit is known. Read it at your marketplace and enter it."
    )
    assert refusals.sentence(COVERED, plan) == (
        "**People covered** is 3, and your return has 1: a credit counts its people alone. Lower "
        "it, or add who is missing to the household."
    )
