"""The records of the loan plans: one each, and each rule a payment reads is behind its line."""

import datetime
from collections.abc import Iterator, Mapping
from typing import get_args

import pytest

from calc.ledger import Line, given
from calc.loans import (
    BY_INCOME,
    FIXED,
    PLANS,
    RECORDS,
    Borrower,
    Incomes,
    Loan,
    Plan,
    eligible_plans,
    monthly_payment,
    payment_of,
)
from calc.loans.borrower import Case
from calc.loans.payment import payment_line
from calc.parameters import Parameter
from calc.parameters.student_loans import loan_rules

AS_OF = datetime.date(2026, 11, 21)
COMPUTED = (*FIXED, *BY_INCOME)
INCOME = "loans.income"


class Watched(Mapping[str, Parameter]):
    """The rules of a day, with a list of those that were read."""

    def __init__(self) -> None:
        self.rules = loan_rules(AS_OF)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Parameter:
        self.read.add(name)
        return self.rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)


def case(rules: Mapping[str, Parameter], income: float = 52_000.0) -> Case:
    """A borrower of two loans with one dependant, who owes half of a couple's debt."""
    loans = tuple(
        Loan(balance=owed, rate_per_year=0.07, made_on=datetime.date(2019, 9, 1))
        for owed in (40_000.0, 9_000.0)
    )
    incomes = Incomes(
        adjusted_income=income, guideline_per_year=15_960.0, dependents=1.0, share=0.5
    )
    return Case(Borrower(loans=loans), incomes, rules)


def line(plan: Plan, rules: Mapping[str, Parameter], *, shares: bool = False) -> Line:
    """The payment a month of a plan."""
    asked = case(rules)
    income = given(INCOME, "Adjusted income", asked.incomes.adjusted_income, "money_per_year")
    return payment_line(plan, asked, income, shares=shares)


def names(rules: Iterator[Parameter]) -> set[str]:
    """The names of some rules."""
    return {rule.key.removeprefix("student_loans.") for rule in rules}


def test_every_plan_has_one_record() -> None:
    """The plans a file may name are those with a record, in the same order."""
    assert get_args(Plan) == PLANS == tuple(RECORDS)
    assert {plan for plan in PLANS if RECORDS[plan].payment} == set(COMPUTED)


def test_names_tell_plans_apart() -> None:
    """No two plans are called the same."""
    for name in ("name", "full_name"):
        assert len({getattr(record, name) for record in RECORDS.values()}) == len(RECORDS)


@pytest.mark.parametrize("plan", PLANS)
def test_a_share_or_term_in_a_name_is_that_of_the_law(plan: Plan) -> None:
    """A percent in a plan's name is the share of its rule, years in it are those of its term."""
    record, rules = RECORDS[plan], loan_rules(AS_OF)
    for said in (record.name, record.full_name):
        if " %" in said:
            assert rules[plan].percent_of("rate") in said
    if plan in ("standard_10", "extended"):
        years = rules[payment_of(plan).ends_after].number / 12
        assert f"({years:g} years)" in record.full_name


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan not in COMPUTED])
def test_a_plan_that_is_not_computed_is_open_to_nobody(plan: Plan) -> None:
    """Its one gate says why; there is no payment, and no rule behind one."""
    (gate,) = RECORDS[plan].gates
    borrower = case(loan_rules(AS_OF)).borrower
    found = next(each for each in eligible_plans(borrower, AS_OF) if each.plan == plan)
    assert not found.for_all
    assert found.closed_by == loan_rules(AS_OF)[gate.rule]
    assert RECORDS[plan].sources(loan_rules(AS_OF)) == ()
    with pytest.raises(AssertionError, match=f"{plan} is not computed"):
        payment_of(plan)


@pytest.mark.parametrize("plan", COMPUTED)
def test_every_rule_a_payment_reads_is_behind_its_line(plan: Plan) -> None:
    """What is read to work a payment out is a source of its record, and nothing else is."""
    rules = Watched()
    asked = case(rules)
    payment_of(plan).each(asked)
    assert rules.read == names(iter(RECORDS[plan].sources(rules.rules)))
    shown = line(plan, rules)
    assert rules.read == names(rule for _, part in shown.walk() for rule in part.sources)
    assert shown.sources == RECORDS[plan].sources(rules.rules)


@pytest.mark.parametrize("plan", COMPUTED)
def test_the_line_is_the_payment(plan: Plan) -> None:
    """A statement shows what the projection pays, from the income where the plan looks at it."""
    rules = loan_rules(AS_OF)
    asked = case(rules)
    shown = line(plan, rules)
    assert shown.amount == monthly_payment(plan, asked.borrower, asked.incomes, AS_OF)
    assert (INCOME in [part.key for part in shown.parts]) == (plan in BY_INCOME)
    assert "loans.share" not in [part.key for part in shown.parts]
    shared = [part.key for part in line(plan, rules, shares=True).parts]
    assert ("loans.share" in shared) == (plan in BY_INCOME)


@pytest.mark.parametrize(
    ("plan", "rate", "standard"), [("ibr_10", 0.10, 568.94), ("ibr_15", 0.15, 568.94)]
)
def test_the_parts_of_a_payment_above_the_guideline(
    plan: Plan, rate: float, standard: float
) -> None:
    """1.5 x 15,960 is 23,940; the Standard payments of 40,000 and 9,000 at 7 % are 464.43, 104.50.

    Both in words of the law's own figures.
    """
    shown = line(plan, loan_rules(AS_OF))
    parts = {part.key: part for part in shown.parts}
    assert parts["loans.guideline"].amount == 23_940
    assert parts["loans.guideline"].label == "150 % of the poverty guideline"
    assert parts["loans.rate"].amount == rate
    assert float(parts["loans.standard"].amount) == pytest.approx(standard, abs=0.011)
    assert shown.how == (
        f"{rate:.0%} of income above 150% of the guideline / 12, at most the Standard payment"
    ).replace("%", " %")
