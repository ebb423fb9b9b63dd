"""The two commands of Other Chair. Needs nothing but Python 3.11 or newer.

python run.py         set up, then open the dashboard, for this machine only
python run.py test    set up, then run the tests

Further arguments are passed on, to Streamlit or to pytest.
"""

import sys

# Older Pythons must be able to read this file, to say that they are too old: so its plain syntax.
if sys.version_info < (3, 11):
    sys.exit(
        "Other Chair needs Python 3.11 or newer; this is Python %d.%d.\n"
        "Install a newer Python and start run.py with that one." % sys.version_info[:2]
    )

import argparse
import collections
import errno
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, NEW, OLD = ROOT / ".venv", ROOT / ".venv.new", ROOT / ".venv.old"
TURN, OPEN = ROOT / ".venv.lock", ROOT / ".venv.open"
LOCK, TEST_LOCK = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
MARK = ".installed"
MEGABYTES = {LOCK: (555, 723), TEST_LOCK: (812, 1004)}  # by uv and by pip, measured
PORTS, MOST_PORT = range(8501, 8600), 65535
FRESH = "Get a fresh copy of Other Chair, or undo what was changed in its files."
FULL = "The disk is full: setting up needs up to 1.5 GB for a while. Free some and start again."
REFUSED = (
    "Other Chair could not write in its folder: %s. Close it where it is open, "
    "or move the folder to a place of your own, then start again."
)
HERE = "Other Chair is at http://127.0.0.1:%s, for this machine only. Ctrl+C ends it."
CAUSES = {
    "No space left|Errno 28|os error 28|not enough space|os error 112": FULL,
    "[Cc]onnection|timed? ?out|ProxyError|SSLError|name resolution|dns error|error sending"
    "|Failed to fetch": "The packages could not be fetched: this first start needs the internet. "
    "Connect, then start again.",
    "DO NOT MATCH THE HASHES|Hash mismatch|require-hashes|Invalid requirement|parse requirement"
    "|Couldn't parse": "The list of packages was changed, or what came is not what it names. "
    + FRESH,
    "No matching distribution|no wheels|no usable wheels|No solution found": "A package is not "
    "to be had for this system and Python %d.%d. README.md names those that work."
    % sys.version_info[:2],
}


class SetUpError(Exception):
    """Why there is no set-up: a sentence, and the last lines the installer said."""


def set_up(lock):
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
            raise SetUpError("%s of %s is not in %s. %s" % (strange, LOCK.name, lock.name, FRESH))
        if is_sound(VENV, LOCK) and lock.name not in mark_of(VENV):
            mark(VENV, dict(mark_of(VENV), **{lock.name: "begun"}))  # added to once, never twice
            fill(VENV, lock)
            mark(VENV, wanted(lock))
        else:
            build(lock)
            swap()
    finally:
        os.close(turn)


def recover(lock):
    """Finish or undo what a start left behind when it was killed."""
    if is_sound(NEW, lock):
        swap()
    elif OLD.exists() and not VENV.exists():
        OLD.rename(VENV)
    discard(NEW)
    discard(OLD)


def build(lock):
    """Make a new environment beside the old one, which stays as it is if that fails."""
    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(NEW)
        fill(NEW, lock)
        mark(NEW, wanted(lock))  # last, so that one cut short is never taken for whole
    except BaseException:
        discard(NEW)
        raise


def swap():
    """Put the new environment in the place of the old one."""
    discard(OLD)
    if VENV.exists():
        VENV.rename(OLD)
    NEW.rename(VENV)
    discard(OLD)


def discard(environment):
    """Delete an environment, its mark first, so that one deleted in part is never used."""
    (environment / MARK).unlink(missing_ok=True)
    shutil.rmtree(environment, ignore_errors=True)


def is_sound(environment, lock):
    """Whether an environment holds what a lock names, for this Python."""
    return wanted(lock).items() <= mark_of(environment).items() and python_of(environment).exists()


