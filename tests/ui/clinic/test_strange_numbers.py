"""Numbers written strangely: read as what they are, or asked about; never guessed."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from calc.staffing import read_roster
from ui.clinic import faults as clinic_faults
from ui.clinic import files as clinic_files
from ui.clinic import roster_files

HEADINGS = ["Label", "Arrangement", "Pay form", "Pay", "Sessions a week", "Full-time share %"]


def table_of(*rows: list[Any], formats: dict[str, str] | None = None) -> bytes:
    """A workbook of some rows under the usual headings."""
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    for place, code in (formats or {}).items():
        book.active[place].number_format = code
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def said(name: str, data: bytes) -> list[str]:
    """What is told of a roster."""
    found = clinic_files.read_file(name, data)
    return [found] if isinstance(found, str) else list(clinic_faults.told(found.roster, "USD"))


DAY = date(2026, 3, 4)
CELLS: dict[str, tuple[Any, str, str]] = {
    "a day": (DAY, "yyyy-mm-dd", "“2026-03-04”, a day and not a number"),
    "a day and an hour": (datetime(2026, 3, 4, 12), "d/m/yy h:mm", "not a number"),  # noqa: DTZ001
    "a day beyond all": (1e300, "yyyy-mm-dd", "not a number"),
    "an hour": (0.5, "[h]:mm", "not a number"),
    "an error": ("#REF!", "General", "an error of the spreadsheet"),
    "a formula": ("=1+1", "General", "holds a formula"),
    "a yes": (True, "General", "not a number"),
    "a percent of pay": (62_000, "0%", "not a number"),
    "words": ("sixty", "General", "not a number"),
}


@pytest.mark.parametrize(("value", "code", "told"), CELLS.values(), ids=CELLS)
def test_a_cell_of_another_kind_is_refused(value: Any, code: str, told: str) -> None:
    """A day is a number inside a workbook: read as one, pay would be far off in silence."""
    data = table_of(["A", "employee", "salary", value, 20, 100], formats={"D2": code})
    (sentence,) = said("a.xlsx", data)
    assert sentence.startswith("**Row 2, Pay** ")
    assert told in sentence


def test_an_error_is_no_label() -> None:
    """A label that a spreadsheet lost is not called #REF! for good."""
    (sentence,) = said("a.xlsx", table_of(["#N/A", "owner", None, None, 20, 100]))
    assert "**Row 2, Label** holds an error of the spreadsheet" in sentence


@pytest.mark.parametrize(
    ("value", "code", "share"),
    [(0.6, "0%", 0.6), (0.33333, "0.0%", 0.33333), (60, '0"%"', 0.6), (60, "[Red]0.00", 0.6)],
)
def test_a_percent_is_what_the_sheet_shows(value: float, code: str, share: float) -> None:
    """0.6 shown as 60 % is 0.6; 60 with a sign only written after it is 60 %."""
    data = table_of(["A", "owner", None, None, 20, value], formats={"F2": code})
    found = clinic_files.read_file("a.xlsx", data)
    assert not isinstance(found, str)
    (post,) = found.roster.posts
    assert post.full_time_share == pytest.approx(share, abs=1e-12)


def paid(written: str) -> bytes:
    """A roster parted by commas, with pay written in a way of its own."""
    return roster_files.as_csv([HEADINGS, ["A", "employee", "salary", written, "20", "100"]])


READ = {
    "62000": 62_000.0,
    "62,000": 62_000.0,
    "$1,200": 1_200.0,
    "1,234.50": 1_234.5,
    "1,234.567": 1_234.567,
    "1 200": 1_200.0,
    "62 000.5": 62_000.5,
    "$ 900": 900.0,
    "900 €": 900.0,
    "33.3333": 33.3333,
    "0.125": 0.125,
    "62.0000": 62.0,
    "\uff11\uff12": 12.0,
}


@pytest.mark.parametrize(("written", "pay"), READ.items())
def test_a_number_that_is_one_is_read(written: str, pay: float) -> None:
    """Signs of money, marks between thousands and digits of other scripts are read as meant."""
    found = read_roster(roster_files.rows_of("a.csv", paid(written)))
    assert found.problems == ()
    assert found.posts[0].work.pay.salary_per_year == pay  # type: ignore[union-attr]


REFUSED = (
    *("1,5", "1.234,50", "1.234", "62.000", "1,23", "12,3456", "1,200 300", "24 5", "1$2", "12%"),
    *("1e3", "1_000", "0x10", "inf", "nan1", "½", "-$5", "5-", "(5)", "'5", "1.2.3"),
    *("9" * 199, "0" * 250 + "5"),
)


@pytest.mark.parametrize("written", REFUSED)
def test_no_number_is_read_far_off(written: str) -> None:
    """What may be two numbers, ten or a thousand times apart, is asked about and never guessed."""
    found = read_roster(roster_files.rows_of("a.csv", paid(written)))
    assert found.posts == ()
    (sentence,) = clinic_faults.told(found, "USD")
    assert sentence.startswith("**Row 2, Pay** ")
    assert len(sentence) < 200


def test_a_comma_among_semicolons_may_part_decimals() -> None:
    """Where commas part no cells, 41,667 is 41.667 an hour, and 41,667 a year; else it is asked."""
    text = ";".join(HEADINGS) + "\nA;employee;hourly;41,667;20;100\nB;employee;{};41,667;20;100\n"
    found = clinic_files.read_file("a.csv", text.format("salary").encode())
    assert not isinstance(found, str)
    hourly, salary = (post.work.pay for post in found.roster.posts)
    assert hourly.rate_per_hour == 41.667  # type: ignore[union-attr]
    assert salary.salary_per_year == 41_667.0  # type: ignore[union-attr]
    (sentence,) = said("a.csv", text.format("").encode())
    assert sentence.startswith("**Row 3, Pay** is “41,667”, which is not sure.")


def test_a_number_that_moves_its_row_along_is_told() -> None:
    """62,000 without quotes is two cells: pay would be 62, and sessions what is left."""
    text = ",".join(HEADINGS) + "\nA,employee,salary,62,000,20,100\n"
    (sentence,) = said("a.csv", text.encode())
    assert sentence.startswith("**Row 2** has more cells than there are headings.")


def test_a_number_with_three_decimals_comes_back_as_it_was() -> None:
    """Our own files never hold a number that our own reader would ask about."""
    for kind in ("csv", "xlsx"):
        table = [HEADINGS, ["A", "employee", "hourly", 41.667, 20.125, 33.333]]
        made = roster_files.as_csv(table) if kind == "csv" else roster_files.as_excel({"R": table})
        found = read_roster(roster_files.rows_of(f"a.{kind}", made))
        assert found.problems == ()
        assert found.posts[0].work.pay.rate_per_hour == 41.667  # type: ignore[union-attr]
