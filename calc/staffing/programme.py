"""The best numbers of job packages under a director's limits: an exact integer programme.

All that bends (tax, load) is in the packages, so the programme is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from calc.number import WEEKS_PER_YEAR, FloatArray, Number
from calc.scenario.clinic import Clinic
from calc.staffing.packages import Package
from calc.staffing.receipts_taxes import Piece

LimitName = Literal[
    "rooms",
    "demand",
    "supervision",
    "most_posts",
    "least_posts",
    "least_sessions_per_week",
    "wage_floor",
    "load_ceiling",
    "most_contractor_share",
    "most_supervised_share",
    "groups",
    "administrators",
    "somebody",
    "everybody",
    "receipts",
]
# Limits that may be given way on; shares of legal classes and what follows from arithmetic may not.
AT_MOST: tuple[LimitName, ...] = ("rooms", "demand", "supervision", "most_posts")
AT_LEAST: tuple[LimitName, ...] = ("least_posts", "least_sessions_per_week")
CLASSES: tuple[LimitName, ...] = ("most_contractor_share", "most_supervised_share")
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Row:
    """One limit: what each package, group and administrator takes of it, and how much there is."""

    name: LimitName
    takes: FloatArray
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A solution: how often each package, how many groups and administrators, and what it is worth.

    `worth` is the packages' contributions less administrators, forgone supervision, and taxes on
    all receipts of the clinic.
    """

    counts: tuple[int, ...]
    groups: int
    administrators: int
    worth: float
    slack: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """What posts that stay already use: rooms, demand, administrators' time and supervision.

    `clinicians` are those of them who are no owners, `contractors` the contractors among them;
    `receipts` are what they bring in a year, which decides how further receipts are taxed.
    """

    room_hours: float = 0.0
    clients: float = 0.0
    full_time_posts: float = 0.0
    supervised: float = 0.0
    clinicians: float = 0.0
    contractors: float = 0.0
    receipts: float = 0.0


@dataclass(frozen=True)
class Programme:
    """The packages, what each is worth, and the limits as rows.

    Taxes on the clinic's whole receipts bend: `pieces` are where they are straight,
    none where there is no such tax. `receipts` are those of each package, `before` those of posts
    that stay, and `owed` the part of the tax that no package moves.
    `between` is called before each solution, so that a caller can let others go first or give up.
    """

    packages: tuple[Package, ...]
    worth: FloatArray
    rows: tuple[Row, ...]
    receipts: FloatArray
    before: float = 0.0
    pieces: tuple[Piece, ...] = ()
    owed: float = 0.0
    between: Callable[[], None] = lambda: None

    def solve(self, allowed: Sequence[bool], *, relaxed: Sequence[LimitName] = ()) -> Choice | None:
        """The choice of most worth; with limits relaxed, the one that misses them least.

        None where nothing keeps the other limits.
        """
        if relaxed or not self.pieces:
            return self._solved(allowed, relaxed)
        found = (self._on(piece)._solved(allowed, ()) for piece in self.pieces)
        return max((one for one in found if one), key=lambda one: one.worth, default=None)

    def _on(self, piece: Piece) -> Programme:
        """The same where receipts lie on one piece of their tax, which is in what each is worth."""
        low, high = (end - self.before for end in (piece.low, piece.high))
        return replace(
            self,
            worth=self.worth - piece.rate * self.receipts,
            rows=(*self.rows, Row("receipts", self.receipts, low, high)),
            owed=piece.fixed + piece.rate * self.before,
        )

    def _solved(self, allowed: Sequence[bool], relaxed: Sequence[LimitName]) -> Choice | None:
        from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import

        self.between()
        slacks = [row for row in self.rows if row.name in relaxed]
        names = [row.name for row in slacks]
        size = len(self.worth)
        aims = np.concatenate([-self.worth, np.zeros(len(slacks))])
        if slacks:
            aims = np.concatenate([np.zeros(size), [1.0 / max(_size(row), 1.0) for row in slacks]])
        takes = np.zeros((len(self.rows), size + len(slacks)))
        for place, row in enumerate(self.rows):
            takes[place, :size] = row.takes
            if row.name in names:
                takes[place, size + names.index(row.name)] = -1.0 if np.isfinite(row.high) else 1.0
        upper = np.full(size + len(slacks), np.inf)
        upper[: len(allowed)] = np.where(allowed, np.inf, 0.0)
        found = milp(
            aims,
            constraints=LinearConstraint(
                takes, [row.low for row in self.rows], [row.high for row in self.rows]
            ),
            integrality=np.concatenate([np.ones(size), np.zeros(len(slacks))]),
            bounds=Bounds(np.zeros(size + len(slacks)), upper),
            options={"mip_rel_gap": 0.0},
        )
        if found.x is None:
            return None
        whole = np.rint(found.x[:size])
        return Choice(
            counts=tuple(int(count) for count in whole[: len(self.packages)]),
            groups=int(whole[len(self.packages)]),
            administrators=int(whole[-1]),
            worth=float(whole @ self.worth) - self.owed,
            slack=tuple(float(one) for one in found.x[size:]),
        )

    def widened(self, slack: Mapping[LimitName, float]) -> Programme:
        """The same with some limits wider by so much, and a hair for rounding."""
        rows = []
        for row in self.rows:
            more = slack.get(row.name, 0.0) + TINY if row.name in slack else 0.0
            rows.append(replace(row, low=row.low - more, high=row.high + more))
        return replace(self, rows=tuple(rows))

    def hiring(self) -> Programme:
        """The same for plans that hire somebody."""
        ones = np.ones(len(self.packages))
        return replace(self, rows=(*self.rows, _row("somebody", ones, 1.0, np.inf)))

    def binding(self, choice: Choice, allowed: Sequence[bool]) -> tuple[LimitName, ...]:
        """The limits that one more package of those allowed would break, whichever it is."""
        counts = np.array([*choice.counts, choice.groups, choice.administrators], dtype=np.float64)
        held = []
        for row in self.rows:
            used = float(row.takes @ counts)
            if row.name in AT_MOST and used > row.high - max(self.least_step(row, allowed), TINY):
                held.append(row.name)
        return tuple(held)

    def least_step(self, row: Row, allowed: Sequence[bool]) -> float:
        """The least that one more package of those allowed takes of a limit, strictly."""
        takes = row.takes[: len(self.packages)][np.asarray(allowed, dtype=bool)]
        takes = takes[takes > 0.0]
        return float(takes.min()) - TINY if takes.size else 0.0


