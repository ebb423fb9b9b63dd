"""Whatever breaks, the person sees it in words, keeps what was typed, and can go on."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from streamlit import dataframe_util
from streamlit.runtime.state import SafeSessionState
from streamlit.testing.v1 import AppTest

from calc import Scenario
from ui.hour import sections
from ui.offers import cards as offer_cards
from ui.shell import drawer, guard, state, streamlit_ways

BACK = "Take the last change back"
FEE = "work.session_kinds.0.fee_per_session"


@pytest.fixture(autouse=True)
def told(bare_errors: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 (order)
    """Here faults are told as people see them."""
    monkeypatch.setattr(guard, "_noted", lambda _: True)


@pytest.fixture
def own(open_app: Callable[..., AppTest]) -> AppTest:
    """Your hour with a fee that somebody typed."""
    app = open_app("Your hour")
    fee_of(app).set_value(187.0).run()
    assert app.session_state["plan"].value_at(FEE) == 187.0
    return app


def fee_of(app: AppTest) -> Any:
    """The field of the fee."""
    return next(field for field in app.number_input if field.key.endswith(FEE))


def breaks(*_: Any, **__: Any) -> None:
    """A fault of ours, with a private word in it."""
    raise KeyError("a private word")


def errors(app: AppTest) -> str:
    """All that is told as an error."""
    return " ".join(found.value for found in app.error)


def test_a_broken_page_is_told_and_keeps_the_plan(
    own: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In place of Streamlit's own words: what happened, the file, and a way on."""
    monkeypatch.setattr(sections, "left_over", breaks)
    own.run()
    assert not own.exception
    assert "could not be drawn" in errors(own)
    assert "KeyError, test_guard.py" in errors(own)
    assert "private word" not in errors(own)
    assert own.session_state["plan"].value_at(FEE) == 187.0
    assert any(found.proto.label == guard.SAVED["plan"] for found in own.get("download_button"))
    monkeypatch.undo()
    own.run()
    assert not own.error
    assert fee_of(own).value == 187.0


