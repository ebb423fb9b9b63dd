"""Tax to set aside in words: who wants how much by when, of real plans."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest

from calc.scenario import HouseholdInputs
from calc.taxes.dates import CITY, Schedule, estimated_tax
from tests.ui.telling.shipped import GRADUATE, KIND, SOLO, result_of
from ui.telling import tax_dates, words

TODAY = datetime.date(2026, 11, 28)
CALIFORNIA = {"household.state": "CA"}
COUPLE = {
    **CALIFORNIA,
    "household.filing_status": "joint",
    "household.spouse_wages_per_year": 60_000.0,
}
Changes = Mapping[str, Any]


def schedule_of(changes: Changes) -> Schedule:
    """The instalments of the worked example, some fields of it changed."""
    result = result_of(SOLO, changes)
    found = estimated_tax(result.taxes, result.scenario.household, result.rules)
    assert found is not None
    return found


def table_of(changes: Changes, today: datetime.date = TODAY) -> list[list[str]]:
    """The table as it is read, money without its marks of text."""
    found = tax_dates.table(schedule_of(changes), today, "USD")
    return [list(found.heads), *([cell.replace("\\", "") for cell in row] for row in found.texts())]


def notes_of(changes: Changes) -> list[str]:
    """What the dates stand on."""
    return tax_dates.notes(result_of(SOLO, changes), schedule_of(changes))


def test_a_state_of_its_own_schedule_has_a_column() -> None:
    """30, 40, 0 and 30 % of California's 5,471 beside four equal parts of 27,630 for the IRS."""
    assert table_of(CALIFORNIA) == [
        ["Due", "IRS", "California", "Together"],
        [":gray[15 April 2026, gone by]", ":gray[$6,908]", ":gray[$1,641]", ":gray[$8,549]"],
        [":gray[15 June 2026, gone by]", ":gray[$6,908]", ":gray[$2,189]", ":gray[$9,097]"],
        [":gray[15 September 2026, gone by]", ":gray[$6,907]", ":gray[$0]", ":gray[$6,907]"],
        ["**15 January 2027, in 48 days**", "**$6,907**", "**$1,641**", "**$8,548**"],
        ["**The year**", "**$27,630**", "**$5,471**", "**$33,101**"],
    ]


def test_where_there_is_room_when_has_a_column() -> None:
    """The same amounts; gone by and the days to the next one stand beside the date."""
    found = tax_dates.wide_table(schedule_of(CALIFORNIA), TODAY, "USD")
    assert list(found.heads) == ["Due", "When", "IRS", "California", "Together"]
    rows = [[cell.replace("\\", "") for cell in row] for row in found.texts()]
    assert [row[:2] for row in rows] == [
        [":gray[15 April 2026]", ":gray[gone by]"],
        [":gray[15 June 2026]", ":gray[gone by]"],
        [":gray[15 September 2026]", ":gray[gone by]"],
        ["**15 January 2027**", "**in 48 days**"],
        ["**The year**", ""],
    ]
    assert [row[2:] for row in rows] == [row[1:] for row in table_of(CALIFORNIA)[1:]]
    early = tax_dates.wide_table(schedule_of({}), datetime.date(2026, 4, 1), "USD")
    assert [row[1] for row in early.texts()] == ["**in 14 days**", "", "", "", ""]


def test_without_a_state_tax_the_irs_stands_alone() -> None:
    """No column of sums where there is one payee; the sum of its parts is the year's tax."""
    assert table_of({}, datetime.date(2026, 6, 15)) == [
        ["Due", "IRS"],
        [":gray[15 April 2026, gone by]", ":gray[$6,908]"],
        ["**15 June 2026, today**", "**$6,908**"],
        ["15 September 2026", "$6,907"],
        ["15 January 2027", "$6,907"],
        ["**The year**", "**$27,630**"],
    ]


def test_a_day_before_is_in_one_day() -> None:
    """In the right number."""
    assert table_of({}, datetime.date(2026, 6, 14))[2][0] == "**15 June 2026, in 1 day**"


