"""The reference case by hand: a solo private-pay practice in Texas, single, tax year 2026.

Every figure of `scenarios/solo_private_pay.toml` that a reader may check with a calculator.
Each case gives a line's key, the arithmetic, and its result to four decimals.
"""

from pathlib import Path

import pytest

from calc import Result, Scenario, evaluate, load_rules

SCENARIO = Path(__file__).parents[2] / "scenarios" / "solo_private_pay.toml"
TOLERANCE = 1e-4

# Sessions: 22 a week in 52 - 6 weeks; 88 % held, 6 % late-cancelled, 6 % missed.
WEEKS = 52 - 6
BOOKED = 22 * WEEKS
HELD = BOOKED * 0.88
LATE = BOOKED * 0.06
HOURS = 742.1333333 + 148.4266667 + 50.6 + 138 + 46 + 46 + 20

# Money: held and late-cancelled sessions are paid in full, by card.
CHARGED = (890.56 + 60.72) * 150
CARD = 0.029 * CHARGED + 0.30 * (890.56 + 60.72)
COSTS = 12_000 + 79 * 12 + 450 + 220 / 2 + 500 + 360 + 200 + 1_200 + 900
PROFIT = CHARGED - CARD - COSTS
PREMIUM = 625 * 12

# Tax: Schedule SE, then Form 1040.
SE_TAX = 0.9235 * PROFIT * 0.153  # net earnings 112,298 are below the base of 184,500
ADJUSTED = PROFIT - SE_TAX / 2 - PREMIUM
QBI = 0.2 * min(ADJUSTED, ADJUSTED - 16_100)  # business income is profit - half - premium, too
TAXABLE = ADJUSTED - 16_100 - QBI
INCOME_TAX = 12_400 * 0.10 + (50_400 - 12_400) * 0.12 + (TAXABLE - 50_400) * 0.22
TAKE_HOME = CHARGED - CARD - COSTS - SE_TAX - INCOME_TAX - PREMIUM

FIGURES = [
    # hours of the year
    ("year.worked_weeks", WEEKS, 46),
    ("year.booked", BOOKED, 1_012),
    ("year.held", HELD, 890.56),
    ("year.lost", LATE * 2, 121.44),
    ("hours.sessions", HELD * 50 / 60, 742.1333),
    ("hours.notes", HELD * 10 / 60, 148.4267),
    ("hours.billing", HELD * 0 / 60, 0),
    ("hours.waiting", LATE * 2 * 50 / 60 * (1 - 0.5), 50.6),
    ("hours.administration", 3 * WEEKS, 138),
    ("hours.marketing", 1 * WEEKS, 46),
    ("hours.meetings", 0 * WEEKS, 0),
    ("hours.supervision_received", 1 * WEEKS, 46),
    ("hours.supervision_given", 0, 0),
    ("hours.training", 20, 20),
    ("hours.travel", 0, 0),
    ("hours", HOURS, 1_191.16),
    ("hours.unpaid", HOURS - 742.1333333, 449.0267),
    ("hours.unpaid_share", (HOURS - 742.1333333) / HOURS, 0.376966),
    ("hours.per_week", HOURS / WEEKS, 25.8948),
    # money in and work costs
    ("money_in.kinds.0.held", 890.56 * 150, 133_584),
    ("money_in.kinds.0.charged", 60.72 * 150, 9_108),
    ("money_in", CHARGED, 142_692),
    ("costs.card_fees", CARD, 4_423.452),
    ("costs.0", 1_000 * 12, 12_000),
    ("costs.1", 79 * 12, 948),
    ("costs.2", 450, 450),
    ("costs.3", 220 / 2, 110),
    ("costs.4", 500, 500),
    ("costs.5", 30 * 12, 360),
    ("costs.6", 200, 200),
    ("costs.7", 1_200, 1_200),
    ("costs.8", 75 * 12, 900),
    ("costs", CARD + COSTS, 4_423.452 + 16_668),
    ("profit", PROFIT, 121_600.548),
    # taxes
    ("taxes.net_earnings", 0.9235 * PROFIT, 112_298.1061),
    ("taxes.self_employment", SE_TAX, 17_181.6102),
    ("taxes.adjusted_income", ADJUSTED, 105_509.7429),
    ("taxes.qbi_deduction", QBI, 17_881.9486),
    ("taxes.taxable_income", TAXABLE, 71_527.7943),
    ("taxes.federal_income", INCOME_TAX, 10_448.1147),
    ("taxes.state", 0, 0),
    ("taxes", SE_TAX + INCOME_TAX, 27_629.7250),
    # what is left
    ("health_cover", PREMIUM, 7_500),
    ("take_home", TAKE_HOME, 86_470.8230),
    ("needs", -5_500 * 12, -66_000),
    ("set_aside", 0, 0),
    ("left_over", TAKE_HOME - 66_000, 20_470.8230),
    ("wage.before_tax", PROFIT / HOURS, 102.0858),
    ("wage", TAKE_HOME / HOURS, 72.5938),
    ("wage.after_loans", TAKE_HOME / HOURS, 72.5938),
    # what to put by for tax
    ("set_aside.share", (SE_TAX + INCOME_TAX) / CHARGED, 0.193632),
    ("set_aside.quarter", (SE_TAX + INCOME_TAX) / 4, 6_907.4312),
]

