"""The locks install what pyproject.toml asks for, from nowhere in particular."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    name: (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("requirements", "requirements-test")
}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(r"^(\S+==[^\\\n]+)\\\n((?: +--hash=sha256:\w+(?: \\)?\n)+)", re.MULTILINE)
ENTRIES = {name: ENTRY.findall(lock) for name, lock in LOCKS.items()}
PINS = {name: [Requirement(pin) for pin, _ in entries] for name, entries in ENTRIES.items()}
DASHBOARD = PYPROJECT["project"]["dependencies"]
ASKED = [
    *(("requirements", asked) for asked in DASHBOARD),
    *(("requirements-test", asked) for asked in DASHBOARD + PYPROJECT["dependency-groups"]["test"]),
]
each_lock = pytest.mark.parametrize("lock", LOCKS)


def pins_of(lock: str, name: str) -> list[Requirement]:
    """The pins a lock has for a package."""
    return [pin for pin in PINS[lock] if canonicalize_name(pin.name) == canonicalize_name(name)]


def applies(asked: Requirement, extras: set[str]) -> bool:
    """Whether a requirement holds here, for a package that was asked for with these extras."""
    return asked.marker is None or any(
        asked.marker.evaluate({"extra": extra}) for extra in ("", *extras)
    )


def version_of(pin: Requirement) -> str:
    """The one version that a pin allows."""
    return next(iter(pin.specifier)).version


def asked_by_packages(lock: str) -> Iterator[tuple[str, Requirement]]:
    """What the packages of a lock ask of others here, each with who asks."""
    for pin in PINS[lock]:
        if applies(pin, set()):
            for line in requires(pin.name) or []:
                if applies(Requirement(line), pin.extras):
                    yield pin.name, Requirement(line)


@pytest.mark.parametrize(("lock", "asked"), ASKED)
def test_every_dependency_is_pinned_within_its_range(lock: str, asked: str) -> None:
    """Each version a lock may install lies in the range asked for."""
    wanted = Requirement(asked)
    pins = pins_of(lock, wanted.name)
    assert pins, f"{wanted.name} is not in the lock"
    assert all(wanted.specifier.contains(version_of(pin)) for pin in pins)
    assert any(pin.marker is None or pin.marker.evaluate() for pin in pins)


@each_lock
def test_every_package_finds_what_it_asks_for(lock: str) -> None:
    """A lock is whole, extras included, so that it installs with and without resolving."""
    unmet = [
        f"{who} asks for {asked}"
        for who, asked in asked_by_packages(lock)
        if not any(
            applies(pin, set())
            and asked.extras <= pin.extras
            and asked.specifier.contains(version_of(pin), prereleases=True)
            for pin in pins_of(lock, asked.name)
        )
    ]
    assert unmet == []


def test_the_locks_agree() -> None:
    """What the dashboard installs the tests install too: same versions, same hashes."""
    missing = set(ENTRIES["requirements"]) - set(ENTRIES["requirements-test"])
    assert missing == set()


@each_lock
def test_every_pin_has_a_hash(lock: str) -> None:
    """Every line of a lock is a pin, a hash of one, or a comment."""
    pinned = {pin for pin, _ in ENTRIES[lock]}
    other = [
        line
        for line in LOCKS[lock].splitlines()
        if not line.lstrip().startswith(("#", "--hash=")) and line.rstrip("\\") not in pinned
    ]
    assert other == []


@each_lock
def test_the_lock_names_no_place(lock: str) -> None:
    """Where packages come from is the reader's own setting."""
    assert "://" not in LOCKS[lock]
