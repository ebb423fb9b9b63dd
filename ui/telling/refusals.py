"""Why a value or a file was not taken: the field, the value, the rule, the remedy."""

from __future__ import annotations

import math
from contextlib import suppress
from datetime import date
from typing import Any

import numpy as np
from pydantic.fields import FieldInfo

from calc.errors import FileFormatError, OtherChairError, Problem, ScenarioError, UnknownYearError
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.scenario import Document, Requirement
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK, unit_of
from calc.scenario.walk import field_at
from ui.telling import refusals_ahead, refusals_cover, refusals_offers, refusals_owner
from ui.telling.numbers import number, percent
from ui.telling.refusal_reasons import BY_NAME, FILE_FAULTS, FILES, REASONS, REMEDIES, share_meant
from ui.telling.words import MOST_WRITTEN, TOO_LARGE, amount, escape, joined, written_date

VIRTUAL = {
    "virtual.missed": ("No-shows and late cancellations", "share"),
    "virtual.weeks_off": ("Weeks off a year", "weeks_per_year"),
    "virtual.costs": ("Costs a month", "money_per_month"),
    "virtual.roster": ("The roster", ""),
}
BOARD = "virtual.board."  # then the state, and the figure of its board
KEPT = "Your figure is kept below until you change it."
KEPT_DAY = "The day you entered is kept below until you change it."

SENTENCES = {
    "too_large": "{field} is {value}. The most we model is {bound}{reason}.{remedy}",
    "unlikely": (
        "{field} is {value}, which does not count yet: we ask about more than {bound}, for it may "
        "be a digit too many. Check it, or say that it is meant."
    ),
    "unlikely_little": (
        "{field}: {value} a year? It does not count yet. If you meant thousands, enter {bound}."
    ),
    "unlikely_low": (
        "{field} is {value}, which does not count yet: we ask about less than {bound}, for its "
        "point may stand in the wrong place. Check it, or say that it is meant."
    ),
    "too_small": "{field} is {value}. The least that makes sense is {bound}. Enter at least that.",
    "not_a_number": "{field} is empty or not a number. Enter a plain number, such as 12 or 12.5.",
    "shares_exceed_one": (
        "Late-cancelled and missed sessions together come to {value}, and all booked sessions are "
        "{bound}. Lower one of the two."
    ),
    "wrong_type": "{field} is {value}. It must be {wanted}.",
    "wrong_choice": "{field} is {value}, which we do not know. Choose one of the list.{options}",
    "unknown_field": "There is no field {field}. Check its spelling, or take it out.",
    "missing_field": "{field} is missing. Add it; the shipped examples show how.",
    "too_long": "{field} is longer than {bound} characters. Shorten it.",
    "too_many": "{field} has more rows than we model, {bound}. Join some of them.",
    "too_few": "{field} needs {bound} values: one for all kinds, or one for each kind.",
    "mixed_lengths": "The rows of numbers differ in length. Give all of them the same length.",
    "loan_in_the_future": (
        "**Paid out on** is {value}, after {bound}, the day whose rules are used. Correct the day "
        "of the loan, or use the rules of that day or a later one."
    ),
    "no_rules_on_day": (
        "The day whose loan rules are used is {value}, and the first we have hold from {bound}. "
        "Choose that day or a later one."
    ),
    "not_supported": (
        "{field} is {value}, which is not computed by itself: both separate returns are worked out "
        "from a couple's figures. Choose **Married, filing jointly**; Loans then says what filing "
        "apart costs in tax and saves of payments."
    ),
    "needs_joint_return": (
        "{field} is {value}, and counts on a joint return only. File jointly, or set it to 0 first."
    ),
    "too_many_dependents": (
        "Children and other dependants are {value} in all; we model {bound} at most. Lower one."
    ),
    "city_elsewhere": (
        "{field} is {value}, which is not in {bound}. Choose a city of that state, or none."
    ),
    **refusals_offers.SENTENCES,
    **refusals_ahead.SENTENCES,
    **refusals_owner.SENTENCES,
    **refusals_cover.SENTENCES,
}
MOST_CHARACTERS = 40
BOUND_IN_UNIT = (
    "unlikely",
    "unlikely_little",
    "unlikely_low",
    "too_large",
    "too_small",
    "shares_exceed_one",
    "supervision_exceeds_work",
    "quota_too_large",
    "over_the_room",
)
OF_A_DAY = {
    "too_small": "{field} is {value}. The first day we take is {bound}. Choose it or a later one.",
    "too_large": "{field} is {value}. The last day we take is {bound}. Choose that or one before.",
}
ABOUT_A_DAY = ("loan_in_the_future", "no_rules_on_day", *refusals_ahead.ABOUT_A_DAY)
OF_ANOTHER_FIELD = ("needs_joint_return", *refusals_ahead.SENTENCES)  # than the one changed
WANTED = {
    "number": "a number, without quotes",
    "whole number": "a whole number",
    "text": "text in quotes",
    "true or false": "true or false, without quotes",
    "day": "a day, such as 2026-11-22, without quotes",
    "pattern": "three capital letters, such as USD",
}


