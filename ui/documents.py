"""Files of the person's own: which kind one is, and opening it in its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from calc import Scenario, load_rules
from calc.errors import OtherChairError
from calc.scenario import Document, Offers
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.reading import decoded
from ui import clinic_plans, refusals, state

KINDS: dict[str, type[Document]] = {
    "plan": Scenario,
    "offers": Offers,
    "clinic": Clinic,
    "staffing_plans": Plans,
}
PLACES: dict[str, state.Name] = {"staffing_plans": "clinic"}  # kinds that share a page
MARKS = {"offers": "offers", "posts": "clinic", "plans": "staffing_plans"}  # if no kind is stated
HOME: dict[state.Name, str] = {
    "plan": "ui/pages/your_hour.py",
    "offers": "ui/pages/job_offers.py",
    "clinic": "ui/pages/clinic.py",
}
MOST_CHARACTERS = 40


def kind_of(text: bytes) -> str:
    """The kind a file says it is; a plan where it says nothing, or cannot be read at all."""
    try:
        data = tomllib.loads(decoded(text, Plans.most_characters))
    except (OtherChairError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return "plan"
    marked = next((kind for field, kind in MARKS.items() if field in data), "plan")
    named = data.get("document", marked)
    return str(named)[:MOST_CHARACTERS]


def opened(text: bytes) -> state.Name | str:
    """Opens a file in its place and names that; else why it was not opened, as a sentence.

    Nothing is changed by a file that is not right in every field.
    """
    kind = kind_of(text)
    if kind not in KINDS:
        return refusals.unknown_kind(kind)
    name: state.Name = PLACES.get(kind, kind)  # type: ignore[arg-type]
    try:
        found = KINDS[kind].from_toml(text)
        for one in (found, *getattr(found, "plans", ())):
            load_rules(one.tax_year)
        if isinstance(found, Clinic | Plans):
            found = clinic_plans.plans_of(found)
    except OtherChairError as error:
        return refusals.file_refused(error, name)
    show(name, found)
    return name


def show(name: state.Name, found: Document) -> None:
    """Shows a document in place of the one of its kind."""
    if isinstance(found, Scenario):
        state.open_plan(found)
    else:
        with state.working_on(name):
            state.open_document(found)


def to_save(found: Document) -> Document:
    """What a file holds: plan A alone is a clinic."""
    if isinstance(found, Plans) and len(found.plans) == 1:
        return found.plans[0].with_values({"title": found.title})
    return found


def examples(name: state.Name) -> Mapping[str, Document]:
    """The shipped documents of a kind by file name."""
    match name:
        case "offers":
            return state.offer_examples()
        case "clinic":
            return state.clinic_examples()
        case _:
            return state.examples()
