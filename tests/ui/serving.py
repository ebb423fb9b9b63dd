"""A server of the app that runs while a test looks at it."""

import http.client
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import pytest

ADDRESS = "127.0.0.1"
SECONDS_TO_START = 60


class Answer(NamedTuple):
    """What a server said, and the connection is closed."""

    status: int
    headers: Message
    text: str


def free_port() -> int:
    """A port of this machine that nothing uses."""
    with socket.socket() as free:
        free.bind((ADDRESS, 0))
        return int(free.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], log: Path, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs meanwhile, with all that it says in a log and nobody to answer it."""
    with log.open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving(
    command: Sequence[str],
    port: int,
    log: Path,
    folder: Path,
    environment: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """The app's address while a command serves it; the log must be clean."""
    with running(command, log, folder, environment) as process:
        wait_for(process, lambda: is_healthy(port), log)
        yield f"http://{ADDRESS}:{port}"
    said = log.read_text()
    assert "Traceback" not in said, said
    assert "not a valid config option" not in said, said


def wait_for(process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    """Wait until a program is ready; fail with its log if it ends or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if ready():
            return
        time.sleep(0.1)
    pytest.fail(f"The server did not start.\n{log.read_text()}")


def is_healthy(port: int) -> bool:
    """Whether the app answers at this port."""
    try:
        return asked(port, "/_stcore/health").status == http.HTTPStatus.OK
    except OSError:
        return False


def asked(
    port: int, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
) -> Answer:
    """What a server of this machine answers."""
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=20)
    try:
        connection.request("GET" if body is None else "PUT", path, body, dict(headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))
    finally:
        connection.close()
