"""A hosted copy on this machine: three processes behind nginx, from the files in deploy/."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.serving import (
    ADDRESS,
    Answer,
    asked,
    free_port,
    is_healthy,
    running,
    serving,
    wait_for,
)

ROOT = Path(__file__).resolve().parents[2]
SEATS = {"a": "8501", "b": "8502", "c": "8503"}
# What surrounds the configuration where Debian's own would.
MINIMAL = """
daemon off;
pid nginx.pid;
worker_processes 1;
worker_shutdown_timeout 1s;
events {}
http {
    client_body_temp_path body;
    proxy_temp_path proxied;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include seats.conf;
    include otherchair.conf;
}
"""


@dataclass(frozen=True)
class Hosted:
    """A hosted copy while it runs."""

    port: int
    ports: dict[str, int]
    folder: Path
    proxy: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{ADDRESS}:{self.port}"

    def answer(
        self, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        """What the proxy answers."""
        return asked(self.port, path, headers, body)

    def sessions(self) -> dict[str, int]:
        """How many people each process serves, as it says itself."""
        found = {}
        for seat, port in self.ports.items():
            said = asked(port, "/_stcore/metrics?families=active_sessions").text
            found[seat] = int(re.search(r"^active_sessions (\d+)", said, re.MULTILINE)[1])
        return found


def read(name: str) -> str:
    """The text of a file in deploy/."""
    return (ROOT / "deploy" / name).read_text(encoding="utf-8")


def exchanged(text: str, old: str, new: str) -> str:
    """A text with what stands in it exactly once put otherwise."""
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
    return text.replace(old, new)


def settings_of_a_process() -> dict[str, str]:
    """The environment of deploy/settings.env, for this machine, with a secret."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    lines = read("settings.env")
    lines = exchanged(lines, "otherchair.example.org", ADDRESS).splitlines()
    asked = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    return ours | asked | {"STREAMLIT_SERVER_COOKIE_SECRET": "the same in all of them"}


def command_of_a_process(port: int) -> list[str]:
    """What systemd would start, with the Python of the tests."""
    unit = read("otherchair@.service")
    command = re.search(r"^ExecStart=(.+)$", unit, re.MULTILINE)[1].replace("%i", str(port))
    return [sys.executable, *command.split()[1:]]


def prepare_proxy(folder: Path, port: int, ports: dict[str, int]) -> list[str]:
    """Write the configuration with ports and places of the test; the command that starts nginx."""
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if nginx is None:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("the hosted copy was not tested: there is no nginx here")
    served = read("otherchair.conf")
    served = exchanged(served, "listen 80;", f"listen {ADDRESS}:{port};")
    seats = read("seats.conf")
    for seat, usual in SEATS.items():
        seats = exchanged(seats, usual, str(ports[seat]))
    (folder / "otherchair.conf").write_text(served.replace("/var/log/nginx/", ""))
    (folder / "seats.conf").write_text(seats)
    as_root = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(as_root + MINIMAL)
    return [nginx, "-p", str(folder), "-c", "nginx.conf", "-e", "start.log"]


@contextmanager
def hosting(folder: Path) -> Iterator[Hosted]:
    """Three processes behind the proxy, from the files a host would use."""
    port, ports = free_port(), {seat: free_port() for seat in SEATS}
    start = prepare_proxy(folder, port, ports)
    with ExitStack() as started:
        for seat, own in ports.items():
            log = folder / f"{seat}.log"
            settings = settings_of_a_process()
            started.enter_context(serving(command_of_a_process(own), own, log, ROOT, settings))
        proxy = started.enter_context(running(start, folder / "nginx.log", folder))
        wait_for(proxy, lambda: is_healthy(port), folder / "nginx.log")
        for name in ("body", "proxied"):  # where nginx would lay what does not fit into memory
            shutil.rmtree(folder / name)
        yield Hosted(port, ports, folder, proxy)
