"""Filing apart in words: what it costs in tax, what loan payments fall by, and both returns."""

from __future__ import annotations

from functools import partial

from calc import Result
from calc.number import MONTHS_PER_YEAR, Number
from calc.questions.apart import FilingApart, NotCompared, Why
from calc.taxes.bill import TaxBill
from ui.telling import numbers
from ui.telling.tables import Table
from ui.telling.words import escape, joined

WHY: dict[Why, str] = {
    "not_joint": "Filing apart is compared for a couple: choose **Married, filing jointly** as the "
    "filing status and enter what your spouse earns. Both separate returns are then worked out.",
    "no_return": "What filing apart costs is the difference of United States returns, and tax is "
    "not worked out by law in this plan: choose the United States as the way tax is worked out.",
}
NO_SPOUSE = (
    "No pay and no profit of your spouse is entered, so your spouse's return is worked out with "
    "none: enter it if there is some."
)
COMMUNITY = (
    "In this state what either of you earns belongs to both: each return reports half of all pay "
    "and profit, and self-employment tax stays with whose practice it is. That is our reading of "
    "IRS Publication 555 and uncertain: where half of that tax is deducted is not said there."
)
HEAD_OF_HOUSEHOLD = (
    "Who lived apart from the spouse for the last six months of the year, with a child at home, "
    "may be head of household instead: that is not worked out here."
)
CHILDREN = {
    "you": "All children are on your return.",
    "spouse": "All children are on your spouse's return.",
}
ROWS = (
    ("Adjusted income", "adjusted_income"),
    ("Deduction", "deduction"),
    ("Business income deduction", "qbi_deduction"),
    ("Taxable income", "taxable_income"),
    ("Federal income tax", "income_tax"),
    ("Additional Medicare tax", "additional_medicare"),
    ("Net investment income tax", "net_investment_income"),
    ("State income tax", "state"),
    ("Local income tax", "local"),
)
INCOME_ROWS = 4  # of the rows above: these are no tax


def fold_title(found: FilingApart, currency: str) -> str:
    """The fold in one line: what filing apart costs and saves."""
    cost = _cost_in_short(found, currency)
    if found.paid_together is None:
        return f"**Filing apart** · {cost}"
    saved = float(found.saved)
    moved = "saves" if saved >= 0.0 else "adds"
    return f"**Filing apart** · {cost}, {moved} {_money(abs(saved), currency)} of payments"


def _cost_in_short(found: FilingApart, currency: str) -> str:
    amount = float(found.cost.amount)
    if numbers.same(amount, 0.0):
        return "costs no tax"
    return f"{'costs' if amount > 0.0 else 'saves'} {_money(abs(amount), currency)} of tax"


def why_not(found: NotCompared) -> str:
    """Why filing apart is not worked out, and what to do."""
    return WHY[found.why]


def told(found: FilingApart, result: Result) -> list[str]:
    """What filing apart comes to in a year, where it turns, and what is uncertain."""
    currency = result.scenario.currency
    said = [_of_tax(found, currency)]
    if found.paid_together is not None and found.paid_apart is not None:
        said.append(_of_payments(found.paid_together, found.paid_apart, currency))
        said.append(_in_all(found, currency))
    elif float(found.cost.amount) > 0.0:
        said.append(
            "It pays where something else falls by more: payments on loans by income by more than "
            f"**{_money(found.must_fall_per_month, currency)}** a month."
        )
    if found.turns:
        said.append(_turn(found, currency))
    if found.paid_on_own_pay is not None and found.paid_together is not None:
        said.append(_own_pay(found, found.paid_together, found.paid_on_own_pay, currency))
    return said


def unsure(found: FilingApart, result: Result) -> list[str]:
    """What both returns rest on."""
    home = result.scenario.household
    said = [] if found.spouse_earns else [NO_SPOUSE]
    if home.dependents:
        said.append(CHILDREN[found.children])
    if found.returns.community:
        said.append(COMMUNITY)
    said.append(HEAD_OF_HOUSEHOLD)
    return said


