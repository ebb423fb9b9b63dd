"""Tables of loans: plans side by side, the years, and public service."""

from __future__ import annotations

import math
from functools import partial

from calc.loans import NAMES, Outlook, Plan
from calc.questions.repayment import ServiceWorth
from ui.loans.charts import What, curves
from ui.telling import numbers
from ui.telling.tables import Cell, Table

TWELVE = 12
SOFT_HYPHEN = "\u00ad"


def plans_table(found: Outlook, currency: str) -> Table:
    """The open plans: what each asks now, in all, what is cancelled, and the year it ends."""
    rows = [
        (
            _name(row.plan, found.chosen),
            float(row.first_payment),
            float(row.total_paid),
            float(row.forgiven),
            float(found.last_month(row.plan).year),
        )
        for row in found.projections
    ]
    whole = _whole(currency)
    ways = (partial(numbers.money, currency=currency), whole, whole, _year)
    return Table(("Plan", "Now", "Paid in all", "Forgiven", "Ends"), rows, ways)


def payments_table(found: Outlook, currency: str) -> Table:
    """The payments of each open plan: the first, the highest, the last, and how many."""
    rows = [
        (
            _name(row.plan, found.chosen),
            float(row.first_payment),
            float(row.highest_payment),
            float(row.last_payment),
            float(row.months),
        )
        for row in found.projections
    ]
    money = partial(numbers.money, currency=currency)
    ways = (money, money, money, numbers.number)
    return Table(("Plan", "First", "Most", "Last", "Months"), rows, ways)


def worth_table(found: Outlook, currency: str) -> Table:
    """What each open plan comes to: paid, the tax on what is cancelled, both in today's money."""
    rows = [
        (
            _name(row.plan, found.chosen),
            float(row.total_paid),
            float(row.tax_on_forgiveness),
            float(row.present_value(found.discount_rate)),
        )
        for row in found.projections
    ]
    return Table(("Plan", "Paid", "Tax", "Today"), rows, (_whole(currency),) * 3)


def years_table(found: Outlook, what: What, currency: str) -> Table:
    """The lines of a chart by year, each until it ends."""
    shown = curves(found)
    years = math.ceil(max(curve.course.months[-1] for curve in shown) / TWELVE)
    columns: dict[str, list[float]] = {}
    for curve in shown:
        ended = math.ceil(curve.course.months[-1] / TWELVE)
        amounts = list(curve.amounts(what))
        if what == "balance":
            amounts[-1] = 0.0
        amounts = amounts[:ended] + amounts[-1:]
        unit = "" if columns else f" ({numbers.SYMBOLS.get(currency, currency)})"
        columns[_narrow(curve.label) + unit] = amounts + [math.nan] * (years + 1 - len(amounts))
    start = found.loans.as_of.year
    rows = [
        (str(start + year), *amounts)
        for year, amounts in enumerate(zip(*columns.values(), strict=True))
    ]
    cell = partial(_or_blank, cell=numbers.number)
    return Table(("Year", *columns), rows, (cell,) * len(columns))


def beliefs_table(found: ServiceWorth, currency: str) -> Table:
    """What public service is worth by how likely it is to pay out; the own belief is bold."""
    own = found.believed
    beliefs = sorted({b.share: b for b in (*found.beliefs, own)}.values(), key=lambda b: b.share)
    rows = [
        (_name_of(belief.share, own.share), float(belief.worth), float(belief.per_year))
        for belief in beliefs
    ]
    heads = ("If you believe in it", "Worth today", "A year")
    return Table(heads, rows, (_whole(currency),) * 2)


def _name_of(share: float, own: float) -> str:
    name = numbers.percent(share, 0)
    return f"**{name}**" if share == own else name


def leaving_table(found: ServiceWorth, currency: str) -> Table:
    """What leaving public service gives up, by when; and what another job must bring for it."""
    rows = [
        (
            "today" if not row.after_years else _years(row.after_years),
            float(row.given_up),
            float(row.per_year),
        )
        for row in found.leaving
    ]
    return Table(("Leave after", "Given up", "A year"), rows, (_whole(currency),) * 2)


def _whole(currency: str) -> Cell:
    """Money without cents."""
    return partial(numbers.money, currency=currency, cents=False)


def _name(plan: Plan, chosen: Plan) -> str:
    """A plan by name, the one chosen in bold."""
    return f"**{NAMES[plan]}**" if plan == chosen else NAMES[plan]


def _narrow(label: str) -> str:
    """A name that may break within a word, so that its column needs little room."""
    return label.replace("Standard", f"Stan{SOFT_HYPHEN}dard").replace(
        "Extended", f"Ex{SOFT_HYPHEN}tended"
    )


def _year(year: float) -> str:
    return f"{year:.0f}"


def _years(years: int) -> str:
    return f"{years} year" if years == 1 else f"{years} years"


def _or_blank(amount: float, cell: Cell) -> str:
    return "" if math.isnan(amount) else cell(amount)
