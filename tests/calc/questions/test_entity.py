"""Proprietor or corporation: gain over salary and profit, and what a pension loses."""

from pathlib import Path

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions.entity import (
    election_open,
    forms_at,
    most_salary,
    over_salaries,
    pension_lost,
    practice_in,
    profit_that_turns,
    running_costs,
)
from calc.year.evaluate import Result

RULES = load_rules(2026)
SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"
SOLO, GRADUATE = SCENARIOS / "solo_private_pay.toml", SCENARIOS / "graduate_with_loans.toml"


def year(**changes: object) -> Result:
    """A practice of full fees in Texas, with other values where the test has some."""
    plan = Scenario.from_toml(SOLO.read_text(encoding="utf-8"))
    plan = plan.with_values({"household.state": "TX", "household.city": "none"})
    fee = {"work.session_kinds.0.fee_per_session": 175.0}
    booked = {"work.session_kinds.0.booked_per_week": 22.0}
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return evaluate(plan.with_values({**fee, **booked, **named}), RULES)


def test_the_gain_is_of_two_returns() -> None:
    """At one salary: the proprietor's taxes less all of the other form and its costs."""
    practice = practice_in(year())
    found = forms_at(practice, 50_000.0, 2_200.0)
    by_hand = (
        found.sole.total.amount
        - found.owner.total.amount
        - found.corporation.payroll_tax.amount
        - found.corporation.entity_tax.amount
        - 2_200.0
    )
    assert float(found.gain.amount) == pytest.approx(float(by_hand))
    assert float(found.sole.total.amount) == pytest.approx(float(year().taxes.amount))


def test_over_salaries_the_gain_falls_and_turns() -> None:
    """It is greatest where the pay just covers the premium, and ends where both sides are seen."""
    practice = practice_in(year())
    found = over_salaries(practice, running_costs())
    best = float(found.salaries[int(np.argmax(found.gain))])
    assert best == pytest.approx(float(practice.home.self_employed_premium), abs=500.0)
    assert found.turns_at is not None
    before = float(forms_at(practice, found.turns_at - 1.0, 2_200.0).gain.amount)
    after = float(forms_at(practice, found.turns_at + 1.0, 2_200.0).gain.amount)
    assert before > 0.0 >= after


def test_where_no_salary_gains_none_is_named() -> None:
    """A small practice pays more to run a corporation than any salary saves."""
    practice = practice_in(year(work__session_kinds__0__booked_per_week=3.0))
    assert over_salaries(practice, 6_000.0).turns_at is None
    assert most_salary(practice, 1e9) == 0.0


def test_where_every_salary_gains_none_is_named() -> None:
    """Where running it costs less than nothing, it leaves more up to all that there is."""
    practice = practice_in(year())
    assert over_salaries(practice, -50_000.0).turns_at is None


def test_the_profit_at_which_it_turns() -> None:
    """A salary of 50,000 needs so much profit; of which both sides are seen."""
    practice = practice_in(year())
    found = profit_that_turns(practice, 50_000.0, 2_200.0, 400_000.0)
    assert found is not None
    assert 60_000.0 < found < 120_000.0
    assert profit_that_turns(practice, 50_000.0, 2_200.0, 55_000.0) is None
    assert profit_that_turns(practice, 0.0, -9_000.0, 55_000.0) == 0.0


def test_a_tax_that_only_a_proprietor_owes_is_counted() -> None:
    """New York City's tax on unincorporated business falls away, the corporation's comes."""
    result = year(household__state="NY", household__city="new_york_city")
    practice = practice_in(result)
    due = result.find("costs.practice_taxes.new_york_city_unincorporated").amount
    assert float(practice.alone) >= float(due) > 0.0


def test_saving_goes_as_far_as_the_pay() -> None:
    """A quarter of the pay from the corporation, and with the owner's own no more than the pay."""
    saving = {"work__saving__solo_401k_deferral_per_year": 10_000.0}
    practice = practice_in(year(**saving, work__saving__solo_401k_employer_per_year=10_000.0))
    put_in = {
        pay: float(forms_at(practice, pay, 2_200.0).corporation.corporation.employer_part)
        for pay in (12_000.0, 20_000.0, 60_000.0)
    }
    assert put_in == {12_000.0: 2_000.0, 20_000.0: 5_000.0, 60_000.0: 10_000.0}
    wages = forms_at(practice, 8_000.0, 2_200.0).owner.find("taxes.taxable_wages").amount
    assert float(wages) == pytest.approx(0.0)


def test_taxes_of_the_proprietor_move_with_profit() -> None:
    """In New York City the profit that turns is the same from whichever practice it is asked."""
    found = [
        profit_that_turns(
            practice_in(
                year(
                    household__state="NY",
                    household__city="new_york_city",
                    work__session_kinds__0__booked_per_week=booked,
                )
            ),
            50_000.0,
            2_200.0,
            300_000.0,
        )
        for booked in (14.0, 30.0)
    ]
    assert None not in found
    assert found[0] == pytest.approx(found[1], rel=0.05)


def test_who_has_no_such_return_is_refused() -> None:
    """An employee has no practice to incorporate; elsewhere the law is not known."""
    employee = Scenario.from_toml(GRADUATE.read_text(encoding="utf-8"))
    for result in (evaluate(employee, RULES), year(household__tax={"mode": "effective"})):
        with pytest.raises(ScenarioError, match=r"work\.form: not_supported"):
            practice_in(result)


def test_a_pension_loses_by_thirds_of_earnings() -> None:
    """Per 1,000 of earnings lost: 25.71, 9.14 and 4.29 a year by the mean of a working life."""
    lost = pension_lost(1_000.0, np.array([1_000.0, 4_000.0, 9_000.0]), RULES)
    assert np.round(lost, 2) == pytest.approx([25.71, 9.14, 4.29])


def test_a_tax_by_election_is_open_where_its_rate_is_known() -> None:
    """California's is known, Texas has none, Connecticut's rate has to be entered."""
    states = {state: election_open(practice_in(year(household__state=state))) for state in PLACES}
    assert {state: found is not None for state, found in states.items()} == PLACES


PLACES = {"CA": True, "TX": False, "CT": False}
