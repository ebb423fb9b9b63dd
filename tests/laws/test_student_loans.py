"""Student loans: no dollar is lost, and each plan keeps what its law promises."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.loans import (
    BY_INCOME,
    FIXED,
    PLANS,
    Borrower,
    Incomes,
    Loan,
    PaidByAward,
    Plan,
    Projection,
    Terms,
    compare,
    eligible_plans,
    files_apart,
    grown,
    monthly_payment,
    open_plans,
    own_share,
    plan_by_law,
    project,
    project_all,
    stepped,
    year_of,
)
from calc.parameters.student_loans import first_day
from calc.scenario import LoansByPlan, UsTax
from calc.taxes import adjusted_income_of
from tests.laws.trees import same
from tests.strategies import scenarios

AS_OF = datetime.date(2026, 11, 21)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
PAYE_ENDS = datetime.date(2028, 6, 30)
CENT = 0.01
ROUNDING = 1e-9
YEARS = 30
DRAWS = 3
INCOMES = (-20_000.0, 0.0, 10_000.0, 25_000.0, 60_000.0, 100_000.0, 1e6)
COUNTS_FOR_PSLF: tuple[Plan, ...] = ("standard_10", "rap", "ibr_10", "ibr_15", "paye")


@dataclass(frozen=True)
class Case:
    """A borrower on a day, with the incomes ahead and what is given beside them."""

    borrower: Borrower
    incomes: Incomes
    terms: Terms
    as_of: datetime.date

    def all_plans(self) -> tuple[Projection, ...]:
        """Every open plan to its end."""
        return compare(self.incomes, self.borrower, self.as_of, self.terms)


def day(chance: Random, first: datetime.date, last: datetime.date) -> datetime.date:
    """A day between two, or one of them."""
    span = chance.choice((0, chance.randint(0, (last - first).days), (last - first).days))
    return first + datetime.timedelta(days=span)


def loan(chance: Random, as_of: datetime.date) -> Loan:
    """A loan of any size and rate, made before 1 July 2026 or, one in four, after it."""
    new = chance.random() < 0.25
    first, last = (first_day(), as_of) if new else (datetime.date(2008, 1, 1), OLD)
    return Loan(
        balance=chance.choice((chance.randint(100, 25_000_000) / 100, 1.0, 30_000.0)),
        rate_per_year=chance.choice((chance.randint(0, 1_200) / 1e4, 0.0807, 0.0, 0.25)),
        made_on=day(chance, first, last),
        subsidised=chance.random() < 0.3,
    )


def income_path(chance: Random) -> Any:
    """Adjusted incomes of the years ahead, which grow and may change at once."""
    first = chance.choice((chance.randint(0, 20_000_000) / 100, *INCOMES))
    path = grown(first, chance.randint(0, 15) / 100, YEARS)
    gone = sorted(chance.sample(range(1, 31), chance.choice((0, 1, 2))))
    return stepped(path, [(year, chance.choice(INCOMES), 0.03) for year in gone])


def drawn(chance: Random) -> Case:
    """Any lawful case."""
    as_of = day(chance, first_day(), datetime.date(2031, 1, 1))
    borrower = Borrower(
        loans=tuple(loan(chance, as_of) for _ in range(chance.choice((1, 1, 2, 3)))),
        new_borrower=chance.random() < 0.5,
        plan_now=chance.choice(("none", "paye")),
        save_payments=chance.choice((0, 59, 60)),
    )
    incomes = Incomes(
        adjusted_income=income_path(chance),
        guideline_per_year=grown(15_960.0, chance.choice((0.0, 0.025)), YEARS),
        dependents=float(chance.choice((0, 0, 1, 4))),
        share=chance.choice((1.0, 0.5, chance.randint(1, 99) / 100)),
    )
    awards = tuple(
        PaidByAward(
            month=chance.choice((0, 12, 24, 200)),
            amount=chance.choice((5_000.0, chance.randint(0, 6_000_000) / 100)),
            taxable=chance.random() < 0.5,
        )
        for _ in range(chance.choice((0, 0, 1, 2)))
    )
    terms = Terms(
        pslf_certified=chance.choice((None, 0, chance.randint(0, 120), 120)),
        pslf_stays=chance.choice((None, None, 12, 120)),
        credited=chance.choice((0, 0, chance.randint(0, 360))),
        forgiveness_tax_rate=chance.choice((0.0, 0.22)),
        pooled=chance.random() < 0.3,
        awards=awards,
    )
    return Case(borrower, incomes, terms, as_of)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any lawful case, drawn from one seed."""
    return drawn(draw(st.randoms(use_true_random=True)))


