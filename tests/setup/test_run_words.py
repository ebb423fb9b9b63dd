"""Set-up that fails says in a sentence what went wrong, and installs nothing by halves."""

import ast
import errno
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.setup.project import LOCK, SOURCE, TEST_LOCK, Copy


def test_an_older_python_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python too old is told which one is needed."""
    monkeypatch.setattr(sys, "version_info", (2, 7, 18))
    with pytest.raises(SystemExit) as ended:
        exec(compile(SOURCE.read_text(), "run.py", "exec"), {"__name__": "run"})
    assert str(ended.value).startswith("Other Chair needs Python 3.11 or newer; this is Python 2.7")


def test_old_pythons_can_read_the_refusal() -> None:
    """No syntax stands in run.py that Python 2.7 would stumble on before it is refused."""
    tree = ast.parse(SOURCE.read_text(encoding="ascii"))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom, ast.Match)
    found = [node for node in ast.walk(tree) if isinstance(node, newer)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = node.args.args + node.args.kwonlyargs
            found += [each for each in arguments if each.annotation] + node.args.kwonlyargs
            found += [node] if node.returns else []
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            found += [part for part in node.elts if isinstance(part, ast.Starred)]
        if isinstance(node, ast.Raise) and node.cause:
            found.append(node)
        if isinstance(node, ast.Call):
            starred = [isinstance(part, ast.Starred) for part in node.args]
            found += [node] if any(starred[:-1]) else []
    assert [ast.unparse(node) for node in found] == []
    assert not re.search(r"\d_\d|print\(|\*\w+,\s*\)", SOURCE.read_text())


def test_a_missing_lock_is_named(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """Half a download is told apart from a failure to install."""
    (copy.folder / "requirements.txt").unlink()
    assert copy.main().code == 1
    assert capsys.readouterr().err.startswith("requirements.txt is missing from this folder. Get")


def test_locks_that_disagree_install_nothing(copy: Copy) -> None:
    """A pin changed by hand in one lock is named before anything is built."""
    copy.set_up()
    (copy.folder / "requirements-test.txt").write_text(TEST_LOCK.replace("apple==1.0", "apple==9"))
    with pytest.raises(
        copy.environment.SetUpError, match=r"apple==1\.0 of requirements\.txt is not in"
    ):
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

    monkeypatch.setattr(copy.environment.os, "open", refuse)
    assert copy.main().code == 1
    assert capsys.readouterr().err.startswith(sentence)


def test_ctrl_c_ends_set_up_and_its_installer(copy: Copy) -> None:
    """Set-up that is stopped leaves no half-made environment and no installer behind."""
    with copy.started_and_asleep() as started:
        started.send_signal(signal.SIGINT)
        said = started.communicate(timeout=20)[1]
    assert started.returncode == 130
    assert said.endswith(
        "Set-up was stopped. Nothing half-made is used: start again at any time.\n"
    )
    assert copy.environments() == []
    until = time.monotonic() + 20  # seconds: a busy machine lays a process aside in its own time
    while Path(f"/proc/{copy.asleep()}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(copy.asleep(), 0)


def commands(copy: Copy, monkeypatch: pytest.MonkeyPatch, fails: str = "") -> list[tuple[Any, ...]]:
    """The commands run and their settings, where there is no uv."""
    run: list[tuple[Any, ...]] = []

    def watched(command: list[str], settings: dict[str, str], *_: object) -> tuple[int, list[str]]:
        run.append((command, settings))
        return int(fails in command), []

    monkeypatch.setattr(copy.environment, "working_uv", lambda: None)
    monkeypatch.setattr(copy.environment, "watched", watched)
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
    with pytest.raises(copy.environment.SetUpError, match="python3-venv"):
        copy.set_up()


def test_progress_counts_what_is_in_the_folder(copy: Copy, tmp_path: Path) -> None:
    """Packages of the lock are counted, not the installer's own, and a file with two names once."""
    packages = tmp_path / "site-packages"
    for name in ("apple-1.0", "pip-23.2.1", "setuptools-65.5.0"):
        (packages / f"{name}.dist-info").mkdir(parents=True)
    (packages / "apple.py").write_bytes(bytes(3_000_000))
    (packages / "same.py").hardlink_to(packages / "apple.py")
    said = copy.environment.so_far(
        tmp_path, copy.environment.LOCK, copy.environment.time.monotonic()
    )
    assert said == "1 of about 2 packages in place, 3 MB in the folder, 0:00 minutes."
