"""A joint return on which no income of a spouse was entered says so where it decides a figure."""

import datetime

from calc import evaluate, load_rules
from calc.scenario import HouseholdInputs
from tests.ui.pages import Open, field
from ui.shell import examples
from ui.telling import report, words

SOLO = examples.scenarios()[examples.FIRST]
JOINT = {"household.filing_status": "joint"}


def test_it_is_said_until_an_income_is_entered(open_app: Open) -> None:
    """Chosen on Your hour it is told there; with wages of the spouse, or alone, it is not."""
    app = open_app("Your hour", SOLO)
    said = [found.value for found in app.markdown]
    assert not any(words.NO_SPOUSE in text for text in said)
    field(app, "household.filing_status").set_value("joint").run()
    assert any(words.NO_SPOUSE in found.value for found in app.markdown)
    earns = SOLO.with_values({**JOINT, "household.spouse_wages_per_year": 50_000.0})
    app = open_app("Your hour", earns)
    assert not any(words.NO_SPOUSE in found.value for found in app.markdown)


def test_loans_and_the_report_say_so_too(open_app: Open) -> None:
    """A payment by income, and what somebody else reads, hang on it as well."""
    graduate = examples.scenarios()["graduate_with_loans"].with_values(JOINT)
    app = open_app("Loans", graduate)
    assert any(words.NO_SPOUSE in found.value for found in app.markdown)
    told = report.report(evaluate(graduate, load_rules(2026)), datetime.date(2026, 11, 30))
    assert words.NO_SPOUSE in told.sentence


def test_letters_say_so_too(open_app: Open) -> None:
    """Job offers have a household of their own."""
    app = open_app()
    offers = examples.offers()[examples.FIRST_OFFERS].with_values(JOINT)
    app.session_state["offers"] = offers
    app.session_state["offers version"] += 1
    app = app.switch_page("ui/offers/page.py").run()
    assert any(words.NO_SPOUSE in found.value for found in app.markdown)


def test_other_ways_of_tax_do_not_ask() -> None:
    """A rate of one's own, and a spouse's profit or a stated nothing, leave nothing to ask."""
    home = {"filing_status": "joint"}
    assert words.spouse_hint(HouseholdInputs.model_validate(home)) == words.NO_SPOUSE
    for more in (
        {"tax": {"mode": "none"}},
        {"spouse_wages_per_year": 0.0},
        {"spouse_profit_per_year": 9.0},
        {"filing_status": "single"},
    ):
        assert words.spouse_hint(HouseholdInputs.model_validate({**home, **more})) == ""
