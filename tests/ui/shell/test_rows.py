"""A row is itself, not its label or its place: an edit reaches its own row or none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import streamlit as st
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from calc.scenario import Cost, FederalLoan, Offer, PrivateSessions
from ui.shell import examples, fields, rows, state
from ui.shell.row_choice import told_apart

MOST_ROWS = 5  # as many as the shortest of the lists may have
ROOT = "work.session_kinds"
STEPS = some.lists(
    some.one_of(
        some.tuples(some.just("add")),
        some.tuples(some.just("remove"), some.integers(0, 9)),
        some.tuples(some.just("turn"), some.integers(0, 9)),
        some.tuples(some.just("draw")),
        some.tuples(some.just("name"), some.integers(0, 9), some.sampled_from(["Aetna", "B", ""])),
        some.tuples(some.just("type"), some.integers(0, 9), some.integers(1, 40)),
        some.tuples(some.just("open"), some.integers(0, 9)),
    ),
    max_size=25,
)


@dataclass(frozen=True)
class Listed:
    """A list of rows in a document: where it is, the figure typed in a row, and a row of a name."""

    document: state.Name
    root: str
    figure: str
    row: Callable[[str, float], Any]


LISTS = (
    Listed(
        "plan",
        ROOT,
        "booked_per_week",
        lambda label, figure: PrivateSessions(label=label, booked_per_week=figure),
    ),
    Listed("plan", "costs", "amount", lambda label, figure: Cost(label=label, amount=figure)),
    Listed(
        "plan",
        "loans.federal",
        "balance",
        lambda label, figure: FederalLoan(label=label, balance=figure),
    ),
    Listed(
        "offers",
        "offers",
        "supervision_hours_per_week",
        lambda label, figure: Offer(label=label, supervision_hours_per_week=figure),
    ),
)


class Kept(dict[str, Any]):
    """What Streamlit keeps of a session, without Streamlit."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


@dataclass
class Both:
    """The rows with a screen, and a list of [name of the row, label, figure] without one.

    Fields are as they were last drawn; what is typed in them arrives later.
    """

    of: Listed
    wanted: list[list[Any]]
    drawn: dict[int, Callable[[Any], None]] = field(default_factory=dict)
    opened: int | None = None

    def take(self, uid: int, step: tuple[Any, ...]) -> None:
        """One step, on both."""
        kind, place = step[0], step[1] % len(self.wanted) if len(step) > 1 else 0
        if kind == "type":
            self._type(list(self.drawn)[step[1] % len(self.drawn)], float(step[2]))
        elif kind == "name":
            path = f"{self.of.root}.{place}.label"
            state.change(path, step[2], {path: step[2]})
            self.wanted[place][1] = step[2]
        elif kind == "open":
            rows.open_row(self.of.root, rows.numbers_of(self.of.root, len(self.wanted))[place])
            self.opened = self.wanted[place][0]
        elif kind == "draw":
            self.draw()
        else:
            self._move(kind, uid, place)

    def draw(self) -> None:
        """A field for the figure of each row."""
        self.drawn = {
            row[0]: fields.taken(f"{self.of.root}.{place}.{self.of.figure}", _write)
            for place, row in enumerate(self.wanted)
        }

    def _type(self, uid: int, typed: float) -> None:
        self.drawn[uid](typed)
        for row in self.wanted:
            if row[0] == uid:
                row[2] = typed

    def _move(self, kind: str, uid: int, place: int) -> None:
        root = self.of.root
        now = state.document().value_at(root)
        if kind == "add" and len(now) < MOST_ROWS:
            rows.reshape(root, (*now, self.of.row("New", 1.0)))
            self.wanted.append([uid, "New", 1.0])
            self.opened = uid
        elif kind == "remove" and len(now) > 1:
            rows.reshape(root, (*now[:place], *now[place + 1 :]))
            if self.wanted.pop(place)[0] == self.opened:
                self.opened = None
        elif kind == "turn":
            rows.reshape(root, (*now[place:], *now[:place]))
            self.wanted = [*self.wanted[place:], *self.wanted[:place]]


def _write(there: str, typed: float) -> None:
    state.change(there, typed, {there: typed})


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session of its own, which each example fills anew."""
    monkeypatch.setattr(st, "session_state", Kept())


def _begin(kinds: int) -> None:
    st.session_state.clear()
    st.session_state.update(run=0, baseline=None)
    sessions = tuple(PrivateSessions(label=f"Kind {n}", booked_per_week=n) for n in range(kinds))
    state.open_plan(examples.scenarios()[examples.FIRST].with_values({ROOT: sessions}))


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.root)
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(start=some.integers(1, 4), steps=STEPS)
def test_the_document_is_the_one_that_the_same_steps_give_without_a_screen(
    listed: Listed, start: int, steps: list[tuple[Any, ...]]
) -> None:
    """Rows added, removed, turned round and named, and edits that arrive late, in any order."""
    _begin(1)
    with state.working_on(listed.document):
        first = tuple(listed.row(f"Row {uid}", uid + 1.0) for uid in range(start))
        state.open_document(_document(listed).with_values({listed.root: first}))
        both = Both(listed, [[uid, f"Row {uid}", uid + 1.0] for uid in range(start)])
        both.draw()
        for uid, step in enumerate(steps, start=100):
            both.take(uid, step)
            found = state.document().value_at(listed.root)
            assert [[row.label, getattr(row, listed.figure)] for row in found] == [
                row[1:] for row in both.wanted
            ]
            numbers = rows.numbers_of(listed.root, len(found))
            assert len(set(numbers)) == len(numbers)
            if both.opened is not None:
                place = [row[0] for row in both.wanted].index(both.opened)
                assert rows.opened(listed.root) == numbers[place]


def _document(listed: Listed) -> Any:
    """The first example of the document, with loans worked out from a plan."""
    if listed.document == "offers":
        return examples.offers()[examples.FIRST_OFFERS]
    return examples.scenarios()["graduate_with_loans"]


@pytest.mark.usefixtures("session")
def test_what_was_not_taken_goes_along_with_its_row() -> None:
    """A refused value of the third row is that of the second when the first is gone."""
    _begin(3)
    path = f"{ROOT}.2.booked_per_week"
    assert not state.change(path, 220.0, {path: 220.0})
    rows.reshape(ROOT, state.plan().work.session_kinds[1:])
    assert list(state.refused()) == [f"{ROOT}.1.booked_per_week"]
    held = state.refused()[f"{ROOT}.1.booked_per_week"]
    assert held.shown == 220.0
    assert held.problems[0].path == f"{ROOT}.1.booked_per_week"
    assert held.changes == {f"{ROOT}.1.booked_per_week": 220.0}


def test_names_that_stand_twice_are_told_apart() -> None:
    """A box that offers the same word twice would not know which was chosen."""
    assert told_apart(["A", "A", "A"]) == ["A", "A (2)", "A (3)"]
