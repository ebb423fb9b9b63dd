"""Fields of the page Loans: every one is taken, rows come and go, days are typed."""

import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc.parameters.student_loans import loan_rules
from tests.ui.loans.steps import DAY, Open, field, owed, texts, unfolded
from tests.ui.pages import every_choice, number_paths, plan_of, try_numbers, warnings
from tests.ui.telling.borrowers import FULL, OLD, ahead, borrower
from tests.ui.telling.shipped import GRADUATE
from ui.telling import loan_rules as rules_in_words
from ui.telling import words
from ui.telling.words import written_date

GROUPS = (
    "loans",
    "plan and day",
    "household",
    "public service",
    "changes ahead",
    "awards",
    "assumptions",
)


def button(app: AppTest, label: str) -> Any:
    """The one button of this label."""
    (found,) = (b for b in app.button if b.label == label)
    return found


@pytest.mark.parametrize("group", ["basics", *GROUPS])
def test_every_number_takes_what_is_lawful(open_app: Open, group: str) -> None:
    """Each number at its bounds draws the page; past them it is refused, told once, and kept."""
    app = unfolded(open_app("Loans", FULL), group)
    place = f"loan {group}"
    assert number_paths(app, place)
    try_numbers(app, place)


@pytest.mark.parametrize("group", ["basics", *GROUPS])
def test_every_choice_draws(open_app: Open, group: str) -> None:
    """Every option of every choice draws the page and is taken."""
    plan = GRADUATE if group == "public service" else FULL
    every_choice(unfolded(open_app("Loans", plan), group), f"loan {group}")


def test_every_switch_and_name_is_taken(open_app: Open) -> None:
    """Switches turn, and names are taken as typed."""
    app = unfolded(open_app("Loans", FULL), "loans", "plan and day", "awards")
    for path, place in (
        ("loans.federal.0.subsidised", "loan loans"),
        ("loans.pooled", "loan loans"),
        ("loans.new_borrower", "loan plan and day"),
        ("loans.awards.0.taxable", "loan awards"),
        ("loans.awards.0.paid_back_if_left", "loan awards"),
    ):
        before = plan_of(app).value_at(path)
        field(app, path, place).set_value(not before).run()
        assert not app.exception
        assert plan_of(app).value_at(path) is not before
    for path, place in (
        ("loans.federal.0.label", "loan loans"),
        ("loans.private.0.label", "loan loans"),
        ("loans.awards.0.label", "loan awards"),
    ):
        field(app, path, place).set_value("<b>x</b> *y*").run()
        assert not app.exception
        assert plan_of(app).value_at(path) == "<b>x</b> *y*"
    assert "<b>" not in texts(app).replace("\\<", "")


ROWS = {
    "federal": ("loans", "federal loan", ""),
    "private": ("loans", "private loan", ""),
    "steps": ("changes ahead", "change", "a"),
    "awards": ("awards", "award", "an"),
}


@pytest.mark.parametrize(("name", "row"), ROWS.items(), ids=ROWS)
def test_rows_come_and_go(open_app: Open, name: str, row: tuple[str, str, str]) -> None:
    """Rows are added up to the most, one too many is told, and all can be taken away.

    A loan is added by its balance; a change and an award by a button, and change nothing yet.
    """
    group, word, article = row

    def add() -> None:
        if article:
            button(app, f"Add {article} {word}").click().run()
        else:
            owed(app, f"loan {group}", name).set_value(12_000.0).run()

    app = unfolded(open_app("Loans", borrower()), group)
    rows = lambda: len(getattr(plan_of(app).loans, name))  # noqa: E731
    most = 10 if group == "loans" else 8
    while rows() < most:
        before = rows()
        add()
        assert not app.exception
        assert rows() == before + 1
    assert next(box for box in app.selectbox if box.label == f"Which {word}").value == most - 1
    add()
    assert rows() == most
    assert len(warnings(app)) == 1
    while rows():
        button(app, f"Remove this {word}").click().run()
        assert not app.exception
    assert not [b for b in app.button if b.label == f"Remove this {word}"]


