"""Months of a plan that states none begin with the next month, never in the past."""

import datetime

import pytest

from calc.scenario import Ahead
from tests.ui.pages import EXAMPLES, SOLO, Open
from ui.months import asks, begins, compared, view, when
from ui.shell import clock


@pytest.mark.parametrize(
    ("today", "tax_year", "start"),
    [
        ((2026, 11, 30), 2026, (2026, 12, 1)),
        ((2026, 12, 1), 2026, (2027, 1, 1)),
        ((2026, 1, 31), 2026, (2026, 2, 1)),
        ((2033, 5, 1), 2026, (2031, 1, 1)),
        ((2024, 5, 1), 2026, (2025, 1, 1)),
    ],
)
def test_the_next_month_or_the_nearest_that_can_be(
    monkeypatch: pytest.MonkeyPatch,
    today: tuple[int, int, int],
    tax_year: int,
    start: tuple[int, int, int],
) -> None:
    """Over the turn of a year too, and within what a plan of the tax year may state."""
    monkeypatch.setattr(clock, "today", lambda: datetime.date(*today))
    assert begins.start_for(tax_year) == datetime.date(*start)
    plan = SOLO.with_values({"tax_year": tax_year})
    assert begins.begun(plan).ahead == Ahead(starts_on=datetime.date(*start))


def test_nothing_shown_of_a_plan_without_months_lies_in_the_past(open_app: Open) -> None:
    """Engine, names of months, ways and the first figure typed begin in one month."""
    start = datetime.date(2026, 12, 1)
    found = view.found(SOLO)
    assert (found.setting.calendar.year, found.setting.calendar.month) == (2026, 12)
    assert when.names_of_months(SOLO)[1] == "December 2026"
    assert asks.changed(SOLO, {"months": 24}) == {"ahead": {"starts_on": start, "months": 24}}
    other = compared.asked(SOLO, SOLO)[1][2]
    assert other.ahead == Ahead(starts_on=start)
    app = open_app("Months ahead", SOLO)
    told = [each.value for each in app.markdown]
    assert any("24 months from December 2026" in each for each in told)
    assert not any("January 2026" in each for each in told)


def test_a_plan_that_states_its_months_keeps_them() -> None:
    """Only what is not stated is filled in; a month that is stated is told as it is."""
    plan = EXAMPLES["first_year"]
    assert begins.begun(plan) is plan
    assert not begins.nothing_stated(plan)
    assert begins.nothing_stated(SOLO)
    assert begins.nothing_stated(begins.begun(SOLO))
