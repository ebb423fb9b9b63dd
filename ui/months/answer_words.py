"""Sentences of the further answers of Months ahead."""

from __future__ import annotations

from calc.months import LeaveAnswer, Place, SettledYear
from calc.months.ahead import MonthsAhead
from calc.months.closed_forms import enquiries_to_stand_still, mean_stay_weeks
from calc.scenario.ahead_rows import Leave
from ui.months import words
from ui.months.fields import stay_of
from ui.telling import numbers
from ui.telling.words import count

ALIKE = 0.98  # of a mean month: a month with so much is none that is lean
NOT_SEEN_WHOLE = (
    "The months shown end before this leave does, so the rest of it and what comes after are in no "
    "figure: show more months under Start and span, or enter fewer weeks."
)
NO_LEAVE = (
    "None is planned. Add a leave and its weeks under Time away, and what it asks for stands here."
)
LEAVE_BEGUN = "Type the weeks of your leave under Time away, and what it asks for stands here."
LEAVE_NOTE = (
    "On the expected path, without chance. How many clients come back is yours to know; no study "
    "was found."
)
BY_NOTE = "On the expected path, without chance; half of the paths are later than that."


def leave(found: MonthsAhead, row: Leave, answer: LeaveAnswer) -> list[str]:
    """What a leave asks for: what to put by, months without income, until full, what it costs."""
    when = words.month_name(found.setting.calendar, row.month)
    cut = answer.last_week - answer.first_week + 1 < row.weeks
    rises = "" if cut else " before it rises again"
    said = [
        f"**{count(row.weeks, 'week')} from {when}.** From its first month on the bank falls by "
        f"{words.money(found, answer.fall)}{rises}."
    ]
    if answer.put_by_per_week is not None and answer.fall:
        said.append(
            f"To have that by then, put by **{words.money(found, answer.put_by_per_week)} a week**."
        )
    without = answer.months_without_receipts
    said.append(
        f"{count(without, 'month')} without any fee." if without else "Fees arrive in every month."
    )
    back = answer.weeks_until_full
    if cut:
        said.append(NOT_SEEN_WHOLE)
    elif back is None:
        said.append("Afterwards the practice is not full again in the months shown.")
    elif back == 1:
        said.append("You are full again at once.")
    else:
        said.append(f"You are full again {count(back, 'week')} after you are back.")
    said.append(
        f"Against the same months without it you take home {words.money(found, answer.cost)} less, "
        f"after {words.money(found, answer.tax_less)} less of tax."
    )
    return [" ".join(said)]


def enquiries(found: MonthsAhead, holds: float | None) -> str:
    """What stands still, and what keeps the mean of the paths full."""
    setting = found.setting
    ahead, plan = setting.ahead, setting.plan
    share = float(ahead.intake_share)
    if not share:
        return "No enquiry becomes a client in this plan, so no number of them fills it."
    stay = mean_stay_weeks(*stay_of(ahead))
    still = enquiries_to_stand_still(plan.full_places, stay, share)
    said = (
        f"**{numbers.number(still, 1)} enquiries a month** replace the clients of a full practice "
        "as they leave, if none were ever lost."
    )
    if holds is None:
        return f"{said} No number that was tried keeps the mean of the paths full."
    lost = (
        "Who asks in a full week waits, and some give up waiting"
        if ahead.waitlist
        else "Who asks in a full week is lost"
    )
    return (
        f"{said} {lost}, so it takes **{numbers.number(holds, 1)} a month** to hold "
        f"{plan.full_from:.0f} of {plan.full_places} clients on average."
    )


def place(found: MonthsAhead, worth: Place) -> str:
    """What a place brings while one client holds it, and the most that finding one may cost."""
    return (
        f"A client stays {numbers.number(worth.stay_weeks)} weeks on average. In a full, steady "
        f"year the last place brings **{words.money(found, worth.take_home)}** of take-home in "
        f"that time, for {numbers.hours(worth.hours)} hours of work. Finding its client pays up "
        f"to **{words.money(found, worth.most_to_find)}** before tax, which spending it lowers: "
        "beyond that it costs more than it brings."
    )


def year(found: MonthsAhead, told: SettledYear) -> str:
    """How far the first year strays, how often a month is below needs, the leanest month."""
    low, middle, high = (words.money(found, one) for one in told.take_home)
    when = words.month_name(found.setting.calendar, told.leanest_month)
    assert found.paths is not None
    below, paths = numbers.in_hundred(told.any_below_needs), found.paths.short.shape[1]
    lean = (
        f" The leanest month is {when}, with {numbers.percent(told.leanest_share)} of a mean "
        "month's receipts."
        if told.leanest_share < ALIKE
        else ""
    )
    return (
        f"In the first year half of the paths leave more than **{middle}**; eight of ten lie "
        f"between {low} and {high}. In {below} of 100 at least one month brings less than the "
        f"needs, counted in {paths:,} paths.{lean}"
    )
