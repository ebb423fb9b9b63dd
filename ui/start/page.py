"""Start: three doors and a worked example."""

import streamlit as st

from ui.shell import examples, frame, state
from ui.telling import charts, hour_words, numbers, words

example = examples.scenarios()[examples.FIRST]
shown, less, more = state.evaluated_example()
result = state.evaluated()
currency = example.currency
fee = words.escape(numbers.money(float(example.work.session_kinds[0].fee_per_session), currency))
wage = words.escape(numbers.wage(float(shown.wage.amount), currency))


with frame.page(
    "Start",
    "What does an hour of your work really pay?",
    f"In the example below a session costs {fee} and an hour of work pays **{wage}**. "
    "Change it into your own.",
    result,
    ["Your hour", "Sources"],
):
    doors = st.grid(3, min_column_width=250, gap="xsmall")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":violet[:material/chair: My practice]", type="primary", width="stretch"):
            st.switch_page(frame.PAGES["Your hour"])
        frame.quiet("Seven figures, about two minutes.")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":material/balance: My offers", width="stretch"):
            st.switch_page(frame.PAGES["Job offers"])
        frame.quiet("Two to five jobs side by side.")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":material/groups: My clinic", width="stretch"):
            st.switch_page(frame.PAGES["Clinic"])
        frame.quiet("Each clinician's wage and load beside the margin.")

    frame.heading("A worked example", words.escape(example.description))
    picture, story = st.columns([8, 4], gap="medium")
    with story:
        for sentence in hour_words.story(shown, (less, more), currency):
            st.markdown(sentence)
        if st.button("Use this example", icon=":material/edit:"):
            state.open_plan(example)
            st.switch_page(frame.PAGES["Your hour"])
        chosen = st.selectbox(
            "Or start from another",
            [name for name in examples.scenarios() if name != examples.FIRST],
            index=None,
            format_func=lambda name: examples.scenarios()[name].title,
            placeholder="Choose an example",
        )
        if chosen:
            state.open_plan(examples.scenarios()[chosen])
            st.switch_page(frame.PAGES["Your hour"])
    with picture:
        frame.chart(
            charts.staircase(shown.staircase, frame.theme(), currency), "start staircase", ""
        )
