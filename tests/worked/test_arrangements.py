"""Employees, contractors and mixed practices by hand, tax year 2026.

The year of `WORK`: 50 worked weeks; 20 sessions booked a week, so 1,000; 90 % held, 4 % cancelled
late, 6 % missed. Sessions of 50 minutes and 10 of notes: 750 and 150 hours; waiting 83.33 hours.
"""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules

RULES = load_rules(2026)
SESSIONS, NOTES, WAITING, ADMINISTRATION = 750.0, 150.0, 100 * 50 / 60, 100.0
KIND = {
    "payer": "private",
    "booked_per_week": 20,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "fee_per_session": 100,
    "late_cancelled_share": 0.04,
    "missed_share": 0.06,
    "late_cancelled_charged_share": 0.5,
    "late_cancelled_fee_part": 0.8,
    "missed_charged_share": 0,
    "collected_share": 0.95,
}
TIME = {
    "holiday_weeks": 2,
    "sickness_weeks": 0,
    "training_weeks": 0,
    "administration_hours_per_week": 2,
    "marketing_hours_per_week": 0,
    "training_hours_per_year": 0,
    "waiting_reused_share": 0,
}
# Collected: 100 x 1,000 x (0.90 x 0.95 + 0.04 x 0.5 x 0.8)
COLLECTED = 85_500 + 1_600


def result_of(
    kind: str, *, tax: str = "us", kinds: list[dict[str, Any]] | None = None, **work: Any
) -> Result:
    """The year above under one arrangement; single, in Texas, nothing bought."""
    return evaluate(
        Scenario.parse(
            {
                "work": {"kind": kind, "session_kinds": kinds or [KIND], "time": TIME, **work},
                "household": {"tax": {"mode": tax}},
                "support": {"consultation_hours_per_week": 0},
            }
        ),
        RULES,
    )


def found(result: Result, **expected: float) -> None:
    """Lines of the result, by key with dots as double underscores, to 1e-6."""
    keys = {key: key.replace("__", ".") for key in expected}
    own = (result.costs, result.taxes, result.set_aside, result.health_cover)
    amounts = {}
    for key, wanted in keys.items():
        statement = next((s for s in own if any(line.key == wanted for _, line in s.walk())), None)
        amounts[key] = float((statement or result).find(wanted).amount)
    assert amounts == pytest.approx(expected, abs=1e-6)


def test_salary() -> None:
    """A salary of $60,000: pay whatever the sessions, FICA 7.65 %, tax by brackets.

    60,000 - 16,100 = 43,900: 1,240 + 12 % x 31,500 = 5,020.
    """
    result = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    found(result, money_in=60_000, taxes__fica=4_590, taxes__federal_income=5_020)
    found(result, take_home=60_000 - 4_590 - 5_020, costs=0, taxes__self_employment=0)


