"""Sessions at which a post breaks even, by hand, in Texas, tax year 2026."""

import pytest

from calc.staffing import evaluate_clinic
from tests.worked.clinics import KIND, PLAIN, TIME, clinic, salaried, split, work


def test_break_even_sessions() -> None:
    """A salary: 64,875 / (50 x 100) = 12.975 a week; with 20,000 of overhead 16.975.

    A contractor at 60 %: overhead alone over what a session leaves, 20,000 / 2 / (50 x 40) = 5;
    with a second post beside it each carries half.
    """
    cost = {"kind": "other", "amount": 20_000, "per": "year"}
    alone = evaluate_clinic(clinic(salaried(), shared={"costs": [cost]}))
    post = alone.posts[0]
    assert alone.break_even(post, with_overhead=False) == pytest.approx(12.975)
    assert alone.break_even(post) == pytest.approx(16.975)
    both = evaluate_clinic(clinic(salaried(), split(), shared={"costs": [cost]}))
    assert both.break_even(both.posts[1]) == pytest.approx(5.0)
    keeps_all = evaluate_clinic(clinic(split(share=1.0), shared={"costs": [cost]}))
    assert keeps_all.break_even(keeps_all.posts[0]) is None


def test_pay_by_session_and_by_hour_break_even() -> None:
    """Half of 20,000 each. Per session 50: 7.65 % of it on top, and 0.6 and 2.7 % up to 285 in all.

    10,285 / (50 x (100 - 50 x 1.0765)) = 4.45479 a week. By the hour at 30 a session of 50 minutes
    with 10 of notes is one hour. Its pay stays below 7,000, so all rates go with it:
    10,000 / (50 x (100 - 30 x 1.1095)) = 2.99783. With nothing to carry none is needed.
    """
    rate = {"kind": "per_session", "rates_per_session": [50]}
    hour = {"kind": "hourly", "rate_per_hour": 30}
    posts = [
        {"label": str(place), "work": work("employee", pay=pay), **PLAIN}
        for place, pay in enumerate((rate, hour))
    ]
    cost = {"kind": "other", "amount": 20_000, "per": "year"}
    result = evaluate_clinic(clinic(*posts, shared={"costs": [cost]}))
    assert result.break_even(result.posts[0]) == pytest.approx(10_285 / (50 * 46.175))
    assert result.break_even(result.posts[1]) == pytest.approx(10_000 / (50 * 66.715))
    assert result.break_even(result.posts[0], with_overhead=False) == 0.0


def test_break_even_moves_with_a_bonus_and_a_cut() -> None:
    """The same answer whatever is booked now, for pay bends at the quota.

    55,000 with 30 for each session above 15: at the quota 75,000 less 55,000 x 1.0765, 285 and
    18,000 leaves -2,492.50; each further one a week leaves 50 x (100 - 30 x 1.0765) = 3,385.25.
    60,000 less 40 for each short of 25: 60,000 - 40 x 1,250 = 10,000 is left with no session, so
    none is lost to the floor. 25,000, 285 and 10,765 are to be earned; each session a week brings
    50 x (100 - 40 x 1.0765) = 2,847.
    """
    bonus = {"quota_sessions_per_week": 15, "bonus_per_session_above_quota": 30}
    cut = {"quota_sessions_per_week": 25, "cut_per_session_below_quota": 40}
    for salary, terms, cost, even in (
        (55_000, bonus, 18_000, 15 + 2_492.5 / 3_385.25),
        (60_000, cut, 25_000, (25_000 + 285 + 10_765) / 2_847),
    ):
        for booked in (14, 20, 26):
            kinds = [{**KIND, "booked_per_week": booked}]
            pay = {"kind": "salary", "salary_per_year": salary, **terms}
            post = salaried()
            post["work"] = {**post["work"], "pay": pay, "session_kinds": kinds}
            shared = {"costs": [{"kind": "other", "amount": cost, "per": "year"}]}
            result = evaluate_clinic(clinic(post, shared=shared))
            assert result.break_even(result.posts[0]) == pytest.approx(even)


def test_break_even_where_the_cut_takes_the_whole_salary() -> None:
    """30,000 less 60 for each session short of 20: below 10 a week there is no pay at all.

    Until 10 a week each brings 5,000: 40,000 is carried by 8, and nobody is paid. 60,000 by 10,
    then 60 x 50 x 1.0765 = 3,229.50 of each 5,000 goes to pay, and 285 once: from 10 on
    10,285 / 1,770.50 more. Beyond 20 pay is flat.
    """
    terms = {"quota_sessions_per_week": 20, "cut_per_session_below_quota": 60}
    post = salaried()
    pay = {"kind": "salary", "salary_per_year": 30_000, **terms}
    post["work"] = {**post["work"], "pay": pay}
    for cost, even in ((40_000, 8.0), (60_000, 10 + 10_285 / 1_770.5)):
        shared = {"costs": [{"kind": "other", "amount": cost, "per": "year"}]}
        result = evaluate_clinic(clinic(post, shared=shared))
        assert result.break_even(result.posts[0]) == pytest.approx(even)


def test_a_quota_of_sessions_that_are_never_held_breaks_even_nowhere() -> None:
    """A bonus above 15 of sessions that nobody keeps: the salary is never carried."""
    kinds = [{**KIND, "late_cancelled_share": 0, "missed_share": 1, "missed_charged_share": 0}]
    pay = {"kind": "salary", "salary_per_year": 50_000, "bonus_per_session_above_quota": 30}
    terms = {"kind": "employee", "pay": pay, "session_kinds": kinds, "time": TIME}
    result = evaluate_clinic(clinic({"label": "Post 1", "work": terms, **PLAIN}))
    assert result.break_even(result.posts[0]) is None


def test_break_even_below_the_base_of_a_state() -> None:
    """Hawaii takes 2.4 % of pay up to 59,100: a further session costs that too.

    58 a session, 30,042 / (50 x (95.50 - 58 x 1.1005)), 42 being the federal tax up to its base.
    Of each 100 the general excise tax takes 4.50, with the surcharge of every county.
    """
    rate = {"kind": "per_session", "rates_per_session": [58]}
    post = {"label": "Post 1", "work": work("employee", pay=rate), **PLAIN}
    shared = {"costs": [{"kind": "other", "amount": 30_000, "per": "year"}]}
    result = evaluate_clinic(clinic(post, state="HI", shared=shared))
    even = 30_042 / (50 * (95.5 - 58 * 1.1005))
    assert result.break_even(result.posts[0]) == pytest.approx(even)
