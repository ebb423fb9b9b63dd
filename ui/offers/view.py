"""What the page Job offers works on: the offers as typed, and those that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from calc.offers import Compared, Comparison, compare, decided_by_cover
from calc.scenario import Offers
from ui.shell import answers, examples, rows, state

BEFORE = "offers compared"  # of the run before: a letter that is as it was is not evaluated anew


@dataclass(frozen=True)
class View:
    """The person's offers; those shown, best first, and whether they are a worked example.

    `undecided` are those whose health cover nobody stated, and by which another may be first.
    """

    typed: Comparison
    shown: Comparison
    ranked: tuple[Compared, ...]
    undecided: tuple[Compared, ...]
    example: bool

    def number_of(self, found: Compared) -> int:
        """What the offer is known by on this page, whatever happens to the list of letters.

        That of its row; a letter of the worked example, which is no row, has one below zero.
        """
        if self.shown is not self.typed:
            return -1 - found.place
        return rows.numbers_of("offers", len(self.typed.offers.offers))[found.place]

    @property
    def offers(self) -> Offers:
        """The offers shown."""
        return self.shown.offers

    @property
    def currency(self) -> str:
        """The currency of all of them."""
        return self.shown.offers.currency


def view() -> View:
    """The offers as they are now; a worked example is shown while none of them is complete."""
    typed = shown = compare(state.offers(), before=st.session_state.get(BEFORE))
    st.session_state[BEFORE] = typed
    if not typed.compared:
        shown = compare(examples.offers()[examples.FIRST_OFFERS])
    example = not typed.compared or not state.is_own()
    find = partial(decided_by_cover, shown)
    undecided = answers.kept("cover of offers", find, of=(shown.offers,))
    return View(typed, shown, shown.ranked(), undecided, example)