def test_salary_pays_contracted_hours() -> None:
    """Hours beyond the contract are unpaid, taken from what is not a session.

    All hours 750 + 150 + 83.33 + 100 = 1,083.33; contracted 20 x 50 = 1,000, so 83.33 are unpaid:
    a quarter of the 333.33 beside the sessions, from each bucket alike.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000, "contracted_hours_per_week": 20},
    )
    assert pytest.approx(1_083.3333333) == SESSIONS + NOTES + WAITING + ADMINISTRATION
    found(result, hours=1_083.3333333333333, hours__unpaid=83.33333333333333)
    found(
        result,
        hours__sessions__unpaid=0,
        hours__notes__unpaid=150 / 4,
        hours__waiting__unpaid=WAITING / 4,
        hours__administration__unpaid=25,
    )


def test_salary_shorter_than_the_sessions() -> None:
    """A contract shorter than the sessions themselves leaves part of them unpaid, too."""
    result = result_of("employee", pay={"kind": "salary", "contracted_hours_per_week": 10})
    found(result, hours__notes__paid=0, hours__sessions__paid=500, hours__sessions__unpaid=250)


@pytest.mark.parametrize(
    ("quota", "bonus", "cut", "pay"),
    [
        (16, 20, 15, 60_000 + 100 * 20),  # 900 held, 800 asked for
        (18, 20, 15, 60_000),  # 900 held, 900 asked for
        (20, 20, 15, 60_000 - 100 * 15),  # 900 held, 1,000 asked for
        (20, 20, 0, 60_000),  # nothing happens below the quota
        (80, 0, 1_000, 0),  # the cut takes the salary, never more
    ],
)
def test_bonus_and_cut_by_quota(quota: float, bonus: float, cut: float, pay: float) -> None:
    """The quota counts sessions held: a bonus above it, a stated cut below, at most the salary."""
    result = result_of(
        "employee",
        pay={
            "kind": "salary",
            "salary_per_year": 60_000,
            "quota_sessions_per_week": quota,
            "bonus_per_session_above_quota": bonus,
            "cut_per_session_below_quota": cut,
        },
    )
    found(result, money_in=pay)


def test_hourly_pays_the_hours_named() -> None:
    """By the hour: only the named work, and paid leave for contracted hours.

    (750 + 150) x 30 + 2 x 40 x 30 = 27,000 + 2,400; waiting and administration are unpaid.
    """
    result = result_of(
        "employee",
        pay={
            "kind": "hourly",
            "rate_per_hour": 30,
            "paid_buckets": ["sessions", "notes"],
            "contracted_hours_per_week": 40,
            "paid_leave_weeks": 2,
        },
    )
    found(result, money_in__hours=27_000, money_in__leave=2_400, money_in=29_400)
    found(result, hours__unpaid=WAITING + ADMINISTRATION)


def test_rates_per_session() -> None:
    """By the session: a rate for each kind, part of it for lost ones, and a rate for other work.

    900 x 45 + 100 x 45 x 50 % = 42,750; the second kind 200 booked, all held, at 30 = 6,000;
    notes 150 + 200 x 10 / 60 hours at 20 = 3,666.67.
    """
    short = {**KIND, "booked_per_week": 4, "late_cancelled_share": 0, "missed_share": 0}
    result = result_of(
        "employee",
        kinds=[KIND, short],
        pay={
            "kind": "per_session",
            "rates_per_session": [45, 30],
            "lost_sessions_paid_share": 0.5,
            "administration_rate_per_hour": 20,
            "administration_rate_buckets": ["notes"],
        },
    )
    notes = 150 + 200 * 10 / 60
    found(result, money_in__kinds__0=42_750, money_in__kinds__1=6_000)
    found(result, money_in__administration=notes * 20, money_in=48_750 + notes * 20)
    found(result, hours__notes__unpaid=0, hours__waiting__unpaid=WAITING)
    found(result, staircase__start=(1_000 * 45 + 200 * 30) / 1_200)


def test_split_of_an_employee() -> None:
    """A share of collections, card fees being the practice's: 50 % of 87,100, FICA on it."""
    result = result_of("employee", pay={"kind": "split", "share": 0.5})
    found(result, money_in=COLLECTED / 2, costs__card_fees=0, taxes__fica=43_550 * 0.0765)
    found(
        result,
        staircase__start=100,
        staircase__missed=-(10 - 1.6),  # 10 % lost, of which 4 % x 50 % x 80 % comes in
        staircase__not_collected=-0.05 * 90,
        staircase__share=-43.55,
        staircase__card=0,
    )


@pytest.mark.parametrize(
    ("before_tax", "fica", "income_tax"),
    [
        (True, (60_000 - 2_400) * 0.0765, 1_240 + 0.12 * (57_600 - 16_100 - 12_400)),
        (False, 60_000 * 0.0765, 1_240 + 0.12 * (60_000 - 16_100 - 12_400)),
    ],
)
def test_premium_before_tax(before_tax: bool, fica: float, income_tax: float) -> None:
    """A premium from pay before tax lowers income tax and FICA; take-home bears it either way."""
    result = result_of(
        "employee",
        health_premium_per_month=200,
        premium_before_tax=before_tax,
        pay={"kind": "salary", "salary_per_year": 60_000},
    )
    found(result, taxes__fica=fica, taxes__federal_income=income_tax, health_cover=2_400)
    found(result, take_home=60_000 - fica - income_tax - 2_400)


