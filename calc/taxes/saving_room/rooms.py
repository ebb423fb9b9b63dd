"""The rooms of one person: every plan there is, open or closed, in one order."""

from __future__ import annotations

from calc.number import Number
from calc.parameters import Rules
from calc.taxes import credit_rules
from calc.taxes.credits import savers_law
from calc.taxes.saving_room import accounts, own_plans
from calc.taxes.saving_room.saver import Room, Saver


def saving_room(saver: Saver, rules: Rules) -> tuple[Room, ...]:
    """Most that may go into each plan in the year, with why less, and by when.

    >>> from calc.parameters import load_rules
    >>> person = Saver(form="sole_proprietor", age=40, profit=100_000.0, adjusted_income=90_000.0)
    >>> solo, sep, *_ = saving_room(person, load_rules(2026))
    >>> round(float(solo.total), 2), round(float(sep.total), 2)
    (43087.04, 18587.05)
    """
    rate = savers_credit_rate(saver, rules)
    return (
        own_plans.solo_401k(saver, rules, rate),
        own_plans.sep(saver, rules),
        own_plans.simple_ira(saver, rules, rate),
        accounts.employer_401k(saver, rules, rate),
        accounts.traditional_ira(saver, rules, rate),
        accounts.roth_ira(saver, rules, rate),
        accounts.health_savings(saver, rules),
    )


def savers_credit_rate(saver: Saver, rules: Rules) -> Number:
    """Share that the saver's credit pays of what a person defers or puts into an IRA.

    It counts the first $2,000 of each person. Students, dependants and who is under 18 have none,
    which is not asked; nor is what was taken out of a plan.

    >>> from calc.parameters import load_rules
    >>> person = Saver(form="employee", age=40, pay=26_000.0, adjusted_income=26_000.0)
    >>> float(savers_credit_rate(person, load_rules(2026)))
    0.2
    """
    steps, _ = rules.once(savers_law)
    above, rates = steps.row(saver.credit_status), steps.row("rates")
    return credit_rules.savers_rate(saver.adjusted_income, above, rates)
