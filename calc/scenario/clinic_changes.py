"""Changes that make a staffing plan of plan A, whoever is on its roster but owners."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import (
    MOST_SESSIONS_PER_WEEK,
    Bounds,
    Inputs,
    SessionsPerWeek,
    Words,
    entry,
    tag,
)

KINDS: Words = {
    "sessions_at_most": "Sessions at most",
    "sessions_by": "Sessions by",
    "pay_by": "Pay by",
}
MoreSessions: TypeAlias = Annotated[Number, Bounds(-MOST_SESSIONS_PER_WEEK, MOST_SESSIONS_PER_WEEK)]
LEAST_SHARE = -0.9  # of pay: a change beyond these is another plan altogether
MOST_SHARE = 5.0
MoreShare: TypeAlias = Annotated[Number, Bounds(LEAST_SHARE, MOST_SHARE)]


class SessionsAtMost(Inputs):
    """Nobody books more a week than this; a part-time share counts."""

    kind: Literal["sessions_at_most"] = tag("sessions_at_most", KINDS)
    sessions_per_week: SessionsPerWeek = entry(
        "Sessions at most", "Most sessions booked in a week, of each.", "sessions_per_week", 20.0
    )


class SessionsBy(Inputs):
    """A full-time post books so many more or fewer a week, at least none; part-time in part."""

    kind: Literal["sessions_by"] = tag("sessions_by", KINDS)
    more_sessions_per_week: MoreSessions = entry(
        "Sessions a week by", "So many more of full time; below 0, fewer.", "sessions_per_week", 0.0
    )


class PayBy(Inputs):
    """Everybody's pay is so much higher or lower; a share of collections is at most all of them."""

    kind: Literal["pay_by"] = tag("pay_by", KINDS)
    more_share: MoreShare = entry("Pay by", "So much more; below 0, less.", "share", 0.0)


PlanChange: TypeAlias = Annotated[SessionsAtMost | SessionsBy | PayBy, Field(discriminator="kind")]
