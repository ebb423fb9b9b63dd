"""The frame of every page: its name, its answer, the links on, and the bar that stays in sight."""

from __future__ import annotations

import base64
import functools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from calc import Result, Scenario
from ui.shell import (
    clock,
    examples,
    fields,
    guard,
    kept,
    lull,
    opening,
    plan_menu,
    print_style,
    state,
    streamlit_ways,
)
from ui.telling import law_words, listings, marks, numbers, words, year_words
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
    "Months ahead": "ui/months/page.py",
    "Taxes and saving": "ui/taxes/page.py",
    "Load": "ui/load/page.py",
    "Own therapy": "ui/therapy/page.py",
    "Loans": "ui/loans/page.py",
    "Job offers": "ui/offers/page.py",
    "Clinic": "ui/clinic/page.py",
    "Sources": "ui/sources/page.py",
}
OF_PLAN = (
    "Your hour",
    "Set a rate",
    "Months ahead",
    "Taxes and saving",
    "Load",
    "Own therapy",
    "Loans",
)
ABOUT: dict[str, state.Name] = {
    **dict.fromkeys(OF_PLAN, "plan"),
    "Job offers": "offers",
    "Clinic": "clinic",
}
OWN: dict[state.Name, str] = {
    "plan": "your own plan",
    "offers": "your own letters",
    "clinic": "your own clinic",
}
BESIDE = {"Report": plan_menu.REPORT_PAGE}  # opened from the menu Plan, not by the navigation

_begun: ContextVar[tuple[Any, Any, bool]] = ContextVar("the bar of this run")
_later: ContextVar[list[tuple[Any, Callable[[], None]]]] = ContextVar("drawn last in this run")


@dataclass(frozen=True, slots=True)
class Shown:
    """What stays in sight at the bottom of a page, as text, and the tax year of its footer.

    `states` are those by whose own tax records its figures are worked out; `aged` those of them
    whose unread figures for age count. `standing` is what of the year's law is published and what
    projected, for a year that is projected in part.
    """

    figures: str
    tax_year: int
    states: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    standing: year_words.Standing | None = None


def shown_of(
    figures: str, year: int, plans: Iterable[Scenario], results: Iterable[Result] = ()
) -> Shown:
    """The figures of these plans, with the states by whose law of the year they are taxed.

    Where their results are given, the law that these rest on is told of; else all of the year's.
    """
    each, found = tuple(plans), tuple(results)
    states = tuple(code for plan in each for code in law_words.states_of(plan))
    aged = (law_words.aged_states_of(plan, year) for plan in each)
    standing = year_words.of_results(year, found) if found else year_words.of_rules(year, states)
    return Shown(figures, year, states, tuple(code for codes in aged for code in codes), standing)


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
    lull.begin()
    print_style.place()
    shown = result if isinstance(result, Shown) else _figures(name, result)
    _later.set([])
    with st.container(width=WIDTH, key="page"):
        st.markdown(f":gray[{_name_of(name)}]")
        with st.container(gap=None, key="answer"):
            st.title(answer, anchor=False)
            st.markdown(sentence)
        guard.tell()
        kept.tell()
        opening.tell(PAGES.get(name, ""))
        for said in law_words.how_new(shown.tax_year, shown.states, clock.today(), shown.aged):
            quiet(said)
        if shown.standing:
            _law_of_the_year(shown.standing)
        yield
        st.space("medium")
        with st.container(horizontal=True, vertical_alignment="center", key="onward"):
            st.markdown(":gray[Next:]", width="content")
            for title in onward:
                st.page_link(PAGES[title], label=_onward(title), icon=":material/arrow_forward:")
        quiet(words.footer(shown.tax_year, reached_at()))
    _bar(shown)
    if _later.get():
        lull.wait()
    for place, drawing in _later.get():
        with place:
            drawing()


def reached_at() -> str | None:
    """The name of the machine by which the browser asked for the page; None where it has none."""
    try:
        return urlsplit(st.context.url or "").hostname
    except ValueError:  # no address at all, as only a program would send it
        return None


def _name_of(name: str) -> str:
    """What stands above the answer: the page, and whether its figures are an example's."""
    if name == "Start":
        return START
    of_plan = state.WORKING_ON.get() == "plan" and name != "Sources"
    return f"{name} · {EXAMPLE.lower()}" if of_plan and examples.is_one(state.plan()) else name


def _onward(title: str) -> str:
    """The name of a page to go on to; of one about another document than this, whose it is."""
    about = ABOUT.get(title, state.WORKING_ON.get())
    if about == state.WORKING_ON.get():
        return title
    with state.working_on(about):
        whose = OWN[about] if state.is_own() else "the worked example"
    return f"{title} of {whose}"


def heading(title: str, sentence: str) -> None:
    """A section's heading with its grey line; between sections, others may go first."""
    streamlit_ways.TURN.lend()
    with st.container(gap=None):
        st.header(title, anchor=False)
        quiet(sentence)


def not_printed(name: str) -> Any:
    """A part of a page that is for typing, heading and all, and is left out in print."""
    return st.container(key=f"no print {name}")


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


def chart(drawn: Chart | Callable[[], Chart | None] | None, key: str, empty: str) -> None:
    """A chart, or what makes it, with its sentence for the blind; words where there is none.

    Its place is kept, and it is made and drawn when all else of the page is, after a lull if
    somebody goes on typing. A dialog that runs alone has no such end, and draws it at once.
    """
    later(functools.partial(_chart, drawn, key, empty))


def later(draw: Callable[[], None]) -> None:
    """A part of a page that takes long and is not typed in: drawn as a chart is, in its place."""
    if streamlit_ways.in_fragment():
        draw()
    else:
        _later.get().append((st.container(), draw))


def _chart(drawn: Chart | Callable[[], Chart | None] | None, key: str, empty: str) -> None:
    if callable(drawn):
        drawn = drawn()
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
    figures = f"**{wage}** an hour · **{load}** in 100 exhausted"
    year = result.rules.tax_year
    told = figures if state.is_own() or name != "Start" else EXAMPLE
    return shown_of(told, year, (result.scenario,), (result,))


def _law_of_the_year(found: year_words.Standing) -> None:
    """How much of a year's law is published and how much projected, with the list behind it."""
    with st.expander(f"**{found.counted}**", key="law of the year", on_change="rerun") as folded:
        if folded.open:
            quiet(found.told)
            streamlit_ways.table(listings.in_two(found.table), found.counted)


def begin_bar() -> None:
    """The bar with what is kept in the browser: before all else, so that nothing typed waits."""
    with st.bottom:
        bar = st.container(width=WIDTH, horizontal=True, wrap=False, vertical_alignment="center")
    with bar, st.container(width="stretch", gap=None):
        figures = st.container()
        _begun.set((bar, figures, kept.line()))


def _bar(shown: Shown) -> None:
    """The figures at the bottom of every page, beside the menus Pages and Plan."""
    bar, figures, save = _begun.get()
    figures.markdown(shown.figures)
    with bar:
        target = st.menu_button("Pages", list(PAGES), icon=":material/menu:", key="pages menu")
        plan_menu.show(save)
    if target:
        st.switch_page(PAGES[target])
