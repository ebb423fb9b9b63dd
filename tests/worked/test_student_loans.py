"""Student loans by hand: published examples, plans and a year, with the arithmetic written out.

Interest is a twelfth of the yearly rate a month; payments are billed to the cent.
"""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.loans import (
    Borrower,
    Incomes,
    Loan,
    PaidByAward,
    Plan,
    Projection,
    Terms,
    guideline_of,
    monthly_payment,
    own_share,
    project,
)
from calc.loans.formulas import annuity_factor, level_payment
from calc.parameters.student_loans import poverty_guideline

AS_OF = datetime.date(2026, 11, 21)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
GUIDELINE = 15_960.0  # one person in the 48 states, 2026
CENT = 0.01


def income(adjusted: float, **others: Any) -> Incomes:
    """One income for all years, single in Texas."""
    return Incomes(**{"adjusted_income": adjusted, "guideline_per_year": GUIDELINE, **others})


def owing(balance: float, rate: float, made_on: datetime.date = OLD, **others: Any) -> Borrower:
    """A borrower with one loan."""
    loan = Loan(balance=balance, rate_per_year=rate, made_on=made_on)
    return Borrower(loans=(loan,), **others)


def cents(amount: float) -> object:
    """Equal within a cent."""
    return pytest.approx(amount, abs=CENT)


# --- published examples ------------------------------------------------------------------------


def test_tiered_standard_of_35_000() -> None:
    """L010, findfamilysupport.com: $35,000 at 4 % is about $259 for 15 years, over $46,600 in all.

    35,000 x i / (1 - (1 + i)^-180) with i = 0.04 / 12 is 258.8908. The 179 payments of 258.89 leave
    258.22, which the last one settles with its interest of 0.86: 179 x 258.89 + 259.08 = 46,600.39.
    """
    i = 0.04 / 12
    assert 35_000 * i / (1 - (1 + i) ** -180) == pytest.approx(258.8908, abs=1e-4)
    left = 35_000 * (1 + i) ** 179 - 258.89 * ((1 + i) ** 179 - 1) / i
    assert left * (1 + i) == pytest.approx(259.08, abs=CENT)
    found = project("tiered_standard", income(0.0), owing(35_000.0, 0.04, NEW), AS_OF)
    assert found.first_payment == 258.89
    assert found.months == 180
    assert found.last_payment == cents(259.08)
    assert found.total_paid == cents(179 * 258.89 + 259.08)
    assert found.outcome == "paid_off"


def test_a_couple_that_owes_alike() -> None:
    """L049, the final rule's preamble (91 FR 23866): $55,000 together, $20,000 owed each.

    5 % of 55,000 a month is 229.17 for the couple; half of it is 114.58.
    """
    share = own_share(20_000.0, 20_000.0)
    of_both = monthly_payment("rap", owing(40_000.0, 0.06), income(55_000.0), AS_OF)
    own = monthly_payment("rap", owing(20_000.0, 0.06), income(55_000.0, share=share), AS_OF)
    assert float(of_both) == 229.17
    assert float(own) == 114.58
    assert float(own) == cents(0.05 * 55_000 / 12 * 20_000 / 40_000)


def test_interest_that_the_payment_does_not_cover() -> None:
    """L065, NPR, 24 July 2025: a $50 payment against $75 of interest waives $25.

    2 % of 30,000 a month is 50; 7.5 % of 12,000 a month is 75. All 50 go to interest, 25 are not
    charged; nothing went to principal, so 50 are matched: 11,950 are left. PSLF after one more
    payment shows that month by itself.
    """
    terms = Terms(pslf_certified=119)
    found = project("rap", income(30_000.0), owing(12_000.0, 0.075), AS_OF, terms)
    assert found.months == 1
    assert found.total_paid == 50
    assert found.interest == cents(75)
    assert found.waived == cents(75 - 50)
    assert found.matched == cents(50)
    assert found.forgiven == cents(12_000 - 50)


# --- $66,000 at 8.07 %: an offer of a community mental health centre against private practice --

