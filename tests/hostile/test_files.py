"""Whatever file is opened, it ends as a document or as a sentence, in a second and 200 MB."""

import sys

import pytest

from tests.hostile import generate

if sys.platform == "win32":
    pytest.skip("the bounds of a child process need a system like Unix", allow_module_level=True)

from tests.hostile.opening import MOST_MEGABYTES, MOST_SECONDS, Opened, results

SEED, FILES = 20_261_128, 300


@pytest.fixture(scope="module")
def found() -> list[Opened]:
    """What came of the files; one that failed, perhaps for a busy machine, is opened once more."""
    every = list(results(SEED, 0, FILES))
    return [next(results(SEED, one.place, one.place + 1)) if one.failed else one for one in every]


def test_every_file_is_a_document_or_a_sentence(found: list[Opened]) -> None:
    """No file raises, hangs, fills the memory, or is refused without a plain sentence."""
    assert [one.place for one in found] == list(range(FILES))
    assert [
        f"seed {SEED}, {one.place} ({one.kind}): {one.failed}" for one in found if one.failed
    ] == []


def test_what_is_whole_is_taken(found: list[Opened]) -> None:
    """Bounds refuse no shipped document, and no roster as we write it."""
    whole = [one for one in found if one.kind.endswith("untouched")]
    assert len(whole) >= 30
    assert all(one.accepted for one in whole)


def test_what_is_of_another_kind_is_refused(found: list[Opened]) -> None:
    """A picture or a program is no document, whatever it is called."""
    other = [one for one in found if one.kind.endswith(("renamed", "entities"))]
    assert len(other) >= 30
    assert not any(one.accepted for one in other)


@pytest.mark.parametrize("place", range(len(generate.KINDS)), ids=generate.kind_of)
def test_a_seed_makes_the_same_file(place: int) -> None:
    """A failure that is told by seed and place can be made again."""
    assert generate.file(1, place) == generate.file(1, place)


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (Opened(0, "csv", fault="raised KeyError: 'a'"), "raised KeyError"),
        (Opened(0, "csv", accepted=True, seconds=MOST_SECONDS + 0.1), "took 1.10 s"),
        (Opened(0, "csv", accepted=True, megabytes=MOST_MEGABYTES + 1.0), "took 201 MB"),
        (Opened(0, "csv", said=("",)), "without a word"),
        (Opened(0, "csv", said=("ParseError: no element found",)), "said"),
        (Opened(0, "csv", said=("This file is no table.",)), ""),
    ],
)
def test_each_bad_end_is_told(one: Opened, why: str) -> None:
    """The bound of time, that of memory, silence and a trace are each a failure."""
    assert why in one.failed
    assert bool(one.failed) == bool(why)
