"""The tables behind the charts of months, and the taxes as a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ui.months import months_drawn as drawn
from ui.months import chart_tables as tables
from ui.telling.tables import Table

OPENING, BANDS = drawn.BANKS["dips and rises"]
MADE: dict[str, Table] = {
    "bank": tables.bank_table(drawn.START, BANDS, taxes=drawn.TAXES),
    "bank without tax": tables.bank_table(drawn.START, BANDS, "CHF"),
    "clients": tables.clients_table(drawn.START, drawn.filling(24, 22.0), np.full(24, 22.0)),
    "plans": tables.plans_table([("Leap now", BANDS), ("*Keep*", BANDS)]),
    "leave": tables.leave_table(drawn.START, [1, 9], np.array([39_500.0, 21_000.0])),
}


@pytest.mark.parametrize("name", MADE)
def test_few_columns_all_written(name: str) -> None:
    """At most five columns, each with a header word; every cell is written."""
    table = MADE[name]
    assert len(table.heads) <= 5
    assert all(table.heads)
    rows = table.texts()
    assert rows
    assert all("nan" not in cell and "not known" not in cell for row in rows for cell in row)


def test_the_bank_as_a_table() -> None:
    """The five figures of a month, and its tax where there is any."""
    table = MADE["bank"]
    assert list(table.heads) == [
        "End of",
        "Middle ($)",
        "Tax, mean ($)",
        "Half of the paths",
        "Eight of ten",
    ]
    rows = table.texts()
    low, lower, middle, upper, high = (f"{amount:,.0f}".replace("-", "−") for amount in BANDS[3])
    assert rows[3] == ["Apr\u00a02027", middle, "613", f"{lower} to {upper}", f"{low} to {high}"]
    assert rows[4][2] == ""
    assert rows[17][2] == "−605"
    assert len(rows) == len(BANDS)
    assert MADE["bank without tax"].heads[1] == "Middle (CHF)"


def test_a_month_stands_on_one_line() -> None:
    """No line of a table behind a chart ends between a month and its year."""
    names = [row[0] for name in ("bank", "clients") for row in MADE[name].texts()]
    assert not [name for name in names if " " in name]


def test_the_other_tables() -> None:
    """Places, names that cannot be markup, when a job ends."""
    assert MADE["clients"].texts()[-1][:3] == ["Dec\u00a02028", "22", "22"]
    assert [row[0] for row in MADE["plans"].texts()] == ["Leap now", "\\*Keep\\*"]
    assert MADE["leave"].texts() == [["now", "$39,500"], ["August 2027", "$21,000"]]


def test_taxes_as_a_sentence() -> None:
    """Every date of the plan with its amount; none beyond it, and nothing without one."""
    said = tables.tax_sentence(drawn.START, drawn.TAXES, 12)
    three = "$613 in April 2027, $2,006 in June 2027 and $3,043 in September 2027"
    assert said == f"Tax by month: {three}."
    assert tables.tax_sentence(drawn.START, [], 12) == ""
