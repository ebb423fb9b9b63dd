"""A sourced value in words: a number, or the entries of a table of law, of load or of a stage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calc.parameters import Parameter
from calc.scenario import HealthSavings, HouseholdInputs
from calc.scenario.fields import words_of
from calc.taxes import practice
from calc.taxes.states.lines import BASES
from ui.telling import corporation_words, employer_words, load_listings, loan_rules, numbers
from ui.telling.words import amount, written_date

CHILDREN = ("no child", "one child", "two", "three or more")
MOST_ENTRIES = 9
# Steps that start below this are of children, or of multiples of an income.
LEAST_INCOME = 100
# What stands for a limit that a programme does not have.
NO_LIMIT = 1e12
NOUNS = ("hours", "minutes", "months", "sessions", "weeks")
# The heads of tables of law: choices of a plan of ours, and keys of their own.
FROM_PAY = {"premium": "Premium", "hsa": "HSA", "deferral": "401(k)"}
HEADS = {
    **words_of(HouseholdInputs.model_fields["filing_status"]),
    **words_of(HealthSavings.model_fields["cover"]),
    "from_age": "from age",
    "dates": "on",
    "separate": "Married, filing separately",
    "spouse": "Only the spouse has a plan",
    "few": "25 employees or fewer",
    "more": "More employees",
    "sole_proprietor": "Sole proprietor:",
    "s_corporation": "S corporation:",
    "employee": "Employee:",
}
OF_A_STAGE = {
    "booked_per_week": "sessions booked a week",
    "supervision_hours_per_week": "hours of supervision a week",
    "consultation_hours_per_week": "hours of consultation a week",
    "own_therapy_sessions_per_year": "sessions of own therapy a year",
}


def is_loan_rule(found: Parameter) -> bool:
    """Rules of student loans hold from a day on, and say how they were read."""
    return found.key.startswith("student_loans.")


def parameter_value(found: Parameter) -> str:
    """A sourced value in words: a number, or the entries of a table."""
    if of_its_own := _own_words(found):
        return of_its_own
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


def _own_words(found: Parameter) -> str:
    """What the rules of loans and of corporations say of themselves; "" of all others."""
    if is_loan_rule(found):
        return loan_rules.rule_value(found)
    if found.key.startswith(("corporation.", "pass_through.")):
        return corporation_words.value_in_words(found)
    return ""


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
    as_one = "rate" if of_state or found.unit == "share_by_state" else ""
    if found.unit == "dates":
        as_one = "dates"
    return "; ".join(
        f"{HEADS.get(name, name)} {_state_steps(entry, found.unit)}"
        if isinstance(entry, Mapping)
        else f"{HEADS.get(name, name)} {_entry(as_one or name, entry)}"
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
