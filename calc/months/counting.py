"""People and sessions through the weeks, in one order, by means or by chance.

People come and go week by week (`calc.months.moving`); what does not hang on the week before, the
arrivals and the sessions of those who are there, is drawn for many weeks at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK, by_month, parts_of
from calc.months.moving import Amount, Rows, Way, a_week, at_start
from calc.months.weeks import HAIR, WeeksAhead
from calc.number import FloatArray

AT_ONCE = 16_384  # weeks x paths that stay near the processor


@dataclass(frozen=True, slots=True)
class Counts:
    """People and sessions by week, payer and path, in this order.

    `left` are all who ended, `turned_away` those who found no place or gave up waiting.
    `late_charged` and `missed_charged` are of the lost sessions; what is not lost is held. `ill` is
    by week and path: whether the week is lost to illness, or the chance of it.
    """

    plan: WeeksAhead
    clients: FloatArray
    waiting: FloatArray
    arrived: FloatArray
    admitted: FloatArray
    left: FloatArray
    turned_away: FloatArray
    booked: FloatArray
    lost: FloatArray
    late_charged: FloatArray
    missed_charged: FloatArray
    ill: FloatArray

    @property
    def worked_share(self) -> FloatArray:
        """How much of a usual week is worked, by week and path; one column if nobody falls ill."""
        worked = self.plan.worked_share[:, None]
        return worked * (1.0 - self.ill) if self.plan.illness_chance else worked

    @property
    def caseload(self) -> FloatArray:
        """Clients of all payers, by week and path."""
        together: FloatArray = self.clients.sum(axis=1)
        return together

    @property
    def clients_at_month_end(self) -> FloatArray:
        """The caseload of the week that holds the last third of each month."""
        ends = np.arange(1, self.plan.months + 1) * PARTS_PER_MONTH
        return self.caseload[(ends - 1) // PARTS_PER_WEEK]

    @property
    def booked_by_month(self) -> FloatArray:
        """Sessions booked in each month, of all payers: a third of a week's in each third."""
        thirds = np.repeat(self.booked.sum(axis=1) / PARTS_PER_WEEK, PARTS_PER_WEEK, axis=0)
        return by_month(thirds[: parts_of(self.plan.months)])

    @property
    def full(self) -> NDArray[np.bool_]:
        """Whether the practice is full, by week and path."""
        return np.greater_equal(self.caseload, self.plan.full_from)

    @property
    def first_full_week(self) -> FloatArray:
        """The first week, from 1, in which each path is full; infinite where none is."""
        full = self.full
        return np.where(full.any(axis=0), full.argmax(axis=0) + 1.0, np.inf)


def count(plan: WeeksAhead, way: Way[Amount]) -> Counts:
    """Everybody through every week."""
    shape = (plan.weeks, len(plan.payers), way.paths)
    names = ("clients", "waiting", "arrived", "admitted", "left", "turned_away")
    rows = {name: np.zeros(shape) for name in names}
    payers = list(enumerate(plan.payers))
    coming = [way.arrivals(f"arrive.{payer.name}", plan.intakes[:, at]) for at, payer in payers]
    people = at_start(plan, way)
    for week, arrived in enumerate(zip(*coming, strict=True)):
        moves = a_week(plan, way, week, people, list(arrived))
        here = [new + old for new, old in zip(people.new, people.settled, strict=True)]
        found = (here, people.waiting, arrived, moves.admitted, moves.left, moves.turned_away)
        for row, of_payers in zip(rows.values(), found, strict=True):
            for place, number in enumerate(of_payers):
                if number is not way.nobody:
                    row[week, place] = number
    chance = plan.illness_chance
    there = way.there(plan.weeks, chance, plan.illness_weeks) if chance else None
    ill = np.zeros((plan.weeks, 1)) if there is None else 1.0 - np.asarray(there, dtype=np.float64)
    ill = np.broadcast_to(ill, (plan.weeks, way.paths))
    return Counts(plan, **rows, **_sessions(plan, way, rows["clients"], there), ill=ill)


def _sessions(
    plan: WeeksAhead, way: Way[Amount], clients: FloatArray, there: Rows | None
) -> dict[str, FloatArray]:
    """Sessions booked, lost, and of those charged as cancelled late and as missed."""
    names = ("booked", "lost", "late_charged", "missed_charged")
    found = {name: np.zeros(clients.shape) for name in names}
    for weeks in _alike(plan.sessions_per_client, way.paths):
        per_client = float(plan.sessions_per_client[weeks[0]])
        certain = np.floor(per_client + HAIR)
        more = max(0.0, per_client - certain)
        for place, payer in enumerate(plan.payers):
            here = way.rows(clients[weeks, place])
            booked = here * int(certain)
            if more:
                booked = booked + way.parts(f"book.{payer.name}", weeks, here, more)
            if there is not None:
                booked = booked * there[weeks]
            found["booked"][weeks, place] = booked
            rest = booked
            for event, name, chance in (
                ("lose", "lost", payer.lost_share),
                ("charge_late", "late_charged", payer.late_charged_share),
                ("charge_missed", "missed_charged", payer.missed_charged_share),
            ):
                if chance:
                    of_these = way.parts(f"{event}.{payer.name}", weeks, rest, chance)
                    found[name][weeks, place] = of_these
                    rest = of_these if name == "lost" else rest - of_these
                elif name == "lost":
                    break
    return found


def _alike(per_client: FloatArray, paths: int) -> Iterator[NDArray[np.intp]]:
    """Weeks of as many sessions a client, if of any, so many as are counted at once."""
    for number in np.unique(per_client[per_client > 0.0]):
        yield from together(np.flatnonzero(per_client == number), paths)


def together(weeks: NDArray[np.intp], paths: int) -> Iterator[NDArray[np.intp]]:
    """Weeks in their order, so many at a time as stay near the processor."""
    step = max(1, AT_ONCE // paths)
    for start in range(0, len(weeks), step):
        yield weeks[start : start + step]
