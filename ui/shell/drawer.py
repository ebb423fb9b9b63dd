"""Figures, and the drawer behind each "How ...?": its statement, each line down to its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

import streamlit as st

from calc.ledger import Line, less
from calc.parameters import Parameter
from ui.shell import frame, streamlit_ways
from ui.telling import listings, no_state_tax, numbers, parameter_words, words
from ui.telling.tables import statement_rows

MOST_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What a "How ...?" asks, and what its drawer says: title, named figure, sentence, statement.

    The line may be a way to get it, for one that is worked out only when asked for.
    """

    asked: str
    title: str
    figure: tuple[str, str]
    sentence: str
    line: Line | Callable[[], Line]
    currency: str
    key: str = ""
    footer: str = "Estimate, not tax advice."


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on a page: its name, how it is written, its chip, and how it is made.

    `against` is what the chip compares with, in small letters below it.
    """

    name: str
    written: str
    chip: str = ""
    how: How | None = None
    below: Callable[[], None] | None = None
    against: str = ""


def cards(figures: Sequence[Figure]) -> None:
    """Figures side by side, each with its chip and its "How ...?"."""
    grid = st.grid(len(figures), min_column_width=148, gap="xsmall", border=True)
    for figure in figures:
        with grid.cell():
            with st.container(gap=None) if figure.against else nullcontext():
                st.metric(
                    figure.name,
                    words.escape(figure.written),
                    words.escape(figure.chip) or None,
                    delta_color="off",
                    delta_arrow="off",
                )
                if figure.against:
                    frame.quiet(figure.against)
            if figure.how:
                button(figure.how)
            if figure.below:
                figure.below()


def button(how: How) -> None:
    """A quiet button that opens the drawer of a figure."""
    if st.button(f":blue[{how.asked}]", type="tertiary", key=f"how {how.key or how.asked}"):
        _open(how)


def _open(how: How) -> None:
    line, currency = how.line if isinstance(how.line, Line) else how.line(), how.currency

    @st.dialog(how.title, position="right", width="medium")
    def drawer() -> None:
        st.metric(*how.figure)
        st.markdown(how.sentence)
        shown = without_zeros(line)
        streamlit_ways.table(
            statement_rows(shown, 3 if line.kind == "ratio" else 2, currency),
            f"{line.label}, line by line",
        )
        if no_tax := no_state_tax.why(line, currency):
            frame.quiet(no_tax)
        if shown.kind == "formula" and shown.how:
            made = words.escape(shown.how.replace(" x ", " × "))
            frame.quiet(f"{words.escape(shown.label)} = {made}")
        _show_sources(shown.sources)
        for part in _openable(shown):
            with st.expander(f"{words.escape(part.label)}: how?"):
                st.markdown("\n".join(_told(part if part.amount >= 0 else less(part), currency)))
                _show_sources(sources_of(part))
        frame.quiet(how.footer)

    drawer()


def _show_sources(sources: tuple[Parameter, ...]) -> None:
    """Each parameter with its value and where it was read."""
    for source in sources:
        said = listings.source_line(source)
        value = words.escape(parameter_words.parameter_value(source))
        st.markdown(f":small[:gray[{words.escape(source.label)}:] {value} · {said}]")


def without_zeros(line: Line) -> Line:
    """The same sum without rows of nothing; what a figure is made of stays."""
    if line.kind == "ratio":
        return replace(line, parts=(without_zeros(line.parts[0]), line.parts[1]))
    if line.kind != "sum":
        return line
    rows = tuple(without_zeros(part) for part in line.parts if _counts(part))
    return replace(line, parts=rows or line.parts[:1])


def _counts(line: Line) -> bool:
    return bool(line.amount) or line.kind == "parameter" or "not included" in line.label


def _openable(line: Line) -> Iterator[Line]:
    """The rows of a statement that say more when they are opened."""
    for place, part in enumerate(line.parts):
        opens = line.kind == "ratio" or line.key in ("take_home", "left_over")
        if place == 0 and part.kind == "sum" and opens:
            yield from _openable(part)
        elif part.parts or part.sources or part.how:
            yield part


def _told(line: Line, currency: str, depth: int = 0, seen: set[int] | None = None) -> Iterator[str]:
    """A line and what it was made of, as a nested list; each line is told once."""
    seen = set() if seen is None else seen
    if id(line) in seen:
        return
    seen.add(id(line))
    amount = words.escape(numbers.shown(float(line.amount), line.unit, currency))
    how = f" = {words.escape(line.how.replace(' x ', ' × '))}" if line.how else ""
    yield f"{'  ' * depth}- {words.escape(line.label)} **{amount}**{how}"
    if depth < MOST_DEPTH:
        for part in line.parts:
            yield from _told(part, currency, depth + 1, seen)


def sources_of(line: Line) -> tuple[Parameter, ...]:
    """The parameters behind a line, each once, in reading order."""
    found = {source.key: source for _, part in line.walk() for source in part.sources}
    return tuple(found.values())
