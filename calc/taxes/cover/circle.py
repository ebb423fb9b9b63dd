"""The premium credit and the deduction of the self-employed for the same premium.

The deduction (IRC 162(l)) is the premium less the credit; the credit is set by income after the
deduction. Rev. Proc. 2014-41 allows any pair that together is no more than the premium. Between
the least and the most income the credit never falls as the deduction rises, for income falls; so
what the two come to only rises there, in steps where a whole percent of the poverty line is
crossed, and the largest deduction that fits is found by halving.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from calc.number import Flag, Number, at_least_zero, where
from calc.taxes.cover.credit import PERCENT, percent_of_line, premium_credit_of
from calc.taxes.cover.law import CreditLaw

HALVINGS = 40  # a premium of a hundred thousand is then known to a hundred-thousandth of a cent
HALF = 0.5
TIMES = 60  # that the iteration goes round before it is called unsettled
A_CENT = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What the circle is about: dollars a year, each one float or an array of draws.

    `income_after` is the income that the credit looks at, after a deduction; it falls by a dollar
    or more with each dollar of it. `deduction_at` is the deduction that leaves a given income:
    below nothing where income is less already. `premium` is that of the own plan, and `earned` the
    income of the practice that it may be deducted of.
    """

    income_after: Callable[[Number], Number]
    deduction_at: Callable[[float], Number]
    line: float
    benchmark: Number
    premium: Number
    earned: Number
    law: CreditLaw

    @property
    def most(self) -> Number:
        """The most that may be deducted: the premium, or earned income where that is less."""
        return np.minimum(self.premium, at_least_zero(self.earned))

    def credit(self, deduction: Number) -> Number:
        """The credit at the income after a deduction."""
        income = self.income_after(deduction)
        return premium_credit_of(income, self.line, self.benchmark, self.premium, self.law)

    def percent(self, deduction: Number) -> Number:
        """That income in whole percents of the poverty line."""
        return percent_of_line(self.income_after(deduction), self.line, self.law)

    def fits(self, deduction: Number) -> Flag:
        """Whether deduction and credit together are no more than the premium."""
        return np.less_equal(deduction + self.credit(deduction), self.premium)


def largest_deduction(terms: Terms) -> Number:
    """The largest deduction that fits and leaves a credit; where none does, the largest that fits.

    The latter is all there is where income stays above the most, or may fall below the least;
    else, where no deduction and credit fit at an income with a credit, the deduction that leaves
    income a cent above the most. A deduction of nothing always fits.
    """
    law, most = terms.law, terms.most
    nothing = most * 0.0
    top = terms.line * law.most_percent / PERCENT
    before, after = terms.percent(nothing), terms.percent(most)
    stays_high = np.greater(after, law.most_percent)
    turns_low = np.less(after, law.least_percent)
    # From `first` to `last` the income is one with a credit, where there is such.
    first = _between(terms.deduction_at(top), most)
    last = where(turns_low, _between(terms.deduction_at(terms.line), most), most)
    fits = terms.fits(first) & np.greater_equal(before, law.least_percent) & ~stays_high
    largest = where(terms.fits(last), last, _last_that_fits(terms, first, last))
    has_credit = fits & np.greater(terms.credit(largest), 0.0)
    a_cent_above = _between(terms.deduction_at(top + A_CENT), most)
    without = where(stays_high | turns_low, most, where(fits, largest, a_cent_above))
    return where(has_credit, largest, without)


def _between(deduction: Number, most: Number) -> Number:
    """A deduction, at least nothing and at most the most."""
    return np.minimum(at_least_zero(deduction), most)


def _last_that_fits(terms: Terms, first: Number, last: Number) -> Number:
    """Where a deduction ceases to fit, between one that does and one that does not."""
    for _ in range(HALVINGS):
        middle = (first + last) * HALF
        there = terms.fits(middle)
        first, last = where(there, middle, first), where(there, last, middle)
    return first


class Iteration(NamedTuple):
    """The pairs of Rev. Proc. 2014-41: that where it ended, and that of its simple method.

    `settled` is False where the pair still moved by a dollar or more when it ended.
    """

    deduction: Number
    credit: Number
    settled: Flag
    simple_deduction: Number
    simple_credit: Number


def iterated(terms: Terms) -> Iteration:
    """The iteration of Rev. Proc. 2014-41 sec. 4, and the simple method of sec. 5.

    It begins with the whole premium and deducts what the credit leaves, until both figures move by
    less than a dollar. Whole percents and both ends of the credit can keep it going round.
    """
    deduction = terms.most + 0.0
    credit = terms.credit(deduction)
    settled: Flag = np.less(deduction, -1.0)  # nowhere yet
    simple = (deduction, credit)
    for time in range(TIMES):
        following = np.minimum(terms.premium - credit, terms.most)
        credit_then = terms.credit(following)
        moved = np.maximum(np.abs(following - deduction), np.abs(credit_then - credit))
        deduction = where(settled, deduction, following)
        credit = where(settled, credit, credit_then)
        settled = settled | np.less(moved, terms.law.settled_below)
        if time == 0:
            simple = (deduction, credit)
    return Iteration(deduction, credit, settled, *simple)
