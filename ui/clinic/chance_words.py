"""Words of a clinic's chances: what may come of people who leave and clients who come and go."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from calc.months.closed_forms import mean_stay_weeks
from calc.months.risk import rank_of
from calc.scenario.ahead import Ahead
from calc.staffing import ClinicChance, ClinicResult, turnover_of
from calc.staffing.turnover import people_may_leave
from ui.clinic import words as clinic_words
from ui.shell import state
from ui.telling import numbers, words
from ui.telling.tables import Table

KEY = (
    "Line: the middle path. Half of all paths lie in the dark band, nine of ten in the light one. "
    "Dotted: the plan, if nobody leaves and clients stay as many as they are."
)
OWNERS_STAY = "Only owners are on the roster, and owners stay: here clients alone come and go."
NOBODY_LEAVES = "The leaving rate you entered is 0, so here clients alone come and go."
JUDGED = (
    "**Judgement:** that people leave by their load, and how long clients stay, which is taken as "
    "typical of a practice. Both differ far between clinics."
)
JUDGED_OF_CLIENTS = (
    "**Judgement:** how long clients stay, which is taken as typical of a practice. It differs far "
    "between clinics."
)
LEFT_OUT = (
    "**Not in it:** clients who go on with a colleague of the one who left, several who leave for "
    "one reason, a payer who ends a contract, long illness, seasons, and an owner who draws less "
    "when cash is short. A salary, with its bonus, stays as it is whatever clients do."
)
LEFT_OUT_OF_CLIENTS = (
    "**Not in it:** a payer who ends a contract, long illness, seasons, and an owner who draws "
    "less when cash is short. A salary, with its bonus, stays as it is whatever clients do."
)
NOT_TOLD = (
    "How often cash runs out is not told, for no cash at the start was entered. It goes under "
    "Hiring, cash, leaving."
)
QUARTER, LOW, MIDDLE, HIGH = 3, 0, 2, 4
TEN, HUNDRED, THOUSAND = 10.0, 100.0, 1_000.0
TINY = 1e-9  # of a step, which rounding up or down leaves alone


def told(found: ClinicChance, result: ClinicResult) -> Iterator[str]:
    """Who leaves, how often cash runs out, how low it falls, what would hold, what leaving costs.

    The low end and what would hold are two sides of one path, so they are rounded by one step.
    """
    fall = found.reserve.amount
    lowest = found.opening - fall if fall else found.lowest[LOW]
    step = _step(lowest, found.lowest[HIGH], fall)
    low = clinic_words.money(math.floor(lowest / step + TINY) * step, result)
    high = clinic_words.money(math.ceil(found.lowest[HIGH] / step - TINY) * step, result)
    if found.opening:
        short = f"In **{numbers.in_hundred(found.any_short)} of 100** a month ends below zero; the"
    else:
        short = f"From {clinic_words.money(0.0, result)} in the bank, the"
    yield (
        f"{_who_leaves(found, result)} {short} lowest end of a month is **{low} to {high}**, "
        "9 times in 10."
    )
    if fall:
        held = clinic_words.money(math.ceil(fall / step - TINY) * step, result)
        yield f"With {held} in the bank at the start no month would end below zero, 19 times in 20."
    if not found.opening:
        yield NOT_TOLD
    yield from _leaving_costs(found, result)


def beside_plan(found: ClinicChance, at_end: float, result: ClinicResult) -> str:
    """What the middle path ends at beside the plan's own line, and why; nothing where level."""
    middle = clinic_words.money(float(found.cash[-1, MIDDLE]), result)
    planned = clinic_words.money(at_end, result)
    if middle == planned:
        return ""
    people = "people leave and clients" if people_may_leave(result) else "clients"
    stay = "nobody leaves and clients" if people_may_leave(result) else "clients"
    return (
        f"**{middle}** after two years on the middle path, **{planned}** by the plan: on the paths "
        f"{people} come and go, while in the plan {stay} stay as many as they are."
    )


