"""Charts of the months ahead: money in the bank and clients as fans, and what to start with.

A fan is given as rows of months and five columns: what 10, 25, 50, 75 and 90 of 100 paths lie at or
below at the end of each month, as `calc.months.quantiles(rows, IN_HUNDRED)` finds them. Months are
counted from 1, the first of the plan; month 1 begins on `starts_on`. Every chart has a form for a
desk and, with `phone=True`, one for a phone of 390 pixels.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TypeAlias

from calc.number import FloatArray
from ui.telling.chart_frame import Chart
from ui.telling.palette import Palette

IN_HUNDRED = (10, 25, 50, 75, 90)
Dates: TypeAlias = Sequence[tuple[int, str]]  # the month from which something holds, and its name
Taxes: TypeAlias = Sequence[tuple[int, float]]  # a month, and what is paid in it; refunds below 0


def bank_fan(
    starts_on: datetime.date,
    bands: FloatArray,
    opening: float,
    palette: Palette,
    currency: str = "USD",
    *,
    needs_per_month: float = 0.0,
    dates: Dates = (),
    taxes: Taxes = (),
    phone: bool = False,
) -> Chart:
    """Money in the bank at the end of each month, from the opening balance on.

    `dates` are dashed lines with their names above, as ((9, "the job ends"),) where the job is gone
    from the ninth month on. `taxes` are diamonds below the axis, with amounts on a desk; a phone
    says them with `tax_sentence`. Without needs no line of three months of them is drawn.
    """
    raise NotImplementedError


def clients_fan(
    starts_on: datetime.date,
    bands: FloatArray,
    clients_at_start: float,
    places: FloatArray,
    palette: Palette,
    *,
    held_back: str = "beside the job",
    full: tuple[int | None, int | None, int | None] = (None, None, None),
    phone: bool = False,
) -> Chart:
    """Clients at the end of each month, below the places of each month.

    `places` has a number a month. `full` are the months by which 20, 50 and 80 of 100 paths have
    been full, None where so many never are: the second is marked and named, the others are its
    range. `held_back` says why there are fewer places in months before the last step.
    """
    raise NotImplementedError


def small_fan(
    name: str,
    starts_on: datetime.date,
    bands: FloatArray,
    opening: float,
    span: tuple[float, float],
    palette: Palette,
    currency: str = "USD",
) -> Chart:
    """One of several plans side by side, on the scale that `shared_span` gives all of them."""
    raise NotImplementedError


def shared_span(fans: Sequence[tuple[float, FloatArray]]) -> tuple[float, float]:
    """The least and the most money of several plans, each by its opening balance and its bands."""
    raise NotImplementedError


def leave_curve(
    starts_on: datetime.date,
    months: Sequence[int],
    to_start_with: FloatArray,
    have: float,
    palette: Palette,
    currency: str = "USD",
    *,
    chosen: int | None = None,
    phone: bool = False,
) -> Chart:
    """What has to be in the bank at the start, by the month from which the job is gone.

    `months` are the months tried, `to_start_with` the money of each; month 9 of a plan from January
    is a job that ends in August, month 1 one that ends now. `have` is the balance one has.
    """
    raise NotImplementedError


def one_path(
    starts_on: datetime.date,
    path: FloatArray,
    bands: FloatArray,
    opening: float,
    palette: Palette,
    currency: str = "USD",
    *,
    phone: bool = False,
) -> Chart:
    """The balance of a single path that was drawn, beside the middle and eight of ten paths."""
    raise NotImplementedError
