"""Files of the person's own: which kind one is, and opening it in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calc import Scenario, load_rules
from calc.errors import OtherChairError
from calc.scenario import Document, Offers
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.reading import decoded
from calc.scenario.values import values_of
from calc.staffing import plans as clinic_plans
from ui.shell import state, uploads
from ui.telling import refusals

KINDS: dict[str, type[Document]] = {
    "plan": Scenario,
    "offers": Offers,
    "clinic": Clinic,
    "staffing_plans": Plans,
}
PLACES: dict[str, state.Name] = {"staffing_plans": "clinic"}  # kinds that share a page
MARKS = {"offers": "offers", "posts": "clinic", "plans": "staffing_plans"}  # if no kind is stated
HOME: dict[state.Name, str] = {
    "plan": "ui/hour/page.py",
    "offers": "ui/offers/page.py",
    "clinic": "ui/clinic/page.py",
}
MOST_BYTES = 1_048_576  # the most the page takes in


def opened(text: bytes, only: state.Name | None = None) -> state.Name | str:
    """Opens a file in its place and names that; else why it was not opened, as a sentence.

    Nothing is changed by a file that is not right in every field, or is not of the place `only`.
    """
    found = read(text, only)
    if isinstance(found, str):
        return found
    name, document = found
    show(name, document)
    return name


def read(text: bytes, only: state.Name | None = None) -> tuple[state.Name, Document] | str:
    """What a file holds, and the place of its kind; else why it is refused, as a sentence."""
    name: state.Name = "plan"
    try:
        data = uploads.guarded(lambda: values_of(decoded(text, MOST_BYTES)))
        kind = uploads.guarded(lambda: _kind_in(data))
        if kind not in KINDS:
            return refusals.unknown_kind(kind)
        name = PLACES.get(kind, kind)  # type: ignore[arg-type]
        if only not in (None, name):
            return refusals.unknown_kind(kind)
        return name, uploads.guarded(lambda: _document(kind, data, text))
    except OtherChairError as error:
        return refusals.file_refused(error, name)


def _kind_in(data: Mapping[str, Any]) -> str:
    """The kind a file says it is; a plan where it says nothing."""
    marked = next((kind for field, kind in MARKS.items() if field in data), "plan")
    named = data.get("document", marked)
    return str(named)


def _document(kind: str, data: Mapping[str, Any], text: bytes) -> Document:
    """What a file of a kind holds, right in every field."""
    model = KINDS[kind]
    found = model.from_values(data, decoded(text, model.most_characters))
    for one in (found, *getattr(found, "plans", ())):
        load_rules(one.tax_year)
    return clinic_plans.plans_of(found) if isinstance(found, Clinic | Plans) else found


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
        began = {"began_as": found.began_as} if found.began_as else {}
        return found.plans[0].with_values({"title": found.title, **began})
    return found
