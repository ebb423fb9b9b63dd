"""People whom a spreadsheet loses: who is left out is told, put right, and stays told."""

from streamlit.testing.v1 import AppTest

from calc.staffing import plans as clinic_plans
from calc.staffing.roster_posts import cells_of
from calc.staffing.roster_rows import read_rows
from tests.calc.staffing.test_roster_messy import MESSY
from tests.ui.clinic.clinics import Open, opened, texts
from ui.clinic import faults as clinic_faults
from ui.clinic import files as clinic_files

BLANK = clinic_plans.blank()


def brought(open_app: Open, text: str) -> AppTest:
    """An empty clinic with the drawer of a file open."""
    app = opened(open_app, BLANK, "files", shown=0)
    upload = app.file_uploader(key=clinic_files.UPLOAD)
    upload.set_value(("messy.csv", text.encode(), "text/csv")).run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    """One button."""
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_who_is_left_out_is_told_and_stays_told(open_app: Open) -> None:
    """No range is meant, and it is not put right: two of five are told until they are cleared."""
    app = brought(open_app, MESSY)
    press(press(app, "roster No"), "roster No")
    assert app.button(key="roster use").label == "Use 3 of 5 posts"
    said = texts(app)
    assert "3 of 5 posts read" in said
    assert "Left out are row 6 and row 7." in said
    assert "Row 7, Sessions a week** is “22-24”, which is not sure." in said
    assert "Row 9, Pay** is “96.000,00”, and was not used" in said
    press(app, "roster use")
    assert len(app.session_state["clinic"].plans[0].posts) == 3
    for _ in range(2):
        said = texts(app)
        assert "3 of 5 posts of messy.csv are in. Left out:" in said
        assert "Row 7, Sessions a week** is “22-24”" in said
        assert "96.000,00" not in said  # the owner is in
        app.run()
    press(app, "roster left out")
    assert "Left out" not in texts(app)


def test_a_cell_is_put_right_where_it_is_told(open_app: Open) -> None:
    """What is typed in its field is read in place of what the file has."""
    app = brought(open_app, MESSY.replace("22-24", "many"))
    press(app, "roster Yes")
    assert app.button(key="roster use").label == "Use 4 of 5 posts"
    (field,) = [item for item in app.text_input if item.label == "Row 7, Sessions a week"]
    assert field.value == "many"
    field.set_value("24").run()
    assert not app.exception
    assert app.button(key="roster use").label == "Use these 5 posts"
    press(app, "roster use")
    posts = app.session_state["clinic"].plans[0].posts
    assert cells_of(posts[2])["booked"] == 24.0
    assert "Left out" not in texts(app)


def test_what_counts_of_a_row_with_a_faulty_cell() -> None:
    """The rest; a post whose label is another's is called something until it is put right."""
    rows = [{"label": "Ana", "booked": 8.0}, {"label": "Ana", "booked": 16.0, "pay": -5.0}]
    pairs, faults = read_rows(rows, [None, None], BLANK.plans[0])
    posts = [pair.after for pair in pairs]
    assert [clinic_faults.kept(fault, posts) for fault in faults] == [
        "The rest of the row counts, as Post 2, until you change the cell.",
        clinic_faults.KEPT,
    ]
    assert clinic_faults.kept(clinic_faults.too_many(501), posts) == clinic_faults.UNCHANGED
