"""The year ahead hangs together: what is projected is no law, and tax grows with prices."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from calc.errors import UnknownYearError
from calc.parameters import (
    LAW_FILES,
    Parameter,
    load_rules,
    projected_years,
    state_names,
    tax_years,
    years_read,
)
from calc.parameters.ahead import projection
from calc.parameters.files import read
from calc.parameters.student_loans import poverty_guideline
from calc.scenario.household import FilingStatus
from calc.taxes import Household, tax_bill

RULES, BEFORE = load_rules(2027), load_rules(2026)
PRICES = projection(2027)["chained_prices"].number
# States whose law of 2027 differs: rates are lower, or there are more brackets.
CHANGED = {"HI", "NE", "NY", "IN", "MS", "MT", "VA"}
STATUSES: tuple[FilingStatus, ...] = ("single", "joint", "head_of_household", "surviving_spouse")


def test_the_year_ahead_is_the_one_after_the_last_that_was_read() -> None:
    """2025 and 2026 were read; 2027 is projected in part, and nothing beyond."""
    assert years_read() == (2025, 2026)
    assert projected_years() == (2027,)
    assert tax_years() == (2025, 2026, 2027)
    with pytest.raises(UnknownYearError, match=r"2028: the years we have are 2025, 2026, 2027"):
        load_rules(2028)


def test_what_is_projected_is_called_law_nowhere() -> None:
    """It is a judgement, not confirmed, says how it was made, and names what it was made from."""
    for found in RULES.projected(*state_names()):
        assert found.kind == "judgement", found.key
        assert not found.confirmed
        assert not found.certainty
        assert found.method.strip()
        assert "{" not in found.method
        assert found.year == 2027


def test_what_is_published_has_no_method() -> None:
    """Law of 2027 is that of a year with its source; nothing of earlier years is projected."""
    published = RULES.published(*state_names())
    assert len(published) > 60
    for found in published:
        assert found.method == ""
        assert not found.source.title.startswith("Projected")
    for year in years_read():
        assert load_rules(year).projected(*state_names()) == ()
        assert load_rules(year).published()


def test_every_federal_figure_is_law_of_the_year_or_says_how_it_goes_on() -> None:
    """None is kept by default: whoever adds a figure says whether it is fixed or indexed."""
    for name, entry in read("us_federal")["parameter"].items():
        assert ("2027" in entry["years"]) != ("next" in entry), name


def test_figures_fixed_by_statute_do_not_move() -> None:
    """Thresholds and rates that no text indexes are those of 2026, and law."""
    fixed = (
        "se_minimum_net_earnings",
        "additional_medicare_threshold",
        "net_investment_income_threshold",
        "student_loan_interest_cap",
        "student_loan_interest_phase_out_width",
        "qbi_phase_in_range",
        "other_dependent_credit",
        "child_tax_credit_phase_out_start",
        "child_tax_credit_refundable_earnings_floor",
        "salt_cap_floor",
        "hsa_catch_up",
        "senior_deduction",
        "itemised_overall_limit",
    )
    for name in fixed:
        now, then = RULES[f"us_federal.{name}"], BEFORE[f"us_federal.{name}"]
        assert now.value == then.value
        assert (now.kind, now.confirmed, now.projected) == ("law", True, False)


def amounts(value: Any) -> Iterator[float]:
    """Every number of a value."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from amounts(each)
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, float))
    elif isinstance(value, float):
        yield value


def laws() -> Iterator[tuple[Parameter, Parameter]]:
    """Each projected figure with that of the year before."""
    before = {found.key: found for found in BEFORE.published(*state_names())}
    for found in RULES.projected(*state_names()):
        if found.key in before:  # a programme may begin
            yield before[found.key], found


def test_no_projected_amount_moves_by_more_than_prices_and_a_step() -> None:
    """Amounts rise by no more than the greater factor and a step of $5,000; rates stay."""
    for before, found in laws():
        then, now = list(amounts(before.value)), list(amounts(found.value))
        if not found.key.endswith("NE.income_tax_rate"):  # its rate is lowered by law
            for old, new in zip(then, now, strict=True):
                step = 5_000.0 if "loan_interest" in found.key else 100.0
                most = max(old * 1.0623, old + step) if old > 1.0 else old
                assert old <= new <= most or found.key == "states.ME.standard_deduction", found.key


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("state", state_names())
def test_tax_grows_with_prices(state: str, status: FilingStatus) -> None:
    """With all money in prices of the year ahead, tax is within 1.25 % or $400 of that in prices.

    What differs by more is law of 2027: states that lower a rate or add a bracket. Amounts that
    are kept, and steps of credits, make the rest.
    """
    incomes = np.array([0.0, 15e3, 30e3, 60e3, 90e3, 150e3, 300e3, 900e3])
    for children in (0, 2):
        said: dict[str, Any] = {"state": state, "filing_status": status}
        said |= {"children_under_17": children}
        then = tax_bill(Household(**said, profit=incomes), BEFORE).total.amount * PRICES
        now = tax_bill(Household(**said, profit=incomes * PRICES), RULES).total.amount
        assert np.all(np.isfinite(now))
        margin = np.maximum(0.0125 * np.abs(then), 400.0)
        if state in CHANGED:
            margin = margin + 0.025 * incomes
        assert np.all(np.abs(now - then) <= margin), (state, status, now - then)


def test_files_that_name_a_year_are_all_asked() -> None:
    """Every law file has each figure of 2027, by the same keys as of 2026."""
    assert set(RULES) == set(BEFORE)
    for file in LAW_FILES:
        for name in read(file)["parameter"]:
            assert RULES[f"{file}.{name}"].year == 2027
    for code in state_names():
        before, now = BEFORE.state(code), RULES.state(code)
        assert set(now or ()) >= set(before or ())


def test_the_guideline_of_the_year_ahead_is_projected() -> None:
    """16,440 for one person: 15,960 x 1.0299 = 16,437, to the nearest 10, and no law."""
    found = poverty_guideline(2027)
    assert found.of("first_48") == 16_440.0
    assert found.projected
    assert found.kind == "judgement"
    assert not poverty_guideline(2026).projected
