"""Score, band and range of the load, and the difference between two."""

from dataclasses import replace

import numpy as np
import pytest

from calc.burnout import Load, LoadInputs, difference, heavier_from, indicator
from tests.calc.burnout.drawn import DRAWN, RULES


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0.0, "lighter than typical"),
        (39.99, "lighter than typical"),
        (40.0, "about typical"),
        (59.99, "about typical"),
        (60.0, "heavier than typical"),
        (74.99, "heavier than typical"),
        (75.0, "much heavier than typical"),
        (100.0, "much heavier than typical"),
    ],
)
def test_bands_start_at_their_edge(score: float, band: str) -> None:
    """Below 40, to 60, to 75 and above."""
    assert replace(indicator(LoadInputs(), RULES), score=score).band == band


def test_no_range_without_draws() -> None:
    """The range is made only where draws are handed in; without it, no band of its ends."""
    load = indicator(LoadInputs(), RULES)
    assert load.range is None
    assert load.bands_of_range == ()
    assert load.band == "about typical"


def test_a_range_within_one_band_names_it_once() -> None:
    """Both ends in one band: one name."""
    assert indicator(LoadInputs(), RULES, DRAWN).bands_of_range == ("about typical",)


def test_outside_in_any_draw_is_outside() -> None:
    """Of several practices one beyond the range studied is enough to say so."""
    load = indicator(LoadInputs(hours_total=np.array([36.0, 71.0])), RULES)
    assert [found.factor.name for found in load.outside] == ["hours_total"]


def test_the_line_says_where_each_part_comes_from() -> None:
    """Each row of the statement has its factor's name, value and source."""
    line = indicator(LoadInputs(doc_hours=10.0), RULES).line
    assert line.find("load.typical").amount == 37.0
    row = line.find("load.doc_hours")
    assert row.label == "Notes, billing and administration"
    assert row.parts[0].amount == 10.0
    assert row.source is not None
    assert row.source.key == "burnout.doc_hours"


def load_at(**values: float) -> Load:
    """The load of a practice that is typical but for some values."""
    return indicator(LoadInputs(**values), RULES)


def test_what_is_removed_is_of_the_load_above_typical() -> None:
    """Half the extra hours are half the extra load; of a light practice there is none to remove."""
    found = difference(load_at(hours_total=46.0), load_at(hours_total=41.0), RULES, DRAWN)
    assert found.share_removed == pytest.approx(0.5)
    light = difference(load_at(hours_total=30.0), load_at(hours_total=28.0), RULES, DRAWN)
    assert np.isnan(light.share_removed)
    assert light.between_groups < 0.0


def test_no_change_makes_no_difference() -> None:
    """The same practice twice: nothing, for certain."""
    found = difference(load_at(hours_total=46.0), load_at(hours_total=46.0), RULES, DRAWN)
    assert (found.half, found.low, found.high) == pytest.approx((0.0, 0.0, 0.0), abs=1e-12)
    assert found.between_groups == pytest.approx(0.0, abs=1e-12)
    assert found.share_removed == 0.0


def test_a_burden_added_is_a_difference_too() -> None:
    """More hours: more of 100, and its low end below its high end."""
    found = difference(load_at(hours_total=36.0), load_at(hours_total=46.0), RULES, DRAWN)
    assert 0.0 < found.low < found.half < found.high < found.between_groups * 1.2


def test_persons_more_than_typical_are_what_the_contributions_add() -> None:
    """The sum of the parts, and none for a typical practice."""
    found = indicator(LoadInputs(client_hours=30.0, trauma_share=0.5), RULES)
    parts = sum(float(each.points) for each in found.contributions)
    assert float(found.from_typical) == pytest.approx(parts)
    assert float(found.from_typical) != 0.0
    assert float(indicator(LoadInputs(), RULES).from_typical) == pytest.approx(0.0, abs=1e-9)


def test_heavier_and_lighter_are_those_of_the_bands() -> None:
    """Heavier from where the band above a typical practice starts; the unknown is neither."""
    bands = RULES["burnout.bands"]
    assert heavier_from(bands) == bands.row("from")[2]
    typical_one = indicator(LoadInputs(), RULES)
    for score, heavier, lighter in (
        (39.9, False, True),
        (40.0, False, False),
        (59.9, False, False),
        (60.0, True, False),
        (99.0, True, False),
        (float("nan"), False, False),
    ):
        found = replace(typical_one, score=score)
        assert (found.heavier, found.lighter) == (heavier, lighter)
        if found.band:
            assert found.lighter == found.band.startswith("lighter")
            assert found.heavier == ("heavier" in found.band)
