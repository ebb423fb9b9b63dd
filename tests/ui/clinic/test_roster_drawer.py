"""The drawer of a spreadsheet: columns to confirm, doubts one by one, and what becomes of plans."""

import io
from typing import Any

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import evaluate_clinic
from calc.staffing.roster_reading import reading
from calc.staffing.sessions import booked_of
from tests.calc.staffing.test_roster_reading import EUROPEAN, ORDINARY
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from ui.clinic import faults as clinic_faults
from ui.clinic import files as clinic_files
from ui.clinic import roster_dialog, roster_files, roster_words


def brought(open_app: Open, name: str, data: bytes, shown: int = 0) -> AppTest:
    """The page with a file brought in and its drawer open."""
    app = opened(open_app, None, "files", shown=shown)
    app.file_uploader(key=clinic_files.UPLOAD).set_value((name, data, "text/csv")).run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    """One button of the drawer."""
    app.button(key=f"roster {key}").click().run()
    assert not app.exception
    return app


def test_a_spreadsheet_is_read_asked_about_and_used(open_app: Open) -> None:
    """One question, answered; the example's costs cleared; posts numbered; columns kept."""
    app = brought(open_app, "roster-november.csv", ORDINARY.encode("utf-16"), shown=1)
    assert "4 posts read, one question" in [item.value for item in app.header]
    said = texts(app)
    assert "“$31/hr”" in said
    assert "Is that $31 for each hour worked?" in said
    typical = "of an employee's pay 15\u00a0% for benefits and 1\u00a0% for workers' compensation."
    assert typical in said.replace(" %", "\u00a0%")
    assert (
        "Still from the example: shared costs, administrators, cash in the bank and the owner's "
        "draw."
    ) in said
    stays = next(item.value for item in app.markdown if "Stays the example's" in item.value)
    assert "the payers and their fees, the rooms, who asks and who waits" in stays
    assert "a floor of $26 an hour" in stays.replace("\\", "")
    assert app.button(key="roster use").disabled
    press(app, "Yes")
    assert not app.button(key="roster use").disabled
    press(app, "clear")
    assert "Will be 0 until you enter yours" in texts(app)
    assert app.session_state["clinic"].plans[0].posts[0].label == "Owner"
    assert (
        "They become plan A. Plans B (“At most 20 booked each”) and C (“Pay +10 %”) make their "
        "changes of these posts."
    ) in texts(app)
    press(app, "use")
    assert app.session_state["clinic shown"] == 0
    plans = app.session_state["clinic"]
    assert [post.label for post in plans.plans[0].posts] == [f"Post {n}" for n in range(1, 5)]
    assert [plan.title for plan in plans.plans[1:]] == ["At most 20 booked each", "Pay +10 %"]
    first, fewer, dearer = ([*plan.posts] for plan in plans.plans)
    assert max(map(booked_of, fewer)) <= 20.0 < max(map(booked_of, first))
    assert [post.work.pay.rate for post in dearer] == [
        pytest.approx(tuple(rate * 1.1 for rate in was) if isinstance(was, tuple) else was * 1.1)
        for was in (post.work.pay.rate for post in first)
    ]
    assert plans.plans[0].hiring.owner_draw_per_month == 0.0
    assert [evaluate_clinic(plan).overhead for plan in plans.plans] == [0.0, 0.0, 0.0]
    assert "below the floor of $26" in texts(app)
    assert "your floor" not in texts(app)
    assert plans.plans[0].roster_columns
    assert "Ana" not in plans.to_toml()
    assert roster_dialog.READ not in app.session_state


def test_a_column_is_mapped_by_hand(open_app: Open) -> None:
    """A heading that fits nothing is chosen; another column of the same meaning gives way."""
    text = "Who is it,How many,What they get,Pay\nAna,20,60000,1\nBen,22,65000,2\n"
    app = brought(open_app, "a.csv", text.encode())
    assert "say which of your columns is **Label and Sessions a week**" in texts(app)
    for place, ours in ((0, "Label"), (1, "Sessions a week"), (2, "Pay")):
        app.selectbox(key=f"roster column {place} ").select(ours).run()
        assert not app.exception
    assert app.selectbox(key="roster column 3 ").value == ""
    assert "2 posts read" in [item.value for item in app.header]
    app.toggle[-1].set_value(True).run()
    press(app, "use")
    assert [post.label for post in app.session_state["clinic"].plans[0].posts] == ["Ana", "Ben"]


