"""The folded groups of the caseload: clients, time, money and costs. Drawn only when open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from calc.hours import booked_sessions_per_week
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.parameters import work_cost_names
from calc.scenario import Employee, OwnPractice, PrivateSessions, Scenario
from ui import fields, listings, state, words

EVERY = {
    "Weekly": 1.0,
    "Every two weeks": 2.0,
    "Every three weeks": 3.0,
    "Monthly": WEEKS_PER_YEAR / MONTHS_PER_YEAR,
}
MOST_CLIENTS = 500.0
KEPT_BY_PAYER = (
    "label",
    "fee_per_session",
    "booked_per_week",
    "minutes_per_session",
    "notes_minutes_per_session",
    "clients_per_session",
    "late_cancelled_share",
    "missed_share",
)


def clients(plan: Scenario) -> None:
    """Kinds of session: what each pays and takes, and how it ends."""
    fields.told_here("work.session_kinds")
    kinds = plan.work.session_kinds
    if kinds:
        index = _kind_index(plan, "clients")
        stem = f"work.session_kinds.{index}"
        grid = fields.grid()
        with grid.cell():
            fields.text(f"{stem}.label")
        with grid.cell():
            _payer(stem)
        for name in (
            "fee_per_session",
            "booked_per_week",
            "minutes_per_session",
            "clients_per_session",
            "late_cancelled_share",
            "missed_share",
        ):
            with grid.cell():
                fields.number(f"{stem}.{name}")
        _count_clients(stem)
    with st.container(horizontal=True):
        if st.button("Add a kind", icon=":material/add:", key="add kind"):
            row = PrivateSessions(label=f"Kind {len(kinds) + 1}", booked_per_week=1.0)
            state.reshape("work.session_kinds", (*kinds, row))
            st.rerun()
        if len(kinds) > 1 and st.button(
            "Remove this kind", icon=":material/remove:", key="remove kind"
        ):
            left = (*kinds[:index], *kinds[index + 1 :])
            state.reshape("work.session_kinds", left)
            st.rerun()


def _payer(stem: str) -> None:
    """Another payer pays otherwise: sessions and fee are kept, charges start anew."""

    def changes(payer: str) -> Mapping[str, Any]:
        old = state.document().value_at(stem)
        kept = {name: getattr(old, name) for name in KEPT_BY_PAYER if name in old.model_fields_set}
        return {stem: {**kept, "payer": payer}}

    fields.choice(f"{stem}.payer", ("private", "insurer"), label="Payer", changes=changes)


def _count_clients(stem: str) -> None:
    """Clients at a frequency, turned into booked sessions."""
    with st.popover("Count clients instead", icon=":material/group:"):
        clients = st.number_input(
            "Clients",
            min_value=0.0,
            max_value=MOST_CLIENTS,
            value=None,
            step=1.0,
            format="%g",
            key=fields.key_of("virtual.clients"),
        )
        every = st.selectbox("How often each comes", list(EVERY), key="clients every")
        if st.button("Set the booked sessions", disabled=clients is None) and clients is not None:
            path = f"{stem}.booked_per_week"
            booked = round(float(booked_sessions_per_week(clients, EVERY[every])), 2)
            state.change(path, booked, {path: booked})
            st.rerun()


def time(plan: Scenario) -> None:
    """Hours of a worked week, and weeks off."""
    part = st.segmented_control(
        "Part of time",
        ["Hours", "Weeks off"],
        default="Hours",
        required=True,
        key="time part",
        label_visibility="collapsed",
    )
    if part == "Weeks off":
        names = ("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off")
        fields.in_rows(*(f"work.time.{name}" for name in names))
        return
    st.markdown(":small[:gray[Hours of a worked week, unless a year is named.]]")
    if plan.work.session_kinds:
        stem = f"work.session_kinds.{_kind_index(plan, 'time')}"
        fields.in_rows(f"{stem}.notes_minutes_per_session", f"{stem}.billing_minutes_per_session")
    names = (
        "administration_hours_per_week",
        "marketing_hours_per_week",
        "meetings_hours_per_week",
        "supervision_given_hours_per_week",
        "training_hours_per_year",
        "training_hours_per_week",
        "travel_hours_per_week",
        "waiting_reused_share",
        "after_hours_per_week",
    )
    fields.in_rows(*(f"work.time.{name}" for name in names))


def money(plan: Scenario) -> None:
    """What lost sessions bring, card and billing fees, and saving."""
    part = st.segmented_control(
        "Part of money",
        ["Lost sessions", "Card, billing", "Saving"],
        default="Lost sessions",
        required=True,
        key="money part",
        label_visibility="collapsed",
    )
    if part == "Saving":
        saving = "work.saving"
        names = ["deferral_401k_per_year"]
        if not isinstance(plan.work, Employee):
            names = ["sep_per_year", "solo_401k_deferral_per_year", "solo_401k_employer_per_year"]
        fields.in_rows(*(f"{saving}.{name}" for name in names))
        fields.in_rows(f"{saving}.health_savings.contribution_per_year")
        fields.choice(f"{saving}.health_savings.cover")
    elif part == "Card, billing":
        if isinstance(plan.work, OwnPractice):
            fields.in_rows(
                "work.card_fee_share", "work.card_fee_per_charge", "work.outside_billing_share"
            )
        if plan.work.session_kinds:
            stem = f"work.session_kinds.{_kind_index(plan, 'card')}"
            fields.in_rows(f"{stem}.card_paid_share", f"{stem}.collected_share")
    elif plan.work.session_kinds:
        stem = f"work.session_kinds.{_kind_index(plan, 'money')}"
        names = [
            "late_cancelled_charged_share",
            "late_cancelled_fee_part",
            "missed_charged_share",
            "missed_fee_part",
        ]
        fields.in_rows(*(f"{stem}.{name}" for name in names))


def costs(plan: Scenario) -> None:
    """Rows of work costs."""
    fields.told_here("costs")
    rows = plan.costs
    if rows:
        st.table(
            listings.costs_table(plan).styled(),
            border="horizontal",
            hide_index=True,
            alt="Costs a year by row",
        )
        index = int(
            st.selectbox(
                "Change which",
                range(len(rows)),
                format_func=lambda i: rows[i].label,
                key=fields.key_of("which cost"),
            )
        )
        stem = f"costs.{index}"
        grid = fields.grid()
        with grid.cell():
            fields.text(f"{stem}.label")
        with grid.cell():
            fields.number(f"{stem}.amount", help_text=words.cost_help(rows[index], plan.currency))
        with grid.cell():
            fields.choice(f"{stem}.per")
        with grid.cell():
            if rows[index].per == "years":
                fields.number(f"{stem}.years")
        fields.switch(f"{stem}.business")
    with st.container(horizontal=True):
        with st.popover("Add a cost", icon=":material/add:"):
            kind = st.selectbox(
                "Kind of cost", work_cost_names(), format_func=words.cost_kind, key="new cost"
            )
            if st.button("Add it at its typical amount"):
                state.reshape("costs", (*rows, {"kind": kind}))
                st.rerun()
        if rows and st.button("Remove this cost", icon=":material/remove:", key="remove cost"):
            state.reshape("costs", (*rows[:index], *rows[index + 1 :]))
            st.rerun()


def _kind_index(plan: Scenario, group: str) -> int:
    """Which kind of session a group shows, where there is more than one."""
    kinds = plan.work.session_kinds
    if len(kinds) < 2:
        return 0
    return int(
        st.selectbox(
            "Kind of session",
            range(len(kinds)),
            format_func=lambda i: kinds[i].label,
            key=fields.key_of(f"kind of {group}"),
        )
    )
