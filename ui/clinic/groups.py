"""The folded groups of the page Clinic that hold its figures; each says what it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from calc.parameters import state_names
from calc.scenario.clinic import MOST_CHANGES, MOST_PLANS, Clinic
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.staffing import plans as clinic_plans
from calc.staffing.plans import LETTERS
from ui.clinic import answer_words, everybody, files, person, place
from ui.clinic import fields as clinic_fields
from ui.clinic import roster as clinic_roster
from ui.clinic import view as clinic_view
from ui.clinic.view import View
from ui.shell import fields, frame
from ui.shell import rows as known_rows
from ui.telling import numbers, words

Draw = Callable[[View], None]
CAP, RAISE = 22.0, 5.0


def group(view: View, name: str, label: str, draw: Draw) -> None:
    """A folded group that draws only when it is open."""
    with fields.folded(f"clinic {name}", label) as folded:
        if folded.open:
            draw(view)


def plan(view: View) -> None:
    """What the plan shown changes, a change of everybody, its limits, and the other plans."""
    frame.heading(f"Plan {view.letter}", everybody.what_it_is(view))
    everybody.made_of(view)
    clinic_fields.limits(view)
    if view.clinic.posts:
        label = "**Change everybody** · sessions and pay"
        group(view, "everybody", label, everybody.draw)
    said = ", ".join(LETTERS[: len(view.plans.plans)])
    group(view, "plans", f"**Plans** · {said}", _plans)


def roster(view: View) -> None:
    """One person more, the roster to type in, and as a file."""
    person.button(view)
    count = len(view.clinic.posts)
    posts = "1 post" if count == 1 else f"{count} posts"
    group(view, "roster", f"**Edit the roster** · {posts}", clinic_roster.editor)
    group(view, "files", "**Import and export** · CSV or Excel", _files)


def _files(view: View) -> None:
    st.markdown("**Bring a roster in**")
    files.bring_in()
    st.markdown("**Take everything out**")
    files.take_out(view)


def figures(view: View) -> None:
    """What the posts share: payers, costs, rooms, cash and law, folded."""
    frame.heading("What the posts share", "The same for every post of the plan.")
    clinic, currency = view.clinic, view.clinic.currency
    mix = ", ".join(words.escape(row.sessions.name) for row in clinic.payer_mix) or "none"
    group(view, "payers", f"**Payers** · {mix}", clinic_fields.payers)
    overhead = words.escape(numbers.money(view.result.overhead, currency))
    group(view, "shared", f"**Shared costs** · {overhead} a year", clinic_fields.shared)
    group(
        view,
        "rooms",
        f"**Rooms, people who ask, supervision** · {_rooms(view)}",
        _rooms_and_access,
    )
    cash = words.escape(numbers.money(float(clinic.hiring.opening_cash), currency))
    group(view, "ahead", f"**Hiring, cash, leaving** · {cash} in the bank", clinic_fields.ahead)
    where = state_names()[clinic.state]
    group(view, "law", f"**Place and law** · {where}", place.draw)


def _rooms_and_access(view: View) -> None:
    """Rooms and people who ask, and what they make: clients served and waiting, supervision."""
    clinic_fields.rooms_and_demand(view)
    if view.result.posts:
        for line in answer_words.access_lines(view):
            st.markdown(f"- {line}")


def _rooms(view: View) -> str:
    """Rooms, and how many people ask or are served."""
    clinic = view.clinic
    rooms = words.count(float(clinic.rooms.rooms), "room") if clinic.rooms else "rooms not stated"
    demand = clinic.demand
    asks = f"{float(demand.new_clients_per_week):g} ask a week" if demand else "no limit of demand"
    served = f", {answer_words.access(view)}" if view.result.access else ""
    return f"{rooms}, {asks}{served}"


def _plans(view: View) -> None:
    """Names of the plans, a further one made from the plan shown, and one taken away."""
    if len(view.plans.plans) > 1:
        frame.quiet("A change of plan A goes along into B and C where they were the same.")
    with fields.place("clinic plans"):
        letters = LETTERS[: len(view.plans.plans)]
        fields.rows(
            *(
                partial(fields.text, f"plans.{place}.title", label=f"Plan {letter} is")
                for place, letter in enumerate(letters)
            )
        )
    if len(view.plans.plans) < MOST_PLANS:
        _further(view)
    if view.shown and st.button(f"Take plan {view.letter} away", key="clinic plan away"):
        plans = view.plans.plans
        clinic_view.show(view.shown - 1)
        known_rows.reshape("plans", (*plans[: view.shown], *plans[view.shown + 1 :]))
        st.rerun()


def _further(view: View) -> None:
    letter = LETTERS[len(view.plans.plans)]
    st.markdown(f"**Make plan {letter}** from plan {view.letter}")
    cells = fields.grid()
    with cells.cell():
        most = st.number_input(
            "Most booked each", 0.0, MOST_SESSIONS_PER_WEEK, CAP, 1.0, format="%g"
        )
    with cells.cell():
        more = st.number_input("Pay changes by (%)", everybody.LEAST, everybody.MOST, RAISE, 1.0)
    full = len(view.clinic.changes) >= MOST_CHANGES
    with st.container(horizontal=True):
        if st.button("Cap the sessions", icon=":material/content_cut:", disabled=full):
            _add(view, clinic_plans.capped(view.clinic, most))
        if st.button("Change the pay", icon=":material/payments:", disabled=full):
            _add(view, clinic_plans.raised(view.clinic, more / 100.0))
        if st.button("Copy it", icon=":material/content_copy:"):
            _add(view, clinic_plans.copied(view.clinic, f"Plan {letter}"))


def _add(view: View, clinic: Clinic) -> None:
    """One plan more, shown at once."""
    place_plan(view, clinic, len(view.plans.plans))
    st.rerun()


def place_plan(view: View, clinic: Clinic, place: int) -> None:
    """Puts a plan in the place of another but A, or behind the last, and shows it."""
    plans = list(view.plans.plans)
    plans[place : place + 1] = [clinic]
    known_rows.reshape("plans", plans)
    clinic_view.show(place)
