"""Months ahead: when the practice is full, what has to be in the bank, how often it runs out."""

import streamlit as st

from calc.errors import ScenarioError
from calc.months.ahead import MonthsAhead
from calc.scenario import Employee
from ui.months import (
    answers,
    compared,
    drawn,
    fields,
    groups,
    remark_words,
    sections,
    view,
    ways,
    words,
)
from ui.shell import examples, frame, state
from ui.shell import fields as shell_fields
from ui.telling import origins

plan = state.plan()
NEXT = ["Your hour", "Set a rate", "Load"]


def months() -> None:
    """The page of a plan that has a practice and sessions."""
    try:
        found = view.found(plan)
    except ScenarioError as error:
        nearest = view.nearest(plan, error)
        if nearest is not None:
            drawn_of(view.found(nearest), error)
            return
        with frame.page("Months ahead", words.NOT_TAKEN, "", state.evaluated(), NEXT):
            sections.refused(error, plan)
            inputs()
            more(None)
        return
    drawn_of(found)


def drawn_of(found: MonthsAhead, wrong: ScenarioError | None = None) -> None:
    """The page of months that were worked out; `wrong` says why they are not those of the plan."""
    result = found.setting.steady
    shown = frame.shown_of(words.bar(found), result.rules.tax_year, (plan,), (result,))
    with frame.page("Months ahead", words.headline(found), words.premise(found), shown, NEXT):
        if wrong is not None:
            sections.refused(wrong, plan)
            st.markdown(words.nearest(found))
        left, right = st.columns([4, 8.4], gap="medium")
        with right:
            sections.cells(found)
            answers.year(found)
        with left:
            inputs()
            if said := remark_words.empties(plan, found):
                frame.quiet(said)
            frame.quiet(words.NOT_KNOWN)
        with right:
            drawn.bank(found)
            drawn.clients(found)
        ways.side_by_side(found)
        if compared.has_job(plan):
            ways.when_to_leave(found)
        sections.month_by_month(found)
        answers.answers(found)
        more(found)


def inputs() -> None:
    """What decides it."""
    with frame.not_printed("months"):
        frame.heading("What decides it", words.DECIDES)
        with shell_fields.place("months"):
            fields.six(plan)
        for said in origins.in_short(plan, examples.began(plan)):
            if not examples.is_one(plan):
                frame.quiet(said)


def more(found: MonthsAhead | None) -> None:
    """What else decides it, folded."""
    with frame.not_printed("months groups"):
        frame.heading("More about it", words.MORE)
        groups.groups(found)


if isinstance(plan.work, Employee):
    with frame.page(
        "Months ahead", words.NOT_FOR_EMPLOYEES, words.EMPLOYEE_LINE, state.evaluated(), NEXT
    ):
        pass
elif not any(float(kind.booked_per_week) for kind in plan.work.session_kinds):
    with frame.page(
        "Months ahead", words.NO_SESSION, words.NO_SESSION_LINE, state.evaluated(), NEXT
    ):
        pass
else:
    months()
