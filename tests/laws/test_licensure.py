"""Laws of the way to a licence: what helps never lengthens it, what hinders never shortens it."""

import math
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.offers.licensure import (
    Asked,
    LicencePath,
    Pace,
    pace_of,
    requirement_for,
    way_to_licence,
    weeks_to_licence,
)
from calc.offers.licensure.asked import FIGURES
from calc.parameters import state_names
from calc.scenario import Family, LicenceInputs, Ramp, Requirement
from tests.strategies import scenarios

FAMILIES: tuple[Family, ...] = ("counselor", "lcsw", "mft", "psychologist")


def numbers(least: float, most: float) -> st.SearchStrategy[float]:
    """Numbers as people type them."""
    return st.integers(round(least * 4), round(most * 4)).map(lambda quarters: quarters / 4)


@st.composite
def boards(draw: st.DrawFn) -> tuple[str, tuple[Requirement, ...]]:
    """A board, sometimes with figures typed for it."""
    state = draw(st.sampled_from(sorted(state_names())))
    family = draw(st.sampled_from(FAMILIES))
    most = dict.fromkeys(FIGURES, 4_000.0) | {
        "least_months": 48.0,
        "least_supervised_weeks": 150.0,
        "most_hours_per_week": 60.0,
        "direct_hours_per_supervision_hour": 20.0,
    }
    least = {"most_hours_per_week": 1.0, "direct_hours_per_supervision_hour": 1.0}
    typed: dict[str, Any] = {
        name: draw(numbers(least.get(name, 0.0), most[name]))
        for name in FIGURES
        if draw(st.booleans())
    }
    return state, (Requirement(state=state, family=family, **typed),)


@st.composite
def standings(draw: st.DrawFn) -> tuple[Asked, LicenceInputs]:
    """What a board asks, and what of it is collected."""
    state, typed = draw(boards())
    stands = LicenceInputs(
        family=typed[0].family,
        typed=typed,
        done_total_hours=draw(numbers(0.0, 3_000.0)),
        done_direct_hours=draw(numbers(0.0, 1_500.0)),
        done_relational_hours=draw(numbers(0.0, 500.0)),
        done_supervision_hours=draw(numbers(0.0, 150.0)),
        done_months=draw(numbers(0.0, 30.0)),
        session_counts_as_hour=draw(st.booleans()),
    )
    return requirement_for(state, stands), stands


RAMPS = st.builds(
    Ramp, credentialing_weeks=numbers(0.0, 26.0), sessions_added_per_week=numbers(0.0, 6.0)
)


def plan(
    booked: float = 20.0, missed: float = 0.1, off: float = 4.0, supervision: float = 1.0
) -> Scenario:
    """An associate's year."""
    return Scenario.parse(
        {
            "work": {
                "kind": "employee",
                "session_kinds": [
                    {
                        "payer": "private",
                        "booked_per_week": booked,
                        "late_cancelled_share": 0.0,
                        "missed_share": missed,
                    }
                ],
                "time": {"holiday_weeks": off, "sickness_weeks": 0, "training_weeks": 0},
                "pay": {"kind": "salary", "salary_per_year": 50_000},
            },
            "support": {"supervision_hours_per_week": supervision},
        }
    )


def pace(stands: LicenceInputs, **changes: float) -> Pace:
    """What such a year brings in a week."""
    return pace_of(evaluate(plan(**changes), load_rules(2026)), 0.3, stands)


def not_longer(one: LicencePath, other: LicencePath) -> bool:
    """Whether a way is no longer than another, but for rounding; one without end is longest."""
    first, second = (math.inf if way.weeks is None else way.weeks for way in (one, other))
    return first <= second * (1 + 1e-12) + 1e-9


@given(standings(), RAMPS, numbers(1.0, 40.0), numbers(0.0, 20.0))
def test_more_sessions_never_lengthen(
    standing: tuple[Asked, LicenceInputs], ramp: Ramp, booked: float, more: float
) -> None:
    """More booked at the same share held is never slower."""
    asked, stands = standing
    few = way_to_licence(asked, pace(stands, booked=booked), stands, ramp)
    many = way_to_licence(asked, pace(stands, booked=booked + more), stands, ramp)
    assert not_longer(many, few)


@given(standings(), RAMPS, st.integers(0, 10), st.integers(0, 10))
def test_more_kept_sessions_never_lengthen(
    standing: tuple[Asked, LicenceInputs], ramp: Ramp, one: int, other: int
) -> None:
    """The smaller the share missed, the shorter the way, or the same."""
    asked, stands = standing
    low, high = sorted((one / 10, other / 10))
    kept = way_to_licence(asked, pace(stands, missed=low), stands, ramp)
    lost = way_to_licence(asked, pace(stands, missed=high), stands, ramp)
    assert not_longer(kept, lost)


