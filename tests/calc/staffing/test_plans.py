"""Staffing plans made from each other, and which plans a change is written into."""

from typing import Any

import pytest

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import evaluate_clinic
from calc.staffing import plans as clinic_plans
from calc.staffing.sessions import booked_of, times_booked
from tests.calc.clinics import (
    HOURLY,
    PER_SESSION,
    SALARY,
    SPLIT,
    clinic,
    contractor,
    employee,
    owner,
)

PRACTICE = clinic(
    posts=[
        owner(),
        employee("Post 1", SALARY),
        employee("Post 2", HOURLY),
        employee("Post 3", PER_SESSION),
        employee("Post 4", SPLIT),
        contractor("Post 5", 0.95),
    ]
)


def plans_with(*clinics: Clinic) -> Plans:
    """Plans side by side."""
    return Plans(plans=clinics)


def test_a_clinic_alone_is_plan_a() -> None:
    """It is plan A as it is, and its name, words, year and currency are those of the plans."""
    named = PRACTICE.with_values({"title": "Ours", "description": "Words.", "currency": "EUR"})
    found = clinic_plans.plans_of(named)
    assert (found.title, found.description) == ("Ours", "Words.")
    assert (found.tax_year, found.currency) == (named.tax_year, "EUR")
    assert [plan.title for plan in found.plans] == [clinic_plans.AS_IT_IS]
    assert found.plans[0].with_values({"title": "Ours"}) == named
    assert clinic_plans.plans_of(named.with_values({"began_as": "Ours"})).began_as == "Ours"


def test_plans_of_a_file_keep_all_but_labels_that_are_alike() -> None:
    """Plans stay as they are; only the second of two posts called alike has a label of its own."""
    alike = PRACTICE.with_values({"posts.2.label": "Post 1"})
    found = clinic_plans.plans_of(plans_with(PRACTICE, alike))
    assert found.plans[0] == PRACTICE
    assert found.plans[1] == alike.with_values({"posts.2.label": "Post 1 (2)"})


def test_examples_beside_a_clinic() -> None:
    """Of 20 booked at most 17 are, and pay is a tenth higher; each is made from A alone."""
    first, fewer, higher = clinic_plans.with_examples(plans_with(PRACTICE)).plans
    assert first == PRACTICE
    assert fewer == clinic_plans.capped(PRACTICE, 17.0)
    assert higher == clinic_plans.raised(PRACTICE, 0.1)
    assert (fewer.title, higher.title) == ("At most 17 booked each", "Pay +10 %")


@pytest.mark.parametrize(
    "found",
    [
        plans_with(PRACTICE, PRACTICE),
        plans_with(clinic(posts=[owner()])),
        plans_with(Clinic()),
    ],
    ids=["two plans", "an owner alone", "nobody"],
)
def test_no_example_where_none_is_wanted(found: Plans) -> None:
    """Plans that stand side by side, or a clinic whose clinicians book nothing, are left alone."""
    assert clinic_plans.with_examples(found) == found


@pytest.mark.parametrize("most", [5.0, 12.0, 17.5, 20.0, 40.0])
def test_a_cap_holds_for_all_but_the_owner(most: float) -> None:
    """Nobody books more than the cap, those below it and owners book what they did."""
    after = clinic_plans.capped(PRACTICE, most)
    assert after.posts[0] == PRACTICE.posts[0]
    for was, now in zip(PRACTICE.posts[1:], after.posts[1:], strict=True):
        assert booked_of(now) == pytest.approx(min(booked_of(was), most))


def test_a_cap_counts_a_part_time_share() -> None:
    """A half-time post states 20 and books 10: a cap of 12 leaves it, one of 8 makes it 16."""
    half = clinic(posts=[employee("Post 1", SALARY, full_time_share=0.5)])
    assert clinic_plans.capped(half, 12.0).posts == half.posts
    (post,) = clinic_plans.capped(half, 8.0).posts
    assert booked_of(post) == pytest.approx(16.0)


