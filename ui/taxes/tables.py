"""Tables of the page Taxes and saving: both forms side by side, and the curve as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from calc.parameters import state_names
from calc.scenario import Scenario
from ui.taxes.charts import shown_points
from ui.taxes.view import Forms
from ui.telling import numbers
from ui.telling.tables import Cell, Table
from ui.telling.words import escape

NAMES = {
    "payroll": "Self-employment or payroll tax",
    "federal": "Federal income tax",
    "entity": "Tax of the corporation, unemployment",
    "running": "Payroll service, second return",
}
NOT_PAID = "–"


def both_forms(found: Forms, plan: Scenario) -> Table:
    """Taxes and costs of both forms; the difference of the totals is the gain as it is shown."""
    sole = [float(row.sole) for row in found.rows]
    corporation = [float(row.corporation) for row in found.rows]
    together = round(math.fsum(sole))
    columns = [_column(sole, together), _column(corporation, together - round(found.gain))]
    names = [_name(row.name, plan) for row in found.rows]
    rows = [(name, *cells) for name, *cells in zip(names, *columns, strict=True)]
    rows.append(("**Together**", *(sum(column) for column in columns)))
    money = partial(numbers.money, currency=plan.currency, cents=False)
    first, bold = partial(_escaped, money, "{}"), partial(_escaped, money, "**{}**")
    ways: list[Cell] = [first, *[numbers.number] * (len(rows) - 2), bold]
    return Table(("A year", "Proprietor", "S corporation"), rows, (ways, ways))


def _escaped(money: partial[str], look: str, amount: float) -> str:
    return look.format(escape(money(amount)))


def _name(name: str, plan: Scenario) -> str:
    return state_names()[plan.household.state] if name == "state" else NAMES[name]


def _column(parts: Sequence[float], together: float) -> list[float]:
    """The parts in whole units that add up to a total, which is within one of their own."""
    least = sum(map(math.floor, parts))
    return numbers.shown_parts(parts, min(max(together, least), least + len(parts)), 0)


def curve(found: Forms, plan: Scenario) -> Table:
    """The gain at some salaries."""
    salaries, gains = shown_points(found)
    rows = [
        (escape(numbers.money(at, plan.currency, False)), gain)
        for at, gain in zip(salaries.tolist(), gains.tolist(), strict=True)
    ]
    way = partial(numbers.difference, currency=plan.currency, cents=False)
    return Table(("Salary", "Leaves more"), rows, (way,))
