"""Hours of a year: every hour the work takes, each in one bucket, paid or not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.ledger import Line, formula, given, ratio, total
from calc.number import Number, added, at_least_zero, where
from calc.scenario import Bucket, Scenario, SessionKind
from calc.statements import Bucketed, KindYear, Year
from calc.year.hours.buckets import bucket_hours, hours_lost, stated
from calc.year.hours.formulas import (
    booked_sessions_per_week,
    hours_of_weeks,
    sessions_per_year,
    share_of_sessions_that_take_place,
    worked_weeks_per_year,
)
from calc.year.hours.paid import paid_hours

__all__ = ["booked_sessions_per_week", "statement"]


def statement(scenario: Scenario) -> Year:
    """The year's sessions and hours, by kind and by bucket."""
    work, time = scenario.work, scenario.work.time
    weeks = formula(
        "year.worked_weeks",
        "Worked weeks",
        worked_weeks_per_year(time.weeks_off),
        "weeks_per_year",
        "52 weeks, less holiday, sickness, training and other weeks off",
        (given("year.weeks_off", "Weeks off", time.weeks_off, "weeks_per_year"),),
    )
    kinds = tuple(_kind_year(kind, i, weeks) for i, kind in enumerate(work.session_kinds))
    buckets = bucket_hours(scenario, weeks, kinds)
    all_hours = added(line.amount for line in buckets.values())
    paid = paid_hours(work, {name: line.amount for name, line in buckets.items()}, weeks.amount)
    rows = {name: _rows(name, line, paid[name]) for name, line in buckets.items()}
    split = {
        name: total(line.key, line.label, rows[name].paid, rows[name].unpaid, how=line.how)
        for name, line in buckets.items()
    }
    hours = total("hours", "Working hours", *split.values(), how="every hour the work takes")
    unpaid = formula(
        "hours.unpaid",
        "Unpaid hours",
        added(row.unpaid.amount for row in rows.values()),
        "hours_per_year",
        "the hours nobody pays for, added over all kinds of work",
    )
    return Year(
        worked_weeks=weeks,
        kinds=kinds,
        booked=_over_kinds("year.booked", "Booked sessions", [k.booked for k in kinds]),
        held=_over_kinds("year.held", "Sessions held", [k.held for k in kinds]),
        lost=_over_kinds("year.lost", "Late-cancelled and missed", [k.lost for k in kinds]),
        hours=hours,
        buckets=split,
        rows=rows,
        unpaid=unpaid,
        unpaid_share=ratio("hours.unpaid_share", "Unpaid share", unpaid, hours, "share"),
        waiting_reused=hours_lost(work.session_kinds, kinds) * time.waiting_reused_share,
        hours_per_week=ratio(
            "hours.per_week", "Hours a worked week", hours, weeks, "hours_per_week"
        ),
        after_hours=formula(
            "hours.after_hours",
            "After hours",
            np.minimum(hours_of_weeks(time.after_hours_per_week, weeks.amount), all_hours),
            "hours_per_year",
            "evening and weekend hours a week x worked weeks, at most all hours",
        ),
    )


def _kind_year(kind: SessionKind, index: int, weeks: Line) -> KindYear:
    key = f"year.kinds.{index}"
    takes_place = share_of_sessions_that_take_place(kind.held_share, kind.clients_per_session)
    alone = where(np.greater(kind.clients_per_session, 1.0), 0.0, 1.0)
    booked = formula(
        f"{key}.booked",
        f"{kind.name}, booked",
        sessions_per_year(kind.booked_per_week, 1.0, weeks.amount),
        "sessions_per_year",
        "booked a week x worked weeks",
        (stated(key, "Booked a week", kind.booked_per_week, "count"), weeks),
    )
    held = formula(
        f"{key}.held",
        f"{kind.name}, held",
        booked.amount * at_least_zero(takes_place),
        "sessions_per_year",
        "booked x share held; a group meets although members miss it",
        (booked, stated(key, "Share held", kind.held_share, "share")),
    )
    late = formula(
        f"{key}.late_cancelled",
        f"{kind.name}, late-cancelled",
        booked.amount * kind.late_cancelled_share * alone,
        "sessions_per_year",
        "booked x share late-cancelled; a group is never lost",
        (booked, stated(key, "Share late-cancelled", kind.late_cancelled_share, "share")),
    )
    missed = formula(
        f"{key}.missed",
        f"{kind.name}, missed",
        booked.amount * kind.missed_share * alone,
        "sessions_per_year",
        "booked x share missed; a group is never lost",
        (booked, stated(key, "Share missed", kind.missed_share, "share")),
    )
    lost = total(f"{key}.lost", f"{kind.name}, late-cancelled and missed", late, missed)
    return KindYear(booked=booked, held=held, lost=lost, empty=booked.amount - held.amount)


def _rows(bucket: Bucket, line: Line, paid: Number) -> Bucketed:
    paid_part = formula(
        f"hours.{bucket}.paid", f"{line.label}, paid", paid, "hours_per_year", line.how, line.parts
    )
    unpaid_part = formula(
        f"hours.{bucket}.unpaid",
        f"{line.label}, unpaid",
        line.amount - paid,
        "hours_per_year",
        line.how,
        line.parts,
    )
    return Bucketed(paid_part, unpaid_part)


def _over_kinds(key: str, label: str, lines: Sequence[Line]) -> Line:
    return total(key, label, *lines, unit="sessions_per_year")
