"""What the page Months ahead says: its answer, its premise, its cells, against the engine."""

import math
from functools import cache

import numpy as np
import pytest

from calc import Scenario, load_rules
from calc.months import leave_of, luck_of, settled_year, weeks_ahead
from calc.months.ahead import MonthsAhead, ahead
from calc.months.full import month_of_week
from calc.scenario import Ahead
from calc.scenario.ahead_rows import Leave
from tests.ui.pages import EXAMPLES, SOLO
from ui.months import answer_words, remark_words, view, words
from ui.months.when import calendar_of_plan
from ui.telling import numbers

AGENCY = EXAMPLES["agency_to_practice"]
SETTLED = EXAMPLES["settled_practice_year"]


@cache
def found(name: str) -> MonthsAhead:
    """The months of a shipped plan, as the page has them."""
    return view.found(EXAMPLES[name])


def test_everybody_has_the_draws_of_one_seed() -> None:
    """The page's paths are those of the seed it names, and the same for a plan asked twice."""
    plan = AGENCY
    weeks = weeks_ahead(plan, plan.ahead or Ahead()).weeks
    luck = luck_of(np.random.default_rng(2026), weeks, view.PATHS)
    alone = ahead(plan, load_rules(plan.tax_year), luck)
    shown = found("agency_to_practice")
    assert alone.paths is not None
    assert shown.paths is not None
    assert np.array_equal(alone.paths.balance, shown.paths.balance)


def test_a_change_of_money_looks_at_the_same_people() -> None:
    """Another balance or need shares every count; another enquiry does not."""
    shown = view.found(AGENCY.with_values({"ahead.opening_balance": 10_000.0}))
    richer = view.found(AGENCY.with_values({"ahead.opening_balance": 20_000.0}))
    busier = view.found(AGENCY.with_values({"ahead.enquiries_per_month": 20.0}))
    assert shown.paths is not None
    assert richer.paths is not None
    assert busier.paths is not None
    assert richer.paths.counts is shown.paths.counts
    assert busier.paths.counts is not shown.paths.counts


def test_the_heading_says_when_full_and_what_to_start_with() -> None:
    """The month in the middle with its range, and the reserve of 19 times in 20."""
    shown = found("agency_to_practice")
    full, risk = shown.full, shown.risk
    assert full is not None
    assert risk is not None
    early, middle, late = (month_of_week(week) for week in full.weeks if week)
    reserve = f"{risk.reserve.shown:,.0f}"
    assert words.headline(shown) == (
        f"You are full in about {middle} months, {early} to {late}. "
        f"With your \\$14,000 in the bank the money runs out in {round(100 * risk.ever_short)} of "
        f"100; with \\${reserve} it lasts 19 times in 20."
    )
    assert risk.reserve.shown == math.ceil(risk.reserve.amount / 100) * 100


def test_who_is_full_is_told_so() -> None:
    """No month until full is named where the practice began full."""
    kinds = EXAMPLES["settled_practice_year"].work.session_kinds
    booked = sum(float(kind.booked_per_week) for kind in kinds)
    assert words.headline(found("settled_practice_year")).startswith(
        f"You are taken to be full now, with {booked:.0f} clients. With your "
    )
    assert words.headline(_with(clients_at_start=22)).startswith("You are full now. With nothing ")
    assert words.bar(found("settled_practice_year")).startswith("Full **now** · start with ")
    assert words.full_named(found("settled_practice_year")) == "Clients at the end"


def test_who_is_never_full_is_told_how_often() -> None:
    """With few enquiries: so many times in 100; with none at all: not within the months."""
    few = view.found(AGENCY.with_values({"ahead.enquiries_per_month": 7.0}))
    none = view.found(AGENCY.with_values({"ahead.enquiries_per_month": 1.0}))
    assert few.full is not None
    times = round(100 * (1.0 - few.full.never_share))
    assert 0 < times < 50
    assert words.headline(few).startswith(f"You are full within 24 months {times} times in 100.")
    assert words.cell_full(few) == ("over 24", f"within them {times} times in 100")
    assert words.headline(none).startswith("You are not full within 24 months.")


def test_a_reserve_of_nothing_is_said_so() -> None:
    """Without needs nothing has to be in the bank, and no word says that it is safe."""
    plan = AGENCY.with_values({"ahead.needs_per_month": 0.0, "ahead.set_up": ()})
    said = words.headline(view.found(plan))
    assert said.endswith("The money lasts without any in the bank, 19 times in 20.")
    assert "safe" not in said


