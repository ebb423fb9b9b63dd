"""One return, and the taxes of work by difference, at their edges."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)


def test_a_bill_finds_its_lines() -> None:
    """Any line below the total, by its key."""
    bill = tax_bill(Household(profit=80_000.0), RULES)
    assert bill.find("taxes.self_employment").amount == bill.self_employment_tax.amount


@pytest.mark.parametrize(
    ("year", "state", "rate", "tax", "kind"),
    [
        (2026, "TX", None, 0.0, "parameter"),
        (2026, "TX", 0.05, 2_000.0, "formula"),
        (2026, "PA", None, 40_000 * 0.0307, "sum"),
        (2026, "PA", 0.05, 2_000.0, "formula"),
        (2025, "TX", None, 0.0, "parameter"),
        (2025, "PA", None, 0.0, "formula"),
        (2025, "PA", 0.05, 2_000.0, "formula"),
    ],
)
def test_state_tax_is_by_law_by_rate_or_left_out(
    year: int, state: str, rate: float | None, tax: float, kind: str
) -> None:
    """By the state's law; at the user's rate; left out, and said so, where neither is there."""
    bill = tax_bill(Household(state=state, wages=40_000.0, state_rate=rate), load_rules(year))
    assert bill.state.amount == pytest.approx(tax)
    assert bill.state.kind == kind
    assert ("not included" in bill.state.label) == (year == 2025 and state == "PA" and not rate)
    assert ("at your rate" in bill.state.label) == (rate is not None)


def test_the_greater_deduction_is_taken_draw_by_draw() -> None:
    """10 % of 100,000 is less than the standard deduction, 10 % of 300,000 is more."""
    home = Household(state="CA", wages=np.array([100_000.0, 300_000.0]), state_rate=0.1)
    bill = tax_bill(home, RULES)
    assert bill.itemised.tolist() == [False, True]
    assert bill.deduction.amount.tolist() == [16_100.0, pytest.approx(30_000.0)]


@pytest.mark.parametrize(("choice", "amount"), [("standard", 16_100.0), ("itemised", 5_000.0)])
def test_a_deduction_can_be_forced(choice: Any, amount: float) -> None:
    """What the person asks for is used, although it is not the lowest."""
    home = Household(state="CA", wages=100_000.0, state_rate=0.05, deduction=choice)
    assert tax_bill(home, RULES).deduction.amount == pytest.approx(amount)


def test_people_of_65_deduct_more() -> None:
    """Two of 65: 2 x 1,650 of standard deduction, and 2 x 6,000 below 150,000 of income."""
    old = Household(filing_status="joint", age=65, spouse_age=70, wages=100_000.0)
    bill = tax_bill(old, RULES)
    assert bill.deduction.amount == 32_200 + 3_300
    assert bill.taxable_income.amount == 100_000 - 35_500 - 12_000


def test_credits_use_up_the_tax_in_order() -> None:
    """Saver's credit first, then the child tax credit, and what is left of it is paid out."""
    home = Household(
        filing_status="head_of_household",
        wages=30_000.0,
        deferral_401k=2_000.0,
        children_under_17=1,
    )
    keys = [part.key for part in tax_bill(home, RULES).income_tax.parts]
    assert keys == [
        "taxes.income_tax_before_credits",
        "taxes.savers_credit",
        "taxes.child_credit",
        "taxes.child_credit_paid_out",
        "taxes.earned_income_credit",
    ]


@pytest.mark.parametrize(("age", "spouse_age", "due"), [(24, 24, False), (24, 30, True)])
def test_a_couple_without_children_needs_one_of_age(age: int, spouse_age: int, due: bool) -> None:
    """The earned income credit without children is for people of 25 to 64; one of a couple does."""
    home = Household(filing_status="joint", age=age, spouse_age=spouse_age, wages=9_000.0)
    credit = tax_bill(home, RULES).find("taxes.earned_income_credit").amount
    assert (credit < 0) == due


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ({"mode": "effective", "rate": 0.3}, ["taxes.effective"]),
        ({"mode": "separate"}, ["taxes.income", "taxes.social"]),
        ({"mode": "none"}, ["taxes.none"]),
    ],
)
def test_each_mode_has_its_lines(mode: dict[str, Any], keys: list[str]) -> None:
    """One rate, two rates, or none."""
    scenario = Scenario.parse({"work": {"kind": "own_practice"}, "household": {"tax": mode}})
    taxes = evaluate(scenario, RULES).taxes
    assert [part.key for part in taxes.parts] == keys


def test_a_loss_owes_no_local_tax() -> None:
    """A local tax is not paid out for a loss."""
    assert tax_bill(Household(profit=-10_000.0, local_rate=0.03), RULES).local.amount == 0