def test_deferral_lowers_income_tax_only() -> None:
    """A 401(k) deferral lowers income tax, not FICA, stays in take-home and is set aside.

    60,000 - 5,000 - 16,100 = 38,900: 1,240 + 12 % x 26,500 = 4,420.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        saving={"deferral_401k_per_year": 5_000},
    )
    found(result, taxes__fica=4_590, taxes__federal_income=4_420, set_aside=5_000)
    found(result, take_home=60_000 - 4_590 - 4_420, left_over=60_000 - 4_590 - 4_420 - 5_000)


@pytest.mark.parametrize(("taxed", "pay"), [(False, 60_000), (True, 65_000)])
def test_match_and_award(taxed: bool, pay: float) -> None:
    """Match and loan award are money in and set aside; the award is taxed only where stated."""
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={
            "retirement_match_per_year": 3_000,
            "loan_award_per_year": 5_000,
            "loan_award_taxable": taxed,
        },
    )
    found(result, money_in=68_000, set_aside=8_000, taxes__fica=pay * 0.0765)
    # 43,900 or 48,900 is taxed: both end in the 12 % bracket
    tax = pay * 0.0765 + 1_240 + 0.12 * (pay - 16_100 - 12_400)
    found(result, take_home=68_000 - tax, left_over=60_000 - tax)


def test_sign_on_stipend_and_package() -> None:
    """A sign-on bonus is spread over its years; benefits in kind are never take-home.

    60,000 + 6,000 / 3 + 600 = 62,600; the package adds 7,000 in kind to take-home.
    """
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={
            "sign_on_bonus": 6_000,
            "sign_on_years": 3,
            "stipends_per_year": 600,
            "in_kind": [{"label": "Premium", "worth_per_year": 7_000}],
        },
    )
    tax = 62_600 * 0.0765 + 1_240 + 0.12 * (62_600 - 16_100 - 12_400)
    found(result, money_in=62_600, take_home=62_600 - tax, package=62_600 - tax + 7_000)


def test_own_costs_of_an_employee() -> None:
    """An employee's own costs lower the wage but no federal tax."""
    plain = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    scenario = plain.scenario.with_values({"support.supervision_hours_per_week": 1})
    scenario = scenario.with_values({"support.supervision_price_per_hour": 80})
    result = evaluate(scenario, RULES)
    found(result, costs__supervision=4_000, take_home=60_000 - 4_590 - 5_020 - 4_000)
    assert result.taxes.amount == plain.taxes.amount


def test_contractor_split() -> None:
    """60 % of 87,100 is profit: SE tax on it; the practice bears card fees and shares losses.

    52,260 x 0.9235 x 0.153 = 7,384.10; taxed 80 % of what is above 16,100.
    """
    result = result_of(
        "contractor", pay={"kind": "split", "share": 0.6}, health_premium_per_month=0
    )
    profit = 0.6 * COLLECTED
    se = profit * 0.9235 * 0.153
    taxable = (profit - se / 2 - 16_100) * 0.8
    income_tax = 1_240 + (taxable - 12_400) * 0.12
    found(result, money_in=52_260, costs=0, profit=52_260, taxes__fica=0)
    found(result, taxes__self_employment=se, taxes__federal_income=income_tax)
    found(result, take_home=profit - se - income_tax, staircase__share=-0.4 * 87.1)


def test_contractor_per_session() -> None:
    """A contractor's rate is paid for sessions held only, unless a part for lost ones is stated."""
    pay = {"kind": "per_session", "rates_per_session": [60]}
    found(result_of("contractor", pay=pay, tax="none"), money_in=900 * 60)
    found(
        result_of("contractor", pay={**pay, "lost_sessions_paid_share": 0.25}, tax="none"),
        money_in=(900 + 25) * 60,
    )


def test_saving_of_the_self_employed() -> None:
    """A SEP lowers adjusted income and is set aside; more than the law allows is not deducted.

    Profit 87,100, half of SE tax 6,153.42: at most 20 % of the rest, 16,189.32.
    """
    own = {"card_fee_share": 0, "card_fee_per_charge": 0, "health_premium_per_month": 0}
    half = COLLECTED * 0.9235 * 0.153 / 2
    most = 0.2 * (COLLECTED - half)
    for sep, deducted in ((10_000, 10_000), (30_000, most)):
        result = result_of("own_practice", saving={"sep_per_year": sep}, **own)
        found(result, set_aside=sep, taxes__adjusted_income=COLLECTED - half - deducted)
        limits = [r.path for r in result.remarks if r.kind == "over_the_legal_limit"]
        assert limits == (["work.saving.sep_per_year"] if sep > most else [])


def test_premium_of_the_self_employed_at_most_profit() -> None:
    """The own premium is deducted up to profit less half SE tax; the rest is paid, not deducted."""
    kind = {**KIND, "fee_per_session": 5}
    result = result_of("own_practice", kinds=[kind], health_premium_per_month=1_000)
    found(result, taxes__adjusted_income=0, taxes__federal_income=-0.0765 * _earned(result))
    found(result, health_cover=12_000)


