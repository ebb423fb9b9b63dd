"""Laws of what is asked about an offer: any plan can be asked, and more pay asks no more."""

import datetime

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.offers.labour import LetterTerms, Percentiles, checks, place_in
from calc.parameters.wage_bands import PERCENTILES
from calc.scenario import Employee
from tests.strategies import batches, scenarios

DAYS = tuple(datetime.date(year, 11, 22) for year in (2009, 2019, 2025, 2026, 2027))
DAY = DAYS[3]
STATES = ("CA", "WA", "TX", "MA", "OR", "NY", "OH", "MN")
OF_EMPLOYEES = {
    "unpaid_work",
    "unpaid_work_unsettled",
    "first_weeks_unpaid",
    "minimum_wage_not_read",
    "below_minimum_wage_overall",
    "below_minimum_wage_unpaid_hours",
    "threshold_not_read",
    "salary_below_exempt_threshold",
    "exempt_or_not",
    "overtime",
    "overtime_by_the_day",
}
TERMS = st.builds(
    LetterTerms,
    state=st.sampled_from(STATES),
    family=st.sampled_from(("counselor", "lcsw", "mft", "psychologist")),
    licensed=st.booleans(),
    supervision_named=st.booleans(),
    clawback_amount=st.sampled_from((0.0, 5_000.0)),
    clawback_years=st.just(2.0),
    quota_sessions_per_week=st.sampled_from((None, 0.0, 25.0)),
    unsaid=st.sampled_from((frozenset(), frozenset({"notes", "waiting"}))),
    credentialing_weeks=st.sampled_from((0.0, 13.0)),
)
RATES = ("salary_per_year", "rate_per_hour", "administration_rate_per_hour", "share")


def kinds_of(scenario: Scenario, terms: LetterTerms) -> list[str]:
    """The kinds of all that is asked."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    return [check.kind for check in checks(result, terms, DAY)]


@given(scenarios(), TERMS, st.sampled_from(DAYS))
def test_any_plan_can_be_asked(scenario: Scenario, terms: LetterTerms, on: datetime.date) -> None:
    """Figures are numbers, what rests on law holds it, and only employees are owed wages.

    Of a year that was not read nothing about minimum wages or thresholds is grave.
    """
    result = evaluate(scenario, load_rules(scenario.tax_year))
    found = checks(result, terms, on)
    kinds = {check.kind for check in found}
    for check in found:
        figures = [value for value in check.values.values() if not isinstance(value, str)]
        assert all(np.isfinite(figure) for figure in figures), check
        if check.kind in OF_EMPLOYEES | {"contractor_forbidden", "contractor_conditions"}:
            assert check.law is not None
        if not isinstance(scenario.work, Employee):
            assert check.kind not in OF_EMPLOYEES
        if check.kind.startswith("below") and "minimum_wage_not_read" in kinds:
            assert not check.grave
        if check.kind.startswith("salary") and "threshold_not_read" in kinds:
            assert not check.grave
        if terms.licensed:
            assert not check.kind.startswith(
                ("contractor", "own_practice", "no_supervision", "exempt")
            )
    assert len({(check.kind, *map(str, check.values.values())) for check in found}) == len(found)


@given(scenarios(most_money=1e6), TERMS, st.sampled_from((1.0, 1.5, 10.0)))
def test_a_higher_rate_never_adds_a_minimum_wage_check(
    scenario: Scenario, terms: LetterTerms, times: float
) -> None:
    """More pay for the same work is never newly below a minimum wage or a threshold."""
    pay = getattr(scenario.work, "pay", None)
    changes: dict[str, float] = {}
    for name in RATES:
        if hasattr(pay, name):
            more = getattr(pay, name) * times
            changes[f"work.pay.{name}"] = min(more, 1.0) if name == "share" else more
    for index, rate in enumerate(getattr(pay, "rates_per_session", ())):
        changes[f"work.pay.rates_per_session.{index}"] = rate * times
    richer = scenario.with_values(changes)
    about_pay = {kind for kind in OF_EMPLOYEES if kind.startswith(("below", "salary"))}
    assert set(kinds_of(richer, terms)) & about_pay <= set(kinds_of(scenario, terms)) & about_pay


@given(batches(most_money=1e6), TERMS)
def test_a_batch_is_asked_what_its_draws_are(
    batch: tuple[Scenario, tuple[Scenario, ...]], terms: LetterTerms
) -> None:
    """What is asked of a draw is asked of the batch, but for what is asked of below a threshold."""
    together, singles = batch
    alone: set[str] = set().union(*(kinds_of(single, terms) for single in singles))
    both = set(kinds_of(together, terms))
    assert alone - both <= {"pslf_not_available"}
    assert both - alone <= {"unpaid_work", "unpaid_work_unsettled", "pslf_not_available"} | {
        "below_minimum_wage_unpaid_hours"
    }


@given(st.lists(st.floats(1.0, 200.0), min_size=5, max_size=5), st.floats(0.0, 300.0))
def test_a_place_holds_its_wage(wages: list[float], wage: float) -> None:
    """A wage is at least the percentile above which it lies, and less than the next."""
    band = Percentiles(*sorted(wages))
    place = place_in(band, wage)
    if place.above:
        assert band.of(place.above) <= wage
    if place.below:
        assert wage < band.of(place.below)
    if place.above and place.below:
        assert PERCENTILES.index(place.below) == PERCENTILES.index(place.above) + 1
