"""One page is made at a time, in the order of asking, and long work lends its turn."""

import threading
from collections.abc import Callable

import pytest

from ui.shell import turn
from ui.shell.turn import Turn


def waiting(asked: Turn, count: int) -> None:
    """Returns once so many threads wait for the turn."""
    while len(asked._waiting) < count:
        threading.Event().wait(0.001)


def started(act: Callable[[], None]) -> threading.Thread:
    """A thread that has begun."""
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def test_the_turn_goes_in_the_order_of_asking() -> None:
    """Eight threads that ask one after the other get it one after the other, never two at once."""
    asked, order, inside = Turn(), [], []

    def act(number: int) -> None:
        with asked:
            inside.append(number)
            assert len(inside) == 1
            order.append(number)
            inside.remove(number)

    threads = []
    with asked:
        for number in range(8):
            threads.append(started(lambda number=number: act(number)))
            waiting(asked, number + 1)
    for thread in threads:
        thread.join(10)
    assert order == list(range(8))


def test_a_fault_gives_the_turn_back() -> None:
    """A run that breaks, even by a signal of Streamlit's own, holds nobody up."""
    asked = Turn()
    with pytest.raises(KeyboardInterrupt), asked:
        raise KeyboardInterrupt
    done = threading.Event()

    def act() -> None:
        with asked:
            done.set()

    started(act)
    assert done.wait(10)


def test_a_thread_that_has_the_turn_may_ask_again() -> None:
    """A run within a run does not wait for itself, and the turn is free after the outer one."""
    asked = Turn()
    with asked:
        with asked:
            assert asked._taken
        assert asked._taken
    assert not asked._taken


@pytest.mark.parametrize(("long", "first"), [(-1.0, "the other"), (1e9, "this")])
def test_long_work_lets_those_who_wait_go_first(
    monkeypatch: pytest.MonkeyPatch, long: float, first: str
) -> None:
    """Who has had the turn for long lends it at the next step; who has just got it keeps it."""
    monkeypatch.setattr(turn, "LONG", long)
    asked, order = Turn(), []

    def act() -> None:
        with asked:
            order.append("the other")

    with asked:
        thread = started(act)
        waiting(asked, 1)
        asked.lend()
        order.append("this")
    thread.join(10)
    assert order[0] == first
    assert sorted(order) == ["the other", "this"]


def test_nothing_is_lent_without_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread that has no turn has none to lend; alone, the turn stays."""
    monkeypatch.setattr(turn, "LONG", -1.0)
    asked = Turn()
    asked.lend()
    assert not asked._taken
    with asked:
        asked.lend()
        assert asked._taken


def test_who_rests_lets_others_go_first() -> None:
    """Another run goes through while this one rests, which has the turn again afterwards."""
    asked, order = Turn(), []

    def act() -> None:
        with asked:
            order.append("the other")

    with asked:
        thread = started(act)
        waiting(asked, 1)
        asked.rest(0.0)
        order.append("this")
        assert asked._taken
    thread.join(10)
    assert order == ["the other", "this"]


def test_who_has_no_turn_rests_without_one() -> None:
    """A rest takes no turn that was not there."""
    asked = Turn()
    asked.rest(0.0)
    assert not asked._taken