def refused_value(path: str, problem: Problem, plan: Document) -> str:
    """Why a typed value was not taken. It stays in its field."""
    refused = problem.path if problem.kind in OF_ANOTHER_FIELD else path
    if (problem.kind, problem.value, problem.bound) == ("wrong_type", None, "day"):
        title = escape(title_of(path, plan)[0])
        return f"**{title}** is empty. Choose a day. Until then {_before(path, plan)} counts."
    said = sentence(Problem(refused, problem.kind, problem.value, problem.bound), plan)
    if problem.kind == "too_many":
        return said
    if problem.kind == "not_a_number" and problem.value is None:
        return f"{said} Until then {_before(path, plan)} counts."
    return f"{said} {KEPT_DAY if title_of(path, plan)[1] == 'date' else KEPT}"


def _before(path: str, plan: Document) -> str:
    """The figure that counts while its field is empty."""
    with suppress(ScenarioError):
        found = plan.value_at(path)
        return escape(_written(found, title_of(path, plan)[1], plan.currency))
    return "the figure before it"


def sentence(problem: Problem, plan: Document | None = None) -> str:
    """One refused value in words; the plan, if there is one, knows its title and unit."""
    title, unit = title_of(problem.path, plan)
    return told(problem, title, unit, plan.currency if plan else "USD")


def told(problem: Problem, title: str, unit: str, currency: str) -> str:
    """One refused value in words, under a title and in a unit of one's own."""
    bound: Any = problem.bound
    allowed = bound if isinstance(bound, str) and "'" in bound else ""
    of_a_day = problem.kind in OF_A_DAY and isinstance(problem.value, date)
    sentences = SENTENCES | OF_A_DAY if of_a_day else SENTENCES
    if problem.kind in ABOUT_A_DAY or of_a_day:
        day, bound = (date.fromisoformat(str(found)) for found in (problem.value, bound))
        problem = Problem(problem.path, problem.kind, day, bound)
    value = _written(problem.value, unit, currency)
    limit = _written(bound, unit if problem.kind in BOUND_IN_UNIT else "", currency)
    if value == limit and isinstance(problem.value, float):  # it differs in decimals not shown
        value = percent(problem.value, 6) if unit == "share" else repr(problem.value)
    reason, remedy = _reason_and_remedy(problem, unit)
    return sentences[problem.kind].format(
        field=f"**{escape(title)}**",
        value=value,
        bound=limit,
        reason=reason,
        remedy=remedy,
        wanted=WANTED.get(str(bound), "of another kind: the shipped examples show how"),
        needed=f" To hold its quota it takes about {limit}." if bound else "",
        options=f" It can be {escape(allowed)}." if allowed else "",
    )


def yes_it_is(problem: Problem, plan: Document) -> str:
    """The button that has a number counted that was asked about."""
    unit = title_of(problem.path, plan)[1]
    return f"It is {escape(_written(problem.value, unit, plan.currency))}"


def title_of(path: str, plan: Document | None) -> tuple[str, str]:
    """The title and unit of a field; its own name where no plan tells them."""
    name = path.rpartition(".")[2]
    if path.startswith("virtual.offers.") and name == "weeks_off":
        return VIRTUAL["virtual.weeks_off"]
    if path in VIRTUAL:
        return VIRTUAL[path]
    if path.startswith(BOARD):
        info: FieldInfo | None = Requirement.model_fields[name]
    elif plan is None:
        return _seen(path[-MOST_CHARACTERS:]), ""
    else:
        info = field_at(plan, path)
    return (info.title or name, unit_of(info)) if info else (name, "")


