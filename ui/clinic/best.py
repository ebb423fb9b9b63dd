"""The best plan under a director's limits, and what a higher wage floor leaves of the margin."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import streamlit as st

from calc.scenario.posts import Post
from calc.staffing import (
    BestPlan,
    NoPlan,
    Package,
    Relaxation,
    TradeOff,
    best_plan,
    packages,
    trade_off,
)
from calc.staffing import plans as clinic_plans
from calc.staffing.plans import booked_of
from ui.clinic import groups, lines
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import frame, intake, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table

FEWEST, STEP = 14.0, 2.0  # sessions a week
FACTORS = (1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3)
MOST_KINDS_OF_POST = 8
FLOORS, FLOOR_STEP = 6, 2.0
RULE = (
    "Tried: each kind of post you have, from 14 sessions a week to your fullest diary, at the pay "
    "of today up to 30 % more. Owners stay as they are. Nobody is paid less than today."
)
LIMITS = {
    "rooms": ("room hours a week", "hours"),
    "demand": ("clients who ask", "count"),
    "supervision": ("hours of supervision a week", "hours"),
    "most_posts": ("most posts", "count"),
    "least_posts": ("fewest posts", "count"),
    "least_sessions_per_week": ("fewest sessions a week", "count"),
    "wage_floor": ("least true wage", "wage"),
    "load_ceiling": ("highest load", "score"),
    "most_contractor_share": ("share of contractors", "share"),
    "most_supervised_share": ("share of associates and interns", "share"),
}

SHARES_TOO = (
    "So would the shares of contractors or of associates, which are yours to choose, under Limits."
)


@dataclass(frozen=True)
class Search:
    """What was tried, the best of it or what stands in its way, and the curve of floors."""

    found: BestPlan | NoPlan
    curve: tuple[TradeOff, ...]


def draw(view: View) -> None:
    """The best plan in words and as a table, and the curve; heavy, so only when it is open."""
    st.markdown(RULE)
    if not _kinds(view.clinic.posts):
        st.info("There is no post with sessions to make a plan of. Add one to the roster.")
        return
    if not clinic_words.known(view.result.posts, "wage"):
        st.info(f"{clinic_words.NO_HOURS} So there is nothing to make a plan of.")
        return
    with st.spinner("Trying every mix of posts."):
        found = search(view)
    _answer(view, found.found)
    _curve(view, found.curve)


def search(view: View) -> Search:
    """Tries every mix of posts within the limits of the plan shown."""
    clinic = view.clinic
    kinds = _kinds(clinic.posts)
    staying = [post for post in clinic.posts if post.owner]
    fullest = max(booked_of(post) for post in kinds)
    steps = max(math.ceil((fullest - FEWEST) / STEP), 0)
    sessions = sorted({min(FEWEST + STEP * step, fullest) for step in range(steps + 1)} | {fullest})
    made: tuple[Package, ...] = packages(clinic, kinds, sessions, FACTORS, between=intake.give_way)
    least = view.least_pay
    found = best_plan(
        clinic,
        made,
        staying=staying,
        minimum_wage_per_hour=least,
        between=intake.give_way,
    )
    floor = float(clinic.limits.wage_floor_per_hour)
    lowest = clinic_words.lowest_wage(view.result.posts)
    start = floor or math.floor(lowest / FLOOR_STEP) * FLOOR_STEP
    floors = [start + FLOOR_STEP * step for step in range(-FLOORS, FLOORS + 1)]
    curve = trade_off(
        clinic,
        made,
        [one for one in floors if one >= 0.0],
        staying=staying,
        minimum_wage_per_hour=least,
        between=intake.give_way,
    )
    return Search(found, curve)


def _kinds(posts: tuple[Post, ...]) -> list[Post]:
    """Posts that differ in more than their label and caseload, at most a few."""
    found: dict[object, Post] = {}
    for post in posts:
        if post.owner or not booked_of(post) or not post.full_time_share:
            continue
        alike = (post.work.kind, post.licence, post.full_time_share, repr(post.work.pay))
        found.setdefault(alike, post)
    return list(found.values())[:MOST_KINDS_OF_POST]


def _answer(view: View, found: BestPlan | NoPlan) -> None:
    if isinstance(found, NoPlan):
        st.info(no_plan(found, view))
        return
    result = found.result
    st.markdown(_said(found, view))
    rows = [
        (
            words.escape(one.package.post.label),
            one.count,
            one.package.sessions_per_week,
            one.package.wage,
            f"{(one.package.pay_factor - 1.0) * 100:+.0f} %".replace("+0 %", "as now"),
        )
        for one in found.chosen
    ]
    ways = (str, "{:g}".format, partial(numbers.wage, currency=view.clinic.currency))
    table = Table(("Like", "Posts", "Sessions", "Wage", "Pay"), rows, ways)
    streamlit_ways.table(table, "The best plan found")
    if st.button(":violet[Show it as a plan]", type="primary", key="clinic use best"):
        clinic = result.clinic.with_values({"title": "Best found"})
        groups.add_plan(view, clinic_plans.copied(clinic, "Best found"))
        st.rerun()


def _said(found: BestPlan, view: View) -> str:
    """The best plan in a sentence: its margin, whom it hires on what terms, and what binds."""
    result = found.result
    margin = clinic_words.money(float(result.margin.amount), result)
    hired = [post for post in result.posts if not post.post.owner]
    wage = words.escape(numbers.wage(clinic_words.lowest_wage(hired), result.clinic.currency))
    load = numbers.number(clinic_words.heaviest_load(hired))
    more = float(result.margin.amount - view.first.margin.amount)
    beside = words.escape(numbers.difference(more, result.clinic.currency, cents=False))
    posts = sum(one.count for one in found.chosen)
    binding = [LIMITS[name][0] for name in found.binding if name in LIMITS]
    ends = f" What stops it: {', '.join(binding)}." if binding else ""
    if more < 0.0 and view.first.marks:
        ends += " Plan A earns more, and does not keep the limits."
    return (
        f"**{margin}** of margin, {beside} from plan A, with {posts} "
        f"{'post' if posts == 1 else 'posts'} to fill. Among these the lowest wage is "
        f"{wage}, the heaviest load {load}.{ends} "
        "Forgone receipts of supervision were counted in the choice."
    )


def no_plan(found: NoPlan, view: View) -> str:
    """Which limit to relax, and by how much."""
    if found.alone:
        said = [_relaxed(one, view) for one in found.alone]
        if len(said) == 1:
            return f"No plan keeps every limit. One change would be enough: {said[0]}."
        return (
            "No plan keeps every limit. Any one of these would be enough: " + "; ".join(said) + "."
        )
    if found.together:
        said = [_relaxed(one, view) for one in found.together]
        shares = f" {SHARES_TOO}" if found.classes else ""
        return (
            "No plan keeps every limit. These would have to give way at once: "
            f"{'; '.join(said)}.{shares}"
        )
    if not found.classes:
        return "No plan keeps every limit: there is no post to hire for."
    return (
        "No plan keeps every limit: the shares of contractors and of associates leave nobody. They "
        "are yours to choose, under Limits."
    )


def _relaxed(one: Relaxation, view: View) -> str:
    name, unit = LIMITS.get(one.limit, (one.limit.replace("_", " "), "count"))
    asked, needed = (_written(value, unit, view) for value in (one.asked, one.needed))
    return f"{name} {needed} in place of {asked}"


def _written(value: float, unit: str, view: View) -> str:
    match unit:
        case "wage":
            whole = math.floor(value * 100) / 100
            return words.escape(numbers.wage(whole, view.clinic.currency))
        case "score":
            return numbers.number(math.ceil(value * 10) / 10, 1)
        case "share":
            return numbers.percent(value)
        case "hours":
            return numbers.number(math.ceil(value * 10) / 10, 1)
        case _:
            return numbers.number(value, 0 if float(value).is_integer() else 1)


def _curve(view: View, curve: tuple[TradeOff, ...]) -> None:
    """Margin against the wage floor."""
    frame.heading(
        "What a wage floor costs",
        "The most margin under each floor, all other limits as they are. Ring: your floor.",
    )
    currency = view.clinic.currency
    floor = float(view.clinic.limits.wage_floor_per_hour)
    drawn = lines.trade_off(curve, floor, frame.theme(), currency)
    frame.chart(drawn, "clinic trade-off", "No plan keeps the other limits at any wage floor.")
    if drawn is not None:
        rows = [_floor(point, currency) for point in curve]
        table = Table(("Floor", "Margin", "Posts"), rows)
        streamlit_ways.table(table, "Margin by wage floor")


def _floor(point: TradeOff, currency: str) -> tuple[str, str, str]:
    """A wage floor, the most margin under it, and with how many posts."""
    floor = words.escape(numbers.money(point.wage_floor_per_hour, currency, False))
    if point.margin is None:
        return floor, "no plan", "–"
    return floor, words.escape(numbers.money(point.margin, currency, False)), str(point.posts)
