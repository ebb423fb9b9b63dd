"""The premium credit by hand: its law, and the credit of a year."""

import numpy as np
import pytest

from calc.errors import UnknownYearError
from calc.number import Number
from calc.parameters import load_rules, state_names
from calc.parameters.premium_credit import premium_credit
from calc.taxes import Household, adjusted_income_of
from calc.taxes.cover import (
    Marketplace,
    cover_of,
)
from calc.taxes.cover.credit import (
    applicable_figure,
    expected_contribution,
    owed_in_april,
    percent_of_line,
    premium_credit_of,
)
from calc.taxes.cover.law import credit_law, figure_within, poverty_line, region_of
from calc.taxes.cover.of_household import people_on

RULES = load_rules(2026)
LAW = credit_law(2026)
ONE = 15_650.0
PLAN = Marketplace(benchmark_per_year=9_000.0, premium_per_year=8_400.0)


def cents(number: Number) -> float:
    """A single figure to the cent."""
    return round(float(number), 2)


# --- the law -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("band", "percent", "share"),
    [
        # 26 CFR 1.36B-3(g)(3), examples; 8.775 rounds up
        ((200.0, 250.0, 0.063, 0.0805), 210.0, 0.0665),
        ((250.0, 300.0, 0.0805, 0.095), 275.0, 0.0878),
        # Instructions of Form 8962 for 2025, table 2
        ((300.0, 400.0, 0.06, 0.085), 350.0, 0.0725),
        ((300.0, 400.0, 0.06, 0.085), 353.0, 0.0733),
    ],
)
def test_the_examples_of_the_regulation(
    band: tuple[float, float, float, float], percent: float, share: float
) -> None:
    """A share lies on the line of its band, to the hundredth of a percentage point, halves up."""
    assert float(figure_within(percent, *band, 0.0001)) == pytest.approx(share, abs=1e-12)


@pytest.mark.parametrize("year", [2026, 2027])
def test_every_share_of_a_year_in_whole_numbers(year: int) -> None:
    """All 301 shares as fractions of whole numbers have them: no float tips one over a half."""
    table = premium_credit(year)["applicable_figure"]
    starts = [int(start) for start in table.row("from")]
    ends = [*starts[1:], 400]
    for percent in range(100, 401):
        band = max(place for place, start in enumerate(starts) if percent >= start)
        initial, final = (round(table.row(name)[band] * 10_000) for name in ("initial", "final"))
        width = ends[band] - starts[band]
        exact = initial * width + (final - initial) * (percent - starts[band])
        share = float(applicable_figure(float(percent), credit_law(year)))
        assert round(share * 10_000, 6) == (2 * exact + width) // (2 * width)


def test_shares_at_the_ends_of_bands_of_2027() -> None:
    """3.23 % at 133 %, 4.30 % at 150 %, 10.22 % from 300 % on; none at 99 % and 401 %."""
    found = applicable_figure(np.array([99.0, 132.0, 133.0, 150.0, 300.0, 401.0]), credit_law(2027))
    assert np.asarray(found)[1:5] == pytest.approx([0.0215, 0.0323, 0.0430, 0.1022])
    assert np.isnan(np.asarray(found)[[0, 5]]).all()


@pytest.mark.parametrize(
    ("ratio", "percent"),
    [(3.997, 399), (4.0, 400), (4.00001, 401), (7.0, 401), (0.999, 99), (1.0, 100), (-0.5, 0)],
)
def test_whole_percents_of_the_line(ratio: float, percent: int) -> None:
    """What follows the whole percent is dropped, and more than four times the line is 401."""
    for line in (ONE, 32_150.0, 19_550.0):
        assert float(percent_of_line(ratio * line, line, LAW)) == percent


def test_a_whole_percent_is_reached_at_its_dollar() -> None:
    """Each percent of each line begins where it is, though its dollars are no floats."""
    for line in (ONE, 21_150.0, 17_990.0, 19_550.0 + 6_880.0):
        for percent in range(1, 401):
            tenths = round(line) * percent  # hundredths of a dollar, a whole number
            assert float(percent_of_line(tenths / 100, line, LAW)) == percent
            assert float(percent_of_line((tenths - 1) / 100, line, LAW)) == percent - 1


@pytest.mark.parametrize(
    ("year", "state", "people", "line"),
    [
        (2026, "TX", 1, 15_650.0),
        (2026, "TX", 4, 32_150.0),
        (2026, "AK", 2, 26_430.0),
        (2026, "HI", 3, 30_650.0),
        (2027, "TX", 2, 21_640.0),  # the guideline of 2026: 15,960 + 5,680
    ],
)
def test_poverty_lines(year: int, state: str, people: int, line: float) -> None:
    """The guideline is that of the year before the cover."""
    assert poverty_line(people, region_of(state), credit_law(year)) == line


