"""Rooms for saving and the line of the premium credit that other calculators print."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from calc.parameters import Rules, load_rules
from calc.taxes.cover.credit import PERCENT
from calc.taxes.cover.law import credit_law, poverty_line
from calc.taxes.saving_room import Room, Saver, saving_room

FILE = Path(__file__).parent / "peer_saving.csv"
with FILE.open(newline="", encoding="utf-8") as opened:
    ROWS = {row["id"]: row for row in csv.DictReader(opened)}
RULES = load_rules(2026)
Row = dict[str, str]


def room(plan: str, saver: Saver, rules: Rules = RULES) -> Room:
    """The room of one plan for somebody under 50."""
    return next(found for found in saving_room(saver, rules) if found.plan == plan)


def of_profit(row: Row) -> Saver:
    """The proprietor of a row, at 40."""
    return Saver(form="sole_proprietor", age=40, profit=float(row["profit"]))


def of_salary(row: Row) -> Saver:
    """The owner of a corporation of a row, at 40."""
    return Saver(form="s_corporation", age=40, pay=float(row["salary"]))


def solo(row: Row) -> float:
    """All that may go into a solo 401(k)."""
    saver = of_profit(row) if row["profit"] else of_salary(row)
    return float(room("solo_401k", saver).total)


def room_lost(row: Row) -> float:
    """What a corporation's owner may put in less than the proprietor of the same practice."""
    proprietor, owner = (room("solo_401k", of(row)).total for of in (of_profit, of_salary))
    return float(proprietor) - float(owner)


def line(row: Row) -> float:
    """The most income with a premium credit."""
    law = credit_law(2026)
    return poverty_line(int(row["people"]), "48", law) * law.most_percent / PERCENT


OURS: dict[str, Callable[[Row], float]] = {
    "solo_401k": solo,
    "simple_ira": lambda row: float(room("simple_ira", of_profit(row)).total),
    "sep_2025": lambda row: float(room("sep", of_profit(row), load_rules(2025)).total),
    "room_lost": room_lost,
    "cliff": line,
}


@pytest.mark.parametrize("name", ROWS)
def test_reproduced(name: str) -> None:
    """Set up as that source assumes, our rooms give its figure, or what its own rule gives."""
    row = ROWS[name]
    ours = OURS[row["output"]](row)
    assert ours == pytest.approx(float(row["expected"]), abs=float(row["tolerance"]) + 1e-6, rel=0)
    if row["printed_in_error"]:
        assert "source is in error" in row["note"]
        assert abs(ours - float(row["printed_in_error"])) > 100.0
