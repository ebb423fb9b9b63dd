"""What can be said of a caseload without a single draw: stays, standing caseloads, spreads.

A week has the order of `calc.months.counting`: clients leave, settle, and new ones come; a client
counts in the week of admission. Each of these is also a check on the paths.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray


@dataclass(frozen=True, slots=True)
class WeeklyChances:
    """A client's chances in a week: to leave while new, else to settle; to leave once settled."""

    leave_new: float
    settle: float
    leave_settled: float


def weekly_chances(
    early_ending_share: float, weeks_until_settled: float, weeks_once_settled: float
) -> WeeklyChances:
    """A week's chances from what people can answer: who ends early, and how long each phase lasts.

    h0 = e / T0, g = (1 - e) / (T0 - e), h1 = 1 / T1; where all end early nobody settles.

    >>> found = weekly_chances(0.4, 1.0, 30.0)
    >>> (found.leave_new, found.settle, round(found.leave_settled, 6))
    (0.4, 1.0, 0.033333)
    """
    stays = 1.0 - early_ending_share
    settle = stays / (weeks_until_settled - early_ending_share) if stays else 0.0
    return WeeklyChances(early_ending_share / weeks_until_settled, settle, 1.0 / weeks_once_settled)


def mean_stay_weeks(
    early_ending_share: float, weeks_until_settled: float, weeks_once_settled: float
) -> float:
    """Weeks from the first to the last as a client, both counted: T0 + (1 - e) T1.

    >>> round(mean_stay_weeks(0.35461, 3.9401, 66.667), 3)
    46.966
    """
    return weeks_until_settled + (1.0 - early_ending_share) * weeks_once_settled


def steady_caseload(intakes_per_week: float, stay_weeks: float) -> float:
    """Clients that stand still where places are free (Little's law): intakes x stay.

    >>> round(steady_caseload(0.6, 1.0 / 0.03), 9)
    20.0
    """
    return intakes_per_week * stay_weeks


def enquiries_to_stand_still(places: float, stay_weeks: float, intake_share: float) -> float:
    """Enquiries a month that replace those who leave a full caseload; infinite if none stays.

    >>> round(enquiries_to_stand_still(24.0, 30.0, 0.45), 2)
    7.7
    """
    intakes = places / stay_weeks * WEEKS_PER_YEAR / MONTHS_PER_YEAR
    return intakes / intake_share if intake_share else math.inf


def panel_size(visits_per_day: float, days_per_year: float, visits_per_client_year: float) -> float:
    """Clients for whom there is room: visits a year over the visits each makes (Murray 2007).

    >>> panel_size(20.0, 220.0, 2.0)
    2200.0
    """
    return visits_per_day * days_per_year / visits_per_client_year


def survival(chances: WeeklyChances, weeks: int) -> FloatArray:
    """The share of new clients who are still there after 0, 1, 2 ... weeks.

    >>> survival(weekly_chances(0.0, 1.0, 40.0), 3)
    array([1.   , 1.   , 0.975])
    """
    still, new, settled = np.empty(weeks), 1.0, 0.0
    for week in range(weeks):
        still[week] = new + settled
        stay = new * (1.0 - chances.leave_new)
        new = stay * (1.0 - chances.settle)
        settled = settled * (1.0 - chances.leave_settled) + stay * chances.settle
    return still


def caseload_by_week(chances: WeeklyChances, intakes_per_week: float, weeks: int) -> FloatArray:
    """Clients at the end of each week of a practice that starts empty, while places are free.

    The caseload of a week is Poisson about it.

    >>> one_phase = weekly_chances(0.03, 1.0, 1.0 / 0.03)
    >>> float(caseload_by_week(one_phase, 0.75, 12)[-1])
    7.65394
    """
    found: FloatArray = intakes_per_week * np.cumsum(survival(chances, weeks))
    return found


def chance_of_at_least(clients: int, mean: float) -> float:
    """The chance of so many clients or more, where their number is Poisson about a mean.

    >>> round(chance_of_at_least(21, 25.83), 4)
    0.8541
    """
    counts = range(clients)
    logs = [count * math.log(mean) - mean - math.lgamma(count + 1) for count in counts if mean]
    below = math.fsum(map(math.exp, logs)) if mean else float(clients > 0)
    return max(0.0, 1.0 - below)


