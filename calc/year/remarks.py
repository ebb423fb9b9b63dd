"""Remarks: what is lawful but odd, and what was left out. Data only; the words are in `ui`."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from calc.ledger import Line
from calc.number import HALF_A_CENT, HOURS_PER_WEEK, MONTHS_PER_YEAR, added, ratio_of
from calc.parameters import Rules
from calc.parameters.labour import overtime_by_the_day
from calc.scenario import Bucket, Hourly, KnownPayment, Salary, Scenario, UsTax
from calc.scenario.fields import typical_of
from calc.scenario.pay import Pay
from calc.scenario.walk import walk
from calc.statements import MoneyIn, Remark, Saving, Year
from calc.taxes.election import election_in, election_refused
from calc.taxes.practice import practice_of, told_of
from calc.year.own_corporation import OwnCorporation

SLACK = 1e-6  # of an hour a year: less is rounding
NEARLY = 1.02  # hours within 2 % of each other are taken as the same
CONTRACTED = "work.pay.contracted_hours_per_week"


def remarks_on(
    scenario: Scenario,
    rules: Rules,
    year: Year,
    money: MoneyIn,
    profit: Line,
    take_home: Line,
    saving: Saving,
    own: OwnCorporation | None,
) -> tuple[Remark, ...]:
    """Every remark on one result, the gravest first."""
    return (
        *_missing_figures(year, money),
        *_hours(scenario, year),
        *_money(profit, take_home),
        *(_corporation(own, scenario.household.state, rules) if own else ()),
        *_household(scenario, rules),
        *_practice(scenario, money, profit, rules),
        *_clients_elsewhere(scenario, money, profit, rules),
        *_loans(scenario),
        *(_saving(saving) if isinstance(scenario.household.tax, UsTax) else ()),
        *_odd_values(scenario, rules["typical.odd_factor"].number),
    )


def _any(condition: bool | np.bool_ | np.ndarray[tuple[int], np.dtype[np.bool_]]) -> bool:
    return bool(np.any(condition))


def _missing_figures(year: Year, money: MoneyIn) -> Iterator[Remark]:
    """Why a ratio is not known: each is a division by nothing."""
    if _any(np.equal(year.hours.amount, 0.0)):
        yield Remark("no_hours")
    if _any(np.equal(year.worked_weeks.amount, 0.0)):
        yield Remark("no_worked_weeks", "work.time.holiday_weeks")
    if _any(np.equal(year.booked.amount, 0.0)):
        yield Remark("no_sessions")
    if _any(np.equal(money.total.amount, 0.0)):
        yield Remark("no_money_in")


def _hours(scenario: Scenario, year: Year) -> Iterator[Remark]:
    time, weeks = scenario.work.time, year.worked_weeks.amount
    other_job = scenario.household.other_job_hours_per_week
    per_week = year.hours_per_week.amount + other_job
    if _any(np.greater(per_week, HOURS_PER_WEEK)):
        yield Remark("more_hours_than_a_week", values={"hours": per_week, "most": HOURS_PER_WEEK})
    stated = "after_hours_per_week" in time.model_fields_set
    if stated and _any(np.greater(time.after_hours_per_week * weeks, year.hours.amount)):
        yield Remark(
            "after_hours_exceed_hours",
            "work.time.after_hours_per_week",
            {"hours": time.after_hours_per_week, "most": year.hours_per_week.amount},
        )
    useful: tuple[Bucket, ...] = ("notes", "billing", "administration", "marketing")
    work_for_it = added(year.buckets[bucket].amount for bucket in useful)
    if _any(np.greater(year.waiting_reused, work_for_it)):
        yield Remark("reuse_exceeds_work", "work.time.waiting_reused_share")
    yield from _contract(scenario.work.pay, year)
    pay = scenario.work.pay
    by_day = overtime_by_the_day(scenario.household.state)
    counted = isinstance(pay, Hourly) and scenario.currency == "USD"
    if counted and by_day and _any(year.hours_per_week.amount > by_day.of("hours_per_day")):
        yield Remark("overtime_by_the_day", "work.pay.rate_per_hour", {"rule": by_day})
    if isinstance(pay, Hourly) and _any(np.greater(pay.paid_leave_weeks, time.weeks_off)):
        yield Remark("paid_leave_exceeds_weeks_off", "work.pay.paid_leave_weeks")


def _contract(pay: Pay | None, year: Year) -> Iterator[Remark]:
    """Contracted hours beside those that are listed, counted or paid, all of a worked week."""
    weeks = year.worked_weeks.amount
    if isinstance(pay, Salary) and pay.states_contract:
        contracted = pay.contracted_hours_per_week * weeks
        if _any(np.greater(contracted, year.hours.amount * NEARLY)):
            yield Remark(
                "contracted_hours_not_listed",
                CONTRACTED,
                {"contracted": pay.contracted_hours_per_week, "listed": year.hours_per_week.amount},
            )
    rest = year.buckets.get("unlisted")
    if rest is not None and _any(np.greater(rest.amount, SLACK)):
        unlisted = ratio_of(rest.amount, weeks)
        yield Remark("contracted_hours_counted", CONTRACTED, {"unlisted": unlisted})
    if isinstance(pay, Hourly) and pay.states_contract:
        contracted = pay.contracted_hours_per_week
        paid = ratio_of(added(row.paid.amount for row in year.rows.values()), weeks)
        values = {"contracted": contracted, "paid": paid}
        if _any(np.greater(contracted, paid * NEARLY)):
            yield Remark("contracted_hours_not_paid", CONTRACTED, values)
        elif _any(np.greater(paid, contracted * NEARLY)):
            yield Remark("paid_hours_beyond_contract", CONTRACTED, values)


def _money(profit: Line, take_home: Line) -> Iterator[Remark]:
    if _any(np.less(profit.amount, 0.0)):
        yield Remark("loss", values={"amount": profit.amount})
    if _any(np.less(take_home.amount, 0.0) & np.greater_equal(profit.amount, 0.0)):
        yield Remark("take_home_negative", values={"amount": take_home.amount})


def _corporation(own: OwnCorporation, state: str, rules: Rules) -> Iterator[Remark]:
    """A salary that is more than the practice leaves, or none; an election that is not open."""
    path, left = "work.form.salary_per_year", own.year.income.amount
    election = election_in(own.form)
    for problem in election_refused(election, rules, state) if election else ():
        where = problem.path if problem.kind == "no_plain_rate" else ""
        yield Remark(f"election_{problem.kind}", where, {"state": problem.bound})
    if _any(np.less(left, -HALF_A_CENT)):
        values = {"salary": own.salary.amount, "short": -np.asarray(left)}
        yield Remark("salary_beyond_the_practice", path, values)
    elif _any(np.equal(own.salary.amount, 0.0)):
        yield Remark("corporation_pays_no_salary", path)


def _household(scenario: Scenario, rules: Rules) -> Iterator[Remark]:
    home = scenario.household
    if scenario.tax_year != rules.tax_year and "tax_year" in scenario.model_fields_set:
        yield Remark(
            "other_tax_year", "tax_year", {"stated": scenario.tax_year, "used": rules.tax_year}
        )
    if not isinstance(home.tax, UsTax):
        return
    taxed = rules["states.income_tax"].text(home.state) == "taxed"
    if taxed and home.tax.state_rate is None and rules.state(home.state) is None:
        yield Remark(
            "state_tax_not_included",
            "household.tax.state_rate",
            {"state": rules["states.name"].text(home.state)},
        )
    if home.filing_status != "joint" and _any(np.greater(home.spouse_wages_per_year, 0.0)):
        yield Remark("spouse_wages_not_counted", "household.spouse_wages_per_year")
    if scenario.currency != "USD":
        yield Remark("us_tax_in_other_currency", "currency", {"currency": scenario.currency})


def _practice(scenario: Scenario, money: MoneyIn, profit: Line, rules: Rules) -> Iterator[Remark]:
    """Taxes on the practice itself that hang on what is not asked."""
    practice = practice_of(scenario, money.taxable.amount, profit.amount)
    for law in told_of(practice, rules) if practice else ():
        yield Remark("practice_tax_not_counted", values={"tax": law.label, "note": law.note})


def _clients_elsewhere(
    scenario: Scenario, money: MoneyIn, profit: Line, rules: Rules
) -> Iterator[Remark]:
    """Clients in another state, where that is stated: a licence there, and perhaps its tax."""
    share = scenario.work.clients_in_other_states_share
    if share is None or not _any(np.greater(share, 0.0)):
        return
    practice = practice_of(scenario, money.taxable.amount, profit.amount)
    values = {
        "share": share,
        "state": rules["states.name"].text(scenario.household.state),
        "taxed": f" {rules['states.clients_elsewhere'].value}" if practice else "",
    }
    yield Remark("clients_in_other_states", "work.clients_in_other_states_share", values)


def _loans(scenario: Scenario) -> Iterator[Remark]:
    if not isinstance(scenario.loans, KnownPayment):
        return
    paid = scenario.loans.payment_per_month * MONTHS_PER_YEAR
    if _any(np.greater(scenario.loans.interest_per_year, paid)):
        values = {"interest": scenario.loans.interest_per_year, "paid": paid}
        yield Remark("interest_exceeds_payments", "loans.interest_per_year", values)


def _saving(saving: Saving) -> Iterator[Remark]:
    for limit in saving.limits:
        if _any(np.greater(limit.contribution, np.asarray(limit.most) + HALF_A_CENT)):
            yield Remark(
                "over_the_legal_limit",
                limit.path,
                {"contribution": limit.contribution, "most": limit.most},
            )


def _odd_values(scenario: Scenario, factor: float) -> Iterator[Remark]:
    """Fields far outside the typical band, as a question rather than a refusal."""
    for path, _, _, info, value in walk(scenario, stated=True):
        if path.partition(".")[0] in scenario.asked:  # no part of the year
            continue
        typical = None if isinstance(value, tuple) else typical_of(info)
        if typical is None or typical.high is None or typical.unit == "share":
            continue
        if _any(np.greater(value, typical.high * factor)):
            values = {"value": value, "low": typical.low, "high": typical.high}
            yield Remark("far_above_typical", path, values)
