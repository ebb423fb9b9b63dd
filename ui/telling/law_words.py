"""How new the law is that figures rest on: law that has run out, and figures that are estimates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from calc import Scenario
from calc.parameters import load_rules, projected_years, state_names, tax_years
from calc.parameters.renewal import law_read_to
from calc.scenario import UsTax
from calc.taxes.states.record import state_record

UNDER_65 = 0
RUN_OUT = (
    "It is {today}, and law newer than that of {last} is not known here: figures are worked out by "
    "the law of {used}."
)
IN_PART = (
    "It is {today}, and these figures are by the law of {used}. That of {today} is known here in "
    "part, and the rest is projected: choose {today} as the tax year to see it."
)
ESTIMATES = (
    "Some figures of {states} for {used} are estimates, until the state publishes its own{since}."
)

FOR_AGE = "What {states} for age in {used} rests in part on figures that were not read in a source."


def how_new(
    used: int, states: Iterable[str], today: datetime.date, aged: Iterable[str] = ()
) -> Iterator[str]:
    """What is to be said on a day of law of the year used, and of these states; mostly nothing.

    `aged` are those whose unread figures for age count for somebody here.
    """
    if today > law_read_to() and used < today.year:
        said = IN_PART if today.year in projected_years() else RUN_OUT
        yield said.format(today=today.year, last=max(tax_years()), used=used)
    if used in projected_years():
        return  # beside the results it is counted and listed what is projected
    estimated = [state_names()[code] for code in dict.fromkeys(states) if is_estimated(code, used)]
    if estimated:
        since = "" if today.year <= used else "; by now it may have"
        yield ESTIMATES.format(states=_listed(estimated), used=used, since=since)
    for_age = [state_names()[code] for code in dict.fromkeys(aged)]
    if for_age:
        give = "gives" if len(for_age) == 1 else "give"
        yield FOR_AGE.format(states=f"{_listed(for_age)} {give}", used=used)


def _listed(names: Sequence[str]) -> str:
    *others, end = names
    return f"{', '.join(others)} and {end}" if others else end


def is_estimated(code: str, year: int) -> bool:
    """Whether a state's record of a year has a figure that nobody published yet, age apart."""
    record = state_record(code, load_rules(year))
    return record is not None and not record.confirmed_for(UNDER_65)


def oldest_of(plan: Scenario) -> int:
    """The age of the older filer of a plan."""
    home = plan.household
    return max(home.age, home.spouse_age) if home.filing_status == "joint" else home.age


def aged_states_of(plan: Scenario, year: int) -> tuple[str, ...]:
    """The state by whose record a plan is taxed, if a figure for the filers' age was not read."""
    oldest = oldest_of(plan)
    return tuple(code for code in states_of(plan) if unread_for_age(code, year, oldest))


def unread_for_age(code: str, year: int, oldest: int) -> bool:
    """Whether a figure that a state has for the age of filers up to this one was not read."""
    record = state_record(code, load_rules(year))
    return record is not None and record.unread_for_age(oldest)


def states_of(plan: Scenario) -> tuple[str, ...]:
    """The state by whose own record a plan is taxed; none where the tax is another."""
    home = plan.household
    taxed = isinstance(home.tax, UsTax) and home.tax.state_rate is None
    return (home.state,) if taxed else ()
