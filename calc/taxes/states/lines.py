"""One state's tax as lines: each step with its amount, and its rule in words."""

from __future__ import annotations

from calc.ledger import Line, formula, less, parameter, total
from calc.parameters import Rules
from calc.taxes.states.engine import StateBill, StepName, takes_step
from calc.taxes.states.own_rules import OWN_RULES
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
WAYS: dict[StepName, str] = {
    "taxable": "income the state starts from, less its deductions and exemptions, not below zero",
    "tax": "each slice of state taxable income at the rate of its bracket",
    "exemption": "the state's amount for each person",
    "refundable": "federal earned income credit x the state's share",
}
SOURCES: dict[StepName, str] = {
    "deduction": "standard_deduction",
    "tax": "income_tax_rate",
    "refundable": "credit_eitc_match",
}


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
    if takes_step(record, "refundable", OWN_RULES):
        rows.append(less(_step(record, bill, "refundable")))
    return total("taxes.state", label, *rows, how=record.word("special_rule"))


def _due(record: StateRecord, bill: StateBill) -> Line:
    lowering: tuple[StepName, ...] = ("deduction", "exemption")
    used = [_step(record, bill, "base")]
    used += [_step(record, bill, name) for name in lowering if takes_step(record, name, OWN_RULES)]
    taxable = _step(record, bill, "taxable", tuple(used))
    last = [_step(record, bill, "tax", (taxable,))]
    if takes_step(record, "credits", OWN_RULES):
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
    law = record.parameters.get(SOURCES.get(name, ""))
    return formula(
        f"taxes.state.{name}",
        LABELS[name],
        bill.found[name],
        "money_per_year",
        rule_in_words(record, name),
        uses,
        *((law,) if law else ()),
    )


def rule_in_words(record: StateRecord, name: StepName) -> str:
    """How a state takes a step: the first line of its own rule, or the rule that states share."""
    own = OWN_RULES.get(record.code, {}).get(name)
    if own is not None:
        words = (own.__doc__ or record.word("special_rule")).partition("\n")[0].rstrip(".")
    elif name == "base":
        words = BASES[record.word("starting_base").partition(" ")[0]]
    elif name == "deduction":
        words = f"standard deduction: {record.word('standard_deduction_basis')}"
    else:
        words = WAYS[name]
    return words
