"""Charts of the months ahead by their data, and their words by where they lie."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from tests.ui.months import months_drawn as drawn
from ui.months import chart_labels, charts
from ui.telling.chart_frame import Chart
from ui.telling.palette import DARK, LIGHT

AMOUNTS = [39.5, 36.8, 34.3, 31.7, 29.0, 26.3, 23.6, 21.2, 21.0, 20.4, 20.0, 19.7, 18.9]
LEAVE = ([*range(1, 14)], np.array(AMOUNTS))
HELD = np.array([12.0] * 8 + [22.0] * 16)
FULL = (12, 14, 16)
MONTHS = 24


def bank(name: str, phone: bool, palette: Any = LIGHT) -> Chart:
    """A fan of money with all that may lie around it."""
    opening, bands = drawn.BANKS[name]
    return charts.bank_fan(
        drawn.START,
        bands,
        opening,
        palette,
        needs_per_month=5_500.0,
        dates=((9, "the job ends"), (11, "a leave begins")),
        taxes=drawn.TAXES,
        phone=phone,
    )


def clients(phone: bool, palette: Any = LIGHT, **more: Any) -> Chart:
    """A caseload that fills in two steps."""
    given = {"full": FULL, "full_from": 21.0, **more}
    rows = np.minimum(drawn.filling(MONTHS, 22.0), HELD[:, None])
    return charts.clients_fan(drawn.START, rows, 0.0, HELD, palette, phone=phone, **given)


def leave(phone: bool, palette: Any = LIGHT, chosen: int | None = 9) -> Chart:
    """What to start with, in thousands above."""
    months, amounts = LEAVE
    return charts.leave_curve(
        drawn.START, months, amounts * 1000, 14_000.0, palette, chosen=chosen, phone=phone
    )


def path(name: str, phone: bool, palette: Any = LIGHT) -> Chart:
    """The lower edge of a fan as the path that was drawn."""
    opening, bands = drawn.BANKS[name]
    return charts.one_path(drawn.START, bands[:, 0], bands, opening, palette, phone=phone)


def small(name: str, palette: Any = LIGHT) -> Chart:
    """One of all fans, on the scale of all."""
    opening, bands = drawn.BANKS[name]
    span = charts.shared_span(list(drawn.BANKS.values()))
    return charts.small_fan("Half-time to August", drawn.START, bands, opening, span, palette)


ALL: dict[str, Callable[[bool, Any], Chart]] = {
    **{f"bank {n}": lambda phone, look, n=n: bank(n, phone, look) for n in drawn.BANKS},
    **{f"path {n}": lambda phone, look, n=n: path(n, phone, look) for n in drawn.BANKS},
    "clients": lambda phone, look: clients(phone, look),
    "clients, full from the start": lambda phone, look: clients(phone, look, full_from=0.0),
    "clients, full at the end": lambda phone, look: clients(phone, look, full=(20, 24, None)),
    "leave": lambda phone, look: leave(phone, look),
    "leave, the last": lambda phone, look: leave(phone, look, 13),
    "leave, now": lambda phone, look: leave(phone, look, 1),
}


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desk"])
@pytest.mark.parametrize("name", ALL)
def test_words_lie_inside_and_apart(name: str, phone: bool) -> None:
    """At the narrowest width no label covers another, and all lie inside the chart."""
    chart, wide = ALL[name](phone, LIGHT), drawn.WIDTHS[phone]
    found = drawn.boxes(chart, wide)
    assert found
    for text, (left, low, right, top) in found:
        assert left >= -2.0, text
        assert right <= wide + 2.0, text
        assert low >= -2.0, text
        assert top <= chart.height + 2.0, text
    for (text, one), (other_text, other) in combinations(found, 2):
        assert not drawn.overlap(one, other), (text, other_text)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ALL)
def test_charts_are_plotly_s(name: str, palette: Any) -> None:
    """Every chart passes plotly's check, stays still, and tells itself in a sentence."""
    for phone in (True, False):
        chart = ALL[name](phone, palette)
        made = go.Figure(chart.figure)  # raises at a field that plotly does not know
        assert made.layout.xaxis.fixedrange
        assert made.layout.yaxis.fixedrange
        assert made.layout.height == chart.height
        assert chart.alt.endswith(".")
        assert "<" not in chart.alt
        colours = {note["font"]["color"] for note in drawn.notes(chart)}
        assert colours <= {palette.text, palette.gray_text}


