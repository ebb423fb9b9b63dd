"""Figures that come from outside: law, surveys and judgements, each dated and sourced.

The only reader of `calc/data`.
"""

from calc.parameters.ahead import projected_years
from calc.parameters.parameter import Certainty, Parameter, ParameterKind, Source, Value
from calc.parameters.rules import LAW_FILES, Rules, load_rules, tax_years, years_read
from calc.parameters.working_life import (
    TYPICAL_FILES,
    City,
    LocalPreset,
    cities,
    crisis_lines,
    local_presets,
    state_names,
    states,
    typical,
    work_cost,
    work_cost_names,
)

__all__ = [
    "LAW_FILES",
    "TYPICAL_FILES",
    "Certainty",
    "City",
    "LocalPreset",
    "Parameter",
    "ParameterKind",
    "Rules",
    "Source",
    "Value",
    "cities",
    "crisis_lines",
    "load_rules",
    "local_presets",
    "projected_years",
    "state_names",
    "states",
    "tax_years",
    "typical",
    "work_cost",
    "work_cost_names",
    "years_read",
]
