"""What a report says of whose its figures are: entered, of the example it began as, or typical."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from calc import Result
from calc.ledger import Line
from calc.number import added
from calc.scenario import Document, HouseholdInputs, Scenario
from calc.scenario.fields import words_of
from ui.telling import listings, origins, shared_out
from ui.telling.tables import Table
from ui.telling.words import escape, joined, spouse_hint

Told: TypeAlias = tuple[str, Table | None, tuple[str, ...]]  # title, table and sentences
HEADS = ("Field", "Value")
TYPICAL = "Typical figures that stand in"
ENTERED, OF_EXAMPLE = "What was entered", "What came with the example"
NOTHING_ENTERED = "Nothing was entered yet: every figure here {whose}."
SHARED_OUT = (
    "Costs were typed as one sum. The rows it is shared out over are the example's: {rows}."
)
START = "where this program starts"
WHO = {"filing_status": "the filing status", "age": "the age", "state": "the state"}
# What only the person knows is nobody else's. The months ahead hold what is in the bank and whether
# a job is to be left, which no employer is to read here; and no figure of the report is of them.
NOT_FOR_OTHERS = ("work.conditions.", "work.time.after_hours", "household.needs", "ahead.")
MONTHS_LEFT_OUT = (
    "Months ahead are planned and left out here, with what is in the bank and what becomes of a "
    "job: these figures are of a steady year. Who is to see them gets that page printed."
)
# Fields that have no typical value and start at something: it is told where nobody entered it.
STARTS = (
    "age",
    "card_paid_share",
    "clients_per_session",
    "filing_status",
    "premium_before_tax",
    "state",
)


def called(plan: Scenario, example: Document | None) -> str:
    """The plan's title; one that still is the example's is told as that."""
    theirs = example is not None and plan.title == example.title
    return f"Began as the example “{escape(plan.title)}”" if theirs else escape(plan.title)


def who(plan: Scenario, result: Result, example: Document | None) -> str:
    """Whose tax it is, and what of that nobody entered."""
    home, known = plan.household, origins.of_example(example)
    filing = words_of(HouseholdInputs.model_fields["filing_status"])[home.filing_status]
    state = result.rules["states.name"].text(home.state)
    left, theirs = [], []
    for name, words in WHO.items():
        if name not in home.model_fields_set:
            left.append(words)
        elif origins.origin(f"household.{name}", getattr(home, name), known) == "example":
            theirs.append(words)
    said = [f"{filing}, age {home.age}, {escape(state)}."]
    said += [_sentence(joined(theirs), "came with the example")] if theirs else []
    said += (
        [_sentence(joined(left), f"{'were' if left[1:] else 'was'} not entered")] if left else []
    )
    return " ".join(filter(None, (*said, spouse_hint(home))))


def _sentence(who: str, what: str) -> str:
    return f"{who[:1].upper()}{who[1:]} {what}."


def stated(result: Result, example: Document | None) -> tuple[Told, ...]:
    """What was entered, and what came with the example that the plan began as.

    What only the person knows is left out.
    """
    found = [
        each
        for each in origins.of_plan(result.scenario, example)
        if not each.path.startswith(NOT_FOR_OTHERS)
    ]
    entered = origins.rows_of(found, "entered")
    none = NOTHING_ENTERED.format(
        whose="is typical" if example is None else "is the example's or typical"
    )
    sections: list[Told] = [
        (ENTERED, Table(HEADS, entered) if entered else None, () if entered else (none,))
    ]
    if example is not None and (theirs := origins.rows_of(found, "example")):
        sections.append((OF_EXAMPLE, Table(HEADS, theirs), (_whose(result.scenario, example),)))
    return tuple(sections)


def _whose(plan: Scenario, example: Document) -> str:
    """Which example, the rule by which a figure is its, and what of totals is its too."""
    costs = shared_out.costs(plan, example)
    rows = joined([escape(plan.costs[at].label) for at in costs.places]) if costs else ""
    shared = SHARED_OUT.format(rows=rows) if costs else ""
    return f"The example is “{escape(example.title)}”. {origins.RULE} {shared}".strip()


def typical(result: Result, example: Document | None) -> Table:
    """Fields left alone at a typical value, or where the program starts, unless that is nothing.

    What only the person knows is in no figure of the report.
    """
    therapy = bool(result.scenario.support.own_therapy.sessions_per_year)
    rows = [
        (name, said, START if whose == "default" else whose)
        for path, name, said, whose in listings.typical_rows(result, example)
        if not path.startswith(NOT_FOR_OTHERS)
        and (therapy or "own_therapy" not in path)
        and (whose != "default" or path.rpartition(".")[2] in STARTS)
    ]
    return Table((*HEADS, "From"), rows)


def earned(profit: Line, plan: Scenario, example: Document | None) -> Line:
    """Profit from what comes in and the costs; costs that were typed as one sum are one row."""
    typed = shared_out.costs(plan, example)
    if typed is None:
        return profit
    keys = {f"costs.{place}" for place in typed.places}
    return replace(profit, parts=tuple(_as_one(part, keys, typed.name) for part in profit.parts))


def _as_one(line: Line, keys: set[str], name: str) -> Line:
    """The same sum with these rows of it as one, in the place of the first."""
    rows = [part for part in line.parts if part.key in keys]
    if not rows:
        return line
    one = replace(rows[0], label=name, amount=added(part.amount for part in rows), parts=())
    kept = [one if part is rows[0] else part for part in line.parts]
    return replace(line, parts=tuple(part for part in kept if part is one or part.key not in keys))
