"""Paths with chance: against exact chains, an independent program, and clients one by one."""

import dataclasses
import random
from typing import Any, cast

import numpy as np
import pytest
from numpy.random import Generator
from numpy.typing import NDArray

from calc.months.counting import Counts
from calc.months.expected import expected_counts
from calc.months.paths import STREAMS, Luck, counts_of_paths, luck_of
from calc.months.weeks import WeeksAhead
from tests.calc.months.clients import one_path
from tests.calc.months.months_cases import case, plan

PATHS = 4_000
FAR = 4.5  # standard errors
FIELDS = [field.name for field in dataclasses.fields(Counts) if field.name != "plan"]


def drawn(weeks: WeeksAhead, paths: int = PATHS, seed: int = 7) -> Counts:
    """Counts of paths with luck of their own."""
    return counts_of_paths(weeks, luck_of(np.random.default_rng(seed), weeks.weeks, paths))


def full_by(counts: Counts) -> list[float]:
    """The first week by which 20, 50, 80 of 100 paths have been full."""
    found = np.sort(counts.first_full_week)
    return [float(found[int(np.ceil(share * found.size)) - 1]) for share in (0.2, 0.5, 0.8)]


def is_chance(found: Any, stated: float) -> None:
    """A share of the paths lies within what their number leaves open."""
    error = np.sqrt(stated * (1.0 - stated) / PATHS)
    assert float(np.mean(found)) == pytest.approx(stated, abs=FAR * error)


def is_mean(values: Any, stated: float) -> None:
    """A mean of the paths lies within what their number leaves open."""
    error = np.std(values) / np.sqrt(PATHS)
    assert float(np.mean(values)) == pytest.approx(stated, abs=FAR * error)


def test_a_hard_cap_is_the_exact_chain() -> None:
    """22 places, two phases, 0.8 a week: full by week 37, 47, 61 for 20, 50, 80 of 100."""
    weeks, expected = case("M10")
    counts = drawn(weeks)
    assert full_by(counts) == pytest.approx(expected["full_week_of_20_50_80"], abs=1)
    for week, stated in expected["chance_full_by_week"].items():
        is_chance(counts.first_full_week <= int(week), stated)
    for week, stated in expected["mean_caseload_by_week"].items():
        is_mean(counts.caseload[int(week) - 1], stated)


def test_two_payers_share_places_as_the_exact_chain_does() -> None:
    """Eight places, 60 and 40 of 100 asking: each payer's mean, and how often all are taken."""
    weeks, expected = case("M13")
    counts = drawn(weeks)
    for place, week in enumerate(expected["weeks"]):
        is_mean(counts.clients[week - 1, 0], expected["mean_private"][place])
        is_mean(counts.clients[week - 1, 1], expected["mean_insurer"][place])
        all_taken = counts.caseload[week - 1] == weeks.full_places
        is_chance(all_taken, expected["chance_all_places_taken"][place])


def test_a_years_fees_from_clients_who_are_there() -> None:
    """Twenty known clients: mean 144,768 and 20,118 about it; a Poisson start would say 25,704."""
    weeks, expected = case("M32")
    counts = drawn(weeks)
    fees = 150.0 * (counts.booked - counts.lost) + 120.0 * counts.missed_charged
    year = fees.sum(axis=(0, 1))
    is_mean(year, expected["mean"])
    spread = expected["standard_deviation"]
    assert year.std() == pytest.approx(spread, abs=FAR * spread / np.sqrt(2.0 * PATHS))


@pytest.mark.parametrize("name", ["P01", "P04"])
def test_when_a_practice_is_full(name: str) -> None:
    """By the independent program's 200,000 paths, at a leap and beside half a job."""
    weeks, expected = case(name)
    counts = drawn(weeks)
    stated = [expected[f"full_week_{share}_of_100"]["value"] for share in (20, 50, 80)]
    assert full_by(counts) == pytest.approx(stated, abs=2)
    is_chance(np.isinf(counts.first_full_week), expected["never_full_share"]["value"])
    for week in (26, 52) if name == "P01" else ():
        is_mean(counts.caseload[week - 1], expected[f"clients_week_{week}_mean"]["value"])
        spread = expected[f"clients_week_{week}_sd"]["value"]
        assert counts.caseload[week - 1].std() == pytest.approx(spread, rel=0.06)


