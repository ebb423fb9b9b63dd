"""Charts by their data: what is drawn, where, and what the sentence beside it says."""

import math

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.ledger import Line, less, total
from calc.ledger import given as stated
from ui.telling.chart_frame import DIGIT_WIDTH, FONT_SIZE, GAP, NARROWEST, WORD_WIDTH, Chart
from ui.telling.charts import dollar, staircase, week
from ui.telling.palette import CLEAR, DARK, LIGHT

PLOT_WIDTHS = [NARROWEST, 500, 740]
REFERENCE = [150.0, -9.0, -4.371, -16.470403, -27.302091, -7.411003, -12.851703]
LABELS = ["Fee", "Missed sessions", "Card fees", "Practice costs", "Taxes", "Health cover"]


def steps(amounts: list[float]) -> Line:
    """A staircase; the last step is unpaid time."""
    labels = [*LABELS[: len(amounts) - 1], "Unpaid time"]
    keys = [f"wage.{label.lower().replace(' ', '_')}" for label in labels]
    parts = [
        stated(key, label, amount, "money_per_session")
        for key, label, amount in zip(keys, labels, amounts, strict=True)
    ]
    return total("wage", "Your hour", *parts)


def year(*buckets: tuple[str, float, float]) -> Line:
    """Hours of a year by label: paid, unpaid."""
    return total(
        "hours",
        "Hours",
        *(
            total(
                f"hours.{label}",
                label,
                stated(f"hours.{label}.paid", "Paid", paid, "hours_per_year"),
                stated(f"hours.{label}.unpaid", "Unpaid", unpaid, "hours_per_year"),
            )
            for label, paid, unpaid in buckets
        ),
    )


WEEK = year(
    ("Training", 0.0, 20.0),
    ("Sessions", 742.1333, 0.0),
    ("Notes", 0.0, 148.4267),
    ("Travel", 0.0, 0.0),
    ("Meetings", 100.0, 38.0),
)


def take_home(money_in: float, **leaving: float) -> Line:
    """What comes in, what leaves, what is left."""
    rows = (
        less(stated(f"take_home.{label}", label.replace("_", " "), amount, "money_per_year"))
        for label, amount in leaving.items()
    )
    came = stated("take_home.money_in", "Money in", money_in, "money_per_year")
    return total("take_home", "Take-home", came, *rows)


def drawn(chart: Chart | None) -> tuple[dict, list[str], list[str]]:
    """Bars, labels and amounts, without their markup."""
    assert chart is not None
    layout = chart.figure["layout"]
    amounts = [
        note["text"].replace("<b>", "").replace("</b>", "") for note in layout["annotations"]
    ]
    return chart.figure["data"][0], layout["yaxis"]["ticktext"], amounts


def all_charts() -> list[Chart]:
    """One chart of each kind, and the hard cases."""
    charts = [
        staircase(steps(REFERENCE), LIGHT),
        staircase(steps([60.0, -9.0, -66.0, 3.0]), LIGHT),
        staircase(steps([1_234_567.891, -1_200_000.0, -30_000.0, -4_000.0]), LIGHT, "CHF"),
        staircase(steps([150.0, -146.0, -1.0]), LIGHT),
        staircase(steps([0.0, -3.0]), LIGHT),
        staircase(steps([0.0]), LIGHT),
        week(WEEK, 46.0, LIGHT),
        week(year(("Supervision of other people", 5.0, 80.0)), 1.0, LIGHT),
        dollar(take_home(142_692.0, Practice_costs=16_668.0, Taxes=27_630.0), LIGHT),
        dollar(take_home(30_000.0, Practice_costs=46_668.0, Support=-500.0), LIGHT, "EUR"),
    ]
    assert None not in charts
    return [chart for chart in charts if chart]


def test_the_reference_case_is_drawn_as_it_was_worked_by_hand() -> None:
    """The steps of the worked case, rounded so that they add up to the hour."""
    bars, labels, amounts = drawn(staircase(steps(REFERENCE), LIGHT))
    assert labels == [*LABELS, "Unpaid time", "Your hour"]
    assert amounts[1:-1] == ["−9.00", "−4.37", "−16.47", "−27.31", "−7.41", "−12.85"]
    assert (amounts[0], amounts[-1]) == ("$150.00", "$72.59")
    assert bars["x"] == [150.0, -9.0, -4.37, -16.47, -27.31, -7.41, -12.85, 72.59]
    assert bars["base"] == pytest.approx([0, 150, 141, 136.63, 120.16, 92.85, 85.44, 0])
    assert bars["hovertext"][1] == "Missed sessions<br>−\u2060$9.00 per session"
    assert bars["hovertext"][-1] == "Your hour<br>$72.59 per session"


