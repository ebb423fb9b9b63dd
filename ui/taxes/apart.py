"""Filing apart, in a fold: what it costs and saves, and both separate returns beside the joint."""

from __future__ import annotations

import streamlit as st

from calc import Result
from calc.questions.apart import FilingApart, NotCompared, filing_apart
from ui.shell import drawer, frame, streamlit_ways
from ui.telling import apart_words, numbers


def fold(result: Result, found: FilingApart | NotCompared | None = None) -> None:
    """The fold "Filing apart"; for whom it is not worked out, the sentence that says why."""
    found = filing_apart(result) if found is None else found
    if isinstance(found, NotCompared):
        with st.expander("**Filing apart**", key="filing apart"):
            st.markdown(apart_words.why_not(found))
        return
    title = apart_words.fold_title(found, result.scenario.currency)
    with st.expander(streamlit_ways.Title(title), key="filing apart"):
        told(found, result)


def told(found: FilingApart, result: Result) -> None:
    """What filing apart comes to, the table of the returns, and how each is made."""
    currency = result.scenario.currency
    st.markdown(_list(apart_words.told(found, result)))
    shown = {"wide": apart_words.returns_table, "narrow": apart_words.short_table}
    for shape, made in shown.items():
        with st.container(key=f"{shape}-apart"):
            streamlit_ways.table(made(found, currency), f"Returns together and apart, {shape}")
    with st.container(horizontal=True):
        for how in _hows(found, currency):
            drawer.button(how)
    for sentence in apart_words.unsure(found, result):
        frame.quiet(sentence)


def _hows(found: FilingApart, currency: str) -> list[drawer.How]:
    """The drawers of the cost, and of the taxes of each separate return."""
    lines = {
        "How this cost?": (found.cost, "More tax by filing apart"),
        "How your return?": (found.returns.own.total, "Taxes of your separate return"),
        "How your spouse's?": (found.returns.spouse.total, "Taxes of your spouse's return"),
    }
    return [
        drawer.How(
            asked=asked,
            title=title,
            figure=(title, numbers.money(float(line.amount), currency)),
            sentence="Both take the standard deduction, or both itemise.",
            line=line,
            currency=currency,
        )
        for asked, (line, title) in lines.items()
    ]


def _list(said: list[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in said)
