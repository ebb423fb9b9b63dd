"""Tables of words: assumptions, sources and costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import compress

from calc import Result
from calc.parameters import Parameter, Rules, state_names
from calc.scenario import (
    Assumption,
    Cost,
    Document,
    Scenario,
)
from calc.year.costs import cost_per_year
from ui.telling import (
    ahead_words,
    loan_rules,
    numbers,
    origins,
    renewal_words,
    value_words,
)
from ui.telling.marks import quiet
from ui.telling.parameter_words import is_loan_rule, parameter_value
from ui.telling.tables import Table
from ui.telling.words import KINDS, escape, says_its_kind

CALLED = dict.fromkeys(("no-show", "no-shows", "noshow"), "missed")  # here, whatever people say
ALSO_WORDS = ("al", "co", "hi", "id", "in", "ma", "me", "oh", "ok", "or", "pa")
OF_PROGRAM = "judgement: how this program splits what was typed as one share"
WEIGHTS = (
    "What the sentences on load are made of: what one more of its unit adds to the log-odds of "
    "exhaustion. Hours below 36, weeks off beyond 5 and supervision beyond 4 hours count half."
)
WHY = "Why:"
SOURCE_KINDS = {
    "law": ("Law", "Set by statute or an agency, for the tax year shown."),
    "survey": ("Surveys", "Measured or reported by somebody, in the year shown."),
    "judgement": (
        "Judgements",
        "Ours, or not read in a source yet; each says why it is as it is. Change them to fit.",
    ),
}


def assumptions_table(result: Result, example: Document | None = None) -> Table:
    """What nobody entered: name, value with its unit, and where it is from.

    First the fields left alone; then those that came with the example that the plan began as.
    """
    rows = [row for _, *row in typical_rows(result, example)]
    told = origins.of_plan(result.scenario, example)
    rows += [[name, said, _of(example)] for name, said in origins.rows_of(told, "example")]
    return Table(("Field", "Value", "From"), rows)


def typical_rows(
    result: Result, example: Document | None = None
) -> list[tuple[str, str, str, str]]:
    """Path, name, value and source of each field left alone, and of what the program split."""
    plan = result.scenario
    rows = [
        (
            found.path,
            escape(f"{_group(found.path, plan)}{_title(found, plan)}"),
            escape(assumption_value(found, plan)),
            _origin(found),
        )
        for found in result.assumptions
    ]
    split = [each for each in origins.of_plan(plan, example) if each.origin == "typical"]
    return rows + [(each.path, escape(each.title), escape(each.said), OF_PROGRAM) for each in split]


def _of(example: Document | None) -> str:
    return f"example: {escape(example.title)}" if example else ""


def _group(path: str, plan: Scenario) -> str:
    """What a field belongs to, where its title alone does not say it."""
    names = path.split(".")
    if names[:2] == ["work", "session_kinds"] and len(names) > 2:
        return f"{plan.work.session_kinds[int(names[2])].name}: "
    if names[0] == "costs" and len(names) > 1:
        return f"{plan.costs[int(names[1])].label}: "
    if names[0] == "ahead":
        return ahead_words.group_of(names)
    if names[0] == "loans" and len(names) > 3:
        return f"{getattr(plan.value_at('.'.join(names[:3])), 'label', 'Change ahead')}: "
    return "Own therapy: " if "own_therapy" in names else ""


def _title(found: Assumption, plan: Scenario) -> str:
    return value_words.title(found.title, assumption_value(found, plan))


def _origin(found: Assumption) -> str:
    if found.source is None:
        return "default"
    title, kind = escape(found.source.source.title), KINDS[found.source.kind].lower()
    origin = title if says_its_kind(found.source) else f"{kind}: {title}"
    return _with_reason(origin, found.source)


def assumption_value(found: Assumption, plan: Scenario) -> str:
    """The value of a field left alone, with its unit."""
    if found.path.startswith("costs.") and found.path.endswith(".amount"):
        row = plan.costs[int(found.path.split(".")[1])]
        return f"{numbers.money(float(found.value), plan.currency)} {origins.per(row)}"
    words = {found.value: found.said} if found.said else None
    return value_words.value(found.path, found.value, found.unit, words, plan.currency)


def costs_table(rows: Sequence[Cost], currency: str) -> Table:
    """Cost rows with what they come to in a year."""
    yearly = [
        (escape(row.label), float(cost_per_year(row.amount, row.payments_per_year))) for row in rows
    ]
    return Table(("Cost", "A year"), yearly, (partial(numbers.money, currency=currency),))


def sources_table(rules: Rules, kind: str, today: date) -> Table:
    """Every parameter of one kind: name, value, where and when it was read, until when it holds."""
    end = date(rules.tax_year, 12, 31)
    rows = [
        (
            escape(found.label),
            escape(parameter_value(found)),
            _with_reason(renewal_words.with_last_day(_where(found), found, end, today), found),
        )
        for found in rules.values()
        if found.kind == kind
    ]
    return Table(("Parameter", "Value", "Source"), rows)


def reason(found: Parameter) -> str:
    """Why a judgement is as it is, or how a projected figure was come by; of no other kind."""
    return (found.method or found.note) if found.kind == "judgement" else ""


def _with_reason(origin: str, found: Parameter) -> str:
    """Where a figure is from; a judgement's reason stands first, for it has no other source."""
    why = reason(found)
    return f"{WHY} {escape(why[0].upper() + why[1:]).rstrip('.')}. {origin}" if why else origin


def spelled(search: str | None) -> str:
    """A search with each state's two letters as its name; small letters only if no word of English.

    >>> spelled("OH tax"), spelled("ny"), spelled("notes in")
    ('Ohio tax', 'New York', 'notes in')
    """
    names = state_names()
    return " ".join(
        word if word in ALSO_WORDS else names.get(word.upper(), word)
        for word in (search or "").split()
    )


def matching(table: Table, search: str | None) -> Table:
    """The rows in which every word of the search stands, or what it is called here."""
    wanted = [(word, CALLED.get(word, word)) for word in (search or "").lower().split()]
    said = [" ".join(row).lower() for row in table.rows]
    found = [all(any(each in words for each in pair) for pair in wanted) for words in said]
    return replace(table, rows=list(compress(table.rows, found)))


def in_two(table: Table) -> Table:
    """Two columns, which fit a phone: the first, and the second with the others below in grey."""
    rows = [
        (first, f"{second}  \n{quiet(' · '.join(others))}") for first, second, *others in table.rows
    ]
    return Table((table.heads[0], "Value and source"), rows)


def nothing_matches(search: str | None) -> str:
    """Said instead of an empty table."""
    return f":gray[Nothing here matches “{escape(search or '')}”.]"


def source_line(parameter: Parameter) -> str:
    """Kind, year and source of a parameter."""
    if is_loan_rule(parameter):
        return loan_rules.origin(parameter)
    year = f" · {parameter.year}" if parameter.year else ""
    unread = "" if parameter.confirmed else " · assumption, not read in a source"
    if parameter.projected:
        return f"{KINDS[parameter.kind]}{year} · projected: {escape(parameter.method)}"
    sure = f" · {loan_rules.certainty(parameter)}" if parameter.certainty else ""
    if says_its_kind(parameter):
        return f"{loan_rules.where(parameter)}{year}{sure}"
    return f"{KINDS[parameter.kind]}{year} · {loan_rules.where(parameter)}{sure}{unread}"


def _where(found: Parameter) -> str:
    where = loan_rules.where(found)
    return f"{where}, {found.year}" if found.year else where
