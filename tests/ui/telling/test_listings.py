"""Sourced values in words."""

import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill
from tests.ui.telling.borrowers import FULL
from tests.ui.telling.shipped import result_of
from ui.telling import listings
from ui.telling.listings import parameter_value

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
    """Choices, days and rows of loans are written as a reader would."""
    table = listings.assumptions_table(result_of(FULL))
    rows = dict(zip(table["Field"], table["Value"], strict=True))
    assert rows["Rules of"] == "22 November 2026"
    assert rows["Plan"] == "RAP (Repayment Assistance Plan)"
    assert rows["Plan today"] == "None of these"
    assert "Private loan\\: Balance" in rows
    assert "Change ahead\\: After years" in rows
    assert not any(value in ("rap", "as_household") for value in table["Value"])
