"""The factors of load: the shape of each, their data, and what is typical."""

from typing import get_args

import numpy as np
import pytest

from calc.burnout import FACTORS, Evidence, LoadInputs, factors, indicator
from calc.parameters import typical
from tests.calc.burnout.drawn import RULES


def effect_of(name: str, value: float) -> float:
    """How far one factor's value is from typical, in its own unit."""
    load = indicator(LoadInputs(**{name: value}), RULES)
    found = next(item for item in load.contributions if item.factor.name == name)
    return float(found.effect)


@pytest.mark.parametrize(
    ("name", "value", "effect"),
    [
        ("hours_total", 26.0, -5.0),  # half below 36
        ("hours_total", 46.0, 10.0),
        ("hours_total", 10.0, -8.0),  # no further than 20 and 70
        ("hours_total", 90.0, 34.0),
        ("client_hours", 5.0, -12.0),
        ("client_hours", 60.0, 18.0),
        ("doc_hours", 25.0, 13.0),
        ("after_hours", 40.0, 12.0),
        ("trauma_share", 0.0, -0.3),
        ("weeks_off", 5.0, 1.0),  # full to the fifth week, half to the eighth, then nothing
        ("weeks_off", 7.0, 2.0),
        ("weeks_off", 20.0, 2.5),
        ("supervision", 0.0, -2.0),
        ("supervision", 6.0, 3.0),  # full to 4 hours, half to 8
        ("supervision", 30.0, 4.0),
        ("peer_contact", 30.0, 4.0),
        ("autonomy", 0.0, -7.0),
        ("pay_ratio", 1.8, np.log(1.5)),
        ("pay_ratio", 9.0, np.log(2.0 / 1.2)),
        ("pay_ratio", -3.0, np.log(0.4 / 1.2)),  # a loss is as the least pay that was studied
        ("debt_to_income", 12.0, 2.5),
        ("setting_agency", 1.0, 1.0),
    ],
)
def test_the_shape_of_each_factor(name: str, value: float, effect: float) -> None:
    """Straight, or bent where the report bends it; flat beyond the range studied."""
    assert effect_of(name, value) == pytest.approx(effect, abs=1e-12)


def test_every_factor_is_whole() -> None:
    """Corners in order, nothing at the reference, and evidence in one of its words."""
    for factor in factors(RULES):
        assert list(factor.at) == sorted(set(factor.at))
        assert factor.effect(factor.reference) == 0.0
        assert factor.evidence in get_args(Evidence)
        assert factor.parameter.text("grade") in ("A", "B", "C", "D")
        # The size of a weight of grade C or D was not read anywhere: a judgement.
        guessed = factor.parameter.text("grade") in ("C", "D")
        assert (factor.parameter.kind == "judgement") == guessed == (factor.evidence == "guess")


def test_what_a_plan_leaves_alone_is_typical() -> None:
    """Defaults of what is asked for, and the two ratios without data, are those of the factors."""
    corners = {factor.name: factor for factor in factors(RULES)}
    for name, factor in (
        ("after_hours_per_week", "after_hours"),
        ("trauma_share", "trauma_share"),
        ("colleagues_points", "peer_contact"),
        ("freedom_points", "autonomy"),
        ("pay_over_needs", "pay_ratio"),
    ):
        assert typical(name).number == corners[factor].reference
    assert typical("debt_without_income").number == corners["debt_to_income"].at[-1]


def test_factors_are_read_once() -> None:
    """Rules hand out the same factors at every call, in the order in which they are told."""
    assert factors(RULES) is factors(RULES)
    assert tuple(factor.name for factor in factors(RULES)) == FACTORS
