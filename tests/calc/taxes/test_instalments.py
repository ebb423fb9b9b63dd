"""An uneven year, withholding, and dates of taxes by election."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import evaluate, load_rules
from calc.number import tax_in_brackets
from calc.taxes.dates import estimated_tax
from calc.taxes.election import dates_of_election
from calc.taxes.instalments import (
    ASKED_SHARE,
    PERIODS,
    annualised,
    annualised_income,
    day_of,
    left_after_withholding,
)
from tests.calc.questions.asks import SOLO

RULES = load_rules(2026)
EVEN = (0.25, 0.5, 0.75, 1.0)


# Publication 505, annualised worksheets of Anne and Larry Jones (2008 and 2006), in whole dollars.
PUBLISHED = [
    (13_203.0, 3, 52_812.0),
    (23_155.0, 5, 55_572.0),
    (45_037.0, 8, 67_556.0),
    (81_756.0, 12, 81_756.0),
    (12_750.0, 3, 51_000.0),
    (25_218.0, 5, 60_523.0),
    (46_409.0, 8, 69_614.0),
    (78_296.0, 12, 78_296.0),
    # Form 2210, Schedule AI of the publication's example 4.7 (2001)
    (5_250.0, 3, 21_000.0),
    (13_025.0, 5, 31_260.0),
    (21_993.0, 8, 32_990.0),
]


@pytest.mark.parametrize(("so_far", "months", "year"), PUBLISHED)
def test_income_is_annualised_as_published(so_far: float, months: int, year: float) -> None:
    """To the whole dollar, a half up."""
    assert np.floor(annualised_income(so_far, months) + 0.5) == year


def test_shares_of_the_annualised_tax() -> None:
    """22.5, 45, 67.5 and 90 %, added up so far (26 U.S.C. 6654(d)(2)(C)(ii))."""
    one_year = annualised([1_000.0] * 4, EVEN)
    assert list(np.cumsum([float(one) for one in one_year])) == pytest.approx(
        [225.0, 450.0, 675.0, 900.0]
    )
    assert [ASKED_SHARE * share for share in EVEN] == pytest.approx([0.225, 0.45, 0.675, 0.9])


def test_a_late_year_asks_late() -> None:
    """Nothing earned to August, then 100,000: all is asked in January, of tax by brackets."""
    law = RULES["us_federal.income_tax"]
    thresholds, rates = law.row("single"), law.row("rates")
    incomes = [
        annualised_income(x, months) for x, months in zip((0, 0, 0, 1e5), PERIODS, strict=True)
    ]
    taxes = [tax_in_brackets(income, thresholds, rates) for income in incomes]
    found = annualised(taxes, EVEN)
    assert found[:3] == [0.0, 0.0, 0.0]
    assert found[3] == pytest.approx(0.9 * float(tax_in_brackets(1e5, thresholds, rates)))


def test_an_early_year_asks_no_more_than_an_even_one() -> None:
    """The instalment of an even year is the most; what was saved before is asked for again."""
    assert annualised([40_000.0, 20_000.0, 12_000.0, 10_000.0], EVEN, regular=2_250.0) == (
        pytest.approx([2_250.0] * 4)
    )
    late = annualised([0.0, 0.0, 0.0, 10_000.0], EVEN, regular=2_250.0)
    assert late == pytest.approx([0.0, 0.0, 0.0, 9_000.0])


def test_draws_are_annualised_too() -> None:
    """A row of taxes at each date."""
    rows = [np.array([0.0, 1_000.0])] * 4
    found = annualised(rows, EVEN, regular=np.array([100.0, 200.0]))
    assert [list(np.ravel(row)) for row in found] == [[0.0, 200.0]] * 4


def test_withholding_in_december_settles_the_year() -> None:
    """An owner's tax kept back from December's pay counts as paid from April on."""
    assert left_after_withholding((500.0,) * 4, 2_000.0) == (0.0,) * 4
    assert left_after_withholding((300.0, 400.0, 0.0, 300.0), 400.0) == (200.0, 300.0, 0.0, 100.0)
    assert left_after_withholding((), 400.0) == ()


def test_a_day_on_a_weekend_is_the_next_monday() -> None:
    """26 U.S.C. 7503 and its like."""
    assert day_of("08-15", 2026) == datetime.date(2026, 8, 17)  # a Saturday
    assert day_of("03-15", 2026) == datetime.date(2026, 3, 16)  # a Sunday
    assert day_of("06-15", 2026) == datetime.date(2026, 6, 15)


ELECTIONS: list[tuple[str, list[str], list[float]]] = [
    ("CA", ["2026-06-15"], [3_000.0]),
    ("NY", ["2026-03-16", "2026-06-15", "2026-09-15", "2026-12-15"], [1_500.0] * 4),
    ("NJ", ["2026-04-15", "2026-06-15", "2026-09-15", "2027-01-15"], [1_500.0] * 4),
]


@pytest.mark.parametrize(("state", "days", "amounts"), ELECTIONS)
def test_a_tax_by_election_has_dates_of_its_own(
    state: str, days: list[str], amounts: list[float]
) -> None:
    """California's half by 15 June, New York from 15 March, of $6,000; they add up to the year."""
    found = dates_of_election(RULES[f"pass_through.{state}"], 6_000.0, 2026)
    assert [day.isoformat() for day in found.dates] == days
    assert [float(amount) for amount in found.amounts] == amounts
    assert float(found.with_return) == 6_000.0 - sum(amounts)
    assert found.basis == ("secondary" if state == "CA" else "read")


def test_california_asks_half_of_last_years_or_a_thousand() -> None:
    """Rev. & Tax. Code 19914: the greater of the two, and never more than the tax here."""
    law = RULES["pass_through.CA"]
    asked: list[Any] = [
        dates_of_election(law, 6_000.0, 2026, last).amounts[0] for last in (4_000.0, 0.0, None)
    ]
    assert [float(amount) for amount in asked] == [2_000.0, 1_000.0, 3_000.0]
    assert float(dates_of_election(law, 800.0, 2026).amounts[0]) == 800.0


def test_a_schedule_takes_the_dates_of_an_election() -> None:
    """One table of all dates: New York's 16 March stands first, and days add up."""
    plan = SOLO.with_values({"household.state": "NY"})
    result = evaluate(plan, RULES)
    more = dates_of_election(RULES["pass_through.NY"], 4_000.0, 2026)
    found = estimated_tax(result.taxes, plan.household, RULES, (more,))
    assert found is not None
    assert found.days[0].day == datetime.date(2026, 3, 16)
    assert float(found.days[0].together) == 1_000.0
    assert [one.payee for one in found.payees][-1] == "Tax by election"
