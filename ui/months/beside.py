"""A saved plan of one's own beside the plan that is open: taken in, looked at, taken away again."""

from __future__ import annotations

import streamlit as st

from calc import Scenario
from calc.errors import ScenarioError
from calc.scenario import Ahead, Employee, Offers
from calc.scenario.sessions import booked_in_all
from ui.months import view, words
from ui.months.when import calendar_of_plan
from ui.shell import documents, frame, intake
from ui.telling import refusals
from ui.telling.words import escape, joined

HELD, FAULT, FILE = "months beside", "months beside fault", "months beside file"
MEGABYTES = 1
ASK = "Another plan you saved (.toml)"
WHAT = (
    "A plan that you saved to a file is put beside yours on the same luck. Nothing of yours is "
    "changed by it, and it is gone when the page is loaded anew."
)
TAKE_AWAY = "Take it away"
UNNAMED = "The plan of your file"
FROM_FILE = "{name}, from the file"
NO_PLAN = (
    "This file holds {held}, and beside your months stands a plan of a practice. Save such a plan "
    "with Plan, “Save to a file”, and choose that file. Nothing was changed."
)
EMPLOYED = (
    "{name} is a plan of an employee, and months are worked out for a practice alone. Choose a "
    "plan of a practice of one's own or of a contractor."
)
NO_SESSION = (
    "Nothing is booked in {name}, so no month of it brings anything. Open it, enter sessions a "
    "week under Your hour, save it, and choose it again."
)
OTHER_CURRENCY = (
    "{name} is in {theirs} and yours in {ours}, and we know no rate between them. Choose a plan in "
    "{ours}."
)
OTHER_MONTHS = (
    "{name} shows {theirs} months and yours {ours}: only as many months can be compared. Set "
    "Months shown to {theirs} under Start and span, or save the other plan with {ours}."
)
BROKEN = (
    "{name} cannot be worked out yet. {why} Open it, change that, save it, and choose it again."
)
OTHER_YEAR = "is worked out under the law of {theirs}, yours under that of {ours}"
OTHER_START = "begins in {theirs}, yours in {ours}"


def held() -> Scenario | None:
    """The plan that stands beside, if one was taken in."""
    found: Scenario | None = st.session_state.get(HELD)
    return found


def comparable(plan: Scenario) -> Scenario | None:
    """The plan that stands beside, where its months can be compared with those of a plan."""
    other = held()
    return other if other is not None and not unlike(other, plan) else None


def name_of(other: Scenario, plan: Scenario) -> str:
    """By its own name; where the plan that is open has the same, as that of the file."""
    called = other.title.strip()
    if not called:
        return UNNAMED
    short = called[: refusals.MOST_CHARACTERS].strip()
    return FROM_FILE.format(name=short) if called == plan.title.strip() else short


def read(text: bytes) -> Scenario | str:
    """The plan of a file, right in every field, of a practice with sessions; else why it is not."""
    found = documents.read(text)
    if isinstance(found, str):
        return found
    plan = found[1]
    if not isinstance(plan, Scenario):
        return NO_PLAN.format(held="job offers" if isinstance(plan, Offers) else "a clinic")
    return refused(plan) or plan


def refused(plan: Scenario) -> str:
    """Why a plan has no months, in a sentence; empty where it has."""
    name = _quoted(plan)
    if isinstance(plan.work, Employee):
        return EMPLOYED.format(name=name)
    if not booked_in_all(plan.work.session_kinds):
        return NO_SESSION.format(name=name)
    try:
        view.found(plan)
    except ScenarioError as error:
        return BROKEN.format(name=name, why=refusals.sentence(error.problems[0], plan))
    return ""


def unlike(other: Scenario, plan: Scenario) -> str:
    """Why the months of another plan cannot be compared, and what to do; empty where they can."""
    name, theirs, ours = _quoted(other), _months(other), _months(plan)
    if other.currency != plan.currency:
        return OTHER_CURRENCY.format(name=name, theirs=other.currency, ours=plan.currency)
    if theirs != ours:
        return OTHER_MONTHS.format(name=name, theirs=theirs, ours=ours)
    return ""


def differs(other: Scenario, plan: Scenario) -> str:
    """In what else than its figures a plan that is compared differs; empty where in nothing."""
    said = []
    if other.tax_year != plan.tax_year:
        said.append(OTHER_YEAR.format(theirs=other.tax_year, ours=plan.tax_year))
    theirs, ours = (words.month_name(calendar_of_plan(one), 1) for one in (other, plan))
    if theirs != ours:
        said.append(OTHER_START.format(theirs=theirs, ours=ours))
    return f"{_quoted(other)} {joined(said)}." if said else ""


def _quoted(plan: Scenario) -> str:
    return refusals.quoted(plan.title.strip() or UNNAMED)


def _months(plan: Scenario) -> int:
    return (plan.ahead or Ahead()).months


def draw(plan: Scenario) -> None:
    """Takes a file in; of one that is held, what it is, how it differs, and a way to be rid of it.

    Where it cannot be compared it stays, for the plan that is open may be changed so that it can.
    """
    other = held()
    with frame.not_printed("months beside"):
        if other is None:
            frame.quiet(WHAT)
            if fault := st.session_state.get(FAULT):
                st.error(fault)
            st.file_uploader(
                ASK,
                type="toml",
                key=FILE,
                on_change=intake.first(_take),
                max_upload_size=MEGABYTES,
            )
            return
        if said := unlike(other, plan):
            st.warning(said)
        elif said := differs(other, plan):
            frame.quiet(said)
        st.button(
            f"{TAKE_AWAY}: {escape(name_of(other, plan))}",
            icon=":material/remove:",
            key="months beside out",
            on_click=intake.first(_away),
        )


def _take() -> None:
    """Reads the file that was chosen; one that is refused is told of, and nothing is changed."""
    st.session_state.pop(FAULT, None)
    uploaded = st.session_state.get(FILE)
    if uploaded is None:
        return
    found = read(uploaded.getvalue())
    st.session_state[FAULT if isinstance(found, str) else HELD] = found


def _away() -> None:
    st.session_state.pop(HELD, None)
