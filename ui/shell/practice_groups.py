"""The folded groups of the caseload: clients, time, money and costs. Drawn only when open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from calc.errors import Problem
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.parameters import work_cost_names
from calc.scenario import Cost, Employee, OwnPractice, PrivateSessions, Scenario, SessionKind, Work
from calc.year.hours import booked_sessions_per_week
from ui.shell import examples, fields, frame, kind_begun, row_choice, state, streamlit_ways
from ui.shell import rows as known_rows
from ui.telling import kinds_table, listings, refusals_tried, shared_out, words

EVERY = {
    "Weekly": 1.0,
    "Every two weeks": 2.0,
    "Every three weeks": 3.0,
    "Monthly": WEEKS_PER_YEAR / MONTHS_PER_YEAR,
}
KINDS = "work.session_kinds"
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
LOSSES = ("late_cancelled_share", "missed_share")
STRETCHED = (
    "Costs were typed as one sum: these rows are the example's, stretched to it. Change a row to "
    "make it yours."
)
NOTES = "notes_minutes_per_session"
MINUTES = (NOTES, "billing_minutes_per_session")
PAID = ("card_paid_share", "collected_share")
WEEKS = ("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off")
CHARGES = (
    "late_cancelled_charged_share",
    "late_cancelled_fee_part",
    "late_cancelled_fee_per_session",
    "missed_charged_share",
    "missed_fee_part",
    "missed_fee_per_session",
)


def clients(plan: Scenario) -> None:
    """Kinds of session: what each pays and takes, and how it ends, all of a kind on one sheet."""
    kinds = plan.work.session_kinds
    if len(kinds) > 1:
        streamlit_ways.table(kinds_table.kinds_table(kinds, plan.currency), kinds_table.TITLE)
    session_rows(kinds, KINDS, more=(*MINUTES, *PAID, *CHARGES))
    fields.rows("work.clients_in_other_states_share")


def session_rows(
    kinds: tuple[SessionKind, ...],
    root: str,
    also: Callable[[int | None], Mapping[str, Any]] = lambda _: {},
    more: tuple[str, ...] = (),
) -> None:
    """The same of any work, whose kinds are at `root`.

    `also` are changes that go with a row added (None), or with the row removed; `more` are further
    fields of a kind that are asked here too.
    """
    fields.told_here(root)
    whose = known_rows.stable(root).removesuffix(KINDS)
    index = 0
    if kinds:
        index = kind_index(kinds, root, "clients")
        stem = f"{root}.{index}"
        fields.rows(
            lambda: fields.text(f"{stem}.label"),
            lambda: _payer(stem),
            "fee_per_session",
            "booked_per_week",
            "minutes_per_session",
            "clients_per_session",
            "late_cancelled_share",
            "missed_share",
            *more,
            under=stem,
        )
        _count_clients(stem, whose)
    with st.container(horizontal=True):
        if st.button("Add a kind", icon=":material/add:", key=f"{whose}add kind"):
            known_rows.reshape(root, (*kinds, new_kind(kinds)), also(None))
            st.rerun()
        if kinds and st.button("Add one like this", icon=":material/add:", key=f"{whose}add like"):
            begun = kind_begun.like(kinds[index], len(kinds))
            known_rows.reshape(root, (*kinds, begun), also(None))
            st.rerun()
        out = known_rows.stable(f"{root}.{index}")  # of this row: a second press finds it gone
        if len(kinds) > 1 and st.button(
            "Remove this kind", icon=":material/remove:", key=f"{out} out"
        ):
            left = (*kinds[:index], *kinds[index + 1 :])
            known_rows.reshape(root, left, also(index))
            st.rerun()


def _payer(stem: str) -> None:
    """Another payer pays otherwise: sessions and fee are kept, charges start anew."""

    def changes(payer: str) -> Mapping[str, Any]:
        old = state.document().value_at(stem)
        kept = {name: getattr(old, name) for name in KEPT_BY_PAYER if name in old.model_fields_set}
        return {stem: {**kept, "payer": payer}}

    fields.choice(f"{stem}.payer", label="Payer", changes=changes)


def _count_clients(stem: str, whose: str) -> None:
    """Clients at a frequency, turned into booked sessions."""
    with st.popover("Count clients instead", icon=":material/group:"):
        clients = st.number_input(
            "Clients",
            value=None,
            step=1.0,
            format="%g",
            key=fields.key_of(f"virtual.{stem.partition(KINDS)[0]}clients"),
        )
        every = st.selectbox("How often each comes", list(EVERY), key=f"{whose}clients every")
        right = clients is not None and 0.0 <= clients <= MOST_CLIENTS
        if clients is not None and not right:
            st.warning(refusals_tried.tried("Clients", "count", clients, (0.0, MOST_CLIENTS)))
        set_it = st.button("Set the booked sessions", disabled=not right, key=f"{whose}set booked")
        if set_it and right and clients is not None:
            path = f"{stem}.booked_per_week"
            booked = round(float(booked_sessions_per_week(clients, EVERY[every])), 2)
            state.change(path, booked, {path: booked})
            st.rerun()


def time(plan: Scenario) -> None:
    """Hours of a worked week, and weeks off."""
    if frame.part_of("time", "Hours", "Weeks off") == "Weeks off":
        fields.rows(*WEEKS, under="work.time")
        return
    st.markdown(":small[:gray[Hours of a worked week, unless a year is named.]]")
    if plan.work.session_kinds:
        stem = f"work.session_kinds.{kind_index(plan.work.session_kinds, KINDS, 'time')}"
        fields.rows(*MINUTES, under=stem)
    fields.rows(
        "administration_hours_per_week",
        "marketing_hours_per_week",
        "meetings_hours_per_week",
        "supervision_given_hours_per_week",
        "training_hours_per_year",
        "training_hours_per_week",
        "travel_hours_per_week",
        "waiting_reused_share",
        "after_hours_per_week",
        under="work.time",
    )


def weeks_off(root: str, work: Work, where: str, none: Mapping[str, Any] | None = None) -> None:
    """All weeks off of the work at `root`; a change goes to the holiday weeks.

    `none` is the change that leaves them unstated; with it the field is empty until they are.
    """
    stem, time = root.removesuffix("work"), work.time
    path = f"virtual.{stem}weeks_off"
    others = float(time.weeks_off - time.holiday_weeks)

    entered = none is None or bool(time.model_fields_set & set(WEEKS))

    def write(weeks: float | None) -> Mapping[str, Any] | Problem:
        if weeks is None:
            return none or {}
        if weeks > WEEKS_PER_YEAR:
            return Problem(path, "too_large", weeks, WEEKS_PER_YEAR)
        if weeks < others:
            return Problem(path, "too_small", weeks, others)
        return {f"{root}.time.holiday_weeks": weeks - others}

    fields.free_number(
        path,
        "Weeks off a year",
        "Holiday, sickness, training and other weeks without clients. A change here changes the "
        f"holiday weeks; the others are under {where}.",
        float(time.weeks_off) if entered else None,
        "weeks_per_year",
        1.0,
        write,
        may_be_empty=none is not None,
    )


def money(plan: Scenario) -> None:
    """What lost sessions bring, card and billing fees."""
    if frame.part_of("money", "Lost sessions", "Card, billing") == "Card, billing":
        if isinstance(plan.work, OwnPractice):
            names = ["card_fee_share", "card_fee_per_charge", "outside_billing_share"]
            fields.rows(*names, under="work")
        if plan.work.session_kinds:
            stem = f"work.session_kinds.{kind_index(plan.work.session_kinds, KINDS, 'card')}"
            fields.rows(*PAID, under=stem)
    elif plan.work.session_kinds:
        stem = f"work.session_kinds.{kind_index(plan.work.session_kinds, KINDS, 'money')}"
        fields.rows(*CHARGES, under=stem)


def saving(plan: Scenario) -> None:
    """What is put by for old age, and for health."""
    names = ["deferral_401k_per_year", "roth_deferral_per_year"]
    if not isinstance(plan.work, Employee):
        names = ["sep_per_year", "solo_401k_deferral_per_year", "solo_401k_employer_per_year"]
        names.append("roth_deferral_per_year")
    health = "health_savings.contribution_per_year"
    cover = partial(fields.choice, "work.saving.health_savings.cover")
    fields.rows(*names, health, cover, under="work.saving")


def costs(plan: Scenario) -> None:
    """Rows of work costs."""
    cost_rows(plan.costs, "costs", plan.currency)
    if shared_out.costs(plan, examples.began(plan)):
        frame.quiet(STRETCHED)


def cost_rows(rows: tuple[Cost, ...], root: str, currency: str) -> None:
    """The same of any work, whose costs are at `root`."""
    fields.told_here(root)
    whose = known_rows.stable(root).removesuffix("costs")
    index = 0
    if rows:
        streamlit_ways.table(listings.costs_table(rows, currency), "Costs a year by row")
        index = row_choice.chosen(root, "Change which", [row.label for row in rows])
        stem = f"{root}.{index}"
        help_text = words.cost_help(rows[index], currency)
        fields.rows(
            lambda: fields.text(f"{stem}.label"),
            lambda: fields.number(f"{stem}.amount", help_text=help_text),
            lambda: fields.choice(f"{stem}.per"),
            "years" if rows[index].per == "years" else None,
            under=stem,
        )
        fields.switch(f"{stem}.business")
    with st.container(horizontal=True):
        with st.popover("Add a cost", icon=":material/add:"):
            kind = st.selectbox(
                "Kind of cost",
                work_cost_names(),
                format_func=words.cost_kind,
                key=f"{whose}new cost",
            )
            if st.button("Add it at its typical amount", key=f"{whose}add cost"):
                known_rows.reshape(root, (*rows, {"kind": kind}))
                st.rerun()
        out = known_rows.stable(f"{root}.{index}")
        if rows and st.button("Remove this cost", icon=":material/remove:", key=f"{out} out"):
            known_rows.reshape(root, (*rows[:index], *rows[index + 1 :]))
            st.rerun()


def kind_index(kinds: tuple[SessionKind, ...], root: str, part: str) -> int:
    """Which kind of session a group shows, where there is more than one."""
    return row_choice.chosen(root, "Kind of session", [kind.name for kind in kinds], part)


def new_kind(kinds: tuple[SessionKind, ...]) -> PrivateSessions:
    """A kind without sessions yet.

    Its clients stay away, and are charged for it, as those of the first private kind; without one,
    they stay away as those of the first. Its notes take as long as that kind's.
    """
    private = next((kind for kind in kinds if isinstance(kind, PrivateSessions)), None)
    like, names = (private, (*LOSSES, *CHARGES)) if private else (next(iter(kinds), None), LOSSES)
    same = {name: getattr(like, name) for name in names} if like else {}
    if like and NOTES in like.model_fields_set:
        same[NOTES] = like.notes_minutes_per_session
    return PrivateSessions(label=f"Kind {len(kinds) + 1}", booked_per_week=0.0, **same)
