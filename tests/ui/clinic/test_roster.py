"""The roster: what is said of cells and files that break a rule, and files in and out."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calc.staffing import COLUMNS as TEMPLATE
from calc.staffing import read_roster, roster_posts
from calc.staffing import roster_rows as roster
from calc.staffing.roster_sheet import Cell
from ui.clinic import faults as clinic_faults
from ui.clinic import roster_files
from ui.shell import examples

CLINIC = examples.clinics()["group_practice_of_eight"].plans[0]
HEADINGS = "Label,Arrangement,Pay form,Pay,Sessions a week,Full-time share %"


def told(text: str) -> list[str]:
    """What is said of a CSV file."""
    found = read_roster(roster_files.rows_of("roster.csv", text.encode()))
    return list(clinic_faults.told(found, "USD"))


def read(row: Mapping[str, Cell], label: str = "Post 1") -> tuple[Any, list[str]]:
    """The post after some cells of its row were typed, and what was not taken of them."""
    post = next(post for post in CLINIC.posts if post.label == label)
    pairs, faults = roster.read_rows([{**roster_posts.cells_of(post), **row}], [post], CLINIC)
    said = [clinic_faults.cell(fault, "USD") for fault in faults]
    return pairs[0].after, said


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            {"kind": "own_practice", "pay": 70_000.0},
            "**Row 1, Pay**: An owner earns what the clinic leaves. Empty this cell, or choose",
        ),
        (
            {"kind": "contractor", "paid": "split", "pay": 150.0},
            "**Row 1, Pay** is 150\u00a0%. The most we model is 100\u00a0%",
        ),
        ({"paid": "split", "pay": 0.5}, "**Row 1, Pay**: 0.5\u00a0% is too small to be meant."),
        ({"pay": -500.0}, "**Row 1, Pay** is −500. The least that makes sense is 0."),
        (
            {"share": 300.0},
            "**Row 1, Full-time share %** is 300\u00a0%. The most we model is 100\u00a0%, because "
            "it is a part of a whole. Enter a part of 100.",
        ),
        ({"share": 0.6}, "**Row 1, Full-time share %**: 0.6\u00a0% is too small to be meant."),
        ({"label": " "}, "**Row 1, Label**: The label is empty."),
        ({"booked": None}, "**Row 1, Sessions a week** is empty or not a number."),
        (
            {"kind": "contractor", "paid": "salary"},
            "**Row 1, Pay form**: A contractor is paid by the session or by a split, not by "
            "“Salary”.",
        ),
        ({"start": 1.5}, "**Row 1, Starts in month** is 1.50. It must be a whole number."),
    ],
)
def test_a_cell_that_breaks_a_rule(row: Mapping[str, Cell], sentence: str) -> None:
    """Each says row, column, value, rule and remedy; that cell is not taken."""
    post, said = read(row)
    before = next(post for post in CLINIC.posts if post.label == "Post 1")
    assert roster_posts.cells_of(post) != {**roster_posts.cells_of(before), **row}
    if len(row) == 1:
        assert post == before
    assert len(said) == 1
    assert said[0].startswith(sentence)


def test_an_owner_has_no_pay() -> None:
    """Pay typed for an owner is told; an employee who becomes one leaves theirs without a word."""
    owner, said = read({"paid": "salary"}, "Owner")
    assert (owner, said) == (CLINIC.posts[0], [])
    _, (sentence,) = read({"pay": 1.0}, "Owner")
    assert "An owner earns what the clinic leaves" in sentence
    became, said = read({"kind": "own_practice"})
    assert said == []
    assert roster_posts.cells_of(became)["pay"] is None


def test_two_posts_of_one_label() -> None:
    """A label that is typed twice is told with the row where it stands already."""
    rows = [roster_posts.cells_of(post) for post in CLINIC.posts[:2]]
    rows[1]["label"] = rows[0]["label"]
    _, faults = roster.read_rows(rows, list(CLINIC.posts[:2]), CLINIC)
    assert clinic_faults.cell(faults[0], "USD") == (
        "**Row 2, Label**: “Owner” stands in row 1 already. Give this post another label."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file has no posts. Fill in the template, a row for each post."),
        (f"{HEADINGS}\n", "The file has no posts."),
        (
            "Name,Salary\nPost 1,60000\n",
            "The column **Label** is missing. The template has every heading.",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,-60000,24,100\n",
            "**Row 2, Pay** is −60,000. The least that makes sense is 0.",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,60000,24,300\n",
            "**Row 2, Full-time share %** is 300\u00a0%. The most we model is 100\u00a0%",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,ask,24,100\n",
            "**Row 2, Pay** is “ask”, not a number.",
        ),
        (
            f"{HEADINGS}\nPost 1,volunteer,salary,1,24,100\n",
            "**Row 2, Arrangement** is “volunteer”. It can be employee, contractor, owner.",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,=B2*2,24,100\n",
            "**Row 2, Pay** holds a formula, “=B2\\*2”. Paste it as a value",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,60000,24,0.6\n",
            "**Row 2, Full-time share %** is 0.6, which may be a share or a percent. Write 60 %",
        ),
        (
            f"{HEADINGS}\nPost 1,contractor,salary,60000,24,100\n",
            "**Row 2, Pay form** is “salary”. With this arrangement it can be per session, split.",
        ),
        (
            f"{HEADINGS}\nPost 1,employee,salary,60000,,100\n",
            "**Row 2, Sessions a week** is empty.",
        ),
    ],
)
def test_a_file_that_is_not_right(text: str, sentence: str) -> None:
    """Each fault of a file in a sentence, with its row and column."""
    assert any(line.startswith(sentence) for line in told(text)), told(text)


def test_bad_rows_are_listed_and_the_rest_is_kept() -> None:
    """Of three rows one is wrong, one has a label that stands already: two posts, both told."""
    text = (
        f"{HEADINGS}\nPost 1,employee,salary,60000,24,100\nPost 2,employee,salary,-1,24,100\n"
        "Post 1,contractor,split,60,20,100\n"
    )
    found = read_roster(roster_files.rows_of("a.csv", text.encode()))
    pairs = roster.imported(found.posts, CLINIC)
    assert [pair.after.label for pair in pairs] == ["Post 1", "Post 1 (2)"]
    assert any("stands there twice" in line for line in told(text))


def test_ten_thousand_rows() -> None:
    """The most a clinic holds is read, and the sentence says from which row on nothing was."""
    rows = "".join(f"Post {n},employee,salary,60000,24,100\n" for n in range(10_000))
    found = read_roster(roster_files.rows_of("a.csv", f"{HEADINGS}\n{rows}".encode()))
    assert len(found.posts) == 500
    assert list(clinic_faults.told(found, "USD")) == [
        "The file has 10,000 rows, and the most a clinic holds is 500. Rows from row 502 on were "
        "left out."
    ]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.csv", b"\x00\x01\x02", "unreadable"),
        ("a.xlsx", b"PK not a workbook", "unreadable"),
        ("a.csv", b"x" * 1_000_001, "too_big"),
    ],
)
def test_a_file_that_is_no_table(name: str, data: bytes, why: str) -> None:
    """What cannot be read at all is refused whole."""
    with pytest.raises(roster_files.RosterError) as refused:
        roster_files.rows_of(name, data)
    assert refused.value.why == why


def test_a_spreadsheet_with_a_formula_and_a_percent() -> None:
    """A formula is refused by its row; 60 % shown as a percent is 60 %, not 0.6."""
    book = Workbook()
    book.active.append(HEADINGS.split(","))
    book.active.append(["Post 1", "employee", "salary", "=30000*2", 24, 100])
    book.active.append(["Post 2", "employee", "salary", 60000, 24, 0.6])
    book.active["F3"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    found = read_roster(roster_files.rows_of("a.xlsx", out.getvalue()))
    assert [(post.label, post.full_time_share) for post in found.posts] == [("Post 2", 0.6)]
    said = list(clinic_faults.told(found, "USD"))
    assert len(said) == 1
    assert said[0].startswith("**Row 2, Pay** holds a formula")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_roster_taken_out_comes_back_the_same(kind: str) -> None:
    """Out and in again, every post keeps even what the roster has no column for."""
    table = roster_files.roster_table(CLINIC.posts)
    made = roster_files.as_csv(table) if kind == "csv" else roster_files.as_excel({"R": table})
    found = read_roster(roster_files.rows_of(f"a.{kind}", made))
    assert found.problems == ()
    pairs = roster.imported(found.posts, CLINIC)
    assert tuple(pair.after for pair in pairs) == CLINIC.posts


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_a_roster(kind: Any) -> None:
    """The template can be brought in as it is, and has every heading."""
    rows = roster_files.rows_of(f"t.{kind}", roster_files.template(kind))
    assert [cell for cell in rows[0] if cell] == [column.heading for column in TEMPLATE]
    assert read_roster(rows).problems == ()
    assert roster_files.template(kind) is roster_files.template(kind), "its address would change"


def test_no_cell_becomes_a_formula() -> None:
    """A label like a formula is quoted in CSV and a text in Excel, and comes back as it was."""
    label = "=HYPERLINK(1)"
    assert b"'=HYPERLINK(1)" in roster_files.as_csv([["Label"], [label]])
    book = load_workbook(io.BytesIO(roster_files.as_excel({"A": [["Label"], [label]]})))
    assert book["A"]["A2"].data_type == "s"
