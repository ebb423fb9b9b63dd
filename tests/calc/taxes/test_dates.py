"""Instalments of a year's tax: federal and state, by date, with the safe harbour."""

import datetime

import numpy as np
import pytest

from calc import evaluate, load_rules
from calc.parameters import state_names, states
from calc.parameters.tax_dates import tax_dates
from calc.scenario import Scenario
from calc.taxes.dates import Instalments, Schedule, estimated_tax, paid_with_payroll, safe_harbour
from tests.calc.questions.asks import SOLO

RULES = load_rules(2026)
US, _ = tax_dates("US", 2026)
CA, _ = tax_dates("CA", 2026)


def schedule_of(plan: Scenario, **changes: object) -> Schedule:
    """The instalments of a plan, some fields of it changed."""
    changed = plan.with_values({name.replace("__", "."): value for name, value in changes.items()})
    result = evaluate(changed, load_rules(changed.tax_year))
    found = estimated_tax(result.taxes, changed.household, result.rules)
    assert found is not None
    return found


def payee(schedule: Schedule, name: str) -> Instalments:
    """One of those who are paid."""
    return next(found for found in schedule.payees if found.payee == name)


def test_california_asks_for_30_40_0_and_30() -> None:
    """Of its own tax alone; the IRS asks for equal parts of the rest, and the days add up."""
    found = schedule_of(SOLO, household__state="CA")
    state, federal = payee(found, "California"), payee(found, "IRS")
    shares = [float(amount) / float(state.year) for amount in state.amounts]
    assert shares == pytest.approx([0.3, 0.4, 0.0, 0.3])
    assert [float(amount) for amount in federal.amounts] == pytest.approx([federal.year / 4] * 4)
    together = sum(float(day.together) for day in found.days)
    assert together == pytest.approx(float(federal.year) + float(state.year))
    assert float(found.with_return) == pytest.approx(0.0)


def test_ohio_asks_for_nine_tenths_of_the_year() -> None:
    """22.5 % at each date of a tax at a rate of one's own; a tenth is left for the return."""
    found = schedule_of(SOLO, household__state="OH", household__tax__state_rate=0.03)
    ohio = payee(found, "Ohio")
    assert [float(a) for a in ohio.amounts] == pytest.approx([0.225 * float(ohio.year)] * 4)
    assert float(ohio.with_return) == pytest.approx(0.1 * float(ohio.year))


def test_dates_of_a_states_own_stand_between_the_federal_ones() -> None:
    """Iowa's last days of the month: eight days in all, each with its own payee."""
    found = schedule_of(SOLO, household__state="IA")
    assert [day.day.isoformat() for day in found.days][:2] == ["2026-04-15", "2026-04-30"]
    assert len(found.days) == 8
    assert [float(amount) > 0 for amount in found.days[1].amounts] == [False, True]


@pytest.mark.parametrize("code", state_names())
def test_every_state_has_its_entry(code: str) -> None:
    """Shares add up to no more than the year; those without a tax on earnings ask for nothing."""
    record, _ = tax_dates(code, 2026)
    untaxed = record.text("basis") == "untaxed"
    assert untaxed == (states().text(code) == "none")
    if record.text("basis") not in ("untaxed", "not_required"):
        assert 0.9 <= sum(record.row("shares")) <= 1.0


def test_no_state_column_where_nothing_is_taxed_but_one_at_a_rate_of_ones_own() -> None:
    """Texas: the IRS alone; at a state rate of one's own the federal way stands in."""
    assert [one.payee for one in schedule_of(SOLO).payees] == ["IRS"]
    own = payee(schedule_of(SOLO, household__tax__state_rate=0.05), "Texas")
    assert own.basis == "assumed"
    assert [float(amount) for amount in own.amounts] == pytest.approx([float(own.year) / 4] * 4)


def test_a_city_has_a_column_of_its_own() -> None:
    """What a city takes is asked for by the federal dates, which nobody has checked."""
    found = payee(schedule_of(SOLO, household__tax__local_rate=0.02), "City or county")
    assert found.basis == "assumed"
    assert sum(map(float, found.amounts)) == pytest.approx(float(found.year))


def test_idaho_asks_for_nothing_before_the_return() -> None:
    """No dates; all of it is left for the return."""
    found = payee(schedule_of(SOLO, household__state="ID"), "Idaho")
    assert (found.dates, found.asked) == ((), "nothing")
    assert float(found.with_return) == float(found.year) > 0


