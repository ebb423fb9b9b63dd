"""The heading of Job offers: which letter is best for the goal, and what the others pay."""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.offers import Compared, Comparison, turned_by
from calc.scenario import Goal, Offers
from calc.scenario.fields import chosen, words_of
from calc.scenario.offers import Letter
from ui.offers import licence_words, service_words
from ui.offers import words as offer_words
from ui.telling import numbers
from ui.telling.words import count, escape, joined

BEST: dict[Goal, str] = {
    "wage": "pays the most for an hour",
    "wage_after_loans": "pays the most for an hour after loans",
    "take_home": "leaves the most to take home",
    "package": "pays the most for an hour with its benefits",
    "value": "pays the most over {years} years",
    "load": "has the lightest load",
    "licence": "gets you licensed first",
}
NOT_CHOSEN = "Choose the licence you want under You, Licence, to see which offer is sooner."


def heading(
    comparison: Comparison,
    ranked: Sequence[Compared],
    undecided: Sequence[Compared] = (),
    *,
    example: bool,
) -> tuple[str, str]:
    """The heading and the sentence below it; of the person's offers, or of the worked example.

    `undecided` are offers whose health cover nobody stated, and by which another may be first.
    """
    if not comparison.compared:
        return (
            offer_words.EMPTY,
            offer_words.NO_OFFERS if not comparison.offers.offers else offer_words.NOTHING_YET,
        )
    best = ranked[0]
    if len(ranked) == 1:
        return _alone(best), offer_words.ADD_A_SECOND
    answer = _answer(ranked, undecided, comparison.offers)
    if example:
        return answer, offer_words.EXAMPLE
    said = (_sentence(comparison, ranked), _taken(undecided), _open(comparison, ranked))
    return answer, " ".join(filter(None, said))


def _open(comparison: Comparison, ranked: Sequence[Compared]) -> str:
    """How many answers are open, and which of them alone could turn an order by the wage."""
    readings = [one for found in ranked if found.band for one in found.band.readings]
    if comparison.offers.goal != "wage" or not readings:
        return ""
    said = words_of(Letter.model_fields["unsaid"])
    turning = joined([said[term].lower() for term in turned_by(ranked)], "or")
    could = f"{turning} alone could turn this order" if turning else "none alone turns this order"
    return f"{count(len(readings), 'open answer')} of the letters may move an hour's pay: {could}."


def _taken(undecided: Sequence[Compared]) -> str:
    """What is counted for health cover until it is stated, and what to do about it."""
    if not undecided:
        return ""
    amounts = {_premium(found) for found in undecided}
    counted = joined(
        [f"{_premium(found)} a month for {escape(offer_words.named(found))}" for found in undecided]
    )
    if len(amounts) == 1 and len(undecided) > 1:
        counted = f"{amounts.pop()} a month"
    return f"Until it is entered, health cover counts as {counted}: ask what you would pay."


def _premium(found: Compared) -> str:
    premium = float(found.result.scenario.work.health_premium_per_month)
    return escape(numbers.money(premium, offer_words.currency_of(found)))


def _alone(found: Compared) -> str:
    """The one offer there is."""
    wage = float(found.result.wage.amount)
    name = escape(offer_words.named(found))
    if not math.isfinite(wage):
        return f"The hours of {name} are not stated, so an hour has no wage."
    if wage < 0.0:
        lost = escape(numbers.wage(-wage, offer_words.currency_of(found)))
        return f"Each hour of {name} costs {lost} more than it pays."
    return f"{name} pays {offer_words.wage(found)} for each hour it takes."


def _answer(ranked: Sequence[Compared], undecided: Sequence[Compared], offers: Offers) -> str:
    """Which offer is best for the goal; then which leads to the licence first, by how much.

    None is best as long as another would be by what nobody was asked yet.
    """
    if offers.goal == "licence":
        return _soonest(ranked, offers)
    figures = [found.figure(offers.goal, offers.horizon_years) for found in ranked]
    level = [
        offer_words.named(found)
        for found, figure in zip(ranked, figures, strict=True)
        if numbers.same(figure, figures[0])
    ]
    best = BEST[offers.goal].format(years=offers.horizon_years)
    if len(level) > 1:
        first = f"{escape(joined(level))} come out level, by {chosen(offers, 'goal').lower()}."
    elif undecided:
        names = escape(joined([offer_words.named(found) for found in undecided]))
        leave = "leaves" if len(undecided) == 1 else "leave"
        first = f"Which offer {best} depends on health cover, which {names} {leave} open."
    else:
        first = f"{escape(offer_words.named(ranked[0]))} {best}."
    return f"{first} {_sooner(ranked, is_named=not undecided)}".strip()


