"""Targets in, a number of the plan out: the fee, sessions, weeks or costs that meet them."""

from calc.questions.solve import closed_forms
from calc.questions.solve.search import OutOfReach, Reached, Seen, solve_each, solve_for
from calc.questions.solve.targets import AT_MOST, FIGURES, Figure, Target, figure_of
from calc.questions.solve.unknowns import TOGETHER, Together, Unknown, unknown_of

__all__ = [
    "AT_MOST",
    "FIGURES",
    "TOGETHER",
    "Figure",
    "OutOfReach",
    "Reached",
    "Seen",
    "Target",
    "Together",
    "Unknown",
    "closed_forms",
    "figure_of",
    "solve_each",
    "solve_for",
    "unknown_of",
]
