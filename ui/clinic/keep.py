"""The best plan that keeps everybody, and any answer kept as a plan: asked which, never unasked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from calc.scenario.clinic import MOST_PLANS, Clinic
from calc.scenario.pay import Pay
from calc.staffing import KeptPlan, Within, keep_everybody
from calc.staffing.keeping import MOST_MOVE
from calc.staffing.plans import LETTERS, copied
from ui.clinic import groups
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import answers, fields, intake, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table

TITLE = "Best with everybody"
MOST = 50.0  # percent, of each bound
BOUNDS = (
    ("Sessions fewer by, at most (%)", MOST_MOVE),
    ("Sessions more by, at most (%)", 0.0),
    ("Pay more by, at most (%)", MOST_MOVE),
)
RULE = (
    "Nobody leaves, nobody is hired, nobody's rate of pay falls. Of all ways to keep your limits "
    "within these bounds it is the one that leaves the most margin; owners stay as they are."
)
PAY = {
    "salary": "salary",
    "hourly": "pay an hour",
    "per_session": "pay a session held",
    "split": "share of what clients pay",
}


def draw(view: View) -> None:
    """The bounds, what changes for whom and what it costs, and a way to keep it."""
    st.markdown(RULE)
    cells = fields.grid()
    shares = []
    for title, start in BOUNDS:
        with cells.cell():
            typed = st.number_input(
                title, min_value=0.0, max_value=MOST, value=start * 100, step=1.0, format="%g",
                key=f"clinic bound {title}",
            )  # fmt: skip
            shares.append(typed / 100.0)
    if not clinic_words.known(view.result.posts, "wage"):
        st.info(f"{clinic_words.NO_HOURS} So there is nothing to make a plan of.")
        return
    with st.spinner("Trying every caseload and pay of everybody."):
        found = search(view, Within(*shares))
    st.markdown(said(found, view))
    if not found.reached:
        missed = [*clinic_words.marks(found.result)]
        missed += [clinic_words.binding(one) for one in found.result.bindings]
        st.markdown("\n".join(f"- {line}" for line in missed))
    if found.moves:
        streamlit_ways.table(table(found, view.clinic.currency), "What changes for whom")
        as_a_plan(view, found.result.clinic, TITLE, "kept")


def search(view: View, within: Within) -> KeptPlan:
    """The best plan that keeps everybody of the plan shown, kept until that plan changes."""
    return answers.kept(
        "clinic keep everybody",
        partial(
            keep_everybody,
            view.clinic,
            within,
            minimum_wage_per_hour=view.least_pay,
            between=intake.give_way,
        ),
        of=(view.clinic,),
        at=(view.least_pay, within),
    )


def said(found: KeptPlan, view: View) -> str:
    """The answer in a sentence or two."""
    if not found.moves and found.reached:
        return f"Plan {view.letter} keeps your limits as it is: nobody's sessions or pay must move."
    if not found.moves:
        return "Your limits cannot be kept within these bounds, and no step comes nearer to them."
    cost = float(view.result.margin.amount - found.result.margin.amount)
    money = clinic_words.money(abs(cost), view.result)
    costs = f"{'costs' if cost >= 0.0 else 'adds'} **{money}** of margin a year"
    if not found.reached:
        return (
            f"Your limits cannot be kept within these bounds. The nearest {costs}, and leaves this "
            "beyond them:"
        )
    if len(found.moves) == 1:
        move = found.moves[0]
        wage = words.escape(numbers.wage(move.after.earner.wage, view.clinic.currency))
        return (
            f"**{words.escape(move.label)}** then earns **{wage}** an hour. Everything else "
            f"stays. It {costs}."
        )
    return (
        f"{len(found.moves)} posts change, everything else stays, and your limits are kept. It "
        f"{costs}."
    )


def table(found: KeptPlan, currency: str) -> Table:
    """Every step with its figures now and then, each in its unit, and what it costs."""
    rows: list[tuple[str, float, float, float]] = []
    written: list[Callable[[float], str]] = []
    for move in found.moves:
        label, pay = words.escape(move.label), move.before.post.work.pay
        if move.sessions[0] != move.sessions[1]:
            rows.append((f"{label}, sessions a week", *move.sessions, move.cost_of_sessions))
            written.append(_booked)
        if pay is not None and move.pay[0] != move.pay[1]:
            rows.append((f"{label}, {PAY[pay.kind]}", *move.pay, move.cost_of_pay))
            written.append(partial(_paid, pay, currency))
    cost = partial(numbers.money, currency=currency, cents=False)
    return Table(("Change", "Now", "Then", "Costs a year"), rows, (written, written, cost))


def _booked(sessions: float) -> str:
    return numbers.number(sessions, 0 if sessions.is_integer() else 1)


def _paid(pay: Pay, currency: str, amount: float) -> str:
    """An amount of pay in its form."""
    if pay.headline == "share":
        return numbers.percent(amount, 1)
    return numbers.money(amount, currency, cents=not amount.is_integer())


def as_a_plan(view: View, clinic: Clinic, title: str, key: str) -> None:
    """Keeps a clinic as a plan: as a new one where there is room, or in place of one chosen."""
    plans = view.plans.plans
    with st.popover("Keep as a plan…", key=f"clinic {key} as a plan"):
        places = list(range(1, len(plans)))
        if len(plans) < MOST_PLANS:
            places.append(len(plans))
        for place in places:
            new = place == len(plans)
            what = "a new plan" if new else f"in place of “{words.escape(plans[place].title)}”"
            st.button(
                f"As plan {LETTERS[place]}, {what}",
                key=f"clinic {key} as {LETTERS[place]}",
                on_click=intake.first(_keep),
                args=(clinic, title, place),
            )


def _keep(clinic: Clinic, title: str, place: int) -> None:
    groups.place_plan(clinic_view.view(), copied(clinic, title), place)
