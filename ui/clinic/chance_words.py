"""Words of a clinic's chances: what may come of people who leave and clients who come and go."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from calc.months.closed_forms import mean_stay_weeks
from calc.months.risk import rank_of
from calc.scenario.ahead import Ahead
from calc.staffing import ClinicChance, ClinicResult, turnover_of
from ui.clinic import words as clinic_words
from ui.shell import state
from ui.telling import numbers, words
from ui.telling.tables import Table

KEY = (
    "Line: the middle path. Half of all paths lie in the dark band, nine of ten in the light one. "
    "Dashed: the plan, if nobody leaves and clients stay as many as they are."
)
OWNERS_STAY = "Only owners are on the roster, and owners stay: here clients alone come and go."
NOBODY_LEAVES = "The leaving rate you entered is 0, so here clients alone come and go."
JUDGED = (
    "**Judgement:** that people leave by their load, and how long clients stay, which is taken as "
    "typical of a practice. Both differ far between clinics."
)
LEFT_OUT = (
    "**Not in it:** clients who go on with a colleague of the one who left, several who leave for "
    "one reason, a payer who ends a contract, long illness, seasons, and an owner who draws less "
    "when cash is short. A salary, with its bonus, stays as it is whatever clients do."
)
QUARTER, LOW, MIDDLE, HIGH = 3, 0, 2, 4
TEN, HUNDRED, THOUSAND = 10.0, 100.0, 1_000.0


def told(found: ClinicChance, result: ClinicResult) -> Iterator[str]:
    """Who leaves, how often cash runs out and how low it falls, what would hold."""
    people = _who_leaves(found, result)
    low, high = (_about(found.lowest[place], result) for place in (LOW, HIGH))
    held = clinic_words.money(found.reserve.shown, result)
    if found.opening:
        short = f"In **{numbers.in_hundred(found.any_short)} of 100** a month ends below zero; the"
    else:
        short = f"From {clinic_words.money(0.0, result)} in the bank, the"
    yield f"{people} {short} least cash is **{low} to {high}**, 9 times in 10."
    if found.reserve.shown:
        yield f"With {held} in the bank at the start no month would end below zero, 19 times in 20."


def _about(amount: float, result: ClinicResult) -> str:
    """An amount as exactly as draws know it: in hundreds, or thousands where it has several."""
    step = THOUSAND if abs(amount) >= TEN * THOUSAND else HUNDRED
    return clinic_words.money(round(amount / step) * step, result)


def _who_leaves(found: ClinicChance, result: ClinicResult) -> str:
    """How often two leave within a year, or the only one who may."""
    posts = turnover_of(result).posts
    if not posts:
        return OWNERS_STAY
    if not any(post.chance for post in posts):
        return NOBODY_LEAVES
    nobody, _, several = found.left
    if len(posts) == 1:
        label = words.escape(posts[0].label)
        return f"{label} is left within a year in **{numbers.in_hundred(1.0 - nobody)} of 100**."
    return (
        f"Two or more leave within a year in **{numbers.in_hundred(several)} of 100**, nobody in "
        f"{numbers.in_hundred(nobody)}."
    )


def how(found: ClinicChance, result: ClinicResult) -> Iterator[str]:
    """What was drawn, how often, and by which chances; what is judgement, what is left out."""
    terms, hiring = result.clinic.turnover, result.clinic.hiring
    yield (
        f"{found.paths:,} paths of two years were drawn, always the same draws (seed "
        f"{state.SEED}), so that plans can be compared. They begin with "
        f"{clinic_words.money(found.opening, result)} in the bank."
    )
    vacant = words.count(float(terms.vacancy_weeks), "week")
    cost = numbers.percent(float(terms.replacement_cost_share))
    admitted = words.count(float(hiring.credentialing_weeks), "week")
    yield (
        "**People.** In each week each post may be left, by the chance of its load below; an "
        f"owner's never. It is vacant for {vacant}, without pay or sessions, and a successor costs "
        f"{cost} of a year's pay. The successor fills as a hire does, insurers after {admitted}, "
        "and may leave too. Two who leave may be two of one post."
    )
    yield (
        "**Clients.** Of the clinic as a whole: some leave each week, as many start on average, "
        f"and sessions are lost. A client stays {_stay()} weeks on average. What comes in, and pay "
        "by the session, go with them, post by post in proportion."
    )
    ordered, error = rank_of(found.paths), clinic_words.money(found.reserve.error, result)
    yield (
        f"**Cash that lasts.** Ordered by how far cash falls below its start, path {ordered:,} of "
        f"{found.paths:,} falls by {clinic_words.money(found.reserve.amount, result)}, shown "
        f"rounded up. Other draws would put it about {error} higher or lower."
    )
    yield JUDGED
    yield LEFT_OUT


def _stay() -> str:
    typical = Ahead()
    stay = mean_stay_weeks(
        float(typical.early_ending_share),
        float(typical.weeks_until_settled),
        float(typical.weeks_once_settled),
    )
    return numbers.number(stay)


def tables(found: ClinicChance, result: ClinicResult) -> Iterator[Table]:
    """Cash and the chance of a short month quarter by quarter; each post's chance to be left."""
    money = partial(numbers.money, currency=result.clinic.currency, cents=False)
    months = range(QUARTER, len(found.cash) + 1, QUARTER)
    rows = [
        (str(month), *(float(found.cash[month - 1, place]) for place in (LOW, MIDDLE, HIGH)))
        for month in months
    ]
    yield Table(("End of month", "5 of 100 below", "Middle", "5 of 100 above"), rows, (money,) * 3)
    if found.opening:
        chances = ((month, float(found.short_by_month[month - 1])) for month in months)
        short = [(str(month), numbers.in_hundred(chance)) for month, chance in chances]
        yield Table(("End of month", "Below zero, of 100"), short)
    posts = [
        (words.escape(post.label), numbers.percent(post.chance, 0))
        for post in turnover_of(result).posts
        if math.isfinite(post.chance)
    ]
    if posts:
        yield Table(("Post", "Left within a year"), posts)
