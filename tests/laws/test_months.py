"""Laws of the months ahead: people are conserved, places hold, money moves nobody."""

import datetime
import math
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.months.closed_forms import mean_stay_weeks
from calc.months.counting import Counts
from calc.months.expected import expected_counts
from calc.months.paths import counts_of_paths, luck_of
from calc.months.weeks import WeeksAhead
from tests.calc.months.months_cases import plan, scenario

FEW = settings(max_examples=25, deadline=None)
PATHS = 40
STARTS = st.sampled_from(("plain", "two_payers", "solo", "couple"))
SHARES = st.floats(0.0, 1.0)


@st.composite
def away(draw: st.DrawFn) -> dict[str, Any]:
    """A holiday or a leave within a year."""
    month = draw(st.integers(1, 12))
    if draw(st.booleans()):
        weeks = draw(st.floats(0.0, 8.0))
        return {"kind": "holiday", "month": month, "weeks": weeks, "every_year": True}
    return {
        "kind": "leave",
        "month": month,
        "weeks": draw(st.integers(1, 20)),
        "clients_return_share": draw(SHARES),
        "enquiries_kept": draw(st.booleans()),
    }


@st.composite
def jobs(draw: st.DrawFn) -> list[dict[str, Any]]:
    """No job, or one from the first month on that may change once."""
    months = draw(st.sampled_from(((), (1,), (1, 2), (1, 12))))
    return [{"month": month, "places_share": draw(SHARES)} for month in months]


@st.composite
def anything_ahead(draw: st.DrawFn) -> dict[str, Any]:
    """Anything that may lie ahead of a practice."""
    return {
        "months": draw(st.integers(12, 26)),
        "clients_at_start": draw(st.none() | st.integers(0, 40)),
        "enquiries_per_month": draw(st.none() | st.floats(0.0, 30.0)),
        "intake_share": draw(st.floats(0.1, 1.0)),
        "early_ending_share": draw(SHARES),
        "weeks_until_settled": draw(st.floats(1.0, 10.0)),
        "weeks_once_settled": draw(st.floats(1.0, 150.0)),
        "sessions_per_client_per_week": draw(st.floats(0.3, 3.0)),
        "waitlist": draw(st.booleans()),
        "waiting_leave_share_per_week": draw(SHARES),
        "credentialing_weeks": draw(st.integers(0, 20)),
        "enquiry_season": tuple(draw(st.lists(st.floats(0.1, 3.0), min_size=12, max_size=12))),
        "booking_season": tuple(draw(st.lists(st.floats(0.1, 3.0), min_size=12, max_size=12))),
        "away": draw(st.lists(away(), max_size=2)),
        "job": draw(jobs()),
        "illness_chance_per_year": draw(st.floats(0.0, 0.9)),
        "shock_chance_per_year": draw(st.floats(0.0, 0.9)),
    }


def both(weeks: WeeksAhead) -> tuple[Counts, Counts]:
    """The expected path, and paths with chance."""
    luck = luck_of(np.random.default_rng(2), weeks.weeks, PATHS)
    return expected_counts(weeks), counts_of_paths(weeks, luck)


@FEW
@given(STARTS, anything_ahead())
def test_nobody_is_lost_from_the_books(name: str, values: dict[str, Any]) -> None:
    """Clients in = clients out + clients here; who asks is taken, waits or is turned away."""
    weeks = plan(name, **values)
    for counts in both(weeks):
        moved = counts.admitted[1:] - counts.left[1:]
        assert np.allclose(np.diff(counts.clients, axis=0), moved, atol=1e-9)
        asked = counts.arrived[1:] - counts.admitted[1:] - counts.turned_away[1:]
        assert np.allclose(np.diff(counts.waiting, axis=0), asked, atol=1e-9)
        for rows in (counts.clients, counts.waiting, counts.admitted, counts.left, counts.lost):
            assert rows.min() >= -1e-9
        kept = counts.booked - counts.lost
        assert kept.min() >= -1e-9
        assert (counts.lost - counts.late_charged - counts.missed_charged).min() >= -1e-9


@FEW
@given(STARTS, anything_ahead())
def test_nobody_is_admitted_above_the_places(name: str, values: dict[str, Any]) -> None:
    """Where anybody was admitted, the places hold; on leave and before insurers nobody is."""
    weeks = plan(name, **values)
    for counts in both(weeks):
        taken = counts.admitted.sum(axis=1) > 0.0
        assert (
            counts.caseload[taken]
            <= np.broadcast_to(weeks.places[:, None], taken.shape)[taken] + 1e-9
        ).all()
        assert counts.admitted[np.array(weeks.on_leave)].sum() == 0.0
        for place, payer in enumerate(weeks.payers):
            if payer.name == "insurer":
                assert counts.admitted[: weeks.insurers_from, place].sum() == 0.0


