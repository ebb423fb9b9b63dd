"""Fees of all kinds of session, from the diary to the bank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import Number, added, at_least_zero, where
from calc.scenario import SessionKind, Work
from calc.statements import FeeFlow, Year


def fees_at_full_rate(booked: Number, fee_per_session: Number, clients: Number) -> Number:
    """What the diary would bring if every booked session were held and paid.

    >>> fees_at_full_rate(1_012.0, 150.0, 1.0)
    151800.0
    """
    return booked * fee_per_session * clients


def lost_fee_share(late: Number, late_charged: Number, late_part: Number) -> Number:
    """Part of the full fees that one way of losing sessions still brings.

    >>> lost_fee_share(0.06, 0.5, 1.0)
    0.03
    """
    return late * late_charged * late_part


def fees_collected_of_held(
    full_fees: Number, held_share: Number, collected_share: Number
) -> Number:
    """Fees that reach the bank for sessions held.

    >>> fees_collected_of_held(151_800.0, 0.5, 1.0)
    75900.0
    """
    return full_fees * held_share * collected_share


def charges_made(booked: Number, clients: Number, charged_share: Number, fee: Number) -> Number:
    """How many separate charges are made; a session without a fee makes none.

    >>> float(charges_made(1_000.0, 1.0, 0.95, 150.0))
    950.0
    """
    return where(np.greater(fee, 0.0), booked * clients * charged_share, 0.0)


def part_of(amount: Number, share: Number) -> Number:
    """A share of an amount.

    >>> part_of(200.0, 0.25)
    50.0
    """
    return amount * share


def fees_of(work: Work, year: Year) -> FeeFlow:
    """Fees of all kinds from the diary to the bank."""
    rows: list[Line] = []
    full: Number = 0.0
    lost: Number = 0.0
    uncollected: Number = 0.0
    by_card: Number = 0.0
    card_charges: Number = 0.0
    by_insurer: Number = 0.0
    for index, (kind, seen) in enumerate(zip(work.session_kinds, year.kinds, strict=True)):
        booked = seen.booked.amount
        at_full = fees_at_full_rate(booked, kind.fee_per_session, kind.clients_per_session)
        held_share = at_least_zero(kind.held_share)
        fees = _kind_fees(kind, index, at_full, held_share, seen.booked)
        held_in_full = fees_collected_of_held(at_full, held_share, 1.0)
        charges = charges_made(
            booked, kind.clients_per_session, held_share, kind.fee_per_session
        ) + added(
            charges_made(booked, kind.clients_per_session, one.share_charged, one.charge)
            for one in ways_lost(kind)
        )
        rows.append(fees.line)
        full = full + at_full
        lost = lost + (at_full - held_in_full - fees.charged.amount)
        uncollected = uncollected + (held_in_full - fees.held.amount)
        by_card = by_card + part_of(fees.line.amount, kind.card_paid_share)
        card_charges = card_charges + part_of(charges, kind.card_paid_share)
        insured = 1.0 if kind.payer == "insurer" else 0.0
        by_insurer = by_insurer + fees.line.amount * insured
    collected = total("money_in", "Session fees", *rows, unit="money_per_year")
    return FeeFlow(
        label="Fee",
        offered=full,
        lost=lost,
        uncollected=uncollected,
        collected=collected,
        paid=collected.amount,
        by_card=by_card,
        card_charges=card_charges,
        by_insurer=by_insurer,
    )


@dataclass(frozen=True, slots=True)
class WayLost:
    """One way of losing sessions: the share of booked ones that is charged, and what for each.

    `part` is the part of the full fee; where a flat fee is stated, `charge` is that.
    """

    lost: Number
    charged: Number
    part: Number
    charge: Number
    flat: bool

    @property
    def share_charged(self) -> Number:
        """Share of booked sessions that are lost so and charged."""
        return part_of(self.lost, self.charged)


def ways_lost(kind: SessionKind) -> tuple[WayLost, WayLost]:
    """Late-cancelled and missed sessions of a kind."""
    late, missed = kind.late_cancelled_fee_per_session, kind.missed_fee_per_session
    return (
        WayLost(
            kind.late_cancelled_share,
            kind.late_cancelled_charged_share,
            kind.late_cancelled_fee_part,
            kind.fee_per_session if late is None else late,
            late is not None,
        ),
        WayLost(
            kind.missed_share,
            kind.missed_charged_share,
            kind.missed_fee_part,
            kind.fee_per_session if missed is None else missed,
            missed is not None,
        ),
    )


def _charged(kind: SessionKind, at_full: Number, booked: Number) -> Number:
    """Fees of lost sessions in a year: a part of the full fee, or a flat one where stated."""
    late, missed = ways_lost(kind)
    if not (late.flat or missed.flat):
        share = added(lost_fee_share(one.lost, one.charged, one.part) for one in (late, missed))
        return part_of(at_full, share)
    clients = kind.clients_per_session
    return added(
        fees_at_full_rate(booked, one.charge, clients) * one.share_charged
        if one.flat
        else part_of(at_full, lost_fee_share(one.lost, one.charged, one.part))
        for one in (late, missed)
    )


@dataclass(frozen=True, slots=True)
class _KindFees:
    """Fees of one kind of session: of those held, and of lost ones that are charged."""

    line: Line
    held: Line
    charged: Line


def _kind_fees(
    kind: SessionKind, index: int, at_full: Number, held_share: Number, booked: Line
) -> _KindFees:
    key = f"money_in.kinds.{index}"
    fee = given(f"{key}.fee", "Fee per session", kind.fee_per_session, "money_per_session")
    held = formula(
        f"{key}.held",
        f"{kind.name}, sessions held",
        fees_collected_of_held(at_full, held_share, kind.collected_share),
        "money_per_year",
        "fee x clients x booked x share held x share collected",
        (fee, booked),
    )
    flat = [one.charge for one in ways_lost(kind) if one.flat]
    charged = formula(
        f"{key}.charged",
        f"{kind.name}, lost sessions charged",
        _charged(kind, at_full, booked.amount),
        "money_per_year",
        "fee x clients x booked x share late-cancelled or missed x share charged x part of it"
        if not flat
        else "clients x booked x share late-cancelled or missed x share charged x what is charged",
        (
            fee,
            booked,
            *(
                given(f"{key}.flat.{place}", "Flat fee", amount, "money_per_session")
                for place, amount in enumerate(flat)
            ),
        ),
    )
    return _KindFees(total(key, kind.name, held, charged), held, charged)
