"""What the load indicator looks at in a plan, and what it had to assume."""

from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.burnout import indicator
from tests.calc.burnout.drawn import DRAWN, RULES

KIND = {
    "payer": "private",
    "booked_per_week": 20.0,
    "late_cancelled_share": 0.05,
    "missed_share": 0.05,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 10.0,
    "billing_minutes_per_session": 5.0,
    "fee_per_session": 120.0,
    "collected_share": 1.0,
    "card_paid_share": 0.0,
    "late_cancelled_charged_share": 0.0,
    "missed_charged_share": 0.0,
}
TIME = {
    "holiday_weeks": 4.0,
    "sickness_weeks": 2.0,
    "training_weeks": 5.0,
    "other_weeks_off": 1.0,
    "administration_hours_per_week": 2.0,
    "marketing_hours_per_week": 1.0,
    "meetings_hours_per_week": 0.0,
    "training_hours_per_year": 0.0,
    "waiting_reused_share": 1.0,
}
# 40 worked weeks, 18 sessions held a week: 18 h with clients, 3 h of notes, 1.5 h of billing, 2 h
# of administration, 1 h of marketing: 25.5 h. Money: 18 x 40 x 120 = 86,400.
NO_TAX = {"mode": "none"}


def plan(**changes: Any) -> Result:
    """A plan without tax and costs, some fields changed by their paths."""
    scenario = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "session_kinds": [KIND],
                "time": TIME,
                "health_premium_per_month": 0.0,
            },
            "household": {"tax": NO_TAX, "needs_per_month": 5_000.0},
            "support": {"consultation_hours_per_week": 0.0},
        }
    )
    paths = {name.replace("__", "."): value for name, value in changes.items()}
    return evaluate(scenario.with_values(paths), RULES)


def test_hours_of_a_worked_week() -> None:
    """Hours of a week that is worked, by what they go into."""
    seen = plan().load.inputs
    assert seen.hours_total == pytest.approx(25.5)
    assert seen.client_hours == pytest.approx(18.0)
    assert seen.doc_hours == pytest.approx(3.0 + 1.5 + 2.0)


def test_support_and_travel_are_no_load_and_another_job_is() -> None:
    """Supervision, consultation and travel are left out of all hours; another job's are added."""
    seen = plan(
        support__supervision_hours_per_week=1.5,
        support__consultation_hours_per_week=0.5,
        work__time__travel_hours_per_week=4.0,
        household__other_job_hours_per_week=8.0,
    ).load.inputs
    assert seen.hours_total == pytest.approx(25.5 + 8.0)
    assert seen.supervision == pytest.approx(2.0 * 40 / 12)


def test_supervision_given_is_work() -> None:
    """Hours in which one supervises others count as work, and not as support."""
    seen = plan(work__time__supervision_given_hours_per_week=3.0).load.inputs
    assert seen.hours_total == pytest.approx(28.5)
    assert seen.supervision == 0.0


def test_own_therapy_moves_no_load() -> None:
    """In hours or in money: nothing was measured, so it is in no part of the sum."""
    weekly = plan(
        support__own_therapy__sessions_per_year=48.0,
        support__own_therapy__full_price_per_session=140.0,
        support__own_therapy__travel_minutes_per_session=60.0,
    )
    assert weekly.load.inputs == plan().load.inputs


def test_missed_sessions_count_only_by_their_hours() -> None:
    """Of 20 sessions two are lost: 18 hours with clients, and no part of its own."""
    none_lost = plan(
        work__session_kinds__0__missed_share=0.0, work__session_kinds__0__late_cancelled_share=0.0
    ).load
    names = {found.factor.name for found in none_lost.contributions}
    assert not names & {"no_show_rate", "personal_therapy"}
    assert none_lost.inputs.client_hours == pytest.approx(20.0)


def test_weeks_off_are_those_of_rest() -> None:
    """Holiday and other weeks off count, weeks of sickness and training do not."""
    assert plan().load.inputs.weeks_off == 5.0


def test_after_hours_are_part_of_the_hours_that_count() -> None:
    """No more hours in the evening than there are hours, supervision apart."""
    assert plan().load.inputs.after_hours == 3.0
    assert plan(work__time__after_hours_per_week=9.0).load.inputs.after_hours == 9.0
    late = plan(
        work__time__after_hours_per_week=40.0, support__supervision_hours_per_week=10.0
    ).load.inputs
    assert late.after_hours == pytest.approx(25.5)


def test_a_group_is_one_session() -> None:
    """A group of eight takes the hours of one session."""
    seen = plan(work__session_kinds__0__clients_per_session=8.0).load.inputs
    assert seen.client_hours == pytest.approx(20.0)


def test_conditions_are_as_stated() -> None:
    """Trauma work, colleagues and freedom are asked for, and shape load only."""
    stated = {
        "work__conditions__trauma_share": 0.6,
        "work__conditions__colleagues_points": 1.0,
        "work__conditions__freedom_points": 3.0,
    }
    result = plan(**stated)
    seen = result.load.inputs
    assert (seen.trauma_share, seen.peer_contact, seen.autonomy) == (0.6, 1.0, 3.0)
    assert result.wage.amount == plan().wage.amount
    assert result.load.probability > plan().load.probability


