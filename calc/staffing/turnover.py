"""People who leave: how many to expect from their load, what it costs, and when load runs away.

The link from load to leaving rests on weak evidence: figures come with their range, and the
tipping load is a warning, never a forecast.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, Number, ratio_of, where
from calc.parameters import Parameter
from calc.staffing.capacity import clients_of
from calc.staffing.clinic import ClinicResult
from calc.staffing.posts import PostResult
from calc.staffing.ramp import sessions_lost

MOST_STEEP = 500.0  # of an exponent: beyond, nothing is stable whatever it is
FOUR = 4.0  # of the formula for the roots of a square equation


def monthly_rate(yearly_share: Number) -> Number:
    """The share who leave in a month, where a share leaves in a year.

    >>> round(float(monthly_rate(0.25)), 9)
    0.023688424
    """
    return 1.0 - (1.0 - yearly_share) ** (1.0 / MONTHS_PER_YEAR)


def leaving_of_the_others(overall: Number, exhausted_share: Number, odds_ratio: Number) -> Number:
    """The yearly share of those not exhausted who leave, from the share of everybody who does.

    With p the answer, the exhausted leave with odds `odds_ratio` times those of p, and both
    together give `overall`: a square equation in p.

    >>> p = leaving_of_the_others(0.25, 0.35, 1.57)
    >>> round(float(p), 3), round(float(leaving_of_the_exhausted(p, 1.57)), 3)
    (0.22, 0.306)
    """
    more = odds_ratio - 1.0
    a = (1.0 - exhausted_share) * more
    b = 1.0 - exhausted_share + exhausted_share * odds_ratio - overall * more
    root = np.sqrt(b * b + FOUR * a * overall)
    # The form that stays exact where the odds are equal and the square term is 0.
    return ratio_of((overall + overall), b + root)


def leaving_of_the_exhausted(share_of_others: Number, odds_ratio: Number) -> Number:
    """The yearly share of the exhausted who leave, at their odds beside the others'.

    >>> round(float(leaving_of_the_exhausted(0.5, 3.0)), 6)
    0.75
    """
    odds = odds_ratio * share_of_others
    return odds / (1.0 - share_of_others + odds)


def tipping_limit(
    reference_clients: Number, leaving_rate: Number, vacancy_years: Number, exponent: Number
) -> Number:
    """Clients for each funded seat beyond which no load is stable.

    Leaving rises with load as exp(exponent x (load / reference - 1)); a vacant seat's clients fall
    to the others. Past this, every departure brings the next.

    >>> round(float(tipping_limit(24.0, 0.25, 0.5, 2.0)), 6)
    27.153921
    """
    from scipy.special import lambertw  # slow to import

    z = np.exp(exponent - 1.0) / (leaving_rate * vacancy_years)
    limit: Number = reference_clients / exponent * np.real(lambertw(z))
    return limit


def stable_and_tipping_load(
    clients_per_seat: Number,
    reference_clients: Number,
    leaving_rate: Number,
    vacancy_years: Number,
    exponent: Number,
) -> tuple[Number, Number]:
    """Clients for each clinician who is there: where it settles, and beyond which it runs away.

    load = clients x (1 + leaving x vacancy x exp(exponent x (load / reference - 1))) has two roots
    up to `tipping_limit` (Lambert W, branches 0 and -1); NaN for both beyond it.

    >>> stable, tipping = stable_and_tipping_load(24.0, 24.0, 0.25, 0.5, 2.0)
    >>> round(float(stable), 3), round(float(tipping), 3)
    (28.289, 49.84)
    """
    from scipy.special import lambertw

    k = exponent / reference_clients
    vacant = leaving_rate * vacancy_years
    steep = np.minimum(exponent * (clients_per_seat / reference_clients - 1.0), MOST_STEEP)
    z = -k * clients_per_seat * vacant * np.exp(steep)
    beyond = np.less(z, -np.exp(-1.0))
    safe = where(beyond, 0.0, z)
    roots = [
        where(beyond, np.nan, clients_per_seat - np.real(lambertw(safe, branch)) / k)
        for branch in (0, -1)
    ]
    return roots[0], roots[1]


@dataclass(frozen=True, slots=True)
class Leaving:
    """One post: the chance to be left within a year, with its range, and what that costs.

    `low` and `high` come from the range of the study behind it; both are for this post's load.
    Costs are of one departure; weeks are those until the caseload is full again.
    """

    label: str
    chance: float
    low: float
    high: float
    replacement: float
    receipts_lost: float
    pay_saved: float
    sessions_lost: float
    clients_lost: float
    weeks_until_full: float

    @property
    def cost(self) -> float:
        """What one departure costs: replacing, and receipts lost less the pay not paid."""
        return self.replacement + self.receipts_lost - self.pay_saved

    @property
    def expected_cost(self) -> float:
        """The cost of a departure times its chance: a year's expected cost."""
        return self.chance * self.cost


