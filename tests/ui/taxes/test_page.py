"""The page Taxes and saving without a browser: every plan, its fields, its folds, and its form."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario.entity import SCorporation, SoleProprietor
from tests.ui.pages import EXAMPLES, SOLO, Open, field, plan_of
from tests.ui.taxes.both import PRACTICES, forms, plan_in
from ui.taxes import words

PAGE = words.PAGE
CALIFORNIA = plan_in("CA")
FOLDS = ("taxes also", "taxes electing", "taxes sure", "taxes limits", "form switches")


def number(app: AppTest, label: str) -> Any:
    """A number field by the start of its label."""
    return next(field for field in app.number_input if field.label.startswith(label))


def choice(app: AppTest, label: str) -> Any:
    """A select box by its label."""
    return next(box for box in app.selectbox if box.label == label)


@pytest.mark.parametrize("name", PRACTICES)
def test_every_practice_has_an_answer(open_app: Open, name: str) -> None:
    """The heading is the engine's, the bar says wage and tax, and every fold opens."""
    plan = EXAMPLES[name]
    app = open_app(PAGE, plan)
    for fold in FOLDS:
        app.session_state[f"group {fold}"] = True
    app.run()
    assert not app.exception
    assert not app.warning
    assert app.title[0].value == words.headline(forms(plan), plan)
    assert any("** an hour · tax **" in text.value for text in app.markdown)


def test_an_employee_is_told_that_it_does_not_apply(open_app: Open) -> None:
    """What is withheld is still said; no form is shown, and no field of one."""
    app = open_app(PAGE, EXAMPLES["graduate_with_loans"])
    assert app.title[0].value == words.EMPLOYEE
    assert any("Your employer withholds tax" in text.value for text in app.markdown)
    assert not any(field.label.startswith("Salary of") for field in app.number_input)
    heads = [head.value for head in app.header]
    assert heads == ["Saving and the premium credit", "Saving room", words.DATES]


def test_another_tax_has_no_two_returns(open_app: Open) -> None:
    """It is said which tax is needed and where it is chosen."""
    app = open_app(PAGE, SOLO.with_values({"household.tax": {"mode": "none"}}))
    assert not app.exception
    assert app.title[0].value == words.OTHER_TAX


def test_without_profit_there_is_a_sentence(open_app: Open) -> None:
    """Never a blank chart."""
    app = open_app(PAGE, plan_in("CA", {"work.session_kinds.0.booked_per_week": 0.0}))
    assert not app.exception
    assert app.title[0].value == words.NO_PROFIT
    assert not app.get("plotly_chart")


def test_salary_and_costs_are_tried_beside_the_plan(open_app: Open) -> None:
    """Heading and table follow at once, the plan stays; an emptied salary is the median."""
    app = open_app(PAGE, CALIFORNIA)
    median = number(app, "Salary").value
    assert median == round(float(forms(CALIFORNIA).pay.median))
    number(app, "Salary").set_value(50_000.0).run()
    assert app.title[0].value == words.headline(forms(CALIFORNIA, 50_000.0), CALIFORNIA)
    number(app, "Cost of running it").set_value(3_000.0).run()
    dearer = forms(CALIFORNIA, 50_000.0, costs=3_000.0)
    assert app.title[0].value == words.headline(dearer, CALIFORNIA)
    assert plan_of(app) == CALIFORNIA
    number(app, "Salary").set_value(None).run()
    assert number(app, "Salary").value == median
    assert "is a guess" in app.markdown[1].value
    assert not app.warning


def test_a_salary_that_cannot_be_is_told_and_stays(open_app: Open) -> None:
    """Below nothing is refused above the field, and the answer is that of before."""
    app = open_app(PAGE, CALIFORNIA)
    before = app.title[0].value
    number(app, "Salary").set_value(-5.0).run()
    assert "Salary of the corporation" in app.warning[0].value
    assert number(app, "Salary").value == -5.0
    assert app.title[0].value == before
    number(app, "Salary").set_value(900_000.0).run()
    assert not app.warning
    assert "is more than the practice could pay" in app.title[0].value
    assert app.info[0].value == app.title[0].value


