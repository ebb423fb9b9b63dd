"""The employer's part of a state's paid leave: from which size it is owed, and how much."""

from __future__ import annotations

from calc.parameters import Parameter, Rules


def employer_leave(rules: Rules, state: str) -> Parameter | None:
    """The employer's part of a state's paid leave, where it was read and holds in this year.

    >>> from calc.parameters import load_rules
    >>> employer_leave(load_rules(2026), "TX") is None
    True
    """
    key = f"payroll_tax.employer_leave_{state}"
    if not any(name == key for name in rules):
        return None
    found = rules[key]
    return found if found.year is not None and found.year <= rules.tax_year else None


def leave_rate(leave: Parameter, employees: float) -> float:
    """The part of pay an employer of so many employees owes: that of the last size it reaches.

    >>> from calc.parameters import load_rules
    >>> washington = load_rules(2026)["payroll_tax.employer_leave_WA"]
    >>> leave_rate(washington, 49.0), leave_rate(washington, 50.0)
    (0.0, 0.00322841)
    """
    sizes = zip(leave.row("from_employees"), leave.row("shares"), strict=True)
    return max((rate for size, rate in sizes if employees >= size), default=0.0)
