"""Hostile plans, offers and clinics: made from the shipped ones, or out of nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile import damage

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "scenarios").rglob("*.toml"))
MOST = 1_000_000
QUOTED = '."a"'
WORK = '[work]\nkind = "own_practice"\n'
HEADS = (
    ("", WORK),
    ('document = "offers"\n', "[[offers]]\n"),
    ('document = "clinic"\n', "[[posts]]\n"),
    ('document = "staffing_plans"\n', "[[plans]]\n"),
)


def shipped(chance: random.Random) -> str:
    """The text of a shipped file."""
    return chance.choice(SHIPPED).read_text(encoding="utf-8")


def number(chance: random.Random) -> str:
    """A number that is hard to take, in any base."""
    digits = chance.choice((19, 300, 400, 4_299, 4_301, 6_000, 60_000))
    return chance.choice(
        (
            *("nan", "inf", "-inf", "1e400", "-1e400", "1e-400", "-0.0", "1e3", "1_000", "0x10"),
            *("1" * digits, "-" + "9" * digits, "0x" + "f" * digits, "0o" + "7" * digits),
            *("0b" + "1" * digits, "0." + "3" * digits, "1" * digits + ".0", "1,5", "1.234,50"),
            *("1" + "_0" * (digits // 2), "$1,200", "\uff11\uff12", "9223372036854775808"),
        )
    )


def value(chance: random.Random) -> str:
    """A value of some other kind."""
    others = ("true", "[]", "{}", "''", "'=1+1'", "2026-02-30", "1979-05-27", "25:61:00", "[[[]]]")
    more = (f"'{'<b>' * 300}'", "{a = {b = {c = 1}}}", "'''\n\n'''", '"\\u202e"', '"\\ud800"')
    return chance.choice((*others, *more, number(chance), number(chance), number(chance)))


def other_values(chance: random.Random) -> str:
    """A shipped file with some values taken for others."""
    lines = shipped(chance).splitlines()
    stated = [place for place, line in enumerate(lines) if re.match(r"\w+ = ", line)]
    for place in chance.sample(stated, min(len(stated), chance.randrange(1, 6))):
        lines[place] = f"{lines[place].partition(' = ')[0]} = {value(chance)}"
    return "\n".join(lines)


def other_keys(chance: random.Random) -> str:
    """A shipped file with keys of no meaning, or twice."""
    lines = shipped(chance).splitlines()
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(lines))
        name = chance.choice(
            ("__class__", "'a\\nb'", '"\\u202e"', "x" * 5_000, "model_fields", "1")
        )
        lines.insert(place, chance.choice((lines[place], f"{name} = {value(chance)}", f"[{name}]")))
    return "\n".join(lines)


def other_kind(chance: random.Random) -> str:
    """A file of one kind that says it is another, or of a format to come."""
    named = chance.choice(("plan", "offers", "clinic", "staffing_plans", "recipe", "<b>x</b>" * 99))
    stated = chance.choice((f'"{named}"', value(chance)))
    text = re.sub(r"(?m)^(document|format) = .*\n", "", shipped(chance))
    return f"document = {stated}\nformat = {chance.choice(('1', '1.0', value(chance)))}\n{text}"


def ahead(chance: random.Random) -> str:
    """A plan with anything at all in what lies ahead of it."""
    names = ("starts_on", "months", "enquiry_season", "away", "job", "month", "weeks", "kind")
    tables = ("[ahead]", "[[ahead.away]]", "[[ahead.job]]", "[[ahead.set_up]]", "[ahead.away]")
    rows = ("kind = 'leave'", "kind = 'holiday'", "month = 61", "weeks = 53", "ahead = 1")
    lines = [WORK]
    for _ in range(chance.randrange(1, 9)):
        stated = f"{chance.choice(names)} = {value(chance)}"
        lines.append(chance.choice((chance.choice(tables), stated, chance.choice(rows))))
    return "\n".join(lines)


def deep(chance: random.Random) -> str:
    """Lists, tables or keys within one another, to any depth."""
    depth = chance.choice((50, 300, 500, 5_000, 50_000))
    head, body = chance.choice(HEADS)
    name = chance.choice(("title", "a", "costs", "posts"))
    tail = chance.choice(
        (
            f"{name} = " + "[" * depth + "]" * depth,
            f"{name} = " + "[" * depth,
            f"{name} = " + "{a=" * depth + "1" + "}" * depth,
            f"{name} = " + "[{a=" * (depth // 2),
            "[" + ".".join("a" * depth) + "]",
            ".".join("a" * depth) + " = 1",
            " . ".join(("1.1",) * depth) + " = 1",
        )
    )
    return head + tail[: MOST // 2] + "\n" + body


def endless(chance: random.Random) -> str:
    """Very many of one thing, just within the most that is uploaded, or within a plan's own."""
    most = chance.choice((190_000, 190_000, 990_000))
    head, body = chance.choice(HEADS)
    dots = chance.choice((9, 11, 250, 490))
    pieces: tuple[Callable[[int], str], ...] = (
        lambda _: "\n",
        lambda _: "#.\n",
        lambda n: f"a{n}=1\n",
        lambda n: f"[a{n}]\n",
        lambda n: f"a{n}.b.c=1\n",
        lambda n: f"[[a{n % 7}]]\nb=1\n",
        lambda n: f"a{n}{'.a' * dots} = 1\n",
        lambda n: f"'b{n}'{QUOTED * dots} = 1\n",
        lambda n: f"[c{n}{' . c' * dots}]\n",
        lambda _: "[[offers]]\n",
        lambda _: "[[posts]]\n[posts.work]\n",
        lambda _: "[[plans]]\n",
        lambda _: "[[costs]]\n",
        lambda n: f"title{n} = '''\n",
        lambda n: f'x{n} = """a\\"""\n',
        lambda n: f"d{n} = 1979-05-27T07:32:00+00:00\n",
        lambda n: f"e{n} = [{'1,' * 300}]\n",
        lambda n: f"f{n} = {{a=1,b=2,c=3}}\n",
    )
    piece = chance.choice(pieces)
    under = "[" + ".".join("h" * chance.choice((1, 4, 100, 490))) + "]\n"
    made = chance.choice((head + body, head, head + under))
    count = most // len(piece(100_000))
    return made + "".join(map(piece, range(count)))


def endless_line(chance: random.Random) -> str:
    """One value without an end."""
    most = chance.choice((190_000, 990_000))
    sign = chance.choice(("1,", "[],", "'',", "{a=1},", "1.5,", ".", "a", "9", '"', "\\", "'", " "))
    start = chance.choice(("a = [", "title = '", 'title = "', "a = '''", "a = ", "", "[", "#"))
    return start + sign * (most // len(sign)) + chance.choice(("", "]", "'", '"'))


def damaged(chance: random.Random) -> bytes:
    """A shipped file whose bytes were hurt."""
    return damage.TEXTS[chance.choice(list(damage.TEXTS))](chance, shipped(chance).encode())


def renamed(chance: random.Random) -> bytes:
    """A file that is of another kind."""
    return damage.of_another_kind(chance)


def untouched(chance: random.Random) -> str:
    """A shipped file as it is: the one kind that must be taken."""
    return shipped(chance)


MAKERS: Mapping[str, Callable[[random.Random], str | bytes]] = {
    "untouched": untouched,
    "damaged": damaged,
    "values": other_values,
    "keys": other_keys,
    "kind": other_kind,
    "ahead": ahead,
    "deep": deep,
    "endless": endless,
    "endless line": endless_line,
    "renamed": renamed,
}
