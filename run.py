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
import errno
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # a Python told to be safe leaves this folder out

from cli import environment, ports

OPEN = ROOT / ".venv.open"
HERE = "Other Chair is at http://127.0.0.1:%s, for this machine only. Ctrl+C ends it."


def main(arguments):
    """Set up, then run the tests or the dashboard."""
    testing = arguments[:1] == ["test"]
    if arguments[:1] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    if arguments and not testing and not arguments[0].startswith("-"):
        sys.exit("run.py knows the word test and no other: %s is not it." % arguments[0])
    try:
        environment.set_up(environment.TEST_LOCK if testing else environment.LOCK)
    except environment.SetUpError as fault:
        end(*fault.args)
    except KeyboardInterrupt:
        end("Set-up was stopped. Nothing half-made is used: start again at any time.", code=130)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        end(environment.FULL if full else environment.REFUSED % error)
    if testing:
        become("-m", "pytest", *arguments[1:])
    dashboard(arguments)


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
        environment.tell(HERE % ours[1])
    become("-m", "cli.dashboard", "run", "app.py", *(ours + arguments))


def port_to_open(named):
    """The port named, or the first free one, once nothing else is there."""
    try:
        ours = environment.hold(OPEN)
        other = OPEN.read_text(encoding="utf-8") if ours is None else None
    except OSError:  # a folder that may only be read keeps no record
        ours = other = None
    if other and named in (None, other):
        sys.exit("Other Chair is already open, at http://127.0.0.1:%s" % other)
    if named is not None and not re.fullmatch("[0-9]{1,5}", named):
        said = "Port %s is no number from 1 to %d. Name another, or none."
        sys.exit(said % (named, ports.MOST_PORT))
    try:
        chosen = ports.chosen(None if named is None else int(named), "--server.port")
    except ports.PortError as fault:
        sys.exit(str(fault))
    if named is None and ports.moved(chosen):
        environment.tell(ports.moved(chosen))
    port = str(chosen)
    if ours is not None:
        os.ftruncate(ours, 0)
        os.lseek(ours, 0, 0)
        os.write(ours, port.encode())
    return port


def become(*arguments):
    """Hand over to Python in the environment; its exit code becomes ours."""
    command = [str(environment.python_of(environment.VENV))] + list(arguments)
    os.chdir(str(ROOT))
    if os.name != "nt":
        os.execv(command[0], command)
    try:  # on Windows, the shell would not wait for a program that another one became
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


def end(sentence, said=(), code=1):
    """Stop with a sentence, what is still there, and what the installer said."""
    environment.tell(sentence)
    kept = environment.mark_of(environment.VENV)
    if kept:
        environment.tell("What was set up before, for Python %s, is kept." % kept.get("python"))
    for line in said:
        if not line.startswith("WARNING"):  # pip repeats itself
            environment.tell(line)
    sys.exit(code)


if __name__ == "__main__":
    main(sys.argv[1:])
