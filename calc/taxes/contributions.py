"""How much retirement and health saving the law lets a person deduct."""

from __future__ import annotations

import numpy as np

from calc.number import Number, at_least_zero, step_value
from calc.parameters import Parameter, Rules
from calc.scenario import HealthSavings


def employer_part_limit(profit: Number, half_tax: Number, share: float, most: float) -> Number:
    """Most a self-employed person may contribute as their own employer (SEP, solo 401(k)).

    >>> float(employer_part_limit(150_000.0, 10_597.0, 0.2, 72_000.0))
    27880.6
    """
    return np.minimum(at_least_zero(profit - half_tax) * share, most)


def employer_part_sources(rules: Rules) -> tuple[Parameter, Parameter]:
    """The law behind that limit: its share of net earnings, and the most."""
    return (
        rules["us_federal.self_employed_contribution_share"],
        rules["us_federal.annual_additions_limit_solo_401k_and_sep"],
    )


def deferral_limit(rules: Rules, age: int) -> float:
    """Most of a person's pay that may go into 401(k) plans in all, catch-up by age included."""
    limit, catch_up = deferral_sources(rules)
    further = step_value(float(age), catch_up.row("from_age"), catch_up.row("amounts"))
    return limit.number + float(further)


def deferral_sources(rules: Rules) -> tuple[Parameter, Parameter]:
    """The law behind that limit: the limit, and the catch-up by age."""
    return rules["us_federal.elective_deferral_limit_401k"], rules["us_federal.catch_up_401k"]


def additions_limit(rules: Rules, age: int) -> float:
    """Most that may go into one person's SEP and solo 401(k) in all, catch-up included."""
    limit = rules["us_federal.elective_deferral_limit_401k"].number
    catch_up = deferral_limit(rules, age) - limit
    return rules["us_federal.annual_additions_limit_solo_401k_and_sep"].number + catch_up


def hsa_limit(rules: Rules, saving: HealthSavings, age: int) -> float:
    """Most that may go into a health savings account for the cover chosen."""
    limit, catch_up = hsa_sources(rules, saving)
    further = catch_up.of("amount") if age >= catch_up.of("from_age") else 0.0
    return limit.number + further


def hsa_sources(rules: Rules, saving: HealthSavings) -> tuple[Parameter, Parameter]:
    """The law behind that limit: the limit of the cover chosen, and the catch-up by age."""
    return rules[f"us_federal.hsa_limit_{saving.cover}"], rules["us_federal.hsa_catch_up"]
