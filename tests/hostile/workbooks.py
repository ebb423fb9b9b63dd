"""Hostile rosters as workbooks: a zip, its parts, and the cells in them."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Mapping

from tests.hostile import csv_files, damage
from ui import roster_files

SHEET = "xl/worksheets/sheet1.xml"
STYLES, BOOK = "xl/styles.xml", "xl/workbook.xml"
MOST = 950_000
MOMENT, DAY = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), b"2026-01-01T00:00:00Z"
Parts = dict[str, bytes]
NUMBERS = ("9" * 5_000, "9" * 300, "1e400", "nan", "-1", "1_000", "\uff11", "0x10", "", " ", "1e3")
REFERENCES = ("ZZZZ9", "A0", "A99999999999", "a1", "XFD1", "AAA1048577", "1A", "", "A1:B2", "$A$1")


def untouched(chance: random.Random) -> bytes:
    """A roster as we write it, but for the moment of writing: a seed is one file on any day."""
    written = parts_of(roster_files.as_excel({"Roster": csv_files.table(chance)}))
    return packed({name: MOMENT.sub(DAY, text) for name, text in written.items()})


def parts_of(data: bytes) -> Parts:
    """Each part of a workbook by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, text in parts.items():
            made.writestr(zipfile.ZipInfo(name), text, how)  # of no day: a seed is a file
    return out.getvalue()


def damaged(chance: random.Random) -> bytes:
    """A workbook whose bytes were hurt."""
    return damage.BYTES[chance.choice(list(damage.BYTES))](chance, untouched(chance))


def damaged_part(chance: random.Random) -> bytes:
    """A sound zip with a part in it that was hurt, renamed or lost."""
    parts = parts_of(untouched(chance))
    name = chance.choice([SHEET, STYLES, BOOK, *parts])
    match chance.choice(("hurt", "hurt", "hurt", "lost", "other", "words")):
        case "lost":
            del parts[name]
        case "other":
            parts[name] = damage.of_another_kind(chance)
        case "words":
            words = re.findall(rb'"[^"]*"', parts[name])
            other = chance.choice((b'"-1"', b'""', b'"99999999999999999999"', b'"../../x"', b'"x"'))
            parts[name] = parts[name].replace(chance.choice(words or [b'"']), other)
        case _:
            parts[name] = damage.BYTES[chance.choice(list(damage.BYTES))](chance, parts[name])
    return packed(parts)


def sheet_with(chance: random.Random, inside: str, place: str = "start") -> bytes:
    """A roster with something put into the data of its sheet."""
    parts = parts_of(untouched(chance))
    text = re.sub(r"<dimension[^>]*/>", "", parts[SHEET].decode())
    at = "<sheetData>" if place == "start" else "</sheetData>"
    put = at + inside if place == "start" else inside + at
    parts[SHEET] = text.replace(at, put, 1).encode()
    return packed(parts)


def far_rows(chance: random.Random) -> bytes:
    """A row numbered far below, with or without a cell."""
    number = chance.choice((10**5, 1_048_576, 10**7, 10**9, 10**12, 10**30, 0, -1))
    cell = chance.choice(("", f'<c r="A{number}"><v>1</v></c>', "<c><v>1</v></c>"))
    return sheet_with(chance, f'<row r="{number}">{cell}</row>', chance.choice(("start", "end")))


