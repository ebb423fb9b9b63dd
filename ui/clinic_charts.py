"""Charts of staffing plans: a ring as it is, a dot in the plan shown, a line between them."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ui.charts import (
    CLEAR,
    DIGIT_WIDTH,
    FONT,
    FONT_SIZE,
    GAP,
    HOUR_ROW,
    NARROWEST,
    WORD_WIDTH,
    Chart,
)
from ui.palette import Palette

MARK = 13
LABEL_CHARACTERS = 14
TOP = 30  # room for the name of the floor or the ceiling
SMALL = 13


@dataclass(frozen=True, slots=True)
class Dot:
    """One person: the figure as it is and in the plan shown; either may be missing."""

    label: str
    before: float | None
    now: float | None

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most of the two."""
        there = [value for value in (self.before, self.now) if value is not None]
        return min(there), max(there)

    @property
    def moved(self) -> bool:
        """Whether ring and dot are two."""
        both = self.before is not None and self.now is not None
        return both and abs(self.now - self.before) >= 0.005  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Limit:
    """A floor or ceiling, drawn dashed under its name."""

    value: float
    name: str


def dots(
    found: Sequence[Dot],
    limit: Limit | None,
    written: Callable[[float], str],
    told: str,
    palette: Palette,
) -> Chart | None:
    """A row for each person; values are written outside their marks, so nothing overlaps."""
    if not found:
        return None
    labels = [_short(dot.label) for dot in found]
    margin = max(len(label) for label in labels) * WORD_WIDTH + 2 * GAP
    axis = _range(found, limit, written, NARROWEST - margin - 2 * GAP)
    height = TOP + HOUR_ROW * len(found)
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    fixed = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    annotations = [note for place, dot in enumerate(found) for note in _values(dot, place, written)]
    annotations = [_styled(note, palette) for note in annotations]
    if limit is not None:
        annotations.append(_named(limit, axis, palette))
    layout = {
        "annotations": annotations,
        "dragmode": False,
        "font": font,
        "height": height,
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.panel,
            "bordercolor": palette.neutral,
            "font": font,
        },
        "hovermode": "closest",
        "margin": {"l": 0, "r": 2, "t": TOP, "b": 0, "pad": GAP},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "shapes": [*_lines(found, palette), *_dashed(limit, len(found), palette)],
        "showlegend": False,
        "uirevision": "same",
        "xaxis": {**fixed, "range": axis, "showticklabels": False},
        "yaxis": {
            **fixed,
            "automargin": True,
            "range": [len(found) - 0.5, -0.5],
            "tickfont": font,
            "ticks": "",
            "ticktext": labels,
            "tickvals": list(range(len(found))),
        },
    }
    data = [_rings(found, written, palette), _marks(found, written, palette)]
    return Chart({"data": data, "layout": layout}, _alt(found, limit, written, told), height)


def _short(label: str) -> str:
    cut = label if len(label) <= LABEL_CHARACTERS else f"{label[: LABEL_CHARACTERS - 1]}…"
    return html.escape(cut, quote=False)


def _range(
    found: Sequence[Dot], limit: Limit | None, written: Callable[[float], str], width: float
) -> list[float]:
    """An axis with room for every value beside its mark, on the narrowest chart."""
    points = [end for dot in found for end in dot.ends]
    points += [limit.value] if limit else []
    least, most = min(points), max(points)
    least, most = (least - 1.0, most + 1.0) if least == most else (least, most)
    low, high = least, most
    for _ in range(20):
        pixel = (high - low) / max(width, 1.0)
        beside = MARK / 2 + GAP
        lefts = [
            dot.ends[0] - (len(written(dot.ends[0])) * DIGIT_WIDTH + beside) * pixel
            for dot in found
            if dot.moved
        ]
        rights = [
            dot.ends[1] + (len(written(dot.ends[1])) * DIGIT_WIDTH + beside) * pixel
            for dot in found
        ]
        low = min(least - MARK * pixel, *lefts, least)
        high = max(most + MARK * pixel, *rights)
    return [round(low, 4), round(high, 4)]


