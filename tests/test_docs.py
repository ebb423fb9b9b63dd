"""The examples of the documents: each is run, and prints what the document says."""

import contextlib
import dataclasses
import doctest
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bench import limits, states
from calc.taxes import Household, TaxBill
from ui.telling.limits import short

ROOT = Path(__file__).parents[1]
DOCUMENTS = [path for path in (ROOT / "docs" / "api.md", ROOT / "README.md") if path.exists()]
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, text, line, and the output block that follows, if any."""

    language: str
    body: str
    line: int
    output: str | None


def blocks_of(text: str) -> list[Block]:
    """The fenced blocks of a document, in order."""
    found = list(FENCE.finditer(text))
    blocks = []
    for index, match in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        shown = after is not None and after["language"] in ("", "text")
        output = after["body"] if after is not None and shown else None
        line = text[: match.start()].count("\n") + 1
        blocks.append(Block(match["language"], match["body"], line, output))
    return blocks


def run_dialogue(block: Block, names: dict[str, Any], where: str) -> None:
    """Run a block of prompts; fail where the output differs from what it shows."""
    test = doctest.DocTestParser().get_doctest(block.body, names, where, where, block.line)
    report = io.StringIO()
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
        test, out=report.write, clear_globs=False
    )
    names.update(test.globs)
    assert not result.failed, report.getvalue()


def run_script(block: Block, names: dict[str, Any], where: str) -> None:
    """Run a block without prompts; what it prints is the output block below it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.body, where, "exec"), names)
    if printed.getvalue():
        assert block.output is not None, f"{where}:{block.line} prints, but shows no output"
        assert printed.getvalue().rstrip() == block.output.rstrip()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_examples(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example of a document runs in order, and its output is the one shown."""
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {"__name__": "example"}
    blocks = [b for b in blocks_of(path.read_text(encoding="utf-8")) if b.language == "python"]
    assert blocks, f"{path.name} has no Python example"
    for block in blocks:
        run = run_dialogue if ">>>" in block.body else run_script
        run(block, names, path.name)


@pytest.mark.parametrize("record", [Household, TaxBill])
def test_api_names_every_field(record: type) -> None:
    """The page on the interface names every field of a return and of its bill."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    fields = {field.name for field in dataclasses.fields(record)}
    assert {name for name in fields if f"`{name}`" not in text} == set()


def test_the_page_on_states_is_current() -> None:
    """The page says what the data and the oracle say; else run `python -m bench.states`."""
    assert states.PAGE.read_text(encoding="utf-8") == states.page()


def test_the_page_on_limits_is_current() -> None:
    """The page says what the data say; else run `python -m bench.limits`."""
    assert limits.PAGE.read_text(encoding="utf-8") == limits.page()


def test_the_readme_names_the_main_limits() -> None:
    """The matters marked for it, in the words of the table, wherever the lines break."""
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"Not computed, among others: {short('readme')} - Not a reading" in text
