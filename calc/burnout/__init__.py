"""Load: the burnout-risk indicator of a practice. An indicator, never a diagnosis."""

from calc.burnout.factors import FACTORS, Evidence, Factor, LoadInputs, factors
from calc.burnout.indicator import (
    Contribution,
    Difference,
    Draws,
    Load,
    Range,
    difference,
    draws,
    heavier_from,
    indicator,
)
from calc.burnout.practice import load_inputs, load_remarks

__all__ = [
    "FACTORS",
    "Contribution",
    "Difference",
    "Draws",
    "Evidence",
    "Factor",
    "Load",
    "LoadInputs",
    "Range",
    "difference",
    "draws",
    "factors",
    "heavier_from",
    "indicator",
    "load_inputs",
    "load_remarks",
]
