"""The worked examples that are shipped: plans of one person, job offers and clinics."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar

from calc import Scenario
from calc.scenario import Document, Offers
from calc.scenario.clinic import Clinic, Plans
from calc.staffing import plans as clinic_plans

Kind = TypeVar("Kind", bound=Document)
FOLDER = Path(__file__).parents[2] / "scenarios"
FIRST = "solo_private_pay"
FIRST_OFFERS = "new_msw_three_letters"
FIRST_CLINIC = "group_practice_of_eight"


@functools.cache
def scenarios() -> Mapping[str, Scenario]:
    """The shipped scenarios by file name, the first one first."""
    texts = _texts(FOLDER, FIRST)
    return {name: _begun(Scenario.from_toml(text), name) for name, text in texts.items()}


@functools.cache
def offers() -> Mapping[str, Offers]:
    """The shipped job offers by file name, the first one first."""
    texts = _texts(FOLDER / "offers", FIRST_OFFERS)
    return {name: _begun(Offers.from_toml(text), name) for name, text in texts.items()}


@functools.cache
def clinics() -> Mapping[str, Plans]:
    """The shipped clinics by file name, each with two plans beside it, the first one first."""
    texts = _texts(FOLDER / "clinics", FIRST_CLINIC)
    return {
        name: _begun(
            clinic_plans.with_examples(clinic_plans.plans_of(Clinic.from_toml(text))), name
        )
        for name, text in texts.items()
    }


def of(name: str) -> Mapping[str, Document]:
    """The shipped documents for what is worked on: the plan, offers or a clinic."""
    match name:
        case "offers":
            return offers()
        case "clinic":
            return clinics()
        case _:
            return scenarios()


def is_one(plan: Scenario) -> bool:
    """Whether a plan is a shipped one, to the last figure."""
    return plan in scenarios().values()


def began(found: Document) -> Document | None:
    """The example that a document began as; None where it began as none that is shipped."""
    name: Literal["plan", "offers", "clinic"] = "plan"
    if isinstance(found, Offers):
        name = "offers"
    elif isinstance(found, Clinic | Plans):
        name = "clinic"
    return of(name).get(found.began_as)


def needs_of(plan: Scenario) -> float | None:
    """What the example that a plan began as needs a month, whatever it is called; None of none."""
    example = began(plan)
    return float(example.household.needs_per_month) if isinstance(example, Scenario) else None


def _begun(found: Kind, name: str) -> Kind:
    """The example, which knows its own name."""
    return found.with_values({"began_as": name})


def _texts(folder: Path, first: str) -> dict[str, str]:
    paths = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != first, path.stem))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}
