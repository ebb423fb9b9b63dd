"""Own therapy by hand: 44 sessions at $140 in the reference case, and what pays for them.

All of it stays in the bracket of 22 %, so a dollar of profit leaves the same after tax throughout.
"""

from pathlib import Path

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.therapy import PaysForIt, TherapyAnswers, therapy_answers

SCENARIO = Path(__file__).parents[2] / "scenarios" / "solo_private_pay.toml"
RULES = load_rules(2026)

WEEKS, BOOKED = 46, 22 * 46
TAKE_HOME, HOURS = 86_470.8230, 1_191.16
CHARGED = 890.56 + 60.72  # sessions that are paid for
PROFIT = 121_600.548
COST = 44 * 140

# What a dollar more of profit leaves: less self-employment tax, and income tax at 22 % of the 80 %
# that the business deduction leaves of it, half of self-employment tax taken off first.
SE_RATE = 0.9235 * 0.153
KEPT = 1 - SE_RATE - 0.22 * 0.8 * (1 - SE_RATE / 2)
MORE_PROFIT = COST / KEPT
# What a dollar more of fee, and a session more, bring in profit: cards keep 2.9 % and 30 cents.
OF_A_FEE = CHARGED * (1 - 0.029)
OF_A_SESSION = CHARGED * (150 * (1 - 0.029) - 0.30) / BOOKED


@pytest.fixture(scope="module")
def found() -> TherapyAnswers:
    """The answers for the shipped scenario with weekly therapy at the price of $140."""
    scenario = Scenario.from_toml(SCENARIO.read_text(encoding="utf-8")).with_values(
        {
            "support.own_therapy.sessions_per_year": 44.0,
            "support.own_therapy.full_price_per_session": 140.0,
        }
    )
    return therapy_answers(evaluate(scenario, RULES))


def of(found: TherapyAnswers, what: str) -> PaysForIt:
    """One of the things that pay for it."""
    return next(item for item in found.pays if item.what == what)


def test_what_it_costs(found: TherapyAnswers) -> None:
    """$6,160 a year: $67.42 an hour are left of $72.59."""
    assert not found.is_trial
    assert found.result.own_therapy.amount == pytest.approx(COST)
    after = found.result.wage_after_loans_and_therapy.amount
    assert after == pytest.approx((TAKE_HOME - COST) / HOURS, abs=1e-4)
    assert after == pytest.approx(67.42, abs=0.005)
    assert found.result.wage.amount == found.without.wage.amount


def test_the_hour_it_takes(found: TherapyAnswers) -> None:
    """44 sessions of 50 minutes over 46 worked weeks: 48 minutes a week."""
    assert found.hours_per_week == pytest.approx(44 * 50 / 60 / 46)


def test_a_fee_that_pays_for_it(found: TherapyAnswers) -> None:
    """A dollar of fee leaves $642.09 a year after tax; $6,160 ask for $9.59: a fee of $159.59."""
    assert pytest.approx(0.69514, abs=1e-5) == KEPT
    assert pytest.approx(642.09, abs=0.01) == OF_A_FEE * KEPT
    fee = of(found, "fee")
    assert (fee.now, fee.unit, fee.reached) == (150.0, "money_per_session", True)
    assert fee.then == pytest.approx(150 + COST / (OF_A_FEE * KEPT), abs=1e-3)
    assert fee.then == pytest.approx(159.59, abs=0.005)


def test_a_fee_that_pays_for_it_where_clients_leave(found: TherapyAnswers) -> None:
    """With 95 % of the sessions left the fee must make up for the others, too: $167.97."""
    assert found.lost_share == 0.05
    receipts = OF_A_SESSION * BOOKED + MORE_PROFIT
    fee = (receipts / (0.95 * CHARGED) + 0.30) / (1 - 0.029)
    assert found.pays_with_lost_clients.then == pytest.approx(fee, abs=1e-3)
    assert fee == pytest.approx(167.97, abs=0.01)


def test_sessions_that_pay_for_it(found: TherapyAnswers) -> None:
    """A session booked leaves $94.98 after tax: 64.9 more a year, 1.41 more a week."""
    more = MORE_PROFIT / OF_A_SESSION / WEEKS
    assert more == pytest.approx(1.41, abs=0.005)
    assert of(found, "sessions").then == pytest.approx(22 + more, abs=1e-3)


def test_costs_that_pay_for_it(found: TherapyAnswers) -> None:
    """Costs of $1,389 a month would have to fall by $738.46."""
    costs = of(found, "costs")
    assert costs.now == pytest.approx(16_668 / 12)
    assert costs.now - costs.then == pytest.approx(MORE_PROFIT / 12, abs=1e-3)
    assert costs.now - costs.then == pytest.approx(738.46, abs=0.01)


def test_a_session_a_week_less(found: TherapyAnswers) -> None:
    """46 sessions less cost $364.08 a month; a week is 56 minutes shorter."""
    less = 46 * OF_A_SESSION * KEPT / 12
    assert less == pytest.approx(364.08, abs=0.01)
    assert found.money_less_per_month == pytest.approx(less, abs=1e-3)
    # Held 0.88 x (50 + 10 minutes); lost 0.12 x 50 minutes, half of them put to use.
    assert found.hours_less_per_week == pytest.approx(0.88 + 0.12 * 50 / 60 / 2)


@pytest.mark.parametrize(
    ("option", "share"),
    [("full", 1.0), ("courtesy", 0.85), ("sliding", 0.6), ("group", 0.47), ("telehealth", 1.0)],
)
def test_each_price(found: TherapyAnswers, option: str, share: float) -> None:
    """A lower price asks for a smaller rise in the fee, in proportion."""
    row = next(item for item in found.options if item.option == option)
    assert row.price == pytest.approx(140 * share)
    assert row.per_year == pytest.approx(COST * share)
    rise = COST * share / (OF_A_FEE * KEPT)
    assert row.fee_rise.then - row.fee_rise.now == pytest.approx(rise, abs=1e-3)
    assert row.wage_after == pytest.approx((TAKE_HOME - COST * share) / HOURS, abs=1e-4)
