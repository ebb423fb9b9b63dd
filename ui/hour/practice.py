"""The inputs of a practice: seven basic figures, and folded groups that describe themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from calc import Result, load_rules
from calc.errors import Problem
from calc.number import MONTHS_PER_YEAR
from calc.parameters import state_names
from calc.scenario import Cost, OwnPractice, Scenario, UsTax
from calc.scenario.fields import MOST_MONEY, words_of
from calc.year.costs import costs_per_month, scaled_amounts
from ui.hour import sections
from ui.shell import (
    asking,
    examples,
    fields,
    frame,
    grids,
    person_groups,
    practice_groups,
    state,
    streamlit_ways,
    summaries,
)
from ui.telling import hour_words, listings, origins, words

WIDE = 4  # fields side by side in a group, which is as wide as the page


def basics() -> None:
    """Ten figures are enough: each is shown beside its typical value."""
    plan = state.plan()
    with fields.place("basics"):
        _basic_fields(plan)
    st.markdown(hour_words.typical_line(plan))
    if charged := hour_words.charged_line(plan):
        frame.quiet(charged)
    if not isinstance(plan.work, OwnPractice):
        frame.quiet(words.NO_SCREEN_YET)
    if len(plan.work.session_kinds) > 1:
        label = words.escape(plan.work.session_kinds[0].name)
        frame.quiet(
            f"Fee, sessions, losses and notes are those of “{label}”; "
            "the other kinds are under Clients."
        )


def _basic_fields(plan: Scenario) -> None:
    kind = "work.session_kinds.0" if plan.work.session_kinds else ""
    fields.rows(
        f"{kind}.fee_per_session" if kind else None,
        f"{kind}.booked_per_week" if kind else None,
        partial(_missed_or_late, plan) if kind else None,
        partial(practice_groups.weeks_off, "work", plan.work, "Time"),
        f"{kind}.notes_minutes_per_session" if kind else None,
        partial(_costs_a_month, plan),
        "work.health_premium_per_month",
        "household.needs_per_month",
        partial(fields.choice, "household.state", state_names(), changes=person_groups.moved),
        partial(fields.choice, "household.filing_status", _statuses(plan)),
    )
    if _asks_for_state_rate(plan):
        fields.number("household.tax.state_rate")
    person_groups.local_hint(plan.household)
    if alone := words.spouse_hint(plan.household):
        frame.quiet(alone)


def _statuses(plan: Scenario) -> Mapping[str, str]:
    """The ways of filing, short enough for half a column."""
    names = words_of(type(plan.household).model_fields["filing_status"])
    return {status: name.replace("filing jointly", "jointly") for status, name in names.items()}


def groups(result: Result) -> None:
    """Eight folded groups; each says what it holds, and draws its fields only when open."""
    plan = state.plan()
    beside = partial(sections.remarks_beside, result)
    if not _group("clients", summaries.clients(plan), practice_groups.clients, after=beside):
        beside()
    _group("time", summaries.time(result), practice_groups.time)
    _group("money", summaries.money(plan), practice_groups.money)
    _group("saving", summaries.saving(result), practice_groups.saving)
    _group("costs", summaries.costs(result), practice_groups.costs)
    _group("household", summaries.household(plan), person_groups.household)
    _group("loans", summaries.loans(result), person_groups.loans)
    _group("support", summaries.support(plan), person_groups.support)
    _assumptions(result)


def _assumptions(result: Result) -> None:
    """What nobody entered: typical values, and what came with the example and is as it was."""
    example = examples.began(result.scenario)
    table = listings.assumptions_table(result, example)
    theirs = len(table.rows) - len(listings.typical_rows(result, example))
    said = f"{len(table.rows) - theirs} typical values"
    said += f", {theirs} of the example" if theirs else ""
    with fields.folded("assumptions", f"**Assumptions used** · {said}") as group:
        if group.open:
            if theirs:
                frame.quiet(origins.RULE)
            streamlit_ways.table(listings.in_two(table), "What nobody entered, with its source")


def _group(
    name: str,
    summary: str,
    draw: Callable[[Scenario], None],
    title: str = "",
    after: Callable[[], None] = lambda: None,
) -> bool:
    """A folded group, with what is told at its end; whether it is open."""
    with fields.folded(name, f"**{title or name.capitalize()}** · {summary}") as group:
        if group.open:
            with fields.place(name), grids.across(WIDE):
                draw(state.plan())
            after()
    return bool(group.open)


def _asks_for_state_rate(plan: Scenario) -> bool:
    tax = plan.household.tax
    if not isinstance(tax, UsTax):
        return False
    recorded = load_rules(plan.tax_year).state(plan.household.state) is not None
    by_law = recorded or not words.state_is_taxed(plan.household.state)
    return not by_law or tax.state_rate is not None


def _missed_or_late(plan: Scenario) -> None:
    """One share for both ways of losing a session, split as it was."""
    kind = plan.work.session_kinds[0]
    lost = float(kind.late_cancelled_share + kind.missed_share)
    late_part = float(kind.late_cancelled_share) / lost if lost else 0.5

    def write(share: float) -> Mapping[str, Any] | Problem:
        if not 0.0 <= share <= 1.0:
            return _beyond("virtual.missed", share, 1.0)
        late = round(share * late_part, 8)
        stem = "work.session_kinds.0"
        return {
            f"{stem}.late_cancelled_share": late,
            f"{stem}.missed_share": round(share - late, 8),
        }

    fields.free_number(
        "virtual.missed",
        "No-shows and late cancellations (%)",
        "Share of booked sessions that are cancelled too late to fill, or missed. "
        "The two are told apart under Clients.",
        lost,
        "share",
        1.0,
        write,
    )


def _costs_a_month(plan: Scenario) -> None:
    """All cost rows a month; a change scales every row alike."""
    monthly = float(costs_per_month(plan.costs))

    def write(typed: float) -> Mapping[str, Any] | Problem:
        if not 0.0 <= typed <= MOST_MONEY:
            return _beyond("virtual.costs", typed, MOST_MONEY)
        if not monthly:
            row = {"kind": "other", "amount": typed, "per": "month"}
            return {"costs": (*plan.costs, row)}
        return {
            f"costs.{index}.amount": amount
            for index, amount in enumerate(_to_the_cent(plan.costs, typed))
        }

    fields.free_number(
        "virtual.costs",
        words.label("Costs a month", "money_per_month", plan.currency),
        "The rows under Costs, a month; card fees, billing and bought consultation apart. "
        "A change here scales every row alike.",
        round(monthly, 2),
        "money_per_month",
        50.0,
        write,
        unasked=asking.money_limit(),
    )


def _to_the_cent(costs: Sequence[Cost], per_month: float) -> list[float]:
    """The rows scaled to so much a month, in whole cents; the largest takes the rest."""
    amounts = [round(float(amount), 2) for amount in scaled_amounts(costs, per_month)]
    yearly = [
        float(row.payments_per_year) * amount for row, amount in zip(costs, amounts, strict=True)
    ]
    largest = yearly.index(max(yearly))
    rest = per_month * MONTHS_PER_YEAR - sum(yearly)
    amounts[largest] = round(amounts[largest] + rest / float(costs[largest].payments_per_year), 2)
    return amounts


def _beyond(path: str, typed: float, most: float) -> Problem:
    """A total that is below nothing or above the most."""
    if typed < 0.0:
        return Problem(path, "too_small", typed, 0.0)
    return Problem(path, "too_large", typed, most)
