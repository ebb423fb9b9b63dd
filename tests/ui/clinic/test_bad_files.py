"""Files that stand outside every bound: one sentence each, and the page stays."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from streamlit.testing.v1 import AppTest

from calc.staffing import read_roster
from ui.clinic import faults as clinic_faults
from ui.clinic import files as clinic_files
from ui.clinic import roster_files
from ui.clinic.workbook import first_sheet
from ui.shell import documents, examples, plan_menu, uploads

Open = Callable[..., AppTest]
CLINIC = examples.clinics()["group_practice_of_eight"].plans[0]
TABLE = roster_files.roster_table(CLINIC.posts)
GOOD = roster_files.as_excel({"Roster": TABLE})
SHEET = "xl/worksheets/sheet1.xml"
HEADINGS = ["Label", "Arrangement", "Pay form", "Pay", "Sessions a week", "Full-time share %"]
WORK = "[work]\nkind = 'own_practice'\n"


def changed(part: str, at: str, put: str, data: bytes = GOOD) -> bytes:
    """A workbook with something put before the first such sign of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace(at, put + at, 1) if name == part else text)
    return out.getvalue()


def far(number: int) -> bytes:
    """A sheet that does not state its size, with one row far below."""
    return re_dimensioned(
        changed(SHEET, "</sheetData>", f'<row r="{number}"><c><v>1</v></c></row>')
    )


def re_dimensioned(data: bytes) -> bytes:
    """A workbook whose sheet does not say how large it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(r"<dimension[^>]*/>", "", old.read(name).decode()))
    return out.getvalue()


def said(name: str, data: bytes) -> list[str]:
    """What is told of a roster."""
    found = clinic_files.read_file(name, data)
    return [found] if isinstance(found, str) else list(clinic_faults.told(found.roster, "USD"))


LOCKED = bytearray(GOOD)
for _place in [found.start() for found in re.finditer(b"PK\x01\x02", GOOD)]:
    LOCKED[_place + 8] |= 1

WORKBOOKS: dict[str, tuple[bytes, str]] = {
    "a sheet that breaks off": (changed(SHEET, "<sheetData>", "<row"), "no table that we can read"),
    "a row far below": (far(1_000_000_000), "goes on below row 20,000"),
    "a row of thirty digits": (far(10**30), "no table that we can read"),
    "rows without end": (changed(SHEET, "</sheetData>", "<row/>" * 400_000), "holds more than any"),
    "styles without end": (
        changed("xl/styles.xml", "</cellXfs>", "<xf/>" * 980_000),
        "holds more than any",
    ),
    "a part of spaces": (changed(SHEET, "</sheetData>", " " * 4_000_000), "holds more than any"),
    "locked": (bytes(LOCKED), "no table that we can read"),
    "an entity": (
        changed(SHEET, "<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]>'),
        "no table that we can read",
    ),
    "no sheet": (
        changed("xl/workbook.xml", "</sheets>", "").replace(b"PK\x05", b"PK\x09"),
        "no table",
    ),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an older Excel file"),
}


@pytest.mark.parametrize(("data", "told"), WORKBOOKS.values(), ids=WORKBOOKS)
def test_a_workbook_out_of_bounds_is_one_sentence(data: bytes, told: str) -> None:
    """Whatever a reader of zip or XML would raise, or never end on, is said in a sentence."""
    (sentence,) = said("a.xlsx", data)
    assert told in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_without_a_bound_is_not_unpacked(how: int) -> None:
    """Python unpacks these two in one go, however much comes out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", how) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert said("a.xlsx", out.getvalue()) == [clinic_faults.FILES["unreadable"]]


def test_empty_rows_cost_nothing() -> None:
    """A sheet with empty rows down to the last a sheet can have is the roster above them."""
    empty = "".join(f'<row r="{row}"/>' for row in range(1_000_000, 1_000_200))
    found = read_roster(roster_files.rows_of("a.xlsx", changed(SHEET, "</sheetData>", empty)))
    assert len(found.posts) == len(CLINIC.posts)
    assert found.problems == ()


def test_five_hundred_posts_are_read() -> None:
    """The most a clinic holds comes back from a workbook and from CSV, every post."""
    posts = [*CLINIC.posts] * 70
    table = roster_files.roster_table(posts[:500])
    for name, data in (
        ("a.xlsx", roster_files.as_excel({"R": table})),
        ("a.csv", roster_files.as_csv(table)),
    ):
        found = read_roster(roster_files.rows_of(name, data))
        assert len(found.posts) == 500
        assert {problem.kind for problem in found.problems} == {"label_twice"}


def test_a_reader_that_stumbles_is_a_refusal() -> None:
    """Whatever is raised, even for want of memory or depth, is one error of ours."""
    for stumble in (MemoryError, RecursionError, SyntaxError, KeyError, EOFError, RuntimeError):

        def read(raised: type[Exception] = stumble) -> None:
            raise raised

        with pytest.raises(uploads.UnreadableError):
            uploads.guarded(read)


def test_our_reader_agrees_with_that_of_openpyxl() -> None:
    """Texts, numbers, rich texts, formulas, gaps and booleans are read as openpyxl reads them."""
    book = Workbook()
    sheet = book.active
    sheet.append(["a", 1, 2.5, None, True, "=A1+1", "ü & <b>", 1e-7, -3, "  spaced  "])
    sheet.append([])
    sheet["C5"] = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    sheet["AB7"] = 12345678901234
    out = io.BytesIO()
    book.save(out)
    for data in (out.getvalue(), GOOD):
        rows = load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
        expected = [["" if cell is None else cell for cell in row] for row in rows]
        assert first_sheet(data) == expected


