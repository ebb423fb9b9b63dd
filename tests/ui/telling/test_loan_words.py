"""Student loans in words: headings, ends, the income steps of RAP, public service, awards."""

import re
from dataclasses import replace

import pytest

from calc import Scenario
from calc.questions.cliff import cliff, contribution_to_fall_below, more_profit_to_the_line
from calc.questions.repayment import outlook, service_worth
from calc.scenario.loans import LoansByPlan
from tests.ui.telling.borrowers import ABOVE, COUPLE, JOINT, OLD, PAYE, PEOPLE, ahead, borrower
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of
from ui.telling import loan_words

PRIVATE = borrower(federal=(), private=({},))
HEADINGS = {
    "a graduate of 2027": "RAP asks \\$156 a month: \\$1.01 of every hour you work.",
    "a borrower of 2019 on PAYE": "PAYE asks \\$680 a month: \\$6.84 of every hour you work.",
    "a couple who both owe": "Your loans cost \\$1,079 a month in all: \\$10.87 of every hour",
    "an owner just above a line": "RAP asks \\$537 a month: \\$6.28 of every hour you work.",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_the_heading_is_the_answer(name: str) -> None:
    """What the loan asks a month and of an hour stands in the heading."""
    plan = PEOPLE[name]
    said, _ = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    assert said.startswith(HEADINGS[name])


def test_a_plan_that_nobody_chose_does_not_lead() -> None:
    """The heading names the range of the open plans; below it, which one counts until then."""
    plan = SOLO.with_values({"loans": {"kind": "by_plan", "federal": (OLD,)}})
    found = ahead(plan)
    heading, sentence = loan_words.heading(result_of(plan), found)
    asked = [float(each.first_payment) for each in found.projections]
    least, most = (f"\\${end(asked):,.0f}" for end in (min, max))
    assert heading == (
        f"No repayment plan is chosen yet: the {len(asked)} open to you ask {least} to {most} "
        "a month."
    )
    assert sentence.startswith("Until you choose one, RAP counts: \\$")
    assert "of every hour you work. " in sentence
    asked_alone = replace(found, projections=found.projections[:1])
    assert "the one open to you asks \\$" in loan_words.none_chosen(result_of(plan), asked_alone)
    both = plan.with_values({"loans.private": ({},)})
    _, sentence = loan_words.heading(result_of(both), ahead(both))
    assert " for all loans: \\$" in sentence


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
    assert "It is $581 above $80,000, the top of the step below." in said
    assert "A further SEP contribution of **$581 a year** takes you there" in said
    assert "lowers the payment by **$70.54 a month**" in said
    assert re.search(
        r"more, about \$[\d,]+ of profit, takes you to \$90,000, the top of this", said
    )
    assert "One dollar beyond it costs **$75.01 a month**" in said


def test_at_a_line() -> None:
    """One more dollar crosses it."""
    said = lines_of(borrower(adjusted_income_per_year=60_000.0))
    assert "Your adjusted income on your last return is **$60,000**." in said
    assert (
        "It is at the top of its step, $60,000: one more dollar costs **$50.01 a month**." in said
    )
    assert "There the payment is $83.33 a month less." in said


def test_beyond_all_lines() -> None:
    """Above the last line there is none to cross, and none to fall to."""
    said = lines_of(SOLO.with_values({**JOINT, "loans": {"kind": "by_plan"}}))
    assert "It is in the highest step already." in said
    assert "no SEP contribution that the law lets you deduct takes you there" in said


def test_an_employee_speaks_of_pay() -> None:
    """Pay and a deferral, where there is no profit."""
    said = lines_of(GRADUATE)
    assert "more pay takes you to $50,000, the top of this step" in said
    assert "401(k) or 403(b) deferral" in said


def test_rap_waives_and_adds() -> None:
    """Interest not charged and principal added are told, each only where there is some."""
    rap = ahead(GRADUATE).of("rap")
    said = loan_words.gifts_of_rap(rap, result_of(GRADUATE))
    assert "of interest is not charged and the government adds" in said
    matched = ahead(borrower({"work.session_kinds.0.booked_per_week": 18.05})).of("rap")
    assert "interest" not in loan_words.gifts_of_rap(matched, result_of(ABOVE))


SENTENCES = {
    "pslf": (
        GRADUATE,
        "Public service ends it in June 2037: \\$39,855 paid, \\$59,910 cancelled, free of federal "
        "tax.",
    ),
    "certified": (
        GRADUATE.with_values({"loans.pslf_months_certified": 120}),
        "All payments that count are made: \\$66,000 is cancelled now.",
    ),
    "forgiven": (
        borrower(adjusted_income_per_year=3e4, federal=({**OLD, "balance": 2e5},), plan="ibr_10"),
        "It ends in November 2046: \\$214,804 paid, and \\$302,796 cancelled, with about \\$66,615 "
        "of tax on it.",
    ),
    "repaid": (PAYE, "It is repaid in November 2037, after \\$100,268 in all."),
    "in parts": (
        COUPLE,
        "RAP asks \\$879 of it. It is repaid in July 2034, after \\$89,275 in all.",
    ),
    "known": (
        SOLO.with_values({"loans.payment_per_month": 310.0}),
        "You entered the payment. From the loan this page works out what each plan asks.",
    ),
    "private": (PRIVATE, "A private loan asks a level payment over its years, whatever you earn."),
    "none": (
        SOLO,
        "Type the payment you know, or work it out from the loan: then the plans open to you stand "
        "side by side, to their end.",
    ),
    "none, from the loan": (
        borrower(federal=()),
        "Enter what you owe: the plans open to you then stand side by side, to their end.",
    ),
}


@pytest.mark.parametrize(("plan", "told"), SENTENCES.values(), ids=SENTENCES)
def test_the_sentence_below_the_heading_says_how_it_ends(plan: Scenario, told: str) -> None:
    """Repaid, cancelled by either road, cancelled now; or how the payment came about."""
    result = result_of(plan)
    assert loan_words.heading(result, outlook(result))[1] == told


def test_an_hour_that_is_not_worked_costs_nothing() -> None:
    """Without hours the heading ends with the month."""
    plan = borrower(
        {
            "work.session_kinds": (),
            "work.time": dict.fromkeys(
                (
                    "administration_hours_per_week",
                    "marketing_hours_per_week",
                    "training_hours_per_year",
                ),
                0.0,
            ),
            "support.consultation_hours_per_week": 0.0,
        },
        adjusted_income_per_year=5e4,
    )
    heading, _ = loan_words.heading(result_of(plan), ahead(plan))
    assert heading == "RAP asks \\$167 a month."


SUMMARIES = {
    "by plan": (GRADUATE, "RAP, \\$156 a month"),
    "known": (SOLO.with_values({"loans.payment_per_month": 310.0}), "\\$310 a month"),
    "private": (PRIVATE, "\\$243 a month"),
    "none": (SOLO, "none"),
}


@pytest.mark.parametrize(("plan", "told"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_folded_group_tells_the_payment(plan: Scenario, told: str) -> None:
    """The plan where one was chosen, and the payment a month."""
    assert loan_words.summary(result_of(plan)) == told


ASKED = {
    "by income": (
        GRADUATE,
        "What the plan asks of the income of a year, a twelfth of it each month.",
    ),
    "by debt": (borrower(plan="standard_10"), "The same each month, whatever you earn."),
    "known": (SOLO, "What you pay on student loans in a year."),
}


@pytest.mark.parametrize(("plan", "told"), ASKED.values(), ids=ASKED)
def test_what_a_payment_looks_at(plan: Scenario, told: str) -> None:
    """Income, debt, or nothing of ours."""
    assert loan_words.what_is_asked(result_of(plan)) == told


OWED = {
    "two": (GRADUATE, "2 loans, \\$66,000"),
    "one": (PAYE, "1 loan, \\$66,000"),
    "private": (PRIVATE, "1 loan, \\$20,000"),
    "none": (borrower(federal=()), "none"),
}


@pytest.mark.parametrize(("plan", "told"), OWED.values(), ids=OWED)
def test_what_is_owed_in_a_few_words(plan: Scenario, told: str) -> None:
    """How many loans and how much, federal and private together."""
    assert isinstance(plan.loans, LoansByPlan)
    assert loan_words.group_of_loans(plan.loans, result_of(plan)) == told


def test_how_each_plan_ends_in_a_word() -> None:
    """By public service, forgiven, repaid."""
    long = borrower(adjusted_income_per_year=3e4, federal=({**OLD, "balance": 2e5},))
    words = [loan_words.outcome(plan) for plan in ahead(long).projections]
    assert words == ["repaid", "repaid", "forgiven", "forgiven"]
    assert loan_words.outcome(ahead(GRADUATE).of("rap")) == "by PSLF"


def test_an_income_that_was_stated_asks_no_profit() -> None:
    """What a return said is not turned into profit of this plan."""
    assert lines_of(borrower(adjusted_income_per_year=15_000.0)) == (
        "Your adjusted income on your last return is **$15,000**. $5,000 more takes you to "
        "$20,000, the top of this step. One dollar beyond it costs **$16.67 a month**. It is "
        "$5,000 above $10,000, the top of the step below. There the payment is $2.50 a month less."
    )


def test_a_line_that_costs_nothing_is_not_told() -> None:
    """Below the first line, and where dependents take the payment away on both sides."""
    own = "Your adjusted income on your last return is"
    assert lines_of(borrower(adjusted_income_per_year=9_000.0)) == f"{own} **$9,000**."
    both = borrower(adjusted_income_per_year=12_000.0, dependents=3)
    assert lines_of(both) == f"{own} **$12,000**."


@pytest.mark.parametrize(
    ("share", "a_year", "today"), [(1.0, "6,095", "50,170"), (0.75, "4,571", "37,627")]
)
def test_public_service_is_worth_so_much_a_year(share: float, a_year: str, today: str) -> None:
    """What staying is worth, at the belief that it pays out."""
    plan = GRADUATE.with_values({"loans.pslf_survives_share": share})
    worth = service_worth(ahead(plan))
    assert worth is not None
    belief = "" if share == 1.0 else " if you believe in it at 75\u00a0%"
    assert loan_words.worth_of_service(worth, result_of(plan)) == (
        f"Staying is worth about **\\${a_year} a year** after tax while you stay{belief}, for 120 "
        f"more payments: \\${today} in today's money, against RAP without PSLF."
    )


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        (0.0, "At \\$0 more a year, staying is ahead from today on."),
        (
            6_500.0,
            "At \\$6,500 more a year, leaving within the first 1 year is ahead; from then on "
            "staying to the end is.",
        ),
        (
            10_000.0,
            "At \\$10,000 more a year, leaving within the first 4 years is ahead; from then on "
            "staying to the end is.",
        ),
        (90_000.0, "At \\$90,000 more a year, leaving is ahead at any time before the end."),
    ],
)
def test_from_when_on_staying_beats_a_job_that_pays_more(extra: float, told: str) -> None:
    """At once, after some years, or never."""
    worth = service_worth(ahead(GRADUATE))
    assert worth is not None
    alone = "This counts the loans only; a higher income would raise the payments too."
    assert loan_words.break_even(worth, extra, result_of(GRADUATE)) == f"{told} {alone}"