def test_below_1000_the_irs_asks_for_nothing_by_date() -> None:
    """The tax of a handful of sessions goes with the return; there is no next day."""
    kind = "work.session_kinds.0"
    plan = SOLO.with_values({f"{kind}.booked_per_week": 4.0})
    found = schedule_of(plan)
    federal = payee(found, "IRS")
    assert federal.asked == "below_threshold"
    assert 0 < float(federal.with_return) < federal.threshold(joint=False) == 1000
    assert found.next_day(datetime.date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("code", "first", "least"),
    [
        ("LA", "2026-04-15", 1000.0),  # R.S. 47:117.1; 15 May is when the return is due
        ("VA", "2026-05-01", 1000.0),
        ("DE", "2026-04-30", 800.0),
        ("IA", "2026-04-30", 200.0),  # the agency's page; 1,000 is of corporations
        ("HI", "2026-04-20", 500.0),
        ("NY", "2026-04-15", 300.0),  # the agency's page; 5,000 is of corporations (213-b)
    ],
)
def test_first_dates_and_thresholds_of_states(code: str, first: str, least: float) -> None:
    """As laws and agencies' pages have them."""
    record, _ = tax_dates(code, 2026)
    assert record.words("due")[0] == first
    assert record.of("least") == least


@pytest.mark.parametrize(
    ("code", "share_now", "share_before"),
    [
        ("NJ", 0.8, 1.1),
        ("MA", 0.8, 1.0),
        ("CO", 0.7, 1.1),
        ("HI", 0.6, 1.0),
        ("MD", 0.9, 1.1),
        ("WI", 0.9, 1.0),
        ("NY", 0.9, 1.1),
    ],
)
def test_safe_harbours_of_states(code: str, share_now: float, share_before: float) -> None:
    """The share of this year's tax, and that of last year's above $150,000 of income."""
    record, _ = tax_dates(code, 2026)
    assert safe_harbour(record, 10_000.0, 1e6, 1.0, 2e5) == pytest.approx(share_now * 10_000.0)
    assert safe_harbour(record, 1e6, 10_000.0, 1.0, 2e5) == pytest.approx(share_before * 10_000.0)


def test_maryland_has_one_share_at_any_income() -> None:
    """110 % of last year's tax, below $150,000 too (COMAR 03.04.01.02)."""
    record, _ = tax_dates("MD", 2026)
    assert safe_harbour(record, 1e6, 10_000.0, 1.0, 50_000.0) == pytest.approx(11_000.0)


def test_what_is_in_doubt_is_told_and_not_used() -> None:
    """South Carolina's pages differ: no threshold and no safe harbour; Delaware's harbour alone."""
    found = payee(schedule_of(SOLO, household__state="SC"), "South Carolina")
    assert found.threshold(joint=False) == 0.0
    assert set(found.doubt) == {"least", "now", "before", "before_high"}
    assert safe_harbour(tax_dates("SC", 2026)[0], 10_000.0, 1.0, 1.0, 1.0) is None
    delaware = tax_dates("DE", 2026)[0]
    assert safe_harbour(delaware, 10_000.0, 1.0, 1.0, 1.0) is None
    assert delaware.of("least") == 800.0


def test_certainty_of_every_entry_is_marked() -> None:
    """What was read or agrees may be used; what was not has its doubt, or no figures of its own."""
    for code in state_names():
        record, _ = tax_dates(code, 2026)
        basis = record.text("basis")
        if basis in ("read", "secondary"):
            assert record.certainty in ("confirmed", "second_hand"), code
        if record.certainty == "conflicting":
            assert record.words("doubt"), code


def test_what_is_withheld_counts_in_equal_parts() -> None:
    """26 U.S.C. 6654(g): a quarter by each date; what is too much is left over in April."""
    federal = payee(schedule_of(SOLO), "IRS")
    left = federal.after_withholding(4_000.0)
    assert [float(a) for a in left.amounts] == pytest.approx([federal.year / 4 - 1_000.0] * 4)
    assert float(left.with_return) == pytest.approx(0.0)
    more = federal.after_withholding(federal.year + 500.0)
    assert sum(map(float, more.amounts)) == pytest.approx(0.0)
    assert float(more.with_return) == pytest.approx(-500.0)
    nothing = payee(schedule_of(SOLO, household__state="ID"), "Idaho")
    assert nothing.after_withholding(100.0).with_return == pytest.approx(nothing.year - 100.0)


def test_a_couples_threshold_may_be_its_own() -> None:
    """Louisiana: $1,000, on a joint return $2,000."""
    record = payee(schedule_of(SOLO, household__state="LA"), "Louisiana")
    assert (record.threshold(joint=False), record.threshold(joint=True)) == (1000, 2000)


def test_another_year_stands_at_its_own_federal_dates() -> None:
    """California's entry is of 2026: in 2025 its shares stand at the federal dates, as assumed."""
    found = payee(schedule_of(SOLO, tax_year=2025, household__state="CA"), "California")
    assert found.basis == "assumed"
    assert found.dates[1] == datetime.date(2025, 6, 16)


