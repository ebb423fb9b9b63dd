"""Cash by chance: departures worked out by hand, several at once, and what moves with clients."""

from dataclasses import replace

import numpy as np
import pytest

from calc.months.weeks import in_a_week
from calc.staffing import (
    cash_timeline,
    clinic_chance,
    clinic_luck_of,
    clinic_paths,
    evaluate_clinic,
    turnover_of,
)
from calc.staffing.chance import IN_HUNDRED, chances_to_leave
from tests.calc.clinics import HOURLY, PER_SESSION, POSTS, SALARY, clinic, contractor, employee
from tests.calc.clinics import owner as owner_post
from tests.calc.staffing.chances import LONG, leaves_after, luck_of, one_path

PATHS = 2_000
FAR = 3.0  # standard errors
MONTH = 13.0 / 3.0  # weeks
ALONE = {
    "posts": [contractor("A", 0.6)],
    "shared": {"card_fee_share": 0, "card_fee_per_charge": 0, "outside_billing_share": 0},
    "administration": {"administrators": 0},
    "turnover": {"leaving_rate": 0.4, "vacancy_weeks": 6, "replacement_cost_share": 0.1},
    "hiring": {
        "credentialing_weeks": 4,
        "ramp_sessions_per_week": 0,
        "payer_lag_weeks": 3,
        "hiring_cost": 9_000,
        "opening_cash": 10_000,
    },
}


def test_a_departure_by_hand() -> None:
    """Left after week 10, vacant to week 16: weeks that are paid for, month by month.

    Private clients pay in weeks 1 to 10 and from 17 on. Insurers pay three weeks late: to week 13,
    and, as they admit the successor after four weeks, from week 24 on. Months end in weeks 4 1/3,
    8 2/3, 13, 17 1/3, 21 2/3, 26. The successor costs a tenth of a year's pay in month 3, when the
    post is left, and no more: the cost of a hire is that of a new post.
    """
    result = evaluate_clinic(clinic(**ALONE))
    post = result.posts[0]
    a_week = in_a_week(turnover_of(result).posts[0].chance)
    luck = one_path(A=(leaves_after(10, a_week), LONG))
    found = clinic_paths(result, luck)
    insured, private = (receipt.amount / 52.0 for receipt in post.receipts)
    weeks_private = [MONTH, MONTH, 10.0 - 2 * MONTH, 4 * MONTH - 16.0, *[MONTH] * 20]
    weeks_insured = [MONTH, MONTH, MONTH, 0.0, 0.0, 3.0, *[MONTH] * 18]
    received = np.array(weeks_private) * private + np.array(weeks_insured) * insured
    assert found.cash.receipts[:, 0] == pytest.approx(received)
    assert found.cash.pay[:, 0] == pytest.approx(0.6 * received)
    assert found.cash.hiring[:, 0] == pytest.approx([0.0, 0.0, 0.1 * post.pay, *[0.0] * 21])
    there = np.array([*weeks_private[:4], *[MONTH] * 20])
    assert found.cash.other_costs[:, 0] == pytest.approx(post.other_cost / 52.0 * there)
    out = 0.6 * received + post.other_cost / 52.0 * there + found.cash.hiring[:, 0]
    overhead = result.overhead / 12.0
    at_end = 10_000.0 + np.cumsum(received - out - overhead)
    assert found.cash.at_end[:, 0] == pytest.approx(at_end)
    assert found.left.tolist() == [1]


