"""Questions about a fee: what clients' reaction does, places at a reduced fee, the next dollar."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.ledger import Line
from calc.number import HALF_A_CENT, MONTHS_PER_YEAR, Number, ratio_of, where
from calc.parameters import Parameter
from calc.questions.solve import Target, figure_of
from calc.scenario import Scenario
from calc.scenario.sessions import fees_that_move
from calc.year.evaluate import Result, evaluate

KIND = "work.session_kinds"
REDUCED = "Reduced fee"
HALVES = 2.0
SHARES = 401  # of sessions lost, tried at once: a quarter of a percent apart


def caseload_after_rise(rise: Number, elasticity: Number) -> Number:
    """The share of a caseload that stays when the fee rises: (1 + rise) ^ -elasticity.

    >>> round(float(caseload_after_rise(0.08, 0.3)), 6)
    0.977176
    """
    return (1.0 + rise) ** -elasticity


def revenue_after_rise(rise: Number, elasticity: Number) -> Number:
    """Fees over the fees before, when the caseload shrinks by the elasticity.

    >>> round(float(revenue_after_rise(0.08, 0.3)), 6)
    1.05535
    """
    return (1.0 + rise) * caseload_after_rise(rise, elasticity)


def fee_of_most_contribution(cost_per_session: Number, elasticity: Number) -> Number:
    """The fee that leaves most over the cost of a session, for an elasticity above one.

    NaN at one and below: there every higher fee leaves more.

    >>> round(float(fee_of_most_contribution(30.0, 1.4)), 6)
    105.0
    """
    elastic = np.greater(elasticity, 1.0)
    safe = where(elastic, elasticity, np.inf)
    return where(elastic, cost_per_session * elasticity / (safe - 1.0), np.nan)


def loss_that_breaks_even(old_fee: Number, new_fee: Number, cost_per_session: Number) -> Number:
    """The share of sessions that may go before a higher fee leaves less than the old one.

    >>> round(float(loss_that_breaks_even(150.0, 165.0, 5.0)), 6)
    0.09375
    """
    return 1.0 - ratio_of(old_fee - cost_per_session, new_fee - cost_per_session)


def fee_by_markup(take_home: Number, markup: float, sessions_held: Number) -> Number:
    """A fee as popular calculators reckon it: the goal and a mark-up for all else, over sessions.

    >>> round(float(fee_by_markup(60_000.0, 0.30, 24.0 * 48.0)), 2)
    67.71
    """
    return ratio_of(take_home * (1.0 + markup), sessions_held)


@dataclass(frozen=True, slots=True)
class PeerFee:
    """What another calculator would say: its name, its mark-up and the fee by it."""

    parameter: Parameter
    fee: float


def peer_fees(result: Result, take_home_per_month: float) -> tuple[PeerFee, ...]:
    """The fee for a take-home by two popular calculators, for the sessions held of this plan.

    Neither looks at the state, the household, missed sessions that are charged, or any cost of its
    own: one mark-up stands for them all.
    """
    names = ("levers.practice_picnic", "levers.private_pay_practitioners")
    held = float(result.year.held.amount)
    goal = take_home_per_month * MONTHS_PER_YEAR
    return tuple(
        PeerFee(result.rules[name], float(fee_by_markup(goal, result.rules[name].number, held)))
        for name in names
    )


@dataclass(frozen=True, slots=True)
class FeeRise:
    """A rise of the fees of clients who pay in full, in proportion, with the sessions it costs.

    What insurers allow and reduced places stay (`fees_that_move`), and so do those sessions.

    `first_year` and `later` are the plan in the year after the rise and once all clients pay it;
    they are the same where all pay it at once. `may_lose` is the share of the sessions of those
    kinds that may go before the year leaves less than today; `fee` and `now` are the first's.
    """

    now: float
    fee: float
    lost_share: float
    first_year: Result
    later: Result
    may_lose: float


def fee_rise(
    result: Result,
    fee: float,
    lost_share: float = 0.0,
    *,
    new_clients_only: bool = False,
    renewed_per_year_share: float | None = None,
) -> FeeRise:
    """What a new fee brings, if a share of sessions is lost, for all clients or new ones only.

    Where only new clients pay it, on average half of those renewed within a year pay it in that
    year; `renewed_per_year_share` is the part of the caseload that is, a judgement unless stated.
    Lost sessions are those of the clients who are asked to pay the new fee. `ScenarioError` where
    there is no fee to raise.
    """
    scenario = result.scenario
    now = _first_fee(scenario)
    renewed = renewed_per_year_share
    if renewed is None:
        renewed = result.rules["levers.renewed_clients"].number
    part = renewed / HALVES if new_clients_only else 1.0
    later = _at_fee(result, fee / now, lost_share)
    first = _at_fee(result, 1.0 + part * (fee / now - 1.0), part * lost_share)
    return FeeRise(
        now=now,
        fee=fee,
        lost_share=lost_share,
        first_year=first,
        later=later,
        may_lose=_may_lose(result, fee / now),
    )


def _may_lose(result: Result, times: float) -> float:
    """The share of sessions that may go before take-home falls below today's."""
    shares = np.linspace(0.0, 1.0, SHARES)
    changed = evaluate(result.scenario.with_values(_changes(result, times, shares)), result.rules)
    enough = np.flatnonzero(changed.take_home.amount >= result.take_home.amount)
    return float(shares[enough[-1]]) if enough.size else 0.0


