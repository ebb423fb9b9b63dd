"""What the page asks: salary, running costs and occupation, and the form that the plan has.

While the plan is a sole proprietor's they are the page's own, kept until another plan is opened;
of a corporation they are fields of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from calc.questions.entity import running_costs
from calc.scenario import OwnPractice, Scenario
from calc.scenario.entity import FORMS, OCCUPATIONS, SCorporation, SoleProprietor
from calc.scenario.fields import MOST_MONEY
from ui.shell import fields, frame, helps, intake, state, trying
from ui.taxes import words
from ui.taxes.view import Asked, Forms, own_form

STORE = "taxes"
FORM = "work.form"
OF_FORM = SCorporation.model_fields
SWITCHES = (
    "pays_state_unemployment",
    "in_state_programmes",
    "premium_lowers_qbi_twice",
    "elects_pte",
)
RATES = ("pte_rate", "pte_credit_share")


def _store() -> dict[str, Any]:
    """What is tried out beside a plan; another plan begins anew."""
    opened = st.session_state.opened
    store: dict[str, Any] | None = st.session_state.get(STORE)
    if store is None or store["opened"] != opened:
        store = {"place": store["place"] + 1 if store else 0, "opened": opened}
        st.session_state[STORE] = store
    return store


def asked(plan: Scenario) -> Asked:
    """What counts now: of the plan's corporation, or as it is tried out."""
    form = own_form(plan)
    if form is not None:
        salary = form.salary_per_year
        stated = None if salary is None else float(salary)
        return Asked(form.occupation, stated, float(form.running_costs_per_year))
    store = _store()
    occupation = store.get("occupation", OF_FORM["occupation"].default)
    return Asked(occupation, store.get("salary"), store.get("costs", running_costs()))


def draw(plan: Scenario, found: Forms) -> None:
    """The fields, and the form of the plan's own practice."""
    with frame.not_printed("forms"), fields.place("forms"):
        if own_form(plan) is None:
            _tried(plan, found)
        else:
            _of_the_plan()


def _of_the_plan() -> None:
    names = ("salary_per_year", "running_costs_per_year")
    occupation = partial(fields.choice, f"{FORM}.occupation")
    fields.rows(*names, occupation, _form, under=FORM)
    frame.quiet(words.EMPTY_SALARY)
    with fields.folded("form switches", f"**{words.SWITCHES}**") as group:
        if group.open:
            for name in SWITCHES:
                fields.switch(f"{FORM}.{name}")
            fields.rows(*RATES, under=FORM)


def _tried(plan: Scenario, found: Forms) -> None:
    above = st.container()
    cells = fields.grid()
    with cells.cell():
        start = float(round(float(found.pay.median)))
        _number("salary_per_year", "salary", start, plan, above, empties=True)
    with cells.cell():
        _number("running_costs_per_year", "costs", running_costs(), plan, above)
    with cells.cell():
        _occupation()
    if isinstance(plan.work, OwnPractice):
        with cells.cell():
            _form()
    else:
        frame.quiet(words.CONTRACTOR)


def _number(
    field: str, name: str, start: float, plan: Scenario, above: Any, *, empties: bool = False
) -> None:
    info = OF_FORM[field]
    step = 1000.0 if empties else 100.0
    tried = trying.Tried(
        info.title or "", "money_per_year", helps.of(info), start, MOST_MONEY, step, empties
    )
    store = _store()
    trying.number(tried, name, f"taxes {store['place']} {name}", store, plan.currency, above)


def _occupation() -> None:
    store = _store()
    key = f"taxes {store['place']} occupation"
    info = OF_FORM["occupation"]

    def take(chosen: Any) -> None:
        store["occupation"] = chosen

    intake.show(key, store.get("occupation", info.default), take)
    label = info.title or ""
    st.selectbox(label, list(OCCUPATIONS), format_func=OCCUPATIONS.__getitem__, key=key)
    helps.tell(label, helps.of(info))


def _form() -> None:
    """Which form the plan has; what was tried or stated goes along with a change."""
    work = state.plan().work
    assert isinstance(work, OwnPractice)
    fields.choice(FORM, FORMS, label=words.FORM, shown=work.form.kind, changes=_written)


def _written(kind: Any) -> Mapping[str, Any]:
    plan, store = state.plan(), _store()
    before = own_form(plan)
    if kind == "s_corporation":
        if before is not None:
            return {FORM: before}
        kept = {OWN[name]: store[name] for name in OWN if name in store}
        return {FORM: SCorporation(**kept, **store.get("switches", {}))}
    if before is not None:
        stated = before.model_fields_set
        store.update({name: getattr(before, at) for name, at in OWN.items() if at in stated})
        if before.salary_per_year is None:
            store.pop("salary", None)
        store["switches"] = {
            name: getattr(before, name) for name in (*SWITCHES, *RATES) if name in stated
        }
    return {FORM: SoleProprietor()}


OWN = {
    "occupation": "occupation",
    "salary": "salary_per_year",
    "costs": "running_costs_per_year",
}
