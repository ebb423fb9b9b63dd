"""$66,000 at 8.07 % by hand: community mental health against private practice."""

import pytest

from calc.loans import Incomes, Plan, Projection, Terms, project
from calc.loans.formulas import annuity_factor
from tests.worked.loans import AS_OF, CENT, DEBT, cents, income

OFFER, PRACTICE = income(52_000.0), income(78_000.0)


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
