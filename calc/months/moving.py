"""Who comes and goes in a week: a blow, leaving, settling, giving up, arrivals, places filled.

What a step does with numbers of people is the business of a `Way`: the expected path takes means,
as floats; paths draw whole people, as rows of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from calc.months.tables import IntArray
from calc.months.weeks import WeeksAhead
from calc.number import FloatArray

Amount = TypeVar("Amount", float, IntArray)
Rows: TypeAlias = NDArray[np.number[Any]]  # people or sessions by week and path
When: TypeAlias = int | NDArray[np.intp]  # a week, or several


class Way(Protocol[Amount]):
    """How a step of a week turns numbers of people into numbers of people.

    `event` names what happens, for which each week has luck of its own.
    """

    paths: int
    nobody: Amount

    def everybody(self, number: float, /) -> Amount:
        """So many people on every path."""
        ...

    def least(self, one: Amount, other: Amount, /) -> Amount:
        """The smaller of two numbers."""
        ...

    def any(self, people: Amount, /) -> bool:
        """Whether there is anybody, on one path at least."""
        ...

    def room(self, places: float, taken: Amount, /) -> Amount:
        """Places that nobody has taken, none where there are more people than places."""
        ...

    def part(self, event: str, week: int, people: Amount, chance: float, /) -> Amount:
        """Those of some people to each of whom something happens by a chance."""
        ...

    def share(self, event: str, week: int, people: Amount, share: float, /) -> Amount:
        """A share of people as it can be had: as it is, or in whole people."""
        ...

    def blow(self, event: str, week: int, people: Amount, blow: tuple[float, float], /) -> Amount:
        """Those whom a blow takes: its chance, and the share it takes of them where it falls."""
        ...

    def among(
        self, event: str, week: int, find: Amount, asking: tuple[Amount, Amount], /
    ) -> Amount:
        """How many of those who find a place are of the first of two who ask, in proportion.

        Where one alone asks, its share is all, to the bit.
        """
        ...

    def arrivals(self, event: str, means: FloatArray, /) -> Sequence[Amount]:
        """Those who come in each week, where so many come on average."""
        ...

    def rows(self, people: FloatArray, /) -> Rows:
        """Numbers of people by week and path, as `parts` takes them."""
        ...

    def parts(self, event: str, weeks: NDArray[np.intp], people: Rows, chance: float, /) -> Rows:
        """Like `part`, for several weeks at once: a row for each."""
        ...

    def there(self, weeks: int, chance: float, spell: int, /) -> Rows:
        """The part of each week that no spell of illness takes: 0 or 1 on a path."""
        ...


@dataclass(slots=True)
class People(Generic[Amount]):
    """Who is there now, by payer."""

    new: list[Amount]
    settled: list[Amount]
    waiting: list[Amount]


@dataclass(slots=True)
class Moves(Generic[Amount]):
    """Who moved in a week, by payer."""

    left: list[Amount]
    admitted: list[Amount]
    turned_away: list[Amount]


def at_start(plan: WeeksAhead, way: Way[Amount]) -> People[Amount]:
    """Who is there before the first week: a standing caseload of each payer, nobody waiting."""
    here = way.everybody(plan.clients_at_start)
    left = here
    new, settled = [], []
    for payer in plan.payers:
        if payer is plan.payers[-1] or (plan.insurers_from and payer.name == "private"):
            clients = left
        else:
            clients = way.share("start", 0, here, payer.share)
        left = left - clients
        fresh = way.share(f"start.{payer.name}", 0, clients, plan.new_share_at_start)
        new.append(fresh)
        settled.append(clients - fresh)
    return People(new, settled, [way.nobody for _ in plan.payers])


def a_week(
    plan: WeeksAhead, way: Way[Amount], week: int, people: People[Amount], coming: list[Amount]
) -> Moves[Amount]:
    """One week of people coming and going; `people` is moved on to its end."""
    nobody = [way.nobody for _ in plan.payers]
    away = plan.on_leave[week]
    left = (_do_not_return if away else _end)(plan, way, week, people)
    moves = Moves(left, nobody, nobody)
    if any(way.any(waiting) for waiting in people.waiting):
        moves.turned_away = _give_up(plan, way, week, people)
        if not away:
            found = _place(plan, way, (week, "place_waiting"), people, people.waiting)
            people.waiting = _less(people.waiting, found)
            moves.admitted = found
    if not away:
        found = _place(plan, way, (week, "place_coming"), people, coming)
        coming = _less(coming, found)
        moves.admitted = found if moves.admitted is nobody else _more(moves.admitted, found)
    if plan.waitlist and plan.enquiries_kept[week]:
        people.waiting = _more(people.waiting, coming)
    elif moves.turned_away is nobody:
        moves.turned_away = coming
    else:
        moves.turned_away = _more(moves.turned_away, coming)
    return moves


def _more(some: list[Amount], others: list[Amount]) -> list[Amount]:
    """Two numbers together, by payer."""
    return [one + other for one, other in zip(some, others, strict=True)]


def _less(some: list[Amount], others: list[Amount]) -> list[Amount]:
    """Some without others, by payer."""
    return [one - other for one, other in zip(some, others, strict=True)]


def _end(plan: WeeksAhead, way: Way[Amount], week: int, people: People[Amount]) -> list[Amount]:
    """A blow, then those who leave, then those of the new who settle; all who are gone."""
    chances, blow = plan.chances, (plan.shock_chance, plan.shock_lost_share)
    gone = []
    for place, payer in enumerate(plan.payers):
        name, new, settled = payer.name, people.new[place], people.settled[place]
        struck = way.nobody
        if plan.shock_chance:
            of_new = way.blow(f"shock_new.{name}", week, new, blow)
            of_settled = way.blow(f"shock_settled.{name}", week, settled, blow)
            new, settled, struck = new - of_new, settled - of_settled, of_new + of_settled
        early = way.part(f"leave_new.{name}", week, new, chances.leave_new)
        late = way.part(f"leave_settled.{name}", week, settled, chances.leave_settled)
        new = new - early
        settles = way.part(f"settle.{name}", week, new, chances.settle)
        people.new[place] = new - settles
        people.settled[place] = settled - late + settles
        gone.append(early + late + struck if plan.shock_chance else early + late)
    return gone


def _do_not_return(
    plan: WeeksAhead, way: Way[Amount], week: int, people: People[Amount]
) -> list[Amount]:
    """In the first week of a leave those go who will not come back; others hold their places."""
    if week not in plan.leave_begins:
        return [way.nobody for _ in plan.payers]
    share = plan.leave_begins[week]
    gone = []
    for place, payer in enumerate(plan.payers):
        new = way.share(f"away_new.{payer.name}", week, people.new[place], share)
        settled = way.share(f"away_settled.{payer.name}", week, people.settled[place], share)
        people.new[place] = people.new[place] - new
        people.settled[place] = people.settled[place] - settled
        gone.append(new + settled)
    return gone


def _give_up(plan: WeeksAhead, way: Way[Amount], week: int, people: People[Amount]) -> list[Amount]:
    """Those who wait no longer."""
    gone = []
    for payer, waiting in zip(plan.payers, people.waiting, strict=True):
        gone.append(way.part(f"give_up.{payer.name}", week, waiting, plan.give_up_share))
    people.waiting = _less(people.waiting, gone)
    return gone


def _place(
    plan: WeeksAhead,
    way: Way[Amount],
    when: tuple[int, str],
    people: People[Amount],
    crowd: list[Amount],
) -> list[Amount]:
    """Who of a crowd finds a free place: payers share them in proportion to who is there."""
    week, event = when
    open_to = [
        there if payer.name == "private" or week >= plan.insurers_from else way.nobody
        for payer, there in zip(plan.payers, crowd, strict=True)
    ]
    taken = people.new[0] + people.settled[0]
    if len(open_to) == 1:
        found = [way.least(way.room(plan.places[week], taken), open_to[0])]
    else:
        first, second = open_to
        free = way.room(plan.places[week], taken + people.new[1] + people.settled[1])
        find = way.least(free, first + second)
        of_first = way.among(event, week, find, (first, second))
        found = [of_first, find - of_first]
    people.new = _more(people.new, found)
    return found
