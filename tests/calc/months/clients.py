"""The same practice client by client, in plain Python, for comparison: one path at a time."""

import math
import random

from calc.months.weeks import WeeksAhead


def poisson(source: random.Random, mean: float) -> int:
    """Arrivals: uniforms multiplied until they are rarer than none coming."""
    count, left = 0, source.random()
    while left > math.exp(-mean):
        count += 1
        left *= source.random()
    return count


def one_path(source: random.Random, plan: WeeksAhead) -> tuple[list[int], list[int], list[int]]:
    """Clients, people waiting and sessions held in each week of a plan with one payer.

    Each client has a state of their own: 0 new, 1 settled.
    """
    chances, (payer,) = plan.chances, plan.payers
    states: list[int] = []
    waiting = 0
    caseload, queue, held = [], [], []
    for week in range(plan.weeks):
        after = []
        for state in states:
            leave = chances.leave_settled if state else chances.leave_new
            if source.random() >= leave:
                after.append(1 if state or source.random() < chances.settle else 0)
        states = after
        waiting -= sum(source.random() < plan.give_up_share for _ in range(waiting))
        arrived = poisson(source, float(plan.intakes[week, 0]))
        for _ in range(waiting):
            if len(states) < plan.places[week]:
                states.append(0)
                waiting -= 1
        for _ in range(arrived):
            if len(states) < plan.places[week]:
                states.append(0)
            elif plan.waitlist:
                waiting += 1
        share = float(plan.sessions_per_client[week])
        booked = sum(
            int(share) + (source.random() < share - int(share)) for _ in range(len(states))
        )
        held.append(sum(source.random() >= payer.lost_share for _ in range(booked)))
        caseload.append(len(states))
        queue.append(waiting)
    return caseload, queue, held