def test_no_leaves_a_row_out_and_cancel_leaves_all(open_app: Open) -> None:
    """A no to the one reading tells the row; answers can be given again; cancel changes nothing."""
    app = brought(open_app, "a.csv", EUROPEAN.encode("cp1252"))
    before = app.session_state["clinic"]
    press(app, "No")
    assert "which is not sure. The row is left out." in texts(app)
    press(app, "again")
    assert "“1.234,56”" in texts(app)
    press(app, "cancel")
    assert app.session_state["clinic"] == before
    assert roster_dialog.READ not in app.session_state


def workbook() -> bytes:
    """Two sheets: notes first, then a roster with merged cells and percents of two kinds."""
    book = Workbook()
    book.active.title = "Read me"
    book.active.append(["Ask Kim before changing this"])
    sheet = book.create_sheet("Staff")
    sheet.append(["Our team"])
    sheet.append(["Clinician", "Type", "Sessions", "Pay", "No-show rate"])
    sheet.append(["Ana", "W2", 24, 66000, 6])
    sheet.append(["Ben", None, 22, 61000, 0.06])
    sheet.append(["Cy", "1099", 20, 0.58, 0.06])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B3:B4")
    sheet["E3"].number_format = '0"%"'
    sheet["E4"].number_format = '0"%"'
    sheet["E5"].number_format = "0%"
    sheet["D5"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_sheet_that_is_a_roster_is_taken(open_app: Open) -> None:
    """The second sheet is chosen; a sign that a format only writes is asked about."""
    app = brought(open_app, "team.xlsx", workbook())
    assert app.selectbox(key="roster sheet").value == "Staff"
    said = texts(app)
    assert '“0.06"%"”' in said.replace("\\", "")
    assert "Is that 6\u00a0%?" in said
    press(app, "Yes")
    press(app, "use")
    posts = app.session_state["clinic"].plans[0].posts
    assert [post.work.kind for post in posts] == ["employee", "employee", "contractor"]
    assert {kind.missed_share for post in posts for kind in post.work.session_kinds} == {0.06}
    app = brought(open_app, "team.xlsx", workbook())
    app.selectbox(key="roster sheet").select("Read me").run()
    assert "No post read yet" in [item.value for item in app.header]


def test_merged_numbers_are_asked() -> None:
    """A number that two rows share may be for each or for both."""
    book = Workbook()
    book.active.append(["Name", "Sessions", "Pay"])
    book.active.append(["Ana", 24, 66000])
    book.active.append(["Ben", 22, None])
    book.active.merge_cells("C2:C3")
    book.active.merge_cells("A5:B5")
    book.active.merge_cells("A7:A8")
    out = io.BytesIO()
    book.save(out)
    rows = roster_files.rows_of("a.xlsx", out.getvalue())
    assert rows[2][2] == "66000 (merged)"


def test_pasted_cells_are_read_by_the_same_reader(open_app: Open) -> None:
    """Tabs between cells, as a spreadsheet copies them."""
    app = opened(open_app, None, "files", shown=0)
    app.text_area(key=clinic_files.PASTED).set_value("Name\tSessions\tPay\nAna\t20\t60k\n").run()
    app.button(key="clinic roster paste").click().run()
    assert "1 post read" in [item.value for item in app.header]
    press(app, "use")
    (post,) = app.session_state["clinic"].plans[0].posts
    assert post.work.pay.salary_per_year == 60_000.0


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7 abc", clinic_faults.FILES["old_workbook"]),
        ("a.xls", b"abc", clinic_faults.FILES["old_workbook"]),
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00", clinic_faults.FILES["unreadable"]),
    ],
)
def test_any_file_is_refused_in_our_words(
    open_app: Open, name: str, data: bytes, told: str
) -> None:
    """A file of another kind has a sentence of ours, and nothing changes."""
    app = brought(open_app, name, data)
    assert app.error[0].value == f"{told} {clinic_faults.UNCHANGED}"


