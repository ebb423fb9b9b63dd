"""What is out of date on three days, checked by hand against the days in `calc/data`.

30 November 2026: only what was old or recalled when it was read. 1 January 2027: all that is set by
the year, and no statute. 1 July 2027: what runs from July, January's poverty guideline, and the
wages that are published each May.
"""

import datetime
from collections.abc import Iterable

import pytest

from calc.parameters import renewal

AUTUMN = datetime.date(2026, 11, 30)
NEW_YEAR = datetime.date(2027, 1, 1)
SUMMER = datetime.date(2027, 7, 1)
ESTIMATED = "AR CA CO DC ID IL MA MD ME MN MT ND NM OR SC UT VT WA"
PENSIONS_UNREAD = ("MI", "RI")  # what of a pension is left out: not read for 2026
STEPPING = "AZ CA CO CT HI ME MI MN MO MT NE NJ NY OH SD VT VA WA"


def late(day: datetime.date) -> dict[str, renewal.OutOfDate]:
    """What is out of date on a day, by key."""
    return {one.figure.key: one for one in renewal.out_of_date(day)}


def of(found: Iterable[str], start: str) -> set[str]:
    """What follows the start in the keys that have it."""
    return {key.removeprefix(start) for key in found if key.startswith(start)}


def test_the_thirtieth_of_november_2026() -> None:
    """Unemployment of 2024, city rates of 2025, estimates of 18 states, recalled figures.

    payroll_tax: the bases and rates of 2024 (their `year`), the offered bases of 2025, and the list
    of credit reductions, which is that of 2025. labour: Colorado's salary of 2026 is recalled, read
    was that of 2025; Oregon's wage of July 2026 is worked out, read was that to June.
    """
    found = late(AUTUMN)
    assert of(found, "us_federal.") == set()
    assert of(found, "student_loans.") == of(found, "wages.") == of(found, "typical.") == set()
    assert of(found, "labour.") == {"exempt_salary_CO", "minimum_wage_OR"}
    assert of(found, "payroll_tax.") == {
        "state_unemployment_wage_base",
        "state_unemployment_rate",
        "offered_wage_base_2025",
        "federal_unemployment_credit_reduction_2026",
    }
    assert of(found, "payroll_programmes.") == {"AK_unemployment", "NJ_workforce"}
    assert of(found, "practice_taxes.") == {"philadelphia_receipts", "philadelphia_income"}
    assert of(found, "local_taxes.") == {
        "maryland_county",
        "indiana_county",
        "st_louis",
        "kansas_city",
        "philadelphia",
        "philadelphia_nonresident",
    }
    estimated = {key.partition(".")[0] for key in of(found, "states.")}
    assert estimated == {*ESTIMATED.split(), *PENSIONS_UNREAD}
    recalled = of(found, "tax_dates.")
    assert len(recalled) == 23  # ten states were read on the 30th
    assert not recalled & {"CA", "NY", "US", "TX"}
    # 7 of pensions and of 65: one each of CA, MD, MI and RI, three of ME
    assert len(found) == 2 + 4 + 2 + 2 + 6 + 44 + 7 + 23


@pytest.mark.parametrize(
    ("key", "last", "days"),
    [
        ("payroll_tax.state_unemployment_rate", (2024, 12, 31), 699),  # 365 + 334
        ("labour.exempt_salary_CO", (2025, 12, 31), 334),  # 365 - 31 of December
        ("labour.minimum_wage_OR", (2026, 6, 30), 153),  # 31 + 31 + 30 + 31 + 30
        ("local_taxes.philadelphia", (2026, 6, 30), 153),
        ("local_taxes.indiana_county", (2023, 12, 31), 1_065),  # 366 + 365 + 334
        ("states.CA.income_tax_rate", (2025, 12, 31), 334),
    ],
)
def test_how_long_it_has_been(key: str, last: tuple[int, int, int], days: int) -> None:
    """The last day, and the days since, counted on a calendar."""
    found = late(AUTUMN)[key]
    assert (found.last_day, found.days) == (datetime.date(*last), days)


