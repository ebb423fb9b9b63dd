"""What is not computed, as its data file has it."""

from __future__ import annotations

from calc.parameters.files import parameters_of
from calc.parameters.parameter import Parameter


def limit_rows() -> tuple[Parameter, ...]:
    """Every matter of `data/limits.toml`, in the order of the file.

    Its label is the matter; its value has the area, whom it concerns, what to do instead, other
    words for it, and where beside the table it is shown.

    >>> limit_rows()[0].text("area")
    'pay'
    """
    return tuple(parameters_of("limits").values())
