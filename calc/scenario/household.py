"""The household: filing status, who lives in it, and its other income."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from calc.number import is_any
from calc.parameters import cities, state_names, states
from calc.scenario.cover import MarketplaceCover
from calc.scenario.fields import HoursPerWeek, Inputs, Money, choice, entry
from calc.scenario.tax_modes import TaxMode, UsTax

MOST_CHILDREN = 10
MOST_DEPENDENTS = 20  # in all: beyond it a digit too many is likelier than a family
NO_CITY = "none"


def _not_separate(value: Any) -> Any:
    if value in ("separate", "married_separate"):
        raise PydanticCustomError(
            "not_supported", "married filing separately is not computed", {"bound": value}
        )
    return value


def _known_state(value: str) -> str:
    return _known(value, states().value, "state")  # type: ignore[arg-type]


def _at_most_the_children(value: int, info: ValidationInfo) -> int:
    children = info.data.get("children_under_17", value)
    if value > children:
        raise PydanticCustomError("too_large", "more than the children", {"bound": children})
    return value


def _at_most_a_family(value: int, info: ValidationInfo) -> int:
    found = value + sum(info.data.get(name, 0) for name in ("children_under_17", "older_children"))
    if found > MOST_DEPENDENTS:
        said = {"bound": MOST_DEPENDENTS, "value": found}
        raise PydanticCustomError("too_many_dependents", "more than a family", said)
    return value


def _known_city(value: str) -> str:
    return _known(value, (NO_CITY, *cities()), "city")


def _known(value: str, known: Collection[str], field: str) -> str:
    if value not in known:
        raise PydanticCustomError("wrong_choice", "not one we know", {"bound": field})
    return value


FilingStatus = Literal["single", "joint", "head_of_household", "surviving_spouse"]
StateCode: TypeAlias = Annotated[str, AfterValidator(_known_state)]
CityCode: TypeAlias = Annotated[str, AfterValidator(_known_city)]
Age: TypeAlias = Annotated[int, Field(ge=16, le=100, strict=True)]
Dependents: TypeAlias = Annotated[int, Field(ge=0, le=MOST_CHILDREN, strict=True)]


class HouseholdInputs(Inputs):
    """The person's household: it shapes tax, and what the work must pay for."""

    filing_status: Annotated[FilingStatus, BeforeValidator(_not_separate)] = choice(
        "Filing status",
        "How you file your federal return. A qualifying surviving spouse has a child at home and "
        "lost the spouse in one of the two years before.",
        {
            "single": "Single",
            "joint": "Married, filing jointly",
            "head_of_household": "Head of household",
            "surviving_spouse": "Qualifying surviving spouse",
        },
        "single",
    )
    state: StateCode = entry("State", "Where you live and work.", "choice", "TX")
    city: CityCode = entry(
        "City",
        "Where a city taxes pay or practices beside the state. Its income tax is counted unless "
        "you enter a rate of your own.",
        "choice",
        NO_CITY,
    )
    age: Age = entry("Your age", "At the end of the tax year.", "years", 40)
    spouse_age: Age = entry("Spouse's age", "At the end of the tax year.", "years", 40)
    children_under_17: Dependents = entry(
        "Children under 17", "Children who live with you.", "count", 0
    )
    children_from_13: Annotated[Dependents, AfterValidator(_at_most_the_children)] = entry(
        "Of them 13 and older",
        "Massachusetts credits children under 13 only; nothing else asks for it.",
        "count",
        0,
    )
    older_children: Dependents = entry(
        "Children of 17 and more at home",
        "Those of 17 and 18, and students under 24, who live with you. They count for the earned "
        "income credit; for each there is a credit of $500.",
        "count",
        0,
    )
    other_dependents: Annotated[Dependents, AfterValidator(_at_most_a_family)] = entry(
        "Other dependants",
        "A parent or somebody else on your return whom you support: a credit of $500 for each.",
        "count",
        0,
    )
    own_other_wages_per_year: Money = entry(
        "What your other job pays a year",
        "Pay from another job of yours. It shapes tax and load, never this work's wage.",
        "money_per_year",
        0.0,
        step=1000.0,
    )
    other_job_hours_per_week: HoursPerWeek = entry(
        "Hours a week in your other job",
        "Hours a worked week in your other job.",
        "hours_per_week",
        0.0,
        step=1.0,
    )
    spouse_wages_per_year: Money = entry(
        "Spouse's wages a year", "Your spouse's pay in a year.", "money_per_year", 0.0, step=1000.0
    )
    spouse_profit_per_year: Money = entry(
        "Spouse's own profit a year",
        "Profit of your spouse's own practice or contract work, in a health field. It has a social "
        "security base of its own.",
        "money_per_year",
        0.0,
        step=1000.0,
    )
    other_income_per_year: Money = entry(
        "Interest, dividends, rents a year",
        "What money and property earn, after their costs; dividends are taxed as ordinary income. "
        "Much of it ends the earned income credit; at high income it bears 3.8 % more.",
        "money_per_year",
        0.0,
    )
    pension_income_per_year: Money = entry(
        "Pensions and the like a year",
        "Pensions, unemployment pay, taxable awards, alimony of a decree before 2019: taxed, but "
        "neither earned nor from investment.",
        "money_per_year",
        0.0,
    )
    may_join_employer_plan: bool = entry(
        "An employer's health plan is open to you",
        "You may join a plan that your or your spouse's employer pays a part of, whether you do or "
        "not. The self-employed do not deduct a premium of their own then (IRC 162(l)).",
        "choice",
        False,
    )
    children_claimed_by: Literal["you", "spouse"] = choice(
        "Who claims the children, filed apart",
        "On whose separate return all children and other dependants are. It matters only where a "
        "couple's two returns are compared with the joint one.",
        {"you": "You", "spouse": "Your spouse"},
        "you",
    )
    needs_per_month: Money = entry(
        "Needs a month",
        "What this work must cover a month: no tax, health premium, loans, own therapy or saving.",
        "money_per_month",
        0.0,
        step=100.0,
    )
    tax: TaxMode = UsTax()
    cover: MarketplaceCover | None = Field(
        default=None,
        title="Cover from the marketplace",
        description="Health cover from HealthCare.gov or your state's exchange, for the premium "
        "tax credit. Empty if you have none.",
    )

    @model_validator(mode="after")
    def _a_spouse_on_a_joint_return(self) -> Self:
        if self.filing_status != "joint" and is_any(self.spouse_profit_per_year):
            raise PydanticCustomError(
                "needs_joint_return",
                "a spouse's profit without a joint return",
                {"field": "spouse_profit_per_year", "value": self.spouse_profit_per_year},
            )
        return self

    @model_validator(mode="after")
    def _city_lies_in_the_state(self) -> Self:
        chosen = cities().get(self.city)
        if chosen is not None and chosen.state != self.state:
            found = {"bound": state_names()[self.state], "field": "city", "value": chosen.name}
            raise PydanticCustomError("city_elsewhere", "a city of another state", found)
        return self

    @property
    def dependents(self) -> int:
        """Children and others on the return."""
        return self.children_under_17 + self.older_children + self.other_dependents
