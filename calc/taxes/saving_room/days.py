"""By when each step of a plan is done."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from calc.parameters import Parameter, Rules
from calc.taxes.saving_room.saver import Deadline, Form, Plan, Step

DAYS = "retirement.days"
_OF_ACCOUNTS: Mapping[Step, str] = {"contribution": "retirement.account_paid_by"}
# The steps of each plan, with the law that names the day of each.
STEPS: Mapping[Plan, Mapping[Step, str]] = {
    "solo_401k": {
        "set_up": "retirement.plan_set_up_by",
        "deferral_chosen": "retirement.deferral_chosen_by",
        "deferral_paid": "retirement.deferral_paid_by",
        "first_year_deferral": "retirement.first_year_deferral_by",
        "employer_part_paid": "retirement.employer_part_paid_by",
    },
    "sep": {
        "set_up": "retirement.plan_set_up_by",
        "employer_part_paid": "retirement.employer_part_paid_by",
    },
    "simple_ira": {
        "set_up": "retirement.simple_set_up_by",
        "deferral_paid": "retirement.simple_deferral_paid_by",
        "employer_part_paid": "retirement.employer_part_paid_by",
    },
    "employer_401k": {
        "deferral_chosen": "retirement.deferral_chosen_by",
        "deferral_paid": "retirement.deferral_paid_by",
    },
    "traditional_ira": _OF_ACCOUNTS,
    "roth_ira": _OF_ACCOUNTS,
    "health_savings": _OF_ACCOUNTS,
}


def deadlines_of(plan: Plan, form: Form, rules: Rules) -> tuple[Deadline, ...]:
    """The last days of a plan's steps for a form of work; a step that it does not have is left out.

    >>> from calc.parameters import load_rules
    >>> [str(one.day) for one in deadlines_of("sep", "s_corporation", load_rules(2026))]
    ['2027-09-15', '2027-09-15']
    """
    days = rules[DAYS]
    return tuple(
        Deadline(step, datetime.date.fromisoformat(days.text(rules[law].text(form))))
        for step, law in STEPS[plan].items()
        if _names(rules[law], form)
    )


def sources_of(plan: Plan, form: Form, rules: Rules) -> tuple[Parameter, ...]:
    """The law behind those days."""
    laws = tuple(rules[law] for law in STEPS[plan].values())
    return (*(law for law in laws if _names(law, form)), rules[DAYS])


def _names(law: Parameter, form: Form) -> bool:
    return isinstance(law.value, Mapping) and form in law.value