OFFER, PRACTICE = income(52_000.0), income(78_000.0)
DEBT = owing(66_000.0, 0.0807, NEW)


def of_debt(plan: Plan, incomes: Incomes, *, service: bool = False) -> Projection:
    """One plan of the comparison, made after 1 July 2026, with flat incomes."""
    return project(plan, incomes, DEBT, AS_OF, Terms(pslf_certified=0 if service else None))


def test_public_service() -> None:
    """5 % of 52,000 a month is 216.67; 120 of them are 26,000, and 60,000 are cancelled tax-free.

    Interest of 443.85 a month is never covered, so $50 of principal are matched: 66,000 - 120 x 50.
    """
    found = of_debt("rap", OFFER, service=True)
    assert found.first_payment == found.highest_payment == found.last_payment == 216.67
    assert found.months == 120
    assert found.total_paid == cents(120 * 216.67)
    assert found.matched == cents(120 * 50)
    assert found.forgiven == cents(66_000 - 120 * 50)
    assert found.outcome == "pslf_forgiven"
    assert found.tax_on_forgiveness == 0


def test_the_same_job_without_public_service() -> None:
    """360 payments of 216.67 are 78,001; principal falls by 50 each, and 48,000 are forgiven."""
    found = of_debt("rap", OFFER)
    assert found.months == 360
    assert found.total_paid == cents(360 * 216.67)
    assert found.total_paid == pytest.approx(78_001, abs=1)
    assert found.forgiven == cents(66_000 - 360 * 50)
    assert found.outcome == "forgiven"


def test_private_practice_under_rap() -> None:
    """7 % of 78,000 a month is 455; after 360 of them, 163,800, there are 29,387 left.

    Until principal is below 60,223 the payment covers interest and less than $50 of principal, so
    principal falls by 50 a month: after 116 months 60,200 are owed, and from then on the payment
    alone lowers it: 60,200 (1 + i)^244 - 455 ((1 + i)^244 - 1) / i.
    """
    i = 0.0807 / 12
    threshold = (455 - 50) / i
    assert threshold == pytest.approx(60_223, abs=1)
    assert 66_000 - 115 * 50 > threshold > 66_000 - 116 * 50
    left = 60_200 * (1 + i) ** 244 - 455 * ((1 + i) ** 244 - 1) / i
    assert left == pytest.approx(29_387, abs=1)
    found = of_debt("rap", PRACTICE)
    assert found.first_payment == 455
    assert found.months == 360
    assert found.total_paid == cents(360 * 455)
    assert found.balance_by_month[116, 0] == cents(60_200)
    assert found.forgiven == pytest.approx(left, abs=CENT)


def test_private_practice_under_tiered_standard() -> None:
    """66,000 are repaid in 20 years: 554.93 a month, 133,183 in all, nothing forgiven."""
    i = 0.0807 / 12
    assert 66_000 * i / (1 - (1 + i) ** -240) == pytest.approx(554.93, abs=0.005)
    found = of_debt("tiered_standard", PRACTICE)
    assert found.first_payment == 554.93
    assert found.months == 240
    assert found.total_paid == pytest.approx(240 * 554.93, abs=1)
    assert found.total_paid == pytest.approx(133_183, abs=1)
    assert found.forgiven == 0


