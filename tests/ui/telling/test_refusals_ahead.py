"""Refusals of the months ahead that another part of the plan asks for."""

from datetime import date

import pytest

from calc.errors import ScenarioError
from calc.scenario import ahead_of
from tests.ui.telling.refused_ahead import MORE
from tests.ui.telling.shipped import SOLO, check_plain, problem_of
from ui.telling import refusals


def test_more_clients_than_places_says_how_many_places() -> None:
    """Asked about where months are worked out; the steady year takes any number of sessions."""
    plan = SOLO.with_values({"ahead": {"clients_at_start": 40}})
    with pytest.raises(ScenarioError) as refused:
        ahead_of(plan)
    assert refused.value.problems == (MORE,)
    said = refusals.sentence(MORE, plan)
    assert said == (
        "**Clients now** is 40, and a full week of this plan holds 22: its sessions scheduled a "
        "week, by the sessions of a client a week. Enter 22 or fewer, or more sessions."
    )
    check_plain(said)


def test_a_tax_year_that_months_do_not_fit_is_told_of_their_start() -> None:
    """What is refused is the start, whichever of the two was changed."""
    plan = SOLO.with_values({"ahead": {"starts_on": date(2026, 9, 1)}})
    found = problem_of(plan, {"tax_year": 2020})
    assert refusals.refused_value("tax_year", found, plan) == (
        "**Starts on** is 1 September 2026. All months stand under the law of this plan's tax "
        "year, so they begin on 1 January 2025 at the latest. Enter an earlier month, or choose a "
        "later tax year. Your figure is kept below until you change it."
    )
