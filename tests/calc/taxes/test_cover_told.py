"""Premiums of other ages, cover that is refused, and the lines of a year of cover."""

import numpy as np
import pytest

from calc.errors import Problem, ScenarioError
from calc.ledger import Line
from calc.number import Number
from calc.parameters import load_rules, state_names
from calc.taxes import Household
from calc.taxes.cover import (
    Marketplace,
    cover_lines,
    cover_of,
    premium_at_ages,
    state_money,
)
from calc.taxes.cover.ages import age_factor, factor_of

RULES = load_rules(2026)
PLAN = Marketplace(benchmark_per_year=9_000.0, premium_per_year=8_400.0)


def cents(number: Number) -> float:
    """A single figure to the cent."""
    return round(float(number), 2)


def problems_of(**amounts: object) -> tuple[Problem, ...]:
    """What is refused of a household's cover."""
    stated = {"benchmark_per_year": 9_000.0, "premium_per_year": 8_400.0, **amounts}
    with pytest.raises(ScenarioError) as raised:
        Marketplace(**stated)  # type: ignore[arg-type]
    return raised.value.problems


# --- ages ----------------------------------------------------------------------------------------


def test_a_premium_at_another_age() -> None:
    """7,200 at 40 is 7,200 x 2.548 / 1.278 at 58, by the default curve."""
    found = premium_at_ages(7_200.0, (40,), (58,), "TX", 2026)
    assert cents(found.premium_per_year) == cents(7_200.0 * 2.548 / 1.278)
    assert found.basis == "default_curve"
    assert {law.key.removeprefix("premium_credit.") for law in found.sources} == {
        "age_curve",
        "children_rated",
        "states_rated_otherwise",
    }
    both = premium_at_ages(np.array([7_200.0, 6_000.0]), (40,), (40, 10), "TX", 2026)
    assert np.asarray(both.premium_per_year) == pytest.approx(
        np.array([7_200.0, 6_000.0]) * (1.278 + 0.765) / 1.278
    )


def test_factors_of_the_curve() -> None:
    """A child, 21 to 24, 25, 50, and everybody from 64 on; of five children three are counted."""
    assert [age_factor(age, 2026) for age in (0, 14, 15, 21, 24, 25, 50, 64, 90)] == [
        0.765,
        0.765,
        0.833,
        1.0,
        1.0,
        1.004,
        1.786,
        3.0,
        3.0,
    ]
    assert factor_of((45, 20, 19, 16, 4, 2), 2026) == pytest.approx(1.444 + 0.97 + 0.941 + 0.859)


def test_states_that_rate_otherwise() -> None:
    """New York has no factor; Oregon's own curve was not read and the default stands in."""
    same = premium_at_ages(7_200.0, (40,), (58,), "NY", 2026)
    assert (same.premium_per_year, same.basis) == (7_200.0, "not_by_age")
    more = premium_at_ages(7_200.0, (40,), (58, 20), "VT", 2026)
    assert np.isnan(more.premium_per_year)
    own = premium_at_ages(7_200.0, (40,), (58,), "OR", 2026)
    assert own.basis == "own_curve_not_read"
    assert own.premium_per_year > 7_200.0


@pytest.mark.parametrize(
    ("known", "ages", "name", "kind"),
    [
        ((), (40,), "known_ages", "too_few"),
        ((40,), (), "ages", "too_few"),
        ((40,), (-1,), "ages", "too_small"),
    ],
)
def test_ages_that_are_refused(
    known: tuple[int, ...], ages: tuple[int, ...], name: str, kind: str
) -> None:
    """Nobody, and somebody not born yet."""
    with pytest.raises(ScenarioError) as raised:
        premium_at_ages(7_200.0, known, ages, "TX", 2026)
    (found,) = raised.value.problems
    assert (found.path, found.kind) == (f"cover.{name}", kind)


