"""A practice as its owner's own and as an S corporation: two complete returns of a tax model.

The cases state each corporation's federal and state unemployment tax, which are taken as they are;
state payroll programmes on the salary are left out there. Doubts exempt one column: where the tax
of the corporation is added back on the state return (California, Illinois) and where Pennsylvania
taxes deferrals, the case is by hand; whether the premium lowers business income once or twice is
not settled, so both are given and both are tested.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from calc.parameters import load_rules
from calc.scenario.household import FilingStatus
from calc.taxes import Household
from calc.taxes.entity import Corporation
from calc.taxes.forms import BothForms, both_forms
from calc.taxes.payroll import PayrollRates, payroll_rates

RULES = load_rules(2026)
STATUS: dict[str, FilingStatus] = {"S": "single", "J": "joint", "H": "head_of_household"}
FEDERAL_BASE = 7_000.0
DOLLAR, OF_STATE = 1.0, 25.0
Row = dict[str, str]


def rows() -> list[Row]:
    """The cases of the file."""
    with Path(__file__).with_name("scorp.csv").open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def rates_of(row: Row) -> PayrollRates:
    """Payroll taxes of the state, with the case's own unemployment taxes as they stand."""
    salary = float(row["salary"])
    return replace(
        payroll_rates(RULES, row["state"]),
        federal_unemployment_rate=float(row["s_futa"]) / min(salary, FEDERAL_BASE),
        federal_unemployment_base=FEDERAL_BASE,
        state_unemployment_rate=float(row["s_suta"]) / salary,
        state_unemployment_base=salary,
    )


def forms_of(row: Row, *, twice: bool) -> BothForms:
    """Both forms of a case's practice, the standard deduction forced as the model's was."""
    home = Household(
        filing_status=STATUS[row["filing_status"]],
        state=row["state"],
        age=int(row["age"]),
        children_under_17=int(row["children_under_17"]),
        profit=float(row["profit"]),
        spouse_wages=float(row["spouse_wages"]),
        self_employed_premium=float(row["premium"]),
        self_employed_retirement=float(row["employer_contribution"]),
        solo_401k_deferral=float(row["deferral_401k"]),
        student_loan_interest=float(row["student_loan_interest"]),
        deduction="standard",
    )
    corporation = Corporation(
        profit=float(row["profit"]),
        receipts=float(row["receipts"]),
        salary=float(row["salary"]),
        premium=float(row["premium"]),
        employer_part=float(row["employer_contribution"]),
        running_costs=float(row["running_costs"]),
    )
    return both_forms(
        home,
        corporation,
        RULES,
        deferral=float(row["deferral_401k"]),
        rates=rates_of(row),
        premium_lowers_qbi_twice=twice,
        in_programmes=False,
    )


def test_the_file_is_whole() -> None:
    """No case is lost, and all are of the year that is tested."""
    found = rows()
    assert len(found) == len({row["id"] for row in found}) == 57
    assert {row["year"] for row in found} == {"2026"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
def test_both_returns_agree(row: Row, twice: bool) -> None:
    """Every column of both returns and of the corporation: $1; state tax and the gain $25."""
    found = forms_of(row, twice=twice)
    suffix = "_premium_twice" if twice else ""
    year = found.corporation
    near = {
        "sole_agi": found.sole.adjusted_income,
        "sole_qbi_deduction": found.sole.qbi_deduction,
        "sole_taxable_income": found.sole.taxable_income,
        "sole_federal_income_tax": found.sole.income_tax,
        "sole_se_tax": found.sole.self_employment_tax,
        "sole_additional_medicare": found.sole.additional_medicare,
        "s_employer_fica": year.payroll_tax.find("corporation.social_security"),
        "s_futa": year.payroll_tax.find("corporation.federal_unemployment"),
        "s_suta": year.payroll_tax.find("corporation.state_unemployment"),
        "s_entity_tax": year.entity_tax,
        "s_business_income": year.income,
        "s_agi": found.owner.adjusted_income,
        f"s_qbi_deduction{suffix}": found.owner.qbi_deduction,
        f"s_federal_income_tax{suffix}": found.owner.income_tax,
        "s_additional_medicare": found.owner.additional_medicare,
    }
    ours = {name: float(line.amount) for name, line in near.items()}
    assert ours == pytest.approx({name: float(row[name]) for name in ours}, abs=DOLLAR)
    far = {
        "sole_state_tax": found.sole.state,
        "s_state_tax": found.owner.state,
        f"net_gain{suffix}": found.gain,
    }
    ours = {name: float(line.amount) for name, line in far.items()}
    assert ours == pytest.approx({name: float(row[name]) for name in ours}, abs=OF_STATE)
