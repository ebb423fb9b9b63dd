"""A practice that is a corporation, month by month: its salary and taxes follow its months."""

import datetime
from typing import Any

import pytest

from calc import Scenario, evaluate
from calc.months import ahead
from calc.scenario.ahead import Ahead
from tests.worked.months import RULES

PLAN = {
    "work": {
        "kind": "own_practice",
        "form": {"kind": "s_corporation", "salary_per_year": 50_000.0},
        "session_kinds": [{"payer": "private", "fee_per_session": 180.0, "booked_per_week": 22.0}],
    },
    "household": {"state": "CA"},
}


def plan(start: datetime.date, months: int, **changes: Any) -> Scenario:
    """The practice in full from its first month, beside nothing."""
    rows = Ahead(starts_on=start, months=months)
    return Scenario.parse(PLAN).with_values({"ahead": rows, **changes})


@pytest.mark.parametrize("salary", [None, 50_000.0])
def test_a_year_of_months_is_the_year(salary: float | None) -> None:
    """Twelve months in full: the year's taxes, its running costs among what is paid."""
    path = {"work.form.salary_per_year": salary}
    stands = plan(datetime.date(2026, 1, 1), 12, **path)
    found, year = ahead(stands, RULES).expected, evaluate(stands, RULES)
    (window,) = found.windows
    assert float(window.take_home[0]) == pytest.approx(float(year.take_home.amount))
    assert float(found.tax_months.sum()) == pytest.approx(float(year.taxes.amount))


def test_payroll_tax_is_asked_for_by_date() -> None:
    """All of a year's tax but the state's parts goes to the nation, none with the return."""
    stands = plan(datetime.date(2026, 1, 1), 12)
    found, year = ahead(stands, RULES).expected, evaluate(stands, RULES)
    (taxes,) = (one.returns.practice for one in found.years)
    own = year.corporation
    assert own is not None
    federal = ("taxes.federal_income", "taxes.fica")
    of_owner = sum(float(year.taxes.find(key).amount) for key in federal)
    payroll = float(own.year.payroll_tax.amount)
    assert float(taxes.federal[0]) == pytest.approx(of_owner + payroll)
    assert float(taxes.fica[0]) == 0.0


def test_a_year_before_the_practice_has_no_corporation() -> None:
    """A practice that begins in July owes nothing of the year before: not California's $800."""
    new = plan(datetime.date(2026, 7, 1), 12)
    new = new.with_values({"ahead.clients_at_start": 0, "ahead.enquiries_per_month": 20.0})
    found = ahead(new, RULES).expected
    first = found.years[0].returns.practice
    assert float(first.state[0]) < 5_000.0
    assert float(found.setting.steady.taxes.find("corporation.tax").amount) > 800.0
