"""What is said of the way to a licence: months and the month that goes with them, and who is first.

The example's letters: the agency leads there in fewer months than the contract, which pays most.
"""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from calc.number import WEEKS_PER_YEAR
from calc.offers import Compared, compare
from calc.offers.licensure import LicencePath
from tests.ui.offers.letters import LETTERS
from ui.offers import heading, licence_words
from ui.telling import numbers

RANKED = compare(LETTERS).ranked()
CONTRACT, AGENCY = (next(one for one in RANKED if one.label[:3] == name) for name in ("Con", "Com"))
START = datetime.date(2027, 6, 14)


def way(months: float | None) -> LicencePath:
    """A way of so many months; one whose board was not read without any."""
    weeks = None if months is None else months * WEEKS_PER_YEAR / 12.0
    return LicencePath((), None, weeks, (), 46.0)


def on_a_way(found: Compared, months: float | None, **other: Any) -> Compared:
    """The same offer on another way."""
    return replace(found, licence=replace(way(months), **other))


@pytest.mark.parametrize(
    ("months", "whole", "month"),
    [
        (24.0, 24, "Jun 2029"),
        (23.2, 24, "Jun 2029"),  # the last month begun counts whole, in the date too
        (24.01, 25, "Jul 2029"),
        (6.5, 7, "Jan 2028"),
        (0.0, 0, "Jun 2027"),
    ],
)
def test_months_and_their_month_agree(months: float, whole: int, month: str) -> None:
    """So many months after the first day is the month that is shown."""
    path = way(months)
    day = licence_words.licence_month(path, START)
    assert licence_words.whole_months(path) == whole
    assert day is not None
    assert f"{day:%b %Y}" == month
    assert (day.year - START.year) * 12 + day.month - START.month == whole


def test_no_month_beyond_the_calendar() -> None:
    """Never, not known, or thousands of years on: none."""
    for path in (way(None), way(1e6), way(1e12)):
        assert licence_words.licence_month(path, START) is None


@pytest.mark.parametrize(
    ("first", "other", "said"),
    [
        ({}, {}, "It also gets you licensed first, 5 months sooner."),
        # What another's board asks besides only makes it later.
        (
            {},
            {"unknown": ("direct_hours",)},
            "It also gets you licensed first, at least 5 months sooner.",
        ),
        # What the first one's board asks besides may make it the later one.
        (
            {"unknown": ("direct_hours",)},
            {},
            "As far as the boards' rules were read, Community agency gets you licensed first.",
        ),
        (
            {"unknown": ("direct_hours",)},
            {"unknown": ("direct_hours",)},
            "As far as the boards' rules were read, Community agency gets you licensed first.",
        ),
        # No figure was read of the other board: it may be sooner or later.
        ({}, {"weeks": None}, ""),
    ],
)
def test_no_difference_of_two_lower_bounds(
    first: dict[str, Any], other: dict[str, Any], said: str
) -> None:
    """24 against 29 months, each as told or at least."""
    ranked = [on_a_way(AGENCY, 24.0, **first), on_a_way(CONTRACT, 29.0, **other)]
    assert heading._sooner(ranked, is_named=True) == said


def test_first_of_all_by_the_goal_is_no_more_sure() -> None:
    """By the soonest licence the heading says on what it rests."""
    offers = LETTERS.with_values({"goal": "licence"})
    ranked = [on_a_way(AGENCY, 24.0, unknown=("direct_hours",)), on_a_way(CONTRACT, 29.0)]
    assert heading._soonest(ranked, offers).startswith(
        "As far as the boards' rules were read, Community agency gets you licensed first."
    )
    ranked = [on_a_way(AGENCY, 24.0), on_a_way(CONTRACT, 29.0, unknown=("direct_hours",))]
    assert heading._soonest(ranked, offers).startswith("Community agency gets you licensed first.")


def test_hours_nobody_listed_are_said_not_to_count() -> None:
    """A salary for 60 hours a week, more than are listed; a contract by fees has none."""
    offers = LETTERS.with_values({"offers.0.work.pay.contracted_hours_per_week": 60.0})
    ranked = compare(offers).ranked()
    said = licence_words.unlisted(ranked)
    (agency,) = (one for one in ranked if one.label == AGENCY.label)
    year = agency.result.year
    hours = float(year.buckets["unlisted"].amount) / float(year.worked_weeks.amount)
    assert hours > 1.0
    assert f"({numbers.hours(hours)} a week with Community agency)" in said
    assert "not counted towards the licence" in said
    before, after = (
        next(one for one in found if one.label == AGENCY.label).licence.weeks
        for found in (RANKED, ranked)
    )
    assert before == after
    assert licence_words.unlisted([CONTRACT]) == ""