def test_what_last_years_tax_leaves_stands_in_a_row_of_its_own() -> None:
    """110 % of 10,000 in four parts; what is left of 27,630 goes with the return."""
    rows = table_of({"household.tax.federal_tax_last_year": 10_000.0})
    assert rows[4] == ["**15 January 2027, in 48 days**", "**$2,750**"]
    assert rows[5:] == [["With the return", "$16,630"], ["**The year**", "**$27,630**"]]


def test_the_next_payment() -> None:
    """Its sum and day; none once the last has gone by."""
    found = schedule_of(CALIFORNIA)
    assert tax_dates.next_payment(found, TODAY, "USD") == (
        "The next instalment is \\$8,548, due 15 January 2027."
    )
    assert tax_dates.next_payment(found, datetime.date(2027, 1, 16), "USD") == (
        "No instalment of this year is still to come."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {},
            "Set aside 19.4\u00a0% of what clients pay. The IRS wants it by these dates.",
        ),
        (
            CALIFORNIA,
            "Set aside 23.2\u00a0% of what clients pay. The IRS and California each want theirs by "
            "these dates.",
        ),
        (
            {"household.tax": {"mode": "effective", "rate": 0.25}},
            "Set aside 21.3\u00a0% of what clients pay for tax, at the rates you entered.",
        ),
        (
            {f"{KIND}.booked_per_week": 0.4},
            "Set aside 0\u00a0% of what clients pay until the return: nobody asks for it by date.",
        ),
        ({f"{KIND}.fee_per_session": 0.0}, "Nothing comes in, so there is nothing to set aside."),
    ],
)
def test_what_to_set_aside(changes: Changes, said: str) -> None:
    """By date where the law asks for it; at rates of one's own, or below $1,000, without dates."""
    result = result_of(SOLO, changes)
    found = estimated_tax(result.taxes, result.scenario.household, result.rules)
    assert tax_dates.sentence(result, found) == said


def test_an_employee_has_tax_withheld() -> None:
    """Nothing is set aside where the employer keeps it back."""
    assert tax_dates.sentence(result_of(GRADUATE), None) == (
        "Your employer withholds tax: about 18\u00a0% of what comes in."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, [tax_dates.NOT_ENTERED]),
        (
            COUPLE,
            [
                tax_dates.WITHHELD,
                "California asks for 30, 40, 0 and 30\u00a0% of the year's tax by these dates.",
                tax_dates.NOT_ENTERED,
            ],
        ),
        (
            {"household.state": "OH"},
            [
                "Ohio: the year's tax is below \\$500, so nothing is asked for by date.",
                tax_dates.NOT_ENTERED,
                words.local_hint(HouseholdInputs(state="OH")),
            ],
        ),
        (
            {"household.state": "ID"},
            [tax_dates.NOT_REQUIRED.format(payee="Idaho"), tax_dates.NOT_ENTERED],
        ),
        (
            {
                "household.state": "UT",
                "household.tax.federal_tax_last_year": 10_000.0,
                "household.tax.state_tax_last_year": 1_000.0,
            },
            [
                "IRS: these amounts are the least that avoids a penalty, going by last year's tax; "
                "\\$16,630 is left for the return.",
                tax_dates.NO_HARBOUR.format(payee="Utah"),
                tax_dates.ASSUMED.format(payee="Utah"),
            ],
        ),
        (
            {"household.state": "IL"},
            [tax_dates.RECALLED.format(payee="Illinois"), tax_dates.NOT_ENTERED],
        ),
    ],
)
def test_what_the_dates_stand_on(changes: Changes, said: list[str]) -> None:
    """Shares, thresholds, withholding, what was not read, and last year's tax."""
    assert notes_of(changes) == said


def test_a_city_is_named_as_one_in_a_sentence() -> None:
    """The head of its column is no name to begin or go on a sentence with."""
    assert tax_dates.ASKED_BY[CITY] == "the city or county"
    result = result_of(SOLO, {"household.state": "NY", "household.city": "new_york_city"})
    said = tax_dates.sentence(result, tax_dates.schedule_of(result))
    assert "and the city or county each want theirs" in said
    assert "City or county" not in said