def test_a_typical_debt_is_used(open_app: Open) -> None:
    """Each typical debt names its source, and becomes the balance."""
    app = unfolded(open_app("Loans", borrower()), "loans")
    rules = loan_rules(DAY)
    for index, name in enumerate(rules_in_words.PRESETS):
        app.selectbox(key="debt preset").select_index(index).run()
        assert words.escape(rules[name].source.title) in texts(app)
        assert words.escape(rules[name].note) in texts(app)
        button(app, "Use this balance").click().run()
        assert not app.exception
        assert plan_of(app).loans.federal[0].balance == rules[name].number


def test_the_rate_of_a_graduate_loan_is_hinted(open_app: Open) -> None:
    """The day of a loan brings the rate of its school year, where that is recorded."""
    app = open_app("Loans", borrower())
    assert "By law a graduate loan first paid out on 1 September 2024 has 8.08\u00a0%." in texts(
        app
    )
    field(app, "loans.federal.0.made_on").set_value(datetime.date(2019, 9, 1)).run()
    assert "first paid out on" not in texts(app)


def test_days_are_taken(open_app: Open) -> None:
    """A day is written into the plan; the rules of 2027 take a loan of 2026."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    day = datetime.date(2027, 6, 1)
    field(app, "loans.as_of", "loan plan and day").set_value(day).run()
    assert plan_of(app).loans.as_of == day
    field(app, "loans.federal.0.made_on").set_value(datetime.date(2026, 9, 1)).run()
    assert not app.exception
    assert [each.plan for each in ahead(plan_of(app)).projections] == ["tiered_standard", "rap"]


def test_an_emptied_day_is_told(open_app: Open) -> None:
    """A day taken out of its field is refused in a sentence, and the plan keeps the old one."""
    app = open_app("Loans", borrower())
    field(app, "loans.federal.0.made_on").set_value(None).run()
    assert not app.exception
    said = f"**Paid out on** is empty. Choose a day. Until then {written_date(str(OLD['made_on']))}"
    assert f"{said} counts." in texts(app)
    assert plan_of(app).loans.federal[0].made_on == OLD["made_on"]


def test_what_is_owed_keeps_its_name(open_app: Open) -> None:
    """The field is called the same before its first number and after it."""
    app = open_app("Loans", GRADUATE.with_values({"loans.federal": ()}))
    empty = owed(app)
    assert empty.label == "Amount owed on a federal loan ($)"
    empty.set_value(41_000.0).run()
    assert not app.exception
    assert field(app, "loans.federal.0.balance").label == empty.label
    assert plan_of(app).value_at("loans.federal.0.balance") == 41_000.0


def test_an_extra_that_cannot_be_is_told_in_our_words(open_app: Open) -> None:
    """What another job pays more stays as typed, and the figure that counts is named."""
    app = open_app("Loans", GRADUATE)
    for typed, told in (
        (
            -5.0,
            "is −\u2060$5.00. It can be $0 to $1,000,000,000. Until you enter such a number, "
            "$10,000",
        ),
        (None, "is empty. Until you enter one, $10,000 counts."),
    ):
        app.number_input(key="pslf extra").set_value(typed).run()
        assert not app.exception
        assert app.number_input(key="pslf extra").value == typed
        assert told in texts(app).replace("\\", "")
        assert "At \\$10,000 more a year" in texts(app)
    app.number_input(key="pslf extra").set_value(20_000.0).run()
    assert "Until you enter" not in texts(app)
    assert "At \\$20,000 more a year" in texts(app)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (datetime.date(1950, 9, 1), "The first day we take is 1 January 1980."),
        (datetime.date(2150, 1, 1), "The last day we take is 1 January 2100."),
    ],
)
def test_a_day_out_of_bounds_is_told_in_our_words(
    open_app: Open, typed: datetime.date, told: str
) -> None:
    """The day stays as typed, the one before counts, and it is told which days are taken."""
    app = open_app("Loans", GRADUATE)
    before = plan_of(app).value_at("loans.federal.0.made_on")
    field(app, "loans.federal.0.made_on").set_value(typed).run()
    assert not app.exception
    assert told in texts(app)
    assert field(app, "loans.federal.0.made_on").value == typed
    assert plan_of(app).value_at("loans.federal.0.made_on") == before
