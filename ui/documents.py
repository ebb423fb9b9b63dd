"""Files of the person's own: which kind one is, and opening it in its place."""

from __future__ import annotations

import tomllib

from calc import Scenario, load_rules
from calc.errors import OtherChairError
from calc.scenario import Document, Offers
from calc.scenario.reading import decoded
from ui import refusals, state

KINDS: dict[state.Name, type[Document]] = {"plan": Scenario, "offers": Offers}
HOME: dict[state.Name, str] = {"plan": "ui/pages/your_hour.py", "offers": "ui/pages/job_offers.py"}
MOST_CHARACTERS = 40


def kind_of(text: bytes) -> str:
    """The kind a file says it is; a plan where it says nothing, or cannot be read at all."""
    try:
        data = tomllib.loads(decoded(text))
    except (OtherChairError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return "plan"
    named = data.get("document", "offers" if "offers" in data else "plan")
    return str(named)[:MOST_CHARACTERS]


def opened(text: bytes) -> state.Name | str:
    """Opens a file in its place and names that; else why it was not opened, as a sentence.

    Nothing is changed by a file that is not right in every field.
    """
    kind = kind_of(text)
    name = next((known for known in KINDS if known == kind), None)
    if name is None:
        return refusals.unknown_kind(kind)
    try:
        found = KINDS[name].from_toml(text)
        load_rules(found.tax_year)
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
