"""A person added to the roster without the table: what decides is asked, the rest is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from calc.scenario.clinic import MOST_POSTS, Clinic
from calc.scenario.pay import FORMS
from calc.staffing.plans import LETTERS
from calc.staffing.roster_person import at_full_time, new_cells, with_person
from calc.staffing.roster_posts import new_post
from calc.staffing.roster_sheet import BY_NAME, PERCENT, Cell
from ui.clinic import faults, roster
from ui.clinic import view as clinic_view
from ui.clinic.view import View
from ui.shell import fields, frame, intake, state
from ui.telling import numbers
from ui.telling.words import count, escape, joined, label

ADD = "Add a person"
TITLE = "A person on the roster"
OPEN, OPENED = "clinic person open", "clinic person opened"
DONE, TYPED = "clinic person done", "clinic person typed"
ADDED = "{label} is on the roster{plans}."
INTO = "This person goes into plans {plans} alike."
FULL = f"The roster is full: a clinic holds at most {MOST_POSTS} posts."
NO_NUMBER_YET = "**{field}** has no number yet. Enter one, such as {such}."
SUCH = {"booked": "24 or 24.5", "salary": "62000", "hourly": "38.5", "per_session": "60"}
OF_PART = "Enter what is worked and paid now, at this share."
NOBODY = (
    "**Full-time share** is 0 %, and a share of 0 is nobody: sessions and pay would count nowhere. "
    "Enter more than 0, such as 50 for half time."
)
OWNER = "An owner earns what the clinic leaves, so no pay is asked."
NO_NAME = "No name of a person is needed: leave it empty for “{label}”."
OF_CONTRACTOR = ("split", "per_session")
OWN = "own_practice"
PAY_UNITS = {
    "salary": ("Pay a year", "money_per_year"),
    "hourly": ("Pay an hour", "money_per_hour"),
    "per_session": ("Pay a session", "money_per_session"),
    "split": ("Share of collections", "share"),
}


def button(view: View) -> None:
    """Opens the form, and says who was added last."""
    full = len(view.clinic.posts) >= MOST_POSTS
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(
            ADD,
            icon=":material/person_add:",
            key="clinic add a person",
            disabled=full,
            help=FULL if full else None,
        )
        done = st.session_state.get(DONE)
        if done and done[0] is state.plans():
            frame.quiet(_added(done[1]))
    if pressed:
        st.session_state[OPEN] = True
    if OPEN in st.session_state:
        _open()


def _added(who: str) -> str:
    """Who was added, and to which plans where there are several."""
    plans = state.plans().plans
    letters = [name for name, plan in zip(LETTERS, plans, strict=False) if who in plan.labels]
    of = f" of plans {joined(letters)}" if len(letters) > 1 else ""
    return ADDED.format(label=escape(who), plans=of)


def _closed() -> None:
    """Closes the form; what was typed in it stays for when it is opened again."""
    st.session_state.pop(OPEN, None)
    kept = st.session_state.get(TYPED, {})
    kept |= {key: st.session_state[key] for key in kept if key in st.session_state}


def _open() -> None:
    @st.dialog(TITLE, width="medium", on_dismiss=_closed)
    def form() -> None:
        with state.working_on("clinic"):
            _draw(clinic_view.view(0))

    form()


def _draw(view: View) -> None:
    """The fields, what else counts, and the button that adds; faults above it."""
    typed = _typed(view.clinic)
    if len(view.plans.plans) > 1:
        letters = list(LETTERS[: len(view.plans.plans)])
        frame.quiet(INTO.format(plans=joined(letters)))
    for said in told(view.clinic, typed):
        frame.quiet(said)
    above = st.container()
    if st.button("Add to the roster", type="primary", key="clinic person add"):
        intake.take_all()
        wrong = _add(view, typed)
        if not wrong:
            _closed()
            st.rerun()
        for line in wrong:
            above.warning(line)


def _typed(clinic: Clinic) -> dict[str, Cell]:
    """The cells as they are typed, empty ones None; fresh fields once somebody was added."""
    key = f"person {st.session_state.get(OPENED, 0)}"
    made: dict[str, Cell] = {}
    place = _held(f"{key} label", "")
    name = st.text_input("Label", key=place, max_chars=80, placeholder=_free(clinic))
    made["label"] = _hold(place, name) or None
    cells = fields.grid()
    with cells.cell():
        made["kind"] = _choice("kind", key)
    with cells.cell():
        made["licence"] = _choice("licence", key)
    if made["kind"] != OWN:
        only = OF_CONTRACTOR if made["kind"] == "contractor" else tuple(FORMS)
        with cells.cell():
            made["paid"] = _choice("paid", f"{key} {made['kind']}", only)
        title, unit = PAY_UNITS[str(made["paid"])]
        with cells.cell():
            made["pay"] = _number(label(title, unit, clinic.currency), f"{key} {made['paid']}")
    with cells.cell():
        made["booked"] = _number(BY_NAME["booked"].title, f"{key} booked")
    with cells.cell():
        made["share"] = _number("Full-time share (%)", f"{key} share", PERCENT)
    return made


def _free(clinic: Clinic) -> str:
    """The label of who is given none."""
    pairs, _ = with_person(clinic, {})
    return pairs[-1].after.label


def _choice(name: str, key: str, only: tuple[str, ...] = ()) -> str:
    column = BY_NAME[name]
    words = column.choices or {}
    options = [option for option in words if option in only or not only]
    place = _held(f"{key} {name} chosen", options[0])
    chosen = st.selectbox(column.title, options, format_func=words.__getitem__, key=place)
    return str(_hold(place, chosen))


def _number(title: str, key: str, value: float | None = None) -> float | None:
    place = _held(key, value)
    found = _hold(place, st.number_input(title, value=None, step=1.0, format="%g", key=place))
    return None if found is None else float(found)


def _held(key: str, fresh: Any) -> str:
    """The key of a field, which shows what it held when the form was closed, or what is fresh.

    Streamlit forgets a field that is not drawn, so what was typed is kept beside it.
    """
    if key not in st.session_state:
        st.session_state[key] = st.session_state.get(TYPED, {}).get(key, fresh)
    return key


def _hold(key: str, value: Any) -> Any:
    """What a field holds, kept until somebody is added."""
    st.session_state.setdefault(TYPED, {})[key] = value
    return value


def told(clinic: Clinic, typed: Mapping[str, Cell]) -> list[str]:
    """What counts that is not asked, and what a part-time person's figures are at full time."""
    new = new_cells(clinic)
    said = [NO_NAME.format(label=_free(clinic))]
    if typed["kind"] == OWN:
        said.append(OWNER)
    whose = "the clinic's payers" if clinic.payer_mix else "clients who pay themselves"
    share = typed.get("share")
    full = at_full_time(typed)
    if share not in (None, PERCENT):
        held = f" The roster holds it for full time: {_of_full_time(full, clinic.currency)}."
        said.append(f"{OF_PART}{held if full != dict(typed) else ''}")
    hours = count(_of(new, "administration"), "hour")
    holiday = count(_of(new, "holiday"), "week")
    said.append(
        f"Sessions are with {whose}. The rest is as in a new row: {hours} of administration a week"
        f"{' at full time' if share not in (None, PERCENT) else ''}, {holiday} of holiday, "
        f"{_also(clinic, str(typed['kind']))}there from the start. Change it under Edit the roster."
    )
    return said


