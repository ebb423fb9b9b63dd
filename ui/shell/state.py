"""The documents of the person, a plan, offers and a clinic, and values that were refused.

The truth is validated documents in session state; widgets are a view of the one that a page works
on, and `change` is the only way back.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeAlias

import numpy as np
import streamlit as st

from calc import Result, Scenario, evaluate, load_rules
from calc.burnout import Draws, Load, LoadInputs, draws, indicator
from calc.errors import OtherChairError, Problem, ScenarioError
from calc.scenario import Document, Offers
from calc.scenario.clinic import Plans
from ui.shell import answers, examples, watched

Person: TypeAlias = Scenario | Offers  # both hold a household, loans and support
Name: TypeAlias = Literal["plan", "offers", "clinic"]
WORKING_ON: ContextVar[Name] = ContextVar("working on", default="plan")
SEED = 2026
STEPS, MOST_STEPS = "steps", 30  # documents as they were before each change, the latest last


@dataclass(frozen=True)
class Refused:
    """A value that broke a rule: as its widget shows it, why, and the change it would have been.

    `changes` is tried again after every change that is taken: another field may have made it right.
    """

    shown: Any
    problems: tuple[Problem, ...]
    changes: Mapping[str, Any] | None = None


def begin() -> None:
    """Fills an empty session with the worked examples."""
    if "plan" not in st.session_state:
        open_plan(examples.scenarios()[examples.FIRST], own=False)
    if "offers" not in st.session_state:
        with working_on("offers"):
            open_document(examples.offers()[examples.FIRST_OFFERS], own=False)
    if "clinic" not in st.session_state:
        with working_on("clinic"):
            open_document(examples.clinics()[examples.FIRST_CLINIC], own=False)


@contextmanager
def working_on(name: Name) -> Iterator[None]:
    """Fields, changes and refused values are those of this document; else they are the plan's."""
    token = WORKING_ON.set(name)
    try:
        yield
    finally:
        WORKING_ON.reset(token)


def key_beside(kept: str) -> str:
    """Where something kept beside a document lies in the session; the plan's has no prefix."""
    name = WORKING_ON.get()
    return kept if name == "plan" else f"{name} {kept}"


def document() -> Document:
    """The document that is worked on."""
    found: Document = st.session_state[WORKING_ON.get()]
    return found


def plan() -> Scenario:
    """The plan shown on every page."""
    scenario: Scenario = st.session_state.plan
    return scenario


def offers() -> Offers:
    """The job offers of the session."""
    found: Offers = st.session_state.offers
    return found


def plans() -> Plans:
    """The staffing plans of the session."""
    found: Plans = st.session_state.clinic
    return found


def is_own() -> bool:
    """Whether the person has changed or opened anything yet, or still sees the worked example."""
    return bool(st.session_state[key_beside("own")])


def open_document(found: Document, *, own: bool = True) -> None:
    """Shows another document in place of the one that is worked on."""
    _remember()
    st.session_state[WORKING_ON.get()] = found
    st.session_state[key_beside("refused")] = {}
    st.session_state[key_beside("laid_by")] = {}
    st.session_state[key_beside("own")] = own
    _lay_anew()


def open_plan(scenario: Scenario, *, own: bool = True) -> None:
    """Shows another plan, which is compared with nothing until a baseline is set."""
    with working_on("plan"):
        open_document(scenario, own=own)
    st.session_state.update(opened=st.session_state.get("opened", 0) + 1, baseline=None)


def open_changed(scenario: Scenario) -> None:
    """Shows the plan after a change of many fields at once; the baseline stays."""
    _take(scenario)
    st.session_state.refused = {}
    _lay_anew()


def set_baseline() -> None:
    """Compares with the plan as it is now."""
    st.session_state.baseline = plan()


def back_to_baseline() -> None:
    """Takes every change since the baseline back."""
    open_changed(st.session_state.baseline)


def evaluated() -> Result:
    """The plan's result."""
    return evaluate(plan(), load_rules(plan().tax_year))


def evaluated_baseline() -> Result | None:
    """The result the plan is compared with, worked out once for each baseline; None without one."""
    baseline: Scenario | None = st.session_state.baseline
    if baseline is None:
        return None
    rules = load_rules(baseline.tax_year)
    return answers.kept("baseline", partial(evaluate, baseline, rules), of=(baseline,))


def refused() -> dict[str, Refused]:
    """Values not taken, by the path of their field."""
    found: dict[str, Refused] = st.session_state[key_beside("refused")]
    return found


def laid_by() -> dict[str, Any]:
    """What was typed in ways of loans and kinds of pay that are not chosen now."""
    found: dict[str, Any] = st.session_state[key_beside("laid_by")]
    return found


