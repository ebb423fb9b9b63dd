"""A practice of many kinds by hand: two panels, intakes, private, sliding, a group, pro bono.

40 worked weeks. Every figure is per year; the table below is all there is to check.
"""

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.year.wage import switch_period

KINDS = [
    {
        "label": "Panel",
        "payer": "insurer",
        "booked_per_week": 10,
        "fee_per_session": 110,
        "late_cancelled_share": 0.05,
        "missed_share": 0.05,
        "collected_share": 0.95,
        "billing_minutes_per_session": 6,
    },
    {
        "label": "Panel intake",
        "payer": "insurer",
        "booked_per_week": 1,
        "fee_per_session": 170,
        "minutes_per_session": 60,
        "notes_minutes_per_session": 30,
        "late_cancelled_share": 0,
        "missed_share": 0.2,
        "collected_share": 0.9,
        "card_paid_share": 0.25,
        "billing_minutes_per_session": 6,
    },
    {
        "label": "Private",
        "payer": "private",
        "booked_per_week": 5,
        "fee_per_session": 150,
        "late_cancelled_share": 0.1,
        "missed_share": 0.1,
        "late_cancelled_charged_share": 0.5,
        "late_cancelled_fee_part": 1,
        "missed_charged_share": 0.25,
        "missed_fee_part": 0.4,
        "collected_share": 1,
    },
    {
        "label": "Sliding scale",
        "payer": "private",
        "booked_per_week": 2,
        "fee_per_session": 60,
        "late_cancelled_share": 0,
        "missed_share": 0.1,
        "missed_charged_share": 0,
        "collected_share": 1,
        "card_paid_share": 0.5,
    },
    {
        "label": "Group",
        "payer": "private",
        "booked_per_week": 1,
        "fee_per_session": 50,
        "clients_per_session": 6,
        "minutes_per_session": 90,
        "notes_minutes_per_session": 30,
        "late_cancelled_share": 0,
        "missed_share": 0.1,
        "missed_charged_share": 1,
        "missed_fee_part": 0.5,
        "collected_share": 1,
    },
    {
        "label": "Pro bono",
        "payer": "private",
        "booked_per_week": 1,
        "fee_per_session": 0,
        "late_cancelled_share": 0,
        "missed_share": 0.2,
        "missed_charged_share": 1,
        "collected_share": 1,
    },
]
COMMON = {"minutes_per_session": 50, "notes_minutes_per_session": 10}

# Booked: 400, 40, 200, 80, 40 groups, 40.
FULL = {"panel": 44_000, "intake": 6_800, "private": 30_000, "sliding": 4_800, "group": 12_000}
COLLECTED = {
    "panel": 44_000 * 0.9 * 0.95,  # lost sessions of a panel cannot be charged
    "intake": 6_800 * 0.8 * 0.9,
    "private": 30_000 * (0.8 + 0.1 * 0.5 * 1 + 0.1 * 0.25 * 0.4),
    "sliding": 4_800 * 0.9,
    "group": 12_000 * (0.9 + 0.1 * 1 * 0.5),
}
# By card: private all, sliding half, group all, intake a quarter. Charges: one for each client.
BY_CARD = (
    COLLECTED["private"] + COLLECTED["sliding"] / 2 + COLLECTED["group"] + COLLECTED["intake"] / 4
)
CHARGES = 200 * (0.8 + 0.1 * 0.5 + 0.1 * 0.25) + 80 * 0.9 / 2 + 40 * 6 * (0.9 + 0.1) + 40 * 0.8 / 4
CARD_FEES = 0.03 * BY_CARD + 0.25 * CHARGES
OUTSIDE_BILLING = 0.06 * (COLLECTED["panel"] + COLLECTED["intake"])


@pytest.fixture(scope="module")
def result() -> Result:
    """The mixed practice, without tax."""
    scenario = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "health_premium_per_month": 0,
                "card_fee_share": 0.03,
                "card_fee_per_charge": 0.25,
                "outside_billing_share": 0.06,
                "session_kinds": [{**COMMON, **kind} for kind in KINDS],
                "time": {
                    "holiday_weeks": 12,
                    "sickness_weeks": 0,
                    "training_weeks": 0,
                    "administration_hours_per_week": 0,
                    "marketing_hours_per_week": 0,
                    "training_hours_per_year": 0,
                    "waiting_reused_share": 0.25,
                },
            },
            "household": {"tax": {"mode": "none"}},
            "support": {"consultation_hours_per_week": 0},
        }
    )
    return evaluate(scenario, load_rules(2026))


def test_money_in(result: Result) -> None:
    """Each kind brings fee x clients x (held x collected + lost x charged x part), pro bono 0."""
    found = [float(line.amount) for line in result.money_in.parts]
    assert found == pytest.approx([*COLLECTED.values(), 0.0])
    assert [round(amount, 2) for amount in COLLECTED.values()] == [
        37_620.00,
        4_896.00,
        25_800.00,
        4_320.00,
        11_400.00,
    ]
    assert float(result.money_in.amount) == pytest.approx(84_036)


def test_card_fees(result: Result) -> None:
    """Card fees: a part of what is paid by card, and a fixed sum for each card charge with a fee.

    By card 25,800 + 2,160 + 11,400 + 1,224 = 40,584; charges 175 + 36 + 240 + 8 = 459: a missed
    pro bono session is no charge. 3 % and $0.25: 1,217.52 + 114.75.
    """
    assert pytest.approx((40_584, 459)) == (BY_CARD, CHARGES)
    assert float(result.work_costs.card_fees.amount) == pytest.approx(CARD_FEES)
    assert pytest.approx(1_332.27) == CARD_FEES


