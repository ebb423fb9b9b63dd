"""What is out of date on a day, and `docs/refresh.md`: what expires, and where the next is found.

`python -m bench.refresh 2027-01-15` lists what is out of date on that day; with a number of days
after it, what expires within them, too. Without a day it writes the page; a test compares the page
with what this would write.
"""

import datetime
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from calc.parameters import renewal, state_names
from calc.parameters.renewal import DatedFigure, OutOfDate
from calc.parameters.renewal_rows import Renewal, renewals
from ui.telling.words import written_date

PAGE = Path(__file__).parents[1] / "docs" / "refresh.md"
STATES = "states."
NAMED = 13  # more than these are told by what tells them apart
LINKS = 2
MOST_ARGUMENTS = 2
MOST_DAYS = 36_500
NOT_A_DAY = "{said} is not a day. Write it as year-month-day, such as 2027-01-15."
NOT_A_NUMBER = (
    "{said} is not a number of days. Write a whole number from 0 to {most:,}, such as 60."
)
TOO_MUCH = "Give one day, and a number of days after it if you like: 2027-01-15 60."
HEAD = """# What expires when, and where the next is published

This page is written by `python -m bench.refresh`, from `calc/data/renewal.toml` and from the days
of all other files of `calc/data`. It knows no clock: `python -m bench.refresh 2027-01-15` lists
what is out of date on that day, and with `60` behind the day what expires in the 60 days after it.

- **Last day**: the last day for which a figure was read. An estimate, or what was recalled, stands
  in for a figure that is published or will be: it counts as run out from its first day.
- **Next**: who publishes the successor and in what, as our sources say; "not known" is no guess.
- **Where**: the page of the publisher where our sources give one, else where the present figure was
  read; of state income tax the last table.
- How a new figure is put in stands in [how it is built](how-it-is-built.md#a-figure-that-ran-out).

{figures:,} figures in {tables} groups that renew together: {ending:,} have a last day, {lasting:,}
hold until they are changed.

| last day | figures | of these stand in |
|---|---:|---:|
"""
COLUMNS = """
| what | figures | who publishes the next | in what | about when | where |
|---|---|---|---|---|---|
"""
LASTING = """
## No last day · {count:,} figures

They hold until somebody changes them, which nothing announces by the day. Whoever renews the others
looks through these too.

| what | figures | hold | who changes them | where |
|---|---:|---|---|---|
"""
BY_STATE = """
## State income tax, by state

| state | figures that end | of these stand in | where its rates were read, or its credit |
|---|---:|---:|---|
"""


def page() -> str:
    """The whole page."""
    figures = list(renewal.dated_figures().values())
    days = sorted({one.last_day for one in figures if one.last_day is not None})
    lasting = [one for one in figures if one.last_day is None]
    head = HEAD.format(
        figures=len(figures),
        tables=len(renewals()),
        ending=len(figures) - len(lasting),
        lasting=len(lasting),
    )
    counts, parts = [], []
    for day in days:
        found = [one for one in figures if one.last_day == day]
        standing = sum(one.stands_in for one in found)
        counts.append(f"| {on(day)} | {len(found)} | {standing or ''} |\n")
        rows = "".join(_row(rule, by) for rule, by in by_rule(found))
        parts.append(f"\n## {on(day)} · {counted(len(found))}\n{COLUMNS}{rows}")
    rows = "".join(_lasting_row(rule, by) for rule, by in by_rule(lasting))
    table = head + "".join(counts) + "".join(parts) + LASTING.format(count=len(lasting)) + rows
    return table + BY_STATE + "".join(_state_row(code, name) for code, name in taxing())


def taxing() -> list[tuple[str, str]]:
    """The states that have an income-tax figure which ends, by letters and name."""
    found = {
        one.key.split(".")[1]
        for one in renewal.dated_figures().values()
        if one.key.startswith(STATES) and one.last_day is not None
    }
    return [(code, name) for code, name in state_names().items() if code in found]


def by_rule(figures: Iterable[DatedFigure]) -> list[tuple[Renewal, list[DatedFigure]]]:
    """Figures by the row that they renew with, in the order of the rows."""
    found: dict[str, list[DatedFigure]] = {}
    for one in figures:
        found.setdefault(one.renewal.name, []).append(one)
    return [(rule, found[rule.name]) for rule in renewals() if rule.name in found]


