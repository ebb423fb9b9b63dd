"""Couples who file apart: joint and separate returns of two independent models of tax.

A doubt exempts only the column it speaks of. "state tax: one model only" says that a second model
was not there to confirm the state's column: it is compared all the same, within the state's
tolerance. That community income is halved, and where half of self-employment tax is deducted then,
is our reading as well as the model's: those cases are compared too, and named here.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from calc.parameters import load_rules
from calc.taxes import Household
from calc.taxes.apart import Claimant, FiledApart, filed_apart
from calc.taxes.bill import TaxBill

RULES = load_rules(2026)
CLAIMANTS: dict[str, Claimant] = {"": "you", "self": "you", "spouse": "spouse"}
DOLLAR, OF_STATE = 1.0, 25.0
Row = dict[str, str]


def rows() -> list[Row]:
    """The cases of the file."""
    with Path(__file__).with_name("mfs.csv").open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


ROWS = rows()


def joint_of(row: Row) -> Household:
    """The couple's joint return, with the choice between both deductions left free."""
    return Household(
        filing_status="joint",
        state=row["state"],
        children_under_17=int(row["children_under_17"]),
        profit=float(row["profit"]),
        wages=float(row["wages"]),
        spouse_wages=float(row["spouse_wages"]),
        student_loan_interest=float(row["student_loan_interest"]),
        deduction="standard",
    )


def apart_of(row: Row) -> FiledApart:
    """Both ways of filing of a case."""
    return filed_apart(joint_of(row), RULES, CLAIMANTS[row["children_claimed_by"]])


def amounts(bill: TaxBill) -> dict[str, float]:
    """The columns of one return."""
    return {
        "agi": float(bill.adjusted_income.amount),
        "qbi_deduction": float(bill.qbi_deduction.amount),
        "federal_income_tax": float(bill.income_tax.amount),
        "additional_medicare": float(bill.additional_medicare.amount),
        "state_tax": float(bill.state.amount),
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
@pytest.mark.parametrize("whose", ["joint", "self", "spouse"])
def test_each_return(row: Row, whose: str) -> None:
    """Each of the three returns, column by column: federal within a dollar, state within 25."""
    found = apart_of(row)
    bill = {"joint": found.joint, "self": found.own, "spouse": found.spouse}[whose]
    for name, amount in amounts(bill).items():
        within = OF_STATE if name == "state_tax" else DOLLAR
        assert amount == pytest.approx(float(row[f"{whose}_{name}"]), abs=within), name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_filing_apart_costs(row: Row) -> None:
    """Federal tax with the 0.9 % within a dollar, state tax within 25; tax on earnings stays."""
    found = apart_of(row)
    state = float(found.cost.find("apart.state").amount)
    federal = float(found.cost.amount) - state
    assert federal == pytest.approx(float(row["cost_of_apart_federal"]), abs=DOLLAR)
    assert state == pytest.approx(float(row["cost_of_apart_state"]), abs=OF_STATE)
    both = (found.own, found.spouse)
    for name, column in (("self_employment_tax", "se_tax"), ("fica", "fica")):
        joint = float(getattr(found.joint, name).amount)
        assert joint == pytest.approx(float(row[column]), abs=DOLLAR)
        assert sum(float(getattr(one, name).amount) for one in both) == pytest.approx(joint)


def test_the_cases_are_all_there_and_doubts_are_known() -> None:
    """31 cases; what is doubted is the state's column, or the halves of community income."""
    assert len(ROWS) == 31
    for row in ROWS:
        if row["community"] == "1":
            assert row["doubt"].startswith("community income split in half")
        else:
            assert row["doubt"] in ("", "state tax: one model only")


def test_all_cases_of_a_state_at_once() -> None:
    """A row of draws gives the cases one by one, to the last bit."""
    alike = [row for row in ROWS if row["state"] == "PA" and row["children_under_17"] == "2"]
    names = ("profit", "wages", "spouse_wages")
    drawn = {name: np.array([float(row[name]) for row in alike]) for name in names}
    joint = Household(filing_status="joint", state="PA", children_under_17=2, **drawn)
    together = filed_apart(joint, RULES, "spouse")
    for place, row in enumerate(alike):
        single = Household(
            filing_status="joint",
            state="PA",
            children_under_17=2,
            **{name: float(row[name]) for name in names},
        )
        assert together.cost.amount[place] == filed_apart(single, RULES, "spouse").cost.amount
