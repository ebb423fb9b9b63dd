"""A file is read whole or refused whole, and what is written says what it is."""

import numpy as np
import pytest

from calc import Scenario
from calc.errors import FileFormatError, OtherChairError, ScenarioError
from calc.scenario import OwnPractice
from calc.scenario.reading import MOST_FILE_CHARACTERS, MOST_LINES, decoded
from tests.calc.scenario.plan_texts import OWN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("work = {", "broken"),
        ("not toml at all", "broken"),
        ("a = 1\na = 2", "broken"),
        ("a = " + "[" * 5_000 + "]" * 5_000, "broken"),
        ("a = " + "9" * 5_000, "broken"),
        ("a = 2026-99-99", "broken"),
        ("a" + ".a" * 5_000 + " = 1", "broken"),
        ("a = 1\n\0", "binary"),
        (b"\xff\xfe\x00", "binary"),
        ("café".encode("latin-1"), "binary"),
        (OWN.encode("utf-16"), "binary"),
        (" " * (MOST_FILE_CHARACTERS + 1), "too_big"),
        (b" " * (MOST_FILE_CHARACTERS + 1), "too_big"),
        ("format = 2\n" + OWN, "new_format"),
        ("format = 0\n" + OWN, "old_format"),
        ("format = -1\n" + OWN, "old_format"),
        ("format = true\n" + OWN, "bad_format"),
        ('format = "1"\n' + OWN, "bad_format"),
        ("format = 1.0\n" + OWN, "bad_format"),
        ("format = nan\n" + OWN, "bad_format"),
    ],
    ids=lambda item: repr(item)[:30],
)
def test_what_is_no_plan_is_refused_whole(text: str | bytes, kind: str) -> None:
    """Broken, huge, binary or of another format: one error says which."""
    with pytest.raises(FileFormatError) as caught:
        Scenario.from_toml(text)
    assert caught.value.kind == kind
    assert isinstance(caught.value, OtherChairError)
    assert "not a scenario file" in str(caught.value)


def test_a_broken_file_names_its_line() -> None:
    """Where it can be told, the error says which line is broken."""
    with pytest.raises(FileFormatError) as caught:
        Scenario.from_toml("title = 'a'\ncosts = [\n  broken here\n]\n")
    assert caught.value.line == 3
    with pytest.raises(FileFormatError) as caught:
        Scenario.from_toml("title = 'a'\ncosts = [")
    assert caught.value.line == 2
    with pytest.raises(FileFormatError) as caught:
        Scenario.from_toml("format = 7\n" + OWN)
    assert (caught.value.found, caught.value.bound) == (7, 1)


@pytest.mark.parametrize("text", ["\ufeff" + OWN, OWN.encode("utf-8-sig"), "format = 1\n" + OWN])
def test_a_byte_order_mark_is_no_harm(text: str | bytes) -> None:
    """What editors put before the text is not part of it."""
    assert Scenario.from_toml(text) == Scenario(work=OwnPractice())


def test_a_batch_cannot_be_written() -> None:
    """A file holds one plan: the field that is a row of numbers is named."""
    batch = Scenario(work=OwnPractice()).with_values(
        {"loans.payment_per_month": np.array([1.0, 2.0])}
    )
    with pytest.raises(ScenarioError) as caught:
        batch.to_toml()
    assert caught.value.problems[0].path == "loans.payment_per_month"
    assert caught.value.problems[0].kind == "not_supported"


def test_a_file_of_ours_says_what_it_is() -> None:
    """The first line is for whoever opens it; only what was stated follows."""
    text = Scenario.parse({"work": {"kind": "own_practice"}}).to_toml()
    assert text.startswith("# A plan of Other Chair.")
    assert text.splitlines()[1:] == ["format = 1", "", "[work]", 'kind = "own_practice"']


def test_lines_without_end_are_refused_before_they_are_read() -> None:
    """A file of more lines than any plan has is told so, whatever stands on them."""
    with pytest.raises(FileFormatError) as caught:
        decoded("\n" * (MOST_LINES + 1))
    assert (caught.value.kind, caught.value.bound) == ("too_full", MOST_LINES)
