"""What the offers share: the goal, the person, loans, own therapy, and what the board asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args

import streamlit as st

from calc.offers import Comparison
from calc.offers.licensure import Asked, requirement_for
from calc.parameters import state_names
from calc.scenario import HORIZONS, FigureName, KnownPayment, LoansByPlan, Offers, Requirement
from calc.scenario.fields import chosen
from ui.offers import licence_words, rules
from ui.shell import days, fields, frame, intake, loan_fields, person_groups, state, streamlit_ways
from ui.telling import loan_words, numbers, refusals, words
from ui.telling.tables import Table

HEAD = "The same for every offer."
ORIGIN = {"typed": "typed by you", "data": "read", "unknown": "not known"}


def groups(comparison: Comparison) -> None:
    """Folded groups that say what they hold, and draw their fields only when open."""
    offers = comparison.offers
    frame.heading("You", HEAD)
    alone = words.spouse_hint(offers.household)
    for hint in (*words.local_hints_of_letters(offers), *([alone] if alone else [])):
        frame.quiet(hint)
    _group("goal", "Goal", _goal_summary(offers), _goal)
    _group("person", "Household", _household_summary(offers), _household)
    _group("loans", "Loans", _loans_summary(offers), _loans)
    _group("licence", "Licence", _licence_summary(offers), _licence)
    _group("therapy", "Support", _support_summary(offers), _support)


def _group(name: str, title: str, summary: str, draw: Callable[[Offers], None]) -> None:
    with fields.folded(f"offers {name}", f"**{title}** · {summary}") as group:
        if group.open:
            with fields.place(f"offers {name}"):
                draw(state.offers())


def _goal_summary(offers: Offers) -> str:
    return f"{chosen(offers, 'goal').lower()}, from {_day(offers)}"


def _day(offers: Offers) -> str:
    return words.written_date(offers.starts_on.isoformat())


def _goal(_: Offers) -> None:
    fields.choice("goal")
    days.ask("starts_on")
    fields.rows(partial(fields.choice, "horizon_years", HORIZONS), "discount_rate_per_year")


def _household_summary(offers: Offers) -> str:
    home = state_names()[offers.household.state]
    needs = float(offers.household.needs_per_month)
    said = f", needs {words.escape(numbers.money(needs, offers.currency))} a month" if needs else ""
    return f"{chosen(offers.household, 'filing_status').lower()}, {home}{said}"


def _household(offers: Offers) -> None:
    st.button(
        "Use my household and loans",
        icon=":material/content_copy:",
        help="Copies household, loans and support from the plan you entered under Your hour.",
        on_click=intake.first(use_my_plan),
    )
    fields.choice("household.state", state_names(), changes=person_groups.moved)
    person_groups.household(offers)


def use_my_plan() -> None:
    """The household, loans, consultation and own therapy of the plan, for these offers too."""
    plan = state.plan()
    with state.working_on("offers"):
        changes = {"household": plan.household, "loans": plan.loans, "support": plan.support}
        for path in [path for path in state.refused() if path.startswith(tuple(changes))]:
            del state.refused()[path]
        state.change("household", None, changes)


def _loans_summary(offers: Offers) -> str:
    loans = offers.loans
    money = words.escape(numbers.money(_monthly_or_owed(offers), offers.currency))
    if isinstance(loans, KnownPayment):
        return f"{money} a month" if float(loans.payment_per_month) else "none"
    count = len(loans.federal) + len(loans.private)
    said = f"{count} loan{'' if count == 1 else 's'}, {money}"
    return f"{said}, {loan_words.full_plan_name(loans.plan)}" if count else "none yet"


def _monthly_or_owed(offers: Offers) -> float:
    loans = offers.loans
    if isinstance(loans, KnownPayment):
        return float(loans.payment_per_month)
    owed = [float(loan.balance) for loan in loans.federal]
    return sum([*owed, *(float(loan.balance) for loan in loans.private)])


def _loans(offers: Offers) -> None:
    loan_fields.kind_of_loans()
    if not isinstance(offers.loans, LoansByPlan):
        loan_fields.known_payment()
        return
    part = st.selectbox("Part of the loans", list(loan_fields.PARTS), key="part of offers loans")
    if part == "Plan and day":
        loan_fields.repayment_plan(offers.loans)
    loan_fields.PARTS[part](offers)


def _support_summary(offers: Offers) -> str:
    therapy = offers.support.own_therapy
    said = []
    if float(offers.support.consultation_hours_per_week):
        said.append(f"consultation {float(offers.support.consultation_hours_per_week):g} h a week")
    if float(therapy.sessions_per_year):
        said.append(f"own therapy {float(therapy.sessions_per_year):g} a year")
    return ", ".join(said) or "none"


def _support(_: Offers) -> None:
    frame.quiet("Supervision belongs to each offer. This is what you choose.")
    fields.rows("consultation_hours_per_week", "consultation_price_per_hour", under="support")
    person_groups.own_therapy()


def _licence_summary(offers: Offers) -> str:
    licence = offers.licence
    name = chosen(licence, "family")
    if licence.family == "none" and not licence.licensed:
        return name.lower()
    if licence.licensed:
        return f"{name}, licensed"
    done = float(licence.done_total_hours)
    return f"{name}, {numbers.number(done) if done else 'no'} hours collected"


def _licence(offers: Offers) -> None:
    """Where the person stands; then what the board of each state asks."""
    fields.choice("licence.family")
    fields.switch("licence.licensed")
    if offers.licence.licensed or offers.licence.family == "none":
        return
    names = ["done_total_hours", "done_direct_hours", "done_supervision_hours", "done_months"]
    if offers.licence.family == "mft":
        names.insert(2, "done_relational_hours")
    fields.rows(*names, under="licence")
    fields.switch("licence.session_counts_as_hour")
    states = list(dict.fromkeys(offers.state_of(offer) for offer in offers.offers))
    code = offers.household.state
    if len(states) > 1:
        code = st.selectbox(
            "Board of", states, format_func=state_names().__getitem__, key="board of"
        )
    elif states:
        code = states[0]
    _board(offers, requirement_for(code, offers.licence))


def _board(offers: Offers, asked: Asked) -> None:
    """What a board asks, figure by figure, with where it comes from; all can be typed."""
    st.markdown(f"**What {state_names().get(asked.state, asked.state)} asks** {asked.credential}")
    known = [figure for figure in asked.figures.values() if figure.value is not None]
    if known:
        rows = [
            (
                licence_words.FIGURES[figure.name].capitalize(),
                numbers.number(float(figure.value or 0.0)),
                ORIGIN[figure.origin],
            )
            for figure in known
        ]
        table = Table(("Figure", "Asked", "From"), rows)
        streamlit_ways.table(table, "What the board asks")
    if asked.row is not None and (asked.row.confirmed or asked.row.certainty):
        frame.quiet(f"{rules.origin(asked.row)}. {_note(asked)}")
    if asked.unconfirmed:
        ours = ", ".join(
            f"{numbers.number(value)} {licence_words.FIGURES[name]}"
            for name, value in asked.unconfirmed.items()
        )
        frame.quiet(
            f"Ours, unconfirmed and never used: {ours}. Ask the board, and type what it says."
        )
    frame.quiet("Type what you read at your board: it counts before ours.")
    fields.rows(
        *(
            partial(_typed, offers, asked, name)
            for name in get_args(FigureName)
            if name != "relational_hours" or asked.family == "mft"
        )
    )


def _note(asked: Asked) -> str:
    return words.escape(asked.row.note) if asked.row else ""


def _typed(offers: Offers, asked: Asked, name: FigureName) -> None:
    """One figure of a board, as the person read it; empty for ours."""
    info = Requirement.model_fields[name]
    mine = _row(offers, asked)
    value = getattr(offers.licence.typed[mine], name) if mine is not None else None

    def write(typed: float | None) -> Mapping[str, Any]:
        now = state.offers()
        place = _row(now, asked)
        if place is not None:
            return {f"licence.typed.{place}.{name}": typed}
        row = {"state": asked.state, "family": asked.family, name: typed}
        return {"licence.typed": (*now.licence.typed, row)}

    fields.number_of(
        info,
        f"{refusals.BOARD}{asked.state}.{asked.family}.{name}",
        value,
        write,
        label=info.title,
        may_be_empty=True,
    )


def _row(offers: Offers, asked: Asked) -> int | None:
    """Where the figures typed for a board stand; the last counts."""
    rows = list(enumerate(offers.licence.typed))
    for place, row in reversed(rows):
        if (row.state, row.family) == (asked.state, asked.family):
            return place
    return None