def test_the_premise_names_the_job_the_leave_and_the_bank() -> None:
    """From month to month; what there is and how often it runs out stands in the heading."""
    assert words.premise(found("agency_to_practice")) == (
        "24 months from January 2027: half the job until August 2027, then the practice alone."
    )
    assert "17 weeks of leave from August 2027" in words.premise(found("four_months_of_leave"))


def test_a_plan_without_months_is_a_full_practice_and_says_so() -> None:
    """What was never stated is not told as if it were."""
    shown = view.found(SOLO)
    assert words.premise(shown).startswith(words.NOTHING_STATED)
    assert "nothing in the bank" in words.headline(shown)
    assert "stands still" not in words.premise(shown)
    assert remark_words.empties(SOLO, shown).endswith("and all 22 places are taken.")


@pytest.mark.parametrize("name", ["first_year", "settled_practice_year"])
def test_the_cells_are_the_engines(name: str) -> None:
    """What to start with, how often it runs out, and the mean take-home of the first year."""
    shown = found(name)
    paths, risk = shown.paths, shown.risk
    assert paths is not None
    assert risk is not None
    assert words.cell_reserve(shown)[0] == f"\\${risk.reserve.shown:,.0f}"
    assert words.cell_short(shown)[0] == numbers.in_hundred(float(paths.ever_short.mean()))
    a_month = float(paths.windows[0].take_home.mean()) / 12
    assert words.cell_take_home(shown)[0] == f"\\${a_month:,.0f}"


def test_months_have_the_names_of_the_calendar() -> None:
    """A plan that states nothing of its months begins with the next one."""
    assert words.month_name(calendar_of_plan(SOLO), 1) == "December 2026"
    assert words.month_name(calendar_of_plan(AGENCY), 24) == "December 2028"


def test_the_months_are_told_in_one_line() -> None:
    """The line on other pages is the heading of this one."""
    said = words.one_line(found("agency_to_practice"))
    assert said == f"**Months ahead**: {words.headline(found('agency_to_practice'))}"


def _with(**stated: object) -> MonthsAhead:
    """The months of a full practice without loans or a job, with something ahead of it."""
    return view.found(Scenario.parse({**SOLO.model_dump(exclude_unset=True), "ahead": stated}))


def test_a_practice_that_empties_is_not_just_full() -> None:
    """Without an enquiry a practice is told with what is left of it; so are places beside a job."""
    empties = words.headline(_with(enquiries_per_month=0.0))
    assert empties.startswith(
        "You are taken to be full now, with 22 clients, and have about 4 after "
    )
    beside = _with(job=[{"month": 1, "places_share": 0.3}])
    assert "places beside the job: nobody new comes" in words.premise(beside)


def test_no_month_is_lean_where_all_are_alike() -> None:
    """The leanest month is named only where it is lean, and a single week is one week."""
    steady = _with(months=12)
    assert "leanest" not in answer_words.year(steady, settled_year(steady))
    leave = _with(away=[{"kind": "leave", "month": 2, "weeks": 1}])
    assert "1 week of leave from" in words.premise(leave)


def test_a_leave_that_goes_on_past_the_months_says_so() -> None:
    """What comes after it is in no figure, and it is not said that the bank rises again."""
    for weeks, cut in ((10, False), (100, True)):
        row = {"kind": "leave", "month": 8, "weeks": weeks}
        months = _with(away=[row])
        plan = months.setting.scenario
        assert plan.ahead is not None
        (leave,) = plan.ahead.away
        assert isinstance(leave, Leave)
        answer = leave_of(plan, months.setting.rules, 0)
        (said,) = answer_words.leave(months, leave, answer)
        assert (answer_words.NOT_SEEN_WHOLE in said) is cut
        assert ("before it rises again" in said) is not cut


def test_empty_enquiries_beside_no_intake_are_told() -> None:
    """As many start as leave until enquiries are entered, although none becomes a client."""
    months = _with(intake_share=0.0)
    said = remark_words.empties(months.setting.scenario, months)
    assert "as many start as leave, although no enquiry becomes a client" in said


def test_what_is_owed_after_the_last_month_is_told() -> None:
    """A full practice still owes its last instalment and April; one that owes nothing is silent."""
    months = _with(months=12)
    assert months.paths is not None
    owed = float(np.median(months.paths.owed_in_tax))
    assert owed > 5_000.0
    assert words.money(months, owed) in words.owed_at_end(months)
    assert "The year before is taken to have been the same" in words.premise(months)
