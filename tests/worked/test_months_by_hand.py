"""Money of months worked out on paper: leaves, set-up, fees, splits, groups, late insurers."""

import tomllib
from typing import Any

import pytest

from tests.calc.months.months_cases import DATA
from tests.worked.months import MONTH, THIRTY, course, near, rows


def leave(**values: Any) -> dict[str, Any]:
    """Twelve weeks from month 4 on, to which everybody comes back."""
    row = {"kind": "leave", "month": 4, "weeks": 12, "clients_return_share": 1.0, **values}
    return {"away": [row], "tax_payments": "equal_quarters"}


@pytest.mark.parametrize(("taxed", "tax"), [(True, 41_676.923077), (False, 39_184.615385)])
def test_a_leave_with_income_and_cover(taxed: bool, tax: float) -> None:
    """Weeks 14 to 25 hold the 39 thirds 40 to 75: months 4 and 5 whole, of month 6 ten of 13.

    36/13 months: 8,307.69 of income, 1,384.62 of cover. 40 weeks bring 132,000; the profit is
    130,615.38, and 30 % of it is 39,184.62, or with the leave's income 41,676.92.
    """
    stated = leave(income_per_month=3_000.0, income_taxed=taxed, cover_cost_per_month=500.0)
    found = course(stated, household=THIRTY)
    of_leave = [0.0] * 3 + [1.0, 1.0, 10.0 / 13.0] + [0.0] * 6
    assert rows(found.practice.leave_income) == near([3_000.0 * part for part in of_leave])
    assert rows(found.practice.costs) == near([500.0 * part for part in of_leave])
    fees = [14_300.0 * (1.0 - part) for part in of_leave]
    assert rows(found.practice.receipts) == near(fees)
    (year,) = found.years
    assert rows(year.profit) == near([132_000.0 - 500.0 * 36.0 / 13.0])
    assert rows(year.returns.practice.total) == pytest.approx([tax], abs=1e-6)
    (window,) = found.windows
    take_home = 132_000.0 + 2_500.0 * 36.0 / 13.0 - tax
    assert rows(window.take_home) == pytest.approx([take_home], abs=1e-6)


def test_set_up_of_the_practice_and_of_ones_own() -> None:
    """4,000 for the practice and 1,000 beside it are paid; 30 % of the 4,000 is tax less.

    172,600 - 1,000 is not deducted: profit 171,600 - 4,000, tax 50,280, take-home 116,320.
    """
    stated = [
        {"month": 2, "amount": 4_000.0},
        {"month": 2, "amount": 600.0, "business": False},
        {"month": 3, "amount": 400.0, "business": False},
    ]
    found = course({"set_up": stated}, household=THIRTY)
    assert rows(found.practice.set_up) == near([0.0, 4_600.0, 400.0] + [0.0] * 9)
    (year,), (window,) = found.years, found.windows
    assert rows(year.profit) == near([167_600.0])
    assert rows(year.returns.practice.total) == near([50_280.0])
    assert rows(window.take_home) == near([171_600.0 - 5_000.0 - 50_280.0])


def test_two_changes_of_fee_for_new_clients() -> None:
    """Of month 12: who started before month 4 pays 150, until month 7 165, since then 198.

    One phase, 2 of 100 leave a week. Month 4 begins with week 14, month 7 with week 27. In week w
    there are still .98^(w - 13) of those before month 4, .98^(w - 26) of those before month 7.
    """
    stated = {"early_ending_share": 0.02, "weeks_until_settled": 1.0, "weeks_once_settled": 50.0}
    changes = [
        {"month": 7, "factor": 1.2, "clients": "new"},
        {"month": 4, "factor": 1.1, "clients": "new"},
    ]
    found = course({**stated, "fee_changes": changes})
    fees = []
    for third in range(11 * 13, 12 * 13):
        week = third // 3 + 1
        first, second = 0.98 ** (week - 13), 0.98 ** (week - 26)
        of_client = first * 150.0 + (second - first) * 165.0 + (1.0 - second) * 198.0
        fees.append(22.0 * of_client / 3.0)
    assert float(found.practice.earned[11, 0]) == near(sum(fees))
    assert rows(found.practice.earned)[:3] == near([14_300.0] * 3)


def test_a_split_with_steps_in_a_short_month() -> None:
    """60 % of 5,000, 70 % of the next 5,000, 80 % beyond: 9,940 of 14,300.

    Two weeks off, both in month 5: 7,700 are collected, and 3,000 + 1,890 are the contractor's.
    """
    pay = {
        "kind": "split",
        "share": 0.6,
        "steps": [
            {"after_next_per_month": 5_000.0, "beyond_share": 0.7},
            {"after_next_per_month": 5_000.0, "beyond_share": 0.8},
        ],
    }
    time = {**tomllib.loads(DATA["scenarios"]["plain"])["work"]["time"], "holiday_weeks": 2.0}
    stated = {"away": [{"kind": "holiday", "month": 5, "weeks": 2.0}]}
    found = course(stated, {"kind": "contractor", "pay": pay, "time": time})
    wanted = [9_940.0] * 12
    wanted[4] = 4_890.0
    assert rows(found.practice.receipts) == near(wanted)


