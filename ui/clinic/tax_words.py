"""Taxes on what a clinic takes in, in words: what they come to, and that no figure has them."""

from __future__ import annotations

from collections.abc import Iterator

from calc.staffing import ClinicResult
from calc.staffing.receipts_taxes import receipts_taxes_of
from ui.telling import numbers
from ui.telling.remark_words import SENTENCES
from ui.telling.words import escape

COME_TO = (
    "**Taxes on all that the clinic takes in are not in the margin.** On {receipts} they come to "
    "{amount} a year: {rows}."
)
OF_AN_OWNER = " An owner's own figures have them on the owner's sessions and on the margin only."
IN_A_CITY = "**{city}** taxes what a clinic there takes in. The city is not asked here."


def on_receipts(result: ClinicResult) -> Iterator[str]:
    """A sentence for each tax on receipts of the clinic's place; nothing where it has none."""
    found = receipts_taxes_of(result)
    if found is None:
        return
    currency = result.clinic.currency
    if found.line and found.line.amount:
        rows = (
            f"{escape(row.label)} {_money(float(row.amount), currency)}" for row in found.line.parts
        )
        said = COME_TO.format(
            receipts=_money(float(result.revenue.amount), currency),
            amount=_money(float(found.line.amount), currency),
            rows=", ".join(rows),
        )
        yield f"{said}{OF_AN_OWNER * bool(result.owners)}"
    for law in found.told:
        values = {"tax": escape(law.label), "note": escape(law.note)}
        yield SENTENCES["practice_tax_not_counted"].format(**values)
    for city in found.cities:
        yield IN_A_CITY.format(city=escape(city.name))


def _money(amount: float, currency: str) -> str:
    return escape(numbers.money(amount, currency, cents=False))
