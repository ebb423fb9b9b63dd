"""Words of the page Set a rate: the answer, what binds, what gives way, and the levers."""

from __future__ import annotations

from collections.abc import Mapping

from calc import Scenario
from calc.questions.rate import Ask, therapy_cost
from calc.questions.solve import Target, Unknown
from calc.questions.sought import has_fee, sought_of
from calc.scenario.fields import words_of
from calc.scenario.sessions import booked_in_all, fees_that_move, fees_that_usually_move
from calc.scenario.targets import RateTargets, Sought, Wish
from ui.telling import numbers
from ui.telling.words import escape, joined

SOUGHT = words_of(RateTargets.model_fields["sought"])
TARGETS = "Switch off what does not matter to you. They are kept with the plan."
FIND = "Find"
FIND_HELP = (
    "The lowest fee, the fewest sessions or the most weeks off that meet every target. "
    "The other figures stay as in your plan."
)
LABELS: Mapping[Wish, str] = {
    "take_home": "Take-home a month, at least",
    "left_over": "Left over a month, at least",
    "hours": "Hours, at most",
    "load": "Load, in 100",
    "weeks_off": "Weeks off",
    "therapy": "Own therapy",
}
HELPS: Mapping[Wish, str] = {
    "take_home": "What is left to live on and to save, after costs, taxes and health cover.",
    "left_over": "What is left of take-home after saving, loan payments, your own therapy and what "
    "your household needs. At 0 the work pays for all of them and no more.",
    "hours": "All hours of work in a worked week.",
    "load": "Of 100 therapists with a practice like this, how many are exhausted at most. In a "
    "typical practice it is {typical:.0f}; from about {heavier:.0f} it is heavier than typical.",
    "weeks_off": "All weeks without clients in a year. Switched off, they stay as in your plan.",
    "therapy": "The sessions of your plan at the price under Own therapy; where it has none, one "
    "in each worked week. Take-home is then what is left after paying for them.",
}
NO_TARGET = "Switch on a target to find what meets it."
NO_LIMIT = "Take-home, what is left over, hours and load can be held to a limit."
NO_NEEDS = (
    "Your household's needs are not entered, so nothing has to be left for living. Enter them "
    "under Your hour, Household."
)
NOTHING = "There is no fee to set yet."
NOTHING_LINE = "No session is booked and no pay is agreed. Enter sessions a week under Your hour."
NOWHERE = "No fee and caseload on this map meets every target."
FEES = (
    "A change of the fee moves those switched on in proportion, here, in the levers, the map and "
    "under Own therapy. Usually private fees move; what insurers allow and reduced places stay."
)
MAP_KEY = "Ring: as it is today. Diamond: the answer."


def help_of(wish: Wish, typical: float, heavier: float) -> str:
    """What a target means; a load of `typical` people in 100 is heavier from `heavier` on."""
    return HELPS[wish].format(typical=typical, heavier=heavier)


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
        case "load_in_100":
            return f"{plain(float(target.limit))} in 100 exhausted"
        case "left_over_per_month":
            return f"{money(float(target.limit), currency)} a month left over"
        case _:
            assert ask.take_home is not None
            return f"{money(ask.take_home, currency)} a month"


def therapy(plan: Scenario, solved: Scenario, ask: Ask) -> str:
    """What own therapy takes: that of the plan, or weekly where it has none."""
    count = plain(float(solved.support.own_therapy.sessions_per_year))
    cost = money(round(therapy_cost(solved, ask)), plan.currency)
    if plan.support.own_therapy.sessions_per_year:
        return f"{count} sessions a year, as in your plan: {cost} a month"
    return f"None in your plan. One in each worked week: {count} sessions a year, {cost} a month"


def beside_hours(plan: Scenario) -> str:
    """That a limit of hours leaves out another job's, which Load counts; empty without one."""
    hours = float(plan.household.other_job_hours_per_week)
    if not hours:
        return ""
    return f"Hours of this work alone. Your other job takes {plain(hours)} more; Load counts both."


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


def fees_that_stay(scenario: Scenario) -> str:
    """Which fees a change of the fee leaves as they are; empty where it moves all."""
    kinds = scenario.work.session_kinds
    moved, usual = fees_that_move(kinds), fees_that_usually_move(kinds)
    said = ""
    if moved and all(kinds[place].payer == "insurer" for place in usual):
        said = "Only insurers pay here, so this is the allowed fee to agree with them."
    names = [
        escape(kind.name)
        for place, kind in enumerate(kinds)
        if place not in moved and kind.fee_per_session
    ]
    if not names:
        return said
    if set(moved) == set(usual):
        return f"Insurer fees and reduced places stay as they are: {joined(names)}."
    return f"{said} As you chose, a change leaves {joined(names)} as now.".strip()


def fees_moved(scenario: Scenario) -> str:
    """The label of the choice of fees: which move now."""
    kinds = scenario.work.session_kinds
    names = [escape(kinds[place].name) for place in fees_that_move(kinds)]
    return f"**Fees that move** · {joined(names) if names else 'none'}"


def no_fee(scenario: Scenario) -> str:
    """That there is no fee to set, where pay is agreed or nothing is booked."""
    if has_fee(scenario):
        return ""
    if "pay" in sought_of(scenario):
        return "There is no fee to set: an employer pays for this work."
    if not booked_in_all(scenario.work.session_kinds):
        return "There is no fee to set: no session is booked."
    if fees_that_usually_move(scenario.work.session_kinds):
        return "There is no fee to set: you chose that every fee stays."
    return "There is no fee to start from: every session is free. Enter a fee under Your hour."
