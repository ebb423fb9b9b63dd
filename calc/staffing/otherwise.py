"""What a clinic does if it goes otherwise: fewer clients, more missed, higher pay, late payers.

How much otherwise is our own choice, a judgement: a tenth, five points, five percent, four weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from calc.scenario.clinic import Clinic
from calc.scenario.clinic_changes import PayBy
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.plan_changes import applied
from calc.staffing.sessions import times_booked

TENTH = 0.1
MORE_MISSED = 0.05
RAISE = 0.05
WEEKS_LATER = 4.0
Otherwise = Literal[
    "fewer_sessions",
    "more_sessions",
    "more_missed",
    "higher_pay",
    "insurers_pay_less",
    "insurers_pay_later",
]
Changed = Callable[[Clinic], Clinic]


def otherwise(clinic: Clinic) -> Iterator[tuple[Otherwise, Clinic]]:
    """The clinic after each change alone, with its key."""
    hires = any(post.start_month for post in clinic.posts)
    for key, change in CHANGES.items():
        if hires or change is not _later:
            yield key, change(clinic)


def results_otherwise(
    clinic: Clinic,
    minimum_wage_per_hour: float | None = None,
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Otherwise, ClinicResult]]:
    """What each change alone does; `between` is called before each, to let others go first."""
    for key, changed in otherwise(clinic):
        between()
        yield key, evaluate_clinic(changed, minimum_wage_per_hour=minimum_wage_per_hour)


def _posts(clinic: Clinic, change: Callable[[Post], Post]) -> Clinic:
    return clinic.with_values({"posts": tuple(change(post) for post in clinic.posts)})


def _booked(share: float) -> Changed:
    return lambda clinic: _posts(clinic, lambda post: times_booked(post, 1.0 + share))


def _missed(clinic: Clinic) -> Clinic:
    """More sessions to which nobody comes, in every row of every caseload."""
    mix = {
        f"payer_mix.{place}.sessions.missed_share": _more(row.sessions)
        for place, row in enumerate(clinic.payer_mix)
    }
    changed = clinic.with_values(mix) if mix else clinic
    return _posts(changed, _missed_post)


def _missed_post(post: Post) -> Post:
    changes = {
        f"work.session_kinds.{place}.missed_share": _more(kind)
        for place, kind in enumerate(post.work.session_kinds)
    }
    return with_changes(post, changes) if changes else post


def _more(kind: object) -> float:
    late, missed = (float(getattr(kind, f"{n}_share")) for n in ("late_cancelled", "missed"))
    return min(missed + MORE_MISSED, 1.0 - late)


def _less(clinic: Clinic) -> Clinic:
    """Lower allowed fees of every insurer."""
    mix = {
        f"payer_mix.{place}.sessions.fee_per_session": row.sessions.fee_per_session * (1.0 - TENTH)
        for place, row in enumerate(clinic.payer_mix)
        if row.sessions.payer == "insurer"
    }
    changed = clinic.with_values(mix) if mix else clinic
    return _posts(changed, _less_for)


def _less_for(post: Post) -> Post:
    changes = {
        f"work.session_kinds.{place}.fee_per_session": kind.fee_per_session * (1.0 - TENTH)
        for place, kind in enumerate(post.work.session_kinds)
        if kind.payer == "insurer"
    }
    return with_changes(post, changes) if changes else post


def _later(clinic: Clinic) -> Clinic:
    weeks = float(clinic.hiring.payer_lag_weeks) + WEEKS_LATER
    return clinic.with_values({"hiring.payer_lag_weeks": weeks})


def _raised(clinic: Clinic) -> Clinic:
    posts = applied(clinic.posts, (PayBy(more_share=RAISE),))
    return clinic.with_values({"posts": posts})


CHANGES: Mapping[Otherwise, Changed] = {
    "fewer_sessions": _booked(-TENTH),
    "more_sessions": _booked(TENTH),
    "more_missed": _missed,
    "higher_pay": _raised,
    "insurers_pay_less": _less,
    "insurers_pay_later": _later,
}
