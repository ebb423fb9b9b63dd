"""The same months as tables, for whoever does not see the charts, and the taxes as a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from calc.number import FloatArray
from ui.months.charts import Taxes
from ui.telling.tables import Table


def bank_table(
    starts_on: datetime.date, bands: FloatArray, currency: str = "USD", taxes: Taxes = ()
) -> Table:
    """Month, middle, tax where there is any, and between what half and eight of ten paths lie."""
    raise NotImplementedError


def clients_table(starts_on: datetime.date, bands: FloatArray, places: FloatArray) -> Table:
    """Month, middle, places, and between what half and eight of ten paths lie."""
    raise NotImplementedError


def plans_table(fans: Sequence[tuple[str, FloatArray]], currency: str = "USD") -> Table:
    """The ends of plans by name: the middle, and between what half and eight of ten paths lie."""
    raise NotImplementedError


def leave_table(
    starts_on: datetime.date,
    months: Sequence[int],
    to_start_with: FloatArray,
    currency: str = "USD",
) -> Table:
    """The month in which the job ends, and what has to be in the bank at the start."""
    raise NotImplementedError


def path_table(
    starts_on: datetime.date, path: FloatArray, bands: FloatArray, currency: str = "USD"
) -> Table:
    """Month, the path that was drawn, and the middle of all."""
    raise NotImplementedError


def tax_sentence(starts_on: datetime.date, taxes: Taxes, currency: str = "USD") -> str:
    """The taxes of the diamonds in words; empty without one."""
    raise NotImplementedError
