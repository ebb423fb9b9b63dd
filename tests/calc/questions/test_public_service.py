"""What public service is worth, what leaving it gives up, and which work counts for it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from calc import Scenario
from calc.questions.repayment import outlook, service_worth
from tests.calc.questions.indebted import CLINIC, RAP, SOLO, ahead, result_of


def test_the_worth_of_public_service() -> None:
    """Today's money saved against the cheapest plan without it, and level over the years left."""
    found = ahead(CLINIC)
    worth = service_worth(found)
    assert worth is not None
    rate = found.discount_rate
    compared = float(found.least_without.present_value(rate))
    assert worth.worth == pytest.approx(compared - float(found.of("rap").present_value(rate)))
    assert worth.compared_with == found.least_without.plan
    assert worth.months_left == 120.0
    month = 0.04 / 12
    today = sum(float(worth.per_year) / 12 / (1 + month) ** n for n in range(1, 121))
    assert today == pytest.approx(float(worth.worth))


def test_worth_against_a_plan_that_is_named() -> None:
    """Against a dearer plan public service is worth more."""
    found = ahead(CLINIC)
    cheapest, extended = service_worth(found), service_worth(found, "extended")
    assert cheapest is not None
    assert extended is not None
    assert extended.compared_with == "extended"
    assert extended.worth >= cheapest.worth


def test_worth_by_belief() -> None:
    """Worth is linear in the belief; the own one is told beside the usual ones."""
    found = ahead(CLINIC, {"loans.pslf_survives_share": 0.75})
    worth = service_worth(found)
    assert worth is not None
    none, quarter, half, certain = worth.beliefs
    assert certain.worth == worth.worth
    assert half.worth == pytest.approx((none.worth + certain.worth) / 2)
    assert quarter.worth == pytest.approx((none.worth + half.worth) / 2)
    assert worth.believed.share == 0.75
    assert worth.believed.worth == pytest.approx((half.worth + certain.worth) / 2)


def test_leaving_costs_more_a_year_the_later_it_is() -> None:
    """Ten years to choose from; what another job must bring rises; the break-even follows it."""
    worth = service_worth(ahead(CLINIC))
    assert worth is not None
    asked = [float(leaving.per_year) for leaving in worth.leaving]
    assert [leaving.after_years for leaving in worth.leaving] == list(range(10))
    assert asked == sorted(asked)
    assert worth.break_even_year(0.0) == 0
    assert worth.break_even_year(asked[3] + 0.01) == 4
    assert worth.break_even_year(asked[-1]) is None


def test_no_worth_where_nothing_is_cancelled() -> None:
    """Without a job that counts, under Standard, and where RAP repays first, PSLF cancels nothing.

    Standard ends with its own 120th payment, the very one that PSLF would ask for.
    """
    assert service_worth(ahead(CLINIC, {"loans.pslf_employer": "none"})) is None
    assert service_worth(ahead(CLINIC, {"loans.plan": "standard_10"})) is None
    assert service_worth(ahead(CLINIC, {"loans.federal.0.balance": 5_000.0})) is None


def test_service_that_is_done() -> None:
    """With all payments certified it is worth all that is owed, and there is no leaving left."""
    worth = service_worth(ahead(CLINIC, {"loans.pslf_months_certified": 120}))
    assert worth is not None
    assert worth.leaving == ()
    assert worth.break_even_year(0.0) is None


def test_a_batch_is_worth_what_its_draws_are() -> None:
    """The worth of draws is that of each alone."""
    balances = np.array([66_000.0, 90_000.0])
    together = service_worth(ahead(CLINIC, {"loans.federal.0.balance": balances}), "rap")
    assert together is not None
    for draw, balance in enumerate(balances):
        alone = service_worth(ahead(CLINIC, {"loans.federal.0.balance": float(balance)}), "rap")
        assert alone is not None
        assert np.asarray(together.worth)[draw] == pytest.approx(alone.worth)
        given_up = np.asarray(together.leaving[4].given_up)[draw]
        assert given_up == pytest.approx(alone.leaving[4].given_up)