def test_a_hire_who_leaves_and_one_after_the_horizon() -> None:
    """A hire of month 3 leaves in its second week; an owner and who stays are as planned."""
    posts = [owner_post(), contractor("A", 0.6, start_month=3), contractor("B", 0.6)]
    result = evaluate_clinic(clinic(**(ALONE | {"posts": posts})))
    a_week = in_a_week(turnover_of(result).posts[0].chance)
    found = clinic_paths(result, one_path(A=(leaves_after(2, a_week), LONG), B=(LONG,)))
    without = evaluate_clinic(clinic(**(ALONE | {"posts": [posts[0], posts[2]]})))
    others = cash_timeline(without)
    of_hire = found.cash.receipts[:, 0] - others.receipts
    private = result.posts[1].receipts[1].amount / 52.0
    insured = result.posts[1].receipts[0].amount / 52.0
    # It begins at the end of week 8 2/3. Two weeks, six vacant, then on from week 16 2/3: in months
    # 4 and 5, 2/3 and 4 1/3 weeks. Insurers pay for the successor from week 23 2/3 on.
    assert of_hire[:5] == pytest.approx(
        np.array([0.0, 0.0, 2.0 * private, 2.0 / 3.0 * private, MONTH * private]), abs=1e-6
    )
    assert of_hire[5] == pytest.approx(MONTH * private + (7.0 / 3.0) * insured)
    assert found.left.tolist() == [1]
    assert found.cash.hiring[2, 0] == pytest.approx(9_000.0 + 0.1 * result.posts[1].pay)
    a_year, late = (
        clinic_paths(result, one_path(A=(LONG,), B=(leaves_after(weeks, a_week), LONG)))
        for weeks in (52, 53)
    )
    assert (a_year.left.tolist(), late.left.tolist()) == ([1], [0])
    # Week 52 is the last of month 12: the successor is paid for in it, and is month 13's after it.
    replaced = 0.1 * result.posts[2].pay
    assert a_year.cash.hiring[11:13, 0] == pytest.approx([replaced, 0.0])
    assert late.cash.hiring[11:13, 0] == pytest.approx([0.0, replaced])


def test_who_leaves_is_worked_out_post_by_post() -> None:
    """With posts that stay vacant all year: sums of unlike chances, taken apart one by one."""
    result = evaluate_clinic(clinic(turnover={"leaving_rate": 0.3, "vacancy_weeks": 104}))
    shares = np.array([1.0])
    for post in turnover_of(result).posts:
        shares = np.convolve(shares, [1.0 - post.chance, post.chance])
    wanted = (shares[0], shares[1], 1.0 - shares[0] - shares[1])
    assert chances_to_leave(result) == pytest.approx(wanted)


def test_who_leaves_is_what_is_drawn() -> None:
    """The paths count the same, with successors who leave too and a hire of the eighth month."""
    posts = [employee("A", SALARY), employee("B", SALARY), employee("C", SALARY, start_month=8)]
    plan = clinic(posts=posts, turnover={"leaving_rate": 0.5, "vacancy_weeks": 4})
    result, paths = evaluate_clinic(plan), 20_000
    left = clinic_paths(result, luck_of(plan, paths, clients=False)).left
    drawn = [(left == 0).mean(), (left == 1).mean(), (left >= 2).mean()]
    found = chances_to_leave(result)
    assert sum(found) == pytest.approx(1.0)
    for share, chance in zip(drawn, found, strict=True):
        assert share == pytest.approx(chance, abs=FAR * np.sqrt(chance * (1.0 - chance) / paths))


def test_the_only_post_is_left_by_its_own_chance() -> None:
    """One post: somebody leaves with its chance, whatever was drawn."""
    plan = clinic(posts=[owner_post(), employee("A", SALARY)], turnover={"leaving_rate": 0.31})
    result = evaluate_clinic(plan)
    (post,) = turnover_of(result).posts
    nobody, _, _ = clinic_chance(result, luck_of(plan, 50)).left
    assert 1.0 - nobody == pytest.approx(post.chance)


def test_a_year_of_departures_costs_what_is_expected_of_it() -> None:
    """One post, no lag: the mean of the paths lies below the plan by departures times their cost.

    Only those who leave early enough for the successor to be full again cost all of it; so a
    departure is made to cost next to nothing late: no vacancy, full at once, and a replacement.
    """
    terms = {"leaving_rate": 0.3, "vacancy_weeks": 0, "replacement_cost_share": 0.5}
    hiring = {"credentialing_weeks": 0, "ramp_sessions_per_week": 0, "payer_lag_weeks": 0}
    plan = clinic(posts=[employee("A", SALARY)], turnover=terms, hiring=hiring)
    result = evaluate_clinic(plan)
    post = turnover_of(result).posts[0]
    paths = clinic_paths(result, luck_of(plan, PATHS, clients=False)).cash.at_end[-1]
    a_week = in_a_week(post.chance)
    wanted = cash_timeline(result).at_end[-1] - a_week * 104.0 * post.replacement
    assert paths.mean() == pytest.approx(wanted, abs=FAR * paths.std() / np.sqrt(PATHS))


