"""Student loans: each draw of a batch is what it would be alone."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.loans import (
    BY_INCOME,
    FIXED,
    Incomes,
    PaidByAward,
    Projection,
    Terms,
    compare,
    monthly_payment,
    open_plans,
    project_all,
)
from tests.laws.loan_cases import AS_OF, Case, drawn, flat, income_path, one_loan
from tests.laws.trees import same

DRAWS = 3


def together(alone: Sequence[Case]) -> Case:
    """Cases that differ in numbers only, as one batch."""
    first = alone[0]
    loans = tuple(
        replace(
            one,
            balance=np.array([case.borrower.loans[index].balance for case in alone]),
            rate_per_year=np.array([case.borrower.loans[index].rate_per_year for case in alone]),
        )
        for index, one in enumerate(first.borrower.loans)
    )
    awards = tuple(
        replace(one, amount=np.array([case.terms.awards[index].amount for case in alone]))
        for index, one in enumerate(first.terms.awards)
    )
    incomes = Incomes(
        adjusted_income=np.hstack([case.incomes.adjusted_income for case in alone]),
        guideline_per_year=first.incomes.guideline_per_year,
        dependents=first.incomes.dependents,
        share=np.array([case.incomes.share for case in alone]),
    )
    rates = np.array([case.terms.forgiveness_tax_rate for case in alone])
    terms = replace(first.terms, awards=awards, forgiveness_tax_rate=rates)
    return Case(replace(first.borrower, loans=loans), incomes, terms, first.as_of)


@st.composite
def batches(draw: st.DrawFn) -> tuple[Case, tuple[Case, ...]]:
    """A batch of cases, and each of them alone: the same choices, other numbers."""
    chance = draw(st.randoms(use_true_random=True))
    first = drawn(chance)
    alone = [first]
    for _ in range(DRAWS - 1):
        loans = tuple(
            replace(
                one,
                balance=chance.choice((one.balance, chance.randint(100, 25_000_000) / 100)),
                rate_per_year=chance.choice((one.rate_per_year, chance.randint(0, 1_000) / 1e4)),
            )
            for one in first.borrower.loans
        )
        awards = tuple(replace(one, amount=one.amount / 2) for one in first.terms.awards)
        incomes = replace(
            first.incomes,
            adjusted_income=income_path(chance),
            share=chance.choice((1.0, chance.randint(1, 99) / 100)),
        )
        terms = replace(first.terms, awards=awards, forgiveness_tax_rate=chance.random())
        alone.append(Case(replace(first.borrower, loans=loans), incomes, terms, first.as_of))
    return together(alone), tuple(alone)


def numbers(found: Projection, draw: int | None = None) -> Iterator[tuple[str, Any]]:
    """Every number of a projection, or of one draw of it."""
    for field in fields(Projection):
        value = getattr(found, field.name)
        if isinstance(value, np.ndarray) and draw is not None:
            value = value[..., draw]
        if not isinstance(value, bool | str | None):
            yield field.name, np.ravel(value)
    value = found.present_value(0.04)
    yield "present_value", np.ravel(value if draw is None else np.asarray(value)[draw])


@given(batches())
def test_a_draw_of_a_projection_equals_its_scalar_run(
    pair: tuple[Case, tuple[Case, ...]],
) -> None:
    """Each number of a batch is, at each draw, what that draw alone gives, within 1e-9."""
    batch, alone = pair
    found = batch.all_plans()
    for draw, case in enumerate(alone):
        plans = tuple(item.plan for item in found)
        assert set(plans) <= set(open_plans(case.borrower, case.as_of))
        singles = project_all(plans, case.incomes, case.borrower, case.as_of, case.terms)
        for many, one in zip(found, singles, strict=True):
            drawn_numbers = dict(numbers(many, draw))
            for name, value in numbers(one):
                ours = drawn_numbers[name][: len(value)]
                assert np.allclose(ours, value, rtol=1e-9, atol=1e-6), (one.plan, name)
                assert not drawn_numbers[name][len(value) :].any()
            assert drawn_numbers["months"] == one.months
            assert many.by_pslf == one.by_pslf


@given(batches())
def test_a_draw_of_a_payment_equals_its_scalar_run(pair: tuple[Case, tuple[Case, ...]]) -> None:
    """The payment of each plan, open or not, is the same to the bit in a batch and alone."""
    batch, alone = pair
    for plan in (*FIXED, *BY_INCOME):
        many = np.asarray(monthly_payment(plan, batch.borrower, batch.incomes, batch.as_of))
        for draw, case in enumerate(alone):
            one = monthly_payment(plan, case.borrower, case.incomes, case.as_of)
            assert same(many[..., draw].ravel(), np.ravel(one)), plan


@pytest.mark.parametrize("field", ["forgiveness_tax_rate", "award", "share", "guideline"])
def test_any_number_may_be_the_only_batch(field: str) -> None:
    """Wherever the rows stand, every result is one number a draw."""
    row = np.array([0.1, 0.5])
    awards = (PaidByAward(month=0, amount=row * 1_000 if field == "award" else 500.0),)
    terms = Terms(
        awards=awards, forgiveness_tax_rate=row if field == "forgiveness_tax_rate" else 0.2
    )
    incomes = flat(
        30_000.0,
        share=row if field == "share" else 1.0,
        guideline_per_year=row * 30_000.0 if field == "guideline" else 15_960.0,
    )
    for found in compare(incomes, one_loan(50_000.0, 0.07), AS_OF, terms):
        for name, value in numbers(found):
            assert value.size % 2 == 0, name
        assert np.shape(found.months) == np.shape(found.present_value(0.04)) == (2,)
