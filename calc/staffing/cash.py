"""Cash of a clinic month by month: hires that cost before they bring, and payers that pay late."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.months.filling import PARTS_PER_WEEK, by_month, lag_in_parts, parts_of, week_of_part
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray
from calc.scenario import Salary, SplitOfCollections
from calc.scenario.clinic_ahead import Hiring
from calc.scenario.posts import LAST_MONTH
from calc.staffing.clinic import ClinicResult
from calc.staffing.even import moving_pay
from calc.staffing.posts import PostResult
from calc.staffing.ramp import PayerClass, filled_shares, payer_classes


@dataclass(frozen=True, slots=True)
class CashTimeline:
    """Money in and out of the bank in each month, and what is there at its end.

    Rows have one figure a month, costs positive. Receipts come when payers pay. `draw` is what
    owners take out, nothing without an owner; margin before it stays in the clinic. `lowest` is the
    least at the end of any month, in month `lowest_month` counted from 1. `runway_months` are the
    months until the cash is gone: None where it lasts the whole timeline.
    """

    opening: float
    receipts: FloatArray
    pay: FloatArray
    other_costs: FloatArray
    receipts_taxes: FloatArray
    overhead: FloatArray
    hiring: FloatArray
    draw: FloatArray

    @property
    def net(self) -> FloatArray:
        """What each month adds to the cash."""
        out = self.pay + self.other_costs + self.overhead + self.hiring + self.draw
        return self.receipts - out - self.receipts_taxes

    @property
    def at_end(self) -> FloatArray:
        """Cash at the end of each month."""
        return self.opening + np.cumsum(self.net, axis=0)

    @property
    def lowest(self) -> float:
        """The least cash at the end of a month."""
        return float(self.at_end.min())

    @property
    def lowest_month(self) -> int:
        """The first month that ends with the least cash, counted from 1."""
        return int(np.argmin(self.at_end)) + 1

    @property
    def runway_months(self) -> int | None:
        """Months that end with cash left, up to the first that does not; None if all do."""
        gone = np.flatnonzero(self.at_end < 0.0)
        return int(gone[0]) if gone.size else None


def cash_timeline(result: ClinicResult, months: int = LAST_MONTH) -> CashTimeline:
    """Cash of the months ahead, from the steady year of each post.

    Posts of month 0 are there at a full caseload, and their insurers' payments of the weeks before
    come in as usual. A post that starts later costs its hire, is paid by the year from its first
    day and by the session as its caseload grows, and so go a bonus and a cut by a quota; insurers'
    sessions begin after credentialing and are paid after the payer lag. A split is paid when the
    money comes in, and taxes on receipts take the share of it that they take of a steady year.
    Years are even: no season, holiday or wage base that is reached by summer.
    """
    clinic = result.clinic
    parts = parts_of(months)
    totals = {name: np.zeros(parts) for name in ("receipts", "pay", "other")}
    hires = np.zeros(months)
    for post in result.posts:
        for name, flow in flows_of(post, _planned(result, post, parts)).items():
            totals[name] += flow
        if 0 < post.post.start_month <= months:
            hires[post.post.start_month - 1] += float(clinic.hiring.hiring_cost)
    every = np.ones(months)
    receipts = by_month(totals["receipts"])
    owned = any(post.post.owner for post in result.posts)
    return CashTimeline(
        opening=float(clinic.hiring.opening_cash),
        receipts=receipts,
        pay=by_month(totals["pay"]),
        other_costs=by_month(totals["other"]),
        receipts_taxes=receipts * result.receipts_tax_share,
        overhead=every * result.overhead / MONTHS_PER_YEAR,
        hiring=hires,
        draw=every * (float(clinic.hiring.owner_draw_per_month) if owned else 0.0),
    )


@dataclass(frozen=True, slots=True)
class Presence:
    """How full a post is in each third of a week, paths side by side where there are any.

    `there` is 1 while somebody holds the post. `booked` and `collected` have the shares of a full
    caseload that are seen and that are paid for, one of each class of payer (`payer_classes`).
    """

    there: FloatArray
    booked: tuple[FloatArray, ...]
    collected: tuple[FloatArray, ...]


def _planned(result: ClinicResult, post: PostResult, parts: int) -> Presence:
    """A post as it is planned: held by one person from its start on."""
    hiring = result.clinic.hiring
    there_already = post.post.start_month == 0
    since = np.arange(parts, dtype=np.float64) - start_of(post)
    there = np.ones(parts) if there_already else np.where(since >= 0, 1.0, 0.0)
    booked, collected = [], []
    for part in payer_classes(post):
        if there_already:
            booked.append(np.ones(parts))
            collected.append(np.ones(parts))
        else:
            late = since - lag_of(part, hiring)
            booked.append(filled_shares(post, part, hiring, week_of_part(since)))
            collected.append(filled_shares(post, part, hiring, week_of_part(late)))
    return Presence(there, tuple(booked), tuple(collected))


def start_of(post: PostResult) -> int:
    """The third of a week, from 0, in which a post begins; that of who is there already is 0."""
    return parts_of(max(0, post.post.start_month - 1))


def lag_of(part: PayerClass, hiring: Hiring) -> int:
    """Thirds of a week until a payer pays."""
    return lag_in_parts(float(hiring.payer_lag_weeks)) if part.payer == "insurer" else 0


def flows_of(post: PostResult, held: Presence) -> dict[str, FloatArray]:
    """Receipts, pay with its load, and other costs of a post in each third of a week."""
    there = held.there
    receipts, worked = np.zeros(there.shape), np.zeros(there.shape)
    brings = 0.0
    shares = zip(payer_classes(post), held.booked, held.collected, strict=True)
    for part, booked, collected in shares:
        receipts = receipts + part.receipts * collected
        worked = worked + part.booked_per_week * booked
        brings += part.receipts
    receipts = receipts + (post.brings - brings) * there
    paid_in = receipts / post.brings if post.brings else there
    done = worked / post.booked_per_week if post.booked_per_week else there
    if isinstance(post.scenario.work.pay, SplitOfCollections):
        done = paid_in
    of_year = WEEKS_PER_YEAR * PARTS_PER_WEEK
    return {
        "receipts": receipts / of_year,
        "pay": _pay(post, there, done) / of_year,
        "other": (post.other_cost * there + post.processing * paid_in) / of_year,
    }


def _pay(post: PostResult, there: FloatArray, done: FloatArray) -> FloatArray:
    """Pay with its load at a rate of so much a year, while so much of the caseload is done."""
    if isinstance(post.scenario.work.pay, Salary):
        moves, _ = moving_pay(post)
        load = post.employer_load / post.pay if post.pay else 0.0
        changed = (moves(done) - moves(np.ones(1))) * (1.0 + load)
        salary: FloatArray = (post.pay + post.employer_load + changed) * there
        return salary
    return (post.pay + post.employer_load - post.by_session) * there + post.by_session * done
