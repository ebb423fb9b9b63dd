"""Where two job offers are level: by missed sessions, by booked ones, and by pay."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc.offers import Compared, Levels, equal_pay, level_by
from calc.offers.even import By
from calc.questions.solve import OutOfReach, Reached
from calc.scenario import Offers
from ui.offers import chosen
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import answers
from ui.telling import numbers, words


def draw(view: View) -> None:
    """Where two offers come level; worked out when it is opened."""
    with st.expander(
        "**Where two offers are level**", key="offers level", on_change="rerun"
    ) as open_:
        if not open_.open:
            return
        if len(view.ranked) < 2:
            st.markdown(offer_words.ADD_A_SECOND)
            return
        letters = {view.number_of(one): one for one in view.ranked}
        pair = []
        with st.container(horizontal=True):
            for title, first in zip(("This offer", "and this one"), letters, strict=False):
                number = chosen.letter(f"level {title}", letters, first)
                chosen.ask(f"level {title}", title, letters, number)
                pair.append(letters[number])
        one, other = pair
        if one is other:
            st.markdown("Choose two different offers.")
            return
        for said in _levels(one, other, view.offers):
            st.markdown(f"- {said}")


def _levels(one: Compared, other: Compared, offers: Offers) -> list[str]:
    """Sentences: by missed sessions, by booked ones, and by pay."""
    said = [
        _level(
            answers.kept(f"level {by}", partial(level_by, one, other, by), of=(one, other)),
            one,
            other,
        )
        for by in ("missed", "booked")
    ]
    return [*said, *(_equal(*pair, offers) for pair in ((one, other), (other, one)))]


def _level(found: Levels, one: Compared, other: Compared) -> str:
    names = {"one": _escaped(one), "other": _escaped(other)}
    missed = found.by == "missed"
    what = "the share of no-shows" if missed else "the sessions booked a week"
    whose = "clients do not come" if missed else "sessions are booked"
    if not found.points:
        if found.leads is None:
            return f"Whatever {what}, they are level, or cannot be compared."
        return f"{names[found.leads]} leaves more to take home however many {whose}."
    parts = []
    for point in found.points:
        at, to = _at(found.by, point.at), _at(found.by, point.to)
        month, theirs = (
            words.escape(numbers.money(figure, offer_words.currency_of(one)))
            for figure in (point.figure, point.other_figure)
        )
        span = f"There both leave {month} a month." if at == to else f"To {to} both leave the same."
        if month != theirs:
            span = f"There a tax or a payment jumps: {month} a month against {theirs}."
        parts.append(
            f"Up to **{at}** in both, {names[point.ahead_below]} leaves more to take home; beyond, "
            f"{names[point.ahead_above]} does. {span}"
        )
    return " ".join(parts)


def _escaped(found: Compared) -> str:
    return words.escape(offer_words.named(found))


def _at(by: By, value: float) -> str:
    if by == "missed":
        return f"{numbers.percent(value)} of sessions missed without notice and none cancelled late"
    return f"{numbers.number(value, 1)} sessions booked a week"


def _equal(one: Compared, other: Compared, offers: Offers) -> str:
    """What one would have to pay for its hour to pay as much as the other's."""
    pay = answers.kept(
        f"equal {one.place}",
        lambda: _pay_found(equal_pay(one, other)),
        of=(one, other),
    )
    name, wanted = _escaped(one), _escaped(other)
    if pay is None:
        return f"No pay within what we search makes an hour of {name} pay as much as {wanted}."
    value, unit = pay
    if not value:
        return f"Even without pay an hour of {name} is worth as much as {wanted}."
    amount = numbers.percent(value, 1) if unit == "share" else _pay(value, unit, offers.currency)
    return f"{name} would pay as much for an hour as {wanted} at **{amount}**."


def _pay_found(answer: Reached | OutOfReach) -> tuple[float, str] | None:
    """The pay and its unit; None where none was found."""
    return (answer.value, answer.unknown.unit) if isinstance(answer, Reached) else None


def _pay(value: float, unit: str, currency: str) -> str:
    per = {"money_per_year": "a year", "money_per_hour": "an hour"}.get(unit, "a session")
    return f"{words.escape(numbers.money(value, currency))} {per}"
