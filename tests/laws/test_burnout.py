"""Laws of the load indicator: of any practice it looks at, and of the draws behind its range."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.burnout import FACTORS, Draws, Load, LoadInputs, draws, indicator
from calc.ledger import Line
from calc.parameters import Rules, load_rules

RULES = load_rules(2026)
ROUNDING = 1e-12
SEED = 20261121
# The bounds of each factor's input in the report's table, and the direction of its effect.
LIMITS: dict[str, tuple[float, float, int]] = {
    "hours_total": (20, 70, 1),
    "client_hours": (10, 40, 1),
    "doc_hours": (0, 20, 1),
    "after_hours": (0, 15, 1),
    "trauma_share": (0, 1, 1),
    "weeks_off": (0, 8, -1),
    "supervision": (0, 8, -1),
    "peer_contact": (0, 8, -1),
    "autonomy": (0, 10, -1),
    "pay_ratio": (0.4, 2.0, -1),
    "debt_to_income": (0, 3, 1),
    "setting_agency": (0, 1, 1),
}


def value_of(name: str) -> st.SearchStrategy[float]:
    """A value of one factor, often beyond the range studied, at its ends or typical."""
    least, most, _ = LIMITS[name]
    width = most - least
    ends = st.sampled_from((float(least), float(most), getattr(LoadInputs(), name)))
    return st.floats(least - 0.3 * width, most + 0.3 * width) | ends


def inputs() -> st.SearchStrategy[LoadInputs]:
    """Any practice the indicator may be shown."""
    return st.builds(LoadInputs, **{name: value_of(name) for name in FACTORS})


def within() -> st.SearchStrategy[LoadInputs]:
    """Any practice within the range studied."""
    values = {name: st.floats(*LIMITS[name][:2]) for name in FACTORS}
    return st.builds(LoadInputs, **values)


@cache
def drawn(name: str = "", times: float = 1.0) -> Draws:
    """Draws of a fixed seed, one factor's spread some times as wide."""
    return draws(np.random.default_rng(SEED), wider(name, times))


@cache
def wider(name: str, times: float) -> Rules:
    """The rules with a wider spread of one factor's weight."""
    if not name:
        return RULES
    old = RULES[f"burnout.{name}"]
    new = replace(old, value={**old.value, "sd": old.of("sd") * times})  # type: ignore[dict-item]
    return Rules(RULES.tax_year, {**{key: RULES[key] for key in RULES}, old.key: new})


def width(load: Load) -> float:
    """How far the ends of a range are apart."""
    assert load.range is not None
    return load.range.high - load.range.low


# ---- of any practice the indicator looks at


@pytest.mark.parametrize("name", FACTORS)
@given(data=st.data())
def test_each_factor_works_in_its_direction(name: str, data: st.DataObject) -> None:
    """More of what burdens never lowers the figure; more of what relieves never raises it."""
    practice = data.draw(inputs())
    less, more = sorted((data.draw(value_of(name)), data.draw(value_of(name))))
    before = indicator(replace(practice, **{name: less}), RULES)
    after = indicator(replace(practice, **{name: more}), RULES)
    _, _, sign = LIMITS[name]
    assert sign * (after.probability - before.probability) >= -ROUNDING
    assert sign * (after.score - before.score) >= -100 * ROUNDING


@pytest.mark.parametrize("name", FACTORS)
def test_each_factor_matters(name: str) -> None:
    """From one end of its range to the other each factor moves the figure, in its direction."""
    least, most, sign = LIMITS[name]
    ends = [indicator(LoadInputs(**{name: float(end)}), RULES) for end in (least, most)]
    assert sign * (ends[1].probability - ends[0].probability) > 0.01


@given(inputs())
def test_contributions_add_up(practice: LoadInputs) -> None:
    """The parts add up to the figure less 37 of 100, and their log-odds to the sum of log-odds."""
    load = indicator(practice, RULES)
    points = sum(found.points for found in load.contributions)
    assert points / 100 == pytest.approx(load.probability - 0.37, abs=1e-9)
    together = sum(found.log_odds for found in load.contributions)
    assert together == pytest.approx(load.log_odds, abs=ROUNDING)
    for found in load.contributions:  # each keeps its sign, and no log-odds is worth more than 25
        assert 0.0 <= found.points * np.sign(found.log_odds) <= 25 * abs(found.log_odds) + ROUNDING


@given(inputs())
def test_the_line_adds_up(practice: LoadInputs) -> None:
    """The statement of load adds up, from a typical practice, to the figure of 100."""
    load = indicator(practice, RULES)
    line: Line = load.line
    assert line.amount == pytest.approx(100 * load.probability, abs=1e-9)
    assert [part.key for part in line.parts] == ["load.typical", *(f"load.{n}" for n in FACTORS)]
    assert sum(part.amount for part in line.parts) == pytest.approx(line.amount, abs=1e-9)


@given(inputs())
def test_the_figure_has_bounds(practice: LoadInputs) -> None:
    """Between 7.4 and 81.3 of 100, and a score between 0 and 100, whatever is put in."""
    load = indicator(practice, RULES)
    assert 0.0736 <= load.probability <= 0.8128
    assert 0.0 <= load.score <= 100.0


@given(inputs())
def test_the_range_contains_the_figure(practice: LoadInputs) -> None:
    """The figure and the score lie within their ranges, and these within their bounds."""
    load = indicator(practice, RULES, drawn())
    assert load.range is not None
    assert 0.0 < load.range.low <= load.probability <= load.range.high < 1.0
    assert 0.0 <= load.range.score_low <= load.score <= load.range.score_high <= 100.0


