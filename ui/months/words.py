"""Sentences of the page Months ahead: its answer, its premise, its four cells, its bar."""

from __future__ import annotations

import calendar as names_of
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from calc.months.ahead import MonthsAhead
from calc.months.calendar import Calendar
from calc.months.full import month_of_week
from calc.scenario import Ahead
from calc.scenario.ahead_rows import Job, Leave
from ui.months import begins
from ui.telling import numbers
from ui.telling.words import count, escape

YEAR = 12
EMPTIES = 0.75  # of all places: a practice with fewer clients in the end is told to empty
DECIDES = "Six figures of yours. The rest is typical until you open it."
MORE = "Only if it differs from what is typical."
NOTHING_STATED = (
    "Nothing is planned yet, so this is a full practice where as many ask as would replace those "
    "who leave, and who asks in a full week is lost. Change a figure, and what you change is kept "
    "with your plan."
)
NOT_FOR_EMPLOYEES = "Months ahead are worked out for a practice of one's own, not for an employee."
EMPLOYEE_LINE = (
    "This plan is of an employee. Open a plan of a practice, "
    "or the worked example “Agency to practice” in the menu Plan."
)
NO_SESSION = "Nothing is booked in this plan, so no month brings anything."
NO_SESSION_LINE = "Enter sessions a week under Your hour: they say how many places you have."
NOT_TAKEN = "These months cannot be worked out yet."
NOT_KNOWN = (
    "Seasons are shapes, not forecasts. How long clients stay is yours to know. The chance of "
    "illness is a judgement."
)


def month_name(when: Calendar, month: int) -> str:
    """A month of the plan, the first one 1, by its name.

    >>> month_name(Calendar(2026, 9, 24), 5)
    'January 2027'
    """
    place = when.month - 1 + month - 1
    return f"{names_of.month_name[place % YEAR + 1]} {when.year + place // YEAR}"


def money(found: MonthsAhead, amount: float) -> str:
    """An amount in the plan's currency, in whole ones."""
    return escape(numbers.money(amount, found.setting.scenario.currency, cents=False))


def full_months(found: MonthsAhead) -> tuple[int | None, ...]:
    """The months by which 20, 50 and 80 of 100 paths have been full."""
    full = found.full
    assert full is not None
    return tuple(None if week is None else month_of_week(week) for week in full.weeks)


def headline(found: MonthsAhead) -> str:
    """When the practice is full, and what has to be in the bank."""
    return f"{_full(found)} {_lasts(found)}"


def _full(found: MonthsAhead) -> str:
    if found.setting.existing:
        return _full_now(found)
    months, full = found.setting.plan.months, found.full
    early, middle, late = full_months(found)
    assert full is not None
    if middle is None:
        if full.never_share == 1.0:
            return f"You are not full within {months} months."
        times = numbers.in_hundred(1.0 - full.never_share)
        return f"You are full within {months} months {times} times in 100."
    end = f"more than {months}" if late is None else f"{late}"
    unit = count(middle, "month")
    return f"You are full in about {unit}" + (f", {early} to {end}." if early != late else ".")


def nearest(found: MonthsAhead) -> str:
    """Of which plan the months are while the plan has more clients than places."""
    return (
        f"Until then these months begin with {found.setting.plan.clients_at_start:g} clients, as "
        "many as its places hold; all else is as in your plan."
    )


def _full_now(found: MonthsAhead) -> str:
    """That the practice is full, and what is left of it in the end where it empties."""
    plan, paths = found.setting.plan, found.paths
    assert paths is not None
    _, middle, _ = quartiles(paths.clients[-1])
    full = "You are full now"
    if found.setting.ahead.clients_at_start is None:
        full = f"You are taken to be full now, with {count(plan.clients_at_start, 'client')}"
    if middle >= EMPTIES * plan.full_places:
        return f"{full}."
    return f"{full}, and have about {middle:.0f} after {plan.months} months."


def _lasts(found: MonthsAhead) -> str:
    risk = found.risk
    assert risk is not None
    reserve, often = risk.reserve.shown, numbers.in_hundred(risk.ever_short)
    if not reserve:
        return "The money lasts without any in the bank, 19 times in 20."
    return (
        f"With {_bank(found)} the money runs out in {often} of 100; with {money(found, reserve)} "
        "it lasts 19 times in 20."
    )


def _bank(found: MonthsAhead) -> str:
    """What there is at the start."""
    have = float(found.setting.ahead.opening_balance)
    return f"your {money(found, have)} in the bank" if have else "nothing in the bank"


def premise(found: MonthsAhead) -> str:
    """What the answer rests on: the months, the job, what is in the bank, what was not stated."""
    setting, risk = found.setting, found.risk
    assert risk is not None
    when = setting.calendar
    course = [job_words(setting.ahead, when, paid=bool(setting.job.wages_per_year))]
    course += [
        f"{count(row.weeks, 'week')} of leave from {month_name(when, row.month)}"
        for row in setting.ahead.away
        if isinstance(row, Leave) and row.weeks
    ]
    said = f"{setting.plan.months} months from {month_name(when, 1)}: {', '.join(course)}."
    there, places = setting.plan.clients_at_start, float(setting.plan.places[0])
    if there > places:
        said += (
            f" You have {there:g} clients and {places:g} places beside the job: nobody new comes "
            "until so many have left."
        )
    if setting.existing:
        said += " The year before is taken to have been the same, the rest of its tax still to pay."
    if not risk.reserve.shown:
        often = numbers.in_hundred(risk.ever_short)
        said += f" With {_bank(found)} it runs out in {often} of 100."
    return f"{NOTHING_STATED} {said}" if begins.nothing_stated(setting.scenario) else said


