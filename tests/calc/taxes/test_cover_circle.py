"""Credit and deduction of one premium by hand, and how saving brings a credit."""

import numpy as np
import pytest

from calc.number import Number
from calc.parameters import load_rules
from calc.taxes import Household, adjusted_income_of, tax_bill
from calc.taxes.cover import (
    Marketplace,
    cover_of,
    credit_of_more_earned,
    saving_for_credit,
)
from calc.taxes.cover.of_household import terms_of
from calc.taxes.cover.saving import Earned, SavedInto

RULES = load_rules(2026)
ONE = 15_650.0
PLAN = Marketplace(benchmark_per_year=9_000.0, premium_per_year=8_400.0)


def cents(number: Number) -> float:
    """A single figure to the cent."""
    return round(float(number), 2)


# --- the circle ----------------------------------------------------------------------------------


def test_full_deduction_would_lose_the_credit() -> None:
    """50,000 for four with a premium of 22,800: a deduction of 1,575.71 keeps 21,224.29."""
    plan = Marketplace(benchmark_per_year=22_800.0, premium_per_year=22_800.0)
    family = Household(filing_status="joint", children_under_17=2, profit=50_000.0)
    cover = cover_of(family, plan, RULES)
    assert (cents(cover.deduction), cents(cover.credit)) == (1_575.71, 21_224.29)
    assert float(cover.percent) == 139.0


def test_income_below_the_line_deducts_the_premium_up_to_earned_income() -> None:
    """Nothing is paid below the line; the deduction stops at profit less half of its tax."""
    cover = cover_of(Household(profit=8_000.0), PLAN, RULES)
    assert cover.credit == 0.0
    assert float(cover.percent) == 0.0
    assert cents(cover.deduction) == cents(8_000.0 * (1 - 0.9235 * 0.153 / 2))
    assert np.isnan(cover.contribution)


def test_just_above_the_most_nothing_fits() -> None:
    """Income of 69,100 and a premium of 8,000: the deduction runs to a cent above four lines."""
    plan = Marketplace(benchmark_per_year=8_000.0, premium_per_year=8_000.0)
    cover = cover_of(Household(profit=74_352.86), plan, RULES)
    assert bool(cover.just_above)
    assert cents(cover.income) == 62_600.01
    assert cents(cover.deduction) == 6_499.99
    assert cover.credit == 0.0


def test_far_above_the_most_the_whole_premium_is_deducted() -> None:
    """There is nothing to lose."""
    cover = cover_of(Household(profit=120_000.0), PLAN, RULES)
    assert (float(cover.deduction), float(cover.credit)) == (8_400.0, 0.0)
    assert not cover.just_above


def test_a_low_benchmark_leaves_the_whole_premium_to_deduct() -> None:
    """Income with a credit by percent, and a benchmark below what is expected: none is paid."""
    plan = Marketplace(benchmark_per_year=1_000.0, premium_per_year=5_000.0)
    cover = cover_of(Household(profit=50_000.0), plan, RULES)
    assert (float(cover.deduction), float(cover.credit)) == (5_000.0, 0.0)
    assert cents(cover.contribution) > 1_000.0


def test_a_low_benchmark_and_a_deduction_below_the_line() -> None:
    """Where no deduction leaves a credit, one that takes income below the line is the largest."""
    plan = Marketplace(benchmark_per_year=300.0, premium_per_year=4_000.0)
    cover = cover_of(Household(profit=18_500.0), plan, RULES)
    assert float(cover.income_before) > ONE > float(cover.income)
    assert (float(cover.deduction), float(cover.credit)) == (4_000.0, 0.0)


def test_retirement_saving_lowers_what_a_premium_is_deducted_of() -> None:
    """Profit, half of its tax and both kinds of saving decide; an HSA takes nothing from it."""
    saved = Household(
        profit=30_000.0, self_employed_retirement=5_000.0, solo_401k_deferral=20_000.0, hsa=1_000.0
    )
    cover = cover_of(saved, PLAN, RULES)
    assert cents(cover.earned_income) == cents(5_000.0 - 30_000.0 * 0.9235 * 0.153 / 2)


def test_a_couples_own_half_is_taken_off() -> None:
    """The tax on a spouse's practice is the spouse's."""
    couple = Household(filing_status="joint", profit=30_000.0, spouse_profit=20_000.0)
    cover = cover_of(couple, PLAN, RULES)
    assert cents(cover.earned_income) == cents(30_000.0 * (1 - 0.9235 * 0.153 / 2))


def test_an_owner_who_is_paid_by_a_corporation() -> None:
    """The circle goes round the same with pay for the limit (Notice 2008-1)."""
    owner = Household(wages=30_000.0, other_income=16_000.0)
    cover = cover_of(owner, PLAN, RULES, earned_income=30_000.0)
    assert cents(cover.deduction + cover.credit) == 8_400.0
    assert cover.earned_income == 30_000.0
    assert cover_of(owner, PLAN, RULES, earned_income=1_000.0).deduction == 1_000.0