def mean_stay_in_census(shares: FloatArray, mean_weeks: FloatArray) -> float:
    """How long those stay who are met on a given day: E[T^2] / E[T] of a mixture of stays.

    They are the long stayers, so nobody is asked how long present clients have stayed.

    >>> mean_stay_in_census(np.array([0.6, 0.4]), np.array([8.0, 60.0]))
    101.66667
    """
    squares = mean_weeks * (mean_weeks + mean_weeks - 1.0)
    return float(np.sum(shares * squares) / np.sum(shares * mean_weeks))


@dataclass(frozen=True, slots=True)
class HardCap:
    """A caseload of so many places in the long run, where who finds none is lost."""

    turned_away_share: float
    mean_caseload: float
    full_share: float


def hard_cap(intakes_per_week: float, leave_chance: float, places: int) -> HardCap:
    """The long run of one phase of clients and a hard cap, by the exact weekly chain.

    Each week those who stay are binomial; then as many arrivals as find a place are taken. Erlang's
    formula is of continuous time, and gives more turned away.

    >>> found = hard_cap(0.66, 0.03, 26)
    >>> (round(found.turned_away_share, 6), round(found.mean_caseload, 4))
    (0.06175, 20.6415)
    """
    step = _weekly_chain(intakes_per_week, leave_chance, places)
    size = places + 1
    system = np.vstack([step.T - np.eye(size), np.ones(size)])
    law = np.linalg.lstsq(system, np.append(np.zeros(size), 1.0), rcond=None)[0]
    mean = float(law @ np.arange(size))
    taken = mean * leave_chance / intakes_per_week  # in the long run as many come as leave
    return HardCap(1.0 - taken, mean, float(law[-1]))


def _weekly_chain(intakes_per_week: float, leave_chance: float, places: int) -> FloatArray:
    """The chance of each caseload next week, a row for each caseload now."""
    arrive = poisson_chances(intakes_per_week, places)
    step = np.zeros((places + 1, places + 1))
    for now in range(places + 1):
        for stay, chance in enumerate(binomial_chances(now, 1.0 - leave_chance)):
            free = places - stay
            step[now, stay:places] += chance * arrive[:free]
            step[now, places] += chance * (1.0 - math.fsum(arrive[:free]))
    return step


def poisson_chances(mean: float, most: int) -> FloatArray:
    """The chances of 0, 1, ... `most` where the mean is known.

    >>> poisson_chances(1.0, 2)
    array([0.367879, 0.367879, 0.18394])
    """
    steps = np.append(math.exp(-mean), mean / np.arange(1, most + 1))
    found: FloatArray = np.cumprod(steps)
    return found


def binomial_chances(number: int, chance: float) -> FloatArray:
    """The chances that 0, 1, ... of so many are among those to whom it happens.

    >>> binomial_chances(2, 0.25)
    array([0.5625, 0.375 , 0.0625])
    """
    counts = range(number + 1)
    terms = [
        math.comb(number, count) * chance**count * (1.0 - chance) ** (number - count)
        for count in counts
    ]
    return np.array(terms)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting list in the long run: how many wait, and the weeks until one of them is seen."""

    people: float
    weeks: float


def waiting_list(
    intakes_per_week: float, places: float, stay_weeks: float, leave_share_per_week: float
) -> Waiting:
    """Who waits where more ask than leave, as a flow: (intakes - places / stay) / share giving up.

    Weeks of wait are ln(intakes x stay / places) / share; infinite where nobody gives up.

    >>> waiting_list(0.8, 22.0, 40.0, 0.05)
    Waiting(people=5.0, weeks=7.49387)
    """
    freed = places / stay_weeks
    more = intakes_per_week - freed
    if more <= 0.0:
        return Waiting(0.0, 0.0)
    if not leave_share_per_week:
        return Waiting(math.inf, math.inf)
    weeks = math.log(intakes_per_week / freed) / leave_share_per_week
    return Waiting(more / leave_share_per_week, weeks)
