"""The map of Set a rate by its data: its lines, its labels and the least fees."""

import re
from typing import Any

import numpy as np
import pytest

from calc.questions.rate import Ask, find
from calc.questions.rate_map import least_fees, map_for
from tests.ui.rate.targets import SOLO
from ui.rate import charts as rate_charts
from ui.rate import labels as rate_labels
from ui.rate.sections import least_table
from ui.shell import examples
from ui.telling import label_room
from ui.telling.palette import LIGHT

WITH_A_FEE = [
    name for name, plan in examples.scenarios().items() if plan.work.kind == "own_practice"
]
FULL = Ask("fee", take_home=7500.0, hours=32.0, load=25.6)


def test_a_line_passes_where_the_figure_is_the_level() -> None:
    """Points lie on the level; a line that leaves the grid is broken, an upright one goes up."""
    xs, ys = np.linspace(1.0, 5.0, 41), np.linspace(1.0, 5.0, 41)
    product = np.outer(ys, xs)
    points = [point for point in rate_charts.line_at(product, xs, ys, 8.0) if point]
    assert all(abs(x * y - 8.0) < 0.02 for x, y in points)
    assert min(x for x, _ in points) == pytest.approx(1.6, abs=0.01)
    upright = rate_charts.line_at(np.tile(xs, (41, 1)), xs, ys, 2.33)
    assert {round(point[0], 6) for point in upright if point} == {2.33}
    assert [point[1] for point in upright if point] == sorted(ys)
    valley = np.tile((xs - 3.0) ** 2, (41, 1)) - ys[:, None] + 1.0
    assert None not in rate_charts.line_at(valley, xs, ys, -0.5)
    assert rate_charts.line_at(valley, xs, ys, 0.5).count(None) == 1  # its foot is off the grid
    assert rate_charts.line_at(product, xs, ys, 100.0) == []


def test_the_deepest_place_inside() -> None:
    """The words of the tint stand inside it, and nowhere where there is none."""
    met = -np.ones((9, 9))
    assert rate_labels.inside(met) is None
    met[3:8, 4:9] = 1.0
    assert rate_labels.inside(met) == (5, 6)


def test_the_map_by_its_data() -> None:
    """Three lines in their textures, the tint, the ring of today and the diamond of the answer."""
    drawn = map_for(SOLO, FULL, find(SOLO, FULL))
    assert drawn is not None
    chart = rate_charts.map_chart(drawn, FULL, LIGHT, "USD")
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    assert [traces[name]["line"]["dash"] for name in ("$7,500 a month", "32 hours")] == [
        "solid",
        "dash",
    ]
    assert traces["25.6 in 100 exhausted"]["line"]["dash"] == "dot"
    assert traces["all met"]["fillcolor"] == LIGHT.all_met
    assert (traces["As it is today"]["x"], traces["As it is today"]["y"]) == ([22.0], [150.0])
    assert (traces["The answer"]["x"], traces["The answer"]["y"]) == ([22.0], [170.0])
    labels = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert set(labels) == {
        "Fee per session",
        "<b>all three met</b>",
        "$7,500 a month",
        "32 hours",
        "25.6 in 100 exhausted",
    }
    for axis in ("xaxis", "yaxis"):
        assert chart.figure["layout"][axis]["fixedrange"]
    assert (
        "As it is today: $150, 22 booked a week. The answer: $170, 22 booked a week." in chart.alt
    )
    assert "The dashed line of 32 hours" in chart.alt
    assert "\\" not in chart.alt


@pytest.mark.parametrize("name", WITH_A_FEE)
@pytest.mark.parametrize("sought", ["fee", "booked", "weeks_off"])
def test_labels_stay_inside_and_apart(name: str, sought: Any) -> None:
    """On the narrowest screen no label leaves the plot, and no two cover each other."""
    ask = Ask(sought, take_home=5000.0, hours=30.0, load=45.0)
    plan = examples.scenarios()[name]
    drawn = map_for(plan, ask, find(plan, ask))
    assert drawn is not None
    chart = rate_charts.map_chart(drawn, ask, LIGHT, "USD")
    scale = rate_labels._Scale(drawn)
    boxes = []
    for note in chart.figure["layout"]["annotations"][1:]:
        x, y = scale.pixel((note["x"], note["y"]))
        wide = len(re.sub("<.*?>", "", note["text"])) * rate_labels.CHARACTER
        at = (x + note["xshift"], y + note["yshift"])
        boxes.append(label_room.around(at, wide))
    for left, low, right, top in boxes:
        assert left >= -1
        assert low >= -1
        assert right <= scale.width + 1
        assert top <= scale.height + 1
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1], (one, other)


def test_the_table_of_least_fees_as_shown() -> None:
    """Where no fee meets every target the row says so, and gives no money."""
    drawn = map_for(SOLO, FULL, find(SOLO, FULL))
    assert drawn is not None
    shown = least_table(least_fees(drawn), FULL, "USD").texts()
    assert shown[0][:3] == ["12", "none", "–"]


def test_the_words_in_the_tint_lie_across_no_line() -> None:
    """Between lines that leave no room for them they are left out."""
    for take_home in (6_000.0, 7_500.0, 9_000.0):
        for hours in (24.0, 26.0, 28.0, 32.0):
            ask = Ask("fee", take_home=take_home, hours=hours)
            drawn = map_for(SOLO, ask, find(SOLO, ask))
            assert drawn is not None
            chart = rate_charts.map_chart(drawn, ask, LIGHT, "USD")
            notes = [
                note
                for note in chart.figure["layout"]["annotations"]
                if note["text"] == "<b>both met</b>"
            ]
            x_low, x_high = chart.figure["layout"]["xaxis"]["range"]
            half = 4.5 * len("both met") / 2 / 326 * (x_high - x_low)
            for trace in chart.figure["data"]:
                if trace["name"] != f"{hours:.0f} hours" or not notes:
                    continue
                assert abs(notes[0]["x"] - trace["x"][0]) > half
