"""Tables of words: assumptions, sources and costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import compress
from typing import Any

from calc import Result
from calc.parameters import Parameter, Rules, state_names
from calc.scenario import (
    Assumption,
    Cost,
    Document,
    HealthSavings,
    HouseholdInputs,
    Scenario,
)
from calc.scenario.fields import words_of
from calc.taxes import practice
from calc.taxes.states.lines import BASES
from calc.year.costs import cost_per_year
from ui.telling import (
    employer_words,
    load_listings,
    loan_rules,
    numbers,
    origins,
    renewal_words,
    value_words,
)
from ui.telling.marks import quiet
from ui.telling.tables import Table
from ui.telling.words import KINDS, amount, escape, written_date

CHILDREN = ("no child", "one child", "two", "three or more")
MOST_ENTRIES = 9
# Steps that start below this are of children, or of multiples of an income.
LEAST_INCOME = 100
# What stands for a limit that a programme does not have.
NO_LIMIT = 1e12
NOUNS = ("hours", "minutes", "months", "sessions", "weeks")
CALLED = dict.fromkeys(("no-show", "no-shows", "noshow"), "missed")  # here, whatever people say
ALSO_WORDS = ("al", "co", "hi", "id", "in", "ma", "me", "oh", "ok", "or", "pa")
# The heads of tables of law: choices of a plan of ours, and keys of their own.
FROM_PAY = {"premium": "Premium", "hsa": "HSA", "deferral": "401(k)"}
HEADS = {
    **words_of(HouseholdInputs.model_fields["filing_status"]),
    **words_of(HealthSavings.model_fields["cover"]),
    "from_age": "from age",
    "dates": "on",
}
OF_A_STAGE = {
    "booked_per_week": "sessions booked a week",
    "supervision_hours_per_week": "hours of supervision a week",
    "consultation_hours_per_week": "hours of consultation a week",
    "own_therapy_sessions_per_year": "sessions of own therapy a year",
}
OF_PROGRAM = "judgement: how this program splits what was typed as one share"
WEIGHTS = (
    "What the sentences on load are made of: what one more of its unit adds to the log-odds of "
    "exhaustion. Hours below 36, weeks off beyond 5 and supervision beyond 4 hours count half."
)
SOURCE_KINDS = {
    "law": ("Law", "Set by statute or an agency, for the tax year shown."),
    "survey": ("Surveys", "Measured or reported by somebody, in the year shown."),
    "judgement": ("Judgements", "Ours, or not read in a source yet. Change them to fit."),
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
    if names[0] == "loans" and len(names) > 3:
        return f"{getattr(plan.value_at('.'.join(names[:3])), 'label', 'Change ahead')}: "
    return "Own therapy: " if "own_therapy" in names else ""


def _title(found: Assumption, plan: Scenario) -> str:
    return value_words.title(found.title, assumption_value(found, plan))


def _origin(found: Assumption) -> str:
    if found.source is None:
        return "default"
    return f"{KINDS[found.source.kind].lower()}: {escape(found.source.source.title)}"


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
            renewal_words.with_last_day(_where(found), found, end, today),
        )
        for found in rules.values()
        if found.kind == kind
    ]
    return Table(("Parameter", "Value", "Source"), rows)


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
    if _is_loan_rule(parameter):
        return loan_rules.origin(parameter)
    year = f" · {parameter.year}" if parameter.year else ""
    unread = "" if parameter.confirmed else " · assumption, not read in a source"
    if parameter.projected:
        return f"{KINDS[parameter.kind]}{year} · projected: {escape(parameter.method)}"
    sure = f" · {loan_rules.certainty(parameter)}" if parameter.certainty else ""
    return f"{KINDS[parameter.kind]}{year} · {loan_rules.where(parameter)}{sure}{unread}"


def _is_loan_rule(found: Parameter) -> bool:
    """Rules of student loans hold from a day on, and say how they were read."""
    return found.key.startswith("student_loans.")


def _where(found: Parameter) -> str:
    where = loan_rules.where(found)
    return f"{where}, {found.year}" if found.year else where


def parameter_value(found: Parameter) -> str:
    """A sourced value in words: a number, or the entries of a table."""
    if _is_loan_rule(found):
        return loan_rules.rule_value(found)
    value = found.value
    if isinstance(value, float):
        noun, _, period = found.unit.partition("_per_")
        said = found.percent if found.unit == "share" else amount(value, found.unit, "USD")
        if noun in NOUNS:
            said += f" {noun.removesuffix('s') if value == 1.0 else noun}"
        return f"{said} {'an' if period == 'hour' else 'a'} {period}" if period else said
    if not isinstance(value, Mapping):
        base = found.key.endswith(".starting_base")
        return BASES[str(value)] if base else str(value)
    if "place" in value:
        return practice.in_words(found).capitalize()
    if "rates" in value:
        return "; ".join(
            f"{HEADS.get(status, status)}: {_steps(found.row('rates'), found.row(status))}"
            for status in value
            if status != "rates"
        )
    if "by_children" in value:
        shares = found.unit == "share"
        written = (
            f"{each * 100:.4g}\u00a0%" if shares else amount(each, found.unit, "USD")
            for each in found.row("by_children")
        )
        return "; ".join(map(" ".join, zip(CHILDREN, written, strict=True)))
    if found.key.startswith("burnout."):
        return load_listings.of_factor(found) if "log_odds" in value else _of_load(value)
    if found.key.startswith("stages."):
        return "; ".join(f"{_plain(entry)} {OF_A_STAGE[name]}" for name, entry in value.items())
    return _table(found, value)


def _table(found: Parameter, value: Mapping[str, Any]) -> str:
    """The entries of a table by name; how many there are, where they are too many to list."""
    if "observed" in value:
        return load_listings.seen(found)
    if "above" in value:
        return _state_steps(value, found.unit)
    if "wage_base" in value:
        return employer_words.leave_in_words(found) if "shares" in value else _programme(found)
    if "deferral" in value:
        return ", ".join(f"{name} {value[key]}" for key, name in FROM_PAY.items())
    if len(value) > MOST_ENTRIES:
        return f"{len(value)} entries"
    of_state = found.unit == "share" and found.key.startswith("states.")
    by_rate = "rate" if of_state or found.unit == "share_by_state" else ""
    return "; ".join(
        f"{HEADS.get(name, name)} {_state_steps(entry, found.unit)}"
        if isinstance(entry, Mapping)
        else f"{HEADS.get(name, name)} {_entry(by_rate or name, entry)}"
        for name, entry in value.items()
    )


def _of_load(value: Mapping[str, Any]) -> str:
    """A table of the load's that is no factor: plain figures."""
    return "; ".join(f"{HEADS.get(name, name)} {_plain(entry)}" for name, entry in value.items())