def _written(value: Any, unit: str, currency: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return written_date(value.isoformat()[:10])
    if isinstance(value, int) and (not unit or abs(value) > MOST_WRITTEN):
        return str(value) if abs(value) <= MOST_WRITTEN else TOO_LARGE
    if isinstance(value, int | float | np.number):
        return amount(float(value), unit, currency)
    if value is None:
        return "not usable"
    return quoted(str(value))


def quoted(text: str) -> str:
    """What somebody wrote, as it stands in a sentence of ours."""
    return f"“{shortened(text)}”"


def shortened(text: str) -> str:
    r"""The start of what somebody wrote, on one line, without signs that are not seen.

    >>> shortened("Pay\n\u202e*a day*")
    'Pay  \\*a day\\*'
    """
    return f"{escape(_seen(text[:MOST_CHARACTERS]))}{'…' if len(text) > MOST_CHARACTERS else ''}"


def _seen(text: str) -> str:
    # Signs that turn the direction of writing would turn our sentence too.
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _reason_and_remedy(problem: Problem, unit: str) -> tuple[str, str]:
    """Why a value is too large, and what to do."""
    name = problem.path.rpartition(".")[2]
    if name in BY_NAME:
        return BY_NAME[name]
    if unit == "share" and isinstance(problem.bound, float) and problem.bound < 1.0:
        return "", " Check for a digit too many."
    if not unit and name.endswith("_share") and problem.bound == 1.0:  # of a file
        return REASONS["share"], share_meant(problem.value)
    return REASONS.get(unit, ""), _remedy(unit, problem.value)


def _remedy(unit: str, value: Any) -> str:
    if unit == "sessions_per_week" and isinstance(value, int | float) and math.isfinite(value):
        weekly = value * MONTHS_PER_YEAR / WEEKS_PER_YEAR
        if weekly <= MOST_SESSIONS_PER_WEEK:
            return f" If you meant a month, enter {number(weekly)}."
    return REMEDIES.get(unit, " Check for a digit too many.")


def file_refused(error: OtherChairError, name: str = "plan") -> str:
    """Why a file was not opened. Nothing was changed by it."""
    return f"This file is not {FILES[name]} of Other Chair: {_fault(error)} Nothing was changed."


def other_file(name: str) -> str:
    """Why a file was not opened that is none of ours by its name."""
    return (
        f"{quoted(name)} is no file of Other Chair. Choose the .toml file you saved here; a roster "
        "in a spreadsheet is read on Clinic. Nothing was changed."
    )


def unknown_kind(kind: str) -> str:
    """Why a file of a kind that has no page was not opened."""
    return (
        f"This file says that it holds {quoted(kind)}, and we read plans, job offers "
        "and clinics. Choose the .toml file you saved. Nothing was changed."
    )


def _fault(error: OtherChairError) -> str:
    match error:
        case UnknownYearError():
            years = joined([str(year) for year in error.years])
            return (
                f"its tax year is {escape(str(error.year))}, and the years we have are {years}. "
                f"Write one of them as tax_year."
            )
        case ScenarioError():
            return _field_fault(error)
        case FileFormatError():
            return FILE_FAULTS[error.kind].format(
                where=f"line {error.line} is" if error.line else "it is",
                found=_counted(error.found),
                bound=_counted(error.bound),
                kind="a whole number" if isinstance(error.found, float) else "a number",
            )
        case _:
            return "it could not be read."


def _counted(value: Any) -> str:
    """A figure of a file: its point is shown, for a format is 1 and never 1.0."""
    return repr(value) if isinstance(value, float) else _written(value, "count", "USD")


def _field_fault(error: ScenarioError) -> str:
    first, more = error.problems[0], len(error.problems) - 1
    others = f" There {'is' if more == 1 else 'are'} {more} more like it." if more else ""
    where = f"line {first.line}" if first.line else "it"
    if first.kind == "unknown_field":
        name = shortened(first.path.rpartition(".")[2])
        return f"{where} has a field we do not know, {name}.{others}"
    start = f"{where}: " if first.line else ""
    return f"{start}{sentence(first)}{others}"
