"""Until when a figure holds, and who publishes the next, in a few words."""

from __future__ import annotations

import datetime

from calc.parameters import Parameter
from calc.parameters.renewal import dated_figure
from calc.parameters.renewal_rows import Renewal
from ui.telling.words import escape, written_date

LINE = "Where no last day is told, a figure holds until it is changed."


def with_last_day(source: str, found: Parameter, on: datetime.date, today: datetime.date) -> str:
    """Where a figure was read, and behind it until when it holds, if it has a last day."""
    said = holds(found, on, today)
    return f"{source} · {said}" if said else source


def holds(found: Parameter, on: datetime.date, today: datetime.date) -> str:
    """Until when the version of a figure holds that is in force on a day, as told today.

    Empty where it holds until somebody changes it. An estimate, or what was recalled, says that it
    stands in; what ran out says so, and who publishes the next, unless that is known already.
    """
    figure = dated_figure(found.key)
    last = figure.until(on) if figure else None
    if figure is None or last is None:
        return ""
    if figure.renewal.begins and (found.projected or not figure.in_force(on).read):
        return f"stands in until it is read at its publisher: {escape(figure.renewal.publisher)}"
    day = written_date(last.isoformat())
    if last != figure.last_day:
        return f"holds until {day}" if last >= today else f"held until {day}"
    return f"{'holds until' if last >= today else 'ran out on'} {day}; {_next(figure.renewal)}"


def _next(rule: Renewal) -> str:
    """Who publishes the successor, and about when, as far as that is known."""
    if rule.publication.startswith("none"):
        return "no next one is known"
    when = "" if rule.about.startswith("not known") else f", {rule.about}"
    return f"next: {escape(rule.publisher + when)}"
