"""Whose room it is, and what a room says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.number import Flag, Number
from calc.parameters import Parameter
from calc.scenario.household import FilingStatus

Form = Literal["sole_proprietor", "s_corporation", "employee"]
Status: TypeAlias = FilingStatus | Literal["separate"]
Cover = Literal["none", "self_only", "family"]
Plan = Literal[
    "solo_401k",
    "sep",
    "simple_ira",
    "employer_401k",
    "traditional_ira",
    "roth_ira",
    "health_savings",
]
ReasonName = Literal[
    "no_practice",
    "no_pay_from_an_employer",
    "no_earnings",
    "has_employees",
    "too_many_employees",
    "no_high_deductible_cover",
    "earnings",
    "deferred_elsewhere",
    "additions_limit",
    "income",
    "income_ends",
]
Step = Literal[
    "set_up",
    "deferral_chosen",
    "deferral_paid",
    "first_year_deferral",
    "employer_part_paid",
    "contribution",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saver:
    """One person for one tax year, and what limits their saving. Money is in dollars a year.

    `profit` is a sole proprietor's or contractor's, before retirement saving; `pay` an employee's,
    or what an owner is paid by their own S corporation, before any deferral. `other_wages` are from
    an employer who has nothing to do with that work. What is deferred there, into a 401(k) or
    403(b), is `deferred_elsewhere`; `deferred_here` is what goes into the plan of this work.
    `pay_last_year` and `other_wages_last_year` are pay under social security and Medicare in the
    year before, from those same employers. `employees` are those of the practice, the spouse apart.

    `adjusted_income` is that of the return, before an IRA is deducted. `covered` and
    `spouse_covered` say whether either takes part in a plan at work in the year, one's own too.
    `spouse_earned`, less what goes into the spouse's own IRA, counts on a joint return. `separate`
    is who lived with the spouse at any time of the year; who did not is `single` for all these
    limits. Who has Medicare has no cover for a health savings account: `none`.
    """

    form: Form
    age: int
    filing_status: Status = "single"
    profit: Number = 0.0
    pay: Number = 0.0
    other_wages: Number = 0.0
    deferred_here: Number = 0.0
    deferred_elsewhere: Number = 0.0
    pay_last_year: Number = 0.0
    other_wages_last_year: Number = 0.0
    employees: int = 0
    adjusted_income: Number = 0.0
    covered: bool = False
    spouse_covered: bool = False
    spouse_earned: Number = 0.0
    cover: Cover = "none"

    @property
    def ira_status(self) -> str:
        """Whose limits of income an IRA has: a surviving spouse's are those of a joint return."""
        return "joint" if self.filing_status == "surviving_spouse" else self.filing_status

    @property
    def credit_status(self) -> str:
        """Whose steps the saver's credit has: only a joint return and a head have their own."""
        if self.filing_status in ("separate", "surviving_spouse"):
            return "single"
        return self.filing_status


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a room is closed or less than the law's amount; `holds` says of each draw whether so."""

    name: ReasonName
    holds: Flag


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for one step of a plan."""

    step: Step
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Room:
    """What may go into one plan in the year, in dollars.

    `own_part` is a deferral or a contribution of the person's own, `catch_up` what age adds,
    `employer_part` the practice's or the corporation's: each the most by itself. `total` is the
    most together, `deductible` what of it lowers income. The rooms of `solo_401k`, `sep` and
    `simple_ira` are ways for one practice to choose from, not to be added up; both IRAs share one
    room. An employer's own part in `employer_401k` is the employer's to say, and not counted.

    `catch_up_must_be_roth` is whether the catch-up is out of taxed income. `savers_credit_rate` is
    the share of the own part that the credit pays, 0 where it counts none of it.
    """

    plan: Plan
    own_part: Number
    catch_up: Number
    employer_part: Number
    total: Number
    deductible: Number
    catch_up_must_be_roth: Flag
    savers_credit_rate: Number
    reasons: tuple[Reason, ...]
    deadlines: tuple[Deadline, ...]
    sources: tuple[Parameter, ...]

    @property
    def employer_part_beside(self) -> Number:
        """What is left for the employer's part once the own part and catch-up are in full."""
        return self.total - self.own_part - self.catch_up

    @property
    def is_open(self) -> Flag:
        """Whether anything may go in."""
        return np.greater(self.total, 0.0)


def reasons_that_hold(*reasons: tuple[ReasonName, Flag]) -> tuple[Reason, ...]:
    """Those reasons that hold in one draw at least, in their order."""
    return tuple(Reason(name, holds) for name, holds in reasons if np.any(holds))


def closed(plan: Plan, reason: ReasonName) -> Room:
    """A plan that is not open to the person, whatever they earn."""
    return Room(
        plan=plan,
        own_part=0.0,
        catch_up=0.0,
        employer_part=0.0,
        total=0.0,
        deductible=0.0,
        catch_up_must_be_roth=False,
        savers_credit_rate=0.0,
        reasons=(Reason(reason, True),),
        deadlines=(),
        sources=(),
    )
