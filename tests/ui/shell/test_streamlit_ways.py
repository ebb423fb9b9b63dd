"""Each way round Streamlit's insides is still needed, and still works."""

import inspect
import tomllib
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from streamlit import config
from streamlit.elements.widgets import number_input
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.state import SafeSessionState
from streamlit.testing.v1 import AppTest

from ui.shell import streamlit_ways

ROOT = Path(__file__).resolve().parents[3]


def titled(plain: bool) -> None:
    """A page with one group, which is called otherwise at every run."""
    import streamlit as st

    from ui.shell.streamlit_ways import Title

    st.session_state.runs = st.session_state.get("runs", 0) + 1
    label = f"Costs, run {st.session_state.runs}"
    st.expander(label if plain else Title(label), key="group", on_change="rerun")


def group_ids(plain: bool) -> set[str]:
    """What the browser tells the group by, in two runs."""
    app = AppTest.from_function(titled, kwargs={"plain": plain}).run()
    first = app.expander[0]
    assert first.label == "Costs, run 1"
    second = app.run().expander[0]
    assert second.label == "Costs, run 2"
    return {first.proto.id, second.proto.id}


def test_a_group_stays_the_same_while_its_label_changes() -> None:
    """A plain label makes another group of it; when it no longer does, `Title` may go."""
    assert len(group_ids(plain=True)) == 2
    assert len(group_ids(plain=False)) == 1


def test_a_figure_is_sent_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plotly checks a figure that it is given; ours it leaves alone."""
    drawn: dict[str, Any] = {"data": [{"type": "bar", "x": [1]}], "layout": {"nonsense": 1}}
    with pytest.raises(ValueError, match="nonsense"):
        go.Figure(drawn)
    figure = streamlit_ways.Figure(drawn)
    assert figure.to_dict() is drawn
    assert isinstance(figure, go.Figure)
    monkeypatch.setattr(go.Figure, "__init__", lambda *_, **__: pytest.fail("checked again"))
    assert streamlit_ways.Figure(drawn).to_plotly_json() is not None


def test_memory_is_not_collected_after_every_run() -> None:
    """Streamlit would, unless told not to; when it no longer does, the setting may go."""
    assert config._config_options_template["runner.postScriptGC"].default_val is True
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["postScriptGC"] is False


def test_streamlit_runs_all_by_one_function() -> None:
    """Pages, fragments and callbacks go through the function that the turn stands around."""
    source = inspect.getsource(script_runner.ScriptRunner._run_script)
    assert source.count("exec_func_with_error_handling(") == 1
    assert "on_script_will_rerun" in source
    assert "wrapped_fragment()" in source


def test_a_number_field_asks_for_all_values_to_see_one() -> None:
    """When it no longer does, values need not be looked up one by one."""
    assert "filtered_state" in inspect.getsource(number_input)
    assert isinstance(inspect.getattr_static(SafeSessionState, "filtered_state"), property)


def test_a_value_that_is_read_ends_a_run_with_newer_input() -> None:
    """Streamlit looks for newer input whenever the session is read."""
    assert "_yield_callback()" in inspect.getsource(SafeSessionState.__getitem__)
