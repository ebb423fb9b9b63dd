"""Plans with federal loans that several tests ask about, and what lies ahead of them."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calc import Result, Scenario, evaluate, load_rules
from calc.loans import Outlook
from calc.questions.repayment import outlook

ROOT = Path(__file__).parents[3]
DAY = datetime.date(2026, 11, 22)
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
RAP = {"kind": "by_plan", "federal": ({"balance": 66_000.0, "rate_per_year": 0.08},)}
# A salary, one session a week and no deductions: adjusted income is the pay less loan interest.
CLINIC = Scenario.parse(
    {
        "work": {
            "kind": "employee",
            "employer_type": "nonprofit_agency",
            "pay": {"kind": "salary", "salary_per_year": 54_500.0},
        },
        "loans": {**RAP, "pslf_employer": "this_work"},
    }
)


def result_of(plan: Scenario, changes: Mapping[str, Any] | None = None) -> Result:
    """The result of a plan, changed in some fields."""
    changed = plan.with_values(changes) if changes else plan
    return evaluate(changed, load_rules(changed.tax_year))


def ahead(plan: Scenario, changes: Mapping[str, Any] | None = None) -> Outlook:
    """What lies ahead of a plan with federal loans."""
    found = outlook(result_of(plan, changes))
    assert found is not None
    return found


def owner(fee: float, **loans: Any) -> Scenario:
    """The solo practice at another fee, with a loan under RAP."""
    changes = {"work.session_kinds.0.fee_per_session": fee, "loans": {**RAP, **loans}}
    return SOLO.with_values(changes)
