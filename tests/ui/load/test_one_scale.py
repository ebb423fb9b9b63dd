"""Load is told in people of 100; the score stands with its explanation, and units are named."""

from dataclasses import replace

from calc.burnout import LoadInputs
from tests.ui.load.test_load import Open, load_of, texts
from tests.ui.telling.test_load_words import HEAVY
from ui.clinic import files
from ui.telling import load_scale, load_words


def test_the_score_stands_only_with_its_explanation(open_app: Open) -> None:
    """Once on the page, behind its own button; how one feels stands beside people in 100."""
    app = open_app("Load")
    assert texts(app).count("Load score **") == 1
    assert load_scale.SCORE in texts(app)
    app.toggle(key="self report wanted").set_value(True).run()
    assert not app.exception
    said = texts(app)
    assert said.count("Load score **") == 1
    assert " in 100 exhausted, plausibly " in said
    assert "Load score" not in files.HEADINGS


def test_people_and_their_band() -> None:
    """The figure, its range and what is typical; outside what was studied, why not; or nothing."""
    assert load_scale.people(load_of(LoadInputs())).startswith("**37** in 100 exhausted, plausibly")
    assert load_scale.people(load_of(LoadInputs())).endswith("That is about typical.")
    beyond = load_of(replace(HEAVY, hours_total=75.0))
    assert "No band is given" in load_scale.people(beyond)
    none = load_of(replace(HEAVY, hours_total=float("nan")))
    assert load_scale.people(none) == load_words.band_line(none) == ""


def test_units_and_what_all_hours_leave_out(open_app: Open) -> None:
    """What is of a month says so; a line says of what the hours are, and what is not in them."""
    labels = {
        found.factor.name: load_words.contribution(found) for found in load_of(HEAVY).contributions
    }
    assert labels["supervision"].endswith(" h a month")
    assert labels["hours_total"] == "All hours: 52.0 h"
    said = texts(open_app("Load"))
    assert load_scale.HOURS_LEFT_OUT in said
    assert "without supervision, consultation and travel" in said