def refuse(
    path: str,
    shown: Any,
    problems: tuple[Problem, ...],
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Keeps what was typed beside why it was not taken; the plan stays as it was."""
    refused()[path] = Refused(shown, problems, changes)


def change(path: str, shown: Any, changes: Mapping[str, Any]) -> bool:
    """Writes values into the document, or keeps them as refused under `path`; says if it took."""
    found = _changed(changes)
    if isinstance(found, Document):
        refused().pop(path, None)
        _take(found)
        _try_again()
        return True
    refuse(path, shown, found, changes)
    return False


def _take(found: Document) -> None:
    _remember()
    st.session_state[WORKING_ON.get()] = found
    st.session_state[key_beside("own")] = True


def _remember() -> None:
    """Keeps the document that is worked on as a step to go back to."""
    name = WORKING_ON.get()
    if name in st.session_state:
        steps = st.session_state.setdefault(STEPS, [])
        steps.append((name, st.session_state[name], is_own(), st.session_state.get("baseline")))
        del steps[:-MOST_STEPS]


def can_go_back() -> bool:
    """Whether there is a change to take back."""
    return bool(st.session_state.get(STEPS))


def go_back() -> None:
    """Takes the last change back, of whichever document it was; values not taken stay as typed."""
    name, found, own, baseline = st.session_state[STEPS].pop()
    st.session_state.baseline = baseline
    with working_on(name):
        st.session_state[name], st.session_state[key_beside("own")] = found, own
        _lay_anew()


def _changed(changes: Mapping[str, Any]) -> Document | tuple[Problem, ...]:
    """The document with some values changed, or what is wrong with them."""
    try:
        found = document().with_values(changes)
        load_rules(found.tax_year)
    except ScenarioError as error:
        return error.problems
    except OtherChairError:
        return tuple(Problem(path, "wrong_choice", value) for path, value in changes.items())
    return found


def _try_again() -> None:
    """Takes values that have become right, and forgets those whose field is gone."""
    for path, kept in list(refused().items()):
        if not (path.startswith("virtual.") or _exists(path)):
            del refused()[path]
        elif kept.changes is not None and "unlikely" not in kept.problems[0].kind:
            found = _changed(kept.changes)
            if isinstance(found, Document):
                del refused()[path]
                _take(found)


def _exists(path: str) -> bool:
    with suppress(ScenarioError):
        document().value_at(path)
        return True
    return False


def take_rows(root: str, rows: tuple[Any, ...], also: Mapping[str, Any] | None = None) -> bool:
    """Writes the rows of a list; says if it took, else keeps why under `root`."""
    found = _changed({root: rows, **(also or {})})
    if isinstance(found, Document):
        _take(found)
        return True
    refuse(root, None, found)
    return False


def _lay_anew() -> None:
    """Fields get new keys, and nothing is taken from the old ones any more."""
    st.session_state[key_beside("version")] = st.session_state.get(key_beside("version"), 0) + 1
    watched.forget()


def version() -> int:
    """How often the document that is worked on was laid anew."""
    return int(st.session_state[key_beside("version")])


def widget_key(path: str) -> str:
    """The key of a field's widget; another document gets other keys, so nothing old is shown."""
    return f"{key_beside('field')} {version()} {path}"


@functools.cache
def drawn(tax_year: int) -> Draws:
    """The draws behind every range of load, the same for all practices and all readers."""
    return draws(np.random.default_rng(SEED), load_rules(tax_year))


def load_of(result: Result) -> Load:
    """The load of a result with its range."""
    return indicator(result.load.inputs, result.rules, drawn(result.rules.tax_year))


@functools.cache
def typical_load(tax_year: int) -> Load:
    """The load of a typical practice with its range."""
    return indicator(LoadInputs(), load_rules(tax_year), drawn(tax_year))


@functools.cache
def evaluated_example() -> tuple[Result, Result, Result]:
    """The worked example, with a step less of notes, and with a step more of fee."""
    example = examples.scenarios()[examples.FIRST]
    rules = load_rules(example.tax_year)
    kind, stem = example.work.session_kinds[0], "work.session_kinds.0"
    notes = kind.notes_minutes_per_session - rules["levers.notes"].number
    fee = kind.fee_per_session + rules["levers.fee_step"].number
    less = {f"{stem}.notes_minutes_per_session": notes}
    more = {f"{stem}.fee_per_session": fee}
    plans = example, example.with_values(less), example.with_values(more)
    one, shorter, higher = (evaluate(plan, rules) for plan in plans)
    return one, shorter, higher
