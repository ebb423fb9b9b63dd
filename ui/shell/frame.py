"""The frame of every page: its name, its answer, the links on, and the bar that stays in sight."""

from __future__ import annotations

import base64
import functools
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from calc import Result
from ui.shell import fields, guard, plan_menu, state, streamlit_ways
from ui.telling import marks, numbers, words
from ui.telling.chart_frame import CONFIG, Chart
from ui.telling.palette import Palette, palette
from ui.telling.tables import Table

LOGOS = Path(__file__).parents[1] / "logo"
WIDTH = 1120
EXAMPLE = "Worked example"
START = "For psychotherapists"
PAGES = {
    "Start": "ui/start/page.py",
    "Your hour": "ui/hour/page.py",
    "Set a rate": "ui/rate/page.py",
    "Load": "ui/load/page.py",
    "Own therapy": "ui/therapy/page.py",
    "Loans": "ui/loans/page.py",
    "Job offers": "ui/offers/page.py",
    "Clinic": "ui/clinic/page.py",
    "Sources": "ui/sources/page.py",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What stays in sight at the bottom of a page, as text, and the tax year of its footer."""

    figures: str
    tax_year: int


@functools.cache
def logo(name: str) -> str:
    """A picture of ours as an address that holds it, so that no change reads its file again."""
    packed = base64.b64encode((LOGOS / f"{name}.svg").read_bytes()).decode()
    return f"data:image/svg+xml;base64,{packed}"


def theme() -> Palette:
    """The chart colours of the reader's theme."""
    return palette(st.context.theme.type)


@contextmanager
def page(
    name: str, answer: str, sentence: str, result: Result | Shown, onward: Sequence[str]
) -> Iterator[None]:
    """A page: grey name, the answer as its heading, one sentence, content, where to go next."""
    fields.begin_page()
    shown = result if isinstance(result, Shown) else _figures(name, result)
    with st.container(width=WIDTH, key="page"):
        st.markdown(f":gray[{START if name == 'Start' else name}]")
        with st.container(gap=None):
            st.title(answer, anchor=False)
            st.markdown(sentence)
        guard.tell()
        yield
        st.space("medium")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(":gray[Next:]", width="content")
            for title in onward:
                st.page_link(PAGES[title], label=title, icon=":material/arrow_forward:")
        quiet(words.FOOTER.format(year=shown.tax_year))
    _bar(shown)


def heading(title: str, sentence: str) -> None:
    """A section's heading with its grey line; between sections, others may go first."""
    streamlit_ways.TURN.lend()
    with st.container(gap=None):
        st.header(title, anchor=False)
        quiet(sentence)


def quiet(said: str) -> None:
    """A remark in small grey letters."""
    st.markdown(marks.quiet(said))


def part_of(name: str, *parts: str) -> str:
    """The part of a group that is shown, the first one until another is chosen."""
    return str(
        st.segmented_control(
            f"Part of {name}",
            parts,
            default=parts[0],
            required=True,
            key=f"{name} part",
            label_visibility="collapsed",
        )
    )


def chart(drawn: Chart | None, key: str, empty: str) -> None:
    """A chart with its sentence for those who cannot see it; words if nothing can be drawn."""
    if drawn is None:
        st.info(empty)
        return
    st.plotly_chart(
        streamlit_ways.Figure(drawn.figure),
        height=drawn.height,
        theme=None,
        key=key,
        config=CONFIG,
        alt=drawn.alt,
    )


def as_table(key: str, made: Callable[[], Table]) -> None:
    """The table behind a chart, made only when it is open."""
    with st.expander("As a table", key=f"table {key}", on_change="rerun") as behind:
        if behind.open:
            streamlit_ways.table(made(), "The chart as a table")


def _figures(name: str, result: Result) -> Shown:
    """Wage and load."""
    wage = words.escape(numbers.wage(float(result.wage.amount), result.scenario.currency))
    share = float(result.load.probability)
    load = str(round(share * 100)) if math.isfinite(share) else numbers.NOT_KNOWN
    figures = f"**{wage}** an hour · load **{load}**"
    year = result.rules.tax_year
    return Shown(figures if state.is_own() or name != "Start" else EXAMPLE, year)


def _bar(shown: Shown) -> None:
    """The figures at the bottom of every page, beside the menus Pages and Plan."""
    with (
        st.bottom,
        st.container(width=WIDTH, horizontal=True, wrap=False, vertical_alignment="center"),
    ):
        st.markdown(shown.figures, width="stretch")
        target = st.menu_button("Pages", list(PAGES), icon=":material/menu:", key="pages menu")
        plan_menu.show()
    if target:
        st.switch_page(PAGES[target])
