"""Session kinds: the rows of a caseload."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, Self, TypeAlias

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from calc.number import Number, added
from calc.scenario.fields import (
    Clients,
    Inputs,
    Minutes,
    Money,
    SessionsPerWeek,
    Share,
    ShortText,
    Words,
    entry,
    tag,
)

MOST_KINDS = 20
PAYERS: Words = {"private": "Private pay", "insurer": "Insurer"}


class SessionKindBase(Inputs):
    """One kind of session: what it takes, what it pays, and how it ends.

    A booked session ends as held, late-cancelled or missed. Charged is what is collected of a lost
    one: a share of those sessions, times a part of the full fee.
    """

    label: ShortText = entry(
        "Name", "What you call this kind of session. No client names.", "text", "Individual"
    )
    booked_per_week: SessionsPerWeek = entry(
        "Booked a week",
        "Sessions in the diary in a worked week, kept or not. A group counts once.",
        "sessions_per_week",
    )
    minutes_per_session: Minutes = entry(
        "Minutes each", "Time with the client, as scheduled.", "minutes"
    )
    notes_minutes_per_session: Minutes = entry(
        "Notes each",
        "Minutes of notes for each session held, all members of a group together.",
        "minutes",
        step=1.0,
    )
    clients_per_session: Clients = entry(
        "Clients in a session",
        "People who each pay the fee: 1 for individual or couple work, more for a group.",
        "count",
        1.0,
    )
    late_cancelled_share: Share = entry(
        "Late-cancelled", "Share of booked sessions cancelled too late to fill.", "share", step=0.01
    )
    missed_share: Share = entry(
        "Missed", "Share of booked sessions to which nobody comes.", "share", step=0.01
    )

    fee_per_session: Money = entry(
        "Fee per session",
        "What one client pays for one session held.",
        "money_per_session",
        typical_name="fee_private",
    )
    billing_minutes_per_session: Minutes = entry(
        "Billing each",
        "Minutes of invoicing for each session held.",
        "minutes",
        typical_name="billing_minutes_per_session_private",
        step=1.0,
    )
    collected_share: Share = entry(
        "Collected",
        "Share of the fees of sessions held that reaches the bank.",
        "share",
        typical_name="collected_share_private",
        step=0.01,
    )
    card_paid_share: Share = entry(
        "Paid by card", "Share of collected fees paid by card.", "share", 1.0
    )
    late_cancelled_charged_share: Share = entry(
        "Late, charged", "Share of late cancellations for which a fee is collected.", "share"
    )
    late_cancelled_fee_part: Share = entry(
        "Late, part of fee",
        "Part of the full fee that is charged for a late cancellation.",
        "share",
    )
    missed_charged_share: Share = entry(
        "Missed, charged", "Share of missed sessions for which a fee is collected.", "share"
    )
    missed_fee_part: Share = entry(
        "Missed, part of fee",
        "Part of the full fee that is charged for a missed session.",
        "share",
        typical_name="late_cancelled_fee_part",
    )

    @property
    def held_share(self) -> Number:
        """Share of booked sessions that take place, or of a group's members who come."""
        return 1.0 - self.late_cancelled_share - self.missed_share

    @model_validator(mode="after")
    def _shares_leave_something_held(self) -> Self:
        lost = self.late_cancelled_share + self.missed_share
        if np.any(np.greater(lost, 1.0 + 1e-12)):
            raise PydanticCustomError(
                "shares_exceed_one",
                "shares exceed one",
                {"bound": 1.0, "field": "late_cancelled_share", "value": lost},
            )
        return self


class PrivateSessions(SessionKindBase):
    """Sessions the client pays for, at the full or a reduced fee (0 for pro bono)."""

    payer: Literal["private"] = tag("private", PAYERS)


class InsurerSessions(SessionKindBase):
    """Sessions an insurer pays for: no card, and a lost session usually cannot be charged."""

    payer: Literal["insurer"] = tag("insurer", PAYERS)
    fee_per_session: Money = entry(
        "Allowed fee",
        "What the plan allows for one session held, the client's share included.",
        "money_per_session",
        typical_name="fee_insurer",
    )
    billing_minutes_per_session: Minutes = entry(
        "Billing each",
        "Minutes of claims work for each session held.",
        "minutes",
        typical_name="billing_minutes_per_session_insurer",
        step=1.0,
    )
    collected_share: Share = entry(
        "Collected",
        "Share of allowed fees that is paid in the end, after denials.",
        "share",
        typical_name="collected_share_insurer",
        step=0.01,
    )
    card_paid_share: Share = entry(
        "Paid by card", "Share of collected fees paid by card.", "share", 0.0
    )
    late_cancelled_charged_share: Share = entry(
        "Late, charged",
        "Share of late cancellations for which a fee is collected. Plans often forbid it.",
        "share",
        typical_name="lost_charged_share_insurer",
    )
    missed_charged_share: Share = entry(
        "Missed, charged",
        "Share of missed sessions for which a fee is collected. Plans often forbid it.",
        "share",
        typical_name="lost_charged_share_insurer",
    )


SessionKind: TypeAlias = Annotated[PrivateSessions | InsurerSessions, Field(discriminator="payer")]


def booked_in_all(kinds: Iterable[SessionKind]) -> Number:
    """Sessions booked a week, over all kinds."""
    return added(kind.booked_per_week for kind in kinds)
