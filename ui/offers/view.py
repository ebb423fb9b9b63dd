"""What the page Job offers works on: the offers as typed, and those that it shows."""

from __future__ import annotations

from dataclasses import dataclass

from calc.offers import Compared, Comparison, compare
from calc.scenario import Offers
from ui.shell import examples, state


@dataclass(frozen=True)
class View:
    """The person's offers; those shown, best first, and whether they are a worked example."""

    typed: Comparison
    shown: Comparison
    ranked: tuple[Compared, ...]
    example: bool

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
    typed = shown = compare(state.offers())
    if not typed.compared:
        shown = compare(examples.offers()[examples.FIRST_OFFERS])
    example = not typed.compared or not state.is_own()
    return View(typed, shown, shown.ranked(), example)
