"""What lies ahead of a plan, held against the plan itself."""

from __future__ import annotations

import math

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.number import Number, added
from calc.scenario.ahead import Ahead
from calc.scenario.scenario import Scenario
from calc.scenario.work import Employee

ROUND = 0.5  # half a client is one


def ahead_of(scenario: Scenario) -> Ahead:
    """What lies ahead of a plan: a full caseload that stands still, where it states nothing.

    `ScenarioError` for an employee, who holds no places, and for more clients at the start than
    there are places. A plan with such clients can be written and read: sessions of the steady year
    are changed freely, and are asked about only where months are worked out.
    """
    if isinstance(scenario.work, Employee):
        raise ScenarioError((Problem("ahead", "ahead_of_employee", scenario.work.kind),))
    ahead = Ahead() if scenario.ahead is None else scenario.ahead
    booked = added(kind.booked_per_week for kind in scenario.work.session_kinds)
    now = ahead.clients_at_start
    if now is None or np.ndim(booked) or not booked:
        return ahead
    places = places_of(booked, ahead.sessions_per_client_per_week)
    if now > places:
        path = "ahead.clients_at_start"
        raise ScenarioError((Problem(path, "clients_exceed_places", now, places),))
    return ahead


def places_of(booked_per_week: Number, sessions_per_client_per_week: Number) -> int:
    """Clients that a full week holds, to the nearest whole one (half up), at least 1.

    >>> places_of(21.0, 0.5), places_of(22.5, 1.0), places_of(1.0, 7.0)
    (42, 23, 1)
    """
    return max(1, math.floor(float(booked_per_week) / float(sessions_per_client_per_week) + ROUND))
