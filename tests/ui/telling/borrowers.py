"""People with student loans, and what lies ahead of them."""

import datetime
from collections.abc import Mapping
from typing import Any

from calc import Scenario
from calc.loans import Outlook
from calc.questions.repayment import outlook
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of

OLD = {"balance": 66_000.0, "rate_per_year": 0.0794, "made_on": datetime.date(2024, 9, 1)}


def borrower(changes: Mapping[str, Any] | None = None, **loans: Any) -> Scenario:
    """The solo practice with a loan, under RAP where no other plan is given."""
    given = {"kind": "by_plan", "federal": (OLD,), "plan": "rap", **loans}
    return SOLO.with_values({**(changes or {}), "loans": given})


JOINT = {
    "household.filing_status": "joint",
    "household.state": "FL",  # no community property
    "household.spouse_wages_per_year": 68_000.0,
}
PAYE = borrower(
    plan="paye", plan_now="paye", federal=({**OLD, "made_on": datetime.date(2019, 9, 1)},)
)
COUPLE = borrower(JOINT, filing="separate", separate_cost_per_year=2_400.0, spouse_balance=4e4)
ABOVE = borrower({"work.session_kinds.0.booked_per_week": 18.16})
PEOPLE = {
    "a graduate of 2027": GRADUATE,
    "a borrower of 2019 on PAYE": PAYE,
    "a couple who both owe": COUPLE,
    "an owner just above a line": ABOVE,
}
FULL = borrower(
    JOINT,
    private=({},),
    steps=({},),
    awards=({},),
    pslf_employer="other_job",
    federal=(OLD, OLD),
)


def ahead(plan: Scenario) -> Outlook:
    """The engine's outlook."""
    found = outlook(result_of(plan))
    assert found is not None
    return found
