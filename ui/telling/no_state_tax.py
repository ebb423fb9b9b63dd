"""Why a state's income tax is 0, in one sentence, from the steps of the state's own return."""

from __future__ import annotations

import math

from calc.errors import UnknownKeyError
from calc.ledger import Line
from ui.telling import numbers
from ui.telling.words import escape, joined

TAX = "taxes.state"
NO_TAX_LAW = "states.income_tax"  # the parameter of states that tax neither pay nor profit
LOWERING = {"deduction": "deductions", "exemption": "exemptions"}
NOT_TAXED = "{label} is 0: the state taxes neither pay nor a practice's profit."
OWN_RATE = "{label} is 0: it is worked out at the rate that was entered for it."
SAME = "{label} is 0: the household's state tax is the same with this work and without it."
NOTHING_LEFT = (
    "{label} is 0: no taxable income is left there (the state starts from: {base}{less})."
)
BELOW = "{label} is 0: state taxable income of {taxable} is too little to be taxed there."
BY_CREDITS = "{label} is 0: credits of {credits} take up the whole tax of {tax}."


def why(line: Line, currency: str) -> str:
    """The reason, where a statement holds a state income tax of 0; else nothing.

    Where credits pay out more than the tax, it is not 0, and nothing is said either.
    """
    found = _find(line, TAX)
    if found is None or not math.isclose(float(found.amount), 0.0, abs_tol=0.005):
        return ""
    tax, _, state = found.label.partition(", ")
    label = escape(f"{tax} in {state.partition(',')[0]}")
    if any(part.kind == "parameter" and _is_law(part) for _, part in found.walk()):
        return NOT_TAXED.format(label=label)
    if _find(found, "taxes.state_rate") is not None:
        return OWN_RATE.format(label=label)
    due = _find(found, f"{TAX}.before_refundable")
    if due is None:  # no rate is known, which its label says
        return ""
    if float(due.amount):
        return SAME.format(label=label)
    return _by_steps(label, due, currency)


def _is_law(line: Line) -> bool:
    return any(source.key == NO_TAX_LAW for source in line.sources)


def _by_steps(label: str, due: Line, currency: str) -> str:
    """The step of the return at which nothing is left."""

    def money(name: str) -> str:
        return escape(numbers.money(_amount(due, name), currency, cents=False))

    if _amount(due, "taxable") <= 0.0:
        base = due.find(f"{TAX}.base").how
        taken = [words for name, words in LOWERING.items() if _amount(due, name) > 0.0]
        less = f"; then less {joined(taken)}" if taken else ""
        return NOTHING_LEFT.format(label=label, base=escape(base[:1].lower() + base[1:]), less=less)
    if _amount(due, "tax") <= 0.0:
        return BELOW.format(label=label, taxable=money("taxable"))
    return BY_CREDITS.format(label=label, credits=money("credits"), tax=money("tax"))


def _amount(due: Line, name: str) -> float:
    found = _find(due, f"{TAX}.{name}")
    return 0.0 if found is None else float(found.amount)


def _find(line: Line, key: str) -> Line | None:
    try:
        return line.find(key)
    except UnknownKeyError:
        return None
