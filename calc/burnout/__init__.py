"""Load: the burnout-risk indicator of a practice. An indicator, never a diagnosis."""

from calc.burnout.checked import Group, Survey, groups, surveys
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
from calc.burnout.scale import heavier_from_people, people_at, people_of_score, score_of_people

__all__ = [
    "FACTORS",
    "Contribution",
    "Difference",
    "Draws",
    "Evidence",
    "Factor",
    "Group",
    "Load",
    "LoadInputs",
    "Range",
    "Survey",
    "difference",
    "draws",
    "factors",
    "groups",
    "heavier_from",
    "heavier_from_people",
    "indicator",
    "load_inputs",
    "load_remarks",
    "people_at",
    "people_of_score",
    "score_of_people",
    "surveys",
]