def test_pay_by_the_session_moves_with_clients_and_a_salary_does_not() -> None:
    """Nobody leaves: a salary with a bonus is that of the plan, an hour and a session stray."""
    still = {"turnover": {"leaving_rate": 0}}
    bonus = {"quota_sessions_per_week": 15, "bonus_per_session_above_quota": 60}
    for pay, moves in ((SALARY | bonus, False), (PER_SESSION, True), (HOURLY, True)):
        plan = clinic(posts=[employee("A", pay)], **still)
        result = evaluate_clinic(plan)
        cash = clinic_paths(result, luck_of(plan, PATHS)).cash
        spread = np.broadcast_to(cash.pay, cash.receipts.shape).std(axis=1)
        assert (spread > 1.0).all() == moves
        if not moves:
            assert spread == pytest.approx(0.0, abs=1e-6)
        assert (cash.receipts.std(axis=1) > 1.0).all()
        mean, error = cash.at_end[-1].mean(), cash.at_end[-1].std() / np.sqrt(PATHS)
        assert mean == pytest.approx(cash_timeline(result).at_end[-1], abs=FAR * error)


def test_what_was_owed_before_the_first_week_comes_without_chance() -> None:
    """Insurers who pay five weeks late pay all of the first month for weeks before it."""
    kinds = [{"payer": "insurer", "booked_per_week": 20}]
    post = contractor("A")
    post["work"] = post["work"] | {"session_kinds": kinds}
    plan = clinic(posts=[post], hiring={"payer_lag_weeks": 5}, turnover={"leaving_rate": 0})
    result = evaluate_clinic(plan)
    receipts = clinic_paths(result, luck_of(plan, 50)).cash.receipts
    assert receipts[0] == pytest.approx(result.posts[0].brings / 12.0)
    assert receipts[1].std() > 1.0


def test_the_answer_counts_paths() -> None:
    """Every figure is a share or a rank of the paths below it."""
    plan = clinic(hiring={"opening_cash": 60_000, "owner_draw_per_month": 12_000})
    result = evaluate_clinic(plan)
    luck = luck_of(plan, 200)
    turns: list[int] = []
    found = clinic_chance(result, luck, between=lambda: turns.append(1))
    paths = clinic_paths(result, luck)
    assert len(turns) == len(result.posts)
    at_end = paths.cash.at_end
    lowest = at_end.min(axis=0)
    assert (found.paths, found.opening) == (200, 60_000.0)
    assert found.lowest == pytest.approx(np.percentile(lowest, IN_HUNDRED))
    assert found.cash == pytest.approx(np.percentile(at_end, IN_HUNDRED, axis=1).T)
    assert 0.0 < found.any_short < 1.0
    assert found.any_short == (lowest < 0.0).mean()
    assert found.short_by_month == pytest.approx((at_end < 0.0).mean(axis=1))
    falls = np.sort(np.maximum(0.0, 60_000.0 - lowest))
    assert found.reserve.amount == pytest.approx(falls[189])
    richer = replace(result, clinic=plan.with_values({"hiring.opening_cash": found.reserve.amount}))
    assert clinic_chance(richer, luck).any_short == pytest.approx(10 / 200)


def test_a_clinic_without_posts_has_its_costs_alone() -> None:
    """Nobody leaves, nothing strays: every path is the plan."""
    plan = clinic(posts=[])
    result = evaluate_clinic(plan)
    found = clinic_chance(result, clinic_luck_of(np.random.default_rng(1), plan.labels, 20))
    assert found.left == (1.0, 0.0, 0.0)
    assert found.lowest == pytest.approx((cash_timeline(result).lowest,) * 5)


def test_posts_of_one_label_have_luck_of_their_own() -> None:
    """Two posts called alike are told apart, and do not leave together."""
    plan = clinic(posts=[POSTS[1], POSTS[1]], turnover={"leaving_rate": 0.5})
    luck = luck_of(plan, 500, clients=False)
    assert plan.labels == ("Post 1", "Post 1 (2)")
    assert clinic_chance(evaluate_clinic(plan), luck).left[1] > 0.2
