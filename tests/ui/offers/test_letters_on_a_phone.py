"""Three letters on a phone: each term with a line for each, in place of three narrow columns."""

from calc.offers import compare
from tests.ui.offers.letters import LETTERS, Open, glance, plain, said
from ui.offers import phone, tables


def test_three_letters_have_a_form_without_columns(open_offers: Open) -> None:
    """Every term of the table stands there with every letter by name, in the same order."""
    app = open_offers(LETTERS)
    names = [found.label for found in compare(LETTERS).ranked()]
    row = next(row for row in glance(app).itertuples(index=False) if row[0] == "Take-home a year")
    short = next(plain(t.value) for t in app.table if "Hours a worked week" in plain(t.value))
    assert list(short["Offer"]) == names
    assert list(short["Take-home a year"]) == list(row[1:])
    others = [row for row in glance(app).itertuples(index=False) if row[0] not in phone.DECIDING]
    assert len(others) >= 4
    for term, *cells in others:
        lines = [f"{name}: {cell}" for name, cell in zip(names, cells, strict=True)]
        assert "  \n".join([f"**{term}**", *lines]) in plain_text(said(app))
        assert f"**{term}**" not in short.columns
    fold = next(found for found in app.expander if found.label.startswith("**More of each"))
    assert not fold.proto.expanded
    assert fold.label.endswith(f"{len(others)} terms")


def plain_text(text: str) -> str:
    """Text without the places where a long word may break."""
    return text.replace(tables.SOFT_HYPHEN, "")


def test_two_letters_keep_their_columns() -> None:
    """They have room side by side; three and more are stacked, a total once bold."""
    rows = [("Pay", ["$1", "$2"]), ("**In all**", ["$3", "$4"])]
    assert phone.stacked(rows, ["A", "B"]) == ""
    assert phone.in_short([("Take-home a year", ["1", "2"])], ["A", "B"]) is None
    three = [(term, [*cells, "$5"]) for term, cells in rows]
    assert phone.stacked(three, ["A", "B", "*C*"]) == (
        "**Pay**  \nA: \\$1  \nB: \\$2  \n\\*C\\*: \\$5\n\n"
        "**In all**  \nA: \\$3  \nB: \\$4  \n\\*C\\*: \\$5"
    )