def test_the_bank_by_its_data() -> None:
    """Both bands, the middle from the opening balance on, needs, zero, the date, the taxes."""
    opening, bands = drawn.BANKS["dips and rises"]
    chart = bank("dips and rises", False)
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    middle = traces["middle"]
    assert middle["x"] == list(range(MONTHS + 1))
    assert middle["y"] == [opening, *bands[:, 2].round(2).tolist()]
    assert middle["line"]["width"] == 2.4
    for name, low, high, share in (("eight of ten", 0, 4, "0.13"), ("half", 1, 3, "0.2")):
        band = traces[name]
        up = [opening, *bands[:, high].round(2).tolist()]
        down = [opening, *bands[:, low].round(2).tolist()]
        assert band["y"] == [*up, *reversed(down)]
        assert band["line"]["width"] == 0
        assert band["fillcolor"] == f"rgba(29, 90, 112, {share})"
    assert traces["start"]["y"] == [opening]
    assert traces["tax"]["x"] == [month - 0.5 for month, _ in drawn.TAXES]
    shapes = chart.figure["layout"]["shapes"]
    assert {shape["y0"] for shape in shapes if shape["yref"] == "y"} == {0.0, 16_500.0}
    assert [shape["x0"] for shape in shapes if shape["yref"] == "y domain"] == [8.0, 10.0]
    texts = [text for text, _ in drawn.boxes(chart, drawn.DESK)]
    end = f"${bands[-1, 2]:,.0f}"
    for said in ("the job ends", "eight of ten paths lie inside", end, "three months of needs"):
        assert said in texts
    assert "nothing left" in texts
    assert "+0.6k" in texts
    assert "−4.6k" in texts


def test_hovering_tells_the_month_and_five_figures() -> None:
    """Over the middle: the month, the middle, between what half and eight of ten lie."""
    _, bands = drawn.BANKS["dips and rises"]
    middle = bank("dips and rises", False).figure["data"][2]
    told = middle["hovertext"][6]
    assert told.startswith("End of June 2027")
    for amount in bands[5]:
        assert f"${amount:,.0f}".replace("$-", "−\u2060$") in told
    assert middle["hovertext"][0] == "At the start<br>$14,000"


def test_a_phone_has_diamonds_only() -> None:
    """Amounts of tax are not written there; without taxes there is no row at all."""
    texts = [text for text, _ in drawn.boxes(bank("dips and rises", True), drawn.NARROWEST)]
    assert "Tax" in texts
    assert not [text for text in texts if text.endswith("k")]
    _, bands = drawn.BANKS["falls"]
    plain = charts.bank_fan(drawn.START, bands, 6_000.0, LIGHT)
    assert "yaxis2" not in plain.figure["layout"]
    assert "Tax" not in plain.alt
    assert "needs" not in plain.alt


def test_the_sentence_of_the_bank() -> None:
    """Start, every sixth month, the date, the needs and the taxes."""
    said = bank("dips and rises", False).alt
    assert "At the start $14,000." in said
    assert said.count("At the end of") == MONTHS // 6
    assert "From September 2027: the job ends." in said
    assert "Three months of needs: $16,500." in said
    assert "$613 in April 2027" in said
    assert "$605 back in June 2028" in said


def test_the_caseload_by_its_data() -> None:
    """Places as a dashed step, the diamond where half of the paths have been full."""
    chart = clients(False)
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    assert traces["places"]["y"] == [*HELD.tolist(), 22.0]
    assert traces["places"]["line"]["shape"] == "hv"
    assert "dash" in traces["places"]["line"]
    assert (traces["full"]["x"], traces["full"]["y"]) == ([13.5], [21.0])
    texts = [text for text, _ in drawn.boxes(chart, drawn.DESK)]
    assert "full in February 2028, December to April" in texts
    assert "12 places beside the job" in texts
    assert "22 places" in texts
    assert "Half of the paths have been full by February 2028" in chart.alt
    assert "Places from September 2027: 22." in chart.alt
    assert "places: 12" in traces["middle"]["hovertext"][8]
    on_the_middle = clients(False, full_from=None).figure["data"]
    (mark,) = (trace for trace in on_the_middle if trace["name"] == "full")
    middle = traces["middle"]["y"]
    assert mark["y"] == [pytest.approx((middle[13] + middle[14]) / 2)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"full": (None, None, None)}, "Half of the paths are not full in the months shown."),
        ({"full_from": 0.0}, "Full from the start."),
    ],
)
def test_nothing_is_marked_that_is_not_reached(given: dict[str, Any], said: str) -> None:
    """Never full in the months shown, or full from the start: no diamond, and words."""
    chart = clients(False, **given)
    assert "full" not in {trace["name"] for trace in chart.figure["data"]}
    assert said in chart.alt


