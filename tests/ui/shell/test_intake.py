"""What is typed while Streamlit cuts a run short is not lost."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from calc.scenario import Document
from ui.shell import state

FEE = "work.session_kinds.0.fee_per_session"
BOOKED = "work.session_kinds.0.booked_per_week"


def field(app: AppTest, path: str) -> Any:
    """The first number field of a path."""
    return next(one for one in app.number_input if one.key.endswith(path))


def type_in(app: AppTest, path: str, typed: float) -> None:
    """A number typed; after a run that was cut short, what was drawn before still stands."""
    before = app._tree
    field(app, path).set_value(typed).run()
    if not app.number_input:
        app._tree = before


@pytest.fixture
def cut_short(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The next write into a document is stopped, as by another input that has arrived."""
    written = state._take
    waiting: list[bool] = []

    def take(found: Document) -> None:
        if waiting:
            waiting.clear()
            raise StopException
        written(found)

    monkeypatch.setattr(state, "_take", take)
    return lambda: waiting.append(True)


def test_a_run_cut_short_loses_nothing_typed(
    open_app: Callable[..., AppTest], cut_short: Callable[[], None]
) -> None:
    """Two fields typed, the first in a run that was stopped while taking it: both are taken."""
    app = open_app("Your hour")
    cut_short()
    type_in(app, FEE, 171.0)
    assert app.session_state["plan"].value_at(FEE) != 171.0
    type_in(app, BOOKED, 19.0)
    assert app.session_state["plan"].value_at(FEE) == 171.0
    assert app.session_state["plan"].value_at(BOOKED) == 19.0
    assert field(app, FEE).value == 171.0


def test_a_button_acts_after_what_was_typed(
    open_app: Callable[..., AppTest], cut_short: Callable[[], None]
) -> None:
    """A figure typed in a run that was stopped, then a button that lays all fields anew."""
    app = open_app("Job offers")
    app.session_state["group offer 0"] = True
    app.run()
    salary = "offers.0.work.pay.salary_per_year"
    cut_short()
    type_in(app, salary, 95_000.0)
    assert app.session_state["offers"].value_at(salary) != 95_000.0
    app.button("add offer").click().run()
    assert len(app.session_state["offers"].offers) == 4
    assert app.session_state["offers"].value_at(salary) == 95_000.0


def test_a_field_of_a_page_that_was_left_is_not_emptied(open_app: Callable[..., AppTest]) -> None:
    """Nothing, from a field that is not on this page, is no input; on its own page it is told."""
    app = open_app("Your hour")
    key = field(app, FEE).key
    app.session_state[key] = None
    app.switch_page("ui/sources/page.py").run()
    assert not app.session_state["refused"]
    app = open_app("Your hour")
    field(app, FEE).set_value(None).run()
    assert FEE in app.session_state["refused"]
