"""What the indicator says beside published groups: the chart and its table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from calc.burnout import Group
from ui.load.charts import bare, dots
from ui.telling import load_checks, numbers
from ui.telling.chart_frame import FONT, FONT_SIZE, Chart, in_two_lines
from ui.telling.chart_rows import LABEL_CHARACTERS
from ui.telling.load_words import whole
from ui.telling.palette import CLEAR, Palette
from ui.telling.tables import Table
from ui.telling.words import escape

ROW = 46
DOT = 13
SPARE = 4  # characters a label may be longer than in other charts


def chart(found: Sequence[Group], palette: Palette) -> Chart:
    """A row a published group: what was observed, with its interval, and what we would say."""
    data: list[dict[str, Any]] = []
    for place, group in enumerate(found):
        observed, predicted = (whole(each) for each in (group.observed, group.predicted))
        ends = [whole(end) for end in (group.low, group.high) if end is not None]
        xs = [*ends[:1], observed, *ends[1:]]
        sizes = [DOT if x == observed else 0 for x in xs]
        data.append(dots(xs, place, sizes, palette.kept, palette.kept))
        data.append(dots([predicted], place, [DOT], palette.neutral, CLEAR))
    height = ROW * len(found)
    layout = bare(height, palette)
    layout["xaxis"] |= {"range": [0, 100], "showticklabels": True, "tickvals": [0, 25, 50, 75, 100]}
    layout["yaxis"] |= {
        "automargin": True,
        "range": [len(found) - 0.5, -0.6],
        "showticklabels": True,
        "ticks": "",
        "tickvals": list(range(len(found))),
        "ticktext": [
            in_two_lines(load_checks.group(each), LABEL_CHARACTERS + SPARE) for each in found
        ],
        "tickfont": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
    }
    layout["xaxis"]["tickfont"] = layout["yaxis"]["tickfont"]
    layout["margin"] = {"l": 0, "r": 10, "t": 0, "b": 26}
    told = "; ".join(
        f"{load_checks.group(each)} {whole(each.observed)} seen, {whole(each.predicted)} expected"
        for each in found
    )
    return Chart({"data": data, "layout": layout}, f"People of 100: {told}.", height + 26)


def table(found: Sequence[Group]) -> Table:
    """The published groups with how many people, what was seen and what we would say, of 100."""
    rows = [
        (
            escape(f"{each.parameter.label} ({each.parameter.note})"),
            each.people,
            100 * each.observed,
            100 * each.predicted,
        )
        for each in found
    ]
    heads = ("Group, and how it was asked", "People", "Seen", "Expected")
    tenths = partial(numbers.number, decimals=1)
    return Table(heads, rows, (numbers.number, tenths, numbers.number))
