"""Offers beside each other: each by the same engine as everyone's hour, then put in order."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from calc.errors import Problem
from calc.ledger import Line
from calc.number import MONTHS_PER_YEAR, Number
from calc.offers.benefits import benefits_of, net_per_paycheck
from calc.offers.faults import faults
from calc.offers.horizon import PayOverYears, next_offer, pay_over_years
from calc.offers.labour import Check, LetterTerms, checks, hours_in_doubt
from calc.offers.licensure import LicencePath, pace_of, requirement_for, way_to_licence
from calc.offers.service import Service, service_of
from calc.offers.terms import Headline, TermName, Value, headline, letter_terms, terms_of
from calc.offers.unsaid import Band, band
from calc.parameters import Parameter, Rules, load_rules, typical
from calc.questions.repayment import ServiceWorth
from calc.scenario.offers import Goal, Offer, Offers
from calc.year.evaluate import Result, evaluate

OfYear: TypeAlias = Literal["wage", "wage_after_loans", "take_home", "package", "load"]


@dataclass(frozen=True)
class Compared:
    """One offer worked out: its year, its way to a licence, and its pay over years.

    `place` is its place in the file, from 0. `headline` is the pay it is known by, `paycheck` the
    net pay of each payday (None where nobody withholds), `benefits` what it gives beside pay,
    `letter` what labour law looks at beside the plan, on the day `on` that the work starts.
    """

    place: int
    offer: Offer
    result: Result
    licence: LicencePath
    ahead: PayOverYears
    headline: Headline
    benefits: Line
    paycheck: Line | None
    letter: LetterTerms
    on: datetime.date

    @property
    def label(self) -> str:
        """What the person calls it."""
        return self.offer.label

    @cached_property
    def band(self) -> Band | None:
        """How far the wage could move by what the letter does not say."""
        return band(self.offer, self.result)

    @cached_property
    def terms(self) -> Mapping[TermName, Value]:
        """What the offer says, term by term."""
        return terms_of(self.offer, self.result)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """What to ask the employer, each with the rule behind it; never a verdict."""
        return checks(self.result, self.letter, self.on)

    @cached_property
    def hours_in_doubt(self) -> Parameter | None:
        """The rule by which these hours may not count towards the licence, where one was read."""
        return hours_in_doubt(self.result.scenario.work, self.letter)

    @cached_property
    def public_service(self) -> Service:
        """What PSLF is worth here, or why it is worth nothing."""
        return service_of(self.result)

    @property
    def service(self) -> ServiceWorth | None:
        """What PSLF is worth here, as pay: shown apart, never in the wage."""
        return self.public_service.worth

    @property
    def wage_with_service(self) -> Number | None:
        """What an hour pays with that added; None where it is worth nothing."""
        return self.public_service.wage(self.result)

    @cached_property
    def by_cover(self) -> Result:
        """The same year with health cover at nothing, and at what it costs on the market.

        Two figures each, in that order; the price is in dollars.
        """
        premiums = np.array([0.0, typical("health_premium_per_month").number])
        read = self.result.scenario.with_values({"work.health_premium_per_month": premiums})
        return evaluate(read, self.result.rules)

    def figure(self, goal: Goal, years: int) -> float:
        """The figure that a goal ranks by; NaN where the offer has none.

        Months to licence are infinite where the offer never leads to one; they are the least there
        can be where the board may ask more than is known (`licence.at_least`).
        """
        match goal:
            case "value":
                return self.ahead.worth(years)
            case "licence":
                return self._months()
            case _:
                return float(figure_of_year(self.result, goal))

    def _months(self) -> float:
        """Months to the licence; infinite where it never comes, NaN where no figure is known."""
        if self.licence.months is not None:
            return float(self.licence.months)
        return math.inf if self.licence.never else math.nan


def figure_of_year(result: Result, goal: OfYear) -> Number:
    """The figure of a year that a goal ranks by, in its own unit."""
    match goal:
        case "wage":
            return result.wage.amount
        case "wage_after_loans":
            return result.wage_after_loans.amount
        case "take_home":
            return result.take_home.amount / MONTHS_PER_YEAR
        case "package":
            return result.package_wage.amount
        case _:
            return result.load.score


LESS_IS_WANTED: tuple[Goal, ...] = ("load", "licence")
# What every offer rests on beside its own letter.
SHARED = ("household", "loans", "support", "licence")
PLAIN = ("tax_year", "currency", "discount_rate_per_year", "starts_on")


@dataclass(frozen=True)
class Comparison:
    """All offers of a file: those worked out, and those that still lack something.

    `incomplete` holds, by place in the file, what keeps an offer out.
    """

    offers: Offers
    rules: Rules
    compared: tuple[Compared, ...]
    incomplete: Mapping[int, tuple[Problem, ...]]

    def ranked(self, goal: Goal | None = None) -> tuple[Compared, ...]:
        """The offers in the order of a goal, the file's own unless another is named.

        Offers that are level keep their order in the file; one without the figure comes last. By
        the licence, those whose hours may not count come after those whose hours do.
        """
        wanted = goal or self.offers.goal
        sign = 1.0 if wanted in LESS_IS_WANTED else -1.0

        def order(found: Compared) -> tuple[bool, bool, float]:
            figure = sign * found.figure(wanted, self.offers.horizon_years)
            last = math.isnan(figure) or figure == math.inf
            doubt = wanted == "licence" and found.hours_in_doubt is not None
            return last, doubt, 0.0 if last else figure

        return tuple(sorted(self.compared, key=order))

    def differing(self) -> Mapping[TermName, tuple[Value, ...]]:
        """The terms in which the offers differ, each with its value in every compared offer."""
        every = [found.terms for found in self.compared]
        if not every:
            return {}
        return {
            name: tuple(terms[name] for terms in every)
            for name in every[0]
            if any(terms[name] != every[0][name] for terms in every)
        }


def compare(
    offers: Offers, rules: Rules | None = None, before: Comparison | None = None
) -> Comparison:
    """Every complete offer of a file, evaluated for the one person who weighs them.

    An offer that lacks its pay, or cannot be as it says, is left out and told in `incomplete`.
    What `before` worked out already is taken from there, where nothing that it rests on is another
    object since: the answer is the same without it.
    """
    rules = rules or load_rules(offers.tax_year)
    known = {} if before is None else _still(before, offers, rules)
    incomplete, found = {}, []
    for place, offer in enumerate(offers.offers):
        problems = faults(offers, place)
        if problems:
            incomplete[place] = problems
        else:
            found.append(known.get(place) or _compared(offers, place, offer, rules))
    return Comparison(offers, rules, tuple(found), incomplete)


def _still(before: Comparison, offers: Offers, rules: Rules) -> Mapping[int, Compared]:
    """What was worked out of offers that are the same, for the same person; by place."""
    old = before.offers
    stated = old.model_fields_set ^ offers.model_fields_set  # a default may be the plan's own
    same = all(getattr(old, name) == getattr(offers, name) for name in PLAIN)
    same = same and all(getattr(old, name) is getattr(offers, name) for name in SHARED)
    if before.rules is not rules or not same or stated & {*PLAIN, *SHARED}:
        return {}
    return {
        found.place: found
        for found in before.compared
        if found.place < len(offers.offers)
        and offers.offers[found.place] is found.offer
        and next_offer(offers, found.offer) is next_offer(old, found.offer)
    }


def _compared(offers: Offers, place: int, offer: Offer, rules: Rules) -> Compared:
    result = evaluate(offers.scenario_of(offer), rules)
    asked = requirement_for(offers.state_of(offer), offers.licence)
    pace = pace_of(result, offer.relational_share, offers.licence)
    path = way_to_licence(asked, pace, offers.licence, offer.ramp)
    return Compared(
        place=place,
        offer=offer,
        result=result,
        licence=path,
        ahead=pay_over_years(offers, offer, result, path),
        headline=headline(result),
        benefits=benefits_of(result),
        paycheck=net_per_paycheck(result, offer.letter.pay_periods_per_year),
        letter=letter_terms(offers, offer),
        on=offers.starts_on,
    )
