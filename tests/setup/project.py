"""A copy of the project to set up, with a stand-in for uv."""

import importlib.util
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "run.py"
LOCK = "apple==1.0 \\\n    --hash=sha256:aa\npear==2.0 ; python_full_version < '4' \\\n"
TEST_LOCK = LOCK + "plum==3.0 \\\n"
# Says what it was asked, and puts a module in place for the tests' command to call.
UV = """#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$2 $(basename "$(dirname "$(dirname "$4")")") $(basename "${10:-}")" >> "$0.asked"
if [ "$2" = "$(cat "$0.fails" 2>/dev/null)" ]; then cat "$0.says"; exit 2; fi
[ -e "$0.sleeps" ] && { echo $$ > "$0.sleeps"; exec sleep 60; }
for package in "$(dirname "$4")"/../lib/python*/site-packages; do
    mkdir -p "$package/pytest"
    echo 'import sys; print(sys.argv[1:])' > "$package/pytest/__main__.py"
done
"""


def loaded(path: Path) -> Any:
    """A copy of run.py with the modules beside it, in place of those of this project."""
    ours = {name: sys.modules.pop(name) for name in [*sys.modules] if name.split(".")[0] == "cli"}
    places = list(sys.path)
    specification = importlib.util.spec_from_file_location("run", path)
    assert specification
    assert specification.loader
    run = importlib.util.module_from_spec(specification)
    try:
        specification.loader.exec_module(run)
    finally:
        sys.path[:] = places
        for name in [name for name in sys.modules if name.split(".")[0] == "cli"]:
            del sys.modules[name]
        sys.modules.update(ours)
    return run


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
        (self.folder / "cli").mkdir()
        for name in ("__init__", "environment", "ports"):
            shutil.copy(SOURCE.parent / "cli" / f"{name}.py", self.folder / "cli")
        (self.folder / "cli" / "dashboard.py").write_text("import sys; print(sys.argv[1:])\n")
        (self.folder / "requirements.txt").write_text(LOCK)
        (self.folder / "requirements-test.txt").write_text(TEST_LOCK)
        self.run = loaded(self.folder / "run.py")
        self.environment: Any = self.run.environment

    def set_up(self, lock: str = "requirements.txt") -> list[str]:
        """Set up for a lock; what uv was asked meanwhile."""
        asked = Path(f"{self.uv}.asked")
        asked.unlink(missing_ok=True)
        self.environment.set_up(self.folder / lock)
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

    def started_and_asleep(self) -> subprocess.Popen[str]:
        """A start of run.py whose installer runs on and on."""
        Path(f"{self.uv}.sleeps").touch()
        command = [sys.executable, self.folder / "run.py"]
        started = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        while not Path(f"{self.uv}.sleeps").read_text().endswith("\n"):
            assert started.poll() is None
            time.sleep(0.02)
        return started

    def asleep(self) -> int:
        """The process of the installer that runs on."""
        return int(Path(f"{self.uv}.sleeps").read_text())