def names(figures: Sequence[DatedFigure]) -> str:
    """The figures by name; what tells them apart, where they are too many to name."""
    keys = [one.key for one in figures]
    if len(keys) <= NAMED:
        return ", ".join(f"`{key}`" for key in keys)
    if all(key.startswith(STATES) for key in keys):
        states = Counter(key.split(".")[1] for key in keys)
        said = ", ".join(f"{code} {count}" for code, count in sorted(states.items()))
        return f"{len(keys)} of `states`: {said}"
    same = keys[0]
    while not all(key.startswith(same) for key in keys):
        same = same[:-1]
    return f"{len(keys)} of `{same}...`: {', '.join(key.removeprefix(same) for key in keys)}"


def where(rule: Renewal, figures: Sequence[DatedFigure]) -> str:
    """The address of the successor; else where the present figures were read."""
    if rule.page:
        return rule.page
    if rule.publication == "none":
        return "nowhere"
    links = sorted({one.link for one in figures} - {""})
    if not links:
        return "not known"
    return " ".join(links) if len(links) <= LINKS else "where each was read"


def on(day: datetime.date) -> str:
    """A day in words."""
    return written_date(day.isoformat())


def counted(count: int) -> str:
    """So many figures.

    >>> counted(0), counted(1)
    ('no figure', '1 figure')
    """
    if not count:
        return "no figure"
    return "1 figure" if count == 1 else f"{count:,} figures"


def ago(days: int) -> str:
    """How long a day is past, or still to come.

    >>> ago(1), ago(-31), ago(0)
    ('1 day ago', '31 days to go', 'that day')
    """
    if not days:
        return "that day"
    return f"{abs(days):,} {'day' if abs(days) == 1 else 'days'} {'ago' if days > 0 else 'to go'}"


def told(day: datetime.date, within: int | None) -> str:
    """What is out of date on a day, and what expires within so many days of it."""
    late = renewal.out_of_date(day)
    lines = [f"Out of date on {on(day)}: {counted(len(late))}.", *_listed(late)]
    if within is not None:
        soon = renewal.expiring(day, within)
        lines += ["", f"To expire on that day or within {within} days: {counted(len(soon))}."]
        lines += _listed(soon)
    return "\n".join(lines)


def _listed(found: Sequence[OutOfDate]) -> list[str]:
    lines = []
    for last in dict.fromkeys(one.last_day for one in found):
        of_day = [one for one in found if one.last_day == last]
        lines += ["", f"{on(last)} ({ago(of_day[0].days)})"]
        for rule, figures in by_rule(one.figure for one in of_day):
            lines.append(f"  {rule.label}: {names(figures).replace('`', '')}")
            lines.append(f"    next: {rule.publisher}: {rule.publication}")
            lines.append(f"    when: {rule.about}; where: {where(rule, figures)}")
    return lines


def _row(rule: Renewal, figures: Sequence[DatedFigure]) -> str:
    label = f"{rule.label}. {rule.note}" if rule.note else rule.label
    place = where(rule, figures)
    cells = (label, names(figures), rule.publisher, rule.publication, rule.about, place)
    return f"| {' | '.join(cells)} |\n"


def _state_row(code: str, name: str) -> str:
    """A state's figures that end, how many stand in, and where its rates, else the first, stand."""
    figures = [
        one
        for one in renewal.dated_figures().values()
        if one.key.startswith(f"{STATES}{code}.") and one.last_day is not None
    ]
    standing = sum(one.stands_in for one in figures)
    first = next((one for one in figures if one.key.endswith(".income_tax_rate")), figures[0])
    return f"| {name} | {len(figures)} | {standing or ''} | {first.link} |\n"


def _lasting_row(rule: Renewal, figures: Sequence[DatedFigure]) -> str:
    label = f"{rule.label}. {rule.note}" if rule.note else rule.label
    cells = (label, str(len(figures)), rule.ends, rule.publisher, where(rule, figures))
    return f"| {' | '.join(cells)} |\n"


def asked(arguments: Sequence[str]) -> tuple[datetime.date, int | None]:
    """The day, and the days after it, that somebody typed; `ValueError` says what to type."""
    if len(arguments) > MOST_ARGUMENTS:
        raise ValueError(TOO_MUCH)
    said = arguments[0]
    try:
        day = datetime.date.fromisoformat(said)
    except ValueError:
        raise ValueError(NOT_A_DAY.format(said=said)) from None
    if len(arguments) == 1:
        return day, None
    said = arguments[1]
    if not (said.isascii() and said.isdigit() and int(said) <= MOST_DAYS):
        raise ValueError(NOT_A_NUMBER.format(said=said, most=MOST_DAYS))
    return day, int(said)


def main(arguments: Sequence[str]) -> int:
    """Write the page, or print the list of a day; 2 where what was typed is not one."""
    if not arguments:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    try:
        day, within = asked(arguments)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{told(day, within)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
