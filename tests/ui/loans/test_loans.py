"""Loans: what the page answers, for each person and without loans, here and on Your hour."""

import re

import pytest

from calc import Scenario
from calc.questions.repayment import outlook
from tests.ui.loans.steps import Open, field, owed, texts
from tests.ui.pages import KIND, number_paths, plan_of, warnings
from tests.ui.telling.borrowers import ABOVE, COUPLE, OLD, PAYE, PEOPLE, ahead, borrower
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of
from ui.shell import loan_fields
from ui.telling import loan_words, numbers, words

# --- the page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_the_page_answers(open_app: Open, plan: Scenario) -> None:
    """Heading, four figures and the table of plans are the engine's; every "How ...?" opens."""
    app = open_app("Loans", plan)
    assert not app.exception
    result, found = result_of(plan), ahead(plan)
    chosen = found.of(found.chosen)
    heading, sentence = loan_words.heading(result, found)
    assert app.title[0].value == heading
    assert sentence in [text.value for text in app.markdown]
    wage = words.escape(numbers.wage(float(result.wage_after_loans.amount)))
    paid = words.escape(numbers.money(float(chosen.total_paid)))
    last = str(found.last_month(found.chosen).year)
    assert [metric.value for metric in app.metric][1:] == [wage, paid, last]
    table = next(table.value for table in app.table if "Now" in table.value)
    assert list(table["Now"]) == [float(each.first_payment) for each in found.projections]
    for how in ("payment", "wage", "total", "end"):
        app.button(key=f"how How this {how}?").click().run()
        assert not app.exception


ENDINGS: dict[str, tuple[Scenario, str]] = {
    "pslf": (GRADUATE, "Public service ends it in June 2037"),
    "repaid": (PAYE, "It is repaid in "),
    "forgiven": (
        borrower(adjusted_income_per_year=3e4, federal=({**OLD, "balance": 2e5},), plan="ibr_10"),
        "It ends in ",
    ),
    "certified": (
        GRADUATE.with_values({"loans.pslf_months_certified": 120}),
        "All payments that count are made",
    ),
    "nothing": (borrower(plan="ibr_10", adjusted_income_per_year=0.0), "It is repaid in "),
    "in parts": (COUPLE, "RAP asks \\$879 of it. It is repaid in "),
    "private": (
        SOLO.with_values({"loans": {"kind": "by_plan", "federal": (), "private": ({},)}}),
        "A private loan asks",
    ),
    "no hours": (
        borrower({"work.time.holiday_weeks": 52.0}, adjusted_income_per_year=5e4),
        "It ends in ",
    ),
}


@pytest.mark.parametrize(("plan", "told"), ENDINGS.values(), ids=ENDINGS)
def test_how_it_ends(open_app: Open, plan: Scenario, told: str) -> None:
    """Repaid, cancelled, cancelled now, or asked nothing: each is a sentence of its own."""
    app = open_app("Loans", plan)
    assert not app.exception
    heading, sentence = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    assert sentence.startswith(told)
    assert heading.endswith(".")
    assert not re.search(r"\bnan\b|\bNone\b", texts(app))
    assert "not known" not in heading + sentence  # the bar may say so of a load


def test_a_plan_that_nobody_chose_is_asked_for(open_app: Open) -> None:
    """The field says that none is chosen; RAP can be chosen in it, and then leads the heading."""
    app = open_app("Loans", SOLO.with_values({"loans": {"kind": "by_plan", "federal": ({},)}}))
    assert app.title[0].value.startswith("No repayment plan is chosen yet: ")
    chosen = field(app, "loans.plan")
    assert chosen.options[0] == "Not chosen yet: RAP counts"
    assert not chosen.value
    chosen.set_value("rap").run()
    assert not app.exception
    assert app.title[0].value.startswith("RAP asks ")
    assert field(app, "loans.plan").value == "rap"
    assert not any("Not chosen" in option for option in field(app, "loans.plan").options)


def test_without_loans_the_page_invites(open_app: Open) -> None:
    """No loans: a question and the way in; nothing is claimed until a balance is typed."""
    app = open_app("Loans")
    assert app.title[0].value == "What do your student loans ask of an hour?"
    assert not app.metric
    next(each for each in app.button if "Work it out" in each.label).click().run()
    assert not app.exception
    assert plan_of(app).loans.kind == "by_plan"
    assert plan_of(app).loans.federal == ()
    assert app.title[0].value == "What do your student loans ask of an hour?"
    assert loan_words.START in texts(app)
    assert not app.metric
    owed(app).set_value(-5.0).run()
    assert len(warnings(app)) == 1
    assert plan_of(app).loans.federal == ()
    owed(app).set_value(41_000.0).run()
    assert warnings(app) == []
    assert len(app.metric) == 4
    (loan,) = plan_of(app).loans.federal
    assert loan.balance == 41_000.0
    assert app.title[0].value.startswith("No repayment plan is chosen yet")
    assert loan_fields.TYPICAL_RATE in texts(app)
    field(app, "loans.federal.0.rate_per_year").set_value(6.5).run()
    assert loan_fields.TYPICAL_RATE not in texts(app)


