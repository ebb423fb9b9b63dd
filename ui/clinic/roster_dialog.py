"""The drawer in which a spreadsheet is read: their columns as ours, and doubts one by one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc.staffing.roster_cells import text_of
from calc.staffing.roster_columns import COLUMNS, DOUBT
from calc.staffing.roster_headings import NOT_USED
from calc.staffing.roster_import import OfExample, stays_of, still_of, with_roster
from calc.staffing.roster_reading import Reading
from ui.clinic import begun, faults, roster, roster_words
from ui.clinic import view as clinic_view
from ui.clinic.roster_brought import DONE, MOST_TOLD, Brought, Done
from ui.clinic.view import View
from ui.shell import examples, frame, intake, state
from ui.telling.words import escape, joined

READ = "clinic roster read"
HEADINGS = [column.heading for column in COLUMNS]


def show(now: Brought) -> None:
    """Opens the drawer on a file."""

    def closed() -> None:
        st.session_state.pop(READ, None)

    @st.dialog(roster_words.TITLE, position="right", width="medium", on_dismiss=closed)
    def drawer() -> None:
        with state.working_on("clinic"):
            _draw(now)

    drawer()


def _draw(now: Brought) -> None:
    view = clinic_view.view(0)
    if len(now.sheets) > 1:
        st.selectbox(
            "Sheet", list(now.sheets), index=list(now.sheets).index(now.sheet),
            key="roster sheet", on_change=partial(_other_sheet, now),
        )  # fmt: skip
    found = now.found(view.clinic)
    if now.labels is None:
        theirs = [post.label for post in found.roster.posts]
        now.labels = bool(theirs) and set(theirs) <= set(view.clinic.labels)
    st.header(roster_words.heading(found), anchor=False)
    frame.quiet(roster_words.left_out(found, now.name, now.sheet))
    _columns(now, found)
    if found.missing:
        missing = joined(found.missing)
        st.markdown(roster_words.NOTHING_MAPPED.format(missing=missing))
    _part_time(now, found)
    _question(now, found, view.clinic.currency)
    _told(now, found, view.clinic.currency)
    said = "" if now.labels else roster_words.assumed(found.roster.posts, view.clinic)
    if said:
        frame.quiet(said)
    clear = _example(now, view)
    said = roster_words.other_plans(view.plans, bool(now.labels))
    if said:
        st.markdown(said)
    _buttons(now, found, clear)


def _other_sheet(now: Brought) -> None:
    now.sheet = st.session_state["roster sheet"]
    now.mapping, now.answers, now.labels = {}, {}, None


def _columns(now: Brought, found: Reading) -> None:
    """Their columns with three values each, ours beside them, and how they were read."""
    posts = roster_words.posts_of(found)
    for place, head in zip(st.columns(2, gap="small"), roster_words.HEADS, strict=True):
        with place:
            frame.quiet(head)
    for column in found.columns:
        theirs, ours = st.columns(2, gap="small")
        name = escape(column.heading) or "No heading"
        with theirs:
            st.markdown(f"**{name}**  \n:gray[{roster_words.samples(column)}]")
        with ours, st.container(gap="xxsmall"):
            key = f"roster column {column.place} {now.sheet}"
            st.session_state[key] = None if column.choices else column.ours
            others = [one for one in HEADINGS if one not in column.choices]
            st.selectbox(
                f"{name} is",
                [*column.choices, NOT_USED, *others],
                key=key,
                format_func=lambda one: one or roster_words.NOT_USED,
                placeholder=roster_words.CHOOSE,
                label_visibility="collapsed",
                on_change=partial(_map, now, column.place, key),
            )
            said = roster_words.as_read(column, posts, bool(now.labels))
            if said:
                frame.quiet(said)
    if "Label" in {column.ours for column in found.columns}:
        now.labels = st.toggle(
            roster_words.LABELS, value=bool(now.labels), help=roster_words.LABELS_HELP
        )


def _map(now: Brought, place: int, key: str) -> None:
    """Their column is ours from now on; another that was ours is not used."""
    ours = st.session_state[key]
    for other in [one for one, taken in now.mapping.items() if ours and taken == ours]:
        now.mapping[other] = NOT_USED
    now.mapping[place] = ours or NOT_USED


def _part_time(now: Brought, found: Reading) -> None:
    """Whether figures beside a full-time share are what each works now, or what full time is."""
    if found.part_time is None:
        return
    key, labels = "roster part time", bool(now.labels)
    st.session_state[key] = now.full_time

    def choose() -> None:
        now.full_time = st.session_state[key]

    st.radio(
        roster_words.part_time(found, now.full_time, labels),
        list(roster_words.PART_TIME),
        key=key,
        format_func=roster_words.PART_TIME.__getitem__,
        on_change=choose,
    )
    frame.quiet(roster_words.taken(found, now.full_time, labels))


def _question(now: Brought, found: Reading, currency: str) -> None:
    """The first doubt that has no answer yet, in a box of its own; and a way back."""
    if found.unanswered:
        asked = found.unanswered[0]
        with st.container(border=True):
            st.markdown(roster_words.question(asked, currency))
            with st.container(horizontal=True):
                for said, answer in (("Yes", True), ("No", False)):
                    st.button(
                        said,
                        key=f"roster {said}",
                        on_click=partial(now.answers.__setitem__, asked.key, answer),
                    )
    if now.answers:
        st.button(
            f":blue[Answer again ({len(now.answers)})]",
            type="tertiary",
            key="roster again",
            on_click=now.answers.clear,
        )


def _told(now: Brought, found: Reading, currency: str) -> None:
    """What was not read, row by row, and where it is put right; a question tells of itself."""
    if said := roster_words.not_read(found):
        st.markdown(said)
    told = list(faults.told_of(found, currency))
    if told:
        st.markdown("\n".join(f"- {line}" for line in told[:MOST_TOLD]))
    if len(told) > MOST_TOLD:
        with st.expander(f"{len(told) - MOST_TOLD} more"):
            st.markdown("\n".join(f"- {line}" for line in told[MOST_TOLD:]))

    _mend(now, found)


def _mend(now: Brought, found: Reading) -> None:
    """A field for each cell for which a row is left out, as the file has it."""
    wrong = [one for one in found.roster.problems if one.row in found.left_out]
    cells = dict.fromkeys((one.row, one.column) for one in wrong)
    for row, ours in list(cells)[:MOST_TOLD]:
        place = found.place_of(ours)
        if place is None:
            continue
        cell = (now.sheet, row, place)
        stated = dict(enumerate(now.rows()[row - 1]))
        key = f"roster mend {cell}"
        st.text_input(
            f"Row {row}, {ours}",
            value=text_of(stated.get(place)).removesuffix(DOUBT),
            key=key,
            on_change=partial(_put_right, now, cell, key),
        )


def _put_right(now: Brought, cell: tuple[str, int, int], key: str) -> None:
    """What was typed stands in the cell from now on, and is read anew."""
    now.mended[cell] = st.session_state[key]


def _example(now: Brought, view: View) -> tuple[OfExample, ...]:
    """What still is the example's, and whether it goes."""
    of_each = [
        (still_of(view.clinic, one.plans[0]), stays_of(view.clinic, one.plans[0]))
        for one in examples.clinics().values()
    ]
    names, stay = max(of_each, key=lambda both: len(both[0]) + len(both[1]))
    if stay:
        floor = float(view.clinic.limits.wage_floor_per_hour)
        frame.quiet(roster_words.stays(stay, floor, view.clinic.currency))
    if not names:
        return ()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(roster_words.of_example(names, now.cleared))
        st.button(
            f":blue[{roster_words.KEEP if now.cleared else roster_words.CLEAR}]",
            type="tertiary",
            key="roster clear",
            on_click=partial(setattr, now, "cleared", not now.cleared),
        )
    return names if now.cleared else ()


def _buttons(now: Brought, found: Reading, clear: tuple[OfExample, ...]) -> None:
    posts = roster_words.posts_of(found)
    with st.container(horizontal=True):
        use = st.button(
            roster_words.use(posts, found),
            type="primary",
            disabled=not found.ready,
            key="roster use",
        )
        cancel = st.button("Cancel", key="roster cancel")
    if use:
        intake.take_all()
        _use(now, found, clear)
    if use or cancel:
        st.session_state.pop(READ, None)
        st.rerun()


def _use(now: Brought, found: Reading, clear: tuple[OfExample, ...]) -> None:
    """Brings the posts into plan A, the clinic as it is, and shows it."""
    view = clinic_view.view(0)
    changes = with_roster(
        view.plans,
        found.roster.posts,
        labels=bool(now.labels),
        columns=found.mapping,
        clear=clear,
    )
    if roster.written(changes, {}):
        clinic_view.show(0)
        begun.figures_first()
        posts = len(found.roster.posts)
        currency = view.clinic.currency
        left = tuple(faults.left_out(found, currency))
        st.session_state[DONE] = Done(f"{roster_words.of_all(posts, found)} of {now.name}", left)
