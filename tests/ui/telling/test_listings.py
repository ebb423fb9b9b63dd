"""Sourced values in words."""

import datetime
import re

import pytest

from calc import Scenario
from calc.parameters import load_rules, state_names
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import LAST_DAY
from calc.taxes import Household, tax_bill
from tests.ui.telling.borrowers import FULL
from tests.ui.telling.shipped import SOLO, result_of
from ui.telling import listings
from ui.telling.load_listings import load_weights
from ui.telling.parameter_words import parameter_value
from ui.telling.tables import Table

RULES = load_rules(2026)


@pytest.mark.parametrize(
    ("state", "name", "words"),
    [
        ("KY", "income_tax_rate", "3.5 %"),
        ("CA", "surtax_rate", "0 %, 1 % from $1,000,000"),
        (
            "CA",
            "credit_earned_income_phase_in_rate",
            "7.65 %, 34 % from 1, 40 % from 2, 45 % from 3",
        ),
        (
            "OH",
            "personal_exemption",
            "$2,400, $2,150 from $40,000, $1,900 from $80,000, $0 from $500,000",
        ),
        ("CA", "starting_base", "federal adjusted income"),
    ],
)
def test_a_figure_of_a_state_is_said_in_words(state: str, name: str, words: str) -> None:
    """Each step with what it holds from; the rule a state starts by as the drawer says it."""
    parameters = RULES.state(state)
    assert parameters is not None
    assert parameter_value(parameters[name]) == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("CA", ["1.3 % of wages"]),
        ("CO", ["0.44 % of wages up to $184,500"]),
        ("NY", ["0.5 % of wages, at most $31 a year", "0.432 % of wages, at most $412 a year"]),
    ],
)
def test_a_programme_is_said_with_the_limits_it_has(state: str, words: list[str]) -> None:
    """Its rate, and no limit where the law has none."""
    assert [parameter_value(found) for found in RULES.payroll_programmes(state)] == words


def test_what_wages_mean_to_a_programme_is_said() -> None:
    """What is taken from pay, and whether it is in the wages."""
    assert parameter_value(RULES.programme_wages("CA_sdi")) == "Premium out, HSA in, 401(k) in"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HI_general_excise", "Receipts x 4 %"),
        (
            "WA_business_occupation",
            "Receipts x 1.5 %, 1.75 % from $1,000,000, 2.1 % from $5,000,000",
        ),
        ("WA_small_business_credit", "$1,920 a year"),
        ("philadelphia_receipts", "Receipts x 0.141 %"),
        ("philadelphia_income", "Profit before these taxes x 5.71 % x 40 %"),
    ],
)
def test_a_tax_on_a_practice_is_said(name: str, words: str) -> None:
    """How it comes about, as its line says it."""
    assert parameter_value(RULES[f"practice_taxes.{name}"]) == words


def test_a_tax_that_is_told_says_from_where_on() -> None:
    """The receipts from which it matters."""
    said = parameter_value(RULES["practice_told.NH_business_profits"])
    assert said == "Told from $109,000 of receipts a year"


def test_steps_by_filing_status_name_each_status() -> None:
    """New York's rates stand once for each status, none as a table of the program."""
    parameters = RULES.state("NY")
    assert parameters is not None
    said = parameter_value(parameters["income_tax_rate"])
    assert said.startswith("Single 3.9 %, 4.4 % from $8,500, 5.15 % from $11,700")
    assert "; Married, filing jointly 3.9 %" in said


@pytest.mark.parametrize("state", state_names())
def test_whatever_a_bill_cites_can_be_said(state: str) -> None:
    """No source in a drawer shows a table or a name of the program."""
    home = Household(state=state, profit=30_000.0, wages=20_000.0, children_under_17=1)
    lines = [line for _, line in tax_bill(home, RULES).total.walk()]
    for source in {source.key: source for line in lines for source in line.sources}.values():
        said = parameter_value(source)
        assert said
        assert not {"{", "}", "_"} & set(said), source.key


