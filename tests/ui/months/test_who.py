"""The helper that makes stays and enquiries of a year of clients, and the shapes of seasons."""

import pytest

from calc.months import year_of_clients
from calc.scenario import Ahead
from ui.months import seasons, who


def test_a_year_of_clients_is_told_with_its_errors() -> None:
    """Twenty-four starts, 25 endings, 20 here: a stay of 42.64 weeks, give or take 8.5."""
    found = year_of_clients(24, 25, 20, 0.35, 4.0)
    said = who.told(found, 0.35)
    assert said == (
        "2.0 start in a month, give or take 0.4. They stay 43 weeks on average, give or take 9. "
        "With 35\u00a0% ending early that is 59 weeks once settled."
    )
    values = who.changes(found, Ahead(intake_share=0.25))
    assert values == {"ahead.enquiries_per_month": 8.0, "ahead.weeks_once_settled": 59.4}


def test_without_an_ending_no_stay_is_known() -> None:
    """Nothing is made up for it, and nothing of it goes into the plan."""
    found = year_of_clients(6, 0, 6, 0.35, 4.0)
    assert who.told(found, 0.35).endswith("how long clients stay is not known yet.")
    assert set(who.changes(found, Ahead())) == {"ahead.enquiries_per_month"}


def test_more_starts_than_people_are_refused_in_a_sentence() -> None:
    """The field, its value, the rule and the remedy."""
    said = who.too_many(30, 4, 20)
    assert "**Started** is 30" in said
    assert "enter 24 or fewer" in said


@pytest.mark.parametrize("name", list(seasons.SHAPES))
def test_a_shape_is_known_by_its_factors(name: str) -> None:
    """Every shape has a factor a month; another is one's own."""
    shape = seasons.SHAPES[name]
    assert len(shape) == 12
    assert seasons.shape_of(shape) == name
    assert seasons.shape_of((*shape[:-1], 0.35)) == seasons.OWN


def test_a_factor_beyond_its_bounds_is_refused() -> None:
    """Below nothing and above ten, each with its bound."""
    assert seasons.too_far("a", -1.0).bound == 0.0
    assert seasons.too_far("a", 11.0).bound == 10.0
