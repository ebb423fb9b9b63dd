"""Numbers as people type them, and a law: what is read is what was meant, or it is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.staffing.roster_headings import fits, normal
from calc.staffing.roster_numbers import typed
from calc.staffing.roster_reading import reading
from tests.calc.staffing.test_roster_reading import posts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 234,5", (1234.5,)),
        ("1\u00a0234", (1234.0,)),
        ("1'234.50", (1234.5,)),
        ("12 34", ()),
        ("1,234,567", (1_234_567.0,)),
        ("1.234.567", (1_234_567.0,)),
        ("12,34,567", ()),
        ("1,234.56", (1234.56,)),
        ("12,34.5", ()),
        ("1.2,3.4", ()),
        ("1,2.3,4", ()),
        ("0.125", (0.125,)),
        ("62,000", (62_000.0, 62.0)),
        ("62.000", (62.0, 62_000.0)),
        ("68.5k", (68_500.0,)),
        ("-5", (-5.0,)),
        ("+5", (5.0,)),
    ],
)
def test_marks_between_digits(text: str, values: tuple[float, ...]) -> None:
    """Each text is one number, two that it may be, or none."""
    found = typed(text)
    assert found is not None
    assert found.values == values


@pytest.mark.parametrize("text", ["", "none", "24-26", "1 or 2", "(merged)"])
def test_what_is_no_single_number(text: str) -> None:
    """A range, a choice and a word are no number."""
    assert typed(text) is None


@pytest.mark.parametrize(
    "cell", ["2026-11-30", "11/30/2026", "30.11.2026", "30 Nov 2026", "Nov-24", "24-Nov"]
)
@pytest.mark.parametrize("column", ["Sessions a week", "Pay", "FTE", "Fee"])
def test_a_day_is_no_number(column: str, cell: str) -> None:
    """A day, as a spreadsheet makes one of what was typed, is told with its row and not read."""
    row = {"Name": "A", "Sessions a week": "20", "Pay": "60000", "FTE": "1", "Fee": "120"}
    found = reading([tuple(row), tuple({**row, column: cell}.values())])
    (problem,) = found.roster.problems
    assert problem.kind == "a_day"
    assert (problem.row, problem.column.split(" %")[0]) == (
        2,
        {"FTE": "Full-time share"}.get(column, column),
    )
    assert not found.unanswered
    assert posts(found) == []


def test_headings_by_likeness() -> None:
    """Close spelling counts, a heading with more words fits less well, short ones must be exact."""
    assert list(fits("Lable")) == ["Label"]
    assert list(fits("Sesions a week")) == ["Sessions a week"]
    assert list(fits("Clinician (all offices)")) == ["Label"]
    assert fits("xyz") == {}
    assert fits("of") == {}
    assert normal("% of No-Shows") == "% no shows"


def _with_marks(value: float, thousands: str, decimal: str, places: int) -> str:
    """A number with marks of one's own."""
    return f"{value:,.{places}f}".replace(",", "T").replace(".", decimal).replace("T", thousands)


MARKS = st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("'", "."), ("", ",")])
SALARIES = st.integers(20_000, 180_000).map(float)
CENTS = st.integers(1_500, 20_000).map(lambda cents: cents / 100)
SHARES = st.integers(20, 80).map(float)
FORMS = {"salary": SALARIES, "hourly": CENTS, "per session": CENTS, "split": SHARES}
SIGNS = {
    "salary": ["", "$", "USD "],
    "hourly": ["", "$"],
    "per session": ["", "$"],
    "split": ["%", " %", ""],
}
Row = tuple[str, float, float]


@st.composite
def rosters(draw: st.DrawFn) -> tuple[list[list[str]], list[Row]]:
    """A roster written in a messy way, and what was meant by it."""
    thousands, decimal = draw(MARKS)
    stated = draw(st.booleans())
    head = ["Clinician", draw(st.sampled_from(["Sessions / wk", "Weekly Sessions", "caseload"]))]
    head += ["Base Pay", *(["Pay Type"] if stated else [])]
    rows, meant = [head], []
    for place in range(draw(st.integers(1, 4))):
        form = draw(st.sampled_from(list(FORMS)))
        amount = draw(FORMS[form])
        booked = draw(st.integers(10, 80)) / 2
        places = 0 if amount.is_integer() and draw(st.booleans()) else 2
        written = _with_marks(amount, thousands, decimal, places)
        sign = draw(st.sampled_from(SIGNS[form]))
        pay = f"{written}{sign}" if form == "split" else f"{sign}{written}"
        if form == "hourly" and not stated:
            pay += draw(st.sampled_from(["/hr", " an hour", ""]))
        rows.append([f"P{place}", _with_marks(booked, thousands, decimal, 1), pay])
        if stated:
            rows[-1].append(form)
        meant.append((f"P{place}", booked, amount))
    if draw(st.booleans()):
        rows = [["Our roster"], [], *rows, ["Total", "100"]]
    return rows, meant


@given(rosters())
def test_a_roster_is_read_back_or_asked(drawn: tuple[list[list[str]], list[Row]]) -> None:
    """Whatever the marks, titles and units, no figure is read that was not meant."""
    rows, meant = drawn
    found = reading(rows)
    asked = {found.table.numbers.index(row) for one in found.questions for row in one.rows}
    told = {found.table.numbers.index(one.row) for one in found.roster.problems if one.row}
    read = {label: (booked, amount) for label, _, _, amount, booked in posts(found)}
    for place, (label, booked, amount) in enumerate(meant):
        if label in read:
            sessions, pay = read[label]
            assert sessions == pytest.approx(booked)
            assert pay == pytest.approx(amount) or pay * 100 == pytest.approx(amount)
            assert (pay <= 1.0) is (amount != pytest.approx(pay))
        else:
            assert place in asked | told
