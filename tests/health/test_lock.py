"""The lock installs what pyproject.toml asks for, from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["test"]
ENTRY = re.compile(r"^(\S+==[^\\\n]+)\\\n((?: +--hash=sha256:\w+(?: \\)?\n)+)", re.MULTILINE)
ENTRIES = ENTRY.findall(LOCK)
PINS = [Requirement(pin) for pin, _ in ENTRIES]


@pytest.mark.parametrize("asked", ASKED)
def test_every_dependency_is_pinned_within_its_range(asked: str) -> None:
    """Each version the lock may install lies in the range asked for."""
    wanted = Requirement(asked)
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
    versions = [next(iter(pin.specifier)).version for pin in pins]
    assert versions, f"{wanted.name} is not in the lock"
    assert all(wanted.specifier.contains(version) for version in versions)
    assert any(pin.marker is None or pin.marker.evaluate() for pin in pins)


def test_every_pin_has_a_hash() -> None:
    """Every line of the lock is a pin, a hash of one, or a comment."""
    pinned = {pin for pin, _ in ENTRIES}
    other = [
        line
        for line in LOCK.splitlines()
        if not line.lstrip().startswith(("#", "--hash=")) and line.rstrip("\\") not in pinned
    ]
    assert other == []


def test_the_lock_names_no_place() -> None:
    """Where packages come from is the reader's own setting."""
    assert "://" not in LOCK
