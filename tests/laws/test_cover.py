"""Laws of the premium credit and of the deduction of the same premium, for any household."""

import numpy as np
from hypothesis import assume, example, given
from hypothesis import strategies as st

from calc.parameters import load_rules
from calc.parameters.premium_credit import cover_years
from calc.taxes import Household, adjusted_income_of
from calc.taxes.cover import Cover, Marketplace, cover_of
from calc.taxes.cover.circle import Terms, iterated
from calc.taxes.cover.credit import premium_credit_of
from calc.taxes.cover.law import CreditLaw, Region, credit_law, poverty_line, region_of
from calc.taxes.cover.of_household import terms_of

CENTS = 100
PROFIT_FOR_INCOME = 0.01076  # of a percent of income: half of self-employment tax comes off
TOLERANCE = 1e-6  # dollars: sums in another order
ONE_DOLLAR = 1.0 + TOLERANCE
FIGURES = (
    "line",
    "income_before",
    "earned_income",
    "deduction",
    "income",
    "percent",
    "figure",
    "contribution",
    "credit",
    "april",
    "just_above",
    "premium_after_credit",
)
DRAWN = ("profit", "other_income", "student_loan_interest", "hsa")


def money(most: int, least: int = 0) -> st.SearchStrategy[float]:
    """Dollars and cents, from nothing up unless said."""
    return st.integers(least * CENTS, most * CENTS).map(lambda cents: cents / CENTS)


@st.composite
def households(draw: st.DrawFn) -> Household:
    """A return with a practice, most often at an income near those that have a credit."""
    status = draw(st.sampled_from(("single", "joint", "head_of_household")))
    state = draw(st.sampled_from(("TX", "AK", "HI")))
    children = draw(st.integers(0, 3))
    people = children + (2 if status == "joint" else 1)
    line = poverty_line(people, region_of(state), credit_law(2026))
    percents = st.one_of(st.integers(95, 460), st.integers(400, 440))
    near = percents.map(lambda percent: round(line * percent * PROFIT_FOR_INCOME, 2))
    return Household(
        filing_status=status,
        state=state,
        children_under_17=children,
        profit=draw(st.one_of(near, near, money(180_000))),
        spouse_wages=draw(st.one_of(st.just(0.0), money(40_000))) if status == "joint" else 0.0,
        other_income=draw(st.one_of(st.just(0.0), money(30_000))),
        self_employed_retirement=draw(st.one_of(st.just(0.0), money(20_000))),
        student_loan_interest=draw(st.one_of(st.just(0.0), money(4_000))),
        hsa=draw(st.one_of(st.just(0.0), money(4_000))),
    )


@st.composite
def plans(draw: st.DrawFn) -> Marketplace:
    """Cover whose own plan is dearer or cheaper than the benchmark."""
    benchmark = draw(st.one_of(money(25_000, least=6_000), money(40_000, least=1)))
    premium = draw(st.one_of(st.just(benchmark), money(40_000)))
    return Marketplace(
        benchmark_per_year=benchmark,
        premium_per_year=premium,
        advance_per_year=draw(money(10_000)),
    )


years = st.sampled_from(cover_years())
regions = st.sampled_from(("48", "AK", "HI"))


def worked_out(household: Household, plan: Marketplace, year: int) -> tuple[Cover, Terms]:
    """The year of cover, and the circle of it."""
    rules = load_rules(year)
    return cover_of(household, plan, rules), terms_of(household, plan, rules)


def line_of(year: int, region: Region, people: int) -> tuple[CreditLaw, float]:
    """The law of a year and a poverty line."""
    law = credit_law(year)
    return law, poverty_line(people, region, law)


@given(years, regions, st.integers(1, 8), money(400_000), money(40_000), money(40_000))
def test_a_credit_is_no_more_than_either_premium(
    year: int, region: Region, people: int, income: float, benchmark: float, premium: float
) -> None:
    """Nor below nothing, at any income."""
    law, line = line_of(year, region, people)
    credit = float(premium_credit_of(income, line, benchmark, premium, law))
    assert 0.0 <= credit <= min(benchmark, premium)


@given(years, regions, st.integers(1, 8), money(60_000), money(60_000))
def test_a_dollar_above_the_most_has_no_credit(
    year: int, region: Region, people: int, benchmark: float, above: float
) -> None:
    """Exactly four times the line is in; a dollar or a cent more is out, however dear the plan."""
    law, line = line_of(year, region, people)
    share = law.figures[-2]
    at = float(premium_credit_of(4 * line, line, benchmark, benchmark, law))
    assert abs(at - max(benchmark - share * 4 * line, 0.0)) < TOLERANCE
    for more in (0.01, 1.0, 1.0 + above):
        assert premium_credit_of(4 * line + more, line, benchmark, benchmark, law) == 0.0


@given(years, regions, st.integers(1, 8), money(500, least=1), money(60_000, least=2_000))
def test_more_income_never_brings_more_credit(
    year: int, region: Region, people: int, step: float, benchmark: float
) -> None:
    """From the least income on; below it there is none."""
    law, line = line_of(year, region, people)
    incomes = np.arange(0.0, 5 * line, step)
    paid = np.asarray(premium_credit_of(incomes, line, benchmark, benchmark, law))
    assert not paid[incomes < line].any()
    assert (np.diff(paid[incomes >= line]) <= 0.0).all()


