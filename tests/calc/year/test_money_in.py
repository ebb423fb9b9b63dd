"""Money in, by arrangement, with the arithmetic written out."""

from typing import Any

import pytest

from calc import Scenario
from calc.statements import MoneyIn
from calc.year import hours, money_in
from tests.calc.year.test_hours import KIND, TIME

# 400 booked a year, 360 held, 20 late-cancelled, 20 missed, at 100.
LOST = {"fee_per_session": 100.0, "late_cancelled_share": 0.05, "missed_share": 0.05}


def money_of(work: dict[str, Any], *kinds: dict[str, Any]) -> MoneyIn:
    """Money in of one arrangement."""
    rows = [{**KIND, **LOST, **kind} for kind in kinds or ({},)]
    scenario = Scenario.parse({"work": {"session_kinds": rows, "time": TIME, **work}})
    return money_in.statement(scenario, hours.statement(scenario))


def near(amount: float) -> object:
    """Equal but for rounding."""
    return pytest.approx(amount)


def test_own_practice_collects_held_and_charged() -> None:
    """360 x 100 + 20 x 1/2 x 100 late + 20 x 1/4 x 80 missed = 36,000 + 1,000 + 400."""
    money = money_of(
        {"kind": "own_practice"},
        {
            "late_cancelled_charged_share": 0.5,
            "late_cancelled_fee_part": 1.0,
            "missed_charged_share": 0.25,
            "missed_fee_part": 0.8,
        },
    )
    assert money.total.amount == money.taxable.amount == near(37_400)
    assert money.employer_saving.amount == 0
    assert money.fees is not None
    assert money.fees.offered == near(40_000)
    assert money.fees.lost == near(40_000 - 37_400)
    assert money.fees.by_card == near(37_400)
    # 360 held, 10 late and 5 missed are charged to a card.
    assert money.fees.card_charges == near(375)


FLAT = {"late_cancelled_charged_share": 0.5, "late_cancelled_fee_per_session": 40.0}


def test_a_flat_fee_for_late_cancellations() -> None:
    """36,000 held; 20 x 1/2 x 40 late and 20 x 1/4 x 80 % of 100 missed: 400 each, 375 charges."""
    missed = {"missed_charged_share": 0.25, "missed_fee_part": 0.8}
    money = money_of({"kind": "own_practice"}, {**FLAT, **missed})
    assert money.total.amount == near(36_800)
    assert money.fees is not None
    assert money.fees.lost == near(40_000 - 36_800)
    assert money.fees.card_charges == near(375)
    # A fee of another height leaves it: 360 x 200, 400, and 20 x 1/4 x 160.
    dear = money_of({"kind": "own_practice"}, {**FLAT, **missed, "fee_per_session": 200.0})
    assert dear.total.amount == near(72_000 + 400 + 800)
    half = money_of(
        {"kind": "contractor", "pay": {"kind": "split", "share": 0.5}}, {**FLAT, **missed}
    )
    assert half.total.amount == near(18_400)


def test_a_flat_fee_for_those_who_do_not_come() -> None:
    """20 x 1/4 x 30 = 150, from a client who pays nothing for sessions too: 15 charges, 550."""
    flat = {**FLAT, "missed_charged_share": 0.25, "missed_fee_per_session": 30.0}
    assert money_of({"kind": "own_practice"}, flat).total.amount == near(36_000 + 400 + 150)
    free = money_of({"kind": "own_practice"}, {**flat, "fee_per_session": 0.0})
    assert free.total.amount == near(550)
    assert free.fees is not None
    assert free.fees.card_charges == near(15)


def test_insurers_pay_what_they_do_not_deny() -> None:
    """360 x 100 x 0.9 from an insurer, nothing for lost sessions; 360 x 50 from a pair."""
    money = money_of(
        {"kind": "own_practice"},
        {"payer": "insurer", "collected_share": 0.9},
        {
            "clients_per_session": 2.0,
            "fee_per_session": 25.0,
            "late_cancelled_charged_share": 0.0,
            "missed_charged_share": 0.0,
        },
    )
    assert money.fees is not None
    assert money.fees.by_insurer == near(32_400)
    assert money.fees.uncollected == near(3_600)
    assert money.fees.by_card == near(18_000)
    assert money.fees.card_charges == near(720)
    assert money.total.amount == near(50_400)


