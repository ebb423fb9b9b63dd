"""A clinic with room to hire, the packages that it could hire, and a search that is given up."""

from collections.abc import Callable
from itertools import count

from calc.scenario.clinic import Clinic
from calc.staffing import packages
from tests.calc.clinics import clinic

SESSIONS = (14.0, 18.0, 22.0, 26.0)
FACTORS = (0.8, 0.9, 1.0, 1.1, 1.2)


def wide(**more: object) -> Clinic:
    """Room and demand for more than a few posts."""
    plan = clinic(
        demand={"new_clients_per_week": 9},
        rooms={"rooms": 6, "open_hours_per_week": 50},
        limits={"wage_floor_per_hour": 34, "most_posts": 4},
    )
    return plan.with_values(more)


TEMPLATES = tuple(wide().posts[place] for place in (1, 2, 3, 4, 5, 6))
PACKAGES = packages(wide(), TEMPLATES, SESSIONS, FACTORS)


class HaltedError(Exception):
    """Somebody else's turn, for good."""


def halting(after: int) -> Callable[[], None]:
    """A step between others that gives up at the call after so many."""
    calls = count()

    def between() -> None:
        if next(calls) >= after:
            raise HaltedError

    return between
