"""Room for saving in words and tables: what may go in, why not, by when, and what it costs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import numpy as np

from calc.number import HALF_A_CENT
from calc.questions.saving_room import SavingCost
from calc.taxes.saving_room import Plan, ReasonName, Room, Step
from ui.telling.numbers import money
from ui.telling.tables import Table
from ui.telling.words import escape, joined, written_date

PLANS: dict[Plan, str] = {
    "solo_401k": "Solo 401(k)",
    "sep": "SEP",
    "simple_ira": "SIMPLE IRA",
    "employer_401k": "Employer's 401(k)",
    "traditional_ira": "IRA",
    "roth_ira": "Roth IRA",
    "health_savings": "HSA",
}
REASONS: dict[ReasonName, str] = {
    "no_practice": "only with a practice of your own",
    "no_pay_from_an_employer": "only with pay from an employer",
    "no_earnings": "nothing is earned",
    "has_employees": "only without employees",
    "too_many_employees": "the practice has too many employees",
    "no_high_deductible_cover": "only with a high-deductible plan; not entered",
    "earnings": "earnings are the limit",
    "deferred_elsewhere": "another plan uses the same limit",
    "additions_limit": "at the most of all additions",
    "income": "less, because of income",
    "income_ends": "income ends it",
}
OF_AN_IRA: dict[ReasonName, str] = {
    "income": "deductible in part, because of income",
    "income_ends": "not deductible at this income",
}
STEPS: dict[Step, str] = {
    "set_up": "set up",
    "deferral_chosen": "own part chosen",
    "deferral_paid": "own part paid in",
    "first_year_deferral": "own part, first year of the plan",
    "employer_part_paid": "practice's part paid in",
    "contribution": "paid in",
}
ROTH = "Roth"
PLACES = {
    ("sep", "employer_part"): "SEP",
    ("solo_401k", "own_part"): "Solo 401(k), own part",
    ("solo_401k", "employer_part"): "Solo 401(k), practice's part",
    ("solo_401k", "roth"): "Solo 401(k), Roth",
    ("employer_401k", "own_part"): "401(k)",
    ("employer_401k", "roth"): "401(k), Roth",
    ("health_savings", "own_part"): "HSA",
}
CHOICE = (
    "A solo 401(k), a SEP and a SIMPLE IRA are ways for one practice to choose from, and both IRAs "
    "share one room: they do not add up. What you put in already is part of each."
)
IRA = "IRAs are not asked in the plan, so they are in no figure of tax."
ROTH_COSTS = "Roth is out of taxed income: it lowers no tax now."


def rooms_table(rooms: Sequence[Room], currency: str) -> Table:
    """Each plan with the most that may go in, why that is less or none, and by when."""

    def most(amount: float) -> str:
        return money(amount, currency) if amount > HALF_A_CENT else "–"

    rows = [
        (PLANS[room.plan], float(room.total), by_when(room), about(room, currency))
        for room in rooms
    ]
    return Table(("Plan", "Most", "By", "Of it"), rows, (most,))


def about(room: Room, currency: str) -> str:
    """What the most is made of, and why it is not more."""
    parts = [*_made_of(room, currency), *reasons(room)]
    return "; ".join(parts)


def _made_of(room: Room, currency: str) -> Iterator[str]:
    own, catch_up = float(room.own_part), float(room.catch_up)
    practice = float(room.employer_part_beside)
    if room.plan in ("solo_401k", "simple_ira") and float(room.total) > HALF_A_CENT:
        with_it = " with catch-up" if catch_up > HALF_A_CENT else ""
        yield f"yours {money(own + catch_up, currency)}{with_it}"
        yield f"practice {money(practice, currency)}"
    elif room.plan == "health_savings" and float(room.total) > HALF_A_CENT:
        yield "only beside a high-deductible plan"
    if room.plan not in ("solo_401k", "simple_ira") and catch_up > HALF_A_CENT:
        yield f"{money(catch_up, currency)} of it by age"
    if bool(np.any(room.catch_up_must_be_roth)):
        yield "the catch-up is Roth"


def reasons(room: Room) -> list[str]:
    """Why a plan is closed, or less goes in than the law's amount."""
    words = REASONS | OF_AN_IRA if room.plan == "traditional_ira" else REASONS
    return [words[reason.name] for reason in room.reasons]


def by_when(room: Room) -> str:
    """The last days on which something may be chosen or paid in, none of them twice."""
    if not bool(np.any(room.is_open)):
        return "–"
    return ", ".join(_short(day) for day in sorted({found.day for found in room.deadlines}))


def _short(day: datetime.date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def steps_table(rooms: Sequence[Room]) -> Table:
    """Each step of the plans that are open, with its last day."""
    rows = [
        (f"{PLANS[room.plan]}: {STEPS[found.step]}", written_date(found.day.isoformat()))
        for room in rooms
        if bool(np.any(room.is_open))
        for found in room.deadlines
    ]
    return Table(("Step", "Last day"), rows)


def costs_table(costs: Sequence[SavingCost], currency: str) -> Table:
    """What may still go into each place, and what a dollar of it costs in hand."""
    shown = [cost for cost in costs if cost.amount > HALF_A_CENT]
    rows = [
        (PLACES[cost.place.plan, cost.place.part], cost.amount, cost.cash_per_dollar)
        for cost in shown
    ]

    def whole(amount: float) -> str:
        return money(amount, currency)

    def cents(amount: float) -> str:
        return money(amount, currency, cents=True)

    return Table(("Put into", "May still go in", "A dollar costs"), rows, (whole, cents))


def catch_up(rooms: Sequence[Room], currency: str) -> str:
    """The plans that age adds to; empty before it does."""
    found = [
        f"{money(float(room.catch_up), currency)} in {PLANS[room.plan]}"
        for room in rooms
        if float(room.catch_up) > HALF_A_CENT
    ]
    return escape(f"Your age adds {joined(found)}.") if found else ""


def savers_credit(rooms: Sequence[Room]) -> str:
    """The share of what is put in that the saver's credit pays; empty where there is none."""
    rate = max((float(room.savers_credit_rate) for room in rooms), default=0.0)
    if not rate:
        return ""
    return f"The saver's credit pays {rate * 100:g} % of the first dollars; it is in the costs."
