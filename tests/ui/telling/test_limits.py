"""What is not computed: found by the words people use, filled from the data, told in one list."""

import re

import pytest

from calc.parameters import cities, load_rules, state_names
from calc.parameters.limits import limit_rows
from ui.telling import limits, loan_rules
from ui.telling.limits import Limit
from ui.telling.words import escape

ROWS = limits.limits()


def named(start: str) -> Limit:
    """The one matter whose name begins so."""
    (found,) = (one for one in ROWS if one.what.startswith(start))
    return found


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("S corporation", ["Partnership"]),
        ("s-corp", ["Partnership"]),
        ("S. Corp.", ["Partnership"]),
        ("401(k) of my spouse", []),
        ("401k spouse", ["What a spouse's pay"]),
        ("parental leave", ["Part of a year", "What a state's programme"]),
        ("maternity", ["Part of a year", "What a state's programme"]),
        ("half time", ["Part of a year"]),
        ("nine months", []),
        ("months full", ["How many people will ask"]),
        ("premium tax credit", ["Premium credit"]),
        ("quarterly", ["Instalments by the income", "A state's own", "A state's own", "A city's"]),
        ("sales tax", ["Sales and use tax"]),
        ("daily overtime", ["Overtime for long days"]),
        ("no tax on overtime", ["Deductions for overtime pay"]),
        ("San Francisco", ["Business taxes of San Francisco", "Minimum wages of cities"]),
        ("Seattle", ["Business taxes of San Francisco"]),
        ("Denver", ["Denver occupational", "Minimum wages of cities"]),
        ("gross receipts delaware", ["Delaware gross receipts tax"]),
        ("young child credit", ["California: the young child credit"]),
        ("SAVE plan", ["ICR, Graduated and SAVE"]),
        ("refinance", ["Deferment, default"]),
        ("non-compete", ["Clauses of a contract"]),
        ("payroll form", ["Payroll"]),
        ("roth ira", ["An IRA"]),
        ("standard deduction", []),
        ("", []),
        (None, []),
    ],
)
def test_a_search_finds_what_is_not_answered(search: str | None, names: list[str]) -> None:
    """By its name or another for it, with or without hyphens; nothing for what is answered."""
    found = limits.answers(search)
    assert len(found) == len(names)
    assert all(one.what.startswith(name) for one, name in zip(found, names, strict=True))
    said = limits.told(found)
    assert all(" This tool does not answer that. " in each and each[-1] == "." for each in said)


def test_a_search_that_many_names_answer_to_is_a_table() -> None:
    """More than a few would be a wall of notes; every row with the word is in the table."""
    assert limits.answers("tax") == ()
    found = limits.matching("tax")
    assert len(found) > limits.MOST_TOLD
    assert limits.answers("Seattle") != limits.matching("Seattle")
    assert named("Minimum wages of cities") in limits.matching("Seattle")
    assert limits.matching("  ") == limits.matching(None) == ()


def test_each_area_has_its_table_in_order() -> None:
    """All rows once, under the headings in the order of reading; an area without rows has none."""
    tables = limits.tables(ROWS)
    assert [title for title, _ in tables] == list(limits.AREAS.values())
    assert sum(len(table.rows) for _, table in tables) == len(ROWS)
    one = named("Interest by the day")
    assert limits.tables([one]) == [("Student loans", limits.tables([one])[0][1])]
    ((what, rest),) = limits.tables([one])[0][1].rows
    assert what == "Interest by the day"
    assert rest == (
        "A month's interest is a twelfth of the yearly rate; a lender counts days.  \n"
        ":small[:gray[Whoever has a loan by plan]]"
    )


def test_no_name_in_braces_is_left_and_each_is_used() -> None:
    """Every fact of the data that can be filled in is, somewhere, and none is empty."""
    asked = {
        name
        for found in limit_rows()
        for text in (found.label, found.text("who"), found.text("instead"))
        for name in re.findall(r"\{(\w+)\}", text)
    }
    assert asked == set(limits.FACTS)
    assert all(limits.FACTS[name]() for name in asked)
    for one in ROWS:
        assert not re.search(r"[{}]", f"{one.what}{one.who}{one.instead}")


