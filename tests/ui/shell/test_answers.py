"""An answer is kept until something it was asked of has changed."""

import pytest

from ui.shell import answers


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often an answer was found, in a session of its own."""
    monkeypatch.setattr(answers.st, "session_state", {})
    return []


def asked(times: list[int], of: tuple[object, ...], at: tuple[object, ...] = ()) -> int:
    """The number of the answer."""

    def find() -> int:
        times.append(1)
        return len(times)

    return answers.kept("sum", find, of=of, at=at)


def test_the_same_question_is_answered_once(times: list[int]) -> None:
    """Of the same object, at equal numbers."""
    document = ["plan"]
    assert asked(times, (document,), (1.0, "fee")) == asked(times, (document,), (1.0, "fee")) == 1


def test_an_equal_document_is_another(times: list[int]) -> None:
    """Objects are told apart by what they are, not by what they hold."""
    assert asked(times, (["plan"],)) == 1
    assert asked(times, (["plan"],)) == 2


@pytest.mark.parametrize(("of", "at"), [((), (1.0,)), ((0,), (2.0,)), ((0, 0), (1.0,)), ((0,), ())])
def test_any_change_asks_anew(
    times: list[int], of: tuple[object, ...], at: tuple[object, ...]
) -> None:
    """A number, an object more or less: the former answer is not given."""
    assert asked(times, (0,), (1.0,)) == 1
    assert asked(times, of, at) == 2
    assert asked(times, (0,), (1.0,)) == 3


def test_no_answer_is_an_answer(times: list[int]) -> None:
    """What has no answer is not sought again and again."""

    def nothing() -> None:
        times.append(1)

    for _ in range(3):
        assert answers.kept("nothing", nothing, of=()) is None
    assert len(times) == 1
