"""Federal tax against an independent model, row by row. The files are described in README.md."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from calc.parameters import load_rules
from calc.taxes import Household, TaxBill, tax_bill

HERE = Path(__file__).parent
TOLERANCE_USD = 1.0
Row = dict[str, str]

FILES = {"federal_2025": 63, "federal_2026": 105, "federal_low_income_2026": 566}
INPUTS = {
    "profit": "se_net_profit",
    "wages": "w2_wages",
    "spouse_wages": "spouse_w2_wages",
    "student_loan_interest": "student_loan_interest_paid",
    "deferral_401k": "w2_401k_deferral",
    "premium_before_tax": "w2_pretax_health",
    "self_employed_retirement": "se_retirement_contrib",
    "self_employed_premium": "se_health_premium",
}
OUTPUTS = {
    "pe_agi": "adjusted_income",
    "pe_taxable_income": "taxable_income",
    "pe_qbi_deduction": "qbi_deduction",
    "pe_student_loan_deduction": "student_loan_deduction",
    "pe_fed_income_tax": "income_tax",
    "pe_se_tax": "self_employment_tax",
    "pe_employee_fica": "fica",
    "pe_add_medicare": "additional_medicare",
}


def rows_of(file: str) -> list[Row]:
    """The households of one file."""
    with (HERE / f"{file}.csv").open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


ALL_ROWS = [row for file in FILES for row in rows_of(file)]


def bill_of(row: Row) -> TaxBill:
    """Our return for one household, the standard deduction forced as the model's was."""
    return tax_bill(
        Household(
            filing_status=row["filing_status"],
            children_under_17=int(row["kids"]),
            deduction="standard",
            **{field: float(row[column]) for field, column in INPUTS.items()},
        ),
        load_rules(int(row["year"])),
    )


@pytest.mark.parametrize(("file", "count"), FILES.items())
def test_files_are_whole(file: str, count: int) -> None:
    """No row of the oracle is lost, and no cell is empty: a blank would pass for zero."""
    rows = rows_of(file)
    assert len(rows) == len({row["id"] for row in rows}) == count
    assert all(cell for row in rows for cell in row.values())


@pytest.mark.parametrize("row", ALL_ROWS, ids=lambda row: row["id"])
def test_federal_columns(row: Row) -> None:
    """Every federal figure of every household agrees with the independent model within $1."""
    bill = bill_of(row)
    ours = {column: float(getattr(bill, name).amount) for column, name in OUTPUTS.items()}
    theirs = {column: float(row[column]) for column in OUTPUTS}
    assert ours == pytest.approx(theirs, abs=TOLERANCE_USD)
    if "pe_fed_eitc" in row:
        credit = -float(bill.find("taxes.earned_income_credit").amount)
        assert credit == pytest.approx(float(row["pe_fed_eitc"]), abs=TOLERANCE_USD)


def test_batch_gives_the_same_bits() -> None:
    """A household's tax has the same bits alone or in a batch of all households like it."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in ALL_ROWS:
        groups[row["year"], row["filing_status"], row["kids"]].append(row)
    assert sum(len(rows) > 1 for rows in groups.values()) >= 5
    for (year, status, kids), rows in groups.items():
        batch = tax_bill(
            Household(
                filing_status=status,
                children_under_17=int(kids),
                deduction="standard",
                **{
                    field: np.array([float(row[column]) for row in rows])
                    for field, column in INPUTS.items()
                },
            ),
            load_rules(int(year)),
        )
        one_by_one = [bill_of(row) for row in rows]
        for name in (*OUTPUTS.values(), "total"):
            together = np.broadcast_to(getattr(batch, name).amount, len(rows))
            alone = np.array([getattr(bill, name).amount for bill in one_by_one], dtype=float)
            assert together.tobytes() == alone.tobytes(), (year, status, kids, name)
