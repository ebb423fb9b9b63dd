"""The targets of the page Set a rate: switches and numbers of this session, no part of the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from calc import Result
from calc.burnout import heavier_from
from calc.number import HOURS_PER_WEEK, MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.questions.rate import Ask, Wish, plan_for
from calc.questions.solve import figure_of, unknown_of
from calc.questions.sought import Sought, sought_of
from calc.scenario.fields import MOST_MONEY
from ui.rate import words as rate_words
from ui.shell import fields, frame, intake, state
from ui.telling import words

STORE = "rate"
HOURS = 36.0  # a worked week that is asked for where none is
STEPS: dict[Wish, float] = {"take_home": 100.0, "hours": 1.0, "load": 5.0, "weeks_off": 1.0}
ON: dict[Wish, bool] = {
    "take_home": True,
    "hours": True,
    "load": True,
    "weeks_off": False,
    "therapy": False,
}


def _store() -> dict[str, Any]:
    """What was chosen on this page; another plan begins anew, a changed one does not."""
    version = st.session_state.version
    store: dict[str, Any] | None = st.session_state.get(STORE)
    opened = store is not None and store["version"] != version
    if store is None or (opened and state.plan() is st.session_state.baseline):
        place = store["place"] + 1 if store else 0
        store = {"place": place, "on": {}, "limits": {}, "typed": {}, "sought": None}
        st.session_state[STORE] = store
    store["version"] = version
    return store


def ends(wish: Wish) -> tuple[float, float]:
    """The least and the most a limit may be."""
    match wish:
        case "take_home":
            return 0.0, MOST_MONEY / MONTHS_PER_YEAR // 1.0
        case "hours":
            return 0.0, HOURS_PER_WEEK
        case "load":
            return 0.0, 100.0
        case _:
            return unknown_of(state.plan(), "weeks_off").low, WEEKS_PER_YEAR


def _limit(wish: Wish, result: Result) -> float:
    """A limit as it was set; else the needs of the household, or what the plan does today."""
    limits = _store()["limits"]
    if wish in limits:
        low, high = ends(wish)
        return float(min(max(limits[wish], low), high))
    match wish:
        case "take_home":
            needs = float(result.scenario.household.needs_per_month)
            today = float(figure_of(result, "take_home_per_month"))
            return needs or max(round(today / 100.0) * 100.0, 0.0)
        case "hours":
            return HOURS
        case "load":
            return _heavier(result)
        case _:
            return float(result.scenario.work.time.weeks_off)


def _heavier(result: Result) -> float:
    """The score from which a load is heavier than typical."""
    return heavier_from(result.rules["burnout.bands"])


def _is_on(wish: Wish) -> bool:
    return bool(_store()["on"].get(wish, ON[wish]))


def asked(result: Result) -> Ask | None:
    """What is wanted; None where the plan has nothing that could be found."""
    options = sought_of(result.scenario)
    if not options:
        return None
    chosen = _store()["sought"]
    sought: Sought = chosen if chosen in options else options[0]
    limits = {wish: _limit(wish, result) if _is_on(wish) else None for wish in STEPS}
    return Ask(sought, **limits, therapy=_is_on("therapy"))


def draw(result: Result, ask: Ask) -> None:
    """A switch above each limit, two in a row, and what is to be found."""
    above = st.container()
    _limit_field("take_home", result, ask)
    for pair in (("hours", "load"), ("weeks_off", "therapy")):
        cells = st.grid(2, min_column_width=fields.LEAST_WIDTH, gap="xsmall")
        for wish in pair:
            with cells.cell():
                _limit_field(wish, result, ask)
    with above:
        for wish, typed in _store()["typed"].items():
            st.warning(rate_words.refused(wish, typed, ends(wish), _limit(wish, result)))
    _sought(result, ask)


def _limit_field(wish: Wish, result: Result, ask: Ask) -> None:
    """A switch with its limit below it; for therapy, what it takes."""
    with st.container(gap="xxsmall"):
        _switch(wish, result)
        if wish == "therapy":
            plan = plan_for(result.scenario, replace(ask, therapy=True))
            said = rate_words.therapy(plan, replace(ask, therapy=True))
            frame.quiet(said)
        else:
            _number(wish, result, off=not _is_on(wish) or wish == ask.sought)


def _key(name: str) -> str:
    return f"rate {_store()['place']} {name}"


def _switch(wish: Wish, result: Result) -> None:
    key = _key(f"{wish} on")

    def take(wanted: Any) -> None:
        _store()["on"][wish] = wanted

    unit = "money_per_month" if wish == "take_home" else ""
    label = words.label(rate_words.LABELS[wish], unit, result.scenario.currency)
    intake.show(key, _is_on(wish), take)
    st.toggle(label, key=key, help=rate_words.help_of(wish, _heavier(result)))


def _number(wish: Wish, result: Result, *, off: bool) -> None:
    """The number of a limit: what does not fit stays in its field, and is told above it."""
    key = _key(wish)
    store = _store()

    def take(typed: Any) -> None:
        low, high = ends(wish)
        if typed is None or not low <= typed <= high:
            store["typed"][wish] = typed
        else:
            store["typed"].pop(wish, None)
            store["limits"][wish] = float(typed)

    intake.show(key, store["typed"].get(wish, _limit(wish, result)), take)
    st.number_input(
        rate_words.LABELS[wish],
        value=None,
        step=STEPS[wish],
        format="%g" if wish != "take_home" else "%.0f",
        key=key,
        disabled=off,
        label_visibility="collapsed",
    )


def _sought(result: Result, ask: Ask) -> None:
    options = sought_of(result.scenario)
    key = _key("sought")

    def take(chosen: Any) -> None:
        _store()["sought"] = chosen or ask.sought

    intake.show(key, ask.sought, take)
    st.segmented_control(
        rate_words.FIND,
        options,
        format_func=rate_words.SOUGHT.__getitem__,
        key=key,
        help=rate_words.FIND_HELP,
    )
