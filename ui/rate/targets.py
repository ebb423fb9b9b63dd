"""The targets of the page Set a rate: switches and numbers, kept with the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from calc import Result
from calc.burnout import heavier_from_people
from calc.number import HOURS_PER_WEEK, MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.questions.rate import Ask, plan_for
from calc.questions.solve import figure_of, unknown_of
from calc.questions.sought import sought_of
from calc.scenario.fields import MOST_MONEY
from calc.scenario.targets import WISHES, Sought, Wish
from ui.rate import words as rate_words
from ui.rate.fees import which_fees
from ui.shell import fields, frame, helps, intake, state
from ui.telling import numbers, words

STORE = "rate"
STEM = "rate_targets"
HOURS = 36.0  # a worked week that is asked for where none is
STEPS: dict[Wish, float] = {
    "take_home": 100.0,
    "left_over": 100.0,
    "hours": 1.0,
    "load": 5.0,
    "weeks_off": 1.0,
}
ON: tuple[Wish, ...] = ("take_home", "hours", "load")
FIELDS: dict[Wish, str] = {
    "take_home": "take_home_per_month",
    "left_over": "left_over_per_month",
    "hours": "hours_per_week",
    "load": "load_in_100",
    "weeks_off": "weeks_off",
}


def _store() -> dict[str, Any]:
    """What does not fit a limit, as it was typed; another plan begins anew."""
    opened = st.session_state.opened
    store: dict[str, Any] | None = st.session_state.get(STORE)
    if store is None or store["opened"] != opened:
        place = store["place"] + 1 if store else 0
        store = {"place": place, "typed": {}}
        store["opened"] = opened
        st.session_state[STORE] = store
    return store


def ends(wish: Wish) -> tuple[float, float]:
    """The least and the most a limit may be."""
    match wish:
        case "take_home" | "left_over":
            return 0.0, MOST_MONEY / MONTHS_PER_YEAR // 1.0
        case "hours":
            return 0.0, HOURS_PER_WEEK
        case "load":
            return 0.0, 100.0
        case _:
            return unknown_of(state.plan(), "weeks_off").low, WEEKS_PER_YEAR


def _limit(wish: Wish, result: Result) -> float:
    """A limit as it was set; else the needs of the household, or what the plan does today."""
    stated = getattr(result.scenario.rate_targets, FIELDS[wish])
    if stated is not None:
        low, high = ends(wish)
        return float(min(max(stated, low), high))
    match wish:
        case "take_home":
            needs = float(result.scenario.household.needs_per_month)
            today = float(figure_of(result, "take_home_per_month"))
            return needs or max(round(today / 100.0) * 100.0, 0.0)
        case "left_over":
            return 0.0
        case "hours":
            return HOURS
        case "load":
            return float(round(heavier_from_people(result.rules)))
        case _:
            return float(result.scenario.work.time.weeks_off)


def _is_on(wish: Wish) -> bool:
    return wish in _counted()


def _counted() -> tuple[Wish, ...]:
    """The targets that are switched on."""
    chosen = state.plan().rate_targets.counted
    return ON if chosen is None else chosen


def _keep(name: str, value: Any) -> None:
    """Writes what was chosen into the plan, which keeps it and is no other by it."""
    path = f"{STEM}.{name}"
    state.change(path, value, {path: value})


def asked(result: Result) -> Ask | None:
    """What is wanted; None where the plan has nothing that could be found."""
    options = sought_of(result.scenario)
    if not options:
        return None
    chosen = result.scenario.rate_targets.sought
    sought: Sought = chosen if chosen in options else options[0]
    limits = {wish: _limit(wish, result) if _is_on(wish) else None for wish in STEPS}
    return Ask(sought, **limits, therapy=_is_on("therapy"))


def draw(result: Result, ask: Ask) -> None:
    """A switch above each limit, two in a row, what is to be found, and what these mean."""
    with helps.gathered("targets"):
        _fields(result, ask)


def _fields(result: Result, ask: Ask) -> None:
    above = st.container()
    _limit_field("take_home", result, ask)
    _limit_field("left_over", result, ask)
    if ask.left_over is not None and not result.scenario.household.needs_per_month:
        frame.quiet(rate_words.NO_NEEDS)
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
            said = rate_words.therapy(result.scenario, plan, replace(ask, therapy=True))
            frame.quiet(said)
        else:
            _number(wish, result, off=not _is_on(wish) or wish == ask.sought)
            beside = rate_words.beside_hours(result.scenario) if wish == "hours" else ""
            if beside:
                frame.quiet(beside)


def _key(name: str) -> str:
    return f"rate {_store()['place']} {name}"


def _switch(wish: Wish, result: Result) -> None:
    key = _key(f"{wish} on")

    def take(wanted: Any) -> None:
        on = _counted()
        _keep("counted", tuple(one for one in WISHES if (wanted if one == wish else one in on)))

    unit = "money_per_month" if wish in ("take_home", "left_over") else ""
    label = words.label(rate_words.LABELS[wish], unit, result.scenario.currency)
    intake.show(key, _is_on(wish), take)
    st.toggle(label, key=key)
    helps.tell(rate_words.LABELS[wish], _help_of(wish, result))


def _help_of(wish: Wish, result: Result) -> str:
    typical = numbers.PERCENT * result.rules["burnout.base_rate"].number
    return rate_words.help_of(wish, typical, heavier_from_people(result.rules))


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
            _keep(FIELDS[wish], float(typed))

    intake.show(key, store["typed"].get(wish, _limit(wish, result)), take)
    st.number_input(
        rate_words.LABELS[wish],
        value=None,
        step=STEPS[wish],
        format="%.0f" if wish in ("take_home", "left_over") else "%g",
        key=key,
        disabled=off,
        label_visibility="collapsed",
    )


def _sought(result: Result, ask: Ask) -> None:
    options = sought_of(result.scenario)
    key = _key("sought")

    def take(chosen: Any) -> None:
        _keep("sought", chosen or ask.sought)

    intake.show(key, ask.sought, take)
    st.segmented_control(
        rate_words.FIND,
        options,
        format_func=rate_words.SOUGHT.__getitem__,
        key=key,
    )
    helps.tell(rate_words.FIND, rate_words.FIND_HELP)
    stays = rate_words.fees_that_stay(result.scenario)
    if ask.sought == "fee" and stays:
        frame.quiet(stays)
    which_fees(result)
