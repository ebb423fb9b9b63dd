"""What is not computed: one table of matters, with whom each concerns and what to do instead.

Most are typed in `calc/data/limits.toml`; what other files of data hold already is made into rows
from there. docs/limits.md, README.md, Sources, Loans and the report all tell of this one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from calc.loans import RECORDS
from calc.parameters import (
    Parameter,
    Rules,
    cities,
    load_rules,
    projected_years,
    state_names,
    tax_years,
    years_read,
)
from calc.parameters.files import parameters_of
from calc.parameters.labour import overtime_by_the_day
from calc.parameters.limits import limit_rows
from calc.parameters.tax_dates import tax_dates
from calc.taxes import practice
from calc.taxes.programmes import name_of
from calc.taxes.states.record import state_record
from ui.telling import law_words
from ui.telling.marks import quiet
from ui.telling.tables import Table
from ui.telling.words import escape, joined

AREAS: Mapping[str, str] = {
    "pay": "Pay and the year",
    "costs": "Costs",
    "federal_tax": "Federal tax",
    "state_tax": "State and city tax",
    "loans": "Student loans",
    "load": "Load and own therapy",
    "offers": "Job offers",
    "clinic": "Clinic",
    "files": "Files and data",
}
TOLD = "**{what}.** This tool does not answer that. {instead}"
MOST_TOLD = 4  # of a search: more are a table
NAMED = re.compile(r"\{(\w+)\}")
AS_A_COST = "Add what you pay as a cost."
A_STATES_OWN = "A rate of your own under Household > Tax goes before the state's law."


@dataclass(frozen=True, slots=True)
class Limit:
    """One matter: where it belongs, what it is, for whom, what to do instead, and other words."""

    area: str
    what: str
    who: str
    instead: str
    also: str


@cache
def limits() -> tuple[Limit, ...]:
    """Every matter, by area: those typed, then those that other data tell of."""
    typed = tuple(map(_typed, limit_rows()))
    found = (*typed, *_practice_taxes(), *_flat_sums(), *_of_states())
    return tuple(one for area in AREAS for one in found if one.area == area)


def matching(search: str | None) -> tuple[Limit, ...]:
    """The matters in which every word of the search begins a word; none without a search."""
    return _with(search, lambda one: f"{one.what} {one.also} {one.who} {one.instead}")


def answers(search: str | None) -> tuple[Limit, ...]:
    """The few that a search means: its words begin words of the name, or other words for it."""
    found = _with(search, lambda one: f"{one.what} {one.also}")
    return found if len(found) <= MOST_TOLD else ()


def told(found: Sequence[Limit]) -> list[str]:
    """Each matter in sentences: that it is not answered, and what to do instead."""
    return [TOLD.format(what=escape(one.what), instead=escape(one.instead)) for one in found]


def tables(found: Sequence[Limit]) -> list[tuple[str, Table]]:
    """The heading of each area with its matters, in two columns that fit a phone."""
    heads = ("Not computed", "What to do instead, and for whom")
    return [
        (title, Table(heads, [_row(one) for one in found if one.area == area]))
        for area, title in AREAS.items()
        if any(one.area == area for one in found)
    ]


def of_area(area: str) -> list[str]:
    """The matters of one area, each in its sentences."""
    typed = (_typed(found) for found in limit_rows() if found.text("area") == area)
    return [f"**{escape(one.what)}.** {escape(one.instead)}" for one in typed]


def shown_in(place: str) -> tuple[Limit, ...]:
    """The matters that are shown on a page of its own, such as `taxes`, beside the whole table."""
    return tuple(_typed(found) for found in limit_rows() if place in _shown_in(found))


def short(shown_in: str) -> str:
    """The matters shown in the `report`, the `readme` or on the page `taxes`, in one sentence.

    Of a name with a colon it is what stands before.
    """
    chosen = (found for found in limit_rows() if shown_in in _shown_in(found))
    first, *others = (_filled(found.label).partition(":")[0] for found in chosen)
    return f"{'; '.join([first, *(_lower(name) for name in others)])}."


def _row(one: Limit) -> tuple[str, str]:
    return escape(one.what), f"{escape(one.instead)}  \n{quiet(escape(one.who))}"


def _with(search: str | None, text: Callable[[Limit], str]) -> tuple[Limit, ...]:
    wanted = _plain(search or "").split()
    rows = limits() if wanted else ()
    return tuple(
        one for one in rows if all(f" {word}" in f" {_plain(text(one))}" for word in wanted)
    )


def _plain(text: str) -> str:
    """Words as they are compared: small letters, 401k for 401(k), no hyphens or stops."""
    return re.sub(r"[^\w&']+", " ", re.sub(r"[.()]", "", text.lower()))


def _lower(name: str) -> str:
    """A name within a sentence, unless it begins with a letter that stands alone or a capital."""
    return name if name[1:2].isupper() or name[1:2] == " " else f"{name[:1].lower()}{name[1:]}"


def _shown_in(found: Parameter) -> tuple[str, ...]:
    assert isinstance(found.value, Mapping)
    return found.words("shown_in") if "shown_in" in found.value else ()


def _typed(found: Parameter) -> Limit:
    what, who, instead = map(_filled, (found.label, found.text("who"), found.text("instead")))
    return Limit(found.text("area"), what, who, instead, found.text("also"))


def _filled(text: str) -> str:
    """A text with what the data say in the place of each name in braces."""
    return NAMED.sub(lambda name: FACTS[name[1]](), text)


def _practice_taxes() -> Iterator[Limit]:
    """Taxes on a practice that are told and not worked out, each with its place."""
    for key, law in _rules().items():
        if key.startswith(practice.TOLD):
            above = law.of("above")
            least = f" with receipts above {law.dollars('above')} a year" if above else ""
            who = f"Practices in {_place(law)}{least}"
            yield Limit("state_tax", law.label, who, f"{law.note} {AS_A_COST}", "told")


def _flat_sums() -> Iterator[Limit]:
    """Local taxes that are a sum and no rate: no field takes them."""
    for tax in parameters_of("local_taxes").values():
        if tax.unit == "usd_per_year":
            said = f"It is {tax.dollars()} a year. {AS_A_COST}"
            yield Limit("state_tax", tax.label, "Whoever works there", said, "flat local head tax")


def _of_states() -> Iterator[Limit]:
    """What each state's own record says is not worked out."""
    for code, name in state_names().items():
        records = (state_record(code, load_rules(year)) for year in tax_years())
        left_out = (found.word("not_worked_out") for found in records if found is not None)
        for said in dict.fromkeys(filter(None, left_out)):
            who = f"Whoever lives in {name}"
            yield Limit("state_tax", f"{name}: {said}", who, A_STATES_OWN, "state credit")


