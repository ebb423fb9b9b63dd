"""The kinds of session on Your hour and Set a rate, as they stand on the page."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc import evaluate, load_rules
from calc.questions.kinds import what_kinds_pay
from tests.ui.pages import field
from tests.ui.rate.targets import texts
from ui.shell import examples
from ui.shell.practice_groups import STRETCHED, new_kind
from ui.telling import kind_words

Open = Callable[..., AppTest]
MIXED = examples.scenarios()["insurance_with_sliding_scale"]
SOLO = examples.scenarios()[examples.FIRST]


def table_of(app: AppTest, head: str) -> Any:
    """The table whose first column has this heading."""
    return next(item.value for item in app.table if item.value.columns[0] == head)


def test_a_row_for_each_kind(open_app: Open) -> None:
    """The table holds what the calculation says, the best paid first, and its meaning below."""
    app = open_app("Your hour", MIXED)
    assert not app.exception
    found = what_kinds_pay(evaluate(MIXED, load_rules(2026)))
    assert len(found) > 1
    table = table_of(app, "Kind")
    expected = sorted((round(row.per_hour or 0.0, 2) for row in found), reverse=True)
    assert table["For each hour"].tolist() == expected
    assert kind_words.NOTE in texts(app)


def test_one_kind_has_no_section(open_app: Open) -> None:
    """No heading over nothing; of two kinds of which one is empty, a sentence and no table."""
    app = open_app("Your hour", SOLO)
    assert kind_words.TITLE not in texts(app)
    assert kind_words.ONE_KIND not in texts(app)
    assert "Kind" not in [item.value.columns[0] for item in app.table]
    kinds = SOLO.work.session_kinds
    two = SOLO.with_values({"work.session_kinds": (*kinds, new_kind(kinds))})
    app = open_app("Your hour", two)
    assert kind_words.TITLE in texts(app)
    assert kind_words.ONE_KIND in texts(app)
    assert "An average" not in app.title[0].value
    assert "Kind" not in [item.value.columns[0] for item in app.table]
    assert "Without" not in [item.value.columns[0] for item in open_app("Set a rate", SOLO).table]


def test_cost_rows_stretched_to_a_sum_are_said_to_be(open_app: Open) -> None:
    """All costs typed as one figure: the rows below are the example's, and said to be stretched."""
    app = open_app("Your hour", SOLO)
    app.session_state["group costs"] = True
    app.run()
    assert STRETCHED not in texts(app)
    field(app, "virtual.costs").set_value(1850.0).run()
    assert STRETCHED in texts(app)


def test_a_lever_and_a_row_for_each_kind_that_could_go(open_app: Open) -> None:
    """The levers name every kind that could be left out, and the table what would replace it."""
    app = open_app("Set a rate", MIXED)
    assert not app.exception
    names = [kind.label for kind in MIXED.work.session_kinds]
    levers = [item.replace("\\", "") for item in table_of(app, "Change")["Change"]]
    assert {f"Without {name}" for name in names} <= set(levers)
    assert f"One more {names[0]} session a week" in levers
    assert set(table_of(app, "Without")["Without"]) == set(names)
    assert kind_words.DROP_NOTE in texts(app)


@pytest.mark.parametrize("name", sorted(examples.scenarios()))
def test_no_figure_is_unknown(open_app: Open, name: str) -> None:
    """Every shipped plan of several kinds has its section, and nothing reads as not a number."""
    plan = examples.scenarios()[name]
    app = open_app("Your hour", plan)
    assert not app.exception
    several = len(plan.work.session_kinds) > 1
    assert (kind_words.TITLE in [item.value for item in app.header]) == several
    assert "nan" not in texts(app).lower().split()
