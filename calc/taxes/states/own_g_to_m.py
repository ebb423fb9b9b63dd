"""Steps that are a state's own."""

from __future__ import annotations

from collections.abc import Mapping

from calc.taxes.states.engine import Step, StepName

RULES: Mapping[str, Mapping[StepName, Step]] = {}