def test_outside_billing(result: Result) -> None:
    """Outside billing takes its part of what insurers pay, of nothing else: 6 % of 42,516."""
    assert float(result.costs.find("costs.outside_billing").amount) == pytest.approx(
        OUTSIDE_BILLING
    )
    assert pytest.approx(2_550.96) == OUTSIDE_BILLING


def test_staircase_starts_at_the_mean_full_fee(result: Result) -> None:
    """The staircase starts at full fees per booked session, a group and pro bono once each.

    97,600 / 800 = 122; held in full 360 x 110 + 32 x 170 + 160 x 150 + 72 x 60 + 40 x 300 x 0.9.
    """
    booked = 400 + 40 + 200 + 80 + 40 + 40
    held_in_full = 39_600 + 5_440 + 24_000 + 4_320 + 10_800
    charged = 30_000 * 0.06 + 12_000 * 0.05
    steps = {line.key: float(line.amount) for line in result.staircase.parts}
    assert steps["staircase.start"] == pytest.approx(sum(FULL.values()) / booked)
    assert steps["staircase.start"] == pytest.approx(122)
    lost = sum(FULL.values()) - held_in_full - charged
    assert steps["staircase.missed"] == pytest.approx(-lost / booked)
    # not collected: 5 % of the panel's 39,600 and 10 % of its intakes' 5,440
    assert steps["staircase.not_collected"] == pytest.approx(-(1_980 + 544) / booked)
    assert steps["staircase.card"] == pytest.approx(-CARD_FEES / booked)
    assert steps["staircase.costs"] == pytest.approx(-OUTSIDE_BILLING / booked)
    take_home = 84_036 - CARD_FEES - OUTSIDE_BILLING
    before_last = sum(steps.values()) - steps["staircase.unpaid_time"]
    assert before_last == pytest.approx(take_home / booked)
    assert float(result.staircase.amount) == pytest.approx(float(result.wage.amount))


def test_hours(result: Result) -> None:
    """Notes and billing follow sessions held; a group is held though members miss it.

    Held 360, 32, 160, 72, 40, 32. Waiting: lost 40 + 40 + 8 + 8 of 50 minutes and 8 of 60.
    """
    sessions = (360 + 160 + 72 + 32) * 50 / 60 + 32 + 40 * 1.5
    notes = (360 + 160 + 72 + 32) * 10 / 60 + 32 * 0.5 + 40 * 0.5
    billing = (360 + 32) * 6 / 60
    waiting = ((40 + 40 + 8 + 8) * 50 / 60 + 8) * 0.75
    found = {name: float(line.amount) for name, line in result.year.buckets.items()}
    assert found["sessions"] == pytest.approx(sessions)
    assert found["notes"] == pytest.approx(notes)
    assert found["billing"] == pytest.approx(billing)
    assert found["waiting"] == pytest.approx(waiting)
    assert float(result.hours.amount) == pytest.approx(sessions + notes + billing + waiting)


def test_periods(result: Result) -> None:
    """A year's figure divided: by 12, by 40 worked weeks, by 800 booked sessions."""
    money, year = result.money_in, result.year
    found = [
        float(switch_period(money, year, period).amount)
        for period in ("year", "month", "week", "session")
    ]
    assert found == pytest.approx([84_036, 84_036 / 12, 84_036 / 40, 84_036 / 800])


DUE = {
    2025: ("2025-04-15", "2025-06-16", "2025-09-15", "2026-01-15"),  # 15 June is a Sunday
    2026: ("2026-04-15", "2026-06-15", "2026-09-15", "2027-01-15"),
}


@pytest.mark.parametrize("year", DUE)
def test_what_to_put_by(result: Result, year: int) -> None:
    """Of each payment taxes / money in; at each of the year's four due dates a quarter of them."""
    scenario = result.scenario.with_values({"household.tax": {"mode": "us"}, "tax_year": year})
    taxed = evaluate(scenario, load_rules(year))
    profit = 84_036 - CARD_FEES - OUTSIDE_BILLING
    se = profit * 0.9235 * 0.153
    standard, first, second = {
        2025: (15_750, 11_925, 48_475),
        2026: (16_100, 12_400, 50_400),
    }[year]
    taxable = (profit - se / 2 - standard) * 0.8
    income_tax = first * 0.10 + (min(taxable, second) - first) * 0.12
    income_tax += max(taxable - second, 0) * 0.22
    put_by = taxed.tax_to_put_by
    assert float(put_by.share_of_payment.amount) == pytest.approx((se + income_tax) / 84_036)
    assert float(put_by.per_quarter.amount) == pytest.approx((se + income_tax) / 4)
    assert put_by.due_dates == DUE[year]
    assert not put_by.withheld


def test_nothing_to_put_by() -> None:
    """With a refund there is nothing to put by; from an employee's pay the employer withholds."""
    scenario = Scenario.parse(
        {
            "work": {
                "kind": "employee",
                "pay": {"kind": "salary", "salary_per_year": 20_000},
            },
            "household": {"filing_status": "head_of_household", "children_under_17": 2},
        }
    )
    result = evaluate(scenario, load_rules(2026))
    assert float(result.taxes.amount) < 0.0
    assert float(result.tax_to_put_by.share_of_payment.amount) == 0.0
    assert float(result.tax_to_put_by.per_quarter.amount) == 0.0
    assert result.tax_to_put_by.withheld