def _earned(result: Result) -> float:
    """Earned income: profit less half of SE tax, here below the top of the earned income credit."""
    profit = float(result.profit.amount)
    return profit * (1 - 0.9235 * 0.153 / 2)


MODES = [
    ({"mode": "us"}, None),
    ({"mode": "effective", "rate": 0.25}, 0.25),
    ({"mode": "separate", "income_tax_rate": 0.2, "social_rate": 0.1}, 0.3),
    ({"mode": "none"}, 0.0),
]


@pytest.mark.parametrize(("mode", "rate"), MODES, ids=[mode["mode"] for mode, _ in MODES])
@pytest.mark.parametrize("kind", ["own_practice", "contractor", "employee"])
def test_tax_modes(kind: str, mode: dict[str, Any], rate: float | None) -> None:
    """All four ways to work out tax give the same shape; a known rate is profit or pay x rate."""
    us = result_of(kind)
    result = evaluate(us.scenario.with_values({"household.tax": mode}), RULES)
    for name in ("hours", "money_in", "costs", "profit", "health_cover", "loans"):
        assert getattr(result, name).amount == getattr(us, name).amount
    assert (result.taxes.key, result.taxes.kind, result.taxes.unit) == (
        "taxes",
        "sum",
        "money_per_year",
    )
    assert [line.key for line in result.take_home.parts] == [
        line.key for line in us.take_home.parts
    ]
    assert [line.key for line in result.staircase.parts] == [
        line.key for line in us.staircase.parts
    ]
    tax = float(result.taxes.amount)
    assert tax == pytest.approx(sum(float(line.amount) for line in result.taxes.parts))
    if rate is not None:
        assert tax == pytest.approx(rate * float(result.profit.amount), abs=1e-9)
    assert float(result.take_home.amount) == pytest.approx(
        float(result.profit.amount) - tax - float(result.health_cover.amount)
    )


def test_rate_of_pay_for_an_employee() -> None:
    """For an employee a known rate applies to pay: neither own costs nor an untaxed match count."""
    result = result_of(
        "employee",
        pay={"kind": "salary", "salary_per_year": 60_000},
        benefits={"retirement_match_per_year": 3_000},
    )
    scenario = result.scenario.with_values({"household.tax": {"mode": "effective", "rate": 0.2}})
    found(evaluate(scenario, RULES), taxes=12_000, money_in=63_000, take_home=51_000)


def test_state_and_payroll_rates() -> None:
    """The person's own rates: state and local of adjusted income, programmes of pay or profit."""
    result = result_of("employee", pay={"kind": "salary", "salary_per_year": 60_000})
    scenario = result.scenario.with_values(
        {
            "household.state": "CA",
            "household.tax.state_rate": 0.04,
            "household.tax.local_rate": 0.01,
            "household.tax.payroll_programme_rate": 0.012,
        }
    )
    found(
        evaluate(scenario, RULES),
        taxes__state=2_400,
        taxes__local=600,
        taxes__payroll_programmes=720,
        taxes=4_590 + 5_020 + 2_400 + 600 + 720,
    )


def test_other_receipts_of_a_practice() -> None:
    """20,000 beside the sessions are money in and profit; with a flat 25 % tax 15,000 of it stay.

    10 sessions a week at 100 in 50 weeks are 50,000; 70,000 in all; the staircase starts at the fee
    and shows the rest as other pay: 20,000 / 500 booked = 40.
    """
    one = {
        "payer": "private",
        "booked_per_week": 10,
        "fee_per_session": 100,
        "late_cancelled_share": 0,
        "missed_share": 0,
        "card_paid_share": 0,
    }
    data = {
        "work": {
            "kind": "own_practice",
            "session_kinds": [one],
            "time": {"holiday_weeks": 2, "sickness_weeks": 0, "training_weeks": 0},
            "health_premium_per_month": 0,
            "other_receipts_per_year": 20_000,
        },
        "household": {"tax": {"mode": "effective", "rate": 0.25}},
    }
    plan = Scenario.parse(data)
    result = evaluate(plan, load_rules(2026))
    assert float(result.money_in.amount) == pytest.approx(70_000)
    assert float(result.money_in.find("money_in.other").amount) == 20_000
    assert float(result.take_home.amount) == pytest.approx(52_500)
    assert float(result.staircase.find("staircase.other_pay").amount) == pytest.approx(40)
    without = evaluate(plan.with_values({"work.other_receipts_per_year": None}), load_rules(2026))
    assert float(result.take_home.amount - without.take_home.amount) == pytest.approx(15_000)
