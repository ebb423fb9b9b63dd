"""Reading a plan: hostile text in, data about what is wrong with it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from calc.errors import FileFormatError, Problem, ProblemKind
from calc.scenario.fields import Inputs
from calc.scenario.walk import has_tag, models_in

FORMAT = 1
MOST_FILE_CHARACTERS = 200_000
MOST_LINES = 100_000
MOST_KEY_CHARACTERS = 200
MOST_DOTS_IN_LINE = 500
MOST_PROBLEMS = 20
HINT = "Edit it by hand if you like: unknown fields are refused."

_KINDS: dict[str, ProblemKind] = {
    "extra_forbidden": "unknown_field",
    "missing": "missing_field",
    "union_tag_not_found": "missing_field",
    "union_tag_invalid": "wrong_choice",
    "literal_error": "wrong_choice",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "too_short": "too_few",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
}
_OWN_KINDS: tuple[ProblemKind, ...] = (
    "too_small",
    "too_large",
    "not_a_number",
    "wrong_type",
    "wrong_choice",
    "shares_exceed_one",
    "mixed_lengths",
    "not_supported",
    "city_elsewhere",
    "too_few",
    "too_many",
    "loan_in_the_future",
    "no_rules_on_day",
    "needs_joint_return",
    "too_many_dependents",
    "not_first_of_month",
    "not_twelve",
    "no_season",
    "beyond_the_months",
    "job_begins_later",
    "same_month",
    "leave_too_long",
    "holidays_exceed_year",
    "more_away_than_months",
    "ahead_of_employee",
    "starts_too_early",
    "starts_too_late",
)
_WANTED = {
    "int_type": "whole number",
    "int_from_float": "whole number",
    "string_type": "text",
    "date_type": "day",
    "date_from_datetime_inexact": "day",
    "date_from_datetime_parsing": "day",
    "bool_type": "true or false",
    "string_pattern_mismatch": "pattern",
}
_BOUND_NAMES = (
    "bound",
    "ge",
    "le",
    "max_length",
    "min_length",
    "expected",
    "expected_tags",
    "actual_length",
)


def decoded(text: str | bytes, most_characters: int = MOST_FILE_CHARACTERS) -> str:
    """The text of a file of the person's; refuses what is too big or not text at all."""
    if len(text) > most_characters:
        raise FileFormatError("too_big", found=len(text), bound=most_characters)
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise FileFormatError("binary") from None
    if "\0" in text:
        raise FileFormatError("binary")
    if text.count("\n") > MOST_LINES:
        raise FileFormatError("too_full", bound=MOST_LINES)
    # A key of thousands of parts takes the reader of TOML seconds.
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > MOST_DOTS_IN_LINE:
            raise FileFormatError("broken", line=number)
    return text.removeprefix("\ufeff")


def check_format(found: object) -> None:
    """Refuses a format that this version does not read."""
    if isinstance(found, bool) or not isinstance(found, int):
        raise FileFormatError("bad_format", found=found, bound=FORMAT)
    if found < FORMAT:
        raise FileFormatError("old_format", found=found, bound=FORMAT)
    if found > FORMAT:
        raise FileFormatError("new_format", found=found, bound=FORMAT)


def line_in(message: str, text: str) -> int | None:
    """The line that a TOML error names."""
    found = re.search(r"at line (\d+)", message)
    if found:
        return int(found.group(1))
    return text.count("\n") + 1 if "at end of document" in message else None


def lines_by_name(text: str) -> dict[str, int]:
    """The line each name stands on as a key or in a table's heading, where it stands on one."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        stated = line.strip()
        key = stated.strip("[]") if stated.startswith("[") else stated.partition("=")[0]
        for name in re.findall(r"[\w-]+", key[:MOST_KEY_CHARACTERS]):
            if found.setdefault(name, number) != number:
                twice.add(name)
    return {name: number for name, number in found.items() if name not in twice}


def problems_of(
    error: ValidationError, model: type[Inputs], text: str | None = None, prefix: str = ""
) -> tuple[Problem, ...]:
    """What pydantic refused of a model, as problems of ours: paths of field names, and lines."""
    details = error.errors(include_url=False)
    # A default that hangs on a refused value is no fault of its own.
    own = [detail for detail in details if detail["type"] != "default_factory_not_called"]
    lines = lines_by_name(text) if text is not None else {}
    return tuple(_problem(detail, model, lines, prefix) for detail in own[:MOST_PROBLEMS])


def _names_in(place: tuple[int | str, ...], model: type[Inputs]) -> Iterator[str]:
    """The field names and rows of a place, without the tags of the types that pydantic chose."""
    models = [model]
    for part in place:
        if len(models) > 1 and isinstance(part, str):
            models = [choice for choice in models if has_tag(choice, part)]
            continue
        yield str(part)
        if isinstance(part, str):
            info = models[0].model_fields.get(part) if models else None
            models = list(models_in(info.annotation)) if info else []


def _problem(
    detail: ErrorDetails, model: type[Inputs], lines: Mapping[str, int], prefix: str
) -> Problem:
    context = detail.get("ctx", {})
    kind = detail["type"]
    names = list(_names_in(detail["loc"], model))
    if "field" in context:
        names.extend(str(context["field"]).split("."))
    if "discriminator" in context:
        names.append(str(context["discriminator"]).strip("'"))
    known = next((own for own in _OWN_KINDS if own == kind), _KINDS.get(kind, "wrong_type"))
    bound = next((context[name] for name in _BOUND_NAMES if name in context), _WANTED.get(kind))
    value = context.get("value", context.get("tag", detail["input"]))
    if isinstance(value, Mapping | tuple | list | BaseModel):
        value = None
    path = ".".join([prefix, *names] if prefix else names)
    line = lines.get(names[-1]) if names else None
    return Problem(path, known, value, bound, line)
