"""Ways side by side and the day to leave: the engine's figures, on the luck of the page."""

import pytest

from calc.months.ways import first_held
from tests.ui.months.test_words import AGENCY, found
from tests.ui.pages import EXAMPLES, Open
from ui.months import compared, ways, words


def test_the_way_of_now_is_the_page(open_app: Open) -> None:
    """The row of one's plan holds the figures of the cells; the table names it so."""
    shown = compared.ways(AGENCY)
    now = next(way for way in shown if way.now)
    risk = found("agency_to_practice").risk
    assert risk is not None
    assert now.reserve == risk.reserve.shown
    assert now.ever_short == risk.ever_short
    assert now.load_low < now.load < now.load_high
    leap, half, keep = shown
    assert half is now
    assert leap.ever_short > half.ever_short > keep.ever_short
    assert leap.hours < half.hours < keep.hours
    heads = ways.table(found("agency_to_practice"), shown).heads
    assert heads == ("Measure", "Leap now", "Half-time to August 2027, your plan", "Keep the job")
    app = open_app("Months ahead", AGENCY)
    app.session_state["group ahead ways"] = True
    app.run()
    assert not app.exception
    assert ways.against(shown) in [each.value for each in app.markdown]


def test_who_ends_with_more_is_counted_path_by_path() -> None:
    """A share of the same paths, of the plan of now against each other way."""
    leap, half, _ = shown = compared.ways(AGENCY)
    times = 100 * float((half.worth > leap.worth).mean())
    assert f"In {times:.0f} of 100 “Half-time to August 2027” ends with more" in ways.against(shown)


def test_the_day_to_leave_is_tried_month_by_month() -> None:
    """Leaving in the month of the plan is the plan; the day is the first that all later hold."""
    *_, (part, tried) = compared.days(AGENCY)
    assert part == 1.0
    assert [one.month for one in tried] == list(range(1, 14))
    risk = found("agency_to_practice").risk
    assert risk is not None
    assert tried[8].month == 9
    assert tried[8].reserve == risk.reserve
    first = first_held(tried)
    assert first is not None
    assert all(one.ever_short <= 0.05 for one in tried[first - 1 :])
    assert tried[first - 2].ever_short > 0.05
    day = words.month_name(found("agency_to_practice").setting.calendar, first)
    assert day in ways.day_told(found("agency_to_practice"), tried)


def test_where_no_day_holds_the_least_is_named() -> None:
    """Nothing is called a day to leave where what is in the bank never lasts 19 times in 20."""
    *_, (_, tried) = compared.days(AGENCY.with_values({"ahead.needs_per_month": 9_000.0}))
    assert first_held(tried) is None
    said = ways.day_told(found("agency_to_practice"), tried)
    assert said.startswith("No month lets your \\$14,000 last 19 times in 20 from then on.")


@pytest.mark.parametrize("name", ["first_year", "settled_practice_year"])
def test_who_has_no_job_is_not_asked_to_leave_one(open_app: Open, name: str) -> None:
    """No ways from a job where the household states no pay of one."""
    app = open_app("Months ahead", EXAMPLES[name])
    assert not any("Ways to do it" in each.label for each in app.expander)
