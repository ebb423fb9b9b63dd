"""What boards ask before they grant a licence, and what exams and licences cost, by state."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from calc.parameters.files import parameters_of
from calc.parameters.parameter import Certainty, Parameter

UNSETTLED: tuple[Certainty, ...] = ("single", "conflicting")


def board_row(state: str, family: str) -> Parameter | None:
    """What one board asks for one kind of licence, as far as it was read; None outside the states.

    Its value is a table of `state`, `family`, `credential` and the figures that were read. Where
    `confirmed` is False the figures were recalled, stand on one page alone, or texts disagree on
    them: not to be used unasked.

    >>> row = board_row("TX", "counselor")
    >>> row.of("total_hours") if row else None
    3000.0
    """
    return _rows("licensure").get(f"{state}_{family}")


def board_rows() -> tuple[Parameter, ...]:
    """Every row there is, in the order of the states."""
    return tuple(_rows("licensure").values())


def licence_fee_rows() -> tuple[Parameter, ...]:
    """What exams, applications, renewals and dues cost, in the order of the data file."""
    return tuple(_rows("licence_fees").values())


@functools.cache
def _rows(file: str) -> Mapping[str, Parameter]:
    rows = parameters_of(file)
    return MappingProxyType({name: _settled(row) for name, row in rows.items()})


def _settled(row: Parameter) -> Parameter:
    """What one page alone says, or texts disagree on, is no more confirmed than recollection."""
    return replace(row, confirmed=row.confirmed and row.certainty not in UNSETTLED)
