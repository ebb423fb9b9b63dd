"""Where a state's tax is 0 its reason stands behind every "How ...?" that holds taxes."""

from tests.ui.offers.letters import LETTERS
from tests.ui.pages import SOLO, Open

REASON = "the state taxes neither pay nor a practice's profit"
PAGE = "Your hour"


def test_your_hour_and_job_offers_say_it(open_app: Open) -> None:
    """Behind the wage and the take-home of a plan, and behind a letter's wage."""
    app = open_app(PAGE, SOLO.with_values({"household.state": "TX"}))
    for asked in ("wage", "take-home"):
        app.button(key=f"how How this {asked}?").click().run()
        assert not app.exception
        assert REASON in "\n".join(found.value for found in app.markdown)
    app.session_state["offers"] = LETTERS.with_values({"household.state": "WA"})
    app.session_state["offers own"] = True
    app = app.switch_page("ui/offers/page.py").run()
    how = next(found for found in app.button if found.key.startswith("how offer"))
    how.click().run()
    assert REASON in "\n".join(found.value for found in app.markdown)


def test_a_state_with_a_tax_needs_none(open_app: Open) -> None:
    """California's is a row with its own steps."""
    app = open_app(PAGE, SOLO.with_values({"household.state": "CA"}))
    app.button(key="how How this wage?").click().run()
    assert " is 0: " not in "\n".join(found.value for found in app.markdown)
