"""The weeks of a practice with one payer and no list in plain Python, one path at a time."""

import math
import random
from bisect import bisect_left

from calc.months.tables import binomial_table, poisson_table
from calc.months.weeks import WeeksAhead

MOST = 60  # people of a table


def clients(source: random.Random, plan: WeeksAhead) -> list[int]:
    """Sessions held in each week, client by client: each with a state of their own."""
    chances, (payer,), uniform = plan.chances, plan.payers, source.random
    settled: list[bool] = []
    held = []
    for week in range(plan.weeks):
        settled = [
            of_old or uniform() < chances.settle
            for of_old in settled
            if uniform() >= (chances.leave_settled if of_old else chances.leave_new)
        ]
        limit, left = math.exp(-float(plan.intakes[week, 0])), uniform()
        while left > limit:
            if len(settled) < plan.places[week]:
                settled.append(False)
            left *= uniform()
        share = float(plan.sessions_per_client[week])
        kept = 0
        for _ in settled:
            if uniform() < share:
                if uniform() >= payer.lost_share:
                    kept += 1
                elif uniform() >= payer.late_charged_share:
                    uniform()  # whether it is charged as missed
        held.append(kept)
    return held


class Tables:
    """Distribution functions as lists, for counts in plain Python."""

    def __init__(self, plan: WeeksAhead) -> None:
        (payer,), chances = plan.payers, plan.chances
        self.plan = plan
        share = float(plan.sessions_per_client[0])
        parts = (
            chances.leave_new,
            chances.leave_settled,
            chances.settle,
            1.0 - share,
            payer.lost_share,
            payer.late_charged_share,
            payer.missed_charged_share,
        )
        self.parts = [binomial_table(MOST, chance).tolist() for chance in parts]
        self.arrivals: list[float] = poisson_table(float(plan.intakes[0, 0])).tolist()


def counts(source: random.Random, tables: Tables) -> list[int]:
    """Sessions held in each week, by numbers of people: inverse distribution functions."""
    plan, uniform = tables.plan, source.random
    leave_new, leave_settled, settle, unbooked, lose, late, missed = tables.parts
    new = settled = 0
    held = []
    for week in range(plan.weeks):
        new -= bisect_left(leave_new[new], uniform())
        settled -= bisect_left(leave_settled[settled], uniform())
        settles = bisect_left(settle[new], uniform())
        new, settled = new - settles, settled + settles
        arrived = bisect_left(tables.arrivals, uniform())
        new += min(arrived, max(0, int(plan.places[week]) - new - settled))
        booked = new + settled
        booked -= bisect_left(unbooked[booked], uniform())
        lost = bisect_left(lose[booked], uniform())
        rest = lost - bisect_left(late[lost], uniform())
        bisect_left(missed[rest], uniform())
        held.append(booked - lost)
    return held
