"""What the load indicator looks at: twelve factors, each with its typical value and effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.burnout.formulas import effect_by_corners, effect_by_logarithm
from calc.number import Flag, Number
from calc.parameters import Parameter, Rules, load_rules, years_read

Evidence: TypeAlias = Literal["therapists", "therapists_and_others", "health_workers", "guess"]

FACTORS = (
    "hours_total",
    "client_hours",
    "doc_hours",
    "after_hours",
    "trauma_share",
    "weeks_off",
    "supervision",
    "peer_contact",
    "autonomy",
    "pay_ratio",
    "debt_to_income",
    "setting_agency",
)
_RULES = load_rules(years_read()[-1])  # the typical practice is a judgement, the same in every year
TYPICAL = {name: _RULES[f"burnout.{name}"].of("reference") for name in FACTORS}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadInputs:
    """One practice as the indicator sees it; weekly figures are of a worked week.

    Words are those of docs/words.md: `supervision` in hours a month, `peer_contact` (how far
    colleagues can be relied on) from 0 to 8, `autonomy` (freedom over schedule and way of working)
    from 0 to 10, `trauma_share` from 0 to 1, `pay_ratio` take-home after loans over needs,
    `debt_to_income` debt over gross income, `setting_agency` 1 for an agency, hospital, school or
    government. The defaults are the typical practice.
    """

    hours_total: Number = TYPICAL["hours_total"]
    client_hours: Number = TYPICAL["client_hours"]
    doc_hours: Number = TYPICAL["doc_hours"]
    after_hours: Number = TYPICAL["after_hours"]
    trauma_share: Number = TYPICAL["trauma_share"]
    weeks_off: Number = TYPICAL["weeks_off"]
    supervision: Number = TYPICAL["supervision"]
    peer_contact: Number = TYPICAL["peer_contact"]
    autonomy: Number = TYPICAL["autonomy"]
    pay_ratio: Number = TYPICAL["pay_ratio"]
    debt_to_income: Number = TYPICAL["debt_to_income"]
    setting_agency: Number = TYPICAL["setting_agency"]


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor: its sourced parameter, read once. `at` and `shape` are the corners of its effect.

    `shape` is empty where the effect goes by the logarithm of the value over the reference.
    """

    name: str
    parameter: Parameter
    log_odds: float
    sd: float
    reference: float
    at: tuple[float, ...]
    shape: tuple[float, ...]
    evidence: Evidence

    def effect(self, value: Number) -> Number:
        """How far the value is from typical; nothing at the reference."""
        if self.shape:
            return effect_by_corners(value, self.at, self.shape)
        return effect_by_logarithm(value, self.at[0], self.at[-1], self.reference)

    def outside(self, value: Number) -> Flag:
        """Whether a value lies beyond the range studied."""
        return np.less(value, self.at[0]) | np.greater(value, self.at[-1])


def factor(name: str, rules: Rules) -> Factor:
    """One factor as the data states it."""
    found = rules[f"burnout.{name}"]
    curved = found.text("shape") == "logarithm"
    return Factor(
        name=name,
        parameter=found,
        log_odds=found.of("log_odds"),
        sd=found.of("sd"),
        reference=found.of("reference"),
        at=found.row("at"),
        shape=() if curved else found.row("shape"),
        evidence=found.text("evidence"),  # type: ignore[arg-type]
    )


def factors(rules: Rules) -> tuple[Factor, ...]:
    """All factors, in the order in which they are told."""
    return rules.once(_factors)


def _factors(rules: Rules) -> tuple[Factor, ...]:
    return tuple(factor(name, rules) for name in FACTORS)
