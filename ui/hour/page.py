"""Your hour: what a session leaves for each hour of work, and where time and money go."""

import streamlit as st

from ui.hour import practice
from ui.hour.cover import premium_credit
from ui.hour.form import form_of_practice
from ui.hour.kinds import kinds_pay
from ui.hour.moving import elsewhere
from ui.hour.sections import figures, left_over, remarks, set_aside, where_money_goes
from ui.months.line import one_line
from ui.shell import examples, frame, state
from ui.telling import charts, hour_words, tables, whose_words, words

NEXT = ["Set a rate", "Months ahead", "Taxes and saving", "Load", "Loans"]
result = state.evaluated()
currency = result.scenario.currency
answer, sentence = hour_words.your_hour(result)
if not examples.is_one(result.scenario):  # else the page is marked as an example's
    whose = whose_words.whose_fees(result.scenario, examples.began(result.scenario))
    sentence = f"{sentence} {whose}".strip()

with frame.page("Your hour", answer, sentence, result, NEXT):
    inputs, outcome = st.columns([4, 8], gap="medium")
    with outcome:
        figures(result, state.evaluated_baseline())  # first of all, so that no number waits
    with inputs, frame.not_printed("basics"):
        frame.heading("Your practice", hour_words.TEN_FIGURES)
        practice.basics()
    with outcome:
        remarks(result)
        title, line = hour_words.staircase_heading(result)
        frame.heading(title, line)
        frame.chart(
            charts.staircase(result.staircase, frame.theme(), currency),
            "staircase",
            words.NOTHING_TO_DRAW,
        )
        frame.later(lambda: one_line(result.scenario))
        frame.as_table("staircase", lambda: tables.steps_table(result.staircase, currency))
    with frame.not_printed("groups"):
        frame.heading("More about it", "Only if it differs from what is typical.")
        practice.groups(result)
    work, money = st.columns(2, gap="medium")
    with work:
        frame.heading("Where the week goes", hour_words.week_sentence(result))
        weeks = float(result.year.worked_weeks.amount)
        own = float(result.own_therapy_hours.per(result.year.worked_weeks).amount)
        week = charts.week(result.hours, weeks, frame.theme(), own)
        frame.chart(week, "week", words.NOTHING_TO_DRAW)
        frame.as_table("week", lambda: tables.week_table(result.hours, weeks))
        kinds_pay(result)
        where_money_goes(result)
    with money:
        left_over(result)
        set_aside(result)
        form_of_practice(result)
        premium_credit(result)
    elsewhere(result)
