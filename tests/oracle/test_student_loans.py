"""Student-loan plans against rows of public rules, published examples and an independent model.

`student_loans.csv` says of each row where it comes from. Rows of ICR hold the model's payments; ICR
is not computed here, so those rows only test that it is refused by name.
"""

import csv
import datetime
from pathlib import Path

import pytest

from calc import Scenario, evaluate, load_rules
from calc.loans import (
    Borrower,
    Eligibility,
    Incomes,
    Loan,
    Plan,
    PlanNotOpenError,
    Projection,
    Region,
    Terms,
    eligible_plans,
    grown,
    guideline_of,
    monthly_payment,
    own_share,
    project,
)
from calc.parameters.student_loans import loan_rules, poverty_guideline
from calc.taxes import Household, tax_bill

Row = dict[str, str]
AS_OF = datetime.date(2026, 11, 21)
BEFORE, AFTER = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
YEARS = 30
CENT = 0.01
ROUNDING = 1e-9  # of sums of cents
PLANS: dict[str, Plan] = {
    "STANDARD_10": "standard_10",
    "EXTENDED_FIXED_25": "extended",
    "TIERED_STANDARD": "tiered_standard",
    "RAP": "rap",
    "IBR_NEW_10": "ibr_10",
    "IBR_OLD_15": "ibr_15",
    "PAYE": "paye",
    "ICR": "icr",
}
REGIONS: dict[str, Region] = {"": "48", "48": "48", "AK": "AK", "HI": "HI"}

with (Path(__file__).parent / "student_loans.csv").open(newline="", encoding="utf-8") as opened:
    ROWS = list(csv.DictReader(opened))
DEDUCTIONS = [row for row in ROWS if row["kind"] == "deduction"]
REFUSED = [row for row in ROWS if row["plan"] == "ICR"]
LOANS = [row for row in ROWS if row not in (*DEDUCTIONS, *REFUSED)]
PAYMENTS = [row for row in LOANS if row["expected_monthly"]]
PROJECTED = [row for row in LOANS if row["kind"] in ("projection", "first_month")]


def named(rows: list[Row]) -> pytest.MarkDecorator:
    """A test of each row, by its name."""
    return pytest.mark.parametrize("row", rows, ids=lambda row: row["case_id"])


def number(row: Row, column: str, blank: float = 0.0) -> float:
    """A cell as a number."""
    return float(row[column] or blank)


def borrower_of(row: Row) -> Borrower:
    """One loan, on the side of 1 July 2026 that the row says."""
    new_loan = row["has_loan_on_or_after_2026_07_01"] == "true"
    loan = Loan(
        balance=number(row, "balance"),
        rate_per_year=number(row, "rate_pct") / 100,
        made_on=AFTER if new_loan else BEFORE,
    )
    plan = PLANS[row["plan"]]
    return Borrower(
        loans=(loan,),
        new_borrower=plan != "ibr_15",
        plan_now="paye" if plan == "paye" else "none",
    )


def incomes_of(row: Row) -> Incomes:
    """Incomes of the row's first year."""
    table = poverty_guideline(int(number(row, "guideline_year", 2026)))
    region = REGIONS[row["state_group"]]
    return Incomes(
        adjusted_income=number(row, "agi"),
        guideline_per_year=guideline_of(number(row, "family_size", 1.0), region, table),
        dependents=number(row, "dependents"),
        share=own_share(number(row, "balance"), number(row, "spouse_balance")),
    )


def path_of(row: Row) -> Incomes:
    """Incomes of the years ahead, as fast as the row lets them grow."""
    first = incomes_of(row)
    growth = number(row, "agi_growth_pct") / 100
    prices = number(row, "fpg_growth_pct") / 100
    return Incomes(
        adjusted_income=grown(first.adjusted_income, growth, YEARS),
        guideline_per_year=grown(first.guideline_per_year, prices, YEARS),
        dependents=first.dependents,
        share=first.share,
    )


def projection_of(row: Row) -> Projection:
    """The plan to its end; for a first month, one that PSLF ends after a single payment."""
    certified = 0 if row["pslf"] == "true" else None
    if row["kind"] == "first_month":
        certified = 119
    terms = Terms(pslf_certified=certified)
    return project(PLANS[row["plan"]], path_of(row), borrower_of(row), AS_OF, terms)


def found_of(row: Row) -> Eligibility:
    """Whether the row's plan is open."""
    found = eligible_plans(borrower_of(row), AS_OF)
    return next(item for item in found if item.plan == PLANS[row["plan"]])


