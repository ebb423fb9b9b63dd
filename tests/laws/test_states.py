"""State tax over all incomes: never negative beyond its credits, and no jump without a name."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from calc.number import Number
from calc.parameters import load_rules, state_names
from calc.scenario.household import FilingStatus
from calc.taxes import Household
from calc.taxes.earnings import adjusted_income, earnings_of
from calc.taxes.itemising import first_half
from calc.taxes.states.engine import FederalFigures, StateBill, state_bill
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.record import StateRecord, state_record

Floats = NDArray[np.float64]
RULES = load_rules(2026)
INCOMES = np.arange(0.0, 450_001.0, 25.0)
JUMP_USD = 30.0
STATUSES: tuple[FilingStatus, ...] = ("single", "joint", "head_of_household")


class Case(NamedTuple):
    """One kind of household over all incomes, and its state return."""

    household: Household
    record: StateRecord
    federal: FederalFigures
    bill: StateBill


def households(state: str) -> Iterator[Household]:
    """Wages, profit, and a couple who earn alike, at every income; a child for a single parent."""
    for status in STATUSES:
        children = 1 if status == "head_of_household" else 0
        common = {"filing_status": status, "state": state, "children_under_17": children}
        yield Household(**common, wages=INCOMES, deduction="standard")
        yield Household(**common, profit=INCOMES, deduction="standard")
    half = INCOMES / 2.0
    yield Household(filing_status="joint", state=state, profit=half, spouse_wages=half)


def case_of(household: Household) -> Case:
    """The state return under the federal standard deduction."""
    record = state_record(household.state, RULES)
    assert record is not None
    earnings = earnings_of(household, RULES)
    interest, adjusted = adjusted_income(household, RULES, earnings)
    figures = first_half(household, RULES, earnings, interest, adjusted).figures
    return Case(household, record, figures, state_bill(household, figures, record, OWN_RULES))


@functools.cache
def cases(state: str) -> tuple[Case, ...]:
    """Every kind of household of one state."""
    return tuple(case_of(household) for household in households(state))


def everywhere(number: Number) -> Floats:
    """A number at each income, also where it is the same at all."""
    return np.broadcast_to(np.asarray(number, dtype=float), INCOMES.shape)


@pytest.mark.parametrize("state", state_names())
def test_tax_lies_between_its_credits_and_income(state: str) -> None:
    """Tax is not below zero, credits paid out are not negative, and tax is not above income."""
    for case in cases(state):
        home = case.household
        income = everywhere(home.wages) + everywhere(home.profit) + everywhere(home.spouse_wages)
        tax, refundable = everywhere(case.bill.tax), everywhere(case.bill.refundable)
        assert np.all(tax >= 0.0)
        assert np.all(refundable >= 0.0)
        assert np.all(tax <= income)
        assert np.array_equal(everywhere(case.bill.net), tax - refundable)


@pytest.mark.parametrize("state", state_names())
def test_a_draw_of_a_state_equals_its_scalar_run(state: str) -> None:
    """The state return of one income has the same bits alone or among all incomes."""
    for case in cases(state):
        for index in range(0, len(INCOMES), 2_999):
            names = ("wages", "profit", "spouse_wages")
            one = Household(
                filing_status=case.household.filing_status,
                state=state,
                children_under_17=case.household.children_under_17,
                deduction="standard",
                **{name: everywhere(getattr(case.household, name))[index] for name in names},
            )
            alone = case_of(one).bill
            for name in ("tax", "refundable", "net"):
                together = everywhere(getattr(case.bill, name))[index]
                assert together == float(getattr(alone, name)), (state, name, INCOMES[index])


def agi(case: Case) -> Number:
    """Federal adjusted income."""
    return case.federal.adjusted_income


def base(case: Case) -> Number:
    """The income that the state starts from."""
    return case.bill.found["base"]


def gross(case: Case) -> Number:
    """Pay and profit."""
    home = case.household
    return everywhere(home.wages) + everywhere(home.profit) + everywhere(home.spouse_wages)


def taxable(case: Case) -> Number:
    """State taxable income."""
    return case.bill.found["taxable"]


def after_exemption(case: Case) -> Number:
    """Ohio's income of the credit for persons: adjusted income less exemptions."""
    return case.federal.adjusted_income - case.bill.found["exemption"]