def test_what_public_service_is_worth() -> None:
    """At 4 % today's money: 21,400 against 91,576, worth about $8,500 a year for ten years.

    A dollar a month is worth (1 - (1 + j)^-n) / j with j = 0.04 / 12: 98.7702 for 120 months and
    165.0219 for 240. 216.67 x 98.7702 = 21,400; 554.93 x 165.0219 = 91,576; the difference over
    98.7702 is 710.50 a month.
    """
    j = 0.04 / 12
    ten, twenty = (1 - (1 + j) ** -120) / j, (1 - (1 + j) ** -240) / j
    assert (ten, twenty) == pytest.approx((98.7702, 165.0219), abs=1e-4)
    served = of_debt("rap", OFFER, service=True).present_value(0.04)
    repaid = of_debt("tiered_standard", PRACTICE).present_value(0.04)
    assert served == pytest.approx(216.67 * ten, abs=0.5)
    assert served == pytest.approx(21_400, abs=1)
    assert repaid == pytest.approx(554.93 * twenty, abs=0.5)
    assert repaid == pytest.approx(91_576, abs=1)
    a_year = (repaid - served) / float(annuity_factor(0.04, 120.0)) * 12
    assert a_year == pytest.approx((91_576 - 21_400) / ten * 12, abs=1)
    assert a_year == pytest.approx(8_500, abs=50)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        (10_000, 0),  # a hundredth of it is below the least payment
        (20_000, 17),
        (30_000, 25),
        (40_000, 33),
        (50_000, 42),
        (60_000, 50),
        (70_000, 58),
        (80_000, 67),
        (90_000, 75),
        (100_000, 83),
    ],
)
def test_a_dollar_across_a_line_of_rap(line: int, more: int) -> None:
    """A dollar above a line costs a hundredth of the line a year more: 20,000 x 1 % / 12 = 17."""
    at, above = (
        float(monthly_payment("rap", DEBT, income(amount), AS_OF)) for amount in (line, line + 1.0)
    )
    assert round(above - at) == more
    assert more == (round(line * 0.01 / 12) if line > 10_000 else 0)


# --- plans by income ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "size", "guideline", "payment"),
    [
        ("48", 1.0, 15_960, 233.83),
        ("48", 3.0, 15_960 + 2 * 5_680, 91.83),
        ("AK", 1.0, 19_950, 183.96),
        ("HI", 2.0, 18_360 + 6_530, 122.21),
    ],
)
def test_ibr_by_family_and_state(
    region: Any, size: float, guideline: float, payment: float
) -> None:
    """10 % of what 52,000 are above 150 % of the guideline, a month: 28,060 / 120 = 233.83."""
    table = poverty_guideline(2026)
    incomes = income(52_000.0, guideline_per_year=guideline_of(size, region, table))
    assert incomes.guideline_per_year == guideline
    found = float(monthly_payment("ibr_10", owing(66_000.0, 0.0807), incomes, AS_OF))
    assert found == payment
    assert found == cents(0.10 * (52_000 - 1.5 * guideline) / 12)


def test_ibr_is_capped_at_the_standard_payment() -> None:
    """At 150,000 IBR would ask 1,050.50 a month; Standard asks 803.21, so IBR does too."""
    i = 0.0807 / 12
    standard = 66_000 * i / (1 - (1 + i) ** -120)
    assert standard == pytest.approx(803.21, abs=0.005)
    asked = 0.10 * (150_000 - 1.5 * GUIDELINE) / 12
    assert asked == pytest.approx(1_050.50)
    found = monthly_payment("ibr_10", owing(66_000.0, 0.0807), income(150_000.0), AS_OF)
    assert float(found) == 803.21


@pytest.mark.parametrize(
    ("above", "payment"), [(599.0, 0.0), (600.0, 10.0), (1_199.0, 10.0), (1_212.0, 10.10)]
)
def test_small_payments_of_ibr(above: float, payment: float) -> None:
    """Below $5 nothing is asked, from $5 to $10 ten: $5 a month are $600 a year above the line."""
    incomes = income(1.5 * GUIDELINE + above)
    found = monthly_payment("ibr_10", owing(66_000.0, 0.0807), incomes, AS_OF)
    assert float(found) == payment


def test_interest_of_subsidised_loans_is_waived_for_three_years() -> None:
    """20,000 at 6 % owe 100 a month; no income pays nothing; half the debt is subsidised.

    50 of the 100 are not charged for 36 months; all later interest stays owed: 36 x 50 + 204 x 100.
    """
    loans = tuple(
        Loan(balance=10_000.0, rate_per_year=0.06, made_on=OLD, subsidised=subsidised)
        for subsidised in (True, False)
    )
    borrower = Borrower(loans=loans, new_borrower=True)
    found = project("ibr_10", income(0.0), borrower, AS_OF)
    assert found.months == 240
    assert found.total_paid == 0
    assert found.waived == cents(36 * 50)
    assert found.forgiven == cents(20_000 + 36 * 50 + 204 * 100)


