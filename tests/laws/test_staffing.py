"""Laws of a clinic: sums, independence of posts, order, and the engine of everybody."""

import copy
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import evaluate, load_rules
from calc.scenario.clinic import Clinic
from calc.staffing import cash_timeline, evaluate_clinic, explain_margin, turnover_of
from tests.calc.clinics import POSTS, clinic, contractor, employee, owner

RULES = load_rules(2026)
CENT = 0.01


@st.composite
def rosters(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to six posts of any kind, pay, share, leave and licence; owners among them."""
    random = draw(st.randoms(use_true_random=False))
    size = draw(st.integers(0, 6))
    return [_post(random, place) for place in range(size)]


def _post(random: Random, place: int) -> dict[str, Any]:
    label = f"Post {place}"
    pays = [
        {"kind": "salary", "salary_per_year": random.randint(0, 120_000)},
        {"kind": "hourly", "rate_per_hour": random.randint(0, 70)},
        {"kind": "per_session", "rates_per_session": [random.randint(0, 90)]},
        {"kind": "split", "share": random.randint(0, 20) / 20},
    ]
    kind = random.choice(("employee", "employee", "contractor", "owner"))
    if kind == "owner":
        post = owner(label)
    elif kind == "contractor":
        post = contractor(label, random.randint(0, 20) / 20)
    else:
        post = employee(label, random.choice(pays))
    post = copy.deepcopy(post)
    post["work"]["session_kinds"][0]["booked_per_week"] = random.randint(0, 25)
    return post | {
        "full_time_share": random.choice((0.0, 0.4, 1.0)),
        "unpaid_leave_weeks": random.choice((0, 0, 10, 52)),
        "licence": random.choice(("licensed", "associate", "intern")),
        "benefits_cost_per_year": random.choice((0, 4_000)),
        "start_month": random.choice((0, 0, 3, 24)),
        "telehealth_share": random.choice((0, 0.5)),
    }


@settings(max_examples=40, deadline=None)
@given(rosters())
def test_every_sum_adds(posts: list[dict[str, Any]]) -> None:
    """Revenue is that of the posts; margin is what they leave less shared costs."""
    result = evaluate_clinic(clinic(posts=posts), RULES)
    brought = [post.brings for post in result.posts]
    assert float(result.revenue.amount) == pytest.approx(sum(brought))
    assert sum(result.revenue_by_payer.values()) == pytest.approx(sum(brought))
    left = sum(post.contribution for post in result.posts)
    assert float(result.margin.amount) == pytest.approx(left - result.overhead, abs=CENT)
    assert sum(result.overhead_of(post) for post in result.posts) == pytest.approx(
        result.overhead if any(post.post.full_time_share for post in result.posts) else 0.0,
        nan_ok=True,
    )


@settings(max_examples=40, deadline=None)
@given(rosters())
def test_pay_is_what_the_clinicians_own_statements_receive(posts: list[dict[str, Any]]) -> None:
    """Pay of the clinic is money in of its clinicians, each evaluated alone, to a cent."""
    plan = clinic(posts=posts)
    result = evaluate_clinic(plan, RULES)
    received = paid = 0.0
    for post, found in zip(plan.posts, result.posts, strict=True):
        if not post.owner:
            alone = evaluate(plan.scenario_of(post), RULES)
            received += float(alone.money_in.amount)
            paid += found.employer_load
            assert found.pay == pytest.approx(float(alone.money_in.amount), abs=CENT)
    assert float(result.pay_cost.amount) == pytest.approx(received + paid, abs=CENT)


@settings(max_examples=30, deadline=None)
@given(rosters())
def test_a_post_in_a_batch_is_the_post_alone(posts: list[dict[str, Any]]) -> None:
    """Evaluated with others of its shape, a clinician's figures are those of their own scenario."""
    result = evaluate_clinic(clinic(posts=posts), RULES)
    for post in result.posts:
        alone = post.result
        for name, figure in (
            ("wage", alone.wage.amount),
            ("take_home", alone.take_home.amount),
            ("hours", alone.hours.amount),
            ("unpaid_share", alone.year.unpaid_share.amount),
            ("load_score", alone.load.score),
        ):
            assert getattr(post.earner, name) == pytest.approx(
                float(figure), rel=1e-12, abs=1e-9, nan_ok=True
            )
        assert post.earner.load_band == alone.load.band


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_another_post_changes_nobodys_statement(posts: list[dict[str, Any]]) -> None:
    """Adding a post leaves every other clinician as they were; an owner's margin moves, no more."""
    before = evaluate_clinic(clinic(posts=posts), RULES)
    after = evaluate_clinic(clinic(posts=[*posts, POSTS[1]]), RULES)
    for one, other in zip(before.posts, after.posts[:-1], strict=True):
        assert (one.brings, one.cost) == (other.brings, other.cost)
        if not one.post.owner:
            assert one.earner.wage == pytest.approx(other.earner.wage, rel=1e-12, nan_ok=True)
            assert one.earner.load_score == pytest.approx(
                other.earner.load_score, rel=1e-12, nan_ok=True
            )


def test_a_shared_resource_that_binds_is_named() -> None:
    """With one more post than the rooms hold, the rooms are named, and nobody's statement moves."""
    plan = clinic(rooms={"rooms": 3, "open_hours_per_week": 50}, demand=None)
    fits = evaluate_clinic(plan)
    more = evaluate_clinic(plan.with_values({"posts": (*plan.posts, plan.posts[1])}))
    assert fits.bindings == ()
    assert [binding.resource for binding in more.bindings] == ["rooms"]
    assert more.posts[1].earner.wage == fits.posts[1].earner.wage


@settings(max_examples=20, deadline=None)
@given(rosters(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_of_no_account(posts: list[dict[str, Any]], random: Random) -> None:
    """The same rows in another order give the same posts and the same margin."""
    mixed = list(posts)
    random.shuffle(mixed)
    before = evaluate_clinic(clinic(posts=posts), RULES)
    after = evaluate_clinic(clinic(posts=mixed), RULES)
    assert float(before.margin.amount) == pytest.approx(float(after.margin.amount), abs=CENT)
    for post in before.posts:
        other = after.post(post.label)
        assert post.contribution == pytest.approx(other.contribution, abs=CENT)
        assert post.earner.wage == pytest.approx(other.earner.wage, rel=1e-9, nan_ok=True)


def test_the_same_clinic_twice() -> None:
    """Same input, same output, to the bit."""
    one, other = evaluate_clinic(clinic()), evaluate_clinic(clinic())
    assert [post.earner for post in one.posts[:-1]] == [post.earner for post in other.posts[:-1]]
    assert one.margin.amount == other.margin.amount


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_owners_have_the_margin_among_them(posts: list[dict[str, Any]]) -> None:
    """The owners' profits come to the margin, no more and no less."""
    result = evaluate_clinic(clinic(posts=posts), RULES)
    if result.owners:
        profits = sum(owner.post.earner.profit for owner in result.owners)
        assert profits == pytest.approx(float(result.margin.amount), abs=CENT)
        assert sum(owner.margin for owner in result.owners) == pytest.approx(profits, abs=CENT)


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_cash_of_a_steady_year_is_the_margin(posts: list[dict[str, Any]]) -> None:
    """With everybody there from the start, twelve months add the margin less what owners draw.

    Without an owner nobody draws.
    """
    settled = [post | {"start_month": 0} for post in posts]
    result = evaluate_clinic(
        clinic(posts=settled, hiring={"owner_draw_per_month": 1_000, "opening_cash": 500}), RULES
    )
    cash = cash_timeline(result)
    year = float(cash.net[:12].sum())
    drawn = 12_000 if result.owners else 0
    assert year == pytest.approx(float(result.margin.amount) - drawn, abs=CENT)
    assert float(cash.at_end[-1]) == pytest.approx(500 + 2 * year, abs=CENT)


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_a_hire_never_brings_more_than_when_settled(posts: list[dict[str, Any]]) -> None:
    """A later start brings no more by any month than being there already, hire by hire."""
    settled = cash_timeline(
        evaluate_clinic(clinic(posts=[post | {"start_month": 0} for post in posts]), RULES)
    )
    later = cash_timeline(evaluate_clinic(clinic(posts=posts), RULES))
    assert (np.cumsum(later.receipts) <= np.cumsum(settled.receipts) + CENT).all()
    assert (later.pay <= settled.pay + CENT).all()


@settings(max_examples=15, deadline=None)
@given(rosters(), rosters())
def test_explained_parts_are_the_whole(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> None:
    """Whatever differs between two clinics, the parts come to the difference of the margins."""
    one = clinic(posts=before)
    other = clinic(
        posts=after, state="CA", shared={"costs": [{"kind": "rent"}], "card_fee_share": 0.01}
    )
    found = explain_margin(one, other)
    whole = sum(part.amount for part in found.parts)
    assert whole == pytest.approx(found.after - found.before, abs=CENT)


@settings(max_examples=20, deadline=None)
@given(rosters())
def test_chances_lie_in_their_range(posts: list[dict[str, Any]]) -> None:
    """Each chance to leave lies in its range, and the clinic's are their sums."""
    found = turnover_of(evaluate_clinic(clinic(posts=posts), RULES))
    for post in found.posts:
        assert 0.0 <= post.low <= post.chance <= post.high <= 1.0
    assert found.departures == pytest.approx(sum(post.chance for post in found.posts))
    assert found.departures_low <= found.departures <= found.departures_high


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_a_clinic_comes_back_from_its_file(posts: list[dict[str, Any]]) -> None:
    """Written and read, a clinic is the same."""
    plan = clinic(posts=posts)
    assert Clinic.from_toml(plan.to_toml()) == plan


@settings(max_examples=20, deadline=None)
@given(rosters(), st.sampled_from(("HI", "WA", "OH")))
def test_taxes_on_receipts_add_up(posts: list[dict[str, Any]], state: str) -> None:
    """Parts of posts are the whole, paid once: owners' profits are the margin after it."""
    result = evaluate_clinic(clinic(posts=posts, state=state), RULES)
    parts = sum(result.receipts_tax_of(post) for post in result.posts)
    assert parts == pytest.approx(result.receipts_taxes.amount, abs=CENT)
    left = sum(result.after_receipts_taxes(post) for post in result.posts)
    assert left - result.overhead == pytest.approx(float(result.margin.amount), abs=CENT)
    if result.owners:
        profits = sum(owner.post.earner.profit for owner in result.owners)
        assert profits == pytest.approx(float(result.margin.amount), abs=CENT)
