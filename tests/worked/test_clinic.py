"""A clinic by hand: its margin and its owners, in Texas, tax year 2026."""

import pytest

from calc import Scenario, evaluate, load_rules
from calc.staffing import evaluate_clinic
from tests.worked.clinics import KIND, PLAIN, SUPPORT, clinic, salaried, split, work

RULES = load_rules(2026)
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