def _rules() -> Rules:
    return load_rules(max(years_read()))


def _place(law: Parameter) -> str:
    code = law.text("place")
    return state_names()[code] if code in state_names() else cities()[code].name


def _names(codes: Sequence[str]) -> str:
    names = state_names()
    return joined([names[code] for code in names if code in codes])


def _years() -> str:
    return joined([str(year) for year in tax_years()])


def _state_years() -> str:
    return joined([str(year) for year in _recorded(tax_years())])


def _state_years_read() -> str:
    return joined([str(year) for year in _recorded(years_read())])


def _recorded(years: Iterable[int]) -> Iterator[int]:
    """The years of which every state's law is recorded."""
    return (year for year in years if all(map(load_rules(year).state, state_names())))


def _years_projected() -> str:
    return joined([str(year) for year in projected_years()])


@cache
def _estimated_states() -> str:
    year = max(years_read())
    return _names([code for code in state_names() if law_words.is_estimated(code, year)])


def _long_day_states() -> str:
    return _names([code for code in state_names() if overtime_by_the_day(code)])


def _cities() -> str:
    return joined([city.name for city in cities().values() if city.tax])


def _mean_cities() -> str:
    """Cities whose rate is no rate of law, but our mean of one that changes with income."""
    taxes = ((city.name, city.tax) for city in cities().values())
    return joined([name for name, tax in taxes if tax and tax.kind == "judgement"], "or")


def _practice_laws() -> list[Parameter]:
    found = (law for key, law in _rules().items() if key.startswith(practice.PREFIX))
    return [law for law in found if isinstance(law.value, Mapping)]


def _practice_places() -> str:
    return ", ".join(dict.fromkeys(map(_place, _practice_laws())))


def _undeducted_places() -> str:
    kept = (law for law in _practice_laws() if law.text("deducted") == "no")
    return ", ".join(dict.fromkeys(map(_place, kept)))


def _unread_practice_taxes() -> str:
    return "; ".join(law.label for law in _practice_laws() if law.kind == "judgement")


def _states_of_dates(*basis: str) -> str:
    year = max(years_read())
    found = {code: tax_dates(code, year)[0].text("basis") for code in state_names()}
    return _names([code for code in found if found[code] in basis])


def _states_of_wages(matters: Callable[[Parameter], bool]) -> str:
    rules = _rules()
    return _names(
        [
            code
            for code in state_names()
            for programme in rules.payroll_programmes(code)
            if matters(rules.programme_wages(name_of(programme)))
        ]
    )


def _refused_plans() -> str:
    return joined([plan.name for plan in RECORDS.values() if plan.payment is None])


FACTS: Mapping[str, Callable[[], str]] = {
    "years": _years,
    "state_years": _state_years,
    "state_years_read": _state_years_read,
    "years_projected": _years_projected,
    "estimated_states": _estimated_states,
    "long_day_states": _long_day_states,
    "cities": _cities,
    "mean_cities": _mean_cities,
    "practice_places": _practice_places,
    "undeducted_places": _undeducted_places,
    "unread_practice_taxes": _unread_practice_taxes,
    "assumed_states": lambda: _states_of_dates("assumed"),
    "recalled_states": lambda: _states_of_dates("recalled", "secondary"),
    "unread_wages": lambda: _states_of_wages(lambda found: found.kind == "judgement"),
    "unsettled_wages": lambda: _states_of_wages(lambda found: found.certainty == "conflicting"),
    "refused_plans": _refused_plans,
}
