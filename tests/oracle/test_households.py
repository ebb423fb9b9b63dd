"""Federal tax of households outside the old grid: 65 and over, children, high incomes, losses."""

import csv
from pathlib import Path

import pytest

from calc.parameters import load_rules
from calc.taxes import tax_bill
from tests.oracle.returns import OUTPUTS as SHARED
from tests.oracle.returns import household_of

RULES = load_rules(2026)
TOLERANCE_USD = 1.0
OUTPUTS = {**SHARED, "pe_fica": "fica"}
Row = dict[str, str]


def rows() -> list[Row]:
    """The households of the file."""
    with Path(__file__).with_name("households.csv").open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def test_the_file_is_whole() -> None:
    """No row is lost, and no figure of the model is empty: a blank would pass for zero."""
    found = rows()
    assert len(found) == len({row["id"] for row in found}) == 250
    figures = (*OUTPUTS, "pe_fed", "pe_eitc")
    assert all(row[name] for row in found for name in figures)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_federal_columns(row: Row) -> None:
    """Every federal figure agrees with the independent model within $1, on every row.

    The model's income tax holds the net investment income tax, which is a line of its own here.
    """
    bill = tax_bill(household_of(row), RULES)
    ours = {column: float(getattr(bill, name).amount) for column, name in OUTPUTS.items()}
    ours["pe_fed"] = float(bill.income_tax.amount + bill.net_investment_income.amount)
    ours["pe_eitc"] = -float(bill.find("taxes.earned_income_credit").amount)
    assert ours == pytest.approx({column: float(row[column]) for column in ours}, abs=TOLERANCE_USD)
