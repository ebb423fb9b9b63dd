"""Taxes on what a clinic takes in, law of 2026, by hand: two posts that bring 100,000 each."""

from typing import Any

import pytest

from calc.staffing import evaluate_clinic
from calc.staffing.receipts_taxes import receipts_taxes_of
from tests.worked.clinics import clinic, salaried, split


def taxes(state: str, **more: Any) -> Any:
    """What is told of a clinic of a salaried employee and a contractor in a state."""
    return receipts_taxes_of(evaluate_clinic(clinic(salaried(), split(), state=state, **more)))


def test_hawaii() -> None:
    """4 % and 0.5 % of 200,000, of everything the posts bring: 8,000 and 1,000."""
    found = taxes("HI")
    assert [row.amount for row in found.line.parts] == pytest.approx([8_000, 1_000])
    assert found.line.amount == pytest.approx(9_000)
    assert (found.told, found.cities) == ((), ())


def test_washington() -> None:
    """1.5 % of 200,000 is 3,000; of the credit of 1,920 is left 1,920 - 1,080 = 840: 2,160."""
    assert taxes("WA").line.amount == pytest.approx(2_160)


def test_philadelphia() -> None:
    """0.141 % of 200,000; its tax on profit and the wage tax are not on receipts."""
    home = {"state": "PA", "city": "philadelphia"}
    found = taxes("PA", household=home)
    assert [row.amount for row in found.line.parts] == pytest.approx([282])
    assert found.cities == ()


def test_a_city_that_is_not_stated_is_named() -> None:
    """Without it nothing is worked out; a city of the household in another state is not here."""
    found = taxes("PA")
    assert found.line is None
    assert [city.code for city in found.cities] == ["philadelphia"]
    elsewhere = taxes("CA", household={"state": "PA", "city": "philadelphia"})
    assert elsewhere.line is None
    assert [city.code for city in elsewhere.cities] == ["los_angeles"]


def test_what_hangs_on_other_facts_is_named() -> None:
    """New Mexico at any receipts; Ohio below 6,000,000 owes nothing; Texas has none."""
    assert [law.key for law in taxes("NM").told] == ["practice_told.NM_gross_receipts"]
    assert taxes("OH").line.amount == 0.0
    assert taxes("TX").line is None


def test_none_outside_the_united_states() -> None:
    """Another currency, or a rate for all tax, is no law of a state."""
    assert taxes("HI", currency="EUR") is None
    assert taxes("HI", household={"tax": {"mode": "effective", "rate": 0.3}}) is None
