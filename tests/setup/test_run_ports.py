"""Where the dashboard opens, and for whom."""

import errno
import os
import socket

import pytest

from tests.setup.project import Copy


def test_a_taken_port_gives_way_to_the_next_and_says_so(
    copy: Copy, ports: range, capsys: pytest.CaptureFixture[str]
) -> None:
    """Someone who looks at the usual address learns where the page is this time."""
    port = copy.run.port_to_open(None)
    assert int(port) in ports[1:]
    said = capsys.readouterr().err
    first, *where = said.splitlines()
    assert first == f"Port {ports[0]} is taken, so this time it is at http://127.0.0.1:{port}"
    assert "found there" in " ".join(where)


@pytest.mark.usefixtures("ports")
def test_a_second_copy_is_told_where_the_first_is(copy: Copy) -> None:
    """The same folder is not opened twice, unless another port is named."""
    port = copy.run.port_to_open(None)
    for named in (None, port):
        with pytest.raises(SystemExit) as ended:
            copy.run.port_to_open(named)
        assert ended.value.code == f"Other Chair is already open, at http://127.0.0.1:{port}"
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = str(server.getsockname()[1])
    assert copy.run.port_to_open(free) == free


def test_a_named_port_that_is_taken_is_refused(copy: Copy, listener: int) -> None:
    """A port that was asked for is not exchanged in silence."""
    with pytest.raises(SystemExit) as ended:
        copy.run.port_to_open(str(listener))
    assert str(ended.value.code).startswith(f"Port {listener} is taken")


@pytest.mark.usefixtures("ports")
def test_the_dashboard_opens_to_this_machine_only(copy: Copy, handed: list[str]) -> None:
    """Pages of other names that lead here are refused."""
    copy.main("--theme.base", "dark")
    assert handed[:4] == ["-m", "cli.dashboard", "run", "app.py"]
    told = " ".join(handed)
    assert "--server.address 127.0.0.1" in told
    assert "--server.allowedHosts 127.0.0.1 --server.allowedHosts localhost" in told
    assert handed[-2:] == ["--theme.base", "dark"]


@pytest.mark.usefixtures("ports")
@pytest.mark.parametrize("address", ["--server.address=0.0.0.0", "--server.address 0.0.0.0"])
def test_an_address_of_ones_own_is_left_alone(copy: Copy, handed: list[str], address: str) -> None:
    """Someone who opens it to others says by which names."""
    copy.main(*address.split())
    assert "127.0.0.1" not in handed
    assert "--server.allowedHosts" not in handed


@pytest.mark.usefixtures("ports")
def test_a_folder_that_may_only_be_read_still_opens(
    copy: Copy, handed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is set up runs where nothing may be written."""
    copy.set_up()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(copy.environment.os, "open", refuse)
    assert copy.main().code == 0
    assert handed[1] == "cli.dashboard"


@pytest.mark.parametrize("named", ["abc", "²", "-5", "", "0", "99999", "8501 8502"])
def test_a_port_that_is_none_is_refused_before_anything_is_said(
    copy: Copy, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no port of a machine is told with the rule, and no address is named."""
    with pytest.raises(SystemExit) as ended:
        copy.run.port_to_open(named)
    assert "from 1 to 65535" in str(ended.value.code)
    assert "127.0.0.1" not in capsys.readouterr().err


def test_a_word_that_is_no_command_is_told(copy: Copy) -> None:
    """A slip of the pen opens nothing and sets nothing up; help is ours and comes at once."""
    for arguments, said in ((["tests"], "tests is not it"), (["--help"], "python run.py test")):
        with pytest.raises(SystemExit) as ended:
            copy.run.main(arguments)
        assert said in str(ended.value.code)
    assert not (copy.folder / ".venv").exists()
