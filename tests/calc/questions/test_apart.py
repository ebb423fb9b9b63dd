"""What filing apart costs and saves a couple, and whom it is not worked out for."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.apart import FilingApart, NotCompared, filing_apart

RULES = load_rules(2026)
LOAN = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 90_000.0}]}


def couple(loans: dict[str, Any] | None = None, **home: Any) -> Result:
    """Wages of 52,000 and 60,000 in Florida, without sessions."""
    said = {
        "filing_status": "joint",
        "state": "FL",
        "own_other_wages_per_year": 52_000.0,
        "spouse_wages_per_year": 60_000.0,
        **home,
    }
    data: dict[str, Any] = {
        "work": {"kind": "own_practice", "session_kinds": []},
        "household": said,
    }
    if loans is not None:
        data["loans"] = {**LOAN, **loans}
    return evaluate(Scenario.parse(data), RULES)


def compared(result: Result, **asked: Any) -> FilingApart:
    """The answer, where there is one."""
    found = filing_apart(result, **asked)
    assert isinstance(found, FilingApart)
    return found


def test_a_couple_with_a_loan() -> None:
    """Together 9 % of 109,500 after interest (at 10 %: 912.50 a month), apart 5 % of 52,000.

    The joint return deducts interest of 2,500 in the 12 % bracket: filing apart costs 300.
    """
    found = compared(couple({}))
    assert float(found.cost.amount) == pytest.approx(300.0)
    assert (found.paid_together, found.paid_apart) == (12 * 912.50, pytest.approx(12 * 216.67))
    assert float(found.saved) == pytest.approx(12 * (912.50 - 216.67))
    assert float(found.gain.amount) == pytest.approx(float(found.saved) - 300.0)
    assert float(found.must_fall_per_month) == pytest.approx(25.0)
    assert found.paid_on_own_pay is None
    assert found.spouse_earns
    assert not found.is_stated


def test_where_it_turns() -> None:
    """At each pay of the spouse that is told the sum is nothing, and on both sides it differs."""
    found = compared(couple({}))
    assert found.turns
    for pay in found.turns:
        gains = [
            float(compared(couple({}, spouse_wages_per_year=at), look_for_turns=False).gain.amount)
            for at in (max(pay - 200.0, 0.0), pay + 200.0)
        ]
        assert (gains[0] > 0) != (gains[1] > 0)


def test_a_stated_cost_takes_the_place_of_the_one_worked_out() -> None:
    """1,500 as a preparer said: in the cost, in the sum and where it turns."""
    found = compared(couple({"separate_cost_per_year": 1_500.0}))
    assert float(found.cost.amount) == 1_500.0
    assert found.is_stated
    assert float(found.gain.amount) == pytest.approx(12 * (912.50 - 216.67) - 1_500.0)


def test_the_sum_is_what_is_paid_either_way_it_is_told() -> None:
    """The year's taxes and loans filed apart, less those together, are the answer's sum."""
    together, apart = couple({}), couple({"filing": "separate"})
    paid = [
        float(one.household is not None and one.find("loans").amount) for one in (together, apart)
    ]
    answer = compared(together)
    own = float(apart.find("loans.filing_apart").amount)
    interest = float(answer.cost.amount) - own  # deducted on the joint return alone
    assert interest == pytest.approx(300.0)
    assert paid[0] - paid[1] == pytest.approx(float(answer.gain.amount) + interest)
    assert compared(apart).gain.amount == pytest.approx(float(answer.gain.amount))


def test_without_loans_by_plan_the_cost_stands_alone() -> None:
    """No payment is worked out: what one would have to fall by is told."""
    found = compared(couple(spouse_wages_per_year=0.0))
    assert found.paid_together is None
    assert found.saved == 0.0
    assert found.turns == ()
    assert float(found.gain.amount) == -float(found.cost.amount)
    assert not found.spouse_earns
    only_private = compared(couple({"federal": [], "private": [{"balance": 9_000.0}]}, state="TX"))
    assert only_private.paid_on_own_pay is None
    assert compared(couple(state="TX")).paid_on_own_pay is None


def test_community_property_tells_both_payments() -> None:
    """In Texas the return has 56,000 and the own pay 52,000: both at 5 %."""
    found = compared(couple({}, state="TX"))
    assert (found.paid_apart, found.paid_on_own_pay) == (
        pytest.approx(12 * 233.33),
        pytest.approx(12 * 216.67),
    )


def test_children_may_be_put_on_the_other_return() -> None:
    """As the plan says, or as the question asks."""
    parents = couple({}, children_under_17=1)
    assert compared(parents).children == "you"
    other = compared(parents, children="spouse")
    assert other.children == "spouse"
    assert float(other.paid_apart or 0.0) > float(compared(parents).paid_apart or 0.0)


def test_for_whom_it_is_not_worked_out() -> None:
    """A single person has nobody to file apart from; without a return there is no difference."""
    assert filing_apart(couple(filing_status="single")) == NotCompared("not_joint")
    tax = {"mode": "effective", "rate": 0.2}
    assert filing_apart(couple(tax=tax)) == NotCompared("no_return")
