"""What a job offer says beside pay and hours, and what there is to ask about it. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from calc.number import Number
from calc.parameters import Parameter
from calc.parameters.labour import Family

CheckKind = Literal[
    "unpaid_work",
    "unpaid_work_unsettled",
    "first_weeks_unpaid",
    "minimum_wage_not_read",
    "below_minimum_wage_overall",
    "below_minimum_wage_unpaid_hours",
    "threshold_not_read",
    "salary_below_exempt_threshold",
    "exempt_or_not",
    "overtime",
    "overtime_by_the_day",
    "contractor_forbidden",
    "contractor_hours_not_counted",
    "contractor_conditions",
    "contractor_not_checked",
    "own_practice_limited",
    "no_supervision_named",
    "clawback",
    "quota_against_attendance",
    "pslf_not_available",
]


@dataclass(frozen=True, slots=True)
class LetterTerms:
    """The terms of an offer that a plan does not hold.

    `state` is where the work is done; `family` is None before a licence was chosen: then nothing is
    asked that only an associate's rules ask. `supervision_named` is whether the letter gives or
    names a supervisor. `clawback_amount` is training or other money to pay back on leaving before
    `clawback_years`; a sign-on bonus is in the plan. `quota_sessions_per_week` is a quota that is
    no part of a salary. `unsaid` are the buckets of work of whose pay the letter says nothing.
    `credentialing_weeks` are the first weeks, in which no client may be seen.
    """

    state: str
    family: Family | None
    licensed: bool
    supervision_named: bool = False
    clawback_amount: Number = 0.0
    clawback_years: Number = 0.0
    quota_sessions_per_week: Number | None = None
    unsaid: frozenset[str] = frozenset()
    credentialing_weeks: Number = 0.0


@dataclass(frozen=True, slots=True)
class Check:
    """Something to ask about an offer: never a verdict.

    `law` is the rule it can be opened to, `also` are rules that bear on it; a rule with
    `confirmed` False was not read. `grave` is whether, if the offer is as stated, a rule that was
    read would not be met, hours may not count, or money is lost.
    """

    kind: CheckKind
    law: Parameter | None = None
    values: Mapping[str, Number | str] = field(default_factory=dict)
    grave: bool = False
    also: tuple[Parameter, ...] = ()


def known(values: Mapping[str, Number | str]) -> dict[str, Number | str]:
    """The figures that exist: hours a week do not in a year without worked weeks.

    >>> known({"short_per_year": 568.0, "hours_per_week": float("nan")})
    {'short_per_year': 568.0}
    """
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, str) or np.all(np.isfinite(value))
    }
