"""A clinic by hand: every figure with its arithmetic, in Texas, tax year 2026."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.scenario.clinic import Clinic
from calc.staffing import (
    Affordable,
    NotAffordable,
    cash_timeline,
    evaluate_clinic,
    pay_for_share,
    turnover_of,
)

RULES = load_rules(2026)
# Every session is held and paid; 50 weeks; nothing else takes time.
TIME = {
    "holiday_weeks": 2,
    "sickness_weeks": 0,
    "training_weeks": 0,
    "administration_hours_per_week": 0,
    "marketing_hours_per_week": 0,
    "training_hours_per_year": 0,
}
KIND = {
    "payer": "insurer",
    "booked_per_week": 20,
    "fee_per_session": 100,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "billing_minutes_per_session": 0,
    "late_cancelled_share": 0,
    "missed_share": 0,
    "collected_share": 1,
}
SUPPORT = {"consultation_hours_per_week": 0}
PLAIN = {"benefits_cost_share": 0, "support": SUPPORT}


def work(kind: str, **more: Any) -> dict[str, Any]:
    """Twenty sessions at 100 in 50 weeks: 1,000 sessions and 100,000 a year."""
    return {"kind": kind, "session_kinds": [KIND], "time": TIME, **more}


def salaried(label: str = "Post 1", salary: float = 60_000, **more: Any) -> dict[str, Any]:
    """An employee on a salary."""
    pay = {"kind": "salary", "salary_per_year": salary}
    return {"label": label, "work": work("employee", pay=pay), **PLAIN, **more}


def split(label: str = "Post 2", share: float = 0.6, **more: Any) -> dict[str, Any]:
    """A contractor on a share of collections."""
    pay = {"kind": "split", "share": share}
    return {"label": label, "work": work("contractor", pay=pay), **PLAIN, **more}


def clinic(*posts: dict[str, Any], **more: Any) -> Clinic:
    """A clinic without card fees or workers' compensation."""
    data = {
        "posts": posts,
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0, **more.pop("shared", {})},
        "employer": {"workers_compensation_share": 0},
        "administration": {"benefits_cost_share": 0, **more.pop("administration", {})},
        **more,
    }
    return Clinic.parse(data)


# 60,000 x 7.65 % + 42 + 2.7 % x 9,000 = 4,590 + 42 + 243.
LOAD_OF_60_000 = 4_875.0


def test_a_salaried_post_and_a_contractor() -> None:
    """100,000 each; 64,875 for the one, 60,000 for the other; 75,125 left before 24,000 of rent."""
    rent = {"kind": "rent", "amount": 2_000, "per": "month"}
    result = evaluate_clinic(clinic(salaried(), split(), shared={"costs": [rent]}))
    one, other = result.posts
    assert one.brings == pytest.approx(100_000)
    assert one.employer_load == pytest.approx(LOAD_OF_60_000)
    assert one.contribution == pytest.approx(35_125)
    assert one.kept_share == pytest.approx(0.35125)
    assert other.pay == pytest.approx(60_000)
    assert other.employer_load == 0.0
    assert other.contribution == pytest.approx(40_000)
    assert float(result.margin.amount) == pytest.approx(35_125 + 40_000 - 24_000)
    assert result.margin_share == pytest.approx(51_125 / 200_000)
    assert float(result.revenue.amount) == pytest.approx(200_000)
    assert result.revenue_by_payer == {("insurer", "Individual"): pytest.approx(200_000)}
    # 1,000 hours with clients of 1,000 and 1,000 / 6 of notes.
    assert result.utilisation == pytest.approx(5 / 6)
    people, overhead, margin = (share for share, _ in result.beside_typical)
    assert people == pytest.approx((64_875 + 60_000) / 200_000)
    assert overhead == pytest.approx(24_000 / 200_000)
    assert margin == pytest.approx(51_125 / 200_000)


def test_the_same_clinician_as_on_any_page() -> None:
    """A post's own figures are those of its work evaluated as a scenario, to the bit."""
    post = salaried()
    plan = {"work": post["work"], "support": SUPPORT, "household": {"state": "TX"}}
    alone = evaluate(Scenario.parse(plan), RULES)
    (found,) = evaluate_clinic(clinic(post)).posts
    assert found.earner.wage == float(alone.wage.amount)
    assert found.earner.take_home == float(alone.take_home.amount)
    assert found.earner.load_score == float(alone.load.score)
    assert float(found.result.wage.amount) == float(alone.wage.amount)


