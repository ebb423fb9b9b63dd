"""What every test of set-up starts from: a copy that installs nothing real."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.setup.project import Copy

if os.name == "nt":  # the stand-in for uv is a shell script
    collect_ignore_glob = ["test_*"]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A copy of the project that never hands over."""
    made = Copy(tmp_path)
    monkeypatch.setenv("PATH", f"{made.uv.parent}:/usr/bin:/bin")
    return made


@pytest.fixture
def handed(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed over to Python in the environment."""
    words: list[str] = []

    def become(*arguments: str) -> None:
        words[:] = arguments
        sys.exit(0)

    monkeypatch.setattr(copy.run, "become", become)
    return words


@pytest.fixture
def listener() -> Iterator[int]:
    """A port that another program has taken."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def ports(copy: Copy, monkeypatch: pytest.MonkeyPatch, listener: int) -> range:
    """Ports to choose from, the first of them taken."""
    chosen = range(listener, listener + 20)
    monkeypatch.setattr(copy.run.ports, "PORTS", chosen)
    return chosen
