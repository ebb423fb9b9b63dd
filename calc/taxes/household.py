"""What one tax return states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calc.number import Number
from calc.scenario.household import FilingStatus

Deduction = Literal["lowest", "standard", "itemised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One federal return: a person, perhaps a spouse, and what they earned in the tax year.

    Money is in dollars a year, single or one draw each. `profit` is net profit of a sole proprietor
    or contractor in a health field (a loss is negative); `wages` are gross pay of all the person's
    jobs, before the 401(k) deferral and the premium taken from pay before tax. The self-employed
    amounts are what may be deducted, at most: `calc.taxes.contributions` says how much that is.
    Spouse's wages count on a joint return only.
    """

    filing_status: FilingStatus = "single"
    state: str = "TX"
    age: int = 40
    spouse_age: int = 40
    children_under_17: int = 0
    profit: Number = 0.0
    wages: Number = 0.0
    spouse_wages: Number = 0.0
    other_income: Number = 0.0
    deferral_401k: Number = 0.0
    premium_before_tax: Number = 0.0
    hsa_through_payroll: Number = 0.0
    self_employed_retirement: Number = 0.0
    solo_401k_deferral: Number = 0.0
    self_employed_premium: Number = 0.0
    hsa: Number = 0.0
    student_loan_interest: Number = 0.0
    state_rate: Number | None = None
    local_rate: Number = 0.0
    payroll_programme_rate: Number = 0.0
    deduction: Deduction = "lowest"
    qbi_minimum: bool = True
