"""Pay over years: the ramp of a caseload, the licence, a raise or a move after it, discounted."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.months.filling import sessions_in_weeks
from calc.number import WEEKS_PER_YEAR, FloatArray
from calc.offers.licensure import LicencePath
from calc.parameters import Rules
from calc.questions.pay import pay_now, with_pay
from calc.scenario import Employee, Scenario
from calc.scenario.licence import Ramp
from calc.scenario.offers import HORIZONS, Offer, Offers
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import Result, evaluate

YEARS = max(HORIZONS)
WEEKS = int(YEARS * WEEKS_PER_YEAR)
KIND = "work.session_kinds"


def discounted(per_week: FloatArray, rate_per_year: float) -> FloatArray:
    """What each week's pay is worth on the first day, paid at the end of its week.

    >>> [round(float(x), 4) for x in discounted(np.array([100.0] * 52), 0.04)[[0, -1]]]
    [99.9246, 96.1538]
    """
    weeks = np.arange(1.0, len(per_week) + 1.0)
    worth: FloatArray = per_week * (1.0 + rate_per_year) ** (-weeks / WEEKS_PER_YEAR)
    return worth


def caseload_by_week(ramp: Ramp, full_per_week: float) -> FloatArray:
    """The share of a full caseload in each week of ten years; the full one where none is stated."""
    if not full_per_week:
        return np.ones(WEEKS)
    added, delay = float(ramp.sessions_added_per_week), float(ramp.credentialing_weeks)
    by_week: FloatArray = sessions_in_weeks(delay, added, full_per_week, WEEKS)[:, 0]
    return by_week / full_per_week


def weeks_of(years: int) -> int:
    """So many years in weeks; `ValueError` beyond the ten that are worked out.

    >>> weeks_of(5)
    260
    """
    if not 0 <= years <= YEARS:
        raise ValueError(f"years is {years}; it must be from 0 to {YEARS}")
    return int(years * WEEKS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class PayOverYears:
    """Take-home of an offer week by week for ten years, and what it comes to.

    `licensed_after_weeks` is None where the person has the licence, or the offer never leads to it.
    """

    take_home_per_week: FloatArray
    licensed_after_weeks: float | None
    discount_rate_per_year: float

    def by_year(self) -> FloatArray:
        """Take-home of each year."""
        years: FloatArray = self.take_home_per_week.reshape(YEARS, -1).sum(axis=1)
        return years

    def paid(self, years: int) -> float:
        """Take-home added up over so many years, at most ten, not discounted."""
        return float(self.take_home_per_week[: weeks_of(years)].sum())

    def worth(self, years: int) -> float:
        """The same in the money of the first day."""
        worth = discounted(self.take_home_per_week, self.discount_rate_per_year)
        return float(worth[: weeks_of(years)].sum())


def pay_over_years(offers: Offers, offer: Offer, result: Result, path: LicencePath) -> PayOverYears:
    """Ten years of an offer: as it is until the licence, then with the raise or in the next place.

    A year, of each place and phase anew, is evaluated at its mean caseload, so its tax is that of a
    whole year like it. With the licence supervision ends; who has it already stays as the offer
    says. A sign-on bonus is earned over its years, and what is to be repaid on leaving is.
    """
    rate = float(offers.discount_rate_per_year)
    weeks = None if path.licensed else path.weeks
    until = float(WEEKS) if weeks is None else min(weeks, float(WEEKS))
    gone, started = int(until), math.ceil(until)
    start = caseload_by_week(offer.ramp, float(booked_in_all(result.scenario.work.session_kinds)))
    take_home = np.zeros(WEEKS)
    if (start == 1.0).all() and not _sign_on(result.scenario):  # every year is the year of the plan
        before = np.full(started, float(result.take_home.amount) / WEEKS_PER_YEAR)
    else:
        before = _weekly(result.scenario, start[:started], 0.0, result.rules)
    take_home[:started] += before * np.clip(until - np.arange(started), 0.0, 1.0)
    moved = next_offer(offers, offer)
    plan = _after(offers, offer, result.scenario)
    if moved is None:
        after = _weekly(plan, start[gone:], gone / WEEKS_PER_YEAR, result.rules)
    else:
        ramp = caseload_by_week(moved.ramp, float(booked_in_all(plan.work.session_kinds)))[
            : WEEKS - gone
        ]
        after = _weekly(plan, ramp, 0.0, result.rules)
    take_home[gone:] += after * np.clip(np.arange(gone, WEEKS) + 1.0 - until, 0.0, 1.0)
    letter = offer.letter
    if moved and gone < min(WEEKS, float(letter.repaid_within_years) * WEEKS_PER_YEAR):
        take_home[gone] -= float(letter.repaid_on_leaving)
    return PayOverYears(take_home, weeks, rate)


def next_offer(offers: Offers, offer: Offer) -> Offer | None:
    """The offer a person goes on to once licensed; None for who stays."""
    wanted = offer.after_licence.moves_to
    if not wanted or wanted == offer.label:
        return None
    return next((other for other in offers.offers if other.label == wanted), None)


def _after(offers: Offers, offer: Offer, scenario: Scenario) -> Scenario:
    """The plan of a year after the licence."""
    moved = next_offer(offers, offer)
    licensed = {
        "support.supervision_hours_per_week": 0.0,
        "support.supervision_price_per_hour": 0.0,
    }
    if moved is not None:
        return offers.scenario_of(moved).with_values(licensed)
    raised = pay_now(scenario) * (1.0 + offer.after_licence.raise_share)
    return scenario.with_values({**licensed, **with_pay(scenario, raised)})


def _sign_on(scenario: Scenario) -> float:
    work = scenario.work
    return float(work.benefits.sign_on_bonus) if isinstance(work, Employee) else 0.0


def _weekly(
    scenario: Scenario, caseload: FloatArray, begun_years: float, rules: Rules
) -> FloatArray:
    """Take-home of each week of a phase, if each year of it ran at the mean of its caseload."""
    if not len(caseload):
        return caseload
    year = np.arange(len(caseload)) // int(WEEKS_PER_YEAR)
    mean = np.bincount(year, caseload) / np.bincount(year)
    work = scenario.work
    rows: dict[str, FloatArray] = {
        f"{KIND}.{index}.booked_per_week": float(kind.booked_per_week) * mean
        for index, kind in enumerate(work.session_kinds)
    }
    if isinstance(work, Employee) and _sign_on(scenario):
        lasts = np.bincount(year) / WEEKS_PER_YEAR  # the last year of a phase may be cut short
        earned = float(work.benefits.sign_on_years) - begun_years - np.arange(len(mean))
        bonus = float(work.benefits.sign_on_bonus) * np.clip(earned / lasts, 0.0, 1.0)
        rows["work.benefits.sign_on_bonus"] = bonus
    found = evaluate(scenario.with_values(rows), rules).take_home.amount
    weekly: FloatArray = np.broadcast_to(found, mean.shape)[year] / WEEKS_PER_YEAR
    return weekly