def test_card_and_billing_are_the_clinics() -> None:
    """Private: 3 % of 100,000 and 0.30 of 1,000 charges; insurers: 6 % of 100,000 to a service."""
    private = salaried("Post 2")
    private["work"] |= {"session_kinds": [KIND | {"payer": "private", "card_paid_share": 1}]}
    shared = {"card_fee_share": 0.03, "card_fee_per_charge": 0.3, "outside_billing_share": 0.06}
    insurer, card = evaluate_clinic(clinic(salaried(), private, shared=shared)).posts
    assert insurer.processing == pytest.approx(6_000)
    assert card.processing == pytest.approx(3_000 + 300)


def test_full_time_share_and_leave() -> None:
    """Half time: half the sessions and pay. Thirteen weeks of leave: three quarters of both.

    Leave of 13 of 52 weeks leaves 50 x 3/4 = 37.5 worked weeks: 375 sessions at half time.
    """
    half, away, both = evaluate_clinic(
        clinic(
            salaried("Post 1", full_time_share=0.5),
            salaried("Post 2", unpaid_leave_weeks=13),
            salaried("Post 3", full_time_share=0.5, unpaid_leave_weeks=13),
        )
    ).posts
    assert (half.brings, half.pay) == (pytest.approx(50_000), pytest.approx(30_000))
    assert away.worked_weeks == pytest.approx(37.5)
    assert (away.brings, away.pay) == (pytest.approx(75_000), pytest.approx(45_000))
    assert (both.brings, both.pay) == (pytest.approx(37_500), pytest.approx(22_500))
    assert both.held_per_year == pytest.approx(375)


def test_a_payer_mix_for_posts_without_rows() -> None:
    """20 sessions, 3 parts of 100 and 1 of 140: 15 x 50 x 100 + 5 x 50 x 140 = 75,000 + 35,000."""
    post = salaried(mix_sessions_per_week=20)
    post["work"] = post["work"] | {"session_kinds": []}
    mix = [
        {"share": 0.6, "sessions": KIND | {"label": "Plan"}},
        {"share": 0.2, "sessions": KIND | {"label": "Other", "fee_per_session": 140}},
    ]
    result = evaluate_clinic(clinic(post, payer_mix=mix))
    assert result.revenue_by_payer[("insurer", "Plan")] == pytest.approx(75_000)
    assert result.revenue_by_payer[("insurer", "Other")] == pytest.approx(35_000)


def test_the_owner_has_the_margin_once() -> None:
    """The owner's 100,000, and 35,125 of a salaried post less 10,000 of shared costs: 125,125.

    Their practice with 25,125 of other receipts is taxed as any practice with that profit.
    """
    own = {"label": "Owner", "work": work("own_practice", card_fee_share=0), **PLAIN}
    cost = {"kind": "other", "amount": 10_000, "per": "year"}
    result = evaluate_clinic(clinic(own, salaried(), shared={"costs": [cost]}))
    (owner,) = result.owners
    assert owner.alone.earner.profit == pytest.approx(100_000)
    assert owner.post.earner.profit == pytest.approx(125_125)
    assert owner.margin == pytest.approx(125_125)
    assert float(result.margin.amount) == pytest.approx(125_125)
    plan = Scenario.parse(
        {"work": own["work"] | {"other_receipts_per_year": 25_125}, "support": SUPPORT}
    )
    assert owner.post.earner.wage == pytest.approx(float(evaluate(plan, RULES).wage.amount))
    assert result.posts[0] is owner.post
    assert result.posts[0].contribution == pytest.approx(100_000)


def test_two_owners_and_a_loss() -> None:
    """Each keeps their own 100,000; a loss of 30,000 is shared: 85,000 each, a cost of each."""
    owners = [
        {"label": name, "work": work("own_practice", card_fee_share=0), **PLAIN}
        for name in ("Owner 1", "Owner 2")
    ]
    cost = {"kind": "other", "amount": 30_000, "per": "year"}
    result = evaluate_clinic(clinic(*owners, shared={"costs": [cost]}))
    assert [owner.post.earner.profit for owner in result.owners] == [pytest.approx(85_000)] * 2
    assert "The clinic's loss" in [cost.label for cost in result.posts[0].scenario.costs]


