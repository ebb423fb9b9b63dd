"""State tax against an independent model, row by row, all 51 jurisdictions, tax year 2026.

First the tax before credits that are paid out, then what is left after them. Where the model is
probably wrong the row says why and holds the tax by law.
"""

import csv
from pathlib import Path

import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, TaxBill, tax_bill

HERE = Path(__file__).parent
TOLERANCE_USD, TOLERANCE_SHARE = 25.0, 0.005
Row = dict[str, str]

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
# Credits that are paid out and not worked out here, with the law that grants them.
NOT_WORKED_OUT = {
    "S26-NM-G09": "low-income comprehensive tax rebate (7-2-14 NMSA)",
    "S26-NM-G01": "low-income comprehensive tax rebate (7-2-14 NMSA)",
}

with (HERE / "state_2026.csv").open(newline="", encoding="utf-8") as opened:
    ROWS = list(csv.DictReader(opened))
DOUBTED = [row for row in ROWS if row["state_doubt"]]
TRUSTED = [row for row in ROWS if not row["state_doubt"]]
BEFORE = [row for row in TRUSTED if row["pe_state_tax_before_refundable"]]


def bill_of(row: Row) -> TaxBill:
    """Our return for one household, the standard deduction forced as the model's was."""
    return tax_bill(
        Household(
            filing_status=row["filing_status"],
            state=row["state"],
            children_under_17=int(row["kids"]),
            deduction="standard",
            **{field: float(row[column]) for field, column in INPUTS.items()},
        ),
        load_rules(2026),
    )


def near(amount: float) -> object:
    """Within $25 or half a per cent, whichever is larger."""
    return pytest.approx(amount, abs=TOLERANCE_USD, rel=TOLERANCE_SHARE)


def before_refundable(bill: TaxBill) -> float:
    """State tax before credits that are paid out: the first row of the state's line."""
    return float(bill.state.parts[0].amount) if bill.state.parts else float(bill.state.amount)


def test_the_file_is_whole() -> None:
    """All 51 jurisdictions, each with at least ten households, and no row twice."""
    assert len(ROWS) == len({row["id"] for row in ROWS}) == 671
    counts = {code: sum(row["state"] == code for row in ROWS) for code in state_names()}
    assert min(counts.values()) >= 10
    assert len(counts) == 51


@pytest.mark.parametrize("row", BEFORE, ids=lambda row: row["id"])
def test_before_refundable(row: Row) -> None:
    """State tax before the credits that are paid out."""
    want = float(row["pe_state_tax_before_refundable"])
    assert before_refundable(bill_of(row)) == near(want)


@pytest.mark.parametrize(
    "row", [row for row in TRUSTED if row["id"] not in NOT_WORKED_OUT], ids=lambda row: row["id"]
)
def test_after_refundable(row: Row) -> None:
    """State tax after all credits, negative where more is paid out than is due."""
    assert float(bill_of(row).state.amount) == near(float(row["pe_state_tax"]))


@pytest.mark.parametrize("row", DOUBTED, ids=lambda row: row["id"])
def test_where_the_model_is_doubted(row: Row) -> None:
    """The law is followed, whose tax the row holds beside that of the model."""
    assert row["state"] in ("AR", "ID", "MA", "MO", "NJ", "PA", "VT")
    assert float(bill_of(row).state.amount) == near(float(row["corrected_state_tax"]))


@pytest.mark.parametrize("name", NOT_WORKED_OUT)
def test_what_is_not_worked_out_is_at_low_income(name: str) -> None:
    """A credit left out makes our tax the higher one, only in the region of such credits."""
    (row,) = (row for row in ROWS if row["id"] == name)
    assert row["refundable_region"] == "1"
    assert float(bill_of(row).state.amount) > float(row["pe_state_tax"])