def _step(*amounts: float) -> float:
    """How exactly draws know amounts: in hundreds, or in thousands where one has several."""
    return THOUSAND if max(map(abs, amounts)) >= TEN * THOUSAND else HUNDRED


def _who_leaves(found: ClinicChance, result: ClinicResult) -> str:
    """How often two leave within a year, or the only one who may."""
    posts = turnover_of(result).posts
    if not posts:
        return OWNERS_STAY
    if not people_may_leave(result):
        return NOBODY_LEAVES
    nobody, _, several = found.left
    if len(posts) == 1:
        label = words.escape(posts[0].label)
        return f"{label} leaves within a year in **{numbers.in_hundred(1.0 - nobody)} of 100**."
    return (
        f"Two or more leave within a year in **{numbers.in_hundred(several)} of 100**, nobody in "
        f"{numbers.in_hundred(nobody)}."
    )


def _leaving_costs(found: ClinicChance, result: ClinicResult) -> Iterator[str]:
    """What keeps the paths below the plan where people may leave, and what cash depends on."""
    cost = turnover_of(result).cost
    if cost > 0.0:
        yield (
            f"Leaving costs about **{clinic_words.money(cost, result)}** a year, which the plan's "
            "own line does not have in it. “People who leave” says whose leaving that is."
        )
    if found.reserve.amount:
        helps = ["more in the bank at the start", "fewer who leave"]
        if not cost > 0.0:
            helps.pop()
        if float(result.clinic.hiring.owner_draw_per_month):
            helps.insert(1, "a smaller owner's draw")
        yield f"Cash lasts longer with {words.joined(helps, 'or')}."


def how(found: ClinicChance, result: ClinicResult) -> Iterator[str]:
    """What was drawn, how often, and by which chances; what is judgement, what is left out."""
    yield (
        f"{found.paths:,} paths of two years were drawn, always the same draws (seed "
        f"{state.SEED}), so that plans can be compared. They begin with "
        f"{clinic_words.money(found.opening, result)} in the bank."
    )
    leaving = people_may_leave(result)
    if leaving:
        yield _people(result)
    yield (
        "**Clients.** Of the clinic as a whole: some leave each week, as many start on average, "
        f"and sessions are lost. A client stays {_stay()} weeks on average. What comes in, and pay "
        "by the session, go with them, post by post in proportion."
    )
    if found.reserve.amount:
        ordered, error = rank_of(found.paths), clinic_words.money(found.reserve.error, result)
        yield (
            f"**Cash that lasts.** Ordered by how far cash falls below its start, path {ordered:,} "
            f"of {found.paths:,} falls by {clinic_words.money(found.reserve.amount, result)}, "
            f"shown rounded up. Other draws would put it about {error} higher or lower."
        )
    if not found.opening:
        yield NOT_TOLD
    yield JUDGED if leaving else JUDGED_OF_CLIENTS
    yield LEFT_OUT if leaving else LEFT_OUT_OF_CLIENTS


def _people(result: ClinicResult) -> str:
    """How a post is left and filled anew, and that how often is worked out and not drawn."""
    terms, hiring = result.clinic.turnover, result.clinic.hiring
    vacant = words.count(float(terms.vacancy_weeks), "week")
    cost = numbers.percent(float(terms.replacement_cost_share))
    admitted = words.count(float(hiring.credentialing_weeks), "week")
    later = any(post.post.start_month for post in result.posts if not post.post.owner)
    hired = " A post that begins within the year can be left only from then on." if later else ""
    return (
        "**People.** In each week each post may be left, by the chance of its load below; an "
        f"owner's never. It is vacant for {vacant}, without pay or sessions, and a successor costs "
        f"{cost} of a year's pay. The successor fills as a hire does, insurers after {admitted}, "
        f"and may leave too. Two who leave may be two of one post.{hired} How often nobody leaves, "
        "or two and more, is worked out from these chances; cash alone is drawn."
    )


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
    if posts and people_may_leave(result):
        yield Table(("Post", "Left within a year"), posts)
