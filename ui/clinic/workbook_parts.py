"""The parts of an Excel workbook, a zip of XML, read within hard bounds of bytes and elements."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from calc.errors import OtherChairError

MOST_PARTS = 1_000
MOST_UNPACKED = 3_000_000  # a roster of 500 posts has less than a sixth of it
MOST_ELEMENTS = 150_000
ENCRYPTED = 0x1
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the rest unpack without a bound
Attributes = Mapping[str, str]
Relations = Mapping[str, tuple[str, str]]


class TooFullError(OtherChairError):
    """A workbook that holds more than any roster does."""


class BrokenError(OtherChairError):
    """Bytes that are no workbook, or one that is locked."""


class Parts:
    """The parts of a workbook, and how much of them may still be read."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        if len(self._zip.infolist()) > MOST_PARTS:
            raise TooFullError
        self._bytes = MOST_UNPACKED
        self._elements = MOST_ELEMENTS

    def read(self, name: str, most: int = MOST_UNPACKED) -> bytes:
        """One part, unpacked no further than its bound whatever its heading claims."""
        info = self._zip.getinfo(name)
        if info.flag_bits & ENCRYPTED or info.compress_type not in PLAIN:
            raise BrokenError
        most = min(most, self._bytes)
        with self._zip.open(info) as part:
            found = part.read(most + 1)
        if len(found) > most:
            raise TooFullError
        self._bytes -= len(found)
        return found

    def walk(
        self,
        name: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
        most: int = MOST_UNPACKED,
    ) -> None:
        """Hands the elements of a part over by their bare names, each counted."""

        def counted(tag: str, attributes: Attributes) -> None:
            self._elements -= 1
            if self._elements < 0:
                raise TooFullError
            start(tag.rpartition(" ")[2], attributes)

        def refuse(*_: object) -> None:
            raise BrokenError  # workbooks declare no types: entities are how XML grows or leaks

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse
        parser.StartElementHandler = counted
        if end is not None:
            parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = text
        parser.Parse(self.read(name, most), True)

    def relations(self, source: str) -> dict[str, tuple[str, str]]:
        """The kind and path of every part that a part names, by its id."""
        folder, _, file = source.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, its: Attributes) -> None:
            if tag == "Relationship" and its.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, its["Target"]))
                found[its["Id"]] = its["Type"].rpartition("/")[2], path.lstrip("/")

        self.walk(posixpath.join(folder, "_rels", f"{file}.rels"), start)
        return found


def path_of(relations: Relations, kind: str) -> str:
    """Where the part of a kind is; empty if there is none."""
    return next((path for found, path in relations.values() if found == kind), "")
