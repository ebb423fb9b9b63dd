"""The form of an own practice in one line."""

from __future__ import annotations

from calc import Result
from calc.scenario.entity import SCorporation
from ui.telling import numbers
from ui.telling.words import escape

OCCUPATION = SCorporation.model_fields["occupation"].default
LINE = (
    "**Corporation or not:** {what} {gain} {more} a year. **Taxes and saving** shows both returns."
)


def on_your_hour(result: Result, salary: float, gain: float) -> str:
    """What a corporation leaves more or less: the plan's own, or one at the median pay."""
    currency = result.scenario.currency
    at = escape(numbers.money(salary, currency, cents=False))
    if result.corporation:
        what = f"beside a sole proprietor, your S corporation with a salary of {at} leaves you"
    else:
        what = (
            f"an S corporation that pays you {at}, the median pay of counselors for your hours, "
            "would leave you"
        )
    amount = escape(numbers.money(abs(gain), currency, cents=False))
    return LINE.format(what=what, gain=amount, more="more" if gain >= 0 else "less")
