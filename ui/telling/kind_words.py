"""Words and tables of what each kind of session pays, and of what would replace it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from calc import Result, Scenario
from calc.questions.kinds import KindPays, Replaced
from calc.scenario import Hourly, Salary
from ui.telling import numbers
from ui.telling.tables import Cell, Table
from ui.telling.words import escape, joined

TITLE = "What an hour of each kind of session pays"
ONE_KIND = (
    "Only one kind has sessions so far. Once another has, what an hour of each pays stands here."
)
NO_KIND = "No session is held, so there is no kind to tell apart."
NOTE = (
    "A row is what your year would lose without that whole kind, over the hours that would go with "
    "it: sessions, notes, billing and waiting. What stays without it, such as rent and "
    "administration, is in no row, and each kind is taxed as the last to come: the rows do not add "
    "up to your take-home."
)
DROP_TITLE = "If you dropped one kind of session"
DROP_NOTE = (
    "What replaces it are more sessions of the first private kind at its full fee, for the same "
    "take-home. Whether such clients can be found is not in these figures."
)


def pays_line(result: Result, rows: Sequence[KindPays]) -> str:
    """The hours of the kinds that pay most and least."""
    if len(rows) < 2:
        return ONE_KIND if rows else NO_KIND
    if all(row.brings_nothing for row in rows):
        return f"Without any one of them your pay is {_same(result)}; only its hours would go."
    paid = [row for row in by_pay(rows) if row.per_hour is not None]
    said = [f"{_wage(result, row)} with {name(result.scenario, row.place)}" for row in paid]
    if not said:
        return "No hour goes with any of them, so none has a pay for an hour."
    if len(said) == 1:
        return f"An hour brings {said[0]}."
    return (
        f"An hour brings {said[0]} and {said[-1]}."
        if len(said) == 2
        else (f"An hour brings from {said[0]} down to {said[-1]}.")
    )


def by_pay(rows: Sequence[KindPays]) -> list[KindPays]:
    """That which pays most for an hour first, those without an hour last."""
    return sorted(rows, key=lambda row: -(-math.inf if row.per_hour is None else row.per_hour))


def name(plan: Scenario, place: int) -> str:
    """What the person calls a kind; without a name, who pays and that it has none yet."""
    return escape(plan.work.session_kinds[place].name)


def pays_table(result: Result, rows: Sequence[KindPays]) -> Table:
    """Each kind with its sessions, the hours that go with it and what it brings."""
    currency = result.scenario.currency
    shown = by_pay(rows)
    same = _same(result)
    money = partial(numbers.money, currency=currency, cents=False)
    brings: list[Cell] = [(lambda _: same) if _is_same(result, row) else money for row in shown]
    hour: list[Cell] = [_hour_way(result, row) for row in shown]
    return Table(
        ("Kind", "Held a week", "Hours a year", "Take-home a year", "For each hour"),
        [
            (
                name(result.scenario, row.place),
                round(row.held_per_week, 1),
                round(row.hours_per_year),
                round(row.take_home_per_year),
                round(row.per_hour or 0.0, 2),
            )
            for row in shown
        ],
        (partial(numbers.number, decimals=1), numbers.number, brings, hour),
    )


def no_hour(result: Result, rows: Sequence[KindPays]) -> str:
    """Which kinds have no hour of their own; empty where all have."""
    names = [name(result.scenario, row.place) for row in rows if row.per_hour is None]
    if not names:
        return ""
    return f"No hour goes with {joined(names)}, so there is no pay for an hour of it."


def _same(result: Result) -> str:
    return "the same salary" if isinstance(result.scenario.work.pay, Salary) else "the same"


def _is_same(result: Result, row: KindPays) -> bool:
    return row.brings_nothing and isinstance(result.scenario.work.pay, Salary | Hourly)


def _hour_way(result: Result, row: KindPays) -> Cell:
    if row.per_hour is None or _is_same(result, row):
        return lambda _: "–"
    return partial(numbers.wage, currency=result.scenario.currency)


def _wage(result: Result, row: KindPays) -> str:
    return escape(numbers.wage(row.per_hour or 0.0, result.scenario.currency))


def drop_line(result: Result, rows: Sequence[KindPays], swaps: Sequence[Replaced | None]) -> str:
    """What dropping the kind that pays least for an hour means, and what makes up for it."""
    order = {row.place: swap for row, swap in zip(rows, swaps, strict=True)}
    for row in reversed(by_pay(rows)):
        swap = order[row.place]
        if row.per_hour is None or swap is None or not swap.whole:
            continue
        more = f"{swap.whole} more {name(result.scenario, swap.by)}"
        brings = "session a week brings" if swap.whole == 1 else "sessions a week bring"
        return (
            f"Without {name(result.scenario, row.place)} a worked week has "
            f"{numbers.hours(row.hours_per_week)} hours less, each of which brings "
            f"{_wage(result, row)}. {more} {brings} at least as much in "
            f"{numbers.hours(swap.hours_per_week)} hours."
        )
    return "The hours that would go, and what each of them brings now."


def drop_table(result: Result, rows: Sequence[KindPays], swaps: Sequence[Replaced | None]) -> Table:
    """Each kind with the hours that go, what each brings, and the sessions that replace it."""
    order = {row.place: swap for row, swap in zip(rows, swaps, strict=True)}
    shown = by_pay(rows)
    return Table(
        ("Without", "Hours a week", "Each brings", "Replaced by", "In hours"),
        [
            (
                name(result.scenario, row.place),
                round(row.hours_per_week, 1),
                round(row.per_hour or 0.0, 2),
                _replaced_by(result, row, order[row.place]),
                _in_hours(order[row.place]),
            )
            for row in shown
        ],
        (numbers.hours, [_hour_way(result, row) for row in shown]),
    )


def _replaced_by(result: Result, row: KindPays, swap: Replaced | None) -> str:
    if _is_same(result, row):
        return _same(result)
    if swap is None:
        return "–"
    if swap.whole is None:
        return "not reachable"
    if not swap.whole:
        return "nothing to replace"
    label = name(result.scenario, swap.by)
    if numbers.same(float(swap.whole), swap.sessions):
        return f"{swap.whole} {label}"
    return f"{swap.whole} {label} ({numbers.number(swap.sessions, 2)} exactly)"


def _in_hours(swap: Replaced | None) -> str:
    if swap is None or not swap.whole:
        return "–"
    return numbers.hours(swap.hours_per_week)
