"""Laws of the load of a plan: what may move it, and what may not."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.burnout import FACTORS, Load, draws, indicator
from calc.scenario import KnownPayment, UsTax
from tests.laws.test_currency import scaled_rules, scaled_scenario
from tests.strategies import DRAWS, batches, scenarios

RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(20261121), RULES)


def load_of(scenario: Scenario) -> Load:
    """The load of a plan under the law of its year."""
    return evaluate(scenario, load_rules(scenario.tax_year)).load


SUPPORT = "support"
THERAPY = "support.own_therapy"
RAISED = {
    f"{SUPPORT}.supervision_hours_per_week": (168.0, 2.0),
    f"{SUPPORT}.supervision_price_per_hour": (1e9, 90.0),
    f"{SUPPORT}.consultation_hours_per_week": (168.0, 1.0),
    f"{SUPPORT}.consultation_price_per_hour": (1e9, 150.0),
    f"{THERAPY}.sessions_per_year": (366.0, 44.0),
    f"{THERAPY}.full_price_per_session": (1e9, 160.0),
    f"{THERAPY}.travel_minutes_per_session": (480.0, 30.0),
}
CHOSEN = {
    f"{THERAPY}.price_option": ("full", "courtesy", "sliding", "group", "telehealth"),
    f"{THERAPY}.tax_status": ("not_deductible", "business_cost"),
}


def with_more_support(scenario: Scenario) -> Iterator[tuple[str, Scenario]]:
    """The plan with more of each kind of support, dearer, or paid for in another way."""
    for path, (most, more) in RAISED.items():
        for step in (more, more / 1000):
            value = min(scenario.value_at(path) + step, most)
            yield path, scenario.with_values({path: value})
    for path, choices in CHOSEN.items():
        for choice in choices:
            yield f"{path} {choice}", scenario.with_values({path: choice})
    all_of_it: Mapping[str, Any] = {
        path: min(scenario.value_at(path) + more, most) for path, (most, more) in RAISED.items()
    }
    yield "all of it", scenario.with_values(all_of_it)


def check_support(scenario: Scenario) -> None:
    """No kind of support raises the load of a plan; one that only costs does not move it."""
    before = load_of(scenario)
    for name, changed in with_more_support(scenario):
        after = load_of(changed)
        if np.isnan(before.probability):  # no worked weeks: no figure, before or after
            assert np.isnan(after.probability), name
        else:
            assert after.probability <= before.probability, name
        if "hours" not in name and "sessions" not in name and name != "all of it":
            assert after.inputs == before.inputs or np.isnan(before.probability), name


@given(scenarios())
def test_support_never_raises_load(scenario: Scenario) -> None:
    """Supervision, consultation and own therapy: neither their hours nor their money, in any plan.

    To the bit, since what they cost and what is paid for their hours never enters.
    """
    check_support(scenario)


PAYS: dict[str, dict[str, Any]] = {
    "own-practice": {"kind": "own_practice"},
    "contractor-split": {"kind": "contractor", "pay": {"kind": "split"}},
    "contractor-per-session": {
        "kind": "contractor",
        "pay": {"kind": "per_session", "rates_per_session": [70.0]},
    },
    "salary": {"kind": "employee", "pay": {"kind": "salary", "salary_per_year": 72_000.0}},
    "hourly-with-supervision-paid": {
        "kind": "employee",
        "pay": {
            "kind": "hourly",
            "rate_per_hour": 46.0,
            "paid_buckets": ["sessions", "notes", "supervision_received", "meetings"],
        },
    },
    "per-session-with-supervision-paid": {
        "kind": "employee",
        "pay": {
            "kind": "per_session",
            "rates_per_session": [60.0],
            "administration_rate_per_hour": 25.0,
            "administration_rate_buckets": ["supervision_received"],
        },
    },
}
LOANS: dict[str, dict[str, Any]] = {
    "no-loans": {},
    "known-payment": {"kind": "known_payment", "payment_per_month": 400.0, "owed": 66_000.0},
    "rap": {"kind": "by_plan", "plan": "rap", "as_of": date(2026, 11, 22)},
    "ibr": {"kind": "by_plan", "plan": "ibr_10", "as_of": date(2026, 11, 22)},
}
TAXES: dict[str, dict[str, Any]] = {
    "us": {"mode": "us"},
    "rate": {"mode": "effective", "rate": 0.25},
    "none": {"mode": "none"},
}


def plan_of(pay: str, loans: str, tax: str) -> Scenario:
    """A practice with some support, paid, in debt and taxed in one way."""
    return Scenario.parse(
        {
            "work": PAYS[pay],
            "loans": LOANS[loans],
            "household": {"needs_per_month": 4_000.0, "tax": TAXES[tax]},
            "support": {
                "supervision_hours_per_week": 1.0,
                "supervision_price_per_hour": 60.0,
                "own_therapy": {"sessions_per_year": 20.0, "tax_status": "business_cost"},
            },
        }
    )


@pytest.mark.parametrize("tax", TAXES)
@pytest.mark.parametrize("loans", LOANS)
@pytest.mark.parametrize("pay", PAYS)
def test_support_never_raises_load_however_one_is_paid(pay: str, loans: str, tax: str) -> None:
    """The same for every way of being paid, in debt and taxed, paid for supervision too."""
    check_support(plan_of(pay, loans, tax))


@pytest.mark.parametrize("line", [30_000.0, 60_000.0])
@pytest.mark.parametrize("kind", ["supervision", "consultation"])
@pytest.mark.parametrize("pay", ["own-practice", "hourly-with-supervision-paid"])
def test_support_never_raises_load_near_a_line_of_rap(pay: str, kind: str, line: float) -> None:
    """Just below and above an income at which a payment jumps, support still counts only as help.

    A dollar of support bought, or an hour of it paid, may cross the line and move the payment by a
    hundredth of all income; the load must not hear of it. Of support there is so much already that
    more of it counts no more.
    """
    hours = {f"support.{name}_hours_per_week": 0.0 for name in ("supervision", "consultation")}
    hours[f"support.{kind}_hours_per_week"] = 4.0
    plan = plan_of(pay, "rap", "us").with_values(
        {**hours, "support.supervision_price_per_hour": 0.0, f"{THERAPY}.sessions_per_year": 0.0}
    )
    path = (
        "work.session_kinds.0.fee_per_session"
        if pay == "own-practice"
        else "work.pay.rate_per_hour"
    )

    def income(amount: float) -> float:
        found = evaluate(plan.with_values({path: amount}), RULES)
        return float(found.loan_year.adjusted_income)

    low, high = 0.0, 2_000.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if income(middle) <= line else (low, middle)
    jump = [evaluate(plan.with_values({path: at}), RULES).loans.amount for at in (low, high + 1e-6)]
    assert jump[1] - jump[0] > 0.009 * line  # it is a line
    for at in (low - 0.5, low, high + 1e-6, high + 0.5):
        check_support(plan.with_values({path: at}))


def test_supervision_in_the_evening_is_no_load() -> None:
    """Where after hours are more than the work, more supervision makes no more of them."""
    few = {"session_kinds": [], "time": {"after_hours_per_week": 12.0}}
    plan = Scenario.parse({"work": {"kind": "own_practice", **few}})
    check_support(plan)
    assert load_of(plan).inputs.after_hours == load_of(plan).inputs.hours_total


@given(scenarios(most_money=1e6))
def test_load_knows_no_currency(scenario: Scenario) -> None:
    """All money of a plan, and of the law, x 128: the same load, since only ratios enter."""
    mode = scenario.household.tax
    if isinstance(mode, UsTax):  # tables of states hold counts beside dollars
        rates = {"state_rate": mode.state_rate or 0.05}
        rates["payroll_programme_rate"] = mode.payroll_programme_rate or 0.01
        changes = {f"household.tax.{name}": rate for name, rate in rates.items()}
        scenario = scenario.with_values(changes)
    if not isinstance(scenario.loans, KnownPayment):  # a lender bills whole cents
        scenario = scenario.with_values({"loans": {"payment_per_month": 450.0, "owed": 50_000.0}})
    one = evaluate(scenario, load_rules(scenario.tax_year)).load
    scaled = evaluate(scaled_scenario(scenario, 128.0), scaled_rules(scenario.tax_year, 128.0)).load
    for name in FACTORS:
        ours, theirs = getattr(one.inputs, name), getattr(scaled.inputs, name)
        assert theirs == pytest.approx(ours, rel=1e-9, abs=1e-9, nan_ok=True), name
    assert scaled.probability == pytest.approx(one.probability, rel=1e-9, nan_ok=True)


@given(batches())
def test_a_batch_of_plans_equals_its_plans(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """Load of a batch is, at each draw, the load of that draw alone."""
    batch, singles = pair
    together = load_of(batch)
    for draw in range(DRAWS):
        alone = load_of(singles[draw])
        found = np.broadcast_to(together.probability, DRAWS)[draw]
        assert found == pytest.approx(alone.probability, rel=1e-9, nan_ok=True)
        for many, one in zip(together.contributions, alone.contributions, strict=True):
            value = np.broadcast_to(many.value, DRAWS)[draw]
            assert value == pytest.approx(one.value, rel=1e-9, abs=1e-9, nan_ok=True)


@given(scenarios())
def test_any_plan_has_a_load_or_none(scenario: Scenario) -> None:
    """Without worked weeks there is no figure and no band; any other plan has its figure."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    load = indicator(result.load.inputs, result.rules, DRAWN)
    if result.year.worked_weeks.amount == 0:
        assert np.isnan(load.probability)
        assert load.band is None
        assert load.bands_of_range == ()
    else:
        assert 0.0828 <= load.probability <= 0.8313
        assert load.range is not None
        assert load.range.low <= load.probability <= load.range.high
