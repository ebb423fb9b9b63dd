"""The page Sources: every table, whole, in words, and narrowed by a search."""

import datetime
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc.parameters.labour import OCCUPATIONS, labour_rules, wage_table
from calc.parameters.licensure import board_rows, licence_fee_rows
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import LAST_DAY
from ui.offers import rules as offer_rules
from ui.shell import examples

FIRST_DAY = examples.offers()[examples.FIRST_OFFERS].starts_on
LISTS = offer_rules.lists(FIRST_DAY)
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


@pytest.mark.parametrize("title", LISTS)
def test_every_row_is_in_words(title: str) -> None:
    """Each has a name, something said and where it was read; no name of ours."""
    for rule, said, source in LISTS[title].rows:
        assert rule
        assert said
        assert "](" in source or "not read in a source" in source or "Judgement" in source
        for text in (rule, said):
            assert not re.search(r"[a-z]_[a-z]|None|\bnan\b|[{}]", text), text


def test_what_a_law_says_is_that_of_the_day() -> None:
    """Alaska raises its minimum wage by steps: the one of the day asked for is shown."""
    for day, wage in (
        (datetime.date(2026, 6, 30), "$13.00"),
        (datetime.date(2026, 7, 1), "$14.00"),
    ):
        table = offer_rules.lists(day)["Pay for work, by state"].frame
        (said,) = table[table["Rule"] == "Minimum wage, Alaska"]["Value"]
        assert said.replace("\\", "") == f"{wage} an hour"


def test_a_search_for_what_is_left_out_says_so(open_app: Callable[..., AppTest]) -> None:
    """A plain answer in place of an empty page; what nobody thought of is still not found."""
    app = open_app("Sources")
    assert any(fold.label.startswith("**Not answered yet**") for fold in app.expander)
    for search in ("S corporation", "parental leave", "half time"):
        app.text_input(key="source search").set_value(search).run()
        assert "This tool does not answer that yet" in app.info[0].value
        assert not any("Nothing here matches" in said.value for said in app.markdown)
    app.text_input(key="source search").set_value("tea and coffee").run()
    assert not app.info
    assert any("Nothing here matches" in said.value for said in app.markdown)
