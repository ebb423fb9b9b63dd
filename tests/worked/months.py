"""Months of a practice that can be worked out on paper, and how they are told.

They begin with 22 sessions a week at $150, 52 weeks, none lost, no costs: 14,300 a month, and 3
hours of administration and 1 of marketing beside 22 x 60 minutes a week.
"""

import tomllib
from typing import Any

import numpy as np
import pytest

from calc import Scenario, load_rules
from calc.months import Course, ahead
from tests.calc.months.months_cases import DATA

RULES = load_rules(2026)
MONTH = 52.0 / 12.0  # weeks
NONE = {"tax": {"mode": "none"}}
THIRTY = {"tax": {"mode": "effective", "rate": 0.3}}


def course(
    stated: dict[str, Any],
    work: dict[str, Any] | None = None,
    household: dict[str, Any] | None = None,
    kinds: list[dict[str, Any]] | None = None,
    **others: Any,
) -> Course:
    """The expected path of the practice, changed so."""
    plan = tomllib.loads(DATA["scenarios"]["plain"])
    plan["work"] |= work or {}
    (kind,) = plan["work"]["session_kinds"]
    plan["work"]["session_kinds"] = [kind | changes for changes in kinds or [{}]]
    if plan["work"]["kind"] == "contractor":
        for name in ("card_fee_share", "card_fee_per_charge"):
            del plan["work"][name]
    plan |= {"household": household or NONE, **others}
    found = Scenario.parse({**plan, "ahead": {"months": 12, **stated}})
    return ahead(found, RULES).expected


def rows(amounts: Any) -> list[float]:
    """The months of the one path."""
    return [float(amount) for amount in np.ravel(amounts)]


def near(stated: Any) -> Any:
    """To the digits of a float."""
    return pytest.approx(stated, rel=1e-9, abs=1e-9)


def by_payee(found: Course, payee: str, of_year: int) -> dict[str, float]:
    """What one who is paid asks for, by date."""
    return {
        date.what: float(np.ravel(date.amounts[payee])[0])
        for date in found.tax_dates
        if date.of_year == of_year
    }
