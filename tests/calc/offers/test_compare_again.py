"""Offers compared again after a change: only what changed is evaluated, and no figure differs."""

from typing import Any

import numpy as np
import pytest

from calc.offers import Compared, compare, decided_by_cover
from calc.offers.compare import OfYear, figure_of_year
from tests.calc.offers.letters import compared, offer

SALARY = "offers.0.work.pay.salary_per_year"
MONEY: tuple[OfYear, ...] = ("wage", "wage_after_loans", "take_home", "package")


def figures(found: Compared) -> tuple[float, ...]:
    """What an offer is known by."""
    return (*(found.figure(goal, 5) for goal in ("wage", "value", "load")), found.ahead.paid(10))


def test_only_the_letter_that_changed_is_worked_out_anew() -> None:
    """Another salary of the first: the second is the same object, the first as from scratch."""
    before = compared(offer(label="A"), offer(label="B"))
    offers = before.offers.with_values({SALARY: 66_000.0})
    again, fresh = compare(offers, before=before), compare(offers)
    assert again.compared[1] is before.compared[1]
    assert again.compared[0] is not before.compared[0]
    assert [figures(one) for one in again.compared] == [figures(one) for one in fresh.compared]


@pytest.mark.parametrize(
    "change",
    [
        {"household.needs_per_month": 100.0},
        {"discount_rate_per_year": 0.1},
        {"support.consultation_hours_per_week": 1.0},
        {"tax_year": 2026},  # stated where it was left out
    ],
)
def test_what_all_share_changes_all(change: dict[str, Any]) -> None:
    """Household, support and the worth of a later dollar count in each letter."""
    before = compared(offer(label="A"), offer(label="B"))
    again = compare(before.offers.with_values(change), before=before)
    assert not any(new is old for new, old in zip(again.compared, before.compared, strict=True))


def test_the_place_gone_on_to_counts() -> None:
    """A leads on to B: with another pay of B, A is worked out anew; with one letter less too."""
    goes_on = {**offer(label="A"), "after_licence": {"moves_to": "B"}}
    before = compared(goes_on, offer(label="B"))
    offers = before.offers.with_values({SALARY.replace("0", "1"): 90_000.0})
    again = compare(offers, before=before)
    assert [figures(one) for one in again.compared] == [
        figures(one) for one in compare(offers).compared
    ]
    assert again.compared[0] is not before.compared[0]
    fewer = before.offers.with_values({"offers": before.offers.offers[1:]})
    assert [one.label for one in compare(fewer, before=before).compared] == ["B"]


def test_premiums_are_read_both_ways_at_once() -> None:
    """Nothing and the market's premium: the same figures as each typed."""
    (found,) = (before := compared(offer())).compared
    for place, premium in enumerate((0.0, 625.0)):
        path = "offers.0.work.health_premium_per_month"
        (there,) = compare(before.offers.with_values({path: premium})).compared
        for goal in MONEY:
            read = np.asarray(figure_of_year(found.by_cover, goal))[place]
            assert read == pytest.approx(there.figure(goal, 5), abs=1e-9), goal


def test_pay_over_years_hangs_on_open_cover_too() -> None:
    """Ahead by $3,000 a year with cover taken as nothing: five years say no more than one."""
    first = offer(label="A", work={"pay": {"kind": "salary", "salary_per_year": 63_000.0}})
    del first["work"]["health_premium_per_month"]
    found = compared(first, offer(label="B"), goal="value")
    assert [one.label for one in decided_by_cover(found)] == ["A"]
