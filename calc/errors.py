"""What `calc` raises: data about a problem. The sentences for the screen are in `ui/words.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

ProblemKind = Literal[
    "too_small",
    "too_large",
    "not_a_number",
    "wrong_type",
    "wrong_choice",
    "too_long",
    "too_many",
    "too_few",
    "unknown_field",
    "missing_field",
    "shares_exceed_one",
    "mixed_lengths",
    "not_supported",
    "city_elsewhere",
    "loan_in_the_future",
    "no_rules_on_day",
    "needs_joint_return",
    "too_many_dependents",
    "no_pay",
    "no_sessions",
    "same_name",
    "supervision_exceeds_work",
    "quota_too_large",
    "unknown_offer",
    "incomplete_offer",
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
    "clients_exceed_places",
    "over_the_room",
    "no_election",
    "no_plain_rate",
    "benchmark_missing",
    "covered_beyond_return",
    "unlikely",
    "unlikely_little",
    "unlikely_low",
]


@dataclass(frozen=True)
class Problem:
    """One refused value: where it stands, what it was, which rule it broke, and that rule's bound.

    `line` is where it stands in a file, when it came from one.
    """

    path: str
    kind: ProblemKind
    value: Any = None
    bound: Any = None
    line: int | None = None


class OtherChairError(Exception):
    """Everything `calc` raises on purpose."""


class ScenarioError(OtherChairError):
    """A scenario that breaks a rule; `problems` names each field."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            "; ".join(f"{p.path or 'scenario'}: {p.kind} ({p.bound})" for p in problems)
        )


FileFault = Literal[
    "broken", "too_big", "too_full", "binary", "old_format", "new_format", "bad_format"
]


class FileFormatError(OtherChairError):
    """Text that is not a scenario at all: broken TOML, too big, binary, or of another format."""

    def __init__(
        self,
        kind: FileFault,
        *,
        line: int | None = None,
        found: Any = None,
        bound: Any = None,
    ) -> None:
        self.kind = kind
        self.line = line
        self.found = found
        self.bound = bound
        super().__init__(
            f"not a scenario file: {kind} (line {line}, found {found!r}, bound {bound!r})"
        )


class UnknownYearError(OtherChairError):
    """A tax year that no law was recorded for; `years` are the ones we have."""

    def __init__(self, year: object, years: tuple[int, ...]) -> None:
        self.year = year
        self.years = years
        told = ", ".join(map(str, years))
        super().__init__(f"no rules for tax year {year!r}: the years we have are {told}")


class UnknownKeyError(OtherChairError, KeyError):
    """A line or parameter asked for by a key that does not exist; `near` are the closest keys."""

    def __init__(self, key: str, near: tuple[str, ...]) -> None:
        self.key = key
        self.near = near
        super().__init__(f"no {key!r}; did you mean one of {list(near)}?")

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownDateError(OtherChairError):
    """A day that no rules of student loans were recorded for; `first` is the first there are."""

    def __init__(self, day: object, first: object) -> None:
        self.day = day
        self.first = first
        super().__init__(f"no student-loan rules for {day}; the first we have hold from {first}")
