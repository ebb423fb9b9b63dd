"""The way to a licence as other calculators count it."""

from calc import evaluate
from calc.offers.licensure import (
    Fee,
    LicencePath,
    Pace,
    cost_of_way,
    pace_of,
    requirement_for,
    way_to_licence,
)
from calc.scenario import LicenceInputs, Requirement, Support
from tests.peers.assumed import NONE, RULES, caseload, evaluated


def associate_week(
    booked: float, admin: float, *, missed: float = 0.0, relational: float = 0.0
) -> Pace:
    """What 48 weeks of sessions of an hour, other work and 3 hours of supervision bring."""
    work = {
        "kind": "employee",
        **caseload(booked, 150, 48, missed_share=missed, minutes_per_session=60),
        "pay": {"kind": "salary", "salary_per_year": 75_000},
    }
    work["session_kinds"][0] |= {"notes_minutes_per_session": 0, "billing_minutes_per_session": 0}
    work["time"]["administration_hours_per_week"] = admin
    plan = evaluated(work, tax=NONE).scenario
    plan = plan.with_values({"support.supervision_hours_per_week": 3.0})
    return pace_of(evaluate(plan, RULES), relational, LicenceInputs())


def path_of(pace: Pace, **asked: float) -> LicencePath:
    """The way of a Californian family therapist, with figures typed before any of ours."""
    typed = Requirement.model_validate({"state": "CA", "family": "mft", **asked})
    licence = LicenceInputs(family="mft", typed=(typed,))
    return way_to_licence(requirement_for("CA", licence), pace, licence)


def advisor_credited_hours_year() -> float:
    """20 sessions a week, 85 % of them kept, 12 hours of other work."""
    pace = associate_week(20, 12, missed=0.15)
    return float(pace.counted * pace.worked_weeks_per_year)


def advisor_years_to_3000() -> float:
    """25 sessions a week, 85 % of them kept, 10 hours of other work; only the total is asked."""
    asked = {"total_hours": 3_000, "least_months": 0, "least_supervised_weeks": 0}
    path = path_of(associate_week(25, 10, missed=0.15), **asked)
    assert path.weeks is not None
    return path.weeks / 52


def advisor_calendar_weeks() -> float:
    """12 individual, 4 relational and 2 group hours a week beside 12 others: relational decides."""
    path = path_of(
        associate_week(12 + 4 + 2, 12, relational=4 / 18),
        direct_hours=1_750,
        relational_hours=500,
        most_other_hours=1_250,
    )
    assert path.weeks is not None
    assert path.binding is not None
    assert path.binding.name == "relational_hours"
    return path.weeks


def licensure_route(years: float) -> float:
    """549 once and 75 at each renewal, which is the end of each year but the last."""
    nothing = dict.fromkeys(("total_hours", "least_supervised_weeks"), 0.0)
    path = path_of(associate_week(0, 0), **nothing, least_months=12 * years)
    fees = (
        Fee("Exams and applications", "exam", 549),
        Fee("Registration", "associate_renewal", 75, 1),
    )
    found = cost_of_way(path, Support(), fees)
    assert found is not None
    return found.fees_usd