def job_words(ahead: Ahead, when: Calendar, *, paid: bool) -> str:
    """The job beside the practice, from month to month; of one without pay that it has none."""
    rows = sorted(ahead.job, key=lambda row: row.month)
    if not any(float(row.share) for row in rows):
        return "the practice alone"
    if not paid:
        return "the practice, beside a job whose pay is not entered and brings nothing here"
    said = [
        f"{part_of_job(row)} until {month_name(when, later.month - 1)}"
        for row, later in pairwise(rows)
    ]
    return ", then ".join([*said, part_of_job(rows[-1])])


def part_of_job(row: Job) -> str:
    r"""How much of the job a row keeps.

    >>> part_of_job(Job(share=0.5)), part_of_job(Job(share=0.4)), part_of_job(Job(share=0.0))
    ('half the job', '40\xa0% of the job', 'the practice alone')
    """
    share = float(row.share)
    if share == 0.0:
        return "the practice alone"
    if share == 1.0:
        return "the whole job"
    return "half the job" if share == 0.5 else f"{numbers.percent(share)} of the job"


def owed_at_end(found: MonthsAhead) -> str:
    """What of the tax of these months is still to be paid, or paid back, after the last of them."""
    paths = found.paths
    assert paths is not None
    owed = float(np.median(paths.owed_in_tax))
    if abs(owed) < 1.0:
        return ""
    if owed < 0.0:
        return f"After the last month {money(found, -owed)} of tax comes back."
    return f"After the last month {money(found, owed)} of tax for these months is still to be paid."


def reached(found: MonthsAhead) -> str:
    """When a plan is full, in the row of a table."""
    plan, full = found.setting.plan, found.full
    assert full is not None
    if found.setting.existing:
        return "now"
    early, middle, late = full_months(found)
    most = float(np.max(plan.places))
    if most < plan.full_from:
        return f"{most:g} clients, no more"
    if middle is None:
        return f"{numbers.in_hundred(1.0 - full.never_share)} of 100 by month {plan.months}"
    end = f"more than {plan.months}" if late is None else f"{late}"
    return f"{middle} months, {early} to {end}"


def full_named(found: MonthsAhead) -> str:
    """What the first cell is called: of who is full already, how many there are in the end."""
    return "Clients at the end" if found.setting.existing else "Months until full"


def cell_full(found: MonthsAhead) -> tuple[str, str]:
    """Months until full and their range in six of ten paths; if full now, clients at the end."""
    plan, full = found.setting.plan, found.full
    assert full is not None
    if found.setting.existing:
        assert found.paths is not None
        least, median, most = quartiles(found.paths.clients[-1])
        half = f"{least:.0f} to {most:.0f} in half, " if least != most else ""
        return f"{median:.0f}", f"{half}{plan.clients_at_start:g} now"
    early, middle, late = full_months(found)
    if middle is None:
        times = numbers.in_hundred(1.0 - full.never_share)
        return f"over {plan.months}", f"within them {times} times in 100"
    end = f"over {plan.months}" if late is None else f"{late}"
    return f"{middle}", f"{early} to {end} in six of ten"


def cell_reserve(found: MonthsAhead) -> tuple[str, str]:
    """What to start with, beside what there is."""
    risk = found.risk
    assert risk is not None
    have = float(found.setting.ahead.opening_balance)
    return money(found, risk.reserve.shown), f"you have {money(found, have)}"


def cell_short(found: MonthsAhead) -> tuple[str, str]:
    """How often the money runs out."""
    risk = found.risk
    assert risk is not None
    have = money(found, float(found.setting.ahead.opening_balance))
    return numbers.in_hundred(risk.ever_short), f"times in 100, with {have}"


def cell_take_home(found: MonthsAhead) -> tuple[str, str]:
    """Mean take-home a month of the first year, and of the last whole one."""
    paths = found.paths
    assert paths is not None
    each = [float(np.mean(window.take_home)) / YEAR for window in paths.windows]
    then = f"then {money(found, each[-1])}" if len(each) > 1 else "over the first year"
    then = f"on average, {then}"
    return money(found, each[0]), then


def bar(found: MonthsAhead) -> str:
    """What stays in sight: full when, and what to start with."""
    figure, _ = cell_full(found)
    full = "Full **now**" if found.setting.existing else f"Full in **{figure} months**"
    return f"{full} · start with **{cell_reserve(found)[0]}**"


def one_line(found: MonthsAhead) -> str:
    """What the months say, for pages about the steady year."""
    return f"**Months ahead**: {headline(found)}"


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """A quarter, the middle and three quarters of the way through values."""
    low, middle, high = (float(one) for one in np.percentile(values, (25, 50, 75)))
    return low, middle, high


def month_told(found: MonthsAhead, month: int) -> str:
    """What a month holds beside its money: people, sessions, hours, and how far paths stray."""
    paths, place = found.paths, month - 1
    assert paths is not None
    low, middle, high = quartiles(paths.clients[place])
    least, _, most = quartiles(paths.balance[place])
    sessions = float(paths.practice.sessions[place].mean())
    hours = float(paths.practice.hours[place].mean())
    below = int(paths.short[place].sum())
    people = f"{low:.0f} to {high:.0f} clients" if low != high else f"{middle:.0f} clients"
    return (
        f"At its end half of the paths have {people} and between {money(found, least)} and "
        f"{money(found, most)} in the bank; {below:,} of {paths.short.shape[1]:,} are below zero. "
        f"On average {numbers.number(sessions)} sessions are booked and {numbers.hours(hours)} "
        "hours worked in the practice."
    )
