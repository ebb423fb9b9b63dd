"""Many people on one process: `python -m bench.crowd`.

Each person is a light client that speaks to the server as a browser does, and changes a field every
two to five seconds. Figures of a crowd stand beside those of one person in the same run, and the
work of a change beside that of a page with the same widgets that computes nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.served import Served, served
from bench.timing import say

PAUSE = 2.0, 5.0  # seconds between two changes of a person
SECONDS = 40.0
CROWDS = 20, 40
SEED = 20261128
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
WIDGETS = {"number_input": "double_value", "text_input": "string_value", "checkbox": "bool_value"}


@dataclass
class Visitor:
    """A person with a page open."""

    socket: websockets.ClientConnection
    page: str
    script: str = ""
    states: dict[str, tuple[str, object]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    failed: int = 0

    async def run(self, trigger: tuple[str, str, object] | None = None) -> float:
        """Sends the widgets as they stand; seconds until the page is whole again."""
        message = BackMsg()
        client = message.rerun_script
        client.page_name = "" if self.script else self.page
        client.page_script_hash = self.script
        client.cached_message_hashes.extend(self.kept)
        pairs = [(key, *state) for key, state in self.states.items()]
        for key, name, value in [*pairs, *([trigger] if trigger else [])]:
            state = client.widget_states.widgets.add(id=key)
            if name == "string_trigger_value":
                state.string_trigger_value.data = str(value)
            else:
                setattr(state, name, value)
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            said = ForwardMsg.FromString(await self.socket.recv())
            if self.hears(said):
                return time.perf_counter() - start

    def hears(self, said: ForwardMsg) -> bool:
        """Takes a message in; says if it ends a run."""
        kind = said.WhichOneof("type")
        if said.metadata.cacheable:
            self.kept.add(said.hash)
        if kind == "navigation":
            self.script = said.navigation.page_script_hash
        if kind == "delta" and said.delta.WhichOneof("type") == "new_element":
            self.meets(said.delta.new_element)
        if kind == "delta" and said.delta.add_block.HasField("expandable"):
            folded = said.delta.add_block
            self.ids[folded.expandable.label] = folded.id
            self.states.setdefault(folded.id, ("bool_value", folded.expandable.expanded))
        ended = kind == "script_finished"
        return ended and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def meets(self, element: object) -> None:
        """Keeps the state of a widget as a browser would."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.failed += 1
        widget = getattr(element, kind)
        if not getattr(widget, "id", ""):
            return
        self.ids.setdefault(getattr(widget, "label", ""), widget.id)
        name = WIDGETS.get(kind)
        if name and (widget.set_value or widget.id not in self.states):
            value = widget.value if widget.set_value else widget.default
            self.states[widget.id] = name, value

    async def types(self, label: str, value: float) -> float:
        """Types a number into a field."""
        self.states[self.key_of(label)] = "double_value", value
        return await self.run()

    async def opens(self, label: str) -> float:
        """Opens a fold."""
        self.states[self.key_of(label)] = "bool_value", True
        return await self.run()

    def key_of(self, label: str) -> str:
        """The widget whose label begins so."""
        return next(key for name, key in self.ids.items() if name.startswith(label))


@asynccontextmanager
async def visitor(server: Served, page: str) -> AsyncIterator[Visitor]:
    """A person who has opened a page."""
    address = server.address.replace("http", "ws") + "/_stcore/stream"
    async with websockets.connect(
        address, subprotocols=["streamlit"], max_size=None, ping_interval=None
    ) as socket:
        found = Visitor(socket, page)
        await found.run()
        yield found


async def lives(
    server: Served, page: str, label: str, until: float, seed: int, taken: list[float]
) -> int:
    """A person who changes a field now and then; gives the number of failures."""
    draw = random.Random(seed)
    async with visitor(server, page) as person:
        await asyncio.sleep(draw.uniform(0.0, PAUSE[1]))
        while time.perf_counter() < until:
            taken.append(await person.types(label, float(draw.randrange(90, 260))))
            await asyncio.sleep(draw.uniform(*PAUSE))
        return person.failed