def test_ten_thousand_rows_are_refused(open_app: Open) -> None:
    """A sentence, and no post."""
    rows = "".join(f"P{place},24,60000\n" for place in range(10_000))
    app = brought(open_app, "a.csv", f"Name,Sessions,Pay\n{rows}".encode())
    assert "There are 10,000 rows under the headings" in texts(app)
    assert app.button(key="roster use").disabled


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_codes_of_text(code: Any) -> None:
    """Whatever code the text is in, the cells are the same."""
    text = "sep=;\nLabel;Pay\nPräsident;60000\n" if code == "cp1252" else "Label;Pay\nA;60000\n"
    rows = roster_files.rows_of("a.csv", text.encode(code))
    assert next(row for row in rows if row) == ["Label", "Pay"]


def test_payers_are_words_and_not_numbers(open_app: Open) -> None:
    """The payer of each row is told as a word, one for all or several."""
    text = "Label,Sessions a week,Pay,Payer\nA,20,60000,private\nB,22,65000,private\n"
    app = brought(open_app, "a.csv", text.encode())
    assert "private 2" in texts(app)


def test_the_other_plans_are_told_what_becomes_of_them() -> None:
    """Lists of changes are named; whole plans begin anew, or keep what they changed."""
    one = Clinic(title="As it is")
    made = one.with_values({"changes": ({"kind": "pay_by", "more_share": 0.1},), "title": "More"})
    told = roster_words.other_plans
    assert told(Plans(plans=(one,)), labels=True) == ""
    assert told(Plans(plans=(one, made)), labels=False) == (
        "They become plan A. Plan B (“More”) makes its changes of these posts."
    )
    assert told(Plans(plans=(one, made, one)), labels=False).endswith(
        "Plan C begins with these posts, called “As plan A” until you change it."
    )
    assert "Posts that plans B and C changed keep" in told(Plans(plans=(one,) * 3), labels=True)


def test_nothing_read_yet_counts_no_posts(open_app: Open) -> None:
    """Until the pay is found no post is numbered, and the button counts none."""
    app = brought(open_app, "a.csv", b"Therapist,Weekly caseload\nAna,20\nBen,21\n")
    said = texts(app)
    assert "Not read yet: say which of your columns is **Pay**." in said
    assert "read, and not kept" in said
    assert "Post 1 to 0" not in said
    assert app.button(key="roster use").label == "Use these posts"
    assert app.button(key="roster use").disabled


def test_part_time_figures_are_asked_about_once(open_app: Open) -> None:
    """What each works now unless the other is said; booked and paid are what the file has."""
    text = b"Name,Sessions,FTE,Pay\nAna,24,1,60000\nBen,20,1,50000\nCy,18,0.8,48000\n"
    app = brought(open_app, "a.csv", text)
    asked = app.radio(key="roster part time")
    assert asked.label == "Are 18 sessions what Post 3 works now, or what full time would be?"
    assert asked.value is False
    assert "salaries stay as your file has them: Post 3 books 18 a week." in texts(app)
    app.radio(key="roster part time").set_value(True).run()
    assert app.radio(key="roster part time").label == asked.label
    assert "share of full time: Post 3 books 14.4 a week." in texts(app)
    app.radio(key="roster part time").set_value(False).run()
    press(app, "use")
    post = app.session_state["clinic"].plans[0].posts[2]
    assert booked_of(post) * post.full_time_share == pytest.approx(18.0)
    assert post.work.pay.salary_per_year * post.full_time_share == pytest.approx(48_000.0)


def test_our_own_roster_comes_back_as_it_was(open_app: Open) -> None:
    """What the page writes out is read without a question, part-time posts alike."""
    half = {"plans.0.posts.1.full_time_share": 0.5, "plans.0.posts.2.full_time_share": 0.7}
    posts = PLANS.with_values(half).plans[0].posts
    data = roster_files.as_csv(roster_files.roster_table(posts))
    app = brought(open_app, "a.csv", data)
    assert not [one for one in app.radio if one.key == "roster part time"]
    press(app, "use")
    now = app.session_state["clinic"].plans[0].posts
    assert [post.full_time_share for post in now] == [post.full_time_share for post in posts]
    assert [*map(booked_of, now)] == pytest.approx([*map(booked_of, posts)])


def test_an_arrangement_that_is_a_licence_is_offered_with_it() -> None:
    """The question says what a yes takes of both."""
    rows = [("Name", "Sessions / wk", "Pay", "Arrangement"), ("A", "24", "62000", "intern")]
    (asked,) = reading(rows).unanswered
    said = roster_words.question(asked, "USD")
    assert "Is that “employee”, with “intern” as licence where none is stated?" in said
