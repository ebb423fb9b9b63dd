"""Tests of months ahead stand on one day."""

import datetime

import pytest

from ui.shell import clock


@pytest.fixture(autouse=True)
def on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the last of November 2026, whatever the machine says."""
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2026, 11, 30))
