"""Associates and borrowers: what the kind of work and of employer leaves open to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import numpy as np

from calc.loans import PublicService, public_service
from calc.loans.service import WhyNot
from calc.offers.labour.terms import Check, CheckKind, LetterTerms
from calc.parameters import Parameter
from calc.parameters.labour import Family, classification
from calc.parameters.student_loans import loan_rules
from calc.scenario import Contractor, Employee, LoansByPlan, OwnPractice, Work
from calc.year.evaluate import Result

# What a rule of a state comes to for a contractor, and whether it is grave.
OF_CONTRACTOR: dict[str, tuple[CheckKind, bool]] = {
    "employee_only": ("contractor_forbidden", True),
    "hours_not_counted": ("contractor_hours_not_counted", True),
    "not_independent": ("contractor_conditions", False),
    "conditions": ("contractor_conditions", False),
    "argument": ("contractor_conditions", False),
}
NOT_AS_CONTRACTOR = tuple(effect for effect, (_, grave) in OF_CONTRACTOR.items() if grave)
# Under these a practice of one's own is closed, or its hours do not count.
NO_OWN_PRACTICE = ("employee_only", "hours_not_counted", "not_independent")
Against: TypeAlias = WhyNot | Literal["pslf_employer_not_stated"]
OTHER_JOB = ("other_job", "both")  # what a person whose other job counts has chosen
PSLF_LAW: Mapping[Against, str] = {
    "pslf_employer_not_stated": "pslf_employers",
    "pslf_not_employee": "pslf_employers",
    "pslf_employer": "pslf_employers",
    "pslf_hours": "pslf_hours_per_week",
}


def standing_checks(result: Result, terms: LetterTerms) -> Iterator[Check]:
    """How associates may be paid, supervision, and public service."""
    if not terms.licensed and terms.family is not None:
        yield from _classification(result.scenario.work, terms.state, terms.family)
        if not terms.supervision_named:
            yield Check("no_supervision_named", grave=True)
    yield from _public_service(result)


def _classification(work: Work, state: str, family: Family) -> Iterator[Check]:
    """What the state says of an associate who is not an employee."""
    rules = classification(state, family)
    if isinstance(work, Contractor):
        if not rules:
            yield Check("contractor_not_checked", values={"state": state})
        for rule in rules:
            kind, grave = OF_CONTRACTOR[rule.text("effect")]
            yield Check(kind, rule, _words(rule), grave)
    elif isinstance(work, OwnPractice):
        for rule in rules:
            if rule.text("effect") != "argument":
                grave = rule.text("effect") in NO_OWN_PRACTICE
                yield Check("own_practice_limited", rule, _words(rule), grave)


def hours_in_doubt(work: Work, terms: LetterTerms) -> Parameter | None:
    """A rule that was read, by which hours of this work may not count towards the licence, if any.

    It is for the board to say whether they do.
    """
    if terms.licensed or terms.family is None or isinstance(work, Employee):
        return None
    closed = NO_OWN_PRACTICE if isinstance(work, OwnPractice) else NOT_AS_CONTRACTOR
    rules = classification(terms.state, terms.family)
    return next((rule for rule in rules if rule.text("effect") in closed), None)


def _words(rule: Parameter) -> dict[str, str]:
    return {name: rule.text(name) for name in ("state", "who", "effect", "words")}


def _public_service(result: Result) -> Iterator[Check]:
    """Why payments on federal loans would not count for PSLF in this work."""
    work, loans = result.scenario.work, result.scenario.loans
    if not isinstance(loans, LoansByPlan):
        return
    asked = loans.pslf_employer == "this_work"
    if not asked and (not loans.federal or isinstance(work, OwnPractice)):
        return
    against = against_service(result)
    if against is None:
        return
    law = loan_rules(loans.as_of)[PSLF_LAW[against]]
    values = {
        "why_not": against,
        "asked": "yes" if asked else "no",
        # no hour a week where no week is worked
        "hours_per_week": np.nan_to_num(_in_this_work(result).hours_per_week),
    }
    yield Check("pslf_not_available", law, values, grave=asked)


def against_service(result: Result) -> Against | None:
    """Why payments on federal loans would not count for PSLF in this work; None where they would.

    None too where the person's other job counts: then its hours decide too. An employer whose kind
    nobody stated is not taken for one that does not count: it is asked.
    """
    work, loans = result.scenario.work, result.scenario.loans
    if not isinstance(loans, LoansByPlan) or loans.pslf_employer in OTHER_JOB:
        return None
    why_not = _in_this_work(result).why_not
    unsaid = isinstance(work, Employee) and work.stated_employer is None
    if why_not == "pslf_employer" and unsaid:
        return "pslf_employer_not_stated"
    return why_not


def _in_this_work(result: Result) -> PublicService:
    """Public service as if it was this work that is to count."""
    asked = result.scenario.with_values({"loans.pslf_employer": "this_work"})
    return public_service(asked, result.year.hours_per_week.amount)