def test_what_the_data_hold_is_not_typed_twice() -> None:
    """Each told tax, flat sum and state's own gap is a row, in the words of its record."""
    told = [law for key, law in load_rules(2026).items() if key.startswith("practice_told.")]
    assert len(told) == 7
    for law in told:
        assert law.note in named(law.label).instead
    assert (
        named("Delaware gross").who == "Practices in Delaware with receipts above $1,200,000 a year"
    )
    assert named("New Mexico gross").who == "Practices in New Mexico"
    assert named("Portland and Multnomah").who.startswith("Practices in Portland with receipts")
    assert "$69 a year" in named("Denver occupational").instead
    own = {
        name: found["not_worked_out"].value
        for code, name in state_names().items()
        if "not_worked_out" in (found := load_rules(2026).state(code) or {})
    }
    assert len(own) == 10
    for state, left in own.items():
        assert named(f"{state}: {left}").who == f"Whoever lives in {state}"


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("Overtime for long days", "Alaska, California, Colorado and Nevada"),
        ("A city's own brackets", "New York City, Yonkers or Portland"),
        ("What counts as wages", "Hawaii and Maine (not read) or Colorado (texts disagree)"),
        ("Taxes on a practice in most", "than in Hawaii, Ohio, Washington, Los Angeles, New York"),
        ("A deduction for a tax on", "New York City, Yonkers, Philadelphia, Pittsburgh, Portland"),
        ("This year's rates", "Philadelphia business income and receipts tax, on receipts; Phil"),
    ],
)
def test_whom_it_concerns_is_filled_from_the_data(start: str, said: str) -> None:
    """States, cities and taxes are those of the records, in their order."""
    assert said in named(start).who


def test_lists_of_states_are_those_of_the_records() -> None:
    """18 states with estimates; dates of 21 assumed and of 4 recalled or at second hand."""
    assert len(re.split(", | and ", named("State figures of 2026").who)) == 18
    assert len(re.split(", | and ", named("A state's own dates of estimated tax, where").who)) == 21
    assert len(re.split(", | and ", named("A state's own dates of estimated tax, from").who)) == 4
    assert named("Federal law of other years than 2025, 2026 and 2027")
    assert named("State income tax of other years than 2026 and 2027")
    assert named("What nobody has published of 2027")
    for city in cities().values():
        assert (city.name in named("Taxes of cities").who) == (city.tax is not None)


def test_the_report_names_those_of_a_return() -> None:
    """In one sentence, without leaves and loans; a letter that stands alone stays great."""
    said = limits.short("report")
    assert said.startswith(
        "Partnership, C corporation, S corporation of several owners; capital gains,"
    )
    assert "; an IRA, a SIMPLE plan" in said
    assert "leave" not in said
    assert said.endswith(".")


def test_the_readme_names_the_main_ones_briefly() -> None:
    """Of a name with a colon what stands before it."""
    assert limits.short("readme").startswith("Part of a year; partnership, C corporation")


def test_the_page_on_taxes_tells_those_of_a_year() -> None:
    """The alternative minimum tax says whom it concerns and how much it is at most."""
    first, *others = limits.shown_in("taxes")
    assert first.what == "Alternative minimum tax"
    assert "$299" in first.instead
    assert [one.what for one in others] == [
        "Penalties, losses of other years",
        "Instalments by the income of each quarter",
        "Whether somebody has Medicaid, Medicare or affordable cover from an employer",
    ]
    assert {first, *others} <= set(ROWS)


def test_the_page_on_loans_tells_those_of_loans() -> None:
    """All rows of the area, each once, before the rules a choice hangs on."""
    notes = loan_rules.notes(loan_rules.LAST_DAY)
    area = [one for one in ROWS if one.area == "loans"]
    assert notes[: len(area)] == limits.of_area("loans")
    for note, one in zip(notes, area, strict=False):
        assert note == f"**{escape(one.what)}.** {escape(one.instead)}"
