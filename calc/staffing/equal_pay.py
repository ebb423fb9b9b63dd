"""What pay of one kind is worth in another, and the sessions that carry a clinician."""

from __future__ import annotations

from calc.number import Number
from calc.questions.solve.closed_forms import sessions_to_break_even


def cost_equal_split(employee_share: Number, employer_load: Number) -> Number:
    """The contractor's share of collections that costs the clinic what an employee's share does.

    >>> round(cost_equal_split(0.50, 0.0765), 5)
    0.53825
    """
    return employee_share * (1.0 + employer_load)


def pay_equal_split(
    employee_share: Number, employee_rate: Number, counted_share: Number, self_employed_rate: Number
) -> Number:
    """The contractor's share that leaves the person the same after payroll tax, before income tax.

    An employee pays `employee_rate`; a contractor pays `self_employed_rate` on `counted_share` of
    profit. Benefits, own costs and the deduction of half the tax are left out.

    >>> round(pay_equal_split(0.50, 0.0765, 0.9235, 0.153), 6)
    0.537729
    """
    return employee_share * (1.0 - employee_rate) / (1.0 - counted_share * self_employed_rate)


def sessions_to_carry_pay_by_session(
    overhead_per_year: Number,
    weeks: Number,
    held_share: Number,
    receipt_per_session: Number,
    pay_per_session: Number,
    employer_load: Number,
) -> Number:
    """Sessions booked a week at which a clinician paid by the session pays for their overhead.

    Negative where a session costs more than it brings: no number of them does.

    >>> round(float(sessions_to_carry_pay_by_session(18_000.0, 46.0, 0.88, 110.0, 58.0, 0.09)), 4)
    9.5054
    """
    left = receipt_per_session - pay_per_session * (1.0 + employer_load)
    return sessions_to_break_even(overhead_per_year, weeks, held_share, left)


def sessions_to_carry_salary(
    loaded_salary_per_year: Number,
    overhead_per_year: Number,
    weeks: Number,
    held_share: Number,
    receipt_per_session: Number,
) -> Number:
    """Sessions booked a week at which a salaried clinician pays for salary, load and overhead.

    >>> round(float(sessions_to_carry_salary(88_240.0, 18_000.0, 46.0, 0.88, 110.0)), 4)
    23.8591
    """
    fixed = loaded_salary_per_year + overhead_per_year
    return sessions_to_break_even(fixed, weeks, held_share, receipt_per_session)
