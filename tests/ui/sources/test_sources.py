"""The page Sources: every table, whole, in words, and narrowed by a search."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Markdown

from calc.parameters.labour import OCCUPATIONS, labour_rules, wage_table
from calc.parameters.licensure import board_rows, licence_fee_rows
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import LAST_DAY
from ui.offers import rules as offer_rules
from ui.shell import examples
from ui.sources import sections
from ui.telling import limits

SOLO = examples.scenarios()[examples.FIRST]
FIRST_DAY = examples.offers()[examples.FIRST_OFFERS].starts_on
LISTS = offer_rules.lists(FIRST_DAY, FIRST_DAY)
AREAS = [area for name in OCCUPATIONS for area in wage_table(name).value]  # type: ignore[union-attr]


def test_each_list_is_there_with_all_its_rows(open_app: Callable[..., AppTest]) -> None:
    """As many rows as there are rules; a search keeps those that match, and their lists only."""
    app = open_app("Sources")
    labels = [fold.label for fold in app.expander]
    assert f"**Rules of student loans** · {len(loan_rules(LAST_DAY))}" in labels
    assert f"**Pay for work, by state** · {len(labour_rules(FIRST_DAY))}" in labels
    assert f"**What boards ask before a licence** · {len(board_rows())}" in labels
    assert f"**Exams, applications and renewals** · {len(licence_fee_rows())}" in labels
    assert f"**What others are paid** · {len(AREAS)}" in labels
    assert len(app.table) == 0
    app.session_state["source Rules of student loans all"] = True
    (whole,) = app.run().table
    assert len(whole.value) == len(loan_rules(LAST_DAY))
    app.text_input(key="source search").set_value("poverty").run()
    assert 0 < len(app.expander) < len(labels)
    assert len(app.table) == len(app.expander)
    assert max(len(table.value) for table in app.table) < len(whole.value)


def test_what_came_with_an_example_is_told_apart(open_app: Callable[..., AppTest]) -> None:
    """The example's fee and rent are no field left alone, and no figure of the reader's either."""
    app = open_app("Sources")
    app.session_state["source Assumptions in use all"] = True
    app = app.run()
    (table,) = app.table
    rows = {row[0]: row[1] for row in table.value.itertuples(index=False)}
    assert "example: Solo practice, private pay" in rows["Individual\\: Fee per session"]
    assert any(sections.OF_EXAMPLE in found.value for found in app.markdown)
    own = SOLO.with_values({"began_as": ""})
    assert not any("example" in found.value for found in open_app("Sources", own).markdown)
    assert sections.assumed(None) == sections.LEFT_ALONE


@pytest.mark.parametrize("title", LISTS)
def test_every_row_is_in_words(title: str) -> None:
    """Each has a name, something said and where it was read; no name of ours."""
    for rule, said, source in LISTS[title].rows:
        assert rule
        assert said
        assert "](" in source or "not read in a source" in source or "judgement" in source.lower()
        for text in (rule, said):
            assert not re.search(r"[a-z]_[a-z]|None|\bnan\b|[{}]", text), text


def test_what_a_law_says_is_that_of_the_day() -> None:
    """Alaska raises its minimum wage by steps: the one of the day asked for is shown."""
    for day, wage in (
        (datetime.date(2026, 6, 30), "$13.00"),
        (datetime.date(2026, 7, 1), "$14.00"),
    ):
        table = offer_rules.lists(day, day)["Pay for work, by state"].frame
        (said,) = table[table["Rule"] == "Minimum wage, Alaska"]["Value"]
        assert said.replace("\\", "") == f"{wage} an hour"


def test_all_that_is_not_computed_is_one_fold(open_app: Callable[..., AppTest]) -> None:
    """The whole table, an area at a time; its heads and rows are those that are told elsewhere."""
    app = open_app("Sources")
    assert app.expander[0].label.startswith("**Assumptions in use**")
    assert app.expander[1].label == f"**Not computed** · {len(limits.limits())}"
    app.session_state["not computed all"] = True
    app.run()
    written = [(said.value, table.value) for said, table in _areas(app)]
    assert [title for title, _ in written] == [f"**{title}**" for title in limits.AREAS.values()]
    assert sum(len(table) for _, table in written) == len(limits.limits())


def _areas(app: AppTest) -> list[tuple[Markdown, Any]]:
    """The heading and the table of each area, in the fold of what is not computed."""
    (fold,) = (one for one in app.expander if one.label.startswith("**Not computed**"))
    heads = [said for said in fold.markdown if said.value.startswith("**")]
    return list(zip(heads, fold.get("table"), strict=True))


@pytest.mark.parametrize(
    ("search", "name", "told", "rows"),
    [
        ("S corporation", "Partnership, C corporation, S corporation of several owners", 1, 0),
        ("parental leave", "Part of a year", 2, 0),
        ("half time", "Part of a year", 1, 0),
        ("quarterly", "Instalments by the income of each quarter", 4, 0),
        ("sales tax", "Sales and use tax", 1, 0),
        ("Seattle", "Business taxes of San Francisco and Seattle", 1, 1),
    ],
)
def test_a_search_for_what_is_not_computed_says_so(
    open_app: Callable[..., AppTest], search: str, name: str, told: int, rows: int
) -> None:
    """A plain answer in place of an empty page, and further rows with the words as a table."""
    app = open_app("Sources")
    app.text_input(key="source search").set_value(search).run()
    assert len(app.info) == told
    assert app.info[0].value.startswith(f"**{name}")
    assert all(".** This tool does not answer that. " in said.value for said in app.info)
    found = [fold for fold in app.expander if fold.label.startswith("**Not computed**")]
    assert [fold.label for fold in found] == [f"**Not computed** · {rows}"] * bool(rows)
    assert not any("Nothing here matches" in said.value for said in app.markdown)


def test_a_search_that_nothing_answers_to_says_so(open_app: Callable[..., AppTest]) -> None:
    """It says so, and shows no table of what is not computed."""
    app = open_app("Sources")
    app.text_input(key="source search").set_value("tea and coffee").run()
    assert not app.info
    assert not app.expander
    assert any("Nothing here matches" in said.value for said in app.markdown)


@pytest.mark.parametrize(("name", "letters"), [("Ohio", "OH"), ("Texas", "tx"), ("New York", "NY")])
def test_a_state_is_found_by_its_name_and_its_letters(
    open_app: Callable[..., AppTest], name: str, letters: str
) -> None:
    """Both find the same, each list with as many rows, and every row names the state."""
    app = open_app("Sources")
    found = []
    for search in (name, letters):
        app.text_input(key="source search").set_value(search).run()
        found.append([fold.label for fold in app.expander])
    assert found[0] == found[1]
    assert any("Pay for work, by state" in label for label in found[0])
    assert any("What boards ask before a licence" in label for label in found[0])
