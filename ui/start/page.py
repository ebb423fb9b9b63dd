"""Start: three doors and a worked example."""

import streamlit as st

from ui.shell import examples, frame, opening, state
from ui.telling import charts, hour_words, numbers, whose_words, words

EXAMPLE = "A worked example"

example, own = examples.scenarios()[examples.FIRST], state.is_own()
result = state.evaluated()
if own:
    shown, currency = result, result.scenario.currency
    premise, sentence = hour_words.your_hour(result)
    plan, shipped = result.scenario, {each.title for each in examples.scenarios().values()}
    if examples.is_one(plan):
        title, under = EXAMPLE, plan.description
    else:
        title = "Your practice"
        under = plan.title if plan.title and plan.title not in shipped else "As you left it."
        sentence = f"{sentence} {whose_words.whose_fees(plan, examples.began(plan))}".strip()
    sentences = [sentence]
else:
    shown, less, more = state.evaluated_example()
    currency = example.currency
    fee = words.escape(
        numbers.money(float(example.work.session_kinds[0].fee_per_session), currency)
    )
    wage = words.escape(numbers.wage(float(shown.wage.amount), currency))
    premise = (
        f"In the example below a client pays {fee} a session and an hour of work pays **{wage}**. "
        "Change it into your own."
    )
    title, under = EXAMPLE, example.description
    sentences = list(hour_words.story(shown, (less, more), currency))


with frame.page(
    "Start",
    "What does an hour of your work really pay?",
    premise,
    result,
    ["Your hour", "Sources"],
):
    doors = st.grid(3, min_column_width=250, gap="xsmall")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":violet[:material/chair: My practice]", type="primary", width="stretch"):
            st.switch_page(frame.PAGES["Your hour"])
        frame.quiet("Ten figures, about two minutes.")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":material/balance: My offers", width="stretch"):
            st.switch_page(frame.PAGES["Job offers"])
        frame.quiet("Two to five jobs side by side.")
    with doors.cell(), st.container(gap="xxsmall"):
        if st.button(":material/groups: My clinic", width="stretch"):
            st.switch_page(frame.PAGES["Clinic"])
        frame.quiet("Each clinician's wage and load beside the margin.")

    frame.heading(title, words.escape(under))
    picture, story = st.columns([8, 4], gap="medium")
    with story:
        for sentence in sentences:
            st.markdown(sentence)
        if own and st.button("Go on with it", icon=":material/edit:"):
            st.switch_page(frame.PAGES["Your hour"])
        if not own and st.button("Use this example", icon=":material/edit:"):
            state.open_plan(example)
            st.switch_page(frame.PAGES["Your hour"])
        chosen = st.selectbox(
            "Or start from another",
            [name for name in examples.scenarios() if own or name != examples.FIRST],
            index=None,
            format_func=lambda name: examples.scenarios()[name].title,
            placeholder="Choose an example",
        )
        if chosen:
            opening.example("plan", examples.scenarios()[chosen])
            st.switch_page(frame.PAGES["Your hour"])
    with picture:
        frame.chart(
            charts.staircase(shown.staircase, frame.theme(), currency),
            "start staircase",
            words.NOTHING_TO_DRAW,
        )
