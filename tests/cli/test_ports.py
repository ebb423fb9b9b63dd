"""Which port the dashboard opens on."""

import socket
from collections.abc import Iterator

import click
import pytest

from cli import dashboard, ports


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A port in use that is, for now, the usual one."""
    with socket.socket() as busy:
        busy.bind((ports.ADDRESS, 0))
        busy.listen()
        port = busy.getsockname()[1]
        monkeypatch.setattr(ports, "PORTS", range(port, port + 20))
        yield port


def test_the_next_free_port_is_taken_and_said(taken: int) -> None:
    """With the usual port in use and none named, a later one is found, and both are told."""
    port = ports.chosen(None, "--port")
    assert port > taken
    said = ports.moved(port)
    first, *where = said.split("\n")
    assert first == f"Port {taken} is taken, so this time it is at http://127.0.0.1:{port}"
    assert f"what was typed at http://127.0.0.1:{taken} is found there," in where[0]
    assert not ports.moved(taken)


def test_no_free_port_is_said(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every port that is tried in use, the sentence names them and what to do."""
    monkeypatch.setattr(ports, "PORTS", range(taken, taken + 1))
    with pytest.raises(ports.PortError, match=rf"{taken} to {taken} are taken\. .* --port\."):
        ports.chosen(None, "--port")


def test_a_named_port_is_never_changed(taken: int) -> None:
    """A port named and in use is refused: a bookmark would lead to another program."""
    with pytest.raises(click.ClickException, match=rf"^Port {taken} is taken, .* --port, or none"):
        dashboard.open_dashboard(taken, browser=False)


@pytest.mark.parametrize("named", [0, 65_536, 99_999])
def test_a_number_that_is_no_port_is_told_with_the_rule(named: int) -> None:
    """The greatest port of any machine is 65,535."""
    with pytest.raises(ports.PortError, match=f"^Port {named} is not from 1 to 65535"):
        ports.chosen(named, "--server.port")
