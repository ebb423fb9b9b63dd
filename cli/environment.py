"""The environment that `run.py` works in: built from a lock, swapped in whole or not at all.

Needs nothing but Python. Packages come with their hashes, by uv where it runs, else by pip.
"""

from __future__ import annotations

import collections
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV, NEW, OLD = ROOT / ".venv", ROOT / ".venv.new", ROOT / ".venv.old"
TURN = ROOT / ".venv.lock"
LOCK, TEST_LOCK = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
MARK = ".installed"
MEGABYTES = {LOCK: (555, 723), TEST_LOCK: (812, 1004)}  # by uv and by pip, measured
FRESH = "Get a fresh copy of Other Chair, or undo what was changed in its files."
FULL = "The disk is full: setting up needs up to 1.5 GB for a while. Free some and start again."
REFUSED = (
    "Other Chair could not write in its folder: %s. Close it where it is open, "
    "or move the folder to a place of your own, then start again."
)
CAUSES = {
    "No space left|Errno 28|os error 28|not enough space|os error 112": FULL,
    "[Cc]onnection|timed? ?out|ProxyError|SSLError|name resolution|dns error|error sending"
    "|Failed to fetch": "The packages could not be fetched: this first start needs the internet. "
    "Connect, then start again.",
    "DO NOT MATCH THE HASHES|Hash mismatch|require-hashes|Invalid requirement|parse requirement"
    "|Couldn't parse": "The list of packages was changed, or what came is not what it names. "
    + FRESH,
    "No matching distribution|no wheels|no usable wheels|No solution found": "A package is not "
    "to be had for this system and Python {}.{}. README.md names those that work.".format(
        *sys.version_info
    ),
}


class SetUpError(Exception):
    """Why there is no set-up: a sentence, and the last lines the installer said."""


def set_up(lock: Path) -> None:
    """Have an environment that holds what a lock names; build one only where there is none."""
    if is_sound(VENV, lock) and not NEW.exists() and not OLD.exists():
        return
    turn = taken_turn()
    try:
        recover(lock)
        if is_sound(VENV, lock):
            return
        strange = ", ".join(sorted(pins(LOCK) - pins(lock)))
        if strange:
            raise SetUpError(f"{strange} of {LOCK.name} is not in {lock.name}. {FRESH}")
        if is_sound(VENV, LOCK) and lock.name not in mark_of(VENV):
            mark(VENV, {**mark_of(VENV), lock.name: "begun"})  # added to once, never twice
            fill(VENV, lock)
            mark(VENV, wanted(lock))
        else:
            build(lock)
            swap()
    finally:
        os.close(turn)


def recover(lock: Path) -> None:
    """Finish or undo what a start left behind when it was killed."""
    if is_sound(NEW, lock):
        swap()
    elif OLD.exists() and not VENV.exists():
        OLD.rename(VENV)
    discard(NEW)
    discard(OLD)


def build(lock: Path) -> None:
    """Make a new environment beside the old one, which stays as it is if that fails."""
    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(NEW)
        fill(NEW, lock)
        mark(NEW, wanted(lock))  # last, so that one cut short is never taken for whole
    except BaseException:
        discard(NEW)
        raise


def swap() -> None:
    """Put the new environment in the place of the old one."""
    discard(OLD)
    if VENV.exists():
        VENV.rename(OLD)
    NEW.rename(VENV)
    discard(OLD)


def discard(environment: Path) -> None:
    """Delete an environment, its mark first, so that one deleted in part is never used."""
    (environment / MARK).unlink(missing_ok=True)
    shutil.rmtree(environment, ignore_errors=True)


def is_sound(environment: Path, lock: Path) -> bool:
    """Whether an environment holds what a lock names, for this Python."""
    return wanted(lock).items() <= mark_of(environment).items() and python_of(environment).exists()


