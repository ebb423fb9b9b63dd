"""What the letter does not say, read the worse way and the better way: a band, not a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from calc.number import WEEKS_PER_YEAR, Number
from calc.parameters import typical
from calc.scenario import (
    Bucket,
    Contractor,
    Employee,
    Hourly,
    OwnPractice,
    RatePerSession,
    Salary,
    Scenario,
    Work,
)
from calc.scenario.offers import Offer, Unsaid
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import Result, evaluate

KIND = "work.session_kinds"
LOST = ("late_cancelled_share", "missed_share")


@dataclass(frozen=True, slots=True)
class Reading:
    """One silent term, and the figure (as a rule the true hourly wage) read worse, and better."""

    term: Unsaid
    worse: float
    better: float


@dataclass(frozen=True, slots=True)
class Band:
    """The figure with every silent term read the worse way, and the better: as a rule the wage."""

    low: float
    high: float
    readings: tuple[Reading, ...]


def open_terms(offer: Offer) -> tuple[Unsaid, ...]:
    """What a letter leaves open: what is marked as not said, then what nobody entered.

    The premium of health cover and the price of supervision stand at a guess until they are
    entered. A practice of one's own has nobody to ask for them.
    """
    open_now = list(offer.letter.unsaid)
    if not isinstance(offer.work, OwnPractice):
        supervised = np.any(offer.supervision_hours_per_week)
        if supervised and "supervision_price_per_hour" not in offer.model_fields_set:
            open_now.append("supervision")
        if not cover_is_stated(offer):
            open_now.append("health_cover")
    return tuple(dict.fromkeys(open_now))


def cover_is_stated(offer: Offer) -> bool:
    """Whether the premium of health cover was entered, and is not marked as left open."""
    entered = "health_premium_per_month" in offer.work.model_fields_set
    return entered and "health_cover" not in offer.letter.unsaid


def true_wage(result: Result) -> Number:
    """The true hourly wage of a year."""
    return result.wage.amount


def band(
    offer: Offer, result: Result, figure: Callable[[Result], Number] = true_wage
) -> Band | None:
    """How far a figure could move by what the letter leaves open; None where that moves nothing.

    Each term is read alone both ways, and as it stands, to learn which is worst and which best;
    then all of them together. The more of the figure, the better.
    """

    def of(scenario: Scenario) -> float:
        return float(figure(evaluate(scenario, result.rules)))

    readings: list[Reading] = []
    plan, now = result.scenario, float(figure(result))
    worst, best = plan, plan
    for term in open_terms(offer):
        figures: dict[bool | None, float] = {None: now}
        figures |= {way: of(read(plan, term, better=way)) for way in (False, True)}
        low, high = min(figures, key=figures.__getitem__), max(figures, key=figures.__getitem__)
        worst, best = read(worst, term, better=low), read(best, term, better=high)
        if figures[low] < figures[high]:  # never where there is no wage
            readings.append(Reading(term, figures[low], figures[high]))
    if not readings:
        return None
    ends = (of(worst), of(best), now)
    return Band(min(ends), max(ends), tuple(readings))


def read(scenario: Scenario, term: Unsaid, *, better: bool | None) -> Scenario:
    """A plan with a silent term read one way; as it was where the term means nothing in it.

    So it is too where `better` is None.

    Figures are the ends of the typical bands: of the price of supervision, of a caseload, of
    missed sessions. Leave is read as none, or as all weeks off.
    """
    if better is None:
        return scenario
    match term:
        case "notes" | "meetings":
            return with_bucket(scenario, term, paid=better)
        case "lost_sessions":
            return _lost_sessions(scenario, paid=better)
        case "supervision" | "health_cover" if scenario.currency != "USD":
            return scenario  # the other reading is known in dollars only
        case "supervision":
            price = 0.0 if better else typical("supervision_price_per_hour").number
            return scenario.with_values({"support.supervision_price_per_hour": price})
        case "health_cover":
            premium = 0.0 if better else typical("health_premium_per_month").number
            return scenario.with_values({"work.health_premium_per_month": premium})
        case "paid_leave":
            return _leave(scenario, paid=better)
        case "caseload":
            return _caseload(scenario, _end("booked_per_week", high=better))
        case _:
            lost = {name: _end(name, high=not better) for name in LOST}
            return scenario.with_values(_in_all_kinds(scenario, lost))


def _end(name: str, *, high: bool) -> float:
    """An end of a typical band."""
    found = typical(name)
    end = found.high if high else found.low
    assert end is not None
    return end


def _in_all_kinds(scenario: Scenario, values: Mapping[str, float]) -> dict[str, float]:
    """The same values in every kind of session."""
    return {
        f"{KIND}.{index}.{name}": value
        for index in range(len(scenario.work.session_kinds))
        for name, value in values.items()
    }


def _caseload(scenario: Scenario, booked_per_week: float) -> Scenario:
    """So many sessions booked a week in all, kinds in proportion."""
    rows = scenario.work.session_kinds
    now = float(booked_in_all(rows))
    if not now:
        return scenario
    share = booked_per_week / now
    return scenario.with_values(
        {
            f"{KIND}.{index}.booked_per_week": kind.booked_per_week * share
            for index, kind in enumerate(rows)
        }
    )


def with_bucket(scenario: Scenario, bucket: Bucket, *, paid: bool) -> Scenario:
    """One kind of work paid or not, where pay names the hours it is for.

    Beside pay by the session it is paid at the rate stated for other work, else at the low end of
    a counselor's hourly pay.
    """
    work = scenario.work
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        buckets = _with_or_without(work.pay.paid_buckets, bucket, paid=paid)
        return scenario.with_values({"work.pay.paid_buckets": buckets})
    if isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession):
        pay = work.pay
        named = _with_or_without(pay.administration_rate_buckets, bucket, paid=paid)
        rate = pay.administration_rate_per_hour
        if paid and not np.any(rate):
            if scenario.currency != "USD":
                return scenario
            named = (bucket,)
            rate = _end("wage_per_hour_counselor", high=False)
        return scenario.with_values(
            {
                "work.pay.administration_rate_buckets": named,
                "work.pay.administration_rate_per_hour": rate,
            }
        )
    return scenario


def _with_or_without(
    buckets: tuple[Bucket, ...], bucket: Bucket, *, paid: bool
) -> tuple[Bucket, ...]:
    others = tuple(other for other in buckets if other != bucket)
    return (*others, bucket) if paid else others


def _lost_sessions(scenario: Scenario, *, paid: bool) -> Scenario:
    """Late-cancelled and missed sessions paid in full, or not at all."""
    work = scenario.work
    if isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession):
        share = 1.0 if paid else 0.0
        return scenario.with_values({"work.pay.lost_sessions_paid_share": share})
    return with_bucket(scenario, "waiting", paid=paid) if _is_hourly(work) else scenario


def _is_hourly(work: Work) -> bool:
    return isinstance(work, Employee) and isinstance(work.pay, Hourly)


def _leave(scenario: Scenario, *, paid: bool) -> Scenario:
    """All weeks off paid, or none."""
    work = scenario.work
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        weeks = work.time.weeks_off if paid else 0.0
        return scenario.with_values({"work.pay.paid_leave_weeks": weeks})
    if isinstance(work, Employee) and isinstance(work.pay, Salary) and not paid:
        worked = 1.0 - work.time.weeks_off / WEEKS_PER_YEAR
        return scenario.with_values({"work.pay.salary_per_year": work.pay.salary_per_year * worked})
    return scenario
