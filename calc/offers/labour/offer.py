"""Terms of the letter itself: money to pay back, and a quota beside the sessions that are kept."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from calc.number import Number, at_least_zero, ratio_of, where
from calc.offers.labour.formulas import SLACK, short_of
from calc.offers.labour.terms import Check, LetterTerms, known
from calc.scenario import Employee, Salary
from calc.year.evaluate import Result


def booked_to_hold(quota_per_week: Number, booked: Number, held: Number) -> Number:
    """Sessions to book a week so that as many as the quota are held, at the share held now.

    >>> booked_to_hold(20.0, 1_000.0, 800.0)
    25.0
    """
    return ratio_of(quota_per_week * booked, held)


def cut_of(bonus_per_year: Number, salary_per_year: Number) -> Number:
    """What a missed quota takes from a salary; less than rounding is nothing.

    >>> float(cut_of(-4_800.0, 60_000.0))
    4800.0
    >>> float(cut_of(1_200.0, 60_000.0))
    0.0
    """
    cut = at_least_zero(-bonus_per_year)
    return where(np.greater(cut, SLACK * salary_per_year), cut, 0.0)


def offer_checks(result: Result, terms: LetterTerms) -> Iterator[Check]:
    """What is to be paid back on leaving, and whether a quota can be met."""
    yield from _clawback(result, terms)
    yield from _quota(result, terms)


def _clawback(result: Result, terms: LetterTerms) -> Iterator[Check]:
    work = result.scenario.work
    found: list[tuple[str, Number, Number]] = []
    if isinstance(work, Employee):
        given = work.benefits
        found.append(("sign_on", given.sign_on_bonus, given.sign_on_years))
    found.append(("training", terms.clawback_amount, terms.clawback_years))
    for what, amount, years in found:
        if np.any(np.greater(amount, 0.0)):
            yield Check("clawback", values={"what": what, "amount": amount, "years": years})


def _quota(result: Result, terms: LetterTerms) -> Iterator[Check]:
    """A quota of sessions held a worked week, and what it takes at the attendance of the plan.

    Where none is held there is no number of bookings that would do.
    """
    pay, year = result.scenario.work.pay, result.year
    quota, cost = terms.quota_sessions_per_week, None
    if isinstance(pay, Salary) and np.any(np.greater(pay.quota_sessions_per_week, 0.0)):
        quota = pay.quota_sessions_per_week
        cost = cut_of(result.find("money_in.bonus").amount, pay.salary_per_year)
    if quota is None or not np.any(np.greater(year.booked.amount, 0.0)):
        return
    weeks = year.worked_weeks.amount
    held = ratio_of(year.held.amount, weeks)
    short = short_of(quota, held)
    values: dict[str, Number | str] = {
        "quota": quota,
        "booked": ratio_of(year.booked.amount, weeks),
        "held": held,
        "short": where(np.greater(short, SLACK), short, 0.0),
        "needed": booked_to_hold(quota, year.booked.amount, year.held.amount),
    }
    if cost is not None:
        values["cost_per_year"] = cost
    costs = cost is not None and bool(np.any(np.greater(cost, 0.0)))
    yield Check("quota_against_attendance", values=known(values), grave=costs)
