"""What the way to a licence costs: supervision that is bought, exams, applications, renewals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from calc.number import WEEKS_PER_YEAR
from calc.offers.licensure.way import LicencePath
from calc.parameters import Parameter
from calc.parameters.licensure import licence_fee_rows
from calc.scenario import Family, Support
from calc.scenario.fields import TINY

Due: TypeAlias = Literal[
    "exam", "application", "associate_renewal", "renewal", "earlier", "some", "dues"
]
ONCE: tuple[Due, ...] = ("exam", "application")


@dataclass(frozen=True, slots=True)
class Fee:
    """One exam, application, renewal or membership, in US dollars.

    `due`: an exam or application is paid once before the licence, an associate renewal while
    working towards it. A renewal comes after it, `earlier` belongs to a licence before it, `some`
    is asked of some only, and dues are by choice: none of these four is on the way.
    `every_years` is None where it is paid once. `confirmed` is False where nobody read it.
    """

    label: str
    due: Due
    amount_usd: float
    every_years: float | None = None
    confirmed: bool = True
    source: Parameter | None = None


@dataclass(frozen=True, slots=True)
class FeeOnTheWay:
    """A fee that falls due before the licence, how often, and what it comes to."""

    fee: Fee
    times: int

    @property
    def amount_usd(self) -> float:
        """All of it."""
        return self.fee.amount_usd * self.times


@dataclass(frozen=True, slots=True)
class CostOfWay:
    """What is paid until the licence.

    `supervision` is in the plan's currency. Fees nobody read in a source are added apart.
    """

    supervision: float
    fees: tuple[FeeOnTheWay, ...]

    @property
    def fees_usd(self) -> float:
        """Fees that were read in a source, or typed."""
        return math.fsum(row.amount_usd for row in self.fees if row.fee.confirmed)

    @property
    def unconfirmed_fees_usd(self) -> float:
        """Fees of ours that nobody read in a source."""
        return math.fsum(row.amount_usd for row in self.fees if not row.fee.confirmed)


def fees_of(state: str, family: Family) -> tuple[Fee, ...]:
    """Every fee we have for a kind of licence in a state: the country's, then the state's own."""
    rows = [row for row in licence_fee_rows() if family in row.words("families")]
    return tuple(_fee(row) for place in ("", state) for row in rows if row.text("state") == place)


def cost_of_way(path: LicencePath, support: Support, fees: Sequence[Fee]) -> CostOfWay | None:
    """What supervision and fees cost until the licence; None where the way has no known end.

    Supervision: worked weeks until then x hours a week x price. Who is licensed pays nothing.
    """
    if path.weeks is None or path.worked_weeks is None:
        return None
    if path.licensed:
        return CostOfWay(0.0, ())
    hours = path.worked_weeks * float(support.supervision_hours_per_week)
    found = tuple(FeeOnTheWay(fee, _times(fee, path.weeks)) for fee in fees)
    return CostOfWay(
        hours * float(support.supervision_price_per_hour),
        tuple(row for row in found if row.times),
    )


def renewals(weeks: float, every_years: float) -> int:
    """How often a registration is renewed on a way: at the end of each period before the last.

    >>> renewals(104.0, 1.0)
    1
    >>> renewals(105.0, 1.0)
    2
    >>> renewals(30.0, 1.0)
    0
    """
    return max(math.ceil(weeks / (every_years * WEEKS_PER_YEAR) - TINY) - 1, 0)


def _times(fee: Fee, weeks: float) -> int:
    if fee.due in ONCE:
        return 1
    if fee.due == "associate_renewal" and fee.every_years is not None:
        return renewals(weeks, fee.every_years)
    return 0


def _fee(row: Parameter) -> Fee:
    assert not isinstance(row.value, float | str | tuple)
    return Fee(
        label=row.label,
        due=row.text("due"),  # type: ignore[arg-type]
        amount_usd=row.of("amount"),
        every_years=row.of("every_years") if "every_years" in row.value else None,
        confirmed=row.confirmed,
        source=row,
    )
