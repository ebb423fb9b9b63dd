"""The fold "The next dollar": what of the next $100 stays, who takes it, and where steps lie."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import streamlit as st

from calc import Result
from calc.errors import ScenarioError
from calc.questions.next_dollar import NextDollar, kept_of_next_hundred, next_dollar
from ui.shell import answers, fields, frame, streamlit_ways
from ui.telling import next_dollar_chart, next_dollar_words, refusals, words
from ui.telling.chart_frame import Chart

T = TypeVar("T")
TITLE = "The next dollar"


def fold(result: Result) -> None:
    """The fold, whose curve is worked out only while it is open."""
    currency = result.scenario.currency
    try:
        kept = _kept("next hundred", result, kept_of_next_hundred)
        said = next_dollar_words.summary(kept, currency)
    except ScenarioError as error:
        said = "not known"
        problems = error.problems
    else:
        problems = ()
    with fields.folded("next dollar", f"**{TITLE}** · {words.escape(said)}") as group:
        if not group.open:
            return
        for problem in problems:
            st.warning(refusals.sentence(problem, result.scenario))
        if not problems:
            _open(result, _kept("next dollar", result, next_dollar))


def _open(result: Result, found: NextDollar) -> None:
    currency, word = result.scenario.currency, next_dollar_words.earned_word(result)

    def drawn() -> Chart:
        return next_dollar_chart.curve(found, word, frame.theme(), currency)

    chart, table = st.columns(2, gap="medium")
    with chart:
        frame.quiet(next_dollar_words.curve_line(word, currency))
        frame.chart(drawn, "next dollar", words.NOTHING_TO_DRAW)
        for said in (
            next_dollar_words.ahead(found, word, currency),
            next_dollar_words.base(found, word, currency),
        ):
            if said:
                st.markdown(said)
    with table:
        parts = next_dollar_words.parts_table(found, currency)
        streamlit_ways.table(parts, "Who takes what of the next $100")
    if found.steps:
        steps = next_dollar_words.steps_table(found, word, currency)
        streamlit_ways.table(steps, "Every step")
    frame.quiet(words.escape(next_dollar_words.PREMISE))


def _kept(name: str, result: Result, asked: Callable[[Result], T]) -> T:
    """An answer kept until the plan or its year is another."""
    plan = result.scenario
    return answers.kept(
        name, partial(asked, result), of=answers.parts_of(plan), at=(result.rules.tax_year,)
    )
