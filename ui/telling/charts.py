"""Charts of statements: plain plotly figures, each with a sentence that says all its numbers.

Filled is paid or kept, hollow is unpaid. A chart is None where there is nothing to draw; the page
then says so in words.
"""

from __future__ import annotations

import math

from calc.ledger import Line
from ui.telling.chart_frame import Chart
from ui.telling.chart_rows import BAR_SHARE, HOUR_ROW, STEP_ROW, Bar, Row, rows_chart, stroke
from ui.telling.numbers import PER, difference, hours, money, signed, wage
from ui.telling.palette import Palette
from ui.telling.tables import shown_shares, shown_steps, shown_week


def staircase(line: Line, palette: Palette, currency: str = "USD") -> Chart | None:
    """From the fee down to the hour: a sum of its start and of steps, most of them negative.

    A step whose key ends in `.unpaid_time` is hollow. None where the end is not known.
    """
    if not _known(line):
        return None
    rows: list[Row] = []
    level = 0.0
    for part, amount in shown_steps(line):
        before, level = level, round(level + amount, 2)
        text = signed(amount, 2) if rows else wage(amount, currency)
        hover = f"{difference(amount, currency, True) if rows else text} {PER[part.unit]}"
        colour = palette.leaves if rows and amount < 0 else palette.kept
        bar = Bar(before, level, colour, hover, hollow=part.key.endswith(".unpaid_time"))
        rows.append(Row(part.label, (bar,), text, "left" if rows else "inside", not rows))
    text = wage(level, currency)
    bar = Bar(0.0, level, palette.kept, f"{text} {PER[line.unit]}")
    rows.append(Row(line.label, (bar,), text, "inside" if level > 0 else "left", True))
    risers = [
        stroke(row.bars[0].end, place + BAR_SHARE / 2, place + 1 - BAR_SHARE / 2, palette)
        for place, row in enumerate(rows[:-1])
    ]
    told = "; ".join(f"{row.label} {row.amount}" for row in rows)
    alt = f"From {rows[0].label} to {line.label}, {PER[line.unit]}: {told}."
    return rows_chart(rows, alt, STEP_ROW, palette, risers)


def week(
    line: Line, worked_weeks: float, palette: Palette, own_therapy_hours: float = 0.0
) -> Chart | None:
    """Hours of a worked week by what they go to: paid filled, unpaid hollow.

    Own therapy, hours of a worked week, has a row of its own below them: it is no work.

    The line is the hours of a year, a sum of buckets; each bucket is a sum of two parts whose keys
    end in `.paid` and `.unpaid`. None without hours or without a week of work.
    """
    shown = shown_week(line, worked_weeks) if _known(line) else []
    if not shown:
        return None
    rows, told = [], []
    for place, (label, paid, unpaid) in enumerate(shown):
        in_all = paid + unpaid
        bars = (
            Bar(0.0, paid, palette.kept, f"{hours(paid)} h a worked week, paid"),
            Bar(paid, in_all, palette.kept, f"{hours(unpaid)} h a worked week, unpaid", True),
        )
        unit = " h" if place in (0, len(shown) - 1) else ""
        filled = tuple(bar for bar in bars if bar.start != bar.end)
        rows.append(Row(label, filled, hours(in_all) + unit, "right"))
        parts = [f"{hours(bar.end - bar.start)} {_kind(bar)}" for bar in filled]
        told.append(f"{label} {' and '.join(parts)}")
    if own_therapy_hours:
        amount = hours(own_therapy_hours)
        bar = Bar(0.0, own_therapy_hours, palette.neutral, f"{amount} h a worked week, not work")
        rows.append(Row("Own therapy", (bar,), f"{amount} of your own", "right"))
        told.append(f"beside them own therapy {amount}, which is no work")
    unpaid = math.fsum(unpaid for _, _, unpaid in shown)
    in_all = math.fsum(paid for _, paid, _ in shown) + unpaid
    alt = f"Of {hours(in_all)} hours in a worked week {hours(unpaid)} are unpaid: "
    alt += "; ".join(told) + "."
    return rows_chart(rows, alt, HOUR_ROW, palette)


def dollar(line: Line, palette: Palette, currency: str = "USD") -> Chart | None:
    """Where every hundred that comes in goes: a row for each part that leaves, then what is kept.

    The line is the take-home statement: money in first, then what is taken away. None where no
    money comes in, for then there are no shares. A take-home below zero stands left of zero.
    """
    if not _known(line) or not _known(line.parts[0]) or line.parts[0].amount <= 0:
        return None
    of_hundred = f" of every {money(100, currency)}"
    rows: list[Row] = []
    kept = 100.0
    for label, share in shown_shares(line):
        kept += share
        whole = difference(share, currency, True)
        colour = palette.leaves if share < 0 else palette.kept
        bar = Bar(0.0, abs(share), colour, whole + of_hundred)
        rows.append(Row(label, (bar,), signed(share, 2) if rows else whole, "right"))
    text = money(kept, currency, True)
    bar = Bar(0.0, round(kept, 2), palette.kept, text + of_hundred)
    rows.append(Row(line.label, (bar,), text, "right" if bar.end >= 0 else "left", True))
    told = "; ".join(f"{row.label} {row.amount}" for row in rows)
    alt = f"Of every {money(100, currency)} that comes in: {told}."
    return rows_chart(rows, alt, STEP_ROW, palette)


def _known(line: Line) -> bool:
    return math.isfinite(float(line.amount))


def _kind(bar: Bar) -> str:
    return "unpaid" if bar.hollow else "paid"
