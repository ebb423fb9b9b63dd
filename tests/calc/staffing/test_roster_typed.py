"""Numbers typed into the roster on screen: a comma is read as meant, or left to be asked about."""

import pytest

from calc.staffing.roster_sheet import BY_NAME
from calc.staffing.roster_typed import number_in


@pytest.mark.parametrize(
    ("column", "paid", "text", "meant"),
    [
        ("pay", "salary", "62,000", 62_000.0),
        ("pay", "salary", "$62k", 62_000.0),
        ("pay", "salary", "62,000 a year", 62_000.0),
        ("pay", "hourly", "31,50", 31.5),
        ("pay", "hourly", "$31/hr", 31.0),
        ("pay", "salary", "$31/hr", "$31/hr"),  # an amount of another form of pay
        ("pay", "per_session", "1,200", "1,200"),  # 1.2 and 1200 are both no pay for a session
        ("pay", None, "62.000", 62_000.0),
        ("pay", "split", "58%", 58.0),
        ("booked", "salary", "24,5", 24.5),
        ("booked", "salary", "24 sessions", 24.0),
        ("booked", "salary", "24%", "24%"),
        ("booked", "salary", "about 24", "about 24"),
        ("booked", "salary", "1,2,3", "1,2,3"),
        ("booked", "salary", "many", "many"),
        ("pay", "salary", "about 60", "about 60"),
        ("pay", "salary", "N/A", "N/A"),
        ("booked", "salary", "-", "-"),
        ("booked", "salary", "2026-11-30", "2026-11-30"),
        ("booked", "salary", "11/30/2026", "11/30/2026"),
        ("booked", "salary", "30 Nov 2026", "30 Nov 2026"),
        ("pay", "salary", "11.30.2026", "11.30.2026"),
        ("benefits", "salary", "1.234,56", 1_234.56),
        ("booked", "salary", " ", None),
        ("benefits", "salary", "1,200", 1_200.0),
        ("benefits", "salary", "-5", -5.0),  # refused by its own rule
        ("share", "salary", "62,5 %", 62.5),
        ("administration", "salary", "1,5", 1.5),
        ("administration", "salary", "1,5 apples", "1,5 apples"),
    ],
)
def test_what_a_cell_means(column: str, paid: str, text: str, meant: object) -> None:
    """The one number that makes sense in its column, never digits without their comma."""
    assert number_in(BY_NAME[column], text, {"paid": paid}) == meant