def test_what_states_pay_is_named_only() -> None:
    """Seven states of 2026; nothing was read of 2027."""
    named = [code for code in state_names() if state_money(code, 2026)]
    assert sorted(named) == ["CA", "CO", "CT", "MA", "MD", "NM", "WA"]
    assert not any(state_money(code, 2027) for code in state_names())


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amounts", "name", "kind", "bound"),
    [
        ({"premium_per_year": -1.0}, "premium_per_year", "too_small", 0.0),
        ({"advance_per_year": np.array([0.0, -2.0])}, "advance_per_year", "too_small", 0.0),
        ({"benchmark_per_year": float("nan")}, "benchmark_per_year", "not_a_number", "finite"),
        ({"premium_per_year": float("inf")}, "premium_per_year", "not_a_number", "finite"),
        ({"premium_per_year": None}, "premium_per_year", "wrong_type", "number"),
        ({"premium_per_year": "8400"}, "premium_per_year", "wrong_type", "number"),
        ({"premium_per_year": True}, "premium_per_year", "wrong_type", "number"),
        ({"premium_per_year": np.ones((2, 2))}, "premium_per_year", "wrong_type", "number"),
        ({"benchmark_per_year": None}, "benchmark_per_year", "missing_field", None),
        ({"benchmark_per_year": 0.0}, "benchmark_per_year", "missing_field", None),
        ({"people_covered": 0}, "people_covered", "too_small", 1),
    ],
)
def test_cover_that_is_refused(
    amounts: dict[str, object], name: str, kind: str, bound: object
) -> None:
    """The field, its value, the rule and its bound; what to do stands beside each kind."""
    (found,) = problems_of(**amounts)
    assert (found.path, found.kind, found.bound) == (f"cover.{name}", kind, bound)


def test_rows_of_different_length() -> None:
    """Draws stand beside one another, so there are as many of each."""
    (found,) = problems_of(benchmark_per_year=np.ones(2), premium_per_year=np.ones(3))
    assert (found.path, found.kind) == ("cover.benchmark_per_year", "mixed_lengths")
    assert found.bound == [2, 3]


def test_an_advance_needs_a_benchmark_too() -> None:
    """Without a premium or an advance none is needed, and nothing is owed."""
    (found,) = problems_of(benchmark_per_year=None, premium_per_year=0.0, advance_per_year=500.0)
    assert found.kind == "missing_field"
    nobody = Marketplace(benchmark_per_year=None, premium_per_year=0.0)
    cover = cover_of(Household(profit=50_000.0), nobody, RULES)
    assert (cover.deduction, cover.credit, cover.april) == (0.0, 0.0, 0.0)


def test_more_people_covered_than_the_return_has() -> None:
    """Two of one; the bound is the people of the return."""
    plan = Marketplace(benchmark_per_year=9_000.0, premium_per_year=8_400.0, people_covered=2)
    with pytest.raises(ScenarioError) as raised:
        cover_of(Household(profit=50_000.0), plan, RULES)
    (found,) = raised.value.problems
    assert (found.path, found.kind) == ("cover.people_covered", "too_large")
    assert (found.value, found.bound) == (2, 1)
    assert cover_of(Household(filing_status="joint", profit=50_000.0), plan, RULES).credit > 0.0


# --- lines ---------------------------------------------------------------------------------------


def keys(line: Line) -> set[str]:
    """The keys of all parameters behind a statement."""
    return {source.key for _, part in line.walk() for source in part.sources}


def test_lines_say_what_was_worked_out() -> None:
    """They add up, carry the figures of the cover, and cite the law behind them."""
    plan = Marketplace(
        benchmark_per_year=9_000.0, premium_per_year=8_400.0, advance_per_year=6_000.0
    )
    cover = cover_of(Household(profit=60_000.0), plan, RULES)
    left, deduction, april = cover_lines(cover)
    assert left.amount == pytest.approx(cover.premium_after_credit)
    assert left.find("cover.credit").amount == -cover.credit
    assert left.find("cover.figure").amount == cover.figure
    assert deduction.amount == cover.deduction
    assert deduction.find("cover.earned_income").amount == cover.earned_income
    assert april.amount == cover.april > 0.0
    assert "100 % of what was too much" in april.how
    assert "below 100 % or above 400 %" in april.find("cover.credit").how
    assert keys(left) | keys(april) == {
        "premium_credit.applicable_figure",
        "premium_credit.figure_rounding",
        "premium_credit.income_limit",
        "premium_credit.repayment",
        "student_loans.poverty_guideline",
    }
