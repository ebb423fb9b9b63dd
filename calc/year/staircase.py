"""From the fee of a booked session to the wage of an hour, in steps that add up exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, Unit, formula, total
from calc.number import Number, added, ratio_of, where
from calc.statements import Costs, FeeFlow, MoneyIn, Year


def per_booked_session(amount: Number, booked: Number) -> Number:
    """A yearly amount for each booked session; NaN where none is booked.

    >>> per_booked_session(101_200.0, 1_012.0)
    100.0
    """
    return ratio_of(amount, booked)


def staircase(
    money_in: MoneyIn, costs: Costs, taxes: Line, health_cover: Line, year: Year, wage: Line
) -> Line:
    """From the fee of a booked session to the wage of an hour, in steps that add up exactly.

    Pay that does not depend on sessions starts at money in for each booked session; without any
    session the steps are for each hour. Unpaid time, the last, is above zero where a session is
    shorter than an hour.
    """
    nobody_booked = np.equal(year.booked.amount, 0.0)
    spread = _Spread(
        where(nobody_booked, year.hours.amount, year.booked.amount),
        "money_per_hour" if bool(np.all(nobody_booked)) else "money_per_session",
    )
    fees = money_in.fees
    first = (
        _from_money_in(money_in, spread)
        if fees is None
        else _from_fees(fees, money_in, year, spread)
    )
    steps = (*first, *_taken(costs, taxes, health_cover, spread))
    running = added(line.amount for line in steps)
    unpaid_time = formula(
        "staircase.unpaid_time",
        "Unpaid time",
        where(nobody_booked, 0.0, wage.amount - running),
        spread.unit,
        "the session's money spread over every hour it takes",
        (year.hours, year.booked),
    )
    how = "what a booked session leaves, an hour"
    return total("staircase", "Your hour", *steps, unpaid_time, how=how)


@dataclass(frozen=True, slots=True)
class _Spread:
    """The booked sessions of a year, or its hours where none is booked: what a step is for."""

    sessions: Number
    unit: Unit

    def step(
        self, key: str, label: str, yearly: Number, how: str, uses: tuple[Line, ...] = ()
    ) -> Line:
        """A step of the staircase from an amount a year."""
        amount = per_booked_session(yearly, self.sessions)
        return formula(f"staircase.{key}", label, amount, self.unit, how, uses)


def _from_money_in(money_in: MoneyIn, spread: _Spread) -> tuple[Line, ...]:
    """The first step where pay does not depend on sessions."""
    paid = money_in.total
    return (spread.step("start", "Money in", paid.amount, "money in / booked sessions", (paid,)),)


def _from_fees(fees: FeeFlow, money_in: MoneyIn, year: Year, spread: _Spread) -> tuple[Line, ...]:
    """The first steps where it does: from the full fee to all that is paid."""
    step = spread.step
    reached = fees.offered - fees.lost - fees.uncollected
    other_pay = money_in.total.amount - fees.paid
    return (
        step("start", fees.label, fees.offered, "mean full amount of a booked session"),
        step(
            "missed", "Missed sessions", -fees.lost, "what lost sessions do not bring", (year.lost,)
        ),
        step("not_collected", "Not collected", -fees.uncollected, "what never reaches the bank"),
        step("share", "Practice's share", fees.paid - reached, "what the practice keeps"),
        step("other_pay", "Other pay", other_pay, "match, stipends and other pay"),
    )


def _taken(costs: Costs, taxes: Line, health_cover: Line, spread: _Spread) -> tuple[Line, ...]:
    """The steps down: costs, taxes and health cover."""
    step = spread.step
    card = costs.card_fees
    return (
        step("card", "Card fees", -card.amount, "card fees / booked sessions", (card,)),
        step(
            "costs",
            "Practice costs",
            -(costs.total.amount - card.amount),
            "other work costs / booked sessions",
            (costs.total,),
        ),
        step("taxes", "Taxes", -taxes.amount, "taxes of this work / booked sessions", (taxes,)),
        step(
            "health",
            "Health cover",
            -health_cover.amount,
            "premium / booked sessions",
            (health_cover,),
        ),
    )