def python_of(environment: Path) -> Path:
    """The Python of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted(lock: Path) -> dict[str, str]:
    """The mark of an environment that holds what a lock names, for this Python."""
    holds = {"python": "{}.{}".format(*sys.version_info)}
    for file in (LOCK, lock):
        if not file.exists():
            raise SetUpError(f"{file.name} is missing from this folder. {FRESH}")
        holds[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return holds


def mark_of(environment: Path) -> dict[str, str]:
    """The mark of an environment; empty where there is none to be read."""
    try:
        found = json.loads((environment / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def mark(environment: Path, holds: dict[str, str]) -> None:
    """Write down what an environment holds, wholly or not at all."""
    draft = environment / f"{MARK}.draft"
    draft.write_text(json.dumps(holds), encoding="utf-8")
    draft.replace(environment / MARK)


def pins(lock: Path) -> set[str]:
    """The packages a lock names, each with its version and where it applies."""
    return set(re.findall(r"^\S+==[^\\\n]*[^\\\s]", lock.read_text(encoding="utf-8"), re.MULTILINE))


def fill(environment: Path, lock: Path) -> None:
    """Install what a lock names, and check that the packages are a whole set."""
    begun, scratch, uv = time.monotonic(), environment / "tmp", working_uv()
    megabytes = MEGABYTES[lock][0 if uv else 1]
    tell(f"Setting up in .venv, this once: about {megabytes} MB, in a few minutes.")
    scratch.mkdir(exist_ok=True)
    # Caches and half-made files stay in here: nothing outside this folder is touched.
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    caches = {"PIP_NO_CACHE_DIR": "1", "PIP_USER": "0", "UV_NO_CACHE": "1"}
    settings = {**os.environ, **caches, **places}
    exactly = ["--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    pip = [str(python_of(environment)), "-I", "-m", "ensurepip"]
    try:
        if not uv and watched(pip, settings)[0]:
            raise SetUpError(
                "This Python has no pip. On Debian or Ubuntu, first install python3-venv."
            )
        install = [*installer(uv, environment, "install"), *exactly]
        failed, said = watched(install, settings, lambda: so_far(environment, lock, begun))
        if failed:
            raise SetUpError(cause("\n".join(said)), said)
        failed, said = watched(installer(uv, environment, "check"), settings)
        if failed:
            raise SetUpError(f"{lock.name} does not name a whole set of packages. {FRESH}", said)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    tell(so_far(environment, lock, begun))


def working_uv() -> str | None:
    """The path of uv, the faster installer, if there is one and it runs."""
    uv = shutil.which("uv")
    if uv and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0:
        return uv
    return None


def installer(uv: str | None, environment: Path, verb: str) -> list[str]:
    """The command that installs into an environment, or checks it."""
    python = str(python_of(environment))
    if uv:
        return [uv, "pip", verb, "--python", python]
    return [python, "-I", "-m", "pip", "--disable-pip-version-check", verb]


def watched(
    command: list[str], settings: dict[str, str], news: Callable[[], str] | None = None
) -> tuple[int, list[str]]:
    """Run a command, telling how far it is; its exit code, and the last lines it said."""
    pause, end = (1, "\r") if sys.stderr.isatty() else (30, "\n")
    # Its child shares the turn: should this start be killed, the next one waits for the child.
    with subprocess.Popen(
        command,
        env=settings,
        close_fds=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as child:
        said: collections.deque[str] = collections.deque(maxlen=12)
        assert child.stdout is not None
        reader = threading.Thread(target=said.extend, args=(child.stdout,))
        reader.start()
        try:
            while child.poll() is None:
                try:
                    child.wait(pause)
                except subprocess.TimeoutExpired:
                    tell(news() if news else "", end if news else "")
        except BaseException:
            child.kill()
            raise
        finally:
            reader.join()
    return child.returncode, [line.rstrip() for line in said]


def so_far(environment: Path, lock: Path, begun: float) -> str:
    """How much of a lock is in place, counted in the folder itself."""
    placed = 0
    sizes: dict[int, int] = {}
    for folder, folders, files in os.walk(environment):
        if folder.endswith("site-packages"):
            found = [name for name in folders if name.endswith(".dist-info")]
            placed = sum(not name.startswith(("pip-", "setuptools-")) for name in found)
        for file in files:
            try:
                status = Path(folder, file).lstat()
            except OSError:  # deleted meanwhile
                continue
            sizes[status.st_ino] = status.st_size  # a file may have two names
    minutes, seconds = divmod(int(time.monotonic() - begun), 60)
    named = len({pin.split("==")[0] for pin in pins(lock)})
    megabytes = sum(sizes.values()) // 1_000_000
    return (
        f"{placed} of about {named} packages in place, {megabytes} MB in the folder, "
        f"{minutes}:{seconds:02d} minutes."
    )


def cause(said: str) -> str:
    """What an installer's last lines mean, in words."""
    known = (sentence for pattern, sentence in CAUSES.items() if re.search(pattern, said))
    return next(known, "The set-up failed, for the reason below. It is safe to start it again.")


def tell(sentence: str, end: str = "\n") -> None:
    """Say a sentence where it does not mix with results."""
    sys.stderr.write(sentence + end)
    sys.stderr.flush()


def taken_turn() -> int:
    """The lock of set-up, waited for while another start in this folder has it."""
    held = hold(TURN)
    if held is None:
        tell("Another start is setting up in this folder: waiting until it is done.")
    while held is None:
        time.sleep(0.2)
        held = hold(TURN)
    return held


def hold(path: Path) -> int | None:
    """A lock that ends with its process, and with those it starts; None where another has it."""
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    os.set_inheritable(held, True)
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(held, 1000, 0)  # past what is written there, so that others may read that
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EAGAIN}:
            os.close(held)
            return None  # any other error: a drive without locks
    return held
