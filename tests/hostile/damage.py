"""Ways to damage any bytes, and bytes that are of another kind than their name says."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Mapping

Damage = Callable[[random.Random, bytes], bytes]
UNSEEN = ("\u202e", "\u200b", "\ufeff", "\u2066", "\x00", "\x1b[2J", "\u0301" * 50, "\U000e0041")


def truncated(chance: random.Random, data: bytes) -> bytes:
    """The start of a file, as when a download breaks off."""
    return data[: chance.randrange(len(data) + 1)]


def flipped(chance: random.Random, data: bytes) -> bytes:
    """Some bits turned over."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def overwritten(chance: random.Random, data: bytes) -> bytes:
    """A stretch of bytes of no meaning in the middle."""
    start = chance.randrange(len(data))
    noise = chance.randbytes(chance.randrange(1, 400))
    return data[:start] + noise + data[start + len(noise) :]


def repeated(chance: random.Random, data: bytes) -> bytes:
    """A stretch that stands there many times."""
    start = chance.randrange(len(data))
    stretch = data[start : start + chance.randrange(1, 300)]
    most = max(1, 900_000 // len(stretch))
    return data[:start] + stretch * chance.randrange(1, most) + data[start:]


def left_out(chance: random.Random, data: bytes) -> bytes:
    """A stretch that is missing."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 400) :]


def unseen(chance: random.Random, data: bytes) -> bytes:
    """Signs that are not seen, or that turn the writing round, between others."""
    text = data.decode("utf-8", errors="replace")
    for _ in range(chance.choice((1, 5, 50))):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(UNSEEN) + text[place:]
    return text.encode()


def lone_surrogates(chance: random.Random, data: bytes) -> bytes:
    """Halves of a pair, which no text may hold."""
    place = chance.randrange(len(data))
    return data[:place] + "\ud800".encode("utf-8", errors="surrogatepass") + data[place:]


def encoded_otherwise(chance: random.Random, data: bytes) -> bytes:
    """The same text in an encoding of another time."""
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-7", "cp1252"))
    return data.decode("utf-8", errors="replace").encode(name, errors="replace")


BYTES: Mapping[str, Damage] = {
    "truncated": truncated,
    "flipped": flipped,
    "overwritten": overwritten,
    "repeated": repeated,
    "left out": left_out,
}
TEXTS: Mapping[str, Damage] = {
    **BYTES,
    "unseen": unseen,
    "surrogates": lone_surrogates,
    "encoding": encoded_otherwise,
}


def of_another_kind(chance: random.Random) -> bytes:
    """A picture, a program, a page, an old workbook: whatever was renamed."""
    noise = chance.randbytes(chance.randrange(50_000))
    starts = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"MZ\x90\x00\x03\x00\x00\x00",
        b"\x7fELF\x02\x01\x01",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<I", 62),
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(18),
        b"\x1f\x8b\x08",
        b"<!DOCTYPE html><html><script>alert(1)</script>",
        b'{"work": {"kind": "own_practice"}}',
        b"\xff\xfe",
        b"",
    )
    return chance.choice(starts) + noise
