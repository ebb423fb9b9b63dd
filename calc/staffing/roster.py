"""A roster from a table: each row checked, bad ones listed by row and column, the rest kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError

from calc.scenario.clinic import MOST_POSTS
from calc.scenario.clinic_parts import MixRow
from calc.scenario.pay import PAYS
from calc.scenario.posts import Post
from calc.scenario.reading import problems_of
from calc.staffing.roster_cells import Cells, RowProblem, text_of
from calc.staffing.roster_columns import BY_HEADING, COLUMNS, MOST_COLUMNS, Column, PayWord


@dataclass(frozen=True, slots=True)
class Roster:
    """The posts that could be read, in order, and everything that could not."""

    posts: tuple[Post, ...]
    problems: tuple[RowProblem, ...]


def read_roster(rows: Sequence[Sequence[object]], mix: Sequence[MixRow] = ()) -> Roster:
    """Posts from the rows of a table, the first of them its headings.

    Sessions with a fee, minutes or no-shows of their own and no payer are those of the clinic's
    `mix` of payers with these in place of its own; without a mix the payer is asked for.

    Cells are texts or numbers, as a table on screen, a CSV file or a spreadsheet gives them. A row
    with anything wrong in it is listed and left out; a second post of the same label, or a column
    we do not know, is listed and the row kept. Rows past the most a clinic holds are listed once.
    """
    stated = [place for place, row in enumerate(rows) if any(map(text_of, row))]
    if not stated:
        return Roster((), (RowProblem("empty_roster", 0),))
    headings, problems = _headings([text_of(cell) for cell in rows[0][:MOST_COLUMNS]])
    if any(problem.kind == "missing_column" for problem in problems):
        return Roster((), tuple(problems))
    if any(any(map(text_of, rows[place][MOST_COLUMNS:])) for place in stated):
        problems.append(RowProblem("too_many_columns", 0, bound=MOST_COLUMNS))
    stated = stated[1:]
    if not stated:
        return Roster((), (*problems, RowProblem("empty_roster", 0)))
    if len(stated) > MOST_POSTS:
        row = stated[MOST_POSTS] + 1
        problems.append(RowProblem("too_many_rows", row, value=len(stated), bound=MOST_POSTS))
    posts: list[Post] = []
    seen: set[str] = set()
    for place in stated[:MOST_POSTS]:
        cells = [text_of(cell) for cell in rows[place][:MOST_COLUMNS]]
        if any(cells[len(headings) :]):
            problems.append(RowProblem("too_many_cells", place + 1))
            continue
        data = dict(zip(headings, cells, strict=False))
        post, found = _post(place + 1, {name: cell for name, cell in data.items() if name}, mix)
        problems.extend(found)
        if post is not None:
            if post.label in seen:
                problems.append(RowProblem("label_twice", place + 1, "Label", post.label))
            seen.add(post.label)
            posts.append(post)
    return Roster(tuple(posts), tuple(problems))


def _headings(row: Sequence[str]) -> tuple[list[str], list[RowProblem]]:
    """The heading of each column as we know it, empty for one we do not."""
    found: list[str] = []
    problems: list[RowProblem] = []
    for text in row:
        column = BY_HEADING.get(text.casefold())
        if column is None:
            if text:
                problems.append(RowProblem("unknown_column", 1, text))
            found.append("")
        elif column.heading in found:
            problems.append(RowProblem("column_twice", 1, column.heading))
            found.append("")
        else:
            found.append(column.heading)
    missing = [
        column.heading for column in COLUMNS if column.needed and column.heading not in found
    ]
    problems.extend(RowProblem("missing_column", 1, heading) for heading in missing)
    return found, problems


def _post(
    row: int, cells: Mapping[str, str], mix: Sequence[MixRow]
) -> tuple[Post | None, list[RowProblem]]:
    """The post of a row; None where anything in it is wrong."""
    read = Cells(row, cells, [])
    if read.has_no_values():
        return None, read.problems
    for heading in ("Label", "Sessions a week"):
        if not cells.get(heading):
            read.wrong("empty_cell", heading)
    work = _work(read)
    licence = read.word("Licence", "licensed")
    data: dict[str, Any] = {"label": cells.get("Label", ""), "licence": licence}
    columns: dict[str, str] = {"label": "Label"}
    for column in COLUMNS:
        reader = read.percent if column.percent else read.number
        value = reader(column.heading) if column.path else None
        if value is not None:
            _put(data, work, column, value)
            columns[column.path] = column.heading
    if data.get("benefits_cost_per_year") is not None:
        data["benefits_cost_share"] = 0.0
    data |= _sessions(read, work, columns, mix)
    if read.problems:
        return None, read.problems
    return _validated(read, {**data, "work": work}, columns)


def _put(data: dict[str, Any], work: dict[str, Any], column: Column, value: float) -> None:
    """A number into the field of its column; a month is a whole number."""
    stem, _, name = column.path.rpartition(".")
    if column.path == "start_month" and value.is_integer():
        data[name] = int(value)
    elif stem:
        work["time"][name] = value
    else:
        data[name] = value


def _work(read: Cells) -> dict[str, Any]:
    """The arrangement and the pay of a row."""
    arrangement = read.word("Arrangement", "")
    if not read.cells.get("Arrangement"):
        read.wrong("empty_cell", "Arrangement", BY_HEADING["arrangement"].words)
    work: dict[str, Any] = {"time": {}, "session_kinds": []}
    if arrangement in ("owner", ""):
        for column in ("Pay form", "Pay"):
            if arrangement and read.cells.get(column):
                read.wrong("pay_does_not_fit", column, ("empty",))
        return work | {"kind": "own_practice"}
    form = read.word("Pay form", "")
    allowed = ("per session", "split") if arrangement == "contractor" else get_args(PayWord)
    amount = read.percent("Pay") if form == "split" else read.number("Pay")
    if not read.cells.get("Pay form"):
        read.wrong("empty_cell", "Pay form", allowed)
    elif form and form not in allowed:
        read.wrong("pay_does_not_fit", "Pay form", allowed)
    if not read.cells.get("Pay"):
        read.wrong("empty_cell", "Pay")
    pays: dict[str, dict[str, Any]] = {
        "salary": {"kind": "salary", "salary_per_year": amount},
        "hourly": {"kind": "hourly", "rate_per_hour": amount},
        "per session": {"kind": "per_session", "rates_per_session": [amount]},
        "split": {"kind": "split", "share": amount},
    }
    return work | {"kind": arrangement, "pay": pays.get(form)}


STATED = {
    "fee_per_session": "Fee",
    "minutes_per_session": "Minutes",
    "notes_minutes_per_session": "Notes minutes",
    "missed_share": "No-shows %",
}


def _sessions(
    read: Cells, work: dict[str, Any], columns: dict[str, str], mix: Sequence[MixRow]
) -> dict[str, Any]:
    """Sessions of a row: at the clinic's mix, or of the payer it states."""
    booked = read.number("Sessions a week")
    payer = read.cells.get("Payer", "").casefold()
    if payer not in ("", "private", "insurer"):
        read.wrong("unknown_word", "Payer", ("private", "insurer"))
    found = {
        name: read.percent(heading) if name == "missed_share" else read.number(heading)
        for name, heading in STATED.items()
    }
    stated = {name: value for name, value in found.items() if value is not None}
    if not payer and stated and not mix:
        # Else a fee would be dropped without a word: the mix has its own.
        read.wrong("empty_cell", "Payer", ("private", "insurer"))
    if not payer and not (stated and mix):
        columns["mix_sessions_per_week"] = "Sessions a week"
        return {} if booked is None else {"mix_sessions_per_week": booked}
    kinds = (
        [(1.0, {"payer": payer})] if payer else _of_mix(mix, of_first="fee_per_session" in stated)
    )
    work["session_kinds"] = [
        {**kind, **stated, **({} if booked is None else {"booked_per_week": booked * part})}
        for part, kind in kinds
    ]
    for place in range(len(kinds)):
        columns[f"work.session_kinds.{place}.booked_per_week"] = "Sessions a week"
        for name, heading in STATED.items():
            columns[f"work.session_kinds.{place}.{name}"] = heading
    return {}


def _of_mix(mix: Sequence[MixRow], of_first: bool) -> list[tuple[float, dict[str, Any]]]:
    """The kinds of session of a mix and their parts; one fee is the fee of the first alone."""
    rows = mix[:1] if of_first else mix
    parts = [float(row.share) for row in rows]
    whole = sum(parts)
    return [
        (
            part / whole if whole else 1.0 / len(rows),
            {"payer": row.sessions.payer, **row.sessions.model_dump(exclude_unset=True)},
        )
        for part, row in zip(parts, rows, strict=True)
    ]


def _validated(
    read: Cells, data: dict[str, Any], columns: Mapping[str, str]
) -> tuple[Post | None, list[RowProblem]]:
    """The post by the clinic's own rules; what they refuse is named by its column."""
    headed = (f"work.pay.{form.headline}" for form in PAYS.values())
    pay = {path: "Pay" for stem in headed for path in (stem, f"{stem}.0")}
    try:
        return Post.model_validate(data), []
    except ValidationError as error:
        found = []
        for problem in problems_of(error, Post):
            heading = {**columns, **pay}.get(problem.path, problem.path)
            value = read.cells.get(heading, problem.value)
            found.append(RowProblem("refused", read.row, heading, value, problem.bound, problem))
        return None, found
