"""Words of the page Job offers: labels, choices, headings and sentences made from figures."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence

from calc.licensure import LicencePath
from calc.offers import Ask, Compared, Comparison, Headline, Supervision, TermName, Value
from calc.parameters import state_names
from calc.scenario import Goal, Offer, Offers, Unsaid
from ui import numbers
from ui.words import escape

PAGE = "Job offers"
ADD_A_SECOND = "Add a second offer to compare."
EXAMPLE = "This is a worked example with made-up letters. Change it, or start with your own."
NOTHING_YET = "No offer can be compared yet. Below is a worked example, until one is complete."
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
SAID = {
    "employee": "employee, W-2",
    "contractor": "contractor, 1099",
    "own_practice": "own practice",
    "on_you": "your loss",
    "on_them": "their loss",
    "shared": "partly paid",
    "private_group_practice": "group practice",
    "for_profit_agency": "agency, for profit",
    "nonprofit_agency": "agency, non-profit",
    "for_profit_hospital": "hospital, for profit",
    "nonprofit_hospital": "hospital, non-profit",
    "school": "school",
    "government": "government",
}
GOALS: dict[Goal, str] = {
    "wage": "True hourly wage",
    "wage_after_loans": "Hourly wage after loans",
    "take_home": "Take-home",
    "package": "Hourly wage with benefits",
    "value": "Pay over the years ahead",
    "load": "Lightest load",
    "licence": "Soonest licence",
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
FAMILIES = {
    "counselor": "Counselor (LPC, LMHC)",
    "lcsw": "Clinical social worker (LCSW)",
    "mft": "Marriage and family therapist (LMFT)",
    "psychologist": "Psychologist",
}
RULES = {
    "total_hours": "hours in all decide",
    "direct_hours": "direct hours decide",
    "relational_hours": "relational hours decide",
    "supervision_hours": "hours of supervision decide",
    "direct_hours_per_supervision_hour": "hours of supervision for the direct ones decide",
    "least_months": "months, the least allowed, decide",
    "least_supervised_weeks": "supervised weeks decide",
    "most_other_hours": "direct hours, as few others count, decide",
}
FIGURES = {
    "total_hours": "hours in all",
    "direct_hours": "direct hours",
    "relational_hours": "relational hours",
    "supervision_hours": "supervision hours",
    "direct_hours_per_supervision_hour": "direct hours for one of supervision",
    "least_months": "months at least",
    "least_supervised_weeks": "supervised weeks at least",
    "most_hours_per_week": "hours a week at most",
    "most_other_hours": "other hours at most",
}
NEVER_COLLECTED = {
    **FIGURES,
    "total_hours": "hours that count",
    "direct_hours_per_supervision_hour": "supervision hours",
    "least_supervised_weeks": "supervised weeks",
    "most_other_hours": "direct hours",
}
UNSAID: dict[Unsaid, str] = {
    "notes": "Pay for notes",
    "meetings": "Pay for meetings",
    "lost_sessions": "Pay for missed sessions",
    "supervision": "Who pays supervision",
    "health_cover": "Who pays health cover",
    "paid_leave": "Paid leave",
    "caseload": "How many sessions",
    "attendance": "How many are missed",
}
QUESTIONS: dict[Unsaid, str] = {
    "notes": "Are notes paid, and at what rate?",
    "meetings": "Are meetings paid, and at what rate?",
    "lost_sessions": "What am I paid when a client cancels late or does not come?",
    "supervision": "Do you provide the supervision my licence asks for, and who pays for it?",
    "health_cover": "What part of the health premium would I pay?",
    "paid_leave": "How many weeks off are paid?",
    "caseload": "How many sessions a week can you fill, and how soon?",
    "attendance": "What share of booked sessions is cancelled late or missed here?",
}
ASKS = {
    "pay": "Pay",
    "notes_paid": "Notes paid, an hour",
    "meetings_paid": "Meetings paid, an hour",
    "supervision_paid": "Supervision paid, an hour",
    "supervision_provided": "Supervision, an hour bought",
    "cap": "Booked a week, at most",
    "weeks_off": "Weeks off for the same pay",
    "meetings": "Meetings, hours a week",
    "administration": "Administration, hours a week",
    "premium": "Premium a month",
}
STEPS = {
    "money_per_year": 100.0,
    "money_per_session": 1.0,
    "share": 0.01,
    "premium": 5.0,
}
REQUESTS = {
    "pay": "could the pay be {ask} rather than {now}?",
    "notes_paid": "could hours of notes be paid at {ask}?",
    "meetings_paid": "could meetings be paid at {ask} an hour?",
    "supervision_paid": "could hours of supervision be paid at {ask}?",
    "supervision_provided": "could you provide the supervision that I would otherwise buy?",
    "cap": "could the caseload be {ask} booked sessions a week rather than {now}?",
    "weeks_off": "could there be {ask} weeks off rather than {now}?",
    "meetings": "could meetings take {ask} hours a week rather than {now}?",
    "administration": "could administration take {ask} hours a week rather than {now}?",
    "premium": "could my part of the premium be {ask} a month rather than {now}?",
}


def name_of(offer: Offer, place: int) -> str:
    """What an offer is called; its place where it has no name."""
    return offer.label or f"Offer {place + 1}"


def named(found: Compared) -> str:
    """What a compared offer is called, as plain text."""
    return name_of(found.offer, found.place)


def heading(ranked: Sequence[Compared], offers: Offers) -> str:
    """Which offer is best for the goal; then which leads to the licence first, by how much."""
    if not ranked:
        return "What would each of these jobs really pay?"
    best, goal = ranked[0], offers.goal
    if len(ranked) == 1:
        return f"{escape(named(best))} pays {_wage(best)} for each hour it takes."
    first = BEST[goal].format(name=escape(named(best)), years=offers.horizon_years)
    if goal == "licence":
        top = max(ranked, key=lambda one: _or_least(one.figure("wage", 0)))
        return f"{_no_licence(ranked) or first} {BEST['wage'].format(name=escape(named(top)))}"
    return f"{first} {_sooner(ranked)}".strip()


def _no_licence(ranked: Sequence[Compared]) -> str:
    """Said instead where no offer leads to a licence that we can tell."""
    return "" if ranked[0].licence.reached else "No offer leads to a licence that can be told."


def _or_least(figure: float) -> float:
    return -math.inf if math.isnan(figure) else figure


def _sooner(ranked: Sequence[Compared]) -> str:
    """Which offer leads to the licence first, and by how many months."""
    paths = [found.licence for found in ranked]
    reached = [found for found in ranked if found.licence.reached]
    if not reached or any(path.licensed for path in paths):
        return ""
    order = sorted(reached, key=lambda found: found.licence.months or 0.0)
    first, best = order[0], ranked[0]
    if first.place != best.place:
        if not best.licence.reached:
            return (
                f"Only with {escape(named(first))} do you get licensed."
                if (len(reached) == 1)
                else f"{escape(named(first))} gets you licensed first."
            )
        ahead = months_between(first, best)
        if not ahead:
            return ""
        return f"{escape(named(first))} gets you licensed {written_months(ahead)} sooner."
    if len(order) < 2:
        return "Only there do you get licensed."
    ahead = months_between(first, order[1])
    return f"It also gets you licensed first, {written_months(ahead)} sooner." if ahead else ""


def months_between(sooner: Compared, later: Compared) -> int:
    """Whole months between two licences, as their shown months differ."""
    return whole_months(later.licence) - whole_months(sooner.licence)


def whole_months(path: LicencePath) -> int:
    """The months to a licence, the last one begun counted whole."""
    return math.ceil(round(path.months or 0.0, 6))


def written_months(months: int) -> str:
    """A number of months in words.

    >>> written_months(1), written_months(11)
    ('1 month', '11 months')
    """
    return f"{months} month{'' if months == 1 else 's'}"


def sentence(comparison: Comparison, ranked: Sequence[Compared], *, example: bool) -> str:
    """The sentence below the heading."""
    if example:
        return EXAMPLE
    if len(ranked) == 1:
        return ADD_A_SECOND
    best, last = ranked[0], ranked[-1]
    wages = f"An hour pays {_wage(best)} there, and {_wage(last)} with {escape(named(last))}"
    count = len(comparison.incomplete)
    left = f" {count} more {'is' if count == 1 else 'are'} not complete yet." if count else ""
    return f"{wages}, after tax and costs, for every hour the job takes.{left}"


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


def rule(path: LicencePath) -> str:
    """The months of a way to a licence and the rule that decides, or why there is no end."""
    if path.licensed:
        return "licensed already"
    if path.months is None:
        if path.binding is None:
            return "no figure of this board is known"
        return f"no {NEVER_COLLECTED[path.binding.name]} are collected, and the board asks them"
    months = whole_months(path)
    least = "at least " if path.unknown else ""
    if path.binding is None:
        return "all is collected already"
    needed = numbers.number(path.binding.needed)
    return f"{least}{written_months(months)}; {needed} {RULES[path.binding.name]}"


def no_day(path: LicencePath) -> str:
    """What stands in place of a day."""
    if path.licensed or path.months == 0.0:
        return "nothing left to collect"
    return "never, as it stands" if path.binding else "not known"


def licence_day(path: LicencePath, starts_on: datetime.date) -> datetime.date | None:
    """The day a licence may come; None where it never does, or later than a calendar goes."""
    if path.weeks is None:
        return None
    try:
        return starts_on + datetime.timedelta(weeks=math.ceil(path.weeks * 7) / 7)
    except OverflowError:
        return None


def short_day(path: LicencePath, starts_on: datetime.date) -> str:
    """The month of a licence, for a table."""
    if path.licensed:
        return "already"
    day = licence_day(path, starts_on)
    if day is None:
        return "never" if path.binding else "not known"
    return f"{day:%b %Y}"


def request(ask: Ask, currency: str) -> str:
    """One thing to ask for, in words that can be sent."""
    now, wanted = ask_amount(ask.now, ask, currency), ask_amount(rounded(ask), ask, currency)
    return REQUESTS[ask.term].format(ask=wanted, now=now)


def rounded(ask: Ask) -> float:
    """What to ask, rounded to a usual step in the person's favour; as it is where out of reach."""
    up = ask.term in ("pay", "weeks_off") or ask.term.endswith("_paid")
    step = STEPS.get(ask.term if ask.term != "pay" else ask.unit, 0.5)
    if not ask.reached:
        return ask.ask
    steps = round(ask.ask / step, 6)
    return (math.ceil(steps) if up else math.floor(steps)) * step


def ask_amount(value: float, ask: Ask, currency: str) -> str:
    """A number of a counter-offer, in its unit."""
    if ask.unit == "money_per_year":
        return f"{numbers.money(value, currency)} a year"
    if ask.unit.startswith("money"):
        return numbers.money(value, currency)
    if ask.unit == "share":
        return numbers.percent(value, 1)
    return numbers.number(value, 0 if round(value, 1) % 1 == 0 else 1)
