"""Paths of an offer's year, by the year's own engine."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from calc.errors import ScenarioError
from calc.months import Counts, counts_of_paths, expected_counts
from calc.months.closed_forms import WeeklyChances, mean_stay_weeks, survival
from calc.months.income import FeeOfSession, fees_of_weeks
from calc.offers import chance_of
from calc.offers.chance import (
    OF_CHANCE,
    OPEN_PLACES,
    figure_of_year,
    on_paths,
    payers_of,
    weeks_of_offer,
)
from calc.scenario import Scenario
from calc.scenario.ahead import Ahead
from calc.year.evaluate import evaluate
from tests.calc.offers.chance_cases import ALL_YEAR, MIXED, NO_TAX, RULES, luck, one, own
from tests.calc.offers.letters import CLEAR, EVERY, KIND, PAYS, offer


def by_hand(scenario: Scenario, booked: float, lost: float, late: float, missed: float) -> Counts:
    """Counts of one path on which all of it falls in the first week, of one payer."""
    counts = expected_counts(weeks_of_offer(scenario))
    rows = {"booked": booked, "lost": lost, "late_charged": late, "missed_charged": missed}
    made = {name: np.zeros_like(counts.booked) for name in rows}
    for name, number in rows.items():
        made[name][0, 0, 0] = number
    return replace(counts, **made)


def test_a_path_by_hand() -> None:
    """12 a week at $100, 10 % late and half charged; 8 at $50, a quarter missed; 50 weeks.

    A year: 540 and 300 held, 60 charged late, 100 lost for nothing. A path with 924 held (1.1 x),
    30 charged (0.5 x), 146 for nothing (1.46 x): 594 x 100 + 30 x 50 + 330 x 50 = 77,400 of
    624 + 476 sessions.
    """
    late = {
        "booked_per_week": 12,
        "fee_per_session": 100,
        "late_cancelled_share": 0.1,
        "missed_share": 0,
        "late_cancelled_charged_share": 1,
        "late_cancelled_fee_part": 0.5,
    }
    missed = {
        "booked_per_week": 8,
        "fee_per_session": 50,
        "late_cancelled_share": 0,
        "missed_share": 0.25,
        "missed_charged_share": 0,
    }
    plan = own({**KIND, **late}, {**KIND, **missed}, time={**ALL_YEAR, "holiday_weeks": 2})
    found = on_paths(plan, by_hand(plan, 1_100, 176, 30, 0))
    year = evaluate(found, RULES)
    assert year.money_in.amount == pytest.approx([77_400.0])
    per_week = [kind.booked_per_week for kind in found.work.session_kinds]
    assert np.ravel(per_week) * 50.0 == pytest.approx([624.0, 476.0])
    assert year.year.held.amount == pytest.approx([924.0])


@pytest.mark.parametrize("row", EVERY, ids=lambda row: str(row["label"]))
def test_without_chance_every_path_is_the_letter(row: dict[str, Any]) -> None:
    """Nobody leaves or comes, no week is off and nothing is lost: the figures of `evaluate`."""
    work = {**row["work"], "session_kinds": [CLEAR], "time": ALL_YEAR}
    result = one({**row, "work": work}).result
    plan = weeks_of_offer(result.scenario)
    still = replace(plan, chances=WeeklyChances(0.0, 0.0, 0.0), intakes=plan.intakes * 0.0)
    years = evaluate(on_paths(result.scenario, counts_of_paths(still, luck(50))), RULES)
    for goal in OF_CHANCE:
        wanted = np.full(50, figure_of_year(result, goal))
        assert figure_of_year(years, goal) * np.ones(50) == pytest.approx(wanted, rel=1e-9)


def test_the_mean_of_paths_is_the_letter() -> None:
    """Sessions booked and held, and fees, of four kinds and two payers: within 3 errors."""
    plan = own(*MIXED)
    year = evaluate(plan, RULES)
    years = evaluate(on_paths(plan, counts_of_paths(weeks_of_offer(plan), luck(4_000))), RULES)
    for got, wanted in (
        (years.year.booked, year.year.booked),
        (years.year.held, year.year.held),
        (years.money_in, year.money_in),
        (years.take_home, year.take_home),
    ):
        rows = np.asarray(got.amount)
        error = rows.std() / np.sqrt(rows.size)
        assert abs(rows.mean() - wanted.amount) < 3.0 * error


def test_a_cap_would_fall_short_of_the_letter() -> None:
    """So there is none: with as many places as the letter books, many sessions fewer."""
    plan = own(KIND)
    weeks = weeks_of_offer(plan)
    assert (weeks.places == OPEN_PLACES).all()
    capped = replace(weeks, places=np.full(weeks.weeks, float(weeks.full_places)))
    free, held = (counts_of_paths(way, luck()).booked.sum(axis=(0, 1)) for way in (weeks, capped))
    assert held.mean() < free.mean() * 0.97


def test_each_ending_of_a_payer_comes_out() -> None:
    """Lost, charged late and charged missed of each payer are those drawn, on every path.

    Of kinds of which nothing is lost, and everything, too.
    """
    plan = own(*MIXED)
    counts = counts_of_paths(weeks_of_offer(plan), luck(300))
    found, weeks = on_paths(plan, counts), counts.plan.worked_share.sum()
    assert payers_of(plan) == ("private", "insurer")
    for place, payer in enumerate(payers_of(plan)):
        booked, lost, late, missed = (np.zeros(300) for _ in range(4))
        for kind in found.work.session_kinds:
            if kind.payer == payer:
                sessions = kind.booked_per_week * weeks
                booked += sessions
                lost += sessions * (kind.late_cancelled_share + kind.missed_share)
                late += sessions * kind.late_cancelled_share * kind.late_cancelled_charged_share
                missed += sessions * kind.missed_share * kind.missed_charged_share
        drawn = (counts.booked, counts.lost, counts.late_charged, counts.missed_charged)
        for got, row in zip((booked, lost, late, missed), drawn, strict=True):
            assert got == pytest.approx(row[:, place].sum(axis=0), abs=1e-9)
    clear, never = found.work.session_kinds[1], found.work.session_kinds[2]
    assert not np.any(clear.missed_share + clear.late_cancelled_share)
    assert never.missed_share == pytest.approx(np.ones(300))


def test_the_spread_of_pay_is_that_of_the_closed_form() -> None:
    """Pay by the session of a standing Poisson caseload, less what clients known at the start take.

    The variance of `fees_of_weeks`, less (f E[X])^2 x the sum over new and settled of n x (the sum
    of their chances to be there still)^2: 4 % off at most, of 20,000 paths.
    """
    row = offer("per_session", work={"time": {**ALL_YEAR, "holiday_weeks": 4}})
    result = one(row, **NO_TAX).result
    plan, weeks = weeks_of_offer(result.scenario), 52
    years = evaluate(on_paths(result.scenario, counts_of_paths(plan, luck(20_000))), RULES)
    (payer,), chances, typical = plan.payers, plan.chances, Ahead()
    phases = (typical.early_ending_share, typical.weeks_until_settled, typical.weeks_once_settled)
    stay = mean_stay_weeks(*map(float, phases))
    new = float(phases[1]) / stay
    of_new = survival(chances, weeks + 1)
    of_settled = (1.0 - chances.leave_settled) ** np.arange(weeks + 1)
    session = FeeOfSession(60.0 * (1 - payer.lost_share), 3_600.0 * (1 - payer.lost_share))
    still = new * of_new + (1.0 - new) * of_settled
    standing = fees_of_weeks(20.0, 48 / 52, session, still[:weeks])
    known = new * of_new[1:].sum() ** 2 + (1.0 - new) * of_settled[1:].sum() ** 2
    wanted = standing.variance - (48 / 52 * session.mean) ** 2 * 20.0 * known
    pay = np.asarray(years.money_in.amount)
    assert pay.mean() == pytest.approx(standing.mean, rel=0.005)
    assert pay.var() == pytest.approx(wanted, rel=0.04)
    assert wanted < 0.6 * standing.variance


@pytest.mark.parametrize(
    "work", [{"session_kinds": []}, {"time": {**ALL_YEAR, "holiday_weeks": 52}}]
)
def test_where_nothing_is_booked_every_path_is_the_year(work: dict[str, Any]) -> None:
    """A salary without sessions, and one without a week of work."""
    found = chance_of(
        one(offer(work={"pay": {**PAYS["salary"], "quota_sessions_per_week": 0}, **work})), luck(20)
    )
    assert (found.figures["take_home"] == found.letter["take_home"]).all()


def test_without_a_session_there_are_no_weeks() -> None:
    """They cannot be asked for."""
    plan = one(offer(work={"session_kinds": []})).result.scenario
    with pytest.raises(ScenarioError) as refused:
        weeks_of_offer(plan)
    assert refused.value.problems[0].kind == "no_sessions"


def test_no_path_books_more_than_a_plan_may_hold() -> None:
    """80 a week of a kind; and a path on which nobody is booked keeps the shares it had."""
    charged = {"late_cancelled_charged_share": 0.5, "missed_charged_share": 0.25}
    plan = own({**KIND, **charged, "booked_per_week": 78})
    full = on_paths(plan, by_hand(plan, 5_000, 500, 0, 0)).work.session_kinds[0]
    assert full.booked_per_week == pytest.approx([80.0])
    none = on_paths(plan, by_hand(plan, 0, 0, 0, 0)).work.session_kinds[0]
    assert none.booked_per_week == pytest.approx([0.0])
    assert none.missed_share == pytest.approx([0.05])
    assert none.late_cancelled_charged_share == pytest.approx([0.5])
    assert none.missed_charged_share == pytest.approx([0.25])
