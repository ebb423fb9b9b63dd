"""Tables of loans: plans side by side, the years, and public service."""

from __future__ import annotations

import math
from functools import partial

import pandas as pd

from calc.loans import NAMES, Outlook, Plan
from calc.questions.repayment import ServiceWorth
from ui.loans.charts import What, curves
from ui.telling import numbers
from ui.telling.tables import Cell, Table

TWELVE = 12
SOFT_HYPHEN = "\u00ad"


def plans_table(found: Outlook, currency: str) -> Table:
    """The open plans: what each asks now, in all, what is cancelled, and the year it ends."""
    rows = found.projections
    frame = pd.DataFrame(
        {
            "Plan": _names(found),
            "Now": [float(row.first_payment) for row in rows],
            "Paid in all": [float(row.total_paid) for row in rows],
            "Forgiven": [float(row.forgiven) for row in rows],
            "Ends": [float(found.last_month(row.plan).year) for row in rows],
        }
    )
    money = partial(numbers.money, currency=currency)
    whole = partial(numbers.money, currency=currency, cents=False)
    return Table(frame, ((money, whole, whole, _year),) * len(rows))


def payments_table(found: Outlook, currency: str) -> Table:
    """The payments of each open plan: the first, the highest, the last, and how many."""
    rows = found.projections
    frame = pd.DataFrame(
        {
            "Plan": _names(found),
            "First": [float(row.first_payment) for row in rows],
            "Highest": [float(row.highest_payment) for row in rows],
            "Last": [float(row.last_payment) for row in rows],
            "Months": [float(row.months) for row in rows],
        }
    )
    money = partial(numbers.money, currency=currency)
    return Table(frame, ((money, money, money, numbers.number),) * len(rows))


def worth_table(found: Outlook, currency: str) -> Table:
    """What each open plan comes to: paid, the tax on what is cancelled, both in today's money."""
    rows = found.projections
    frame = pd.DataFrame(
        {
            "Plan": _names(found),
            "Paid": [float(row.total_paid) for row in rows],
            "Tax": [float(row.tax_on_forgiveness) for row in rows],
            "Today": [float(row.present_value(found.discount_rate)) for row in rows],
        }
    )
    whole = partial(numbers.money, currency=currency, cents=False)
    return Table(frame, ((whole,) * 3,) * len(rows))


def years_table(found: Outlook, what: What, currency: str) -> Table:
    """The lines of a chart by year, each until it ends."""
    shown = curves(found)
    years = math.ceil(max(curve.course.months[-1] for curve in shown) / TWELVE)
    rows: dict[str, list[float]] = {}
    for curve in shown:
        ended = math.ceil(curve.course.months[-1] / TWELVE)
        amounts = list(curve.amounts(what))
        if what == "balance":
            amounts[-1] = 0.0
        amounts = amounts[:ended] + amounts[-1:]
        unit = "" if rows else f" ({numbers.SYMBOLS.get(currency, currency)})"
        rows[_narrow(curve.label) + unit] = amounts + [math.nan] * (years + 1 - len(amounts))
    start = found.loans.as_of.year
    labels = [str(start + year) for year in range(years + 1)]
    frame = pd.DataFrame({"Year": labels, **rows})
    cell = partial(_or_blank, cell=numbers.number)
    return Table(frame, ((cell,) * len(shown),) * (years + 1))


def beliefs_table(found: ServiceWorth, currency: str) -> Table:
    """What public service is worth by how likely it is to pay out; the own belief is bold."""
    own = found.believed
    beliefs = sorted({b.share: b for b in (*found.beliefs, own)}.values(), key=lambda b: b.share)
    names = [numbers.percent(belief.share, 0) for belief in beliefs]
    frame = pd.DataFrame(
        {
            "If you believe in it": [
                f"**{name}**" if belief.share == own.share else name
                for name, belief in zip(names, beliefs, strict=True)
            ],
            "Worth today": [float(belief.worth) for belief in beliefs],
            "A year": [float(belief.per_year) for belief in beliefs],
        }
    )
    whole = partial(numbers.money, currency=currency, cents=False)
    return Table(frame, ((whole, whole),) * len(beliefs))


def leaving_table(found: ServiceWorth, currency: str) -> Table:
    """What leaving public service gives up, by when; and what another job must bring for it."""
    rows = found.leaving
    frame = pd.DataFrame(
        {
            "Leave after": [
                "today" if not row.after_years else _years(row.after_years) for row in rows
            ],
            "Given up": [float(row.given_up) for row in rows],
            "A year": [float(row.per_year) for row in rows],
        }
    )
    whole = partial(numbers.money, currency=currency, cents=False)
    return Table(frame, ((whole, whole),) * len(rows))


def _names(found: Outlook) -> list[str]:
    """Plans by name, the one chosen in bold."""
    return [_name(row.plan, found.chosen) for row in found.projections]


def _name(plan: Plan, chosen: Plan) -> str:
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
