"""The posts to fill if one could hire afresh, and what a wage floor leaves of the margin."""

from __future__ import annotations

import math
from functools import partial

import streamlit as st

from calc.burnout import people_of_score
from calc.staffing import BestPlan, NoPlan, Relaxation, TradeOff
from calc.staffing.mixes import FEWEST_SESSIONS, PAY_FACTORS, Mixes, kinds_of, mixes
from ui.clinic import fields as clinic_fields
from ui.clinic import keep, limit_words, lines
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.shell import answers, frame, intake, streamlit_ways
from ui.telling import numbers, words
from ui.telling.tables import Table

TITLE = "Hired afresh"
RULE = (
    "Another question: which posts would you fill if nobody but the owners were there yet? It "
    "replaces the people you have by posts like some of theirs, and says nothing of what parting "
    f"costs. Tried: each kind of post you have, from {FEWEST_SESSIONS:g} sessions a week to your "
    "fullest diary, both as full time has them (a part has so much less), at the pay of today up "
    f"to {PAY_FACTORS[-1] * 100 - 100:.0f} % more. Owners stay as they are. Nobody is paid less "
    "than today."
)
LIMITS = {
    "rooms": ("room hours a week", "hours"),
    "demand": ("clients who ask", "count"),
    "supervision": ("hours of supervision a week", "hours"),
    "most_posts": ("most posts", "count"),
    "least_posts": ("fewest posts", "count"),
    "least_sessions_per_week": ("fewest sessions a week", "count"),
    "wage_floor": ("least true wage", "wage"),
    "load_ceiling": ("exhausted, of 100, at most", "score"),
    "most_contractor_share": ("share of contractors", "share"),
    "most_supervised_share": ("share of associates and interns", "share"),
}

SHARES_TOO = (
    "So would the shares of contractors or of associates, which are yours to choose, above."
)


def draw(view: View) -> None:
    """The best plan in words and as a table, and the curve; heavy, so only when it is open."""
    st.markdown(RULE)
    clinic_fields.more_limits(view)
    if not kinds_of(view.clinic.posts):
        st.info("There is no post with sessions to make a plan of. Add one to the roster.")
        return
    if not clinic_words.known(view.result.posts, "wage"):
        st.info(f"{clinic_words.NO_HOURS} So there is nothing to make a plan of.")
        return
    with st.spinner("Trying every mix of posts."):
        found = search(view)
    _answer(view, found.found)
    _curve(view, found.curve)


def search(view: View) -> Mixes:
    """Every mix of posts within the limits of the plan shown, kept until that plan changes."""
    return answers.kept(
        "clinic mixes",
        partial(
            mixes,
            view.clinic,
            clinic_words.known(view.result.posts, "wage"),
            minimum_wage_per_hour=view.least_pay,
            between=intake.give_way,
        ),
        of=(view.clinic,),
        at=(view.least_pay,),
    )


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
            one.package.result.booked_per_week,
            one.package.wage,
            f"{(one.package.pay_factor - 1.0) * 100:+.0f} %".replace("+0 %", "as now"),
        )
        for one in found.chosen
    ]
    ways = (str, "{:g}".format, partial(numbers.wage, currency=view.clinic.currency))
    table = Table(("Like", "Posts", "Sessions", "Wage", "Pay"), rows, ways)
    streamlit_ways.table(table, "The posts to fill")
    whole = result.clinic.with_values({"changes": ()})
    keep.as_a_plan(view, whole, TITLE, "best")


def _said(found: BestPlan, view: View) -> str:
    """The best plan in a sentence: its margin, whom it hires on what terms, and what binds."""
    result = found.result
    margin = clinic_words.money(float(result.margin.amount), result)
    hired = [post for post in result.posts if not post.post.owner]
    wage = words.escape(numbers.wage(clinic_words.lowest_wage(hired), result.clinic.currency))
    exhausted = numbers.number(clinic_words.most_exhausted(hired))
    more = float(result.margin.amount - view.first.margin.amount)
    beside = words.escape(numbers.difference(more, result.clinic.currency, cents=False))
    posts = sum(one.count for one in found.chosen)
    binding = [_binds(name, view) for name in found.binding if name in LIMITS]
    ends = f" What stops it: {', '.join(binding)}." if binding else ""
    if more < 0.0 and view.first.marks:
        ends += " Plan A earns more, and does not keep the limits."
    return (
        f"**{margin}** of margin, {beside} from plan A, with {posts} "
        f"{'post' if posts == 1 else 'posts'} to fill. Among these the lowest wage is "
        f"{wage}, at most {exhausted} in 100 are exhausted.{ends} {not_entered(view)}"
        "Forgone receipts of supervision were counted in the choice."
    )


def _binds(name: str, view: View) -> str:
    """A limit that stops the plan; of the most posts how many, and whether anybody entered it."""
    if name != "most_posts":
        return LIMITS[name][0]
    most = numbers.number(float(view.clinic.limits.most_posts))
    entered = "most_posts" in view.clinic.limits.model_fields_set
    return f"most posts ({most}{'' if entered else ', which nobody entered'})"


def not_entered(view: View) -> str:
    """What limits nothing because it was not entered, a sentence each."""
    said = []
    if view.clinic.demand is None:
        said.append("Who asks is not entered, so this is as if enough people asked. ")
    if view.clinic.rooms is None:
        said.append("Rooms are not entered, so they stop nothing. ")
    return "".join(said)


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
        "are yours to choose, above."
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
            people = float(people_of_score(value, view.result.rules))
            return numbers.number(math.ceil(people * 10) / 10, 1)
        case "share":
            return numbers.percent(value)
        case "hours":
            return numbers.number(math.ceil(value * 10) / 10, 1)
        case _:
            return numbers.number(value, 0 if float(value).is_integer() else 1)


def _curve(view: View, curve: tuple[TradeOff, ...]) -> None:
    """Margin against the wage floor."""
    whose = limit_words.floor(view.clinic.limits)
    frame.heading(
        "What a wage floor costs",
        f"The most margin under each floor, all other limits as they are. Ring: {whose}.",
    )
    currency = view.clinic.currency
    floor = float(view.clinic.limits.wage_floor_per_hour)
    drawn = lines.trade_off(curve, floor, frame.theme(), currency, whose)
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
