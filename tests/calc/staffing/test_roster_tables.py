"""The table in a sheet: its headings, its rows, and what stands around them."""

from collections.abc import Mapping, Sequence

import pytest

from calc.staffing import rows_of_csv
from calc.staffing.roster_cells import RowProblem
from calc.staffing.roster_reading import reading
from tests.calc.clinics import clinic
from tests.calc.staffing.test_roster_reading import kinds, of, posts

PRIVATE_AND_INSURER = clinic(
    payer_mix=[
        {"share": 0.25, "sessions": {"payer": "private", "label": "Own"}},
        {"share": 0.75, "sessions": {"payer": "insurer", "label": "Panel", "fee_per_session": 110}},
    ]
).payer_mix


def test_tables_without_headings_or_posts_and_without_end() -> None:
    """Nothing, headings alone, no headings we know, too many rows and too many columns."""
    assert kinds(reading([])) == [("empty_roster", 0, "")]
    assert kinds(of("Name,Sessions,Pay\n")) == [("empty_roster", 0, "")]
    foreign = of("note\nAna,24,60000\nBen,22,50000\n")
    assert not foreign.table.found
    assert foreign.table.headings == ("Ana", "24", "60000")
    assert foreign.mapping == {}
    one = of("Ana\nBen\n")
    assert (one.table.headings, one.missing) == (("Ana",), ("Label", "Sessions a week", "Pay"))
    many = reading([("Name", "Sessions", "Pay"), *[("A", 20, 60_000)] * 10_000])
    assert many.roster.problems == (RowProblem("too_many_posts", 0, value=10_000, bound=500),)
    assert posts(many) == []
    wide = reading([("Name", "", "Sessions", "Pay", *[""] * 98, "x"), ("A", "", 20, 60_000)])
    assert [kind for kind, *_ in kinds(wide)] == ["too_many_columns"]
    assert len(wide.roster.posts) == 1


def test_rows_that_are_no_posts() -> None:
    """Headings once more, notes of one cell and totals are left out and named."""
    text = "Name,Sessions,Pay\nA,20,60000\nName,Sessions,Pay\nas of May\nSubtotal,20,60000\n"
    found = of(text)
    assert found.table.left == ((3, "Name"), (4, "as of May"), (5, "Subtotal"))
    assert len(found.roster.posts) == 1


def test_the_same_doubt_is_asked_once() -> None:
    """Two rows that say the same have one question, and one answer."""
    rows = rows_of_csv("Name,Sessions,Pay\nA,20,$31/hr\nB,20,$31/hr\n")
    (one,) = reading(rows).questions
    assert one.rows == (2, 3)
    assert len(reading(rows, answers={one.key: True}).roster.posts) == 2


@pytest.mark.parametrize(
    ("mapping", "labels"),
    [({}, ["A", "B"]), ({2: "Label"}, ["x", "y"])],
)
def test_any_column_may_be_chosen(mapping: Mapping[int, str], labels: Sequence[str]) -> None:
    """A column without a heading that we know is offered with its values, and can be taken."""
    found = reading(
        [("Name", "Sessions", "", "Pay"), ("A", 20, "x", 60_000), ("B", 21, "y", 6e4)], mapping
    )
    assert [post.label for post in found.roster.posts] == labels
    assert found.columns[2].samples == ("x", "y")


def test_a_comma_too_many_is_told() -> None:
    """62,000 without quotes is two cells: nothing of that row is believed."""
    found = of("Name,Sessions,Pay\nA,20,62,000\nB,20,60000\n")
    assert kinds(found) == [("too_many_cells", 2, "")]
    assert [post.label for post in found.roster.posts] == ["B"]
    shifted = of("Name,Pay,Sessions,Fee\nA,62,000,20\nB,60000,20,130\n")
    assert ("not_a_number", 2, "Sessions a week") in kinds(shifted)
    assert kinds(of("Name,Sessions,Pay\nA,20,62,000\n")) == [
        ("too_many_cells", 2, ""),
    ]


def test_a_payer_is_that_of_the_clinic() -> None:
    """No-shows of one's own keep the mix; a fee is one of its first payer, or of private pay."""
    rows = rows_of_csv("Name,Sessions,Pay,No-show,Fee\nA,20,60000,10%,\nB,20,60000,,130\n")
    one, two = reading(rows, mix=PRIVATE_AND_INSURER).roster.posts
    assert [(k.payer, k.booked_per_week, k.missed_share) for k in one.work.session_kinds] == [
        ("private", 5.0, 0.1), ("insurer", 15.0, 0.1),
    ]  # fmt: skip
    assert one.work.session_kinds[1].fee_per_session == 110.0
    assert [(k.payer, k.fee_per_session) for k in two.work.session_kinds] == [("private", 130.0)]
    alone = reading(rows).roster.posts[1].work.session_kinds
    assert [(k.payer, k.fee_per_session) for k in alone] == [("private", 130.0)]
    nobody = [row.model_copy(update={"share": 0.0}) for row in PRIVATE_AND_INSURER]
    assert [
        kind.booked_per_week
        for kind in reading(rows, mix=nobody).roster.posts[0].work.session_kinds
    ] == [10.0, 10.0]
    stated = of("Name,Sessions,Pay,Fee,Payer\nA,20,60000,130,Aetna\nB,,60000,130,cash\n")
    assert stated.roster.posts[0].work.session_kinds[0].payer == "insurer"
    assert kinds(stated) == [("empty_cell", 3, "Sessions a week")]
    empty = reading(rows_of_csv("Name,Sessions,Pay,Fee\nA,,60000,130\n"), mix=PRIVATE_AND_INSURER)
    assert kinds(empty) == [("empty_cell", 2, "Sessions a week")]
