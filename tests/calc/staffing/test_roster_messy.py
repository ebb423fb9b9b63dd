"""A spreadsheet as clinics keep them: columns told by what stands in them, nobody dropped."""

import pytest

from calc.staffing import rows_of_csv
from calc.staffing.roster_headings import guesses
from calc.staffing.roster_numbers import between
from calc.staffing.roster_pay import is_of_pay
from calc.staffing.roster_reading import reading
from tests.calc.staffing.test_roster_reading import answered, asked, kinds, of, posts

MESSY = """Riverside Counseling Group LLC,,,,,,
Staff list as of Nov 2026 (CONFIDENTIAL),,,,,,
,,,,,,
Clinician,Status,Comp,Rate,Avg clients/wk,Lic.,Notes
"Alvarez, Maria",W2,Salary,"$64,000",24,LCSW,full time
Ben K.,1099,split,58 %,~20,LPC,
Cyd,W-2,hourly,$31/hr,22-24,LMFT,
Dee (assoc.),W2,per session,$55.00,18,LPC Associate,needs supervision
Eve,Owner,draw,"96.000,00",12,PhD,owner
,,,,,,
Total,,,,96,,
Average,,,,19.2,,
"""


def test_columns_are_told_by_what_stands_in_them() -> None:
    """Forms of pay under "Comp", amounts under "Rate", licences under "Lic."."""
    found = of(MESSY)
    assert {column.heading: column.ours for column in found.columns} == {
        "Clinician": "Label",
        "Status": "Arrangement",
        "Comp": "Pay form",
        "Rate": "Pay",
        "Avg clients/wk": "Sessions a week",
        "Lic.": "Licence",
        "Notes": "",
    }
    assert found.missing == ()
    assert guesses(["Rate"], [["$150", "$120"]], {})[0].choices  # a fee or pay: asked


def test_all_five_are_read_once_two_questions_are_answered() -> None:
    """An owner's pay is told and not used; a range is asked, its middle offered."""
    found = of(MESSY)
    assert asked(found) == [
        ((6,), "Sessions a week", "~20", 20.0),
        ((7,), "Sessions a week", "22-24", 23.0),
    ]
    assert (found.left_out, found.people) == ((), 5)
    found = answered(rows_of_csv(MESSY))
    assert posts(found) == [
        ("Alvarez, Maria", "employee", "salary", 64_000.0, 24.0),
        ("Ben K.", "contractor", "split", 0.58, 20.0),
        ("Cyd", "employee", "hourly", 31.0, 23.0),
        ("Dee (assoc.)", "employee", "per_session", 55.0, 18.0),
        ("Eve", "own_practice", "", 0.0, 12.0),
    ]
    assert kinds(found) == [("owners_pay", 9, "Pay form"), ("owners_pay", 9, "Pay")]
    assert [one.value for one in found.roster.problems] == ["draw", "96.000,00"]


def test_who_is_left_out_is_known() -> None:
    """A range that is not meant leaves the row out; so does a word that is no form of pay."""
    found = answered(rows_of_csv(MESSY.replace("hourly", "by favour")), sessions=False)
    assert found.left_out == (6, 7)
    assert len(found.roster.posts) + len(found.left_out) == found.people == 5
    assert found.place_of("Pay form") == 2
    assert found.place_of("Fee") is None
    assert found.place_of("") is None


def test_a_cell_is_told_as_the_file_has_it() -> None:
    """Also where our own rules refuse what we made of it; a value that is a number stays one."""
    text = 'Label,Arrangement,Pay form,Pay,Sessions a week\nA,contractor,salary,"$64,000",20\n'
    (problem,) = of(text).roster.problems
    assert (problem.kind, problem.column, problem.value) == (
        "pay_does_not_fit",
        "Pay form",
        "salary",
    )
    text = 'Label,Arrangement,Pay form,Pay,Sessions a week\nA,employee,salary,"-64.000,00",20\n'
    (problem,) = of(text).roster.problems
    assert (problem.kind, problem.value) == ("refused", "-64.000,00")


@pytest.mark.parametrize(
    ("text", "middle", "unit"),
    [("22-24", 23.0, ""), ("20 – 25 clients", 22.5, "clients"), ("1 to 2", 1.5, "")],
)
def test_between_two_numbers(text: str, middle: float, unit: str) -> None:
    """The middle, in doubt, with what stands beside it."""
    found = between(text)
    assert found is not None
    assert (found.values, found.unit, found.about) == ((middle,), unit, True)


@pytest.mark.parametrize("text", ["24", "5-1", "24-24", "1 or 2", "2026-01-05", ""])
def test_what_is_not_between_two(text: str) -> None:
    """A single number, a day, numbers the wrong way round."""
    assert between(text) is None


@pytest.mark.parametrize(
    ("text", "of_pay"),
    [("58 %", True), ("$31/hr", True), ("64k a year", True), ("$150", False), ("Salary", False)],
)
def test_what_only_pay_is(text: str, of_pay: bool) -> None:
    """A percent and an amount an hour or a year are no fee."""
    assert is_of_pay(text) is of_pay


def test_an_owner_without_a_column_of_arrangements() -> None:
    """A label alone makes nobody an owner whose pay is stated."""
    found = reading(rows_of_csv("Label,Pay,Sessions a week\nOwner,64000,20\n"))
    assert posts(found)[0][1] == "employee"