@dataclass(frozen=True, slots=True)
class Feedback:
    """Load that feeds on leaving: clients for each funded seat, and the loads that follow.

    `stable` is where load settles, `tipping` beyond which it runs away, `limit` the clients for a
    seat beyond which nothing is stable; `limit_low` and `limit_high` for the ends of the exponent's
    band. None where there is no such load, or demand is not stated. A warning, never a forecast.
    """

    clients_per_seat: float
    stable: float | None
    tipping: float | None
    limit: float
    limit_low: float
    limit_high: float
    exponent: Parameter

    @property
    def runs_away(self) -> bool:
        """Whether no load is stable at these clients for each seat."""
        return self.stable is None


@dataclass(frozen=True, slots=True)
class TurnoverResult:
    """Expected departures of a year and their cost, post by post, and the warning of feedback.

    `evidence` is the study behind the link from load to leaving, with its range and its note.
    """

    posts: tuple[Leaving, ...]
    departures: float
    departures_low: float
    departures_high: float
    cost: float
    clients_lost: float
    feedback: Feedback | None
    evidence: Parameter


def turnover_of(result: ClinicResult) -> TurnoverResult:
    """Departures to expect from the load of each post, and what they cost; owners stay.

    A post of no full-time share has nobody to leave it.

    The clinic's leaving rate is that of a typical load; a post whose clinicians are more often
    exhausted is left more often, by the odds ratio of one study.
    """
    evidence = result.rules["clinic.exhaustion_odds_ratio"]
    posts = tuple(_leaving(result, post, evidence) for post in _who_may_leave(result))
    return TurnoverResult(
        posts=posts,
        departures=math.fsum(post.chance for post in posts),
        departures_low=math.fsum(post.low for post in posts),
        departures_high=math.fsum(post.high for post in posts),
        cost=math.fsum(post.expected_cost for post in posts),
        clients_lost=math.fsum(post.chance * post.clients_lost for post in posts),
        feedback=feedback_of(result),
        evidence=evidence,
    )


def people_may_leave(result: ClinicResult) -> bool:
    """Whether any post may be left: an owner's never is, and at a leaving rate of 0 none."""
    return float(result.clinic.turnover.leaving_rate) > 0.0 and bool(_who_may_leave(result))


def _who_may_leave(result: ClinicResult) -> list[PostResult]:
    posts = [post for post in result.posts if not post.post.owner]
    return [post for post in posts if post.post.full_time_share]


def _leaving(result: ClinicResult, post: PostResult, evidence: Parameter) -> Leaving:
    terms, hiring = result.clinic.turnover, result.clinic.hiring
    typical = result.rules["burnout.base_rate"].number
    exhausted = post.earner.load_probability
    exhausted = typical if math.isnan(exhausted) else exhausted
    low, high = evidence.low or 1.0, evidence.high or 1.0
    chances = []
    for odds in (evidence.number, low, high):
        others = leaving_of_the_others(float(terms.leaving_rate), typical, odds)
        of_exhausted = leaving_of_the_exhausted(others, odds)
        chances.append(float(others + exhausted * (of_exhausted - others)))
    lost = sessions_lost(post, hiring, float(terms.vacancy_weeks))
    full = post.booked_per_week * post.worked_weeks
    part = float(ratio_of(lost.sessions, full)) if full else 0.0
    vacant = float(terms.vacancy_weeks) / WEEKS_PER_YEAR
    clients = clients_of(result.clinic, post)
    return Leaving(
        label=post.label,
        chance=chances[0],
        low=min(chances),
        high=max(chances),
        replacement=float(terms.replacement_cost_share) * post.pay,
        receipts_lost=part * (post.brings - post.processing - result.receipts_tax_of(post)),
        pay_saved=vacant * (post.pay + post.employer_load) + (part - vacant) * post.by_session,
        sessions_lost=lost.sessions,
        clients_lost=clients * float(terms.clients_lost_share),
        weeks_until_full=lost.weeks_until_full,
    )


def feedback_of(result: ClinicResult) -> Feedback | None:
    """Stable and tipping load of the clinic; None without clients or without posts to leave.

    Clients for each funded seat are those served, less the part of them that owners see.
    """
    access, terms = result.access, result.clinic.turnover
    leaving_posts = _who_may_leave(result)
    seats = math.fsum(float(post.post.full_time_share) for post in leaving_posts)
    carried = math.fsum(clients_of(result.clinic, post) for post in leaving_posts)
    every = math.fsum(clients_of(result.clinic, post) for post in result.posts)
    if (
        access is None
        or not carried
        or not access.served
        or not terms.leaving_rate
        or not terms.vacancy_weeks
    ):
        return None
    exponent = result.rules["clinic.load_to_leaving"]
    reference = float(terms.reference_clients_per_seat)
    leaving = float(terms.leaving_rate)
    vacancy = float(terms.vacancy_weeks) / WEEKS_PER_YEAR
    chosen = float(terms.load_to_leaving_factor)
    clients = access.served * float(ratio_of(carried, every)) / seats
    stable, tipping = (
        None if math.isnan(root) else float(root)
        for root in stable_and_tipping_load(clients, reference, leaving, vacancy, chosen)
    )
    limits = [
        float(tipping_limit(reference, leaving, vacancy, end))
        for end in (chosen, exponent.low or chosen, exponent.high or chosen)
    ]
    return Feedback(
        clients_per_seat=clients,
        stable=stable,
        tipping=tipping,
        limit=limits[0],
        limit_low=min(limits),
        limit_high=max(limits),
        exponent=exponent,
    )
