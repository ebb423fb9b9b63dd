"""The values of a file are parsed within bounds, and no number in them is beyond reckoning."""

import pytest

from calc.errors import FileFormatError, ScenarioError
from calc.scenario.values import MOST_VALUES, values_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a = [" + "1," * (MOST_VALUES + 1) + "]", "too_full"),
        ("[" + ".a" * MOST_VALUES + "]", "too_full"),
        ("[a" + ".a" * 490 + "]\n" + "".join(f"b{n} = 1\n" for n in range(2_000)), "broken"),
        (f"a{'.a' * 400} = 1\n" * 6, "broken"),
        ("a = 1\nb", "broken"),
    ],
    ids=lambda item: item[:12],
)
def test_what_takes_seconds_is_refused_before_it_is_parsed(text: str, kind: str) -> None:
    """Values without end, long keys, and many keys under a deep heading; and what is no TOML."""
    with pytest.raises(FileFormatError) as caught:
        values_of(text)
    assert caught.value.kind == kind


@pytest.mark.parametrize("digits", ["0x" + "f" * 5_000, "0o" + "7" * 9_000, "1" * 400])
def test_a_number_beyond_reckoning_is_named_with_its_place(digits: str) -> None:
    """In any base, inside tables and lists: its path and line are told, and it is not written."""
    with pytest.raises(ScenarioError) as caught:
        values_of(f"[a]\nb = [1, {{c = {digits}}}]\nd = 2.5\n")
    (problem,) = caught.value.problems
    assert (problem.path, problem.kind, problem.bound) == ("a.b.1.c", "not_a_number", "finite")
    assert len(str(caught.value)) < 100


def test_long_words_are_no_numbers() -> None:
    """A key or a text of any length is taken as it is."""
    assert values_of(f"{'k' * 300} = '{'9' * 300}'") == {"k" * 300: "9" * 300}


@pytest.mark.parametrize("start", ['"""', "'''", '"', "#", "1.5, 2.5"])
def test_dots_in_texts_and_numbers_part_no_key(start: str) -> None:
    """Only dots of keys are work for the reader."""
    dots = "." * 450
    texts = {
        '"""': f'a = """\n{dots}\\"{dots}\n"""',
        "'''": f"a = '''\n{dots}\n'''",
        '"': f'a = "{dots}\\""',
        "#": f"a = 1 # {dots}",
        "1.5, 2.5": "a = [" + "1.5, " * 450 + "]",
    }
    assert values_of("\n".join(f"[b{n}]\n{texts[start]}" for n in range(80)))["b79"]