def test_how_many_wait_in_a_year_with_a_summer() -> None:
    """8.70 people on the list after a year of seasons and four weeks away."""
    weeks, expected = case("P10")
    is_mean(drawn(weeks).waiting[51].sum(axis=0), expected["waiting_week_52_mean"]["value"])


def test_counts_follow_the_same_law_as_clients_one_by_one() -> None:
    """Means within 3 standard errors of both, variances within 5 %: 3,000 paths of clients."""
    weeks = plan(
        months=12,
        clients_at_start=0,
        enquiries_per_month=7.0,
        intake_share=0.5,
        waitlist=True,
        waiting_leave_share_per_week=0.1,
        early_ending_share=0.35,
        weeks_until_settled=4.0,
        weeks_once_settled=60.0,
        booking_season=(1.0,) * 11 + (0.5,),
    )
    source = random.Random(11)
    paths = [one_path(source, weeks) for _ in range(3_000)]
    apart = [np.array(rows, dtype=np.float64).T for rows in zip(*paths, strict=True)]
    counts = drawn(weeks, 20_000)
    kept = (counts.booked - counts.lost).sum(axis=1)
    together = [counts.caseload, counts.waiting.sum(axis=1), kept]
    for one, other in zip(apart, together, strict=True):
        for mine, theirs in ((other[51], one[51]), (other.sum(axis=0), one.sum(axis=0))):
            error = np.sqrt(mine.var() / mine.size + theirs.var() / theirs.size)
            assert mine.mean() == pytest.approx(theirs.mean(), abs=3.0 * error)
    spread = [rows.sum(axis=0).var() for rows in (apart[0], together[0])]
    assert spread[1] == pytest.approx(spread[0], rel=0.05)


def test_illness_loses_whole_weeks() -> None:
    """A path that is ill has no session for so many weeks; on average as many as expected."""
    weeks, expected = case("M24")
    counts = drawn(weeks)
    ill = (counts.booked.sum(axis=1) == 0.0).sum(axis=0)
    is_mean(ill, expected["weeks_lost_in_12_months"])
    assert set(np.unique(ill)) >= {0, 4}


def test_a_blow_takes_a_share_of_the_clients() -> None:
    """Where it is all but certain each year, the mean of the paths is the expected path."""
    weeks = plan(
        months=12,
        shock_chance_per_year=0.9,
        shock_lost_share=0.3,
        enquiries_per_month=0.0,
    )
    counts = drawn(weeks)
    for week in (0, 12, 51):
        is_mean(counts.caseload[week], float(expected_counts(weeks).caseload[week, 0]))


def test_half_come_back_of_a_leave() -> None:
    """Whole people do not return, and by chance as many as the share says."""
    row = {"kind": "leave", "month": 2, "weeks": 4, "clients_return_share": 0.55}
    weeks = plan("two_payers", months=12, away=[row])
    counts = drawn(weeks)
    is_mean(counts.left[5].sum(axis=0), 0.45 * float(counts.caseload[4].mean()))
    assert (counts.booked[5:9] == 0.0).all()
    assert (counts.clients[5:9] == counts.clients[5]).all()


def test_a_chance_above_a_half_draws_the_rarer_side() -> None:
    """Of clients who book 0.89 sessions each so many do, and never one more than there are."""
    weeks = plan("eight_two_payers", months=12, booking_season=(1.0, 0.8) * 6)
    counts = drawn(weeks)
    assert weeks.sessions_per_client[6] == pytest.approx(0.8 / 0.9)
    is_mean(counts.booked[6].sum(axis=0) - counts.caseload[6] * 0.8 / 0.9, 0.0)
    assert (counts.booked[6] <= counts.clients[6]).all()


