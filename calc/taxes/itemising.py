"""The choice to itemise state tax: federal, state and local tax together, the lower of two returns.

State tax is deducted in the federal return, and some states start from what the federal return
deducts. So each choice is a federal and a state return, and the lower total is taken.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from calc.ledger import Line
from calc.number import Flag, Number, at_least_zero, where
from calc.parameters import Rules
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household
from calc.taxes.income_tax import (
    Income,
    either,
    itemised_income,
    lower_of,
    standard_income,
)
from calc.taxes.states.engine import FederalFigures, Piece, StateBill, StepName, state_bill
from calc.taxes.states.figures import federal_figures
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.record import StateRecord


class FirstHalf(NamedTuple):
    """A federal return under the standard deduction, and what came before it."""

    earnings: Earnings
    interest: Line
    adjusted: Line
    plain: Income
    figures: FederalFigures


def first_half(
    household: Household, rules: Rules, earnings: Earnings, interest: Line, adjusted: Line
) -> FirstHalf:
    """A federal return under the standard deduction, with what states read from it."""
    plain = standard_income(household, rules, earnings, adjusted.amount)
    figures = federal_figures(household, rules, earnings, interest, adjusted, plain)
    return FirstHalf(earnings, interest, adjusted, plain, figures)


class Returns(NamedTuple):
    """A federal and a state return that belong together."""

    income: Income
    state: StateBill


def lowest_returns(
    household: Household, rules: Rules, first: FirstHalf, record: StateRecord, local: Number
) -> Returns:
    """Both returns under the standard deduction, or with state tax itemised: the lower total.

    What is itemised is the state tax due under the federal standard deduction, and local tax.
    A state whose return starts from federal deductions gives nothing for state tax.
    """
    plain = Returns(first.plain, state_bill(household, first.figures, record, OWN_RULES))
    if household.deduction == "standard":
        return plain
    salt = at_least_zero(plain.state.net) + local
    earnings, adjusted = first.earnings, first.adjusted
    income = itemised_income(household, rules, earnings, adjusted.amount, first.plain, salt)
    if income.itemised is False:
        return plain._replace(income=income)
    figures = federal_figures(
        household, rules, earnings, first.interest, adjusted, income, itemised=True
    )
    itemised = Returns(income, state_bill(household, figures, record, OWN_RULES))
    if household.deduction == "itemised":
        # What is itemised is the tax of the plain return: what that read counts too.
        read = _read_by(itemised.state, plain.state)
        return Returns(income, replace(itemised.state, read=read))
    more = np.greater(income.state_tax, income.standard)
    lower = np.less(income.tax + itemised.state.net, first.plain.tax + plain.state.net)
    itemises = np.logical_and(more, lower)
    return Returns(
        lower_of(itemises, first.plain, income),
        _either_bill(itemises, itemised.state, plain.state),
    )


def _either_bill(first: Flag, one: StateBill, other: StateBill) -> StateBill:
    """One state return where `first`, else the other, draw by draw."""
    amounts = either(first, one.found.values(), other.found.values())
    tax, refundable, elected, net = either(
        first,
        (one.tax, one.refundable, one.elected, one.net),
        (other.tax, other.refundable, other.elected, other.net),
    )
    return StateBill(
        taken=one.taken,
        found=dict(zip(one.found, amounts, strict=True)),
        tax=tax,
        refundable=refundable,
        elected=elected,
        net=net,
        read=_read_by(one, other),
        pieces={name: _either_pieces(first, one, other, name) for name in one.pieces},
    )


def _read_by(one: StateBill, other: StateBill) -> dict[StepName, tuple[str, ...]]:
    """What either return read, step by step."""
    return {name: tuple(dict.fromkeys(one.read[name] + other.read[name])) for name in one.read}


def _either_pieces(
    first: Flag, one: StateBill, other: StateBill, name: StepName
) -> tuple[Piece, ...]:
    return tuple(
        piece._replace(amount=where(first, piece.amount, beside.amount))
        for piece, beside in zip(one.pieces[name], other.pieces[name], strict=True)
    )