def test_only_unpaid_time_is_hollow() -> None:
    """Hollow means unpaid: outline in the colour of what leaves, no fill."""
    bars, labels, _ = drawn(staircase(steps(REFERENCE), LIGHT))
    fill = dict(zip(labels, bars["marker"]["color"], strict=True))
    outline = dict(zip(labels, bars["marker"]["line"]["color"], strict=True))
    assert [label for label in labels if fill[label] == CLEAR] == ["Unpaid time"]
    assert outline["Unpaid time"] == fill["Taxes"] == LIGHT.leaves
    assert fill["Fee"] == fill["Your hour"] == LIGHT.kept


def test_a_step_of_zero_is_left_out() -> None:
    """A step that takes nothing has no row, and no word in the sentence."""
    chart = staircase(steps([150.0, 0.0, -4.0, 0.0]), LIGHT)
    assert drawn(chart)[1] == ["Fee", "Card fees", "Your hour"]
    assert chart is not None
    assert "Missed" not in chart.alt


def test_a_negative_end_stands_left_of_zero() -> None:
    """A loss is drawn on the other side of a zero line, its amount left of it."""
    chart = staircase(steps([60.0, -9.0, -66.0, 3.0]), LIGHT)
    bars, _, amounts = drawn(chart)
    assert bars["base"][-1] == 0.0
    assert bars["x"][-1] == -12.0
    assert amounts[-1] == "−\u2060$12.00"
    assert amounts[3] == "+3.00"
    assert chart is not None
    layout = chart.figure["layout"]
    assert layout["annotations"][-1]["x"] == -12.0
    assert layout["annotations"][-1]["xanchor"] == "right"
    assert any(shape["x0"] == shape["x1"] == 0.0 for shape in layout["shapes"])


@given(st.lists(st.floats(-300, 300), min_size=1, max_size=7))
def test_shown_steps_add_up_and_join(amounts: list[float]) -> None:
    """Bars of the shown steps begin where the step before ended, and end at the shown hour."""
    line = steps(amounts)
    bars, _, _ = drawn(staircase(line, LIGHT))
    *moves, end = bars["x"]
    assert round(math.fsum(moves), 2) == end == round(float(line.amount), 2)
    ends = [base + move for base, move in zip(bars["base"], moves, strict=False)]
    assert bars["base"][1:-1] == pytest.approx(ends[:-1], abs=1e-6)


def test_the_week_is_sorted_and_told_by_kind() -> None:
    """Largest first, paid filled, unpaid hollow, an empty bucket left out, unit at both ends."""
    chart = week(WEEK, 46.0, LIGHT)
    bars, labels, amounts = drawn(chart)
    assert labels == ["Sessions", "Notes", "Meetings", "Training"]
    assert amounts == ["16.1 h", "3.2", "3.0", "0.5 h"]
    fills = zip(bars["y"], bars["marker"]["color"], strict=True)
    kinds = [(labels[row], colour == CLEAR) for row, colour in fills]
    assert kinds == [
        ("Sessions", False),
        ("Notes", True),
        ("Meetings", False),
        ("Meetings", True),
        ("Training", True),
    ]
    assert bars["hovertext"][1] == "Notes<br>3.2 h a worked week, unpaid"
    assert chart is not None
    assert chart.alt == (
        "Of 22.8 hours in a worked week 4.5 are unpaid: Sessions 16.1 paid; Notes 3.2 unpaid; "
        "Meetings 2.2 paid and 0.8 unpaid; Training 0.5 unpaid."
    )


@given(st.lists(st.tuples(*[st.floats(0, 3000)] * 2), min_size=1, max_size=9), st.floats(1, 52))
def test_shown_hours_add_up(buckets: list[tuple[float, float]], weeks: float) -> None:
    """The hours of all bars, to one decimal, are the hours of the week."""
    line = year(*((f"Bucket {place}", *both) for place, both in enumerate(buckets)))
    chart = week(line, weeks, LIGHT)
    if chart is None:
        assert round(float(line.amount) / weeks, 1) == 0
    else:
        in_all = math.fsum(drawn(chart)[0]["x"])
        assert round(in_all, 1) == round(float(line.amount) / weeks, 1)


def test_own_therapy_has_a_row_below_the_work() -> None:
    """It is drawn and told beside the hours of work, and is none of them."""
    chart = week(WEEK, 46.0, LIGHT, 1.5)
    bars, labels, amounts = drawn(chart)
    assert (labels[-1], amounts[-1]) == ("Own therapy", "1.5 of your own")
    assert bars["hovertext"][-1] == "Own therapy<br>1.5 h a worked week, not work"
    assert bars["marker"]["color"][-1] == LIGHT.neutral
    assert chart is not None
    assert chart.alt.startswith(
        "Of 22.8 hours in a worked week 4.5 are unpaid: Sessions 16.1 paid;"
    )
    assert chart.alt.endswith("beside them own therapy 1.5, which is no work.")


