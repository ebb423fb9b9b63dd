"""Student loans in words: headings, ends, the lines of RAP, public service, awards."""

import re

import pytest

from calc import Scenario
from calc.questions.repayment import (
    cliff,
    contribution_to_fall_below,
    more_profit_to_the_line,
    outlook,
)
from tests.ui.telling.borrowers import ABOVE, JOINT, PEOPLE, ahead, borrower
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of
from ui.telling import loan_words

HEADINGS = {
    "a graduate of 2027": "RAP asks \\$156 a month: \\$1.02 of every hour you work.",
    "a borrower of 2019 on PAYE": "PAYE asks \\$680 a month: \\$6.85 of every hour you work.",
    "a couple who both owe": "Your loans cost \\$1,079 a month in all: \\$10.87 of every hour",
    "an owner just above a line": "RAP asks \\$537 a month: \\$6.28 of every hour you work.",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_the_heading_is_the_answer(name: str) -> None:
    """What the loan asks a month and of an hour stands in the heading."""
    plan = PEOPLE[name]
    said, _ = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    assert said.startswith(HEADINGS[name])


def test_nothing_asked_is_said_so() -> None:
    """A payment of nothing is in words."""
    plan = borrower(plan="ibr_10", adjusted_income_per_year=0.0)
    heading, _ = loan_words.heading(result_of(plan), ahead(plan))
    assert heading == "IBR (10 %) asks nothing a month on this income."


def lines_of(plan: Scenario) -> str:
    """What is said of the lines of RAP."""
    result = result_of(plan)
    found = cliff(result)
    assert found is not None
    profit, fall = more_profit_to_the_line(result), contribution_to_fall_below(result)
    return " ".join(loan_words.lines_of_rap(found, profit, fall, result)).replace("\\", "")


def test_just_above_a_line() -> None:
    """What the line costs, and the contribution that takes the owner below it."""
    said = lines_of(ABOVE)
    assert "It is $581 above the $80,000 line." in said
    assert "A further SEP contribution of **$581 a year** takes you to it" in said
    assert "lowers the payment by **$70.54 a month**" in said
    assert re.search(r"more, about \$[\d,]+ of profit, reaches the \$90,000 line", said)
    assert "One dollar beyond it costs **$75.01 a month**" in said


def test_at_a_line() -> None:
    """One more dollar crosses it."""
    said = lines_of(borrower(adjusted_income_per_year=60_000.0))
    assert "The adjusted income on your last return is **$60,000**." in said
    assert "It stands at the $60,000 line: one more dollar costs **$50.01 a month**." in said
    assert "At that line the payment is $83.33 less." in said


def test_beyond_all_lines() -> None:
    """Above the last line there is none to cross, and none to fall to."""
    said = lines_of(SOLO.with_values({**JOINT, "loans": {"kind": "by_plan"}}))
    assert "No line of RAP lies above it." in said
    assert "no SEP contribution that the law lets you deduct reaches it" in said


def test_an_employee_speaks_of_pay() -> None:
    """Pay and a deferral, where there is no profit."""
    said = lines_of(GRADUATE)
    assert "more pay reaches the $50,000 line" in said
    assert "401(k) or 403(b) deferral" in said


def test_rap_waives_and_adds() -> None:
    """Interest not charged and principal added are told, each only where there is some."""
    rap = ahead(GRADUATE).of("rap")
    said = loan_words.gifts_of_rap(rap, result_of(GRADUATE))
    assert "of interest is not charged and the government adds" in said
    matched = ahead(borrower({"work.session_kinds.0.booked_per_week": 18.05})).of("rap")
    assert "interest" not in loan_words.gifts_of_rap(matched, result_of(ABOVE))
