"""A cell of the editable roster as it was typed: the number it means, or the text that is none."""

from __future__ import annotations

from collections.abc import Mapping

from calc.staffing.roster_meaning import BESIDE, PERCENT_SIGN, plausible
from calc.staffing.roster_numbers import Typed, typed
from calc.staffing.roster_pay import FORMS
from calc.staffing.roster_sheet import Cell, Column


def number_in(column: Column, text: str, row: Mapping[str, Cell]) -> float | str | None:
    """The one number that a text means in a column of a row; the text where it is none or two.

    A comma may part thousands or decimals: "1,200" is read as what makes sense there, and where
    both or neither do, it is left as a text, which is asked about. None for an empty text.

    >>> from calc.staffing.roster_sheet import BY_NAME
    >>> number_in(BY_NAME["pay"], "62,000", {"paid": "salary"})
    62000.0
    >>> number_in(BY_NAME["booked"], "24,5", {}), number_in(BY_NAME["booked"], "1,2,3", {})
    (24.5, '1,2,3')
    """
    if not text.strip():
        return None
    found = typed(text)
    kind = str(row.get("paid") or "salary").replace("_", " ") if column.unit == "pay" else ""
    if found is None or found.about or not _fits(column, kind, found):
        return text
    if len(found.values) == 1:
        return found.values[0]
    sensible = [value for value in found.values if plausible(kind or column.title, value)]
    return sensible[0] if len(sensible) == 1 else text


def _fits(column: Column, kind: str, found: Typed) -> bool:
    """Whether what stands beside the digits, if anything, is a unit of the column."""
    if not found.unit:
        return bool(found.values)
    if kind:
        return FORMS[kind].fullmatch(found.unit) is not None
    beside = PERCENT_SIGN if column.unit == "share" else BESIDE[column.title]
    return beside.fullmatch(found.unit) is not None
