"""Words of the page Job offers: labels, choices, headings and sentences made from figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.offers import Compared, Comparison, Headline, Supervision, TermName, Value
from calc.parameters import state_names
from calc.scenario import Employee, Goal, Offer, Offers
from calc.scenario.fields import chosen, words_of
from ui.offers import licence_words
from ui.telling import numbers
from ui.telling.words import escape

PAGE = "Job offers"
ADD_A_SECOND = "Complete or add a second offer to compare."
EXAMPLE = "This is a worked example with made-up letters. Change it, or start with your own."
EMPTY = "What would each of these jobs really pay?"
NOTHING_YET = "No offer is complete yet. Below them is a worked example, until one is."
NO_OFFERS = "There are no offers yet. Below is a worked example, until one is complete."
NOTHING_TO_DRAW = "No offer has hours yet, so an hour has no wage. Enter sessions booked a week."
DASH = "–"
TERMS: dict[TermName, str] = {
    "pay": "Pay",
    "role": "Paid as",
    "employer": "Employer",
    "state": "State",
    "notes": "Notes",
    "meetings": "Meetings",
    "lost_sessions": "Missed sessions",
    "supervision": "Supervision",
    "booked": "Booked a week",
    "quota": "Quota, held a week",
    "contracted_hours": "Contracted hours",
    "paid_weeks_off": "Paid weeks off",
    "weeks_off": "Weeks off",
    "health_cover": "Health cover a month",
    "retirement_match": "Retirement match",
    "sign_on": "Sign-on bonus",
    "stipends": "Stipends a year",
    "loan_award": "Loan award a year",
    "costs": "Costs you bear",
    "travel": "Travel a week",
    "raise": "Raise at licence",
}
MONEY: tuple[TermName, ...] = (
    "health_cover",
    "retirement_match",
    "sign_on",
    "stipends",
    "loan_award",
    "costs",
)
HOURS: tuple[TermName, ...] = ("contracted_hours", "travel")
EMPLOYERS = {
    **words_of(Employee.model_fields["employer_type"]),
    "private_group_practice": "Group practice",
}
SAID = {
    "employee": "employee, W-2",
    "contractor": "contractor, 1099",
    "own_practice": "own practice",
    "on_you": "your loss",
    "on_them": "their loss",
    "shared": "partly paid",
    **{kind: said.lower() for kind, said in EMPLOYERS.items()},
}
BEST: dict[Goal, str] = {
    "wage": "{name} pays the most for an hour.",
    "wage_after_loans": "{name} pays the most for an hour after loans.",
    "take_home": "{name} leaves the most to take home.",
    "package": "With its benefits, {name} pays the most for an hour.",
    "value": "{name} pays the most over {years} years.",
    "load": "{name} has the lightest load.",
    "licence": "{name} gets you licensed first.",
}


def name_of(offer: Offer, place: int) -> str:
    """What an offer is called; its place where it has no name."""
    return offer.label or f"Offer {place + 1}"


def named(found: Compared) -> str:
    """What a compared offer is called, as plain text."""
    return name_of(found.offer, found.place)


def heading(
    comparison: Comparison, ranked: Sequence[Compared], *, example: bool
) -> tuple[str, str]:
    """The heading and the sentence below it; of the person's offers, or of the worked example."""
    if not comparison.compared:
        return EMPTY, NO_OFFERS if not comparison.offers.offers else NOTHING_YET
    best = ranked[0]
    if len(ranked) == 1:
        return _alone(best), ADD_A_SECOND
    answer = _answer(ranked, comparison.offers)
    return answer, EXAMPLE if example else _sentence(comparison, ranked)


def _alone(found: Compared) -> str:
    """The one offer there is."""
    wage = float(found.result.wage.amount)
    name = escape(named(found))
    if not math.isfinite(wage):
        return f"The hours of {name} are not stated, so an hour has no wage."
    if wage < 0.0:
        lost = escape(numbers.wage(-wage, currency_of(found)))
        return f"Each hour of {name} costs {lost} more than it pays."
    return f"{name} pays {_wage(found)} for each hour it takes."


def _answer(ranked: Sequence[Compared], offers: Offers) -> str:
    """Which offer is best for the goal; then which leads to the licence first, by how much."""
    if offers.goal == "licence":
        return _soonest(ranked)
    figures = [found.figure(offers.goal, offers.horizon_years) for found in ranked]
    level = [
        named(found)
        for found, figure in zip(ranked, figures, strict=True)
        if numbers.same(figure, figures[0])
    ]
    if len(level) > 1:
        first = f"{escape(_joined(level))} come out level, by {chosen(offers, 'goal').lower()}."
    else:
        name = escape(named(ranked[0]))
        first = BEST[offers.goal].format(name=name, years=offers.horizon_years)
    return f"{first} {_sooner(ranked)}".strip()


