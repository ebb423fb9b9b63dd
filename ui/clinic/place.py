"""Where the clinic is, and what the law takes from it as an employer and on its receipts."""

from __future__ import annotations

from typing import Any

from calc.parameters import state_names
from calc.scenario import UsTax
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.household import NO_CITY
from calc.staffing.plans import written
from calc.year.money_in.overtime import US_CURRENCY
from ui.clinic import fields as clinic_fields
from ui.clinic.view import View
from ui.shell import fields, frame, state
from ui.telling import employer_words, words

CITY = "City"
LIVES = (
    "Whoever states no household of their own is taken to live in this city too, and pays what it "
    "takes from pay."
)


def draw(view: View) -> None:
    """State and city, the employer's rates, and what the law says of them."""
    with fields.place("clinic law"):
        fields.choice(
            f"plans.{view.shown}.state",
            state_names(),
            changes=lambda code: moved(state.plans(), view.shown, code),
        )
        _city(view)
        clinic_fields.under(
            view,
            "employer",
            "state_unemployment_rate",
            "state_unemployment_base_per_year",
            "workers_compensation_share",
            "other_payroll_rate",
        )
        taxes, terms = view.result.receipts_taxes, view.clinic.employer
        if taxes.line is not None or not terms.receipts_taxes:
            path = "employer.receipts_taxes"
            fields.switch(
                f"plans.{view.shown}.{path}",
                changes=lambda owed: written(state.plans(), view.shown, path, owed),
            )
        for line in employer_words.lines(view.clinic, view.result.rules):
            frame.quiet(line)


def _city(view: View) -> None:
    """The city beside the state, where cities tax."""
    clinic = view.clinic
    there = words.cities_of(clinic.state)
    if not there or clinic.currency != US_CURRENCY or not isinstance(clinic.household.tax, UsTax):
        return
    fields.choice(
        f"plans.{view.shown}.household.city",
        {NO_CITY: "None of these", **{city.code: city.name for city in there}},
        label=CITY,
        changes=lambda code: in_city(state.plans(), view.shown, code),
    )
    if clinic.household.city != NO_CITY:
        frame.quiet(LIVES)


def moved(plans: Plans, shown: int, code: str) -> dict[str, Any]:
    """Another state of a plan and of those that go along, and no city of the one that was left."""
    found = written(plans, shown, "state", code)
    for place, clinic in enumerate(plans.plans):
        if f"plans.{place}.state" in found and _of_the_clinic(clinic):
            found[f"plans.{place}.household.state"] = code
            found[f"plans.{place}.household.city"] = NO_CITY
    return found


def in_city(plans: Plans, shown: int, code: str) -> dict[str, Any]:
    """A city of a plan's state, for it and for the plans that were the same."""
    now = plans.plans[shown]
    found: dict[str, Any] = {}
    for place, clinic in enumerate(plans.plans):
        same = clinic.state == now.state and clinic.household == now.household
        if place == shown or (shown == 0 and same):
            found[f"plans.{place}.household.state"] = clinic.state
            found[f"plans.{place}.household.city"] = code
    return found


def _of_the_clinic(clinic: Clinic) -> bool:
    """Whether the household's state was stated as that of the clinic."""
    home = clinic.household
    return "state" in home.model_fields_set and home.state == clinic.state
