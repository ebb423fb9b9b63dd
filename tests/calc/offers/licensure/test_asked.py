"""What boards ask: figures that were read, recalled, disagreed on or typed."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from pydantic import ValidationError

from calc.offers.licensure import requirement_for, way_to_licence, weeks_to_licence
from calc.offers.licensure.asked import FIGURES
from calc.parameters import state_names
from calc.parameters.licensure import UNSETTLED, board_row, board_rows
from calc.scenario import Family, FigureName, LicenceInputs, Requirement
from tests.calc.offers.licensure.practices import PACE

DATA = Path(__file__).resolve().parents[4] / "calc" / "data" / "licensure.toml"


def test_every_board_has_a_row() -> None:
    """51 boards and four kinds of licence, each under its own key."""
    families = get_args(Family)
    assert len(board_rows()) == 51 * 4
    for state in state_names():
        for family in families:
            row = board_row(state, family)
            assert row is not None
            assert (row.text("state"), row.text("family")) == (state, family)
    assert sum(row.confirmed for row in board_rows()) == 187
    assert board_row("XX", "mft") is None


def test_only_known_figures_stand_in_a_row() -> None:
    """Each is a figure of a requirement, within its bounds; a blank is left out, never zero.

    One zero was read: psychologists of Alabama need no hours after the doctorate.
    """
    zeros = []
    for name, entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["parameter"].items():
        figures = {key: value for key, value in entry["value"].items() if key != "credential"}
        assert set(figures) <= {"state", "family", *FIGURES}
        zeros += [(name, key) for key, value in figures.items() if value == 0]
        Requirement.model_validate(figures)
    assert zeros == [("AL_psychologist", "total_hours"), ("AL_psychologist", "least_months")]


def test_most_boards_have_figures_that_were_read() -> None:
    """At least 175 of the 204 start with figures of a text that was read, or of two that agree."""
    families = get_args(Family)
    started = [
        (state, family)
        for state in state_names()
        for family in families
        if any(
            figure.origin == "data"
            for figure in requirement_for(state, LicenceInputs(family=family)).figures.values()
        )
    ]
    assert len(started) == 187 >= 175


def test_a_text_has_its_own_date() -> None:
    """Where the source says of which year its text is, the row says it too: 94 of those used."""
    dated = [row for row in board_rows() if row.year is not None]
    assert all(row.certainty for row in dated)
    assert all(
        re.search(rf"\b{row.year}\b|-{(row.year or 0) % 100}\b", row.source.title) for row in dated
    )
    assert sum(row.confirmed for row in dated) == 94


def test_a_psychologists_figures_say_what_they_count() -> None:
    """Those after the doctorate, or with the internship; else that it was not read, or none."""
    openings = (
        "After the doctorate only",
        "The internship counts here",
        "One year before or after the doctorate",
        "No hours after the doctorate",
        "Whether the internship counts was not",
        "The way with a master's",
    )
    read = [row for row in board_rows() if row.text("family") == "psychologist" and row.confirmed]
    assert len(read) == 48
    assert all(row.note.startswith(openings) for row in read)
    north = requirement_for("NC", LicenceInputs(family="psychologist"))
    assert (north.value("total_hours"), north.value("least_months")) == (1_500.0, 12.0)


def test_a_rule_read_says_how_it_was_read() -> None:
    """A row that was read tells how certain it is; one recalled has no note and no link.

    Where texts disagree, a bill was read, or one page alone says it, it is not confirmed, and its
    note says why.
    """
    for row in board_rows():
        if row.certainty:
            assert row.certainty in ("confirmed", "second_hand", "single", "conflicting")
            assert row.source.link.startswith("http")
        else:
            assert (row.confirmed, row.note, row.source.link) == (False, "", "")
        assert row.confirmed == (row.certainty in ("confirmed", "second_hand"))
        if " bill " in row.note or "onflict" in row.note:
            assert not row.confirmed
    unsettled = [row for row in board_rows() if row.certainty in UNSETTLED]
    disagreed = [row.key for row in unsettled if row.certainty == "conflicting"]
    assert disagreed == ["licensure.GA_counselor", "licensure.GA_mft", "licensure.OK_lcsw"]
    assert len(unsettled) == 13
    assert all(row.note for row in unsettled)


@pytest.mark.parametrize(
    ("state", "family", "figure", "amount"),
    [
        ("GA", "mft", "direct_hours", 2_500.0),
        ("OK", "lcsw", "total_hours", 3_000.0),
        ("NM", "lcsw", "total_hours", 3_600.0),
    ],
)
def test_figures_that_one_page_says_or_texts_disagree_on(
    state: str, family: Family, figure: FigureName, amount: float
) -> None:
    """They are shown as unconfirmed and never used, unless the person types them."""
    asked = requirement_for(state, LicenceInputs(family=family))
    assert asked.value(figure) is None
    assert asked.figures[figure].origin == "unknown"
    assert asked.unconfirmed[figure] == amount
    typed = Requirement.model_validate({"state": state, "family": family, figure: amount})
    asked = requirement_for(state, LicenceInputs(family=family, typed=(typed,)))
    assert (asked.value(figure), asked.figures[figure].origin) == (amount, "typed")


@pytest.mark.parametrize("family", ["counselor", "mft"])
def test_utah_counts_supervision_among_the_direct_hours(family: Family) -> None:
    """1,200 direct hours, 100 of them supervision: sessions must bring 1,100 (55 weeks of 20)."""
    stands = LicenceInputs(family=family)
    asked = requirement_for("UT", stands)
    assert asked.value("direct_hours") == 1_200 - 100
    assert asked.value("supervision_hours") == 100.0
    assert asked.row is not None
    assert "1,200" in asked.row.note
    weeks = {term.name: term.weeks for term in way_to_licence(asked, PACE, stands).terms}
    assert weeks["direct_hours"] == pytest.approx(55 * 52 / 48)


@pytest.mark.parametrize("family", get_args(Family))
def test_only_confirmed_rows_are_used(family: Family) -> None:
    """Figures nobody read stand apart, whatever the state; those read carry their row."""
    stands = LicenceInputs(family=family)
    for state in state_names():
        asked = requirement_for(state, stands)
        assert asked.row is not None
        used = {name: figure for name, figure in asked.figures.items() if figure.origin == "data"}
        assert not used or asked.row.confirmed
        assert not (used and asked.unconfirmed)
        assert all(figure.source is asked.row for figure in used.values())
        for name in asked.unconfirmed:
            assert asked.value(name) is None
            assert asked.figures[name].origin == "unknown"


def test_figures_of_a_read_row() -> None:
    """Texas, as read; supervision was not, and that is not zero."""
    asked = requirement_for("TX", LicenceInputs())
    assert asked.credential == "LPC"
    stated = {name: asked.value(name) for name in FIGURES if asked.value(name) is not None}
    assert stated == {"total_hours": 3_000.0, "direct_hours": 1_500.0, "least_months": 18.0}
    assert asked.unknown == ("supervision_hours",)
    assert asked.unconfirmed == {}


def test_figures_of_a_recalled_row() -> None:
    """Idaho was recalled: shown apart, used nowhere, and all the usual figures are unknown."""
    stands = LicenceInputs(family="mft")
    asked = requirement_for("ID", stands)
    assert asked.unconfirmed["total_hours"] == 3_000.0
    assert set(asked.unknown) == {
        "total_hours",
        "direct_hours",
        "relational_hours",
        "supervision_hours",
        "least_months",
    }
    path = way_to_licence(asked, PACE, stands)
    assert (path.terms, path.binding, path.reached) == ((), None, False)
    assert (path.months, path.never, path.at_least) == (None, False, True)
    assert np.isnan(weeks_to_licence(asked, PACE, stands))


def test_typed_figures_come_first() -> None:
    """Figure by figure, for their own board and family alone; the last of two counts; 0 is none."""
    stands = LicenceInputs(
        typed=(
            Requirement(state="TX", family="counselor", total_hours=4_000.0, direct_hours=0.0),
            Requirement(state="TX", family="mft", total_hours=1.0),
            Requirement(state="FL", family="counselor", total_hours=2.0),
            Requirement(state="TX", family="counselor", total_hours=2_500.0),
        )
    )
    asked = requirement_for("TX", stands)
    origins = {name: asked.figures[name].origin for name in FIGURES[:2]}
    assert origins == {"total_hours": "typed", "direct_hours": "typed"}
    assert asked.value("total_hours") == 2_500.0
    assert asked.value("direct_hours") == 0.0
    assert asked.value("least_months") == 18.0
    assert asked.figures["least_months"].origin == "data"
    weeks = {term.name: term.weeks for term in way_to_licence(asked, PACE, stands).terms}
    assert weeks["direct_hours"] == 0.0


def test_a_place_without_a_board() -> None:
    """Outside the states nothing is known, and nothing is made up."""
    asked = requirement_for("XX", LicenceInputs())
    assert (asked.row, asked.credential, asked.unconfirmed) == (None, "", {})
    assert all(figure.origin == "unknown" for figure in asked.figures.values())


def test_a_requirement_names_its_board() -> None:
    """State and kind of licence must be stated, and known."""
    for wrong in ({}, {"state": "TX"}, {"state": "XX", "family": "mft"}):
        with pytest.raises(ValidationError):
            Requirement.model_validate(wrong)