def test_the_file_is_whole() -> None:
    """No row of the oracle is lost, and each is tested."""
    assert len(ROWS) == len({row["case_id"] for row in ROWS}) == 43
    sizes = [len(rows) for rows in (LOANS, PAYMENTS, PROJECTED, DEDUCTIONS, REFUSED)]
    assert sizes == [37, 31, 10, 2, 4]


@named(LOANS)
def test_a_plan_is_open_or_closed(row: Row) -> None:
    """A plan is open to the row's borrower or not, and a closed one names the rule."""
    if row["other_input"] == "question=pslf_credit":
        counting = loan_rules(AS_OF)["pslf_plans"].words("plans")
        assert (PLANS[row["plan"]] in counting) == (row["expected_eligible"] == "true")
        return
    found = found_of(row)
    assert bool(found.open) == (row["expected_eligible"] == "true")
    assert (found.closed_by is None) == bool(found.open)


@named(PAYMENTS)
def test_the_payment_of_a_month(row: Row) -> None:
    """The first monthly payment agrees within a cent."""
    plan, borrower, wanted = PLANS[row["plan"]], borrower_of(row), number(row, "expected_monthly")
    payment = float(monthly_payment(plan, borrower, incomes_of(row), AS_OF))
    assert abs(payment - wanted) <= number(row, "tol_monthly") + ROUNDING
    assert number(row, "tol_monthly") == CENT


@named(PROJECTED)
def test_the_years_of_a_plan(row: Row) -> None:
    """Months and outcome agree exactly, sums of money within the row's tolerance."""
    found = projection_of(row)
    assert found.first_payment == pytest.approx(number(row, "expected_monthly"), abs=CENT)
    if row["expected_months"]:
        assert found.months == number(row, "expected_months")
        assert found.outcome == row["expected_outcome"]
    for column, amount in (
        ("expected_total_paid", found.total_paid),
        ("expected_forgiven", found.forgiven),
        ("expected_interest_waived", found.waived),
        ("expected_principal_match", found.matched),
    ):
        if row[column]:
            assert abs(amount - number(row, column)) <= number(row, "tol_total"), column
    more = dict(item.split("=") for item in row["expected_other"].split(";"))
    balance = found.balance_by_month[0, 0] + found.interest - found.total_paid
    shown = {
        "last_payment": found.last_payment,
        "interest": found.interest,
        "to_interest": found.interest - found.waived,
        "to_principal": found.total_paid - (found.interest - found.waived),
        "end_principal": balance - found.waived - found.matched,
    }
    tolerance = number(row, "tol_total" if "last_payment" in more else "tol_monthly")
    wanted = {name: float(value) for name, value in more.items()}
    assert {name: shown[name] for name in more} == pytest.approx(wanted, abs=tolerance)


@named(REFUSED)
def test_icr_is_refused_by_name(row: Row) -> None:
    """ICR is not computed, for its factors were not found: the error names the rule."""
    assert found_of(row).open is False
    with pytest.raises(PlanNotOpenError) as caught:
        project("icr", incomes_of(row), borrower_of(row), AS_OF)
    with pytest.raises(PlanNotOpenError) as asked:
        monthly_payment("icr", borrower_of(row), incomes_of(row), AS_OF)
    for error in (caught.value, asked.value):
        assert error.closed_by.key == "student_loans.icr_not_computed"
        assert "rap" in error.open_plans


@named(DEDUCTIONS)
def test_interest_deducted(row: Row) -> None:
    """A single person deducts loan interest within the limits, one of a couple filing apart none.

    The separate return is that of a joint household whose payment looks at one income.
    """
    year, income = 2026, number(row, "agi")
    assert row["other_input"] == f"tax_year={year};interest=2500"
    wanted = number(row, "expected_other")
    if row["filing_status"] == "S":
        bill = tax_bill(Household(wages=income, student_loan_interest=2_500.0), load_rules(year))
        assert float(bill.student_loan_deduction.amount) == pytest.approx(wanted, abs=CENT)
        return
    loans = {
        "kind": "by_plan",
        "filing": "separate",
        "plan": "standard_10",
        "federal": [{"balance": 66_000.0, "rate_per_year": 0.0807}],
    }
    home = {"filing_status": "joint", "own_other_wages_per_year": income}
    work = {"kind": "own_practice", "session_kinds": []}
    data = {"work": work, "household": home, "loans": loans}
    apart = evaluate(Scenario.parse(data), load_rules(year))
    together = evaluate(
        Scenario.parse({**data, "loans": {**loans, "filing": "as_household"}}), load_rules(year)
    )
    assert apart.household is not None
    assert together.household is not None
    assert apart.loan_year.interest > 2_500  # paid, but not deducted
    assert together.household.student_loan_interest == together.loan_year.interest
    deducted = tax_bill(apart.household, load_rules(year)).student_loan_deduction
    assert float(deducted.amount) == wanted
