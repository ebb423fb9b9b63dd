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

import hashlib
import os
import shutil
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.txt"
MARKER = VENV / ".installed"


def set_up():
    """Install exactly what the lock names, unless that is done already."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and MARKER.exists() and MARKER.read_text() == wanted:
        return
    sys.stderr.write("Setting up in .venv, this once: one to three minutes, about 800 MB.\n")
    uv = working_uv()
    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=not uv).create(VENV)
    except subprocess.CalledProcessError:
        sys.exit("Python could not set up pip. On Debian or Ubuntu, first install python3-venv.")
    if uv:
        install = [uv, "pip", "install", "--python", str(PYTHON)]
    else:
        install = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    locked = ["--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
    if subprocess.call(install + locked):
        sys.exit("The set-up failed, for the reason above. It is safe to start it again.")
    MARKER.write_text(wanted)  # last, so that a set-up cut short begins anew


def working_uv():
    """The path of uv, the faster installer, if there is one and it runs."""
    uv = shutil.which("uv")
    quiet = subprocess.DEVNULL
    if uv and not subprocess.call([uv, "--version"], stdout=quiet, stderr=quiet):
        return uv
    return None


def become(*arguments):
    """Hand over to Python in the environment; its exit code becomes ours."""
    command = [str(PYTHON)] + list(arguments)
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(command[0], command)
    try:  # on Windows, the shell would not wait for a program that another one became
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    set_up()
    if sys.argv[1:2] == ["test"]:
        become("-m", "pytest", *sys.argv[2:])
    address = ["--server.address", "127.0.0.1"]
    become("-m", "streamlit", "run", "app.py", *(address + sys.argv[1:]))
