"""Hours of a year: every hour the work takes, each in one bucket, paid or not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.ledger import Line, formula, given, ratio, total
from calc.number import MINUTES_PER_HOUR, WEEKS_PER_YEAR, Number, at_least_zero, ratio_of
from calc.scenario import (
    Bucket,
    Contractor,
    Employee,
    Hourly,
    RatePerSession,
    Salary,
    Scenario,
    SessionKind,
    Work,
)
from calc.statements import KindYear, Year

LABELS: dict[Bucket, str] = {
    "sessions": "Sessions",
    "notes": "Notes",
    "billing": "Billing",
    "waiting": "Waiting",
    "administration": "Administration",
    "marketing": "Marketing",
    "meetings": "Meetings",
    "supervision_received": "Consultation",
    "supervision_given": "Supervision given",
    "training": "Training",
    "travel": "Travel",
}


def worked_weeks_per_year(weeks_off: Number) -> Number:
    """Weeks of the year with clients.

    >>> float(worked_weeks_per_year(6.0))
    46.0
    """
    return at_least_zero(WEEKS_PER_YEAR - weeks_off)


def booked_sessions_per_week(clients: Number, weeks_between_sessions: Number) -> Number:
    """Sessions booked a week from clients who come every so many weeks.

    >>> booked_sessions_per_week(10.0, 2.0)
    5.0
    """
    return clients / weeks_between_sessions


def sessions_per_year(booked_per_week: Number, share: Number, worked_weeks: Number) -> Number:
    """Sessions of a year that end in one way.

    >>> sessions_per_year(22.0, 0.5, 46.0)
    506.0
    """
    return booked_per_week * share * worked_weeks


def hours_of_sessions(sessions: Number, minutes_per_session: Number) -> Number:
    """Hours that a number of sessions takes.

    >>> hours_of_sessions(12.0, 50.0)
    10.0
    """
    return sessions * minutes_per_session / MINUTES_PER_HOUR


def hours_waited(lost_hours: Number, reused_share: Number) -> Number:
    """Time of lost sessions that is not put to other use.

    >>> hours_waited(101.2, 0.5)
    50.6
    """
    return lost_hours * (1.0 - reused_share)


def hours_of_weeks(hours_per_week: Number, worked_weeks: Number) -> Number:
    """Hours of a year from hours of a worked week.

    >>> hours_of_weeks(3.0, 46.0)
    138.0
    """
    return hours_per_week * worked_weeks


def share_of_sessions_that_take_place(held_share: Number, clients_per_session: Number) -> Number:
    """A group meets although some of its members do not come; anybody else's slot is lost.

    >>> float(share_of_sessions_that_take_place(0.9, 1.0))
    0.9
    >>> float(share_of_sessions_that_take_place(0.9, 8.0))
    1.0
    """
    return np.where(np.greater(clients_per_session, 1.0), 1.0, held_share)[()]


def hours_beyond(hours: Number, contracted_hours: Number) -> Number:
    """Hours a salary does not pay for.

    >>> float(hours_beyond(1_900.0, 1_840.0))
    60.0
    """
    return at_least_zero(hours - contracted_hours)


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
    buckets = _bucket_hours(scenario, weeks, kinds)
    all_hours = _summed([line.amount for line in buckets.values()])
    paid = _paid_hours(work, {name: line.amount for name, line in buckets.items()}, weeks.amount)
    split = {name: _split(name, line, paid[name]) for name, line in buckets.items()}
    hours = total("hours", "Working hours", *split.values(), how="every hour the work takes")
    unpaid = formula(
        "hours.unpaid",
        "Unpaid hours",
        _summed([line.parts[1].amount for line in split.values()]),
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
        unpaid=unpaid,
        unpaid_share=ratio("hours.unpaid_share", "Unpaid share", unpaid, hours, "share"),
        waiting_reused=_hours_lost(work.session_kinds, kinds) * time.waiting_reused_share,
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
    alone = np.where(np.greater(kind.clients_per_session, 1.0), 0.0, 1.0)[()]
    booked = formula(
        f"{key}.booked",
        f"{kind.label}, booked",
        sessions_per_year(kind.booked_per_week, 1.0, weeks.amount),
        "sessions_per_year",
        "booked a week x worked weeks",
        (weeks,),
    )
    held = formula(
        f"{key}.held",
        f"{kind.label}, held",
        booked.amount * at_least_zero(takes_place),
        "sessions_per_year",
        "booked x share held; a group meets although members miss it",
        (booked,),
    )
    late = formula(
        f"{key}.late_cancelled",
        f"{kind.label}, late-cancelled",
        booked.amount * kind.late_cancelled_share * alone,
        "sessions_per_year",
        "booked x share late-cancelled; a group is never lost",
        (booked,),
    )
    missed = formula(
        f"{key}.missed",
        f"{kind.label}, missed",
        booked.amount * kind.missed_share * alone,
        "sessions_per_year",
        "booked x share missed; a group is never lost",
        (booked,),
    )
    lost = total(f"{key}.lost", f"{kind.label}, late-cancelled and missed", late, missed)
    return KindYear(booked=booked, held=held, lost=lost, empty=booked.amount - held.amount)


def _bucket_hours(scenario: Scenario, weeks: Line, kinds: Sequence[KindYear]) -> dict[Bucket, Line]:
    time, support, rows = scenario.work.time, scenario.support, scenario.work.session_kinds
    held = tuple(kind.held for kind in kinds)

    def per_session(bucket: Bucket, minutes: Sequence[Number], how: str) -> Line:
        hours = [hours_of_sessions(h.amount, m) for h, m in zip(held, minutes, strict=True)]
        return formula(
            f"hours.{bucket}", LABELS[bucket], _summed(hours), "hours_per_year", how, held
        )

    def weekly(
        bucket: Bucket,
        hours_per_week: Number,
        how: str = "hours a week x worked weeks",
        label: str = "",
    ) -> Line:
        hours = hours_of_weeks(hours_per_week, weeks.amount)
        name = label or LABELS[bucket]
        return formula(f"hours.{bucket}", name, hours, "hours_per_year", how, (weeks,))

    lost = _hours_lost(rows, kinds)
    waiting = formula(
        "hours.waiting",
        LABELS["waiting"],
        hours_waited(lost, time.waiting_reused_share),
        "hours_per_year",
        "time of late-cancelled and missed sessions, less the part put to other use",
        tuple(kind.lost for kind in kinds),
    )
    training = weekly("training", time.training_hours_per_week)
    return {
        "sessions": per_session(
            "sessions", [row.minutes_per_session for row in rows], "sessions held x minutes each"
        ),
        "notes": per_session(
            "notes", [row.notes_minutes_per_session for row in rows], "sessions held x notes each"
        ),
        "billing": per_session(
            "billing",
            [row.billing_minutes_per_session for row in rows],
            "sessions held x billing each",
        ),
        "waiting": waiting,
        "administration": weekly("administration", time.administration_hours_per_week),
        "marketing": weekly("marketing", time.marketing_hours_per_week),
        "meetings": weekly("meetings", time.meetings_hours_per_week),
        "supervision_received": weekly(
            "supervision_received",
            support.supervision_hours_per_week + support.consultation_hours_per_week,
            "supervision and consultation received a week x worked weeks",
            "Supervision" if np.any(support.supervision_hours_per_week) else "Consultation",
        ),
        "supervision_given": weekly("supervision_given", time.supervision_given_hours_per_week),
        "training": formula(
            "hours.training",
            LABELS["training"],
            training.amount + time.training_hours_per_year,
            "hours_per_year",
            "hours a year, and hours a week x worked weeks",
            (weeks,),
        ),
        "travel": weekly("travel", time.travel_hours_per_week),
    }


def _hours_lost(rows: Sequence[SessionKind], kinds: Sequence[KindYear]) -> Number:
    """Hours of slots in which no session took place."""
    return _summed(
        [
            hours_of_sessions(seen.empty, row.minutes_per_session)
            for seen, row in zip(kinds, rows, strict=True)
        ]
    )


def _paid_hours(
    work: Work, hours: dict[Bucket, Number], worked_weeks: Number
) -> dict[Bucket, Number]:
    """Paid hours of each bucket, under the arrangement's own rule."""
    match work:
        case Employee(pay=Salary() as salary):
            contracted = hours_of_weeks(salary.contracted_hours_per_week, worked_weeks)
            return _paid_by_salary(hours, contracted)
        case Employee(pay=Hourly() as hourly):
            paid_buckets: tuple[Bucket, ...] = hourly.paid_buckets
        case Contractor(pay=RatePerSession() as rate) | Employee(pay=RatePerSession() as rate):
            return _paid_per_session(hours, rate)
        case _:
            paid_buckets = ("sessions",)
    return {
        name: amount if name in paid_buckets else amount * 0.0 for name, amount in hours.items()
    }