@FEW
@given(STARTS, anything_ahead())
def test_paths_are_of_whole_people(name: str, values: dict[str, Any]) -> None:
    """Every count of a path is a whole number."""
    _, counts = both(plan(name, **values))
    for rows in (counts.clients, counts.waiting, counts.booked, counts.lost, counts.late_charged):
        assert np.array_equal(rows, np.floor(rows))


@FEW
@given(STARTS, st.integers(1, 12))
def test_a_practice_that_stands_still_is_its_steady_year(name: str, month: int) -> None:
    """Left alone, each week of a practice has the clients and sessions of its plan."""
    found = plan(name, months=12, starts_on=datetime.date(2026, month, 1).isoformat())
    counts = expected_counts(found)
    work = scenario(name).work
    booked = sum(float(kind.booked_per_week) for kind in work.session_kinds)
    worked = 52.0 - float(work.time.weeks_off)
    assert math.isclose(float(counts.booked.sum()), booked * worked, rel_tol=1e-9)
    assert np.allclose(counts.clients_at_month_end, found.full_places, rtol=1e-9, atol=0.0)
    assert counts.turned_away.sum() < 1e-9 * found.full_places


@FEW
@given(st.floats(0.0, 6.0), st.integers(1, 10))
def test_dated_holidays_within_the_weeks_off_move_no_count(weeks: float, month: int) -> None:
    """They change no count of people, and with flat seasons no year's sessions."""
    row = {"kind": "holiday", "month": month, "weeks": weeks}
    values = {"months": 12, "clients_at_start": 5, "enquiries_per_month": 9.0}
    dated = expected_counts(plan("solo", **values, away=[row]))
    plain = expected_counts(plan("solo", **values))
    assert np.array_equal(dated.clients, plain.clients)
    steady = expected_counts(plan("solo", months=12, away=[row]))
    assert math.isclose(float(steady.booked.sum()), 22.0 * 46.0, rel_tol=1e-9)


@FEW
@given(st.floats(0.0, 12.0), st.floats(0.0, 6.0))
def test_more_enquiries_never_delay_the_first_full_week(few: float, more: float) -> None:
    """On the same luck, path by path."""
    values = {"months": 24, "clients_at_start": 0, "intake_share": 0.7}
    one = plan(enquiries_per_month=few, **values)
    other = plan(enquiries_per_month=few + more, **values)
    luck = luck_of(np.random.default_rng(4), one.weeks, PATHS)
    first = counts_of_paths(one, luck).first_full_week
    assert (counts_of_paths(other, luck).first_full_week <= first).all()


@FEW
@given(st.permutations(range(3)), anything_ahead())
def test_the_order_of_rows_is_nothing(order: list[int], values: dict[str, Any]) -> None:
    """Whatever row of a file stands first."""
    rows = [
        {"kind": "leave", "month": 3, "weeks": 5, "clients_return_share": 0.8},
        {"kind": "holiday", "month": 6, "weeks": 2.5, "every_year": True},
        {"kind": "leave", "month": 9, "weeks": 4, "clients_return_share": 0.4},
    ]
    one = expected_counts(plan(**{**values, "away": rows}))
    other = expected_counts(plan(**{**values, "away": [rows[place] for place in order]}))
    assert np.array_equal(one.booked, other.booked)


@FEW
@given(st.floats(0.0, 1.0), st.floats(1.0, 8.0), st.floats(2.0, 60.0))
def test_the_mean_of_the_paths_is_the_expected_path(
    early: float, until: float, once: float
) -> None:
    """While places are free: 160 of them, and two clients a week."""
    stay = mean_stay_weeks(early, until, once)
    weeks = plan(
        "roomy",
        months=12,
        sessions_per_client_per_week=0.5,
        clients_at_start=10,
        enquiries_per_month=5.0,
        intake_share=1.0,
        early_ending_share=early,
        weeks_until_settled=until,
        weeks_once_settled=once,
    )
    luck = luck_of(np.random.default_rng(9), weeks.weeks, 1_000)
    counts = counts_of_paths(weeks, luck)
    for week in (0, 20, 51):
        rows = counts.caseload[week]
        error = rows.std() / np.sqrt(rows.size) + 1e-9
        mean = float(expected_counts(weeks).caseload[week, 0])
        assert abs(rows.mean() - mean) <= 5.0 * error, stay
