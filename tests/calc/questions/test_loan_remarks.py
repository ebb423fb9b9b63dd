"""What is remarked about a plan of repayment, and where nothing is."""

from collections.abc import Mapping
from typing import Any

import pytest

from calc.parameters.student_loans import loan_rules
from tests.calc.questions.indebted import CLINIC, DAY, SOLO, result_of

REMARKS: dict[str, Mapping[str, Any]] = {
    "plan_not_open": {"loans.plan": "save"},
    "loan_income_before_tax": {"household.tax": {"mode": "none"}},
    "pslf_plan": {"loans.plan": "extended"},
}


@pytest.mark.parametrize(("kind", "changes"), REMARKS.items(), ids=REMARKS)
def test_what_is_odd_about_a_plan(kind: str, changes: Mapping[str, Any]) -> None:
    """A plan that is not open, an income without a return, a plan that does not count."""
    assert kind in [remark.kind for remark in result_of(CLINIC, changes).remarks]


def test_a_closed_plan_names_its_rule_and_the_open_ones() -> None:
    """Under SAVE the law gives Standard, and the remark says which plans are open."""
    (found,) = [
        remark
        for remark in result_of(CLINIC, {"loans.plan": "save"}).remarks
        if remark.kind == "plan_not_open"
    ]
    assert found.values["used"] == "standard_10"
    assert found.values["rule"] == loan_rules(DAY)["save_ended"]
    assert found.values["open"] == ("standard_10", "extended", "rap", "ibr_10")


def test_no_remark_without_loans_by_plan() -> None:
    """A known payment, and no federal loan, leave nothing to remark."""
    for plan in (SOLO, SOLO.with_values({"loans": {"kind": "by_plan", "federal": ()}})):
        assert [r for r in result_of(plan).remarks if r.path.startswith("loans")] == []
