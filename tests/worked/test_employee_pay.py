"""What an employee is paid, by hand: salary, quota, by the hour, by session and by split."""

import pytest

from tests.worked.arrangements import COLLECTED, KIND, found, result_of

SESSIONS, NOTES, WAITING, ADMINISTRATION = 750.0, 150.0, 100 * 50 / 60, 100.0


def test_salary() -> None:
    """A salary of $60,000: pay whatever the sessions, FICA 7.65 %, tax by brackets.

    60,000 - 16,100 = 43,900: 1,240 + 12 % x 31,500 = 5,020.
    """
    result = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    found(result, money_in=60_000, taxes__fica=4_590, taxes__federal_income=5_020)
    found(result, take_home=60_000 - 4_590 - 5_020, costs=0, taxes__self_employment=0)


def test_salary_pays_contracted_hours() -> None:
    """Hours beyond the contract are unpaid, taken from what is not a session.

    All hours 750 + 150 + 83.33 + 100 = 1,083.33; contracted 20 x 50 = 1,000, so 83.33 are unpaid:
    a quarter of the 333.33 beside the sessions, from each bucket alike.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000, "contracted_hours_per_week": 20},
    )
    assert pytest.approx(1_083.3333333) == SESSIONS + NOTES + WAITING + ADMINISTRATION
    found(result, hours=1_083.3333333333333, hours__unpaid=83.33333333333333)
    found(
        result,
        hours__sessions__unpaid=0,
        hours__notes__unpaid=150 / 4,
        hours__waiting__unpaid=WAITING / 4,
        hours__administration__unpaid=25,
    )


def test_salary_shorter_than_the_sessions() -> None:
    """A contract shorter than the sessions themselves leaves part of them unpaid, too."""
    result = result_of("employee", pay={"kind": "salary", "contracted_hours_per_week": 10})
    found(result, hours__notes__paid=0, hours__sessions__paid=500, hours__sessions__unpaid=250)


@pytest.mark.parametrize(
    ("quota", "bonus", "cut", "pay"),
    [
        (16, 20, 15, 60_000 + 100 * 20),  # 900 held, 800 asked for
        (18, 20, 15, 60_000),  # 900 held, 900 asked for
        (20, 20, 15, 60_000 - 100 * 15),  # 900 held, 1,000 asked for
        (20, 20, 0, 60_000),  # nothing happens below the quota
        (80, 0, 1_000, 0),  # the cut takes the salary, never more
    ],
)
def test_bonus_and_cut_by_quota(quota: float, bonus: float, cut: float, pay: float) -> None:
    """The quota counts sessions held: a bonus above it, a stated cut below, at most the salary."""
    result = result_of(
        "employee",
        pay={
            "kind": "salary",
            "salary_per_year": 60_000,
            "quota_sessions_per_week": quota,
            "bonus_per_session_above_quota": bonus,
            "cut_per_session_below_quota": cut,
        },
    )
    found(result, money_in=pay)


def test_hourly_pays_the_hours_named() -> None:
    """By the hour: only the named work, and paid leave for contracted hours.

    (750 + 150) x 30 + 2 x 40 x 30 = 27,000 + 2,400; waiting and administration are unpaid.
    """
    result = result_of(
        "employee",
        pay={
            "kind": "hourly",
            "rate_per_hour": 30,
            "paid_buckets": ["sessions", "notes"],
            "contracted_hours_per_week": 40,
            "paid_leave_weeks": 2,
        },
    )
    found(result, money_in__hours=27_000, money_in__leave=2_400, money_in=29_400)
    found(result, hours__unpaid=WAITING + ADMINISTRATION)


def test_rates_per_session() -> None:
    """By the session: a rate for each kind, part of it for lost ones, and a rate for other work.

    900 x 45 + 100 x 45 x 50 % = 42,750; the second kind 200 booked, all held, at 30 = 6,000;
    notes 150 + 200 x 10 / 60 hours at 20 = 3,666.67.
    """
    short = {**KIND, "booked_per_week": 4, "late_cancelled_share": 0, "missed_share": 0}
    result = result_of(
        "employee",
        kinds=[KIND, short],
        pay={
            "kind": "per_session",
            "rates_per_session": [45, 30],
            "lost_sessions_paid_share": 0.5,
            "administration_rate_per_hour": 20,
            "administration_rate_buckets": ["notes"],
        },
    )
    notes = 150 + 200 * 10 / 60
    found(result, money_in__kinds__0=42_750, money_in__kinds__1=6_000)
    found(result, money_in__administration=notes * 20, money_in=48_750 + notes * 20)
    found(result, hours__notes__unpaid=0, hours__waiting__unpaid=WAITING)
    found(result, staircase__start=(1_000 * 45 + 200 * 30) / 1_200)


def test_split_of_an_employee() -> None:
    """A share of collections, card fees being the practice's: 50 % of 87,100, FICA on it."""
    result = result_of("employee", pay={"kind": "split", "share": 0.5})
    found(result, money_in=COLLECTED / 2, costs__card_fees=0, taxes__fica=43_550 * 0.0765)
    found(
        result,
        staircase__start=100,
        staircase__missed=-(10 - 1.6),  # 10 % lost, of which 4 % x 50 % x 80 % comes in
        staircase__not_collected=-0.05 * 90,
        staircase__share=-43.55,
        staircase__card=0,
    )