def one_loan(balance: float, rate: float, made_on: datetime.date = OLD, **facts: Any) -> Borrower:
    """A borrower with one loan."""
    made = Loan(balance=balance, rate_per_year=rate, made_on=made_on)
    return Borrower(loans=(made,), **facts)


def flat(income: float, **others: Any) -> Incomes:
    """One income for all years, of one person in the 48 states."""
    return Incomes(**{"adjusted_income": income, "guideline_per_year": 15_960.0, **others})


# --- no dollar is lost -------------------------------------------------------------------------


@given(cases())
def test_what_was_owed_is_paid_waived_matched_awarded_or_forgiven(case: Case) -> None:
    """Principal and interest accrued equal what is paid and done away with, to a cent, everywhere.

    No part is negative, nothing is owed at the end, and the balance starts at what was borrowed
    unless all of it was forgiven at once.
    """
    for found in case.all_plans():
        parts = (found.total_paid, found.waived, found.matched, found.awarded, found.forgiven)
        assert sum(parts) == pytest.approx(case.borrower.balance + found.interest, abs=CENT)
        assert min(parts) >= 0
        assert found.paid_by_month.min(initial=0.0) >= 0
        assert found.balance_by_month.min() >= -ROUNDING
        assert found.balance_by_month[-1, 0] == 0
        if found.months:
            assert found.balance_by_month[0, 0] == pytest.approx(case.borrower.balance)
        assert found.total_paid == pytest.approx(found.paid_by_month.sum(), abs=CENT)


@given(cases())
def test_each_month_is_counted_once(case: Case) -> None:
    """Payments stop when nothing is owed: no month is added by what rounding leaves."""
    for found in case.all_plans():
        months = int(found.months)
        assert not found.paid_by_month[months:].any()
        assert not found.balance_by_month[months + 1 :].any()
        if months:
            assert found.last_payment == found.paid_by_month[months - 1, 0]
            assert found.highest_payment == found.paid_by_month.max()
            assert found.first_payment == found.paid_by_month[0, 0]
            # Only a payment of less than half a cent, of a loan of a few dollars, is none.
            tiny = min(one.balance for one in case.borrower.loans) < 100
            assert tiny or found.plan in BY_INCOME or found.last_payment > ROUNDING


@given(cases())
def test_together_or_one_after_the_other(case: Case) -> None:
    """Plans projected at once are those projected alone, to the bit."""
    for found in case.all_plans():
        alone = project(found.plan, case.incomes, case.borrower, case.as_of, case.terms)
        months = len(alone.paid_by_month)
        for field in fields(Projection):
            one, other = getattr(alone, field.name), getattr(found, field.name)
            if field.name.endswith("by_month"):
                assert same(one, other[: len(one)])
                assert not other[months + 1 :].any()
            elif field.name != "total_paid":  # added over a longer row of months
                assert one == other, field.name
        assert alone.total_paid == pytest.approx(found.total_paid, rel=1e-12)


@given(cases(), st.sampled_from((0.0, 0.04, 0.15)))
def test_money_later_is_worth_no_more(case: Case, rate: float) -> None:
    """Today's money of a plan is at most all that is paid with its taxes, and just that at 0 %."""
    for found in case.all_plans():
        everything = found.total_paid + found.tax_on_forgiveness + found.tax_on_awards
        assert found.present_value(0.0) == pytest.approx(everything, abs=CENT)
        assert found.present_value(rate) <= everything + CENT


# --- what the plans promise --------------------------------------------------------------------


@given(cases())
def test_rap_asks_ten_dollars_and_never_lets_the_balance_rise(case: Case) -> None:
    """Each payment of RAP but the last is $10 or more, and no month ends with more owed."""
    terms = replace(case.terms, credited=0)
    found = project("rap", case.incomes, case.borrower, case.as_of, terms)
    before_last = found.paid_by_month[: max(int(found.months) - 1, 0)]
    assert before_last.min(initial=10.0) >= 10
    assert np.diff(found.balance_by_month, axis=0).max(initial=0.0) <= ROUNDING
    assert found.months <= 360


