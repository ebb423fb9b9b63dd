"""One engine: the same clinician has the same hour on Your hour, in Job offers and in Clinic."""

from pathlib import Path
from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.offers import compare
from calc.scenario import Offers
from calc.scenario.clinic import Clinic
from calc.staffing import evaluate_clinic

ROOT = Path(__file__).parents[2] / "scenarios"
PLANS = sorted(ROOT.glob("*.toml"))


def figures(result: Any) -> dict[str, float]:
    """What a person would compare."""
    return {
        "wage": float(result.wage.amount),
        "before tax": float(result.wage_before_tax.amount),
        "after loans": float(result.wage_after_loans.amount),
        "take-home": float(result.take_home.amount),
        "hours": float(result.hours.amount),
        "unpaid share": float(result.year.unpaid_share.amount),
        "taxes": float(result.taxes.amount),
        "load": float(result.load.score),
    }


def plan_of(path: Path) -> Result:
    """A shipped plan on Your hour."""
    return evaluate(Scenario.from_toml(path.read_bytes()), load_rules(2026))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_one_hour_on_three_pages(path: Path) -> None:
    """Every shipped plan as an offer, and as a post of a clinic in the same household."""
    alone = plan_of(path)
    plan = alone.scenario
    person = {"household": plan.household, "loans": plan.loans, "support": plan.support}
    offer = {
        "label": "Offer",
        "work": plan.work,
        "costs": plan.costs,
        "supervision_hours_per_week": plan.support.supervision_hours_per_week,
        "supervision_price_per_hour": plan.support.supervision_price_per_hour,
    }
    (offered,) = compare(Offers.parse({"offers": [offer], **person})).compared
    assert figures(offered.result) == figures(alone)
    post = {"label": "Post 1", "work": plan.work, "costs": plan.costs, **person}
    clinic = Clinic.parse({"state": plan.household.state, "posts": [post]})
    (posted,) = evaluate_clinic(clinic).posts
    assert figures(posted.result) == pytest.approx(figures(alone), rel=1e-12)
