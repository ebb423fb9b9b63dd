"""What of a year is published and what projected, for one plan: counted, listed, told."""

import datetime

import pytest

from calc.parameters import load_rules
from calc.parameters.student_loans import loan_rules
from tests.ui.telling.shipped import GRADUATE, SOLO, check_plain, result_of
from ui.telling import listings, report, year_words
from ui.telling import loan_rules as told_rules

PLAN = SOLO.with_values({"tax_year": 2027, "household.state": "NY"})


def test_one_plan_of_2027_shows_which_figures_are_published_and_which_projected() -> None:
    """New York: the social security base and the state's rates are law, brackets are not."""
    found = year_words.of_results(2027, (result_of(PLAN),))
    assert found is not None
    published, projected = (
        {one.key for one in some} for some in (found.published, found.projected)
    )
    assert {
        "us_federal.social_security_wage_base",
        "us_federal.se_social_security_rate",
        "us_federal.salt_cap",
        "states.NY.income_tax_rate",
    } <= published
    assert {
        "us_federal.income_tax",
        "us_federal.standard_deduction",
        "states.NY.standard_deduction",
    } <= projected
    assert not published & projected
    assert found.counted == f"2027: published {len(published)}, projected {len(projected)}"
    check_plain(found.told)
    rows = {name: known for name, _, known in found.table.rows}
    assert len(found.table.rows) == len(published) + len(projected)
    assert rows["Federal income tax brackets"] == (
        "projected: the figure of 2026 × 1.0299 (rise of prices, chained index), the rise rounded "
        "down to a multiple of \\$50"
    )
    assert rows["Most earnings that social security tax applies to"].startswith("published: SSA")


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_that_was_read_has_no_such_list(year: int) -> None:
    """Nothing is counted, and a report says nothing of it."""
    result = result_of(SOLO, {"tax_year": year})
    assert year_words.of_results(year, (result,)) is None
    assert year_words.of_rules(year, ("TX",)) is None
    assert year_words.sentences(result) == ()


def test_all_law_of_a_year_can_be_told_without_results() -> None:
    """For a page that shows several: each state once; rules in words are no figures."""
    found = year_words.of_rules(2027, ("NY", "NY", "TX"))
    assert found is not None
    assert len(found.published) > 40
    assert len({one.key for one in found.projected}) == len(found.projected)
    assert all(one.unit != "words" for one in (*found.published, *found.projected))


def test_a_figure_of_a_city_is_one_of_an_earlier_year() -> None:
    """Columbus' rate of 2026 stands in for that of 2027, and says so."""
    result = result_of(PLAN, {"household.state": "OH", "household.city": "columbus"})
    found = year_words.of_results(2027, (result,))
    assert found is not None
    (city,) = [one for one in found.projected if one.key == "local_taxes.columbus"]
    (row,) = [row for row in found.table.rows if row[0] == city.label.replace(":", "\\:")]
    assert row[2] == f"projected: the figure of {city.year}, kept"


def test_the_report_counts_them() -> None:
    """In its foot: how many, and the names of those that are projected."""
    foot = report.report(result_of(PLAN), datetime.date(2026, 11, 30)).foot
    assert "2027: published " in foot
    assert "Projected: " in foot
    assert "Standard deduction" in foot


def test_the_guideline_of_2027_is_projected_for_payments() -> None:
    """IBR of a plan of 2027: the guideline of 2027, listed as projected; that of 2026 before."""
    made = datetime.date(2025, 9, 2)
    changes = {"loans.plan": "ibr_10", "loans.federal.1.made_on": made}
    lines = {}
    for year in (2026, 2027):
        result = result_of(GRADUATE, {**changes, "tax_year": year})
        lines[year] = float(result.loans.find("loans.guideline").amount)
    assert lines[2027] / lines[2026] == pytest.approx(16_440 / 15_960)
    found = year_words.of_results(2027, (result,))
    assert found is not None
    (rule,) = [one for one in found.projected if one.key == year_words.GUIDELINE]
    assert listings.source_line(rule).startswith("projected for 2027: the figure of 2026 × 1.0299")
    day = datetime.date(2026, 11, 22)
    assert loan_rules(day, 2026) == loan_rules(day)
    assert told_rules.origin(loan_rules(day)["poverty_guideline"]).startswith("law, 2026")


def test_a_projected_figure_says_so_wherever_its_source_stands() -> None:
    """Kind, year and method; and words of a state that are kept say of which year they are."""
    rules = load_rules(2027)
    line = listings.source_line(rules["us_federal.standard_deduction"])
    assert line.startswith("Judgement · 2027 · projected: the figure of 2026 × 1.0299")
    assert "law" not in line.lower()
    for code, starts in (("CA", "As in 2026: "), ("IN", "Flat 2.9%")):
        state = result_of(PLAN, {"household.state": code}).taxes.find("taxes.state")
        assert any(line.how.startswith(starts) for _, line in state.walk())


def test_a_choice_of_year_says_which_one_is_projected() -> None:
    """In the list of tax years."""
    assert year_words.option(2027) == "2027 (in part projected)"
    assert year_words.option(2026) == "2026"
