"""One path of many, month by month: who came and left, what was booked, what the bank held."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.months.calendar import windows_of
from calc.months.course import Course
from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK
from calc.months.risk import HALF, rank_of, shortfalls
from calc.number import FloatArray


@dataclass(frozen=True, slots=True)
class OnePath:
    """A row a month; people are whole, sessions in thirds of a week, money the plan's.

    `arrived` are those who would start, of whom `admitted` found a place; `left` are all who ended.
    `clients` and `waiting` are there at the end of a month. What comes in less what goes out, needs
    and tax moves `balance`.
    """

    arrived: FloatArray
    admitted: FloatArray
    left: FloatArray
    turned_away: FloatArray
    waiting: FloatArray
    clients: FloatArray
    booked: FloatArray
    lost: FloatArray
    came_in: FloatArray
    spent: FloatArray
    needs_per_month: float
    tax_paid: FloatArray
    balance: FloatArray


def one_path(course: Course, number: int) -> OnePath:
    """The path of a number, the first one 1; a week's people count in the month it begins in."""
    place, counts = number - 1, course.counts
    months = course.setting.plan.months
    sums = windows_of(months).sums
    ends = (np.arange(1, months + 1) * PARTS_PER_MONTH - 1) // PARTS_PER_WEEK
    firsts = np.concatenate([[0], ends[:-1] + 1])

    def people(weekly: FloatArray) -> FloatArray:
        found: FloatArray = np.add.reduceat(weekly[..., place].sum(axis=1), firsts)
        return found

    def sessions(weekly: FloatArray) -> FloatArray:
        return sums(weekly[..., place].sum(axis=1))

    def money(rows: FloatArray) -> FloatArray:
        found: FloatArray = np.asarray(rows)[:, place]
        return found

    return OnePath(
        arrived=people(counts.arrived),
        admitted=people(counts.admitted),
        left=people(counts.left),
        turned_away=people(counts.turned_away),
        waiting=counts.waiting[ends, :, place].sum(axis=1),
        clients=money(course.clients),
        booked=sessions(counts.booked),
        lost=sessions(counts.lost),
        came_in=money(course.came_in),
        spent=money(course.spent),
        needs_per_month=course.setting.needs_per_month,
        tax_paid=money(course.tax_paid),
        balance=money(course.balance),
    )


def path_of_the_reserve(course: Course) -> int:
    """The number of the path whose shortfall is the reserve."""
    falls = shortfalls(course)
    return int(np.argsort(falls, kind="stable")[rank_of(falls.size) - 1]) + 1


def first_short(course: Course) -> int:
    """The number of the first path of which a month ends below 0; the first of all without one."""
    return int(course.ever_short.argmax()) + 1


def path_full_in_the_middle(course: Course) -> int:
    """The number of the first path that is full in the week by which half of them have been."""
    first = course.counts.first_full_week
    middle = np.sort(first)[rank_of(first.size, HALF) - 1]
    return int((first == middle).argmax()) + 1
