"""A split that rises with a month's collections: 50 % of 1,000, 65 % of 1,500 more, 75 % beyond.

Ten sessions a week at $100 for 48 weeks, all held and paid for, bring 48,000 a year, 4,000 a month:
500 + 975 + 75 % x 1,500 = 2,600 a month, 31,200 a year.
"""

from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.offers import compare
from calc.offers.terms import last_share
from calc.questions.pay import times_paid, with_pay
from calc.scenario import Offers, SplitOfCollections
from calc.staffing import evaluate_clinic, pay_for_share
from tests.worked.clinics import KIND as POST_KIND
from tests.worked.clinics import PLAIN, clinic
from tests.worked.clinics import work as post_work

RULES = load_rules(2026)
STEPS = [
    {"after_next_per_month": 1_000.0, "beyond_share": 0.65},
    {"after_next_per_month": 1_500.0, "beyond_share": 0.75},
]
PAY: dict[str, Any] = {"kind": "split", "share": 0.5, "steps": STEPS}
KIND = {
    "payer": "private",
    "booked_per_week": 10.0,
    "fee_per_session": 100.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
    "collected_share": 1.0,
}
TIME = {"holiday_weeks": 4.0, "sickness_weeks": 0.0, "training_weeks": 0.0}


def work(kind: str = "contractor", fee: Any = 100.0) -> dict[str, Any]:
    """The work above."""
    kinds = [{**KIND, "fee_per_session": fee}]
    return {"kind": kind, "pay": PAY, "session_kinds": kinds, "time": TIME}


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_a_month_of_four_thousand_pays_2600(kind: str) -> None:
    """On a 1099 and on a W-2; less than the first step is at the first share alone."""
    result = evaluate(Scenario.parse({"work": work(kind)}), RULES)
    assert result.money_in.amount == pytest.approx(12 * 2_600)
    assert result.find("money_in.split").find("money_in.steps.1.share").amount == 0.75
    low = evaluate(Scenario.parse({"work": work(kind, 20.0)}), RULES)
    assert low.money_in.amount == pytest.approx(12 * 800 * 0.5)
    middle = evaluate(Scenario.parse({"work": work(kind, 50.0)}), RULES)
    assert middle.money_in.amount == pytest.approx(12 * (500 + 1_000 * 0.65))


def test_draws_are_what_each_is_alone() -> None:
    """A row of fees is worked out at once; the staircase and the statement add up."""
    fees = np.array([20.0, 50.0, 100.0])
    together = evaluate(Scenario.parse({"work": work(fee=fees)}), RULES)
    assert together.money_in.amount == pytest.approx([4_800, 13_800, 31_200])
    assert together.staircase.amount == pytest.approx(together.wage.amount)


def test_a_file_keeps_the_steps_and_one_without_them_means_what_it_did() -> None:
    """Saved and opened it is the same plan; without steps one share holds."""
    plan = Scenario.parse({"work": work()})
    assert Scenario.from_toml(plan.to_toml()) == plan
    plain = plan.with_values({"work.pay.steps": ()})
    assert evaluate(plain, RULES).money_in.amount == pytest.approx(24_000)


def test_an_offer_is_paid_by_it() -> None:
    """The letter's money, and its head: 50 to 75 %."""
    letter = {"label": "Contract", "work": work(), "supervision_hours_per_week": 0.0}
    (found,) = compare(Offers.parse({"offers": [letter]})).compared
    assert found.result.money_in.amount == pytest.approx(31_200)
    assert found.terms["pay"].last == 0.75  # type: ignore[union-attr]
    assert last_share(SplitOfCollections(share=0.5)) is None


def test_more_of_it_raises_every_step() -> None:
    """All shares in proportion, at most all; from a first share of nothing only that one moves."""
    pay = SplitOfCollections.model_validate(PAY)
    raised = times_paid(pay, 1.5)
    assert raised["work.pay.share"] == pytest.approx(0.75)
    shares = [step["beyond_share"] for step in raised["work.pay.steps"]]
    assert shares == pytest.approx([0.975, 1.0])
    plan = Scenario.parse({"work": work()})
    more = evaluate(plan.with_values(with_pay(plan, 0.6)), RULES)
    assert more.money_in.amount == pytest.approx(12 * (600 + 1_500 * 0.78 + 1_500 * 0.9))
    none = plan.with_values({"work.pay.share": 0.0})
    assert set(with_pay(none, 0.3)) == {"work.pay.share"}


def test_a_post_of_a_clinic_costs_it_and_breaks_even_at_its_bends() -> None:
    """20 sessions at 100 in 50 weeks: 8,333.33 a month, 500 + 975 + 4,375 = 5,850, 70,200 a year.

    The clinic keeps half of 12,000, 35 % of 18,000 and 25 % beyond: 20,000 are carried by
    30,000 + (20,000 - 12,300) / 25 % = 60,800 of collections, 12.16 sessions a week.
    """
    shared = {"costs": [{"kind": "other", "amount": 20_000, "per": "year"}]}
    for booked in (6.0, 20.0):
        kinds = [{**POST_KIND, "booked_per_week": booked}]
        terms = {**post_work("contractor", pay=PAY), "session_kinds": kinds}
        post = {"label": "Post 1", "work": terms, **PLAIN}
        result = evaluate_clinic(clinic(post, shared=shared))
        assert result.break_even(result.posts[0]) == pytest.approx(12.16)
    assert result.posts[0].pay == pytest.approx(70_200)
    assert result.posts[0].by_session == pytest.approx(70_200)
    answers = {one.form: one for one in pay_for_share(result, "Post 1", 0.3)}
    assert answers["contractor_split"].amount == pytest.approx(  # type: ignore[union-attr]
        (70_000 - 12 * (975 + 4_375)) / 12_000, abs=1e-6
    )


def test_a_split_of_nothing_has_no_bend() -> None:
    """A post that collects nothing is never carried."""
    kinds = [{**POST_KIND, "fee_per_session": 0.0}]
    terms = {**post_work("contractor", pay=PAY), "session_kinds": kinds}
    shared = {"costs": [{"kind": "other", "amount": 1_000, "per": "year"}]}
    result = evaluate_clinic(clinic({"label": "Post 1", "work": terms, **PLAIN}, shared=shared))
    assert result.break_even(result.posts[0]) is None
