"""Money has no unit of its own: in cents the year is the same year."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.ledger import Line
from calc.parameters import Parameter, Rules
from calc.scenario import KnownPayment, UsTax
from tests.laws.trees import statements
from tests.strategies import number_fields, scenarios

# Tables of rates whose other entries are incomes in dollars, and entries of dollar tables that are
# ages, rates or words.
BY_INCOME = ("us_federal.income_tax", "us_federal.savers_credit")
NOT_MONEY = (
    "rates",
    "rate",
    "from_age",
    "place",
    "rule",
    "on",
    "kept",
    "services_share",
    "deducted",
    "added_back",
    "steps",
    "with_pay_share",
    "of",
    "resident_least",
    "relief",
    "credit_share",
    "refundable",
    "carried_years",
    "elect_by",
    "due",
    "shares",
)


def scaled_value(value: Any, factor: float) -> Any:
    """A value of the law in the other currency."""
    match value:
        case Mapping():
            return {
                name: item if name in NOT_MONEY else scaled_value(item, factor)
                for name, item in value.items()
            }
        case tuple():
            return tuple(scaled_value(item, factor) for item in value)
    return value * factor


def scaled_parameter(parameter: Parameter, factor: float) -> Parameter:
    """A parameter in the other currency, if it is money."""
    if parameter.unit.startswith("usd") or parameter.key in BY_INCOME:
        return replace(parameter, value=scaled_value(parameter.value, factor))
    return parameter


def scaled_rules(tax_year: int, factor: float) -> Rules:
    """The law as a country would write it whose money is worth less."""
    rules = load_rules(tax_year)
    return Rules(tax_year, {key: scaled_parameter(rules[key], factor) for key in rules})


def scaled_scenario(scenario: Scenario, factor: float) -> Scenario:
    """The same plan with all its money, stated or assumed, in the other currency."""
    money = [found for found in number_fields(scenario) if found.unit.startswith("money")]
    return scenario.with_values({found.path: found.value * factor for found in money})


def with_its_salary(scenario: Scenario, rules: Rules) -> Scenario:
    """The same plan with the salary of its corporation stated: surveyed pay is in dollars."""
    own = evaluate(scenario, rules).corporation
    if own is None:
        return scenario
    return scenario.with_values({"work.form.salary_per_year": own.salary.amount})


def compare(line: Line, other: Line, factor: float, tolerance: float, scale: float) -> None:
    """Money is `factor` times as much, all else as it was; at each level of the tree."""
    assert (line.key, line.unit, len(line.parts)) == (other.key, other.unit, len(other.parts))
    money = line.unit.startswith("money")
    wanted = line.amount * factor if money else line.amount
    near = tolerance * max(abs(wanted), scale * factor if money else 1.0)
    assert abs(other.amount - wanted) <= near or (other.amount != other.amount), line.key
    assert (wanted != wanted) == (other.amount != other.amount), line.key
    for part, other_part in zip(line.parts, other.parts, strict=True):
        compare(part, other_part, factor, tolerance, scale)


def largest_money(line: Line) -> float:
    """The largest sum of money in a tree."""
    return max(
        (abs(part.amount) for _, part in line.walk() if part.unit.startswith("money")), default=0.0
    )


@pytest.mark.parametrize(
    ("factor", "tolerance"), [(100.0, 1e-9), (128.0, 0.0)], ids=["in-cents", "a-power-of-two"]
)
@given(scenario=scenarios(most_money=1e6))
def test_money_scales_and_nothing_else(scenario: Scenario, factor: float, tolerance: float) -> None:
    """All money and all dollar thresholds x 100: every money line x 100, all else unchanged.

    By a power of two nothing is rounded, so there the law holds to the bit. State tax and payroll
    programmes are at rates here: their tables hold counts of children beside dollars. The loan
    payment is a known one: a lender bills whole cents, and a cent times 100 is a dollar.
    """
    mode = scenario.household.tax
    if not isinstance(scenario.loans, KnownPayment):
        scenario = scenario.with_values({"loans": {"payment_per_month": 450.0}})
    if isinstance(mode, UsTax):
        rates = {"state_rate": mode.state_rate or 0.05}
        rates["payroll_programme_rate"] = mode.payroll_programme_rate or 0.01
        changes = {f"household.tax.{name}": rate for name, rate in rates.items()}
        scenario = scenario.with_values(changes)
    scenario = with_its_salary(scenario, load_rules(scenario.tax_year))
    one = evaluate(scenario, load_rules(scenario.tax_year))
    hundred = evaluate(scaled_scenario(scenario, factor), scaled_rules(scenario.tax_year, factor))
    scale = max(largest_money(line) for line in (one.take_home, one.left_over))
    other = dict(statements(hundred))
    for name, line in statements(one):
        if isinstance(line, Line):
            # A small difference of large sums is as exact as the sums are.
            compare(line, other[name], factor, tolerance, scale)
    assert {r.kind for r in one.remarks} - {"far_above_typical"} == {
        r.kind for r in hundred.remarks
    } - {"far_above_typical"}
