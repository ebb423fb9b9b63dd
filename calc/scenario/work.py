"""Work arrangements: own practice, contractor and employee. Kinds are types, not flags."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from calc.scenario import earlier
from calc.scenario.entity import Form, SoleProprietor
from calc.scenario.fields import (
    Inputs,
    Money,
    Points,
    Reliance,
    Share,
    Words,
    choice,
    entry,
    tag,
)
from calc.scenario.pay import Benefits, Hourly, RatePerSession, Salary, SplitOfCollections
from calc.scenario.saving import EmployeeSaving, SelfEmployedSaving
from calc.scenario.sessions import MOST_KINDS, PrivateSessions, SessionKind
from calc.scenario.time import Time

WORKS: Words = {"employee": "Employee", "contractor": "Contractor", "own_practice": "Owner"}


class Conditions(Inputs):
    """What the work is like, where no hour or dollar shows it: it shapes load, and nothing else."""

    trauma_share: Share = entry(
        "Trauma work", "Share of your clients with trauma or in acute need.", "share"
    )
    colleagues_points: Reliance = entry(
        "Colleagues to rely on",
        "How far you can rely on colleagues when it matters, supervision apart: 0 not at all, "
        "8 entirely.",
        "points_of_8",
    )
    freedom_points: Points = entry(
        "Freedom in your work",
        "How free you are in your own schedule and way of working: 0 not at all, 10 entirely.",
        "points",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_an_older_file(cls, data: Any) -> Any:
        return earlier.conditions(data)


class WorkBase(Inputs):
    """What every arrangement has: a caseload, time, and health cover paid by the person."""

    session_kinds: tuple[SessionKind, ...] = Field(
        default=(PrivateSessions(),),
        max_length=MOST_KINDS,
        title="Kinds of session",
        description="The rows of the caseload: payer and session mix.",
    )
    time: Time = Time()
    conditions: Conditions = Conditions()
    health_premium_per_month: Money = entry(
        "Premium a month", "What you pay yourself for health cover.", "money_per_month"
    )
    clients_in_other_states_share: Share | None = entry(
        "Clients in other states",
        "Share of your clients who are in another state when you see them, by video or telephone. "
        "It is told what that may mean; no figure moves. Empty if there are none.",
        "share",
        None,
    )


class OwnPractice(WorkBase):
    """A practice of one's own: the fees come in, the costs go out."""

    kind: Literal["own_practice"] = tag("own_practice", WORKS)
    pay: ClassVar[None] = None  # nobody pays its owner
    card_fee_share: Share = entry(
        "Card fee", "Part of each card payment that the processor keeps.", "share", step=0.001
    )
    card_fee_per_charge: Money = entry(
        "Card fee, each charge",
        "Fixed amount the processor keeps of each charge.",
        "money_per_charge",
    )
    outside_billing_share: Share = entry(
        "Outside billing",
        "Part of what insurers pay that a billing service keeps.",
        "share",
        0.0,
        step=0.01,
    )
    other_receipts_per_year: Money | None = entry(
        "Other receipts",
        "What the practice takes in beside your sessions, before tax: supervision, teaching. Empty "
        "if there is nothing. What a clinic of yours leaves over is worked out on the page Clinic "
        "and does not belong here: its own receipts were taxed there.",
        "money_per_year",
        None,
    )
    form: Form = SoleProprietor()
    saving: SelfEmployedSaving = SelfEmployedSaving()


class Contractor(WorkBase):
    """Paid on a 1099 by somebody else's practice."""

    kind: Literal["contractor"] = tag("contractor", WORKS)
    pay: Annotated[SplitOfCollections | RatePerSession, Field(discriminator="kind")] = (
        SplitOfCollections()
    )
    saving: SelfEmployedSaving = SelfEmployedSaving()

    @model_validator(mode="after")
    def _a_rate_for_each_kind(self) -> Self:
        _check_rates(self.pay, len(self.session_kinds))
        return self


EmployerType = Literal[
    "private_group_practice",
    "for_profit_agency",
    "nonprofit_agency",
    "for_profit_hospital",
    "nonprofit_hospital",
    "school",
    "government",
]


class Employee(WorkBase):
    """Paid on a W-2."""

    kind: Literal["employee"] = tag("employee", WORKS)
    employer_type: EmployerType = choice(
        "Employer",
        "What kind of employer it is.",
        {
            "private_group_practice": "Private group practice",
            "for_profit_agency": "Agency, for profit",
            "nonprofit_agency": "Agency, non-profit",
            "for_profit_hospital": "Hospital, for profit",
            "nonprofit_hospital": "Hospital, non-profit",
            "school": "School",
            "government": "Government",
        },
        "private_group_practice",
    )
    pay: Annotated[
        Salary | Hourly | RatePerSession | SplitOfCollections, Field(discriminator="kind")
    ] = Salary()
    benefits: Benefits = Benefits()
    health_premium_per_month: Money = entry(
        "Premium a month",
        "Your part of the premium of the employer's plan, or what you pay yourself.",
        "money_per_month",
        0.0,
    )
    premium_before_tax: bool = entry(
        "Premium before tax",
        "Whether the premium is taken from pay before tax, as most employers do.",
        "choice",
        True,
    )
    saving: EmployeeSaving = EmployeeSaving()

    @model_validator(mode="after")
    def _a_rate_for_each_kind(self) -> Self:
        _check_rates(self.pay, len(self.session_kinds))
        return self

    @property
    def stated_employer(self) -> EmployerType | None:
        """The kind of employer where it was stated; None where nobody said."""
        return self.employer_type if "employer_type" in self.model_fields_set else None


Work: TypeAlias = Annotated[OwnPractice | Contractor | Employee, Field(discriminator="kind")]


def _check_rates(pay: Inputs, kinds: int) -> None:
    if isinstance(pay, RatePerSession) and len(pay.rates_per_session) not in (1, kinds):
        raise PydanticCustomError(
            "too_few" if len(pay.rates_per_session) < kinds else "too_many",
            "one rate, or one for each kind",
            {"bound": kinds, "field": "pay.rates_per_session", "value": len(pay.rates_per_session)},
        )