def test_pro_bono_makes_no_charge() -> None:
    """A session without a fee brings nothing and costs no card fee."""
    money = money_of({"kind": "own_practice"}, {"fee_per_session": 0.0})
    assert money.fees is not None
    assert (money.total.amount, money.fees.card_charges) == (0, 0)


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_a_split_is_a_share_of_collections(kind: str) -> None:
    """60 % of 36,000; the mean full fee is still where the staircase starts."""
    none = {"late_cancelled_charged_share": 0.0, "missed_charged_share": 0.0}
    money = money_of({"kind": kind, "pay": {"kind": "split", "share": 0.6}}, none)
    assert money.total.amount == near(21_600)
    assert money.fees is not None
    assert money.fees.offered == near(40_000)


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_a_rate_per_session_pays_held_ones(kind: str) -> None:
    """360 x 50 + 40 lost x 50 % x 50 + 40 h of meetings x 20 = 18,000 + 1,000 + 800."""
    pay = {
        "kind": "per_session",
        "rates_per_session": [50.0],
        "lost_sessions_paid_share": 0.5,
        "administration_rate_per_hour": 20.0,
        "administration_rate_buckets": ["meetings", "sessions"],
    }
    money = money_of({"kind": kind, "pay": pay})
    assert money.total.amount == near(19_800)
    assert money.fees is not None
    assert (money.fees.label, money.fees.offered, money.fees.lost) == (
        "Rate",
        near(20_000),
        near(1_000),
    )


def test_each_kind_may_have_its_own_rate() -> None:
    """360 x 50 and 360 x 80."""
    pay = {"kind": "per_session", "rates_per_session": [50.0, 80.0]}
    assert money_of({"kind": "contractor", "pay": pay}, {}, {}).total.amount == near(46_800)
    pay["rates_per_session"] = [50.0]
    assert money_of({"kind": "contractor", "pay": pay}, {}, {}).total.amount == near(36_000)


@pytest.mark.parametrize(
    ("quota", "bonus", "cut", "change"),
    [
        (0.0, 0.0, 0.0, 0.0),
        (8.0, 10.0, 5.0, 400.0),  # 360 held, 320 asked for: 40 x 10
        (10.0, 10.0, 5.0, -200.0),  # 400 asked for: 40 short x 5
        (10.0, 10.0, 5_000.0, -50_000.0),  # a cut ends at the salary
    ],
)
def test_a_salary_has_a_bonus_or_a_cut(
    quota: float, bonus: float, cut: float, change: float
) -> None:
    """Above the quota a bonus, below it a cut, never more than the salary."""
    pay = {
        "kind": "salary",
        "salary_per_year": 50_000.0,
        "quota_sessions_per_week": quota,
        "bonus_per_session_above_quota": bonus,
        "cut_per_session_below_quota": cut,
    }
    money = money_of({"kind": "employee", "pay": pay})
    assert money.total.amount == near(50_000 + change)
    assert money.fees is None


def test_hourly_pays_hours_and_leave() -> None:
    """(360 + 40 meetings) x 30 + 4 weeks x 15 h x 30 = 12,000 + 1,800."""
    pay = {
        "kind": "hourly",
        "rate_per_hour": 30.0,
        "paid_buckets": ["sessions", "meetings"],
        "contracted_hours_per_week": 15.0,
        "paid_leave_weeks": 4.0,
    }
    assert money_of({"kind": "employee", "pay": pay}).total.amount == near(13_800)


@pytest.mark.parametrize(("taxable", "wages"), [(False, 32_000), (True, 37_000)])
def test_benefits_are_money_in(taxable: bool, wages: float) -> None:
    """30,000 + 1,000 stipends + 3,000 / 3 sign-on are taxed, 2,000 match not, 5,000 award maybe."""
    work = {
        "kind": "employee",
        "pay": {"kind": "salary", "salary_per_year": 30_000.0},
        "benefits": {
            "stipends_per_year": 1_000.0,
            "sign_on_bonus": 3_000.0,
            "sign_on_years": 3.0,
            "retirement_match_per_year": 2_000.0,
            "loan_award_per_year": 5_000.0,
            "loan_award_taxable": taxable,
        },
    }
    money = money_of(work)
    assert money.total.amount == near(39_000)
    assert money.taxable.amount == near(wages)
    assert money.employer_saving.amount == near(7_000)


def test_work_named_twice_is_paid_once() -> None:
    """40 h of meetings x 20, however often the offer names them."""
    pay = {
        "kind": "per_session",
        "rates_per_session": [0.0],
        "administration_rate_per_hour": 20.0,
        "administration_rate_buckets": ["meetings", "meetings"],
    }
    assert money_of({"kind": "contractor", "pay": pay}).total.amount == near(800)
