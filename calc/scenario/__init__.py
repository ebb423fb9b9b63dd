"""The scenario: one person, in one arrangement of work, for one full year at a steady pace."""

from calc.scenario.ahead import Ahead
from calc.scenario.ahead_of import ahead_of, places_of
from calc.scenario.costs import Cost, CostKind, Period
from calc.scenario.cover import MarketplaceCover
from calc.scenario.document import Assumption, Document
from calc.scenario.entity import Form, SCorporation, SoleProprietor
from calc.scenario.household import FilingStatus, HouseholdInputs
from calc.scenario.licence import Family, FigureName, LicenceInputs, Ramp, Requirement, Wanted
from calc.scenario.loan_parts import FederalLoan, PrivateLoan
from calc.scenario.loans import KnownPayment, LoansByPlan
from calc.scenario.offers import (
    GOALS,
    HORIZONS,
    UNSAID,
    AfterLicence,
    Goal,
    Letter,
    Offer,
    Offers,
    Unsaid,
)
from calc.scenario.pay import (
    BenefitInKind,
    Benefits,
    Hourly,
    RatePerSession,
    Salary,
    SplitOfCollections,
    SplitStep,
)
from calc.scenario.saving import EmployeeSaving, HealthSavings, SelfEmployedSaving
from calc.scenario.scenario import Scenario
from calc.scenario.sessions import InsurerSessions, PrivateSessions, SessionKind
from calc.scenario.support import OwnTherapy, Support
from calc.scenario.targets import RateTargets
from calc.scenario.tax_modes import EffectiveRate, NoTax, SeparateRates, UsTax
from calc.scenario.time import Bucket, Time
from calc.scenario.work import Conditions, Contractor, Employee, EmployerType, OwnPractice, Work

__all__ = [
    "GOALS",
    "HORIZONS",
    "UNSAID",
    "AfterLicence",
    "Ahead",
    "Assumption",
    "BenefitInKind",
    "Benefits",
    "Bucket",
    "Conditions",
    "Contractor",
    "Cost",
    "CostKind",
    "Document",
    "EffectiveRate",
    "Employee",
    "EmployeeSaving",
    "EmployerType",
    "Family",
    "FederalLoan",
    "FigureName",
    "FilingStatus",
    "Form",
    "Goal",
    "HealthSavings",
    "Hourly",
    "HouseholdInputs",
    "InsurerSessions",
    "KnownPayment",
    "Letter",
    "LicenceInputs",
    "LoansByPlan",
    "MarketplaceCover",
    "NoTax",
    "Offer",
    "Offers",
    "OwnPractice",
    "OwnTherapy",
    "Period",
    "PrivateLoan",
    "PrivateSessions",
    "Ramp",
    "RatePerSession",
    "RateTargets",
    "Requirement",
    "SCorporation",
    "Salary",
    "Scenario",
    "SelfEmployedSaving",
    "SeparateRates",
    "SessionKind",
    "SoleProprietor",
    "SplitOfCollections",
    "SplitStep",
    "Support",
    "Time",
    "Unsaid",
    "UsTax",
    "Wanted",
    "Work",
    "ahead_of",
    "places_of",
]
