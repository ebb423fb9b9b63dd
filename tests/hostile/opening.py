"""Opens hostile files as the page does, each within a bound of time and memory.

A child process opens one after the other and writes what came of each. One that never ends is
killed by the system, is put down as killed, and a new child goes on with the next.
"""

from __future__ import annotations

import contextlib
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from calc.staffing.roster_reading import Reading
from tests.hostile import generate

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 1.0
MOST_MEGABYTES = 200.0
KILLED_AFTER = 4  # seconds of the processor
MOST_ADDRESSES = 4_000_000_000  # bytes
MOST_SAID = 600
STRAY = re.compile(r"Traceback|Error\b|Exception|pydantic|tomllib|openpyxl|zipfile|expat|\bNone\b")


@dataclass(frozen=True)
class Opened:
    """What came of a file: `fault` says what is wrong with that, if anything is."""

    place: int
    kind: str
    accepted: bool = False
    seconds: float = 0.0
    megabytes: float = 0.0
    said: tuple[str, ...] = ()
    fault: str = ""

    @property
    def failed(self) -> str:
        """Why this is not how a file may end; empty where it is."""
        if self.fault:
            return self.fault
        if self.seconds > MOST_SECONDS:
            return f"took {self.seconds:.2f} s"
        if self.megabytes > MOST_MEGABYTES:
            return f"took {self.megabytes:.0f} MB"
        if not self.accepted and not any(self.said):
            return "was refused without a word"
        odd = [line for line in self.said if STRAY.search(line) or len(line) > MOST_SAID]
        return f"said {odd[0][:300]!r}" if odd else ""


def opened(name: str, data: bytes) -> tuple[bool, tuple[str, ...]]:
    """Whether the page takes a file, and what it says of it."""
    from ui.clinic import faults as clinic_faults
    from ui.clinic import files as clinic_files
    from ui.clinic import roster_files
    from ui.shell import documents

    documents.show = lambda *_: None  # there is no page to show it on
    if name.endswith(".toml"):
        said = documents.opened(data)
        return (True, ()) if said in documents.KINDS else (False, (said,))
    found = clinic_files.read_file(name, data)
    if isinstance(found, str):
        assert found in clinic_faults.FILES.values()
        return False, (found,)
    posts = found.roster.posts
    roster_files.roster_table(posts)
    return bool(posts), tuple(_drawn(found, name))


def _drawn(found: Reading, name: str) -> Iterator[str]:
    """Every sentence of the drawer in which a roster is read."""
    from ui.clinic import faults, roster_words

    yield roster_words.heading(found)
    yield roster_words.left_out(found, name, "")
    yield from (roster_words.question(asked, "USD") for asked in found.unanswered)
    yield from faults.told(found.roster, "USD")
    for column in found.columns:
        roster_words.samples(column)  # their own words, which may be any
        yield from (roster_words.as_read(column, 3, labels) for labels in (True, False))


def most_memory() -> float:
    """The most memory that this process ever had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def forget_most_memory() -> None:
    """Counts the most memory anew, where the system can: making a file may take more of it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def limit(what: int, most: int) -> None:
    """Bounds this process, within whatever bound it was given from outside."""
    hard = resource.getrlimit(what)[1]
    within = hard == resource.RLIM_INFINITY or resource.RLIM_INFINITY != most <= hard
    resource.setrlimit(what, (most if within else hard, hard))


def open_one(seed: int, place: int) -> Opened:
    """Makes a file and opens it; an exception is what must not be."""
    kind = generate.kind_of(place)
    name, data = generate.file(seed, place)
    forget_most_memory()
    before = most_memory()
    began = time.process_time()
    limit(resource.RLIMIT_CPU, int(began) + KILLED_AFTER)
    try:
        accepted, said = opened(name, data)
        fault = ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told by name and seed
        accepted, said, fault = False, (), f"raised {type(error).__name__}: {error}"[:300]
    taken = time.process_time() - began
    limit(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
    return Opened(place, kind, accepted, taken, most_memory() - before, said, fault)


def child(seed: int, first: int, last: int) -> None:
    """Opens the files of some places, and writes a line before and after each."""
    opened("warm.toml", b"")
    opened("warm.csv", b"Label\n")
    opened("warm.xlsx", generate.workbooks.untouched(generate.random.Random(0)))
    if sys.platform == "linux":
        limit(resource.RLIMIT_AS, MOST_ADDRESSES)
    for place in range(first, last):
        sys.stdout.write(f"{place}\n")
        sys.stdout.flush()
        sys.stdout.write(json.dumps(asdict(open_one(seed, place))) + "\n")
        sys.stdout.flush()


def results(seed: int, first: int, last: int) -> Iterator[Opened]:
    """What came of each file; one on which the child died is put down as killed."""
    while first < last:
        command = [sys.executable, "-m", "tests.hostile", "--child", *map(str, (seed, first, last))]
        with (
            tempfile.TemporaryFile("w+") as said,
            subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=said, text=True
            ) as process,
        ):
            at = first - 1
            for line in process.stdout or ():
                if line.startswith("{"):
                    found = json.loads(line)
                    yield Opened(**{**found, "said": tuple(found["said"])})
                    first = at + 1
                else:
                    at = int(line)
            process.wait()
            said.seek(0)
            why = said.read()[-MOST_SAID:]
        if first < last:
            if at < first:
                raise RuntimeError(f"The child process did not start. {why}")
            yield Opened(at, generate.kind_of(at), fault=f"was killed ({process.returncode})")
            first = at + 1
