"""Rows of loans, awards and changes ahead: how one comes, which one is shown, how one goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from calc.loans import family_of
from calc.scenario import Scenario
from calc.scenario.loan_parts import FederalLoan, PrivateLoan
from calc.scenario.loans import LoansByPlan
from ui.shell import fields, helps, intake, row_choice, state
from ui.shell import rows as known_rows
from ui.telling import loan_rules, words


def owed(root: str, word: str, model: type[FederalLoan | PrivateLoan]) -> None:
    """Asks what is owed on a loan that is not there yet; its balance makes the loan."""
    fields.told_here(root)
    rows = state.document().value_at(root)
    key = fields.key_of(f"virtual.{root}.balance")

    def take(balance: float | None) -> None:
        if balance is not None:
            rows = state.document().value_at(root)  # as they are by then
            label = f"{word[:1].upper()}{word[1:]}{f' {len(rows) + 1}' if rows else ''}"
            known_rows.reshape(root, (*rows, {"label": label, "balance": balance}))

    intake.show(key, None, take)
    label = owed_label(f"{'another' if rows else 'a'} {word}")
    st.number_input(
        label,
        value=None,
        step=1000.0,
        format="%g",
        key=key,
        placeholder=words.NOT_STATED,
    )
    helps.tell(label, model.model_fields["balance"].description or "")


def owed_label(loan: str) -> str:
    """What the balance of a loan is called, before it is there and after: a name that stays."""
    return words.label(f"Amount owed on {loan}", "money", state.document().currency)


def row(
    root: str, word: str, rows: tuple[Any, ...], new: Mapping[str, Any] | None = None
) -> int | None:
    """Buttons that remove rows, and add a new one; which row is shown, None where there is none."""
    fields.told_here(root)
    names = [f"{place + 1}: {_name_of(row)}" for place, row in enumerate(rows)]
    index = row_choice.chosen(root, f"Which {word}", names)
    with st.container(horizontal=True):
        article = "an" if word.startswith("a") else "a"
        if new is not None and st.button(
            f"Add {article} {word}", icon=":material/add:", key=f"add {word}"
        ):
            known_rows.reshape(root, (*rows, new))
            st.rerun()
        out = known_rows.stable(f"{root}.{index}")  # of this row: a second press finds it gone
        if rows and st.button(f"Remove this {word}", icon=":material/remove:", key=f"{out} out"):
            known_rows.reshape(root, (*rows[:index], *rows[index + 1 :]))
            st.rerun()
    return index if rows else None


def _name_of(row: Any) -> str:
    return row.label if hasattr(row, "label") else f"after {row.years_gone} years"


def typical_debt(loans: LoansByPlan, path: str) -> None:
    """Typical debts of graduates, to start a balance from."""
    with st.popover("Typical debts", icon=":material/school:"):
        chosen = st.selectbox(
            "Whose",
            loan_rules.presets(loans.as_of),
            format_func=lambda preset: preset.label,
            key="debt preset",
        )
        st.markdown(f":small[:gray[{loan_rules.preset(chosen)}]]")
        if st.button("Use this balance"):
            state.change(path, None, {path: chosen.number})
            st.rerun()


def as_today(plan: state.Person) -> Mapping[str, Any]:
    """A change ahead that changes nothing yet: income and family as they are."""
    if not (isinstance(plan, Scenario) and isinstance(plan.loans, LoansByPlan)):
        return {}
    if not plan.loans.federal:
        return {}
    size, dependents = family_of(plan.loans, plan.household)
    income = float(state.evaluated().loan_year.adjusted_income)
    return {
        "adjusted_income_per_year": max(round(income), 0),
        "family_size": size,
        "dependents": dependents,
    }
