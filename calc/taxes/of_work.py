"""The taxes of one piece of work: the household's bill with it, less its bill without it."""

from __future__ import annotations

from calc.ledger import Line, formula, less, total
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.scenario import EffectiveRate, NoTax, SeparateRates, UsTax
from calc.taxes.bill import tax_bill
from calc.taxes.household import Household


def tax_at_rate(base: Number, rate: Number) -> Number:
    """A flat rate on profit or pay; a loss is not refunded.

    >>> float(tax_at_rate(100_000.0, 0.25))
    25000.0
    """
    return at_least_zero(base) * rate


def taxes_by_law(with_work: Household, without_work: Household | None, rules: Rules) -> Line:
    """Each tax as the bill with this work less the bill without it; both are parts of the line.

    `without_work` is None for a household with nothing else: then the whole bill is this work's.
    """
    bill = tax_bill(with_work, rules)
    if without_work is None:
        return total("taxes", "Taxes", *bill.taxes)
    pairs = zip(bill.taxes, tax_bill(without_work, rules).taxes, strict=True)
    return total("taxes", "Taxes", *(_difference(*pair) for pair in pairs))


def taxes_by_rate(mode: UsTax | EffectiveRate | SeparateRates | NoTax, base: Line) -> Line:
    """Taxes at rates the person knows, of profit or pay; none where the mode says so."""
    rows: tuple[Line, ...]
    match mode:
        case EffectiveRate():
            rows = (_at_rate("taxes.effective", "All taxes", base, mode.rate),)
        case SeparateRates():
            rows = (
                _at_rate("taxes.income", "Income tax", base, mode.income_tax_rate),
                _at_rate("taxes.social", "Social contributions", base, mode.social_rate),
            )
        case _:
            rows = (_at_rate("taxes.none", "No tax", base, 0.0),)
    return total("taxes", "Taxes", *rows)


def _at_rate(key: str, label: str, base: Line, rate: Number) -> Line:
    amount = tax_at_rate(base.amount, rate)
    return formula(key, label, amount, "money_per_year", "profit or pay x your rate", (base,))


def _difference(with_work: Line, without: Line) -> Line:
    """One tax of this work; the household's two taxes are what it was made from."""
    return formula(
        with_work.key,
        _named(with_work.label, "this work"),
        with_work.amount - without.amount,
        with_work.unit,
        "the household's tax with this work, less its tax without it",
        (_of_household(with_work, "with this work"), less(_of_household(without, "without it"))),
    )


def _of_household(line: Line, words: str) -> Line:
    """The same tax as one of a pair; its own tree stays below it."""
    return formula(
        f"{line.key}.{words.split()[0]}",
        _named(line.label, f"your household {words}"),
        line.amount,
        line.unit,
        line.how,
        (line,),
        *line.sources,
    )


def _named(label: str, whose: str) -> str:
    """A tax and whose it is.

    >>> _named("State income tax, California", "this work")
    'State income tax of this work, California'
    """
    head, comma, tail = label.partition(",")
    return f"{head} of {whose}{comma}{tail}"
