"""The steps that are a state's own, by state; one module for each part of the alphabet."""

from __future__ import annotations

from collections.abc import Mapping

from calc.taxes.states import (
    own_a_to_c,
    own_arkansas,
    own_d,
    own_g_to_m,
    own_m_to_o,
    own_massachusetts,
    own_ny,
    own_o_to_w,
    own_ohio,
    own_wisconsin,
)
from calc.taxes.states.engine import Step, StepName

OWN_RULES: Mapping[str, Mapping[StepName, Step]] = {
    **own_a_to_c.RULES,
    **own_arkansas.RULES,
    **own_d.RULES,
    **own_g_to_m.RULES,
    **own_m_to_o.RULES,
    **own_massachusetts.RULES,
    **own_ny.RULES,
    **own_o_to_w.RULES,
    **own_ohio.RULES,
    **own_wisconsin.RULES,
}
