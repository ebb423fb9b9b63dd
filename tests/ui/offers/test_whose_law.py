"""Whose least salary a check names, and which benefits a letter is said to give."""

import pytest

from calc.offers import compare
from calc.scenario import Offers
from tests.ui.offers.test_not_said import letters
from ui.offers import checks, tables

FEDERAL = {"IL": True, "NY": True, "DC": True, "CA": False, "WA": False}


def told(offers: Offers) -> str:
    """Every check of the first letter."""
    (found, *_) = compare(offers).compared
    return "\n".join(checks.sentence(check, "USD") for check in found.checks)


@pytest.mark.parametrize("state", FEDERAL)
def test_the_least_salary_is_called_what_it_is(state: str) -> None:
    """Illinois has none of its own that was read: the federal one is no least of Illinois."""
    said = told(letters(30_000.0, household={"state": state}))
    assert (checks.FEDERAL in said) is FEDERAL[state]
    assert (checks.OWN in said) is not FEDERAL[state]
    assert ("at the minimum wage there come to" in said) is (state == "DC")


def test_only_what_was_entered_is_a_benefit() -> None:
    """Weeks off and supervision that nobody entered: not said, and in no sum."""
    rows = tables.benefits(compare(letters(60_000.0)).compared, "USD")
    assert rows == []
    bare = letters(60_000.0, 60_000.0)
    path = "offers.0.work.time"
    weeks = {f"{path}.{name}": 2.0 for name in ("holiday_weeks", "sickness_weeks")}
    stated = {"offers.0.supervision_hours_per_week": 1.0, **weeks}
    rows = tables.benefits(compare(bare.with_values(stated)).compared, "USD")
    cells = dict(rows)
    assert cells["Paid time off"][1] == cells["Supervision provided"][1] == tables.NOT_SAID
    assert "$" in cells["Paid time off"][0]
    assert cells["**In all**"][1] == "$0"
