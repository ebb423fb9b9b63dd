"""What a folded group says of itself, in a few words."""

from __future__ import annotations

import math

from calc import Result
from calc.number import added
from calc.scenario import Scenario
from calc.scenario.fields import chosen
from calc.scenario.sessions import booked_in_all
from ui.telling import loan_words, numbers
from ui.telling.words import escape


def clients(plan: Scenario) -> str:
    """What the caseload is, in a few words."""
    kinds = plan.work.session_kinds
    if not kinds:
        return "none yet"
    if len(kinds) == 1:
        return f"one kind, {chosen(kinds[0], 'payer').lower()}"
    booked = float(booked_in_all(kinds))
    return f"{len(kinds)} kinds, {numbers.number(booked, 0 if booked.is_integer() else 1)} a week"


def time(result: Result) -> str:
    """Hours of a worked week."""
    weekly = float(result.year.hours_per_week.amount)
    return f"{numbers.hours(weekly)} h a week" if math.isfinite(weekly) else "no worked week"


def money(plan: Scenario) -> str:
    """Card fees and saving."""
    share = getattr(plan.work, "card_fee_share", 0.0)
    return f"card fees {numbers.percent(float(share))}"


def saving(result: Result) -> str:
    """What is set aside in a year."""
    yearly = float(result.set_aside.amount)
    return f"{escape(numbers.money(yearly, result.scenario.currency))} a year" if yearly else "none"


def costs(result: Result) -> str:
    """All rows of a year, card fees and billing apart."""
    rows = [line for line in result.costs.parts if line.key.split(".")[1].isdecimal()]
    yearly = float(added(line.amount for line in rows))
    return f"{escape(numbers.money(yearly, result.scenario.currency))} a year"


def household(plan: Scenario) -> str:
    """Filing status and needs."""
    status = chosen(plan.household, "filing_status").lower()
    needs = float(plan.household.needs_per_month)
    said = (
        f"needs {escape(numbers.money(needs, plan.currency))} a month"
        if needs
        else "no needs entered"
    )
    return f"{status}, {said}"


def loans(result: Result) -> str:
    """The plan, where there is one, and the payment a month."""
    return loan_words.summary(result)


def support(plan: Scenario) -> str:
    """Supervision, consultation and own therapy."""
    support = plan.support
    said = []
    for title, weekly in (
        ("consultation", support.consultation_hours_per_week),
        ("supervision", support.supervision_hours_per_week),
    ):
        if weekly:
            said.append(f"{title} {float(weekly):g} h a week")
    if support.own_therapy.sessions_per_year:
        said.append(f"own therapy {float(support.own_therapy.sessions_per_year):g} a year")
    return ", ".join(said) or "none"
