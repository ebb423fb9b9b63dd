"""Each post of a clinic: what it costs, where it breaks even, and what it could be paid."""

from __future__ import annotations

import math
from collections.abc import Iterator

import streamlit as st

from calc.scenario import Hourly
from calc.staffing import Affordable, ClinicResult, NotAffordable, PostResult, pay_for_share
from calc.year.money_in.overtime import US_CURRENCY
from ui.clinic import sections
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import drawer, fields, frame, row_choice, streamlit_ways
from ui.telling import numbers, words
from ui.telling.remark_words import remark
from ui.telling.tables import Table

EVEN = (
    "Even at: sessions booked a week at which the post carries itself, its supervision and its part"
)
UNTAXED = f"{EVEN} of the shared costs."
TAXED = (
    f"{EVEN} of the shared costs and of the taxes on receipts. A post's part of those taxes goes "
    "by what it brings: the same share of every dollar, so the parts add up."
)
USE = "Use: hours with clients, of all hours."
KEEP = 30.0
MOST_KEPT = 95.0
FORMS = {
    "salary": ("Salary", "a year"),
    "hourly": ("Hourly", "an hour"),
    "per_session": ("Per session", "a session"),
    "split": ("Split, employee", "of collections"),
    "contractor_per_session": ("Contractor, per session", "a session"),
    "contractor_split": ("Contractor, split", "of collections"),
}


def draw(view: View) -> None:
    """Every post in a row, then one of them in full."""
    result = view.result
    rows = [_row(result, post) for post in result.posts]
    table = Table(("Post", "Brings", "Costs", "Even at", "Use"), rows)
    streamlit_ways.table(table, "Each post")
    frame.quiet(f"{TAXED if result.receipts_taxes.amount else UNTAXED} {USE}")
    labels = view.clinic.labels
    with fields.place("clinic one post"):
        place = row_choice.chosen(f"plans.{view.shown}.posts", "One post", labels)
    _one(view, result.post(labels[place]))


def _row(result: ClinicResult, post: PostResult) -> tuple[str, ...]:
    even = result.break_even(post)
    share = post.utilisation
    return (
        words.escape(post.label),
        _money(post.brings, result),
        _money(post.cost, result),
        "never" if even is None else numbers.number(even, 1),
        numbers.percent(share) if math.isfinite(share) else "–",
    )


def _money(amount: float, result: ClinicResult) -> str:
    return words.escape(numbers.money(amount, result.clinic.currency, cents=False))


def _one(view: View, post: PostResult) -> None:
    """One post: its figures, their statements, and what it could be paid."""
    result, earner, currency = view.result, post.earner, view.clinic.currency
    even, alone = result.break_even(post), result.break_even(post, with_overhead=False)
    said = [
        f"Pay {_money(post.pay, result)}, on top of it {_money(post.employer_load, result)}, other "
        f"costs {_money(post.other_cost, result)}, card and billing "
        f"{_money(post.processing, result)}.",
        _leaves(post, result),
        _even(even, alone, post),
        f"Works {numbers.hours(earner.hours_per_week)} hours a week and takes home "
        f"{_money(earner.take_home, result)} a year.",
        *overtime(post, currency),
    ]
    st.markdown("\n".join(f"- {line}" for line in said))
    with st.container(horizontal=True):
        if math.isfinite(earner.wage):
            drawer.button(sections.how_wage(post, "How the wage of this post?", currency))
        if st.button(":blue[How its load?]", type="tertiary", key="how post load"):
            sections.load_drawer(result, post.label)
    if not post.post.owner:
        _pay(view, post)


def overtime(post: PostResult, currency: str) -> Iterator[str]:
    """What overtime adds to pay by the hour, and where a state counts long days too."""
    if not isinstance(post.scenario.work.pay, Hourly) or currency != US_CURRENCY:
        return
    paid = float(post.result.find("money_in.overtime").amount)
    if paid:
        amount = words.escape(numbers.money(paid, currency, cents=False))
        yield f"Of its pay {amount} is for overtime: half as much again beyond 40 hours a week."
    for found in post.result.remarks:
        if found.kind == "overtime_by_the_day":
            yield remark(found, post.scenario)


def _leaves(post: PostResult, result: ClinicResult) -> str:
    left, after = result.after_receipts_taxes(post), result.after_supervision(post)
    said = f"Leaves {_money(post.contribution, result)}"
    if left != post.contribution:
        tax = _money(result.receipts_tax_of(post), result)
        said += f", {_money(left, result)} after {tax} of the taxes on receipts"
    if after != left:
        said += f", {_money(after, result)} after the receipts that its supervision forgoes"
    return f"{said}."


def _even(even: float | None, alone: float | None, post: PostResult) -> str:
    booked = numbers.number(post.booked_per_week, 1)
    if not post.booked_per_week:
        return "It has no sessions yet, so no number of them to break even at."
    if even is None or alone is None:
        return f"No number of sessions carries it: each costs more than it brings. Booked {booked}."
    return (
        f"Breaks even at **{numbers.number(even, 1)}** sessions a week, at "
        f"{numbers.number(alone, 1)} without its part of shared costs. Booked {booked}."
    )


def _pay(view: View, post: PostResult) -> None:
    """The most that each form of pay can be so that the clinic keeps a share."""
    st.markdown("**What can this post be paid?**")
    cells = fields.grid()
    with cells.cell():
        keep = st.number_input(
            "Keep of what it brings (%)",
            min_value=0.0,
            max_value=MOST_KEPT,
            value=KEEP,
            step=1.0,
            format="%g",
            key="clinic keep",
            help="What is left after pay, its load, the post's costs, card fees and taxes on "
            "receipts.",
        )
    with cells.cell():
        overhead = st.toggle("After its shared costs", key="clinic keep overhead")
    found = pay_for_share(view.result, post.label, keep / 100.0, with_overhead=overhead)
    rows = [_form(one, view) for one in found]
    table = Table(("Form of pay", "At most", "Wage", "Costs"), rows)
    streamlit_ways.table(table, "What each form of pay can be")
    frame.quiet(
        "Each was worked out again in full: payroll taxes, benefits, the clinician's "
        "own taxes. A salary is that of full time, all year. Whether somebody may be a contractor "
        "is a question of law."
    )


def _form(one: Affordable | NotAffordable, view: View) -> tuple[str, str, str, str]:
    title, per = FORMS[one.form]
    if isinstance(one, NotAffordable):
        if math.isnan(one.most_kept_share):
            return title, "nothing: the post brings nothing", "–", "–"
        most = numbers.percent(one.most_kept_share)
        return title, f"nothing: without pay it keeps {most}", "–", "–"
    currency = view.clinic.currency
    amount = numbers.percent(one.amount, 1)
    if not one.form.endswith("split"):
        yearly = one.form == "salary"
        amount = words.escape(numbers.money(one.amount, currency, cents=not yearly))
    wage = words.escape(numbers.wage(one.earner.wage, currency))
    return title, f"{amount} {per}", wage, clinic_words.money(one.cost_per_year, view.result)
