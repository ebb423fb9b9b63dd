"""A plan as a report: what stands in it, made from real plans."""

import datetime

import pytest

from calc import Scenario
from tests.ui.telling.shipped import FOLDER, GRADUATE, KIND, SOLO, result_of
from ui.telling import report, report_origins, tax_dates

TODAY = datetime.date(2026, 11, 28)
CALIFORNIA = report.report(result_of(SOLO, {"household.state": "CA"}), TODAY)
PLANS = sorted(path.stem for path in FOLDER.glob("*.toml"))


def rows_of(title: str, told: report.Report = CALIFORNIA) -> dict[str, str]:
    """The first two columns of a section's table."""
    found = told.section(title)
    assert found is not None
    assert found.table is not None
    return {row[0].replace("\\", ""): row[1].replace("\\", "") for row in found.table.texts()}


def test_the_heading_holds_profit_tax_and_the_next_payment() -> None:
    """As the table of dates shows it."""
    assert CALIFORNIA.answer == (
        "The work earns \\$121,601 and pays \\$33,101 of tax. "
        "The next instalment is \\$8,548, due 15 January 2027."
    )
    assert CALIFORNIA.head == "Solo practice, private pay · tax year 2026 · 28 November 2026"
    assert CALIFORNIA.sentence.startswith(
        "Single, age 40, California. The age was not entered. Nothing here was filed"
    )
    assert dict(CALIFORNIA.figures) == {
        "Profit": "$121,601",
        "Tax": "$33,101",
        "Take-home": "$81,000",
        "An hour of work": "$68.00",
    }


def test_income_tax_and_what_is_left_hang_together() -> None:
    """Profit, the steps of the return, the taxes of this work, and take-home."""
    assert rows_of("Income and costs")["**Profit**"] == "$121,601"
    assert rows_of("From income to what is taxed") == {
        "Adjusted income": "$105,510",
        "Deduction": "−\u2060$16,100",
        "Business income deduction": "−\u2060$17,882",
        "Taxable income": "$71,528",
    }
    assert rows_of("How the tax comes about")["**Taxes**"] == "$33,101"
    assert rows_of("What is left of it") == {
        "Profit": "$121,601",
        "Taxes": "−33,101",
        "Health cover": "−7,500",
        "**Take-home**": "$81,000",
    }


def test_the_return_begins_with_profit() -> None:
    """Adjusted income is told from profit on, with what is taken off between the two."""
    steps = CALIFORNIA.section("From income to what is taxed")
    assert steps is not None
    said = steps.sentences[0].replace("\\", "")
    assert said.startswith("It begins with profit of $121,601. Taken off in adjusted income: ")


def test_what_was_entered_and_what_is_typical() -> None:
    """Each in its own words; costs stand under income, what the head says is not said again."""
    entered = rows_of("What was entered")
    assert entered["Individual: Fee per session"] == "$150 a session"
    assert entered["Filing status"] == "Single"
    assert entered["State"] == "California"
    assert "Tax year" not in entered
    assert entered["Office rent"] == "$1,000 a month"
    assert entered["Licence and renewal"] == "$220 every 2 years"
    typical = report.report(result_of(SOLO), TODAY).section("Typical figures that stand in")
    assert typical is not None
    assert typical.table is not None
    assert all(
        "judgement" in row[2] or "survey" in row[2] or row[2] == report_origins.START
        for row in typical.table.rows
    )


def test_sources_stand_one_a_line_with_those_of_the_dates() -> None:
    """Each once, and from when to when they were read; the foot says when the report was made."""
    sources = CALIFORNIA.section("Sources")
    assert sources is not None
    assert sources.table is not None
    read = [title.replace("\\", "") for (title,) in sources.table.rows]
    assert len(read) == len(set(read))
    assert "Internal Revenue Code sec. 1401, 1402" in read
    schedule = tax_dates.schedule_of(result_of(SOLO, {"household.state": "CA"}))
    assert schedule is not None
    for payee in schedule.payees:
        assert payee.record.source.title in read
    assert sources.sentences == ("Read from 21 November 2026 to 29 November 2026.",)
    assert CALIFORNIA.foot == (
        "Estimate, not advice. Law of 2026. Made on 28 November 2026 with Other Chair. Some "
        "figures of California for 2026 are estimates, until the state publishes its own."
    )


