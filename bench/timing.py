"""How long a call takes, and how it is said."""

import statistics
import sys
import time
from collections.abc import Callable


def say(text: str = "") -> None:
    """A line of the report."""
    sys.stdout.write(f"{text}\n")


def seconds(call: Callable[[], object], times: int) -> list[float]:
    """How long each of a number of calls took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return taken


def said(taken: list[float], scale: float, unit: str) -> str:
    """The median and the best of several times."""
    return f"median {statistics.median(taken) * scale:.3f} {unit}, best {min(taken) * scale:.3f}"
