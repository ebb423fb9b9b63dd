"""The row of taxes below the axis: a diamond in each month with a payment, and its amount."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ui.months.chart_axes import DOT, SMALL_WIDTH, THOUSAND, month_name
from ui.months.chart_parts import AXIS_ROW, LINE_HEIGHT, Plot, note
from ui.telling import numbers, words
from ui.telling.palette import Palette

Taxes: TypeAlias = Sequence[tuple[int, float]]  # a month, and what is paid in it; refunds below 0
ROW = 18  # pixels of the diamonds
DIAMOND = 8
LEAST = 50.0  # money: what is less is no mark of its own
IN_THE_MONTH = 0.5  # where in its month a date is drawn


@dataclass(frozen=True, slots=True)
class TaxRow:
    """Diamonds, their amounts with the row each stands in, and the pixels all that takes."""

    months: tuple[int, ...]
    amounts: tuple[float, ...]
    rows: tuple[int, ...]  # of the amounts; empty where they have no room
    high: int


def of_months(taxes: Taxes, months: int) -> list[tuple[int, float]]:
    """What is paid in each month of the plan, all of a month in one; nothing that is written 0.0k.

    >>> of_months([(4, 500.0), (4, 25.0), (6, 26.0), (30, 900.0)], 24)
    [(4, 525.0)]
    """
    found: dict[int, float] = {}
    for month, amount in taxes:
        if 1 <= month <= months:
            found[month] = found.get(month, 0.0) + amount
    return [(month, paid) for month, paid in sorted(found.items()) if abs(paid) >= LEAST]


def tax_row(taxes: Taxes, months: int, across: float, phone: bool) -> TaxRow:
    """Where the taxes of a plan are drawn at so many pixels a month; amounts only on a desk.

    Amounts stand in one row, or in two where neighbours would touch, or are left out.
    """
    shown = of_months(taxes, months)
    when, amounts = tuple(m for m, _ in shown), tuple(a for _, a in shown)
    if not shown:
        return TaxRow((), (), (), 0)
    rows = () if phone else _rows(when, amounts, across)
    high = ROW + (LINE_HEIGHT * (max(rows) + 1) if rows else 0)
    return TaxRow(when, amounts, rows, high)


def _rows(months: Sequence[int], amounts: Sequence[float], across: float) -> tuple[int, ...]:
    """The row of each amount: all in one, or by turns in two; empty where two do not do."""
    middles = [(month - IN_THE_MONTH) * across for month in months]
    halves = [len(paid_short(amount)) * SMALL_WIDTH / 2 for amount in amounts]
    for rows in (1, 2):
        apart = [
            middles[place + rows] - middles[place] - halves[place] - halves[place + rows]
            for place in range(len(months) - rows)
        ]
        if min(apart, default=DOT) >= DOT:
            return tuple(place % rows for place in range(len(months)))
    return ()


def paid_short(amount: float) -> str:
    """What a payment does to the money in the bank, in few letters.

    >>> paid_short(1_892.0), paid_short(-605.0), paid_short(525.0)
    ('−1.9k', '+0.6k', '−0.5k')
    """
    return (numbers.MINUS if amount > 0 else "+") + f"{abs(amount) / THOUSAND:.1f}k"


def add_taxes(
    figure: dict[str, Any],
    row: TaxRow,
    plot: Plot,
    starts_on: datetime.date,
    palette: Palette,
    currency: str,
) -> None:
    """Puts the row below the axis of a chart whose plot has room for it."""
    if not row.months:
        return
    axes, x = figure["layout"], [month - IN_THE_MONTH for month in row.months]
    figure["data"].append(_diamonds(row, x, starts_on, palette, currency))
    inside = float(plot.height - plot.top)
    axes["margin"] = {**axes["margin"], "b": 0}
    axes["yaxis"]["domain"] = [plot.below / inside, 1.0]
    low = plot.below - AXIS_ROW - ROW
    axes["yaxis2"] = {
        "anchor": "x",
        "domain": [low / inside, (low + ROW) / inside],
        "fixedrange": True,
        "range": [-1.0, 1.0],
        "visible": False,
    }
    made = [note("Tax", palette, (0.0, 0.0), ("right", "middle"), (-DOT - 4.0, 0.0))]
    for place, amount, own in zip(x, row.amounts, row.rows, strict=bool(row.rows)):
        down = -(ROW / 2 + own * LINE_HEIGHT)
        made.append(note(paid_short(amount), palette, (place, 0.0), ("center", "top"), (0.0, down)))
    axes["annotations"] += [{**one, "yref": "y2"} for one in made]


def _diamonds(
    row: TaxRow, x: Sequence[float], starts_on: datetime.date, palette: Palette, currency: str
) -> dict[str, Any]:
    """A diamond for each month with a payment, on the second axis."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "tax",
        "x": list(x),
        "y": [0.0] * len(x),
        "yaxis": "y2",
        "marker": {"symbol": "diamond", "size": DIAMOND, "color": palette.leaves},
        "cliponaxis": False,
        "hovertext": [
            f"{month_name(starts_on, month)}<br>{tax_words(amount, currency)}"
            for month, amount in zip(row.months, row.amounts, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def tax_words(amount: float, currency: str = "USD") -> str:
    """A payment or a refund in words.

    >>> tax_words(1_892.0), tax_words(-605.0)
    ('$1,892 of tax', '$605 of tax comes back')
    """
    paid = f"{numbers.money(abs(amount), currency, cents=False)} of tax"
    return paid if amount > 0 else f"{paid} comes back"


def tax_sentence(starts_on: datetime.date, taxes: Taxes, months: int, currency: str = "USD") -> str:
    """The taxes of the diamonds in words; empty without one.

    >>> tax_sentence(datetime.date(2027, 1, 1), [(4, 525.0), (6, 1_892.0), (16, -605.0)], 24)
    'Tax by month: $525 in April 2027, $1,892 in June 2027 and $605 back in April 2028.'
    """
    said = [
        f"{numbers.money(abs(amount), currency, cents=False)} "
        f"{'in' if amount > 0 else 'back in'} {month_name(starts_on, month)}"
        for month, amount in of_months(taxes, months)
    ]
    return f"Tax by month: {words.joined(said)}." if said else ""
