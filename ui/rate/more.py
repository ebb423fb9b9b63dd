"""Folded below Set a rate: other calculators, the next dollars, a salary, and typical bands."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import streamlit as st

from calc import Result, Scenario
from calc.errors import ScenarioError
from calc.questions.fees import next_dollars, peer_fees
from calc.questions.rate import Ask
from calc.questions.salary import salary_equivalent
from calc.questions.solve import Reached, figure_of
from calc.questions.sought import has_fee
from calc.questions.sweep import Swing, tornado
from calc.scenario import Employee
from ui.rate import view
from ui.shell import frame, streamlit_ways
from ui.telling import kind_words, listings, numbers, words
from ui.telling.tables import Table

NEXT = 100.0
SHOWN = 10
KINDS = "work.session_kinds."
WHY_PEERS = (
    "Each multiplies the take-home by one number for tax and costs together and divides by the "
    "sessions held. Ours works out your taxes, costs, card fees and health cover, and counts what "
    "late and missed sessions still bring."
)


def more(result: Result, ask: Ask) -> None:
    """Each part is worked out only when it is open."""
    if has_fee(result.scenario):
        _folded("peers", "What other calculators would say", lambda: peers(result, ask))
    label = _next_label(result)
    if label:
        _folded("next", label, lambda: next_and_salary(result))
    _folded("bands", "What typical differences do to the wage", lambda: bands(result))


def _next_label(result: Result) -> str:
    """What there is to say: fees bring a next dollar, and who is no employee has no salary yet."""
    plan = result.scenario
    keep = f"What you keep of the next {words.escape(numbers.money(NEXT, plan.currency))}"
    if isinstance(plan.work, Employee):
        return keep if has_fee(plan) else ""
    return (
        f"{keep}, and the salary that equals this"
        if has_fee(plan)
        else ("The salary that equals this")
    )


def _folded(name: str, label: str, draw: Callable[[], None]) -> None:
    with st.expander(label, key=f"rate {name}", on_change="rerun") as folded:
        if folded.open:
            draw()


def peers(result: Result, ask: Ask) -> None:
    """The fee for the same take-home by two popular rules, beside ours."""
    currency = result.scenario.currency
    month = ask.take_home
    if month is None:
        month = float(figure_of(result, "take_home_per_month"))
    found = view.found(result, ask)
    ours = found.value if found and isinstance(found.answer, Reached) else math.nan
    rows = [(item.parameter.label.split(":")[0], item.fee) for item in peer_fees(result, month)]
    if ask.sought == "fee" and math.isfinite(ours):
        rows.append(("Other Chair", ours))
    ways = (partial(numbers.money, currency=currency),)
    shown = Table(("For the same take-home", "Fee"), rows, ways)
    streamlit_ways.table(shown, "Fees by other calculators")
    frame.quiet(WHY_PEERS)
    for item in peer_fees(result, month):
        said = listings.source_line(item.parameter)
        markup = numbers.percent(item.parameter.number)
        frame.quiet(f"{words.escape(item.parameter.label)}: {markup}. {said}")


def next_and_salary(result: Result) -> None:
    """What the next dollars leave, and the salary that would leave the same."""
    currency = result.scenario.currency
    found = next_dollars(result, NEXT)
    hundred = words.escape(numbers.money(NEXT, currency))
    if math.isfinite(found.kept):
        kept = words.escape(numbers.money(found.kept, currency))
        taken = ", ".join(
            f"{words.escape(label)} {words.escape(numbers.money(amount, currency))}"
            for label, amount in found.rows
        )
        st.markdown(f"Of the next {hundred} of profit a year **{kept}** is left. {taken}.")
    if isinstance(result.scenario.work, Employee):
        return
    try:
        salary = salary_equivalent(result)
    except ScenarioError:
        return
    if isinstance(salary, Reached):
        yearly = words.escape(numbers.money(salary.value, currency))
        st.markdown(
            f"A salary of **{yearly}** a year, for the same sessions and hours, with the "
            "employer's health cover and no costs of your own, would leave the same."
        )


def bands(result: Result) -> None:
    """Each field at both ends of its typical band: what the wage would be."""
    found = tornado(result)[:SHOWN]
    if not found:
        st.markdown("No field of this plan has a typical band.")
        return
    rows = [
        (_name(swing, result.scenario), round(swing.wage_at_low, 2), round(swing.wage_at_high, 2))
        for swing in found
    ]
    wage = partial(numbers.wage, currency=result.scenario.currency)
    shown = Table(("At its typical ends", "Wage at low", "Wage at high"), rows, (wage, wage))
    streamlit_ways.table(shown, "Wage at typical ends")
    frame.quiet(
        "One field at a time, everything else as in the plan; widest first. The bands "
        "and their sources stand on the page Sources."
    )


def _name(swing: Swing, plan: Scenario) -> str:
    """The field with its band; of several kinds of session, which one."""
    low, high = (
        words.amount(float(end or 0.0), swing.source.unit, "USD")
        for end in (swing.source.low, swing.source.high)
    )
    said = words.escape(f"{swing.title}: {low} to {high}")
    rest = swing.path.removeprefix(KINDS)
    if rest == swing.path or len(plan.work.session_kinds) < 2:
        return said
    return f"{kind_words.name(plan, int(rest.partition('.')[0]))} · {said}"