# Each step's own height, and where the staircase stands after it.
STAIRS = [
    ("staircase.start", 150, 150),
    ("staircase.missed", -0.06 * 150, 141),
    ("staircase.not_collected", 0, 141),
    ("staircase.share", 0, 141),
    ("staircase.other_pay", 0, 141),
    ("staircase.card", -CARD / BOOKED, 136.629),
    ("staircase.costs", -COSTS / BOOKED, 120.1586),
    ("staircase.taxes", -(SE_TAX + INCOME_TAX) / BOOKED, 92.8565),
    ("staircase.health", -PREMIUM / BOOKED, 85.4455),
    ("staircase.unpaid_time", TAKE_HOME / HOURS - TAKE_HOME / BOOKED, 72.5938),
]


@pytest.fixture(scope="module")
def result() -> Result:
    """The shipped scenario under the law of 2026."""
    return evaluate(Scenario.from_toml(SCENARIO.read_text(encoding="utf-8")), load_rules(2026))


def amount_of(result: Result, key: str) -> float:
    """A figure in its own statement, where costs and taxes are positive."""
    for own in (result.costs, result.taxes, result.health_cover):
        if any(line.key == key for _, line in own.walk()):
            return float(own.find(key).amount)
    return float(result.find(key).amount)


@pytest.mark.parametrize(("key", "arithmetic", "printed"), FIGURES, ids=[f[0] for f in FIGURES])
def test_figure(result: Result, key: str, arithmetic: float, printed: float) -> None:
    """Every figure of the reference case is what a calculator gives, to 1e-4."""
    assert arithmetic == pytest.approx(printed, abs=TOLERANCE)
    assert amount_of(result, key) == pytest.approx(arithmetic, abs=TOLERANCE)


def test_staircase(result: Result) -> None:
    """The staircase has these steps in this order, and they add up to the wage exactly."""
    steps = result.staircase.parts
    assert [step.key for step in steps] == [key for key, _, _ in STAIRS]
    stands_at = 0.0
    for step, (key, height, after) in zip(steps, STAIRS, strict=True):
        stands_at += float(step.amount)
        assert float(step.amount) == pytest.approx(height, abs=TOLERANCE), key
        assert stands_at == pytest.approx(after, abs=TOLERANCE), key
    assert float(result.staircase.amount) == pytest.approx(float(result.wage.amount), abs=1e-12)


def test_hours_per_booked_session(result: Result) -> None:
    """Money per booked session over hours per booked session is the wage: 85.4455 / 1.1770356."""
    hours = float(result.hours.amount) / float(result.year.booked.amount)
    assert hours == pytest.approx(1.1770356, abs=1e-7)
    assert 85.4455 / hours == pytest.approx(72.5938, abs=TOLERANCE)


def test_only_sessions_are_paid(result: Result) -> None:
    """In a practice of one's own every bucket but the sessions is unpaid, and no hour is lost."""
    for name, line in result.year.buckets.items():
        paid, unpaid = (float(part.amount) for part in line.parts)
        assert (unpaid if name == "sessions" else paid) == 0.0
        assert paid + unpaid == pytest.approx(float(line.amount), abs=1e-12)


def test_own_therapy(result: Result) -> None:
    """Own therapy is a line below take-home: $140 x 44 = $6,160, no hour and no tax changed."""
    with_therapy = evaluate(
        result.scenario.with_values(
            {
                "support.own_therapy.sessions_per_year": 44,
                "support.own_therapy.full_price_per_session": 140,
            }
        ),
        result.rules,
    )
    assert float(with_therapy.own_therapy.amount) == pytest.approx(6_160, abs=TOLERANCE)
    for name in ("hours", "taxes", "take_home", "wage", "wage_after_loans"):
        assert getattr(with_therapy, name).amount == getattr(result, name).amount
    after = (86_470.8230 - 6_160) / 1_191.16
    assert float(with_therapy.wage_after_loans_and_therapy.amount) == pytest.approx(
        after, abs=TOLERANCE
    )
    assert float(with_therapy.left_over.amount) == pytest.approx(
        86_470.8230 - 6_160 - 66_000, abs=TOLERANCE
    )


def test_loan_payment(result: Result) -> None:
    """A loan payment of $879.25 a month lowers only what comes after take-home: 12 x it."""
    with_loan = evaluate(
        result.scenario.with_values({"loans.payment_per_month": 879.25}), result.rules
    )
    assert float(with_loan.loans.amount) == pytest.approx(10_551, abs=TOLERANCE)
    assert with_loan.wage.amount == result.wage.amount
    assert float(with_loan.wage_after_loans.amount) == pytest.approx(
        (86_470.8230 - 10_551) / 1_191.16, abs=TOLERANCE
    )


def test_nothing_to_remark(result: Result) -> None:
    """The reference case is whole and usual: no remark."""
    assert result.remarks == ()
