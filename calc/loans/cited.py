"""A line of a loan with every rule that it reads."""

from __future__ import annotations

from collections.abc import Iterable

from calc.ledger import Line, Unit, formula
from calc.number import Number
from calc.parameters import Parameter


def cited(
    key: str,
    label: str,
    amount: Number,
    unit: Unit,
    how: str,
    uses: tuple[Line, ...],
    rules: Iterable[Parameter],
) -> Line:
    """A formula and the rules it reads, the weightiest first."""
    return formula(key, label, amount, unit, how, uses, *rules)
