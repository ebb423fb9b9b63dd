"""Work costs: rows of an amount and how often it is paid."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, assert_never

from pydantic import Field
from pydantic.config import JsonDict

from calc.number import MONTHS_PER_YEAR, QUARTERS_PER_YEAR, Number
from calc.parameters import Parameter, work_cost
from calc.scenario.fields import Inputs, Money, ShortText, Years, entry

CostKind = Literal[
    "licence",
    "exams",
    "liability",
    "training",
    "dues",
    "records",
    "telehealth",
    "directory",
    "marketing",
    "rent",
    "phone",
    "accounting",
    "legal",
    "equipment",
    "travel",
    "other",
]
Period = Literal["month", "quarter", "year", "years"]
PERIODS: JsonDict = {
    "month": "a month",
    "quarter": "a quarter",
    "year": "a year",
    "years": "every few years",
}
MOST_COSTS = 60


def _typical_amount(data: dict[str, Any]) -> float:
    return work_cost(data.get("kind", "other")).number


def _typical_period(data: dict[str, Any]) -> Period:
    unit = work_cost(data.get("kind", "other")).unit
    period: Period = "month" if unit.endswith("per_month") else "year"
    return period


def _typical_label(data: dict[str, Any]) -> str:
    return work_cost(data.get("kind", "other")).label


class Cost(Inputs):
    """One work cost. What is not stated is filled with the typical value of its kind."""

    always_written: ClassVar[tuple[str, ...]] = ("kind",)

    kind: CostKind = entry("Kind of cost", "What the cost is for.", "choice", "other")
    label: ShortText = Field(
        default_factory=_typical_label, title="Name", description="What you call it."
    )
    amount: Money = Field(
        default_factory=_typical_amount,
        title="Amount",
        description="What is paid each time.",
        json_schema_extra={"unit": "money", "step": 10.0},
    )
    per: Period = Field(
        default_factory=_typical_period,
        title="Paid every",
        description="How often it is paid: month, quarter, year, or every so many years.",
        json_schema_extra={"words": PERIODS},
    )
    years: Years = entry(
        "Years between",
        "Years between payments, where it is paid every so many years.",
        "years",
        1.0,
    )
    business: bool = entry(
        "Business cost", "Whether a self-employed person deducts it.", "choice", True
    )

    @property
    def payments_per_year(self) -> Number:
        """How many times a year it is paid."""
        match self.per:
            case "month":
                return MONTHS_PER_YEAR
            case "quarter":
                return QUARTERS_PER_YEAR
            case "year":
                return 1.0
            case "years":
                return 1.0 / self.years
            case _:
                assert_never(self.per)

    @property
    def typical(self) -> Parameter:
        """The typical amount of this kind of cost, with its source."""
        return work_cost(self.kind)