def test_start_again_keeps_the_documents_and_nothing_else(
    own: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new session with the plan of the old one: what may have broken the page is gone."""
    with monkeypatch.context() as broken:
        broken.setattr(sections, "left_over", breaks)
        own.session_state["odd"] = "left behind"
        own.run()
        anew = next(button for button in own.button if button.label == "Start again from it")
    anew.click().run()
    assert not own.error
    assert "odd" not in own.session_state
    assert own.session_state["plan"].value_at(FEE) == 187.0
    assert own.session_state["own"] is True
    assert fee_of(own).value == 187.0


def test_the_change_that_broke_it_can_be_taken_back(
    own: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure that breaks the page can be taken back from the page that it broke."""
    drawn = sections.left_over

    def breaks_at_200(result: Any) -> None:
        if result.scenario.value_at(FEE) == 200.0:
            breaks()
        drawn(result)

    monkeypatch.setattr(sections, "left_over", breaks_at_200)
    own.run()
    fee_of(own).set_value(200.0).run()
    assert "could not be drawn" in errors(own)
    next(button for button in own.button if button.label == BACK).click().run()
    assert not own.error
    assert own.session_state["plan"].value_at(FEE) == 187.0
    assert fee_of(own).value == 187.0


def test_changes_are_taken_back_one_by_one(own: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each press goes one change further back, to the worked example, and no further."""
    fee_of(own).set_value(188.0).run()
    monkeypatch.setattr(sections, "left_over", breaks)
    own.run()
    fees = []
    while back := [button for button in own.button if button.label == BACK]:
        back[0].click().run()
        fees.append(own.session_state["plan"].value_at(FEE))
    assert fees == [187.0, 150.0]
    assert own.session_state["own"] is False


def test_a_broken_field_keeps_the_page_and_the_others(
    own: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one field breaks is told on top of a whole page; the next field is taken as ever."""
    with monkeypatch.context() as broken:
        broken.setattr(state, "change", breaks)
        fee_of(own).set_value(210.0).run()
        assert "could not be done" in errors(own)
        assert len(own.metric) > 3
    fee_of(own).set_value(211.0).run()
    assert not own.error
    assert own.session_state["plan"].value_at(FEE) == 211.0


def test_a_broken_button_keeps_the_page(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An act that breaks halfway leaves the offers as they were, and the page says so."""
    monkeypatch.setattr(offer_cards, "add", breaks)
    app = open_app("Job offers")
    before = app.session_state["offers"]
    next(button for button in app.button if "Add" in button.label).click().run()
    assert not app.exception
    assert "could not be done" in errors(app)
    assert app.session_state["offers"] == before


def test_a_broken_dialog_is_told_in_it(own: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The drawer behind a figure is a run of its own, and its faults are told as well."""
    monkeypatch.setattr(drawer, "_openable", breaks)
    next(button for button in own.button if "How this wage" in button.label).click().run()
    assert not own.exception
    assert "could not be drawn" in errors(own)


def test_a_plan_that_nobody_changed_is_not_offered(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worked example needs no saving."""
    monkeypatch.setattr(sections, "left_over", breaks)
    app = open_app("Your hour")
    assert "could not be drawn" in errors(app)
    assert not app.get("download_button")


def test_tests_of_pages_see_faults_bare(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere in these tests a fault of a page is an exception, so none can hide in words."""
    monkeypatch.setattr(guard, "_noted", lambda _: False)
    monkeypatch.setattr(sections, "left_over", breaks)
    assert open_app("Your hour").exception


def test_every_run_takes_its_turn(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, callbacks and fragments run inside the turn, once the app has been opened."""
    open_app("Your hour")
    taken: list[bool] = []
    monkeypatch.setattr(sections, "remarks", lambda _: taken.append(streamlit_ways.TURN._taken))
    monkeypatch.setattr(
        drawer, "_openable", lambda _: taken.append(streamlit_ways.TURN._taken) or ()
    )
    app = open_app("Your hour")
    next(button for button in app.button if "How this wage" in button.label).click().run()
    assert len(taken) >= 3
    assert all(taken)
    assert not streamlit_ways.TURN._taken


def both_tables() -> None:
    """A page that draws one table in Streamlit's way, then in ours."""
    import math

    import streamlit as st

    from ui.shell import streamlit_ways
    from ui.telling.tables import Table

    years = (lambda a: f"${a:.2f}", lambda _: "not known")
    months = (str, lambda a: f"{a} x")
    rows = [("a", 1.5, -2, "in words"), ("**b**", math.nan, 30, "")]
    shown = Table(("What", "A year", "A month", "Said"), rows, (years, months))
    style = shown.frame.style
    for name, ways in (("A year", years), ("A month", months)):
        for row, way in enumerate(ways):
            style = style.format(way, subset=([row], [name]))
    st.table(style, border="horizontal", hide_index=True, alt="Two ways")
    streamlit_ways.table(shown, "Two ways")


def test_our_table_is_streamlits() -> None:
    """The quick way of drawing a table says to the browser what `st.table` would say."""
    app = AppTest.from_function(both_tables).run()
    theirs, ours = (found.proto for found in app.table)

    def read(packed: bytes) -> pd.DataFrame:
        return dataframe_util.convert_arrow_bytes_to_pandas_df(packed)

    pd.testing.assert_frame_equal(
        read(ours.arrow_data.data), read(theirs.arrow_data.data), check_dtype=False
    )
    pd.testing.assert_frame_equal(
        read(ours.arrow_data.styler.display_values),
        read(theirs.arrow_data.styler.display_values),
        check_dtype=False,
    )
    assert not theirs.arrow_data.styler.styles
    assert not theirs.arrow_data.styler.caption
    for name in ("border_mode", "hide_index", "hide_header", "alt"):
        assert getattr(ours, name) == getattr(theirs, name)


def test_a_plan_that_is_kept_is_whole(own: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that the panel offers opens again as the plan that was typed."""
    offered: list[str] = []
    monkeypatch.setattr(sections, "left_over", breaks)
    monkeypatch.setattr(guard.st, "download_button", lambda _, text, **__: offered.append(text))
    own.run()
    assert [Scenario.from_toml(text).value_at(FEE) for text in offered] == [187.0]


def test_values_looked_up_one_by_one_are_those_streamlit_lists(own: AppTest) -> None:
    """The quick way to one value of a session says what the whole dictionary says."""
    session = own.session_state._state
    listed = streamlit_ways._all_of(session)
    looked_up = SafeSessionState.filtered_state.fget(session)
    assert isinstance(looked_up, streamlit_ways._Values)
    assert dict(looked_up) == listed
    assert len(looked_up) == len(listed) > 10
    assert all(key in looked_up for key in listed)
    assert "no such key" not in looked_up


def test_a_step_back_keeps_the_baseline_and_what_was_not_taken(
    own: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Back from a file that broke the page: compared as before, and a refused value still there."""
    notes = "work.session_kinds.0.notes_minutes_per_session"
    field = next(found for found in own.number_input if found.key.endswith(notes))
    field.set_value(-5.0).run()
    assert notes in own.session_state["refused"]
    before = own.session_state["baseline"] = own.session_state["plan"]
    fee_of(own).set_value(188.0).run()
    monkeypatch.setattr(sections, "left_over", breaks)
    own.run()
    next(button for button in own.button if button.label == BACK).click().run()
    assert own.session_state["plan"].value_at(FEE) == 187.0
    assert own.session_state["baseline"] is before
    assert notes in own.session_state["refused"]


def test_start_again_leaves_the_way_back(own: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who starts again on a plan that breaks the page can still take the change back."""
    monkeypatch.setattr(sections, "left_over", breaks)
    own.run()
    next(button for button in own.button if button.label == "Start again from it").click().run()
    assert [button for button in own.button if button.label == BACK]
