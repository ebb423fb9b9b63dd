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
        if _has(form, step)
    )


def sources_of(plan: Plan, form: Form, rules: Rules) -> tuple[Parameter, ...]:
    """The law behind those days."""
    named = tuple(rules[law] for step, law in STEPS[plan].items() if _has(form, step))
    return (*named, rules[DAYS])


def _has(form: Form, step: Step) -> bool:
    """Whether a form of work has a step: a first deferral for the year just past is a proprietor's.

    A corporation's goes through pay, which ends with the year.
    """
    return step != "first_year_deferral" or form == "sole_proprietor"
