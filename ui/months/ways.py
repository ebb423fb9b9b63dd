"""Ways from a job to a practice, side by side, and the day to leave the job."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from calc import Scenario
from calc.months import LeavingIn
from calc.months.ahead import MonthsAhead
from calc.months.risk import beaten
from calc.months.ways import first_held
from calc.scenario import Ahead
from ui.months import beside, chart_tables, charts, compared, view, words
from ui.months.compared import Way
from ui.months.drawn import in_both_forms, start_of
from ui.shell import fields, frame, streamlit_ways
from ui.telling import numbers
from ui.telling.chart_frame import Chart
from ui.telling.tables import Table
from ui.telling.words import escape

SAME_LUCK = (
    f"{view.PATHS:,} paths, the same luck for each: in path 7 of all of them the same people ask "
    "and leave. How many of 100 is counted in them; the line is the middle path."
)
SIDE = "**Ways to do it** · leap, half-time first, keep the job"
OTHER = "**Beside another plan of yours** · on the same luck"
ANOTHER = "**Beside another plan of yours**"
FOUR = "Four stand side by side at most, so half-time first is left out while another plan is here."
UNLIKE = (
    "What is in the bank at the start, or what has to be covered each month, differs between them: "
    "that moves the bank too, not the way alone."
)
WHEN = "**When to leave** · what to start with, by the month the job ends"


def side_by_side(found: MonthsAhead) -> None:
    """Leap, half-time, keep the job, one's own steps or a saved plan: fans, and a table."""
    plan = found.setting.scenario
    with_job = compared.has_job(plan)
    with fields.folded("ahead ways", SIDE if with_job else OTHER) as group:
        if not group.open:
            return
        other = beside.comparable(plan)
        if with_job or other is not None:
            _beside_each_other(found, other)
        if with_job:
            st.markdown(ANOTHER)
        beside.draw(plan)


def _beside_each_other(found: MonthsAhead, other: Scenario | None) -> None:
    plan = found.setting.scenario
    with st.spinner("Looking at each way on the same luck …"):
        ways = compared.ways(plan, other)
    frame.quiet(SAME_LUCK)
    if compared.leaves_half_out(plan, other):
        frame.quiet(FOUR)
    with st.container(key="wide-months-ways"):
        _small(found, ways)
        streamlit_ways.table(table(found, ways), "Ways to do it")
    with st.container(key="narrow-months-ways"):
        streamlit_ways.table(turned(found, ways), "Ways to do it, a row each")
    st.markdown(against(ways))


def _small(found: MonthsAhead, ways: tuple[Way, ...]) -> None:
    """A small fan each, all on one scale."""
    span = charts.shared_span([(way.opening, way.bands) for way in ways])
    currency = found.setting.scenario.currency
    for place, way in zip(st.columns(len(ways), gap="small"), ways, strict=True):
        with place:
            drawn = partial(
                charts.small_fan,
                way.name,
                way.starts_on,
                way.bands,
                way.opening,
                span,
                frame.theme(),
                currency,
            )
            frame.chart(drawn, f"months way {way.name}", "")


def table(found: MonthsAhead, ways: tuple[Way, ...]) -> Table:
    """A column a way, a row a measure; words, for each row is written in its own way."""
    months = found.setting.plan.months
    opening = [words.money(found, way.opening) for way in ways]
    alike = _start_alike(ways)
    pay = " and job's pay" if any(way.paid_job for way in ways) else ""
    runs_out = [f"{numbers.in_hundred(way.ever_short)} of 100" for way in ways]
    if not alike:
        runs_out = [f"{often}, with {have}" for often, have in zip(runs_out, opening, strict=True)]
    rows = [
        ("To start with, 19 times in 20", *(words.money(found, way.reserve) for way in ways)),
        (f"Runs out, starting with {opening[0]}" if alike else "Runs out", *runs_out),
        ("Full, middle path", *(way.reached for way in ways)),
        (
            f"Take-home{pay} of {months // words.YEAR * words.YEAR} months, mean",
            *(words.money(found, way.take_home) for way in ways),
        ),
        (
            "Hours a week in the fullest month, expected path",
            *(numbers.hours(way.hours) for way in ways),
        ),
        ("Exhausted, of 100 in the worst month, expected path", *(exhausted(way) for way in ways)),
    ]
    if not _needs_alike(ways):
        rows.insert(0, ("Needs a month", *(words.money(found, way.needs) for way in ways)))
    return Table(("Measure", *(_name(way) for way in ways)), rows)


def turned(found: MonthsAhead, ways: tuple[Way, ...]) -> Table:
    """A row a way, for a phone, the lesser figures in a grey second line."""
    bank = _nothing if _start_alike(ways) else partial(_bank, found)
    needs = _nothing if _needs_alike(ways) else partial(_needs, found)
    rows = [
        (
            f"{_name(way)}  \n:small[:gray[{_lesser(way)}{bank(way)}{needs(way)}]]",
            way.reserve,
            way.ever_short,
            way.take_home,
        )
        for way in ways
    ]
    cash = partial(numbers.money, currency=found.setting.scenario.currency, cents=False)
    heads = ("Plan", "To start", "Runs out", "All months, mean")
    return Table(heads, rows, (cash, numbers.in_hundred, cash))


