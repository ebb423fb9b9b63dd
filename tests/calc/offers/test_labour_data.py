"""The figures of labour law and of the wage survey hang together, row by row."""

import datetime
from collections.abc import Mapping
from typing import Any, get_args

import pytest

from calc.parameters import Parameter, state_names
from calc.parameters.files import read
from calc.parameters.labour import (
    OCCUPATIONS,
    Effect,
    Family,
    Occupation,
    classification,
    exempt_threshold,
    labour_rule,
    labour_rules,
    minimum_wage,
    wage_names,
    wage_table,
)

DAY = datetime.date(2026, 11, 22)
AHEAD = {"AK": datetime.date(2027, 7, 1), "RI": datetime.date(2027, 1, 1)}
LAST_DECEMBER = datetime.date(2025, 12, 31)
CODES = (*state_names(), "US")
FAMILIES: tuple[Family, ...] = get_args(Family)
RULES: Mapping[str, Mapping[str, Any]] = read("labour")["parameter"]
ROWS = [name.removeprefix("classification_") for name in RULES if name.startswith("classif")]
HOURS_OF_A_YEAR = 2_080


def known(found: Parameter | None) -> Parameter:
    """A parameter that there is."""
    assert found is not None
    return found


def test_every_state_has_a_minimum_wage() -> None:
    """Fifty states, the District of Columbia and the nation: 52 rows, and no other."""
    rows = {name.removeprefix("minimum_wage_") for name in RULES if name.startswith("minimum_")}
    assert rows == set(CODES)
    assert len(rows) == 52


@pytest.mark.parametrize("state", CODES)
def test_no_minimum_wage_is_below_the_federal_one(state: str) -> None:
    """On each day a state's rate is at least the nation's, and never falls."""
    entry = RULES[f"minimum_wage_{state}"]
    days = sorted(map(datetime.date.fromisoformat, entry["from"]))
    rates = [known(minimum_wage(state, day)).number for day in days]
    assert rates == sorted(rates)
    assert rates[0] >= known(minimum_wage("US", days[0])).number == 7.25
    # The next steps of Alaska (voted in 2024) and Rhode Island (August 2025) are law already.
    assert days[-1] == AHEAD[state] if state in AHEAD else days[-1] <= DAY
    assert minimum_wage(state, days[0] - datetime.timedelta(days=1)) is None
    assert known(minimum_wage(state, days[0])).year == days[0].year


@pytest.mark.parametrize(
    ("state", "day", "rate"),
    [
        ("AK", "2026-06-30", 13.0),
        ("AK", "2026-07-01", 14.0),
        ("AK", "2027-06-30", 14.0),
        ("AK", "2027-07-01", 15.0),
        ("DC", "2026-06-30", 17.95),
        ("DC", "2026-07-01", 18.4),
        ("FL", "2026-09-29", 14.0),
        ("FL", "2026-09-30", 15.0),
        ("OR", "2026-06-30", 15.05),
        ("CA", "2026-01-01", 16.9),
        ("TX", "2026-01-01", 7.25),
    ],
)
def test_a_rate_changes_on_its_day(state: str, day: str, rate: float) -> None:
    """The day before holds what was before."""
    assert known(minimum_wage(state, datetime.date.fromisoformat(day))).number == rate


def test_only_oregon_has_a_rate_nobody_read() -> None:
    """Worked out from Portland's, and marked: 16.80 less 1.25."""
    unread = [code for code in CODES if not known(minimum_wage(code, DAY)).confirmed]
    assert unread == ["OR"]
    assert known(minimum_wage("OR", DAY)).number == pytest.approx(16.80 - 1.25)
    assert known(minimum_wage("OR", LAST_DECEMBER)).confirmed


def test_twenty_states_have_the_federal_rate() -> None:
    """As many as the source counts."""
    assert [known(minimum_wage(code, DAY)).number for code in CODES].count(7.25) == 20 + 1


@pytest.mark.parametrize("state", CODES)
def test_no_exempt_salary_is_below_the_federal_one(state: str) -> None:
    """A year's salary is 52 of the week's, but for rounding; at least $684 a week."""
    found = known(exempt_threshold(state, DAY))
    assert found.of("per_week") >= 684.0
    assert found.of("per_year") == pytest.approx(found.of("per_week") * 52, abs=0.5)


def test_higher_salaries_follow_from_minimum_wages() -> None:
    """California and Alaska: twice 40 hours; Washington 2.25 times; Maine 3,000 / 52."""
    for state, times in (("CA", 80.0), ("AK", 80.0), ("WA", 90.0), ("ME", 3_000 / 52)):
        least = known(minimum_wage(state, DAY)).number
        assert known(exempt_threshold(state, DAY)).of("per_week") == pytest.approx(
            times * least, abs=0.01
        )
    june = datetime.date(2026, 6, 30)
    assert known(exempt_threshold("AK", june)).of("per_week") == 2 * 40 * 13.0
    assert not known(exempt_threshold("AK", june)).confirmed


