"""What the load indicator looks at, taken from the statements of a year."""

from __future__ import annotations

import numpy as np

from calc.burnout.factors import LoadInputs
from calc.burnout.formulas import debt_over_income, pay_over_needs
from calc.number import MONTHS_PER_YEAR, Number, added, ratio_of
from calc.parameters import typical
from calc.scenario import Bucket, Employee, KnownPayment, Scenario
from calc.statements import Remark, Year

INDEPENDENT = "private_group_practice"
APART: tuple[Bucket, ...] = ("supervision_received", "travel")
PAPERWORK: tuple[Bucket, ...] = ("notes", "billing", "administration")


def load_inputs(
    scenario: Scenario, year: Year, *, pay: Number, income: Number, debt: Number
) -> LoadInputs:
    """One practice as the indicator sees it.

    `pay` is take-home less loan payments, and `income` money in less work costs, a year, both
    without supervision, consultation and own therapy. Hours are of a worked week: supervision,
    consultation and travel are left out of them, another job's are added.
    """
    work, support, home = scenario.work, scenario.support, scenario.household
    weeks = year.worked_weeks.amount
    at_work = ratio_of(
        added(line.amount for name, line in year.buckets.items() if name not in APART), weeks
    )
    paperwork = added(year.buckets[name].amount for name in PAPERWORK)
    received = support.supervision_hours_per_week + support.consultation_hours_per_week
    needs = home.needs_per_month * MONTHS_PER_YEAR
    agency = isinstance(work, Employee) and work.employer_type != INDEPENDENT
    return LoadInputs(
        hours_total=at_work + home.other_job_hours_per_week,
        client_hours=ratio_of(year.buckets["sessions"].amount, weeks),
        doc_hours=ratio_of(paperwork, weeks),
        after_hours=np.minimum(work.time.after_hours_per_week, at_work),
        trauma_share=work.conditions.trauma_share,
        weeks_off=work.time.holiday_weeks + work.time.other_weeks_off,
        supervision=received * weeks / MONTHS_PER_YEAR,
        peer_contact=work.conditions.colleagues_points,
        autonomy=work.conditions.freedom_points,
        pay_ratio=pay_over_needs(pay, needs, typical("pay_over_needs").number),
        debt_to_income=debt_over_income(debt, income, typical("debt_without_income").number),
        setting_agency=float(agency),
    )


def load_remarks(scenario: Scenario, debt: Number) -> tuple[Remark, ...]:
    """What the indicator had to assume: needs that are not stated, debt that is not."""
    found = []
    if not np.any(scenario.household.needs_per_month):
        found.append(Remark("needs_not_stated", "household.needs_per_month"))
    loans = scenario.loans
    if isinstance(loans, KnownPayment) and np.any(loans.payment_per_month) and not np.any(debt):
        found.append(Remark("debt_not_stated", "loans.owed"))
    return tuple(found)
