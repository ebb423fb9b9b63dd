"""The premium tax credit of a year: formulas in the order of Form 8962.

Every figure of the law comes from `calc.taxes.cover.law`; money is in dollars a year.
"""

from __future__ import annotations

import numpy as np

from calc.number import Number, at_least_zero
from calc.taxes.cover.law import HAIR, CreditLaw

PERCENT = 100.0


def percent_of_line(income: Number, line: float, law: CreditLaw) -> Number:
    """Income in percent of the poverty line: whole percents, the rest dropped.

    More than the most is the most and one, so that 400 is exactly 4 times the line (instructions
    of Form 8962, worksheet 2). A loss is an income of nothing.

    >>> from calc.taxes.cover.law import credit_law
    >>> law = credit_law(2026)
    >>> [float(percent_of_line(x, 15_650.0, law)) for x in (62_599.0, 62_600.0, 62_601.0)]
    [399.0, 400.0, 401.0]
    """
    exact = at_least_zero(income) * PERCENT / line
    most = law.most_percent
    whole = np.minimum(np.floor(exact + HAIR), most)
    return whole + np.greater(exact, most + HAIR)


def applicable_figure(percent: Number, law: CreditLaw) -> Number:
    """The share of income that a household pays of its benchmark; not a number without a credit.

    >>> from calc.taxes.cover.law import credit_law
    >>> [float(applicable_figure(p, credit_law(2026))) for p in (99.0, 149.0, 400.0, 401.0)]
    [nan, 0.0413, 0.0996, nan]
    """
    return law.figures[np.asarray(percent, dtype=np.intp)]


def expected_contribution(income: Number, line: float, law: CreditLaw) -> Number:
    """What a household pays itself of its benchmark premium, to the cent and beyond.

    The form rounds it to whole dollars. Not a number where there is no credit.

    >>> from calc.taxes.cover.law import credit_law
    >>> round(float(expected_contribution(40_000.0, 15_650.0, credit_law(2026))), 2)
    3436.0
    """
    return applicable_figure(percent_of_line(income, line, law), law) * at_least_zero(income)


def premium_credit_of(
    income: Number, line: float, benchmark: Number, premium: Number, law: CreditLaw
) -> Number:
    """The credit: benchmark less what is expected of the household, at most the own premium.

    Nothing below the least and above the most income.

    >>> from calc.taxes.cover.law import credit_law
    >>> terms = (15_650.0, 7_200.0, 4_200.0, credit_law(2026))
    >>> [round(float(premium_credit_of(x, *terms)), 2) for x in (40_000.0, 62_600.0, 62_601.0)]
    [3764.0, 965.04, 0.0]
    """
    share = applicable_figure(percent_of_line(income, line, law), law)
    left = np.minimum(premium, benchmark - share * at_least_zero(income))
    return np.fmax(left, 0.0)  # nothing where there is no share


def owed_in_april(advance: Number, credit: Number, repaid_share: float) -> Number:
    """What the return asks back of an advance; negative where it still pays the rest of a credit.

    From 2026 all of an advance beyond the credit is owed, at any income.

    >>> owed_in_april(8_388.0, 7_574.0, 1.0), owed_in_april(1_000.0, 3_000.0, 1.0)
    (814.0, -2000.0)
    """
    return at_least_zero(advance - credit) * repaid_share - at_least_zero(credit - advance)