def test_every_hundred_is_accounted_for() -> None:
    """What leaves and what is kept add up to the hundred that came in."""
    bars, labels, amounts = drawn(
        dollar(take_home(142_692.0, Card=4_423.0, Costs=16_668.0, Taxes=27_630.0, None_=0.0), LIGHT)
    )
    assert labels == ["Card", "Costs", "Taxes", "Take-home"]
    assert amounts == ["−\u2060$3.10", "−11.68", "−19.36", "$65.86"]
    assert math.fsum(bars["x"]) == pytest.approx(100.0)
    assert bars["marker"]["color"] == [LIGHT.leaves] * 3 + [LIGHT.kept]
    assert bars["hovertext"][0] == "Card<br>−\u2060$3.10 of every $100"


def test_a_year_that_ends_below_zero() -> None:
    """More leaves than comes in: what is left stands left of zero with its own amount."""
    chart = dollar(take_home(30_000.0, Costs=33_000.0), LIGHT)
    bars, _, amounts = drawn(chart)
    assert bars["x"] == [110.0, -10.0]
    assert amounts == ["−\u2060$110.00", "−\u2060$10.00"]


def test_nothing_to_draw_is_no_chart() -> None:
    """Without hours, weeks or money in there is no chart, never an empty one."""
    assert staircase(steps([math.nan, -3.0]), LIGHT) is None
    assert week(WEEK, 0.0, LIGHT) is None
    assert week(year(("Sessions", 0.0, 0.0)), 46.0, LIGHT) is None
    assert week(year(("Sessions", 1e-9, 0.0)), 46.0, LIGHT) is None
    assert dollar(take_home(0.0, Costs=1_000.0), LIGHT) is None
    assert dollar(take_home(math.nan, Costs=1_000.0), LIGHT) is None


@pytest.mark.parametrize("chart", all_charts())
def test_the_sentence_has_every_label_and_number(chart: Chart) -> None:
    """Who cannot see the chart hears all of it, in one sentence."""
    _, labels, amounts = drawn(chart)
    assert chart.alt.endswith(".")
    assert "\n" not in chart.alt
    for label in labels:
        assert label.replace("<br>", " ") in chart.alt
    if "worked week" not in chart.alt:
        for amount in amounts:
            assert amount in chart.alt


@pytest.mark.parametrize("width", PLOT_WIDTHS)
@pytest.mark.parametrize("chart", all_charts())
def test_every_amount_has_room(chart: Chart, width: int) -> None:
    """At each width no amount leaves the chart, or runs into a label or out of its bar."""
    layout = chart.figure["layout"]
    lines = [line for label in layout["yaxis"]["ticktext"] for line in label.split("<br>")]
    margin = layout["margin"]["r"]
    plot = width - max(map(len, lines)) * WORD_WIDTH - 2 * GAP - margin
    low, high = layout["xaxis"]["range"]
    assert plot > 0
    for note in layout["annotations"]:
        needs = len(note["text"].replace("<b>", "").replace("</b>", "")) * DIGIT_WIDTH
        at = (note["x"] - low) / (high - low) * plot + note["xshift"]
        if note["xanchor"] == "left":
            assert at + needs <= plot + margin + 1
        else:
            assert at - needs >= -1


@pytest.mark.parametrize("chart", all_charts())
def test_a_chart_is_quiet(chart: Chart) -> None:
    """No legend, no zoom, no ground of its own; text of 15 pixels in a colour said outright."""
    figure = go.Figure(chart.figure)  # plotly refuses what it does not know
    layout = chart.figure["layout"]
    assert layout["showlegend"] is False
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == CLEAR
    assert layout["xaxis"]["fixedrange"] is layout["yaxis"]["fixedrange"] is True
    assert layout["dragmode"] is False
    assert layout["uirevision"]
    assert figure.layout.height == chart.height
    fonts = [layout["font"], layout["yaxis"]["tickfont"], layout["hoverlabel"]["font"]]
    for font in [*fonts, *(note["font"] for note in layout["annotations"])]:
        assert font["size"] == FONT_SIZE == 15
        assert font["color"] in (LIGHT.text, LIGHT.text_on_kept)


def test_a_label_is_never_markup() -> None:
    """A name somebody typed is shown as typed."""
    chart = dollar(take_home(100.0, **{"<b>&": 20.0}), LIGHT)
    assert drawn(chart)[1][0] == "&lt;b&gt;&amp;"
    assert drawn(chart)[0]["hovertext"][0].startswith("&lt;b&gt;&amp;<br>")


def test_a_chart_has_the_colours_it_is_given() -> None:
    """A dark theme's chart is dark."""
    assert drawn(staircase(steps(REFERENCE), DARK))[0]["marker"]["color"][0] == DARK.kept
