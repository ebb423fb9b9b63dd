"""What a board asks: the user's own figures first, then those read in a source, else unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from calc.number import Number
from calc.parameters import Parameter
from calc.parameters.licensure import board_row
from calc.scenario import FigureName, LicenceInputs, Wanted

Origin: TypeAlias = Literal["typed", "data", "unknown"]
FIGURES: tuple[FigureName, ...] = get_args(FigureName)
# Without these the way may be longer than what is worked out: a board asks for most of them.
USUAL: tuple[FigureName, ...] = (
    "total_hours",
    "direct_hours",
    "supervision_hours",
    "least_months",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a board, and where it comes from; `value` is None where nobody stated it."""

    name: FigureName
    value: Number | None
    origin: Origin
    source: Parameter | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What one board asks for one kind of licence.

    `figures` are those to be used. `unconfirmed` are figures of ours that nobody read in a source,
    that one page alone says, or on which texts disagree: to be shown as such, and never used unless
    the user types them.
    `row` is our row of this board, with its credential, source and note.
    """

    state: str
    family: Wanted
    figures: Mapping[FigureName, Figure]
    unconfirmed: Mapping[FigureName, float]
    row: Parameter | None

    def value(self, name: FigureName) -> Number | None:
        """A figure, or None where nobody stated it."""
        return self.figures[name].value

    @property
    def credential(self) -> str:
        """What the licence is called there; empty outside the states."""
        return self.row.text("credential") if self.row else ""

    @property
    def unknown(self) -> tuple[FigureName, ...]:
        """The usual figures that nobody stated; relational hours are usual for an LMFT."""
        usual = (*USUAL, "relational_hours") if self.family == "mft" else USUAL
        return tuple(name for name in FIGURES if name in usual and self.value(name) is None)


def requirement_for(state: str, licence: LicenceInputs) -> Asked:
    """What a board asks, figure by figure: as typed, else as read in a source, else unknown."""
    row = board_row(state, licence.family)
    ours = {} if row is None else _numbers(row)
    read = ours if row is not None and row.confirmed else {}
    typed = _typed(state, licence)

    def figure(name: FigureName) -> Figure:
        if name in typed:
            return Figure(name, typed[name], "typed")
        if name in read:
            return Figure(name, read[name], "data", row)
        return Figure(name, None, "unknown")

    return Asked(
        state=state,
        family=licence.family,
        figures=MappingProxyType({name: figure(name) for name in FIGURES}),
        unconfirmed=MappingProxyType({} if read else ours),
        row=row,
    )


def _typed(state: str, licence: LicenceInputs) -> dict[FigureName, Number]:
    """The figures a person typed for one board; the last counts where one was typed twice."""
    found: dict[FigureName, Number] = {}
    for row in licence.typed:
        if (row.state, row.family) == (state, licence.family):
            stated = {name: getattr(row, name) for name in FIGURES}
            found |= {name: value for name, value in stated.items() if value is not None}
    return found


def _numbers(row: Parameter) -> dict[FigureName, float]:
    assert isinstance(row.value, Mapping)
    return {name: row.of(name) for name in FIGURES if name in row.value}
