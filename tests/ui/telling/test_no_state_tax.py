"""Why a state's income tax is 0: told by the step of its return, where it is 0 and only there."""

import datetime
from typing import Any

import pytest

from tests.ui.telling.shipped import KIND, SOLO, result_of
from ui.telling import no_state_tax, report

FEE = f"{KIND}.fee_per_session"
JOINT = {"household.filing_status": "joint", "household.spouse_wages_per_year": 70_000.0}
NOT_TAXED = "the state taxes neither pay nor a practice's profit."


def why(state: str, **changes: Any) -> str:
    """The sentence of the solo practice in a state."""
    result = result_of(SOLO, {"household.state": state, **changes})
    return no_state_tax.why(result.breakdown, "USD")


@pytest.mark.parametrize("state", ["AK", "FL", "NV", "NH", "SD", "TN", "TX", "WA", "WY"])
def test_states_without_an_income_tax(state: str) -> None:
    """Also for a couple, whose tax is a difference; a credit that pays out is no tax of 0."""
    assert why(state).endswith(f"is 0: {NOT_TAXED}")
    assert why(state, **JOINT).endswith(f"is 0: {NOT_TAXED}")


def test_ohio_takes_off_business_income() -> None:
    """Profit of 121,601 is below $250,000 and all of it is deducted; with pay beside it, tax."""
    assert why("OH") == (
        "State income tax in Ohio is 0: no taxable income is left there (the state starts from: "
        "federal adjusted income less the business income deduction; then less exemptions)."
    )
    assert why("OH", **{FEE: 1_000.0}) == ""


def test_too_little_and_credits() -> None:
    """Arkansas taxes nothing of so little; Utah's credit is more than its tax."""
    assert "too little to be taxed there" in why("AR", **{FEE: 30.0})
    assert "credits of \\$966 take up the whole tax of \\$111" in why("UT", **{FEE: 30.0})


def test_a_tax_that_is_there_needs_no_reason() -> None:
    """Nor one that is not of a state; a rate of one's own is named."""
    assert why("CA") == ""
    assert why("CA", **{"household.tax": {"mode": "effective", "rate": 0.0}}) == ""
    assert why("CA", **{"household.tax.state_rate": 0.0}) == (
        "State income tax in California is 0: it is worked out at the rate that was entered for it."
    )


def test_a_tax_that_this_work_does_not_change() -> None:
    """Without profit the household of a paid spouse owes its state the same."""
    none = {FEE: 0.0, "costs": (), f"{KIND}.late_cancelled_charged_share": 0.0}
    said = why("CA", **JOINT, **none)
    assert said.startswith("State income tax of this work in California is 0: the household's")


def test_the_report_says_it() -> None:
    """Below the taxes, where no row of it stands."""
    for state, count in (("TX", 1), ("CA", 0)):
        told = report.report(result_of(SOLO, {"household.state": state}), datetime.date(2026, 1, 2))
        found = told.section("How the tax comes about")
        assert found is not None
        assert len(found.sentences) == count
