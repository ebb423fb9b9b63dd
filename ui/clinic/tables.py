"""Tables of staffing plans: side by side, what differs, and the roster with what it brings."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from pydantic.fields import FieldInfo

from calc.parameters import work_cost_names
from calc.scenario.clinic import Clinic
from calc.scenario.fields import Inputs, unit_of, words_of
from calc.scenario.walk import field_at
from calc.staffing import ClinicResult, Compared, turnover_of
from calc.staffing.plans import LETTERS
from ui.clinic import words
from ui.telling import numbers
from ui.telling.numbers import shown_parts
from ui.telling.tables import Cell, Table
from ui.telling.words import amount, cost_kind, escape

NONE = "none"
SHORT = {"Administration": "Admin\u00adistration"}  # it may break, so that a phone has room
NOT_THERE = "not there"
NAMES = {
    "mix_sessions_per_week": "Sessions a week",
    "rates_per_session": "Rate per session",
}
OF_FULL_TIME = ("mix_sessions_per_week", "booked_per_week")  # what is booked of a part is less
Written = Callable[[ClinicResult], str]


def side_by_side(found: Compared, only: Sequence[str] = ()) -> Table:
    """The measures of every plan, a column for each; of some names only, where they are named."""
    floor = bool(float(found.results[0].clinic.limits.wage_floor_per_hour))
    measures = [row for row in MEASURES if not only or row[0] in only]
    rows = [
        row
        for row in measures
        if (row != BELOW_FLOOR or floor) and any(row[1](result) for result in found.results)
    ]
    heads = ("Measure", *(words.plan_name(place) for place in range(len(found.results))))
    return Table(
        heads,
        [(title, *(written(result) or "–" for result in found.results)) for title, written in rows],
    )


def _money(value: float, result: ClinicResult, cents: bool | None = False) -> str:
    return escape(numbers.money(value, result.clinic.currency, cents))


def _counted(kind: str) -> Written:
    def written(result: ClinicResult) -> str:
        found = len(words.marked(result, kind))
        return f"{found} of {len(result.posts)}" if found else NONE

    return written


def _wait(result: ClinicResult) -> str:
    if result.access is None:
        return ""
    weeks = result.access.weeks_to_wait
    return f"{numbers.number(weeks, 1)} weeks" if math.isfinite(weeks) else "no end"


def _leaving(result: ClinicResult) -> str:
    found = turnover_of(result)
    return f"{numbers.number(found.departures, 1)} of {len(found.posts)}" if found.posts else ""


BELOW_FLOOR: tuple[str, Written] = ("Below the floor", _counted("below_wage_floor"))
MEASURES: tuple[tuple[str, Written], ...] = (
    ("Margin a year", lambda r: _money(float(r.margin.amount), r)),
    ("Margin, share", lambda r: numbers.percent(r.margin_share)),
    ("Lowest wage", lambda r: _money(words.lowest_wage(r.posts), r, True)),
    (words.EXHAUSTED, lambda r: numbers.number(words.most_exhausted(r.posts))),
    BELOW_FLOOR,
    ("Above the ceiling", _counted("over_load_ceiling")),
    ("Below minimum wage", _counted("below_minimum_wage")),
    ("Sessions a week", lambda r: numbers.number(words.sessions(r))),
    ("Hours with clients", lambda r: numbers.percent(r.utilisation)),
    ("Clients served", lambda r: numbers.number(r.access.served) if r.access else ""),
    ("Wait for a place", _wait),
    ("Rooms used", lambda r: numbers.percent(r.rooms.share) if r.rooms else ""),
    ("Expected to leave", _leaving),
)
FIRST = ("Margin a year", "Lowest wage", words.EXHAUSTED, BELOW_FLOOR[0], "Sessions a week")


def what_differs(found: Compared) -> Table:
    """Every field in which a plan differs from A, with its value in each."""
    clinics = [result.clinic for result in found.results]
    by_plan: list[Mapping[str, Any]] = [
        {difference.path: difference.after for difference in differences}
        for differences in found.differences
    ]
    first = {d.path: d.before for differences in found.differences for d in differences}
    paths = [path for path in first if not path.endswith(".label")]
    rows: list[tuple[str, ...]] = []
    gone: set[str] = set()
    for path in paths:
        title, info, label = named(path, clinics)
        whole = [label in clinic.labels or not label for clinic in clinics]
        if not all(whole):  # a post that only some plans have is one row
            if label in gone:
                continue
            gone.add(label)
            values = ["there" if there else NOT_THERE for there in whole]
            title = escape(label)
        else:
            values = [
                _value(after.get(path, first[path]), info, clinics[0].currency) for after in by_plan
            ]
        rows.append((title, *values))
    plans = (f"Plan {letter}" for letter in LETTERS[: len(clinics)])
    return Table(("What differs", *plans), rows)


def named(path: str, clinics: Sequence[Clinic]) -> tuple[str, FieldInfo | None, str]:
    """The title of a field in words, what it is, and the label of its post if it is one's."""
    for clinic in clinics:
        for label, post in zip(clinic.labels, clinic.posts, strict=True):
            if path == f"posts.{label}":
                return escape(label), None, label
            if path.startswith(f"posts.{label}."):
                title, info = _field(post, path.removeprefix(f"posts.{label}."))
                if path.endswith(OF_FULL_TIME) and float(post.full_time_share) < 1.0:
                    title = f"{title} at full time"
                return f"{escape(label)}: {title[:1].lower()}{title[1:]}", info, label
    title, info = _field(clinics[0], path)
    return title, info, ""


