"""A year with student loans by hand: interest, then tax, then payment."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.loans import Plan
from calc.loans.formulas import level_payment
from tests.worked.loans import cents

RULES = load_rules(2026)


def year(loans: dict[str, Any], **household: Any) -> Result:
    """A year with other wages of 52,000 and no sessions: adjusted income is simply known."""
    home = {"own_other_wages_per_year": 52_000.0, **household}
    work = {"kind": "own_practice", "session_kinds": []}
    federal = [{"balance": 66_000.0, "rate_per_year": 0.0807}]
    data = {"kind": "by_plan", "federal": federal, **loans}
    return evaluate(Scenario.parse({"work": work, "household": home, "loans": data}), RULES)


def amount(result: Result, key: str) -> float:
    """A line of any statement."""
    return float(result.find(key).amount)


def test_interest_then_tax_then_payment() -> None:
    """52,000: 5 % a month is 216.67, all of it interest; 2,500 of the 2,600.04 are deducted.

    Adjusted income is 49,500, in the band of 4 %: 165.00 a month is asked, 1,980 a year. It is not
    gone round again: 1,980 of interest would leave 50,020, and 5 % of that.
    """
    found = year({"plan": "rap"})
    assert found.household is not None
    assert found.household.student_loan_interest == cents(12 * 216.67)
    assert found.loan_year.adjusted_income == cents(52_000 - 2_500)
    assert amount(found, "loans.month") == cents(0.04 * 49_500 / 12)
    assert float(found.loans.amount) == cents(12 * 165)
    assert float(found.loan_year.interest) == cents(12 * 165)
    assert amount(found, "loans.rap_rate") == 0.04


def test_the_reference_practice_on_rap() -> None:
    """Adjusted income of 105,509.74 is beyond the interest deduction: 10 % a month is 879.25."""
    data = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 66_000.0}]}
    found = year({**data, "adjusted_income_per_year": 105_509.7429})
    assert amount(found, "loans.month") == 879.25
    assert float(found.loans.amount) == cents(10_551)
    alone = year(data, own_other_wages_per_year=105_509.7429)
    assert amount(alone, "loans.month") == 879.25
    assert alone.loan_year.adjusted_income == cents(105_509.7429)


def test_a_couple_together_and_apart() -> None:
    """Wages of 52,000 and 60,000; the spouse owes 34,000 beside the 66,000.

    Florida has no community property. Together: 112,000 asks 933.33, of which more than 2,500 a
    year is interest; 109,500 asks 912.50, and of that 66,000 / 100,000. Apart: 5 % of the own
    52,000, no interest deducted, and what filing apart costs.
    """
    couple = {"filing_status": "joint", "state": "FL", "spouse_wages_per_year": 60_000.0}
    loans = {"plan": "rap", "spouse_balance": 34_000.0, "separate_cost_per_year": 1_500.0}
    together = year(loans, **couple)
    assert together.loan_year.adjusted_income == cents(112_000 - 2_500)
    assert amount(together, "loans.month") == cents(912.50 * 0.66)
    assert float(together.loans.amount) == cents(12 * 912.50 * 0.66)
    apart = year({**loans, "filing": "separate"}, **couple)
    assert apart.loan_year.adjusted_income == cents(52_000)
    assert amount(apart, "loans.month") == 216.67
    assert float(apart.loans.amount) == cents(12 * 216.67 + 1_500)
    single = year({**loans, "filing": "separate"})
    assert [line.key for line in single.loans.parts] == ["loans.federal"]


def test_community_property_halves_what_the_payment_looks_at() -> None:
    """In Texas each return reports half of 112,000: 56,000 asks 5 %, 233.33 a month.

    Where the servicer takes the own pay it is 5 % of 52,000. A child on the spouse's return lowers
    no payment, on the own one by 50 a month.
    """
    couple = {"filing_status": "joint", "state": "TX", "spouse_wages_per_year": 60_000.0}
    loans = {"plan": "rap", "filing": "separate", "separate_cost_per_year": 0.0}
    assert amount(year(loans, **couple), "loans.month") == 233.33
    assert amount(year({**loans, "apart_income": "own_pay"}, **couple), "loans.month") == 216.67
    parents = {**couple, "state": "FL", "children_under_17": 1}
    assert amount(year(loans, **parents), "loans.month") == 166.67
    spouse = {**parents, "children_claimed_by": "spouse"}
    assert amount(year(loans, **spouse), "loans.month") == 216.67


def test_what_filing_apart_costs_is_a_row_where_it_is_not_stated() -> None:
    """Wages of 52,000 and 160,000 in Florida, standard deductions of 16,100 and 32,200 (2026).

    Joint: taxable 179,800, tax 11,600 + 22 % of 79,000 = 28,980. Apart: 35,900, tax 1,240 + 12 % of
    23,500 = 4,060; and 143,900, tax 17,966 + 24 % of 38,200 = 27,134. 17,966 is 1,240 + 4,560 +
    12,166. Medicare's 0.9 % of 35,000 above 125,000 is 315. In all 31,509, or 2,529 more.
    """
    home = {"filing_status": "joint", "state": "FL", "spouse_wages_per_year": 160_000.0}
    found = year({"plan": "rap", "filing": "separate"}, **home)
    assert amount(found, "loans.filing_apart") == cents(4_060 + 27_134 + 315 - 28_980)
    rate = {**home, "tax": {"mode": "effective", "rate": 0.2}}
    left_out = year({"plan": "rap", "filing": "separate"}, **rate).find("loans.filing_apart")
    assert (left_out.amount, left_out.label) == (0.0, "More tax by filing apart: not included")


def test_a_couple_under_a_known_tax_rate() -> None:
    """Without a return the income is that before tax, of both where the payment looks at both.

    112,000 asks 10 %, 933.33 a month; the own 52,000 asks 216.67.
    """
    home = {
        "filing_status": "joint",
        "spouse_wages_per_year": 60_000.0,
        "tax": {"mode": "effective", "rate": 0.2},
    }
    assert amount(year({"plan": "rap"}, **home), "loans.month") == 933.33
    assert amount(year({"plan": "rap", "filing": "separate"}, **home), "loans.month") == 216.67


def test_fixed_payments_and_a_private_loan() -> None:
    """Standard on two loans, each by itself, and a private loan of 20,000 at 6 % over 10 years.

    365.09 a month on 30,000 and 121.70 on 10,000, both at 8.07 %, and 222.04. The interest of a
    year is its payments less what they took from principal.
    """
    federal = [{"balance": balance, "rate_per_year": 0.0807} for balance in (30_000.0, 10_000.0)]
    private = [{"balance": 20_000.0, "rate_per_year": 0.06, "years": 10.0}]
    found = year({"plan": "standard_10", "federal": federal, "private": private})

    def level(balance: float, rate: float) -> float:
        return round(balance * rate / 12 / (1 - (1 + rate / 12) ** -120), 2)

    def interest(balance: float, rate: float) -> float:
        growth = (1 + rate / 12) ** 12
        payment = level(balance, rate)
        left = balance * growth - payment * (growth - 1) / (rate / 12)
        return 12 * payment - (balance - left)

    parts = [(30_000.0, 0.0807), (10_000.0, 0.0807), (20_000.0, 0.06)]
    assert [level(*part) for part in parts] == [365.09, 121.70, 222.04]
    assert float(found.loans.amount) == cents(12 * sum(level(*part) for part in parts))
    assert float(found.loan_year.interest) == cents(sum(interest(*part) for part in parts))
    assert amount(found, "loans.private.0") == cents(12 * 222.04)
    assert amount(found, "loans.month") == cents(sum(level(*part) for part in parts[:2]))


def test_two_loans_as_one() -> None:
    """10,000 at 4 % and 30,000 at 8 % are 40,000 at 7 % when pooled: (400 + 2,400) / 40,000."""
    federal = [
        {"balance": 10_000.0, "rate_per_year": 0.04},
        {"balance": 30_000.0, "rate_per_year": 0.08},
    ]
    found = year({"plan": "standard_10", "federal": federal, "pooled": True})
    assert amount(found, "loans.month") == cents(float(level_payment(40_000.0, 0.07, 120.0)))
    borrower = found.loan_year.borrower
    assert borrower is not None
    assert borrower.pooled.rate_per_year == pytest.approx(0.07)
    assert borrower.pooled.balance == 40_000


def test_interest_before_repayment_is_added_once() -> None:
    """60,000 at 8 % for 18 months before repayment are 60,000 + 7,200."""
    loan = {"balance": 60_000.0, "rate_per_year": 0.08, "months_before_repayment": 18.0}
    found = year({"plan": "standard_10", "federal": [loan]})
    assert amount(found, "loans.owed") == cents(60_000 + 60_000 * 0.08 * 1.5)


@pytest.mark.parametrize("plan", ["ibr_10", "ibr_15", "paye"])
def test_ibr_of_a_family(plan: Plan) -> None:
    """A couple with two children, 90,000, IBR: 150 % of 33,000 is 49,500; 40,500 are counted.

    10 % of it a month is 337.50, 15 % 506.25. Interest of 443.85 a month: under 10 % all twelve
    payments are interest, so 2,500 are deducted, and 38,000 counted: 316.67 and 475.00.
    """
    home = {
        "filing_status": "joint",
        "own_other_wages_per_year": 90_000.0,
        "children_under_17": 2,
    }
    choice = {"plan": plan, "new_borrower": plan != "ibr_15", "plan_now": "paye"}
    found = year(choice, **home)
    assert found.loan_year.plan == plan
    assert amount(found, "loans.guideline") == 1.5 * (15_960 + 3 * 5_680)
    percent = 0.15 if plan == "ibr_15" else 0.10
    assert amount(found, "loans.month") == cents(percent * (90_000 - 2_500 - 49_500) / 12)
    assert f"{percent:.0%}".replace("%", " %") in found.find("loans.month").how
