"""Taxes on a practice itself, on its receipts or profit, by the law of its state and city.

They fall on a sole proprietor or contractor. A tax on receipts is a cost on Schedule C; one on net
income is not (26 CFR 1.62-1T(d)), though it is paid from the same money.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import Number, added, at_least_zero, where
from calc.parameters import City, Parameter, Rules, cities, state_names
from calc.scenario import Employee, Scenario, UsTax

# A credit takes all of a tax up to its amount, and is gone at twice it (RCW 82.04.4451).
GONE_AT = 2.0
KEY = "costs.practice_taxes"
PREFIX = "practice_taxes."
TOLD = "practice_told."
BASES = {
    "receipts": "receipts",
    "profit": "profit before these taxes",
    "net_earnings": "net earnings from self-employment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What such a tax looks at: where the practice is, and its year.

    `receipts` is all it takes in; `profit` is what is left after its costs, before these taxes.
    Money is in dollars a year, single or one draw each. `city` is one of `local_taxes.toml`, or
    none.
    """

    state: str
    city: str = "none"
    receipts: Number
    profit: Number


@dataclass(frozen=True, slots=True)
class PracticeTaxes:
    """Every tax of the place as a row of `line`, and the part that lowers taxable profit."""

    line: Line
    deducted: Number


def practice_of(scenario: Scenario, receipts: Number, profit: Number) -> Practice | None:
    """The practice as taxes on it see it; none of an employee, nor outside United States tax."""
    home = scenario.household
    if isinstance(scenario.work, Employee) or not isinstance(home.tax, UsTax):
        return None
    return Practice(state=home.state, city=home.city, receipts=receipts, profit=profit)


def flat_tax(
    base: Number, rate: float, free: float = 0.0, only_above: float = 0.0, kept: float = 1.0
) -> Number:
    """A rate on what is above a free amount; nothing at all up to a threshold.

    >>> float(flat_tax(142_692.0, 0.045))
    6421.14
    >>> float(flat_tax(100_000.0, 0.00425, only_above=100_000.0))
    0.0
    """
    tax = at_least_zero(base - free) * rate * kept
    return where(np.greater(base, only_above), tax, 0.0)


def service_tax_with_credit(
    receipts: Number, rates: tuple[float, ...], above: tuple[float, ...], credit: Number
) -> Number:
    """Washington's tax on service receipts, less its small business credit (RCW 82.04.4451).

    All receipts are taxed at the rate of their size. The credit takes the whole tax up to its most,
    and falls to nothing at twice that.

    >>> one = ((0.015,), (0.0,), 1_920.0)
    >>> [round(float(service_tax_with_credit(r, *one)), 2) for r in (128e3, 142_692.0, 256e3)]
    [0.0, 440.76, 3840.0]
    """
    rate: Number = rates[0]
    for step, start in zip(rates, above, strict=True):
        rate = where(np.greater_equal(receipts, start), step, rate)
    tax = at_least_zero(receipts) * rate
    reduced = at_least_zero(credit - (tax - credit))
    return tax - np.minimum(tax, np.minimum(reduced, credit))


def unincorporated_tax(profit: Number, law: Parameter) -> Number:
    """New York City's tax on the profit of an unincorporated business (Admin. Code 11-503).

    A rate on profit less an allowance for services and an exemption; a credit takes the whole of a
    small tax and falls to nothing as the tax grows.
    """
    positive = at_least_zero(profit)
    services = np.minimum(positive * law.of("services_share"), law.of("services_most"))
    tax = at_least_zero(positive - services - law.of("free")) * law.of("rate")
    whole, gone = law.of("credit_whole_to"), law.of("credit_gone_at")
    share = np.minimum(at_least_zero(gone - tax) / (gone - whole), 1.0)
    return tax * (1.0 - share)


def practice_taxes(
    practice: Practice, rules: Rules, on: Collection[str] = tuple(BASES)
) -> PracticeTaxes | None:
    """The taxes of a practice's state and city; None where we have none of them.

    `on` are the bases whose taxes are meant, all of `BASES` unless said.
    """
    here = (law for law in rules.once(_by_place) if law.text("place") in _places(practice))
    laws = [law for law in here if law.text("on") in on]
    if not laws:
        return None
    factor = rules["us_federal.se_net_earnings_factor"]
    bases = {
        "receipts": given(f"{KEY}.receipts", "Receipts", practice.receipts, "money_per_year"),
        "profit": given(
            f"{KEY}.profit", "Profit before these taxes", practice.profit, "money_per_year"
        ),
        "net_earnings": formula(
            f"{KEY}.net_earnings",
            "Net earnings from self-employment",
            at_least_zero(practice.profit) * factor.number,
            "money_per_year",
            f"profit before these taxes x {factor.number:g}",
            (),
            factor,
        ),
    }
    rows = [_row(law, bases, rules) for law in laws]
    line = total(KEY, "Taxes on the practice", *rows)
    kept = (
        row.amount if law.text("deducted") == "yes" else row.amount * 0.0
        for law, row in zip(laws, rows, strict=True)
    )
    return PracticeTaxes(line, added(kept))


