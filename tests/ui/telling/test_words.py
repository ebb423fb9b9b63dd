"""Words that all pages share: figures in units, typical values, helps and chips."""

import math

import pytest

from calc.parameters import local_presets, state_names, typical
from calc.scenario import HouseholdInputs, Offers
from tests.ui.telling.shipped import SOLO
from ui.telling import numbers, words


@pytest.mark.parametrize("host", [None, "127.0.0.1", "localhost", "::1"])
def test_on_ones_own_machine_nothing_leaves_it(host: str | None) -> None:
    """By any of its own names, or where there is no browser to ask."""
    assert words.footer(2026, host) == (
        "Estimate, not advice. Tax year 2026. No account, no tracker; nothing leaves this machine."
    )


def test_a_page_of_others_says_who_could_read_it() -> None:
    """Hosted, figures do leave the machine; the name is plain text."""
    assert words.footer(2025, "our_group.example.org") == (
        "Estimate, not advice. Tax year 2025. No account, no tracker; what you type is worked out "
        "at our\\_group.example.org, where those who run that machine could read it."
    )


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1234.5, "usd_per_year", "$1,234"),
        (12.5, "money_per_session", "$12.50"),
        (0.125, "share", "12\u00a0%"),
        (2.25, "hours_per_week", "2.2"),
        (2.25, "minutes", "2.25"),
        (3.0, "weeks_per_year", "3"),
        (1e16, "money", "too large to write"),
        (math.nan, "money", "not a number"),
    ],
)
def test_a_figure_is_written_as_its_unit_asks(value: float, unit: str, said: str) -> None:
    """Money, shares, hours and counts, and what cannot be written."""
    assert words.amount(value, unit, "USD") == said


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        (
            "fee_private",
            "money",
            "Typical: $145, usually $100 to $200. Survey: Zhu et al. 2024, Health Affairs Scholar: "
            "posted cash rates of 175,083 therapists.",
        ),
        (
            "fee_insurer",
            "money",
            "Typical: $122. Survey: Heard, 2024 Financial State of Private Practice Report (2023 "
            "figures).",
        ),
    ],
)
def test_a_typical_value_has_its_source(name: str, unit: str, said: str) -> None:
    """The value, its band where one is known, and who found it."""
    assert words.typical(typical(name), unit, "USD") == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (2.0, 1.0, ("$1.00 more", "than your baseline")),
        (1.0, 2.5, ("$1.50 less", "than your baseline")),
        (1.0, 1.004, ("the same", "as your baseline")),
        (1.0, None, ("", "")),
        (math.nan, 1.0, ("", "")),
        (1.0, math.inf, ("", "")),
    ],
)
def test_a_figure_is_compared_with_a_baseline(
    now: float, before: float | None, said: tuple[str, str]
) -> None:
    """Less than half a cent is no difference; what is not known, or not set, is not compared."""
    assert words.since(now, before, numbers.money) == said


@pytest.mark.parametrize(("state", "taxed"), [("TX", False), ("CA", True)])
def test_a_state_taxes_earnings_or_not(state: str, taxed: bool) -> None:
    """As its law says."""
    assert words.state_is_taxed(state) is taxed


def test_places_that_tax_too_are_told_until_a_rate_is_entered() -> None:
    """In Ohio the cities we know; nothing in Texas, with a rate of one's own, or another mode."""
    said = words.local_hint(HouseholdInputs(state="OH"))
    assert said.startswith("Places in Ohio tax wages or profit on top of the state (Columbus, 2.5")
    assert "another Ohio city, 1\u00a0% to 3\u00a0%" in said
    assert "None is counted yet" in said
    for home in (
        HouseholdInputs(state="TX"),
        HouseholdInputs.model_validate({"state": "OH", "tax": {"mode": "us", "local_rate": 0.025}}),
        HouseholdInputs.model_validate({"state": "OH", "tax": {"mode": "none"}}),
        HouseholdInputs(state="OH", city="columbus"),
    ):
        assert words.local_hint(home) == ""


def test_cities_of_a_state_are_named() -> None:
    """By name, and none where no city taxes."""
    assert [city.name for city in words.cities_of("NY")] == ["New York City", "Yonkers"]
    assert words.cities_of("TX") == []


def test_places_that_tax_are_told_of_the_state_of_each_letter() -> None:
    """Once for a state: that of home until a rate is entered, another one always."""
    home = {"state": "OH", "tax": {"mode": "us", "local_rate": 0.0}}
    letters = [{"label": "A"}, {"label": "B", "state": "OH"}, {"label": "C", "state": "TX"}]
    offers = Offers.parse({"household": home, "offers": letters})
    assert words.local_hints_of_letters(offers) == [words.local_hint(offers.household)]
    rated = offers.with_values({"household.tax.local_rate": 0.02})
    assert words.local_hints_of_letters(rated) == []
    (moved,) = words.local_hints_of_letters(rated.with_values({"household.state": "TX"}))
    assert moved.startswith("Places in Ohio tax wages")
    assert "None is counted for a letter there" in moved
    untaxed = offers.with_values({"household.tax": {"mode": "none"}, "household.state": "TX"})
    assert words.local_hints_of_letters(untaxed) == []


def test_each_local_tax_lies_in_one_state() -> None:
    """Every rate that is offered is told of in the state it lies in, and in no other."""
    told = [preset.name for code in state_names() for preset in local_presets(code)]
    assert sorted(told) == sorted(preset.name for preset in local_presets())


def test_a_local_tax_is_said_with_its_range_where_it_has_one() -> None:
    """The rate, from where to where it goes, and what it is taken of."""
    found = {preset.name: words.preset(preset) for preset in local_presets()}
    assert found["yonkers_nonresident"] == (
        "0.5\u00a0%. Base\\: wages and net earnings from self-employment in the city."
    )
    assert found["maryland_county"].startswith(
        "3.2\u00a0% (2.25\u00a0% to 3.2\u00a0%). Base\\: Maryland taxable income, wages and profit"
    )


def test_the_latest_tax_year_stands_first() -> None:
    """The years there is law for, as a person looks for them."""
    assert words.tax_years() == [2027, 2026, 2025]


def test_a_cost_is_helped_by_what_it_usually_comes_to() -> None:
    """In dollars with its source, and said so where nobody has read one."""
    rent, records = SOLO.costs[:2]
    assert words.cost_help(rent, "EUR") == "What is paid each time."
    assert words.cost_help(rent, "USD") == (
        "What is paid each time.\n\nTypical: $1,000, usually $150 to $2,000. Survey: Survey of 39 "
        "Omaha therapists on subleased offices (2010). A small and old survey: $150 to $750 for "
        "part of the week, $1,000 or more for all of it. A guide of 2025 reckons with $2,000."
    )
    assert words.cost_help(records, "USD") == (
        "What is paid each time.\n\nTypical: $79.00, usually $29.00 to $99.00. Our "
        "judgement: change it to fit. Assumption, not read in a source. Recalled. The tiers of one "
        "large vendor were $29, $69 and $99."
    )


def test_a_kind_of_cost_has_a_name() -> None:
    """The name its typical value has."""
    assert words.cost_kind("rent") == "Office rent"