@given(households(), plans(), years)
def test_deduction_and_credit_are_the_premium_at_most(
    household: Household, plan: Marketplace, year: int
) -> None:
    """To the bit; the deduction is no more than earned income, and the credit is that of income."""
    cover, terms = worked_out(household, plan, year)
    premium = plan.premium_per_year
    assert float(cover.deduction + cover.credit) <= premium
    assert 0.0 <= cover.deduction <= min(premium, cover.earned_income)
    assert 0.0 <= cover.credit <= min(plan.benchmark, premium)
    assert cover.credit == terms.credit(cover.deduction)
    adjusted = float(adjusted_income_of(cover.household, load_rules(year)).amount)
    assert abs(adjusted - float(cover.income)) < TOLERANCE
    assert abs(cover.april - (plan.advance_per_year - cover.credit)) < TOLERANCE


@given(households(), plans(), years)
@example(
    Household(filing_status="joint", children_under_17=2, profit=50_000.0),
    Marketplace(benchmark_per_year=22_800.0, premium_per_year=22_800.0),
    2026,
)
@example(
    Household(profit=74_352.86),
    Marketplace(benchmark_per_year=8_000.0, premium_per_year=8_000.0),
    2026,
)
def test_no_larger_deduction_fits(household: Household, plan: Marketplace, year: int) -> None:
    """Of many deductions none beyond ours fits with a credit; without a credit, none at all."""
    cover, terms = worked_out(household, plan, year)
    tried = np.linspace(0.0, float(terms.most), 2_001)
    fit = np.asarray(terms.fits(tried))
    with_credit = tried[fit & (np.asarray(terms.credit(tried)) > 0.0)]
    if with_credit.size:
        assert cover.credit > 0.0
        assert with_credit.max() <= cover.deduction + TOLERANCE
    elif cover.credit == 0.0:
        in_sight = 0.01 + TOLERANCE  # the most income with a credit has no deduction just above it
        assert tried[fit].max() <= cover.deduction + in_sight


@given(households(), plans(), years)
@example(
    Household(profit=34_000.0),
    Marketplace(benchmark_per_year=7_200.0, premium_per_year=7_200.0),
    2026,
)
def test_where_the_iteration_settles_it_is_ours(
    household: Household, plan: Marketplace, year: int
) -> None:
    """Within a dollar, unless a whole percent of the line lies between, or it lost the credit."""
    cover, terms = worked_out(household, plan, year)
    found = iterated(terms)
    assume(bool(found.settled))
    if found.credit == 0.0 < cover.credit:  # it deducted its way below the line
        assert terms.percent(found.deduction) < terms.law.least_percent
        return
    assert abs(found.deduction - cover.deduction) <= ONE_DOLLAR
    if terms.percent(found.deduction) == cover.percent:
        assert abs(found.credit - cover.credit) <= ONE_DOLLAR


@given(households(), plans(), years, st.one_of(money(60_000), money(3_000)))
@example(
    Household(filing_status="joint", children_under_17=2, profit=50_000.0),
    Marketplace(benchmark_per_year=22_800.0, premium_per_year=22_800.0),
    2026,
    30_000.0,
)
def test_more_profit_never_brings_more_credit(
    household: Household, plan: Marketplace, year: int, more: float
) -> None:
    """Where income before the deduction has reached the line, through the circle too."""
    cover, terms = worked_out(household, plan, year)
    if cover.income_before < terms.line:
        assert cover.credit == 0.0
        return
    richer = Household(
        **{name: getattr(household, name) for name in Household.__slots__ if name != "profit"},
        profit=household.profit + more,
    )
    assert worked_out(richer, plan, year)[0].credit <= cover.credit + TOLERANCE


@given(st.lists(st.tuples(households(), plans()), min_size=2, max_size=4), years)
def test_draws_equal_their_scalar_runs(
    cases: list[tuple[Household, Marketplace]], year: int
) -> None:
    """To the bit, whatever of a household and its cover is drawn."""
    home = cases[0][0]
    drawn = {name: np.array([getattr(household, name) for household, _ in cases]) for name in DRAWN}
    names = ("benchmark_per_year", "premium_per_year", "advance_per_year")
    prices = {name: np.array([getattr(plan, name) for _, plan in cases]) for name in names}
    kept = {name: getattr(home, name) for name in Household.__slots__ if name not in DRAWN}
    rules = load_rules(year)
    together = cover_of(Household(**kept, **drawn), Marketplace(**prices), rules)
    for place in range(len(cases)):
        one = {name: float(values[place]) for name, values in drawn.items()}
        price = {name: float(values[place]) for name, values in prices.items()}
        alone = cover_of(Household(**kept, **one), Marketplace(**price), rules)
        for name in FIGURES:
            whole = np.broadcast_to(np.asarray(getattr(together, name)), (len(cases),))
            assert np.float64(whole[place]).tobytes() == np.float64(getattr(alone, name)).tobytes()