def endless(chance: random.Random) -> bytes:
    """Very many rows, cells or texts in a sheet, that pack to little."""
    pieces = (
        *(
            "<row/>",
            '<row r="1"/>',
            "<row><c/></row>",
            "<c/>",
            "<row><c><v>1</v></c></row>",
            "<v/>",
        ),
        *(
            '<c t="inlineStr"><is><t>a</t></is></c>',
            '<c t="s"><v>0</v></c>',
            "<f/>",
            "<a:b xmlns:a='c'/>",
        ),
        '<row><c r="A1"><f t="shared" si="0"/></c></row>',
        "<c><f t='shared' si='0' ref='A1:A9'>SUM(" + "A1+" * 2_000 + "1)</f></c>",
        *(
            "<c><v>" + "9" * 9_000 + "</v></c>",
            "<!-- -->",
            "<row " + "".join(f'a{n}="" ' for n in range(900)) + "/>",
        ),
        *(" ", "a", "<row><c t='e'><v>#REF!</v></c></row>", "<mergeCell ref='A1:XFD1048576'/>"),
    )
    piece = chance.choice(pieces)
    size = chance.choice((200_000, 2_000_000, 40_000_000))
    return sheet_with(chance, piece * (size // len(piece)), chance.choice(("start", "end")))


def endless_part(chance: random.Random) -> bytes:
    """Very many styles, names, texts or relations in the other parts."""
    parts = parts_of(untouched(chance))
    name, at, piece = chance.choice(
        (
            (STYLES, "<cellXfs", "<xf/>"),
            (STYLES, "</cellXfs>", "<xf/>"),
            (STYLES, "</cellXfs>", '<xf numFmtId="9"/>'),
            (STYLES, "</fonts>", "<font/>"),
            (STYLES, "</fills>", "<fill/>"),
            (STYLES, "</cellStyles>", '<cellStyle name="a" xfId="0"/>'),
            (
                STYLES,
                "<fonts",
                '<numFmts><numFmt numFmtId="170" formatCode="' + "[" * 9_000 + '"/></numFmts>',
            ),
            (BOOK, "</sheets>", '<sheet name="a" sheetId="2" r:id="rId1"/>'),
            (
                BOOK,
                "</workbook>",
                "<definedNames><definedName name='a'>"
                + "A1," * 3_000
                + "</definedName></definedNames>",
            ),
            ("xl/sharedStrings.xml", "</sst>", "<si/>"),
            ("xl/sharedStrings.xml", "</sst>", "<si><r><t>a</t></r></si>"),
            ("xl/sharedStrings.xml", "</sst>", "<si><t>" + "a" * 40_000 + "</t></si>"),
            (
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                '<Relationship Id="a" Type="b/c" Target="d"/>',
            ),
        )
    )
    text = parts.get(name, b"<sst></sst>").decode()
    size = chance.choice((200_000, 2_000_000, 40_000_000))
    parts[name] = text.replace(at, piece * (size // len(piece)) + at, 1).encode()
    return packed(parts)


def deep(chance: random.Random) -> bytes:
    """Elements within one another, to any depth."""
    depth = chance.choice((1_000, 60_000, 400_000))
    tag = chance.choice(("a", "row", "c", "is", "r"))
    return sheet_with(chance, f"<{tag}>" * depth + f"</{tag}>" * depth)


def entities(chance: random.Random) -> bytes:
    """Entities that grow without end, or that name a file or an address."""
    laughs = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    kinds = {
        laughs: "&a11;",
        f'<!ENTITY q "{"x" * 50_000}">': "&q;" * 20_000,
        '<!ENTITY f SYSTEM "file:///etc/hostname">': "&f;",
        '<!ENTITY w SYSTEM "http://127.0.0.1:9/x">': "&w;",
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;': "",
        "": "&nothing;",
    }
    declared = chance.choice(list(kinds))
    parts = parts_of(untouched(chance))
    name = chance.choice((SHEET, STYLES, BOOK, "_rels/.rels", "xl/_rels/workbook.xml.rels"))
    text = re.sub(r"<\?xml[^>]*\?>", "", parts[name].decode())
    used = re.sub(r"(<[A-Za-z][^>]*[^/]>)", rf"\1{kinds[declared]}", text, count=1)
    parts[name] = f'<?xml version="1.0"?><!DOCTYPE x [{declared}]>{used}'.encode()
    return packed(parts)


def bomb(chance: random.Random) -> bytes:
    """A zip that unpacks to far more, nested, locked, or with a heading that lies."""
    parts = parts_of(untouched(chance))
    zeros = bytes(chance.choice((4_000_000, 60_000_000)))
    match chance.choice(
        ("sheet", "other", "nested", "bz2", "lzma", "many", "lying", "locked", "overlap")
    ):
        case "sheet":
            parts[SHEET] = parts[SHEET].replace(
                b"</sheetData>", b" " * len(zeros) + b"</sheetData>"
            )
        case "other":
            parts[chance.choice(("xl/media/a.png", STYLES))] = zeros
        case "nested":
            parts[SHEET] = packed({"a": packed({"b": zeros})})
        case "bz2":
            return packed({**parts, SHEET: zeros}, zipfile.ZIP_BZIP2)
        case "lzma":
            return packed({**parts, SHEET: zeros}, zipfile.ZIP_LZMA)
        case "many":
            return packed({**parts, **{f"a/{n}": b"" for n in range(chance.choice((900, 8_000)))}})
        case "lying":
            parts[SHEET] = parts[SHEET].replace(
                b"</sheetData>", b" " * len(zeros) + b"</sheetData>"
            )
            return with_heading(
                packed(parts), 24, struct.pack("<I", chance.choice((10, 0xFFFFFFF0)))
            )
        case "locked":
            return with_heading(packed(parts), 8, struct.pack("<H", 1))
        case _:
            return with_heading(packed(parts), 42, struct.pack("<I", 0))
    return packed(parts)


def with_heading(data: bytes, at: int, other: bytes) -> bytes:
    """A zip whose table of contents says something else of each part."""
    made = bytearray(data)
    for found in re.finditer(b"PK\x01\x02", data):
        made[found.start() + at : found.start() + at + len(other)] = other
    return bytes(made)


def other_cells(chance: random.Random) -> bytes:
    """A roster with cells of odd kinds: days, errors, formulas, digits without end."""
    parts = parts_of(untouched(chance))
    text = parts[SHEET].decode()
    cells = re.findall(r"<c [^>]*>.*?</c>", text)
    for cell in chance.sample(cells, min(len(cells), 12)):
        number = chance.choice(NUMBERS)
        kind = chance.choice(("s", "b", "e", "d", "str", "inlineStr", "n", "x", ""))
        style = chance.choice(("0", "1", "99999", "-1", "9" * 5_000))
        place = chance.choice(REFERENCES)
        other = chance.choice(
            (
                f'<c r="{place}"><v>1</v></c>',
                f'<c s="{style}"><v>{number}</v></c>',
                f'<c t="{kind}"><v>{number}</v></c>',
                f'<c t="{kind}"><f>{chance.choice(csv_files.STRANGE[:1])}</f><v>{number}</v></c>',
                f"<c><f t='array' ref='A1'/><v>{number}</v></c>",
                "<c><f t='dataTable' dt2D='1' x='y'/></c>",
                "<c t='e'><v>#REF!</v></c>",
            )
        )
        text = text.replace(cell, other, 1)
    parts[SHEET] = text.encode()
    parts[STYLES] = parts[STYLES].replace(
        b'numFmtId="0"', b'numFmtId="%d"' % chance.choice((0, 9, 14, 22))
    )
    return packed(parts)


def renamed(chance: random.Random) -> bytes:
    """A file that is of another kind."""
    return damage.of_another_kind(chance)


MAKERS: Mapping[str, Callable[[random.Random], str | bytes]] = {
    "untouched": untouched,
    "damaged": damaged,
    "damaged part": damaged_part,
    "far rows": far_rows,
    "endless": endless,
    "endless part": endless_part,
    "deep": deep,
    "entities": entities,
    "bomb": bomb,
    "cells": other_cells,
    "renamed": renamed,
}
