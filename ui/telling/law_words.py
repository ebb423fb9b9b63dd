"""How new the law is that figures rest on: law that has run out, and figures that are estimates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from calc import Scenario
from calc.parameters import load_rules, state_names, tax_years
from calc.scenario import UsTax
from calc.taxes.states.record import state_record

UNDER_65 = 0
RUN_OUT = (
    "It is {today}, and law newer than that of {last} is not known here: figures are worked out by "
    "the law of {used}."
)
ESTIMATES = (
    "Some figures of {states} for {used} are estimates, until the state publishes its own{since}."
)


def how_new(used: int, states: Iterable[str], today: datetime.date) -> Iterator[str]:
    """What is to be said on a day of law of the year used, and of these states; mostly nothing."""
    last = max(tax_years())
    if today.year > last:
        yield RUN_OUT.format(today=today.year, last=last, used=used)
    estimated = [state_names()[code] for code in dict.fromkeys(states) if is_estimated(code, used)]
    if estimated:
        since = "" if today.year <= used else "; by now it may have"
        *others, end = estimated
        named = f"{', '.join(others)} and {end}" if others else end
        yield ESTIMATES.format(states=named, used=used, since=since)


def is_estimated(code: str, year: int) -> bool:
    """Whether a state's record of a year has a figure that nobody published yet, age apart."""
    record = state_record(code, load_rules(year))
    return record is not None and not record.confirmed_for(UNDER_65)


def states_of(plan: Scenario) -> tuple[str, ...]:
    """The state by whose own record a plan is taxed; none where the tax is another."""
    home = plan.household
    taxed = isinstance(home.tax, UsTax) and home.tax.state_rate is None
    return (home.state,) if taxed else ()
