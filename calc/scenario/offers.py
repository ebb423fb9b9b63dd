"""Job offers: two to five letters, and the one person who weighs them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self, TypeAlias, get_args

from pydantic import BeforeValidator, Field, model_validator

from calc.number import Number
from calc.parameters.student_loans import loan_rules
from calc.scenario.costs import MOST_COSTS, Cost
from calc.scenario.document import Document, no_batch
from calc.scenario.fields import (
    Bounds,
    HoursPerWeek,
    Inputs,
    Money,
    Share,
    ShortText,
    Years,
    choice,
    entry,
    several,
)
from calc.scenario.household import NO_CITY, HouseholdInputs, StateCode
from calc.scenario.licence import LicenceInputs, Ramp
from calc.scenario.loan_parts import Day
from calc.scenario.loans import KnownPayment, Loans, LoansByPlan
from calc.scenario.pay import Salary
from calc.scenario.scenario import Scenario
from calc.scenario.support import Support
from calc.scenario.tax_modes import UsTax
from calc.scenario.work import Employee, Work

MOST_OFFERS = 5
MOST_RAISE = 5.0
FIRST_DAY = datetime.date(2027, 1, 4)
EVERY_FORTNIGHT = 26

Goal = Literal["wage", "wage_after_loans", "take_home", "package", "value", "load", "licence"]
GOALS: tuple[Goal, ...] = get_args(Goal)
Horizon = Literal[3, 5, 10]
HORIZONS: tuple[Horizon, ...] = get_args(Horizon)
PayPeriods = Literal[12, 24, 26, 52]
PAY_PERIODS: Mapping[PayPeriods, str] = {
    12: "12: monthly",
    24: "24: twice a month",
    26: "26: every two weeks",
    52: "52: weekly",
}
# Rates the person knows of one state say nothing of another.
OWN_RATES: Mapping[str, float | None] = {
    "household.tax.state_rate": None,
    "household.tax.local_rate": 0.0,
    "household.tax.payroll_programme_rate": 0.0,
}
# What a letter often leaves out: each becomes a question, and a band in the result.
Unsaid = Literal[
    "notes",
    "meetings",
    "lost_sessions",
    "supervision",
    "health_cover",
    "paid_leave",
    "caseload",
    "attendance",
]
UNSAID: tuple[Unsaid, ...] = get_args(Unsaid)
Raise: TypeAlias = Annotated[Number, Bounds(0.0, MOST_RAISE)]


class AfterLicence(Inputs):
    """What changes with the licence."""

    raise_share: Raise = entry(
        "Raise at the licence",
        "How much pay rises with the licence; in a practice of your own, the fees that you set.",
        "share",
        0.0,
    )
    moves_to: ShortText = entry(
        "After the licence",
        "Another offer here, by its name, that you would go on to once licensed.",
        "text",
        "",
    )


class Letter(Inputs):
    """What the letter says beside pay and time, and what it does not say."""

    unsaid: tuple[Unsaid, ...] = several(
        "The letter does not say",
        "Each becomes a question to ask, and a band in the result.",
        {
            "notes": "Pay for notes",
            "meetings": "Pay for meetings",
            "lost_sessions": "Pay for no-shows, late cancellations",
            "supervision": "Who pays supervision",
            "health_cover": "Who pays health cover",
            "paid_leave": "Paid leave",
            "caseload": "How many sessions",
            "attendance": "How many are missed or cancelled late",
        },
    )
    repaid_on_leaving: Money = entry(
        "To repay on leaving early",
        "Training, supervision or a bonus that you would have to pay back.",
        "money",
        0.0,
        step=500.0,
    )
    repaid_within_years: Years = entry(
        "Repay if you leave within",
        "Years after which nothing is to be repaid.",
        "years",
        1.0,
    )
    pay_periods_per_year: PayPeriods = choice(
        "Paychecks a year", "How often pay comes.", PAY_PERIODS, EVERY_FORTNIGHT
    )


class Offer(Inputs):
    """One offer: the work, its pay, and what this employer gives or asks.

    A salary of nothing, or a rate left out, marks the offer as incomplete; it is kept.
    """

    label: ShortText = entry("Name", "What you call this offer.", "text", "Offer")
    state: StateCode | None = entry(
        "State of work",
        "Where the work is, and where you would then live. Empty: your own state.",
        "choice",
        None,
    )
    work: Work = Employee(pay=Salary(salary_per_year=0.0))
    costs: tuple[Cost, ...] = Field(
        default=(),
        max_length=MOST_COSTS,
        title="Costs",
        description="The costs of this work that you bear.",
    )
    supervision_hours_per_week: HoursPerWeek = entry(
        "Supervision", "Hours of supervision in a worked week.", "hours_per_week", 1.0
    )
    supervision_price_per_hour: Money = entry(
        "Supervision price",
        "What you pay for an hour of it: 0 where the employer provides it.",
        "money_per_hour",
        0.0,
    )
    relational_share: Share = entry(
        "With couples and families",
        "Share of client hours with couples, families or children, where a board asks for them.",
        "share",
        0.0,
    )
    ramp: Ramp = Ramp()
    after_licence: AfterLicence = AfterLicence()
    letter: Letter = Letter()


def _horizon(value: object) -> object:
    """A whole number of years, however a file wrote it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Offers(Document):
    """Up to five offers for one person: the household, loans and own support are shared."""

    header: ClassVar[str] = "# Job offers of Other Chair."

    document: Literal["offers"] = "offers"
    title: ShortText = entry("Title", "What you call these offers.", "text", "My offers")
    offers: tuple[Offer, ...] = Field(
        default=(), max_length=MOST_OFFERS, title="Offers", description="The letters you weigh."
    )
    household: HouseholdInputs = HouseholdInputs()
    loans: Loans = KnownPayment()
    support: Support = Support()
    licence: LicenceInputs = LicenceInputs()
    goal: Goal = choice(
        "Your goal",
        "What the offers are put in order by.",
        {
            "wage": "True hourly wage",
            "wage_after_loans": "Hourly wage after loans",
            "take_home": "Take-home",
            "package": "Hourly wage with benefits",
            "value": "Pay over the years ahead",
            "load": "Lightest load",
            "licence": "Soonest licence",
        },
        "wage",
    )
    horizon_years: Annotated[Horizon, BeforeValidator(_horizon)] = entry(
        "Years ahead", "Over how many years pay is added up.", "choice", 5
    )
    discount_rate_per_year: Share = entry(
        "Discount rate",
        "How much less a dollar a year from now is worth to you.",
        "share",
        typical_name="loan_discount_rate",
        step=0.005,
    )
    starts_on: Day = entry("First day", "When the work would start.", "day", FIRST_DAY)
    target_wage_per_hour: Money = entry(
        "Wage to reach",
        "The true hourly wage that a counter-offer asks for. 0: that of the best other offer.",
        "money_per_hour",
        0.0,
        step=1.0,
    )

    @model_validator(mode="after")
    def _one_batch_length(self) -> Self:
        """Offers hold single numbers: ways, years and dates are worked out one by one."""
        return no_batch(self)

    def state_of(self, offer: Offer) -> StateCode:
        """Where an offer's work is."""
        return offer.state or self.household.state

    def _public_service(self, offer: Offer) -> Mapping[str, str]:
        """That this work counts for public service, where its employer is stated and one that does.

        Beside another job that counts both do: law adds their hours. The hours that it takes are
        looked at where loans are worked out.
        """
        loans, work = self.loans, offer.work
        if not isinstance(loans, LoansByPlan) or loans.pslf_employer == "this_work":
            return {}
        stated = work.stated_employer if isinstance(work, Employee) else None
        here = stated in loan_rules(loans.as_of)["pslf_employers"].words("types")
        if loans.pslf_employer == "none":
            return {"loans.pslf_employer": "this_work"} if here else {}
        return {"loans.pslf_employer": "both" if here else "other_job"}

    def scenario_of(self, offer: Offer) -> Scenario:
        """The plan of one year in an offer: what the person brings, and what the offer states.

        The supervision is the offer's; consultation and own therapy are the person's. Contracted
        hours that a letter states count as work even where it does not list them. Whether loan
        payments count for public service is decided by the offer's employer where it is stated,
        beside the person's other job where that counts. The person
        is taken to live in the state of the work, under its own law: rates the person knows of
        another state are left out.
        """
        stated = {name: getattr(self, name) for name in ("tax_year", "currency", "loans")}
        whole = Scenario.parse(
            {
                **{name: value for name, value in stated.items() if name in self.model_fields_set},
                "title": offer.label,
                "work": offer.work,
                "costs": offer.costs,
                "household": self.household,
                "support": self.support,
            }
        )
        moved = self.state_of(offer) != self.household.state
        elsewhere = OWN_RATES if moved and isinstance(self.household.tax, UsTax) else {}
        city = {"household.city": NO_CITY} if moved and self.household.city != NO_CITY else {}
        return whole.with_values(
            {
                **elsewhere,
                **city,
                **self._public_service(offer),
                **_whole_contract(offer),
                "household.state": self.state_of(offer),
                "support.supervision_hours_per_week": offer.supervision_hours_per_week,
                "support.supervision_price_per_hour": offer.supervision_price_per_hour,
            }
        )


def _whole_contract(offer: Offer) -> Mapping[str, bool]:
    """That the whole contract is work, where the letter states its hours."""
    pay = offer.work.pay
    stated = isinstance(pay, Salary) and pay.states_contract
    return {"work.pay.contract_is_worked": True} if stated else {}
