"""A fair turn: in one process one person's page is made at a time, in the order of asking.

Threads that make pages at once take the interpreter from each other at every step: beyond twenty
people each waits for all. One after the other, each waits for those before only.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from types import TracebackType

LONG = 0.05  # seconds


class Turn:
    """A lock that is given in the order of asking, and may be lent to those who wait."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False
        self._mine = threading.local()
        self._since = 0.0

    def __enter__(self) -> None:
        """Waits for the turn; a thread that has it already keeps it."""
        self._mine.depth = getattr(self._mine, "depth", 0) + 1
        if self._mine.depth == 1:
            self._take()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Gives the turn to whoever has waited longest."""
        self._mine.depth -= 1
        if not self._mine.depth:
            self._give()

    def lend(self) -> None:
        """Lets those who wait now go first, if this thread has had the turn for long.

        For between two steps of work: a page that is soon made is made in one go.
        """
        mine = getattr(self._mine, "depth", 0) > 0
        if mine and self._waiting and time.perf_counter() - self._since > LONG:
            self._give()
            self._take()

    def rest(self, seconds: float) -> None:
        """Does nothing for so long, and lets others go first meanwhile."""
        mine = getattr(self._mine, "depth", 0) > 0
        if mine:
            self._give()
        time.sleep(seconds)
        if mine:
            self._take()

    def _take(self) -> None:
        with self._guard:
            called = threading.Lock()
            if self._taken:
                called.acquire()
                self._waiting.append(called)
            self._taken = True
        called.acquire()  # until it is released by the one before
        self._since = time.perf_counter()

    def _give(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
