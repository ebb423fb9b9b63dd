"""Typed names are never read as markup."""

from calc import evaluate, load_rules
from tests.ui.telling.hostile import HOSTILE, NAME, hostile, unescaped
from ui.telling import charts, listings, words
from ui.telling.palette import LIGHT
from ui.telling.tables import statement_rows


def test_typed_names_are_escaped_in_tables() -> None:
    """A name is plain text in every statement, list and table that Markdown is read in."""
    plan = hostile()
    result = evaluate(plan, load_rules(2026))
    tables = [statement_rows(line, 3) for line in (result.breakdown, result.left_over)]
    tables += [listings.costs_table(plan.costs, plan.currency), listings.assumptions_table(result)]
    for table in tables:
        for text, *_ in table.texts():
            assert unescaped(text) == []


def test_typed_names_are_escaped_in_charts() -> None:
    """Plotly reads a little HTML: a name reaches it escaped, in labels and in hovers."""
    result = evaluate(hostile(), load_rules(2026))
    drawn = [
        charts.staircase(result.staircase, LIGHT),
        charts.week(result.hours, 46.0, LIGHT),
        charts.dollar(result.costs, LIGHT),
    ]
    for chart in filter(None, drawn):
        figure = chart.figure
        for text in [*figure["layout"]["yaxis"]["ticktext"], *figure["data"][0]["hovertext"]]:
            assert not set("<>") & set(text.replace("<br>", ""))


def test_escape_leaves_nothing_for_markdown() -> None:
    """Every sign that Markdown or Streamlit reads is taken literally."""
    assert unescaped(words.escape(HOSTILE + NAME)) == []