def test_no_more_is_told_than_anybody_reads() -> None:
    """A thousand faults are two hundred lines, and how many more there are."""
    rows = "".join(f"Post {place},employee,salary,,\n" for place in range(499))
    lines = said("a.csv", (",".join(HEADINGS) + "\n" + rows).encode())
    assert len(lines) == 201
    assert lines[-1].startswith("And 798 more.")


def test_columns_past_the_most_are_told_once() -> None:
    """A hundred thousand columns are one line; what is not used is seen in the drawer."""
    names = ",".join(f"c{place}" for place in range(100_000))
    lines = said("a.csv", f"Label,Arrangement,Sessions a week,{names}\nA,owner,20\n".encode())
    assert len(lines) == 2
    assert "The file has more than 100 columns." in lines[0]
    assert "The column **Pay** is missing." in lines[1]


def test_lines_past_the_most_end_the_reading() -> None:
    """A million empty lines are cut off at the first that is too many."""
    (sentence,) = said("a.csv", b"\n" * 1_000_000)
    assert sentence == clinic_faults.FILES["too_many_rows"]


def test_what_is_shown_of_a_hostile_cell_is_short_and_plain() -> None:
    """Forty signs of it, on one line, escaped, without those that turn the writing round."""
    evil = "\u202e<b>**x**</b>\n# y [a](b) $z$" + "w" * 100
    text = roster_files.as_csv([HEADINGS, ["A", "owner", "", "", evil, "100"]])
    (sentence,) = said("a.csv", text)
    assert "\u202e" not in sentence
    assert "\n" not in sentence
    assert "w" * 20 not in sentence
    assert "\\<b\\>\\*\\*x" in sentence


TOML: dict[str, tuple[str, str]] = {
    "a format in hex": ("format = 0x" + "f" * 5_000 + "\n" + WORK, "not a number"),
    "a kind in hex": ("document = 0x" + "f" * 5_000 + "\n", "not a number"),
    "a fee in octal": (WORK + "health_premium_per_month = 0o" + "7" * 9_000, "not a number"),
    "a year in binary": ("tax_year = 0b" + "1" * 20_000 + "\n" + WORK, "not a number"),
    "a whole number beyond all": ("tax_year = 1000000000000000000\n" + WORK, "most we model"),
    "a format with a point": ("format = 1.0\n" + WORK, "its format is 1.0, not a whole number."),
    "dots on many lines": (f"a{'.a' * 400} = 1\n" * 6, "not valid TOML"),
    "lines without end": (WORK + "\n" * 900_000, "holds more than 100,000 values or lines"),
    "values without end": (
        "a = [" + "1," * 90_000 + "]\nb = [" + "[]," * 6_000 + "]",
        "holds more than 80,000 values",
    ),
}


@pytest.mark.parametrize(("text", "told"), TOML.values(), ids=TOML)
def test_a_document_out_of_bounds_is_one_sentence(text: str, told: str) -> None:
    """Numbers that Python may not write, keys and values without end are refused in words."""
    sentence = documents.opened(text.encode())
    assert told in sentence
    assert sentence.endswith("Nothing was changed.")
    assert len(sentence) < 300


def test_dots_that_part_no_key_are_no_fault() -> None:
    """Numbers, texts and remarks have dots of their own."""
    dots = "." * 400
    text = f"# {dots}\n" * 20 + f'description = """\n{dots}\n{dots}\n"""\n' + WORK
    assert documents.Scenario.from_toml(text).description.count(".") == 800


PAGE = {
    "a damaged workbook": (changed(SHEET, "<sheetData>", "<row"), "This file is no table"),
    "a workbook without end": (far(1_000_000_000), "This file goes on below row 20,000"),
}


@pytest.mark.parametrize(("data", "told"), PAGE.values(), ids=PAGE)
def test_the_page_stays(open_app: Open, data: bytes, told: str) -> None:
    """A damaged workbook, and one that never ends, leave the page and its clinic as they were."""
    assert len(data) < 20_000
    app = open_app()
    app.session_state["group clinic files"] = True
    app.switch_page("ui/clinic/page.py").run()
    before = app.session_state["clinic"]
    app.file_uploader(key=clinic_files.UPLOAD).set_value(("a.xlsx", data, clinic_files.EXCEL)).run()
    assert not app.exception
    assert [error.value for error in app.error if told in error.value]
    assert app.error[0].value.endswith(clinic_faults.UNCHANGED)
    assert app.session_state["clinic"] == before
    assert app.title
    assert app.menu_button(key="plan menu").label == "Plan"


def test_a_plan_that_no_python_can_write_leaves_the_page(open_app: Open) -> None:
    """A number of five thousand digits in hex is a sentence in the dialog."""
    app = open_app()
    app.menu_button(key="plan menu").click(plan_menu.OPEN).run()
    app.menu_button(key="plan menu").click(plan_menu.OPEN)
    data = TOML["a format in hex"][0].encode()
    app.file_uploader(key="plan file").set_value(("a.toml", data, "application/toml")).run()
    assert not app.exception
    assert "Nothing was changed." in app.error[0].value
