"""The next $100 in words, tables and as a chart."""

from typing import Any, get_args

import numpy as np
import pytest

from calc import Result
from calc.questions.next_dollar import NextDollar, StepName, next_dollar
from tests.ui.telling.shipped import GRADUATE, SOLO, check_plain, result_of
from ui.telling import next_dollar_chart, next_dollar_words
from ui.telling.palette import LIGHT

COVER = {
    "household.cover": {"benchmark_per_month": 950.0},
    "work.health_premium_per_month": 880.0,
    "work.session_kinds.0.fee_per_session": 90.0,
}
CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    "plain": (SOLO, {}),
    "credit": (SOLO, COVER),
    "graduate": (GRADUATE, {}),
    "no tax": (SOLO, {"household.tax": {"mode": "none"}}),
}


def of(case: str) -> tuple[Result, NextDollar]:
    """A result and its curve."""
    plan, changes = CASES[case]
    result = result_of(plan, changes)
    return result, next_dollar(result)


def test_every_step_has_words() -> None:
    """Each name of a step."""
    assert set(next_dollar_words.STEPS) == set(get_args(StepName))


@pytest.mark.parametrize("case", CASES)
def test_the_rows_add_up(case: str) -> None:
    """What is taken and what is left of $100 are $100, to the cent."""
    result, found = of(case)
    table = next_dollar_words.parts_table(found, "USD")
    *parts, (_, left) = table.rows
    assert round(sum(amount for _, amount in parts), 2) == left
    assert left == pytest.approx(float(found.kept_of_next[found.here]), abs=0.03)
    assert table.texts()[0] == ["The next amount", "$100.00"]
    steps = next_dollar_words.steps_table(found, "profit", "USD").texts()
    assert len(steps) == len(found.steps)
    assert all(amount[0] in "+−" for _, amount, _ in steps)
    assert next_dollar_words.earned_word(result) == ("pay" if case == "graduate" else "profit")


def test_the_summary() -> None:
    """What is yours, or what the next $100 costs."""
    assert next_dollar_words.summary(63.19, "USD") == "$63.19 of the next $100 is yours"
    assert next_dollar_words.summary(-5_100.0, "USD") == "the next $100 costs $5,100.00"
    check_plain(next_dollar_words.curve_line("profit", "USD"))


def test_the_step_ahead_and_the_base() -> None:
    """How far, what it costs or brings, or none; where the base is full, if within the curve."""
    said = next_dollar_words.ahead(of("credit")[1], "profit", "USD")
    check_plain(said)
    assert "away and costs \\$5," in said
    assert said.endswith("a year: the premium credit ends, at 400 % of the poverty line.")
    assert "no further step" in next_dollar_words.ahead(of("plain")[1], "profit", "USD")
    assert "brings" in next_dollar_words.ahead(of("graduate")[1], "pay", "USD")
    assert "\\$199,783" in next_dollar_words.base(of("plain")[1], "profit", "USD")
    assert next_dollar_words.base(of("graduate")[1], "pay", "USD") == ""
    assert next_dollar_words.base(of("no tax")[1], "profit", "USD") == ""


@pytest.mark.parametrize("case", CASES)
def test_the_chart(case: str) -> None:
    """A gap at each step, a diamond for it, a dot now, and all of it in a sentence."""
    _, found = of(case)
    chart = next_dollar_chart.curve(found, "profit", LIGHT, "USD")
    line, *rest = chart.figure["data"]
    assert line["y"].count(None) == int(np.isnan(found.between_steps).sum())
    assert len(rest) == (2 if found.steps else 1)
    assert chart.figure["layout"]["annotations"][0]["text"].startswith("<b>now $")
    check_plain(chart.alt)
    assert ("There is no step." in chart.alt) == (not found.steps)
