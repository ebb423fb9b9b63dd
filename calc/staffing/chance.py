"""Cash of a clinic by chance: people leave, clients come and go, and what both may bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from calc.months.course import HAIR
from calc.months.filling import (
    PARTS_PER_MONTH,
    PARTS_PER_WEEK,
    by_month,
    lag_in_parts,
    parts_of,
    week_of_part,
)
from calc.months.paths import Luck, luck_of
from calc.months.risk import Reserve, quantiles, reserve_for
from calc.months.tables import Uniforms
from calc.months.weeks import in_a_week
from calc.number import MONTHS_PER_YEAR, FloatArray
from calc.scenario import Salary
from calc.scenario.posts import LAST_MONTH
from calc.staffing.cash import CashTimeline, Presence, cash_timeline, flows_of, lag_of, start_of
from calc.staffing.clients_paths import swings
from calc.staffing.clinic import ClinicResult
from calc.staffing.leaving_paths import (
    ALREADY,
    VACANT,
    Holders,
    holders_of,
    luck_of_posts,
    times_left,
)
from calc.staffing.posts import PostResult
from calc.staffing.ramp import filled_shares, payer_classes
from calc.staffing.turnover import Leaving, turnover_of

Row = TypeVar("Row", bound=np.generic)
IN_HUNDRED = (5.0, 25.0, 50.0, 75.0, 95.0)  # of the paths: what so many lie at or below
WEEKS = -(-parts_of(LAST_MONTH) // PARTS_PER_WEEK)
STREAMS = ("posts", "clients")


@dataclass(frozen=True, slots=True)
class ClinicLuck:
    """Uniforms strictly between 0 and 1, a column a path.

    `leaving` has those of each post by its label, a row a holder; `clients` those of the clinic's
    caseload (`calc.months.luck_of`). Without the latter clients have no chance in them.
    """

    leaving: Mapping[str, Uniforms]
    clients: Luck | None
    paths: int


def clinic_luck_of(generator: Generator, labels: Sequence[str], paths: int) -> ClinicLuck:
    """Luck for the posts of these labels and for clients: a stream for each post and event.

    Plans that are given the same generator anew share it: a post more, or a change of pay, moves
    nobody else.
    """
    of_posts, of_clients = generator.spawn(len(STREAMS))
    leaving = luck_of_posts(of_posts, labels, WEEKS, paths)
    return ClinicLuck(leaving, luck_of(of_clients, WEEKS, paths), paths)


@dataclass(frozen=True, slots=True)
class ClinicPaths:
    """The cash of a clinic on many paths: figures of `cash` have a row a month, a column a path.

    `left` is how often posts are left in the first year, by path; `hiring` of the cash has what
    successors cost.
    """

    cash: CashTimeline
    left: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class ClinicChance:
    """What chance may bring a clinic in the months ahead; chances of cash are shares of the paths.

    `lowest` has the least cash at the end of a month that 5, 25, 50, 75 and 95 of 100 paths stay at
    or below, `cash` the same of each month's end in rows. `any_short` is the chance that a month
    ends below 0, `short_by_month` that each does. `left` are the chances that nobody, one, or two
    and more leave within a year, successors among them: worked out (`chances_to_leave`), not drawn.
    `reserve` is the opening cash that lasts in 19 of 20 paths.
    """

    paths: int
    opening: float
    lowest: tuple[float, ...]
    cash: FloatArray
    any_short: float
    short_by_month: FloatArray
    left: tuple[float, float, float]
    reserve: Reserve


def clinic_chance(
    result: ClinicResult, luck: ClinicLuck, *, between: Callable[[], None] = lambda: None
) -> ClinicChance:
    """The chances of a clinic's cash and of its people, by luck that is passed in.

    `between` is called after each post.
    """
    found = clinic_paths(result, luck, between=between)
    at_end, opening = found.cash.at_end, found.cash.opening
    lowest, short = at_end.min(axis=0), at_end < -HAIR
    return ClinicChance(
        paths=at_end.shape[1],
        opening=opening,
        lowest=tuple(float(amount) for amount in np.percentile(lowest, IN_HUNDRED)),
        cash=quantiles(at_end, IN_HUNDRED),
        any_short=float(short.any(axis=0).mean()),
        short_by_month=short.mean(axis=1),
        left=chances_to_leave(result),
        reserve=reserve_for(np.maximum(0.0, opening - lowest)),
    )


def chances_to_leave(result: ClinicResult) -> tuple[float, float, float]:
    """The chances that nobody, one, or two and more leave within a year, successors among them.

    Posts are left independently of each other, so that nobody leaves is a product over them. A
    post that begins within the year can be left only from then on.
    """
    vacant = lag_in_parts(float(result.clinic.turnover.vacancy_weeks))
    starts = {post.label: start_of(post) for post in result.posts}
    nobody, one, year = 1.0, 0.0, parts_of(int(MONTHS_PER_YEAR))
    for post in turnover_of(result).posts:
        never, once = times_left(starts[post.label], in_a_week(post.chance), vacant, year)
        nobody, one = nobody * never, one * never + nobody * once
    return nobody, one, max(0.0, 1.0 - nobody - one)


def clinic_paths(
    result: ClinicResult, luck: ClinicLuck, *, between: Callable[[], None] = lambda: None
) -> ClinicPaths:
    """Cash of the months ahead on every path: `cash_timeline` with people and clients by chance.

    A post that may be left (`turnover_of`, by its load now) is so in each week with the chance that
    gives the year's. Then it is vacant, its replacement is paid for, and a successor begins as a
    hire does, and may leave too; what insurers owe for the leaver still comes in. No client of a
    leaver goes on with a colleague here. Clients come and go in the clinic as a whole, and posts
    share it in proportion: fees, what is kept of them and pay by the session move with each week's
    clients of their payer; a salary with its bonus or cut does not. A clinic that grows or has a
    vacancy strays as the full one does.
    """
    plan, parts = cash_timeline(result), parts_of(LAST_MONTH)
    swing = {} if luck.clients is None else swings(result, luck.clients)
    chances = {post.label: post for post in turnover_of(result).posts}
    vacant = lag_in_parts(float(result.clinic.turnover.vacancy_weeks))
    totals = {name: np.zeros((LAST_MONTH, luck.paths)) for name in ("receipts", "pay", "other")}
    hiring = np.repeat(plan.hiring[:, None], luck.paths, axis=1)
    left = np.zeros(luck.paths, dtype=np.intp)
    for post in result.posts:
        may_leave = chances.get(post.label)
        held = _holders(post, may_leave, vacant, luck)
        for name, flow in flows_of(post, _presence(result, post, held.ages(parts), swing)).items():
            totals[name] += by_month(flow)
        if may_leave is not None:
            left += held.left_by(parts_of(int(MONTHS_PER_YEAR)))
            _pay_for_successors(hiring, held, may_leave.replacement)
        between()
    cash = replace(
        plan,
        receipts=totals["receipts"],
        pay=totals["pay"],
        other_costs=totals["other"],
        receipts_taxes=totals["receipts"] * result.receipts_tax_share,
        overhead=plan.overhead[:, None],
        hiring=hiring,
        draw=plan.draw[:, None],
    )
    return ClinicPaths(cash, left)


def _holders(post: PostResult, chance: Leaving | None, vacant: int, luck: ClinicLuck) -> Holders:
    """Who holds a post; one column for one that nobody leaves."""
    start, there = start_of(post), post.post.start_month == 0
    if chance is None:
        return Holders(np.full((1, 1), float(start)), np.full((1, 1), np.inf), there)
    a_week = in_a_week(chance.chance)
    of_post = luck.leaving[post.label]
    return holders_of(start, a_week, vacant, of_post, parts_of(LAST_MONTH), there=there)


def _presence(
    result: ClinicResult,
    post: PostResult,
    ages: NDArray[np.int32],
    swing: Mapping[str, FloatArray],
) -> Presence:
    """How full a post is on each path: shares by the age of its holder, times those of clients."""
    hiring, parts = result.clinic.hiring, len(ages)
    weeks = week_of_part(np.arange(parts, dtype=np.float64))
    salaried = isinstance(post.scenario.work.pay, Salary)
    booked, collected = [], []
    for part in payer_classes(post):
        lag = lag_of(part, hiring)
        by_age = np.append(filled_shares(post, part, hiring, weeks), (1.0, 0.0))
        before = ALREADY if post.post.start_month == 0 else VACANT
        seen, paid = by_age[ages], by_age[_later(ages, lag, before)]
        if part.payer in swing:
            moves = np.repeat(swing[part.payer], PARTS_PER_WEEK, axis=0)[:parts]
            paid = paid * _later(moves, lag, 1.0)
            seen = seen if salaried else seen * moves
        booked.append(seen)
        collected.append(paid)
    there = np.where(ages == VACANT, 0.0, 1.0)
    return Presence(there, tuple(booked), tuple(collected))


def _later(rows: NDArray[Row], lag: int, before: float) -> NDArray[Row]:
    """Rows so many thirds of a week later; before the first stands what was there before."""
    if not lag:
        return rows
    head = np.full((min(lag, len(rows)), *rows.shape[1:]), before, dtype=rows.dtype)
    return np.concatenate([head, rows[: len(rows) - len(head)]])


def _pay_for_successors(hiring: FloatArray, held: Holders, replacement: float) -> None:
    """Adds what a successor costs to the month in which each holder leaves."""
    last = held.ends - 1.0
    holder, path = np.nonzero(last < parts_of(LAST_MONTH))
    month = last[holder, path].astype(np.intp) // PARTS_PER_MONTH
    np.add.at(hiring, (month, path), replacement)
