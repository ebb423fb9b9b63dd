"""Dates of tax: a column for each who asks, their sum, and what each way of paying asks."""

import pytest

from calc.months import tax_by_method
from calc.months.ahead import MonthsAhead
from tests.ui.months.test_words import AGENCY, EXAMPLES, SETTLED
from tests.ui.pages import Open
from ui.months import dates, view


def shown(found: MonthsAhead) -> dates.Table:
    """The table of who asks for what, by the way of the plan."""
    methods = tax_by_method(found.setting, found.expected.counts)
    return dates.by_payee(found, methods[found.setting.ahead.tax_payments].dates_told)


def in_state(state: str, method: str = "equal_quarters") -> MonthsAhead:
    """A settled practice in a state."""
    values = {"household.state": state, "household.city": "none", "ahead.tax_payments": method}
    return view.found(SETTLED.with_values(values))


def test_a_state_with_dates_of_its_own_has_its_column() -> None:
    """California asks for 30, 40, 0 and 30 % of its part, the nation for quarters."""
    found = in_state("CA")
    table = shown(found)
    assert table.heads[:3] == ["When", "IRS", "California"]
    assert table.heads[-1] == "Together"
    by_name = {row[0]: row for row in table.rows}
    april, june, september = (
        next(row for name, row in by_name.items() if name.startswith(month) and "for" not in name)
        for month in ("April", "June", "September")
    )
    assert april[1] == june[1] == september[1] > 0
    assert june[2] == pytest.approx(april[2] / 0.3 * 0.4, abs=2)
    assert september[2] == 0
    assert all(row[-1] == sum(row[1:-1]) for row in table.rows)
    assert "California asks for 30, 40, 0 and 30" in " ".join(dates.basis(found))


def test_a_state_that_was_not_read_says_so_and_one_without_tax_has_no_column() -> None:
    """Georgia's dates were not checked, Texas asks for nothing."""
    georgia, texas = in_state("GA"), in_state("TX")
    assert shown(georgia).heads == ["When", "IRS", "Georgia", "Together"]
    assert "Georgia: the federal dates stand in" in " ".join(dates.basis(georgia))
    assert shown(texas).heads == ["When", "IRS"]
    assert dates.basis(texas) == [dates.FEDERAL_DATES]


def test_a_rate_has_one_column() -> None:
    """Nobody is named where the law is not known."""
    plan = AGENCY.with_values({"household.tax": {"mode": "effective", "rate": 0.25}})
    found = view.found(plan)
    assert shown(found).heads == ["When", "Tax"]
    assert dates.basis(found) == []


def test_the_sum_by_method_is_that_of_who_asks() -> None:
    """The column of the plan's own way is the sum of the first table, date by date."""
    found = in_state("CA", "as_earned")
    methods = tax_by_method(found.setting, found.expected.counts)
    sums = {row[0]: row[-1] for row in shown(found).rows}
    own = {row[0]: row[1] for row in dates.by_method(found, methods).rows}
    assert sums == {name: amount for name, amount in own.items() if name in sums}
    assert all(not amount for name, amount in own.items() if name not in sums)


def test_columns_of_a_plan_that_ends_in_a_year_sum_alike() -> None:
    """Twenty-four months from March end in February: what is asked later stands below the dates."""
    found = view.found(EXAMPLES["first_year"])
    table = dates.by_method(found, tax_by_method(found.setting, found.expected.counts))
    assert table.rows[-1][0] == "Later, for the months shown of 2028"
    sums = [sum(int(row[place]) for row in table.rows) for place in (1, 2, 3)]
    assert max(sums) - min(sums) <= len(table.rows)
    assert "For the months shown of 2028" in " ".join(dates.later(found))
    assert dates.later(view.found(SETTLED)) == []


def test_both_stand_in_their_fold(open_app: Open) -> None:
    """The first is of the way that is chosen."""
    app = open_app("Months ahead", AGENCY)
    app.session_state["group ahead dates"] = True
    app.run()
    assert not app.exception
    said = [each.value for each in app.markdown]
    assert "**Who asks for what, paid as it is earned** · expected path" in said
    assert dates.BY_METHOD in said