def test_more_than_one_session_a_week() -> None:
    """80 booked at 1.3 sessions each are 62 places: one for certain, one more by chance."""
    weeks = plan("risk", months=12, sessions_per_client_per_week=1.3)
    counts = drawn(weeks)
    assert weeks.full_places == 62
    is_mean(counts.booked[9].sum(axis=0) - counts.caseload[9] * 80.0 / 62.0, 0.0)
    assert (counts.booked >= counts.clients).all()


ANYTHING = {
    "months": 14,
    "clients_at_start": 12,
    "enquiries_per_month": 14.0,
    "intake_share": 0.6,
    "waitlist": True,
    "waiting_leave_share_per_week": 0.1,
    "credentialing_weeks": 5,
    "sessions_per_client_per_week": 1.3,
    "illness_chance_per_year": 0.5,
    "shock_chance_per_year": 0.5,
    "away": [{"kind": "leave", "month": 6, "weeks": 5, "clients_return_share": 0.7}],
}


@pytest.mark.parametrize("weeks", [case("P04")[0], plan("two_payers", **ANYTHING)])
def test_a_path_is_its_own_scalar_run(weeks: WeeksAhead) -> None:
    """A column of uniforms alone gives the same path to the bit."""
    luck: Luck = luck_of(np.random.default_rng(3), weeks.weeks, 50)
    together = counts_of_paths(weeks, luck)
    for path in (7, 31, 49):
        alone = counts_of_paths(
            weeks, {name: rows[:, path : path + 1] for name, rows in luck.items()}
        )
        for name in FIELDS:
            column = getattr(together, name)[..., path : path + 1]
            assert np.array_equal(column, getattr(alone, name)), name


def test_luck_stands_in_its_own_stream() -> None:
    """Uniforms lie strictly between 0 and 1, one stream for each event, none like another."""
    luck = luck_of(np.random.default_rng(1), 3, 4)
    assert tuple(luck) == STREAMS
    assert len(luck) == len(STREAMS)
    assert len({rows.tobytes() for rows in luck.values()}) == len(STREAMS)
    assert all(((rows > 0.0) & (rows < 1.0)).all() for rows in luck.values())


class Extreme:
    """A source whose every draw is the least it can draw, or the largest."""

    def __init__(self, *, largest: bool) -> None:
        self.largest = largest

    def spawn(self, number: int) -> list["Extreme"]:
        """So many like it."""
        return [self] * number

    def integers(self, low: int, high: int, size: tuple[int, int], dtype: type) -> NDArray[Any]:
        """All of them the same."""
        return np.full(size, high - 1 if self.largest else low, dtype)


@pytest.mark.parametrize("largest", [False, True])
def test_the_extremes_of_a_source_are_no_0_and_no_1(*, largest: bool) -> None:
    """Neither the least nor the largest it can draw; with them a path is as any other."""
    weeks = plan("two_payers", **ANYTHING)
    luck = luck_of(cast("Generator", Extreme(largest=largest)), weeks.weeks, 2)
    assert all(((rows > 0.0) & (rows < 1.0)).all() for rows in luck.values())
    counts = counts_of_paths(weeks, luck)
    assert min(float(getattr(counts, name).min()) for name in FIELDS) >= 0.0


def test_as_many_as_can_be_typed() -> None:
    """A hundred enquiries in one month of the year, 400 clients in 11 places: counted as any."""
    weeks = plan(
        "roomy",
        months=12,
        sessions_per_client_per_week=7.0,
        clients_at_start=400,
        enquiries_per_month=100.0,
        intake_share=1.0,
        enquiry_season=(1.0,) + (0.0,) * 11,
        waitlist=True,
        waiting_leave_share_per_week=0.5,
    )
    counts = drawn(weeks, 50)
    assert counts.arrived.sum(axis=(0, 1)).mean() == pytest.approx(1_200.0, rel=0.05)
    assert (counts.caseload[-1] >= 0.0).all()