def guideline(case: Case) -> float:
    """The poverty guideline for the people of the return."""
    people = (2 if case.household.filing_status == "joint" else 1) + (
        case.household.children_under_17
    )
    further = case.record.amount("poverty_guideline_each_further_person")
    return case.record.amount("poverty_guideline_first_person") + further * (people - 1)


def of_guideline(case: Case) -> Number:
    """Adjusted income as a share of the poverty guideline."""
    return case.federal.adjusted_income / guideline(case)


def above_guideline(case: Case) -> Number:
    """Adjusted income above the poverty guideline."""
    return case.federal.adjusted_income - guideline(case)


def above_free_income(case: Case) -> Number:
    """Pennsylvania's income above what is forgiven in full."""
    filers = 2 if case.household.filing_status == "joint" else 1
    free = case.record.amount("forgiveness_each_filer") * filers
    children = case.household.children_under_17
    return base(case) - free - case.record.amount("forgiveness_each_dependent") * children


def federal_credit(case: Case) -> Number:
    """The federal earned income credit: some state credits begin or end with it."""
    return np.where(np.greater(case.federal.earned_income_credit, 0.0), 1.0, 0.0)


@dataclass(frozen=True)
class NamedStep:
    """A step that the law makes: the income it looks at, and the numbers it steps at.

    `bounds` is a parameter, a start and an increment (a step for each one begun), or a number.
    """

    state: str
    law: str
    measure: Callable[[Case], Number]
    bounds: str | tuple[str, str] | float

    def starts(self, case: Case, highest: float) -> Floats:
        """Every bound of the step for one kind of household."""
        status, record = case.household.filing_status, case.record
        match self.bounds:
            case (start, increment):
                first = record.amount(start, status) if start else 0.0
                return np.arange(first, highest + 1.0, record.amount(increment, status))
            case float():
                return np.array([self.bounds])
        try:
            return np.array(record.steps(self.bounds, status)[0])
        except TypeError:  # one number
            return np.array([record.amount(self.bounds, status)])

    def covers(self, case: Case, jump: int) -> bool:
        """Whether a bound lies between two neighbouring incomes."""
        amounts = everywhere(self.measure(case))
        low, high = sorted((amounts[jump], amounts[jump + 1]))
        starts = self.starts(case, float(amounts.max()))
        small = 1e-9 * max(1.0, abs(high))
        return bool(np.any((starts >= low - small) & (starts <= high + small) & (low != high)))