def test_paye_gives_way_in_july_2028() -> None:
    """19 payments of PAYE, December 2026 to June 2028, then IBR at 15 % until 300 are made.

    PAYE asks 10 % of 28,060 a month, 233.83; IBR 15 %, 350.75. Interest of 443.85 on 66,000 is
    never covered and is not added to principal: forgiven are 66,000 and what was not covered.
    """
    borrower = owing(66_000.0, 0.0807, plan_now="paye")
    found = project("paye", income(52_000.0), borrower, AS_OF)
    assert found.then == "ibr_15"
    assert found.months == 300
    assert set(found.paid_by_month[:19, 0]) == {233.83}
    assert set(found.paid_by_month[19:, 0]) == {350.75}
    assert found.total_paid == cents(19 * 233.83 + 281 * 350.75)
    interest = 66_000 * 0.0807 / 12
    assert found.forgiven == cents(66_000 + 300 * interest - 19 * 233.83 - 281 * 350.75)


def test_paye_with_payments_under_save_goes_on_under_rap() -> None:
    """60 payments under SAVE close IBR: RAP follows, asks 216.67, waives interest and matches 50.

    Of 19 x (443.85 - 233.83) unpaid interest nothing is waived later; each month of RAP pays from
    it what it pays, for the month's own interest is not charged beyond. PAYE's payments count
    towards the 360 of RAP.
    """
    borrower = owing(66_000.0, 0.0807, plan_now="paye", save_payments=60)
    terms = Terms(forgiveness_tax_rate=0.2)
    found = project("paye", income(52_000.0), borrower, AS_OF, terms)
    assert found.then == "rap"
    assert found.months == 360
    assert found.paid_by_month[18, 0] == 233.83
    assert found.paid_by_month[19, 0] == 216.67
    unpaid = 19 * (66_000 * 0.0807 / 12 - 233.83)
    assert found.balance_by_month[19, 0] == cents(66_000 + unpaid)
    assert found.balance_by_month[20, 0] == cents(66_000 + unpaid - 216.67 - 50)
    assert found.tax_on_forgiveness == cents(0.2 * found.forgiven)


def test_public_service_under_the_plan_that_follows_paye_is_free_of_tax() -> None:
    """130 payments leave 110 of PAYE and, once RAP follows, 230: the 120 of PSLF come first."""
    borrower = owing(66_000.0, 0.0807, plan_now="paye", save_payments=60)
    terms = Terms(pslf_certified=0, credited=130, forgiveness_tax_rate=0.2)
    found = project("paye", income(52_000.0), borrower, AS_OF, terms)
    assert found.months == 120
    assert found.outcome == "pslf_forgiven"
    assert found.forgiven > 0
    assert found.tax_on_forgiveness == 0


@pytest.mark.parametrize(
    ("plan", "credited", "months"), [("ibr_10", 200, 40), ("rap", 200, 160), ("rap", 360, 0)]
)
def test_payments_that_count_already(plan: Plan, credited: int, months: int) -> None:
    """Forgiveness comes after 240 payments of IBR and 360 of RAP, less those that count already."""
    borrower = owing(66_000.0, 0.0807, new_borrower=True)
    terms = Terms(credited=credited, forgiveness_tax_rate=0.25)
    found = project(plan, income(40_000.0), borrower, AS_OF, terms)
    assert found.months == months
    assert found.outcome == "forgiven"
    assert found.tax_on_forgiveness == 0.25 * found.forgiven


def test_present_value_counts_the_tax_on_forgiveness() -> None:
    """No income, no interest, one payment left: its forgiveness of 12,000 is taxed at 25 % then."""
    borrower = owing(12_000.0, 0.0, new_borrower=True)
    terms = Terms(credited=228, forgiveness_tax_rate=0.25)
    found = project("ibr_10", income(0.0), borrower, AS_OF, terms)
    assert found.months == 12
    assert found.present_value(0.12) == pytest.approx(3_000 * 1.01**-12)
    assert found.present_value(0.0) == 3_000


