"""Laws of chance in offers: more pay is never less on a path, and luck is shared."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.months import luck_of
from calc.offers import beats, chance_of
from tests.calc.offers.letters import KIND, compared, offer

PATHS = 60
LUCK = luck_of(np.random.default_rng(1), 52, PATHS)
RATE = {"household": {"tax": {"mode": "effective", "rate": 0.2}}}
SHARE = st.floats(0.0, 0.5)
KINDS = st.lists(
    st.fixed_dictionaries(
        {
            "payer": st.sampled_from(["private", "insurer"]),
            "booked_per_week": st.floats(0.5, 20.0),
            "late_cancelled_share": SHARE,
            "missed_share": SHARE,
        }
    ),
    min_size=1,
    max_size=3,
)


def by_session(rate: float, kinds: list[dict[str, Any]], label: str) -> dict[str, Any]:
    """Pay by the session, held or in part lost."""
    pay = {"kind": "per_session", "rates_per_session": [rate], "lost_sessions_paid_share": 0.25}
    rows = [{**KIND, **kind} for kind in kinds]
    return offer("per_session", label, work={"pay": pay, "session_kinds": rows})


@given(KINDS, st.floats(20.0, 150.0), st.floats(1.0, 50.0))
@settings(max_examples=25)
def test_a_higher_rate_is_ahead_on_every_path_with_a_session(
    kinds: list[dict[str, Any]], rate: float, more: float
) -> None:
    """The same clients come and go: take-home is higher where one came, and never lower."""
    rows = compared(by_session(rate, kinds, "A"), by_session(rate + more, kinds, "B"), **RATE)
    lower, higher = (chance_of(found, LUCK) for found in rows.compared)
    assert (higher.figures["take_home"] >= lower.figures["take_home"]).all()
    ahead, behind = beats(higher, lower, "take_home"), beats(lower, higher, "take_home")
    assert ahead is not None
    assert behind is not None
    assert ahead.ahead == (lower.booked > 0.0).mean()
    assert behind.ahead == 0.0


@given(KINDS)
@settings(max_examples=25)
def test_sessions_of_paths_are_whole_and_none_is_below_zero(kinds: list[dict[str, Any]]) -> None:
    """Booked sessions of a year are a whole number, and those held no more than they."""
    (found,) = compared(by_session(50.0, kinds, "A"), **RATE).compared
    chance = chance_of(found, LUCK)
    assert np.allclose(chance.booked, np.round(chance.booked), atol=1e-6)
    assert (chance.held >= -1e-9).all()
    assert (chance.held <= chance.booked + 1e-9).all()
    assert np.isfinite(chance.figures["take_home"]).all()
