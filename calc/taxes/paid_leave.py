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


def leave_in_words(leave: Parameter) -> str:
    """The employer's part of paid leave by its number of employees.

    >>> from calc.parameters import load_rules
    >>> leave_in_words(load_rules(2026)["payroll_tax.offered_leave_DE"])
    '0.16 % of pay from 10 employees on, 0.4 % of pay from 25 employees on'
    """
    sizes = zip(leave.row("from_employees"), leave.percents_of("shares"), strict=True)
    return ", ".join(f"{share} of pay from {_people(size)} on" for size, share in sizes)


def _people(count: float) -> str:
    return f"{count:g} employee{'' if count == 1 else 's'}"
