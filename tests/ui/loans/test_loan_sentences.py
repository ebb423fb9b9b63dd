"""What the page Loans says of public service, couples, awards and closed plans."""

import datetime
import re

import pytest

from calc import Scenario
from calc.loans import NAMES, PLANS, services
from calc.questions.apart import FilingApart, filing_apart
from calc.questions.repayment import service_worth
from tests.ui.loans.steps import Open, texts
from tests.ui.telling.borrowers import ABOVE, COUPLE, PEOPLE, ahead, borrower
from tests.ui.telling.shipped import GRADUATE, result_of
from ui.telling import apart_words, loan_words, words
from ui.telling import loan_rules as rules_in_words


def apart_of(plan: Scenario) -> FilingApart:
    """What filing apart comes to for a couple."""
    found = filing_apart(result_of(plan))
    assert isinstance(found, FilingApart)
    return found


def test_public_service_in_words(open_app: Open) -> None:
    """Worth a year, against a plan of choice, by belief, and beside a job that pays more."""
    app = open_app("Loans", GRADUATE)
    result, found = result_of(GRADUATE), ahead(GRADUATE)
    worth = service_worth(found)
    assert worth is not None
    assert loan_words.worth_of_service(worth, result) in texts(app)
    beliefs = next(t.value for t in app.table if "If you believe in it" in t.value)
    assert list(beliefs["If you believe in it"]) == [
        "0\u00a0%",
        "25\u00a0%",
        "50\u00a0%",
        "**100\u00a0%**",
    ]
    leaving = next(t.value for t in app.table if "Leave after" in t.value)
    assert list(leaving["Leave after"])[:3] == ["today", "1 year", "2 years"]
    app.selectbox(key="pslf against").set_value("tiered_standard").run()
    against = service_worth(found, "tiered_standard")
    assert against is not None
    assert loan_words.worth_of_service(against, result) in texts(app)
    for extra, told in (
        (0.0, "staying is ahead from today on"),
        (10_000.0, "leaving within the first 4 years is ahead"),
        (90_000.0, "leaving is ahead at any time before the end"),
    ):
        app.number_input(key="pslf extra").set_value(extra).run()
        assert told in texts(app)


def test_a_belief_of_ones_own(open_app: Open) -> None:
    """A belief of 75 % is in the sentence, and bold in the table."""
    app = open_app("Loans", GRADUATE.with_values({"loans.pslf_survives_share": 0.75}))
    assert "if you believe in it at 75\u00a0%" in texts(app)
    beliefs = next(t.value for t in app.table if "If you believe in it" in t.value)
    assert "**75\u00a0%**" in list(beliefs["If you believe in it"])


def test_public_service_that_cancels_nothing(open_app: Open) -> None:
    """A loan repaid before the 120th payment has nothing left for PSLF."""
    small = [{"balance": 4_000.0, "made_on": datetime.date(2026, 9, 1)}]
    app = open_app("Loans", GRADUATE.with_values({"loans.federal": small}))
    assert not app.exception
    assert "PSLF cancels nothing" in texts(app)


def test_a_couple_sees_both_ways_of_filing(open_app: Open) -> None:
    """Together and apart, with the tax cost as stated; without one it is worked out."""
    app = open_app("Loans", COUPLE)
    assert "Together: **\\$887** a month." in texts(app)
    assert "Apart: **\\$879** a month, and \\$200 a month more tax, as you stated." in texts(app)
    app = open_app("Loans", COUPLE.with_values({"loans.separate_cost_per_year": 0.0}))
    assert "a month, and no more tax, as you stated." in texts(app)
    worked_out = COUPLE.with_values({"loans.separate_cost_per_year": None})
    app = open_app("Loans", worked_out)
    assert not app.exception
    assert all(
        said in texts(app) for said in apart_words.told(apart_of(worked_out), result_of(worked_out))
    )
    assert any("Apart, more" in table.value for table in app.table)
    for asked in ("How this cost?", "How your return?", "How your spouse's?"):
        app.button(key=f"how {asked}").click().run()
        assert not app.exception
    assert "Together:" not in texts(open_app("Loans", ABOVE))


def test_awards_say_what_leaving_means(open_app: Open) -> None:
    """What is paid, for how long, whether it is taxed, and what is paid back."""
    awards = (
        {"label": "NHSC", "amount": 50_000.0},
        {"label": "State", "amount": 9_000.0, "taxable": True, "paid_back_if_left": False},
    )
    plan = borrower(awards=awards)
    app = open_app("Loans", plan)
    told = [loan_words.award(each, result_of(plan)) for each in services(ahead(plan))]
    assert all(sentence in texts(app) for sentence in told)
    assert "Who leaves before November 2028 is taken to pay back \\$50,000." in told[0]
    assert "taxed as income. Leaving before November 2028 costs nothing, as entered." in told[1]


@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_closed_plans_are_listed_with_their_rule(open_app: Open, plan: Scenario) -> None:
    """Open and closed plans are all there; each closed one with rule, day, source and certainty."""
    app, found = open_app("Loans", plan), ahead(plan)
    said = rules_in_words.not_open(found)
    closed = [item for item in found.plans if item.closed_by is not None]
    assert len(closed) + len(found.projections) == len(PLANS)
    for item in closed:
        (told,) = (
            text for text in said if re.search(rf"\*\*.*{re.escape(NAMES[item.plan])}.*\*\*", text)
        )
        assert words.escape(item.closed_by.label) in told
        assert words.escape(item.closed_by.source.title) in told
        assert told in texts(app)
    for name in ("SAVE", "ICR", "Graduated"):
        assert any(text.startswith(f"**{name}**") for text in said)
