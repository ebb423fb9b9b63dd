"""A clinic and an associate's post as other calculators see them."""

import math
from typing import Any

from calc.scenario.clinic import Clinic
from calc.staffing import ClinicResult, evaluate_clinic
from tests.peers.assumed import GUIDES_RULES, NONE, RULES, caseload


def clinic_of(*posts: dict[str, Any], **more: Any) -> ClinicResult:
    """A clinic as these guides see it: no card fees, no benefits, no tax of a contractor."""
    data = {
        "posts": [{"label": "Post", "benefits_cost_share": 0, **post} for post in posts],
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0, **more.pop("shared", {})},
        "household": {"tax": NONE},
        **more,
    }
    return evaluate_clinic(Clinic.parse(data), RULES)


def by_session(
    rate: float, sessions: float, fee: float, weeks: float, **kind: Any
) -> dict[str, Any]:
    """A contractor's post at a rate a session."""
    pay = {"kind": "per_session", "rates_per_session": [rate]}
    return {"work": {"kind": "contractor", **caseload(sessions, fee, weeks, **kind), "pay": pay}}


def compassionate_owner_keeps() -> float:
    """40 sessions a month at 205, 60 % collected; 70 a session to the clinician; rent and costs."""
    costs = [{"kind": "rent", "amount": 695}, {"kind": "other", "amount": 302, "per": "month"}]
    post = by_session(70, 40 * 12 / 52, 205, 52, collected_share=0.6)
    return float(clinic_of(post, shared={"costs": costs}).margin.amount) / 12


def reddit_company_share() -> float:
    """Fifteen associates of 20 sessions in four weeks a month, 40 of 100 to them."""
    result = clinic_of(*(by_session(40, 20, 100, 48) for _ in range(15)))
    return float(result.margin.amount) / 12


def healing_break_even() -> float:
    """Fixed costs of 15,000 a month and 30 for each of 4 x 100 sessions: what must come in."""
    costs = [{"kind": "other", "amount": 15_000, "per": "month"}]
    posts = [by_session(30, 100 * 12 / 52, 50, 52) for _ in range(4)]
    result = clinic_of(*posts, shared={"costs": costs})
    return float(result.revenue.amount - result.margin.amount) / 12


def first_associate(sessions: float, fee: float, supervision: float) -> ClinicResult:
    """A salaried associate in California whose supervision forgoes the owner's 200 an hour."""
    work = {
        "kind": "employee",
        **caseload(sessions, fee, 48),
        "pay": {"kind": "salary", "salary_per_year": 70_000},
    }
    post = {
        "label": "Post",
        "licence": "associate",
        "work": work,
        "benefits_cost_share": 0,
        "other_cost_per_year": 100,
    }
    data = {
        "state": "CA",
        "posts": [post],
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0},
        "employer": {"workers_compensation_share": 0.0165},
        "supervision": {"individual_hours_per_week": supervision, "forgone_fee_per_hour": 200},
    }
    return evaluate_clinic(Clinic.parse(data), GUIDES_RULES)


def owner_keeps(sessions: float, fee: float, supervision: float) -> float:
    """What the post leaves after the owner's hours of supervision."""
    result = first_associate(sessions, fee, supervision)
    return result.after_supervision(result.posts[0])


def associate_break_even() -> float:
    """Whole sessions a week at which salary, load and supervision are carried."""
    result = first_associate(14, 135, 2)
    found = result.break_even(result.posts[0])
    assert found is not None
    return float(math.ceil(found))