def test_a_press_with_no_figure_typed_leaves_the_example(open_app: Open) -> None:
    """The way to the loan is no figure: the plan is the example's until a balance is typed."""
    app = open_app("Loans")
    assert not app.session_state["own"]
    next(each for each in app.button if "Work it out" in each.label).click().run()
    assert plan_of(app).loans.kind == "by_plan"
    assert not app.session_state["own"]
    owed(app).set_value(86_400.0).run()
    assert app.session_state["own"]
    assert "Your adjusted income" not in texts(app)
    assert "The adjusted income by this plan is" in texts(app)
    assert loan_words.OF_EXAMPLE in texts(app)
    app.session_state["plan"] = plan_of(app).with_values({f"{KIND}.fee_per_session": 170.0})
    app.run()
    assert loan_words.OF_EXAMPLE not in texts(app)


@pytest.mark.parametrize("balance", [86_400.0, 41_000.0, 63_000.0])
def test_the_hour_in_the_heading_is_the_difference_of_the_wages_shown(balance: float) -> None:
    """What loans take of an hour is what parts the two wages on the page, to the cent."""
    loans = {"kind": "by_plan", "federal": ({},), "plan": "rap"}
    result = result_of(SOLO.with_values({"loans": loans}))
    plan = result.scenario.with_values({"loans.federal.0.balance": balance})
    result = result_of(plan)
    shown = [round(float(line.amount), 2) for line in (result.wage, result.wage_after_loans)]
    (said,) = re.findall(r"([\d.]+) of every hour", loan_words.heading(result, outlook(result))[0])
    assert float(said) == round(shown[0] - shown[1], 2)


def test_what_is_owed_beside_a_payment_is_the_first_balance(open_app: Open) -> None:
    """Owed in all is typed, then the loan is asked for: the plans are there at once."""
    app = open_app("Loans")
    field(app, "loans.owed").set_value(90_000.0).run()
    next(each for each in app.button if "Work it out" in each.label).click().run()
    (loan,) = plan_of(app).loans.federal
    assert loan.balance == 90_000.0
    assert app.title[0].value.startswith("No repayment plan is chosen yet")


def test_a_known_payment_keeps_its_figures(open_app: Open) -> None:
    """To the plans and back, twice: what was typed in either way is there again."""
    plan = SOLO.with_values({"loans.payment_per_month": 310.0})
    app = open_app("Loans", plan)
    assert app.title[0].value.startswith("Your loans ask \\$310 a month: ")
    assert len(app.metric) == 2
    field(app, "loans.payment_per_month").set_value(320.0).run()
    field(app, "loans.kind").select_index(1).run()
    owed(app).set_value(50_000.0).run()
    field(app, "loans.kind").select_index(0).run()
    assert field(app, "loans.payment_per_month").value == 320.0
    field(app, "loans.kind").select_index(1).run()
    assert field(app, "loans.federal.0.balance").value == 50_000.0
    assert not app.exception


def test_a_refused_value_is_forgotten_with_its_kind(open_app: Open) -> None:
    """A payment refused does not haunt the loans worked out from a plan, nor the other way."""
    app = open_app("Loans")
    field(app, "loans.payment_per_month").set_value(-1.0).run()
    assert len(warnings(app)) == 1
    field(app, "loans.kind").select_index(1).run()
    assert warnings(app) == []
    owed(app).set_value(0.0).run()
    assert len(warnings(app)) == 1
    field(app, "loans.kind").select_index(0).run()
    assert warnings(app) == []
    assert field(app, "loans.payment_per_month").value == 0.0


# --- Your hour ---------------------------------------------------------------------------------


def test_your_hour_holds_the_first_loan(open_app: Open) -> None:
    """Few fields, the way to the page, and the group says plan and payment."""
    app = open_app("Your hour", ABOVE)
    app.session_state["group loans"] = True
    app.run()
    assert not app.exception
    (group,) = (e for e in app.expander if e.label.startswith("**Loans**"))
    assert group.label == "**Loans** · RAP, \\$537 a month"
    assert number_paths(app, "loans") == [
        "loans.federal.0.balance",
        "loans.federal.0.rate_per_year",
    ]
    assert any("Wage after loans" in text.value for text in app.markdown)
    field(app, "loans.plan", "loans").set_value("standard_10").run()
    assert not app.exception
    assert plan_of(app).loans.plan == "standard_10"
    app.button(key="how How these loan payments?").click().run()
    assert not app.exception
    assert "Payment a month" in texts(app)


def test_the_kind_is_changed_on_your_hour(open_app: Open) -> None:
    """From a known payment to a plan and back; the group stays open and nothing is lost."""
    app = open_app("Your hour", SOLO.with_values({"loans.payment_per_month": 310.0}))
    app.session_state["group loans"] = True
    app.run()
    field(app, "loans.kind", "loans").select_index(1).run()
    owed(app, "loans").set_value(30_000.0).run()
    field(app, "loans.kind", "loans").select_index(0).run()
    for index, path in ((1, "loans.federal.0.balance"), (0, "loans.payment_per_month")) * 2:
        field(app, "loans.kind", "loans").select_index(index).run()
        assert not app.exception
        assert field(app, path, "loans").value
    assert field(app, "loans.payment_per_month", "loans").value == 310.0
