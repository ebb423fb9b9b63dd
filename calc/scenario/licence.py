"""The way to a licence: what a board asks, what is already collected, and how an offer starts."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import HOURS_PER_WEEK, Number
from calc.scenario.fields import Bounds, Inputs, SessionsPerWeek, Weeks, choice, entry
from calc.scenario.household import StateCode

MOST_TYPED = 20

Family = Literal["counselor", "lcsw", "mft", "psychologist"]
Wanted: TypeAlias = Family | Literal["none"]
FigureName = Literal[
    "total_hours",
    "direct_hours",
    "relational_hours",
    "supervision_hours",
    "direct_hours_per_supervision_hour",
    "least_months",
    "least_supervised_weeks",
    "most_hours_per_week",
    "most_other_hours",
]
ExperienceHours: TypeAlias = Annotated[Number, Bounds(0.0, 20_000.0)]
ExperienceMonths: TypeAlias = Annotated[Number, Bounds(0.0, 240.0)]
SupervisedWeeks: TypeAlias = Annotated[Number, Bounds(0.0, 1_000.0)]
HoursForOneHour: TypeAlias = Annotated[Number, Bounds(1.0, 1_000.0)]
CountedHoursPerWeek: TypeAlias = Annotated[Number, Bounds(1.0, HOURS_PER_WEEK)]


class Requirement(Inputs):
    """What a board asks before it grants a licence. A figure left empty is not stated; 0 is none.

    Most of them are least amounts. `most_hours_per_week` and `most_other_hours` are limits on what
    counts, and `direct_hours_per_supervision_hour` ties client hours to supervision.
    """

    state: StateCode = Field(title="State", description="The state whose board asks this.")
    family: Family = Field(title="Licence", description="The kind of licence it is asked for.")
    total_hours: ExperienceHours | None = entry(
        "Hours in all",
        "All supervised hours the board asks: direct and others together.",
        "hours",
        None,
        step=100.0,
    )
    direct_hours: ExperienceHours | None = entry(
        "Direct hours", "Hours with clients among them.", "hours", None, step=100.0
    )
    relational_hours: ExperienceHours | None = entry(
        "Relational hours",
        "Direct hours with couples, families or groups in the room.",
        "hours",
        None,
    )
    supervision_hours: ExperienceHours | None = entry(
        "Supervision hours", "Hours of supervision received.", "hours", None, step=10.0
    )
    direct_hours_per_supervision_hour: HoursForOneHour | None = entry(
        "Direct hours for one of supervision",
        "At most so many direct hours count for each hour of supervision.",
        "ratio",
        None,
    )
    least_months: ExperienceMonths | None = entry(
        "Least months", "The shortest time the board allows.", "months", None
    )
    least_supervised_weeks: SupervisedWeeks | None = entry(
        "Least supervised weeks",
        "Worked weeks with supervision that the board asks.",
        "weeks",
        None,
    )
    most_hours_per_week: CountedHoursPerWeek | None = entry(
        "Most hours a week",
        "Hours of one week that count at most.",
        "hours_per_week",
        None,
        step=1.0,
    )
    most_other_hours: ExperienceHours | None = entry(
        "Most other hours",
        "Hours that are not direct and count at most, over the whole way.",
        "hours",
        None,
    )


class LicenceInputs(Inputs):
    """Where a person stands on the way to a licence."""

    licensed: bool = entry(
        "Licensed", "Whether you already hold the licence to work on your own.", "choice", False
    )
    family: Wanted = choice(
        "Licence you want",
        "The kind of licence you work towards. Until you choose one, no date is shown.",
        {
            "none": "Not chosen yet",
            "counselor": "Counselor (LPC, LMHC)",
            "lcsw": "Clinical social worker (LCSW)",
            "mft": "Marriage and family therapist (LMFT)",
            "psychologist": "Psychologist",
        },
        "counselor",
    )
    typed: Annotated[tuple[Requirement, ...], Field(max_length=MOST_TYPED)] = entry(
        "From your board",
        "What you read at your board, by state. It counts before any figure of ours.",
        "rows",
        (),
    )
    done_total_hours: ExperienceHours = entry(
        "Hours collected", "All hours already signed for.", "hours", 0.0
    )
    done_direct_hours: ExperienceHours = entry(
        "Direct hours collected", "Hours with clients among them.", "hours", 0.0
    )
    done_relational_hours: ExperienceHours = entry(
        "Relational hours collected",
        "Hours with couples, families or groups among them.",
        "hours",
        0.0,
        step=25.0,
    )
    done_supervision_hours: ExperienceHours = entry(
        "Supervision collected", "Hours of supervision already received.", "hours", 0.0, step=5.0
    )
    done_months: ExperienceMonths = entry(
        "Months behind you", "Calendar months that already count.", "months", 0.0
    )
    session_counts_as_hour: bool = entry(
        "A session counts as an hour",
        "Some boards count a held session as an hour. Otherwise it counts its own minutes.",
        "choice",
        False,
    )


class Ramp(Inputs):
    """How an offer starts: weeks until clients may be seen, and how fast the caseload fills."""

    credentialing_weeks: Weeks = entry(
        "Weeks before the first client",
        "Weeks until payers have admitted you and clients may be booked.",
        "weeks",
        0.0,
    )
    sessions_added_per_week: SessionsPerWeek = entry(
        "Sessions added each week",
        "How many more sessions are booked from week to week. 0: the full caseload at once.",
        "sessions_per_week",
        0.0,
        step=0.5,
    )
