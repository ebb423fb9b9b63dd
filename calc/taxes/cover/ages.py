"""What a premium of known ages suggests for other ages: an estimate, never a quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from calc.errors import ScenarioError
from calc.number import Number, added, step_value
from calc.parameters import Parameter
from calc.parameters.premium_credit import premium_credit
from calc.taxes.cover.marketplace import problem

AgeBasis = Literal["default_curve", "own_curve_not_read", "not_by_age"]


@dataclass(frozen=True, slots=True)
class PremiumEstimate:
    """A premium estimated from one of other ages, in dollars a year, and what it stands on.

    `basis` tells whether the state uses the default curve, has one of its own that we have not
    read, so that the default stands in, or does not rate by age.
    """

    premium_per_year: Number
    basis: AgeBasis
    sources: tuple[Parameter, ...]


def age_factor(age: int, cover_year: int) -> float:
    """The premium at an age as a multiple of that at 21, by the default curve.

    >>> age_factor(14, 2026), age_factor(40, 2026), age_factor(70, 2026)
    (0.765, 1.278, 3.0)
    """
    curve = premium_credit(cover_year)["age_curve"]
    return float(step_value(float(age), curve.row("from_age"), curve.row("factors")))


def factor_of(ages: Sequence[int], cover_year: int) -> float:
    """The same of several people together: of children the three oldest are counted.

    >>> round(factor_of((40, 38, 12, 10, 8, 3), 2026), 3)
    4.819
    """
    rated = premium_credit(cover_year)["children_rated"]
    below = rated.of("below_age")
    children = sorted((age for age in ages if age < below), reverse=True)[: int(rated.of("most"))]
    grown = [age for age in ages if age >= below]
    return float(added(age_factor(age, cover_year) for age in (*grown, *children)))


def premium_at_ages(
    known_premium: Number,
    known_ages: Sequence[int],
    ages: Sequence[int],
    state: str,
    cover_year: int,
) -> PremiumEstimate:
    """A premium of the same plan for people of other ages, from one that is known.

    In a state that does not rate by age it stays the same for as many people, and is not known (not
    a number) for more or fewer: families have rates of their own there. Nobody is taken to smoke.
    `ScenarioError` where no ages are given, or one below 0.

    >>> found = premium_at_ages(7_200.0, (40,), (58,), "TX", 2026)
    >>> round(float(found.premium_per_year)), found.basis
    (14355, 'default_curve')
    """
    _check("known_ages", known_ages)
    _check("ages", ages)
    law = premium_credit(cover_year)
    curve, otherwise = law["age_curve"], law["states_rated_otherwise"]
    if state in otherwise.words("not_by_age"):
        same = 1.0 if len(ages) == len(known_ages) else float("nan")
        return PremiumEstimate(known_premium * same, "not_by_age", (otherwise,))
    basis: AgeBasis = (
        "own_curve_not_read" if state in otherwise.words("own_curve") else "default_curve"
    )
    times = factor_of(ages, cover_year) / factor_of(known_ages, cover_year)
    sources = (curve, law["children_rated"], otherwise)
    return PremiumEstimate(known_premium * times, basis, sources)


def _check(name: str, ages: Sequence[int]) -> None:
    if not ages:
        raise ScenarioError((problem(name, "too_few", 0, 1),))
    if min(ages) < 0:
        raise ScenarioError((problem(name, "too_small", min(ages), 0),))


def state_money(state: str, cover_year: int) -> str:
    """What a state pays towards premiums beside the credit, in words; empty where none was read.

    Named only: it is in no figure.

    >>> state_money("NM", 2026)
    'New Mexico replaces the lapsed federal credits in full'
    >>> state_money("TX", 2026), state_money("NM", 2027)
    ('', '')
    """
    found = premium_credit(cover_year).get("state_money")
    told = None if found is None else found.value
    return str(told[state]) if isinstance(told, Mapping) and state in told else ""
