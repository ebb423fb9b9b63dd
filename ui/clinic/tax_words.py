"""Taxes on what a clinic takes in, in words: what of them is in the margin, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from calc.staffing import ClinicResult
from ui.telling import numbers
from ui.telling.remark_words import SENTENCES
from ui.telling.words import escape

IN_IT = (
    "**The margin is after {amount} a year of taxes on receipts**, on {receipts}: {rows}. If you "
    "entered them as a shared cost, take them out there."
)
FREE = " A charity that owes none says so under Place and law."
IN_A_CITY = (
    "**{city}** taxes what a clinic there takes in. If it is yours, choose it under Place and law."
)


def on_receipts(result: ClinicResult) -> Iterator[str]:
    """A sentence for each tax on receipts of the clinic's place; nothing where it has none."""
    found = result.receipts_taxes
    if found.line is not None and found.amount:
        rows = (
            f"{escape(row.label)} {_money(float(row.amount), result)}" for row in found.line.parts
        )
        said = IN_IT.format(
            amount=_money(found.amount, result),
            receipts=_money(float(result.revenue.amount), result),
            rows=", ".join(rows),
        )
        yield f"{said}{'' if result.owners else FREE}"
    for law in found.told:
        values = {"tax": escape(law.label), "note": escape(law.note)}
        yield SENTENCES["practice_tax_not_counted"].format(**values)
    for city in found.cities:
        yield IN_A_CITY.format(city=escape(city.name))


def _money(amount: float, result: ClinicResult) -> str:
    return escape(numbers.money(amount, result.clinic.currency, cents=False))