@pytest.mark.parametrize(
    ("work", "agency"),
    [
        ({"kind": "own_practice"}, 0.0),
        ({"kind": "contractor"}, 0.0),
        ({"kind": "employee"}, 0.0),
        ({"kind": "employee", "employer_type": "private_group_practice"}, 0.0),
        ({"kind": "employee", "employer_type": "for_profit_agency"}, 1.0),
        ({"kind": "employee", "employer_type": "nonprofit_agency"}, 1.0),
        ({"kind": "employee", "employer_type": "for_profit_hospital"}, 1.0),
        ({"kind": "employee", "employer_type": "nonprofit_hospital"}, 1.0),
        ({"kind": "employee", "employer_type": "school"}, 1.0),
        ({"kind": "employee", "employer_type": "government"}, 1.0),
    ],
)
def test_the_setting(work: dict[str, Any], agency: float) -> None:
    """Employees of an agency, hospital, school or government; not of a private practice."""
    assert evaluate(Scenario.parse({"work": work}), RULES).load.inputs.setting_agency == agency


def test_pay_against_needs() -> None:
    """86,400 less 400 x 12 of loans, over 60,000 of needs."""
    seen = plan(loans__payment_per_month=400.0, loans__owed=43_200.0).load.inputs
    assert seen.pay_ratio == pytest.approx((86_400 - 4_800) / 60_000)
    assert seen.debt_to_income == pytest.approx(0.5)


def test_pay_is_that_without_support() -> None:
    """Supervision, consultation and therapy bought, and pay for supervised hours, stay outside."""
    bought = plan(
        support__supervision_hours_per_week=1.0,
        support__supervision_price_per_hour=100.0,
        support__consultation_hours_per_week=1.0,
        support__consultation_price_per_hour=100.0,
        support__own_therapy__sessions_per_year=40.0,
        support__own_therapy__tax_status="business_cost",
        loans__owed=43_200.0,
    )
    assert bought.profit.amount == pytest.approx(86_400 - 8_000)
    assert bought.load.inputs.pay_ratio == pytest.approx(86_400 / 60_000)
    assert bought.load.inputs.debt_to_income == pytest.approx(0.5)


def test_debt_of_loans_by_plan_is_all_of_them() -> None:
    """Federal and private loans together, whatever the plan asks a month."""
    loans = {
        "kind": "by_plan",
        "federal": [{"balance": 60_000.0}, {"balance": 10_000.0}],
        "private": [{"balance": 16_400.0}],
    }
    assert plan(loans=loans).load.inputs.debt_to_income == pytest.approx(1.0)
    only = {**loans, "federal": []}
    assert plan(loans=only).load.inputs.debt_to_income == pytest.approx(16_400 / 86_400)


def test_no_needs_stated_are_typical() -> None:
    """Pay over needs of 0 is that of a typical practice: it has no part in the figure."""
    load = plan(household__needs_per_month=0.0).load
    assert load.inputs.pay_ratio == 1.2
    assert load.line.find("load.pay_ratio").amount == 0.0


def test_a_loss() -> None:
    """Costs above money in: pay counts as the least studied, debt as 3, and no band is named."""
    cost = {"kind": "rent", "amount": 20_000.0, "per": "month"}
    load = plan(costs=[cost], loans__owed=1_000.0).load
    assert load.inputs.pay_ratio == pytest.approx((86_400 - 240_000) / 60_000)
    assert load.inputs.debt_to_income == 3.0
    assert [found.factor.name for found in load.outside] == ["pay_ratio"]
    assert load.band is None
    assert plan(costs=[cost]).load.inputs.debt_to_income == 0.0


def test_no_sessions() -> None:
    """Nobody booked: no client hours, and the rest as it is."""
    for changes in (
        {"work__session_kinds__0__booked_per_week": 0.0},
        {"work__session_kinds": []},
    ):
        seen = plan(**changes).load.inputs
        assert seen.client_hours == 0.0
        assert seen.hours_total == pytest.approx(3.0)


def test_no_hours() -> None:
    """No work at all still has a figure: the lightest hours, outside what was studied."""
    load = plan(
        work__session_kinds=[],
        work__time__administration_hours_per_week=0.0,
        work__time__marketing_hours_per_week=0.0,
    ).load
    assert (load.inputs.hours_total, load.inputs.after_hours) == (0.0, 0.0)
    assert np.isfinite(load.probability)
    assert load.band is None


def test_no_worked_weeks() -> None:
    """Without a worked week there is no week to look at: no figure, no band, no range."""
    result = plan(work__time__holiday_weeks=44.0)
    load = indicator(result.load.inputs, RULES, DRAWN)
    assert np.isnan(load.probability)
    assert np.isnan(load.score)
    assert load.band is None
    assert load.bands_of_range == ()
    assert load.range is not None
    assert np.isnan(load.range.low)


def test_what_the_load_had_to_assume() -> None:
    """Needs not stated, and debt not stated where payments are; nothing where both are."""
    plan = Scenario.parse({"work": {"kind": "own_practice"}})
    owing = plan.with_values({"loans.payment_per_month": 300.0})
    told = owing.with_values({"loans.owed": 40_000.0, "household.needs_per_month": 4_000.0})

    def kinds(scenario: Scenario) -> list[str]:
        return [found.kind for found in evaluate(scenario, load_rules(2026)).load_remarks]

    assert kinds(plan) == ["needs_not_stated"]
    assert kinds(owing) == ["needs_not_stated", "debt_not_stated"]
    assert kinds(told) == []