def python_of(environment):
    """The Python of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted(lock):
    """The mark of an environment that holds what a lock names, for this Python."""
    holds = {"python": "%d.%d" % sys.version_info[:2]}
    for file in (LOCK, lock):
        if not file.exists():
            raise SetUpError("%s is missing from this folder. %s" % (file.name, FRESH))
        holds[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return holds


def mark_of(environment):
    """The mark of an environment; empty where there is none to be read."""
    try:
        found = json.loads((environment / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def mark(environment, holds):
    """Write down what an environment holds, wholly or not at all."""
    draft = environment / (MARK + ".draft")
    draft.write_text(json.dumps(holds), encoding="utf-8")
    draft.replace(environment / MARK)


def pins(lock):
    """The packages a lock names, each with its version and where it applies."""
    return set(re.findall(r"^\S+==[^\\\n]*[^\\\s]", lock.read_text(encoding="utf-8"), re.MULTILINE))


def fill(environment, lock):
    """Install what a lock names, and check that the packages are a whole set."""
    begun, scratch, uv = time.monotonic(), environment / "tmp", working_uv()
    tell("Setting up in .venv, this once: about %d MB, in a few minutes." % MEGABYTES[lock][not uv])
    scratch.mkdir(exist_ok=True)
    # Caches and half-made files stay in here: nothing outside this folder is touched.
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    settings = dict(os.environ, PIP_NO_CACHE_DIR="1", PIP_USER="0", UV_NO_CACHE="1", **places)
    exactly = ["--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    pip = [str(python_of(environment)), "-I", "-m", "ensurepip"]
    try:
        if not uv and watched(pip, settings)[0]:
            raise SetUpError(
                "This Python has no pip. On Debian or Ubuntu, first install python3-venv."
            )
        install = installer(uv, environment, "install") + exactly
        failed, said = watched(install, settings, lambda: so_far(environment, lock, begun))
        if failed:
            raise SetUpError(cause("\n".join(said)), said)
        failed, said = watched(installer(uv, environment, "check"), settings)
        if failed:
            raise SetUpError(
                "%s does not name a whole set of packages. %s" % (lock.name, FRESH), said
            )
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    tell(so_far(environment, lock, begun))


def working_uv():
    """The path of uv, the faster installer, if there is one and it runs."""
    uv = shutil.which("uv")
    works = uv and subprocess.run([uv, "--version"], capture_output=True).returncode == 0
    return uv if works else None


def installer(uv, environment, verb):
    """The command that installs into an environment, or checks it."""
    python = str(python_of(environment))
    if uv:
        return [uv, "pip", verb, "--python", python]
    return [python, "-I", "-m", "pip", "--disable-pip-version-check", verb]


def watched(command, settings, news=None):
    """Run a command, telling how far it is; its exit code, and the last lines it said."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    words = {"encoding": "utf-8", "errors": "replace"}
    pause, end = (1, "\r") if sys.stderr.isatty() else (30, "\n")
    # Its child shares the turn: should this start be killed, the next one waits for the child.
    with subprocess.Popen(command, env=settings, close_fds=False, **dict(pipes, **words)) as child:
        said = collections.deque(maxlen=12)
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