@given(cases())
def test_ibr_asks_no_more_than_standard_did_at_entry(case: Case) -> None:
    """IBR and PAYE never ask more than the Standard payment at entry, but for their step to $10."""
    standard = monthly_payment("standard_10", case.borrower, case.incomes, case.as_of)
    for found in case.all_plans():
        if found.plan in ("ibr_10", "ibr_15", "paye") and found.then != "rap":
            assert found.highest_payment <= max(standard, 10.0) + ROUNDING


@given(cases(), st.integers(-2_000_000, 30_000_000), st.integers(0, 10_000_000))
def test_more_income_never_lowers_a_payment(case: Case, income: int, more: int) -> None:
    """No plan by income asks less of a higher income."""
    for plan in BY_INCOME:
        low, high = (
            monthly_payment(
                plan, case.borrower, replace(case.incomes, adjusted_income=cents / 100), case.as_of
            )
            for cents in (income, income + more)
        )
        assert np.all(low <= high)


@given(cases())
def test_a_fixed_plan_ends_within_its_term(case: Case) -> None:
    """Tiered Standard takes 10, 15, 20 or 25 years at most, Standard 10, Extended 25."""
    for found in case.all_plans():
        if found.plan in FIXED:
            terms = {"standard_10": (120,), "extended": (300,)}.get(
                found.plan, (120, 180, 240, 300)
            )
            assert found.months <= max(terms)
            assert found.by_pslf or found.forgiven == 0
            assert (found.plan == "standard_10") or not found.by_pslf


@pytest.mark.parametrize(
    ("owed", "months"),
    [
        (24_999.99, 120),
        (25_000.0, 180),
        (49_999.99, 180),
        (50_000.0, 240),
        (99_999.99, 240),
        (100_000.0, 300),
    ],
)
@pytest.mark.parametrize("others", [(), (1_000.0,), (18_853.03, 1_927.03)], ids=len)
def test_tiered_terms_at_their_borders(owed: float, months: int, others: tuple[float, ...]) -> None:
    """The total of all loans sets the term, and a total on a border has the longer one.

    As binary fractions 18,853.03 + 1,927.03 + 4,219.94 are a little less than 25,000.
    """
    balances = (*others, round(owed - sum(others), 2))
    loans = tuple(Loan(balance=part, rate_per_year=0.06, made_on=NEW) for part in balances)
    found = project("tiered_standard", flat(0.0), Borrower(loans=loans), AS_OF)
    assert found.months == months


def test_extended_at_its_border() -> None:
    """Extended needs more than $30,000 of all loans together: not 30,000, not a rounding above."""
    for parts, wanted in (
        ((30_000.0,), False),
        ((30_000.01,), True),
        ((18_680.9, 10_504.45, 814.65), False),
    ):
        loans = tuple(Loan(balance=part, rate_per_year=0.06, made_on=OLD) for part in parts)
        assert ("extended" in open_plans(Borrower(loans=loans), AS_OF)) == wanted


@pytest.mark.parametrize("tens", range(1, 11))
def test_rap_bands_at_their_borders(tens: int) -> None:
    """An income on a line has the lower share of it all, and a cent above the higher share."""
    line, borrower = tens * 10_000.0, one_loan(66_000.0, 0.08)
    at, above = (
        float(monthly_payment("rap", borrower, flat(amount), AS_OF))
        for amount in (line, line + 0.01)
    )
    lower = (tens - 1) / 100 * line / 12
    assert at == pytest.approx(max(lower, 10.0), abs=CENT / 2 + ROUNDING)
    assert above == pytest.approx(max(tens / 100 * line / 12, 10.0), abs=CENT)


