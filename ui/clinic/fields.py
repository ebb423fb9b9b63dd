"""Fields of the plan shown; a change of plan A goes along into the plans that were the same."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from calc.scenario import Cost, InsurerSessions, PrivateSessions
from calc.scenario.clinic import MOST_MIX
from calc.scenario.clinic_parts import Demand, MixRow, Rooms
from calc.scenario.fields import chosen, unit_of
from calc.staffing.plans import written
from ui.clinic import answer_words
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import fields, frame, intake, state
from ui.shell import rows as known_rows
from ui.telling import words


def number(view: View, path: str, title: str | None = None) -> None:
    """A number of the plan shown, and of those that go along."""
    full = f"plans.{view.shown}.{path}"
    info = fields.field_at(full)
    title, unit = title or info.title or path, unit_of(info)
    fields.number(
        full,
        label=words.label(title, unit, state.plans().currency),
        changes=lambda typed: written(state.plans(), view.shown, path, typed),
    )


def rows(view: View, *paths: str) -> None:
    """Numbers four in a row, on a phone two."""
    fields.rows(*(partial(number, view, path) for path in paths), across=4)


def under(view: View, stem: str, *names: str) -> None:
    """Numbers of one part of the clinic."""
    rows(view, *(f"{stem}.{name}" for name in names))


def write(view: View, path: str, value: Any) -> None:
    """Rows added or taken away, in each plan that goes along."""
    plans = state.plans().plans
    before = [plan.value_at(path) for plan in plans]
    if known_rows.reshape("plans", _changed(view, path, value)):
        for place, was in enumerate(before):
            now = state.plans().plans[place].value_at(path)
            if isinstance(was, tuple) and isinstance(now, tuple):
                known_rows.follow(f"plans.{place}.{path}", known_rows.order_of(was, now))


def _take_out(known: str) -> None:
    """Takes a row out, wherever it stands by now; one that is gone already is left alone."""
    path = known_rows.placed(known)
    if path is None:
        return
    root, place = path.rsplit(".", 1)
    _, shown, field = root.split(".", 2)
    found = clinic_view.view(int(shown))
    rows = found.clinic.value_at(field)
    write(found, field, (*rows[: int(place)], *rows[int(place) + 1 :]))


def _changed(view: View, path: str, value: Any) -> tuple[Any, ...]:
    changes = written(state.plans(), view.shown, path, value)
    return tuple(state.plans().with_values(changes).plans)


def limits(view: View) -> None:
    """What no plan may do to people: the least wage, and how many may be exhausted."""
    with fields.place("clinic limits"):
        fields.rows(partial(number, view, "limits.wage_floor_per_hour"), partial(_ceiling, view))


def more_limits(view: View) -> None:
    """The shares and counts that are the director's own, for the search of the best plan."""
    with fields.place("clinic limits of the best plan"):
        shares = ("most_contractor_share", "most_supervised_share")
        counts = ("least_posts", "most_posts", "least_sessions_per_week")
        under(view, "limits", *shares, *counts, "supervision_hours_per_week")
    st.markdown(
        ":small[:gray[Whether somebody may be a contractor is a question of law, and how many "
        "associates you can teach is yours: no search decides either.]]"
    )


def _ceiling(view: View) -> None:
    """The ceiling in people of 100, also where a file states it as a score."""
    path = "limits.load_ceiling_people"
    full = f"plans.{view.shown}.{path}"
    fields.number_of(
        fields.field_at(full),
        full,
        float(clinic_words.ceiling(view.result)),
        lambda typed: written(state.plans(), view.shown, path, typed),
    )


