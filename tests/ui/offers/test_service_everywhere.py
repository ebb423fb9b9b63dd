"""Public service over all combinations: a non-profit W-2 letter is never said not to count."""

import itertools
from collections.abc import Iterator
from typing import get_args

import pytest

from calc.offers import Compared, compare
from calc.parameters.student_loans import loan_rules
from calc.scenario import LoansByPlan, Offers
from calc.scenario.offers import MOST_OFFERS
from calc.scenario.work import EmployerType
from tests.calc.offers.letters import offer
from ui.offers import checks, service_words

CHOICES = ("none", "this_work", "other_job", "both")
KINDS = get_args(EmployerType)
COUNTING = loan_rules(LoansByPlan().as_of)["pslf_employers"].words("types")
AGAINST = ("does not count", "would not count", "None of these", "None counts")
HOURS = (0.0, 35.0)


def every(choice: str, other_hours: float, pay: str, hours: float) -> Iterator[Compared]:
    """A letter of each kind of employer, of one that is not stated, and of a contractor."""
    contracted = {"contracted_hours_per_week": hours}
    rate = {"salary": "salary_per_year", "hourly": "rate_per_hour"}[pay]
    terms = {"kind": pay, rate: {"salary": 50_000.0, "hourly": 27.0}[pay], **contracted}
    rows = [offer(pay, kind, work={"employer_type": kind, "pay": terms}) for kind in KINDS]
    rows += [offer(pay, "unstated", work={"pay": terms}), offer("split", "1099", "contractor")]
    loans = {"kind": "by_plan", "federal": [{"balance": 90_000.0, "rate_per_year": 0.07}]}
    person = {
        "loans": {**loans, "plan": "rap", "pslf_employer": choice},
        "household": {"other_job_hours_per_week": other_hours},
    }
    for start in range(0, len(rows), MOST_OFFERS):
        few = rows[start : start + MOST_OFFERS]
        yield from compare(Offers.parse({"offers": few, **person})).compared


@pytest.mark.parametrize(
    ("choice", "other", "pay"), tuple(itertools.product(CHOICES, HOURS, ("salary", "hourly")))
)
def test_a_letter_that_counts_is_never_said_not_to(choice: str, other: float, pay: str) -> None:
    """Whatever was chosen under Loans or left alone, an employer that counts, counts.

    Neither the words of public service nor a check says otherwise of it; nor of a letter whose
    employer nobody stated. All others, of which it may be said, are W-2 of others, or a 1099.
    """
    for found in every(choice, other, pay, 40.0):
        said = " ".join(
            [
                service_words.standing(found),
                *(checks.sentence(check, "USD") for check in found.checks),
            ]
        )
        if found.offer.label in COUNTING:
            assert found.service is not None, (found.offer.label, choice)
        if found.offer.label in (*COUNTING, "unstated"):
            assert not any(words in said for words in AGAINST), said


@pytest.mark.parametrize(("choice", "other"), tuple(itertools.product(CHOICES, HOURS)))
def test_too_few_hours_are_told_as_hours(choice: str, other: float) -> None:
    """20 hours at an employer that counts: enough beside 35 of another job that counts, too."""
    beside = choice in ("other_job", "both")
    for found in every(choice, other, "salary", 20.0):
        if found.offer.label in COUNTING:
            assert (found.service is not None) == (beside and other == 35.0)
            if found.service is None:
                wanted = "hours_together" if beside else "pslf_hours"
                assert found.public_service.why_not == wanted
