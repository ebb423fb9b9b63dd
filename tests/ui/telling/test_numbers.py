"""How numbers are written, and that shown parts add up."""

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.ledger import Unit
from ui.telling.numbers import (
    JOINED,
    NOT_KNOWN,
    PER,
    SYMBOLS,
    difference,
    has_cents,
    hours,
    minutes,
    money,
    number,
    percent,
    same,
    shown,
    shown_parts,
    signed,
    wage,
)

amounts = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(
    "write", [number, signed, money, wage, difference, hours, percent, minutes]
)
@pytest.mark.parametrize("amount", [math.nan, math.inf, -math.inf])
def test_what_nobody_knows_is_said_in_words(write, amount) -> None:
    """No page shows nan or inf."""
    assert write(amount) == NOT_KNOWN


@given(amounts)
def test_a_minus_is_a_real_minus(amount: float) -> None:
    """A hyphen never stands for a minus; what shows as zero has no sign."""
    for text in (number(amount), money(amount), wage(amount), hours(amount), minutes(amount)):
        assert "-" not in text
        assert not text.startswith("−") or any(digit in text for digit in "123456789")


@pytest.mark.parametrize("currency", [*SYMBOLS, "CHF"])
@pytest.mark.parametrize("write", [money, wage, difference])
def test_a_minus_stays_with_its_amount(write, currency: str) -> None:
    """No line ends between a minus and the sign of a currency; before a digit none ends anyway."""
    assert write(-60.0, currency).startswith(f"−{JOINED}")
    assert number(-60.0) == "−60"


@given(amounts)
def test_a_difference_has_a_sign(amount: float) -> None:
    """More is plus, less is minus, and no change has no sign."""
    text = difference(amount)
    is_zero = not any(digit in text for digit in "123456789")
    assert is_zero or text[0] == ("+" if amount > 0 else "−")
    assert difference(amount).lstrip("+") == money(amount)


@given(amounts)
def test_cents_end_at_a_hundred(amount: float) -> None:
    """Money of 100 and more has no cents, less than that has, and so has every wage."""
    assert ("." in money(amount)) == (amount != 0 and round(abs(amount), 2) < 100)
    assert wage(amount)[-3] == "."


@pytest.mark.parametrize(
    ("currency", "text"),
    [
        ("USD", "−\u2060$1,234"),
        ("EUR", "−\u2060€1,234"),
        ("GBP", "−\u2060£1,234"),
        ("CAD", "−\u2060CA$1,234"),
        ("AUD", "−\u2060A$1,234"),
        ("CHF", "−\u2060CHF\u00a01,234"),
    ],
)
def test_a_currency_stands_before_its_number(currency: str, text: str) -> None:
    """The sign comes first, then the symbol, else the code."""
    assert money(-1234.0, currency) == text


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (142_692.0, "money_per_year", "$142,692"),
        (625.0, "money", "$625"),
        (72.5938, "money_per_hour", "$72.59"),
        (150.0, "money_per_session", "$150.00"),
        (1_191.16, "hours_per_year", "1,191.2"),
        (0.153, "share", "15.3\u00a0%"),
        (46.0, "weeks_per_year", "46"),
        (23.4, "sessions_per_year", "23.4"),
        (9.96, "count", "10"),
    ],
)
def test_a_unit_decides_how_a_figure_is_written(amount, unit, text) -> None:
    """Every unit of a statement has its way of being written."""
    assert shown(amount, unit) == text


def test_every_rate_has_its_words() -> None:
    """A unit that says per what has the words for it."""
    assert set(PER) == {unit for unit in get_args(Unit) if "_per_" in unit}


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0.0, "0 minutes"),
        (59.4, "59 minutes"),
        (59.6, "1 hour"),
        (61.0, "1 hour 1 minute"),
        (-90.0, "−1 hour 30 minutes"),
    ],
)
def test_minutes_are_words(amount: float, text: str) -> None:
    """Minutes are rounded before they are told as hours; one is not many."""
    assert minutes(amount) == text


@given(st.lists(amounts, min_size=1, max_size=20), st.integers(0, 2))
def test_shown_parts_add_up_to_the_shown_total(parts: list[float], decimals: int) -> None:
    """Parts, as shown, add up to the total, as shown; none moves by a whole unit; zero stays."""
    total = math.fsum(parts)
    rounded = shown_parts(parts, total, decimals)
    assert round(math.fsum(rounded), decimals) == round(total, decimals)
    for part, shown_part in zip(parts, rounded, strict=True):
        assert abs(part - shown_part) <= 10**-decimals * 1.000001
        assert part or not shown_part


def test_parts_that_do_not_add_up_are_refused() -> None:
    """Rounding never hides that rows and total disagree."""
    with pytest.raises(ValueError, match="not parts of"):
        shown_parts([1.0, 2.0], 4.0, 2)


def test_an_unknown_part_stays_unknown() -> None:
    """A part nobody knows does not stop the others from being shown."""
    unknown, known = shown_parts([math.nan, 1.234], math.nan, 2)
    assert math.isnan(unknown)
    assert known == 1.23


@given(st.floats(-10, 10))
def test_percent_has_no_useless_zeros(share: float) -> None:
    """Percent never ends in a zero behind the point."""
    digits = percent(share).removesuffix("\u00a0%")
    assert "." not in digits or digits[-1] != "0"


def test_figures_that_are_written_alike_are_the_same() -> None:
    """Less than half a cent apart; one that is not known is the same as none."""
    assert same(1.0, 1.004)
    assert not same(1.0, 1.006)
    assert not same(math.nan, math.nan)
    assert [has_cents(amount) for amount in (150.0, 149.997, 150.01)] == [False, False, True]