def payers(view: View) -> None:
    """The clinic's mix of payers: parts, fees, losses."""
    st.markdown(":small[:gray[Posts without rows of their own follow it, in proportion.]]")
    mix = view.clinic.payer_mix
    with fields.place("clinic payers"):
        for place, row in enumerate(mix):
            payer = chosen(row.sessions, "payer").lower()
            st.markdown(f"**{words.escape(row.sessions.name)}** · {payer}")
            stem = f"payer_mix.{place}"
            names = ("fee_per_session", "late_cancelled_share", "missed_share", "collected_share")
            paths = (f"{stem}.sessions.{name}" for name in names)
            rows(view, f"{stem}.share", *paths, f"{stem}.sessions.notes_minutes_per_session")
            if len(mix) > 1:
                known = known_rows.stable(f"plans.{view.shown}.{stem}")
                st.button(
                    "Take this row out",
                    key=f"{state.widget_key(known)} out",
                    on_click=intake.first(_take_out),
                    args=(known,),
                )
    if len(mix) < MOST_MIX:
        kinds: dict[str, type[PrivateSessions | InsurerSessions]] = {
            "Add private pay": PrivateSessions,
            "Add an insurer": InsurerSessions,
        }
        with st.container(horizontal=True):
            for title, kind in kinds.items():
                if st.button(title, icon=":material/add:", key=f"clinic {title}"):
                    row = MixRow(sessions=kind(label=chosen(kind(), "payer")))
                    write(view, "payer_mix", (*mix, row))
                    st.rerun()


def shared(view: View) -> None:
    """What the clinic pays for everybody."""
    costs = view.clinic.shared.costs
    with fields.place("clinic shared"):
        titles = (f"{words.escape(cost.label)}, {chosen(cost, 'per')}" for cost in costs)
        named = ((f"shared.costs.{place}.amount", title) for place, title in enumerate(titles))
        fields.rows(*(partial(number, view, path, title) for path, title in named), across=4)
        under(view, "shared", "each_clinician_per_month", "outside_billing_share")
        st.markdown("**Administrators**")
        names = ("administrators", "pay_per_year", "benefits_cost_share")
        under(view, "administration", *names, "clinicians_per_administrator")
    name = st.text_input("A further cost", key="clinic cost name", max_chars=60)
    if st.button("Add this cost", icon=":material/add:", disabled=not name):
        row = Cost(kind="other", label=name, amount=0.0, per="month")
        write(view, "shared.costs", (*costs, row))
        st.rerun()


def rooms_and_demand(view: View) -> None:
    """What the posts share beside money: rooms, supervision, and the people who ask."""
    with fields.place("clinic rooms"):
        _part(view, "rooms", "Rooms limit sessions", Rooms())
        if view.clinic.rooms is not None:
            under(view, "rooms", "rooms", "open_hours_per_week", "gap_minutes_per_session")
        _part(view, "demand", "I know how many people ask", Demand())
        if view.clinic.demand is not None:
            people = ("new_clients_per_week", "clients_waiting", "waiting_leave_share_per_week")
            often = ("sessions_per_client_per_week", "discharge_share_per_week")
            under(view, "demand", *people, *often)
        st.markdown("**Supervision before the licence**")
        hours = ("individual_hours_per_week", "group_hours_per_week")
        under(view, "supervision", *hours, "group_size", "forgone_fee_per_hour")


def _part(view: View, name: str, label: str, start: Any) -> None:
    """A part of the clinic that may be left out; put back, it is as it was left."""
    there = getattr(view.clinic, name) is not None
    key = f"{view.shown} {name} there"

    def take(wanted: Any) -> None:
        now = clinic_view.view()
        if not wanted:
            state.laid_by()[key] = getattr(now.clinic, name)
        part = state.laid_by().get(key, start) if wanted else None
        known_rows.reshape("plans", _changed(now, name, part))

    intake.show(state.widget_key(key), there, take)
    st.toggle(label, key=state.widget_key(key))


def ahead(view: View) -> None:
    """Hiring, cash, and how often people leave."""
    with fields.place("clinic ahead"):
        cash = ("opening_cash", "owner_draw_per_month", "hiring_cost")
        weeks = ("credentialing_weeks", "ramp_sessions_per_week", "payer_lag_weeks")
        under(view, "hiring", *cash, *weeks)
        nobody = answer_words.no_owner(view.result)
        if nobody:
            frame.quiet(nobody)
        st.markdown("**People who leave**")
        rates = ("leaving_rate", "replacement_cost_share", "vacancy_weeks", "clients_lost_share")
        under(view, "turnover", *rates, "reference_clients_per_seat", "load_to_leaving_factor")
