"""The inputs of a practice: seven basic figures, and folded groups that describe themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from calc import Result
from calc.costs import cost_per_year
from calc.errors import Problem
from calc.hours import booked_sessions_per_week
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.parameters import state_names, work_cost_names
from calc.scenario import OwnPractice, PrivateSessions, Scenario, UsTax
from calc.scenario.fields import MOST_MONEY
from ui import fields, listings, numbers, state, words

LEAST_WIDTH = 148
EVERY = {"Weekly": 1.0, "Every two weeks": 2.0, "Every three weeks": 3.0, "Monthly": 52 / 12}
MOST_CLIENTS = 500.0


def basics() -> None:
    """Seven figures are enough: each is shown beside its typical value."""
    plan = state.plan()
    fields.warnings(
        "virtual",
        "work.session_kinds.0.fee_per_session",
        "work.session_kinds.0.booked_per_week",
        "work.session_kinds.0.notes_minutes_per_session",
        "household.state",
        "household.tax.state_rate",
    )
    kind = "work.session_kinds.0"
    if plan.work.session_kinds:
        grid = _grid()
        with grid.cell():
            fields.number(f"{kind}.fee_per_session")
        with grid.cell():
            fields.number(f"{kind}.booked_per_week")
        with grid.cell():
            _missed_or_late(plan)
        with grid.cell():
            _weeks_off(plan)
        with grid.cell():
            fields.number(f"{kind}.notes_minutes_per_session")
        with grid.cell():
            _costs_a_month(plan)
    fields.choice("household.state", list(state_names()), names=state_names().__getitem__)
    if _asks_for_state_rate(plan):
        fields.number("household.tax.state_rate")
    st.markdown(words.typical_line(plan))
    if len(plan.work.session_kinds) > 1:
        label = words.escape(plan.work.session_kinds[0].label)
        st.markdown(
            f":small[:gray[Fee, sessions, losses and notes are those of “{label}”; "
            "the other kinds are under Clients.]]"
        )


def groups(result: Result) -> None:
    """Seven folded groups; each says what it holds, and draws its fields only when open."""
    plan = state.plan()
    _group(
        "clients", words.clients_summary(plan), _clients, "work.session_kinds", "virtual.clients"
    )
    _group("time", words.time_summary(result), _time, "work.time", "work.session_kinds")
    _group("money", words.money_summary(plan), _money, "work.c", "work.o", "work.saving")
    _group("costs", words.costs_summary(result), _costs, "costs")
    _group(
        "household",
        words.household_summary(plan),
        _household,
        "household",
        "work.health",
        "currency",
        "tax_year",
    )
    _group("loans", words.loans_summary(plan), _loans, "loans")
    _group("support", words.support_summary(plan), _support, "support")
    with st.expander(
        f"**Assumptions used** · {len(result.assumptions)} typical values",
        key="group assumptions",
        on_change="rerun",
    ) as group:
        if group.open:
            st.table(
                listings.assumptions_table(result)[["Field", "Value"]],
                border="horizontal",
                hide_index=True,
                alt="Fields left alone, with their values",
            )


def _grid() -> Any:
    return st.grid(2, min_column_width=LEAST_WIDTH, gap="xsmall", vertical_alignment="bottom")


def _numbers(*paths: str) -> None:
    grid = _grid()
    for path in paths:
        with grid.cell():
            fields.number(path)


def _group(name: str, summary: str, draw: Callable[[Scenario], None], *stems: str) -> None:
    with st.expander(
        f"**{name.capitalize()}** · {summary}", key=f"group {name}", on_change="rerun"
    ) as group:
        if group.open:
            with fields.place(name):
                fields.warnings(*stems)
                draw(state.plan())


def _asks_for_state_rate(plan: Scenario) -> bool:
    tax = plan.household.tax
    if not isinstance(tax, UsTax):
        return False
    return words.state_is_taxed(plan.household.state) or tax.state_rate is not None


def _missed_or_late(plan: Scenario) -> None:
    """One share for both ways of losing a session, split as it was."""
    kind = plan.work.session_kinds[0]
    lost = float(kind.late_cancelled_share + kind.missed_share)
    late_part = float(kind.late_cancelled_share) / lost if lost else 0.5

    def write(share: float) -> Mapping[str, Any] | Problem:
        if not 0.0 <= share <= 1.0:
            bound, fault = (0.0, "too_small") if share < 0 else (1.0, "too_large")
            return Problem("virtual.missed", fault, share, bound)  # type: ignore[arg-type]
        late = round(share * late_part, 8)
        stem = "work.session_kinds.0"
        return {
            f"{stem}.late_cancelled_share": late,
            f"{stem}.missed_share": round(share - late, 8),
        }

    fields.free_number(
        "virtual.missed",
        "Missed, late (%)",
        "Share of booked sessions that are cancelled too late to fill, or missed. "
        "The two are told apart under Clients.",
        lost,
        "share",
        1.0,
        write,
    )


def _weeks_off(plan: Scenario) -> None:
    """All weeks off; a change goes to the holiday weeks."""
    time = plan.work.time
    others = float(time.weeks_off - time.holiday_weeks)

    def write(weeks: float) -> Mapping[str, Any] | Problem:
        if weeks > WEEKS_PER_YEAR:
            return Problem("virtual.weeks_off", "too_large", weeks, WEEKS_PER_YEAR)
        if weeks < others:
            return Problem("virtual.weeks_off", "too_small", weeks, others)
        return {"work.time.holiday_weeks": weeks - others}

    fields.free_number(
        "virtual.weeks_off",
        "Weeks off a year",
        "Holiday, sickness, training and other weeks without clients. A change here changes the "
        "holiday weeks; the others are under Time.",
        float(time.weeks_off),
        "weeks_per_year",
        1.0,
        write,
    )


def _costs_a_month(plan: Scenario) -> None:
    """All cost rows a month; a change scales every row alike."""
    rows = [float(cost_per_year(row.amount, row.payments_per_year)) for row in plan.costs]
    monthly = sum(rows) / MONTHS_PER_YEAR

    def write(typed: float) -> Mapping[str, Any] | Problem:
        if typed < 0 or typed > MOST_MONEY:
            bound, fault = (0.0, "too_small") if typed < 0 else (MOST_MONEY, "too_large")
            return Problem("virtual.costs", fault, typed, bound)  # type: ignore[arg-type]
        if not monthly:
            row = {"kind": "other", "amount": typed, "per": "month"}
            return {"costs": (*plan.costs, row)}
        scale = typed / monthly
        return {f"costs.{i}.amount": float(row.amount) * scale for i, row in enumerate(plan.costs)}

    fields.free_number(
        "virtual.costs",
        words.label("Costs a month", "money_per_month", plan.currency),
        "All practice costs but card fees. A change here scales every row under Costs alike.",
        round(monthly, 2),
        "money_per_month",
        50.0,
        write,
    )


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


def _clients(plan: Scenario) -> None:
    kinds = plan.work.session_kinds
    if kinds:
        index = _kind_index(plan, "clients")
        stem = f"work.session_kinds.{index}"
        grid = _grid()
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
            state.reshape({"work.session_kinds": (*kinds, row)})
            st.rerun()
        if len(kinds) > 1 and st.button(
            "Remove this kind", icon=":material/remove:", key="remove kind"
        ):
            left = (*kinds[:index], *kinds[index + 1 :])
            state.reshape({"work.session_kinds": left})
            st.rerun()


def _payer(stem: str) -> None:
    """Another payer is another type of row; what was stated is kept."""

    def changes(payer: str) -> Mapping[str, Any]:
        old = state.plan().value_at(stem)
        kept = {name: getattr(old, name) for name in old.model_fields_set if name != "payer"}
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


def _time(plan: Scenario) -> None:
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
        _numbers(*(f"work.time.{name}" for name in names))
        return
    st.markdown(":small[:gray[Hours of a worked week, unless a year is named.]]")
    if plan.work.session_kinds:
        stem = f"work.session_kinds.{_kind_index(plan, 'time')}"
        _numbers(f"{stem}.notes_minutes_per_session", f"{stem}.billing_minutes_per_session")
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
    _numbers(*(f"work.time.{name}" for name in names))


def _money(plan: Scenario) -> None:
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
        names = ["sep_per_year", "solo_401k_deferral_per_year", "solo_401k_employer_per_year"]
        _numbers(*(f"{saving}.{name}" for name in names))
        _numbers(f"{saving}.health_savings.contribution_per_year")
        fields.choice(f"{saving}.health_savings.cover")
    elif part == "Card, billing":
        if isinstance(plan.work, OwnPractice):
            _numbers(
                "work.card_fee_share", "work.card_fee_per_charge", "work.outside_billing_share"
            )
        if plan.work.session_kinds:
            stem = f"work.session_kinds.{_kind_index(plan, 'card')}"
            _numbers(f"{stem}.card_paid_share", f"{stem}.collected_share")
    elif plan.work.session_kinds:
        stem = f"work.session_kinds.{_kind_index(plan, 'money')}"
        names = [
            "late_cancelled_charged_share",
            "late_cancelled_fee_part",
            "missed_charged_share",
            "missed_fee_part",
        ]
        _numbers(*(f"{stem}.{name}" for name in names))


def _costs(plan: Scenario) -> None:
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
        grid = _grid()
        with grid.cell():
            fields.text(f"{stem}.label")
        with grid.cell():
            fields.number(f"{stem}.amount")
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
                state.reshape({"costs": (*rows, {"kind": kind})})
                st.rerun()
        if rows and st.button("Remove this cost", icon=":material/remove:", key="remove cost"):
            state.reshape({"costs": (*rows[:index], *rows[index + 1 :])})
            st.rerun()


def _household(plan: Scenario) -> None:
    part = st.segmented_control(
        "Part of household",
        ["People", "Tax"],
        default="People",
        required=True,
        key="household part",
        label_visibility="collapsed",
    )
    if part == "Tax":
        _tax(plan)
        return
    fields.choice("household.filing_status")
    paths = ["household.needs_per_month", "work.health_premium_per_month", "household.age"]
    paths += ["household.children_under_17"]
    if plan.household.filing_status == "joint":
        paths += ["household.spouse_age", "household.spouse_wages_per_year"]
    paths += [
        "household.own_other_wages_per_year",
        "household.other_job_hours_per_week",
        "household.other_income_per_year",
    ]
    _numbers(*paths)


def _tax(plan: Scenario) -> None:
    fields.choice(
        "household.tax.mode",
        ("us", "effective", "separate", "none"),
        label="How tax is worked out",
        changes=lambda mode: {"household.tax": {"mode": mode}},
    )
    tax = plan.household.tax
    match tax.mode:
        case "us":
            names = ("state_rate", "local_rate", "payroll_programme_rate")
            _numbers(*(f"household.tax.{name}" for name in names))
            fields.choice("household.tax.deduction")
            fields.switch("household.tax.qbi_minimum")
            fields.choice("tax_year", words.tax_years())
        case "effective":
            fields.number("household.tax.rate")
        case "separate":
            _numbers("household.tax.income_tax_rate", "household.tax.social_rate")
        case "none":
            pass
    fields.choice("currency", list(numbers.SYMBOLS))


def _loans(_: Scenario) -> None:
    _numbers("loans.payment_per_month", "loans.interest_per_year")


def _support(_: Scenario) -> None:
    st.markdown(":small[:gray[Hours of a worked week; prices of an hour.]]")
    names = (
        "consultation_hours_per_week",
        "consultation_price_per_hour",
        "supervision_hours_per_week",
        "supervision_price_per_hour",
    )
    _numbers(*(f"support.{name}" for name in names))
    st.markdown("**Own therapy**")
    stem = "support.own_therapy"
    _numbers(f"{stem}.sessions_per_year", f"{stem}.full_price_per_session")
    fields.choice(f"{stem}.price_option")
    _numbers(f"{stem}.minutes_per_session", f"{stem}.travel_minutes_per_session")
    fields.choice(f"{stem}.tax_status")
