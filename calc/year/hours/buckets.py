"""The hours of each bucket: by sessions held, by what was lost, by the week and by the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from calc.ledger import Line, Unit, formula, given
from calc.number import Number, added
from calc.scenario import Bucket, Salary, Scenario, SessionKind, Support, Time
from calc.scenario.pay import Pay
from calc.statements import KindYear
from calc.year.hours.formulas import hours_beyond, hours_of_sessions, hours_of_weeks, hours_waited

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
    "unlisted": "Rest of the contract",
}


def bucket_hours(scenario: Scenario, weeks: Line, kinds: Sequence[KindYear]) -> dict[Bucket, Line]:
    """Hours of the year in each bucket, paid and unpaid together."""
    time, rows = scenario.work.time, scenario.work.session_kinds
    listed: dict[Bucket, Line] = {
        **_by_sessions(rows, tuple(kind.held for kind in kinds)),
        "waiting": _waiting(time, rows, kinds),
        "administration": _weekly("administration", time.administration_hours_per_week, weeks),
        "marketing": _weekly("marketing", time.marketing_hours_per_week, weeks),
        "meetings": _weekly("meetings", time.meetings_hours_per_week, weeks),
        "supervision_received": _supervision_received(scenario.support, weeks),
        "supervision_given": _weekly(
            "supervision_given", time.supervision_given_hours_per_week, weeks
        ),
        "training": _training(time, weeks),
        "travel": _weekly("travel", time.travel_hours_per_week, weeks),
    }
    return {**listed, **_rest_of_contract(scenario.work.pay, listed, weeks)}


def _rest_of_contract(
    pay: Pay | None, listed: Mapping[Bucket, Line], weeks: Line
) -> dict[Bucket, Line]:
    """Hours of a salary's contract that are not listed, where the whole contract is work."""
    if not isinstance(pay, Salary) or not pay.contract_is_worked:
        return {}
    contracted = pay.contracted_hours_per_week
    every = added(line.amount for line in listed.values())
    uses = (
        stated("hours.unlisted", "Contracted hours a week", contracted, "hours_per_week"),
        weeks,
    )
    return {
        "unlisted": formula(
            "hours.unlisted",
            LABELS["unlisted"],
            hours_beyond(hours_of_weeks(contracted, weeks.amount), every),
            "hours_per_year",
            "contracted hours a week x worked weeks, less the hours listed",
            uses,
        )
    }


def hours_lost(rows: Sequence[SessionKind], kinds: Sequence[KindYear]) -> Number:
    """Hours of slots in which no session took place."""
    return added(
        hours_of_sessions(seen.empty, row.minutes_per_session)
        for seen, row in zip(kinds, rows, strict=True)
    )


def stated(key: str, label: str, amount: Number, unit: Unit) -> Line:
    """An input of a formula, as it was stated."""
    return given(f"{key}.stated.{label.lower().replace(' ', '_')}", label, amount, unit)


def _by_sessions(rows: Sequence[SessionKind], held: Sequence[Line]) -> dict[Bucket, Line]:
    """What each session held takes, of each kind its own minutes."""

    def per_session(bucket: Bucket, minutes: Sequence[Number], how: str) -> Line:
        hours = [hours_of_sessions(h.amount, m) for h, m in zip(held, minutes, strict=True)]
        each = [
            stated(f"hours.{bucket}.{place}", f"{row.label}, minutes each", m, "minutes")
            for place, (row, m) in enumerate(zip(rows, minutes, strict=True))
        ]
        uses = tuple(line for pair in zip(held, each, strict=True) for line in pair)
        return formula(f"hours.{bucket}", LABELS[bucket], added(hours), "hours_per_year", how, uses)

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
    }


def _waiting(time: Time, rows: Sequence[SessionKind], kinds: Sequence[KindYear]) -> Line:
    return formula(
        "hours.waiting",
        LABELS["waiting"],
        hours_waited(hours_lost(rows, kinds), time.waiting_reused_share),
        "hours_per_year",
        "time of late-cancelled and missed sessions, less the part put to other use",
        (
            *(kind.lost for kind in kinds),
            stated("hours.waiting", "Put to other use", time.waiting_reused_share, "share"),
        ),
    )


def _weekly(
    bucket: Bucket,
    hours_per_week: Number,
    weeks: Line,
    how: str = "hours a week x worked weeks",
    label: str = "",
) -> Line:
    hours = hours_of_weeks(hours_per_week, weeks.amount)
    name = label or LABELS[bucket]
    uses = (stated(f"hours.{bucket}", "Hours a week", hours_per_week, "hours_per_week"), weeks)
    return formula(f"hours.{bucket}", name, hours, "hours_per_year", how, uses)


def _supervision_received(support: Support, weeks: Line) -> Line:
    """Supervision and consultation, named for what there is of them; both where draws differ."""
    supervised = np.greater(support.supervision_hours_per_week, 0.0)
    label = LABELS["supervision_received"]
    if np.all(supervised):
        label = "Supervision"
    elif np.any(supervised):
        label = "Supervision or consultation"
    return _weekly(
        "supervision_received",
        support.supervision_hours_per_week + support.consultation_hours_per_week,
        weeks,
        "supervision and consultation received a week x worked weeks",
        label,
    )


def _training(time: Time, weeks: Line) -> Line:
    weekly = _weekly("training", time.training_hours_per_week, weeks)
    yearly = time.training_hours_per_year
    return formula(
        "hours.training",
        LABELS["training"],
        weekly.amount + yearly,
        "hours_per_year",
        "hours a year, and hours a week x worked weeks",
        (stated("hours.training", "A year", yearly, "hours_per_year"), weekly),
    )
