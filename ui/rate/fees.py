"""Which fees "the fee" means: a switch for each kind of session, kept with the plan."""

from __future__ import annotations

from typing import Any

import streamlit as st

from calc import Result
from calc.scenario import SplitOfCollections
from calc.scenario.sessions import fees_that_move, fees_that_usually_move
from ui.rate import words as rate_words
from ui.shell import fields, frame, intake, state
from ui.telling import kind_words, numbers, words


def which_fees(result: Result) -> None:
    """A folded switch for each fee, where there are two at least and fees set the pay."""
    work = result.scenario.work
    paid = [place for place, kind in enumerate(work.session_kinds) if kind.fee_per_session]
    if len(paid) < 2 or not isinstance(work.pay, SplitOfCollections | None):
        return
    with fields.folded("rate fees", rate_words.fees_moved(result.scenario)) as folded:
        if not folded.open:
            return
        with fields.place("rate fees"):
            for place in paid:
                _switch(result, place)
        frame.quiet(rate_words.FEES)


def _switch(result: Result, place: int) -> None:
    kinds = result.scenario.work.session_kinds
    path = f"work.session_kinds.{place}.fee_moves"
    usual = place in fees_that_usually_move(kinds)

    def take(there: str, wanted: Any) -> None:
        chosen = "usual" if wanted == usual else ("moves" if wanted else "stays")
        state.change(there, wanted, {there: chosen})

    key = fields.key_of(path)
    fee = words.escape(numbers.money(float(kinds[place].fee_per_session), result.scenario.currency))
    intake.show(key, place in fees_that_move(kinds), fields.taken(path, take))
    st.toggle(f"{kind_words.name(result.scenario, place)}, {fee}", key=key)
