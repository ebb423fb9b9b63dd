"""Words of the page Set a rate: the answer, what binds, what gives way, and the levers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calc import Scenario
from calc.questions.rate import Ask, Wish, therapy_cost
from calc.questions.solve import Target, Unknown
from calc.questions.sought import Sought, has_fee, sought_of
from calc.scenario.sessions import booked_in_all
from ui.telling import numbers
from ui.telling.words import escape

SOUGHT: Mapping[Sought, str] = {
    "fee": "Fee",
    "pay": "Pay",
    "booked": "Caseload",
    "weeks_off": "Weeks",
}
TARGETS = "Switch off what does not matter to you. These are not saved with the plan."
FIND = "Find the least"
FIND_HELP = (
    "The least fee or caseload that meets every target; for weeks, the most weeks off. "
    "The other figures stay as in your plan."
)
LABELS: Mapping[Wish, str] = {
    "take_home": "Take-home a month, at least",
    "hours": "Hours, at most",
    "load": "Load, at most",
    "weeks_off": "Weeks off",
    "therapy": "Own therapy",
}
HELPS: Mapping[Wish, str] = {
    "take_home": "What is left to live on and to save, after costs, taxes and health cover.",
    "hours": "All hours of work in a worked week.",
    "load": "The load score, from 0 to 100. A typical practice is at 50; "
    "up to {heavier:g} is about typical.",
    "weeks_off": "All weeks without clients in a year. Switched off, they stay as in your plan.",
    "therapy": "Weekly: a session in each worked week at the price under Own therapy. "
    "Take-home is then what is left after paying for it.",
}
NO_TARGET = "Switch on a target to find what meets it."
NO_LIMIT = "Take-home, hours and load are the figures that can be held to a limit."
NOTHING = "There is no fee to set yet."
NOTHING_LINE = "No session is booked and no pay is agreed. Enter sessions a week under Your hour."
NOWHERE = (
    "No fee and caseload on this map meets every target. Raise the hours, allow more load or lower "
    "the take-home."
)
MAP_KEY = "Ring: you today. Diamond: the answer."


def help_of(wish: Wish, heavier: float) -> str:
    """What a target means; a load is heavier than typical from `heavier` on."""
    return HELPS[wish].format(heavier=heavier)


def plain(amount: float) -> str:
    """A number with one decimal, or none where it is whole."""
    return numbers.number(amount, 0 if abs(amount - round(amount)) < 0.05 else 1)


def weeks(amount: float) -> str:
    """So many weeks."""
    return f"{plain(amount)} week{'' if plain(amount) == '1' else 's'}"


def sessions(amount: float) -> str:
    """So many sessions a week."""
    return f"{plain(amount)} session{'' if plain(amount) == '1' else 's'} a week"


def money(amount: float, currency: str) -> str:
    """Money on the page: cents only where there are some below a hundred."""
    return escape(
        numbers.money(amount, currency, cents=None if numbers.has_cents(amount) else False)
    )


def value(amount: float, unknown: Unknown, currency: str) -> str:
    """A value of what is sought: cents where it has some."""
    if unknown.unit.startswith("money"):
        return escape(numbers.money(amount, currency, cents=numbers.has_cents(amount)))
    return plain(amount)


def thing(sought: Sought, unknown: Unknown | None = None) -> str:
    """What is sought, in a word or two."""
    if sought != "pay":
        return {"fee": "fee", "booked": "caseload", "weeks_off": "number of weeks off"}[sought]
    unit = unknown.unit if unknown else ""
    return {"money_per_year": "salary", "money_per_hour": "rate"}.get(unit, "rate")


def limit(target: Target, ask: Ask, currency: str) -> str:
    """A target's limit as the person set it."""
    match target.figure:
        case "hours_per_week":
            return f"{plain(float(target.limit))} hours"
        case "load_score":
            return f"a load score of {plain(float(target.limit))}"
        case _:
            assert ask.take_home is not None
            return f"{money(ask.take_home, currency)} a month"


def joined(items: Sequence[str]) -> str:
    """Items one after the other, with "and" before the last."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def joined_or(items: Sequence[str]) -> str:
    """Items one after the other, with "or" before the last."""
    return " or ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def therapy(plan: Scenario, ask: Ask) -> str:
    """What weekly own therapy takes."""
    count = plain(float(plan.support.own_therapy.sessions_per_year))
    cost = money(round(therapy_cost(plan, ask)), plan.currency)
    return f"{count} sessions, {cost} a month"


def refused(wish: Wish, typed: float | None, ends: tuple[float, float], kept: float) -> str:
    """Why a limit was not taken."""
    label = LABELS[wish].split(",")[0]
    if typed is None:
        return f"**{label}** is empty. {plain(kept)} is used until you enter a number."
    low, high = (plain(end) for end in ends)
    return (
        f"**{label}** is {plain(typed)}. It can be {low} to {high}; {plain(kept)} is used until "
        "you change it."
    )


def no_fee(scenario: Scenario) -> str:
    """That there is no fee to set, where pay is agreed or nothing is booked."""
    if has_fee(scenario):
        return ""
    if "pay" in sought_of(scenario):
        return "There is no fee to set: an employer pays for this work."
    if not booked_in_all(scenario.work.session_kinds):
        return "There is no fee to set: no session is booked."
    return "There is no fee to start from: every session is free. Enter a fee under Your hour."