def test_an_occupation_moves_the_salary_that_nobody_typed(open_app: Open) -> None:
    """A typed salary stays."""
    app = open_app(PAGE, CALIFORNIA)
    median = number(app, "Salary").value
    choice(app, "Occupation").set_value("psychologists").run()
    assert number(app, "Salary").value > median
    number(app, "Salary").set_value(40_000.0).run()
    choice(app, "Occupation").set_value("social_workers").run()
    assert number(app, "Salary").value == 40_000.0


def test_what_is_tried_goes_into_the_plan_and_back(open_app: Open) -> None:
    """The form is written with what was typed; leaving it keeps that beside the plan."""
    app = open_app(PAGE, CALIFORNIA)
    number(app, "Salary").set_value(50_000.0).run()
    choice(app, "Occupation").set_value("psychologists").run()
    field(app, "work.form", "forms").set_value("s_corporation").run()
    assert not app.exception
    form = SCorporation(salary_per_year=50_000.0, occupation="psychologists")
    assert plan_of(app).work.form == form
    assert "your S corporation" in app.title[0].value
    field(app, "work.form.salary_per_year", "forms").set_value(60_000.0).run()
    assert plan_of(app).work.form.salary_per_year == 60_000.0
    app.session_state["group form switches"] = True
    app.run()
    field(app, "work.form.in_state_programmes", "forms").set_value(False).run()
    field(app, "work.form", "forms").set_value("sole_proprietor").run()
    assert plan_of(app).work.form == SoleProprietor()
    assert number(app, "Salary").value == 60_000.0
    field(app, "work.form", "forms").set_value("s_corporation").run()
    assert plan_of(app).work.form.in_state_programmes is False
    assert plan_of(app).work.form.salary_per_year == 60_000.0


def test_an_empty_salary_of_the_plan_is_the_median(open_app: Open) -> None:
    """A corporation without a stated salary, and back again: nobody typed one."""
    app = open_app(PAGE, CALIFORNIA)
    number(app, "Salary").set_value(50_000.0).run()
    field(app, "work.form", "forms").set_value("s_corporation").run()
    field(app, "work.form.salary_per_year", "forms").set_value(None).run()
    assert plan_of(app).work.form.salary_per_year is None
    assert "is a guess" in app.markdown[1].value
    field(app, "work.form", "forms").set_value("sole_proprietor").run()
    assert number(app, "Salary").value == round(float(forms(CALIFORNIA).pay.median))


def test_a_contractor_can_try_and_keeps_no_form(open_app: Open) -> None:
    """Work for another practice has no form in the plan, and the page says so."""
    contractor = {"work": {"kind": "contractor", "session_kinds": SOLO.work.session_kinds}}
    plan = CALIFORNIA.with_values(contractor)
    app = open_app(PAGE, plan)
    assert not app.exception
    assert words.headline(forms(plan), plan) == app.title[0].value
    assert [box.label for box in app.selectbox] == ["Occupation"]
    assert any(words.CONTRACTOR in text.value for text in app.markdown)


def test_another_plan_begins_anew(open_app: Open) -> None:
    """What was tried beside one plan is not tried beside the next."""
    app = open_app(PAGE, CALIFORNIA)
    number(app, "Salary").set_value(50_000.0).run()
    app.session_state["opened"] += 1
    app.run()
    assert number(app, "Salary").value == round(float(forms(CALIFORNIA).pay.median))


def test_dates_are_those_of_your_hour(open_app: Open) -> None:
    """One table with a column for when, one for a phone, and last year's tax to enter."""
    app = open_app(PAGE, CALIFORNIA)
    heads = [list(table.value.columns) for table in app.table]
    assert ["Due", "When", "IRS", "California", "Together"] in heads
    assert ["Due", "IRS", "California", "Together"] in heads
    app.session_state["last year's tax"] = True
    app.run()
    assert field(app, "household.tax.federal_tax_last_year", "set aside").value is None
