"""A saved plan beside the one that is open: read as any file of a stranger's, on the same luck."""

import datetime

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from calc import Scenario
from tests.ui.months.test_words import AGENCY, found
from tests.ui.pages import EXAMPLES, SOLO, Open
from tests.ui.shell.test_plan_file import REFUSED
from ui.months import beside, compared, view, ways
from ui.shell import examples
from ui.telling.words import escape

PAGE = "Months ahead"
FIRST_YEAR = EXAMPLES["first_year"]


def opened(open_app: Open, plan: Scenario) -> AppTest:
    """The page with its fold of ways open."""
    app = open_app(PAGE, plan)
    app.session_state["group ahead ways"] = True
    return app.run()


def give(app: AppTest, data: bytes | str) -> AppTest:
    """A file chosen in the fold."""
    raw = data.encode() if isinstance(data, str) else data
    return app.file_uploader(key=beside.FILE).set_value(("a.toml", raw, "application/toml")).run()


def test_a_file_stands_beside_the_ways_of_a_job(open_app: Open) -> None:
    """Its column is the engine's, under its own name; taken away the plan is as it was."""
    other = AGENCY.with_values({"title": "Cheaper *rooms*", "ahead.opening_balance": 9_000.0})
    app = give(opened(open_app, AGENCY), other.to_toml())
    assert not app.exception
    assert not app.error
    assert app.session_state["plan"] == AGENCY
    *_, last = shown = compared.ways(AGENCY, other)
    assert len(shown) == 4
    assert last.name == "Cheaper *rooms*"
    risk = view.found(other).risk
    assert risk is not None
    assert (last.ever_short, last.reserve) == (risk.ever_short, risk.reserve.shown)
    table = ways.table(found("agency_to_practice"), shown)
    assert table.heads[-1] == "Cheaper \\*rooms\\*"
    assert table.rows[1][0] == "Runs out"
    assert table.rows[1][-1].endswith(" of 100, with \\$9,000")
    assert table.rows[3][0] == "Take-home and job's pay of 24 months, mean"
    turned = ways.turned(found("agency_to_practice"), shown)
    assert turned.rows[-1][0].endswith(" · starts with \\$9,000]]")
    assert ways.against(shown) in [each.value for each in app.markdown]
    app.button(key="months beside out").click().run()
    assert beside.HELD not in app.session_state
    assert app.file_uploader(key=beside.FILE).value is None
    assert app.session_state["plan"] == AGENCY


def test_without_a_job_two_plans_stand_side_by_side(open_app: Open) -> None:
    """A plan that leaves no job has a fold for another plan alone; both see the same luck."""
    app = opened(open_app, FIRST_YEAR)
    assert any(each.label == ways.OTHER for each in app.expander)
    assert ways.SAME_LUCK not in " ".join(each.value for each in app.markdown)
    dearer = FIRST_YEAR.with_values({"ahead.needs_per_month": 9_000.0})
    give(app, dearer.to_toml())
    assert not app.exception
    shown = compared.ways(FIRST_YEAR, dearer)
    assert [way.name for way in shown] == ["Your plan", f"{dearer.title}, from the file"]
    assert ways.against(shown).startswith("In 100 of 100 “Your plan” ends with more than “")
    table = ways.table(view.found(FIRST_YEAR), shown)
    assert table.rows[0] == ("Needs a month", "\\$2,600", "\\$9,000")
    assert table.rows[2][0] == "Runs out, starting with \\$18,000"
    assert table.rows[4][0] == "Take-home of 24 months, mean"
    assert ways.against(shown).endswith(escape(ways.UNLIKE))
    alike = compared.ways(FIRST_YEAR, FIRST_YEAR)
    assert escape(ways.UNLIKE) not in ways.against(alike)
    assert ways.table(view.found(FIRST_YEAR), alike).rows[0][0] != "Needs a month"
    narrow = ways.turned(view.found(FIRST_YEAR), shown)
    assert "needs \\$9,000 a month" in str(narrow.rows[1][0])
    mine, theirs = (way.worth for way in shown)
    assert float(np.std(mine - theirs)) < float(np.std(mine)) / 100
    assert any(ways.SAME_LUCK in each.value for each in app.markdown)


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_file_is_refused(open_app: Open, data: bytes | str, told: str) -> None:
    """The sentence that opening has, and nothing beside."""
    app = give(opened(open_app, SOLO), data)
    assert not app.exception
    assert told in app.error[0].value.replace("\\", "")
    assert beside.HELD not in app.session_state
    assert app.session_state["plan"] == SOLO


