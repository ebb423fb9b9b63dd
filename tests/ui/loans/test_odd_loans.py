"""Odd input on the page Loans: told and kept, and plans that are closed."""

import datetime
from typing import Any

import pytest

from calc.loans import PLANS
from calc.parameters.student_loans import loan_rules
from tests.ui.loans.steps import DAY, Open, field, texts, unfolded
from tests.ui.pages import plan_of, warnings
from tests.ui.telling.borrowers import ahead, borrower
from tests.ui.telling.shipped import GRADUATE
from ui.shell.frame import PAGES
from ui.telling import loan_rules as rules_in_words
from ui.telling import loan_words, words

ODD = {
    "negative balance": (
        "loans.federal.0.balance",
        -5.0,
        "**Amount owed** is −\u2060$5.00. The least that makes sense is $1.00. "
        "Enter at least that.",
    ),
    "no balance": (
        "loans.federal.0.balance",
        0.0,
        "**Amount owed** is $0. The least that makes sense is $1.00. Enter at least that.",
    ),
    "a rate of 60 %": (
        "loans.federal.0.rate_per_year",
        60.0,
        "**Rate** is 60\u00a0%. The most we model is 25\u00a0%. Check for a digit too many.",
    ),
    "a loan in the future": (
        "loans.federal.0.made_on",
        datetime.date(2027, 1, 1),
        "**Paid out on** is 1 January 2027, after 22 November 2026, the day whose rules are used.",
    ),
}


@pytest.mark.parametrize(("path", "typed", "told"), ODD.values(), ids=ODD)
def test_odd_input_is_told_and_kept(open_app: Open, path: str, typed: Any, told: str) -> None:
    """Field, value, rule and remedy in one sentence; what was typed stays; the plan is unmoved."""
    plan = borrower()
    app = open_app("Loans", plan)
    field(app, path).set_value(typed).run()
    assert not app.exception
    assert len(warnings(app)) == 1
    assert warnings(app)[0].startswith(told)
    assert field(app, path).value == typed
    assert plan_of(app) == plan
    app.switch_page(PAGES["Your hour"]).run()
    app.switch_page(PAGES["Loans"]).run()
    assert field(app, path).value == typed


def test_months_beyond_the_last_payment(open_app: Open) -> None:
    """More than 120 months certified is refused with what to enter."""
    app = unfolded(open_app("Loans", GRADUATE), "public service")
    path = "loans.pslf_months_certified"
    field(app, path, "loan public service").set_value(130.0).run()
    assert warnings(app)[0].startswith(
        "**Months certified** is 130. The most we model is 120, because the last of them ends the "
        "loan. Enter 120 if all of them are certified."
    )
    assert field(app, path, "loan public service").value == 130.0


def test_a_later_day_makes_a_loan_of_the_future_right(open_app: Open) -> None:
    """The loan's day is kept, and taken as soon as the rules are those of a later day."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    made = datetime.date(2027, 1, 15)
    field(app, "loans.federal.0.made_on").set_value(made).run()
    assert len(warnings(app)) == 1
    field(app, "loans.as_of", "loan plan and day").set_value(datetime.date(2027, 6, 1)).run()
    assert warnings(app) == []
    assert plan_of(app).loans.federal[0].made_on == made


def test_days_before_the_first_rules(open_app: Open) -> None:
    """Rules of a day we have none of: the first day is named; a loan after the day as well."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    day = field(app, "loans.as_of", "loan plan and day")
    day.set_value(datetime.date(2026, 1, 1)).run()
    assert "hold from 1 July 2026. Choose that day or a later one." in warnings(app)[0]
    field(app, "loans.as_of", "loan plan and day").set_value(DAY).run()
    assert warnings(app) == []


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan != "rap"])
def test_a_closed_plan_says_why_and_what_is_open(open_app: Open, plan: str) -> None:
    """A graduate of 2027 may choose RAP or Tiered Standard: the others say what closes them."""
    app = open_app("Loans", GRADUATE)
    field(app, "loans.plan").set_value(plan).run()
    assert not app.exception
    said = [text.value for text in app.warning if "is not open to you" in text.value]
    assert len(said) == (plan != "tiered_standard")
    if said:
        closed = next(item for item in ahead(GRADUATE).plans if item.plan == plan)
        assert closed.closed_by is not None
        assert words.escape(closed.closed_by.label) in said[0]
        assert "Open to you: Tiered Standard, RAP." in said[0]
        assert loan_words.full_plan_name(plan) + ": not open" in field(app, "loans.plan").options


def test_an_employer_that_does_not_count(open_app: Open) -> None:
    """PSLF with a group practice: the reason is told, and what PSLF needs stands in its place."""
    app = unfolded(open_app("Loans", GRADUATE), "public service")
    box = field(app, "work.employer_type", "loan public service")
    box.select("Private group practice").run()
    assert not app.exception
    assert any("its employer does not count for PSLF" in text.value for text in app.warning)
    assert rules_in_words.pslf_needs(loan_rules(DAY)) in texts(app)
    assert "Staying is worth" not in texts(app)
