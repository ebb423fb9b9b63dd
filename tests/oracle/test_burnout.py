"""The load indicator, second edition, against examples that were worked out apart from it.

The report that checked it made them with a program of its own, from the same table of coefficients.
Its ranges are from 20,000 draws of its own, so ends of ranges agree less closely.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from calc.burnout import FACTORS, Load, LoadInputs, draws, indicator
from calc.parameters import load_rules

Row = dict[str, str]
RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(1), RULES)

with (Path(__file__).parent / "burnout_examples_2.csv").open(
    newline="", encoding="utf-8"
) as opened:
    ROWS = list(csv.DictReader(opened))


@pytest.fixture(params=ROWS, ids=lambda row: row["id"])
def row(request: pytest.FixtureRequest) -> Row:
    """Each example."""
    found: Row = request.param
    return found


@pytest.fixture
def load(row: Row) -> Load:
    """Our indicator of that practice, with its range."""
    inputs = LoadInputs(**{name: float(row[name]) for name in FACTORS})
    return indicator(inputs, RULES, DRAWN)


def near(text: str, tolerance: float) -> object:
    """The recorded figure, within a tolerance."""
    return pytest.approx(float(text), abs=tolerance)


def test_the_file_is_whole() -> None:
    """Fifteen examples, one of them the typical practice, nine drawn at random."""
    assert len(ROWS) == 15
    assert [row["id"] for row in ROWS if row["id"].startswith("E")] == [
        "E01",
        "E02",
        "E03",
        "E05",
        "E10",
        "E12",
    ]


def test_figure_of_a_hundred(row: Row, load: Load) -> None:
    """The share within 1e-4, the score within a hundredth, the log-odds as recorded."""
    assert load.probability == near(row["probability"], 1e-4)
    assert load.score == near(row["score"], 0.01)
    assert load.log_odds == near(row["delta_log_odds"], 1e-4)


def test_contributions(row: Row, load: Load) -> None:
    """Each factor's log-odds within 1e-4, and its points of 100 within 1e-3."""
    assert [found.factor.name for found in load.contributions] == list(FACTORS)
    for found in load.contributions:
        assert found.log_odds == near(row[f"c_{found.factor.name}"], 1e-4)
        assert found.points == near(row[f"pp_{found.factor.name}"], 1e-3)


def test_range(row: Row, load: Load) -> None:
    """The ends of the range within 0.012 of the share."""
    assert load.range is not None
    assert load.range.low == near(row["p_low90"], 0.012)
    assert load.range.high == near(row["p_high90"], 0.012)
