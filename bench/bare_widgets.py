"""The widgets of the page Your hour and nothing computed: the yardstick for a change of it."""

import gc

import streamlit as st

LABELS = (
    *("Fee per session", "Sessions a week", "Missed, late (%)", "Weeks off a year"),
    *("Notes per session", "Costs a month"),
)
FIGURES = ("True hourly wage", "Take-home a month", "Hours a worked week", "Load")
BAR = {"data": [{"type": "bar", "x": [150, 72], "y": ["a", "b"]}], "layout": {}}


@st.cache_resource
def settle_memory() -> None:
    """As the app does."""
    gc.collect()
    gc.freeze()


st.set_page_config(layout="wide")
settle_memory()
fee = 0.0
inputs, outcome = st.columns([4, 8])
with outcome:
    grid = st.grid(4)
    for figure in FIGURES:
        with grid.cell():
            st.metric(figure, f"{st.session_state.get('Fee per session', 150.0):.2f}")
            st.button(f"How this {figure}?")
with inputs:
    grid = st.grid(2)
    for label in LABELS:
        with grid.cell():
            st.number_input(label, value=150.0, key=label, help="What it is.")
    st.selectbox("State", ["California", "Texas"], help="Where.")
with outcome:
    for key in ("staircase", "week", "money"):
        st.header(key)
        st.plotly_chart(BAR, key=key)
        st.expander("As a table", key=f"table {key}", on_change="rerun")
with inputs:
    for group in ("Clients", "Time", "Money", "Costs", "Household", "Loans", "Support", "Used"):
        st.expander(f"**{group}**", key=group, on_change="rerun")
with outcome:
    for _ in range(2):
        st.table({"What": ["a", "b", "c"], "A year": ["1", "2", "3"]})
