"""Practices and figures as other calculators assume and state them."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

from calc import Result, Scenario, evaluate, load_rules
from calc.parameters import Rules
from calc.year.wage import switch_period

FILE = Path(__file__).parent / "peer_examples.csv"
with FILE.open(newline="", encoding="utf-8") as opened:
    ROWS = {row["id"]: row for row in csv.DictReader(opened)}
RULES: Rules = load_rules(2026)
# A guide of 2026 reckons California's federal unemployment tax 1.5 % higher; ours is that of 2025.
REDUCTION = "payroll_tax.federal_unemployment_credit_reduction_2026"
GUIDES_RULES = Rules(2026, {**RULES, REDUCTION: replace(RULES[REDUCTION], value={"CA": 0.015})})
NONE = {"mode": "none"}


def practice(
    sessions: float, fee: float, weeks: float, *, costs: list[dict[str, Any]] | None = None
) -> Result:
    """A practice as most guides see it: every session held and paid, no tax, no other hour."""
    return evaluated(
        {"kind": "own_practice", **caseload(sessions, fee, weeks)}, costs=costs, tax=NONE
    )


def caseload(sessions: float, fee: float, weeks: float, **kind: Any) -> dict[str, Any]:
    """The caseload and the weeks of a work arrangement."""
    one = {
        "payer": "private",
        "booked_per_week": sessions,
        "fee_per_session": fee,
        "late_cancelled_share": 0,
        "missed_share": 0,
        "card_paid_share": 0,
        **kind,
    }
    time = {
        "holiday_weeks": 52 - weeks,
        "sickness_weeks": 0,
        "training_weeks": 0,
        "administration_hours_per_week": 0,
        "marketing_hours_per_week": 0,
        "training_hours_per_year": 0,
    }
    return {"session_kinds": [one], "time": time, "health_premium_per_month": 0}


def evaluated(
    work: dict[str, Any], *, costs: list[dict[str, Any]] | None = None, tax: dict[str, Any]
) -> Result:
    """The result of one arrangement under one way of working out tax."""
    data = {
        "work": work,
        "costs": costs or [],
        "household": {"tax": tax},
        "support": {"consultation_hours_per_week": 0},
    }
    return evaluate(Scenario.parse(data), RULES)


def yearly(amount: float) -> list[dict[str, Any]]:
    """One cost of an amount a year."""
    return [{"kind": "other", "amount": amount, "per": "year"}]


def monthly(result: Result, line: Any) -> float:
    """A line per month, as the period switch shows it."""
    return float(switch_period(line, result.year, "month").amount)


def inputs_of(name: str) -> dict[str, float]:
    """The inputs of a row as numbers."""
    pairs = (part.split("=") for part in ROWS[name]["inputs"].split(";"))
    return {key.strip(): float(value) for key, value in pairs}
