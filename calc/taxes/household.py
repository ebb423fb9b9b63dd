"""What one tax return states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.number import Number, at_least_zero, is_any
from calc.scenario.household import FilingStatus

Deduction = Literal["lowest", "standard", "itemised"]
ReturnStatus: TypeAlias = FilingStatus | Literal["separate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateElection:
    """What an own corporation's tax by election does to its owner's state return, dollars a year.

    `added_back` is the tax, where the state's income is before it; `left_out` the income that is
    taxed there no more. `credit` is set against the owner's state tax, and what is more than that
    is paid out where `refunded`.
    """

    added_back: Number = 0.0
    left_out: Number = 0.0
    credit: Number = 0.0
    refunded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One federal return: a person, perhaps a spouse, and what they earned in the tax year.

    `older_children` are those of 17 and 18, and students under 24, who live at home: children for
    the earned income credit (IRC 32(c)(3), 152(c)(3)) but not for the child tax credit.
    `other_dependents` are parents and others whom the household supports.

    Money is in dollars a year, single or one draw each. `profit` is net profit of a sole proprietor
    or contractor in a health field (a loss is negative); `wages` are gross pay of all the person's
    jobs, before the 401(k) deferral and the premium taken from pay before tax. The self-employed
    amounts are what may be deducted, at most: `calc.taxes.contributions` says how much that is. A
    `roth_deferral` lowers no income; it counts for the saver's credit alone.
    Spouse's wages and `spouse_profit`, net profit of the spouse's own practice, count on a joint
    return only. Income that is not earned is of two kinds, which laws treat apart: `other_income`
    is from investment (interest, dividends, net rents and royalties), `pension_income` is all else
    (pensions, unemployment pay, taxable awards, alimony of a decree before 2019).
    `children_from_13` are some of the children under 17: those of 13 and older.
    `city` is one of `calc.parameters.cities`, or none.

    A "separate" return is one of the two of a couple that files apart (`calc.taxes.apart` makes
    both). In a state of community property it reports half of what both earn: `community_wages` and
    `community_profit` are what it reports beside the person's own, below zero where it reports
    less. They are taxed as income; social security, Medicare and self-employment tax stay with
    whose work it was.

    Whose practice is an S corporation has no `profit` of it: `corporate_pay` is what it pays its
    owner, a part of `wages`; `corporate_income` what it leaves after that pay and its own tax,
    which is business income and not earned; `corporate_premium` the health premium it pays for its
    owner, of which `corporate_premium_not_deducted` is not deducted, for a premium credit pays it;
    `tax_added_back` its own tax on income, which some states add back. Some states let a
    sole owner leave their payroll programmes: then `corporate_pay_in_programmes` is False.
    `election` is what a state gives its owner for a tax that the corporation chose to pay.
    """

    filing_status: ReturnStatus = "single"
    state: str = "TX"
    city: str = "none"
    age: int = 40
    spouse_age: int = 40
    children_under_17: int = 0
    older_children: int = 0
    other_dependents: int = 0
    children_from_13: int = 0
    profit: Number = 0.0
    wages: Number = 0.0
    spouse_wages: Number = 0.0
    spouse_profit: Number = 0.0
    community_wages: Number = 0.0
    community_profit: Number = 0.0
    corporate_income: Number = 0.0
    corporate_pay: Number = 0.0
    corporate_premium: Number = 0.0
    corporate_premium_not_deducted: Number = 0.0
    tax_added_back: Number = 0.0
    premium_lowers_qbi_twice: bool = True
    corporate_pay_in_programmes: bool = True
    election: StateElection | None = None
    other_income: Number = 0.0
    pension_income: Number = 0.0
    deferral_401k: Number = 0.0
    premium_before_tax: Number = 0.0
    hsa_through_payroll: Number = 0.0
    self_employed_retirement: Number = 0.0
    solo_401k_deferral: Number = 0.0
    roth_deferral: Number = 0.0
    self_employed_premium: Number = 0.0
    hsa: Number = 0.0
    student_loan_interest: Number = 0.0
    state_rate: Number | None = None
    local_rate: Number = 0.0
    payroll_programme_rate: Number = 0.0
    deduction: Deduction = "lowest"
    qbi_minimum: bool = True

    @property
    def brackets_status(self) -> str:
        """Whose brackets, standard deduction and threshold on investment income are taken.

        A qualifying surviving spouse's are those of a joint return (IRC 1(a)(2), 63(c)(2)(A)(ii),
        1411(b)(1)).
        """
        return "joint" if self.filing_status == "surviving_spouse" else self.filing_status

    @property
    def limits_status(self) -> str:
        """Whose limits are taken where a law has greater ones for a joint return alone.

        A surviving spouse's return is not joint (IRC 24, 25B, 32, 151(d)(5), 199A, 221, 1401(b)).
        """
        return "single" if self.filing_status == "surviving_spouse" else self.filing_status

    @property
    def is_separate(self) -> bool:
        """Whether this is the return of one of a couple that files apart.

        It has no earned income credit (IRC 32(d)) and no deduction from age 65 (151(d)(5)(C)).
        """
        return self.filing_status == "separate"

    @property
    def children_at_home(self) -> int:
        """Children for the earned income credit."""
        return self.children_under_17 + self.older_children

    @property
    def dependents_of_17(self) -> int:
        """Dependants of 17 and more, for whom there is the smaller credit (IRC 24(h)(4))."""
        return self.older_children + self.other_dependents

    @property
    def has_corporation(self) -> bool:
        """Whether an own S corporation pays or leaves anything."""
        return is_any(self.corporate_pay) or is_any(self.corporate_income)

    @property
    def change_by_election(self) -> Number:
        """What an election of the own corporation adds to its owner's state income."""
        found = self.election
        return 0.0 if found is None else found.added_back - found.left_out

    def elected_credit(self, tax: Number) -> Number:
        """What the credit for a corporation's tax by election takes off its owner's state tax."""
        found = self.election
        if found is None:
            return 0.0
        return found.credit if found.refunded else np.minimum(found.credit, tax)

    @property
    def corporate_premium_deducted(self) -> Number:
        """The premium that a corporation paid for its owner, at most the pay (IRC 162(l)(5)).

        What a premium credit pays is no part of it (IRC 280C(g)).
        """
        deducted = np.minimum(self.corporate_premium, self.corporate_pay)
        return at_least_zero(deducted - self.corporate_premium_not_deducted)

    @property
    def unearned_income(self) -> Number:
        """Income of both kinds that no work earns."""
        return self.other_income + self.pension_income