@pytest.mark.parametrize("profit", [60_000.0, 92_000.0, 100_000.0, 104_000.0, 130_000.0])
def test_loan_interest_that_phases_out_with_the_deduction(profit: float) -> None:
    """The income of the circle is that of the return, before, within and beyond the phase-out."""
    plan = Marketplace(benchmark_per_year=30_000.0, premium_per_year=28_000.0)
    home = Household(
        filing_status="head_of_household",
        children_under_17=3,
        profit=profit,
        student_loan_interest=2_000.0,
    )
    cover, terms = cover_of(home, plan, RULES), terms_of(home, plan, RULES)
    line = adjusted_income_of(cover.household, RULES)
    assert float(line.amount) == pytest.approx(float(cover.income), abs=1e-6)
    for income in (40_000.0, 84_000.0, 90_000.0, 99_000.0, 120_000.0):
        there = terms.income_after(terms.deduction_at(income))
        assert float(there) == pytest.approx(income, abs=1e-6)


def test_the_return_takes_the_deduction_found() -> None:
    """What the household was stated to deduct is left out; the bill is lower than without any."""
    home = Household(profit=60_000.0, self_employed_premium=8_400.0)
    cover = cover_of(home, PLAN, RULES)
    bare = Household(profit=60_000.0)
    assert cover_of(bare, PLAN, RULES).household == cover.household
    assert cover.household.self_employed_premium == cover.deduction
    assert tax_bill(cover.household, RULES).total.amount < tax_bill(bare, RULES).total.amount


# --- saving, and the next dollar -----------------------------------------------------------------


@pytest.mark.parametrize(("saved", "credit"), [(0.0, 0.0), (5_000.0, 0.0), (10_000.0, 3_117.1)])
def test_saving_of_a_practice_of_80_000(saved: float, credit: float) -> None:
    """Premium 8,400, benchmark 9,000: nothing and 5,000 bring no credit, 10,000 brings 3,117."""
    home = Household(profit=80_000.0, self_employed_retirement=saved)
    assert cents(cover_of(home, PLAN, RULES).credit) == credit


def test_the_least_saving_that_brings_a_credit() -> None:
    """Income before the deduction must fall to 62,600 and what of the premium is left there.

    80,000 less half of the tax is 74,348.18; at 62,600 the credit is 9,000 - 6,234.96 = 2,765.04,
    the deduction 5,634.96, so 74,348.18 - 68,234.96 = 6,113.22 is saved.
    """
    home = Household(profit=80_000.0)
    found = saving_for_credit(home, PLAN, RULES, "self_employed_retirement", 20_000.0)
    assert found.reached
    assert found.amount == pytest.approx(6_113.22, abs=0.01)
    assert found.credit == pytest.approx(2_765.04, abs=0.01)
    less = Household(profit=80_000.0, self_employed_retirement=found.amount - 0.01)
    assert cover_of(less, PLAN, RULES).credit == 0.0


def test_saving_that_is_not_enough_or_not_needed() -> None:
    """An HSA of 4,400 does not reach; a practice of 50,000 has its credit already."""
    high, low = Household(profit=80_000.0), Household(profit=50_000.0)
    found = saving_for_credit(high, PLAN, RULES, "hsa", 4_400.0)
    assert (found.reached, found.credit) == (False, 0.0)
    found = saving_for_credit(low, PLAN, RULES, "hsa", 4_400.0)
    assert (found.reached, found.amount) == (True, 0.0)
    assert found.credit == float(cover_of(low, PLAN, RULES).credit) > 0.0


@pytest.mark.parametrize(
    ("into", "home"),
    [
        ("self_employed_retirement", Household(profit=80_000.0)),
        ("solo_401k_deferral", Household(profit=80_000.0)),
        ("hsa", Household(profit=80_000.0)),
        ("deferral_401k", Household(wages=66_000.0)),
    ],
)
def test_each_way_of_saving_lowers_income_alike(into: SavedInto, home: Household) -> None:
    """What was saved already counts, and further saving goes on from it."""
    found = saving_for_credit(home, PLAN, RULES, into, 20_000.0)
    assert found.reached
    begun = Household(profit=home.profit, wages=home.wages, **{into: 1_000.0})  # type: ignore[arg-type]
    further = saving_for_credit(begun, PLAN, RULES, into, 20_000.0)
    assert further.amount == pytest.approx(found.amount - 1_000.0, abs=0.01)


def test_the_next_dollar_over_a_row_of_wages() -> None:
    """Within a percent it costs the share; at the most it costs the whole credit; then nothing."""
    wages = np.array([40_000.0, 62_599.5, 70_000.0])
    change = credit_of_more_earned(Household(wages=wages), PLAN, RULES, "wages")
    credit = 9_000.0 - 0.0996 * 62_599.5
    assert np.asarray(change) == pytest.approx([-0.0859, -credit, 0.0], abs=1e-6)


@pytest.mark.parametrize("of", ["profit", "wages", "spouse_profit", "spouse_wages"])
def test_more_of_any_earnings_lowers_the_credit(of: Earned) -> None:
    """Each kind of earnings of a couple counts."""
    couple = Household(filing_status="joint", profit=30_000.0, wages=9_000.0, spouse_wages=9_000.0)
    assert credit_of_more_earned(couple, PLAN, RULES, of, 1_000.0) < 0.0