def _soonest(ranked: Sequence[Compared]) -> str:
    """Which offer leads to the licence first, and which pays the most for an hour."""
    best = ranked[0]
    top = max(ranked, key=lambda one: _or_least(one.figure("wage", 0)))
    pays = BEST["wage"].format(name=escape(named(top)))
    if best.licence.licensed:
        return f"You are licensed already, so no offer is sooner. {pays}"
    if not best.licence.reached:
        return f"No offer leads to a licence that can be told. {pays}"
    first = BEST["licence"].format(name=escape(named(best)))
    if licence_words.in_doubt(best):
        return f"{first.removesuffix('.')}, if its hours count. {pays}"
    if top is best:
        return f"{first.removesuffix('.')}, and pays the most for an hour."
    return f"{first} {pays}"


def _joined(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}"


def _or_least(figure: float) -> float:
    return -math.inf if math.isnan(figure) else figure


def _sooner(ranked: Sequence[Compared]) -> str:
    """Which offer leads to the licence first, and by how many months."""
    reached = [
        found for found in ranked if found.licence.reached and not licence_words.in_doubt(found)
    ]
    if not reached or any(found.licence.licensed for found in ranked):
        return ""
    order = sorted(reached, key=lambda found: found.licence.months or 0.0)
    first, best = order[0], ranked[0]
    name = escape(named(first))
    if len(order) == 1:
        return (
            "Only there do you get licensed."
            if first is best
            else (f"Only with {name} do you get licensed.")
        )
    other = order[1] if first is best else best
    if not any(found is other for found in reached):
        return f"{name} gets you licensed first."
    ahead = licence_words.months_between(first, other)
    if not ahead:
        return ""
    sooner = f"{licence_words.written_months(ahead)} sooner"
    if first is best:
        return f"It also gets you licensed first, {sooner}."
    return f"{name} gets you licensed {sooner}."


def _sentence(comparison: Comparison, ranked: Sequence[Compared]) -> str:
    """What an hour pays with the first and the last, and what is not complete."""
    count = len(comparison.incomplete)
    left = f" {count} more {'is' if count == 1 else 'are'} not complete yet." if count else ""
    known = [found for found in ranked if math.isfinite(float(found.result.wage.amount))]
    best, last = (known or ranked)[0], (known or ranked)[-1]
    return (
        f"An hour pays {_wage(best)} with {escape(named(best))}, and {_wage(last)} with "
        f"{escape(named(last))}, after tax and costs, for every hour the job takes.{left}"
    )


def _wage(found: Compared) -> str:
    return escape(numbers.wage(float(found.result.wage.amount), currency_of(found)))


def currency_of(found: Compared) -> str:
    """The currency of an offer's figures."""
    return found.result.scenario.currency


def bar(offers: Offers, ranked: Sequence[Compared]) -> str:
    """What stays in sight: how many offers, and the best wage of an hour."""
    count = len(offers.offers)
    said = f"{count} offer{'' if count == 1 else 's'}" if count else "No offers yet"
    known = [found for found in ranked if math.isfinite(float(found.result.wage.amount))]
    if not known:
        return said
    best = max(known, key=lambda found: float(found.result.wage.amount))
    return f"{said} · best **{_wage(best)}** an hour"


def headline(found: Headline, currency: str) -> str:
    """Pay as a letter heads it."""
    money = numbers.money(float(found.amount), currency)
    match found.kind:
        case "salary":
            bonus = numbers.money(float(found.bonus), currency)
            return f"{money} a year" + (f", {bonus} above quota" if float(found.bonus) else "")
        case "hourly":
            return f"{money} an hour"
        case "per_session":
            return f"{money} a session"
        case "own_fee":
            return f"{money} fee"
        case _:
            share = numbers.percent(float(found.amount))
            return f"{share} of {numbers.money(float(found.fee), currency)}"


def term(name: TermName, value: Value, currency: str) -> str:
    """A term of an offer as it is read in the table of differences."""
    if isinstance(value, Headline):
        return headline(value, currency)
    if isinstance(value, Supervision):
        return _supervision(value, currency)
    if isinstance(value, str):
        return (
            state_names().get(value, value) if name == "state" else SAID.get(value, value or DASH)
        )
    figure = float(value)
    if name in MONEY:
        return numbers.money(figure, currency)
    if name == "raise":
        return numbers.percent(figure) if figure else "none"
    if name in HOURS:
        return f"{numbers.number(figure, 0 if figure.is_integer() else 1)} h" if figure else DASH
    if not figure and name != "paid_weeks_off":
        return DASH
    return numbers.number(figure, 0 if figure.is_integer() else 1)


def _supervision(found: Supervision, currency: str) -> str:
    cost = float(found.cost_per_year)
    if not float(found.hours_per_week):
        return "none"
    if cost:
        return f"you buy, {numbers.money(cost, currency)}"
    return "paid hours" if found.paid else "provided"