def test_a_rate_with_paid_administration() -> None:
    """$60 a session held, half of it for one missed, $25 an hour of administration and notes.

    95.33 booked a month, a tenth missed: 85.8 x 60 + 9.5333 x 30 = 5,434. Hours at $25: 13 and
    85.8 x 10 minutes = 27.3: 682.50. Worked are 13 + 4.3333 + 85.8 + 9.5333 x 50 minutes.
    """
    pay = {
        "kind": "per_session",
        "rates_per_session": [60.0],
        "lost_sessions_paid_share": 0.5,
        "administration_rate_per_hour": 25.0,
        "administration_rate_buckets": ["sessions", "administration", "notes"],
    }
    found = course({}, {"kind": "contractor", "pay": pay}, kinds=[{"missed_share": 0.1}])
    assert rows(found.practice.receipts) == near([5_434.0 + 682.5] * 12)
    hours = 13.0 + MONTH + 85.8 + 22.0 * MONTH * 0.1 * 50.0 / 60.0
    assert rows(found.practice.hours) == near([hours] * 12)


def test_groups_meet_whoever_comes() -> None:
    """Two groups a week of six at $60: a tenth of the fees is missing, of the hours nothing.

    A contractor is paid $200 for each of them that is booked.
    """
    group = {
        "label": "Group",
        "booked_per_week": 2.0,
        "clients_per_session": 6.0,
        "fee_per_session": 60.0,
        "missed_share": 0.1,
        "minutes_per_session": 90.0,
        "notes_minutes_per_session": 20.0,
    }
    found = course({}, kinds=[group])
    assert found.setting.plan.full_places == 2
    assert rows(found.practice.receipts) == near([2.0 * MONTH * 6.0 * 54.0] * 12)
    hours = 4.0 * MONTH + 2.0 * MONTH * 110.0 / 60.0
    assert rows(found.practice.hours) == near([hours] * 12)
    pay = {"kind": "per_session", "rates_per_session": [200.0]}
    found = course({}, {"kind": "contractor", "pay": pay}, kinds=[group])
    assert rows(found.practice.receipts) == near([2.0 * MONTH * 200.0] * 12)


TWO = [
    {"booked_per_week": 14.0},
    {
        "payer": "insurer",
        "booked_per_week": 8.0,
        "fee_per_session": 110.0,
        "card_paid_share": 0.0,
    },
]


def test_insurers_that_pay_late_a_practice_that_was_there() -> None:
    """8 x 110 x 5 weeks = 4,400 are owed all along; a tenth more from month 3 arrives later.

    Week 10 begins month 3 but for its first third: 14 x 150 x (1 + 12 x 1.1)/3. Insurers pay for
    thirds 12 to 24 in month 3, and in month 4 for 25 to 37, of which the first three are before.
    """
    found = course({"payer_lag_weeks": 5.0}, kinds=TWO).practice
    private, insured = 14.0 * 150.0, 8.0 * 110.0
    assert (found.owed_at_start, rows(found.owed)) == (near(4_400.0), near([4_400.0]))
    assert rows(found.receipts) == near([(private + insured) * MONTH] * 12)
    change = [{"month": 3, "factor": 1.1, "payer": "all"}]
    found = course({"payer_lag_weeks": 5.0, "fee_changes": change}, kinds=TWO).practice
    third = private * (1.0 + 12.0 * 1.1) / 3.0 + insured * 13.0 / 3.0
    fourth = private * 1.1 * MONTH + insured * (3.0 + 10.0 * 1.1) / 3.0
    assert rows(found.receipts)[2:4] == near([third, fourth])
    assert rows(found.owed) == near([4_840.0])


def test_a_billing_service_and_cards() -> None:
    """Insurers pay 3,813.33 a month, of which a service keeps 6 %; cards take 3 % and $0.25."""
    work = {"outside_billing_share": 0.06, "card_fee_share": 0.03, "card_fee_per_charge": 0.25}
    found = course({}, work, kinds=TWO).practice
    costs = 0.06 * 880.0 * MONTH + (0.03 * 2_100.0 + 0.25 * 14.0) * MONTH
    assert rows(found.costs) == near([costs] * 12)


def test_marketing_while_places_are_free() -> None:
    """Nobody asks: five hours in place of one, each week; with all places taken, one."""
    stated = {"marketing_hours_while_filling": 5.0, "enquiries_per_month": 0.0}
    found = course({**stated, "clients_at_start": 0})
    assert rows(found.practice.hours) == near([8.0 * MONTH] * 12)
    found = course({"marketing_hours_while_filling": 5.0})
    assert rows(found.practice.hours) == near([26.0 * MONTH] * 12)
