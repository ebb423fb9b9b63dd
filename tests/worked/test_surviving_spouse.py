"""A qualifying surviving spouse, tax year 2026, by hand."""

from dataclasses import replace

import pytest

from calc.parameters import state_names
from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, amounts, practice

WIDOW = Household(filing_status="surviving_spouse", deduction="standard")


def test_brackets_and_deduction_are_those_of_a_couple() -> None:
    """Wages 100,000, one child: (100,000 - 32,200) taxed as on a joint return (IRC 1(a)(2)).

    2,480 + 12 % x (67,800 - 24,800) = 7,640; less 2,200 for the child.
    """
    bill = tax_bill(replace(WIDOW, wages=100_000.0, children_under_17=1), RULES)
    assert bill.taxable_income.amount == pytest.approx(67_800.0)
    assert bill.income_tax.amount == pytest.approx(7_640.0 - 2_200.0)


def test_one_person_of_65() -> None:
    """The further deduction is a married person's, 1,650, once; the spouse's age is nobody's.

    The deduction from 65 shrinks from 75,000 on, for the return is not joint (IRC 151(d)(5)(C)):
    6,000 - 6 % x 25,000 = 4,500. Taxable 100,000 - 32,200 - 1,650 - 4,500.
    """
    bill = tax_bill(replace(WIDOW, wages=100_000.0, age=66, spouse_age=70), RULES)
    assert bill.taxable_income.amount == pytest.approx(61_650.0)


def test_the_earned_income_credit_has_no_later_start() -> None:
    """Wages 30,000, one child: 4,427 - 15.98 % x (30,000 - 23,890), as for one (IRC 32(b))."""
    bill = tax_bill(replace(WIDOW, wages=30_000.0, children_under_17=1), RULES)
    credit = bill.find("taxes.earned_income_credit").amount
    assert credit == pytest.approx(-(4_427 - 0.1598 * 6_110))


def test_limits_of_a_joint_return_are_not_a_surviving_spouses() -> None:
    """Wages 240,000, interest 30,000, a child under 17, a deferral of nothing.

    Additional Medicare from 200,000: 0.9 % x 40,000. Net investment income tax from 250,000
    (IRC 1411(b)(1)): 3.8 % x 20,000. Child credit from 200,000: 2,200 - 50 x 70 is none.
    """
    home = replace(WIDOW, wages=240_000.0, other_income=30_000.0, children_under_17=1)
    bill = tax_bill(home, RULES)
    assert bill.additional_medicare.amount == pytest.approx(360.0)
    assert bill.net_investment_income.amount == pytest.approx(760.0)
    assert bill.find("taxes.child_credit").amount == 0.0


def test_the_business_deduction_shrinks_as_for_one_person() -> None:
    """Profit 320,000: taxable income is beyond 276,750, so a health practice deducts nothing."""
    bill = tax_bill(replace(WIDOW, profit=340_000.0), RULES)
    assert bill.qbi_deduction.amount == 0.0
    assert tax_bill(
        replace(WIDOW, filing_status="joint", profit=340_000.0), RULES
    ).qbi_deduction.amount


def test_loan_interest_shrinks_as_for_one_person() -> None:
    """Wages 92,500: half way from 85,000 to 100,000, half of 2,500 is left (IRC 221(b)(2))."""
    bill = tax_bill(replace(WIDOW, wages=92_500.0, student_loan_interest=3_000.0), RULES)
    assert bill.student_loan_deduction.amount == pytest.approx(1_250.0)


@pytest.mark.parametrize("state", sorted(state_names()))
def test_a_states_tax_is_that_of_a_couple_with_one_filer(state: str) -> None:
    """No state taxes a surviving spouse less than a couple of one income, nor more than a single.

    The couple has one more exemption; a single person has narrower brackets. In Alabama, which
    deducts federal tax, the single person's greater federal tax turns that round.
    """
    home = replace(WIDOW, state=state, wages=90_000.0)
    widow, couple, single = (
        float(tax_bill(replace(home, filing_status=status), RULES).state.amount)  # type: ignore[arg-type]
        for status in ("surviving_spouse", "joint", "single")
    )
    assert couple <= widow + 0.01
    assert state == "AL" or widow <= single + 0.01


def test_a_plan_of_a_surviving_spouse() -> None:
    """A plan takes the status; wages of a spouse have no place on that return."""
    result = practice(60_000, filing_status="surviving_spouse", spouse_wages_per_year=50_000)
    assert amounts(result, "taxes.fica") == {"taxes.fica": 0.0}
    assert "spouse_wages_not_counted" in {remark.kind for remark in result.remarks}
