"""A clinic: its posts and what they share. Staffing plans are clinics side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, NoReturn, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from calc.number import Number
from calc.scenario.clinic_ahead import Hiring, Limits, Turnover
from calc.scenario.clinic_changes import PlanChange
from calc.scenario.clinic_parts import (
    Administration,
    Demand,
    EmployerTerms,
    MixRow,
    Rooms,
    RosterColumn,
    SharedCosts,
    SupervisionPlan,
)
from calc.scenario.document import Document, no_batch, with_changes
from calc.scenario.fields import ShortText, entry
from calc.scenario.household import HouseholdInputs, StateCode
from calc.scenario.posts import Post
from calc.scenario.scenario import Scenario
from calc.scenario.sessions import MOST_KINDS
from calc.scenario.support import Support
from calc.scenario.work import Work

MOST_POSTS = 500
MOST_MIX = 8
MOST_PLANS = 3
MOST_ROSTER_COLUMNS = 100
MOST_CHANGES = 12
MOST_CLINIC_CHARACTERS = 2_000_000


def _refuse(kind: Literal["too_few", "too_many"], field: str, bound: int, value: int) -> NoReturn:
    raise PydanticCustomError(kind, kind, {"bound": bound, "field": field, "value": value})


class Clinic(Document):
    """A clinic for one full year at a steady pace, and a director's limits.

    Rooms and demand that are not stated limit nothing. `household` holds for every post that
    states none; its state is the clinic's unless it says otherwise.
    """

    header: ClassVar[str] = "# A clinic of Other Chair."
    most_characters: ClassVar[int] = MOST_CLINIC_CHARACTERS

    document: Literal["clinic"] = "clinic"
    title: ShortText = entry("Title", "What you call this plan.", "text", "My clinic")
    state: StateCode = entry("State", "Where the clinic is.", "choice", "TX")
    posts: tuple[Post, ...] = Field(
        default=(),
        max_length=MOST_POSTS,
        title="Posts",
        description="Everybody who works with clients, an owner too. Labels, never names.",
    )
    payer_mix: tuple[MixRow, ...] = Field(
        default=(),
        max_length=MOST_MIX,
        title="Payer mix",
        description="Kinds of session and payers that posts without rows of their own follow.",
    )
    household: HouseholdInputs = HouseholdInputs()
    shared: SharedCosts = SharedCosts()
    employer: EmployerTerms = EmployerTerms()
    rooms: Rooms | None = Field(
        default=None, title="Rooms", description="Rooms for sessions; empty for no limit."
    )
    supervision: SupervisionPlan = SupervisionPlan()
    administration: Administration = Administration()
    demand: Demand | None = Field(
        default=None, title="Demand", description="Who asks for a place; empty for no limit."
    )
    turnover: Turnover = Turnover()
    hiring: Hiring = Hiring()
    limits: Limits = Limits()
    roster_columns: tuple[RosterColumn, ...] = Field(
        default=(),
        max_length=MOST_ROSTER_COLUMNS,
        title="Columns of the roster's spreadsheet",
        description="How the columns of your spreadsheet were read, for the next time.",
    )
    changes: tuple[PlanChange, ...] = Field(
        default=(),
        max_length=MOST_CHANGES,
        title="Changes from plan A",
        description="What makes this plan of plan A, whoever is on its roster; in order.",
    )

    @model_validator(mode="after")
    def _one_batch_length(self) -> Self:
        """A clinic holds single numbers: a batch is made of its posts."""
        return no_batch(self)

    @model_validator(mode="after")
    def _mix_fits_the_posts(self) -> Self:
        for index, post in enumerate(self.posts):
            if not post.mix_sessions_per_week:
                continue
            kinds = len(post.work.session_kinds) + len(self.payer_mix)
            rate = None if post.work.pay is None else post.work.pay.rate
            rates = len(rate) if isinstance(rate, tuple) else 1
            if not any(row.share for row in self.payer_mix):
                _refuse("too_few", "payer_mix", 1, 0)
            if kinds > MOST_KINDS:
                _refuse("too_many", f"posts.{index}.mix_sessions_per_week", MOST_KINDS, kinds)
            if rates > 1:
                _refuse("too_many", f"posts.{index}.work.pay.rates_per_session", 1, rates)
        return self

    @property
    def labels(self) -> tuple[str, ...]:
        """The label of each post, made distinct: a second "Post 3" is "Post 3 (2)"."""
        found: dict[str, None] = {}
        for post in self.posts:
            label, copies = post.label, 1
            while label in found:
                copies += 1
                label = f"{post.label} ({copies})"
            found[label] = None
        return tuple(found)

    @property
    def default_household(self) -> HouseholdInputs:
        """The household of posts that state none: in the clinic's state unless it names one."""
        home = self.household
        if "state" in home.model_fields_set:
            return home
        stated = {name: getattr(home, name) for name in home.model_fields_set}
        return HouseholdInputs.model_validate({**stated, "state": self.state})

    def scenario_of(self, post: Post) -> Scenario:
        """The post as the scenario of one person, for the same engine as everybody.

        Its caseload, weekly hours and yearly pay are those of its full-time share; its sessions at
        the clinic's mix stand as rows of their own. Associates and interns who state no supervision
        get what the clinic's plan gives.
        """
        return self.scenarios_of((post,))[0]

    def scenarios_of(self, posts: Sequence[Post]) -> tuple[Scenario, ...]:
        """`scenario_of` each of them."""
        home = self.default_household
        return tuple(
            Scenario(
                title=post.label,
                tax_year=self.tax_year,
                currency=self.currency,
                work=self._work_of(post),
                household=post.household or home,
                costs=post.costs,
                loans=post.loans,
                support=self._support_of(post),
            )
            for post in posts
        )

    def _work_of(self, post: Post) -> Work:
        work: Work = post.work
        booked: dict[str, Number] = {}
        if post.mix_sessions_per_week and self.payer_mix:
            own = len(work.session_kinds)
            rows = tuple(row.sessions for row in self.payer_mix)
            work = with_changes(work, {"session_kinds": (*work.session_kinds, *rows)})
            a_week = post.mix_sessions_per_week * post.full_time_share
            parts = np.array([row.share for row in self.payer_mix])
            for place, part in enumerate(parts / parts.sum()):
                booked[f"session_kinds.{own + place}.booked_per_week"] = a_week * float(part)
        changes = post.scaled_fields(work) | booked
        return with_changes(work, changes) if changes else work

    def _support_of(self, post: Post) -> Support:
        support, plan = post.support, self.supervision
        if not post.supervised or "supervision_hours_per_week" in support.model_fields_set:
            return support
        given = plan.individual_hours_per_week + plan.group_hours_per_week
        stated = {name: getattr(support, name) for name in support.model_fields_set}
        return Support.model_validate({**stated, "supervision_hours_per_week": given})


class Plans(Document):
    """Staffing plans side by side: each a whole clinic, the first the one to compare with."""

    header: ClassVar[str] = "# Staffing plans of Other Chair."
    most_characters: ClassVar[int] = MOST_CLINIC_CHARACTERS * MOST_PLANS

    document: Literal["staffing_plans"] = "staffing_plans"
    title: ShortText = entry("Title", "What you call the comparison.", "text", "Staffing plans")
    plans: tuple[Clinic, ...] = Field(
        min_length=1,
        max_length=MOST_PLANS,
        title="Plans",
        description="Up to three clinics; the first is the one the others are compared with.",
    )
