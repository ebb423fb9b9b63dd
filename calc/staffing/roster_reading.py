"""A spreadsheet as a roster: its columns mapped, its cells understood, and what must be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from calc.scenario.clinic import MOST_POSTS
from calc.scenario.clinic_parts import MixRow
from calc.scenario.posts import Post
from calc.staffing.roster import STATED, Roster, read_roster
from calc.staffing.roster_cells import ERROR, RowProblem, RowProblemKind
from calc.staffing.roster_columns import BY_HEADING, COLUMNS, MOST_COLUMNS
from calc.staffing.roster_headings import NOT_USED, Guess, guesses, normal
from calc.staffing.roster_meaning import Asking, DoubtError, Question, meant_word, number, share
from calc.staffing.roster_numbers import is_day, is_nothing
from calc.staffing.roster_part_time import at_full_time, first_part_time, is_settled
from calc.staffing.roster_pay import pay
from calc.staffing.roster_table import Table, table_of
from calc.staffing.roster_words import WORDS, licence_in, word

NEEDED = ("Label", "Sessions a week", "Pay")
SAMPLES = 3
HEADINGS = tuple(column.heading for column in COLUMNS)
OFFERED = {"Arrangement": "employee", "Licence": "licensed", "Payer": "insurer"}


@dataclass(frozen=True, slots=True)
class TheirColumn:
    """A column of the file: heading, three of its values, ours (empty: not used), how it was read.

    `choices` are those of ours it fits where it fits several: the reader chooses. `read` counts
    what its cells came to, most frequent first.
    """

    place: int
    heading: str
    samples: tuple[str, ...]
    ours: str
    choices: tuple[str, ...] = ()
    read: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> str:
        """What the choice for this heading is kept under."""
        return normal(self.heading)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one sheet comes to: the table found, its columns, its questions and its posts.

    `part_time` is the place of the first post of less than full time, where it has to be said what
    its figures are; None where there is none, or the headings are the template's.
    """

    table: Table
    columns: tuple[TheirColumn, ...]
    questions: tuple[Question, ...]
    roster: Roster
    answers: Mapping[str, bool]
    part_time: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Columns that are needed and that none of theirs is yet."""
        mapped = {column.ours for column in self.columns}
        return tuple(name for name in NEEDED if name not in mapped)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """Questions without an answer."""
        return tuple(one for one in self.questions if one.key not in self.answers)

    @property
    def to_choose(self) -> tuple[TheirColumn, ...]:
        """Columns that fit several of ours and were not decided."""
        return tuple(column for column in self.columns if column.choices)

    @property
    def ready(self) -> bool:
        """Whether there are posts and nothing is left to be asked."""
        return bool(self.roster.posts) and not (self.missing or self.unanswered or self.to_choose)

    @property
    def mapping(self) -> dict[str, str]:
        """What each heading of theirs is, to be kept for next time; none without headings."""
        if not self.table.found:
            return {}
        return {column.key: column.ours for column in self.columns if column.heading and column.key}


def reading(
    rows: Sequence[Sequence[object]],
    mapping: Mapping[int, str] | None = None,
    answers: Mapping[str, bool] | None = None,
    kept: Mapping[str, str] | None = None,
    mix: Sequence[MixRow] = (),
    full_time: bool = False,
) -> Reading:
    """What the rows of a sheet come to as a roster.

    `mapping` is what the reader chose for a column by its place, `answers` what was answered to
    questions by their keys, `kept` what headings were another time. More rows than a clinic has
    posts are not read at all. Rows with an open doubt are not among the posts.

    Sessions, hours a week and a salary beside a full-time share are what each works and gets now,
    or with `full_time` what full time would be. Under the template's headings they are the latter.
    """
    table = table_of(rows, kept)
    columns = _columns(table, mapping or {}, kept or {})
    used = {column.ours: column.place for column in columns if column.ours}
    settled = is_settled({column.ours: column.heading for column in columns if column.ours})
    asking = Asking(answers or {}, comma=used.get("Pay") in table.commas)
    problems: list[RowProblem] = []
    if table.too_wide:
        problems.append(RowProblem("too_many_columns", 0, bound=MOST_COLUMNS))
    problems += [RowProblem("too_many_cells", row) for row in table.longer]
    posts: tuple[Post, ...] = ()
    if not (table.rows or table.longer):
        problems.append(RowProblem("empty_roster", 0))
    elif table.count > MOST_POSTS:
        problems.append(RowProblem("too_many_posts", 0, value=table.count, bound=MOST_POSTS))
    elif lacking := [name for name in NEEDED if name not in used]:
        problems += [RowProblem("missing_column", 0, name) for name in lacking]
    else:
        made = _Rows(table, used, asking, bool(mix))
        stated = made.rows if full_time or settled else map(at_full_time, made.rows)
        cells = [tuple(row.get(heading, "") for heading in HEADINGS) for row in stated]
        found = read_roster([HEADINGS, *cells], mix)
        posts = found.posts
        problems += made.problems
        if made.rows:
            problems += [replace(one, row=made.numbers[one.row]) for one in found.problems]
        columns = tuple(replace(c, read=made.counted(c.ours)) if c.ours else c for c in columns)
    problems.sort(key=lambda one: one.row)
    questions = tuple(asking.questions.values())
    roster = Roster(posts, tuple(problems))
    part_time = None if settled else first_part_time(posts)
    return Reading(table, columns, questions, roster, answers or {}, part_time)


def _columns(
    table: Table, mapping: Mapping[int, str], kept: Mapping[str, str]
) -> tuple[TheirColumn, ...]:
    """Every column that has anything in it, as the reader chose or as it is guessed."""
    rows = table.rows[:MOST_POSTS]
    cells = [[row[place] for row in rows] for place in range(len(table.headings))]
    guessed = guesses(table.headings, cells, kept)
    chosen = set(mapping.values())
    found = []
    for place, heading in enumerate(table.headings):
        samples = tuple(dict.fromkeys(cell for cell in cells[place] if cell))[:SAMPLES]
        guess = guessed[place]
        if place in mapping:
            guess = Guess(mapping[place])
        elif guess.ours in chosen:
            guess = Guess()
        elif guess.choices:
            guess = Guess(NOT_USED, tuple(one for one in guess.choices if one not in chosen))
        if heading or samples:
            found.append(TheirColumn(place, heading, samples, guess.ours, guess.choices))
    return tuple(found)


class _Rows:
    """The rows of a table in the words and numbers of the template."""

    def __init__(
        self, table: Table, used: Mapping[str, int], asking: Asking, has_mix: bool
    ) -> None:
        self._table, self._used, self._asking, self._has_mix = table, used, asking, has_mix
        self._counts: dict[str, Counter[str]] = {}
        self.rows: list[dict[str, str]] = []
        self.problems: list[RowProblem] = []
        self.numbers = {0: 0, 1: table.heading_row}
        for place, cells in zip(table.numbers, table.rows, strict=True):
            row = self._row(place, {ours: cells[at] for ours, at in used.items()})
            if row is not None:
                self.rows.append(row)
                self.numbers[len(self.rows) + 1] = place

    def counted(self, ours: str) -> tuple[tuple[str, int], ...]:
        """What the cells of one of our columns came to, most frequent first."""
        return tuple(self._counts.get(ours, Counter()).most_common())

    def _row(self, place: int, cells: dict[str, str]) -> dict[str, str] | None:
        """One row; None where it has an open doubt or a cell that is no value."""
        if not self._holds_values(place, cells):
            return None
        made = {"Label": cells["Label"]}
        sure = True
        for ours in WORDS:
            sure &= self._into(made, place, ours, cells)
        stated = made.get("Arrangement") if "Arrangement" in cells else made["Label"]
        if word("Arrangement", stated or "") == "owner" and not cells["Pay"]:
            made["Arrangement"] = "owner"
        else:
            sure &= self._pay(made, place, cells)
        for ours in cells:
            if ours not in ("Label", "Pay", *WORDS):
                sure &= self._into(made, place, ours, cells)
        own = any(made.get(heading) for heading in STATED.values())
        if own and not self._has_mix and not made.get("Payer"):
            made["Payer"] = "private"
        for ours in made.keys() & self._used.keys():
            self._counts.setdefault(ours, Counter())[made[ours]] += 1
        return made if sure else None

    def _holds_values(self, place: int, cells: dict[str, str]) -> bool:
        """Empties cells that say they have no value; false where one has a formula or an error."""
        for ours, text in cells.items():
            kind: RowProblemKind = "formula" if text.startswith("=") else "error_value"
            if is_nothing(text):
                if ours not in NEEDED:
                    self.problems.append(RowProblem("read_as_empty", place, ours, text))
                cells[ours] = ""
            elif kind == "formula" or ERROR.fullmatch(text):
                self.problems.append(RowProblem(kind, place, ours, text))
                return False
        return True

    def _into(self, made: dict[str, str], place: int, ours: str, cells: Mapping[str, str]) -> bool:
        """Puts what a cell means into the row; whether it is sure."""
        text = cells.get(ours, "")
        if not text:
            return True
        try:
            if ours in WORDS:
                made[ours] = meant_word(self._asking, place, ours, text, OFFERED.get(ours, ""))
                if licence := licence_in(ours, text):
                    made["Licence"] = licence  # until a column of licences says otherwise
                return True
            if BY_HEADING[ours.casefold()].percent:
                theirs = self._table.headings[self._used[ours]]
                value = share(self._asking, place, ours, text, theirs)
            else:
                value = number(self._asking, place, ours, text)
        except DoubtError:
            return self._doubt(place, ours, text)
        if value is None:
            return self._no_number(place, ours, text)
        made[ours] = _written(value, BY_HEADING[ours.casefold()].percent)
        return True

    def _pay(self, made: dict[str, str], place: int, cells: Mapping[str, str]) -> bool:
        """Puts pay, its form and the arrangement into the row; whether all are sure."""
        text, arrangement = cells["Pay"], made.get("Arrangement", "")
        if text:
            try:
                found = pay(self._asking, place, text, made.get("Pay form", ""), arrangement)
            except DoubtError:
                return self._doubt(place, "Pay", text)
            if found is None:
                return self._no_number(place, "Pay", text)
            if found.arrangement and arrangement not in ("", found.arrangement):
                return self._doubt(place, "Pay", text)
            made["Pay form"] = found.form
            made["Pay"] = _written(found.amount, found.form == "split")
            arrangement = arrangement or found.arrangement
        elif not made.get("Pay form"):
            made["Pay form"] = "salary"  # so that the empty cell of pay is told, not this one
        if "Arrangement" not in self._used:
            arrangement = arrangement or "employee"
        made["Arrangement"] = arrangement
        return True

    def _doubt(self, place: int, ours: str, text: str) -> bool:
        self.problems.append(RowProblem("in_doubt", place, ours, text))
        return False

    def _no_number(self, place: int, ours: str, text: str) -> bool:
        self.problems.append(
            RowProblem("a_day" if is_day(text) else "not_a_number", place, ours, text)
        )
        return False


def _written(value: float, percent: bool) -> str:
    """A value as the template takes it: in full, with a sign where it is a percent."""
    return f"{value:.6f}%" if percent else f"{value:.6f}"
