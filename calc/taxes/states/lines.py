"""One state's tax as lines: each step with its amount, and its rule in words."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, less, parameter, total
from calc.number import Number
from calc.parameters import Rules
from calc.taxes.states.engine import StateBill, StepName
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.pensions import base_without_pension
from calc.taxes.states.record import StateRecord

LABELS: dict[StepName, str] = {
    "base": "Income the state starts from",
    "deduction": "State deductions",
    "exemption": "State exemptions",
    "taxable": "State taxable income",
    "tax": "State tax before credits",
    "credits": "State credits",
    "refundable": "State credits that are paid out",
}
BASES = {
    "federal_taxable_income": "federal taxable income",
    "federal_agi_plus_half_se": "federal adjusted income + half of self-employment tax",
    "own_gross_income": "taxable pay + profit + other income, before deductions",
    "none": "no income is taxed",
    "federal_agi": "federal adjusted income",
}
DEDUCTIONS = {"own_amount": "own amount", "federal_amount": "federal amount"}
WAYS: dict[StepName, str] = {
    "taxable": "income the state starts from, less its deductions and exemptions, not below zero",
    "tax": "each slice of state taxable income at the rate of its bracket",
    "exemption": "the state's amount for each person",
    "refundable": "federal earned income credit x the state's share",
}
# What a step is known by comes first among its sources; words that name a rule are read before it.
FIRST: dict[StepName, str] = {"base": "starting_base", "tax": "income_tax_rate"}


def state_line(record: StateRecord, bill: StateBill, rules: Rules) -> Line:
    """State income tax after credits; credits that are paid out are a row of their own."""
    label = f"State income tax, {record.name}"
    if record.word("starting_base") == "none":
        law = rules["states.income_tax"]
        due = parameter(
            "taxes.state.before_refundable", "No tax on earnings", 0.0, "money_per_year", law
        )
    else:
        due = _due(record, bill)
    rows = [due]
    if "refundable" in bill.taken:
        rows.append(less(_step(record, bill, "refundable")))
    if np.any(bill.elected):
        rows.append(less(elected_row(bill.elected)))
    return total("taxes.state", label, *rows, how=record.told("special_rule"))


def elected_row(credit: Number) -> Line:
    """What the state gives the owner of a corporation for the tax that it chose to pay."""
    return formula(
        "taxes.state.elected",
        "Credit for the tax of your corporation",
        credit,
        "money_per_year",
        "the tax that the corporation paid by election x the share that the state credits",
    )


def _due(record: StateRecord, bill: StateBill) -> Line:
    lowering: tuple[StepName, ...] = ("deduction", "exemption")
    used = [_step(record, bill, "base")]
    used += [_step(record, bill, name) for name in lowering if name in bill.taken]
    taxable = _step(record, bill, "taxable", tuple(used))
    last = [_step(record, bill, "tax", (taxable,))]
    if "credits" in bill.taken:
        last.append(_step(record, bill, "credits"))
    return formula(
        "taxes.state.before_refundable",
        "State income tax, before credits that are paid out",
        bill.tax,
        "money_per_year",
        "tax less credits, not below zero",
        tuple(last),
    )


def _step(
    record: StateRecord, bill: StateBill, name: StepName, uses: tuple[Line, ...] = ()
) -> Line:
    key = f"taxes.state.{name}"
    pieces = tuple(
        formula(f"{key}.{place}", label, amount, "money_per_year", how)
        for place, (label, amount, how) in enumerate(bill.pieces[name])
    )
    names = dict.fromkeys((FIRST.get(name, ""), *bill.read[name]))
    return formula(
        key,
        LABELS[name],
        bill.found[name],
        "money_per_year",
        rule_in_words(record, name),
        (*uses, *pieces),
        *(record.parameters[found] for found in names if record.has(found)),
    )


def rule_in_words(record: StateRecord, name: StepName) -> str:
    """How a state takes a step: the first line of its own rule, or the rule that states share."""
    own = OWN_RULES.get(record.code, {}).get(name)
    if own is base_without_pension:
        start = BASES[record.word("starting_base")]
        words = (
            f"{start[0].upper()}{start[1:]}, less what it leaves untaxed of a pension or for age"
        )
    elif own is not None:
        words = (own.__doc__ or record.told("special_rule")).partition("\n")[0].rstrip(".")
    elif name == "base":
        words = BASES[record.word("starting_base")]
    elif name == "deduction":
        words = f"standard deduction: {DEDUCTIONS[record.word('standard_deduction_basis')]}"
    else:
        words = WAYS[name]
    return words
