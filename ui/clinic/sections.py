"""Parts of the page Clinic: which plan, its figures, the dots, plans side by side, the roster."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import streamlit as st

from calc.ledger import given, total
from calc.staffing import ClinicResult, PostResult, plans
from calc.staffing.plans import LETTERS
from ui.clinic import charts, people, people_words, tables, tax_words
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.load import sections as load_sections
from ui.shell import drawer, fields, frame, intake, state, streamlit_ways
from ui.telling import numbers, words

MOST_ROWS = 60
HOW_MARGIN = "What each post leaves after its pay and costs, less what the posts share."
HOW_MARGIN_TAXED = (
    "What each post leaves after its pay and costs, less taxes on receipts and what posts share."
)
HOW_WAGE = "Take-home, divided by every hour the work takes."
HOW_SESSIONS = "Sessions booked in a week when everybody works."


def which(view: View) -> None:
    """Plan A, B or C, and a line that says what each is."""
    names = [clinic_words.plan_name(place) for place in range(len(view.plans.plans))]
    if len(names) > 1:
        key = f"clinic plan {state.widget_key('shown')}"

        def take(chosen: Any) -> None:
            if chosen:
                clinic_view.show(names.index(chosen))

        intake.show(key, names[view.shown], take)
        st.segmented_control("Shown", names, key=key)
    said = clinic_words.what_they_are(view.plans)
    if not state.is_own():
        title = words.escape(view.plans.title)
        said = f"{clinic_words.EXAMPLE.format(title=title)}  \n{said}"
    premise = clinic_words.premise(view.result)
    frame.quiet(f"{said}  \n{premise}" if premise else said)
    if not state.is_own():
        st.button(
            "Start with my own",
            icon=":material/edit:",
            key="own clinic",
            help="An empty roster and no costs; the examples stay in the menu Plan.",
            on_click=intake.first(_start_own),
        )


def _start_own() -> None:
    """A clinic to be entered, in place of the example; its roster opens."""
    state.open_document(plans.blank())
    clinic_view.show(0)
    for group in ("roster", "files"):
        st.session_state[f"group clinic {group}"] = True


def figures(view: View) -> None:
    """Margin, lowest wage, heaviest load and sessions, each beside plan A."""
    drawer.cards((_margin(view), _wage(view), _load(view), _sessions(view)))


def taxes_told(view: View) -> None:
    """Taxes on receipts: those in the margin, and those that are in no figure."""
    for said in tax_words.on_receipts(view.result):
        frame.quiet(said)


def _margin(view: View) -> drawer.Figure:
    currency = view.clinic.currency
    now, before = (float(found.margin.amount) for found in (view.result, view.first))
    more = numbers.difference(now - before, currency, cents=False)
    written = numbers.money(now, currency, cents=False)
    how = drawer.How(
        asked="How this margin?",
        title="How this margin is made",
        figure=("Margin a year", written),
        sentence=HOW_MARGIN_TAXED if view.result.receipts_taxes.line else HOW_MARGIN,
        line=view.result.margin,
        currency=currency,
    )
    chip = clinic_words.chip(now, before, more, view.shown)
    return drawer.Figure("Margin a year", written, chip, how)


def _wage(view: View) -> drawer.Figure:
    currency = view.clinic.currency
    now, before = (clinic_words.lowest_wage(found.posts) for found in (view.result, view.first))
    more = numbers.difference(now - before, currency, cents=True)
    chip = clinic_words.chip(now, before, more, view.shown)
    posts = [post for post in view.result.posts if post.earner.wage == now]
    how = how_wage(posts[0], "How this wage?", currency) if posts else None
    return drawer.Figure("Lowest wage", numbers.wage(now, currency), chip, how)


def how_wage(post: PostResult, asked: str, currency: str) -> drawer.How:
    """How the wage of one clinician is made."""
    return drawer.How(
        asked=asked,
        title=f"How the wage of {words.escape(post.label)} is made",
        figure=("True hourly wage", numbers.wage(post.earner.wage, currency)),
        sentence=HOW_WAGE,
        line=lambda: post.result.wage,
        currency=currency,
    )


def _load(view: View) -> drawer.Figure:
    both = (view.result, view.first)
    now, before = (clinic_words.most_exhausted(found.posts) for found in both)
    known = [post for post in view.result.posts if math.isfinite(post.earner.load_probability)]
    post = max(known, key=lambda post: post.earner.load_probability, default=None)
    now, before = (round(value) if value == value else value for value in (now, before))
    chip = clinic_words.chip(now, before, numbers.signed(now - before, 0), view.shown)

    def how() -> None:
        if post and st.button(":blue[How this load?]", type="tertiary", key="how this load"):
            load_drawer(view.result, post.label)

    return drawer.Figure(clinic_words.EXHAUSTED, numbers.number(now), chip, below=how)


@st.dialog("How this load is made", position="right", width="medium")
def load_drawer(result: ClinicResult, label: str) -> None:
    """What raises and lowers the load of one clinician."""
    post = result.post(label)
    people = numbers.number(clinic_words.PEOPLE * post.earner.load_probability)
    st.metric(f"{clinic_words.EXHAUSTED} like {words.escape(post.label)}", people)
    load = state.load_of(post.result)
    st.markdown(clinic_words.in_hundred(load))
    load_sections.parts(load)


def _sessions(view: View) -> drawer.Figure:
    now, before = (round(clinic_words.sessions(found), 1) for found in (view.result, view.first))
    places = 0 if float(now).is_integer() and float(before).is_integer() else 1
    written, more = numbers.number(now, places), numbers.signed(now - before, places)
    rows = [
        given(f"sessions.{post.label}", post.label, post.booked_per_week, "sessions_per_week")
        for post in view.result.posts
    ]
    how = drawer.How(
        asked="How these sessions?",
        title="How these sessions add up",
        figure=("Sessions a week", written),
        sentence=HOW_SESSIONS,
        line=lambda: total("sessions", "Sessions a week", *rows, unit="sessions_per_week"),
        currency=view.clinic.currency,
    )
    chip = clinic_words.chip(now, before, more, view.shown)
    return drawer.Figure("Sessions a week", written, chip, how if rows else None)


def harms(view: View) -> None:
    """What the plan does to its people and where it lacks room, in words on the plan itself."""
    result = view.result
    marked = people_words.marks(view.first, result) if view.shown else clinic_words.marks(result)
    said = list(marked)
    if view.shown:
        said = [*people_words.changes(view.first, result), *said]
        said += clinic_words.bands(view.first, result)
    bought = clinic_words.harm(view.compared.harm[view.shown], result)
    if said:
        title = f"**What plan {view.letter} does to people.** {bought}"
        st.markdown("\n".join([title, "", *(f"- {line}" for line in said)]))
    if view.shown:
        frame.later(lambda: _not_known(view))
    if result.posts and not marked:
        line = clinic_words.nobody_harmed(result, view.minimum)
        frame.quiet(line)
    for found in result.bindings:
        st.warning(clinic_words.binding(found))


def _not_known(view: View) -> None:
    """That the greatest change of load may be none; its range takes long, so it is drawn late."""
    if said := people_words.loads_not_known(view.first, view.result, state.load_of):
        frame.quiet(said)


def dots(view: View) -> None:
    """Wage and load of each clinician, as it is and in the plan shown."""
    labels = people.people(view.first, view.result)
    key = f"Ring: as it is. Dot: plan {view.letter}." if view.shown else "As it is."
    few = len(labels) < len(view.result.posts)
    some = (
        f" {len(labels)} of {len(view.result.posts)}: lowest wages, heaviest loads." if few else ""
    )
    wages, loads = st.columns(2, gap="medium")
    currency = view.clinic.currency
    with wages:
        found = people.dots_of(view.first, view.result, labels, "wage")
        written = partial(numbers.wage, currency=currency)
        told = f"True hourly wage of each clinician, plan {view.letter}"
        drawn = charts.dots(found, people.wage_limit(view.result), written, told, frame.theme())
        far = charts.beyond_line(drawn) if drawn else ""
        frame.heading("Wage of each clinician", f"An hour of work, after tax. {key}{some}{far}")
        frame.chart(drawn, "clinic wages", clinic_words.NOTHING_TO_DRAW)
    with loads:
        frame.heading(
            "Of 100 like them, exhausted", f"A group of practices, not a person. {key}{some}"
        )
        found = people.dots_of(
            view.first, view.result, labels, "load_probability", clinic_words.PEOPLE
        )
        told = f"How many of 100 like each clinician are exhausted, plan {view.letter}"
        limit = people.load_limit(view.result)
        drawn = charts.dots(found, limit, numbers.number, told, frame.theme())
        frame.chart(drawn, "clinic loads", clinic_words.NOTHING_TO_DRAW)


def side_by_side(view: View) -> None:
    """What differs first, then the measures of every plan."""
    if len(view.plans.plans) < 2:
        return
    frame.heading("Plans side by side", "What each comes to.")
    streamlit_ways.table(tables.side_by_side(view.compared, tables.FIRST), "Measures of every plan")
    differs = tables.what_differs(view.compared)
    count = "1 figure differs" if len(differs.rows) == 1 else f"{len(differs.rows)} figures differ"
    label = f"**All measures** · {count}" if differs.rows else "**All measures**"
    with fields.folded("clinic measures", label) as folded:
        if not folded.open:
            return
        told = "All measures of every plan"
        streamlit_ways.table(tables.side_by_side(view.compared), told)
        if differs.rows:
            st.markdown("**What differs between the plans, as it was entered**")
            streamlit_ways.table(differs, "What differs between plans")


def roster(view: View) -> None:
    """Every post with its wage, load and what it leaves, down to the margin."""
    said = f"{clinic_words.NO_NAMES} {clinic_words.OF_100}"
    frame.heading(f"Roster under plan {view.letter}", said)
    streamlit_ways.table(
        tables.roster(view.result, MOST_ROWS), f"Roster under plan {LETTERS[view.shown]}"
    )
    hidden = len(view.result.posts) - MOST_ROWS
    if hidden > 0:
        frame.quiet(f"And {hidden} more: the export has all of them.")
