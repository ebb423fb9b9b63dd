"""The job beside a practice: no job, left now, half-time first, kept, or in steps of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calc.parameters import typical
from calc.scenario import Ahead, Scenario
from calc.scenario.ahead_rows import Job
from ui.months import asks, words
from ui.months.when import calendar_of_plan
from ui.shell import frame

NONE, NOW, PART, KEEP, OWN = "none", "now", "part", "keep", "own"
NAMES = {
    NONE: "No job",
    NOW: "Leave it now",
    PART: "Half-time first",
    KEEP: "Keep the job",
    OWN: "In steps of your own",
}
HALF = 0.5
UNTIL = 9  # the month from which a half-time is over, until another is chosen
PLACES = {  # that fit beside it
    PART: typical("places_beside_half_job").number,
    KEEP: typical("places_beside_whole_job").number,
}
# Steps to begin one's own with, half a year each: month, part of the job, places beside it.
STEPS = ((1, 1.0, PLACES[KEEP]), (7, HALF, PLACES[PART]), (13, 0.0, 1.0))
UNPAID = (
    "What the job pays is not entered, so it brings nothing and takes only places. Enter its pay "
    "and hours under The job, or choose No job."
)
HELP = (
    "The other wages and hours of your household are this job, in full. How many places fit beside "
    "it is our guess until you enter it under The job."
)


def kind_of(rows: tuple[Job, ...]) -> str:
    """Which of the choices the rows are."""
    ordered = sorted(rows, key=lambda row: row.month)
    shares = [float(row.share) for row in ordered]
    if not shares:
        return NONE
    if shares in ([0.0], [1.0]):
        return NOW if shares == [0.0] else KEEP
    return PART if len(shares) == 2 and 0.0 < shares[0] < 1.0 and shares[1] == 0.0 else OWN


def rows_for(kind: str, before: tuple[Job, ...], months: int, until: int = UNTIL) -> list[Any]:
    """The rows of a choice; cover and places beside the job stay as they were, where stated."""
    beside = [row for row in before if float(row.share)]
    cover = any(row.health_cover for row in beside)
    match kind:
        case "none":
            return []
        case "now":
            return [{"month": 1, "share": 0.0}]
        case "part" | "keep":
            was = kind_of(before) == kind
            places = float(beside[0].places_share) if was else PLACES[kind]
            share = (float(beside[0].share) if was else HALF) if kind == PART else 1.0
            row = {"month": 1, "share": share, "health_cover": cover, "places_share": places}
            last = min(until, months)
            return [row, {"month": last, "share": 0.0}] if kind == PART else [row]
        case _:
            steps = [step for step in STEPS if step[0] <= months]
            return [
                {
                    "month": month,
                    "share": share,
                    "places_share": places,
                    "health_cover": cover and share > 0,
                }
                for month, share, places in steps
            ]


def rows_of(kind: str, before: tuple[Job, ...], months: int, until: int = UNTIL) -> tuple[Job, ...]:
    """The same as rows that a plan holds."""
    return tuple(Job(**row) for row in rows_for(kind, before, months, until))


def choose(plan: Scenario) -> None:
    """What becomes of the job, and until when it is half-time."""
    ahead = plan.ahead or Ahead()
    kind = kind_of(ahead.job)
    names = dict(NAMES)
    if float(plan.household.own_other_wages_per_year):
        names[NONE] = "Not counted in these months"
    if kind == PART:
        kept = min(ahead.job, key=lambda row: row.month)
        if float(kept.share) != HALF:
            names[PART] = f"{words.part_of_job(kept)} first"

    def write(chosen: str) -> Mapping[str, Any]:
        rows = rows_for(chosen, ahead.job, ahead.months)
        return asks.changed(plan, {"job": rows})

    asks.select("job", "Your job", names, kind, write, HELP)
    if kind == PART:
        _until(plan, ahead)
    if kind not in (NONE, NOW) and not float(plan.household.own_other_wages_per_year):
        frame.quiet(UNPAID)


def _until(plan: Scenario, ahead: Ahead) -> None:
    """The last month of the half-time."""
    when = calendar_of_plan(plan)
    options = {
        str(month): words.month_name(when, month - 1) for month in range(2, ahead.months + 1)
    }

    def write(chosen: str) -> Mapping[str, Any]:
        rows = rows_for(PART, ahead.job, ahead.months, int(chosen))
        return asks.changed(plan, {"job": rows})

    now = str(max(row.month for row in ahead.job))
    asks.select("job_until", "Half-time until the end of", options, now, write)
