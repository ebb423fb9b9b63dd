"""A plan whose file states what lies ahead: every page shows its year, and saves all of it."""

import pytest

from calc import Scenario, evaluate, load_rules
from calc.scenario import Ahead
from tests.ui.pages import SOLO, Open
from ui.telling import report_origins

ROWS = {"away": [{"kind": "leave", "month": 3}], "job": [{"share": 0.5}], "set_up": [{}]}
PLANNED: Scenario = SOLO.with_values({"ahead": {"months": 36, "fee_changes": [{}], **ROWS}})


@pytest.mark.parametrize("title", ["Your hour", "Set a rate", "Sources"])
def test_a_page_shows_a_plan_with_months_ahead(open_app: Open, title: str) -> None:
    """Nothing fails, and what lies ahead is still in the plan that is kept."""
    app = open_app(title, PLANNED)
    assert not app.exception
    kept = app.session_state["plan"]
    assert isinstance(kept.ahead, Ahead)
    assert kept == PLANNED


def test_a_report_of_the_year_is_silent_on_what_lies_ahead() -> None:
    """No figure of it is of the months ahead, so none of them is told as entered or typical."""
    rules = load_rules(2026)
    told, plain = evaluate(PLANNED, rules), evaluate(SOLO, rules)
    assert report_origins.stated(told, None) == report_origins.stated(plain, None)
    assert report_origins.typical(told, None).rows == report_origins.typical(plain, None).rows
