"""What keeps an offer from being compared: it is kept, and marked as incomplete."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from calc.errors import Problem
from calc.number import HOURS_PER_WEEK, MINUTES_PER_HOUR, Number, added, where
from calc.offers.labour.offer import booked_to_hold
from calc.questions.pay import pay_path
from calc.scenario import Hourly, Salary, SplitOfCollections, Work
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.offers import Offer, Offers
from calc.year.hours.formulas import share_of_sessions_that_take_place


def faults(offers: Offers, index: int) -> tuple[Problem, ...]:
    """What is missing from an offer, or cannot be; their paths start at the file's own root."""
    offer = offers.offers[index]
    stem = f"offers.{index}"
    return (*_own_faults(offers, index), *_next_place(offers, offer, stem))


def _own_faults(offers: Offers, index: int) -> tuple[Problem, ...]:
    """The same, but for the place it goes on to."""
    offer = offers.offers[index]
    stem = f"offers.{index}"
    labels = [other.label for other in offers.offers[:index]]
    doubled = (Problem(f"{stem}.label", "same_name", offer.label),) if offer.label in labels else ()
    lacking = tuple(_pay(offer, stem)) or tuple(_sessions(offer, stem))
    return (*doubled, *lacking, *_supervision(offers, offer, stem), *_quota(offer, stem))


def _next_place(offers: Offers, offer: Offer, stem: str) -> Iterator[Problem]:
    """A place to go on to that is not here, or is not complete itself."""
    wanted = offer.after_licence.moves_to
    if not wanted or wanted == offer.label:
        return
    path = f"{stem}.after_licence.moves_to"
    labels = [other.label for other in offers.offers]
    if wanted not in labels:
        yield Problem(path, "unknown_offer", wanted)
    elif _own_faults(offers, labels.index(wanted)):
        yield Problem(path, "incomplete_offer", wanted)


def _pay(offer: Offer, stem: str) -> Iterator[Problem]:
    """An offer without pay. A practice of one's own, and a share of fees, need a fee."""
    work = offer.work
    if work.pay is None or isinstance(work.pay, SplitOfCollections):
        kinds = work.session_kinds
        stated = (kind for kind in kinds if "fee_per_session" in kind.model_fields_set)
        if not any(np.any(kind.fee_per_session) for kind in stated):
            yield Problem(f"{stem}.work.session_kinds.0.fee_per_session", "no_pay", 0.0)
    pay = work.pay
    if pay is None:
        return
    if pay.headline not in pay.model_fields_set or not np.any(np.asarray(pay.rate)):
        yield Problem(f"{stem}.{pay_path(pay)}", "no_pay", 0.0)


def _sessions(offer: Offer, stem: str) -> Iterator[Problem]:
    """A caseload that nobody entered; no kinds of session at all is what a letter may say.

    The bound is what is to be booked to hold a quota, where the letter states one.
    """
    work = offer.work
    if not work.session_kinds:
        return
    if not any("booked_per_week" in kind.model_fields_set for kind in work.session_kinds):
        needed = booked_for_quota(work)
        bound = np.ceil(needed) if np.any(np.greater(needed, 0.0)) else None
        yield Problem(f"{stem}.work.session_kinds.0.booked_per_week", "no_sessions", 0.0, bound)


def _supervision(offers: Offers, offer: Offer, stem: str) -> Iterator[Problem]:
    """Supervision is part of the week's work; it cannot be more than all the rest of it."""
    rest = hours_beside_supervision(offer.work) + offers.support.consultation_hours_per_week
    if np.any(np.greater(offer.supervision_hours_per_week, rest)):
        path = f"{stem}.supervision_hours_per_week"
        yield Problem(
            path, "supervision_exceeds_work", offer.supervision_hours_per_week, np.max(rest)
        )


def hours_beside_supervision(work: Work) -> Number:
    """The same as `listed_hours`, and at least those of the contract."""
    hours = listed_hours(work)
    if not isinstance(work.pay, Salary | Hourly):
        return hours
    return np.maximum(hours, work.pay.contracted_hours_per_week)


def listed_hours(work: Work) -> Number:
    """Hours of a worked week that an offer takes, supervision apart, before any session is lost."""
    time = work.time
    hours: Number = (
        time.administration_hours_per_week
        + time.marketing_hours_per_week
        + time.meetings_hours_per_week
        + time.supervision_given_hours_per_week
        + time.training_hours_per_week
    )
    for kind in work.session_kinds:
        minutes = kind.minutes_per_session + kind.notes_minutes_per_session
        hours = hours + kind.booked_per_week * minutes / MINUTES_PER_HOUR
    return hours


def booked_for_quota(work: Work) -> Number:
    """Sessions to book a week so that a quota of held ones is met; NaN where none is ever held."""
    if not isinstance(work.pay, Salary):
        return 0.0
    kinds = work.session_kinds
    booked = added(kind.booked_per_week for kind in kinds)
    held = added(
        kind.booked_per_week
        * share_of_sessions_that_take_place(kind.held_share, kind.clients_per_session)
        for kind in kinds
    )
    return booked_to_hold(work.pay.quota_sessions_per_week, booked, held)


def _quota(offer: Offer, stem: str) -> Iterator[Problem]:
    """A quota that no week holds, at the attendance stated."""
    work = offer.work
    if not isinstance(work.pay, Salary):
        return
    minutes = max((float(np.max(k.minutes_per_session)) for k in work.session_kinds), default=0.0)
    most = min(MOST_SESSIONS_PER_WEEK, HOURS_PER_WEEK * MINUTES_PER_HOUR / max(minutes, 1.0))
    quota = work.pay.quota_sessions_per_week
    needed = booked_for_quota(work)
    if any(float(np.max(kind.booked_per_week)) for kind in work.session_kinds):
        # Where none of them is ever held, no number of sessions fills a quota.
        needed = where(np.isnan(needed) & np.greater(quota, 0.0), np.inf, needed)
    if np.any(np.greater(needed, most)):
        path = f"{stem}.work.pay.quota_sessions_per_week"
        yield Problem(path, "quota_too_large", quota, most)
