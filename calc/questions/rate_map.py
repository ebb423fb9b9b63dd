"""The map of the page Set a rate: figures over fee and caseload, and the least fee across it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc import Scenario, load_rules
from calc.number import FloatArray
from calc.questions.rate import MEETS, Ask, Found, plan_for
from calc.questions.solve import Target, Unknown
from calc.questions.sought import has_fee, unknown_for
from calc.questions.sweep import Figures, figures
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK

CELLS = 60
AROUND = (0.5, 1.6)  # of today's and the found value: the ends of the map
LEAST_WIDTH = 6.0  # sessions a week, or money of a fee, that the map shows at least
BEYOND = 1.25  # of the found value: the least end of the map
ROWS = 9  # of the table of least fees
MOST_FEES = 400  # tried for each caseload of that table
SPAN = 1e-3  # of a map that would have none
HAIR = 1e-9  # so that the last whole number counts


@dataclass(frozen=True, slots=True)
class Map:
    """Figures over sessions booked a week (across) and the fee (up), with the plan and the answer.

    `met` is how far the target missed most is met at every point: below zero it is missed.
    """

    plan: Scenario
    booked: FloatArray
    fees: FloatArray
    figures: Figures
    targets: tuple[Target, ...]
    met: FloatArray
    current: tuple[float, float]
    answer: tuple[float, float] | None

    def figure(self, target: Target) -> FloatArray:
        """The figure that a target speaks of, at every point."""
        found: FloatArray = getattr(self.figures, target.figure)
        return found


def map_for(scenario: Scenario, ask: Ask, found: Found | None) -> Map | None:
    """The map of fee and caseload with the targets of an ask; None where a fee moves nothing.

    `found` is the answer to that ask, as `rate.find` gives it.
    """
    if not has_fee(scenario):
        return None
    plan = _plan_of_map(scenario, ask, found)
    targets = found.targets if found else ()
    fee, booked = unknown_for(plan, "fee"), unknown_for(plan, "booked")
    here = (float(booked.current), float(fee.current))
    at = _place(found, here)
    xs = _ends(here[0], at[0] if at else here[0], booked.high)
    ys = _ends(here[1], at[1] if at else here[1], fee.high)
    got = _figures(plan, booked, fee, xs, ys)
    met = np.full(got.wage.shape, np.inf)
    for target in targets:
        margin = np.asarray(target.margin(getattr(got, target.figure)))
        spread = float(np.nanmax(np.abs(margin), initial=MEETS))
        met = np.minimum(met, np.nan_to_num(margin / spread, nan=-1.0))
    return Map(plan, xs, ys, got, targets, met, here, at)


def _plan_of_map(scenario: Scenario, ask: Ask, found: Found | None) -> Scenario:
    """The plan that was solved, with the weeks off that were found."""
    if found is None:
        return plan_for(scenario, ask)
    if found.reached and ask.sought == "weeks_off":
        return found.plan.with_values(dict(found.unknown.changes(found.value)))
    return found.plan


def _place(found: Found | None, here: tuple[float, float]) -> tuple[float, float] | None:
    """Where the answer stands on the map."""
    if found is None or not found.reached:
        return None
    match found.ask.sought:
        case "fee":
            return here[0], found.value
        case "booked":
            return found.value, here[1]
        case _:
            return here


def _ends(now: float, then: float, high: float) -> FloatArray:
    """Points around two values, no further than the calculation goes."""
    low = max(AROUND[0] * min(now, then), 0.0)
    most = min(max(AROUND[1] * now, BEYOND * then, low + LEAST_WIDTH), high)
    return np.linspace(min(low, most - SPAN), most, CELLS)


def _figures(
    plan: Scenario, booked: Unknown, fee: Unknown, xs: FloatArray, ys: FloatArray
) -> Figures:
    grid_x, grid_y = np.meshgrid(xs, ys)
    changes = {**booked.changes(grid_x.ravel()), **fee.changes(grid_y.ravel())}
    flat = figures(plan, load_rules(plan.tax_year), changes)
    return Figures(
        *(np.reshape(getattr(flat, name), grid_x.shape) for name in Figures.__dataclass_fields__)
    )


@dataclass(frozen=True, slots=True)
class LeastFee:
    """The least whole fee that meets every target at a caseload, with what it gives.

    NaN where no fee on the map does.
    """

    booked: float
    fee: float
    take_home: float
    hours: float
    load: float


def least_fees(drawn: Map) -> tuple[LeastFee, ...]:
    """The least fee at whole sessions across the map."""
    plan = drawn.plan
    fee, booked = unknown_for(plan, "fee"), unknown_for(plan, "booked")
    xs = _whole(drawn.booked[0], drawn.booked[-1], drawn.current[0])
    step = max(math.ceil((drawn.fees[-1] - drawn.fees[0]) / MOST_FEES), 1)
    ys = np.arange(math.ceil(drawn.fees[0]), math.floor(drawn.fees[-1]) + 1.0, step)
    got = _figures(plan, booked, fee, xs, ys)
    enough = np.ones(got.wage.shape, dtype=bool)
    for target in drawn.targets:
        enough &= np.asarray(target.margin(getattr(got, target.figure))) >= 0.0
    rows = []
    for column, sessions in enumerate(xs):
        there = np.flatnonzero(enough[:, column])
        row = int(there[0]) if there.size else 0
        known = bool(there.size)
        rows.append(
            LeastFee(
                float(sessions),
                float(ys[row]) if known else math.nan,
                float(got.take_home_per_month[row, column]) if known else math.nan,
                float(got.hours_per_week[row, column]),
                float(got.load_in_100[row, column]) if known else math.nan,
            )
        )
    return tuple(rows)


def _whole(low: float, high: float, today: float) -> FloatArray:
    """Whole sessions from end to end, the caseload of today among them."""
    step = max(math.ceil((high - low) / ROWS), 1)
    points = np.arange(math.ceil(low / step) * step, min(high, MOST_SESSIONS_PER_WEEK) + HAIR, step)
    return np.union1d(points, [today])
