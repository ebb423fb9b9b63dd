"""Setting up never breaks what worked, and says in a sentence what went wrong."""

import errno
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "run.py"
LOCK = "apple==1.0 \\\n    --hash=sha256:aa\npear==2.0 ; python_full_version < '4' \\\n"
TEST_LOCK = LOCK + "plum==3.0 \\\n"
# Says what it was asked, and puts a module in place for each of the two commands to call.
UV = """#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$2 $(basename "$(dirname "$(dirname "$4")")") $(basename "${10:-}")" >> "$0.asked"
if [ "$2" = "$(cat "$0.fails" 2>/dev/null)" ]; then cat "$0.says"; exit 2; fi
[ -e "$0.sleeps" ] && { echo $$ > "$0.sleeps"; exec sleep 60; }
for package in "$(dirname "$4")"/../lib/python*/site-packages; do
    for name in streamlit pytest; do
        mkdir -p "$package/$name"
        echo 'import sys; print(sys.argv[1:])' > "$package/$name/__main__.py"
    done
done
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="its stand-in for uv is a shell script")


class Copy:
    """A copy of the project in a folder of its own, with a stand-in for uv."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "Other Chair – Café 椅子"
        self.folder.mkdir()
        self.uv = folder / "bin" / "uv"
        self.uv.parent.mkdir()
        self.uv.write_text(UV)
        self.uv.chmod(0o755)
        shutil.copy(SOURCE, self.folder)
        (self.folder / "requirements.txt").write_text(LOCK)
        (self.folder / "requirements-test.txt").write_text(TEST_LOCK)
        specification = importlib.util.spec_from_file_location("run", self.folder / "run.py")
        assert specification
        assert specification.loader
        self.run: Any = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(self.run)

    def set_up(self, lock: str = "requirements.txt") -> list[str]:
        """Set up for a lock; what uv was asked meanwhile."""
        asked = Path(f"{self.uv}.asked")
        asked.unlink(missing_ok=True)
        self.run.set_up(self.folder / lock)
        return asked.read_text().splitlines() if asked.exists() else []

    def set_up_for_tests(self) -> list[str]:
        """Set up for the tests; what uv was asked meanwhile."""
        return self.set_up("requirements-test.txt")

    def fail(self, verb: str, words: str = "") -> None:
        """Have uv fail at a verb, with words."""
        Path(f"{self.uv}.fails").write_text(verb)
        Path(f"{self.uv}.says").write_text(words)

    def mend(self) -> None:
        """Have uv fail no more."""
        Path(f"{self.uv}.fails").unlink()

    def environments(self) -> list[str]:
        """The environments in the folder, of whatever kind."""
        return sorted(path.name for path in self.folder.glob(".venv*") if path.is_dir())

    def main(self, *arguments: str) -> SystemExit:
        """Start run.py here, up to where it ends."""
        with pytest.raises(SystemExit) as ended:
            self.run.main(list(arguments))
        return ended.value


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


# What is set up, and when


def test_each_start_installs_what_is_missing_and_no_more(copy: Copy) -> None:
    """The tests' packages are added to the dashboard's; then neither start installs anything."""
    assert copy.set_up() == ["install .venv.new requirements.txt", "check .venv.new "]
    first = (copy.folder / ".venv").stat().st_ino
    assert copy.set_up() == []
    assert copy.set_up_for_tests() == ["install .venv requirements-test.txt", "check .venv "]
    assert copy.set_up() == copy.set_up_for_tests() == []
    assert (copy.folder / ".venv").stat().st_ino == first
    assert copy.environments() == [".venv"]


def test_an_environment_for_tests_serves_the_dashboard(copy: Copy) -> None:
    """A changed lock of the tests does not disturb the dashboard, and is built beside."""
    assert copy.set_up_for_tests()
    assert copy.set_up() == []
    (copy.folder / "requirements-test.txt").write_text(TEST_LOCK + "fig==1.0 \\\n")
    assert copy.set_up() == []
    assert copy.set_up_for_tests()[0] == "install .venv.new requirements-test.txt"


def test_a_cut_addition_leaves_the_dashboard_sound(copy: Copy) -> None:
    """What an addition left half done is never added to again, and never harms the dashboard."""
    copy.set_up()
    copy.fail("install")
    with pytest.raises(copy.run.SetUpError):
        copy.set_up_for_tests()
    copy.mend()
    assert copy.set_up() == []
    assert copy.set_up_for_tests()[0] == "install .venv.new requirements-test.txt"
    assert copy.set_up() == []


