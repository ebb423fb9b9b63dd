"""What can be sought of a plan, how it moves the plan, and how far it is searched."""

import pytest

from calc import Scenario
from calc.questions.rate import Ask
from calc.questions.sought import has_fee, sought_of, unknown_for
from calc.scenario.fields import MOST_MONEY
from calc.scenario.targets import Sought
from tests.calc.questions.asks import KIND, PLANS, SOLO, answer_to, own, paid

EMPTY = [{"payer": "private", "booked_per_week": 0.0}]
FREE = [{"payer": "private", "booked_per_week": 20.0, "fee_per_session": 0.0}]


@pytest.mark.parametrize(
    ("plan", "sought"),
    [
        (PLANS["own"], ("fee", "booked", "weeks_off")),
        (PLANS["split"], ("fee", "booked", "weeks_off")),
        (PLANS["salary"], ("pay", "booked", "weeks_off")),
        (PLANS["hourly"], ("pay", "booked", "weeks_off")),
        (PLANS["rates"], ("pay", "booked", "weeks_off")),
        (own(FREE), ("booked", "weeks_off")),
        (own(EMPTY), ("booked",)),
        (own([]), ()),
        (paid({"kind": "salary"}, kinds=EMPTY), ("pay", "booked", "weeks_off")),
        (paid({"kind": "hourly"}, kinds=[]), ("pay", "weeks_off")),
        (paid({"kind": "per_session"}, kinds=EMPTY), ("booked", "weeks_off")),
        (
            paid({"kind": "per_session", "rates_per_session": [0.0]}),
            ("booked", "weeks_off"),
        ),
    ],
)
def test_what_can_be_found(plan: Scenario, sought: tuple[Sought, ...]) -> None:
    """A fee or rate needs sessions and some price, a salary neither; an empty row can be filled.

    Weeks off need sessions or an employer; a fee is there to set exactly where one can be found.
    """
    assert sought_of(plan) == sought
    assert has_fee(plan) == ("fee" in sought)


def test_rates_keep_their_proportion() -> None:
    """50 and 25 move together, stated as the first that is not nothing; one of 0 stays so."""
    rates = {"kind": "per_session", "rates_per_session": [50.0, 25.0]}
    path = "work.pay.rates_per_session"
    moved = unknown_for(paid(rates), "pay")
    assert moved.current == 50.0
    assert moved.changes(60.0) == {f"{path}.0": 60.0, f"{path}.1": 30.0}
    moved = unknown_for(PLANS["rates"], "pay")
    assert moved.current == 50.0
    assert moved.changes(80.0) == {f"{path}.0": 0.0, f"{path}.1": 80.0}


def test_an_empty_caseload_is_that_of_the_first_kind() -> None:
    """No proportion can be kept of nothing, so the first row takes all that is found."""
    plan = own([*EMPTY, *EMPTY])
    assert unknown_for(plan, "booked").changes(18.0) == {f"{KIND}.booked_per_week": 18.0}
    found = answer_to(plan, Ask("booked", take_home=3_000.0))
    assert found.reached
    assert found.value > 0.0


def test_how_far_a_fee_is_searched() -> None:
    """Up to 2,000, or five times a fee of today beyond 400, and never above what a field takes."""
    assert unknown_for(SOLO, "fee").high == 2_000.0
    assert unknown_for(own([{**FREE[0], "fee_per_session": 3_000.0}]), "fee").high == 15_000.0
    steep = own(
        [
            {**FREE[0], "fee_per_session": 1.0},
            {**FREE[0], "fee_per_session": 1e8, "minutes_per_session": 80.0},
        ]
    )
    high = unknown_for(steep, "fee").high
    assert high == pytest.approx(10.0)
    fees = unknown_for(steep, "fee").changes(high).values()
    assert max(fees) == pytest.approx(MOST_MONEY)
