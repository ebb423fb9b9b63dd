"""Why one plan leaves more than another."""

import math

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.difference import GROUPS, why
from calc.questions.solve import figure_of

RULES = load_rules(2026)
FEE = "work.session_kinds.0.fee_per_session"
OWN = Scenario.parse(
    {
        "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
        "costs": [{"kind": "rent", "amount": 900.0}],
        "household": {"tax": {"mode": "effective", "rate": 0.2}},
    }
)


def check(one: Scenario, other: Scenario, groups: set[str]) -> None:
    """The parts are the groups that changed, and add up to the difference."""
    found = why(one, other, RULES, "take_home_per_month")
    assert {part.change for part in found.parts} == groups
    before, after = (
        float(figure_of(evaluate(plan, RULES), "take_home_per_month")) for plan in (one, other)
    )
    assert (found.before, found.after) == (pytest.approx(before), pytest.approx(after))
    assert math.fsum(part.amount for part in found.parts) == pytest.approx(after - before, abs=1e-8)


def test_the_parts_are_the_difference() -> None:
    """Numbers and choices, in several groups, whichever comes first."""
    other = OWN.with_values(
        {
            FEE: 170.0,
            "work.time.holiday_weeks": 7.0,
            "work.card_fee_share": 0.0,
            "work.health_premium_per_month": 700.0,
            "work.saving.sep_per_year": 1_000.0,
            "costs.0.amount": 1_200.0,
            "household.tax": {"mode": "us"},
            "loans": {"kind": "by_plan"},
            "support.consultation_price_per_hour": 50.0,
        }
    )
    check(OWN, other, set(GROUPS))
    back = why(other, OWN, RULES, "take_home_per_month")
    there = why(OWN, other, RULES, "take_home_per_month")
    for part, turned in zip(there.parts, back.parts, strict=True):
        assert part.amount == pytest.approx(-turned.amount, abs=1e-8)


def test_two_groups_by_hand() -> None:
    """The mean of both orders: change one first, or the other."""
    other = OWN.with_values({FEE: 170.0, "work.time.holiday_weeks": 7.0})

    def wage(changes: dict[str, float]) -> float:
        return float(evaluate(OWN.with_values(changes), RULES).wage.amount)

    none, both = (
        wage({FEE: OWN.work.session_kinds[0].fee_per_session}),
        float(evaluate(other, RULES).wage.amount),
    )
    fee, weeks = wage({FEE: 170.0}), wage({"work.time.holiday_weeks": 7.0})
    parts = {part.change: part.amount for part in why(OWN, other, RULES, "wage").parts}
    assert parts["clients"] == pytest.approx(((fee - none) + (both - weeks)) / 2)
    assert parts["time"] == pytest.approx(((weeks - none) + (both - fee)) / 2)


def test_another_kind_of_work_is_one_group() -> None:
    """Its fields mean other things, so nothing within it is told apart."""
    job = OWN.with_values({"work": {"kind": "employee"}, "costs": ()})
    check(OWN, job, {"work", "costs"})
    richer = job.with_values({"work.benefits.stipends_per_year": 500.0})
    check(job, richer, {"benefits"})
    check(job, job.with_values({"work.pay": {"kind": "hourly"}}), {"pay"})


def test_the_same_plan_has_no_parts() -> None:
    """Nothing changed, nothing to explain."""
    check(OWN, OWN, set())


def test_more_rows_are_a_change_of_their_own() -> None:
    """A row more is no number; the group is changed as a whole."""
    check(OWN, OWN.with_values({"costs": (*OWN.costs, {"kind": "phone"})}), {"costs"})
