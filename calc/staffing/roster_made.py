"""The rows of a spreadsheet in the words and numbers of the template, and what is in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from calc.staffing.roster import STATED
from calc.staffing.roster_cells import ERROR, RowProblem, RowProblemKind
from calc.staffing.roster_columns import BY_HEADING
from calc.staffing.roster_meaning import Asking, DoubtError, meant_word, number, share
from calc.staffing.roster_numbers import is_day, is_nothing
from calc.staffing.roster_pay import pay
from calc.staffing.roster_table import Table
from calc.staffing.roster_words import WORDS, licence_in, word

NEEDED = ("Label", "Sessions a week", "Pay")
OFFERED = {"Arrangement": "employee", "Licence": "licensed", "Payer": "insurer"}


class Made:
    """The rows of a table in the words and numbers of the template."""

    def __init__(
        self, table: Table, used: Mapping[str, int], asking: Asking, has_mix: bool
    ) -> None:
        self._table, self._used, self._asking, self._has_mix = table, used, asking, has_mix
        self._counts: dict[str, Counter[str]] = {}
        self.rows: list[dict[str, str]] = []
        self.problems: list[RowProblem] = []
        self.numbers = {0: 0, 1: table.heading_row}
        self._written: dict[int, dict[str, str]] = {}
        for place, cells in zip(table.numbers, table.rows, strict=True):
            row = self._row(place, {ours: cells[at] for ours, at in used.items()})
            if row is not None:
                self.rows.append(row)
                self.numbers[len(self.rows) + 1] = place
                self._written[place] = {ours: cells[at] for ours, at in used.items()}

    def as_written(self, problem: RowProblem) -> RowProblem:
        """What is wrong with a row we made, at its place in the file and as the file has it."""
        place = self.numbers[problem.row]
        theirs = self._written.get(place, {}).get(problem.column)
        value = theirs if theirs and isinstance(problem.value, str) else problem.value
        return replace(problem, row=place, value=value)

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
        owner = word("Arrangement", stated or "") == "owner"
        if owner and ("Arrangement" in cells or not cells["Pay"]):
            self._owner(made, place, cells)
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

    def _owner(self, made: dict[str, str], place: int, cells: Mapping[str, str]) -> None:
        """An owner earns what the clinic leaves: what is stated of pay is told, and not used."""
        made["Arrangement"] = "owner"
        made.pop("Pay form", None)
        for ours in ("Pay form", "Pay"):
            if cells.get(ours):
                self.problems.append(RowProblem("owners_pay", place, ours, cells[ours]))

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
