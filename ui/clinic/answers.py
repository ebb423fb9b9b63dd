"""What follows from a plan: cash, money, owners, access, leaving, and what moved the margin."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import streamlit as st

from calc.scenario.sessions import PAYERS
from calc.staffing import cash_timeline, explain_margin, explain_post, turnover_of
from calc.staffing.comparison import PostFigure
from ui.clinic import answer_words, best, chance, groups, keep, lines, otherwise
from ui.clinic import posts as clinic_posts
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import drawer, frame, streamlit_ways
from ui.telling import listings, numbers, words
from ui.telling.tables import Table, plain_table

TAXES = "Taxes on receipts"
CASH_LINE = "At the end of each month: hires cost before they bring, and insurers pay late."


def answers(view: View) -> None:
    """Every further answer, folded; each says its figure."""
    if not view.result.posts:
        return
    frame.heading("What is behind it", "Folded until you need it.")
    said = answer_words
    group = groups.group
    if view.shown:
        group(view, "why", f"**Why plan {view.letter} differs from A** · by change", _why)
    group(view, "money", f"**Money of the clinic** · {said.money(view)}", _money)
    group(view, "posts", f"**Each post** · {said.posts(view)}", _posts)
    group(view, "leaving", f"**People who leave** · {said.leaving(view)}", _leaving)
    group(
        view,
        "tests",
        "**If it goes otherwise** · clients, no-shows, pay, payers",
        otherwise.draw,
    )
    group(view, "keep", f"**Best plan that keeps everybody** · {said.limits(view)}", keep.draw)
    group(view, "best", "**If you could hire afresh** · about other people", best.draw)


def cash(view: View) -> None:
    """Two years of cash, its lowest point, and how long it lasts."""
    if not view.result.posts:
        return
    found = cash_timeline(view.result)
    first = cash_timeline(view.first) if view.shown else None
    key = f" Solid: plan {view.letter}. Dashed: plan A." if first is not None else ""
    frame.heading("Cash over two years", f"{CASH_LINE}{key}")
    st.markdown(answer_words.cash(found, view.result))
    drawn = lines.cash(found, first, view.letter, frame.theme(), view.clinic.currency)
    frame.chart(drawn, "clinic cash", "")
    frame.as_table("clinic cash", lambda: _cash_table(view))
    groups.group(view, "chance", "**With chance** · who leaves, which clients come", chance.draw)


def _cash_table(view: View) -> Table:
    found = cash_timeline(view.result)
    rows = [
        (str(month), received, received - net, cash)
        for month, (received, net, cash) in enumerate(
            zip(found.receipts, found.net, found.at_end, strict=True), start=1
        )
    ]
    return Table(("Month", "In", "Out", "Cash"), rows, (numbers.number,) * 3)


def _why(view: View) -> None:
    """Which change moved the margin, and one clinician's wage and load."""
    currency = view.clinic.currency
    with st.spinner("Taking the changes apart."):
        found = explain_margin(view.first.clinic, view.clinic)
    if not found.parts:
        st.markdown("Nothing that this plan changes moves the margin.")
    else:
        st.markdown(answer_words.explained(found, view))
        labels = [answer_words.change(part.change) for part in found.parts]
        amounts = numbers.shown_parts(
            [part.amount for part in found.parts], found.after - found.before, 0
        )
        table = plain_table(
            ("Change", "To the margin"),
            list(zip(labels, amounts, strict=True)),
            "In all",
            partial(numbers.difference, currency=currency, cents=False),
        )
        streamlit_ways.table(table, "What moved the margin")
    both = [label for label in view.clinic.labels if label in view.first.clinic.labels]
    if not both:
        return
    posts = (dict(zip(c.labels, c.posts, strict=True)) for c in (view.first.clinic, view.clinic))
    before, after = posts
    moved = [label for label in both if before[label] != after[label]]
    start = both.index(moved[0]) if moved else 0
    label = st.selectbox("One clinician", both, index=start, key="clinic why post")
    rows = []
    written: dict[PostFigure, tuple[str, Callable[[float], str]]] = {
        "wage": ("Wage", lambda value: numbers.difference(value, currency, cents=True)),
        "load_probability": (
            clinic_words.EXHAUSTED,
            lambda value: numbers.signed(clinic_words.PEOPLE * value, 1),
        ),
    }
    for figure, (title, cell) in written.items():
        parts = explain_post(view.first.clinic, view.clinic, label, figure).parts
        rows += [
            (title, answer_words.change(part.change), words.escape(cell(part.amount)))
            for part in parts
        ]
    if rows:
        moved_it = Table(("Figure", "Change", "Adds"), rows)
        streamlit_ways.table(moved_it, "What moved wage and exhaustion")
    else:
        st.markdown(f"Nothing of {words.escape(label)} changes.")