@given(
    st.integers(100_000, 400_000),
    st.floats(0.2, 0.8),
    st.integers(6_000_000, 8_000_000),
    st.sampled_from(BY_INCOME),
)
def test_shares_of_a_couple_make_up_its_payment(
    owed: int, share: float, cents: int, plan: Plan
) -> None:
    """Where no floor or cap is met, what two spouses pay is what the couple would, to a cent."""
    own, other = round(owed * share, 2), round(owed * (1 - share), 2)
    incomes = flat(cents / 100, guideline_per_year=21_640.0)
    assert own_share(own, other) + own_share(other, own) == pytest.approx(1.0)
    apart = sum(
        float(
            monthly_payment(
                plan,
                one_loan(1_000_000.0, 0.06),
                replace(incomes, share=own_share(mine, yours)),
                AS_OF,
            )
        )
        for mine, yours in ((own, other), (other, own))
    )
    together = float(monthly_payment(plan, one_loan(1_000_000.0, 0.06), incomes, AS_OF))
    assert apart == pytest.approx(together, abs=CENT + ROUNDING)


@given(
    st.dates(first_day(), PAYE_ENDS),
    st.integers(3_000_000, 20_000_000),
    st.integers(0, 6_000_000),
    st.booleans(),
    st.sampled_from((0, 60)),
)
def test_paye_gives_way_in_july_2028(
    as_of: datetime.date, balance: int, income: int, new_borrower: bool, save_payments: int
) -> None:
    """PAYE is paid until June 2028, then what follows it by law; no dollar is lost on the way."""
    borrower = one_loan(
        balance / 100,
        0.07,
        new_borrower=new_borrower,
        plan_now="paye",
        save_payments=save_payments,
    )
    incomes = flat(income / 100)
    found = project("paye", incomes, borrower, as_of)
    wanted: Plan = "rap" if save_payments else "ibr_10" if new_borrower else "ibr_15"
    assert found.then == wanted
    gone = (2028 - as_of.year) * 12 + 6 - as_of.month
    before = float(monthly_payment("paye", borrower, incomes, as_of))
    after = float(monthly_payment(wanted, borrower, incomes, as_of))
    months = int(found.months) - 1
    paid = found.paid_by_month[:, 0]
    assert np.all(paid[: min(gone, months)] == before)
    assert np.all(paid[gone:months] == after)
    done = found.waived + found.matched + found.forgiven
    assert found.total_paid + done == pytest.approx(balance / 100 + found.interest, abs=CENT)


@given(cases(), st.integers(0, 120))
def test_public_service_forgives_after_120_payments(case: Case, certified: int) -> None:
    """PSLF ends a plan after 120 payments less those certified, and its forgiveness is not taxed.

    Plans that do not count, and leaving before, are as if there were no service.
    """
    terms = Terms(pslf_certified=certified, forgiveness_tax_rate=0.3, pooled=case.terms.pooled)
    none = replace(terms, pslf_certified=None)
    leaves = replace(terms, pslf_stays=max(119 - certified, 0))
    for found, without, left in zip(
        *(replace(case, terms=one).all_plans() for one in (terms, none, leaves)), strict=True
    ):
        if found.plan not in COUNTS_FOR_PSLF:
            assert found.months == without.months
            assert not found.by_pslf
            continue
        assert found.months <= 120 - certified
        assert found.by_pslf
        assert found.tax_on_forgiveness == 0
        if found.forgiven:
            assert found.months == 120 - certified
            assert found.outcome == "pslf_forgiven"
        else:
            assert found.total_paid == pytest.approx(without.total_paid)
        if certified < 120:
            assert (left.months, left.forgiven) == (without.months, without.forgiven)
            assert not left.by_pslf


# --- which plans are open ----------------------------------------------------------------------


@given(cases())
def test_each_plan_is_open_or_says_why_not(case: Case) -> None:
    """Every plan is listed once; a closed one names a rule; RAP and the plan by law are open.

    With a loan made from 1 July 2026 only RAP and Tiered Standard are, else never Tiered Standard.
    """
    found = eligible_plans(case.borrower, case.as_of)
    assert tuple(item.plan for item in found) == PLANS
    assert all((item.closed_by is None) == bool(item.open) for item in found)
    opened = open_plans(case.borrower, case.as_of)
    assert opened == tuple(item.plan for item in found if item.open)
    assert {"rap", plan_by_law(case.borrower, case.as_of)} <= set(opened)
    if any(made.made_on >= datetime.date(2026, 7, 1) for made in case.borrower.loans):
        assert set(opened) == {"rap", "tiered_standard"}
    else:
        assert "tiered_standard" not in opened
        assert not {"ibr_10", "ibr_15"} <= set(opened)
    assert not {"icr", "graduated", "save"} & set(opened)


