"""Stages of a career: starting points for caseload, supervision and own therapy."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import numpy as np

from calc.number import added
from calc.parameters import Parameter, Rules
from calc.scenario import Scenario

Stage: TypeAlias = Literal["student", "pre_licensed", "early", "mid", "late"]
STAGES: tuple[Stage, ...] = get_args(Stage)


def stage(name: Stage, rules: Rules) -> Parameter:
    """A stage's starting points: a judgement, marked so."""
    return rules[f"stages.{name}"]


def at_stage(scenario: Scenario, name: Stage, rules: Rules) -> Scenario:
    """The same plan with caseload, supervision, consultation and own therapy of a stage.

    A caseload of several kinds keeps its mix; one without any booked session keeps none.
    """
    found = stage(name, rules)
    changes: dict[str, object] = {
        "support.supervision_hours_per_week": found.of("supervision_hours_per_week"),
        "support.consultation_hours_per_week": found.of("consultation_hours_per_week"),
        "support.own_therapy.sessions_per_year": found.of("own_therapy_sessions_per_year"),
    }
    kinds = scenario.work.session_kinds
    booked = float(added(np.max(kind.booked_per_week) for kind in kinds))
    if booked:
        factor = found.of("booked_per_week") / booked
        for index, kind in enumerate(kinds):
            changes[f"work.session_kinds.{index}.booked_per_week"] = kind.booked_per_week * factor
    return scenario.with_values(changes)