def test_new_year_2027() -> None:
    """The day before, nothing of 2026 has run out; then all that is set by the year has.

    Not the rates of the statute, a wage that steps in July or September, nor Rhode Island's, whose
    17.00 of January 2027 is known.
    """
    assert set(late(datetime.date(2026, 12, 31))) == set(late(AUTUMN))
    found = late(NEW_YEAR)
    federal = of(found, "us_federal.")
    assert {"income_tax", "standard_deduction", "elective_deferral_limit_401k"} <= federal
    assert {"earned_income_credit_maximum", "child_tax_credit", "catch_up_401k"} <= federal
    assert not federal & {"se_medicare_rate", "qbi_rate", "senior_deduction", "hsa_catch_up"}
    assert of(found, "labour.minimum_wage_") == {*STEPPING.split(), "OR"}
    assert of(found, "labour.exempt_salary_") == {"CA", "CO", "ME", "WA", "not_professionals_NY"}
    assert of(found, "student_loans.") == of(found, "wages.") == of(found, "licensure.") == set()
    assert of(found, "typical.") == {"health_premium_per_month"}
    assert len({key.partition(".")[0] for key in of(found, "states.")}) == 43  # 8 tax nothing
    assert found["us_federal.income_tax"].days == 1
    assert found["us_federal.income_tax"].figure.renewal.publisher == "IRS"
    assert found["labour.minimum_wage_CA"].last_day == datetime.date(2026, 12, 31)


def test_the_first_of_july_2027() -> None:
    """Since New Year: January's guideline, May's wages, and what holds from July to June.

    Alaska's wage of July 2027 is law already, so it is not among them; its salary is.
    """
    found = late(SUMMER)
    since = set(found) - set(late(NEW_YEAR))
    assert of(since, "wages.") == {
        "occupations",
        "industries",
        *(
            f"{name}{by}"
            for name in (
                "counselors",
                "marriage_and_family_therapists",
                "social_workers",
                "psychologists",
            )
            for by in ("", "_by_industry")
        ),
    }
    assert {key for key in since if not key.startswith("wages.")} == {
        "student_loans.poverty_guideline",
        "student_loans.graduate_loan_rate",
        "typical.student_loan_rate",
        "typical.wage_per_hour_counselor",
        "typical.salary_per_year_counselor",
        "labour.minimum_wage_DC",
        "labour.exempt_salary_AK",
    }
    ends = {
        "student_loans.poverty_guideline": (2027, 1, 14),
        "wages.counselors": (2027, 5, 14),
        "student_loans.graduate_loan_rate": (2027, 6, 30),
    }
    for key, last in ends.items():
        assert found[key].last_day == datetime.date(*last)


def test_what_is_out_of_date_comes_the_longest_past_first() -> None:
    """And every figure that expires soon is one that is out of date after it, and not before."""
    days = [one.days for one in renewal.out_of_date(SUMMER)]
    assert days == sorted(days, reverse=True)
    assert min(days) == 1
    soon = renewal.expiring(AUTUMN, 31)
    assert {one.figure.key for one in soon} == set(late(NEW_YEAR)) - set(late(AUTUMN))
    assert {one.days for one in soon} == {-31}
    assert renewal.expiring(AUTUMN, 30) == ()


@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("labour.minimum_wage_RI", (2027, 12, 31)),  # 17.00 from January 2027
        ("labour.minimum_wage_AK", (2027, 12, 31)),  # 15.00 from July 2027; prices from 2028
        ("labour.minimum_wage_FL", (2027, 9, 29)),  # 15.00 from 30 September 2026
        ("student_loans.paye", (2028, 6, 30)),
        ("us_federal.senior_deduction", (2028, 12, 31)),
        ("licence_fees.ca_renewal", (2030, 6, 30)),
        ("practice_taxes.HI_county_surcharge", (2030, 12, 31)),
    ],
)
def test_last_days_further_on(key: str, last: tuple[int, int, int]) -> None:
    """Laws that name their own end, and steps that are known ahead."""
    assert renewal.dated_figures()[key].last_day == datetime.date(*last)


@pytest.mark.parametrize(
    "key",
    [
        "labour.minimum_wage_TX",
        "student_loans.rap_rate",
        "us_federal.se_medicare_rate",
        "licensure.TX_counselor",
        "typical.minutes_per_session",
        "payroll_tax.federal_unemployment_credit_reduction_2025",
    ],
)
def test_what_holds_until_it_is_changed(key: str) -> None:
    """The loan rules of July 2026, a rate of the statute, the federal wage: no day, at any time."""
    assert renewal.dated_figures()[key].last_day is None
    assert key not in late(datetime.date(2099, 1, 1))
    assert renewal.dated_figures()[key].until(NEW_YEAR) is None


def test_law_was_read_to_the_end_of_2026() -> None:
    """Brackets of 2027 come in the autumn of 2026: none was read."""
    assert renewal.law_read_to() == datetime.date(2026, 12, 31)
