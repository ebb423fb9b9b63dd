"""The report of letters and of a clinic that the reader entered, beside a plan or alone."""

import datetime
from typing import Any

from streamlit.testing.v1 import AppTest

from calc import Scenario
from tests.ui.pages import EXAMPLES, SOLO, Open, result_of
from ui.shell import examples
from ui.shell.frame import BESIDE
from ui.telling import report

LETTERS = examples.offers()[examples.FIRST_OFFERS]
PLANS = examples.clinics()[examples.FIRST_CLINIC]


def reported(app: AppTest, **entered: Any) -> AppTest:
    """The report, with documents that are the reader's own."""
    for name, found in entered.items():
        app.session_state[name] = found
        app.session_state["own" if name == "plan" else f"{name} own"] = True
    app = app.switch_page(BESIDE["Report"]).run()
    assert not app.exception
    return app


def heads(app: AppTest) -> list[str]:
    """The headings of the page."""
    return [found.value for found in app.header]


def test_letters_alone_are_reported_without_a_strangers_plan(open_app: Open) -> None:
    """Whoever entered letters only reads of them, not of the worked example's practice."""
    silent = LETTERS.with_values({"offers.1.letter.unsaid": ("notes",)})
    app = reported(open_app(), offers=silent)
    assert heads(app) == ["Job offers", "What each letter says"]
    assert "pays the most for an hour" in app.title[0].value
    table = app.table[0].value
    assert next(iter(table["Term"])) == "An hour of work"
    said = "\n".join(found.value for found in app.markdown)
    assert "Group practice does not say: pay for notes." in said
    assert "1 entered" in said
    assert "“(example)” is as in the example “New MSW, three letters”." in said
    terms = app.table[1].value
    row = next(row for row in terms.itertuples(index=False) if row[0] == "Rate per session")
    assert sorted(row[1:]) == ["\\$56 a session (example)", "–", "–"]
    assert "worked example" not in said
    assert "Estimate, not advice. Law of 2026." in said


def test_a_clinic_alone(open_app: Open) -> None:
    """The plans side by side, and every post of the one shown."""
    app = reported(open_app(), clinic=PLANS)
    assert heads(app) == ["Clinic", "Clinic, post by post"]
    assert len(app.table[-1].value) >= len(PLANS.plans[0].posts) + 1


def test_both_stand_in_the_report_of_a_plan(open_app: Open) -> None:
    """After the dates and before what was entered; four letters go on in a second table."""
    four = LETTERS.with_values(
        {"offers": (*LETTERS.offers, LETTERS.offers[0].model_copy(update={"label": "Fourth"}))}
    )
    app = reported(open_app(), plan=EXAMPLES["graduate_with_loans"], offers=four, clinic=PLANS)
    found = heads(app)
    place = found.index("Tax dates")
    assert found[place + 1 : place + 3] == ["Job offers", "Job offers, continued"]
    assert found.index("Clinic") < found.index("What was entered")
    assert found[-1] == "Not computed"


def test_an_untouched_session_reports_the_plan(open_app: Open) -> None:
    """Examples of letters and of a clinic are nobody's, and not in it."""
    app = reported(open_app())
    assert "Job offers" not in heads(app)
    assert "Clinic" not in heads(app)


def test_what_is_taken_off_says_where_it_comes_from() -> None:
    """Half of self-employment tax of 17,181.61 and the premium of 12 x 625, to whole dollars."""
    told = report.report(result_of(SOLO, {}), datetime.date(2026, 11, 30))
    found = told.section(report.STEPS)
    assert found is not None
    (said,) = found.sentences
    assert "half of self-employment tax, which the law lets one deduct" in said
    assert "(\\$8,591)" in said
    assert "up to the profit (\\$7,500)." in said
    graduate = report.report(result_of(EXAMPLES["graduate_with_loans"], {}), told_on())
    steps = graduate.section(report.STEPS)
    assert steps is not None
    assert all("self-employment" not in line for line in steps.sentences)


def told_on() -> datetime.date:
    """A day."""
    return datetime.date(2026, 11, 30)


def test_nothing_taken_off_is_no_sentence() -> None:
    """An employee's income is adjusted by nothing, so nothing is said of it."""
    employee = Scenario.parse({"work": {"kind": "employee"}})
    steps = report.report(result_of(employee, {}), told_on()).section(report.STEPS)
    assert steps is not None
    assert steps.sentences == ()