def test_pay_of_every_form_is_raised() -> None:
    """A tenth on 62,000 a year, 32 an hour, 55 a session and half; 95 % ends at all; no owner."""
    after = clinic_plans.raised(PRACTICE, 0.1)
    assert after.posts[0] == PRACTICE.posts[0]
    pays: list[Any] = [post.work.pay for post in after.posts[1:]]  # type: ignore[union-attr]
    assert pays[0].salary_per_year == pytest.approx(68_200.0)
    assert pays[1].rate_per_hour == pytest.approx(35.2)
    assert pays[2].rates_per_session == pytest.approx((60.5,))
    assert pays[3].share == pytest.approx(0.55)
    assert pays[4].share == 1.0


def test_pay_that_falls_has_a_true_minus_in_its_title() -> None:
    """A title is read by people, so its sign is a minus and no hyphen."""
    assert clinic_plans.raised(PRACTICE, -0.05).title == "Pay \u22125 %"


def test_a_copy_differs_by_its_title_alone() -> None:
    """Under the old title it is the clinic again."""
    copy = clinic_plans.copied(PRACTICE, "Plan B")
    assert copy.title == "Plan B"
    assert copy.with_values({"title": PRACTICE.title}) == PRACTICE


def test_sessions_of_every_kind_are_booked_so_many_times() -> None:
    """14, 6 and 4 at the mix are 7, 3 and 2, and half of what was booked in all."""
    mixed = clinic(
        posts=[employee("Post 1", SALARY, mix_sessions_per_week=4)],
        payer_mix=[{"sessions": {"payer": "private"}}],
    )
    half = times_booked(mixed.posts[0], 0.5)
    assert [kind.booked_per_week for kind in half.work.session_kinds] == [7.0, 3.0]
    assert half.mix_sessions_per_week == 2.0
    assert booked_of(half) == 12.0


RENT = "shared.costs.0.amount"


def places(plans: Plans, shown: int, path: str) -> list[int]:
    """The plans that a change is written into."""
    changes = clinic_plans.written(plans, shown, path, 7.0)
    assert set(changes.values()) == {7.0}
    return [int(name.removeprefix("plans.").split(".")[0]) for name in changes]


def test_a_change_of_a_goes_along_where_it_was_the_same() -> None:
    """Rent of A is that of B, not of C which has its own; rent of B or C is theirs alone."""
    plans = plans_with(PRACTICE, PRACTICE, PRACTICE.with_values({RENT: 1.0}))
    assert places(plans, 0, RENT) == [0, 1]
    assert places(plans, 1, RENT) == [1]
    assert places(plans, 2, RENT) == [2]


def test_limits_are_written_into_every_plan() -> None:
    """There is one director, whichever plan is shown and whatever the others had."""
    path = "limits.wage_floor_per_hour"
    plans = plans_with(PRACTICE, PRACTICE.with_values({path: 40.0}), PRACTICE)
    assert [places(plans, shown, path) for shown in range(3)] == [[0, 1, 2]] * 3


def test_a_plan_without_the_field_is_left_alone() -> None:
    """Where B has no such cost there is nothing to change, so the change stays in A."""
    bare = PRACTICE.with_values({"shared.costs": ()})
    assert places(plans_with(PRACTICE, bare), 0, RENT) == [0]


def test_what_is_written_is_what_changes() -> None:
    """The changes can be made as they are, and the field then has the value in those plans."""
    plans = plans_with(PRACTICE, PRACTICE)
    after = plans.with_values(clinic_plans.written(plans, 0, RENT, 4_000.0))
    assert [plan.value_at(RENT) for plan in after.plans] == [4_000.0, 4_000.0]


def test_a_blank_clinic_has_nobody_and_costs_nothing() -> None:
    """One plan without a post or a cost, which is worked out without a fault."""
    found = clinic_plans.blank()
    (plan,) = found.plans
    assert plan.posts == ()
    result = evaluate_clinic(plan)
    assert float(result.margin.amount) == 0.0
    assert result.posts == ()