async def searches(server: Served, until: float) -> int:
    """A person who has the clinic's best plan sought again and again."""
    found = 0
    async with visitor(server, "clinic") as person:
        await person.opens("**Shared costs**")
        await person.opens("**If you could hire afresh**")
        rents = iter(range(2_000, 100_000, 50))
        while time.perf_counter() < until:
            await person.types("Office rent", float(next(rents)))
            found += 1
    return found


def cpu_of(server: Served) -> float:
    """Seconds of CPU that a process has had."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(server: Served) -> float:
    """Megabytes that a process holds."""
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


async def crowd(
    server: Served, people: int, page: str, label: str, seconds: float, searching: bool = False
) -> float:
    """Measures a crowd and prints it; gives the 95th percentile in seconds."""
    taken: list[float] = []
    before = cpu_of(server)
    begun = time.perf_counter()
    until = begun + seconds + people * 0.1
    tasks = [
        asyncio.create_task(lives(server, page, label, until, SEED + each, taken))
        for each in range(people)
    ]
    sought = asyncio.create_task(searches(server, until)) if searching else None
    failed = sum(await asyncio.gather(*tasks))
    beside = f", {await sought} searches beside" if sought else ""
    took = time.perf_counter() - begun
    cpu = cpu_of(server) - before
    late = statistics.quantiles(taken, n=20)[-1]
    say(
        f"{people:>3} people  median {statistics.median(taken) * 1e3:6.0f} ms"
        f"  p95 {late * 1e3:6.0f} ms  {len(taken) / took:4.1f} changes a second"
        f"  {cpu / took:.2f} cores  {memory_of(server):.0f} MB  {failed} failures{beside}"
    )
    return late


async def work_of(server: Served, page: str, label: str, changes: int) -> float:
    """Milliseconds of CPU for a change by one person, without pause."""
    async with visitor(server, page) as person:
        for value in range(10):
            await person.types(label, 200.0 + value)
        before = cpu_of(server)
        for value in range(changes):
            await person.types(label, 100.0 + value % 100)
        return (cpu_of(server) - before) / changes * 1e3


async def pages(server: Served, count: int) -> tuple[float, float]:
    """Megabytes after the first tenth of a number of pages opened and closed, and after all."""
    early = 0.0
    for each in range(count):
        async with visitor(server, "your_hour") as person:
            await person.types("Fee per session", 100.0 + each % 100)
        if each == count // 10:
            early = memory_of(server)
    return early, memory_of(server)


async def measured(seconds: float, crowds: tuple[int, ...], reruns: int, opened: int) -> None:
    """All of it."""
    with served("bench/bare_widgets.py") as server:
        bare = await work_of(server, "", "Fee per session", 200)
    with served("app.py") as server:
        work = await work_of(server, "your_hour", "Fee per session", 200)
        say(f"CPU of a change of Your hour {work:.1f} ms; of the same widgets alone {bare:.1f} ms")
        for searching in (False, True):
            alone = await crowd(server, 1, "your_hour", "Fee per session", seconds, searching)
            for people in crowds:
                late = await crowd(
                    server, people, "your_hour", "Fee per session", seconds, searching
                )
                say(f"{'':>11} {late / alone:.1f} times the p95 of one person")
        if reruns:
            await work_of(server, "your_hour", "Fee per session", reruns // 5)
            early = memory_of(server)
            await work_of(server, "your_hour", "Fee per session", reruns)
            say(f"{reruns:,} changes: {early:.0f} MB before, {memory_of(server):.0f} MB after")
        if opened:
            early, late = await pages(server, opened)
            say(f"{opened:,} pages opened and closed: {early:.0f} MB early, {late:.0f} MB after")


def main() -> None:
    """Reads what is wanted, and measures it."""
    asked = argparse.ArgumentParser(description="Many people on one process.")
    asked.add_argument("--seconds", type=float, default=SECONDS)
    asked.add_argument("--people", type=int, nargs="*", default=list(CROWDS))
    asked.add_argument("--reruns", type=int, default=0)
    asked.add_argument("--pages", type=int, default=0)
    given = asked.parse_args()
    asyncio.run(measured(given.seconds, tuple(given.people), given.reruns, given.pages))


if __name__ == "__main__":
    main()