@given(inputs())
def test_outside_the_range_studied_there_is_no_band(practice: LoadInputs) -> None:
    """A value beyond its limits is named and the band withheld; within them, there is one."""
    load = indicator(practice, RULES, drawn())
    beyond = [
        name
        for name, (least, most, _) in LIMITS.items()
        if not least <= getattr(practice, name) <= most
    ]
    assert [found.factor.name for found in load.outside] == beyond
    assert (load.band is None) == bool(beyond)
    assert bool(load.bands_of_range) == (not beyond)


@given(within())
def test_the_range_names_the_band_of_its_ends(practice: LoadInputs) -> None:
    """Where the range crosses an edge, both bands are named, the lighter first."""
    load = indicator(practice, RULES, drawn())
    assert load.range is not None
    names = ("lighter", "about", "heavier", "much heavier")
    edges = (40, 60, 75)
    ends = (load.range.score_low, load.range.score_high)
    places = sorted({sum(end >= edge for edge in edges) for end in ends})
    assert [
        band.removesuffix(" typical").removesuffix(" than") for band in load.bands_of_range
    ] == [names[place] for place in places]


@given(st.lists(inputs(), min_size=2, max_size=5))
def test_a_batch_equals_its_draws_one_by_one(practices: list[LoadInputs]) -> None:
    """Practices in one call have what each has alone."""
    rows = {name: np.array([getattr(one, name) for one in practices]) for name in FACTORS}
    together = indicator(LoadInputs(**rows), RULES)
    for place, practice in enumerate(practices):
        alone = indicator(practice, RULES)
        assert together.probability[place] == pytest.approx(alone.probability, rel=ROUNDING)
        assert together.score[place] == pytest.approx(alone.score, rel=ROUNDING)
        for many, one in zip(together.contributions, alone.contributions, strict=True):
            assert many.points[place] == pytest.approx(one.points, rel=1e-9, abs=1e-9)
            assert many.outside[place] == one.outside


# ---- of the draws


@pytest.mark.parametrize("name", FACTORS)
@given(practice=within())
def test_less_sure_is_never_surer(name: str, practice: LoadInputs) -> None:
    """A factor of which we know half as much, away from typical, does not narrow the range."""
    doubled = drawn(name, 2.0)
    narrower = width(indicator(practice, RULES, drawn())) - width(
        indicator(practice, RULES, doubled)
    )
    assert narrower <= 0.005


@pytest.mark.parametrize("name", FACTORS)
def test_less_sure_is_wider_at_the_end_of_a_range(name: str) -> None:
    """Where that factor alone is as far from typical as was studied, the range is wider."""
    typical = getattr(LoadInputs(), name)
    far = max(LIMITS[name][:2], key=lambda end: abs(end - typical))
    practice = LoadInputs(**{name: float(far)})
    known, doubted = (indicator(practice, RULES, found) for found in (drawn(), drawn(name, 2.0)))
    assert width(doubted) > width(known)


@pytest.mark.parametrize("name", FACTORS)
def test_the_spread_of_one_factor_moves_no_other(name: str) -> None:
    """Draws of the base, of what is caused and of every other weight stay to the bit."""
    known, doubted = drawn(), drawn(name, 2.0)
    assert np.array_equal(known.base, doubted.base)
    assert np.array_equal(known.causal, doubted.causal)
    for row, other in enumerate(FACTORS):
        assert np.array_equal(known.weights[row], doubted.weights[row]) == (other != name)


@given(inputs(), inputs())
def test_draws_do_not_depend_on_the_practice(one: LoadInputs, other: LoadInputs) -> None:
    """The same draws serve every practice: what came before changes no range."""
    first = indicator(one, RULES, drawn()).range
    indicator(other, RULES, drawn())
    assert indicator(one, RULES, drawn()).range == first
    again = draws(np.random.default_rng(SEED), RULES)
    assert np.array_equal(again.weights, drawn().weights)
    assert indicator(one, RULES, again).range == first


def test_draws_are_what_the_report_says() -> None:
    """Each weight has its sign, its mean, and its spread widened by that of the overlap scale.

    Mean of a product b x g = b; spread = sqrt((sd^2 + b^2) (1 + .15^2) - b^2).
    """
    found = drawn()
    assert found.weights.shape == (12, 20_000)
    for row, contribution in zip(
        found.weights, indicator(LoadInputs(), RULES).contributions, strict=True
    ):
        factor = contribution.factor
        assert (np.sign(row) == np.sign(factor.log_odds)).all()
        error = factor.sd / np.sqrt(row.size)
        assert row.mean() == pytest.approx(factor.log_odds, abs=5 * error)
        square = factor.log_odds**2
        spread = np.sqrt((factor.sd**2 + square) * (1 + 0.15**2) - square)
        assert row.std() == pytest.approx(spread, rel=0.06)
    assert found.base.mean() == pytest.approx(np.log(0.37 / 0.63), abs=0.01)
    assert found.base.std() == pytest.approx(0.35, rel=0.03)
    assert found.causal.mean() == pytest.approx(0.5, abs=0.01)
    assert found.causal.var() == pytest.approx(4 * 4 / (8**2 * 9), rel=0.05)  # of Beta(4, 4)
