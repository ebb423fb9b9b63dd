"""Both forms of shipped practices, as the page works them out."""

from collections.abc import Mapping
from typing import Any

from calc import Scenario, evaluate, load_rules
from tests.ui.pages import EXAMPLES, SOLO
from ui.taxes.view import Asked, Forms, forms_of

COSTS = 2_200.0
NO_CITY = {"household.city": "none"}
PRACTICES = [name for name, plan in EXAMPLES.items() if plan.work.kind != "employee"]


def plan_in(
    state: str, changes: Mapping[str, Any] | None = None, plan: Scenario = SOLO
) -> Scenario:
    """A shipped practice in another state, outside its cities."""
    return plan.with_values({"household.state": state, **NO_CITY, **(changes or {})})


def forms(plan: Scenario, salary: float | None = None, costs: float = COSTS) -> Forms:
    """Both forms of a plan, for a counselor."""
    result = evaluate(plan, load_rules(plan.tax_year))
    return forms_of(result, Asked("counselors", salary, costs))
