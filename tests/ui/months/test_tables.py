"""Tables of Months ahead: lines that add up, chances that count paths."""

import pytest

from tests.ui.months.test_words import found
from ui.months import tables, words

NAMES = ("agency_to_practice", "first_year", "four_months_of_leave", "settled_practice_year")


@pytest.mark.parametrize("name", NAMES)
def test_each_month_opens_to_lines_that_add_up(name: str) -> None:
    """What is in the bank before, and every line of a month, make what is in it at its end."""
    shown = found(name)
    rows = tables.month_by_month(shown).rows
    for month in range(1, shown.setting.plan.months + 1):
        *lines, end = tables.lines_of(shown, month).rows
        assert sum(amount for _, amount in lines) == end[1]
        assert end[1] == rows[month - 1][4]


@pytest.mark.parametrize("name", NAMES)
def test_a_month_of_the_first_year_adds_up_to_its_cell(name: str) -> None:
    """The lines behind take-home a month are the mean of the paths."""
    *lines, end = tables.take_home_lines(found(name)).rows
    assert sum(amount for _, amount in lines) == end[1]
    assert words.cell_take_home(found(name))[0] == f"\\${end[1]:,.0f}"


def test_a_table_of_months_is_of_the_means() -> None:
    """What comes in less what goes out moves the bank from month to month."""
    shown = found("agency_to_practice")
    before = 14_000.0
    for _, _, came_in, went_out, left in tables.month_by_month(shown).rows:
        assert abs(before + came_in - went_out - left) <= 2
        before = left


def test_chances_are_counted_paths() -> None:
    """Each month's row counts the paths that end it below zero; months without any are left out."""
    shown = found("agency_to_practice")
    assert shown.paths is not None
    told = {name: count for name, count, _ in tables.short_by_month(shown).rows}
    when = shown.setting.calendar
    for month, below in enumerate(shown.paths.short.sum(axis=1), start=1):
        assert told.get(words.month_name(when, month), 0) == below
    assert told


def test_the_reserve_stands_among_its_levels() -> None:
    """95 of 100 paths are held by the amount that the cell rounds up."""
    shown = found("agency_to_practice")
    assert shown.risk is not None
    rows = dict(tables.reserve_levels(shown).rows)
    assert rows["95 of 100"] == shown.risk.reserve.amount
    three = next(name for name in rows if name.endswith("three months of needs"))
    assert rows[three] == 15_000.0
    assert three.startswith(f"{100 * shown.risk.three_months_hold:.1f} of 100")


def test_full_is_counted_month_by_month() -> None:
    """The last row holds all paths but those that are never full."""
    shown = found("agency_to_practice")
    assert shown.full is not None
    *_, last = tables.full_by(shown).rows
    assert last[2] == pytest.approx(1.0 - shown.full.never_share)
