"""Lines are made by verbs, and a sum by adding its parts."""

import math

import numpy as np
import pytest

from calc.errors import UnknownKeyError
from calc.ledger import Line, formula, given, less, parameter, ratio, total
from calc.parameters import typical

FEES = given("fees", "Fees", 100.0, "money_per_year", "as stated")
MATCH = formula("match", "Match", np.array([20.0, 30.0]), "money_per_year", "a rule", (FEES,))
MONEY = total("money", "Money in", FEES, MATCH, how="fees and match")
HOURS = given("hours", "Hours", 10.0, "hours_per_year")


def test_a_total_adds_its_parts() -> None:
    """The amount is the sum in order; the unit is that of the parts."""
    assert MONEY.kind == "sum"
    assert MONEY.unit == "money_per_year"
    assert list(MONEY.amount) == [120.0, 130.0]
    nothing = total("none", "Nothing", unit="money_per_year")
    assert (nothing.amount, nothing.parts) == (0.0, ())


def test_less_turns_what_is_added_negative_and_nothing_else() -> None:
    """A sum and its rows change sign; what a formula used stays as it was."""
    taken = less(MONEY)
    assert list(taken.amount) == [-120.0, -130.0]
    assert [part.key for part in taken.parts] == ["fees", "match"]
    assert taken.parts[0].amount == -100.0
    assert taken.parts[1].parts == (FEES,)
    assert taken.how == MONEY.how


def test_a_ratio_shows_what_it_divides() -> None:
    """Numerator and denominator are its parts; by nothing it is unknown."""
    wage = ratio("wage", "Wage", FEES, HOURS, "money_per_hour", "fees / hours")
    assert wage.amount == 10.0
    assert wage.parts == (FEES, HOURS)
    idle = given("hours", "Hours", 0.0, "hours_per_year")
    assert math.isnan(ratio("wage", "Wage", FEES, idle, "money_per_hour").amount)


def test_per_divides_row_by_row() -> None:
    """A statement an hour has the same rows; a formula keeps no trace of what it used."""
    each = MONEY.per(HOURS)
    assert (each.key, each.unit) == ("money", "money_per_hour")
    assert [part.key for part in each.parts] == ["fees", "match"]
    assert each.parts[0].amount == 10.0
    assert each.parts[1].parts == ()
    assert FEES.per(HOURS, "money_per_week").unit == "money_per_week"


def test_at_takes_one_draw_of_the_tree() -> None:
    """Arrays give their draw, single numbers themselves; a draw there is none is an error."""
    one = MONEY.at(1)
    assert one.amount == 130.0
    assert one.parts[0].amount == 100.0
    assert one.parts[1].parts[0].amount == 100.0
    with pytest.raises(IndexError):
        MONEY.at(2)


def test_walk_reads_from_top_to_bottom() -> None:
    """Depth and line, in reading order."""
    assert [(depth, line.key) for depth, line in MONEY.walk()] == [
        (0, "money"),
        (1, "fees"),
        (1, "match"),
        (2, "fees"),
    ]


def test_find_knows_its_lines_and_names_near_keys() -> None:
    """A line by its key; an unknown key is an error that names what may have been meant."""
    assert MONEY.find("match") is MATCH
    with pytest.raises(UnknownKeyError) as caught:
        MONEY.find("matches")
    assert caught.value.key == "matches"
    assert "match" in caught.value.near
    assert "did you mean" in str(caught.value)
    assert isinstance(caught.value, KeyError)


def test_a_parameter_line_has_its_source() -> None:
    """Who sees the figure can see where it was read."""
    source = typical("fee_private")
    line = parameter("fee", "Fee", source.number, "money_per_session", source)
    assert (line.kind, line.source) == ("parameter", source)
    assert repr(line) == "Line('fee', 'Fee', 145.0, 'money_per_session')"
    assert isinstance(line, Line)
