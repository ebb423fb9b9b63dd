"""Charts and tables of the page Loans by their data."""

import datetime
import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from calc import Scenario
from calc.loans import NAMES, Outlook
from tests.ui.telling.borrowers import COUPLE, JOINT, OLD, PAYE, PEOPLE, ahead, borrower
from tests.ui.telling.shipped import GRADUATE
from ui.loans import charts as loan_charts
from ui.loans import tables as loan_tables
from ui.telling import numbers
from ui.telling.chart_frame import NARROWEST, WORD_WIDTH
from ui.telling.palette import DARK, LIGHT
from ui.telling.tables import Table


@pytest.mark.parametrize("what", ["balance", "paid"])
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_a_course_is_drawn_as_the_engine_has_it(plan: Scenario, what: Any) -> None:
    """One thick whole line; the others thin, with a dash of their own; ends where the plan ends."""
    found = ahead(plan)
    chart = loan_charts.lines(found, what, LIGHT)
    assert chart is not None
    lines = [trace for trace in chart.figure["data"] if trace["mode"] == "lines"]
    dashes = [line["line"]["dash"] for line in lines]
    assert len(set(dashes)) == len(dashes)
    thick = [line for line in lines if line["line"]["color"] == LIGHT.kept]
    assert len(thick) == 1
    assert thick[0]["line"]["dash"] == "solid"
    assert thick[0]["line"]["width"] == max(line["line"]["width"] for line in lines)
    chosen = found.of(found.chosen)
    assert len(thick[0]["x"]) == len(thick[0]["y"]) == len(thick[0]["hovertext"])
    if what == "paid":
        assert thick[0]["y"][-1] == pytest.approx(float(chosen.total_paid), abs=0.01)
    else:
        assert thick[0]["y"][0] == pytest.approx(float(found.owed))
        assert thick[0]["y"][-1] == 0.0
    end = found.loans.as_of.year + (found.loans.as_of.month - 1 + float(chosen.months)) / 12
    assert thick[0]["x"][-1] == pytest.approx(end)
    named = [note["text"].replace("<b>", "").replace("</b>", "") for note in notes_of(chart)]
    assert {name for text in named for name in text.split(", ")} == {
        NAMES[each.plan] for each in found.projections
    }
    for each in found.projections:
        assert NAMES[each.plan] in chart.alt
    assert "," in chart.alt
    assert "$" in chart.alt


def notes_of(chart: Any) -> list[dict[str, Any]]:
    """The labels of a chart."""
    notes: list[dict[str, Any]] = chart.figure["layout"]["annotations"]
    return notes


@pytest.mark.parametrize("what", ["balance", "paid"])
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_labels_do_not_lie_on_each_other(plan: Scenario, what: Any) -> None:
    """At the width of a phone no label covers another, and all lie inside the chart."""
    chart = loan_charts.lines(ahead(plan), what, DARK)
    assert chart is not None
    layout = chart.figure["layout"]
    width = NARROWEST - layout["margin"]["l"] - layout["margin"]["r"]
    height = chart.height - layout["margin"]["t"] - layout["margin"]["b"]
    boxes = []
    for note in notes_of(chart):
        left, right = layout["xaxis"]["range"]
        x = (note["x"] - left) / (right - left) * width
        y = note["y"] / layout["yaxis"]["range"][1] * height
        half = len(re.sub("</?b>", "", note["text"])) * WORD_WIDTH / 2
        x += note["xshift"] + {"left": half, "right": -half}.get(note["xanchor"], 0)
        y += note["yshift"] + (10 if note["yanchor"] == "bottom" else 0)
        assert half - 8 <= x <= width - half + 8
        boxes.append((x, y, half))
    for (x, y, half), (left, top, wide) in combinations(boxes, 2):
        assert abs(x - left) > half + wide - 8 or abs(y - top) > 16


def test_plans_that_run_alike_share_a_line() -> None:
    """PAYE and IBR ask the same: one line with both names, thick if one of them is chosen."""
    shown = loan_charts.curves(ahead(PAYE))
    (both,) = (curve for curve in shown if "PAYE" in curve.label)
    assert both.label == "IBR (10 %), PAYE"
    assert both.chosen


def test_what_is_cancelled_falls_to_nothing() -> None:
    """Public service cancels what is owed: an upright line, and the alternative says how much."""
    chart = loan_charts.lines(ahead(GRADUATE), "balance", LIGHT)
    assert chart is not None
    (line,) = (
        t for t in chart.figure["data"] if t["mode"] == "lines" and t["line"]["dash"] == "solid"
    )
    assert line["x"][-1] == line["x"][-2]
    assert line["y"][-2:] == [pytest.approx(59_910, abs=1), 0.0]
    assert "$59,910 cancelled in June 2037" in chart.alt
    assert "then cancelled" in line["hovertext"][-1]


def test_nothing_to_draw() -> None:
    """All payments of all plans made: no chart, and words in its place."""
    plan = borrower(
        JOINT,
        pslf_employer="other_job",
        pslf_months_certified=120,
        federal=({**OLD, "made_on": datetime.date(2026, 9, 1)},),
    ).with_values({"household.other_job_hours_per_week": 40.0})
    found = ahead(plan)
    assert loan_charts.lines(found, "balance", LIGHT) is not None  # Tiered Standard goes on
    only = found.__class__(**{**fields_of(found), "projections": (found.of("rap"),)})
    assert loan_charts.lines(only, "paid", LIGHT) is None


def fields_of(found: Outlook) -> dict[str, Any]:
    """The fields of an outlook by name."""
    return {name: getattr(found, name) for name in found.__dataclass_fields__}


TABLES: dict[str, Callable[[Outlook], Table]] = {
    "plans": lambda found: loan_tables.plans_table(found, "USD"),
    "payments": lambda found: loan_tables.payments_table(found, "USD"),
    "worth": lambda found: loan_tables.worth_table(found, "USD"),
    "balance": lambda found: loan_tables.years_table(found, "balance", "USD"),
    "paid": lambda found: loan_tables.years_table(found, "paid", "USD"),
}


@pytest.mark.parametrize("made", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_tables_have_few_columns(plan: Scenario, made: Callable[[Outlook], Table]) -> None:
    """At most five columns, so that a phone holds them; every cell is written."""
    found = ahead(plan)
    table = made(found)
    assert len(table.frame.columns) <= 5
    rows = table.texts()
    assert all("nan" not in cell and "not known" not in cell for row in rows for cell in row)
    assert all(isinstance(cell, str) for row in rows for cell in row)


def test_the_chosen_plan_is_bold() -> None:
    """Of the plans exactly one is bold."""
    names = [row[0] for row in TABLES["plans"](ahead(COUPLE)).texts()]
    assert [name for name in names if name.startswith("**")] == ["**RAP**"]


def test_years_end_with_their_plan() -> None:
    """From the first year to the last: owed falls to 0, then nothing is written."""
    found = ahead(GRADUATE)
    rows = TABLES["balance"](found).texts()
    assert rows[0] == ["2027", "66,000", "66,000"]
    assert TABLES["balance"](found).frame.columns[1] == "Tiered Stan\u00addard ($)"
    assert rows[10][0] == "2037"
    assert rows[10][2] == "0"
    assert rows[11][2] == ""
    assert rows[-1][1] == "0"
    paid = TABLES["paid"](found).texts()
    assert paid[10][2] == numbers.number(float(found.of("rap").total_paid))
