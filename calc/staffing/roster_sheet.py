"""The columns of the editable roster: those of the template that change an existing post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calc.scenario.fields import words_of
from calc.scenario.pay import FORMS
from calc.scenario.posts import Post
from calc.scenario.work import WORKS
from calc.staffing import COLUMNS as TEMPLATE

PERCENT = 100.0
Cell = str | float | None
MEANING = {column.heading: column.meaning for column in TEMPLATE}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the unit of its values, the choices, and where it stands in a post."""

    name: str
    title: str
    unit: str
    choices: Mapping[str, str] | None = None
    path: str = ""

    @property
    def help(self) -> str:
        """What it holds."""
        return MEANING[self.title]


COLUMNS = (
    Column("label", "Label", "text"),
    Column("kind", "Arrangement", "choice", WORKS),
    Column("paid", "Pay form", "choice", FORMS),
    Column("pay", "Pay", "pay"),
    Column("licence", "Licence", "choice", words_of(Post.model_fields["licence"])),
    Column("share", "Full-time share %", "share", path="full_time_share"),
    Column("booked", "Sessions a week", "sessions_per_week"),
    Column(
        "administration",
        "Administration hours",
        "hours_per_week",
        path="work.time.administration_hours_per_week",
    ),
    Column(
        "meetings",
        "Meeting hours",
        "hours_per_week",
        path="work.time.meetings_hours_per_week",
    ),
    Column(
        "supervision",
        "Supervision given hours",
        "hours_per_week",
        path="work.time.supervision_given_hours_per_week",
    ),
    Column("holiday", "Holiday weeks", "weeks_per_year", path="work.time.holiday_weeks"),
    Column("benefits", "Benefits cost a year", "money_per_year", path="benefits_cost_per_year"),
    Column("start", "Starts in month", "months", path="start_month"),
    Column("leave", "Unpaid leave weeks", "weeks_per_year", path="unpaid_leave_weeks"),
    Column("telehealth", "Telehealth %", "share", path="telehealth_share"),
)
BY_NAME = {column.name: column for column in COLUMNS}
