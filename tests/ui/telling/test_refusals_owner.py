"""Refusals of what is its owner's: saving beyond the law, and a tax that cannot be chosen."""

from tests.ui.telling.refused_saving import NO_ELECTION, NO_RATE, ROOM
from tests.ui.telling.shipped import SOLO, check_plain
from ui.telling import refusals


def test_more_saving_than_the_law_lets_is_told() -> None:
    """What would be in the field, and the most."""
    assert "lets $22,601 go in this year" in refusals.sentence(ROOM, SOLO)


def test_a_tax_that_cannot_be_chosen_is_told() -> None:
    """Where a place has none, and where we need its rate."""
    plan = SOLO.with_values({"work.form": {"kind": "s_corporation"}})
    said = refusals.sentence(NO_ELECTION, plan)
    assert "Texas" in said
    assert "**Pays its state's tax by election** is refused" in said
    check_plain(said)
    said = refusals.sentence(NO_RATE, plan)
    assert "**Rate of that tax** is empty" in said
    assert "Connecticut" in said
    check_plain(said)