def _field(model: Inputs, path: str) -> tuple[str, FieldInfo | None]:
    """The title of the field at a path of a model, and what it is, in a row not there too."""
    info = field_at(model, path)
    *_, name = (step for step in path.split(".") if not step.isdecimal())
    return NAMES.get(name) or (info and info.title) or name, info


def _value(value: Any, info: FieldInfo | None, currency: str) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return escape(amount(float(value), unit_of(info) if info else "", currency))
    if value in work_cost_names():
        return escape(cost_kind(value))
    return escape((words_of(info) if info else {}).get(value, str(value)))


def roster(result: ClinicResult, most: int | None = None) -> Table:
    """Each post: booked, wage, load and what it leaves; then what is shared, and the margin."""
    found = list(_roster_rows(result))
    margin = float(result.margin.amount)
    rounded = shown_parts([row[-1] for row in found], margin, 0)
    rows = [(escape(row[0]), *row[1:4], left) for row, left in zip(found, rounded, strict=True)]
    rows.append(("**Margin**", math.nan, math.nan, math.nan, round(margin)))
    currency = result.clinic.currency
    money = partial(numbers.money, currency=currency)
    wages: list[Cell] = [partial(_or_blank, cell=partial(numbers.wage, currency=currency))]
    wages += [partial(_or_blank, cell=_bare_wage)] * (len(rows) - 1)
    left: list[Cell] = [money, *[numbers.number] * (len(rows) - 2), money]
    posts = len(result.posts)
    keep = list(range(len(rows)))
    if most is not None and posts > most:
        keep = [*range(most), *range(posts, len(rows))]
    return Table(
        ("Post", "Booked", "Wage", "Of 100", "To margin"),
        [rows[place] for place in keep],
        (
            _booked,
            [wages[place] for place in keep],
            partial(_or_blank, cell=numbers.number),
            [left[place] for place in keep],
        ),
    )


def _roster_rows(result: ClinicResult) -> Iterator[tuple[str, float, float, float, float]]:
    for post in result.posts:
        earner = post.earner
        exhausted = words.PEOPLE * earner.load_probability
        figures = (post.booked_per_week, earner.wage, exhausted, post.contribution)
        yield (post.label, *figures)
    for line in (result.receipts_taxes.line, result.shared, result.administration):
        if line is not None and float(line.amount):
            yield (
                SHORT.get(line.label, line.label),
                math.nan,
                math.nan,
                math.nan,
                -float(line.amount),
            )


def _or_blank(value: float, cell: Callable[[float], str]) -> str:
    return "" if math.isnan(value) else cell(value)


def _bare_wage(value: float) -> str:
    return numbers.number(value, 2)


def _booked(value: float) -> str:
    if math.isnan(value):
        return ""
    return numbers.number(value, 0 if float(value).is_integer() else 1)
