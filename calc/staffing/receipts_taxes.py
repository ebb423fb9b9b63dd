"""Taxes on all that a clinic takes in: told beside its margin, in which they are not."""

from __future__ import annotations

from dataclasses import dataclass

from calc.ledger import Line
from calc.parameters import City, Parameter, cities
from calc.scenario import UsTax
from calc.staffing.clinic import ClinicResult
from calc.taxes.practice import Practice, cities_on_receipts, practice_taxes, told_of
from calc.year.money_in.overtime import US_CURRENCY


@dataclass(frozen=True, slots=True)
class ReceiptsTaxes:
    """What falls on a clinic's receipts in a year, and in no figure of it.

    `line` has the taxes that are a plain rate, in dollars a year; None where the place has none.
    `told` hang on facts that are not asked; `cities` tax receipts too, if the clinic is there.
    """

    line: Line | None
    told: tuple[Parameter, ...]
    cities: tuple[City, ...]


def receipts_taxes_of(result: ClinicResult) -> ReceiptsTaxes | None:
    """The taxes on a clinic's receipts by the law of its state and of its household's city.

    Whoever owns it: taxes on profit are the owners' own. None outside the United States.

    >>> from calc.scenario.clinic import Clinic
    >>> from calc.staffing import evaluate_clinic
    >>> found = receipts_taxes_of(evaluate_clinic(Clinic(state="TX")))
    >>> found.line, found.told, found.cities
    (None, (), ())
    """
    clinic, rules = result.clinic, result.rules
    if clinic.currency != US_CURRENCY or not isinstance(clinic.household.tax, UsTax):
        return None
    chosen = cities().get(clinic.household.city)
    city = chosen.code if chosen and chosen.state == clinic.state else ""
    receipts = float(result.revenue.amount)
    practice = Practice(state=clinic.state, city=city, receipts=receipts, profit=0.0)
    found = practice_taxes(practice, rules, ("receipts",))
    others = () if city else cities_on_receipts(rules, clinic.state)
    return ReceiptsTaxes(found.line if found else None, told_of(practice, rules), others)