def test_a_switch_and_nothing_are_entered_too() -> None:
    """Yes and no, and a rate that was emptied."""
    told = report.report(
        result_of(SOLO, {"household.tax.qbi_minimum": False, "household.tax.state_rate": None}),
        TODAY,
    )
    entered = rows_of("What was entered", told)
    assert entered["$400 floor of the business deduction"] == "no"
    assert entered["State income tax"] == "not stated"


def test_an_employee_has_no_dates_and_a_rate_no_return() -> None:
    """The employer withholds; at a rate of one's own nothing of a return is shown."""
    told = report.report(result_of(GRADUATE), TODAY)
    dates = told.section("Tax dates")
    assert dates == report.Section(
        "Tax dates", None, ("Your employer withholds tax: about 18\u00a0% of what comes in.",)
    )
    flat = {"household.tax": {"mode": "effective", "rate": 0.25}}
    assert report.report(result_of(SOLO, flat), TODAY).section(report.STEPS) is None


def test_long_lists_of_words_stand_in_two_halves() -> None:
    """None without a table, one for few rows or numbers, two for many words."""
    counts = {found.title: len(report.halves(found)) for found in CALIFORNIA.sections}
    assert counts["What was entered"] == 2
    assert counts["Tax dates"] == counts["Income and costs"] == 1
    assert counts["Sources"] == 2
    assert counts["Not computed"] == 0


@pytest.mark.parametrize("name", PLANS)
def test_every_shipped_plan_has_a_report(name: str) -> None:
    """Also one without hours or money in."""
    plan = Scenario.from_toml((FOLDER / f"{name}.toml").read_bytes())
    assert report.report(result_of(plan), TODAY).section("Not computed") is not None


def test_a_plan_without_money_in_has_one() -> None:
    """Nothing to set aside, and no number is made up."""
    told = report.report(result_of(SOLO, {f"{KIND}.fee_per_session": 0.0}), TODAY)
    dates = told.section("Tax dates")
    assert dates is not None
    assert dates.table is None


def test_tax_that_is_in_no_figure_is_named_in_the_report() -> None:
    """Clients elsewhere and a tax on the practice that was told: who files must know."""
    plain = report.report(result_of(SOLO), TODAY).section("Not computed")
    assert plain is not None
    assert len(plain.sentences) == 1
    changes = {"work.clients_in_other_states_share": 0.3, "household.state": "NM"}
    told = report.report(result_of(SOLO, changes), TODAY)
    left = told.section("Not computed")
    assert left is not None
    assert left.sentences[0].startswith("**New Mexico gross receipts tax is not counted.**")
    assert left.sentences[1].startswith("**Clients in other states**: 30\xa0%.")
    assert rows_of("What was entered", told)["Clients in other states"] == "30\xa0% of clients"


def test_months_ahead_are_left_out_and_that_is_said() -> None:
    """An employer reads of no job to be left; a plan without months says nothing of them."""
    ahead = {"opening_balance": 23_456.0, "job": ({"month": 1, "share": 0.0},)}
    told = report.report(result_of(SOLO.with_values({"ahead": ahead})), TODAY)
    left_out = told.section("Not computed")
    assert left_out is not None
    assert report_origins.MONTHS_LEFT_OUT in left_out.sentences
    assert "23,456" not in repr(told)
    plain = report.report(result_of(SOLO), TODAY).section("Not computed")
    assert plain is not None
    assert report_origins.MONTHS_LEFT_OUT not in plain.sentences
