"""Taxes of months worked out on paper: dates of a state, taxes on a practice, a job left."""

import datetime

import numpy as np
import pytest

from calc.months import ahead
from tests.calc.months.months_cases import CASES, scenario
from tests.calc.months.months_cases import ahead as ahead_of_case
from tests.worked.months import RULES, by_payee, course, near, rows

FEDERAL_QUARTERS = dict.fromkeys(("first", "second", "third", "fourth"), 0.25)


def test_california_asks_for_three_parts() -> None:
    """30, 40, 0 and 30 % of the state's tax; as it is earned nine tenths of each, and the rest."""
    for method, part in (("equal_quarters", 1.0), ("as_earned", 0.9)):
        found = course({"tax_payments": method}, household={"state": "CA"})
        (year,) = found.years
        state, federal = (
            float(np.ravel(amount)[0])
            for amount in (year.returns.practice.state, year.returns.practice.federal)
        )
        assert state > 5_000.0
        shares = {"first": 0.3, "second": 0.4, "third": 0.0, "fourth": 0.3}
        wanted = {what: part * share * state for what, share in shares.items()}
        assert by_payee(found, "state", 2026) == near({**wanted, "settled": state * (1.0 - part)})
        quarters = {what: part * share * federal for what, share in FEDERAL_QUARTERS.items()}
        of_nation = by_payee(found, "federal", 2026)
        assert of_nation == near({**quarters, "settled": federal * (1.0 - part)})
        before = by_payee(found, "state", 2025)
        assert before == near({"fourth": part * 0.3 * state, "settled": state * (1.0 - part)})


def test_california_of_a_practice_that_begins_in_september() -> None:
    """Of its dates only January is left with a part; of the nation's two, each half."""
    found = course(
        {
            "tax_payments": "equal_quarters",
            "starts_on": datetime.date(2026, 9, 1),
            "clients_at_start": 20,
            "full_share": 1.0,
        },
        household={"state": "CA"},
    )
    taxes = found.years[0].returns.practice
    state, federal = float(np.ravel(taxes.state)[0]), float(np.ravel(taxes.federal)[0])
    assert by_payee(found, "state", 2026) == near({"third": 0.0, "fourth": state, "settled": 0.0})
    halves = {"third": federal / 2.0, "fourth": federal / 2.0, "settled": 0.0}
    assert by_payee(found, "federal", 2026) == near(halves)


def test_washington_taxes_receipts() -> None:
    """171,600 x 1.5 % = 2,574, less a credit of 1,920 - 654 = 1,266: 1,308 a year, 109 a month.

    A last year that is cut is made whole; in four months of 2026 the credit takes all.
    """
    found = course({"months": 18}, household={"state": "WA"})
    assert rows(found.practice.practice_taxes) == near([109.0] * 18)
    assert rows(found.years[1].profit) == near([171_600.0 - 1_308.0])
    begun = course(
        {"starts_on": datetime.date(2026, 9, 1), "clients_at_start": 20, "months": 16},
        household={"state": "WA"},
    )
    assert begun.setting.existing is False
    assert rows(begun.practice.practice_taxes)[:4] == [0.0] * 4
    year = begun.practice
    taken = float(year.receipts[4:16].sum())
    tax = taken * 0.015 - (1_920.0 - (taken * 0.015 - 1_920.0))
    assert float(year.practice_taxes[4:16].sum()) == near(tax)


def test_new_york_city_taxes_the_profit() -> None:
    """(171,600 - 10,000 - 5,000) x 4 % = 6,264, and .6 % of 158,472.60: 950.84; not deducted.

    10,000 of set-up: 5,864, and 149,237.60 are below the 150,000 from which mobility is taxed.
    """
    home = {"state": "NY", "city": "new_york_city"}
    found = course({}, household=home)
    assert rows(found.practice.practice_taxes) == pytest.approx([601.236300] * 12, abs=1e-6)
    assert rows(found.years[0].profit) == near([171_600.0])
    found = course({"set_up": [{"month": 1, "amount": 10_000.0}]}, household=home)
    assert float(found.practice.practice_taxes.sum()) == near(5_864.0)


def test_a_job_left_in_september() -> None:
    """Agency 62,000 until August: withheld 6,669 where 5,942 is due; 605 comes back in April.

    The practice of 2026 brings 6,340 and 1,221 of tax, 1,099 of them paid in January.
    """
    values = ahead_of_case(CASES["P06"]["ahead"]["leap"])
    found = ahead(scenario("solo_after_agency").with_values({"ahead": values}), RULES).expected
    year = found.years[0]
    got = (
        year.wages,
        year.profit,
        year.returns.practice.total,
        year.withheld.total,
        year.returns.job.total,
        year.paid_by_date,
        year.settled,
    )
    stated = (41_333, 6_340, 1_221, 6_669, 5_942, 1_099, -605)
    assert [round(float(np.ravel(amount)[0])) for amount in got] == list(stated)


def test_last_year_of_a_couple_above_150000_asks_for_a_tenth_more() -> None:
    """100 % of last year's tax, 110 % above $150,000: no more than this year's expected tax."""
    stated = {"tax_payments": "last_year", "starts_on": datetime.date(2026, 1, 1), "months": 24}
    change = [{"month": 1, "factor": 2.0}]
    for premium, part in ((0.0, 1.1), (2_500.0, 1.0)):
        found = course(
            {**stated, "fee_changes": change},
            {"health_premium_per_month": premium},
            {"state": "TX"},
        )
        income = float(np.ravel(found.before.adjusted_income)[0])
        assert (income > 150_000.0) is (part > 1.0)
        whole = part * float(np.ravel(found.before.practice.total)[0])
        assert float(np.ravel(found.years[0].paid_by_date)[0]) == near(whole)
