"""The load indicator by hand: the typical practice, an overloaded one, its levers, a whole plan.

Weights are those of the second edition: the table of the report that checked the first one. What
levers and ranges are expected to be was drawn 400,000 times by a few lines that share no code with
ours.
"""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.burnout import FACTORS, LoadInputs, difference, draws, indicator

RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(1), RULES)
SCENARIO = Path(__file__).parents[2] / "scenarios" / "solo_private_pay.toml"

# factor: weight in log-odds, spread of the weight, typical value
TABLE = {
    "hours_total": (0.0162, 0.0037, 36),
    "client_hours": (0.0083, 0.0093, 22),
    "doc_hours": (0.0346, 0.0224, 7),
    "after_hours": (0.0462, 0.0163, 3),
    "trauma_share": (0.30, 0.20, 0.30),
    "weeks_off": (-0.0990, 0.0504, 4),
    "supervision": (-0.0177, 0.018, 2),
    "peer_contact": (-0.055, 0.029, 4),
    "autonomy": (-0.055, 0.040, 7),
    "pay_ratio": (-0.4774, 0.3432, 1.2),
    "debt_to_income": (0.1925, 0.0909, 0.5),
    "setting_agency": (0.2378, 0.075, 0),
}

# E04: 32 clients, 52 hours, notes at night, no consultation.
OVERLOADED = LoadInputs(
    hours_total=52.0,
    client_hours=32.0,
    doc_hours=13.0,
    after_hours=10.0,
    trauma_share=0.4,
    weeks_off=2.0,
    supervision=0.0,
    peer_contact=1.0,
    autonomy=6.0,
    pay_ratio=1.1,
    debt_to_income=0.8,
    setting_agency=0.0,
)
BY_HAND = {
    "hours_total": 0.0162 * (52 - 36),
    "client_hours": 0.0083 * (32 - 22),
    "doc_hours": 0.0346 * (13 - 7),
    "after_hours": 0.0462 * (10 - 3),
    "trauma_share": 0.30 * (0.4 - 0.3),
    "weeks_off": -0.0990 * (2 - 4),
    "supervision": -0.0177 * (0 - 2),
    "peer_contact": -0.055 * (1 - 4),
    "autonomy": -0.055 * (6 - 7),
    "pay_ratio": -0.4774 * math.log(1.1 / 1.2),
    "debt_to_income": 0.1925 * (0.8 - 0.5),
    "setting_agency": 0.0,
}


def share_at(log_odds: float) -> float:
    """The share at a sum of log-odds: 37 of 100 at none, within the soft limit of 2."""
    together = math.log(0.37 / 0.63) + 2 * math.tanh(log_odds / 2)
    return 1 / (1 + math.exp(-together))


def test_the_table() -> None:
    """Every factor has the report's weight, spread and typical value."""
    found = indicator(LoadInputs(), RULES)
    factors = [one.factor for one in found.contributions]
    assert {one.name: (one.log_odds, one.sd, one.reference) for one in factors} == TABLE
    assert tuple(TABLE) == FACTORS


def test_the_typical_practice() -> None:
    """37 of 100, a score of 50, about typical, and no factor has a part in it."""
    typical = LoadInputs(**{name: float(row[2]) for name, row in TABLE.items()})
    assert typical == LoadInputs()
    load = indicator(typical, RULES, DRAWN)
    assert load.probability == pytest.approx(0.37, abs=1e-12)
    assert load.score == 50.0
    assert load.band == "about typical"
    assert [found.points for found in load.contributions] == [0.0] * 12
    assert load.outside == ()
    assert load.range is not None
    # 5th and 95th percentile of the base: logit 0.37 -+ 1.645 x 0.35.
    ends = [1 / (1 + math.exp(0.532217 + sign * 1.644854 * 0.35)) for sign in (1, -1)]
    assert ends == pytest.approx([0.2483, 0.5109], abs=1e-4)
    assert (load.range.low, load.range.high) == pytest.approx(ends, abs=0.01)
    # Whatever the weights, nothing is away from typical: the score has no width.
    assert (load.range.score_low, load.range.score_high) == (50.0, 50.0)


def test_an_overloaded_practice() -> None:
    """E04: the log-odds add up to 1.45589, which is 67 of 100 and a score of 81."""
    load = indicator(OVERLOADED, RULES, DRAWN)
    for found in load.contributions:
        assert found.log_odds == pytest.approx(BY_HAND[found.factor.name], abs=1e-12)
    together = sum(BY_HAND.values())
    assert together == pytest.approx(1.45589, abs=1e-5)
    assert load.log_odds == pytest.approx(together, abs=1e-12)
    assert share_at(together) == pytest.approx(0.6707, abs=1e-4)
    assert load.probability == pytest.approx(share_at(together), abs=1e-12)
    score = 100 / (1 + math.exp(-together))
    assert score == pytest.approx(81.09, abs=0.005)
    assert load.score == pytest.approx(score, abs=1e-9)
    # Each log-odds is worth the same: (67.07 - 37) / 1.45589 = 20.65 of 100.
    each = 100 * (share_at(together) - 0.37) / together
    for found in load.contributions:
        assert found.points == pytest.approx(each * BY_HAND[found.factor.name], abs=1e-9)
    assert load.band == "much heavier than typical"
    assert load.bands_of_range == ("heavier than typical", "much heavier than typical")


