"""Words of the way to a licence: what a board asks, which rule decides, and when it may come."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence

from calc.loans import month_after
from calc.number import ratio_of
from calc.offers import Compared
from calc.offers.licensure import LicencePath
from ui.offers import words
from ui.telling import numbers
from ui.telling.words import escape, joined

AS_READ = "As far as the boards' rules were read"
RULES = {
    "total_hours": "hours in all decide",
    "direct_hours": "direct hours decide",
    "relational_hours": "relational hours decide",
    "supervision_hours": "hours of supervision decide",
    "direct_hours_per_supervision_hour": "hours of supervision for the direct ones decide",
    "least_months": "months, the least allowed, decide",
    "least_supervised_weeks": "supervised weeks decide",
    "most_other_hours": "direct hours, as few others count, decide",
}
FIGURES = {
    "total_hours": "hours in all",
    "direct_hours": "direct hours",
    "relational_hours": "relational hours",
    "supervision_hours": "supervision hours",
    "direct_hours_per_supervision_hour": "direct hours for one of supervision",
    "least_months": "months at least",
    "least_supervised_weeks": "supervised weeks at least",
    "most_hours_per_week": "hours a week at most",
    "most_other_hours": "other hours at most",
}
NEVER_COLLECTED = {
    **FIGURES,
    "total_hours": "hours that count",
    "direct_hours_per_supervision_hour": "supervision hours",
    "least_supervised_weeks": "supervised weeks",
    "most_other_hours": "direct hours",
}


def months_between(sooner: Compared, later: Compared) -> int:
    """Whole months between two licences, as their shown months differ."""
    return whole_months(later.licence) - whole_months(sooner.licence)


def level_with(first: Compared, others: Sequence[Compared]) -> list[Compared]:
    """Those that lead to the licence in the same month as one of them does, itself included."""
    return [
        found
        for found in others
        if found.licence.reached
        and in_doubt(found) == in_doubt(first)
        and months_between(first, found) == 0
    ]


def is_least(found: Compared) -> bool:
    """Whether the way may be longer than told: the board may ask more, or count fewer hours."""
    return found.licence.at_least or in_doubt(found)


def is_first(first: Compared, others: Sequence[Compared]) -> bool:
    """Whether no other can lead to the licence before this one, whatever a board asks besides.

    What is told of another is the least there can be; of one with no figure read nothing is known.
    """
    rivals = [one for one in others if one is not first and not one.licence.never]
    known = all(one.licence.reached and months_between(first, one) >= 0 for one in rivals)
    return known and not is_least(first)


def whole_months(path: LicencePath) -> int:
    """The months to a licence, the last one begun counted whole: so is the day that is told."""
    return math.ceil(round(path.months or 0.0, 6))


def written_months(months: int) -> str:
    """A number of months in words.

    >>> written_months(1), written_months(11)
    ('1 month', '11 months')
    """
    return f"{months} month{'' if months == 1 else 's'}"


def told(found: Compared) -> str:
    """The months of a way to a licence and the rule that decides; with a doubt, where there is."""
    said = rule(found.licence)
    return f"{said}, if these hours count" if in_doubt(found) else said


def in_doubt(found: Compared) -> bool:
    """Whether there is a way, but by a rule we read its hours may not count."""
    return bool(found.licence.months) and found.hours_in_doubt is not None


def rule(path: LicencePath) -> str:
    """The months of a way to a licence and the rule that decides, or why there is no end."""
    if path.licensed:
        return "licensed already"
    if path.months is None:
        if path.binding is None:
            return "no figure of this board is known"
        return f"no {NEVER_COLLECTED[path.binding.name]} are collected, and the board asks them"
    months = whole_months(path)
    least = "at least " if path.unknown else ""
    if path.binding is None:
        return "all is collected already"
    needed = numbers.number(path.binding.needed)
    return f"{least}{written_months(months)}; {needed} {RULES[path.binding.name]}"


def no_day(path: LicencePath) -> str:
    """What stands in place of a day."""
    if path.licensed or path.months == 0.0:
        return "nothing left to collect"
    return "never, as it stands" if path.binding else "not known"


def licence_month(path: LicencePath, starts_on: datetime.date) -> datetime.date | None:
    """The first day of the month of a licence: the whole months that are told after the first day.

    None where it never comes, or later than a calendar goes.
    """
    if path.weeks is None:
        return None
    try:
        return month_after(starts_on, whole_months(path))
    except (OverflowError, ValueError):
        return None


def short_day(found: Compared, starts_on: datetime.date) -> str:
    """The month of a licence, for a table."""
    path = found.licence
    if path.licensed:
        return "already"
    day = licence_month(path, starts_on)
    if day is None:
        return "never" if path.binding else "not known"
    return f"{day:%b}{numbers.NO_BREAK}{day:%Y}{', if counted' if in_doubt(found) else ''}"


def unlisted(ranked: Sequence[Compared]) -> str:
    """That hours of a contract that nobody listed are work, and not counted here; empty for none.

    What is done in them nobody has said, and boards count some work and not other.
    """
    said = []
    for found in ranked:
        year = found.result.year
        if "unlisted" not in year.buckets:
            continue
        hours = float(ratio_of(year.buckets["unlisted"].amount, year.worked_weeks.amount))
        if hours > 0.0:
            said.append(f"{numbers.hours(hours)} a week with {escape(words.named(found))}")
    if not said:
        return ""
    return (
        f"Hours of the contract that nobody listed ({joined(said)}) are in the work, and are not "
        "counted towards the licence here. List what is done in them in the letter, under Hours "
        "and weeks: some of it may count."
    )
