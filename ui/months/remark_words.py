"""Remarks on the months: what of the law is left out, and what empty fields stand for."""

from __future__ import annotations

from calc.months.ahead import MonthsAhead
from calc.months.full import enquiries_meant
from calc.months.remarks import StartUp, Underpaid, start_up_of, underpaid
from calc.months.weeks import WeeksAhead
from calc.scenario import Scenario
from ui.months import words
from ui.telling import numbers
from ui.telling.words import joined

START_UP = (
    "Set-up of {amount} is a cost of the practice by the end of {month}, the month of the first "
    "client. Where it is paid before you open, federal law deducts up to {at_once} of it in that "
    "year, less where all of it is above {high}, and the rest over {months} months (Internal "
    "Revenue Code 195). Here all of it is deducted in the year it is paid, so that year's tax may "
    "be too low here. A computer or furniture follows other rules: ask whoever does your return."
)
UNDERPAID = (
    "Paid so, less goes out by date than avoids a penalty {when}. It takes nine tenths of the "
    "year's tax, or all of last year's where that is less. What a penalty costs is not counted "
    "here. Paid as it is earned, each date follows what has come in."
)


def remarks(found: MonthsAhead) -> list[str]:
    """What of the law these months leave out, a sentence or two each."""
    assert found.paths is not None
    said = []
    if start_up := start_up_of(found.expected):
        said.append(_start_up(found, start_up))
    years = underpaid(found.paths)
    if years:
        said.append(_underpaid(found, years))
    return said


def _start_up(found: MonthsAhead, told: StartUp) -> str:
    return START_UP.format(
        amount=words.money(found, told.amount),
        month=words.month_name(found.setting.calendar, told.month),
        at_once=words.money(found, told.at_once),
        high=words.money(found, told.high),
        months=told.months,
    )


def _underpaid(found: MonthsAhead, years: tuple[Underpaid, ...]) -> str:
    assert found.paths is not None
    of_all = found.paths.short.shape[1]
    when = [
        f"in {numbers.in_hundred(one.share)} of 100 for {one.year} ({one.paths:,} of {of_all:,} "
        "paths)"
        for one in years
    ]
    return UNDERPAID.format(when=joined(when))


def empties(scenario: Scenario, found: MonthsAhead) -> str:
    """What fields that are left empty stand for, in figures."""
    ahead, plan = found.setting.ahead, found.setting.plan
    said = []
    if ahead.enquiries_per_month is None:
        said.append(_enquiries_meant(plan, float(ahead.intake_share)))
    if ahead.needs_per_month is None:
        needs = words.money(found, float(scenario.household.needs_per_month))
        said.append(f"needs are the {needs} of your plan")
    if ahead.clients_at_start is None:
        said.append(f"all {plan.full_places} places are taken")
    return f"Until you enter yours, {joined(said)}." if said else ""


def _enquiries_meant(plan: WeeksAhead, intake_share: float) -> str:
    """What no number of enquiries stands for."""
    mean = enquiries_meant(plan, intake_share)
    if mean is None:
        return "as many start as leave, although no enquiry becomes a client"
    return f"{numbers.number(mean, 1)} enquiries a month replace those who leave"
