"""Pay as people write it: "$31/hr", "58 %", "68k", and the form of pay that its unit tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from calc.number import MONTHS_PER_YEAR
from calc.staffing.roster_meaning import (
    PERCENT_SIGN,
    WRITTEN_SIGN,
    Asking,
    DoubtError,
    chosen,
    percent,
    plausible,
)
from calc.staffing.roster_numbers import THOUSAND, Typed, typed
from calc.staffing.roster_words import word

PLAIN_SALARY = 15_000.0  # from here on a bare amount of an employee is a year's
FORMS: Mapping[str, re.Pattern[str]] = {
    "salary": re.compile(
        r"(?:(?:/|per|a)?\s*(?:year|yr|annum)|annual(?:ly)?|yearly|p\.?a\.?|salary)\.?"
    ),
    "monthly": re.compile(r"(?:(?:/|per|a)\s*(?:month|mo|mth)|monthly)\.?"),
    "hourly": re.compile(r"(?:(?:/|per|an?)?\s*(?:hour|hr|h)|hourly)\.?"),
    "per session": re.compile(
        r"(?:/|per|a)?\s*(?:sessions?|sess|clients?|client hour|visit|appt)\.?"
    ),
    "split": PERCENT_SIGN,
}
ARRANGED = re.compile(r"\b(?:w-?2|1099)\b")


@dataclass(frozen=True, slots=True)
class PayRead:
    """What a pay cell comes to: the form of pay, its amount, and an arrangement stated in it."""

    form: str
    amount: float
    arrangement: str = ""


def pay(asking: Asking, row: int, text: str, form: str, arrangement: str) -> PayRead | None:
    """The pay of a post from its cell, the form of pay stated elsewhere, and the arrangement.

    The unit in the cell decides the form; an hour may be one worked or one with a client, so it is
    asked. None where the text is no pay at all.
    """
    stated = ARRANGED.search(text.casefold())
    said = ARRANGED.sub("", text.casefold()).strip(" ,;()") if stated else text
    arranged = word("Arrangement", stated[0]) or "" if stated else ""
    found = typed(said)
    unit = _unit(found.unit) if found is not None and found.values else None
    if found is None or unit is None:
        return None
    if form and form not in FORMS:
        return PayRead(form, found.values[0], arranged)  # the cell of the form is told
    contractor = (arrangement or arranged) == "contractor"
    if unit == "monthly":
        return _monthly(asking, row, text, found, arranged)
    if unit == "hourly" and form != "hourly":
        return _an_hour(asking, row, text, found, contractor, arranged)
    if unit and form and unit != form:
        if not any(plausible(unit, value) for value in found.values):
            return None
        if not asking.sure(row, "Pay", text, found.values[0], "form", unit):
            raise DoubtError
        return PayRead(unit, chosen(asking, row, "Pay", text, found, unit), arranged)
    meant = unit or form
    if meant == "split":
        return PayRead(meant, percent(asking, row, "Pay", text, found, "split"), arranged)
    if meant:
        return PayRead(meant, _amount(asking, row, text, found, meant), arranged)
    return PayRead(*_without_form(asking, row, text, found, contractor), arranged)


def is_of_pay(text: str) -> bool:
    """Whether a cell is of pay and of no fee: a percent, an amount an hour or a year.

    >>> is_of_pay("58 %"), is_of_pay("$31/hr"), is_of_pay("$150")
    (True, True, False)
    """
    found = typed(text)
    if found is None or not found.values:
        return False
    return _unit(found.unit) in ("split", "hourly", "salary")


def _unit(beside: str) -> str | None:
    """The form of pay that stands beside the digits, empty where nothing does; None if unknown."""
    if beside in ("", WRITTEN_SIGN):
        return "split" if beside else ""
    return next((name for name, known in FORMS.items() if known.fullmatch(beside)), None)


def _amount(asking: Asking, row: int, text: str, found: Typed, form: str) -> float:
    """An amount of a stated form; a salary of 68 may be short for 68,000, so it is asked."""
    value = found.values[0]
    short = form == "salary" and len(found.values) == 1 and not plausible(form, value)
    if short and plausible(form, value * THOUSAND):
        if asking.sure(row, "Pay", text, value * THOUSAND, "thousands", form):
            return value * THOUSAND
        raise DoubtError
    return chosen(asking, row, "Pay", text, found, form)


def _monthly(asking: Asking, row: int, text: str, found: Typed, arranged: str) -> PayRead:
    """Pay by the month, as a year's salary once that is confirmed."""
    for value in found.values:
        yearly = value * MONTHS_PER_YEAR
        if plausible("salary", yearly) and asking.sure(
            row, "Pay", text, yearly, "monthly", "salary"
        ):
            return PayRead("salary", yearly, arranged)
    raise DoubtError


def _an_hour(
    asking: Asking, row: int, text: str, found: Typed, contractor: bool, arranged: str
) -> PayRead:
    """Pay by the hour: of each hour worked, or of each session held; a contractor's is the last."""
    form, otherwise = ("per session", "") if contractor else ("hourly", "per session")
    value = chosen(asking, row, "Pay", text, found, form)
    answer = asking.sure(row, "Pay", text, value, "form", form, otherwise)
    if answer is None or not (answer or otherwise):
        raise DoubtError
    return PayRead(form if answer else otherwise, value, arranged)


def _without_form(
    asking: Asking, row: int, text: str, found: Typed, contractor: bool
) -> tuple[str, float]:
    """The form of a bare amount: a salary if it is as large as one and surely so, else asked."""
    first = found.values[0]
    sure = first >= PLAIN_SALARY and not (contractor or found.about)
    if sure and (len(found.values) == 1 or not asking.comma):
        return "salary", chosen(asking, row, "Pay", text, found, "salary")
    forms = ("per session", "split") if contractor else ("salary", "hourly", "per session")
    for form in forms:
        for value in (one for one in found.values if plausible(form, one)):
            answer = asking.sure(row, "Pay", text, value, "form", form)
            if answer:
                return form, value
            if answer is None:
                raise DoubtError
    raise DoubtError