def receipts_bends(practice: Practice, rules: Rules) -> tuple[float, ...]:
    """The receipts a year at which a tax on them bends or jumps, in no order."""
    found: list[float] = []
    for law in rules.once(_by_place):
        if law.text("place") not in _places(practice) or law.text("on") != "receipts":
            continue
        if law.text("rule") == "with_credit":
            credit = rules["practice_taxes.WA_small_business_credit"].number
            found += law.row("above")
            found += (
                credit * times / rate for rate in law.row("rates") for times in (1.0, GONE_AT)
            )
        else:
            found += (law.of("free"), law.of("only_above"))
    return tuple(found)


def without_receipts_taxes(rules: Rules) -> Rules:
    """The same law without any tax on a practice's receipts, where another has paid it before."""
    return rules.once(_without_receipts_taxes)


def without_a_proprietors_taxes(rules: Rules) -> Rules:
    """The same law without the taxes on a practice that a corporation does not owe."""
    return rules.once(_without_a_proprietors)


def _without_a_proprietors(rules: Rules) -> Rules:
    names = rules["corporation.proprietor_alone"].value
    assert isinstance(names, tuple)
    gone = {f"{PREFIX}{name}" for name in names}
    return Rules(rules.tax_year, {key: rules[key] for key in rules if key not in gone})


def _without_receipts_taxes(rules: Rules) -> Rules:
    gone = {law.key for law in rules.once(_by_place) if law.text("on") == "receipts"}
    return Rules(rules.tax_year, {key: rules[key] for key in rules if key not in gone})


def told_of(practice: Practice, rules: Rules) -> tuple[Parameter, ...]:
    """Taxes of the place that hang on facts not asked, and matter at these receipts of any draw."""
    return tuple(
        law
        for law in rules.once(_told)
        if law.text("place") in _places(practice)
        and np.any(np.greater(practice.receipts, law.of("above")))
    )


def cities_on_receipts(rules: Rules, state: str) -> tuple[City, ...]:
    """The cities of a state whose tax on a practice's receipts is worked out, in their order."""
    places = {law.text("place") for law in rules.once(_by_place) if law.text("on") == "receipts"}
    return tuple(city for code, city in cities().items() if city.state == state and code in places)


def practice_tax_states(rules: Rules) -> frozenset[str]:
    """The states with a tax on practices that is worked out, by their two letters."""
    return frozenset(law.text("place") for law in rules.once(_by_place)) & set(state_names())


def _places(practice: Practice) -> tuple[str, str]:
    return practice.state, practice.city


def _by_place(rules: Rules) -> tuple[Parameter, ...]:
    found = (rules[key] for key in rules if key.startswith(PREFIX))
    return tuple(law for law in found if isinstance(law.value, Mapping))


def _told(rules: Rules) -> tuple[Parameter, ...]:
    return tuple(rules[key] for key in rules if key.startswith(TOLD))


def _row(law: Parameter, bases: Mapping[str, Line], rules: Rules) -> Line:
    base = bases[law.text("on")]
    key = f"{KEY}.{law.key.removeprefix(PREFIX)}"
    how = in_words(law)
    sources: tuple[Parameter, ...] = (law,)
    match law.text("rule"):
        case "with_credit":
            credit = rules["practice_taxes.WA_small_business_credit"]
            rates, above = law.row("rates"), law.row("above")
            amount = service_tax_with_credit(base.amount, rates, above, credit.number)
            how += f", less the small business credit of at most {credit.dollars()}"
            sources = (law, credit)
        case "unincorporated":
            amount = unincorporated_tax(base.amount, law)
        case _:
            limits = (law.of("free"), law.of("only_above"), law.of("kept"))
            amount = flat_tax(base.amount, law.of("rate"), *limits)
    return formula(key, law.label, amount, "money_per_year", how, (base,), *sources)


def in_words(law: Parameter) -> str:
    """How a tax comes about, before any credit of its own; from what receipts one is told.

    >>> from calc.parameters import load_rules
    >>> in_words(load_rules(2026)["practice_taxes.portland_transit"])
    '(profit before these taxes - $400) x 0.8237 %'
    """
    if law.key.startswith(TOLD):
        return f"told from {law.dollars('above')} of receipts a year"
    match law.text("rule"):
        case "with_credit":
            steps = zip(law.percents_of("rates"), law.row("above"), strict=True)
            rates = (f"{rate} from ${at:,.0f}" if at else rate for rate, at in steps)
            return f"receipts x {', '.join(rates)}"
        case "unincorporated":
            return (
                f"(profit before these taxes, less {law.percent_of('services_share')} of it or at "
                f"most {law.dollars('services_most')}, less {law.dollars('free')}) x "
                f"{law.percent_of('rate')}; a credit takes all of {law.dollars('credit_whole_to')} "
                f"and nothing of {law.dollars('credit_gone_at')}"
            )
        case _:
            return _flat_in_words(law)


def _flat_in_words(law: Parameter) -> str:
    base = BASES[law.text("on")]
    if law.of("free"):
        base = f"({base} - {law.dollars('free')})"
    said = f"{base} x {law.percent_of('rate')}"
    if law.of("kept") < 1.0:
        said += f" x {law.percent_of('kept')}"
    if law.of("only_above"):
        said += f", once it is above {law.dollars('only_above')}"
    return said
