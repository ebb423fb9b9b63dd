"""One scale of load outside its own page: people of 100, beside the score of 0 to 100.

Both go by the same log-odds, so either says the other.
"""

from __future__ import annotations

import numpy as np

from calc.burnout import formulas
from calc.burnout.factors import Factor
from calc.burnout.indicator import heavier_from
from calc.number import Number
from calc.parameters import Rules


def people_of_score(score: Number, rules: Rules) -> Number:
    """How many of 100 therapists are exhausted at a score of 0 to 100.

    >>> from calc.parameters import load_rules
    >>> float(people_of_score(50.0, load_rules(2026)))
    37.0
    """
    return _people(_log_odds(score / formulas.PERCENT), rules)


def score_of_people(people: Number, rules: Rules) -> Number:
    """The score at which so many of 100 are exhausted; its ends for more or fewer than there are.

    >>> from calc.parameters import load_rules
    >>> round(float(score_of_people(37.0, load_rules(2026))), 6)
    50.0
    """
    base = formulas.logit(rules["burnout.base_rate"].number)
    limit = rules["burnout.soft_limit"].number
    above = _log_odds(np.clip(people, 0.0, formulas.PERCENT) / formulas.PERCENT) - base
    with np.errstate(divide="ignore"):
        log_odds = limit * np.arctanh(np.clip(above / limit, -1.0, 1.0))
    return formulas.score_of(log_odds)


def people_at(found: Factor, value: Number, rules: Rules) -> Number:
    """How many of 100 are exhausted where one factor has this value and all else is typical.

    >>> from calc.burnout.factors import factors
    >>> from calc.parameters import load_rules
    >>> rules = load_rules(2026)
    >>> after_hours = next(one for one in factors(rules) if one.name == "after_hours")
    >>> [round(float(people_at(after_hours, hours, rules)), 1) for hours in (0.0, 3.0, 15.0)]
    [33.8, 37.0, 50.2]
    """
    return _people(found.log_odds * found.effect(value), rules)


def heavier_from_people(rules: Rules) -> float:
    """How many of 100 are exhausted where a practice begins to be heavier than typical."""
    return float(people_of_score(heavier_from(rules["burnout.bands"]), rules))


def _people(log_odds: Number, rules: Rules) -> Number:
    base = formulas.logit(rules["burnout.base_rate"].number)
    return formulas.PERCENT * formulas.probability_of(
        log_odds, base, rules["burnout.soft_limit"].number
    )


def _log_odds(share: Number) -> Number:
    with np.errstate(divide="ignore"):
        return np.log(share) - np.log1p(-share)
