"""The next $100 in words and tables: what of it stays, who takes it, and where steps lie."""

from __future__ import annotations

from calc import Result
from calc.questions.levels import CREDIT, LOANS
from calc.questions.next_dollar import NextDollar, Step, StepName
from calc.scenario import Employee
from ui.telling.numbers import difference, money
from ui.telling.tables import Table
from ui.telling.words import escape

STEPS: dict[StepName, str] = {
    "credit_begins": "The premium credit begins, at the poverty line",
    "credit_ends": "The premium credit ends, at 400 % of the poverty line",
    "credit_share": "A whole percent of the poverty line: a smaller premium credit",
    "loan_share": "The loan plan asks more: a higher share of income",
    "loan_interest": "More interest on the loan is deducted",
    "savers_credit": "The saver's credit falls",
    "child_credit": "The credit for children falls",
    "earned_income_credit": "The earned income credit ends",
    "federal_tax": "A rule of federal income tax",
    "state_tax": "A rule of state or local income tax",
    "payroll_tax": "Tax on earnings begins",
}
OTHERS = {LOANS: "Payments on loans", CREDIT: "Premium credit that goes"}
PREMISE = (
    "Costs, premium and saving stay as they are. Taxes on what a practice takes in are among its "
    "costs. The line is a mean of $1,000 around each place: steps of less than $25 a year are part "
    "of it."
)


def earned_word(result: Result) -> str:
    """What more is earned of: profit or pay."""
    return "pay" if isinstance(result.scenario.work, Employee) else "profit"


def summary(kept: float, currency: str) -> str:
    """What the fold says while it is closed."""
    if kept < 0.0:
        return f"the next {money(100, currency)} costs {money(-kept, currency, cents=True)}"
    return f"{money(kept, currency, cents=True)} of the next {money(100, currency)} is yours"


def curve_line(word: str, currency: str) -> str:
    """What the curve shows."""
    hundred = escape(money(100, currency))
    return f"What of the next {hundred} stays, over {word}. Each diamond is a step."


def parts_table(found: NextDollar, currency: str) -> Table:
    """Who takes what of the next $100, and what is left of it."""
    taken = [
        (label_of(found, key), -round(float(found.taken_of_next(key)[found.here]), 2))
        for key in found.levels.taken
    ]
    shown = [(label, amount) for label, amount in taken if amount]
    left = 100.0 + sum(amount for _, amount in shown)
    rows = [("The next amount", 100.0), *shown, ("Yours", round(left, 2))]

    def cents(amount: float) -> str:
        return money(amount, currency, cents=True)

    return Table((f"Of the next {money(100, currency)}", "Amount"), rows, (cents,))


def label_of(found: NextDollar, key: str) -> str:
    """The name of one part that is taken."""
    return OTHERS.get(key) or found.labels[key]


def steps_table(found: NextDollar, word: str, currency: str) -> Table:
    """Every step, from which profit or pay on, and what it costs or brings a year."""
    rows = [(money(step.at, currency), STEPS[step.name], -step.costs) for step in found.steps]

    def change(amount: float) -> str:
        return difference(amount, currency)

    words = [(what, amount, at) for at, what, amount in rows]
    return Table(("Step", "A year", f"From a {word} of"), words, (change,))


def ahead(found: NextDollar, word: str, currency: str) -> str:
    """The next step above what is earned now, or that there is none in the curve."""
    step = found.ahead
    if step is None:
        top = escape(money(float(found.levels.earned[-1]), currency))
        return f"From here to a {word} of {top} there is no further step."
    now = float(found.levels.earned[found.here])
    more = escape(money(step.at - now, currency))
    effect = escape(money(abs(step.costs), currency))
    verb = "costs" if step.costs > 0.0 else "brings"
    return f"The next step is {more} of {word} away and {verb} {effect} a year: {_named(step)}."


def base(found: NextDollar, word: str, currency: str) -> str:
    """Where the social security base is full; empty where it lies beyond the curve, or is none."""
    at = found.base_full_at
    if at is None or not 0.0 < at < float(found.levels.earned[-1]):
        return ""
    return f"Above a {word} of {escape(money(at, currency))} the social security base is full."


def _named(step: Step) -> str:
    """The step within a sentence."""
    said = STEPS[step.name]
    return said[0].lower() + said[1:]