SELF = SOLO.with_values({"loans": {**RAP, "pslf_employer": "this_work"}})
PART_TIME = CLINIC.with_values({"work.pay.contracted_hours_per_week": 20.0})
OTHER, BOTH = {"loans.pslf_employer": "other_job"}, {"loans.pslf_employer": "both"}
COUNTS: list[tuple[Scenario, Mapping[str, Any], str | None]] = [
    (CLINIC, {}, None),
    (SELF, {}, "pslf_not_employee"),
    (CLINIC, {"work.employer_type": "private_group_practice"}, "pslf_employer"),
    (CLINIC, {"work.pay.contracted_hours_per_week": 29.9}, "pslf_hours"),
    (CLINIC, {"work.pay.contracted_hours_per_week": 30.0}, None),
    (CLINIC, {"work.pay": {"kind": "hourly", "contracted_hours_per_week": 20.0}}, "pslf_hours"),
    (CLINIC, {"work.pay": {"kind": "per_session"}}, "pslf_hours"),
    (SELF, {"loans.pslf_employer": "other_job"}, "pslf_hours"),
    (SELF, {**OTHER, "household.other_job_hours_per_week": 30.0}, None),
    # All jobs that count, and only these: 20 and 12 are enough, 20 and 9 are not.
    (PART_TIME, {**BOTH, "household.other_job_hours_per_week": 12.0}, None),
    (PART_TIME, {**OTHER, "household.other_job_hours_per_week": 12.0}, None),
    (PART_TIME, {"household.other_job_hours_per_week": 12.0}, "pslf_hours"),
    (PART_TIME, {**BOTH, "household.other_job_hours_per_week": 9.0}, "pslf_hours"),
    (SELF, {**BOTH, "household.other_job_hours_per_week": 29.0}, "pslf_hours"),
    (SELF, {**BOTH, "household.other_job_hours_per_week": 30.0}, None),
    (
        PART_TIME,
        {
            **BOTH,
            "household.other_job_hours_per_week": 12.0,
            "work.employer_type": "private_group_practice",
        },
        "pslf_hours",
    ),
]


@pytest.mark.parametrize(("plan", "changes", "why_not"), COUNTS)
def test_what_counts_for_public_service(
    plan: Scenario, changes: Mapping[str, Any], why_not: str | None
) -> None:
    """An employee of a qualifying employer, 30 hours a week; else the reason, as a remark too."""
    result = result_of(plan, changes)
    found = outlook(result)
    assert found is not None
    assert found.service.asked
    assert found.service.counts is (why_not is None)
    assert found.service.why_not == why_not
    told = [remark.kind for remark in result.remarks if remark.kind.startswith("pslf")]
    assert told == ([why_not] if why_not else [])


def test_hours_of_two_part_time_jobs_are_added() -> None:
    """20 hours at one non-profit and 12 at another are 32: full time (34 CFR 685.219(b)).

    With 60 payments certified RAP on 90,000 at 7 % has 60 left, and the rest is cancelled; each job
    alone leaves it to run on.
    """
    debt = {"federal": ({"balance": 90_000.0, "rate_per_year": 0.07},)}
    loans = {**RAP, **debt, "pslf_months_certified": 60, "pslf_employer": "both"}
    two = {"loans": loans, "household.other_job_hours_per_week": 12.0}
    found = ahead(PART_TIME, two)
    assert (found.service.counts, found.service.hours_per_week) == (True, 32.0)
    assert found.pslf_payments_left == 60
    assert (found.of("rap").outcome, found.of("rap").months) == ("pslf_forgiven", 60)
    alone = ahead(PART_TIME, {**two, "loans": {**loans, "pslf_employer": "this_work"}})
    assert alone.service.hours_per_week == 20.0
    assert alone.of("rap").outcome != "pslf_forgiven"
    assert float(alone.of("rap").months) > 300


def test_public_service_that_was_not_asked_for() -> None:
    """Nothing is said of PSLF to who did not name a job."""
    found = ahead(CLINIC, {"loans.pslf_employer": "none"})
    assert not found.service.asked
    assert not found.service.counts