def _at_fee(result: Result, times: float, lost_share: float) -> Result:
    changes = _changes(result, times, lost_share)
    return evaluate(result.scenario.with_values(changes), result.rules)


def _changes(result: Result, times: float, lost_share: Number) -> dict[str, Number]:
    changes: dict[str, Number] = {}
    kinds = result.scenario.work.session_kinds
    for place in fees_that_move(kinds):
        kind = kinds[place]
        changes[f"{KIND}.{place}.fee_per_session"] = kind.fee_per_session * times
        changes[f"{KIND}.{place}.booked_per_week"] = kind.booked_per_week * (1.0 - lost_share)
    return changes


def _first_fee(scenario: Scenario) -> float:
    kinds = scenario.work.session_kinds
    for place in fees_that_move(kinds):
        return float(kinds[place].fee_per_session)
    raise ScenarioError((Problem("fee", "missing_field"),))


@dataclass(frozen=True, slots=True)
class Places:
    """How many sessions a week can be held at a reduced fee before a floor is broken.

    `achieved` is the figure of the floor with so many places, `one_more` with one more; NaN where
    there is no further session to give. `none` says that the floor is missed without any place.
    """

    places: int
    booked: float
    fee: float
    achieved: float
    one_more: float
    none: bool


def places_affordable(result: Result, reduced_fee: float, floor: Target) -> Places:
    """The most weekly sessions at the full fee that a plan can hold at a reduced one.

    They are those of the first kind whose fee moves (`fees_that_move`).

    The sessions stay; their fee falls. All numbers of places are worked out in one run.
    """
    scenario = result.scenario
    kinds = scenario.work.session_kinds
    place = next(iter(fees_that_move(kinds)), 0)
    first = kinds[place]
    booked = float(first.booked_per_week)
    places = np.arange(math.floor(booked) + 1.0)
    reduced = first.model_dump(exclude_unset=True) | {"payer": first.payer, "label": REDUCED}
    rows = (*kinds, type(first).model_validate({**reduced, "fee_per_session": reduced_fee}))
    widened = scenario.with_values({KIND: rows}).with_values(
        {
            f"{KIND}.{place}.booked_per_week": booked - places,
            f"{KIND}.{len(kinds)}.booked_per_week": places,
        }
    )
    figure = np.asarray(figure_of(evaluate(widened, result.rules), floor.figure))
    enough = np.flatnonzero(np.asarray(floor.margin(figure)) >= 0.0)
    most = int(enough[-1]) if enough.size else 0
    return Places(
        places=most,
        booked=booked,
        fee=reduced_fee,
        achieved=float(figure[most]),
        one_more=float(figure[most + 1]) if most + 1 < len(figure) else math.nan,
        none=not enough.size,
    )


@dataclass(frozen=True, slots=True)
class NextDollars:
    """What the next dollars of profit leave: how much is kept, and where the rest goes.

    `rows` are what changes in taxes and loan payments, by the label of the line; a positive
    amount is taken. `kept` is what is left after both.
    """

    profit: float
    kept: float
    rows: tuple[tuple[str, float], ...]


def next_dollars(result: Result, profit: float) -> NextDollars:
    """What so many more dollars of profit (or pay) a year leave after taxes and loan payments.

    The dollars come from the fees that move (`fees_that_move`): they rise by the same part until
    profit has risen so.
    """
    scenario = result.scenario
    kinds = scenario.work.session_kinds
    fees = {
        f"{KIND}.{place}.fee_per_session": kinds[place].fee_per_session
        for place in fees_that_move(kinds)
    }
    doubled = {path: fee * HALVES for path, fee in fees.items()}
    twice = evaluate(scenario.with_values(doubled), result.rules)
    slope = float(twice.profit.amount - result.profit.amount)
    part = profit / slope if slope else math.nan
    if not math.isfinite(part):
        return NextDollars(profit, math.nan, ())
    after = evaluate(
        scenario.with_values({path: fee * (1.0 + part) for path, fee in fees.items()}), result.rules
    )
    rows = tuple(
        (before.label, float(then.amount - before.amount))
        for before, then in zip(_taken(result), _taken(after), strict=True)
        if abs(float(then.amount - before.amount)) > HALF_A_CENT
    )
    return NextDollars(profit, profit - math.fsum(amount for _, amount in rows), rows)


def _taken(result: Result) -> tuple[Line, ...]:
    return (*result.taxes.parts, result.health_cover, result.loans)