def _of_tax(found: FilingApart, currency: str) -> str:
    amount = float(found.cost.amount)
    by = ", as you stated" if found.is_stated else ""
    if numbers.same(amount, 0.0):
        return f"Filing apart costs nothing in tax{by}."
    way = "costs" if amount > 0.0 else "saves"
    return f"Filing apart {way} **{_money(abs(amount), currency)}** a year in tax{by}."


def _of_payments(together: Number, apart: Number, currency: str) -> str:
    months = [_money(amount / MONTHS_PER_YEAR, currency) for amount in (together, apart)]
    fall = float(together) - float(apart)
    way = "saves" if fall >= 0.0 else "adds"
    return (
        f"It {way} **{_money(abs(fall), currency)}** a year of payments on your federal loans: "
        f"{months[0]} a month together, {months[1]} apart."
    )


def _in_all(found: FilingApart, currency: str) -> str:
    gain = float(found.gain.amount)
    if gain > 0.0:
        return f"In all it leaves **{_money(gain, currency)}** a year more."
    must = _money(found.must_fall_per_month, currency)
    return (
        f"In all it leaves **{_money(abs(gain), currency)}** a year less: payments would have to "
        f"fall by {must} a month for it to come out even."
    )


def _turn(found: FilingApart, currency: str) -> str:
    pays = joined([f"**{_money(pay, currency)}**" for pay in found.turns])
    return f"With all else as it is, it comes out even at {pays} of your spouse's pay a year."


def _own_pay(found: FilingApart, together: Number, paid: Number, currency: str) -> str:
    gain = float(together) - float(paid) - float(found.cost.amount)
    way = "more" if gain >= 0.0 else "less"
    return (
        "Where your servicer takes your own pay and profit instead of your return's income, the "
        f"payment is {_money(paid / MONTHS_PER_YEAR, currency)} a month, and filing apart leaves "
        f"{_money(abs(gain), currency)} a year {way} in all: ask."
    )


def returns_table(found: FilingApart, currency: str) -> Table:
    """All three returns beside each other, and what both separate ones come to more."""
    money = partial(numbers.money, currency=currency, cents=False)
    heads = ("A year", "Together", "You, apart", "Spouse, apart", "Apart, more")
    return Table(heads, _rows(found), (money, money, money, money))


def _rows(found: FilingApart) -> list[tuple[str, float, float, float, float]]:
    """Income, and each tax that differs, with their sum as the last row."""
    joint, own, spouse = found.returns.joint, found.returns.own, found.returns.spouse
    rows: list[tuple[str, float, float, float, float]] = []
    for place, (label, name) in enumerate(ROWS):
        amounts = [_amount(bill, name) for bill in (joint, own, spouse)]
        if place < INCOME_ROWS or any(amounts):
            rows.append(_row(label, amounts))
    taxes = [
        sum(_amount(bill, name) for _, name in ROWS[INCOME_ROWS:]) for bill in (joint, own, spouse)
    ]
    rows.append(_row("**These taxes**", taxes))
    return rows


def short_table(found: FilingApart, currency: str) -> Table:
    """The same for a phone: together, and both separate returns as one."""
    rows = [(label, joint, own + spouse) for label, joint, own, spouse, _ in _rows(found)]
    money = partial(numbers.money, currency=currency, cents=False)
    return Table(("A year", "Together", "Both apart"), rows, (money, money))


def _row(label: str, amounts: list[float]) -> tuple[str, float, float, float, float]:
    joint, own, spouse = amounts
    return label, joint, own, spouse, own + spouse - joint


def _amount(bill: TaxBill, name: str) -> float:
    return float(getattr(bill, name).amount)


def _money(amount: Number, currency: str) -> str:
    return escape(numbers.money(float(amount), currency, cents=False))
