"""The reader's day, asked for in one place: nothing below the pages knows a clock."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """The day of the machine that runs the pages."""
    return datetime.datetime.now().astimezone().date()
