"""What each shipped file of offers comes to, as recorded beside this file.

Change a record only by `pytest tests/golden --update-golden`, and say why in the commit.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calc.offers import Compared, compare
from calc.scenario import GOALS, HORIZONS, Offers
from tests.golden.record import agrees
from tests.golden.test_statements import text_of

HERE = Path(__file__).parent
FILES = {
    path.stem: path for path in sorted((HERE.parents[1] / "scenarios" / "offers").glob("*.toml"))
}


def lines_of(found: Compared) -> Iterator[str]:
    """One offer: its figures, benefits, way to a licence, years, band, and what to ask."""
    yield found.label
    for goal in GOALS:
        yield f"  {goal} | {found.figure(goal, 5):.6f}"
    yield from (f"  {text_of(line)}" for line in found.benefits.parts)
    if found.paycheck is not None:
        yield f"  {text_of(found.paycheck)}"
    for term in found.licence.terms:
        weeks = "never" if term.weeks is None else f"{float(term.weeks):.6f}"
        yield f"  licence.{term.name} | {float(term.needed):.6f} | {weeks}"
    for years in HORIZONS:
        yield f"  {years} years | {found.ahead.paid(years):.6f} | {found.ahead.worth(years):.6f}"
    if found.band is not None:
        yield f"  band | {found.band.low:.6f} | {found.band.high:.6f}"
    if found.service is not None:
        yield f"  service | {float(found.service.per_year):.6f}"
    yield from (
        f"  check {check.kind} {check.law.key if check.law else ''}".rstrip()
        for check in found.checks
    )


@pytest.mark.parametrize("name", FILES)
def test_offers(name: str, update_golden: bool) -> None:
    """No figure of a shipped file of offers changes unnoticed."""
    record = HERE / "offers" / f"{name}.txt"
    every = compare(Offers.from_toml(FILES[name].read_bytes())).compared
    found = "\n".join(line for each in every for line in lines_of(each)) + "\n"
    agrees(record, found, update=update_golden)
