"""What states leave out of income for a pension.

What is entered as pensions and the like is taken for a pension of an employer's plan, the practice
owner's, from the age that a state's record names; before it, for other income. Where a law names no
age the record has 60, from which a plan pays without penalty.
"""

from __future__ import annotations

import numpy as np

from calc.number import Number, at_least_zero, share_of_way
from calc.taxes.states.engine import StateReturn, base

CAP = "aged_pension_cap_by_age"
WHOLE = "aged_pension_left_out_from_age"
SHARE = "aged_pension_share_by_income"
LIMIT = "aged_pension_income_limit"
FALL = "aged_pension_phase_out_start"
WIDTH = "aged_pension_phase_out_width"


def part_left_out(r: StateReturn, income: Number | None = None, status: str = "") -> Number:
    """The part of a pension that is not income, dollars a year; 0 where there is none.

    All of it or a share by income from an age on, or up to a cap by age; nothing from an income on.
    Above a start it falls, over a width in a straight line or by each dollar. `income` is the
    state's, federal adjusted income if not given; `status` whose figures are taken, if not the own.
    """
    pension = at_least_zero(r.household.pension_income)
    cap = _cap(r, status)
    if not (cap > 0.0 and np.any(pension)):
        return 0.0
    total = r.agi if income is None else income
    found = np.minimum(pension, cap)
    if r.has(SHARE):
        found = found * r.step(SHARE, total, status=status)
    if r.has(LIMIT):
        found = found * np.less(total, r.amount(LIMIT, status))
    if r.has(WIDTH):
        found = found * (1.0 - share_of_way(total, r.amount(FALL, status), r.amount(WIDTH)))
    elif r.has(FALL):
        found = at_least_zero(found - at_least_zero(total - r.amount(FALL, status)))
    return found


def _cap(r: StateReturn, status: str) -> float:
    """The most of a pension that is left out at the practice owner's age."""
    age = float(r.household.age)
    if r.has(CAP):
        return float(r.step(CAP, age, status=status))
    return np.inf if r.has(WHOLE) and age >= r.amount(WHOLE) else 0.0


def pension_left_out(r: StateReturn, income: Number | None = None, status: str = "") -> Number:
    """The same part, as a piece of the step at work; no piece where there is none."""
    found = part_left_out(r, income, status)
    if not np.any(found):
        return found
    return r.piece("Pension left out", found, "by age, up to a cap or by income where it has them")


def base_without_pension(r: StateReturn) -> Number:
    """Where the state starts, without what it leaves out for age and of a pension."""
    return base(r) - pension_left_out(r)