def _name(way: Way) -> str:
    told = way.now and way.name != compared.YOURS
    return f"{escape(way.name)}, your plan" if told else escape(way.name)


def _lesser(way: Way) -> str:
    """The figures of a way that stand in its second line on a phone."""
    return f"{numbers.hours(way.hours)} h a week · {exhausted(way)} exhausted"


def _bank(found: MonthsAhead, way: Way) -> str:
    return f" · starts with {words.money(found, way.opening)}"


def _nothing(_way: Way) -> str:
    return ""


def _needs(found: MonthsAhead, way: Way) -> str:
    return f" · needs {words.money(found, way.needs)} a month"


def _needs_alike(ways: tuple[Way, ...]) -> bool:
    """Whether all have the same needs to cover."""
    return len({way.needs for way in ways}) == 1


def _start_alike(ways: tuple[Way, ...]) -> bool:
    """Whether all begin with the same money in the bank."""
    return len({way.opening for way in ways}) == 1


def exhausted(way: Way) -> str:
    """The load of a way with its range."""
    low, middle, high = (round(100 * one) for one in (way.load_low, way.load, way.load_high))
    return f"{middle} ({low} to {high})"


def against(ways: tuple[Way, ...]) -> str:
    """How often the plan of now, or the second way, ends with more than the others."""
    one = next((way for way in ways if way.now), ways[1])
    said = [
        f"in {numbers.in_hundred(beaten(one.worth, other.worth).chance)} of 100 “{one.name}” ends "
        f"with more than “{other.name}”"
        for other in ways
        if other is not one
    ]
    text = "; ".join(said)
    counted = "Counted are the bank, tax still owed and what insurers owe."
    if not (_needs_alike(ways) and _start_alike(ways)):
        counted += f" {UNLIKE}"
    return escape(f"{text[:1].upper()}{text[1:]}. {counted}")


def when_to_leave(found: MonthsAhead) -> None:
    """What to start with by the month the job ends, found month by month."""
    plan = found.setting.scenario
    with fields.folded("ahead leaving", WHEN) as group:
        if not group.open:
            return
        bar = st.progress(0.0, "Trying each month on the same luck …")
        tried: tuple[LeavingIn, ...] = ()
        for part, found_yet in compared.days(plan):
            tried = found_yet
            bar.progress(min(part, 1.0), "Trying each month on the same luck …")
        bar.empty()
        _leave(found, plan, tried)


def _leave(found: MonthsAhead, plan: Scenario, tried: tuple[LeavingIn, ...]) -> None:
    stated = plan.ahead or Ahead()
    amounts = np.array([one.reserve.shown for one in tried])
    months = [one.month for one in tried]
    chosen = max((row.month for row in stated.job if not float(row.share)), default=None)
    said, drawn = st.columns([4, 8.4], gap="medium")
    with said:
        st.markdown(day_told(found, tried))
        frame.quiet(DAY_NOTE)

    def curve(*, phone: bool) -> Chart:
        return charts.leave_curve(
            start_of(found),
            months,
            amounts,
            float(stated.opening_balance),
            frame.theme(),
            plan.currency,
            chosen=chosen if chosen in months else None,
            phone=phone,
        )

    with drawn:
        in_both_forms(curve, "months-leave")
        frame.as_table(
            "months leave",
            lambda: chart_tables.leave_table(start_of(found), months, amounts, plan.currency),
        )


DAY_NOTE = (
    f"Each month is tried with the same {view.PATHS:,} paths. Until then the job is as in your "
    "plan. The chance need not fall with every month you wait: places beside the job, April and "
    "the premium move it."
)


def day_told(found: MonthsAhead, tried: tuple[LeavingIn, ...]) -> str:
    """The first month from which leaving is held 19 times in 20, or what is missing for it."""
    have = float(found.setting.ahead.opening_balance)
    bank = f"your {words.money(found, have)}" if have else "nothing in the bank"
    first = first_held(tried)
    if first is not None:
        when = words.month_name(found.setting.calendar, first)
        ever = numbers.in_hundred(next(one for one in tried if one.month == first).ever_short)
        return (
            f"From **{when}** on, {bank} lasts at least 19 times in 20, whenever you leave. "
            f"Leaving in {when} it runs out in {ever} of 100."
        )
    least = min(tried, key=lambda one: one.reserve.shown)
    when = words.month_name(found.setting.calendar, least.month)
    return (
        f"No month lets {bank} last 19 times in 20 from then on. The least to start with is "
        f"**{words.money(found, least.reserve.shown)}**, leaving in {when}."
    )
