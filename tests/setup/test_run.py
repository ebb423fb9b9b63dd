"""Setting up installs what is missing, and never breaks what worked."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.setup.project import LOCK, TEST_LOCK, Copy


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
    with pytest.raises(copy.environment.SetUpError):
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
    with pytest.raises(copy.environment.SetUpError) as failure:
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
    same = SimpleNamespace(
        version_info=(major, minor, 99), stderr=sys.stderr, platform=sys.platform
    )
    monkeypatch.setattr(copy.environment, "sys", same)
    assert copy.set_up() == []
    other = SimpleNamespace(
        version_info=(major, minor + 1, 0), stderr=sys.stderr, platform=sys.platform
    )
    monkeypatch.setattr(copy.environment, "sys", other)
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
    monkeypatch.setattr(copy.environment, "subprocess", None)
    monkeypatch.setattr(copy.environment, "hold", None)
    copy.set_up()


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
    monkeypatch.setattr(copy.environment.shutil, "rmtree", lambda *_, **__: None)
    copy.environment.discard(copy.folder / ".venv")
    assert copy.environment.mark_of(copy.folder / ".venv") == {}
    assert (copy.folder / ".venv" / "bin").exists()


def test_a_second_start_waits_and_then_finds_the_work_done(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two starts at once do not clear what the other builds."""
    copy.set_up()
    moved(copy, ".venv", ".venv.kept")
    first = copy.environment.hold(copy.environment.TURN)

    def finish(_: float) -> None:
        moved(copy, ".venv.kept", ".venv")
        os.close(first)

    monkeypatch.setattr(copy.environment.time, "sleep", finish)
    capsys.readouterr()
    assert copy.set_up() == []
    said = capsys.readouterr().err
    assert said == "Another start is setting up in this folder: waiting until it is done.\n"


def test_an_installer_left_alone_still_has_the_turn(copy: Copy) -> None:
    """When a start is killed while its installer runs on, the next start waits for that one."""
    with copy.started_and_asleep() as started:
        started.kill()
    assert copy.environment.hold(copy.environment.TURN) is None
    os.kill(copy.asleep(), signal.SIGKILL)
    os.close(copy.environment.taken_turn())


def test_a_drive_without_locks_is_no_obstacle(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no locks, set-up goes on without."""
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert copy.set_up()


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
