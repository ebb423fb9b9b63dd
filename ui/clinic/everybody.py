"""Everybody's sessions and pay changed at once, and a plan as the list of such changes."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from calc.scenario.clinic import MOST_CHANGES
from calc.scenario.clinic_changes import PayBy, PlanChange, SessionsBy
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.staffing import ClinicResult, evaluate_clinic
from calc.staffing.plan_changes import applied, title_of, with_change, without_change
from calc.staffing.plans import LETTERS
from calc.staffing.roster_rows import Pair
from ui.clinic import roster
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import answers, fields, frame, intake, state
from ui.shell import rows as known_rows
from ui.telling import numbers, words

DONE = "clinic everybody done"
LEAST, MOST = -90.0, 500.0  # percent of pay
ROUND = "clinic everybody round"  # the boxes begin at 0 again after each press


def draw(view: View) -> None:
    """Two boxes, what they would come to, and one press."""
    frame.quiet(
        "Everybody but an owner. Sessions are of full time, part-time posts in proportion; pay in "
        "the form each has."
    )
    key = f"{state.widget_key('everybody')} {st.session_state.get(ROUND, 0)}"
    cells = fields.grid()
    with cells.cell():
        sessions = st.number_input(
            "Sessions a week by", -MOST_SESSIONS_PER_WEEK, MOST_SESSIONS_PER_WEEK, 0.0, 1.0,
            format="%g", key=f"{key} sessions", help="−2 is two fewer for each.",
        )  # fmt: skip
    with cells.cell():
        pay = st.number_input(
            "Pay by (%)", LEAST, MOST, 0.0, 1.0, format="%g", key=f"{key} pay",
            help="8 is 8 % more for each; −5 is 5 % less.",
        )  # fmt: skip
    changes: list[PlanChange] = []
    if sessions:
        changes.append(SessionsBy(more_sessions_per_week=sessions))
    if pay:
        changes.append(PayBy(more_share=pay / 100.0))
    if changes:
        st.markdown(preview(view, tuple(changes)))
    full = bool(view.shown) and len(view.clinic.changes) + len(changes) > MOST_CHANGES
    if full:
        st.info(f"Plan {view.letter} has {MOST_CHANGES} changes already. Take one away first.")
    st.button(
        "Change everybody",
        key="clinic everybody",
        disabled=full or not changes,
        on_click=intake.first(_change),
        args=(tuple(changes),),
    )
    if st.session_state.get(DONE) is state.plans():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Plan {view.letter} is changed.")
            st.button(
                ":blue[Take it back]",
                type="tertiary",
                key="clinic everybody back",
                on_click=intake.first(state.go_back),
            )


def preview(view: View, changes: tuple[PlanChange, ...]) -> str:
    """What a change of everybody would come to, beside what the plan is now."""
    changed = view.clinic.with_values({"posts": applied(view.clinic.posts, changes)})
    then = answers.kept(
        "clinic everybody",
        partial(evaluate_clinic, changed),
        of=(view.clinic,),
        at=(changes,),
    )
    goes = (
        f"It is added to what plan {view.letter} is made of."
        if view.shown
        else "It changes plan A itself; plans B and C make their changes of it."
    )
    return f"{title_of(changes)}: {', '.join(_moves(view.result, then))}. {goes}"


def _moves(now: ClinicResult, then: ClinicResult) -> list[str]:
    """The figures of the top of the page, from and to."""
    both = (now, then)
    wage = partial(numbers.wage, currency=now.clinic.currency)
    figures = (
        ("sessions a week", [numbers.number(clinic_words.sessions(one)) for one in both]),
        ("lowest wage", [words.escape(wage(clinic_words.lowest_wage(one.posts))) for one in both]),
        ("margin a year", [clinic_words.money(float(one.margin.amount), now) for one in both]),
    )
    return [f"{name} {before} to **{after}**" for name, (before, after) in figures]


def _change(changes: tuple[PlanChange, ...]) -> None:
    """Changes plan A's own posts; another plan gets the changes as its own."""
    view = clinic_view.view()
    if view.shown:
        plan, fresh = view.clinic, dict[str, Any]()
        for change in changes:
            fresh |= with_change(plan, change)
            plan = plan.with_values(fresh)
        took = roster.written({f"plans.{view.shown}.{name}": v for name, v in fresh.items()}, {})
    else:
        posts = zip(view.clinic.posts, applied(view.clinic.posts, changes), strict=True)
        took = roster.write_posts(view, [Pair(was, now) for was, now in posts])
    if took:
        st.session_state[DONE] = state.plans()
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def what_it_is(view: View) -> str:
    """What the plan shown is beside plan A, in a sentence."""
    if not view.shown:
        return "The clinic as it is. Other plans are made of it."
    if not view.clinic.changes:
        return (
            f"Plan {view.letter} is a whole plan of its own. Change everybody, below, adds a "
            "change that holds for whoever is on the roster."
        )
    return f"Plan {LETTERS[0]} with these changes, made of whoever is on its roster."


def made_of(view: View) -> None:
    """The changes of a plan, each with a button that takes it back."""
    for place, change in enumerate(view.clinic.changes):
        known = known_rows.stable(f"plans.{view.shown}.changes.{place}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{title_of((change,))}**, everybody but an owner")
            st.button(
                ":blue[Remove]",
                type="tertiary",
                key=f"{state.widget_key(known)} out",
                on_click=intake.first(_take_back),
                args=(known,),
            )


def _take_back(known: str) -> None:
    path = known_rows.placed(known)
    if path is None:
        return
    _, plan, _, index = path.split(".")
    clinics, place = state.plans().plans, int(index)
    fresh = without_change(clinics[0], clinics[int(plan)], place)
    if roster.written({f"plans.{plan}.{name}": value for name, value in fresh.items()}, {}):
        left = [at for at in range(len(fresh["changes"]) + 1) if at != place]
        known_rows.follow(f"plans.{plan}.changes", left)
