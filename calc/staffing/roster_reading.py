"""A spreadsheet as a roster: its columns mapped, its cells understood, and what must be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from calc.scenario.clinic import MOST_POSTS
from calc.scenario.clinic_parts import MixRow
from calc.scenario.posts import Post
from calc.staffing.roster import Roster, read_roster
from calc.staffing.roster_cells import KEPT_ALL_THE_SAME, RowProblem
from calc.staffing.roster_columns import COLUMNS, MOST_COLUMNS
from calc.staffing.roster_headings import NOT_USED, Guess, guesses, normal
from calc.staffing.roster_made import NEEDED, Made
from calc.staffing.roster_meaning import Asking, Question
from calc.staffing.roster_part_time import at_full_time, first_part_time, is_settled
from calc.staffing.roster_table import Table, table_of

SAMPLES = 3
HEADINGS = tuple(column.heading for column in COLUMNS)


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
    def left_out(self) -> tuple[int, ...]:
        """Rows that are no posts for what stands in them; those that wait for an answer are not."""
        waiting = {row for one in self.unanswered for row in one.rows}
        told = {one.row for one in self.roster.problems if one.kind not in KEPT_ALL_THE_SAME}
        return tuple(sorted(told - waiting - {0}))

    @property
    def people(self) -> int:
        """Rows that should be posts, read or not."""
        return self.table.count + len(self.table.longer)

    def place_of(self, ours: str) -> int | None:
        """Which of their columns is one of ours; None where none is."""
        return next((one.place for one in self.columns if ours and one.ours == ours), None)

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
        made = Made(table, used, asking, bool(mix))
        stated = made.rows if full_time or settled else map(at_full_time, made.rows)
        cells = [tuple(row.get(heading, "") for heading in HEADINGS) for row in stated]
        found = read_roster([HEADINGS, *cells], mix)
        posts = found.posts
        problems += made.problems
        if made.rows:
            problems += [made.as_written(one) for one in found.problems]
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
