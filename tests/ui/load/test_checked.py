"""What was checked of the indicator, what its own therapy sentence says, and older answers told."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc import load_rules
from calc.burnout import groups
from calc.scenario import earlier
from tests.calc.scenario.test_earlier import OLD
from tests.ui.shell.test_plan_file import give
from ui.load import checks
from ui.telling import load_checks, load_words
from ui.telling.palette import DARK, LIGHT, Palette

RULES = load_rules(2026)
Open = Callable[..., AppTest]


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    return "\n".join(item.value for item in (*app.title, *app.header, *app.markdown, *app.info))


def test_what_was_checked_is_one_click_away(open_app: Open) -> None:
    """Sentences, the chart and the table of groups stand in a fold; closed it costs nothing."""
    app = open_app("Load")
    assert load_checks.checked(RULES)[0] not in texts(app)
    app.session_state["load checked"] = True
    app.run()
    said = texts(app)
    assert all(sentence in said for sentence in load_checks.checked(RULES))
    heads = {"Group, and how it was asked", "People", "Seen", "Expected"}
    (table,) = [found.value for found in app.table if set(found.value.columns) == heads]
    assert len(table) == 9
    assert not app.exception


def test_own_therapy_is_told_not_to_count(open_app: Open) -> None:
    """The sentence stands on the page, beside what cannot be seen."""
    assert load_words.OWN_THERAPY in texts(open_app("Load"))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_shows_what_was_seen_and_what_is_said(palette: Palette) -> None:
    """Filled with an interval for what was seen, hollow for what we say, on a scale of 100."""
    found = groups(load_rules(2026))
    chart = checks.chart(found, palette)
    seen, said = chart.figure["data"][0::2], chart.figure["data"][1::2]
    assert [max(trace["x"]) for trace in seen][:1] == [48]
    assert [trace["x"] for trace in said][:2] == [[43], [37]]
    assert all(len(trace["x"]) in (1, 3) for trace in seen)
    assert "Therapists, UK 79 seen, 44 expected" in chart.alt


def test_answers_to_older_questions_are_told_once(open_app: Open) -> None:
    """A file from before opens, and the page says where the two answers stand now."""
    app = give(open_app("Start"), OLD)
    said = load_checks.older_answers(tuple(earlier.CONDITIONS))
    assert said in texts(app)
    conditions = app.session_state["plan"].work.conditions
    assert (conditions.colleagues_points, conditions.freedom_points) == (8.0, 4.0)
    app.run()
    assert said not in texts(app)