STEPS = (
    NamedStep(
        "AZ",
        "increased excise tax credit ends (A.R.S. 43-1072.01)",
        agi,
        "credit_increased_excise_income_threshold",
    ),
    NamedStep(
        "CO",
        "federal deductions come back (C.R.S. 39-22-104(3)(p))",
        agi,
        "addition_federal_deductions_agi_threshold",
    ),
    NamedStep(
        "CO",
        "family affordability credit (C.R.S. 39-22-130)",
        agi,
        (
            "credit_family_affordability_reduction_threshold",
            "credit_family_affordability_reduction_increment",
        ),
    ),
    NamedStep(
        "CT",
        "personal exemption (Table A)",
        agi,
        ("exemption_personal_reduction_start", "exemption_personal_reduction_increment"),
    ),
    NamedStep(
        "CT", "add-back of the lowest rate (Table C)", agi, ("add_back_start", "add_back_increment")
    ),
    NamedStep("CT", "recapture (Table D)", agi, ("recapture_low_start", "recapture_low_increment")),
    NamedStep("CT", "personal credit (Table E)", agi, "personal_credit_share_of_tax"),
    NamedStep("CT", "earned income credit, addition with a child", federal_credit, 1.0),
    NamedStep(
        "DC",
        "child credit (47-1806.17)",
        agi,
        ("credit_ctc_income_threshold", "credit_ctc_phase_out_increment"),
    ),
    NamedStep("HI", "food/excise credit (HRS 235-55.85)", agi, "credit_food_excise_tax_amount"),
    NamedStep("IL", "exemption ends (35 ILCS 5/204)", agi, "exemption_income_limit"),
    NamedStep("KY", "family size credit (KRS 141.066)", of_guideline, "credit_family_size_rate"),
    NamedStep("MD", "exemption (Tax-General 10-211)", agi, "exemption_by_income"),
    NamedStep("MD", "poverty level credit (Tax-General 10-709)", above_guideline, 0.0),
    NamedStep(
        "MO", "federal tax deducted (RSMo 143.171)", agi, "deduction_federal_income_tax_rate"
    ),
    NamedStep("NJ", "filing threshold (N.J.S.A. 54A:2-4)", base, "filing_threshold"),
    NamedStep("NM", "child credit (7-2-18.34 NMSA)", agi, "credit_child_amount"),
    NamedStep("NY", "recapture (Tax Law 601(d))", taxable, "recapture_base"),
    NamedStep("OH", "no tax up to a limit (R.C. 5747.02)", taxable, "zero_tax_income_limit"),
    NamedStep("OH", "exemption credit (R.C. 5747.022)", after_exemption, "credit_exemption_amount"),
    NamedStep("OK", "sales tax relief (68 O.S. 5011)", gross, 20_000.0),
    NamedStep("OK", "sales tax relief, with a child (68 O.S. 5011)", gross, 50_000.0),
    NamedStep("OK", "child credit (68 O.S. 2357)", agi, "credit_child_agi_limit"),
    NamedStep("OR", "exemption credit (ORS 316.085)", agi, "credit_exemption_income_limit"),
    NamedStep("OR", "federal tax deducted (ORS 316.695)", agi, "federal_tax_deduction_cap"),
    NamedStep(
        "PA", "tax forgiveness (Schedule SP)", above_free_income, ("", "forgiveness_increment")
    ),
    NamedStep(
        "RI",
        "standard deduction (44-30-2.6)",
        agi,
        ("standard_deduction_phase_out_start", "standard_deduction_phase_out_increment"),
    ),
    NamedStep(
        "RI",
        "exemption (44-30-2.6)",
        agi,
        ("exemption_reduction_start", "exemption_reduction_increment"),
    ),
    NamedStep("VA", "filing threshold (58.1-321)", base, "filing_requirement"),
    NamedStep("VA", "credit for low income (58.1-339.8)", above_guideline, 0.0),
    NamedStep("WA", "working families credit (RCW 82.08.0206)", federal_credit, 1.0),
    NamedStep("WV", "family credit (11-21-22)", above_guideline, "credit_family_share"),
)


def jumps(case: Case) -> list[int]:
    """Where tax changes by more than $30 while income changes by $25."""
    change = np.abs(np.diff(everywhere(case.bill.net)))
    return [int(index) for index in np.nonzero(change > JUMP_USD)[0]]


@pytest.mark.parametrize("state", state_names())
def test_no_jump_without_a_name(state: str) -> None:
    """Each jump of more than $30 lies on a step that the law of the state makes."""
    steps = [step for step in STEPS if step.state == state]
    unnamed = [
        (case.household.filing_status, INCOMES[jump])
        for case in cases(state)
        for jump in jumps(case)
        if not any(step.covers(case, jump) for step in steps)
    ]
    assert unnamed == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.state}: {step.law}")
def test_each_named_step_is_there(step: NamedStep) -> None:
    """A step in the table is one: tax jumps where the law says."""
    assert any(step.covers(case, jump) for case in cases(step.state) for jump in jumps(case))
