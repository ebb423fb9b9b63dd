"""Which salary would leave the same for the same hours."""

from __future__ import annotations

from calc.number import MONTHS_PER_YEAR
from calc.questions.solve import OutOfReach, Reached, Target, solve_for
from calc.scenario import Benefits, Employee, Salary
from calc.year.evaluate import Result

SALARY = "work.pay.salary_per_year"


def salary_equivalent(
    result: Result, benefits: Benefits | None = None, premium_per_month: float = 0.0
) -> Reached | OutOfReach:
    """The W-2 salary, with stated benefits, that leaves the same take-home for the same hours.

    The work stays as it is, for somebody else: same sessions, notes, weeks and support, no costs of
    a practice and none of its own premium but `premium_per_month`. Contracted are the hours of a
    worked week. A match or stipend counts as pay; benefits in kind are costs the person does not
    have.
    """
    scenario, work = result.scenario, result.scenario.work
    job = Employee(
        session_kinds=work.session_kinds,
        time=work.time,
        conditions=work.conditions,
        health_premium_per_month=premium_per_month,
        benefits=benefits or Benefits(),
        pay=Salary(contracted_hours_per_week=float(result.year.hours_per_week.amount)),
    )
    hired = scenario.with_values({"work": job, "costs": (), "ahead": None})
    target = Target("take_home_per_month", float(result.take_home.amount) / MONTHS_PER_YEAR)
    return solve_for(hired, SALARY, target, result.rules)
