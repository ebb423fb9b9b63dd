"""What all posts share: rooms, supervision, and the people who ask for a place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.number import WEEKS_PER_YEAR, Number, added, at_least_zero, ratio_of, where
from calc.scenario.clinic import Clinic
from calc.staffing.posts import PostResult
from calc.year.hours.formulas import hours_of_sessions

ROUNDING = 1e-9

Resource = Literal["rooms", "supervision", "demand"]


def room_hours(
    sessions_per_week: Number, minutes_per_session: Number, gap_minutes: Number, on_site: Number
) -> Number:
    """Hours a week that rooms are taken: sessions on site, each with the gap after it.

    >>> room_hours(30.0, 50.0, 10.0, 0.5)
    15.0
    """
    return hours_of_sessions(sessions_per_week * on_site, minutes_per_session + gap_minutes)


def supervision_hours(
    supervised: Number, individual_hours: Number, group_hours: Number, group_size: Number
) -> Number:
    """Hours of supervision to give a week: each alone, and each group together.

    >>> float(supervision_hours(7.0, 1.0, 2.0, 6.0))
    11.0
    """
    return supervised * individual_hours + np.ceil(supervised / group_size) * group_hours


def caseload_of(new_per_week: Number, leaving_share_per_week: Number) -> Number:
    """Clients seen at a steady pace: those who start a week over the share who end (Little's law).

    >>> caseload_of(0.6, 0.03)
    20.0
    """
    return ratio_of(new_per_week, leaving_share_per_week)


def people_waiting(
    new_per_week: Number, starts_per_week: Number, give_up_share_per_week: Number
) -> Number:
    """A waiting list at a steady pace, where more ask than can start; the rest give up.

    >>> float(people_waiting(5.0, 4.0, 0.05))
    20.0
    """
    return at_least_zero(new_per_week - starts_per_week) / give_up_share_per_week


def weeks_of_wait(
    new_per_week: Number, starts_per_week: Number, give_up_share_per_week: Number
) -> Number:
    """Weeks that those who do start have waited; 0 where all can start, infinite where none can.

    Nobody waits where nobody asks.

    >>> round(float(weeks_of_wait(5.0, 4.0, 0.05)), 4)
    4.4629
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        wait = np.log(np.divide(new_per_week, starts_per_week))
    waits = np.greater(new_per_week, starts_per_week)
    return where(waits, wait, 0.0) / give_up_share_per_week


@dataclass(frozen=True, slots=True)
class Binding:
    """A shared resource that the posts need more of than there is, in its own unit a week."""

    resource: Resource
    needed: float
    there: float


@dataclass(frozen=True, slots=True)
class RoomUse:
    """Hours of rooms in a week when everybody works."""

    hours_needed: float
    hours_there: float

    @property
    def share(self) -> float:
        """Part of the open hours that is used; above 1 sessions do not fit. NaN if never open."""
        return float(ratio_of(self.hours_needed, self.hours_there))


@dataclass(frozen=True, slots=True)
class SupervisionUse:
    """Supervision before the licence: who gets it, who gives it, and what it forgoes.

    Hours are of a week; `forgone_per_year` is what supervisors would have collected in the hours,
    `forgone_by_post` the part of each post that is supervised. It is not a cost in the books:
    their own caseload is smaller already.
    """

    supervised: int
    groups: int
    hours_needed: float
    hours_given: float
    forgone_by_post: tuple[float, ...]

    @property
    def forgone_per_year(self) -> float:
        """What an hour of a supervisor's own work would have brought, over the year."""
        return float(added(self.forgone_by_post))


@dataclass(frozen=True, slots=True)
class Access:
    """Clients served and waiting, at a steady pace.

    `room_for_clients` is what the sessions booked can carry, `asking` what new clients would come
    to. `unfilled_sessions_per_week` are booked sessions that nobody asks for. `weeks_to_wait` is
    infinite where nobody can start, `weeks_to_clear` the time until today's list is gone: None
    where it never is.
    """

    room_for_clients: float
    asking: float
    served: float
    starts_per_year: float
    waiting: float
    weeks_to_wait: float
    unfilled_sessions_per_week: float
    weeks_to_clear: float | None


def clients_of(clinic: Clinic, post: PostResult) -> float:
    """Clients that a post's sessions can carry through the year, at the clinic's frequency.

    Holidays are weeks that clients wait through; of a long leave they are carried the rest of the
    year alone. One session a week for each where no frequency is stated.
    """
    often = 1.0 if clinic.demand is None else clinic.demand.sessions_per_client_per_week
    kinds = post.scenario.work.session_kinds
    places = added(kind.booked_per_week * kind.clients_per_session for kind in kinds)
    return float(places * (1.0 - post.post.leave_share) / often)


def room_hours_of(clinic: Clinic, post: PostResult) -> float:
    """Hours of rooms that a post takes in a week of work; none where rooms are not stated."""
    rooms = clinic.rooms
    if rooms is None:
        return 0.0
    gap, on_site = rooms.gap_minutes_per_session, 1.0 - post.post.telehealth_share
    kinds = post.scenario.work.session_kinds
    rows: list[Number] = [
        room_hours(kind.booked_per_week, kind.minutes_per_session, gap, on_site) for kind in kinds
    ]
    return float(added(rows))


def room_use(clinic: Clinic, posts: Sequence[PostResult]) -> RoomUse | None:
    """How far the rooms are used; None where they are not stated."""
    rooms = clinic.rooms
    if rooms is None:
        return None
    needed = [room_hours_of(clinic, post) for post in posts]
    return RoomUse(float(added(needed)), float(rooms.rooms * rooms.open_hours_per_week))


def supervision_use(clinic: Clinic, posts: Sequence[PostResult]) -> SupervisionUse:
    """Supervision that associates and interns need, and what the other posts give."""
    plan = clinic.supervision
    supervised = [post for post in posts if post.post.supervised]
    count = len(supervised)
    needed = supervision_hours(
        float(count), plan.individual_hours_per_week, plan.group_hours_per_week, plan.group_size
    )
    each = ratio_of(float(needed), float(count))
    forgone = tuple(
        float(each * post.worked_weeks * plan.forgone_fee_per_hour) if post.post.supervised else 0.0
        for post in posts
    )
    return SupervisionUse(
        supervised=count,
        groups=math.ceil(count / float(plan.group_size)),
        hours_needed=float(needed),
        hours_given=float(added(post.supervision_given_per_week for post in posts)),
        forgone_by_post=forgone,
    )


def access(clinic: Clinic, posts: Sequence[PostResult]) -> Access | None:
    """Clients served and waiting; None where demand is not stated."""
    demand = clinic.demand
    if demand is None:
        return None
    endings = float(demand.discharge_share_per_week)
    often = float(demand.sessions_per_client_per_week)
    asking_per_week = float(demand.new_clients_per_week)
    room = float(added(clients_of(clinic, post) for post in posts))
    asking = float(caseload_of(asking_per_week, endings))
    can_start = room * endings
    starts = min(asking_per_week, can_start)
    give_up = float(demand.waiting_leave_share_per_week)
    spare = can_start - asking_per_week
    waiting_now = float(demand.clients_waiting)
    return Access(
        room_for_clients=room,
        asking=asking,
        served=min(room, asking),
        starts_per_year=starts * WEEKS_PER_YEAR,
        waiting=float(people_waiting(asking_per_week, can_start, give_up)),
        weeks_to_wait=float(weeks_of_wait(asking_per_week, can_start, give_up)),
        unfilled_sessions_per_week=max(room - asking, 0.0) * often,
        weeks_to_clear=_weeks_to_clear(waiting_now, spare, give_up),
    )


def _weeks_to_clear(waiting: float, spare: float, give_up: float) -> float | None:
    """Weeks until a list is gone: spare places fill from it, and some give up meanwhile."""
    if not waiting:
        return 0.0
    if spare <= 0.0:
        return None
    return math.log1p(waiting * give_up / spare) / give_up


def bindings(
    rooms: RoomUse | None, supervision: SupervisionUse, found: Access | None
) -> tuple[Binding, ...]:
    """The shared resources of which the posts need more than there is.

    Nothing is taken from a post for it: its figures stand as if there were enough.
    """
    short = []
    if rooms is not None:
        short.append(Binding("rooms", rooms.hours_needed, rooms.hours_there))
    short.append(Binding("supervision", supervision.hours_needed, supervision.hours_given))
    if found is not None:
        short.append(Binding("demand", found.room_for_clients, found.asking))
    return tuple(one for one in short if one.needed > one.there + ROUNDING)
