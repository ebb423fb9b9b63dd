"""Corporations, city tax and saving as other calculators print them, for therapists of California.

Where a page takes a shortcut the figure expected is ours, and the note says what it prints and why.
Left out: a pension after thirty years of one salary, what is saved of it, and a conversion of an
IRA (no answer of ours), and a corporation at one flat rate (no return).
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from calc.parameters import load_rules
from calc.parameters.tax_dates import tax_dates
from calc.taxes import Household, TaxBill, tax_bill
from calc.taxes.city_credit import share_credited
from calc.taxes.entity import Corporation
from calc.taxes.forms import BothForms, both_forms
from calc.taxes.practice import Practice, practice_taxes
from calc.taxes.saving_room import Saver, saving_room

FILE = Path(__file__).parent / "peer_corporations.csv"
with FILE.open(newline="", encoding="utf-8") as opened:
    ROWS = {row["id"]: row for row in csv.DictReader(opened)}
RULES = load_rules(2026)
COSTS = 1_625.0  # what the pages take running one to cost
MONTHS = 12.0
Row = dict[str, str]


def bill(profit: float, **saved: float) -> TaxBill:
    """A proprietor of California, single, 40."""
    return tax_bill(Household(state="CA", profit=profit, **saved), RULES)


def forms(row: Row, state: str = "CA") -> BothForms:
    """Both forms of a practice at a salary; without a profit one that just pays it."""
    salary = float(row["salary"])
    profit = float(row["profit"] or salary * 2.0)
    corporation = Corporation(profit=profit, receipts=profit, salary=salary, running_costs=COSTS)
    return both_forms(Household(state=state, profit=profit), corporation, RULES)


def both_halves(row: Row) -> float:
    """Payroll tax of owner and corporation."""
    found = forms(row)
    half = found.corporation.payroll_tax.find("corporation.social_security")
    return float(found.owner.fica.amount + half.amount)


def saved(row: Row) -> float:
    """Self-employment tax less both halves."""
    return float(forms(row).sole.self_employment_tax.amount) - both_halves(row)


def medicare(row: Row) -> float:
    """The same of Medicare alone: 2.9 % of net earnings less 2.9 % of the salary."""
    rates = RULES["us_federal.se_medicare_rate"].number
    factor = RULES["us_federal.se_net_earnings_factor"].number
    return rates * (float(row["profit"]) * factor - float(row["salary"]))


def saves(row: Row, *, with_deferral: bool) -> float:
    """Tax that the most saved takes away."""
    profit = float(row["profit"])
    saver = Saver(form="sole_proprietor", age=40, profit=profit)
    rooms = {room.plan: room for room in saving_room(saver, RULES)}
    put_in = {"self_employed_retirement": float(rooms["sep"].total)}
    if with_deferral:
        put_in["solo_401k_deferral"] = float(rooms["solo_401k"].own_part)
    return float(bill(profit).total.amount - bill(profit, **put_in).total.amount)


def city_tax(row: Row) -> float:
    """New York City's tax on a practice."""
    profit = float(row["profit"])
    practice = Practice(state="NY", city="new_york_city", receipts=profit, profit=profit)
    found = practice_taxes(practice, RULES)
    assert found is not None
    return float(found.line.find("costs.practice_taxes.new_york_city_unincorporated").amount)


def city_credit(row: Row) -> float:
    """What of it the city credits to a resident with that income."""
    law = RULES["practice_taxes.new_york_city_unincorporated"]
    return city_tax(row) * float(share_credited(float(row["profit"]), law))


def at_bend(_row: Row) -> float:
    """The yearly pay of 35 years from which a pension replaces the least share."""
    return RULES["corporation.pension_bends"].row("above")[-1] * MONTHS


def by_june(_row: Row) -> float:
    """Of California's four dates the first two."""
    record, _ = tax_dates("CA", 2026)
    return sum(record.row("shares")[:2])


OURS: dict[str, Callable[[Row], float]] = {
    "both_halves": both_halves,
    "payroll_saved": saved,
    "medicare_saved": medicare,
    "salary_at_bend": at_bend,
    "with_programmes": lambda row: (
        both_halves(row) + float(forms(row).owner.payroll_programmes.amount)
    ),
    "solo_saves": lambda row: saves(row, with_deferral=True),
    "sep_saves": lambda row: saves(row, with_deferral=False),
    "ubt": city_tax,
    "ubt_credit": city_credit,
    "gain": lambda row: float(forms(row).gain.amount),
    "by_june": by_june,
}


@pytest.mark.parametrize("name", ROWS)
def test_reproduced(name: str) -> None:
    """Set up as that source assumes, ours is its figure, or what the law gives in its place."""
    row = ROWS[name]
    ours = OURS[row["output"]](row)
    assert ours == pytest.approx(float(row["expected"]), abs=float(row["tolerance"]), rel=0)
