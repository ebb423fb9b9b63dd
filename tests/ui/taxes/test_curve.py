"""The curve of the gain by its data: marks, the grey bar, the words; and both tables."""

import math

import pytest

from tests.ui.pages import EXAMPLES
from tests.ui.taxes.both import PRACTICES, forms, plan_in
from ui.taxes import charts, tables
from ui.telling.palette import DARK, LIGHT

CALIFORNIA = plan_in("CA")


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("name", PRACTICES)
def test_every_practice_has_a_curve(name: str, phone: bool) -> None:
    """It is finite, and all that is named lies in the plot."""
    found = forms(EXAMPLES[name])
    drawn = charts.gain_curve(found, DARK, "USD", phone=phone)
    assert drawn is not None
    axes = drawn.figure["layout"]
    low, high = axes["yaxis"]["range"]
    for trace in drawn.figure["data"]:
        assert all(map(math.isfinite, trace["y"]))
        assert all(low <= y <= high for y in trace["y"])
        assert all(0.0 <= x <= axes["xaxis"]["range"][1] for x in trace["x"])
    bar = axes["shapes"][1]
    assert 0.0 <= bar["x0"] <= bar["x1"] <= axes["xaxis"]["range"][1]


def test_dot_and_ring_stand_where_the_engine_says() -> None:
    """The dot at the salary's gain, the ring where both forms are level."""
    found = forms(CALIFORNIA, 40_000.0)
    drawn = charts.gain_curve(found, LIGHT, "USD")
    assert drawn is not None
    first = charts.span(found)[0]
    named = {trace["name"]: trace for trace in drawn.figure["data"]}
    assert named["salary"]["x"] == [40_000.0 - first]
    assert named["salary"]["y"] == [round(found.gain, 2)]
    assert found.curve.turns_at is not None
    assert named["level"]["x"] == [found.curve.turns_at - first]
    assert named["level"]["y"] == [0.0]
    texts = [words["text"] for words in drawn.figure["layout"]["annotations"]]
    assert texts[0] == charts.BAND_NAME
    assert texts[1] == f"<b>+${found.gain:,.0f} at $40,000</b>"
    assert texts[2] == f"nothing at ${found.curve.turns_at:,.0f}"


def test_the_sentence_says_all_numbers() -> None:
    """Of the curve, the bar, the dot and the ring."""
    found = forms(CALIFORNIA, 40_000.0)
    said = charts.alt(found, "USD")
    for number in (found.gain, float(found.pay.quarter), float(found.pay.three_quarters)):
        assert f"${number:,.0f}" in said
    assert f"level at ${found.curve.turns_at:,.0f}" in said


def test_a_salary_beyond_all_leaves_the_curve() -> None:
    """No dot, no claim of a gain; the curve goes on to what the practice could pay."""
    found = forms(CALIFORNIA, 500_000.0)
    drawn = charts.gain_curve(found, LIGHT, "USD")
    assert drawn is not None
    assert [trace["name"] for trace in drawn.figure["data"]] == ["leaves more", "level"]
    assert "Marked" not in drawn.alt


def test_without_profit_there_is_no_curve() -> None:
    """The page then says so in words."""
    plan = plan_in("CA", {"work.session_kinds.0.booked_per_week": 0.0})
    assert charts.gain_curve(forms(plan), LIGHT, "USD") is None


def test_no_ring_where_no_salary_gains() -> None:
    """And none is named."""
    drawn = charts.gain_curve(forms(CALIFORNIA, 40_000.0, costs=30_000.0), LIGHT, "USD")
    assert drawn is not None
    assert [trace["name"] for trace in drawn.figure["data"]] == ["leaves more", "salary"]


@pytest.mark.parametrize("salary", [20_000.0, 33_333.0, 40_000.0, 61_111.0, 90_000.0])
def test_shown_columns_add_up_and_differ_by_the_gain(salary: float) -> None:
    """What stands in the table adds up as it stands."""
    found = forms(CALIFORNIA, salary)
    table = tables.both_forms(found, CALIFORNIA)
    *rows, together = table.rows
    for place in (1, 2):
        assert sum(row[place] for row in rows) == together[place]
    assert together[1] - together[2] == round(found.gain)
    assert table.texts()[0][1].replace("\\", "").startswith("$")
    assert [row[0] for row in rows][2] == "California"


def test_the_curve_as_a_table_has_its_ends() -> None:
    """From the first salary drawn to the last."""
    found = forms(CALIFORNIA, 40_000.0)
    table = tables.curve(found, CALIFORNIA)
    low, high = charts.span(found)
    first, last = (row[0].replace("\\", "") for row in (table.rows[0], table.rows[-1]))
    assert (first, last) == (f"${low:,.0f}", f"${high:,.0f}")
    gains = [row[1] for row in table.rows]
    assert gains == sorted(gains, reverse=True)
