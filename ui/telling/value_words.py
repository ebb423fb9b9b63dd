"""What a field of a document holds, in words with its unit: 10 minutes a session, 6 % of fees."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from calc.parameters import state_names
from calc.scenario.fields import Words
from ui.telling import ahead_words, loan_words, numbers
from ui.telling.words import MOST_WRITTEN, amount, count, written_date

NONE = "none"
PLAN_PATHS = ("loans.plan", "loans.plan_now")
# What follows a number in each unit; of two, the first is that of 1.
UNITS: Mapping[str, tuple[str, str]] = {
    "clients_per_week": ("client a week", "clients a week"),
    "hours": ("hour", "hours"),
    "hours_per_week": ("hour a week", "hours a week"),
    "hours_per_year": ("hour a year", "hours a year"),
    "minutes": ("minute", "minutes"),
    "months": ("month", "months"),
    "payments": ("payment", "payments"),
    "points": ("of 10", "of 10"),
    "points_of_8": ("of 8", "of 8"),
    "sessions_per_week": ("session a week", "sessions a week"),
    "sessions_per_year": ("session a year", "sessions a year"),
    "weeks": ("week", "weeks"),
    "weeks_per_year": ("week a year", "weeks a year"),
    "years": ("year", "years"),
}
MONEY: Mapping[str, str] = {
    "money_per_charge": "a charge",
    "money_per_hour": "an hour",
    "money_per_month": "a month",
    "money_per_session": "a session",
    "money_per_year": "a year",
}
# What a share is a share of, by the field's name.
SHARES: Mapping[str, str] = {
    "benefits_cost_share": "of pay",
    "beyond_share": "of what is collected beyond",
    "card_fee_share": "of each card payment",
    "card_paid_share": "of collected fees",
    "clients_in_other_states_share": "of clients",
    "clients_lost_share": "of clients",
    "collected_share": "of fees",
    "discharge_share_per_week": "of clients a week",
    "discount_rate_per_year": "a year",
    "forgiveness_tax_rate": "of what is forgiven",
    "full_time_share": "of a full-time post",
    "guideline_growth_per_year": "a year",
    "income_growth_per_year": "a year",
    "income_tax_rate": "of profit or pay",
    "late_cancelled_charged_share": "of late cancellations",
    "late_cancelled_fee_part": "of the fee",
    "late_cancelled_share": "of scheduled sessions",
    "leaving_rate": "of posts a year",
    "local_rate": "of adjusted income",
    "lost_sessions_paid_share": "of the rate",
    "missed_charged_share": "of no-shows",
    "missed_fee_part": "of the fee",
    "missed_share": "of scheduled sessions",
    "more_share": "of pay",
    "most_contractor_share": "of posts",
    "most_supervised_share": "of posts",
    "other_payroll_rate": "of pay",
    "outside_billing_share": "of what insurers pay",
    "payroll_programme_rate": "of pay and profit",
    "pte_credit_share": "of that tax",
    "pte_rate": "of what the corporation leaves",
    "pslf_survives_share": "sure",
    "raise_share": "of pay",
    "rate": "of profit or pay",
    "rate_per_year": "a year",
    "relational_share": "of client hours",
    "replacement_cost_share": "of a year's pay",
    "share": "of what is collected",
    "social_rate": "of profit or pay",
    "state_rate": "of adjusted income",
    "state_unemployment_rate": "of pay up to its base",
    "telehealth_share": "of sessions",
    "trauma_share": "of clients",
    "waiting_leave_share_per_week": "of those who wait, a week",
    "waiting_reused_share": "of the time of lost sessions",
    "workers_compensation_share": "of pay",
}
PERSON, CHILD = ("person", "people"), ("child", "children")
COUNTED: Mapping[str, tuple[str, str]] = {
    "administrators": PERSON,
    "children_from_13": CHILD,
    "children_under_17": CHILD,
    "clients_per_session": ("client", "clients"),
    "clients_waiting": PERSON,
    "clinicians_per_administrator": ("clinician", "clinicians"),
    "dependents": PERSON,
    "family_size": PERSON,
    "group_size": PERSON,
    "load_ceiling_people": PERSON,
    "load_in_100": PERSON,
    "older_children": CHILD,
    "other_dependents": PERSON,
}
MOST_PLACES = 4
OF_THE_MIX = "of the clinic's sessions"


def value(path: str, held: Any, unit: str, words: Words | None, currency: str) -> str:
    """A field's value: a figure with its unit, a choice by its words, a day, yes or no."""
    if path.startswith(ahead_words.STEM) and (said := ahead_words.own_words(path, held)):
        return said
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, date):
        return written_date(held.isoformat())
    if isinstance(held, int | float) and unit != "choice":
        return figure(path, float(held), unit, currency)
    if held is None:
        return "not stated"
    if isinstance(held, tuple):
        return ", ".join(value(path, each, unit, words, currency) for each in held) or NONE
    if path in PLAN_PATHS:
        return loan_words.full_plan_name(held)
    if path.endswith("state") and held in state_names():
        return state_names()[held]
    return str((words or {}).get(held) or held or NONE)


def figure(path: str, held: float, unit: str, currency: str) -> str:
    r"""A number with its unit.

    >>> figure("work.session_kinds.0.notes_minutes_per_session", 10.0, "minutes", "USD")
    '10 minutes a session'
    >>> figure("work.time.meetings_hours_per_week", 1.0, "hours_per_week", "USD")
    '1 hour a week'
    >>> figure("work.session_kinds.0.collected_share", 0.95, "share", "USD")
    '95\xa0% of fees'
    """
    said = exact(held, unit, currency)
    name = path.rpartition(".")[2]
    name = path.split(".")[-2] if name.isdecimal() else name
    if unit == "share":
        shares = ahead_words.SHARES if path.startswith(ahead_words.STEM) else SHARES
        return f"{said} {OF_THE_MIX if 'payer_mix' in path else shares[name]}"
    if unit in MONEY:
        return f"{said} {MONEY[unit]}"
    if name in COUNTED:
        return count(held, *COUNTED[name])
    if unit not in UNITS:
        return said
    one, many = UNITS[unit]
    each = " a session" if name.endswith("minutes_per_session") else ""
    return f"{said} {one if held == 1.0 else many}{each}"


def exact(held: float, unit: str, currency: str) -> str:
    """A figure as it was typed, not rounded for the eye: 7.94 %, 0.75 hours."""
    if not math.isfinite(held) or abs(held) > MOST_WRITTEN:
        return amount(held, unit, currency)
    if unit == "share":
        return numbers.percent(held, MOST_PLACES)
    if unit.startswith("money"):
        return numbers.money(held, currency, cents=numbers.has_cents(held))
    written = numbers.number(held, MOST_PLACES)
    return written.rstrip("0").rstrip(".")


def title(named: str, said: str) -> str:
    """A field's title without the period that its value says.

    >>> title("Needs a month", "$3,000 a month"), title("Travel", "1 hour a week")
    ('Needs', 'Travel')
    """
    for period in ("a week", "a month", "a year"):
        if said.endswith(period):
            return named.removesuffix(f" {period}")
    return named