def _plain(entry: object) -> str:
    if isinstance(entry, tuple):
        return ", ".join(map(_plain, entry))
    return f"{entry:g}" if isinstance(entry, float) else str(entry)


def _programme(found: Parameter) -> str:
    """A payroll programme: its rate, and the limits of wages and payment it has."""
    said = f"{found.of('rate') * 100:g} % of wages"
    if found.of("wage_base") < NO_LIMIT:
        said += f" up to {found.dollars('wage_base')}"
    if found.of("most_per_year") < NO_LIMIT:
        said += f", at most {found.dollars('most_per_year')} a year"
    return said


def _state_steps(table: Mapping[str, Any], unit: str) -> str:
    """A table of steps of a state: each value, and what it holds from, dollars or a count."""
    starts = table["above"]
    dollars = starts[-1] >= LEAST_INCOME
    said = []
    for step, at in zip(table["values"], starts, strict=True):
        amount = f"{step * 100:g} %" if unit == "share" else numbers.money(step)
        start = numbers.money(at) if dollars else f"{at:g}"
        said.append(f"{amount} from {start}" if at > 0 else amount)
    return ", ".join(said)


def _steps(rates: tuple[float, ...], starts: tuple[float, ...]) -> str:
    return ", ".join(
        f"{numbers.percent(rate)} from {numbers.money(start)}"
        for rate, start in zip(rates, starts, strict=True)
    )


def _entry(name: str, entry: object) -> str:
    if isinstance(entry, tuple):
        return ", ".join(_entry(name, item) for item in entry)
    if not isinstance(entry, float):
        return written_date(str(entry)) if name == "dates" else str(entry)
    if name == "from_age":
        return numbers.number(entry)
    return numbers.percent(entry) if name == "rate" else numbers.money(entry)
