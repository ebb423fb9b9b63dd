"""By when each step of a plan of saving is done."""

import datetime
from typing import Any

import pytest

from calc import load_rules
from calc.parameters import tax_years
from calc.taxes.saving_room import Form, Plan, Saver, saving_room

WORKS: dict[Form, dict[str, Any]] = {
    "sole_proprietor": {"profit": 100_000.0},
    "s_corporation": {"pay": 100_000.0},
    "employee": {"pay": 100_000.0},
}


def days(plan: Plan, form: Form, year: int = 2026) -> dict[str, str]:
    """The days of a plan's steps."""
    rooms = saving_room(Saver(form=form, age=40, **WORKS[form]), load_rules(year))
    found = next(room for room in rooms if room.plan == plan)
    return {one.step: one.day.isoformat() for one in found.deadlines}


def test_by_when() -> None:
    """A proprietor has until the return; a corporation's deferral ends with the year."""
    assert days("solo_401k", "sole_proprietor") == {
        "set_up": "2027-10-15",
        "deferral_chosen": "2026-12-31",
        "deferral_paid": "2027-04-15",
        "first_year_deferral": "2027-04-15",
        "employer_part_paid": "2027-10-15",
    }
    assert days("solo_401k", "s_corporation") == {
        "set_up": "2027-09-15",
        "deferral_chosen": "2026-12-31",
        "deferral_paid": "2026-12-31",
        "employer_part_paid": "2027-09-15",
    }
    assert days("sep", "sole_proprietor", 2025) == {
        "set_up": "2026-10-15",
        "employer_part_paid": "2026-10-15",
    }
    assert days("simple_ira", "sole_proprietor")["set_up"] == "2026-10-01"
    assert days("simple_ira", "sole_proprietor")["deferral_paid"] == "2027-01-30"
    assert days("employer_401k", "employee")["deferral_paid"] == "2026-12-31"
    assert days("roth_ira", "employee") == {"contribution": "2027-04-15"}


@pytest.mark.parametrize("year", tax_years())
def test_days_of_returns_are_working_days(year: int) -> None:
    """The 15th, or the next day that is neither a weekend nor Emancipation Day (IRC 7503)."""
    law = load_rules(year)["retirement.days"]
    stated = {
        "own return": (4, 15),
        "corporation's return with extension": (9, 15),
        "own return with extension": (10, 15),
    }
    for name, (month, number) in stated.items():
        day = datetime.date(year + 1, month, number)
        while day.weekday() > 4 or day == emancipation_day(year + 1):
            day += datetime.timedelta(days=1)
        assert law.text(name) == day.isoformat()


def emancipation_day(year: int) -> datetime.date:
    """16 April, kept on the Friday or Monday next to a weekend."""
    day = datetime.date(year, 4, 16)
    return day + datetime.timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))
