"""The folded groups of the person: household and tax, loans, support. Drawn only when open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from calc.parameters import local_presets
from calc.scenario import Employee, HouseholdInputs, KnownPayment, Scenario, UsTax
from calc.scenario.household import NO_CITY
from ui.shell import fields, frame, loan_fields, state
from ui.telling import numbers, words, year_words

LAST_YEAR = ("federal_tax_last_year", "state_tax_last_year", "adjusted_income_last_year")


def household(plan: state.Person) -> None:
    """Filing, other income, and how tax is worked out."""
    if frame.part_of("household", "People", "Tax") == "Tax":
        _tax(plan)
        return
    fields.choice("household.filing_status")
    paths = ["household.needs_per_month", "household.age", "household.children_under_17"]
    home = plan.household
    if home.children_from_13 or (home.children_under_17 and home.state == "MA"):
        paths.append("household.children_from_13")
    paths += ["household.older_children", "household.other_dependents"]
    if isinstance(plan, Scenario):
        paths.insert(1, "work.health_premium_per_month")
    if plan.household.filing_status == "joint":
        paths += ["household.spouse_age", "household.spouse_wages_per_year"]
        paths.append("household.spouse_profit_per_year")
    paths += [
        "household.other_job_hours_per_week",
        "household.own_other_wages_per_year",
        "household.other_income_per_year",
        "household.pension_income_per_year",
    ]
    fields.rows(*paths)
    if not isinstance(plan, Scenario) or not isinstance(plan.work, Employee):
        fields.switch("household.may_join_employer_plan")


def _tax(plan: state.Person) -> None:
    fields.choice(
        "household.tax.mode",
        label="How tax is worked out",
        changes=lambda mode: {"household.tax": {"mode": mode}},
    )
    tax = plan.household.tax
    match tax.mode:
        case "us":
            names = ("state_rate", "local_rate", "payroll_programme_rate")
            fields.rows(*names, under="household.tax")
            _local_presets(plan.household.state)
            fields.choice("household.tax.deduction")
            fields.switch("household.tax.qbi_minimum")
            years = {year: year_words.option(year) for year in words.tax_years()}
            fields.choice("tax_year", years)
        case "effective":
            fields.number("household.tax.rate")
        case "separate":
            fields.rows("income_tax_rate", "social_rate", under="household.tax")
        case "none":
            pass
    fields.choice("currency", list(numbers.SYMBOLS))


def moved(code: str) -> Mapping[str, Any]:
    """Another state, and no city of the one that was left."""
    leaves = state.document().value_at("household.city") != NO_CITY
    return {"household.state": code, **({"household.city": NO_CITY} if leaves else {})}


def local_hint(home: HouseholdInputs) -> None:
    """The city beside the state where cities tax, and that they do as long as none is counted."""
    there = words.cities_of(home.state)
    if there and isinstance(home.tax, UsTax):
        names = {NO_CITY: "None of these", **{city.code: city.name for city in there}}
        fields.choice("household.city", names)
    said = words.local_hint(home)
    if said:
        frame.quiet(said)


def last_years_tax() -> None:
    """Last year's tax, folded: it may let a person pay less by date now."""
    with st.expander("Last year's tax", key="last year's tax", on_change="rerun") as last:
        if last.open:
            with fields.place("set aside"):
                fields.rows(*LAST_YEAR, under="household.tax", across=3)


def _local_presets(home: str) -> None:
    """Well-known local income taxes to start from, those of one's own state first."""
    own = local_presets(home)
    with st.popover("Local taxes we know", icon=":material/location_city:"):
        chosen = st.selectbox(
            "Place",
            sorted(local_presets(), key=lambda one: one not in own),
            format_func=lambda preset: preset.label,
            key="local preset",
        )
        st.markdown(f":small[:gray[{words.preset(chosen)}]]")
        if st.button("Use this rate"):
            path = "household.tax.local_rate"
            state.change(path, None, {path: chosen.rate})
            st.rerun()


def loans(plan: Scenario) -> None:
    """Student loans: a known payment, or the first loan and its plan; the rest has its own page."""
    loan_fields.kind_of_loans()
    if isinstance(plan.loans, KnownPayment):
        loan_fields.known_payment()
    else:
        loan_fields.first_loan(plan)
        st.page_link(
            frame.PAGES["Loans"], label="All about the loans", icon=":material/arrow_forward:"
        )


def support(_: Scenario) -> None:
    """Consultation, supervision and own therapy."""
    st.markdown(":small[:gray[Hours of a worked week; prices of an hour.]]")
    fields.rows(
        "consultation_hours_per_week",
        "consultation_price_per_hour",
        "supervision_hours_per_week",
        "supervision_price_per_hour",
        under="support",
    )
    own_therapy()


def own_therapy() -> None:
    """What own therapy takes and costs."""
    st.markdown("**Own therapy**")
    stem = "support.own_therapy"
    fields.rows("sessions_per_year", "full_price_per_session", under=stem)
    fields.choice(f"{stem}.price_option")
    fields.rows("minutes_per_session", "travel_minutes_per_session", under=stem)
    fields.choice(f"{stem}.tax_status")
