"""The plans of a borrower side by side, and what each of them comes to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from calc.ledger import Line
from calc.loans.ahead import month_after, months_line, paid_line
from calc.loans.eligibility import Eligibility
from calc.loans.plans import payment_of
from calc.loans.projection import Projection
from calc.loans.service import PublicService
from calc.number import Number
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules
from calc.scenario.loan_parts import Award
from calc.scenario.loans import LoansByPlan, Plan


@dataclass(frozen=True, slots=True)
class Outlook:
    """The plans of a borrower side by side, with public service where it counts and without.

    `projections` and `without_service` hold the open plans in the same order; they are the same
    where no payment counts for PSLF.
    """

    loans: LoansByPlan
    rules: LoanRules
    plans: tuple[Eligibility, ...]
    chosen: Plan
    owed: Number
    projections: tuple[Projection, ...]
    without_service: tuple[Projection, ...]
    service: PublicService

    @property
    def discount_rate(self) -> Number:
        """The rate at which payments ahead are brought to today's money."""
        return self.loans.discount_rate_per_year

    @property
    def pslf_payments_left(self) -> float:
        """Payments in public service that are still to be made."""
        return self.rules["pslf_payments"].number - self.loans.pslf_months_certified

    def of(self, plan: Plan) -> Projection:
        """The projection of one open plan."""
        return next(found for found in self.projections if found.plan == plan)

    def of_without(self, plan: Plan) -> Projection:
        """The same without public service."""
        return next(found for found in self.without_service if found.plan == plan)

    def last_month(self, plan: Plan) -> datetime.date:
        """The month of a plan's last payment, of which the first is a month away."""
        return month_after(self.loans.as_of, self.of(plan).months)

    def paid_in_all(self, plan: Plan) -> Line:
        """The statement of what is paid in all under a plan."""
        return paid_line(self.of(plan), self.owed, self.rules)

    def payments_to_the_end(self, plan: Plan) -> Line:
        """The statement of how many payments a plan still asks."""
        found, counted = self.of(plan), self.loans.credited_months
        needed: Parameter | None = self.rules[payment_of(plan).ends_after]
        if found.outcome == "pslf_forgiven":
            needed, counted = self.rules["pslf_payments"], self.loans.pslf_months_certified
        elif found.outcome == "paid_off":
            needed = None
        return months_line(found, needed, counted, self.owed)

    @property
    def least_without(self) -> Projection:
        """The plan that costs least in today's money where there is no public service."""
        return min(
            self.without_service, key=lambda found: float(found.present_value(self.discount_rate))
        )


@dataclass(frozen=True, slots=True)
class Serving:
    """An award and the service it asks: until when, and what leaving before has to pay back."""

    award: Award
    until: datetime.date
    paid_back: Number


def services(found: Outlook) -> tuple[Serving, ...]:
    """The service each award asks; the whole of it is taken to be paid back by who leaves."""
    return tuple(
        Serving(
            award,
            month_after(found.loans.as_of, award.months),
            award.amount if award.paid_back_if_left else award.amount * 0.0,
        )
        for award in found.loans.awards
    )
