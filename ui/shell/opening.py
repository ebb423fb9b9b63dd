"""What is said of a file once it is open, and what a file that is saved is called."""

from __future__ import annotations

import datetime
import re
from typing import Any

import streamlit as st

from calc.scenario import Document, earlier
from ui.shell import documents, examples, state
from ui.telling import load_checks, refusals, words

SAVED_ON = "# Saved on "
DAY = re.compile(rf"^{SAVED_ON}(\d{{4}}-\d{{2}}-\d{{2}})\s*$", re.MULTILINE)
HEAD = 400  # characters in which the day stands
TOLD = "file told"
UNDO = "Take the last change back"
IN_PLACE = "{title} is open in place of yours. Plan, “{undo}” brings yours again."
CALLED = {"plan": "My practice", "offers": "My offers", "clinic": "My clinic"}


def with_day(text: str, day: datetime.date) -> str:
    r"""The text of a file with the day on which it is saved, as a remark below its first line.

    >>> with_day("# A plan.\ntitle = 'Mine'\n", datetime.date(2026, 11, 29))
    "# A plan.\n# Saved on 2026-11-29\ntitle = 'Mine'\n"
    """
    first, _, rest = text.partition("\n")
    return f"{first}\n{SAVED_ON}{day.isoformat()}\n{rest}"


def opened(found: Document, text: bytes) -> str:
    """A sentence that names the file that was opened, and the day it was saved if it tells one.

    Where it answers questions that are no longer asked, what became of those.
    """
    called = f"Opened {refusals.quoted(found.title)}" if found.title else "Opened your file"
    day = _day_in(text)
    named = f"{called}, saved on {words.written_date(day)}." if day else f"{called}."
    return " ".join(filter(None, (named, older(text.decode("utf-8", "replace")))))


def older(text: str) -> str:
    """What became of a file's answers to questions that are no longer asked; empty without any."""
    found = earlier.answers(text)
    return load_checks.older_answers(found) if found else ""


def example(name: state.Name, found: Document) -> None:
    """Shows an example; where it takes the place of what is the reader's own, the page says so."""
    with state.working_on(name):
        own = state.is_own()
    documents.show(name, found)
    if own:
        st.session_state[TOLD] = "", IN_PLACE.format(title=refusals.quoted(found.title), undo=UNDO)


def _day_in(text: bytes) -> str:
    found = DAY.search(text[:HEAD].decode("utf-8", "replace"))
    if found is None:
        return ""
    try:
        return datetime.date.fromisoformat(found[1]).isoformat()
    except ValueError:
        return ""


def tell(page: str) -> None:
    """Says on top of its own page, or of any, once, which file or example was opened."""
    home, said = st.session_state.get(TOLD, ("", ""))
    if said and home in ("", page):
        del st.session_state[TOLD]
        st.info(said)


def name_own(day: datetime.date) -> bool:
    """A document that began as an example and was changed is no longer called what that is called.

    Nor is it described in the example's words. Says whether it had to be changed.
    """
    changes = named(state.WORKING_ON.get(), state.document(), day) if state.is_own() else {}
    return bool(changes) and state.change("title", changes.get("title"), changes)


def named(name: state.Name, found: Document, day: datetime.date) -> dict[str, Any]:
    """The changes of title and description by which it becomes the reader's own."""
    shipped = list(examples.of(name).values())
    if found in shipped:
        return {}
    changes: dict[str, Any] = {}
    if not found.title or found.title in {example.title for example in shipped}:
        changes["title"] = f"{CALLED[name]}, {words.written_date(day.isoformat())}"
    said = getattr(found, "description", "")
    if said and said in {getattr(example, "description", "") for example in shipped}:
        changes["description"] = ""
    return changes