def test_every_state_has_a_region() -> None:
    """Two states have lines of their own, all others the common one."""
    assert [code for code in state_names() if region_of(code) != "48"] == ["AK", "HI"]


def test_where_the_credit_of_two_people_ends() -> None:
    """84,600 in 2026, as an adviser to health workers prints it: four times 21,150."""
    line = poverty_line(2, "48", LAW)
    terms = (line, 12_000.0, 12_000.0, LAW)
    assert cents(premium_credit_of(84_600.0, *terms)) == cents(12_000.0 - 0.0996 * 84_600.0)
    assert premium_credit_of(84_601.0, *terms) == 0.0


def test_a_year_that_was_not_read() -> None:
    """The error names the years there are."""
    with pytest.raises(UnknownYearError) as raised:
        credit_law(2025)
    assert raised.value.years == (2026, 2027)
    with pytest.raises(UnknownYearError):
        cover_of(Household(profit=50_000.0), PLAN, load_rules(2025))


# --- the credit of a year ------------------------------------------------------------------------


def test_a_plan_below_the_benchmark() -> None:
    """At 40,000, 255 %: 8.59 % x 40,000 = 3,436 of 7,200; a plan of 2,000 costs nothing more."""
    assert cents(expected_contribution(40_000.0, ONE, LAW)) == 3_436.0
    assert cents(premium_credit_of(40_000.0, ONE, 7_200.0, 4_200.0, LAW)) == 3_764.0
    assert cents(premium_credit_of(40_000.0, ONE, 7_200.0, 2_000.0, LAW)) == 2_000.0


def test_an_advance_is_owed_back_in_full() -> None:
    """26 CFR 1.36B-4(a)(4): 14,699 less 7,125 is 7,574, so of 8,388 paid ahead 814 is owed."""
    credit = 14_699.0 - 7_125.0
    assert owed_in_april(8_388.0, credit, LAW.repayment.number) == 814.0
    assert owed_in_april(7_000.0, credit, LAW.repayment.number) == -574.0
    # Above the line all of it, though no credit is left at all.
    plan = Marketplace(
        benchmark_per_year=9_000.0, premium_per_year=8_400.0, advance_per_year=2_750.0
    )
    assert float(cover_of(Household(wages=62_601.0), plan, RULES).april) == 2_750.0


def test_wages_alone_deduct_nothing() -> None:
    """No practice, no deduction: the credit is that of wages."""
    cover = cover_of(Household(wages=40_000.0), PLAN, RULES)
    assert cover.deduction == 0.0 == cover.earned_income
    assert cents(cover.credit) == 9_000.0 - 3_436.0
    assert cents(cover.premium_after_credit) == 8_400.0 - 5_564.0
    assert cover.income == cover.income_before == 40_000.0


def test_people_of_a_return() -> None:
    """The person, a spouse on a joint return, and everybody they support."""
    assert people_on(Household()) == people_on(Household(filing_status="surviving_spouse")) == 1
    family = Household(
        filing_status="joint", children_under_17=2, older_children=1, other_dependents=1
    )
    assert people_on(family) == 6


def test_the_owner_of_a_corporation() -> None:
    """The circle is that of the premium in the pay; what is not deducted of it stays in income.

    Pay 30,000 and 20,000 left by the corporation, with 8,400 of premium in box 1: 58,400 before a
    deduction. A proprietor whose other income comes to the same has the same circle.
    """
    owner = Household(
        state="TX",
        wages=30_000.0,
        corporate_pay=30_000.0,
        corporate_income=20_000.0,
        corporate_premium=8_400.0,
    )
    found = cover_of(owner, PLAN, RULES)
    alike = cover_of(Household(state="TX", other_income=58_400.0), PLAN, RULES, earned_income=9e9)
    assert cents(found.income_before) == 58_400.00
    assert cents(found.credit) == cents(alike.credit) > 0.0
    assert cents(found.deduction) == cents(alike.deduction) > 0.0
    assert float(found.deduction + found.credit) <= 8_400.0
    then = found.household
    assert cents(then.corporate_premium_not_deducted) == cents(8_400.0 - found.deduction)
    assert cents(adjusted_income_of(then, RULES).amount) == cents(found.income)
    assert then.self_employed_premium == 0.0


def test_a_corporations_premium_above_the_pay() -> None:
    """Only as much as the pay is deducted (IRC 162(l)(5)); all of it is in the pay."""
    owner = Household(
        state="TX",
        wages=2_000.0,
        corporate_pay=2_000.0,
        corporate_income=60_000.0,
        corporate_premium=8_400.0,
    )
    found = cover_of(owner, PLAN, RULES)
    assert float(found.earned_income) == 2_000.0
    assert cents(found.income_before) == 70_400.00
    assert cents(found.income) == 68_400.00
    assert found.household.corporate_premium_not_deducted == 0.0
