"""State tax of filers of 65 and over, over drawn returns: the laws that hold in every state.

Sixty draws for each of nine households of that age. Half have 8,000 to 48,000 of interest and
pension and earn nothing, half 48,000 to 400,000 of any kind: between lie credits for low earnings,
which rise with them and end at 65.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from calc.parameters import state_names
from calc.scenario.household import FilingStatus
from calc.taxes import Household
from calc.taxes.states.record import state_record
from tests.laws.test_states import RULES, case_of

Floats = NDArray[np.float64]
DRAWS = 60
LOW_DRAWS = np.arange(DRAWS) % 2 == 0  # those without earnings
EARNED = ("profit", "wages", "spouse_wages")
KINDS = (*EARNED, "other_income", "pension_income")
PEOPLE: tuple[tuple[FilingStatus, int, int], ...] = (
    ("single", 65, 40),
    ("single", 74, 40),
    ("single", 88, 40),
    ("joint", 67, 70),
    ("joint", 66, 60),
    ("joint", 60, 68),
    ("joint", 90, 88),
    ("head_of_household", 67, 40),
    ("surviving_spouse", 72, 40),
)
STEPS_USD = (40.0, 5_000.0)


@dataclass(frozen=True)
class Fall:
    """Tax that falls although income rises, and the law that makes it."""

    state: str
    kinds: tuple[str, ...]
    law: str


FALLS = (
    Fall("AL", ("pension_income",), "6,000 is left out, federal tax on it is deducted (40-18-15)"),
    Fall("CO", ("pension_income",), "left out, while what profit has deducted federally rises"),
    Fall("IA", ("pension_income",), "left out, while what profit has deducted federally rises"),
    Fall("OH", ("pension_income",), "credit by its size (R.C. 5747.055), and that of two incomes"),
    Fall("OR", ("pension_income",), "9 % of it is a credit at low income (ORS 316.157)"),
    Fall("GA", ("profit",), "5,000 of profit is left out, half the tax on it is deducted besides"),
    Fall("OH", ("wages", "spouse_wages"), "joint filing credit from 500 of each (R.C. 5747.05)"),
    Fall("OH", ("profit",), "profit is not taxed, half the tax on it is deducted (R.C. 5747.01)"),
)
# Where somebody of 65 may pay more than at 64, and why.
DEARER = {
    "AL": "federal tax, which the deduction for seniors lowers, is deducted (Code 40-18-15)",
    "OR": "federal tax, which the deduction for seniors lowers, is deducted (ORS 316.680)",
}


def aged_states() -> list[str]:
    """The states whose law has something for age."""
    found = []
    for code in state_names():
        record = state_record(code, RULES)
        if record and any("aged" in name.split("_") for name in record.parameters):
            found.append(code)
    return found


STATES = aged_states()


@functools.cache
def draws(status: str) -> Mapping[str, Floats]:
    """Sixty returns: a total, shared out among the kinds of income that are drawn for each."""
    rng = np.random.default_rng(65 + len(status))
    low = LOW_DRAWS
    logs = rng.uniform(size=DRAWS)
    total = np.where(low, 8e3 * (48 / 8) ** logs, 48e3 * (400 / 48) ** logs)
    weights = rng.exponential(size=(len(KINDS), DRAWS)) * (rng.random((len(KINDS), DRAWS)) < 0.6)
    weights[: len(EARNED), low] = 0.0
    if status != "joint":
        weights[KINDS.index("spouse_wages")] = 0.0
    weights[-1] += 1e-3  # some of each total
    amounts = np.round(total * weights / weights.sum(axis=0), 2)
    return dict(zip(KINDS, amounts, strict=True))


def home(state: str, people: tuple[FilingStatus, int, int], **more: Floats) -> Household:
    """The drawn returns of one household, with other amounts where they are given."""
    status, age, spouse_age = people
    return Household(
        filing_status=status,
        state=state,
        age=age,
        spouse_age=spouse_age,
        deduction="standard",
        **{**draws(status), **more},
    )


def net(household: Household) -> Floats:
    """State tax after all credits, of each draw."""
    return np.broadcast_to(np.asarray(case_of(household).bill.net, dtype=float), (DRAWS,))


def federal_tax(household: Household) -> Floats:
    """Federal tax after credits, of each draw."""
    found = case_of(household).federal.tax_after_credits
    return np.broadcast_to(np.asarray(found, dtype=float), (DRAWS,))


def younger(household: Household) -> Household:
    """The same household before anybody is 65."""
    ages = (min(household.age, 64), min(household.spouse_age, 64))
    return replace(household, age=ages[0], spouse_age=ages[1])


def test_the_states_and_the_draws() -> None:
    """Thirty-seven states and the District; draws reach from 8,000 to 400,000, of every kind."""
    assert len(STATES) == 38
    assert "DC" in STATES
    for status in ("single", "joint"):
        total = np.sum(list(draws(status).values()), axis=0)
        assert total.min() < 12_000
        assert total.max() > 300_000
    assert all(np.count_nonzero(amounts) > 10 for amounts in draws("joint").values())


@pytest.mark.parametrize("state", STATES)
def test_tax_is_never_negative(state: str) -> None:
    """Nor are credits that are paid out; and tax is never above income."""
    for people in PEOPLE:
        household = home(state, people)
        bill = case_of(household).bill
        total = np.sum(list(draws(people[0]).values()), axis=0)
        assert np.all(np.greater_equal(bill.tax, 0.0))
        assert np.all(np.greater_equal(bill.refundable, 0.0))
        assert np.all(np.less_equal(bill.tax, total))


@pytest.mark.parametrize("state", STATES)
def test_nobody_pays_more_for_being_65(state: str) -> None:
    """The same return at 64 is not cheaper; in Oregon by no more than its rate on federal tax."""
    for people in PEOPLE:
        household = home(state, people)
        more = net(household) - net(younger(household))
        allowed = 0.005
        if state in DEARER:
            allowed = allowed + 0.099 * (federal_tax(younger(household)) - federal_tax(household))
        assert np.all(more <= allowed), (people, more.max())


@pytest.mark.parametrize("state", DEARER)
def test_each_exception_is_there(state: str) -> None:
    """Somebody of 65 pays more there than at 64."""
    found = [home(state, people) for people in PEOPLE]
    assert any(np.any(net(one) > net(younger(one)) + 1.0) for one in found)


def falls(state: str, kind: str) -> list[tuple[str, float]]:
    """Whose tax falls when income of a kind rises by a step, and by how much at most.

    Earnings are added to the returns that have some.
    """
    found = []
    counted = ~LOW_DRAWS if kind in EARNED else np.full(DRAWS, True)
    for people in PEOPLE:
        if kind == "spouse_wages" and people[0] != "joint":
            continue
        before = net(home(state, people))
        amounts = draws(people[0])[kind]
        for step in STEPS_USD:
            change = net(home(state, people, **{kind: amounts + step})) - before
            if np.any(change[counted] < -0.005):
                found.append((people[0], float(change[counted].min())))
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", STATES)
def test_more_income_is_no_less_tax(state: str, kind: str) -> None:
    """Tax rises with each kind of income, or stays; where a law lets it fall, it is named."""
    named = any(fall.state == state and kind in fall.kinds for fall in FALLS)
    found = falls(state, kind)
    assert named or not found, found


@pytest.mark.parametrize("fall", FALLS, ids=lambda fall: f"{fall.state}: {fall.law}")
def test_each_named_fall_is_there(fall: Fall) -> None:
    """What the table names happens: tax falls with one of its kinds of income."""
    assert any(falls(fall.state, kind) for kind in fall.kinds)
