"""The S corporation's own year: payroll taxes, taxes of its place, and what it leaves."""

from dataclasses import replace

import numpy as np
import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill
from calc.taxes.entity import Corporation, CorporationYear, corporation_year
from calc.taxes.forms import both_forms, owner_of
from calc.taxes.payroll import payroll_rates

RULES = load_rules(2026)


def year_in(state: str, city: str = "none", **stated: float) -> CorporationYear:
    """A corporation with $120,000 before its owner's pay, in a place."""
    corporation = Corporation(
        **{"profit": 120_000.0, "receipts": 150_000.0, "salary": 60_000.0, **stated}  # type: ignore[arg-type]
    )
    return corporation_year(corporation, payroll_rates(RULES, state), RULES, state, city)


def test_a_year_in_texas_by_hand() -> None:
    """7.65 % of 60,000, 0.6 % of 7,000, 2.7 % of 9,000, no tax of the state."""
    year = year_in("TX")
    assert float(year.payroll_tax.amount) == pytest.approx(4_590.0 + 42.0 + 243.0)
    assert float(year.income.amount) == pytest.approx(120_000.0 - 60_000.0 - 4_875.0)
    assert float(year.entity_tax.amount) == 0.0
    assert year.entity_tax.parts[0].label == "No tax of Texas on it"


@pytest.mark.parametrize(
    ("state", "receipts", "due"),
    [
        ("NY", 100_000.0, 25.0),
        ("NY", 100_001.0, 50.0),
        ("NY", 600_000.0, 300.0),
        ("NJ", 99_999.0, 375.0),
        ("NJ", 100_000.0, 562.5),
        ("KY", 150_000.0, 175.0),
    ],
)
def test_least_taxes_by_what_comes_in(state: str, receipts: float, due: float) -> None:
    """New York's sizes begin above a number, New Jersey's at it (Tax Law 210, 54:10A-5)."""
    assert float(year_in(state, receipts=receipts).entity_tax.amount) == due


def test_taxes_on_income() -> None:
    """California's 1.5 % and least, Illinois above 1,000, Tennessee above 50,000, the District."""
    before = float(year_in("CA").before_tax.amount)
    assert float(year_in("CA").entity_tax.amount) == pytest.approx(0.015 * before)
    assert float(year_in("CA", profit=70_000.0).entity_tax.amount) == 800.0
    before = float(year_in("IL").before_tax.amount)
    assert float(year_in("IL").entity_tax.amount) == pytest.approx(0.015 * (before - 1_000.0))
    before = float(year_in("TN").before_tax.amount)
    assert float(year_in("TN").entity_tax.amount) == pytest.approx(
        0.065 * (before - 50_000.0) + 100.0
    )
    before = float(year_in("DC").before_tax.amount)
    assert float(year_in("DC").entity_tax.amount) == pytest.approx(0.0825 * before)


def test_new_york_city_taxes_pay_where_income_is_small() -> None:
    """8.85 % of income, or of 15 % of income and pay where that is more (Admin. Code 11-604)."""
    year = year_in("NY", "new_york_city")
    rows = {row.label: float(row.amount) for row in year.entity_tax.parts}
    before = float(year.before_tax.amount)
    assert rows["New York City general corporation tax"] == pytest.approx(0.0885 * before)
    lean = year_in("NY", "new_york_city", salary=110_000.0)
    before = float(lean.before_tax.amount)
    city = float(lean.entity_tax.parts[1].amount)
    assert city == pytest.approx(0.0885 * 0.15 * (before + 110_000.0))
    assert city > 0.0885 * before


def test_every_place_is_told() -> None:
    """Each of the 51 has a tax in the file or stands among those that take nothing."""
    nothing = RULES["corporation.nothing"].value
    assert isinstance(nothing, tuple)
    taxed = {code for code in state_names() if f"corporation.{code}" in RULES}
    assert taxed | set(nothing) == set(state_names())
    assert not taxed & set(nothing)


def test_the_district_taxes_what_is_left_only_once() -> None:
    """What the District has taxed at the corporation is not its owner's income there again."""
    year = year_in("DC")
    owner = owner_of(Household(state="DC"), year)
    alone = tax_bill(Household(state="DC", wages=60_000.0), RULES)
    assert float(tax_bill(owner, RULES).state.amount) == pytest.approx(float(alone.state.amount))


def test_the_tax_is_added_back_in_california_and_illinois_alone() -> None:
    """Both states tax their owner's income before the corporation's own tax."""
    for state in ("CA", "IL"):
        year = year_in(state)
        assert year.added_back == year.entity_tax.amount
    assert float(year_in("TN").added_back) == 0.0


def test_more_pay_than_there_is_has_no_gain() -> None:
    """Income below 0 is no answer: the gain of each draw with too much pay is not a number."""
    home = Household(state="TX", profit=np.array([100_000.0, 100_000.0]))
    corporation = Corporation(
        profit=home.profit, receipts=120_000.0, salary=np.array([50_000.0, 98_000.0])
    )
    found = both_forms(home, corporation, RULES)
    assert list(np.isnan(found.gain.amount)) == [False, True]


def test_pay_counts_in_state_programmes_unless_its_owner_left_them() -> None:
    """California's insurance and training tax are on the salary; an owner may be out of both."""
    home = Household(state="CA", profit=120_000.0)
    corporation = Corporation(profit=120_000.0, receipts=150_000.0, salary=60_000.0)
    inside = both_forms(home, corporation, RULES)
    outside = both_forms(home, corporation, RULES, in_programmes=False)
    paid = [float(one.corporation.payroll_tax.amount) for one in (inside, outside)]
    assert paid[0] - paid[1] == pytest.approx(7.0)
    own = float(inside.owner.payroll_programmes.amount)
    assert own > 0.0
    assert float(outside.owner.payroll_programmes.amount) == 0.0
    assert own < float(outside.gain.amount - inside.gain.amount) < own + 7.0
    at_rate = replace(home, payroll_programme_rate=0.01)
    outside = both_forms(at_rate, corporation, RULES, in_programmes=False)
    assert float(outside.owner.payroll_programmes.amount) == 0.0


