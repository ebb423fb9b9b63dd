"""What labour law says of a job offer: questions to ask, each with the rule behind it.

Never verdicts, never legal advice: law is recorded as it was read, federal rules are to be verified
with the state, and what was not read is marked so.
"""

from __future__ import annotations

import datetime

from calc.offers.labour.bands import Place, pay_of_an_hour, place_in, pre_licensed_band
from calc.offers.labour.offer import offer_checks
from calc.offers.labour.pay import pay_checks
from calc.offers.labour.standing import hours_in_doubt, standing_checks
from calc.offers.labour.terms import Check, CheckKind, LetterTerms
from calc.parameters.wage_bands import Percentile, Percentiles, WageBand, wage_bands
from calc.year.evaluate import Result

__all__ = [
    "Check",
    "CheckKind",
    "LetterTerms",
    "Percentile",
    "Percentiles",
    "Place",
    "WageBand",
    "checks",
    "hours_in_doubt",
    "pay_of_an_hour",
    "place_in",
    "pre_licensed_band",
    "wage_bands",
]


def checks(result: Result, terms: LetterTerms, on: datetime.date) -> tuple[Check, ...]:
    """Everything to ask about an offer on a day, the grave first.

    Of an own practice nothing is asked that only an employee can be owed. In another currency than
    the dollar nothing is asked that law fixes in dollars.
    """
    found = (
        *pay_checks(result, terms, on),
        *standing_checks(result, terms),
        *offer_checks(result, terms),
    )
    return tuple(sorted(found, key=lambda check: not check.grave))