def test_what_has_no_months_is_refused_by_name() -> None:
    """An employee, nothing booked, more clients than places, offers and clinics."""
    employee = EXAMPLES["graduate_with_loans"]
    said = beside.read(employee.to_toml().encode())
    assert str(said).startswith(f"“{employee.title[:40]}")
    assert "is a plan of an employee" in str(said)
    none = SOLO.with_values({"work.session_kinds.0.booked_per_week": 0.0, "title": "Idle"})
    assert str(beside.read(none.to_toml().encode())).startswith("Nothing is booked in “Idle”, so")
    full = AGENCY.with_values({"ahead.clients_at_start": 22, "title": "Too many"})
    fewer = full.with_values({"work.session_kinds.0.booked_per_week": 10.0})
    said = str(beside.read(fewer.to_toml().encode()))
    assert said.startswith("“Too many” cannot be worked out yet. ")
    assert "Enter 10 or fewer" in said
    offers = next(iter(examples.offers().values())).to_toml().encode()
    assert "holds job offers, and" in str(beside.read(offers))
    clinic = next(iter(examples.clinics().values())).plans[0].to_toml().encode()
    assert "holds a clinic, and" in str(beside.read(clinic))


def test_only_as_many_months_and_one_currency_are_compared(open_app: Open) -> None:
    """It stays where it cannot be compared, with what to do; and is compared once that is done."""
    longer = FIRST_YEAR.with_values({"title": "Longer", "ahead.months": 36})
    app = give(opened(open_app, FIRST_YEAR), longer.to_toml())
    assert not app.exception
    assert app.warning[0].value == beside.unlike(longer, FIRST_YEAR)
    assert "shows 36 months and yours 24" in app.warning[0].value
    assert not any(ways.SAME_LUCK in each.value for each in app.markdown)
    app.session_state["plan"] = FIRST_YEAR.with_values({"ahead.months": 36})
    app.run()
    assert not app.warning
    assert any(ways.SAME_LUCK in each.value for each in app.markdown)
    euro = FIRST_YEAR.with_values({"currency": "EUR"})
    assert "no rate between them" in beside.unlike(euro, FIRST_YEAR)


def test_another_year_and_another_start_are_told() -> None:
    """They are compared, and in what they differ is said."""
    later = FIRST_YEAR.with_values({"title": "Later", "tax_year": 2025})
    assert beside.differs(later, FIRST_YEAR).startswith(
        "“Later” is worked out under the law of 2025, yours under that of 2026"
    )
    when = {"ahead.starts_on": datetime.date(2027, 9, 1)}
    assert "begins in September 2027, yours in" in beside.differs(
        FIRST_YEAR.with_values(when), FIRST_YEAR
    )
    assert not beside.differs(FIRST_YEAR, FIRST_YEAR)


def test_four_stand_side_by_side_at_most() -> None:
    """With steps of one's own and another plan the half-time makes room."""
    rows = ({"month": 1, "share": 1.0}, {"month": 5, "share": 0.4}, {"month": 9, "share": 0.0})
    own = AGENCY.with_values({"ahead.job": rows})
    assert len(compared.asked(own, None)) == 4
    names = [name for name, _, _ in compared.asked(own, AGENCY)]
    assert names == ["Leap now", "Keep the job", "In your steps", f"{AGENCY.title}, from the file"]


def test_a_plan_without_a_title_has_a_name() -> None:
    """And one of a long title a short one."""
    bare = SOLO.with_values({"title": ""})
    assert beside.name_of(bare, SOLO) == beside.UNNAMED
    assert beside.name_of(SOLO.with_values({"title": "x" * 80}), AGENCY) == "x" * 40
