"""Text beside what was recorded of it."""

import difflib
from pathlib import Path

import pytest

COMMAND = "pytest tests/golden --update-golden"


def agrees(record: Path, found: str, *, update: bool) -> None:
    """Fails where the text is not the record; with `update` it is recorded anew."""
    if update:
        record.write_text(found, encoding="utf-8", newline="\n")
        pytest.skip(f"{record.name} was rewritten, not tested")
    assert record.exists(), f"{record.name} was never recorded: {COMMAND}"
    recorded = record.read_text(encoding="utf-8")
    changes = difflib.unified_diff(
        recorded.splitlines(), found.splitlines(), "recorded", "found", lineterm="", n=0
    )
    assert found == recorded, f"If this is meant: {COMMAND}\n" + "\n".join(changes)