def test_administrators_cost_their_load_too() -> None:
    """Half a post of 60,000 with its load: 30,000 + 4,875 / 2."""
    result = evaluate_clinic(
        clinic(salaried(), administration={"administrators": 0.5, "pay_per_year": 60_000})
    )
    assert float(result.administration.amount) == pytest.approx(30_000 + LOAD_OF_60_000 / 2)


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
    """Hawaii takes 3 % of pay up to 59,100: a further session costs that too.

    58 a session, 30,042 / (50 x (100 - 58 x 1.1065)), 42 being the federal tax up to its base.
    """
    rate = {"kind": "per_session", "rates_per_session": [58]}
    post = {"label": "Post 1", "work": work("employee", pay=rate), **PLAIN}
    shared = {"costs": [{"kind": "other", "amount": 30_000, "per": "year"}]}
    result = evaluate_clinic(clinic(post, state="HI", shared=shared))
    even = 30_042 / (50 * (100 - 58 * 1.1065))
    assert result.break_even(result.posts[0]) == pytest.approx(even)


def test_supervision_forgoes_receipts() -> None:
    """Two supervised: an hour each, and one group of two hours: 4 hours a week at 150.

    Each forgoes half: 2 x 50 x 150 = 15,000. They receive 3 hours a week themselves, for both
    hours of the group are theirs.
    """
    plan = {
        "individual_hours_per_week": 1,
        "group_hours_per_week": 2,
        "group_size": 6,
        "forgone_fee_per_hour": 150,
    }
    result = evaluate_clinic(
        clinic(
            salaried("Post 1", licence="associate"),
            salaried(
                "Post 2", licence="intern", support=SUPPORT | {"supervision_hours_per_week": 1}
            ),
            salaried("Post 3"),
            supervision=plan,
        )
    )
    use = result.supervision
    assert (use.supervised, use.groups, use.hours_needed) == (2, 1, pytest.approx(4.0))
    assert use.forgone_by_post == (pytest.approx(15_000), pytest.approx(15_000), 0.0)
    assert use.forgone_per_year == pytest.approx(30_000)
    assert result.after_supervision(result.posts[0]) == pytest.approx(35_125 - 15_000)
    received = [post.scenario.support.supervision_hours_per_week for post in result.posts]
    assert received == [3.0, 1.0, 0.0]
    assert [binding.resource for binding in result.bindings] == ["supervision"]


def test_rooms_fill_up() -> None:
    """20 sessions of an hour with the gap, half of them by video: 10 hours of 2 x 20."""
    result = evaluate_clinic(
        clinic(
            salaried(telehealth_share=0.5),
            rooms={"rooms": 2, "open_hours_per_week": 20, "gap_minutes_per_session": 10},
        )
    )
    assert result.rooms is not None
    assert result.rooms.hours_needed == pytest.approx(10)
    assert result.rooms.share == pytest.approx(0.25)
    assert result.bindings == ()


def test_clients_served_and_waiting() -> None:
    """20 sessions weekly are 20 clients, of whom 5 % end a week: one start a week.

    Three a week ask: 60 at a steady pace; two a week give up at 4 %: 50 wait, ln(3) / 0.04 weeks.
    """
    demand = {
        "new_clients_per_week": 3,
        "clients_waiting": 10,
        "discharge_share_per_week": 0.05,
        "sessions_per_client_per_week": 1,
        "waiting_leave_share_per_week": 0.04,
    }
    result = evaluate_clinic(clinic(salaried(), demand=demand))
    access = result.access
    assert access is not None
    assert (access.room_for_clients, access.asking) == (pytest.approx(20), pytest.approx(60))
    assert access.served == pytest.approx(20)
    assert access.starts_per_year == pytest.approx(52)
    assert access.waiting == pytest.approx(50)
    assert access.weeks_to_wait == pytest.approx(np.log(3) / 0.04)
    assert access.weeks_to_clear is None
    # Half a person a week: 10 clients, 10 places free; 10 waiting fill half a place a week.
    few = evaluate_clinic(clinic(salaried(), demand=demand | {"new_clients_per_week": 0.5}))
    assert few.access is not None
    assert few.access.unfilled_sessions_per_week == pytest.approx(10)
    assert few.access.weeks_to_clear == pytest.approx(np.log(1 + 10 * 0.04 / 0.5) / 0.04)
    assert [binding.resource for binding in few.bindings] == ["demand"]


def test_what_can_be_paid_to_keep_a_third() -> None:
    """Of 100,000 keep 34 %: 66,000. Contractor 66 a session or 66 %.

    An employee's pay x 1.0765 + 285 = 66,000: 61,045.06, a salary, or 61.05 a session, or 61.05 %.
    By the hour: 1,000 paid hours of 50 + 10 minutes.
    """
    result = evaluate_clinic(clinic(salaried()))
    found = {one.form: one for one in pay_for_share(result, "Post 1", 0.34)}
    pay = (66_000 - 285) / 1.0765
    wanted = {
        "salary": pay,
        "hourly": pay / 1_000,
        "per_session": pay / 1_000,
        "split": pay / 100_000,
        "contractor_per_session": 66.0,
        "contractor_split": 0.66,
    }
    for form, amount in wanted.items():
        one = found[form]
        assert isinstance(one, Affordable)
        assert one.amount == pytest.approx(amount)
        assert one.kept_share == pytest.approx(0.34)
        assert one.cost_per_year == pytest.approx(66_000)


