"""The menu Plan: save, open, start from an example, and the baseline of a plan."""

from __future__ import annotations

import re

import streamlit as st

from ui.shell import clock, documents, examples, fields, intake, opening, state, streamlit_ways
from ui.telling import refusals, report, words
from ui.telling.marks import quiet

SAVED = (
    "A plain text file with the figures you entered. It stays on your machine; whoever has it can "
    "read it."
)

SAVE, OPEN, EXAMPLE = "Save to a file", "Open a file", "Start from an example"
SAVE_OFFERS = "Save offers to a file"
SAVE_CLINIC = "Save the clinic to a file"
ASKED = "save asked"
BASELINE, BACK = "Set as baseline", "Back to the baseline"
REPORT_PAGE = "ui/report/page.py"
MEGABYTES = 1
NAMED = {"plan": "Name of the plan", "offers": "Name of these offers", "clinic": "Name of it"}
DOWNLOAD = {
    "plan": "Download the plan",
    "offers": "Download the offers",
    "clinic": "Download the clinic",
}
SAVES = {"plan": SAVE, "offers": SAVE_OFFERS, "clinic": SAVE_CLINIC}


def show(save: bool = False) -> None:
    """The menu button; what is chosen opens a dialog or acts at once.

    `save` is whether saving was asked for beside it.
    """
    name = state.WORKING_ON.get()
    back = [BACK] if st.session_state.baseline is not None else []
    plan_only = [BASELINE, *back] if name == "plan" else []
    told = [report.NAME] if name == "plan" or state.is_own() else []
    steps = st.session_state.get(state.STEPS)
    undo = [opening.UNDO] if steps and steps[-1][0] == name else []
    listed = [SAVES[name], OPEN, EXAMPLE, *undo, *plan_only, *told]
    chosen = st.menu_button("Plan", listed, key="plan menu")
    if st.session_state.pop(ASKED, False) or save:
        chosen = SAVES[name]
    match chosen:
        case "Save to a file" | "Save offers to a file" | "Save the clinic to a file":
            if opening.name_own(clock.today()):
                st.session_state[ASKED] = True
                st.rerun()  # so that the browser keeps it by that name too
            _save(name)
        case "Open a file":
            _open()
        case "Start from an example":
            _examples(name)
        case report.NAME:
            st.switch_page(REPORT_PAGE)
        case "Take the last change back":
            state.go_back()
            st.rerun()
        case "Set as baseline":
            state.set_baseline()
            st.rerun()
        case "Back to the baseline":
            state.back_to_baseline()
            st.rerun()


@st.dialog(SAVE)
def _save(name: state.Name) -> None:
    if streamlit_ways.in_fragment():
        intake.take_all()  # a dialog runs alone, so what is typed in it is taken in it
    with state.working_on(name), fields.place("plan"):
        fields.text("title", label=NAMED[name])
        found = documents.to_save(state.document())
    st.download_button(
        f":violet[{DOWNLOAD[name]}]",
        opening.with_day(found.to_toml(), clock.today()),
        file_name=f"{file_name(found.title)}.toml",
        mime="application/toml",
        type="primary",
        on_click="ignore",
    )
    st.markdown(quiet(SAVED))


def file_name(title: str) -> str:
    """A title as a file name: letters, digits and dashes, never a path.

    >>> file_name("../My practice, 2026!")
    'my-practice-2026'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "plan"


@st.dialog(OPEN)
def _open() -> None:
    fault = st.session_state.pop("file fault", None)
    opened = st.session_state.pop("file opened", None)
    if fault:
        st.error(fault)
    elif opened:
        st.switch_page(documents.HOME[opened])
    st.file_uploader(
        "A plan, job offers or a clinic you saved (.toml)",
        key="plan file",
        on_change=intake.first(take_file),
        max_upload_size=MEGABYTES,
    )


def take_file() -> None:
    """Reads an uploaded file of either kind; only one that is right in every field is shown."""
    uploaded = st.session_state["plan file"]
    if uploaded is None:
        return
    text = uploaded.getvalue()
    said = documents.opened(text)
    if said not in documents.HOME:
        ours = uploaded.name.lower().endswith(".toml")
        st.session_state["file fault"] = said if ours else refusals.other_file(uploaded.name)
        return
    st.session_state["file opened"] = said
    with state.working_on(said):
        told = opening.opened(state.document(), text)
    st.session_state[opening.TOLD] = documents.HOME[said], told


@st.dialog(EXAMPLE)
def _examples(name: state.Name) -> None:
    found = examples.of(name)
    for key, example in found.items():
        if st.button(words.escape(example.title), key=f"example {key}", width="stretch"):
            opening.example(name, example)
            st.rerun()
        st.markdown(quiet(words.escape(example.description)))
