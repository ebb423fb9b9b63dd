"""Figures from outside, by year and by key."""

import datetime

import pytest

from calc.errors import OtherChairError, UnknownKeyError, UnknownYearError
from calc.parameters import (
    load_rules,
    state_names,
    states,
    tax_years,
    typical,
    work_cost,
    work_cost_names,
)
from calc.parameters.files import parameter_of
from calc.scenario.costs import CostKind

RULES = load_rules(2026)


@pytest.mark.parametrize("year", [1999, 2024, 2028, -1, 0])
def test_an_unknown_year_names_the_years_there_are(year: int) -> None:
    """The error says which years can be asked for."""
    with pytest.raises(UnknownYearError) as caught:
        load_rules(year)
    assert caught.value.year == year
    assert caught.value.years == tax_years() == (2025, 2026, 2027)
    assert "2025" in str(caught.value)
    assert isinstance(caught.value, OtherChairError)


def test_rules_are_a_mapping_of_one_year() -> None:
    """Every key gives its parameter; each law is of the year asked for."""
    assert len(RULES) == len(list(RULES)) > 100
    assert RULES["us_federal.standard_deduction"].year == RULES.tax_year == 2026
    assert load_rules(2025)["us_federal.standard_deduction"].of("joint") == 31_500.0
    assert "us_federal.standard_deduction" in RULES
    assert "us_federal.nothing" not in RULES


def test_an_unknown_key_names_near_ones() -> None:
    """A misspelt key is told what is near."""
    with pytest.raises(UnknownKeyError) as caught:
        RULES["us_federal.standard_deductions"]
    assert "us_federal.standard_deduction" in caught.value.near


def test_accessors_refuse_the_wrong_shape() -> None:
    """A table is not a number, a number no table, a list not one number: each is told apart."""
    table, one = RULES["us_federal.standard_deduction"], RULES["us_federal.qbi_rate"]
    brackets = RULES["us_federal.income_tax"]
    with pytest.raises(TypeError, match="is a table"):
        _ = table.number
    with pytest.raises(TypeError, match="not a table"):
        one.of("single")
    with pytest.raises(TypeError, match="not one number"):
        brackets.of("single")
    with pytest.raises(TypeError, match="not a list"):
        _ = one.words_of_list
    with pytest.raises(TypeError, match="not a list"):
        table.row("single")
    with pytest.raises(TypeError, match="not a list"):
        table.words("single")
    with pytest.raises(KeyError):
        table.of("nobody")


def test_accessors_give_what_is_there() -> None:
    """Numbers, rows, words and single words."""
    assert RULES["us_federal.qbi_rate"].number == 0.2
    assert RULES["us_federal.income_tax"].row("single")[:2] == (0.0, 12_400.0)
    assert RULES["us_federal.estimated_tax_due"].words("dates")[0] == "2026-04-15"
    assert states().text("TX") == "none"


def test_typical_values_have_band_and_day() -> None:
    """A typical value comes with its band, its kind and the day it was read."""
    notes = typical("notes_minutes_per_session")
    assert (notes.low, notes.number, notes.high) == (5.0, 10.0, 16.0)
    assert (notes.kind, notes.confirmed) == ("survey", True)
    assert isinstance(notes.retrieved, datetime.date)
    assert typical("fee_insurer").low is None
    assert not typical("holiday_weeks").confirmed


def test_states_have_names_in_order() -> None:
    """Fifty states and the District of Columbia, sorted by name."""
    names = state_names()
    assert len(names) == 51
    assert list(names.values()) == sorted(names.values())
    assert names["TX"] == "Texas"
    assert set(names) == set(states().value)  # type: ignore[arg-type]


def test_each_kind_of_cost_has_its_typical_amount() -> None:
    """The list of kinds and the list of typical amounts are the same list."""
    assert set(work_cost_names()) == set(CostKind.__args__)
    assert work_cost("rent").number == 1_000.0


SOURCES = {"act": {"title": "An act", "link": "https://example.org"}}
WRITTEN = {
    "label": "A rate",
    "unit": "share",
    "kind": "law",
    "retrieved": datetime.date(2026, 11, 21),
    "source": "act",
    "value": 0.1,
}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"lable": "A rate"}, "lable"),
        ({"source": "another"}, "another"),
        *(({name: None}, name) for name in WRITTEN),
    ],
)
def test_a_bad_entry_is_refused_by_name(changed: dict[str, object], told: str) -> None:
    """An unknown key, a source the file has not, or a missing key says which parameter it is."""
    entry = {name: said for name, said in {**WRITTEN, **changed}.items() if said is not None}
    with pytest.raises((KeyError, TypeError), match=told) as caught:
        parameter_of("states.XX.rate", entry, 2026, SOURCES)
    assert caught.value.__notes__ == ["in calc/data: states.XX.rate"]


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ({"kind": "law"}, True),
        ({"kind": "judgement"}, False),
        ({"kind": "law", "confirmed": False}, False),
    ],
)
def test_a_judgement_is_not_confirmed(said: dict[str, object], confirmed: bool) -> None:
    """Nor is a law that was recalled and says so."""
    assert parameter_of("rate", {**WRITTEN, **said}, 2026, SOURCES).confirmed is confirmed


def test_rules_know_what_they_do_not_have() -> None:
    """Asked whether a key is there, they say so without looking for names like it."""
    rules = load_rules(2026)
    assert "corporation.CA" in rules
    assert "corporation.TX" not in rules
    assert 2026 not in rules
