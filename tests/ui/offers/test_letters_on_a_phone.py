"""Three letters on a phone: each term with a line for each, in place of three narrow columns."""

from calc.offers import compare
from tests.ui.offers.letters import LETTERS, Open, glance, said
from ui.offers import tables


def test_three_letters_have_a_form_without_columns(open_offers: Open) -> None:
    """Every term of the table stands there with every letter by name, in the same order."""
    app = open_offers(LETTERS)
    names = [found.label for found in compare(LETTERS).ranked()]
    row = next(row for row in glance(app).itertuples(index=False) if row[0] == "Take-home a year")
    lines = [f"{name}: {cell}" for name, cell in zip(names, row[1:], strict=True)]
    assert "  \n".join(["**Take-home a year**", *lines]) in said(app)


def test_two_letters_keep_their_columns() -> None:
    """They have room side by side; three and more are stacked, a total once bold."""
    rows = [("Pay", ["$1", "$2"]), ("**In all**", ["$3", "$4"])]
    assert tables.stacked(rows, ["A", "B"]) == ""
    three = [(term, [*cells, "$5"]) for term, cells in rows]
    assert tables.stacked(three, ["A", "B", "*C*"]) == (
        "**Pay**  \nA: \\$1  \nB: \\$2  \n\\*C\\*: \\$5\n\n"
        "**In all**  \nA: \\$3  \nB: \\$4  \n\\*C\\*: \\$5"
    )
