"""Laws of the answers about load and own therapy: any plan has them, and they hold."""

import numpy as np
import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.burnout import draws
from calc.questions.levers import FACTOR_OF, load_levers
from calc.questions.stages import STAGES, at_stage
from calc.questions.therapy import OPTIONS, PaysForIt, therapy_answers
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.sessions import fees_that_move
from tests.strategies import scenarios

DRAWN = draws(np.random.default_rng(1), load_rules(2026), count=200)


@given(scenarios())
def test_any_plan_has_levers(scenario: Scenario) -> None:
    """Every lever told is one we know, once, and what it changes is a lawful plan."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    found = load_levers(result, DRAWN)
    names = [lever.name for lever in found]
    assert len(names) == len(set(names))
    assert set(names) <= set(FACTOR_OF)
    for lever in found:
        assert lever.changed != lever.value
        known = result.year.worked_weeks.amount > 0
        assert (lever.difference.low <= lever.difference.high) == known


def with_it(scenario: Scenario, answer: PaysForIt) -> Scenario:
    """The plan with the fee, sessions or costs that an answer names."""
    kinds, pay = scenario.work.session_kinds, getattr(scenario.work, "pay", None)
    row, rise = "work.session_kinds.{}", answer.then - answer.now
    times = answer.then / (answer.now or 1.0)
    match answer.what, answer.unit:
        case "sessions", _:
            path = f"{row}.booked_per_week"
            found = [min(kind.booked_per_week * times, MOST_SESSIONS_PER_WEEK) for kind in kinds]
        case "costs", _:
            path, found = "costs.{}.amount", [cost.amount * times for cost in scenario.costs]
        case "fee", "money_per_year":
            return scenario.with_values({"work.pay.salary_per_year": answer.then})
        case "fee", "money_per_hour":
            return scenario.with_values({"work.pay.rate_per_hour": answer.then})
        case _ if pay is not None and pay.kind == "per_session":
            path = "work.pay.rates_per_session.{}"
            found = [rate + rise if rate else 0.0 for rate in pay.rates_per_session]
        case _:
            path, moving = f"{row}.fee_per_session", fees_that_move(kinds)
            found = [
                kind.fee_per_session + (rise if place in moving and kind.fee_per_session else 0.0)
                for place, kind in enumerate(kinds)
            ]
    return scenario.with_values({path.format(i): value for i, value in enumerate(found)})


@given(scenarios(most_money=1e6))
def test_what_pays_for_therapy_does(scenario: Scenario) -> None:
    """At each answer the year leaves as much over as without therapy, but for rounding.

    Where nothing reaches that, the answer is the best there is, and no worse than no change.
    """
    found = therapy_answers(evaluate(scenario, load_rules(scenario.tax_year)))
    now, target = found.result.left_over.amount, found.without.left_over.amount
    assert [row.option for row in found.options] == list(OPTIONS)
    for answer in found.pays:
        changed = evaluate(with_it(found.result.scenario, answer), found.result.rules)
        wanted = target if answer.reached else min(now, target)
        assert changed.left_over.amount >= wanted - 1e-9 * abs(wanted) - 1e-4, answer


@given(scenarios())
def test_any_plan_can_start_at_any_stage(scenario: Scenario) -> None:
    """A stage makes a lawful plan of any other, and has its caseload whatever the plan was."""
    rules = load_rules(scenario.tax_year)
    booked = sum(kind.booked_per_week for kind in scenario.work.session_kinds)
    for name in STAGES:
        changed = at_stage(scenario, name, rules)
        now = sum(kind.booked_per_week for kind in changed.work.session_kinds)
        wanted = rules[f"stages.{name}"].of("booked_per_week") if booked else 0.0
        assert now == pytest.approx(wanted)
