"""Which port the command otherchair takes."""

import socket
from collections.abc import Iterator

import click
import pytest

from cli import dashboard


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A port in use that is, for now, the usual one."""
    with socket.socket() as busy:
        busy.bind((dashboard.ADDRESS, 0))
        busy.listen()
        port = busy.getsockname()[1]
        monkeypatch.setattr(dashboard, "USUAL_PORT", port)
        yield port


def test_the_next_free_port_is_taken_and_said(
    taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the usual port in use and none named, a later one is found, and both are told."""
    port = dashboard.chosen_port(None)
    assert taken < port < taken + dashboard.PORTS_TRIED
    assert capsys.readouterr().out == f"Port {taken} is in use, so port {port} is taken.\n"


def test_no_free_port_is_said(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every port that is tried in use, the sentence names them and what to do."""
    monkeypatch.setattr(dashboard, "PORTS_TRIED", 1)
    with pytest.raises(click.ClickException, match=rf"{taken} to {taken} .* --port\."):
        dashboard.chosen_port(None)


def test_a_named_port_is_never_changed(taken: int) -> None:
    """A port named and in use is refused: a bookmark would lead to another program."""
    with pytest.raises(click.ClickException, match=rf"^Port {taken} is in use by another"):
        dashboard.chosen_port(taken)
