"""What each form of pay would be for a share that the clinic keeps."""

import math
from typing import Any

import pytest

from calc.staffing import Affordable, NotAffordable, evaluate_clinic, pay_for_share
from calc.staffing.books import rates_of
from calc.staffing.pay_forms import pay_within
from tests.calc.clinics import HOURLY, PER_SESSION, RULES, SALARY, clinic, contractor, employee


def test_pay_forms_of_odd_posts() -> None:
    """An owner has none; a post that brings nothing keeps nothing of nothing."""
    result = evaluate_clinic(clinic())
    assert pay_for_share(result, "Owner", 0.3) == ()
    away = pay_for_share(result, "Post 7", 0.3)
    assert all(isinstance(one, NotAffordable) for one in away)
    assert all(math.isnan(one.most_kept_share) for one in away)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("pay", "form", "rate"),
    [
        ({**HOURLY, "paid_leave_weeks": 5, "contracted_hours_per_week": 36}, "hourly", 32.0),
        ({**HOURLY, "paid_buckets": ["sessions", "notes"], "paid_leave_weeks": 4}, "hourly", 32.0),
        (
            {**PER_SESSION, "lost_sessions_paid_share": 0.5, "administration_rate_per_hour": 20},
            *("per_session", 55.0),
        ),
        (
            {**SALARY, "quota_sessions_per_week": 15, "bonus_per_session_above_quota": 40},
            *("salary", 62_000.0),
        ),
        (
            {**SALARY, "quota_sessions_per_week": 25, "cut_per_session_below_quota": 20},
            *("salary", 62_000.0),
        ),
        ({**PER_SESSION, "rates_per_session": [50, 60]}, "per_session", 55.0),
    ],
)
@pytest.mark.parametrize("share", [1.0, 0.5])
def test_pay_of_today_keeps_what_is_kept_today(
    pay: dict[str, Any], form: str, rate: float, share: float
) -> None:
    """Asked to keep what a post keeps, the pay it has is the answer: its other terms stay."""
    result = evaluate_clinic(clinic(posts=[employee("A", pay, full_time_share=share)]))
    kept = result.posts[0].kept_share
    found = {one.form: one for one in pay_for_share(result, "A", kept)}[form]
    assert isinstance(found, Affordable)
    assert found.amount == pytest.approx(rate, abs=1e-6)
    assert found.kept_share == pytest.approx(kept)


def test_what_stays_has_its_load_too() -> None:
    """Stipends of 10,000 stay: with no salary the post keeps what it then keeps, and says so."""
    post = employee("A", SALARY, benefits_cost_share=0.2)
    post["work"] = post["work"] | {"benefits": {"stipends_per_year": 10_000}}
    bare = employee("A", SALARY | {"salary_per_year": 0}, benefits_cost_share=0.2)
    bare["work"] = bare["work"] | {"benefits": {"stipends_per_year": 10_000}}
    least = evaluate_clinic(clinic(posts=[bare])).posts[0].kept_share
    result = evaluate_clinic(clinic(posts=[post]))
    found = {one.form: one for one in pay_for_share(result, "A", least + 0.001)}["salary"]
    assert isinstance(found, NotAffordable)
    assert found.most_kept_share == pytest.approx(least)
    found = {one.form: one for one in pay_for_share(result, "A", least - 0.001)}["salary"]
    assert isinstance(found, Affordable)


def test_pay_forms_after_overhead() -> None:
    """What must also carry overhead pays less, and keeps the share after it."""
    result = evaluate_clinic(clinic())
    plain = pay_for_share(result, "Post 1", 0.1)
    carried = pay_for_share(result, "Post 1", 0.1, with_overhead=True)
    for one, other in zip(plain, carried, strict=True):
        assert isinstance(one, Affordable)
        assert isinstance(other, Affordable)
        assert other.amount < one.amount
        assert other.kept_share == pytest.approx(0.1)


def test_pay_forms_keep_other_pay_and_premium() -> None:
    """Stipend, match and a premium before tax stay: the share is kept all the same."""
    post = employee("A", SALARY)
    post["work"] = post["work"] | {
        "benefits": {"stipends_per_year": 1_000, "retirement_match_per_year": 2_000},
        "health_premium_per_month": 200,
    }
    result = evaluate_clinic(clinic(posts=[post]))
    for one in pay_for_share(result, "A", 0.2):
        assert isinstance(one, Affordable)
        assert one.kept_share == pytest.approx(0.2)
        if not one.form.startswith("contractor"):
            assert one.earner.money_in > 3_000


def test_pay_within_every_bend() -> None:
    """Turned round, cost gives back pay: below each base and above the last."""
    rates = rates_of(clinic(), RULES)
    for pay in (0.0, 5_000.0, 8_000.0, 62_000.0, 300_000.0):
        taxed = max(pay - 1_200.0, 0.0)
        cost = pay * 1.26 + min(taxed, 184_500) * 0.062 + taxed * (0.0145 + 0.02)
        cost += min(taxed, 7_000) * 0.006 + min(taxed, 9_000) * 0.027 + 400.0
        found = pay_within(
            cost,
            rates,
            benefits_share=0.25,
            fixed_per_year=400.0,
            further_share=0.02,
            premium_before_tax=1_200.0,
        )
        assert found == pytest.approx(pay)
    assert pay_within(399.0, rates, fixed_per_year=400.0) < 0.0


def test_a_contractor_could_be_employed() -> None:
    """A contractor's own premium is no deduction of an employer's: 20,000 x 1.0865 and 285."""
    post = contractor("A", 0.5)
    post["work"] = post["work"] | {"health_premium_per_month": 500}
    result = evaluate_clinic(clinic(posts=[post | {"benefits_cost_share": 0}]))
    one = result.posts[0]
    keep = (one.brings - one.processing - one.other_cost - 20_000 * 1.0865 - 285) / one.brings
    found = {way.form: way for way in pay_for_share(result, "A", keep)}["salary"]
    assert isinstance(found, Affordable)
    assert found.amount == pytest.approx(20_000)


@pytest.mark.parametrize("pay", [SALARY, HOURLY, PER_SESSION], ids=lambda pay: pay["kind"])
def test_no_pay_for_a_post_that_brings_nothing(pay: dict[str, Any]) -> None:
    """On leave all year, no form of pay keeps any share of nothing."""
    result = evaluate_clinic(clinic(posts=[employee("A", pay, unpaid_leave_weeks=52)]))
    found = pay_for_share(result, "A", 1 / 3)
    assert len(found) == 6
    assert all(isinstance(one, NotAffordable) for one in found)


def test_pay_for_a_week_that_no_week_holds() -> None:
    """A caseload of more hours than a week has is told elsewhere; its pay is found all the same."""
    kinds = [{"payer": "private", "booked_per_week": 80, "minutes_per_session": 120}]
    post = employee("A", PER_SESSION)
    post["work"] = {**post["work"], "session_kinds": kinds}
    result = evaluate_clinic(clinic(posts=[post]))
    assert result.posts[0].earner.hours_per_week > 168
    for one in pay_for_share(result, "A", 0.4):
        assert isinstance(one, Affordable)
        assert one.kept_share == pytest.approx(0.4)