def _money(view: View) -> None:
    """Revenue by payer, what people and everything else cost, beside what is typical."""
    result, currency = view.result, view.clinic.currency
    by_payer = [
        (_payer(label, payer), amount) for (payer, label), amount in result.revenue_by_payer.items()
    ]
    revenue = float(result.revenue.amount)
    if not by_payer or not revenue:
        st.markdown("No money comes in yet.")
        return
    amounts = numbers.shown_parts([amount for _, amount in by_payer], revenue, 0)
    labels = [label for label, _ in by_payer]
    table = plain_table(
        ("Payer", "A year"),
        list(zip(labels, amounts, strict=True)),
        "Revenue",
        partial(numbers.money, currency=currency, cents=False),
    )
    streamlit_ways.table(table, "Revenue by payer")
    rows = [
        (title, numbers.percent(share), _band(typical.low, typical.high))
        for title, (share, typical) in zip(
            ("People", "All other costs", "Margin"), result.beside_typical, strict=True
        )
    ]
    shares = Table(("Of revenue", f"Plan {view.letter}", "Guides name"), rows)
    streamlit_ways.table(shares, "Shares of revenue")
    _, typical = result.beside_typical[-1]
    frame.quiet(f"{listings.source_line(typical)}. {words.escape(typical.note)}")
    asked = [
        ("revenue", "Revenue", result.revenue, "What the sessions of each post bring."),
        ("pay", "Pay and its load", result.pay_cost, "Pay, and what the employer adds to it."),
        ("shared costs", "Shared costs", result.shared, "What no single post causes."),
        ("administration", "Administration", result.administration, "Administrators' cost."),
    ]
    if result.receipts_taxes.line is not None:
        whole = "By the law of the clinic's place, on everything that comes in."
        asked.append(("taxes on receipts", TAXES, result.receipts_taxes.line, whole))
    with st.container(horizontal=True):
        for title, name, line, sentence in asked:
            how = drawer.How(
                asked=f"How {title}?",
                title=f"How {title} {'add' if ' ' in title else 'adds'} up",
                figure=(name, numbers.money(float(line.amount), currency, cents=False)),
                sentence=sentence,
                line=line,
                currency=currency,
            )
            drawer.button(how)


def _payer(label: str, payer: str) -> str:
    """A row of revenue: its label, and who pays unless the label says so."""
    who = PAYERS[payer].lower() if payer else ""
    return label if label.lower().endswith(who) else f"{label}, {who}"


def _band(low: float | None, high: float | None) -> str:
    return f"{numbers.percent(low or 0.0)} to {numbers.percent(high or 0.0)}"


def _posts(view: View) -> None:
    """Every post, and the owners among them with their part of the margin."""
    clinic_posts.draw(view)
    if view.result.owners:
        _owners(view)


def _owners(view: View) -> None:
    """Each owner without and with the clinic's margin."""
    currency = view.clinic.currency
    for owner in view.result.owners:
        alone, now = owner.alone.earner, owner.post.earner
        tax = [earner.profit - earner.take_home for earner in (alone, now)]
        rows = [
            ("Profit", *(_whole(one.profit, currency) for one in (alone, now))),
            ("Taxes and cover", *(_whole(amount, currency) for amount in tax)),
            ("Take-home", *(_whole(one.take_home, currency) for one in (alone, now))),
            ("True hourly wage", *(_wage(one.wage, currency) for one in (alone, now))),
            ("Hours a week", *(numbers.hours(one.hours_per_week) for one in (alone, now))),
            (clinic_words.EXHAUSTED, *(_exhausted(one.load_probability) for one in (alone, now))),
        ]
        st.markdown(
            f"**{words.escape(owner.label)}**: of the margin, "
            f"{clinic_words.money(owner.margin, view.result)} is this owner's."
        )
        table = Table(("A year", "Own sessions alone", "With the clinic"), rows)
        streamlit_ways.table(table, f"Owner {owner.label}")


def _whole(amount: float, currency: str) -> str:
    return words.escape(numbers.money(amount, currency, cents=False))


def _wage(amount: float, currency: str) -> str:
    return words.escape(numbers.wage(amount, currency))


def _exhausted(share: float) -> str:
    return numbers.number(clinic_words.PEOPLE * share)


def _leaving(view: View) -> None:
    """Expected departures with their range, what they cost, and the warning of feedback."""
    found = turnover_of(view.result)
    if not found.posts:
        st.markdown("Only owners are on the roster, and owners stay.")
        return
    for line in answer_words.leaving_lines(found, view):
        st.markdown(line)
    rows = [
        (
            words.escape(post.label),
            numbers.percent(post.chance, 0),
            f"{100 * post.low:.0f}–{numbers.percent(post.high, 0)}",
            _whole(post.cost, view.clinic.currency),
        )
        for post in found.posts
        if math.isfinite(post.chance)
    ]
    table = Table(("Post", "Leaves", "Range", "One departure"), rows)
    streamlit_ways.table(table, "Chance to leave within a year")
    st.markdown(answer_words.feedback(found))