@given(standings(), numbers(0.0, 26.0), numbers(0.0, 26.0))
def test_more_weeks_off_never_shorten(
    standing: tuple[Asked, LicenceInputs], off: float, more: float
) -> None:
    """The months a board asks stay; every other term takes as long or longer."""
    asked, stands = standing
    here = way_to_licence(asked, pace(stands, off=off), stands)
    away = way_to_licence(asked, pace(stands, off=off + more), stands)
    assert not_longer(here, away)


@given(standings(), RAMPS)
def test_a_ramp_never_shortens(standing: tuple[Asked, LicenceInputs], ramp: Ramp) -> None:
    """A slow start is never faster than a full caseload."""
    asked, stands = standing
    full = way_to_licence(asked, pace(stands), stands)
    assert not_longer(full, way_to_licence(asked, pace(stands), stands, ramp))


@given(
    standings(),
    RAMPS,
    st.sampled_from(
        [
            "done_total_hours",
            "done_direct_hours",
            "done_relational_hours",
            "done_supervision_hours",
            "done_months",
        ]
    ),
    numbers(0.0, 200.0),
)
def test_what_is_collected_never_lengthens(
    standing: tuple[Asked, LicenceInputs], ramp: Ramp, name: str, more: float
) -> None:
    """Any hour or month more behind you is never a loss."""
    asked, stands = standing
    further = LicenceInputs.model_validate(
        {
            **dict(stands),
            name: min(getattr(stands, name) + more, 230.0 if "months" in name else 2e4),
        }
    )
    before = way_to_licence(asked, pace(stands), stands, ramp)
    assert not_longer(way_to_licence(asked, pace(stands), further, ramp), before)


@given(scenarios(), standings(), RAMPS, st.floats(0.0, 1.0))
def test_any_plan_has_an_answer(
    scenario: Scenario, standing: tuple[Asked, LicenceInputs], ramp: Ramp, relational: float
) -> None:
    """The deciding term's weeks are the whole way; a way without end names why; never NaN."""
    asked, stands = standing
    result = evaluate(scenario, load_rules(scenario.tax_year))
    found = pace_of(result, relational, stands)
    path = way_to_licence(asked, found, stands, ramp)
    weeks = [term.weeks for term in path.terms]
    assert all(week is None or (math.isfinite(week) and week >= 0.0) for week in weeks)
    assert {term.name for term in path.terms} <= {
        name for name in FIGURES if asked.value(name) is not None
    }
    alone = weeks_to_licence(asked, found, stands, ramp)
    assert path.never == (None in weeks)
    assert path.at_least == (bool(asked.unknown) and None not in weeks)
    if not path.terms:
        assert (path.weeks, path.binding) == (None, None)
        assert np.isnan(alone)
    elif None in weeks:
        assert path.weeks is None
        assert path.binding is not None
        assert path.binding.weeks is None
        assert np.isposinf(alone)
    else:
        assert path.weeks == max(week for week in weeks if week is not None) == float(alone)
        assert path.weeks == (path.binding.weeks if path.binding else 0.0)


@given(standings())
def test_the_way_is_the_longest_of_its_simple_terms(
    standing: tuple[Asked, LicenceInputs],
) -> None:
    """At a steady pace with no limit on what counts: needed less done, over the pace, stretched."""
    asked, stands = standing
    limits = ("most_hours_per_week", "most_other_hours", "direct_hours_per_supervision_hour")
    if any(asked.value(name) is not None for name in limits):
        return
    found = pace(stands)
    stretch = 52 / float(found.worked_weeks_per_year)
    rates = {
        "total_hours": found.counted,
        "direct_hours": found.direct,
        "relational_hours": found.relational,
        "supervision_hours": found.supervision,
    }
    done = {name: getattr(stands, f"done_{name}") for name in rates}
    done["total_hours"] = max(done["total_hours"], done["direct_hours"])
    expected = [
        max(float(asked.value(name) or 0.0) - done[name], 0.0) / float(rate) * stretch
        for name, rate in rates.items()
    ]
    months = max(float(asked.value("least_months") or 0.0) - stands.done_months, 0.0)
    expected.append(months * 52 / 12)
    weeks = float(asked.value("least_supervised_weeks") or 0.0) * stretch
    expected.append(max(weeks - stands.done_months * 52 / 12, 0.0))
    path = way_to_licence(asked, found, stands)
    assert math.isclose(path.weeks or 0.0, max(expected), rel_tol=1e-12, abs_tol=1e-9)