def _size(row: Row) -> float:
    """How large a limit is, so that missing different ones can be added."""
    return abs(row.high if np.isfinite(row.high) else row.low)


def programme_of(
    clinic: Clinic, packages: Sequence[Package], administrator_cost: float, used: Used
) -> Programme:
    """The integer programme of a clinic: packages first, then groups, then administrators."""
    limits, plan = clinic.limits, clinic.supervision
    hours = float(plan.group_hours_per_week)
    supervised = _column(package.supervised for package in packages)
    individual = supervised * float(plan.individual_hours_per_week)
    per_hour = float(plan.forgone_fee_per_hour)
    weeks = _column(package.result.worked_weeks for package in packages)
    worth = _column(package.result.contribution for package in packages)
    worth = worth - individual * weeks * per_hour
    group_weeks = float(weeks.mean()) if weeks.size else WEEKS_PER_YEAR
    ones = np.ones(len(packages))
    contractors = _column(package.contractor for package in packages)
    share_c, share_s = float(limits.most_contractor_share), float(limits.most_supervised_share)
    free_c = share_c * used.clinicians - used.contractors
    free_s = share_s * used.clinicians - used.supervised
    sessions = _column(package.sessions_per_week for package in packages)
    full_time = _column(package.post.full_time_share for package in packages)
    ratio = float(clinic.administration.clinicians_per_administrator)
    used_hours = used.supervised * float(plan.individual_hours_per_week)
    supervision = float(limits.supervision_hours_per_week) - used_hours
    none = -np.inf
    rows = [
        _row("most_posts", ones, none, float(limits.most_posts)),
        _row("least_posts", ones, float(limits.least_posts), np.inf),
        _row("least_sessions_per_week", sessions, float(limits.least_sessions_per_week), np.inf),
        _row("most_contractor_share", contractors - share_c * ones, none, free_c),
        _row("most_supervised_share", supervised - share_s * ones, none, free_s),
        _row("supervision", individual, none, supervision, hours),
        _row("administrators", -full_time, used.full_time_posts, np.inf, 0.0, ratio),
    ]
    if hours:
        rows.append(_row("groups", -supervised, used.supervised, np.inf, float(plan.group_size)))
    if clinic.rooms is not None:
        there = float(clinic.rooms.rooms * clinic.rooms.open_hours_per_week)
        taken = _column(package.room_hours for package in packages)
        rows.append(_row("rooms", taken, none, there - used.room_hours))
    if clinic.demand is not None:
        asking = float(clinic.demand.new_clients_per_week / clinic.demand.discharge_share_per_week)
        clients = _column(package.clients for package in packages)
        rows.append(_row("demand", clients, none, asking - used.clients))
    brings = _column(package.result.brings for package in packages)
    return Programme(
        packages=tuple(packages),
        worth=np.concatenate([worth, [-hours * group_weeks * per_hour, -administrator_cost]]),
        rows=tuple(rows),
        receipts=np.concatenate([brings, [0.0, 0.0]]),
        before=used.receipts,
    )


def _row(
    name: LimitName,
    takes: FloatArray,
    low: float,
    high: float,
    each_group: float = 0.0,
    each_administrator: float = 0.0,
) -> Row:
    return Row(name, np.concatenate([takes, [each_group, each_administrator]]), low, high)


def _column(values: Iterable[Number]) -> FloatArray:
    return np.array([float(value) for value in values], dtype=np.float64)
