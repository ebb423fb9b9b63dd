"""docs/load.md says what the data and the indicator say."""

import re
from pathlib import Path

import pytest

from calc import load_rules
from calc.burnout import Factor, factors, groups, surveys

TEXT = (Path(__file__).parents[2] / "docs" / "load.md").read_text(encoding="utf-8")
RULES = load_rules(2026)
ROW = re.compile(r"^\| ([a-z_]+) \| [^|]+ \| (\S+) \| (\S+) \| (\w) \|$", re.MULTILINE)


@pytest.mark.parametrize("factor", factors(RULES), ids=lambda factor: factor.name)
def test_every_factor_stands_there_as_in_the_data(factor: Factor) -> None:
    """Weight, spread and grade."""
    (row,) = [found for found in ROW.findall(TEXT) if found[0] == factor.name]
    assert tuple(map(float, row[1:3])) == (factor.log_odds, factor.sd)
    assert row[3] == factor.parameter.text("grade")


def test_no_factor_more() -> None:
    """Twelve rows, and twelve in words."""
    assert len(ROW.findall(TEXT)) == len(factors(RULES)) == 12
    assert "Twelve factors" in TEXT
    assert f"{100 * RULES['burnout.base_rate'].number:.0f} of 100 is where nothing differs" in TEXT


def test_every_published_group_stands_there() -> None:
    """People, seen and said, in the order of the data."""
    rows = [
        f"| {found.parameter.label} | {found.people:,} | {100 * found.observed:.3g} "
        f"| {100 * found.predicted:.0f} |"
        for found in groups(RULES)
    ]
    assert TEXT.rstrip().endswith("\n".join(rows))


def test_the_second_edition_differs_from_the_first_as_told() -> None:
    """The column of the second edition is the data's."""
    for name, key in (
        ("freedom (was: control)", "autonomy"),
        ("colleagues", "peer_contact"),
        ("trauma work", "trauma_share"),
        ("supervision", "supervision"),
    ):
        row = re.search(rf"^\| {re.escape(name)} \| \S+ \| (\S+) \|", TEXT, re.MULTILINE)
        assert row is not None
        assert float(row[1]) == RULES[f"burnout.{key}"].of("log_odds")


def test_the_survey_stands_there_as_in_the_data() -> None:
    """People, seen, said, ranked with its interval, hours alone and slope, in three columns."""
    found = surveys(RULES)
    heads = [f"{one.people:,} {one.parameter.label.replace(' of all kinds', '')}" for one in found]
    assert f"| | {' | '.join(heads)} |" in TEXT
    rows = {
        "seen, of 100": [f"{100 * one.observed:.0f}" for one in found],
        "said, of 100": [f"{100 * one.said:.0f}" for one in found],
        "an exhausted person placed above one who is not, of 100 pairs (50 is chance)": [
            f"{100 * one.ranked:.0f} ({100 * one.low:.0f} to {100 * one.high:.0f})" for one in found
        ],
        "the same by their hours alone": [f"{100 * one.by_hours:.0f}" for one in found],
        "slope (1 is right)": [
            "{:.2f} ({:.2f} to {:.2f})".format(
                *(one.parameter.of(name) for name in ("slope", "slope_low", "slope_high"))
            )
            for one in found
        ],
    }
    for name, cells in rows.items():
        assert f"| {name} | {' | '.join(cells)} |" in TEXT