# --- awards, with a loan of $12,000 without interest: 100 a month for 120 months ----------------


@pytest.mark.parametrize(
    ("awards", "months", "awarded"),
    [
        ((PaidByAward(month=0, amount=6_000.0),), 60, 6_000),  # 60 x 100 are left
        ((PaidByAward(month=24, amount=6_000.0),), 60, 6_000),  # 24 x 100, then 36 x 100
        ((PaidByAward(month=12, amount=3_000.0), PaidByAward(month=24, amount=3_000.0)), 60, 6_000),
        ((PaidByAward(month=0, amount=20_000.0),), 0, 12_000),  # no more than is owed
        ((PaidByAward(month=110, amount=5_000.0),), 110, 1_000),  # 12,000 - 110 x 100
        ((PaidByAward(month=130, amount=5_000.0),), 120, 0),  # too late
    ],
)
def test_awards_pay_off_the_loan(
    awards: tuple[PaidByAward, ...], months: int, awarded: float
) -> None:
    """Each dollar of an award is a dollar less to pay: 12,000 less the award, at 100 a month."""
    terms = Terms(awards=awards)
    found = project("standard_10", income(0.0), owing(12_000.0, 0.0), AS_OF, terms)
    assert found.months == months
    assert found.awarded == awarded
    assert found.total_paid == 12_000 - awarded
    assert found.last_payment == (100 if months else 0)


def test_tax_is_on_taxed_awards_only() -> None:
    """Of 2,000 taxed and 3,000 free of tax, at 22 %, 440 are tax; of awards not reached nothing."""
    awards = (
        PaidByAward(month=0, amount=2_000.0, taxable=True),
        PaidByAward(month=0, amount=3_000.0),
        PaidByAward(month=500, amount=9_000.0, taxable=True),
    )
    terms = Terms(awards=awards, forgiveness_tax_rate=0.22)
    found = project("standard_10", income(0.0), owing(12_000.0, 0.0), AS_OF, terms)
    assert found.awarded == 5_000
    assert found.tax_on_awards == cents(0.22 * 2_000)
    assert found.present_value(0.0) == cents(12_000 - 5_000 + 440)


def test_an_award_is_shared_by_what_each_loan_owes() -> None:
    """4,000 on loans of 6,000 and 18,000 without interest: 1,000 and 3,000, so each ends at once.

    50 and 150 a month are paid: (6,000 - 1,000) / 50 = (18,000 - 3,000) / 150 = 100 months.
    """
    loans = tuple(
        Loan(balance=owed, rate_per_year=0.0, made_on=OLD) for owed in (6_000.0, 18_000.0)
    )
    terms = Terms(awards=(PaidByAward(month=0, amount=4_000.0),))
    found = project("standard_10", income(0.0), Borrower(loans=loans), AS_OF, terms)
    assert found.months == 100
    assert np.unique(found.paid_by_month).tolist() == [200.0]


def test_an_award_pays_unpaid_interest_first() -> None:
    """A year without payments leaves 1,200 of interest on 20,000 at 6 %; 1,200 more pay just that.

    The next month's interest is still 100: principal was not touched.
    """
    terms = Terms(awards=(PaidByAward(month=12, amount=1_200.0),))
    borrower = owing(20_000.0, 0.06, new_borrower=True)
    found = project("ibr_10", income(0.0), borrower, AS_OF, terms)
    assert found.balance_by_month[12, 0] == cents(21_200)
    assert found.balance_by_month[13, 0] == cents(20_000 + 100)


# --- the year: interest, tax, payment ----------------------------------------------------------

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

    Together: 112,000 asks 933.33, of which more than 2,500 a year is interest; 109,500 asks 912.50,
    and of that 66,000 / 100,000. Apart: 5 % of the own 52,000, no interest deducted, and what
    filing apart costs.
    """
    couple = {"filing_status": "joint", "spouse_wages_per_year": 60_000.0}
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
