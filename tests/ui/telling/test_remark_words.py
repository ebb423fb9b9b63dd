"""Every remark once."""

from collections.abc import Mapping
from typing import Any

import pytest

from calc import evaluate, load_rules
from tests.ui.telling.shipped import EMPLOYEE, KIND, SOLO, check_plain
from ui.telling import remark_words

HOURLY: dict[str, Any] = {"kind": "employee", "pay": {"kind": "hourly", "paid_leave_weeks": 20.0}}
REMARKED: dict[str, tuple[Mapping[str, Any], str]] = {
    "no_hours": (
        {
            f"{KIND}.booked_per_week": 0.0,
            "work.time": {
                "administration_hours_per_week": 0.0,
                "marketing_hours_per_week": 0.0,
                "meetings_hours_per_week": 0.0,
                "training_hours_per_year": 0.0,
            },
            "support.consultation_hours_per_week": 0.0,
        },
        "The work takes no hours",
    ),
    "no_worked_weeks": ({"work.time.holiday_weeks": 52.0}, "No week is worked"),
    "no_sessions": ({f"{KIND}.booked_per_week": 0.0}, "No session is booked"),
    "no_money_in": ({f"{KIND}.fee_per_session": 0.0}, "No money comes in"),
    "more_hours_than_a_week": (
        {"work.time.administration_hours_per_week": 168.0},
        "and a week has 168.",
    ),
    "after_hours_exceed_hours": (
        {"work.time.after_hours_per_week": 100.0},
        "**After hours** is 100, more than all hours of the week, 25.",
    ),
    "reuse_exceeds_work": (
        {
            "work.time.waiting_reused_share": 1.0,
            "work.time.administration_hours_per_week": 0.0,
            "work.time.marketing_hours_per_week": 0.0,
            f"{KIND}.notes_minutes_per_session": 0.0,
            f"{KIND}.billing_minutes_per_session": 0.0,
        },
        "more time of lost sessions is put to use",
    ),
    "contracted_hours_not_listed": ({"work": EMPLOYEE}, "The contract is for 60 hours a week"),
    "contracted_hours_counted": (
        {"work": {**EMPLOYEE, "pay": {**EMPLOYEE["pay"], "contract_is_worked": True}}},
        "hours a week of the contract are not listed, and count as work",
    ),
    "contracted_hours_not_paid": (
        {"work": {**HOURLY, "pay": {**HOURLY["pay"], "contracted_hours_per_week": 60.0}}},
        "The contract is for 60 hours a week, and pay is worked out for the ",
    ),
    "paid_hours_beyond_contract": (
        {"work": {**HOURLY, "pay": {**HOURLY["pay"], "contracted_hours_per_week": 10.0}}},
        "Ask whether hours beyond the contract are paid.",
    ),
    "overtime_by_the_day": (
        {"work": HOURLY, "household.state": "CO"},
        "hours beyond 12 a day, or 12 in a row, are paid one and a half times too.",
    ),
    "paid_leave_exceeds_weeks_off": ({"work": HOURLY}, "is longer than the weeks off"),
    "loss": ({f"{KIND}.fee_per_session": 5.0}, "costs more than it brings in"),
    "take_home_negative": (
        {"work.health_premium_per_month": 20_000.0},
        "nothing is left to live on",
    ),
    "salary_beyond_the_practice": (
        {"work.form": {"kind": "s_corporation", "salary_per_year": 400_000.0}},
        "A salary of $400,000 is more than the practice can pay: it lacks $",
    ),
    "election_no_election": (
        {"work.form": {"kind": "s_corporation", "elects_pte": True}},
        "Texas has no tax that a corporation may choose to pay for its owner",
    ),
    "election_no_plain_rate": (
        {
            "work.form": {"kind": "s_corporation", "elects_pte": True, "pte_credit_share": 0.9},
            "household.state": "CT",
        },
        "The tax that a corporation of Connecticut may choose to pay is not counted",
    ),
    "corporation_pays_no_salary": (
        {"work.form": {"kind": "s_corporation", "salary_per_year": 0.0}},
        "The corporation pays you no salary.",
    ),
    "other_tax_year": ({"tax_year": 2025}, "This plan is for 2025; it is worked out under the law"),
    "state_tax_not_included": (
        {"household.state": "CA"},
        "**State income tax is not included yet.** California taxes earnings.",
    ),
    "practice_tax_not_counted": (
        {"household.state": "NH"},
        "**New Hampshire business profits tax is not counted.** A practice that takes in more",
    ),
    "clients_in_other_states": (
        {"work.clients_in_other_states_share": 0.3},
        "**Clients in other states**: 30\xa0%. Their state may ask for its own licence, or for a "
        "compact that it is in. Some states tax what a practice elsewhere earns from clients who "
        "are there, as California does, and may count its receipts there. That is not worked "
        "out: tax is as if all clients were in Texas.",
    ),
    "spouse_wages_not_counted": (
        {"household.spouse_wages_per_year": 9e4},
        "count on a joint return only.",
    ),
    "us_tax_in_other_currency": ({"currency": "EUR"}, "on figures in EUR."),
    "interest_exceeds_payments": (
        {"loans.interest_per_year": 900.0},
        "Only interest that is paid lowers tax",
    ),
    "over_the_legal_limit": ({"work.saving.sep_per_year": 9e4}, "The law lets you deduct"),
    "plan_not_open": (
        {"loans": {"kind": "by_plan", "plan": "paye"}},
        "**Plan**: PAYE is not open to you. PAYE is offered only to those who already repay under "
        "it. This rule is uncertain: texts disagree. The payment shown is that of Standard, which "
        "the law gives who picks none. Open to you: Standard, Extended, RAP, IBR (10 %). Choose",
    ),
    "loan_income_before_tax": (
        {"loans": {"kind": "by_plan"}, "household.tax": {"mode": "none"}},
        "Enter the **Income on last return** if you know it.",
    ),
    "pslf_not_employee": (
        {"loans": {"kind": "by_plan", "pslf_employer": "this_work"}},
        "**Public service** is this work, and PSLF takes employees (W-2) only",
    ),
    "pslf_employer": (
        {"loans": {"kind": "by_plan", "pslf_employer": "this_work"}, "work": EMPLOYEE},
        "its employer does not count for PSLF: government, schools and non-profits do.",
    ),
    "pslf_hours": (
        {
            "loans": {"kind": "by_plan", "pslf_employer": "other_job"},
            "household.other_job_hours_per_week": 12.0,
        },
        "the work that counts takes 12 hours a week, and PSLF needs 30, in one job or several.",
    ),
    "pslf_plan": (
        {
            "loans": {"kind": "by_plan", "pslf_employer": "other_job", "plan": "extended"},
            "household.other_job_hours_per_week": 40.0,
        },
        "payments under Extended do not count for PSLF.",
    ),
    "needs_not_stated": (
        {"household.needs_per_month": 0.0},
        "**Needs a month** is not stated, so pay counts as in a typical practice.",
    ),
    "debt_not_stated": ({"loans.payment_per_month": 200.0}, "Enter it as **Owed in all**."),
    "far_above_typical": (
        {f"{KIND}.notes_minutes_per_session": 200.0},
        "**Notes each** is 200; usually it is 5 to 16.",
    ),
}


def test_every_remark_has_a_case() -> None:
    """A kind of remark that no test provokes is not done."""
    assert set(REMARKED) == set(remark_words.SENTENCES)


# Under the law of 2026 state tax is worked out everywhere; that of 2025 is not recorded.
OF_2025 = {"state_tax_not_included"}


@pytest.mark.parametrize(("kind", "case"), REMARKED.items(), ids=REMARKED)
def test_a_remark_says_what_is_odd(kind: str, case: tuple[Mapping[str, Any], str]) -> None:
    """Each kind of remark, provoked by a real plan, names what is odd and is a whole sentence."""
    changes, told = case
    plan = SOLO.with_values(changes)
    year = 2025 if kind in OF_2025 else 2026
    result = evaluate(plan, load_rules(year))
    found = (*result.remarks, *result.load_remarks)
    said = [remark_words.remark(remark, plan) for remark in found if remark.kind == kind]
    assert len(said) == 1, [remark.kind for remark in found]
    assert told in said[0]
    check_plain(said[0])
