"""A column that mostly says W2 and 1099 is the arrangement; a word that is none is asked."""

import pytest

from calc.scenario import Contractor, Employee
from calc.staffing.roster_reading import Reading, reading

HEADS = ("Name", "Sessions / wk", "Pay")


def read(heading: str, *words: str, **answers: bool) -> Reading:
    """A roster of posts alike but for one column of words."""
    rows = [(f"N{place}", "24", "62000", said) for place, said in enumerate(words)]
    return reading([(*HEADS, heading), *rows], answers=answers)


def test_a_plain_column_of_types_is_not_asked() -> None:
    """Two of three say how they are paid: the third alone is asked, not the column."""
    found = read("Type", "W2", "intern", "1099")
    assert [column.ours for column in found.columns] == [
        "Label",
        "Sessions a week",
        "Pay",
        "Arrangement",
    ]
    assert not found.to_choose
    (asked,) = found.unanswered
    assert (asked.rows, asked.column, asked.text, asked.reading) == (
        (3,),
        "Arrangement",
        "intern",
        "employee",
    )


@pytest.mark.parametrize("words", [("W2", "LMFT"), ("blue", "green", "W2")])
def test_a_column_in_doubt_is_still_asked(words: tuple[str, ...]) -> None:
    """Half of it is one thing and half another, or most of it nothing we know."""
    assert [column.heading for column in read("Type", *words).to_choose] == ["Type"]


def test_an_intern_is_an_employee_with_that_licence_if_so_answered() -> None:
    """Yes: employed, and an intern by licence; no: the row is left out and said so."""
    asked = read("Arrangement", "employee", "intern", "W2").unanswered[0].key
    found = read("Arrangement", "employee", "intern", "W2", **{asked: True})
    assert found.ready
    posts = found.roster.posts
    assert [post.licence for post in posts] == ["licensed", "intern", "licensed"]
    assert all(isinstance(post.work, Employee) for post in posts)
    left = read("Arrangement", "employee", "intern", "W2", **{asked: False})
    assert len(left.roster.posts) == 2
    assert [(one.kind, one.row) for one in left.roster.problems] == [("in_doubt", 3)]


def test_a_licence_of_its_own_goes_before() -> None:
    """Where a column states the licence, the word in the arrangement changes nothing of it."""
    rows = [
        (*HEADS, "Arrangement", "Licence"),
        ("A", "24", "62000", "associate", "LMFT"),
        ("B", "24", "62000", "associate", ""),
        ("C", "24", "60%", "1099", ""),
    ]
    key = reading(rows).unanswered[0].key
    posts = reading(rows, answers={key: True}).roster.posts
    assert [post.licence for post in posts] == ["licensed", "associate", "licensed"]
    assert isinstance(posts[2].work, Contractor)
