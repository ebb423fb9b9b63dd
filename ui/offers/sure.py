"""How sure the order of the offers is: how often the first stays first, when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import numpy as np
import streamlit as st

from calc.months import Luck, luck_of
from calc.number import WEEKS_PER_YEAR
from calc.offers import Compared, beats, chance_of, goal_of_chance, range_of
from calc.offers.chance import OfChance
from ui.offers import sure_words, turn_words
from ui.offers.sure_words import Sure
from ui.offers.view import View
from ui.shell import answers, frame, intake, state, streamlit_ways

PATHS = 2_000  # enough for a percentage point
LABEL = "**How sure is this order?**"


@lru_cache(maxsize=1)
def luck() -> Luck:
    """The uniforms of everybody's offers."""
    return luck_of(np.random.default_rng(state.SEED), int(WEEKS_PER_YEAR), PATHS)


def draw(view: View) -> None:
    """The first offer against each other; drawn after the page's numbers, when it is opened."""
    if len(view.ranked) < 2:
        return
    with st.expander(LABEL, key="offers sure", on_change="rerun") as fold:
        if not fold.open:
            return
        goal = goal_of_chance(view.offers.goal)
        if goal is None:
            st.markdown(sure_words.no_chance(view.offers))
            return
        frame.later(lambda: _pairs(view, goal))
        frame.quiet(sure_words.in_it(turn_words.answers(view.ranked)))
        if st.button(f":blue[{sure_words.ASKED}]", type="tertiary", key="how sure"):
            _open(view, goal)


def _pairs(view: View, goal: OfChance) -> None:
    sure = _found(view, goal)
    stands = turn_words.stands(sure, view.ranked, by_cover=bool(view.undecided))
    for said in filter(None, (stands, *sure_words.pairs(sure, view.ranked))):
        st.markdown(said)


def _open(view: View, goal: OfChance) -> None:
    @st.dialog(sure_words.TITLE, position="right", width="medium")
    def drawer() -> None:
        sure = _found(view, goal)
        st.markdown(sure_words.drawn(sure))
        for table in sure_words.tables(sure, view.ranked):
            streamlit_ways.table(table, f"{sure_words.TITLE}: {table.heads[0].lower()}")
        frame.quiet("Estimate, not advice.")

    drawer()


def _found(view: View, goal: OfChance) -> Sure:
    """The answer, as long as offers, order and goal are the same."""
    of = tuple(part for found in view.ranked for part in (found.offer, found.result))
    return answers.kept("how sure", partial(find, view.ranked, goal), of=of, at=(goal,))


def find(ranked: Sequence[Compared], goal: OfChance) -> Sure:
    """The first offer against each other on the same luck; paths are dropped once told."""
    chances = []
    for found in ranked:
        chances.append(chance_of(found, luck()))
        intake.give_way()
    ranges = []
    for found in ranked:
        ranges.append(range_of(found, goal))
        intake.give_way()
    first = chances[0]
    return Sure(
        goal,
        PATHS,
        odds=[beats(first, other, goal) for other in chances[1:]],
        spreads=[chance.spread(goal) for chance in chances],
        sessions=[chance.sessions for chance in chances],
        ranges=ranges,
    )
