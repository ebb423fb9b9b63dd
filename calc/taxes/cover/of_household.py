"""A household's year of cover: the deduction it may take, its credit, and April's bill."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from calc.errors import ScenarioError
from calc.number import Flag, Number, at_least_zero, is_any, where
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.cover.circle import Terms, largest_deduction
from calc.taxes.cover.credit import applicable_figure, expected_contribution, owed_in_april
from calc.taxes.cover.law import CreditLaw, credit_law, poverty_line, region_of
from calc.taxes.cover.marketplace import Marketplace, problem
from calc.taxes.earnings import Earnings, adjusted_income, earnings_of
from calc.taxes.household import Household


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """A year of cover from the marketplace, in dollars a year, one float or an array of draws each.

    `household` is the return with the deduction taken, ready for `tax_bill`. `income_before` is
    adjusted income without that deduction, `income` with it; `earned_income` is the most that a
    premium may be deducted of, and `percent` that income in whole percents of the poverty `line`.
    `figure` and `contribution` are not numbers where there is no credit by income. `april` is what
    the return asks back of the advance, negative where it still pays the rest of the credit.
    `just_above` says that income is above the most with a credit, that the whole premium deducted
    would bring it below, and that no deduction and credit together fit there.
    """

    marketplace: Marketplace
    household: Household
    law: CreditLaw
    line: float
    income_before: Number
    earned_income: Number
    deduction: Number
    income: Number
    percent: Number
    figure: Number
    contribution: Number
    credit: Number
    april: Number
    just_above: Flag

    @property
    def premium_after_credit(self) -> Number:
        """What of the own plan's premium is left to pay."""
        return self.marketplace.premium_per_year - self.credit


def cover_of(
    household: Household,
    marketplace: Marketplace,
    rules: Rules,
    earned_income: Number | None = None,
) -> Cover:
    """The deduction, credit and April's bill of a household for one year of cover.

    Whatever premium the return deducts already is left out: the deduction is worked out here, with
    the credit. `earned_income` is that of the business which pays the premium, where it is not the
    practice of this return. Of an S corporation's owner it is the pay, and the deduction that of
    the premium which the corporation paid and which is in that pay (Notice 2008-1). Income is the
    adjusted income of the return; tax-exempt interest, untaxed social security, income from abroad
    and that of dependants who must file are not in it. Nobody covered is taken to have Medicare,
    Medicaid or cover from an employer that is affordable. `ScenarioError` where more people are
    covered than the return has; `UnknownYearError` for a year whose credit was not read.
    """
    terms = terms_of(household, marketplace, rules, earned_income)
    nothing = terms.most * 0.0
    deduction = largest_deduction(terms)
    income, percent = terms.income_after(deduction), terms.percent(deduction)
    credit, law = terms.credit(deduction), terms.law
    too_high = np.greater(percent, law.most_percent)
    advance = marketplace.advance_per_year
    return Cover(
        marketplace=marketplace,
        household=_deducting(household, deduction),
        law=law,
        line=terms.line,
        income_before=terms.income_after(nothing),
        earned_income=terms.earned,
        deduction=deduction,
        income=income,
        percent=percent,
        figure=applicable_figure(percent, law),
        contribution=expected_contribution(income, terms.line, law),
        credit=credit,
        april=owed_in_april(advance, credit, law.repayment.number),
        just_above=too_high & np.less_equal(terms.percent(terms.most), law.most_percent),
    )


def _deducting(household: Household, deduction: Number) -> Household:
    """The return that deducts so much of its premium, and no other."""
    if not household.has_corporation:
        return replace(household, self_employed_premium=deduction)
    whole = np.minimum(household.corporate_premium, household.corporate_pay)
    credited = at_least_zero(whole - deduction)
    return replace(household, self_employed_premium=0.0, corporate_premium_not_deducted=credited)


def terms_of(
    household: Household,
    marketplace: Marketplace,
    rules: Rules,
    earned_income: Number | None = None,
) -> Terms:
    """The circle of deduction and credit as this return has it; errors as those of `cover_of`."""
    law = credit_law(rules.tax_year)
    people = people_on(household)
    if marketplace.people_covered > people:
        covered = marketplace.people_covered
        raise ScenarioError((problem("people_covered", "too_large", covered, people),))
    earnings = earnings_of(household, rules)
    income = _Income(household, rules, earnings)
    return Terms(
        income_after=income.after,
        deduction_at=income.deduction_at,
        line=poverty_line(people, region_of(household.state), law),
        benchmark=marketplace.benchmark,
        premium=marketplace.premium_per_year,
        earned=_earned_income(household, earnings) if earned_income is None else earned_income,
        law=law,
    )


def people_on(household: Household) -> int:
    """The people of a return, whom the poverty line counts.

    >>> people_on(Household(filing_status="joint", children_under_17=2))
    4
    """
    dependants = household.children_under_17 + household.dependents_of_17
    return 1 + (household.filing_status == "joint") + dependants


def _earned_income(household: Household, earnings: Earnings) -> Number:
    """Profit less half of its own self-employment tax and own saving for retirement (Form 7206).

    Of a corporation's owner it is the premium paid by the corporation, at most the pay.
    """
    if household.has_corporation:
        return np.minimum(household.corporate_premium, household.corporate_pay)
    own_half = earnings.half_tax - earnings.spouse_half_tax
    saved = household.self_employed_retirement + household.solo_401k_deferral
    return at_least_zero(household.profit - own_half - saved)


class _Income:
    """Adjusted income after a deduction of the premium, and which deduction leaves an income.

    Income falls by a dollar with each dollar deducted, and by more where loan interest phases out:
    that deduction is the only other that looks at this one.
    """

    def __init__(self, household: Household, rules: Rules, earnings: Earnings) -> None:
        bare = replace(_deducting(household, 0.0), student_loan_interest=0.0)
        status = household.limits_status
        self.cap, self.start, self.width = (
            rules[f"us_federal.student_loan_interest_{name}"].of(status)
            for name in ("cap", "phase_out_start", "phase_out_width")
        )
        self.before = adjusted_income(bare, rules, earnings)[1].amount
        self.paid = household.student_loan_interest

    def after(self, deduction: Number) -> Number:
        """The adjusted income that a deduction leaves."""
        left = self.before - deduction
        if not is_any(self.paid):
            return left
        return left - federal.student_loan_interest_deduction(
            self.paid, left, self.cap, self.start, self.width
        )

    def deduction_at(self, income: float) -> Number:
        """The deduction that leaves an adjusted income; below nothing where it takes an addition.

        The income before loan interest is income and the whole interest up to the phase-out, income
        alone beyond it, and on the line between the two within.
        """
        interest = np.minimum(self.paid, self.cap)
        slope = interest / self.width
        within = (income + interest + slope * self.start) / (1.0 + slope)
        in_full = np.less_equal(income + interest, self.start)
        gone = income >= self.start + self.width
        left = where(in_full, income + interest, where(gone, income, within))
        return self.before - left
