"""What the page Clinic works on: the plans, which one is shown, and all of them evaluated."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial

import streamlit as st

from calc.parameters import Parameter
from calc.parameters.labour import minimum_wage
from calc.scenario.clinic import Clinic, Plans
from calc.staffing import ClinicResult, Compared, compare_plans, evaluate_clinic
from calc.staffing.plans import LETTERS
from ui.shell import answers, state

SHOWN = "clinic shown"
NATION = "US"


@dataclass(frozen=True)
class View:
    """The plans, the place of the one shown, their results, and the minimum wage of the state."""

    plans: Plans
    shown: int
    compared: Compared
    minimum: Parameter | None

    @property
    def clinic(self) -> Clinic:
        """The plan shown."""
        return self.plans.plans[self.shown]

    @property
    def result(self) -> ClinicResult:
        """The result of the plan shown."""
        return self.compared.results[self.shown]

    @property
    def first(self) -> ClinicResult:
        """Plan A: the clinic as it is."""
        return self.compared.results[0]

    @property
    def letter(self) -> str:
        """The letter of the plan shown."""
        return LETTERS[self.shown]

    @property
    def least_pay(self) -> float | None:
        """The minimum wage an hour, where it is known."""
        return None if self.minimum is None else self.minimum.number


def view(place: int | None = None) -> View:
    """The page's plans as they are now, with the one at a place or else the one shown.

    Plan B is shown first where there is one.
    """
    plans = state.plans()
    chosen = st.session_state.setdefault(SHOWN, 1) if place is None else place
    shown = min(int(chosen), len(plans.plans) - 1)
    least = [minimum_of(plan) for plan in plans.plans]
    wages = [None if found is None else found.number for found in least]
    known = [
        answers.kept(
            f"clinic plan {letter}",
            partial(evaluate_clinic, plan, minimum_wage_per_hour=wage),
            of=(plan,),
            at=(wage,),
        )
        for letter, plan, wage in zip(LETTERS, plans.plans, wages, strict=False)
    ]
    compared = compare_plans(plans, minimum_wage_per_hour=wages, known=known)
    return View(plans, shown, compared, least[shown])


def minimum_of(clinic: Clinic) -> Parameter | None:
    """The minimum wage at the end of the tax year, of the state or else of the nation."""
    if clinic.currency != "USD":
        return None
    day = datetime.date(clinic.tax_year, 12, 31)
    return minimum_wage(clinic.state, day) or minimum_wage(NATION, day)


def show(place: int) -> None:
    """Shows another plan from now on."""
    st.session_state[SHOWN] = place