def so_far(environment, lock, begun):
    """How much of a lock is in place, counted in the folder itself."""
    placed, sizes = 0, {}
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
    spent = divmod(int(time.monotonic() - begun), 60)
    numbers = (placed, len({pin.split("==")[0] for pin in pins(lock)}))
    numbers += (sum(sizes.values()) // 1000000,) + spent
    return "%d of about %d packages in place, %d MB in the folder, %d:%02d minutes." % numbers


def cause(said):
    """What an installer's last lines mean, in words."""
    known = (sentence for pattern, sentence in CAUSES.items() if re.search(pattern, said))
    return next(known, "The set-up failed, for the reason below. It is safe to start it again.")


def tell(sentence, end="\n"):
    """Say a sentence where it does not mix with results."""
    sys.stderr.write(sentence + end)
    sys.stderr.flush()


def taken_turn():
    """The lock of set-up, waited for while another start in this folder has it."""
    held = hold(TURN)
    if held is None:
        tell("Another start is setting up in this folder: waiting until it is done.")
    while held is None:
        time.sleep(0.2)
        held = hold(TURN)
    return held


def hold(path):
    """A lock that ends with its process, and with those it starts; None where another has it."""
    held = os.open(str(path), os.O_RDWR | os.O_CREAT, 0o644)
    os.set_inheritable(held, True)
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(held, 1000, 0)  # past what is written there, so that others may read that
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            os.close(held)
            return None  # any other error: a drive without locks
    return held


def dashboard(arguments):
    """Open the dashboard, to this machine only unless an address is given."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--server.port", dest="port")
    parser.add_argument("--server.address", dest="address")
    given, _ = parser.parse_known_args(arguments)
    ours = ["--server.port", port_to_open(given.port)]
    if given.address is None:
        ours += ["--server.address", "127.0.0.1"]
        for host in ("127.0.0.1", "localhost"):  # else a page elsewhere could pose as this one
            ours += ["--server.allowedHosts", host]
        ours += ["--logger.hideWelcomeMessage", "true"]
        tell(HERE % ours[1])
    become("-m", "cli.dashboard", "run", "app.py", *(ours + arguments))


def port_to_open(named):
    """The port named, or the first free one, once nothing else is there."""
    try:
        ours = hold(OPEN)
        other = OPEN.read_text(encoding="utf-8") if ours is None else None
    except OSError:  # a folder that may only be read keeps no record
        ours = other = None
    if other and named in (None, other):
        sys.exit("Other Chair is already open, at http://127.0.0.1:%s" % other)
    if named is not None and not re.fullmatch("[0-9]{1,5}", named):
        sys.exit("Port %s is no number from 1 to %d. Name another, or none." % (named, MOST_PORT))
    if named and not 0 < int(named) <= MOST_PORT:
        sys.exit("Port %s is not from 1 to %d. Name another, or none." % (named, MOST_PORT))
    if named and not is_free(int(named)):
        sys.exit("Port %s is taken, or not yours to open. Name another, or none." % named)
    port = named or next((str(port) for port in PORTS if is_free(port)), None)
    if port is None:
        sys.exit(
            "Ports %d to %d are taken: name another with --server.port." % (PORTS[0], PORTS[-1])
        )
    if not named and port != str(PORTS[0]):
        tell("Port %d is taken, so this time it is at http://127.0.0.1:%s" % (PORTS[0], port))
    if ours is not None:
        os.ftruncate(ours, 0)
        os.lseek(ours, 0, 0)
        os.write(ours, port.encode())
    return port


def is_free(port):
    """Whether a port of this machine can be opened."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except (OSError, OverflowError):
        return False
    return True


def become(*arguments):
    """Hand over to Python in the environment; its exit code becomes ours."""
    command = [str(python_of(VENV))] + list(arguments)
    os.chdir(str(ROOT))
    if os.name != "nt":
        os.execv(command[0], command)
    try:  # on Windows, the shell would not wait for a program that another one became
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


def end(sentence, said=(), code=1):
    """Stop with a sentence, what is still there, and what the installer said."""
    tell(sentence)
    if mark_of(VENV):
        tell("What was set up before, for Python %s, is kept." % mark_of(VENV).get("python"))
    for line in said:
        if not line.startswith("WARNING"):  # pip repeats itself
            tell(line)
    sys.exit(code)


def main(arguments):
    """Set up, then run the tests or the dashboard."""
    testing = arguments[:1] == ["test"]
    if arguments[:1] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    if arguments and not testing and not arguments[0].startswith("-"):
        sys.exit("run.py knows the word test and no other: %s is not it." % arguments[0])
    try:
        set_up(TEST_LOCK if testing else LOCK)
    except SetUpError as fault:
        end(*fault.args)
    except KeyboardInterrupt:
        end("Set-up was stopped. Nothing half-made is used: start again at any time.", code=130)
    except OSError as error:
        end(FULL if error.errno == errno.ENOSPC else REFUSED % error)
    if testing:
        become("-m", "pytest", *arguments[1:])
    dashboard(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
