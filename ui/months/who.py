"""Who stays and who waits: three questions people can answer, and a year of starts and endings."""

from __future__ import annotations

import streamlit as st

from calc.errors import ScenarioError
from calc.months import YearOfClients, year_of_clients
from calc.scenario import Ahead, Scenario
from calc.scenario.sessions import InsurerSessions
from ui.shell import fields, frame, state
from ui.telling import numbers

ASKED = ("Started", "Ended", "Clients now")
MOST = 1_000
WHY_NOT_PRESENT = (
    "How long the clients you have now have stayed is not asked: they are the long stayers, and "
    "would make every stay look longer than it is."
)
YOURS = "How long clients stay is yours to know; no study tells it for your practice."


def draw(plan: Scenario) -> None:
    """Early endings, weeks until settled and from then on; how often they come; who waits."""
    assert plan.ahead is not None
    frame.quiet(YOURS)
    fields.rows(
        "early_ending_share",
        "weeks_until_settled",
        "weeks_once_settled",
        "sessions_per_client_per_week",
        "waiting_leave_share_per_week" if plan.ahead.waitlist else None,
        *(("credentialing_weeks", "payer_lag_weeks") if _insured(plan) else ()),
        under="ahead",
    )
    fields.switch("ahead.waitlist")
    with st.popover("Take it from the last 12 months", icon=":material/event_repeat:"):
        _helper(plan.ahead)


def _insured(plan: Scenario) -> bool:
    """Whether an insurer pays for any session."""
    return any(isinstance(kind, InsurerSessions) for kind in plan.work.session_kinds)


def _helper(ahead: Ahead) -> None:
    """Stays and enquiries from who started, ended and is here now."""
    typed = [
        st.number_input(
            f"{label}, of the last 12 months" if label != ASKED[2] else label,
            min_value=0,
            max_value=MOST,
            value=None,
            step=1,
            key=f"year of {label}",
        )
        for label in ASKED
    ]
    frame.quiet(WHY_NOT_PRESENT)
    if any(one is None for one in typed):
        return
    starts, endings, now = (int(one or 0) for one in typed)
    early, until = float(ahead.early_ending_share), float(ahead.weeks_until_settled)
    try:
        found = year_of_clients(starts, endings, now, early, until)
    except ScenarioError:
        st.markdown(too_many(starts, endings, now))
        return
    st.markdown(told(found, early))
    values = changes(found, ahead)
    if values and st.button("Use these", key="use year of clients"):
        state.change("virtual.ahead.year", None, values)
        st.rerun()


def too_many(starts: int, endings: int, now: int) -> str:
    """That more started than ended or are here."""
    return (
        f"**Started** is {starts}, and only {endings} ended and {now} are here now. Whoever "
        f"started has ended or is here: enter {endings + now} or fewer, or correct the others."
    )


def told(found: YearOfClients, early: float) -> str:
    """What a year of clients tells, each with how far it may be off by chance."""
    said = (
        f"{numbers.number(found.intakes_per_month, 1)} start in a month, give or take "
        f"{numbers.number(found.intakes_error, 1)}."
    )
    if found.stay_weeks is None or found.stay_error is None:
        return f"{said} Nobody ended, so how long clients stay is not known yet."
    said += (
        f" They stay {numbers.number(found.stay_weeks)} weeks on average, give or take "
        f"{numbers.number(found.stay_error)}."
    )
    if found.weeks_once_settled is None:
        return f"{said} With {numbers.percent(early)} ending early no stay once settled fits that."
    once = numbers.number(found.weeks_once_settled)
    return f"{said} With {numbers.percent(early)} ending early that is {once} weeks once settled."


def changes(found: YearOfClients, ahead: Ahead) -> dict[str, float]:
    """What of it goes into the plan: enquiries by the share that starts, weeks once settled."""
    values: dict[str, float] = {}
    share = float(ahead.intake_share)
    if share and found.intakes_per_month:
        values["ahead.enquiries_per_month"] = round(found.intakes_per_month / share, 1)
    if found.weeks_once_settled is not None:
        values["ahead.weeks_once_settled"] = round(found.weeks_once_settled, 1)
    return values
