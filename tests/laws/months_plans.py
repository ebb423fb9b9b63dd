"""Plans with anything ahead of them, people and money, for the laws of their months."""

import datetime
from random import Random
from typing import Any

import numpy as np
from hypothesis import strategies as st

from calc import Scenario, load_rules
from calc.months import Course, Luck, ahead, luck_of
from calc.number import FloatArray
from calc.scenario.ahead import Ahead
from calc.scenario.fields import Inputs, unit_of
from tests.calc.months.months_cases import scenario

RULES = load_rules(2026)
PATHS = 6
METHODS = ("as_earned", "equal_quarters", "last_year")
PLACES = (("TX", "none"), ("CA", "none"), ("WA", "none"), ("NY", "new_york_city"), ("HI", "none"))
PLANS = ("solo_after_agency", "two_payers", "couple", "solo_rap", "rate")
PRACTICE = ("sessions", "hours", "earned", "receipts", "costs", "deducted", "leave_income", "owed")
COURSE = ("balance", "tax_paid", "tax_months", "job_pay", "owed_in_tax", "worth_at_end", "loans")


def money(chance: Random, most: float) -> float:
    """An amount in cents, or nothing."""
    return round(chance.random() * most, 2) if chance.random() < 0.8 else 0.0


def people_ahead(chance: Random, months: int) -> dict[str, Any]:
    """Who comes and stays, without any money."""
    asked = round(chance.random() * 15.0, 2)
    return {
        "months": months,
        "clients_at_start": chance.choice((None, 0, 3)),
        "enquiries_per_month": chance.choice((None, asked)),
        "payer_lag_weeks": chance.choice((0.0, 2.0, 5.3)),
        "credentialing_weeks": chance.choice((0, 9)),
        "waitlist": chance.random() < 0.5,
        "illness_chance_per_year": chance.choice((0.0, 0.3)),
        "shock_chance_per_year": chance.choice((0.0, 0.2)),
        "starts_on": datetime.date(chance.choice((2026, 2027)), chance.randint(1, 12), 1),
    }


def money_ahead(chance: Random, months: int) -> dict[str, Any]:
    """Money that comes and goes beside the sessions; three leaves of other people's making."""
    month = range(1, months + 1)
    return {
        "opening_balance": money(chance, 60_000.0),
        "needs_per_month": money(chance, 9_000.0),
        "tax_payments": chance.choice(METHODS),
        "marketing_hours_while_filling": chance.choice((None, 4.0)),
        "set_up": [
            {
                "month": chance.choice(month),
                "amount": money(chance, 8_000.0),
                "business": chance.random() < 0.5,
            }
            for _ in range(3)
        ],
        "fee_changes": [
            {
                "month": chance.choice(month),
                "factor": round(0.8 + chance.random(), 2),
                "clients": chance.choice(("all", "new")),
                "payer": chance.choice(("private", "all")),
            }
            for _ in range(3)
        ],
        "away": [
            {"kind": "holiday", "month": 2, "weeks": 2.5, "every_year": True},
            {
                "kind": "leave",
                "month": 5,
                "weeks": 7,
                "clients_return_share": 0.6,
                "income_per_month": money(chance, 5_000.0),
                "income_taxed": chance.random() < 0.5,
                "cover_cost_per_month": money(chance, 2_000.0),
            },
        ],
        "job": chance.choice(
            (
                [],
                [{"month": 1, "share": 0.0}],
                [
                    {"month": 1, "share": 0.5, "health_cover": True},
                    {"month": chance.randint(2, months), "share": chance.choice((0.0, 1.0))},
                ],
            )
        ),
    }


@st.composite
def plans(draw: st.DrawFn) -> tuple[Scenario, Random]:
    """A plan in some state with people and money ahead of it, and the chance they came from."""
    chance = draw(st.randoms(use_true_random=True))
    state, city = chance.choice(PLACES)
    where = {"household.state": state, "household.city": city}
    found = scenario(chance.choice(PLANS)).with_values(where)
    months = chance.randint(12, 26)
    return with_ahead(found, people_ahead(chance, months) | money_ahead(chance, months)), chance


def with_ahead(plan: Scenario, values: dict[str, Any]) -> Scenario:
    """The plan with this ahead of it."""
    return plan.with_values({"ahead": Ahead.model_validate(values)})


def changed(plan: Scenario, values: dict[str, Any]) -> Scenario:
    """The plan with some of what lies ahead of it otherwise."""
    assert plan.ahead is not None
    return with_ahead(plan, plan.ahead.model_dump() | values)


def luck_for(paths: int = PATHS, seed: int = 5) -> Luck:
    """Luck for as many weeks as any plan here has."""
    return luck_of(np.random.default_rng(seed), 114, paths)


def scaled(stated: Inputs, factor: float) -> dict[str, Any]:
    """Values of a model with all its money, that of its rows too, in another currency."""
    found: dict[str, Any] = {}
    for name, field in type(stated).model_fields.items():
        value = getattr(stated, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Inputs):
            value = [scaled(row, factor) for row in value]
        elif value is not None and unit_of(field).startswith("money"):
            value = value * factor
        found[name] = value
    return found


def course_on(plan: Scenario, luck: Luck) -> Course:
    """The paths of a plan."""
    found = ahead(plan, RULES, luck).paths
    assert found is not None
    return found


def both(plan: Scenario, luck: Luck) -> tuple[Course, Course]:
    """The expected path of a plan, and its paths."""
    found = ahead(plan, RULES, luck)
    assert found.paths is not None
    return found.expected, found.paths


def everything(course: Course) -> dict[str, FloatArray]:
    """All that a course tells in rows, each window's too."""
    rows = {name: getattr(course.practice, name) for name in PRACTICE}
    rows |= {name: getattr(course, name) for name in COURSE}
    for window in course.windows:
        rows[f"take-home from {window.first}"] = window.take_home
    for date in course.tax_dates:
        rows[f"{date.of_year} {date.what}"] = np.asarray(date.amount)
    return rows
