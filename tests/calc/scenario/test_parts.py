"""Parts of a plan work out payments of a cost, a price of own therapy, and weeks off."""

from typing import Any

import pytest

from calc.scenario import Cost, OwnTherapy, Time


@pytest.mark.parametrize(
    ("per", "years", "payments"),
    [("month", 1.0, 12.0), ("quarter", 1.0, 4.0), ("year", 1.0, 1.0), ("years", 2.0, 0.5)],
)
def test_a_cost_is_paid_so_often(per: Any, years: float, payments: float) -> None:
    """Monthly, quarterly, yearly, or every so many years."""
    assert Cost(per=per, years=years).payments_per_year == payments


def test_a_cost_not_stated_is_typical_of_its_kind() -> None:
    """Label, amount and period come from the kind."""
    rent, dues = Cost(kind="rent"), Cost(kind="dues")
    assert (rent.label, rent.amount, rent.per) == ("Office rent", 1_000.0, "month")
    assert (dues.amount, dues.per, dues.typical.number) == (216.0, "year", 216.0)
    assert Cost(kind="rent", amount=5.0).amount == 5.0


@pytest.mark.parametrize(
    ("option", "price", "minutes"),
    [
        ("full", 100.0, 80.0),
        ("telehealth", 100.0, 50.0),
        ("courtesy", 85.0, 80.0),
        ("sliding", 60.0, 80.0),
        ("group", 47.0, 80.0),
    ],
)
def test_own_therapy_costs_what_its_option_says(option: Any, price: float, minutes: float) -> None:
    """Each option has its share of the full price; telehealth saves the way."""
    therapy = OwnTherapy(
        full_price_per_session=100.0, price_option=option, travel_minutes_per_session=30.0
    )
    assert therapy.price_per_session == pytest.approx(price)
    assert therapy.minutes_of_day_per_session == minutes


def test_weeks_off_are_added() -> None:
    """Holiday, sickness, training and others; a whole year off is lawful."""
    time = Time(holiday_weeks=40.0, sickness_weeks=6.0, training_weeks=5.0, other_weeks_off=1.0)
    assert time.weeks_off == 52.0
