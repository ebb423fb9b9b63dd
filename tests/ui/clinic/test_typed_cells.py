"""Cells typed into the roster on screen, as the table hands them on: texts, so no comma is lost."""

import pytest

from calc.staffing.roster_posts import cells_of
from calc.staffing.roster_rows import read_rows
from calc.staffing.roster_sheet import Cell
from tests.ui.clinic.clinics import PLANS
from ui.clinic import faults as clinic_faults
from ui.clinic import roster

CLINIC = PLANS.plans[0]
POST = CLINIC.posts[1]


def written(typed: dict[str, str | None]) -> tuple[dict[str, Cell], list[str]]:
    """The cells of a post after some were typed, and what is said of those not taken."""
    row = cells_of(POST)
    made = {**row, **roster._cells(typed, row)}
    pairs, faults = read_rows([made], [POST], CLINIC)
    return cells_of(pairs[0].after), [clinic_faults.cell(fault, "USD") for fault in faults]


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ({"pay": "70,000"}, "pay", 70_000.0),
        ({"administration": "3,5"}, "administration", 3.5),
        ({"pay": "31,50", "paid": "Hourly"}, "pay", 31.5),
        ({"benefits": "1,200"}, "benefits", 1_200.0),
        ({"label": "Post 1,5"}, "label", "Post 1,5"),
    ],
)
def test_a_comma_is_read_as_meant(typed: dict[str, str | None], name: str, value: Cell) -> None:
    """Thousands of a salary, decimals of hours and of a rate, whichever cell was typed first."""
    cells, said = written(typed)
    assert said == []
    assert cells[name] == value


@pytest.mark.parametrize("text", ["1,2,3", "many", "about 24"])
def test_what_is_no_number_is_told_and_stays(text: str) -> None:
    """Never the digits without their marks; the cell shows what was typed."""
    cells, said = written({"booked": text})
    assert cells == cells_of(POST)
    assert said == [
        f"**Row 1, Sessions a week** is “{text}”, which is no number or may be two. "
        "Write it such as 24, 24.5 or 62000."
    ]
    shown = roster._frame([{**cells_of(POST), "booked": text}])
    assert shown["booked"].tolist() == [text]


def test_a_share_of_nothing_is_told_and_the_share_before_counts() -> None:
    """A post of no share would take its sessions and pay out of every sum, without a word."""
    cells, said = written({"share": "0"})
    assert cells == cells_of(POST)
    (sentence,) = said
    assert sentence.startswith("**Row 1, Full-time share %**: 0\u00a0% would be nobody")


def test_an_emptied_cell_is_empty() -> None:
    """Nothing typed is no zero."""
    _, said = written({"booked": None})
    assert said == [
        "**Row 1, Sessions a week** is empty or not a number. Enter a plain number, such as 12 or "
        "12.5."
    ]


def test_numbers_are_shown_as_they_can_be_typed_over() -> None:
    """In full, without marks, and empty where there is none."""
    shown = roster._frame([cells_of(post) for post in CLINIC.posts])
    owner, first = shown["pay"].tolist()[:2]
    assert owner is None
    assert float(first) == cells_of(POST)["pay"]
    assert all("," not in cell for cell in shown["booked"])
    config = roster._config(cells_of(POST))
    assert config["pay"]["type_config"]["type"] == "text"
