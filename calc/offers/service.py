"""What Public Service Loan Forgiveness is worth in an offer, or why it is worth nothing there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from calc.loans.plans import counts_for_pslf
from calc.number import Number, ratio_of
from calc.offers.labour.standing import Against, against_service
from calc.questions.repayment import ServiceWorth, outlook, service_worth
from calc.scenario.loans import LoansByPlan
from calc.year.evaluate import Result

NoService: TypeAlias = (
    Against
    | Literal["no_federal_loans", "other_job_hours", "hours_together", "plan", "nothing_forgiven"]
)


@dataclass(frozen=True, slots=True)
class Service:
    """The worth of PSLF as pay, shown apart and never in the wage; else why there is none.

    `hours_per_week` are those of the job that is to count, of the least that the law asks.
    """

    worth: ServiceWorth | None
    why_not: NoService | None = None
    hours_per_week: Number = 0.0
    least_hours_per_week: float = 0.0

    def wage(self, result: Result) -> Number | None:
        """What an hour pays with the worth added; None where there is none."""
        if self.worth is None:
            return None
        return ratio_of(result.take_home.amount + self.worth.believed.per_year, result.hours.amount)


def service_of(result: Result) -> Service:
    """PSLF in the year of an offer, for the loans of the person."""
    loans, found = result.scenario.loans, outlook(result)
    if found is None or not isinstance(loans, LoansByPlan):
        return Service(None, "no_federal_loans")
    if not found.service.counts:
        beside: Mapping[str, NoService] = {"other_job": "other_job_hours", "both": "hours_together"}
        why_not = beside.get(loans.pslf_employer) or against_service(result)
        least = found.rules["pslf_hours_per_week"].number
        return Service(None, why_not, found.service.hours_per_week, least)
    worth = service_worth(found)
    if worth is not None:
        return Service(worth)
    counted = counts_for_pslf(found.chosen, found.rules)
    return Service(None, "nothing_forgiven" if counted else "plan")
