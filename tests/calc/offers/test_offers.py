"""A file of offers: the plan of a year in another state, what is read, and the shipped ones."""

from pathlib import Path

import numpy as np
import pytest

from calc.errors import ScenarioError
from calc.offers import compare
from calc.scenario import Offers
from tests.calc.offers.letters import FILES, offer, offers


def test_another_state_leaves_own_rates_behind() -> None:
    """A rate the person knows of one state says nothing of another, unless tax is a flat rate."""
    tax = {"mode": "us", "state_rate": 0.05, "local_rate": 0.02}
    file = offers(offer(state="CA"), household={"state": "OH", "tax": tax})
    there = file.scenario_of(file.offers[0]).household
    assert (there.state, there.tax.state_rate, there.tax.local_rate) == ("CA", None, 0.0)  # type: ignore[union-attr]
    flat = offers(offer(state="CA"), household={"state": "OH", "tax": {"mode": "none"}})
    assert flat.scenario_of(flat.offers[0]).household.state == "CA"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_offers_compare(path: Path) -> None:
    """Every shipped file reads, compares in full, and is written back as it was."""
    file = Offers.from_toml(path.read_text(encoding="utf-8"))
    found = compare(file)
    assert not found.incomplete
    assert Offers.from_toml(file.to_toml()) == file
    for each in found.compared:
        assert np.isfinite(each.figure("wage", 5))


def test_years_ahead_in_a_file() -> None:
    """A file may write the years as 5 or 5.0."""
    assert offers(horizon_years=5.0).horizon_years == 5
    assert offers(horizon_years=10).horizon_years == 10


def test_offers_hold_single_numbers() -> None:
    """A way to a licence and the years ahead are of one offer, never of a row of them."""
    offers = Offers.parse({"offers": [offer(), offer("hourly", "other")]})
    with pytest.raises(ScenarioError) as error:
        offers.with_values({"offers.0.work.pay.salary_per_year": np.array([5e4, 6e4])})
    assert error.value.problems[0].kind == "not_supported"