def test_an_exempt_salary_before_its_first_day_is_unknown() -> None:
    """Neither a state's nor the nation's is made up for earlier years."""
    assert exempt_threshold("WA", LAST_DECEMBER) is None
    assert exempt_threshold("TX", datetime.date(2019, 12, 31)) is None
    assert known(exempt_threshold("TX", datetime.date(2020, 1, 1))).of("per_year") == 684 * 52


def test_new_york_does_not_bind_professionals() -> None:
    """Its own figures are recorded, and not used."""
    assert known(exempt_threshold("NY", DAY)).key == "labour.exempt_salary_US"
    assert labour_rule("exempt_salary_not_professionals_NY").of("per_year_city") == 66_300.0


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_classification_is_whole(row: str) -> None:
    """State, credential, families, one of the effects, a short sentence, and how sure it is."""
    rule = labour_rule(f"classification_{row}")
    assert rule.text("state") == row.partition("_")[0]
    assert rule.text("state") in state_names()
    assert rule.text("who")
    assert rule.text("effect") in get_args(Effect)
    assert 40 < len(rule.text("words")) <= 200
    law = rule.kind == "law"
    assert (rule.certainty in ("confirmed", "second_hand", "conflicting")) == law
    assert law == rule.confirmed == (rule.text("effect") != "argument")
    families = rule.words("families")
    assert families
    for family in FAMILIES:
        found = classification(rule.text("state"), family)
        assert (rule.key in [other.key for other in found]) == (family in families)


@pytest.mark.parametrize(
    ("effect", "states"),
    [
        ("employee_only", {"CA", "DC"}),
        ("hours_not_counted", {"UT"}),
        ("not_independent", {"NJ", "IL", "WA", "OR", "SC"}),
        ("argument", {"OH"}),
    ],
)
def test_which_states_say_what(effect: str, states: set[str]) -> None:
    """Few states were read to ask for employees; an argument is no rule."""
    rules = [labour_rule(f"classification_{row}") for row in ROWS]
    assert {rule.text("state") for rule in rules if rule.text("effect") == effect} == states


def test_a_row_silent_on_tax_status_says_so() -> None:
    """Only rows that speak of W-2, 1099, contract or pay by an employer are without the words."""
    silent = {"VA", "NJ_lcsw", "NJ_counselor", "WA", "OR", "NC_counselor", "NC_lcsw"}
    silent |= {"NY", "IN", "SC", "MA"}
    for row in ROWS:
        rule = labour_rule(f"classification_{row}")
        said = "ax status is not addressed" in f"{rule.text('words')} {rule.note}"
        assert said == (row in silent), row


@pytest.mark.parametrize("occupation", OCCUPATIONS)
@pytest.mark.parametrize("by", ["area", "industry"])
def test_wages_rise_with_the_percentile(occupation: Occupation, by: Any) -> None:
    """Five hourly and five yearly wages a row, in order; a year is about 2,080 hours."""
    table = wage_table(occupation, by)
    assert isinstance(table.value, Mapping)
    for name in table.value:
        row = table.row(name)
        hourly, annual = row[:5], row[5:]
        assert len(annual) == 5
        assert list(hourly) == sorted(hourly)
        for hour, year in zip(hourly, annual, strict=True):
            assert year == pytest.approx(hour * HOURS_OF_A_YEAR, abs=16)
    assert (table.kind, table.year, table.confirmed) == ("survey", 2025, True)


def test_wages_are_of_known_states_and_industries() -> None:
    """Every area is a state or the nation; where a state is missing, the note names it."""
    names = state_names()
    industries = set(wage_names("industries").value)  # type: ignore[arg-type]
    assert set(wage_names("occupations").value) == set(OCCUPATIONS)  # type: ignore[arg-type]
    for occupation in OCCUPATIONS:
        table = wage_table(occupation)
        areas = set(table.value)  # type: ignore[arg-type]
        assert areas <= set(CODES)
        assert "US" in areas
        for code in set(names) - areas:
            assert names[code] in table.note
        by_industry = wage_table(occupation, "industry")
        assert set(by_industry.value) == industries  # type: ignore[arg-type]


def test_wages_of_the_survey() -> None:
    """Medians and ends of the nation, as published for May 2025."""
    published: dict[Occupation, tuple[float, float, float]] = {
        "counselors": (18.72, 28.53, 46.92),
        "social_workers": (19.11, 28.98, 50.08),
        "marriage_and_family_therapists": (21.47, 32.18, 59.49),
        "psychologists": (26.53, 48.36, 87.00),
    }
    for occupation, expected in published.items():
        row = wage_table(occupation).row("US")
        assert (row[0], row[2], row[4]) == expected


def test_every_rule_is_listed_once() -> None:
    """All of them, those that change by the day as they stand on it."""
    listed = {rule.key: rule for rule in labour_rules(DAY)}
    assert list(listed) == [f"labour.{name}" for name in RULES]
    assert listed["labour.minimum_wage_AK"] == known(minimum_wage("AK", DAY))
    assert listed["labour.overtime"] == labour_rule("overtime")