def _paid_per_session(hours: dict[Bucket, Number], rate: RatePerSession) -> dict[Bucket, Number]:
    """Sessions are paid, and the other work named where its rate is more than nothing."""
    paid = np.where(np.greater(rate.administration_rate_per_hour, 0.0), 1.0, 0.0)[()]
    named = rate.administration_rate_buckets
    return {
        name: amount if name == "sessions" else amount * (paid if name in named else 0.0)
        for name, amount in hours.items()
    }


def _paid_by_salary(hours: dict[Bucket, Number], contracted: Number) -> dict[Bucket, Number]:
    """Hours beyond the contract are unpaid, spread over all but the sessions, then over those."""
    beside = _summed([amount for name, amount in hours.items() if name != "sessions"])
    beyond = hours_beyond(beside + hours["sessions"], contracted)
    unpaid_beside = np.minimum(beyond, beside)
    unpaid_sessions = beyond - unpaid_beside
    spread = ratio_of(unpaid_beside, np.where(np.equal(beside, 0.0), 1.0, beside)[()])
    return {
        name: amount - (unpaid_sessions if name == "sessions" else amount * spread)
        for name, amount in hours.items()
    }


def _split(bucket: Bucket, line: Line, paid: Number) -> Line:
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
    return total(line.key, line.label, paid_part, unpaid_part, how=line.how)


def _over_kinds(key: str, label: str, lines: Sequence[Line]) -> Line:
    return total(key, label, *lines, unit="sessions_per_year")


def _summed(amounts: Sequence[Number]) -> Number:
    result: Number = 0.0
    for amount in amounts:
        result = result + amount
    return result
