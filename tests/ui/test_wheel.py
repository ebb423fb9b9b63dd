"""The package: what it holds, and that its command opens the dashboard with nothing else here."""

import http
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.ui.conftest import opened
from tests.ui.serving import ADDRESS, asked, free_port, serving

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
TRUE_WAGE = "$72.59"  # of the worked example, as README prints it
BESIDE_THE_APP = ("app.py", "ui/", "cli/", "scenarios/", ".streamlit/config.toml")
# Run in the environment of the wheel, beside app.py as Streamlit runs it.
WHENCE = """
import sys, pathlib, otherchair.cli
home = pathlib.Path(otherchair.cli.__file__).parents[1]
sys.path.insert(0, str(home))
import calc, ui
print(calc.__file__, ui.__file__, *sys.path, sep="\\n")
"""
SECONDS = 120


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and a folder far from the repository."""

    python: Path
    away: Path

    @property
    def command(self) -> str:
        """The command that the wheel brings."""
        where = "import sysconfig; print(sysconfig.get_path('scripts'))"
        return str(Path(self.said(str(self.python), "-c", where).strip()) / "otherchair")

    @property
    def environment(self) -> dict[str, str]:
        """A reader who starts it for the first time, with no setting of this test run."""
        ours = ("PYTHON", "STREAMLIT_", "COV_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return kept | {"HOME": str(self.away), "USERPROFILE": str(self.away)}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command run in the folder far away."""
        return subprocess.run(
            command,
            cwd=self.away,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def said(self, *command: str) -> str:
        """What a command says that succeeds."""
        ran = self.run(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout


def tracked() -> list[str]:
    """The files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    names = listed.stdout.decode().split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from nothing but the files under version control."""
    copy = tmp_path_factory.mktemp("copy")
    for name in tracked():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "dist")]
    built = subprocess.run(build, cwd=copy, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next((copy / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in the environment that OTHERCHAIR_WHEEL_PYTHON names, else in an empty one."""
    away = tmp_path_factory.mktemp("away")
    named = os.environ.get("OTHERCHAIR_WHEEL_PYTHON")
    place = Installed(Path(named).absolute() if named else empty_environment(away / "venv"), away)
    install = ["install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)]
    place.said(str(place.python), "-m", "pip", *install)
    return place


def empty_environment(folder: Path) -> Path:
    """Python of a new environment that sees the libraries of this one, but not the repository."""
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    windows = os.name == "nt"
    python = folder / ("Scripts/python.exe" if windows else "bin/python")
    where = {"base": str(folder), "platbase": str(folder)}
    seen = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    own = Path(sysconfig.get_path("purelib", "venv", vars=where))
    (own / "libraries.pth").write_text("\n".join(sorted(seen)), encoding="utf-8")
    return python


def test_the_wheel_holds_the_dashboard_and_nothing_else(wheel: Path) -> None:
    """The library stands by itself, all else in one folder; each file tracked there, no other."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = tracked()
    library = {name for name in files if name.startswith("calc/")}
    beside = {f"otherchair/{name}" for name in files if name.startswith(BESIDE_THE_APP)}
    assert names == library | beside


def test_what_is_run_comes_from_the_wheel(installed: Installed) -> None:
    """Neither the library nor the screens are those of the repository, which is out of sight."""
    calc, ui, *path = installed.said(str(installed.python), "-c", WHENCE).splitlines()
    place = installed.said(
        str(installed.python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    ).strip()
    assert calc == str(Path(place) / "calc" / "__init__.py")
    assert ui == str(Path(place) / "otherchair" / "ui" / "__init__.py")
    assert str(ROOT) not in path


def test_the_command_says_its_version_and_its_use(installed: Installed) -> None:
    """The version is the one in pyproject.toml; help is a sentence and the options."""
    assert installed.said(installed.command, "--version") == f"Other Chair {PROJECT['version']}\n"
    help_text = installed.said(installed.command, "--help")
    assert "answers to this machine only" in help_text
    assert "--port" in help_text
    assert "--no-browser" in help_text


def test_a_port_in_use_is_said_in_a_sentence(installed: Installed) -> None:
    """A port named and taken ends the command with what to do, and no trace."""
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = installed.run(installed.command, "--no-browser", "--port", str(port))
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"Error: Port {port} is taken, or not yours to open. Name another")
    assert "Traceback" not in ran.stderr


def greeted(port: int, host: str, origin: str | None = None) -> int:
    """The answer to a page, of a site of its own or of ours, that opens a session under a name."""
    headers = {
        "Host": host,
        "Origin": origin or f"http://{host}",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
    }
    headers |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "b3RoZXIgY2hhaXI6IDE2IQ=="}
    return asked(port, "/_stcore/stream", headers).status


def test_the_command_opens_the_dashboard(installed: Installed, window: BrowserContext) -> None:
    """From any folder, at the first start of all: the worked example, in our own colours.

    A name that a foreign page has pointed at this machine opens no session, nor does a foreign page
    itself; and Streamlit does not then ask the internet which address this machine has.
    """
    port = free_port()
    command = [installed.command, "--no-browser", "--port", str(port)]
    log = installed.away / "log.txt"
    with (
        serving(command, port, log, installed.away, installed.environment) as address,
        opened(window, address, 1280, 900) as page,
    ):
        expect(page.get_by_text(TRUE_WAGE).first).to_be_visible()
        assert greeted(port, f"localhost:{port}") == http.HTTPStatus.SWITCHING_PROTOCOLS
        assert greeted(port, "elsewhere.example") == http.HTTPStatus.FORBIDDEN
        foreign = greeted(port, f"{ADDRESS}:{port}", "https://elsewhere.example")
        assert foreign == http.HTTPStatus.FORBIDDEN
        ground = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    red, green, blue = bytes.fromhex(THEME["light"]["backgroundColor"].removeprefix("#"))
    assert ground == f"rgb({red}, {green}, {blue})"
    assert f"http://{ADDRESS}:{port}" in log.read_text()
    assert "external IP" not in log.read_text()
