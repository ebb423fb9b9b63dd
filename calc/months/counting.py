"""People and sessions through the weeks, in one order, by means or by chance.

In a week: a blow, leaving, settling, giving up waiting, arrivals, places filled from the waiting
list and then by arrivals; then sessions are booked, and kept or lost. What a step does with numbers
of people is the business of a `Way`: the expected path takes means, a path draws whole people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK, by_month, parts_of
from calc.months.weeks import HAIR, WeeksAhead
from calc.number import FloatArray


class Way(Protocol):
    """How a step of a week turns numbers of people into numbers of people.

    `event` names what happens, for which each week has luck of its own; amounts are rows of paths.
    """

    paths: int

    def part(self, event: str, week: int, people: FloatArray, chance: float, /) -> FloatArray:
        """Those of some people to each of whom something happens by a chance."""
        ...

    def arrivals(self, event: str, week: int, mean: float, /) -> FloatArray:
        """Those who come, where so many come on average."""
        ...

    def whole(self, event: str, week: int, people: FloatArray, /) -> FloatArray:
        """A share of people as it can be had: as it is, or in whole people."""
        ...

    def struck(self, event: str, week: int, chance: float, /) -> FloatArray:
        """Whether something happens to everybody at once: its chance, or 0 or 1."""
        ...

    def ill(self, weeks: int, chance: float, spell: int, /) -> FloatArray:
        """Whether each week is lost to a spell of illness: its chance, or 0 or 1."""
        ...


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


@dataclass(slots=True)
class _People:
    """Who is there now: by payer, each a row of paths."""

    new: list[FloatArray]
    settled: list[FloatArray]
    waiting: list[FloatArray]


@dataclass(slots=True)
class _Moves:
    """Who moved in a week: by payer, each a row of paths."""

    left: list[FloatArray]
    arrived: list[FloatArray]
    admitted: list[FloatArray]
    turned_away: list[FloatArray]


def count(plan: WeeksAhead, way: Way) -> Counts:
    """Everybody through every week."""
    shape = (plan.weeks, len(plan.payers), way.paths)
    names = ("clients", "waiting", "arrived", "admitted", "left", "turned_away")
    rows = {name: np.empty(shape) for name in names}
    sessions = {name: np.zeros(shape) for name in ("booked", "lost", "late", "missed")}
    ill = way.ill(plan.weeks, plan.illness_chance, plan.illness_weeks)
    people = _at_start(plan, way)
    for week in range(plan.weeks):
        moves = _week(plan, way, week, people)
        found = {
            "clients": [new + old for new, old in zip(people.new, people.settled, strict=True)],
            "waiting": people.waiting,
            "arrived": moves.arrived,
            "admitted": moves.admitted,
            "left": moves.left,
            "turned_away": moves.turned_away,
        }
        for name, row in rows.items():
            row[week] = found[name]
        per_client = float(plan.sessions_per_client[week])
        if per_client:
            for place, clients in enumerate(found["clients"]):
                ends = _sessions(plan, way, (week, place), clients, 1.0 - ill[week])
                for name, number in zip(sessions, ends, strict=True):
                    sessions[name][week, place] = number
    booked, lost, late, missed = sessions.values()
    return Counts(
        plan, **rows, booked=booked, lost=lost, late_charged=late, missed_charged=missed, ill=ill
    )


def _at_start(plan: WeeksAhead, way: Way) -> _People:
    """Who is there before the first week: a standing caseload of each payer, nobody waiting."""
    left = np.full(way.paths, plan.clients_at_start)
    new, settled = [], []
    for payer in plan.payers:
        if payer is plan.payers[-1] or (plan.insurers_from and payer.name == "private"):
            clients = left
        else:
            clients = way.whole("start", 0, plan.clients_at_start * payer.share + 0.0 * left)
        left = left - clients
        fresh = way.whole(f"start.{payer.name}", 0, clients * plan.new_share_at_start)
        new.append(fresh)
        settled.append(clients - fresh)
    return _People(new, settled, [np.zeros(way.paths) for _ in plan.payers])


def _week(plan: WeeksAhead, way: Way, week: int, people: _People) -> _Moves:
    """One week of people coming and going; `people` is moved on to its end."""
    before = [new + old for new, old in zip(people.new, people.settled, strict=True)]
    away = plan.on_leave[week]
    if away:
        _do_not_return(plan, way, week, people)
    else:
        _leave_and_settle(plan, way, week, people)
    pairs = zip(before, people.new, people.settled, strict=True)
    left = [there - new - old for there, new, old in pairs]
    gone: list[FloatArray] = []
    arrived: list[FloatArray] = []
    for place, payer in enumerate(plan.payers):
        name = payer.name
        bored = way.part(f"give_up.{name}", week, people.waiting[place], plan.give_up_share)
        people.waiting[place] = people.waiting[place] - bored
        gone.append(bored)
        arrived.append(way.arrivals(f"arrive.{name}", week, float(plan.intakes[week, place])))
    admitted = [np.zeros(way.paths) for _ in plan.payers]
    coming = list(arrived)
    if not away:
        for crowd, event in ((people.waiting, "place_waiting"), (coming, "place_coming")):
            for place, taken in enumerate(_fill(plan, way, (week, event), people, crowd)):
                crowd[place] = crowd[place] - taken
                people.new[place] = people.new[place] + taken
                admitted[place] = admitted[place] + taken
    listed = plan.waitlist and plan.enquiries_kept[week]
    for place, late in enumerate(coming):
        if listed:
            people.waiting[place] = people.waiting[place] + late
        else:
            gone[place] = gone[place] + late
    return _Moves(left, arrived, admitted, gone)


def _leave_and_settle(plan: WeeksAhead, way: Way, week: int, people: _People) -> None:
    """A blow, then those who leave, then those of the new who settle."""
    chances = plan.chances
    lost = np.zeros(way.paths)
    if plan.shock_chance:
        lost = way.struck("shock", week, plan.shock_chance) * plan.shock_lost_share
    for place, payer in enumerate(plan.payers):
        name, new, settled = payer.name, people.new[place], people.settled[place]
        if plan.shock_chance:
            new = new - way.whole(f"shock_new.{name}", week, new * lost)
            settled = settled - way.whole(f"shock_settled.{name}", week, settled * lost)
        new = new - way.part(f"leave_new.{name}", week, new, chances.leave_new)
        settled = settled - way.part(f"leave_settled.{name}", week, settled, chances.leave_settled)
        settles = way.part(f"settle.{name}", week, new, chances.settle)
        people.new[place] = new - settles
        people.settled[place] = settled + settles


def _do_not_return(plan: WeeksAhead, way: Way, week: int, people: _People) -> None:
    """In the first week of a leave those go who will not come back; others hold their places."""
    share = plan.leave_begins.get(week, 0.0)
    for place, payer in enumerate(plan.payers):
        for kind, rows in (("new", people.new), ("settled", people.settled)):
            event = f"away_{kind}.{payer.name}"
            rows[place] = rows[place] - way.whole(event, week, rows[place] * share)


def _fill(
    plan: WeeksAhead, way: Way, when: tuple[int, str], people: _People, crowd: list[FloatArray]
) -> list[FloatArray]:
    """Who of a crowd finds a free place: payers share them in proportion to who is there."""
    week, event = when
    open_to = [
        there if payer.name == "private" or week >= plan.insurers_from else np.zeros(way.paths)
        for payer, there in zip(plan.payers, crowd, strict=True)
    ]
    taken = np.zeros(way.paths)
    for rows in (people.new, people.settled):
        for row in rows:
            taken = taken + row
    asking = sum(open_to[1:], open_to[0])
    find = np.minimum(np.maximum(plan.places[week] - taken, 0.0), asking)
    if len(open_to) == 1:
        return [find]
    share = find * open_to[0] / np.maximum(asking, np.where(asking > 0.0, 0.0, 1.0))
    first = np.maximum(way.whole(event, week, share), find - open_to[1])
    first = np.minimum(first, find)  # where one payer alone asks, its share is all, to the bit
    return [first, find - first]


def _sessions(
    plan: WeeksAhead, way: Way, when: tuple[int, int], clients: FloatArray, there: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Sessions booked, lost, and of those charged as cancelled late and as missed."""
    week, place = when
    payer = plan.payers[place]
    per_client = float(plan.sessions_per_client[week])
    certain = np.floor(per_client + HAIR)
    more = max(0.0, per_client - certain)
    extra = way.part(f"book.{payer.name}", week, clients, more)
    booked = (clients * certain + extra) * there
    lost = way.part(f"lose.{payer.name}", week, booked, payer.lost_share)
    late = way.part(f"charge_late.{payer.name}", week, lost, payer.late_charged_share)
    rest = lost - late
    missed = way.part(f"charge_missed.{payer.name}", week, rest, payer.missed_charged_share)
    return booked, lost, late, missed
