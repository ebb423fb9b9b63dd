"""How numbers are written: every figure the dashboard shows passes through here.

Money has no cents from 100 on, wages always have them, hours have one decimal. A minus is a real
minus, a number nobody knows is in words, and shown parts add up to the shown total.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.ledger import Unit
from calc.number import HALF_A_CENT

MINUS = "\u2212"
JOINED = "\u2060"  # no line ends here: a browser parts a minus from "$", though not from a digit
MINUS_OF_MONEY = MINUS + JOINED
NO_BREAK = "\u00a0"
NOT_KNOWN = "not known"
PERCENT = 100.0
PLACES = 6  # of a number in its field
SYMBOLS = {
    "AUD": "A$",
    "CAD": "CA$",
    "EUR": "€",
    "GBP": "£",
    "ILS": "₪",
    "INR": "₹",
    "NZD": "NZ$",
    "USD": "$",
}
PER: dict[Unit, str] = {
    "money_per_year": "a year",
    "money_per_month": "a month",
    "money_per_week": "a week",
    "money_per_hour": "an hour",
    "money_per_session": "per session",
    "hours_per_year": "hours a year",
    "hours_per_week": "hours a week",
    "sessions_per_year": "sessions a year",
    "sessions_per_week": "sessions a week",
    "weeks_per_year": "weeks a year",
}


def same(one: float, other: float) -> bool:
    """Whether two figures read the same to two decimals; never where one is not known."""
    return abs(float(one) - float(other)) < HALF_A_CENT


def known(amount: float) -> bool:
    """Whether a figure is a number at all."""
    return math.isfinite(amount)


def has_cents(amount: float) -> bool:
    """Whether an amount is not a whole number of the currency."""
    return not same(amount, round(amount))


def _written(amount: float, decimals: int, unit: str = "", plus: str = "") -> str:
    """Sign, unit, digits; what rounds to zero has no sign."""
    if not math.isfinite(amount):
        return NOT_KNOWN
    digits = f"{abs(amount):,.{decimals}f}"
    if not digits.strip("0.,"):
        return unit + digits
    minus = MINUS_OF_MONEY if unit else MINUS
    return (minus if amount < 0 else plus) + unit + digits


def _symbol(currency: str) -> str:
    return SYMBOLS.get(currency, currency + NO_BREAK)


def _decimals(amount: float, cents: bool | None) -> int:
    if cents is None:
        cents = amount != 0 and round(abs(amount), 2) < 100
    return 2 if cents else 0


def number(amount: float, decimals: int = 0) -> str:
    """A bare number with its thousands marks.

    >>> number(-16668.0)
    '−16,668'
    >>> number(-0.04, decimals=1)
    '0.0'
    >>> number(float("nan"))
    'not known'
    """
    return _written(amount, decimals)


def signed(amount: float, decimals: int = 1) -> str:
    """A difference without a unit: always with its sign, unless it shows as zero.

    >>> signed(1.6), signed(-1.6), signed(0.0)
    ('+1.6', '−1.6', '0.0')
    """
    return _written(amount, decimals, plus="+")


def money(amount: float, currency: str = "USD", cents: bool | None = None) -> str:
    r"""An amount of money: cents below 100 and none from there on, or as `cents` says.

    >>> money(7205.9), money(12.5), money(99.999), money(0.0)
    ('$7,206', '$12.50', '$100', '$0')
    >>> money(-150.0, cents=True)
    '−\u2060$150.00'
    >>> money(150.0, "EUR"), money(150.0, "CHF")
    ('€150', 'CHF\xa0150')
    """
    return _written(amount, _decimals(amount, cents), _symbol(currency))


def wage(amount: float, currency: str = "USD") -> str:
    """Money for an hour, always with cents.

    >>> wage(72.5938), wage(102.0858)
    ('$72.59', '$102.09')
    """
    return money(amount, currency, cents=True)


def difference(amount: float, currency: str = "USD", cents: bool | None = None) -> str:
    r"""A difference in money, always with its sign, unless it shows as zero.

    >>> difference(4.26), difference(-1200.0), difference(0.0)
    ('+$4.26', '−\u2060$1,200', '$0')
    """
    return _written(amount, _decimals(amount, cents), _symbol(currency), plus="+")


def hours(amount: float) -> str:
    """Hours with one decimal.

    >>> hours(1191.16)
    '1,191.2'
    """
    return number(amount, decimals=1)


def percent(share: float, decimals: int | None = None) -> str:
    r"""A share of one as percent: whole from 10 on, one decimal below, or at most `decimals`.

    >>> percent(0.376966), percent(0.029), percent(0.9235, decimals=2)
    ('38\xa0%', '2.9\xa0%', '92.35\xa0%')
    """
    if not math.isfinite(share):
        return NOT_KNOWN
    in_hundred = share * 100
    if decimals is None:
        decimals = 1 if round(abs(in_hundred), 1) < 10 else 0
    digits = number(in_hundred, decimals)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits + NO_BREAK + "%"


def minutes(amount: float) -> str:
    """Minutes in words, as hours and minutes from 60 on.

    >>> minutes(70.6), minutes(1.0), minutes(120.0)
    ('1 hour 11 minutes', '1 minute', '2 hours')
    """
    if not math.isfinite(amount):
        return NOT_KNOWN
    whole_hours, rest = divmod(round(abs(amount)), 60)
    words = [
        f"{count:,} {word}" + ("" if count == 1 else "s")
        for count, word in ((whole_hours, "hour"), (rest, "minute"))
        if count
    ]
    return (MINUS if amount < 0 and words else "") + (" ".join(words) or "0 minutes")


def shown(amount: float, unit: Unit, currency: str = "USD") -> str:
    """A figure of a statement as its unit asks; the words for "a year" are not part of it.

    >>> shown(72.5938, "money_per_hour"), shown(86470.8, "money_per_year")
    ('$72.59', '$86,471')
    >>> shown(50.0, "minutes"), shown(1012.0, "sessions_per_year"), shown(23.4, "count")
    ('50', '1,012', '23.4')
    """
    match unit:
        case "money_per_hour" | "money_per_session":
            return wage(amount, currency)
        case "money_per_year" | "money_per_month" | "money_per_week" | "money":
            return money(amount, currency)
        case "hours_per_year" | "hours_per_week":
            return hours(amount)
        case "share":
            return percent(amount, decimals=2)
        case _:
            return number(amount, 0 if round(amount % 1, 1) in (0.0, 1.0) else 1)


def shown_value(value: float | None, unit: str) -> float | None:
    """A number as its widget shows it: shares in percent, nothing where nothing is stated.

    >>> shown_value(0.06, "share")
    6.0
    """
    if value is None:
        return None
    return round(value * PERCENT if unit == "share" else value, PLACES)


def typed_value(shown: float | None, unit: str) -> float | None:
    """A number as the document keeps it.

    >>> typed_value(6.0, "share")
    0.06
    """
    if shown is None:
        return None
    return round(shown / PERCENT, PLACES + 2) if unit == "share" else shown


def shown_parts(amounts: Sequence[float], total: float, decimals: int) -> list[float]:
    """The parts of a total, rounded so that they add up to the rounded total (largest remainder).

    Each part moves by less than one unit of its last shown place; a zero stays zero. Parts that do
    not add up to the total are an error. A part nobody knows stays so, the others are rounded.

    >>> shown_parts([150.0, -9.0, -4.371, -27.3021], 109.3269, 2)
    [150.0, -9.0, -4.37, -27.3]
    >>> shown_parts([0.35, 0.35, 0.3], 1.0, 1)
    [0.4, 0.3, 0.3]
    """
    if not all(math.isfinite(amount) for amount in (*amounts, total)):
        return [round(amount, decimals) for amount in amounts]
    scale = 10**decimals
    floors = [math.floor(amount * scale) for amount in amounts]
    missing = round(round(total, decimals) * scale) - sum(floors)
    if not 0 <= missing <= len(amounts):
        raise ValueError(f"Parts that add up to {math.fsum(amounts)} are not parts of {total}.")
    remainders = [floor - amount * scale for floor, amount in zip(floors, amounts, strict=True)]
    for place in sorted(range(len(amounts)), key=remainders.__getitem__)[:missing]:
        floors[place] += 1
    return [units / scale for units in floors]


HUNDRED = 100
LEAST, MOST = 0.005, 0.995  # what lies beyond is not written as never and always


def in_hundred(share: float) -> str:
    """A chance as so many of 100; what is neither never nor always is not written as if it were.

    >>> in_hundred(0.078), in_hundred(0.0005), in_hundred(0.999), in_hundred(0.0)
    ('8', 'fewer than 1', 'more than 99', '0')
    """
    if 0.0 < share < LEAST:
        return "fewer than 1"
    if MOST <= share < 1.0:
        return "more than 99"
    return f"{round(share * HUNDRED)}"