def test_small_fans_share_a_scale() -> None:
    """The same scale for all, on which all of them lie; the middle's end in few letters."""
    made = [small(name) for name in drawn.BANKS]
    spans = {tuple(chart.figure["layout"]["yaxis"]["range"]) for chart in made}
    assert len(spans) == 1
    ((low, high),) = spans
    for opening, bands in drawn.BANKS.values():
        assert low <= min(opening, bands.min())
        assert high >= max(opening, bands.max())
    for chart in made:
        found = drawn.boxes(chart, 230)
        assert len(found) == 2
        assert not drawn.overlap(found[0][1], found[1][1])
        assert all(box[0] >= 0.0 and box[2] <= 232.0 for _, box in found)
    assert "$274k" in [text for text, _ in drawn.boxes(small("no chance"), 230)]


def test_the_curve_by_its_data() -> None:
    """A point for each month tried, a dot at the one chosen, a dashed line at what one has."""
    chart = leave(False)
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    assert traces["to start with"]["x"] == list(range(13))
    assert traces["to start with"]["y"][:2] == [39_500.0, 36_800.0]
    assert (traces["chosen"]["x"], traces["chosen"]["y"]) == ([8.0], [21_000.0])
    assert traces["to start with"]["hovertext"][8] == (
        "The job ends in August 2027<br>$21,000 to start with"
    )
    (held,) = chart.figure["layout"]["shapes"]
    assert held["y0"] == held["y1"] == 14_000.0
    texts = [text for text, _ in drawn.boxes(chart, drawn.DESK)]
    assert {"August: $21,000", "now: $39,500", "you have $14,000", "$18,900"} == set(texts)
    assert "chosen" not in {trace["name"] for trace in leave(True, chosen=None).figure["data"]}
    assert "Marked: The job ends in August 2027, $21,000" in chart.alt
    one = charts.leave_curve(drawn.START, [3], np.array([900.0]), 0.0, LIGHT, chosen=3)
    assert "February: $900" in [text for text, _ in drawn.boxes(one, drawn.DESK)]


def test_a_path_beside_the_middle() -> None:
    """The path thick with its lowest marked, the middle thin."""
    opening, bands = drawn.BANKS["dips and rises"]
    chart = path("dips and rises", False)
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    own = [opening, *bands[:, 0].round(2).tolist()]
    assert traces["this path"]["y"] == own
    assert traces["this path"]["line"]["width"] > traces["middle"]["line"]["width"]
    assert traces["lowest"]["y"] == [min(own)]
    assert traces["lowest"]["x"] == [own.index(min(own))]
    assert f"Its lowest is ${min(own):,.0f}, end of October 2027." in chart.alt


@pytest.mark.parametrize("months", [12, 18, 24, 36, 48, 60])
@pytest.mark.parametrize("begins", range(1, 13))
def test_names_of_months_keep_apart(begins: int, months: int) -> None:
    """From any start, over any number of months: some names, none on another."""
    start = datetime.date(2026, begins, 1)
    for wide in (280.0, 310.0, 560.0):
        across = wide / months
        places, texts = charts.month_ticks(start, months, across)
        assert places
        for one in range(len(places) - 1):
            apart = (places[one + 1] - places[one]) * across
            assert apart > (len(texts[one]) + len(texts[one + 1])) * drawn.SMALL / 2
        years = {text[-4:] for text in texts if text[-1].isdigit()}
        assert years
        for place, text in zip(places, texts, strict=True):
            year, rest = divmod(begins - 1 + int(place), 12)
            month = datetime.date(2026 + year, rest + 1, 1)
            assert text in {f"{month:%b %Y}", f"{month:%b}", f"{month:%Y}"}


def test_a_full_column_of_words_is_spread() -> None:
    """Words at one height stand one over another, in their order, inside the column."""
    found = chart_labels.spread([(50.0, 20.0)] * 4, 0.0, 100.0)
    assert [b - a for a, b in pairwise(found)] == [20.0] * 3
    assert found[0] >= 10.0
    assert found[-1] <= 90.0
