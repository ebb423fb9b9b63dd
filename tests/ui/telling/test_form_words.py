"""The form of a practice in one line of Your hour."""

import pytest

from calc.questions.entity import forms_at, practice_in
from calc.questions.forms_told import gain_in_short
from calc.scenario.entity import SCorporation
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of
from ui.telling.form_words import OCCUPATION, on_your_hour

OWN = {"work.form": SCorporation(salary_per_year=50_000.0)}


def test_an_own_practice_is_told_what_a_corporation_would_leave() -> None:
    """At the median pay for its hours, with what running one costs."""
    result = result_of(SOLO, {})
    found = gain_in_short(result, OCCUPATION)
    assert found is not None
    salary, gain = found
    assert gain == pytest.approx(float(forms_at(practice_in(result), salary, 2_200.0).gain.amount))
    said = on_your_hour(result, *found)
    assert f"pays you \\${salary:,.0f}, the median pay of counselors" in said
    assert f"would leave you \\${abs(gain):,.0f} {'more' if gain > 0 else 'less'} a year" in said


def test_a_corporation_is_told_beside_a_proprietor() -> None:
    """Its own salary and costs."""
    result = result_of(SOLO, OWN)
    found = gain_in_short(result, OCCUPATION)
    assert found is not None
    assert found[0] == 50_000.0
    assert "your S corporation with a salary of \\$50,000 leaves you \\$" in on_your_hour(
        result, *found
    )
    assert "\\$5 less a year" in on_your_hour(result, 50_000.0, -5.0)


def test_for_whom_there_is_no_other_form_nothing_is_told() -> None:
    """An employee, and a practice that cannot pay so much."""
    assert gain_in_short(result_of(GRADUATE, {}), OCCUPATION) is None
    poor = result_of(SOLO, {"work.session_kinds.0.fee_per_session": 20.0})
    assert gain_in_short(poor, OCCUPATION) is None