def test_nothing_can_be_paid_to_keep_more_than_all() -> None:
    """Benefits of 5,000 a year leave 95 %, not 98: no employee's pay does, a contractor's might."""
    result = evaluate_clinic(clinic(salaried(benefits_cost_per_year=5_000)))
    found = {one.form: one for one in pay_for_share(result, "Post 1", 0.98)}
    salary = found["salary"]
    assert isinstance(salary, NotAffordable)
    assert salary.most_kept_share == pytest.approx(0.95)
    assert isinstance(found["contractor_split"], Affordable)


def test_cash_of_a_hire() -> None:
    """A hire in month 1 with 20 insurer sessions at once after 13 weeks, paid 4 weeks later.

    13 weeks are three months; the fourth month pays nothing but its last third of a week: 4 1/3
    weeks less 4. From month 5 on a month brings 100,000 / 12 and costs 64,875 / 12. The hire costs
    3,000. Lowest is the end of month 4.
    """
    plan = clinic(
        salaried(start_month=1),
        hiring={
            "hiring_cost": 3_000,
            "credentialing_weeks": 13,
            "ramp_sessions_per_week": 0,
            "payer_lag_weeks": 4,
            "opening_cash": 20_000,
        },
    )
    cash = cash_timeline(evaluate_clinic(plan))
    month = 64_875 / 12
    assert cash.pay == pytest.approx(np.full(24, month))
    assert cash.hiring[0] == 3_000
    assert cash.receipts[:3] == pytest.approx(np.zeros(3))
    assert cash.receipts[3] == pytest.approx(100_000 / 52 / 3)
    assert cash.receipts[4:] == pytest.approx(np.full(20, 100_000 / 12))
    end = 20_000 - 3_000 - 4 * month + 100_000 / 52 / 3
    assert cash.lowest == pytest.approx(end)
    assert cash.lowest_month == 4
    # The cash is gone at the end of month 4: three months end with some left.
    assert end < 0
    assert cash.runway_months == 3


def test_a_departure_by_hand() -> None:
    """Vacant 10 weeks, then 10 weeks of credentialing: 20 of 52 weeks of 100,000 are lost.

    Saved are 10 weeks of 64,875; replacing is a quarter of 60,000; 40 % of 20 clients are lost.
    """
    plan = clinic(
        salaried(),
        turnover={"vacancy_weeks": 10, "replacement_cost_share": 0.25, "clients_lost_share": 0.4},
        hiring={"credentialing_weeks": 10, "ramp_sessions_per_week": 0},
    )
    result = turnover_of(evaluate_clinic(plan))
    (post,) = result.posts
    assert post.receipts_lost == pytest.approx(100_000 * 20 / 52)
    assert post.pay_saved == pytest.approx(64_875 * 10 / 52)
    assert post.replacement == pytest.approx(15_000)
    assert post.clients_lost == pytest.approx(8)
    assert post.sessions_lost == pytest.approx(1_000 * 20 / 52)
    assert post.weeks_until_full == pytest.approx(20)
    assert post.cost == pytest.approx(15_000 + (100_000 * 20 - 64_875 * 10) / 52)
    assert result.departures == pytest.approx(post.chance)
    assert result.cost == pytest.approx(post.chance * post.cost)


def test_an_unpaid_intern_and_a_stipend() -> None:
    """No pay, no payroll tax; a stipend of 10,000 is taxed as pay: 765 + 42 + 243."""
    unpaid = salaried("Post 1", salary=0, licence="intern")
    paid = salaried("Post 2", salary=0, licence="intern")
    paid["work"] = paid["work"] | {"benefits": {"stipends_per_year": 10_000}}
    result = evaluate_clinic(clinic(unpaid, paid), minimum_wage_per_hour=7.25)
    one, other = result.posts
    assert (one.pay, one.employer_load) == (0.0, 0.0)
    assert other.pay == pytest.approx(10_000)
    assert other.employer_load == pytest.approx(765 + 42 + 243)
    marks = [(mark.kind, mark.label) for mark in result.marks]
    assert ("below_minimum_wage", "Post 1") in marks
    # 10,000 over 1,000 hours and 50 of supervision.
    assert ("below_minimum_wage", "Post 2") not in marks
    assert other.earner.gross_per_hour == pytest.approx(10_000 / 1_050)
