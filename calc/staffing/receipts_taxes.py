"""Taxes on all that a clinic takes in: by the law of its place, once, on its whole receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from calc.ledger import Line, total
from calc.number import Number
from calc.parameters import City, Parameter, Rules, cities
from calc.scenario import UsTax
from calc.scenario.clinic import Clinic
from calc.taxes.practice import (
    Practice,
    cities_on_receipts,
    practice_taxes,
    receipts_bends,
    told_of,
    without_receipts_taxes,
)
from calc.year.money_in.overtime import US_CURRENCY

ON = ("receipts",)
BEYOND = 1e6  # past the last bend, where a tax is straight for good
EARLY = 0.25  # of a piece, where it is looked at
LATE = 0.75
PLACES_OF_RATE = 12
PLACES_OF_MONEY = 6
SAME = 1e-9
DOLLAR = 1.0


@dataclass(frozen=True, slots=True)
class ReceiptsTaxes:
    """What falls on a clinic's receipts in a year.

    `line` has the taxes that are a plain rate, in dollars a year; None where the place has none.
    `told` hang on facts that are not asked and are in no figure; `cities` tax receipts too, if the
    clinic is there.
    """

    line: Line | None
    told: tuple[Parameter, ...] = ()
    cities: tuple[City, ...] = ()

    @property
    def amount(self) -> float:
        """All of them that are worked out, in dollars a year."""
        return 0.0 if self.line is None else float(self.line.amount)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of receipts a year on which the tax is straight: `fixed` and so much of each."""

    low: float
    high: float
    rate: float
    fixed: float


def receipts_taxes_of(clinic: Clinic, rules: Rules, receipts: float) -> ReceiptsTaxes:
    """The taxes on a clinic's receipts by the law of its state and city.

    Whoever owns it: taxes on profit are the owners' own. None outside the United States, nor where
    the clinic says that it owes none. The city is that of the clinic's household, or of an owner's,
    where it is one of the clinic's state.

    >>> from calc.parameters import load_rules
    >>> found = receipts_taxes_of(Clinic(state="HI"), load_rules(2026), 200_000.0)
    >>> round(found.amount, 2)
    9000.0
    """
    practice = _practice_of(clinic, receipts)
    if practice is None:
        return ReceiptsTaxes(None)
    found = practice_taxes(practice, rules, ON)
    others = () if practice.city else cities_on_receipts(rules, clinic.state)
    line = None
    if found:
        line = total(
            "receipts_taxes",
            "Taxes on receipts",
            *found.line.parts,
            how="on the clinic's whole receipts, by the law of its place",
        )
    return ReceiptsTaxes(line, told_of(practice, rules), others)


def receipts_tax(clinic: Clinic, rules: Rules, receipts: Number) -> Number:
    """What those taxes come to, in dollars a year; 0 where there are none."""
    practice = _practice_of(clinic, receipts)
    found = practice_taxes(practice, rules, ON) if practice else None
    return found.line.amount if found else receipts * 0.0


def owners_law(rules: Rules) -> Rules:
    """The law of an owner's own return: taxes on receipts are the clinic's, paid before."""
    return without_receipts_taxes(rules)


def pieces_of(clinic: Clinic, rules: Rules) -> tuple[Piece, ...]:
    """The tax as straight pieces of receipts, from none to any; no piece where there is no tax.

    >>> from calc.parameters import load_rules
    >>> [(p.low, p.rate, p.fixed) for p in pieces_of(Clinic(state="OH"), load_rules(2026))]
    [(0.0, 0.0, 0.0), (6000000.0, 0.0026, -15600.0)]
    """
    practice = _practice_of(clinic, 0.0)
    if practice is None or practice_taxes(practice, rules, ON) is None:
        return ()
    bends = sorted({0.0, *receipts_bends(practice, rules)})
    found: list[Piece] = []
    for low, high in zip(bends, [*bends[1:], np.inf], strict=True):
        piece = _piece(clinic, rules, low, high)
        last = found[-1] if found else None
        if last and abs(last.rate - piece.rate) < SAME and abs(last.fixed - piece.fixed) < SAME:
            piece = replace(piece, low=last.low)
            found.pop()
        found.append(piece)
    return tuple(found)


def _piece(clinic: Clinic, rules: Rules, low: float, high: float) -> Piece:
    """The tax between two bends; where it jumps at the upper one, the piece ends a dollar below."""
    length = BEYOND if np.isinf(high) else high - low
    early, late, end = low + EARLY * length, low + LATE * length, low + length
    taxes = np.asarray(receipts_tax(clinic, rules, np.array([early, late, end])))
    at_early, at_late, at_end = map(float, taxes)
    rate = round((at_late - at_early) / (late - early), PLACES_OF_RATE)
    fixed = round(at_early - rate * early, PLACES_OF_MONEY)
    jumps = at_end > fixed + rate * end + SAME * length
    return Piece(low, high - DOLLAR if jumps else high, rate, fixed)


def _practice_of(clinic: Clinic, receipts: Number) -> Practice | None:
    if clinic.currency != US_CURRENCY or not isinstance(clinic.household.tax, UsTax):
        return None
    if not clinic.employer.receipts_taxes:
        return None
    known: Mapping[str, City] = cities()
    homes = [clinic.household, *(post.household for post in clinic.posts if post.owner)]
    codes = (home.city for home in homes if home is not None)
    here = (code for code in codes if code in known and known[code].state == clinic.state)
    return Practice(state=clinic.state, city=next(here, ""), receipts=receipts, profit=0.0)
