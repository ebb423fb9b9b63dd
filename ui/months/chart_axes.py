"""The axes of the charts of months: names of months, round values, and money in few letters."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping

import numpy as np

from calc.number import FloatArray
from ui.telling import numbers

YEAR = 12
SMALL_WIDTH = 6.8  # of one small character, in pixels, a little generous
DOT = 6.0  # pixels that words keep from marks and from each other
ABOVE = 0.06  # of the scale that is free above the highest value, and below one under 0
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
THOUSAND = 1000.0
LEAST_SPAN = 10.0  # of money, so that no two marks of a scale read the same


def month_day(starts_on: datetime.date, month: int) -> datetime.date:
    """The first day of a month of the plan, counted from 1.

    >>> month_day(datetime.date(2026, 9, 1), 5)
    datetime.date(2027, 1, 1)
    """
    years, rest = divmod(starts_on.month - 1 + month - 1, YEAR)
    return datetime.date(starts_on.year + years, rest + 1, 1)


def month_name(starts_on: datetime.date, month: int, form: str = "%B %Y") -> str:
    """The calendar month that a month of the plan is, counted from 1.

    >>> month_name(datetime.date(2026, 9, 1), 5)
    'January 2027'
    """
    return f"{month_day(starts_on, month):{form}}"


def money_short(amount: float, currency: str = "USD", decimals: int = 1) -> str:
    """Money in as few letters as a scale has room for, where no line can end.

    >>> money_short(16_540.0), money_short(-20_000.0), money_short(0.0), money_short(1_260_000.0)
    ('$16.5k', '−$20k', '$0', '$1.3M')
    """
    for size, letter in ((THOUSAND**2, "M"), (THOUSAND, "k")):
        if abs(amount) >= size - THOUSAND / 20:
            digits = f"{abs(amount) / size:.{decimals}f}"
            digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
            signed = numbers.money(math.copysign(1.0, amount), currency, cents=False)
            return signed[:-1].replace(numbers.JOINED, "") + digits + letter
    return numbers.money(amount, currency, cents=False).replace(numbers.JOINED, "")


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values on a scale, at most so many and 0 among them where it lies between.

    >>> ticks(-3_000.0, 34_000.0, 5)
    [0.0, 10000.0, 20000.0, 30000.0]
    """
    rough = (high - low) / most
    size: float = 10.0 ** math.floor(math.log10(rough))
    step = next(part * size for part in STEPS if part * size >= rough * (1.0 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [place * step + 0.0 for place in range(first, last + 1)]


def scale_of(rows: FloatArray, *values: float) -> tuple[float, float]:
    """A scale on which 0, all rows and some values lie, with a little room.

    >>> scale_of(np.array([[50.0], [100.0]]), 80.0)
    (0.0, 106.0)
    """
    low = min(0.0, float(np.min(rows)), *values)
    high = max(low + LEAST_SPAN, float(np.max(rows)), *values)
    room = ABOVE * (high - low)
    return (low - room if low < 0.0 else 0.0), high + room


def left_of(words: Mapping[float, str]) -> int:
    """Pixels left of a plot that the words of its scale need."""
    return max(34, round(max(len(text) for text in words.values()) * SMALL_WIDTH) + 12)


def month_ticks(
    starts_on: datetime.date, months: int, across: float
) -> tuple[list[float], list[str]]:
    """Names of months along the axis, each where the month begins: the first, Januaries, Julys.

    Quarters too in a short plan, only years in a long one. None touches another
    at so many pixels a month.

    >>> month_ticks(datetime.date(2026, 9, 1), 24, 12.0)
    ([0.0, 4.0, 10.0, 16.0, 22.0], ['Sep', 'Jan 2027', 'Jul', 'Jan 2028', 'Jul'])
    """
    if across * YEAR < len("Jan 2027") * SMALL_WIDTH + DOT:
        return year_ticks(starts_on, months, across)
    wanted: list[tuple[int, int, str]] = []
    for place in range(months):
        name = month_name(starts_on, place + 1, "%b")
        year = month_name(starts_on, place + 1, "%b %Y")
        rank = {"Jan": 0, "Jul": 2, "Apr": 3, "Oct": 3}.get(name, 9)
        if not place:
            wanted += [(1, place, year), (1, place, name)]
        elif rank < (3 if months > YEAR + 3 else 9):
            wanted.append((rank, place, year if name == "Jan" else name))
    kept: list[tuple[int, str]] = []
    for _, place, text in sorted(wanted, key=lambda row: row[0]):
        room = [
            abs(place - other) * across - (len(text) + len(taken)) * SMALL_WIDTH / 2
            for other, taken in kept
        ]
        if min(room, default=THOUSAND) >= DOT:
            kept.append((place, text))
    kept.sort()
    return [float(place) for place, _ in kept], [text for _, text in kept]


def year_ticks(
    starts_on: datetime.date, months: int, across: float
) -> tuple[list[float], list[str]]:
    """Years along the axis, each where it begins or where the plan does, as far as they have room.

    >>> year_ticks(datetime.date(2026, 11, 1), 24, 6.0)
    ([2.0, 14.0], ['2027', '2028'])
    """
    shown = [place for place in range(months) if not place or (starts_on.month + place) % YEAR == 1]
    apart = DOT + len("2027") * SMALL_WIDTH
    kept = [place for place in shown if place or len(shown) == 1 or shown[1] * across >= apart]
    return [float(place) for place in kept], [
        month_name(starts_on, place + 1, "%Y") for place in kept
    ]
