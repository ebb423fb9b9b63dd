"""Rows of a chart: notes below a label, hatched bars, and amounts where there is room."""

from ui.telling.chart_frame import DIGIT_WIDTH
from ui.telling.chart_rows import HOUR_ROW, STEP_ROW, Bar, Row, rows_chart
from ui.telling.palette import CLEAR, LIGHT

PLAIN = Row("Fee", (Bar(0.0, 150.0, LIGHT.kept, "$150 a session"),), "$150", "inside")


def test_a_note_stands_small_below_its_label() -> None:
    """The row is as high as one of two lines, and nothing typed is markup."""
    noted = Row("A & B", (Bar(0.0, 10.0, LIGHT.kept, "10"),), "10", "right", note="<seen>")
    chart = rows_chart([PLAIN, noted], "Two rows.", HOUR_ROW, LIGHT)
    style = f"font-size:13px;color:{LIGHT.gray_text}"
    assert chart.figure["layout"]["yaxis"]["ticktext"] == [
        "Fee",
        f'A &amp; B<br><span style="{style}">&lt;seen&gt;</span>',
    ]


def test_a_label_of_two_lines_makes_all_rows_higher() -> None:
    """Rows of one chart are of one height."""
    long = Row("A label that takes two lines", PLAIN.bars, "$150", "inside")
    assert rows_chart([PLAIN, PLAIN], "Short.", HOUR_ROW, LIGHT).height == 2 * HOUR_ROW
    assert rows_chart([PLAIN, long], "Long.", HOUR_ROW, LIGHT).height == 2 * STEP_ROW


def test_what_is_uncertain_is_hatched_on_the_paper() -> None:
    """A hatched bar has an outline and a pattern; a plain one beside it has neither."""
    unsure = Row("Guess", (Bar(0.0, 20.0, LIGHT.leaves, "20", hatched=True),), "20", "right")
    marker = rows_chart([PLAIN, unsure], "Two rows.", HOUR_ROW, LIGHT).figure["data"][0]["marker"]
    assert marker["pattern"]["shape"] == ["", "/"]
    assert marker["pattern"]["bgcolor"] == [LIGHT.kept, CLEAR]
    assert marker["line"]["width"] == [0, 1.6]
    alone = rows_chart([PLAIN], "One row.", HOUR_ROW, LIGHT).figure["data"][0]["marker"]
    assert "pattern" not in alone


def test_an_amount_moves_where_there_is_room() -> None:
    """Inside a bar that holds it; right of one that is too short, with a margin kept for it."""
    short = Row("Tip", (Bar(0.0, 1.0, LIGHT.kept, "1"),), "$1.00", "inside")
    layout = rows_chart([PLAIN, short], "Two rows.", HOUR_ROW, LIGHT).figure["layout"]
    inside, beside = layout["annotations"]
    assert (inside["x"], inside["xanchor"]) == (150.0, "right")
    assert (beside["x"], beside["xanchor"]) == (1.0, "left")
    assert layout["margin"]["r"] < len("$1.00") * DIGIT_WIDTH