def test_assumptions_about_loans_are_in_words() -> None:
    """Choices, days and rows of loans are written as a reader would; of a plan nobody chose too."""
    given = {name: getattr(FULL.loans, name) for name in FULL.loans.model_fields_set - {"plan"}}
    table = listings.assumptions_table(result_of(FULL.with_values({"loans": given})))
    rows = {name: value for name, value, _ in table.rows}
    assert rows["Use the loan rules in force on"] == "22 November 2026"
    assert rows["Plan"] == "RAP (Repayment Assistance Plan)"
    assert rows["Plan today"] == "None of these"
    assert "Private loan\\: Amount owed" in rows
    assert "Change ahead\\: After years" in rows
    assert not any(value in ("rap", "as_household") for value in rows.values())


def defaults_of(plan: Scenario) -> dict[str, tuple[str, str]]:
    """What was left alone, by name: its value and where that comes from."""
    rows = listings.assumptions_table(result_of(plan)).rows
    return {name: (value, origin) for name, value, origin in rows}


def test_a_default_is_said_as_a_person_would() -> None:
    """Each with what it belongs to, a value in words, and where that comes from."""
    hourly = SOLO.with_values({"work": {"kind": "employee", "pay": {"kind": "hourly"}}})
    said = defaults_of(hourly)
    missed, judged = said["Individual\\: No-shows"]
    assert missed == "4\u00a0% of scheduled sessions"
    assert judged.startswith("Why: The other half of the 8 % a group practice reports.")
    assert judged.endswith(". Our judgement\\: change it to fit")
    assert said["Office rent\\: Business cost"] == ("yes", "default")
    assert said["Own therapy\\: Full price"] == (
        "\\$143.26 a session",
        "survey: Zhu et al. 2024, Health Affairs Scholar\\: posted cash rates of 175,083 "
        "therapists",
    )
    assert said["Employer"] == ("Private group practice", "default")
    assert said["Paid work"][0] == "sessions, notes, waiting, administration, meetings"
    assert said["Benefits in kind"] == ("none", "default")
    assert said["State income tax"] == ("not stated", "default")
    assert said["Deduction"] == ("Whichever is lower", "default")
    assert said["Children under 17"] == ("0 children", "default")
    assert said["Years to stay"] == ("1 year", "default")


def test_costs_come_to_so_much_a_year() -> None:
    """Each row of costs as a year of it, in the plan's currency."""
    table = listings.costs_table(SOLO.costs[:4], "EUR")
    assert list(table.frame.columns) == ["Cost", "A year"]
    assert table.texts() == [
        ["Office rent", "€12,000"],
        ["Records system", "€948"],
        ["Liability cover", "€450"],
        ["Licence and renewal", "€110"],
    ]


TODAY = datetime.date(2026, 11, 30)
TABLES = {kind: listings.sources_table(RULES, kind, TODAY) for kind in listings.SOURCE_KINDS}


def test_every_parameter_stands_in_one_table() -> None:
    """Laws, surveys and judgements together are all there is; each row has a value and a source."""
    assert sum(len(table.rows) for table in TABLES.values()) == len(list(RULES.values()))
    for table in TABLES.values():
        assert list(table.heads) == ["Parameter", "Value", "Source"]
        assert all(map(all, table.rows))


def test_a_judgement_says_why_in_its_table() -> None:
    """Each row of the judgements gives its reason; nothing else claims to have one of ours."""
    assert all(row[2].startswith("Why: ") for row in TABLES["judgement"].rows)
    for kind in ("law", "survey"):
        assert not any("Why:" in row[2] for row in TABLES[kind].rows)
    coming = listings.sources_table(load_rules(2027), "judgement", TODAY)
    assert all(row[2].startswith("Why: ") for row in coming.rows)
    assert any("The figure of 2026 × 1.0299" in row[2] for row in coming.rows)


VALUES = {
    "typical.fee_private": "$145 a session",
    "typical.notes_minutes_per_session": "10 minutes a session",
    "typical.insurer_to_private_ratio": "78 %",
    "states.name": "51 entries",
    "us_federal.earned_income_credit_phase_in_rate": (
        "no child 7.65\u00a0%; one child 34\u00a0%; two 40\u00a0%; three or more 45\u00a0%"
    ),
    "burnout.weeks_off": (
        "With all else typical, exhausted of 100: 46 (0), 37 (4, typical), 31 (8). Evidence: other "
        "health workers"
    ),
    "load_checks.va_clinicians": "57,397 people, 34.5 of 100 exhausted (31 to 38)",
    "load_checks.survey_health": "300 people, 50.3 of 100 exhausted; the first edition said 47.1",
    "load_checks.nhs_burnt_out": "136,182 people, 25.6 of 100 exhausted",
    "stages.pre_licensed": (
        "22 sessions booked a week; 1.5 hours of supervision a week; 0 hours of consultation a "
        "week; 36 sessions of own therapy a year"
    ),
    "crisis_lines.us_988": (
        "country United States; contact Call or text 988; chat at 988lifeline.org; hours 24/7"
    ),
}


