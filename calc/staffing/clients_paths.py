"""Clients who come and go on many paths: how far fees stray from their mean, by payer."""

from __future__ import annotations

import numpy as np

from calc.months.closed_forms import enquiries_to_stand_still, mean_stay_weeks, weekly_chances
from calc.months.counting import Counts
from calc.months.expected import expected_counts
from calc.months.filling import PARTS_PER_WEEK, parts_of
from calc.months.paths import Luck, counts_of_paths
from calc.months.prices import ENDINGS, fees_by_ending
from calc.months.weeks import WeeksAhead, payers_of
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray
from calc.scenario import SessionKind, places_of
from calc.scenario.ahead import Ahead
from calc.scenario.posts import LAST_MONTH
from calc.staffing.clinic import ClinicResult

NO_CAP = 1_000_000.0  # places: nobody is turned away


def clients_ahead(result: ClinicResult) -> WeeksAhead | None:
    """The weeks of a clinic's whole caseload, as of one practice that is full and stands still.

    As many ask as leave, nobody is turned away and nobody is on leave, so that the mean is the full
    caseload in every week; who stays how long is what is typical of a practice. The caseload of
    each post is then nearly Poisson and independent of the others', and such caseloads together are
    Poisson too: one count has the spread of the whole. None without a session.
    """
    kinds = kinds_of(result)
    booked = sum(float(kind.booked_per_week) for kind in kinds)
    if not booked:
        return None
    typical = Ahead()
    early, until, once = map(
        float,
        (typical.early_ending_share, typical.weeks_until_settled, typical.weeks_once_settled),
    )
    stay = mean_stay_weeks(early, until, once)
    weeks = -(-parts_of(LAST_MONTH) // PARTS_PER_WEEK)
    clients = places_of(booked, float(typical.sessions_per_client_per_week))
    a_week = enquiries_to_stand_still(clients, stay, 1.0) * MONTHS_PER_YEAR / WEEKS_PER_YEAR
    payers = payers_of(kinds)
    worked = sum(post.booked_per_week * post.worked_weeks for post in result.posts)
    worked_share = worked / booked / WEEKS_PER_YEAR
    return WeeksAhead(
        months=LAST_MONTH,
        payers=payers,
        full_places=clients,
        full_from=float(clients),
        clients_at_start=float(clients),
        new_share_at_start=until / stay,
        chances=weekly_chances(early, until, once),
        intakes=np.full((weeks, 1), a_week) * np.array([payer.share for payer in payers]),
        places=np.full(weeks, NO_CAP),
        worked_share=np.full(weeks, worked_share),
        sessions_per_client=np.full(weeks, booked / clients * worked_share),
        on_leave=(False,) * weeks,
        leave_begins={},
        enquiries_kept=(True,) * weeks,
        waitlist=False,
        give_up_share=0.0,
        insurers_from=0,
        illness_chance=0.0,
        illness_weeks=0,
        shock_chance=0.0,
        shock_lost_share=0.0,
    )


def kinds_of(result: ClinicResult) -> list[SessionKind]:
    """The kinds of session of all posts, as often as each is booked in them."""
    return [kind for post in result.posts for kind in post.scenario.work.session_kinds]


def swings(result: ClinicResult, luck: Luck) -> dict[str, FloatArray]:
    """By payer, the fees of each week on each path over their mean; none without a session.

    Fees are those of sessions held, and of lost ones that are charged. A payer who pays nothing
    keeps a swing of 1.
    """
    plan = clients_ahead(result)
    if plan is None:
        return {}
    paths, mean = counts_of_paths(plan, luck), expected_counts(plan)
    every = kinds_of(result)
    found = {}
    for place, payer in enumerate(plan.payers):
        fees = fees_by_ending([kind for kind in every if kind.payer == payer.name])
        usual = _fees(mean, place, fees)
        safe = np.where(usual > 0.0, usual, 1.0)
        found[payer.name] = np.where(usual > 0.0, _fees(paths, place, fees) / safe, 1.0)
    return found


def _fees(counts: Counts, place: int, fees: FloatArray) -> FloatArray:
    """What the sessions of a payer bring in each week, by how they end."""
    by_ending = dict(zip(ENDINGS, fees.tolist(), strict=True))
    booked, lost = counts.booked[:, place], counts.lost[:, place]
    late, missed = counts.late_charged[:, place], counts.missed_charged[:, place]
    charged = late * by_ending["late_charged"] + missed * by_ending["missed_charged"]
    money: FloatArray = (booked - lost) * by_ending["kept"] + charged
    return money
