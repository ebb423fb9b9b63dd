"""Student loans: which plans are open, what they ask a month, and how each ends."""

from calc.loans.ahead import Course, course_of, month_after
from calc.loans.borrower import (
    Borrower,
    Incomes,
    Loan,
    Region,
    grown,
    guideline_of,
    own_share,
    region_of,
    stepped,
)
from calc.loans.eligibility import (
    Eligibility,
    PlanNotOpenError,
    eligible_plans,
    open_plans,
    plan_by_law,
)
from calc.loans.from_inputs import borrower_of, family_of, files_apart, path_of, plans_of, terms_of
from calc.loans.outlook import Outlook, Serving, services
from calc.loans.payment import monthly_payment
from calc.loans.plans import (
    BY_INCOME,
    FIXED,
    NAMES,
    PLANS,
    RECORDS,
    LoanPlan,
    families_for_pslf,
    payment_of,
)
from calc.loans.projection import Projection, compare, project, project_all
from calc.loans.rows import PaidByAward, Terms
from calc.loans.service import PublicService, loan_remarks, public_service
from calc.loans.year import LoanYear, year_of
from calc.scenario.loans import Plan, PlanNow

__all__ = [
    "BY_INCOME",
    "FIXED",
    "NAMES",
    "PLANS",
    "RECORDS",
    "Borrower",
    "Course",
    "Eligibility",
    "Incomes",
    "Loan",
    "LoanPlan",
    "LoanYear",
    "Outlook",
    "PaidByAward",
    "Plan",
    "PlanNotOpenError",
    "PlanNow",
    "Projection",
    "PublicService",
    "Region",
    "Serving",
    "Terms",
    "borrower_of",
    "compare",
    "course_of",
    "eligible_plans",
    "families_for_pslf",
    "family_of",
    "files_apart",
    "grown",
    "guideline_of",
    "loan_remarks",
    "month_after",
    "monthly_payment",
    "open_plans",
    "own_share",
    "path_of",
    "payment_of",
    "plan_by_law",
    "plans_of",
    "project",
    "project_all",
    "public_service",
    "region_of",
    "services",
    "stepped",
    "terms_of",
    "year_of",
]