# --- draws -------------------------------------------------------------------------------------


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


# --- the year of a scenario --------------------------------------------------------------------


@given(scenarios(most_money=1e6))
def test_interest_then_tax_then_payment(scenario: Scenario) -> None:
    """Income before interest gives the interest deducted; income after it gives the payment.

    A couple that files apart deducts none, and its payment looks at one income.
    """
    loans, home = scenario.loans, scenario.household
    if not isinstance(loans, LoansByPlan) or not isinstance(home.tax, UsTax):
        return
    rules = load_rules(scenario.tax_year)
    result = evaluate(scenario, rules)
    year, household = result.loan_year, result.household
    assert household is not None
    if files_apart(loans, home):
        assert household.student_loan_interest == 0
    else:
        before = adjusted_income_of(replace(household, student_loan_interest=0.0), rules)
        assert household.student_loan_interest == year_of(loans, home, before).interest
    if year.incomes is None or year.plan is None or year.borrower is None:
        assert not loans.federal
        return
    adjusted = float(adjusted_income_of(household, rules).amount)
    if files_apart(loans, home):
        adjusted -= home.spouse_wages_per_year
    assert year.adjusted_income == adjusted
    if loans.adjusted_income_per_year is None:
        assert year.incomes.adjusted_income == adjusted
    else:
        assert year.incomes.adjusted_income == loans.adjusted_income_per_year
    group = year.borrower.pooled if loans.pooled and year.plan in FIXED else year.borrower
    month = monthly_payment(year.plan, group, year.incomes, loans.as_of)
    assert result.find("loans.month").amount == month
    federal = float(result.find("loans.federal").amount)
    assert federal <= 12 * month + CENT
    assert 0 <= year.interest <= result.loans.amount + CENT


@given(cases())
def test_a_year_is_the_first_twelve_payments(case: Case) -> None:
    """The year's payments are the first twelve of the plan's projection, where RAP matches none."""
    incomes = flat(float(case.incomes.adjusted_income[0, 0]))
    for plan in open_plans(case.borrower, case.as_of):
        loans = LoansByPlan.model_validate(
            {
                "kind": "by_plan",
                "as_of": case.as_of,
                "plan": plan,
                "new_borrower": case.borrower.new_borrower,
                "plan_now": case.borrower.plan_now,
                "save_payments": case.borrower.save_payments,
                "pooled": case.terms.pooled,
                "adjusted_income_per_year": max(incomes.adjusted_income, 0.0),
                "federal": [
                    {
                        "balance": one.balance + 1_000.0,
                        "rate_per_year": one.rate_per_year,
                        "made_on": one.made_on,
                        "subsidised": one.subsidised,
                    }
                    for one in case.borrower.loans
                ],
            }
        )
        scenario = Scenario.parse({"work": {"kind": "own_practice"}}).with_values({"loans": loans})
        year = evaluate(scenario, load_rules(2026)).loan_year
        assert year.borrower is not None
        assert year.plan == plan
        terms = Terms(pooled=loans.pooled)
        found = project(plan, incomes, year.borrower, case.as_of, terms)
        if plan == "paye" and found.then is not None and case.as_of > datetime.date(2027, 6, 30):
            continue  # it ends within the year
        if not found.matched:
            paid = found.paid_by_month[:12].sum()
            assert float(year.line.amount) == pytest.approx(paid, abs=CENT)


@given(
    st.integers(0, 300_000).map(float),
    st.integers(0, 300_000).map(float),
    st.sampled_from(("rap", "ibr_10")),
)
def test_apart_the_spouse_does_not_matter(wages: float, spouse: float, plan: str) -> None:
    """Where a couple files apart, the payment is that of the own income, whatever the other is."""
    paid = [
        evaluate(
            Scenario.parse(
                {
                    "work": {"kind": "own_practice", "session_kinds": []},
                    "household": {
                        "filing_status": "joint",
                        "own_other_wages_per_year": wages,
                        "spouse_wages_per_year": amount,
                    },
                    "loans": {"kind": "by_plan", "plan": plan, "filing": "separate"},
                }
            ),
            load_rules(2026),
        ).loans.amount
        for amount in (0.0, spouse)
    ]
    assert paid[0] == paid[1]