def _soonest(ranked: Sequence[Compared], offers: Offers) -> str:
    """Which offer leads to the licence first, and which pays the most for an hour."""
    best = ranked[0]
    level = licence_words.level_with(best, ranked)
    top = max(ranked, key=lambda one: _or_least(one.figure("wage", 0)))
    pays = f"{escape(offer_words.named(top))} {BEST['wage']}."
    if best.licence.licensed:
        return f"You are licensed already, so no offer is sooner. {pays}"
    if offers.licence.family == "none":
        return f"{NOT_CHOSEN} {pays}"
    if not best.licence.reached:
        return f"No offer leads to a licence that can be told. {pays}"
    first = f"{escape(offer_words.named(best))} {BEST['licence']}"
    if licence_words.in_doubt(best):
        return f"{first}, if its hours count. {pays}"
    sure = all(licence_words.is_first(one, ranked) for one in level)
    known = "" if sure else f"{licence_words.AS_READ}, "
    if len(level) > 1:
        names = escape(joined([offer_words.named(found) for found in level]))
        return f"{known}{names} get you licensed at the same time. {pays}"
    if top is best:
        return f"{known}{first}, and {BEST['wage']}."
    return f"{known}{first}. {pays}"


def _or_least(figure: float) -> float:
    return -math.inf if math.isnan(figure) else figure


def _sooner(ranked: Sequence[Compared], *, is_named: bool) -> str:
    """Which offer leads to the licence first, and by how many months; no more than is known.

    The best is named just before, if `is_named`. A board that may ask more than was read leaves
    both open: a difference of two figures that are each "at least" says nothing.
    """
    reached = [
        found for found in ranked if found.licence.reached and not licence_words.in_doubt(found)
    ]
    if not reached or any(found.licence.licensed for found in ranked):
        return ""
    order = sorted(reached, key=lambda found: licence_words.whole_months(found.licence))
    first, best = order[0], ranked[0]
    others = [found for found in ranked if found is not first]
    level = licence_words.level_with(first, order)
    name = escape(joined([offer_words.named(found) for found in level]))
    gets = "gets" if len(level) == 1 else "get"
    if all(found.licence.never for found in others):
        there = "there" if first is best and is_named else f"with {name}"
        return f"Only {there} do you get licensed."
    if len(order) == 1 or any(found.licence.months is None for found in (first, best)):
        sure = licence_words.is_first(first, ranked)
        return f"{name} {gets} you licensed first." if sure else ""
    other = order[1] if first is best else best
    ahead = licence_words.months_between(first, other)
    if not ahead:
        return ""
    if not licence_words.is_first(first, ranked):
        return f"{licence_words.AS_READ}, {name} {gets} you licensed first."
    least = "at least " if licence_words.is_least(other) else ""
    sooner = f"{least}{licence_words.written_months(ahead)} sooner"
    if first is best and is_named:
        return f"It also gets you licensed first, {sooner}."
    return f"{name} {gets} you licensed {sooner}."


def _sentence(comparison: Comparison, ranked: Sequence[Compared]) -> str:
    """What an hour pays with the first and the last, and what is not complete."""
    more = len(comparison.incomplete)
    left = f" {more} more {'is' if more == 1 else 'are'} not complete yet." if more else ""
    known = [found for found in ranked if math.isfinite(float(found.result.wage.amount))]
    if not known:
        return f"{offer_words.NOTHING_TO_DRAW}{left}"
    order = sorted(known, key=lambda found: -float(found.result.wage.amount))
    best, last = order[0], order[-1]
    both = f"{_pays(best)}, and {_pays(last)}" if last is not best else _pays(best)
    return f"An hour pays {both}, after tax and costs, for every hour the job takes.{left}"


def _pays(found: Compared) -> str:
    """The wage of an offer, and the one with public service beside it."""
    said = f"{offer_words.wage(found)} with {escape(offer_words.named(found))}"
    if not service_words.lifts(found):
        return said
    return f"{said} ({escape(service_words.wage(found))} with loan forgiveness)"