def _also(clinic: Clinic, kind: str) -> str:
    """Weeks lost beside a holiday, and what benefits of an employee cost, as a new row has them."""
    post = new_post(clinic)
    time, share = post.work.time, float(post.benefits_cost_share)
    lost = {"illness": time.sickness_weeks, "training": time.training_weeks}
    said = [f"{count(float(weeks), 'week')} of {why}" for why, weeks in lost.items() if weeks]
    if kind == "employee" and share:
        said.append(f"benefits that cost {numbers.percent(share)} of pay")
    return "".join(f"{one}, " for one in said)


def _of_full_time(full: Mapping[str, Cell], currency: str) -> str:
    sessions, pay = full.get("booked"), full.get("pay")
    parts = []
    if isinstance(sessions, float):
        parts.append(f"{sessions:g} sessions a week")
    if full.get("paid") == "salary" and isinstance(pay, float):
        parts.append(f"{escape(numbers.money(pay, currency))} a year")
    return " and ".join(parts)


def _of(cells: Mapping[str, Cell], name: str) -> float:
    found = cells[name]
    return found if isinstance(found, float) else 0.0


def _such(name: str, typed: Mapping[str, Cell]) -> str:
    """A number such as a field takes."""
    return SUCH.get(name if name == "booked" else str(typed["paid"]), "55")


def _add(view: View, typed: Mapping[str, Cell]) -> list[str]:
    """Adds the person to plan A, and to the plans that go along; else says why not."""
    needed = ("booked",) if typed["kind"] == OWN else ("pay", "booked")
    empty = [name for name in needed if typed.get(name) is None]
    wrong = [
        NO_NUMBER_YET.format(field=BY_NAME[name].title, such=_such(name, typed)) for name in empty
    ]
    if typed.get("share") == 0.0:
        wrong.append(NOBODY)
    if wrong:
        return wrong
    pairs, found = with_person(view.clinic, typed)
    if found:
        return [faults.cell(one, view.clinic.currency, one.column.title) for one in found]
    if not roster.write_posts(view, pairs):
        return ["The plan cannot hold this person."]
    st.session_state[DONE] = (state.plans(), pairs[-1].after.label)
    st.session_state[OPENED] = st.session_state.get(OPENED, 0) + 1
    st.session_state.pop(TYPED, None)
    return []
