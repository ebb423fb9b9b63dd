"""What opens a plan to a borrower: conditions, each with the rule that closes the plan if unmet."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from calc.loans.borrower import Borrower
from calc.loans.formulas import to_cents
from calc.number import Flag
from calc.parameters import Parameter
from calc.scenario.loans import PlanNow

Condition: TypeAlias = Callable[[Borrower, datetime.date, Parameter], Flag]


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition of a plan: the name of the rule, and to which borrower it is open on a day.

    The answer is one truth, or one a draw.
    """

    rule: str
    lets_in: Condition


def day_of(rule: Parameter) -> datetime.date:
    """The day a rule in words speaks of."""
    return datetime.date.fromisoformat(str(rule.value))


def in_all_draws(flag: Flag) -> bool:
    """Whether an answer is yes in every draw."""
    return flag if isinstance(flag, bool) else bool(np.all(flag))


def nobody(_borrower: Borrower, _as_of: datetime.date, _rule: Parameter) -> Flag:
    """A plan that is gone, or is not computed."""
    return False


def with_no_loan_since(borrower: Borrower, _as_of: datetime.date, rule: Parameter) -> Flag:
    """Whose loans were all made before the day of the rule."""
    return borrower.latest < day_of(rule)


def with_a_loan_since(borrower: Borrower, _as_of: datetime.date, rule: Parameter) -> Flag:
    """Who has a loan made on or after the day of the rule."""
    return borrower.latest >= day_of(rule)


def who_owes_more(borrower: Borrower, _as_of: datetime.date, rule: Parameter) -> Flag:
    """Who owes more than the amount of the rule, to the cent."""
    return np.greater(to_cents(borrower.balance), rule.number)


def until_its_day(_borrower: Borrower, as_of: datetime.date, rule: Parameter) -> Flag:
    """Everybody until the day of the rule, and on it."""
    return as_of <= day_of(rule)


def who_is_on(plan: PlanNow) -> Condition:
    """Who repays under a plan already."""

    def lets_in(borrower: Borrower, _as_of: datetime.date, _rule: Parameter) -> Flag:
        return borrower.plan_now == plan

    return lets_in


def with_fewer_save_payments(borrower: Borrower, _as_of: datetime.date, rule: Parameter) -> Flag:
    """Who made fewer payments under SAVE than the rule says."""
    return borrower.save_payments < rule.number


def new_borrowers(borrower: Borrower, _as_of: datetime.date, _rule: Parameter) -> Flag:
    """New borrowers, as stated."""
    return borrower.new_borrower


def earlier_borrowers(borrower: Borrower, _as_of: datetime.date, _rule: Parameter) -> Flag:
    """All but new borrowers."""
    return not borrower.new_borrower
