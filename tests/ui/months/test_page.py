"""The page Months ahead without a browser: its answer for every shipped plan, and its fields."""

import pytest

from tests.ui.pages import EXAMPLES, Open

PAGE = "Months ahead"
PRACTICES = [name for name, plan in EXAMPLES.items() if plan.work.kind != "employee"]


@pytest.mark.parametrize("name", PRACTICES)
def test_every_plan_has_an_answer(open_app: Open, name: str) -> None:
    """A heading of two sentences, four figures and a bar, whether or not months are stated."""
    app = open_app(PAGE, EXAMPLES[name])
    assert not app.exception
    assert "19 times in 20" in app.title[0].value
    existing = EXAMPLES[name].ahead is None or EXAMPLES[name].ahead.clients_at_start is None
    full = "Clients at the end" if existing else "Months until full"
    names = [full, "To start with", "Runs out", "Take-home a month"]
    assert [metric.label for metric in app.metric[:4]] == names


def test_an_employee_is_told_why_there_are_none(open_app: Open) -> None:
    """No figure of a practice stands on the page of somebody who has none."""
    app = open_app(PAGE, EXAMPLES["graduate_with_loans"])
    assert "not for an employee" in app.title[0].value
    assert not app.metric