# Levers on E04: what changes; group difference, half of it as a cause, the plausible
# range of 80 %, all in persons of 100; and the share of the extra load that goes.
FEWER = 13 * 28 / 32  # hours of notes, where four client hours of 32 go
LEVERS = {
    "after-hours-10-to-6": ({"after_hours": 6.0}, -2.70, -1.30, (-2.08, -0.52), 0.127),
    "notes-3-hours-quicker": (
        {"doc_hours": 10.0, "hours_total": 49.0},
        *(-2.20, -1.07, (-1.71, -0.41), 0.105),
    ),
    "four-fewer-client-hours": (
        {"client_hours": 28.0, "doc_hours": FEWER, "hours_total": 52 - 4 - (13 - FEWER)},
        *(-2.63, -1.27, (-1.90, -0.57), 0.124),
    ),
    "the-same-with-an-eighth-less-pay": (
        {
            "client_hours": 28.0,
            "doc_hours": FEWER,
            "hours_total": 52 - 4 - (13 - FEWER),
            "pay_ratio": 1.1 * 0.875,
        },
        *(-1.66, -0.81, (-1.45, -0.16), 0.080),
    ),
    "two-more-weeks-off": ({"weeks_off": 4.0}, -2.91, -1.40, (-2.44, -0.44), 0.136),
    "consultation": ({"supervision": 2.0}, -0.49, -0.24, (-0.55, -0.02), 0.024),
    "colleagues": ({"peer_contact": 4.0}, -2.39, -1.16, (-2.05, -0.35), 0.113),
}


@pytest.mark.parametrize("name", LEVERS)
def test_levers(name: str) -> None:
    """What each lever does to E04, within a tenth of a person of 100."""
    changes, groups, half, (low, high), removed = LEVERS[name]
    before = indicator(OVERLOADED, RULES)
    after = indicator(replace(OVERLOADED, **changes), RULES)
    found = difference(before, after, RULES, DRAWN)
    assert found.between_groups == pytest.approx(groups, abs=0.1)
    assert found.half == pytest.approx(half, abs=0.1)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.1)
    assert found.share_removed == pytest.approx(removed, abs=0.006)


def test_a_lever_by_hand() -> None:
    """After hours 10 to 6: 0.0462 x 4 = 0.1848 less of 1.45589, a share of 12.69 %."""
    before = indicator(OVERLOADED, RULES)
    found = difference(before, indicator(replace(OVERLOADED, after_hours=6.0), RULES), RULES, DRAWN)
    whole = 100 * (share_at(1.45589 - 0.1848) - share_at(1.45589))
    half = 100 * (share_at(1.45589 - 0.1848 / 2) - share_at(1.45589))
    assert found.between_groups == pytest.approx(whole, abs=1e-3)
    assert found.half == pytest.approx(half, abs=1e-3)
    assert found.share_removed == pytest.approx(0.1848 / 1.45589, abs=1e-5)


# The reference case of the first page: 22 sessions booked a week in 46 weeks.
REFERENCE = {
    "hours_total": (1_191.16 - 46) / 46,  # without the hour of consultation
    "client_hours": 742.133333 / 46,
    "doc_hours": (148.426667 + 0 + 138) / 46,
    "after_hours": 3.0,  # left alone: the typical value
    "trauma_share": 0.30,
    "weeks_off": 6.0,
    "supervision": 46 / 12,
    "peer_contact": 4.0,
    "autonomy": 7.0,
    "pay_ratio": 86_470.823 / (5_500 * 12),
    "debt_to_income": 0.0,
    "setting_agency": 0.0,
}
REFERENCE_LOG_ODDS = {
    "hours_total": 0.0162 * 0.5 * (24.894783 - 36),  # below 36 hours the slope is half
    "client_hours": 0.0083 * (16.133333 - 22),
    "doc_hours": 0.0346 * (6.226667 - 7),
    "weeks_off": -0.0990 * (1 + 0.5),  # full to the fifth week, half beyond
    "supervision": -0.0177 * (3.833333 - 2),
    "pay_ratio": -0.4774 * math.log(1.310164 / 1.2),
    "debt_to_income": 0.1925 * (0 - 0.5),
}


@pytest.fixture(scope="module")
def result() -> Result:
    """The shipped scenario under the law of 2026."""
    return evaluate(Scenario.from_toml(SCENARIO.read_text(encoding="utf-8")), RULES)


def test_the_inputs_of_a_plan(result: Result) -> None:
    """What the indicator looks at is taken from the statements as the model says."""
    for name, by_hand in REFERENCE.items():
        assert getattr(result.load.inputs, name) == pytest.approx(by_hand, abs=1e-5), name


def test_the_load_of_a_plan(result: Result) -> None:
    """The reference case is lighter than typical: about 27 of 100, a score of 38."""
    for found in result.load.contributions:
        by_hand = REFERENCE_LOG_ODDS.get(found.factor.name, 0.0)
        assert found.log_odds == pytest.approx(by_hand, abs=1e-6), found.factor.name
    together = sum(REFERENCE_LOG_ODDS.values())
    assert together == pytest.approx(-0.4845, abs=1e-4)
    assert result.load.probability == pytest.approx(share_at(together), abs=1e-6)
    assert share_at(together) == pytest.approx(0.2675, abs=1e-4)
    assert result.load.score == pytest.approx(100 / (1 + math.exp(-together)), abs=1e-4)
    assert result.load.band == "lighter than typical"


def test_price_of_support_moves_no_load(result: Result) -> None:
    """Consultation at $150 costs $6,900 a year of this practice and not one of 100 in load."""
    dear = evaluate(
        result.scenario.with_values({"support.consultation_price_per_hour": 150.0}), RULES
    )
    assert dear.costs.amount - result.costs.amount == pytest.approx(46 * 150)
    assert dear.load.probability == result.load.probability
