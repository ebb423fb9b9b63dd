"""How much retirement and health saving the law lets a person deduct."""

from __future__ import annotations

import numpy as np

from calc.number import Number, at_least_zero, step_value
from calc.parameters import Rules
from calc.scenario import HealthSavings


def employer_part_limit(profit: Number, half_tax: Number, share: float, most: float) -> Number:
    """Most a self-employed person may contribute as their own employer (SEP, solo 401(k)).

    >>> float(employer_part_limit(150_000.0, 10_597.0, 0.2, 72_000.0))
    27880.6
    """
    return np.minimum(at_least_zero(profit - half_tax) * share, most)


def deferral_limit(rules: Rules, age: int) -> float:
    """Most of a person's pay that may go into 401(k) plans in all, catch-up by age included."""
    catch_up = rules["us_federal.catch_up_401k"]
    further = step_value(float(age), catch_up.row("from_age"), catch_up.row("amounts"))
    return rules["us_federal.elective_deferral_limit_401k"].number + float(further)


def additions_limit(rules: Rules, age: int) -> float:
    """Most that may go into one person's SEP and solo 401(k) in all, catch-up included."""
    limit = rules["us_federal.elective_deferral_limit_401k"].number
    catch_up = deferral_limit(rules, age) - limit
    return rules["us_federal.annual_additions_limit_solo_401k_and_sep"].number + catch_up


def hsa_limit(rules: Rules, saving: HealthSavings, age: int) -> float:
    """Most that may go into a health savings account for the cover chosen."""
    catch_up = rules["us_federal.hsa_catch_up"]
    further = catch_up.of("amount") if age >= catch_up.of("from_age") else 0.0
    limit = rules[f"us_federal.hsa_limit_{saving.cover}"].number
    return limit + further
