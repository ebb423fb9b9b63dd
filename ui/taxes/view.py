"""What the page Taxes and saving works on: both forms of a practice, found once for what is asked.

All that the page shows of the two forms is made here of a result and what is asked of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from calc import Result
from calc.number import FloatArray
from calc.parameters.labour import Occupation
from calc.questions.comparable_pay import ComparablePay, comparable_pay
from calc.questions.entity import (
    OverSalaries,
    Practice,
    election_open,
    forms_at,
    over_salaries,
    practice_in,
    profit_that_turns,
)
from calc.questions.forms_told import AlsoMoves, FormRow, also_moves, form_rows
from calc.scenario import OwnPractice, Scenario
from calc.scenario.entity import SCorporation
from calc.taxes.forms import BothForms
from ui.shell import answers

MOST_TIMES = 4.0  # of the profit, up to which one that turns is looked for


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the forms: whose pay, the salary (None for the median), running costs."""

    occupation: Occupation
    salary: float | None
    costs: float


@dataclass(frozen=True, slots=True)
class Forms:
    """Both forms of the practice of a result, in dollars a year.

    `curve` is the gain over every salary that the practice could pay. `both`, `rows` and `also` are
    None at a salary beyond that; `turns_at_profit` is None where no profit looked at turns it.
    """

    asked: Asked
    practice: Practice
    pay: ComparablePay
    salary: float
    curve: OverSalaries
    both: BothForms | None
    rows: tuple[FormRow, ...]
    also: AlsoMoves | None
    turns_at_profit: float | None
    looked_to: float

    @property
    def most(self) -> float:
        """The most that the practice could pay as a salary; 0 where nothing is left for one."""
        return float(self.curve.salaries[-1])

    @property
    def gain(self) -> float:
        """What the corporation leaves more at the salary asked for; NaN where it cannot pay it."""
        return float(self.both.gain.amount) if self.both else float("nan")

    @property
    def gains(self) -> FloatArray:
        """The gain at each salary of the curve."""
        return self.curve.gain

    @property
    def ever_gains(self) -> bool:
        """Whether some salary that it could pay leaves more."""
        return bool((self.curve.gain > 0.0).any())


def own_form(plan: Scenario) -> SCorporation | None:
    """The corporation that the plan has; None where it has none."""
    work = plan.work
    return (
        work.form if isinstance(work, OwnPractice) and work.form.kind != "sole_proprietor" else None
    )


def forms_of(result: Result, asked: Asked) -> Forms:
    """Both forms of the practice of a result.

    `ScenarioError` for an employee, and where tax is not that of a United States return.
    """
    practice = practice_in(result)
    pay = comparable_pay(result, asked.occupation)
    salary = float(pay.median) if asked.salary is None else asked.salary
    curve = over_salaries(practice, asked.costs)
    looked_to = MOST_TIMES * max(float(practice.profit), salary)
    can = 0.0 < float(curve.salaries[-1]) >= salary
    both = forms_at(practice, salary, asked.costs, election_open(practice)) if can else None
    return Forms(
        asked=asked,
        practice=practice,
        pay=pay,
        salary=salary,
        curve=curve,
        both=both,
        rows=form_rows(both) if both else (),
        also=also_moves(practice, both) if both else None,
        turns_at_profit=profit_that_turns(practice, salary, asked.costs, looked_to),
        looked_to=looked_to,
    )


def found(result: Result, asked: Asked) -> Forms:
    """The same, worked out once for a plan and what is asked of it."""
    plan = result.scenario
    at = (asked.occupation, asked.salary, asked.costs, plan.tax_year)
    return answers.kept(
        "both forms", partial(forms_of, result, asked), of=answers.parts_of(plan), at=at
    )
