"""Session kinds: the rows of a caseload."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, Self, TypeAlias

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
    choice,
    chosen,
    entry,
    tag,
)

MOST_KINDS = 20
PAYERS: Words = {"private": "Private pay", "insurer": "Insurer"}
FeeMoves: TypeAlias = Literal["usual", "moves", "stays"]


class SessionKindBase(Inputs):
    """One kind of session: what it takes, what it pays, and how it ends.

    A booked session ends as held, late-cancelled or missed. Charged is what is collected of a lost
    one: a share of those sessions, times a part of the full fee.
    """

    asked: ClassVar[tuple[str, ...]] = ("fee_moves",)

    label: ShortText = entry(
        "Name", "What you call this kind of session. No client names.", "text", "Individual"
    )
    booked_per_week: SessionsPerWeek = entry(
        "Sessions scheduled a week",
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
        "Cancelled late",
        "Share of booked sessions cancelled too late to fill. No-shows are counted apart.",
        "share",
        step=0.01,
    )
    missed_share: Share = entry(
        "No-shows",
        "Share of booked sessions to which nobody comes, and which nobody cancelled. Late "
        "cancellations are counted apart.",
        "share",
        step=0.01,
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
        "Late cancellations you charge",
        "Share of late cancellations for which a fee is collected.",
        "share",
    )
    late_cancelled_fee_part: Share = entry(
        "Late cancellations, how much of the fee",
        "Part of the full fee that is charged for a late cancellation.",
        "share",
    )
    late_cancelled_fee_per_session: Money | None = entry(
        "Late cancellations, flat fee",
        "An amount each client is charged in place of a part of the fee. Empty where it is a part.",
        "money_per_session",
        None,
    )
    missed_charged_share: Share = entry(
        "No-shows you charge", "Share of missed sessions for which a fee is collected.", "share"
    )
    missed_fee_part: Share = entry(
        "No-shows, how much of the fee",
        "Part of the full fee that is charged for a missed session.",
        "share",
        typical_name="late_cancelled_fee_part",
    )
    missed_fee_per_session: Money | None = entry(
        "No-shows, flat fee",
        "An amount each client is charged in place of a part of the fee. Empty where it is a part.",
        "money_per_session",
        None,
    )

    fee_moves: FeeMoves = choice(
        "When the fee changes",
        "Whether a change of the fee moves this one too. As usual, private fees move; what "
        "insurers allow and reduced places stay.",
        {"usual": "As usual", "moves": "Moves along", "stays": "Stays"},
        "usual",
    )

    @property
    def name(self) -> str:
        """What the person calls it; without a name, who pays and that it has none yet."""
        return self.label if self.label.strip() else f"{chosen(self, 'payer')}, no name yet"

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
        "Late cancellations you charge",
        "Share of late cancellations for which a fee is collected. Plans often forbid it.",
        "share",
        typical_name="lost_charged_share_insurer",
    )
    missed_charged_share: Share = entry(
        "No-shows you charge",
        "Share of missed sessions for which a fee is collected. Plans often forbid it.",
        "share",
        typical_name="lost_charged_share_insurer",
    )


SessionKind: TypeAlias = Annotated[PrivateSessions | InsurerSessions, Field(discriminator="payer")]


def fees_that_move(kinds: Iterable[SessionKind]) -> tuple[int, ...]:
    """Places of the kinds whose fee "the fee" means; those of clients who pay in full come first.

    As usual those alone move. What an insurer allows is not the person's to set. A private kind is
    a reduced place where another of the same length and number of clients pays more; it stays too.
    Where no private client pays, every kind with a fee moves: what is left to ask for is another
    allowed fee. What was chosen for a kind itself (`fee_moves`) goes before all that.
    """
    rows = tuple(kinds)
    usual = fees_that_usually_move(rows)
    moved = [
        place
        for place, kind in enumerate(rows)
        if np.any(kind.fee_per_session)
        and (kind.fee_moves == "moves" or (kind.fee_moves == "usual" and place in usual))
    ]
    return tuple(sorted(moved, key=lambda place: place not in usual))


def fees_that_usually_move(kinds: Iterable[SessionKind]) -> tuple[int, ...]:
    """The same where nothing was chosen for any kind."""
    rows = tuple(kinds)
    paid = tuple(place for place, kind in enumerate(rows) if np.any(kind.fee_per_session))
    return full_fee_places(rows) or paid


def full_fee_places(kinds: Iterable[SessionKind]) -> tuple[int, ...]:
    """Places of the private kinds whose clients pay the full fee: none of the same pays more."""
    rows = tuple(kinds)
    private = tuple(
        place
        for place, kind in enumerate(rows)
        if kind.payer == "private" and np.any(kind.fee_per_session)
    )
    return tuple(
        place
        for place in private
        if not any(_is_reduced(rows[place], rows[other]) for other in private)
    )


def _is_reduced(kind: SessionKind, other: SessionKind) -> bool:
    """Whether the same session is paid more for in another kind."""
    same = np.all(np.equal(kind.minutes_per_session, other.minutes_per_session)) and np.all(
        np.equal(kind.clients_per_session, other.clients_per_session)
    )
    return bool(same and np.all(np.less(kind.fee_per_session, other.fee_per_session)))


def booked_in_all(kinds: Iterable[SessionKind]) -> Number:
    """Sessions booked a week, over all kinds."""
    return added(kind.booked_per_week for kind in kinds)