@pytest.mark.parametrize(
    ("this_year", "last_year", "income", "before", "least"),
    [
        (20_000.0, 10_000.0, 90_000.0, 90_000.0, 10_000.0),  # 100 % of last year's
        (20_000.0, 10_000.0, 90_000.0, 150_001.0, 11_000.0),  # 110 % above $150,000
        (20_000.0, 10_000.0, 90_000.0, None, 11_000.0),  # not given: 110 % is enough for all
        (20_000.0, 30_000.0, 90_000.0, 90_000.0, 18_000.0),  # 90 % of this year's is less
        (20_000.0, 0.0, 90_000.0, 90_000.0, 0.0),  # no tax last year: nothing is asked
    ],
)
def test_the_least_that_avoids_a_penalty(
    this_year: float, last_year: float, income: float, before: float | None, least: float
) -> None:
    """26 U.S.C. 6654(d)(1): 90 % of this year's tax, or 100 or 110 % of last year's, if less."""
    assert safe_harbour(US, this_year, last_year, income, before) == pytest.approx(least)


def test_california_looks_at_this_year_alone_from_a_million_on() -> None:
    """Below a million last year's tax still counts."""
    assert safe_harbour(CA, 90_000.0, 10_000.0, 1_000_000.0, 0.0) == pytest.approx(81_000)
    assert safe_harbour(CA, 90_000.0, 10_000.0, 999_999.0, 0.0) == pytest.approx(10_000)


def test_a_state_whose_safe_harbour_was_not_read_has_none() -> None:
    """Then last year's tax changes nothing. Hawaii has one share for all incomes."""
    assert safe_harbour(tax_dates("UT", 2026)[0], 1.0, 1.0, 1.0, 1.0) is None
    hawaii, _ = tax_dates("HI", 2026)
    assert safe_harbour(hawaii, 10_000.0, 5_000.0, 1.0, None) == pytest.approx(5_000)
    found = schedule_of(SOLO, household__state="UT", household__tax__state_tax_last_year=100.0)
    assert payee(found, "Utah").asked == "shares"


def test_last_years_tax_sets_the_instalments() -> None:
    """110 % of 10,000 in four parts; what is left of the year goes with the return."""
    federal = payee(schedule_of(SOLO, household__tax__federal_tax_last_year=10_000.0), "IRS")
    assert federal.asked == "last_year"
    assert [float(amount) for amount in federal.amounts] == pytest.approx([2_750] * 4)
    assert float(federal.with_return) == pytest.approx(float(federal.year) - 11_000)


def test_what_a_spouses_employer_withholds_counts() -> None:
    """The household's safe harbour, less the tax it would have without this work."""
    changes = {
        "household__filing_status": "joint",
        "household__spouse_wages_per_year": 60_000.0,
    }
    result = evaluate(
        SOLO.with_values({name.replace("__", "."): one for name, one in changes.items()}), RULES
    )
    withheld = result.taxes.find("taxes.federal_income.without").amount
    federal = payee(
        schedule_of(SOLO, **changes, household__tax__federal_tax_last_year=10_000.0), "IRS"
    )
    assert federal.least == pytest.approx(11_000 + float(withheld))  # its row is taken away


def test_draws_are_instalments_too() -> None:
    """A row of fees gives a row of amounts at each date."""
    fees = np.array([120.0, 150.0])
    found = schedule_of(SOLO.with_values({"work.session_kinds.0.fee_per_session": fees}))
    assert np.shape(found.days[0].together) == (2,)


def test_a_corporations_payroll_taxes_go_with_its_payroll() -> None:
    """All of a year's taxes are asked for by somebody once: by date, or with each payroll."""
    form = {"kind": "s_corporation", "salary_per_year": 50_000.0}
    plan = SOLO.with_values({"household.state": "CA", "work.form": form})
    taxes = evaluate(plan, RULES).taxes
    found = estimated_tax(taxes, plan.household, RULES)
    assert found is not None
    assert [one.payee for one in found.payees] == ["IRS", "California"]
    by_date = sum(float(one.year) for one in found.payees)
    with_payroll = float(paid_with_payroll(taxes))
    assert by_date + with_payroll == pytest.approx(float(taxes.amount))
    owed = ("corporation.payroll_tax", "taxes.fica", "taxes.payroll_programmes")
    assert with_payroll == pytest.approx(sum(float(taxes.find(key).amount) for key in owed))
    assert float(paid_with_payroll(evaluate(SOLO, RULES).taxes)) == 0.0


def test_outside_united_states_law_there_are_no_dates() -> None:
    """At a rate of one's own nobody knows them."""
    plan = SOLO.with_values({"household.tax": {"mode": "none"}})
    assert estimated_tax(evaluate(plan, RULES).taxes, plan.household, RULES) is None