@pytest.mark.parametrize(("key", "told"), VALUES.items(), ids=VALUES)
def test_a_value_is_said_as_its_unit_asks(key: str, told: str) -> None:
    """Figures with their period, tables by name, or how many entries there are."""
    found = next(found for found in RULES.values() if found.key == key)
    assert parameter_value(found) == told


def test_no_name_of_ours_stands_in_a_value() -> None:
    """Whatever a parameter holds, it is said in words."""
    for found in RULES.values():
        assert not re.search(r"[a-z]_[a-z]", parameter_value(found)), found.key


def test_brackets_are_said_by_filing_status() -> None:
    """Each rate with the income it starts at, status by status."""
    found = next(found for found in RULES.values() if found.key == "us_federal.income_tax")
    assert parameter_value(found).startswith(
        "Single: 10\u00a0% from $0, 12\u00a0% from $12,400, 22\u00a0% from $50,400"
    )


def test_a_search_keeps_the_rows_that_have_every_word() -> None:
    """Whatever their case, in any column; without a search all rows stay."""
    judged = TABLES["judgement"]
    found = listings.matching(judged, "NOTES exhausted")
    assert [row[0] for row in found.rows] == ["Notes, billing and administration"]
    assert listings.matching(judged, None).rows == judged.rows
    assert not listings.matching(judged, "tea and coffee").rows
    assert listings.nothing_matches("t*a") == ":gray[Nothing here matches “t\\*a”.]"


def test_two_columns_fit_a_phone() -> None:
    """The second holds the others below its own, in grey."""
    table = listings.in_two(Table(("What", "Value", "Source", "Year"), [("a", "1", "law", "2026")]))
    assert list(table.heads) == ["What", "Value and source"]
    assert table.texts() == [["a", "1  \n:small[:gray[law · 2026]]"]]


LINES = {
    "typical.fee_private": (
        "Survey · 2024 · [Zhu et al. 2024, Health Affairs Scholar\\: posted cash rates of 175,083 "
        "therapists](https://doi.org/10.1093/haschl/qxae110)"
    ),
    "typical.minutes_per_session": ("Our judgement\\: change it to fit"),
    "payroll_tax.state_employer_tax_rate": (
        "Law · 2026 · [California Employment Development Department, DE 201 (2026), as held by "
        "PolicyEngine US 2.68.0](https://edd.ca.gov/siteassets/files/pdf_pub_ctr/de201.pdf) · "
        "confirmed"
    ),
}


@pytest.mark.parametrize(("key", "told"), LINES.items(), ids=LINES)
def test_a_source_is_said_in_a_line(key: str, told: str) -> None:
    """Kind, year, where it was read, and how sure it is."""
    found = next(found for found in RULES.values() if found.key == key)
    assert listings.source_line(found) == told


def test_a_rule_of_loans_is_sourced_as_on_its_page() -> None:
    """Its own way of saying the day and how sure it is, and its own way of saying a value."""
    rule = loan_rules(LAST_DAY)["paye_ends"]
    assert listings.source_line(rule).startswith("law, 30 June 2028 · [34 CFR 685.209")
    assert parameter_value(rule) == "30 June 2028"


def test_a_search_knows_what_people_call_it() -> None:
    """A no-show is a session missed without a word."""
    table = Table(("Figure",), [("Sessions missed without a word",), ("Office rent",)])
    assert listings.matching(table, "No-show").rows == [("Sessions missed without a word",)]


def test_every_weight_of_load_has_its_unit() -> None:
    """One more of what: an hour, a week, a point; and no spread of judgement is called an error."""
    rows = {name: weight for name, weight, _ in load_weights(RULES).rows}
    assert len(rows) == 12
    assert rows["All hours a worked week"] == (
        "0.0162 of log-odds for an hour a week more, spread 0.0037; grade A of A to D"
    )
    assert "for a week a year more" in rows["Weeks off"]
    assert not any("each one more" in weight for weight in rows.values())
    assert not any("error" in weight for weight in rows.values())
