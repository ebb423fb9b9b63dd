"""The parts of one offer beside the letter in short; one is shown at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from calc.parameters import state_names
from calc.scenario import (
    Employee,
    Hourly,
    Offer,
    RatePerSession,
    Salary,
    SplitOfCollections,
    Work,
)
from calc.scenario.sessions import MOST_KINDS
from calc.scenario.time import BUCKETS
from ui.offers import words as offer_words
from ui.shell import fields, frame, practice_groups, state
from ui.shell import rows as known_rows
from ui.telling import words

RATES = "rates_per_session"
MOST_STEPS = f"A split has at most {MOST_KINDS} steps here: remove the last to enter another."


def details_of_pay(stem: str, offer: Offer) -> None:
    """What is paid beside the pay the letter is headed by."""
    work, pay = offer.work, f"{stem}.work.pay"
    match work.pay:
        case Salary():
            fields.rows(
                "bonus_per_session_above_quota",
                "cut_per_session_below_quota",
                under=pay,
            )
        case Hourly():
            fields.several(f"{pay}.paid_buckets")
            fields.number(f"{pay}.paid_leave_weeks")
        case RatePerSession() as by_session:
            fields.rows("lost_sessions_paid_share", "administration_rate_per_hour", under=pay)
            fields.several(
                f"{pay}.administration_rate_buckets",
                tuple(name for name in BUCKETS if name not in ("sessions", "waiting")),
            )
            rates = by_session.rates_per_session
            for place in range(1, len(rates)):
                _further_rate(stem, work, place)
        case SplitOfCollections() as split:
            _steps(pay, split)
            if work.session_kinds:
                fields.number(f"{stem}.work.session_kinds.0.collected_share")
        case _:
            names = ("card_fee_share", "card_fee_per_charge", "outside_billing_share")
            fields.rows(*names, under=f"{stem}.work")
    if isinstance(work, Employee):
        fields.switch(f"{stem}.work.premium_before_tax")
    fields.choice(f"{stem}.letter.pay_periods_per_year")


def _steps(path: str, split: SplitOfCollections) -> None:
    """The steps of a split that changes with what is collected in a month."""
    root = f"{path}.steps"
    fields.told_here(root)
    for index in range(len(split.steps)):
        fields.rows("after_next_per_month", "beyond_share", under=f"{root}.{index}")
    whose, full = known_rows.stable(path), len(split.steps) >= MOST_KINDS
    with st.container(horizontal=True):
        if st.button(
            "Add a step of the split",
            icon=":material/add:",
            key=f"{whose} add step",
            disabled=full,
        ):
            shares = (split.share, *(step.beyond_share for step in split.steps))
            known_rows.reshape(root, (*split.steps, {"beyond_share": shares[-1]}))
            st.rerun()
        last = known_rows.stable(f"{root}.{len(split.steps) - 1}")
        if split.steps and st.button(
            "Remove the last step", icon=":material/remove:", key=f"{last} out"
        ):
            known_rows.reshape(root, split.steps[:-1])
            st.rerun()
    if full:
        frame.quiet(MOST_STEPS)


def employer(stem: str, work: Employee) -> None:
    """What kind of employer it is; not stated until somebody says so."""

    def changes(kind: str | None) -> Mapping[str, Any]:
        if kind is not None:
            return {f"{stem}.work.employer_type": kind}
        now = state.document().value_at(f"{stem}.work")
        stated = {name: getattr(now, name) for name in now.model_fields_set}
        stated.pop("employer_type", None)
        return {f"{stem}.work": {**stated, "kind": now.kind}}

    fields.choice(
        f"{stem}.work.employer_type",
        {"": offer_words.NOT_STATED, **offer_words.EMPLOYERS},
        changes=changes,
        empty="",
        shown=work.stated_employer or "",
    )


def _further_rate(stem: str, work: Work, place: int) -> None:
    """The rate of a further kind of session, where each has its own."""
    path = f"{stem}.work.pay.{RATES}"
    pay = state.document().value_at(f"{stem}.work.pay")
    label = work.session_kinds[place].name

    def write(typed: float) -> Mapping[str, Any]:
        rates = pay.rates_per_session
        return {path: (*rates[:place], typed, *rates[place + 1 :])}

    fields.number_of(
        fields.field_at(path),
        f"{path}.{place}",
        float(pay.rates_per_session[place]),
        write,
        label=words.label(f"Rate, {label}", "money_per_session", state.document().currency),
        help_text="Pay for a session of this kind held.",
    )


def sessions(stem: str, offer: Offer) -> None:
    """Kinds of session with their attendance; then what lost ones bring."""
    work = offer.work
    path = f"{stem}.work.pay.{RATES}"

    def also(gone: int | None) -> Mapping[str, Any]:
        rates = work.pay.rates_per_session if isinstance(work.pay, RatePerSession) else ()
        if len(rates) < 2:
            return {}
        kept = (*rates, rates[-1]) if gone is None else (*rates[:gone], *rates[gone + 1 :])
        return {path: kept}

    practice_groups.session_rows(work.session_kinds, f"{stem}.work.session_kinds", also)
    if work.session_kinds:
        index = practice_groups.kind_index(work.session_kinds, f"{stem}.work.session_kinds", "lost")
        kind = f"{stem}.work.session_kinds.{index}"
        names = ["notes_minutes_per_session", "billing_minutes_per_session"]
        names += ["late_cancelled_charged_share", "late_cancelled_fee_per_session"]
        names += ["missed_charged_share", "missed_fee_per_session"]
        fields.rows(*names, under=kind)


def hours(stem: str, _: Offer) -> None:
    """Hours beside the sessions, weeks off by kind, and what the work is like."""
    st.markdown(":small[:gray[Hours of a worked week, unless a year is named.]]")
    time = f"{stem}.work.time"
    travel = partial(fields.number, f"{time}.travel_hours_per_week", label="Commute, travel (h)")
    fields.rows(
        "administration_hours_per_week",
        "marketing_hours_per_week",
        travel,
        "training_hours_per_year",
        "supervision_given_hours_per_week",
        "after_hours_per_week",
        "waiting_reused_share",
        "sickness_weeks",
        "training_weeks",
        "other_weeks_off",
        under=time,
    )
    st.markdown(":small[:gray[What the work is like: it shapes the load.]]")
    felt = ("trauma_share", "colleagues_points", "freedom_points")
    fields.rows(*felt, under=f"{stem}.work.conditions")


def benefits(stem: str, offer: Offer) -> None:
    """What an employer gives beside pay; rows in kind."""
    if not isinstance(offer.work, Employee):
        st.markdown("Only an employer gives benefits. Costs you have instead go under Costs.")
        return
    root = f"{stem}.work.benefits"
    names = ["retirement_match_per_year", "stipends_per_year", "sign_on_bonus", "sign_on_years"]
    fields.rows(*names, "loan_award_per_year", under=root)
    if float(offer.work.benefits.loan_award_per_year):
        fields.switch(f"{root}.loan_award_taxable")
    fields.number(f"{stem}.work.saving.deferral_401k_per_year")
    st.markdown(
        ":small[:gray[Paid for you: a premium, training, a licence. Never counted as pay.]]"
    )
    rows, path = offer.work.benefits.in_kind, f"{root}.in_kind"
    fields.told_here(path)
    for index in range(len(rows)):
        row = f"{path}.{index}"
        fields.rows(partial(fields.text, f"{row}.label"), "worth_per_year", under=row)
    whose = known_rows.stable(root)
    with st.container(horizontal=True):
        if st.button("Add a benefit", icon=":material/add:", key=f"{whose} add"):
            known_rows.reshape(path, (*rows, {"label": f"Benefit {len(rows) + 1}"}))
            st.rerun()
        last = known_rows.stable(f"{path}.{len(rows) - 1}")
        if rows and st.button("Remove the last", icon=":material/remove:", key=f"{last} out"):
            known_rows.reshape(path, rows[:-1])
            st.rerun()


def costs(stem: str, offer: Offer) -> None:
    """Rows of costs that the person bears in this offer."""
    practice_groups.cost_rows(offer.costs, f"{stem}.costs", state.offers().currency)


def state_of_work(stem: str) -> None:
    """Where the work is; the person's own state while the letter does not say.

    Which one that is stands under Household: words that change with it would be another choice.
    """
    fields.choice(f"{stem}.state", {"": "My own state", **state_names()}, empty="")


def course(stem: str, offer: Offer) -> None:
    """Start, what changes with the licence, and what is to be paid back."""
    fields.rows(
        "ramp.credentialing_weeks",
        "ramp.sessions_added_per_week",
        "relational_share",
        "after_licence.raise_share",
        under=stem,
    )
    moves = offer.after_licence.moves_to
    others = [row.label for row in state.offers().offers if row.label not in ("", offer.label)]
    fields.choice(
        f"{stem}.after_licence.moves_to",
        {name: name or "Stays here" for name in ("", *others, moves)},
    )
    fields.rows("repaid_on_leaving", "repaid_within_years", under=f"{stem}.letter")


def silent(stem: str, _: Offer) -> None:
    """What the letter leaves out."""
    fields.several(f"{stem}.letter.unsaid")
    st.markdown(
        ":small[:gray[Each becomes a question to ask. The wage is shown with a range: every open "
        "term read the worse way, and the better way. The figures above stay as you entered them.]]"
    )