@pytest.mark.parametrize(("state", "owed"), [("DC", 450.0), ("MN", 264.0)])
def test_the_employers_part_of_paid_leave_is_owed(state: str, owed: float) -> None:
    """0.75 % of the salary in the District, 0.44 % in Minnesota."""
    leave = year_in(state).payroll_tax.find("corporation.paid_leave")
    assert float(leave.amount) == pytest.approx(owed)


@pytest.mark.parametrize(
    ("state", "city", "rate", "base"),
    [
        ("OH", "columbus", 0.025, "benefits"),
        ("KY", "louisville", 0.022, "income"),
        ("MO", "kansas_city", 0.01, "income"),
        ("PA", "philadelphia", 0.0571, "income"),
        ("OR", "eugene", 0.008, "pay"),
    ],
)
def test_a_city_taxes_the_corporation_itself(state: str, city: str, rate: float, base: str) -> None:
    """On what it leaves, in Ohio with its owner's premium and plan, elsewhere on pay."""
    year = year_in(state, city, premium=6_000.0, employer_part=4_000.0)
    bases = {
        "income": float(year.before_tax.amount),
        "benefits": float(year.before_tax.amount) + 10_000.0,
        "pay": 60_000.0,
    }
    (row,) = [row for row in year.entity_tax.parts if row.key.endswith(city)]
    assert float(row.amount) == pytest.approx(rate * bases[base])
    assert row.how


def test_a_loss_of_the_spouse_lowers_business_income() -> None:
    """A loss of one business is taken off the other (26 CFR 1.199A-1(d)(2)(iii))."""
    couple = Household(
        filing_status="joint",
        state="TX",
        wages=60_000.0,
        corporate_pay=60_000.0,
        corporate_income=75_000.0,
        spouse_wages=90_000.0,
        spouse_profit=-20_000.0,
    )
    with_loss = tax_bill(couple, RULES).qbi_deduction.amount
    assert float(with_loss) == pytest.approx(0.2 * 55_000.0)
    lost = replace(couple, corporate_income=-5_000.0, spouse_profit=20_000.0)
    half = tax_bill(lost, RULES).find("taxes.half_self_employment").amount
    net = 20_000.0 + float(half) - 5_000.0
    assert float(tax_bill(lost, RULES).qbi_deduction.amount) == pytest.approx(0.2 * net)


def test_a_premium_in_pay_is_earned() -> None:
    """Compensation in income counts for the earned income credit (IRC 32(c)(2)(A)(i))."""
    parent = Household(
        filing_status="head_of_household",
        state="TX",
        children_under_17=2,
        wages=12_000.0,
        corporate_pay=12_000.0,
        corporate_income=5_000.0,
        corporate_premium=6_000.0,
    )
    paid = replace(parent, wages=18_000.0, corporate_pay=18_000.0, corporate_premium=0.0)
    paid_out = [
        float(tax_bill(one, RULES).find("taxes.earned_income_credit").amount)
        for one in (parent, paid)
    ]
    assert abs(paid_out[0]) == pytest.approx(abs(paid_out[1]), rel=0.15)
    assert abs(paid_out[0]) > 6_000.0


@pytest.mark.parametrize(("state", "rate"), [("AL", 0.05), ("NJ", 0.0553)])
def test_a_premium_above_the_pay_is_income_of_the_state_too(state: str, rate: float) -> None:
    """States that begin with gross income count what cannot be deducted."""
    home = Household(state=state, wages=4_000.0, corporate_pay=4_000.0, corporate_income=46_000.0)
    less, more = (replace(home, corporate_premium=premium) for premium in (4_000.0, 9_000.0))
    taxes = [float(tax_bill(one, RULES).state.amount) for one in (less, more)]
    assert taxes[1] - taxes[0] == pytest.approx(rate * 5_000.0, rel=0.1)


def test_a_tax_of_the_proprietor_alone_counts_for_the_corporation() -> None:
    """What a proprietor owes the city and a corporation does not, it gains."""
    home = Household(state="TX", profit=120_000.0)
    corporation = Corporation(profit=120_000.0, receipts=150_000.0, salary=60_000.0)
    plain = both_forms(home, corporation, RULES)
    taxed = both_forms(home, corporation, RULES, practice_taxes=1_000.0)
    assert float(taxed.gain.amount - plain.gain.amount) == pytest.approx(1_000.0)
    parts = sum(float(part.amount) for part in taxed.gain.parts)
    assert float(taxed.gain.amount) == pytest.approx(parts)


def test_a_premium_above_the_pay_is_deducted_up_to_it() -> None:
    """The owner deducts at most the pay (IRC 162(l)(5)); the rest stays income."""
    year = year_in("TX", salary=5_000.0, premium=9_000.0)
    owner = owner_of(Household(state="TX"), year)
    bill = tax_bill(owner, RULES)
    income = float(year.income.amount)
    assert float(bill.adjusted_income.amount) == pytest.approx(5_000.0 + income + 4_000.0)


def test_ohio_leaves_out_profit_and_pay_alike() -> None:
    """The pay of an owner of a fifth and more is business income (R.C. 5733.40(A)(7))."""
    year = year_in("OH")
    owner = owner_of(Household(state="OH"), year)
    assert float(tax_bill(owner, RULES).state.amount) == 0.0
    employee = replace(owner, corporate_pay=0.0)
    assert float(tax_bill(employee, RULES).state.amount) > 0.0