@pytest.mark.parametrize("verb", ["install", "check"])
def test_a_new_environment_that_fails_leaves_the_old_one(copy: Copy, verb: str) -> None:
    """Where a changed lock cannot be installed or is no whole set, what was there stays."""
    copy.set_up()
    before = {path: path.lstat().st_mtime_ns for path in (copy.folder / ".venv").rglob("*")}
    (copy.folder / "requirements.txt").write_text(LOCK.replace("1.0", "1.1"))
    copy.fail(verb, "pear needs fig")
    with pytest.raises(copy.run.SetUpError) as failure:
        copy.set_up()
    assert failure.value.args[1] == ["pear needs fig"]
    after = {path: path.lstat().st_mtime_ns for path in (copy.folder / ".venv").rglob("*")}
    assert before == after
    assert copy.environments() == [".venv"]
    (copy.folder / "requirements.txt").write_text(LOCK)
    assert copy.set_up() == []


def test_only_another_minor_version_of_python_asks_for_a_new_environment(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update of Python within its minor version changes nothing."""
    copy.set_up()
    major, minor = sys.version_info[:2]
    same = SimpleNamespace(version_info=(major, minor, 99), stderr=sys.stderr)
    monkeypatch.setattr(copy.run, "sys", same)
    assert copy.set_up() == []
    other = SimpleNamespace(version_info=(major, minor + 1, 0), stderr=sys.stderr)
    monkeypatch.setattr(copy.run, "sys", other)
    assert copy.set_up()[0] == "install .venv.new requirements.txt"


@pytest.mark.parametrize("words", ["", "5", "[]", "{", "0" * 64])
def test_a_mark_that_cannot_be_read_is_none(copy: Copy, words: str) -> None:
    """An older kind of mark, or half of one, leads to a new environment."""
    copy.set_up()
    (copy.folder / ".venv" / ".installed").write_text(words)
    assert copy.set_up() == ["install .venv.new requirements.txt", "check .venv.new "]


def test_a_sound_set_up_is_seen_without_starting_a_program(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second start is fast: it reads two files, even where no lock can be taken."""
    copy.set_up()
    monkeypatch.setattr(copy.run, "subprocess", None)
    monkeypatch.setattr(copy.run, "hold", None)
    copy.set_up()


# Killed in between


def moved(copy: Copy, source: str, target: str) -> None:
    """Rename an environment of the copy."""
    (copy.folder / source).rename(copy.folder / target)


def test_killed_between_the_two_renames_the_next_start_ends_the_swap(copy: Copy) -> None:
    """A new environment that is whole is taken, without installing again."""
    copy.set_up()
    shutil.copytree(copy.folder / ".venv", copy.folder / ".venv.new", symlinks=True)
    moved(copy, ".venv", ".venv.old")
    assert copy.set_up() == []
    assert copy.environments() == [".venv"]


def test_killed_after_the_mark_the_next_start_swaps(copy: Copy) -> None:
    """A new environment marked as whole replaces the one of the former lock."""
    copy.set_up()
    moved(copy, ".venv", ".venv.kept")
    (copy.folder / "requirements.txt").write_text(LOCK.replace("1.0", "1.1"))
    copy.set_up()
    moved(copy, ".venv", ".venv.new")
    moved(copy, ".venv.kept", ".venv")
    assert copy.set_up() == []
    assert copy.environments() == [".venv"]


def test_an_old_environment_without_a_new_one_comes_back(copy: Copy) -> None:
    """Where only the old one is whole, it is put back."""
    copy.set_up()
    moved(copy, ".venv", ".venv.old")
    (copy.folder / ".venv.new").mkdir()
    assert copy.set_up() == []
    assert copy.environments() == [".venv"]


@pytest.mark.parametrize("left", [".venv.new", ".venv.old"])
def test_what_was_left_behind_is_cleared(copy: Copy, left: str) -> None:
    """A half-built or half-deleted environment beside a sound one is deleted."""
    copy.set_up()
    (copy.folder / left / "lib").mkdir(parents=True)
    assert copy.set_up() == []
    assert copy.environments() == [".venv"]


def test_a_half_built_first_environment_is_built_anew(copy: Copy) -> None:
    """A first start that was killed heals by starting again."""
    (copy.folder / ".venv.new" / "lib").mkdir(parents=True)
    assert copy.set_up()[0] == "install .venv.new requirements.txt"
    assert copy.environments() == [".venv"]


def test_what_is_deleted_loses_its_mark_first(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment deleted in part is never taken for a whole one."""
    copy.set_up()
    monkeypatch.setattr(copy.run.shutil, "rmtree", lambda *_, **__: None)
    copy.run.discard(copy.folder / ".venv")
    assert copy.run.mark_of(copy.folder / ".venv") == {}
    assert (copy.folder / ".venv" / "bin").exists()


# One at a time


def test_a_second_start_waits_and_then_finds_the_work_done(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two starts at once do not clear what the other builds."""
    copy.set_up()
    moved(copy, ".venv", ".venv.kept")
    first = copy.run.hold(copy.run.TURN)

    def finish(_: float) -> None:
        moved(copy, ".venv.kept", ".venv")
        os.close(first)

    monkeypatch.setattr(copy.run.time, "sleep", finish)
    capsys.readouterr()
    assert copy.set_up() == []
    said = capsys.readouterr().err
    assert said == "Another start is setting up in this folder: waiting until it is done.\n"


def test_an_installer_left_alone_still_has_the_turn(copy: Copy) -> None:
    """When a start is killed while its installer runs on, the next start waits for that one."""
    held = copy.run.hold(copy.run.TURN)
    waits = [sys.executable, "-c", "input()"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE, close_fds=False) as orphan:
        os.close(held)
        assert copy.run.hold(copy.run.TURN) is None
        orphan.communicate(b"\n")
    again = copy.run.hold(copy.run.TURN)
    assert again is not None
    os.close(again)


def test_a_drive_without_locks_is_no_obstacle(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no locks, set-up goes on without."""
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert copy.set_up()


# What is said


def test_an_older_python_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python too old is told which one is needed."""
    monkeypatch.setattr(sys, "version_info", (2, 7, 18))
    with pytest.raises(SystemExit) as ended:
        exec(compile(SOURCE.read_text(), "run.py", "exec"), {"__name__": "run"})
    assert str(ended.value).startswith("Other Chair needs Python 3.11 or newer; this is Python 2.7")


def test_a_missing_lock_is_named(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """Half a download is told apart from a failure to install."""
    (copy.folder / "requirements.txt").unlink()
    assert copy.main().code == 1
    assert capsys.readouterr().err.startswith("requirements.txt is missing from this folder. Get")


def test_locks_that_disagree_install_nothing(copy: Copy) -> None:
    """A pin changed by hand in one lock is named before anything is built."""
    copy.set_up()
    (copy.folder / "requirements-test.txt").write_text(TEST_LOCK.replace("apple==1.0", "apple==9"))
    with pytest.raises(copy.run.SetUpError, match=r"apple==1\.0 of requirements\.txt is not in"):
        copy.set_up_for_tests()
    assert copy.set_up() == []


# What pip 22 to 26 and uv really said, in part.
SAID = [
    ("OSError: [Errno 28] No space left on device", "The disk is full"),
    ("error: failed to write: No space left on device (os error 28)", "The disk is full"),
    ("Failed to establish a new connection: [Errno -3]", "needs the internet"),
    ("  cause: Failed to fetch: `numpy`\n  cause: dns error", "needs the internet"),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "The list of packages was changed"),
    ("  cause: Hash mismatch for `altair==6.3.0`", "The list of packages was changed"),
    ("ERROR: Hashes are required in --require-hashes mode", "The list of packages was changed"),
    ("error: In `--require-hashes` mode, all require", "The list of packages was changed"),
    ("ERROR: Invalid requirement: 'altair=6.3.0'", "The list of packages was changed"),
    ("error: Couldn't parse requirement in `require", "The list of packages was changed"),
    ("ERROR: No matching distribution found for altair", "not to be had for this system"),
    ("error: No solution found when resolving", "not to be had for this system"),
    ("something nobody foresaw", "The set-up failed, for the reason below"),
]


@pytest.mark.parametrize(("words", "sentence"), SAID)
def test_a_failed_installer_is_told_in_words(
    copy: Copy, words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence comes first, then what the installer said last."""
    copy.fail("install", words)
    assert copy.main().code == 1
    said = capsys.readouterr().err
    assert said.index(sentence) < said.index(words)
    assert copy.environments() == []


def test_what_was_there_is_told_to_be_kept(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """Someone whose update failed reads that the old set-up is still there."""
    copy.set_up()
    (copy.folder / "requirements.txt").write_text(LOCK.replace("1.0", "1.1"))
    copy.fail("install")
    assert copy.main().code == 1
    major, minor = sys.version_info[:2]
    kept = f"What was set up before, for Python {major}.{minor}, is kept."
    assert kept in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EROFS, "Other Chair could not write in its folder"),
        (errno.EACCES, "Other Chair could not write in its folder"),
        (errno.ENOSPC, "The disk is full"),
    ],
)
def test_a_folder_that_refuses_is_told_in_words(
    copy: Copy,
    number: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No traceback where nothing may be written."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), ".venv.lock")

    monkeypatch.setattr(copy.run.os, "open", refuse)
    assert copy.main().code == 1
    assert capsys.readouterr().err.startswith(sentence)


def test_ctrl_c_ends_set_up_and_its_installer(copy: Copy) -> None:
    """Set-up that is stopped leaves no half-made environment and no installer behind."""
    note = Path(f"{copy.uv}.sleeps")
    note.touch()
    command = [sys.executable, copy.folder / "run.py"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as started:
        while not note.read_text().strip():
            assert started.poll() is None
        started.send_signal(signal.SIGINT)
        said = started.communicate(timeout=20)[1]
    assert started.returncode == 130
    assert said.endswith(
        "Set-up was stopped. Nothing half-made is used: start again at any time.\n"
    )
    assert copy.environments() == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


# The installers


def commands(copy: Copy, monkeypatch: pytest.MonkeyPatch, fails: str = "") -> list[tuple[Any, ...]]:
    """The commands run and their settings, where there is no uv."""
    run: list[tuple[Any, ...]] = []

    def watched(command: list[str], settings: dict[str, str], *_: object) -> tuple[int, list[str]]:
        run.append((command, settings))
        return int(fails in command), []

    monkeypatch.setattr(copy.run, "working_uv", lambda: None)
    monkeypatch.setattr(copy.run, "watched", watched)
    return run


def test_pip_installs_exactly_the_lock(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is resolved, built or taken without its hash, and what came is checked."""
    run = commands(copy, monkeypatch)
    copy.set_up()
    verbs = [command[-1] for command, _ in run]
    assert verbs == ["ensurepip", str(copy.folder / "requirements.txt"), "check"]
    assert {"--no-deps", "--require-hashes", "--only-binary=:all:"} <= set(run[1][0])


def test_nothing_outside_the_folder_is_written(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Caches are off and temporary files are made inside, then cleared."""
    run = commands(copy, monkeypatch)
    copy.set_up()
    for _, settings in run:
        assert settings["PIP_NO_CACHE_DIR"] == settings["UV_NO_CACHE"] == "1"
        for place in ("TMPDIR", "TEMP", "TMP"):
            assert Path(settings[place]).is_relative_to(copy.folder)
    assert not (copy.folder / ".venv" / "tmp").exists()


def test_a_python_without_pip_is_told_in_words(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's Python comes without pip: the package that has it is named."""
    commands(copy, monkeypatch, fails="ensurepip")
    with pytest.raises(copy.run.SetUpError, match="python3-venv"):
        copy.set_up()


def test_progress_counts_what_is_in_the_folder(copy: Copy, tmp_path: Path) -> None:
    """Packages of the lock are counted, not the installer's own, and a file with two names once."""
    packages = tmp_path / "site-packages"
    for name in ("apple-1.0", "pip-23.2.1", "setuptools-65.5.0"):
        (packages / f"{name}.dist-info").mkdir(parents=True)
    (packages / "apple.py").write_bytes(bytes(3_000_000))
    (packages / "same.py").hardlink_to(packages / "apple.py")
    said = copy.run.so_far(tmp_path, copy.run.LOCK, copy.run.time.monotonic())
    assert said == "1 of about 2 packages in place, 3 MB in the folder, 0:00 minutes."


# Where it opens


@pytest.fixture
def ports(copy: Copy, monkeypatch: pytest.MonkeyPatch, listener: int) -> range:
    """Ports to choose from, the first of them taken."""
    chosen = range(listener, listener + 20)
    monkeypatch.setattr(copy.run, "PORTS", chosen)
    return chosen


def test_a_taken_port_gives_way_to_the_next_and_says_so(
    copy: Copy, ports: range, capsys: pytest.CaptureFixture[str]
) -> None:
    """Someone who looks at the usual address learns where the page is this time."""
    port = copy.run.port_to_open(None)
    assert int(port) in ports[1:]
    said = capsys.readouterr().err
    assert said == f"Port {ports[0]} is taken, so this time it is at http://127.0.0.1:{port}\n"


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
    assert handed[:4] == ["-m", "streamlit", "run", "app.py"]
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

    monkeypatch.setattr(copy.run.os, "open", refuse)
    assert copy.main().code == 0
    assert handed[1] == "streamlit"


def test_both_commands_hand_their_arguments_on(copy: Copy) -> None:
    """Run as people run it, from elsewhere, in a folder with spaces and accents."""
    for arguments, seen in ((["test", "-k", "x y"], "['-k', 'x y']"), (["--a"], "'--a']")):
        command = [sys.executable, copy.folder / "run.py", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd="/")
        assert done.stdout.strip().endswith(seen)


def test_the_marks_are_of_the_locks_and_the_minor_version(copy: Copy) -> None:
    """A mark holds nothing of the machine it was made on."""
    copy.set_up_for_tests()
    held = json.loads((copy.folder / ".venv" / ".installed").read_text())
    assert set(held) == {"python", "requirements.txt", "requirements-test.txt"}
    assert held["python"] == "{}.{}".format(*sys.version_info)
