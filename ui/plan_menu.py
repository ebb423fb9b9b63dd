"""The menu Plan: save, open, start from an example, and the baseline."""

from __future__ import annotations

import re

import streamlit as st

from calc import Scenario, load_rules
from calc.errors import OtherChairError
from ui import fields, refusals, state, words

SAVE, OPEN, EXAMPLE = "Save to a file", "Open a file", "Start from an example"
BASELINE, BACK = "Set as baseline", "Back to the baseline"
MEGABYTES = 1


def show() -> None:
    """The menu button; what is chosen opens a dialog or acts at once."""
    chosen = st.menu_button("Plan", [SAVE, OPEN, EXAMPLE, BASELINE, BACK], key="plan menu")
    match chosen:
        case "Save to a file":
            _save()
        case "Open a file":
            _open()
        case "Start from an example":
            _examples()
        case "Set as baseline":
            state.set_baseline()
            st.rerun()
        case "Back to the baseline":
            state.back_to_baseline()
            st.rerun()


@st.dialog(SAVE)
def _save() -> None:
    with fields.place("plan"):
        fields.text("title", label="Name of the plan")
    st.download_button(
        ":violet[Download the plan]",
        state.plan().to_toml(),
        file_name=f"{file_name(state.plan().title)}.toml",
        mime="application/toml",
        type="primary",
        on_click="ignore",
    )
    st.markdown(
        ":small[:gray[A plain text file with the figures you entered. "
        "It stays on your machine; whoever has it can read it.]]"
    )


def file_name(title: str) -> str:
    """A title as a file name: letters, digits and dashes, never a path.

    >>> file_name("../My practice, 2026!")
    'my-practice-2026'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "plan"


@st.dialog(OPEN)
def _open() -> None:
    fault = st.session_state.pop("file fault", None)
    if fault:
        st.error(fault)
    elif st.session_state.pop("file opened", False):
        st.rerun()
    st.file_uploader(
        "A plan you saved (.toml)",
        type="toml",
        key="plan file",
        on_change=take_file,
        max_upload_size=MEGABYTES,
    )


def take_file() -> None:
    """Reads an uploaded plan; only one that is right in every field is shown."""
    uploaded = st.session_state["plan file"]
    if uploaded is None:
        return
    try:
        scenario = Scenario.from_toml(uploaded.getvalue())
        load_rules(scenario.tax_year)
    except OtherChairError as error:
        st.session_state["file fault"] = refusals.file_refused(error)
    else:
        state.open_plan(scenario)
        st.session_state["file opened"] = True


@st.dialog(EXAMPLE)
def _examples() -> None:
    for name, scenario in state.examples().items():
        if st.button(words.escape(scenario.title), key=f"example {name}", width="stretch"):
            state.open_plan(scenario)
            st.rerun()
        st.markdown(f":small[:gray[{words.escape(scenario.description)}]]")
