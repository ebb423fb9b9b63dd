"""Bands of wages: by state and industry, the place of a wage, and pay before licensure."""

from typing import Any

import pytest

from calc.offers.labour import Percentiles, Place, place_in, pre_licensed_band, wage_bands


def test_a_band_is_that_of_the_state_then_by_industry() -> None:
    """Texas has its own row; psychologists of Connecticut have none published: the nation's."""
    texas, *others = wage_bands("TX", "counselor")
    assert (texas.area, texas.industry, texas.occupation) == ("TX", None, "counselors")
    assert texas.occupation_name.startswith("Substance abuse")
    assert texas.industry_name is None
    assert len(others) == 11
    assert {band.area for band in others} == {"US"}
    centers = next(band for band in others if band.industry == "outpatient_centers")
    assert centers.hourly.p50 == 28.24
    assert centers.industry_name == "Outpatient mental health and substance abuse centers"
    nation = wage_bands("CT", "psychologists")[0]
    assert (nation.area, nation.hourly.p50, nation.annual.p90) == ("US", 48.36, 180_960.0)
    assert "not associates" in nation.source.note


@pytest.mark.parametrize(
    ("wage", "above", "below"),
    [
        (18.71, None, "p10"),
        (18.72, "p10", "p25"),
        (28.0, "p25", "p50"),
        (30.0, "p50", "p75"),
        (40.0, "p75", "p90"),
        (46.92, "p90", None),
    ],
)
def test_a_wage_has_its_place(wage: float, above: Any, below: Any) -> None:
    """Below all, between two, at one, above all."""
    band = Percentiles(18.72, 22.65, 28.53, 36.80, 46.92)
    assert place_in(band, wage) == Place(above, below)


def test_what_stands_for_pay_before_licensure() -> None:
    """A quarter of all counselors earn less than $22.65: a judgement, and it says so."""
    band, percentile, why = pre_licensed_band()
    assert (band.area, band.occupation, percentile) == ("US", "counselors", "p25")
    assert band.hourly.of(percentile) == 22.65
    assert (why.kind, why.confirmed) == ("judgement", False)
