"""The law of the premium tax credit for one year of cover, ready to be worked with."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from calc.number import FloatArray, Number, where
from calc.parameters import Parameter
from calc.parameters.premium_credit import premium_credit
from calc.parameters.student_loans import poverty_guideline

Region = Literal["48", "AK", "HI"]  # as poverty guidelines are drawn: "48" is all other states
HALF = 0.5
HAIR = 1e-9  # of a percent, or of a step: what adding up in floating point may cost


@dataclass(frozen=True, slots=True, eq=False)
class CreditLaw:
    """What the credit of one year of cover is worked out by, with the parameters to be cited.

    `least_percent` and `most_percent` of the poverty line have a credit, both included. `figures`
    are shares of income by whole percent of the line, from 0 to one beyond the most: not a number
    where there is no credit. `settled_below` is in dollars.
    """

    cover_year: int
    figure: Parameter
    rounding: Parameter
    limit: Parameter
    guideline: Parameter
    repayment: Parameter
    least_percent: float
    most_percent: float
    figures: FloatArray
    settled_below: float


@functools.cache
def credit_law(cover_year: int) -> CreditLaw:
    """The law of a year of cover; `UnknownYearError` names the years there are.

    >>> law = credit_law(2026)
    >>> law.most_percent, law.guideline.of("first_48"), float(law.figures[200])
    (400.0, 15650.0, 0.066)
    """
    found = premium_credit(cover_year)
    limit, figure = found["income_limit"], found["applicable_figure"]
    least, most = limit.of("least"), limit.of("most")
    percents = np.arange(most + 1 + 1)
    step = found["figure_rounding"].number
    of_bands = _of_bands(percents, figure, most, step)
    has_credit = (percents >= least) & (percents <= most)
    return CreditLaw(
        cover_year=cover_year,
        figure=figure,
        rounding=found["figure_rounding"],
        limit=limit,
        guideline=poverty_guideline(int(found["guideline_of"].number)),
        repayment=found["repayment"],
        least_percent=least,
        most_percent=most,
        figures=np.where(has_credit, of_bands, np.nan),
        settled_below=found["iteration_tolerance"].number,
    )


def figure_within(
    percent: Number, start: float, end: float, initial: float, final: float, step: float
) -> Number:
    """The share at a percent of one band: on a line between its ends, rounded halves up.

    26 CFR 1.36B-3(g)(1). All shares are of income; `step` is what is rounded to.

    >>> round(float(figure_within(210.0, 200.0, 250.0, 0.063, 0.0805, 0.0001)), 4)
    0.0665
    >>> round(float(figure_within(275.0, 250.0, 300.0, 0.0805, 0.095, 0.0001)), 4)
    0.0878
    """
    share = initial + (final - initial) * ((percent - start) / (end - start))
    steps_in_one = float(round(1 / step))  # a step of 0.0001 itself is no float
    rounded: Number = np.floor(share * steps_in_one + HALF + HAIR) / steps_in_one
    return rounded


def _of_bands(percents: FloatArray, figure: Parameter, most: float, step: float) -> FloatArray:
    """The share at each percent, by the last band that has begun."""
    starts = figure.row("from")
    ends = (*starts[1:], most)
    bands = zip(starts, ends, figure.row("initial"), figure.row("final"), strict=True)
    found: Number = percents * 0.0
    for start, end, initial, final in bands:
        inside = figure_within(percents, start, end, initial, final, step)
        found = where(np.greater_equal(percents, start), inside, found)
    return np.asarray(found)


def region_of(state: str) -> Region:
    """The region of the poverty guidelines that a state lies in.

    >>> region_of("AK"), region_of("TX")
    ('AK', '48')
    """
    return next((region for region in get_args(Region) if region == state), "48")


def poverty_line(people: int, region: Region, law: CreditLaw) -> float:
    """The poverty line of a household in dollars a year: the first person's, and each further one.

    The guideline is that published when enrolment began: of the year before the year of cover.

    >>> poverty_line(4, "48", credit_law(2026))
    32150.0
    """
    first = law.guideline.of(f"first_{region}")
    return first + (people - 1) * law.guideline.of(f"further_{region}")
