"""Terms of which a letter is silent are read both ways, and make a band."""

from typing import Any

import pytest

from calc import evaluate, load_rules
from calc.offers import band
from calc.offers.unsaid import read
from calc.scenario import UNSAID
from tests.calc.offers.letters import EVERY, KIND, compared, offer


@pytest.mark.parametrize("row", EVERY, ids=lambda row: row["label"])
@pytest.mark.parametrize("term", UNSAID)
def test_a_silent_term_is_read_both_ways(row: dict[str, Any], term: Any) -> None:
    """The band spans both readings and the plan's own; a term that means nothing has none."""
    silent = {**row, "letter": {"unsaid": [term]}}
    (found,) = compared(silent).compared
    wages = sorted(
        float(evaluate(read(found.result.scenario, term, better=way), load_rules(2026)).wage.amount)
        for way in (False, True, None)
    )
    assert found.result.wage.amount in wages
    if wages[0] == wages[2]:
        assert found.band is None
    else:
        assert found.band is not None
        assert (found.band.low, found.band.high) == pytest.approx((wages[0], wages[2]))
        (reading,) = found.band.readings
        assert (reading.term, reading.worse, reading.better) == (term, wages[0], wages[2])


def test_a_dear_price_of_ones_own_is_in_the_band() -> None:
    """Supervision at $300 an hour is dearer than the typical price: the band reaches down to it."""
    row = offer("per_session", supervision_hours_per_week=1.0, supervision_price_per_hour=300.0)
    (found,) = compared({**row, "letter": {"unsaid": ["supervision"]}}).compared
    assert found.band is not None
    assert found.band.low == found.result.wage.amount < found.band.high


def test_silent_terms_together() -> None:
    """The band of all is at least as wide as that of each."""
    (found,) = compared(offer("per_session", letter={"unsaid": list(UNSAID)})).compared
    assert found.band is not None
    assert found.band.low <= min(reading.worse for reading in found.band.readings)
    assert found.band.high >= max(reading.better for reading in found.band.readings)
    assert band(found.offer, found.result) == found.band


def test_a_letter_that_says_all_has_no_band() -> None:
    """No silent term, no band; nor where there is no session whose number could be silent."""
    (found,) = compared(offer()).compared
    assert found.band is None
    nobody = offer(
        "hourly",
        work={"session_kinds": [{**KIND, "booked_per_week": 0}]},
        letter={"unsaid": ["caseload"]},
    )
    (found,) = compared(nobody).compared
    assert found.band is None