def _values(dot: Dot, place: int, written: Callable[[float], str]) -> list[dict[str, Any]]:
    """Both values, each on the outer side of its mark; one where nothing moved."""
    if not dot.moved:
        value = dot.now if dot.now is not None else dot.before
        assert value is not None
        return [{"x": value, "y": place, "text": written(value), "side": 1, "main": True}]
    assert dot.before is not None
    assert dot.now is not None
    side = 1 if dot.now > dot.before else -1
    return [
        {"x": dot.before, "y": place, "text": written(dot.before), "side": -side, "main": False},
        {"x": dot.now, "y": place, "text": written(dot.now), "side": side, "main": True},
    ]


def _styled(note: dict[str, Any], palette: Palette) -> dict[str, Any]:
    side = note.pop("side")
    colour = palette.text if note.pop("main") else palette.gray_text
    return {
        **note,
        "font": {"family": FONT, "size": FONT_SIZE, "color": colour},
        "showarrow": False,
        "xanchor": "left" if side > 0 else "right",
        "xshift": side * (MARK / 2 + GAP - 1),
        "yanchor": "middle",
    }


def _named(limit: Limit, axis: Sequence[float], palette: Palette) -> dict[str, Any]:
    """The limit's name above its line, kept inside the plot."""
    part = (limit.value - axis[0]) / (axis[1] - axis[0])
    anchor = "left" if part < 0.25 else "right" if part > 0.75 else "center"
    return {
        "font": {"family": FONT, "size": SMALL, "color": palette.gray_text},
        "showarrow": False,
        "text": limit.name,
        "x": limit.value,
        "xanchor": anchor,
        "y": 1,
        "yanchor": "bottom",
        "yref": "paper",
        "yshift": 2,
    }


def _lines(found: Sequence[Dot], palette: Palette) -> list[dict[str, Any]]:
    line = {"color": palette.neutral, "width": 1.4}
    return [
        {
            "type": "line",
            "layer": "below",
            "line": line,
            "x0": dot.before,
            "x1": dot.now,
            "y0": place,
            "y1": place,
        }
        for place, dot in enumerate(found)
        if dot.moved
    ]


def _dashed(limit: Limit | None, rows: int, palette: Palette) -> list[dict[str, Any]]:
    if limit is None:
        return []
    line = {"color": palette.as_is, "width": 1.6, "dash": "dash"}
    ends = {"x0": limit.value, "x1": limit.value, "y0": -0.5, "y1": rows - 0.5}
    return [{"type": "line", "layer": "below", "line": line, **ends}]


def _rings(
    found: Sequence[Dot], written: Callable[[float], str], palette: Palette
) -> dict[str, Any]:
    """As it is: a ring, also of people whom the plan shown does not have."""
    rows = [
        (place, dot)
        for place, dot in enumerate(found)
        if dot.before is not None and (dot.moved or dot.now is None)
    ]
    marker = {
        "size": MARK,
        "color": palette.ground,
        "line": {"color": palette.as_is, "width": 2},
    }
    return _trace(rows, [dot.before for _, dot in rows], "as it is", written, marker)


def _marks(
    found: Sequence[Dot], written: Callable[[float], str], palette: Palette
) -> dict[str, Any]:
    rows = [(place, dot) for place, dot in enumerate(found) if dot.now is not None]
    marker = {"size": MARK, "color": palette.kept}
    return _trace(rows, [dot.now for _, dot in rows], "in this plan", written, marker)


def _trace(
    rows: Sequence[tuple[int, Dot]],
    values: Sequence[float | None],
    said: str,
    written: Callable[[float], str],
    marker: dict[str, Any],
) -> dict[str, Any]:
    hover = [
        f"{html.escape(dot.label)}<br>{written(value)} {said}"
        for (_, dot), value in zip(rows, values, strict=True)
        if value is not None
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(value, 4) for value in values if value is not None],
        "y": [place for place, _ in rows],
        "marker": marker,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _alt(
    found: Sequence[Dot], limit: Limit | None, written: Callable[[float], str], told: str
) -> str:
    said = []
    for dot in found:
        if dot.now is None and dot.before is not None:
            said.append(f"{dot.label} {written(dot.before)} as it is, not in this plan")
        elif dot.moved and dot.before is not None and dot.now is not None:
            said.append(f"{dot.label} from {written(dot.before)} to {written(dot.now)}")
        elif dot.now is not None:
            said.append(f"{dot.label} {written(dot.now)}")
    end = f" The dashed line is {limit.name}." if limit else ""
    return f"{told}: {'; '.join(said)}.{end}"
