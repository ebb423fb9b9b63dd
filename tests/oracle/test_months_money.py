"""Money of the months ahead: against an independent program's every month, year, date and path."""

import json
from functools import cache
from typing import Any

import numpy as np
import pytest

from calc import load_rules
from calc.months import luck_of
from calc.months.course import Course, course_of
from calc.months.expected import expected_counts
from calc.months.full import full_when, month_of_week
from calc.months.paths import Luck, counts_of_paths
from calc.months.risk import beats, quantiles, reserve_of, risk_of
from calc.months.setting import setting_of
from calc.months.tax_years import TaxYear
from calc.number import FloatArray
from calc.taxes.instalments import ASKED_SHARE, annualised
from tests.calc.months.months_cases import CASES, ahead, scenario

RULES = load_rules(2026)
EXPECTED = [name for name, found in CASES.items() if found["kind"] == "expected"]
PATHS = [name for name, found in CASES.items() if found["kind"] == "stochastic"]
COUNTED = ("clients_end", "booked", "hours", "months_below_needs")
MANY = 10_000
LONGEST = 156  # weeks of 36 months


def course(name: str, values: dict[str, Any], luck: Luck | None = None) -> Course:
    """The expected path of a plan of the cases, or its paths on some luck."""
    setting = setting_of(scenario(name), ahead(values), RULES)
    expected = course_of(setting, expected_counts(setting.plan))
    if luck is None:
        return expected
    return course_of(setting, counts_of_paths(setting.plan, luck), expected.years)


@cache
def expected_course(name: str) -> Course:
    """The expected path of a case."""
    return course(CASES[name]["scenario"], CASES[name]["ahead"])


@cache
def luck() -> Luck:
    """The luck that all cases with chance share: path i has the same uniforms in each."""
    return luck_of(np.random.default_rng(7), LONGEST, MANY)


def paths(name: str, plan: str = "") -> Course:
    """The paths of a case, or of one of its plans."""
    values = CASES[name]["ahead"]
    return paths_of(CASES[name]["scenario"], json.dumps(values[plan] if plan else values))


@cache
def paths_of(scenario_name: str, values: str) -> Course:
    """The same of what lies ahead as a case writes it: two cases hold one plan."""
    return course(scenario_name, json.loads(values), luck())


def money(stated: Any) -> Any:
    """Within a cent."""
    return pytest.approx(stated, rel=1e-9, abs=0.01)


def count(stated: Any) -> Any:
    """Within the ten digits that are stated."""
    return pytest.approx(stated, rel=1e-9, abs=1e-9)


def same(got: dict[str, Any], stated: dict[str, Any]) -> None:
    """Every number within a cent, and nothing where nothing is stated."""
    for key, wanted in stated.items():
        assert got[key] == (None if wanted is None else money(wanted)), key


def alone(rows: Any) -> float:
    """What stands in the one path of an expected course."""
    return float(np.ravel(rows)[0])


def columns(found: Course) -> dict[str, FloatArray]:
    """The months by the names of the cases."""
    practice, same = found.practice, np.ones_like(found.balance)
    return {
        "clients_end": found.clients,
        "booked": practice.sessions,
        "hours": practice.hours,
        "receipts": practice.receipts,
        "job_pay": found.job_pay,
        "benefits": practice.leave_income,
        "costs": practice.costs,
        "setup": practice.set_up,
        "premium": found.premium,
        "loans": found.loans,
        "therapy": same * found.therapy_per_month,
        "saving": same * found.saving_per_month,
        "needs": same * found.setting.needs_per_month,
        "tax_paid": found.tax_paid,
        "tax_month": found.tax_months,
        "balance": found.balance,
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_every_month(name: str) -> None:
    """Every column of every month."""
    found, stated = columns(expected_course(name)), CASES[name]["expected"]["months"]
    assert set(found) == set(stated)
    for column, months in stated.items():
        near = count if column in COUNTED else money
        assert found[column][:, 0].tolist() == near(months), column


def of_year(year: TaxYear, job: bool) -> dict[str, float | None]:
    """A calendar year by the names of the cases."""
    calendar = year.calendar
    return {
        "months_before": calendar.before,
        "months_in_plan": calendar.in_plan,
        "months_after": calendar.after,
        "profit": alone(year.profit),
        "wages": year.wages,
        "premium": year.premium,
        "benefits_taxed": alone(year.leave),
        "practice_tax": alone(year.returns.practice.total),
        "job_tax": alone(year.returns.job.total) if job else 0.0,
        "withheld": alone(year.withheld.total) if job else 0.0,
        "adjusted_income": alone(year.returns.adjusted_income),
        "loan_payments": alone(year.loans.line.amount),
        "interest": alone(year.loans.interest),
        "estimated_paid": alone(year.paid_by_date),
        "settled_in_april": None if year.settled is None else alone(year.settled),
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_every_calendar_year(name: str) -> None:
    """Profit, wages, both taxes, what is withheld, paid by date and settled; loans."""
    found, stated = expected_course(name), CASES[name]["expected"]["calendar_years"]
    years = {str(year.calendar.year): year for year in found.years}
    assert list(years) == list(stated)
    for of, wanted in stated.items():
        same(of_year(years[of], found.setting.job.paid), wanted)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_tax_date(name: str) -> None:
    """Which dates, in which month of the plan, and what each asks for."""
    found, stated = expected_course(name), CASES[name]["expected"]["tax_dates"]
    got = {f"{date.of_year} {date.what}": date for date in found.tax_dates}
    assert set(got) == {date["what"] for date in stated}
    for wanted in stated:
        date = got[wanted["what"]]
        assert (date.year, date.month, date.plan_month) == tuple(
            wanted[key] for key in ("year", "month", "plan_month")
        )
        assert alone(date.amount) == money(wanted["amount"]), wanted["what"]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_twelve_months(name: str) -> None:
    """Take-home, hours and wage of each twelve months."""
    found, stated = expected_course(name), CASES[name]["expected"]["windows_of_12_months"]
    for window, wanted in zip(found.windows, stated, strict=True):
        assert [window.first, window.last] == wanted["months"]
        assert alone(window.take_home) == money(wanted["take_home"])
        assert alone(window.hours) == count(wanted["hours"])
        assert alone(window.wage) == money(wanted["wage"])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_summary(name: str) -> None:
    """When full, the lowest balance, runway, months below needs, what is owed at the end."""
    found, stated = expected_course(name), CASES[name]["expected"]
    runway = alone(found.runway_months)
    (week,) = full_when(found.counts, (1.0,)).weeks
    got = {
        "full_week": week,
        "full_month": month_of_week(week) if week else None,
        "lowest_balance": alone(found.lowest_balance),
        "lowest_month": alone(found.lowest_month),
        "runway_months": None if np.isinf(runway) else runway,
        "months_below_needs": float(found.below_needs.sum()),
        "owed_in_tax_after": alone(found.owed_in_tax),
        "owed_by_insurers_at_end": alone(found.practice.owed),
    }
    same(got, {key: stated[key] for key in got})


def test_an_insurer_pays_five_weeks_later() -> None:
    """From nothing, insurers four weeks later still: what each month earns and what arrives.

    The plan has at least twelve months; the six of the case are read of it.
    """
    case = CASES["M19"]
    found = course(case["scenario"], {**case["ahead"], "months": 12}).practice
    six, stated = slice(6), case["expected"]
    assert found.earned[six, 0].tolist() == count(stated["earned_by_month"])
    assert found.receipts[six, 0].tolist() == count(stated["receipts_by_month"])
    owed = float(found.earned[six].sum() - found.receipts[six].sum())
    assert owed == count(stated["owed_by_insurers_at_end"])
    assert float(found.receipts[six].sum()) + owed == count(stated["sum_of_both"])


def test_instalments_by_what_was_earned_so_far() -> None:
    """2,160, 3,240, 4,725 and 2,475 of a year of 14,000, and 1,400 in April."""
    case = CASES["M30"]
    taxes = list(case["ahead"]["tax_of_the_annualised_year_at"].values())
    assert ASKED_SHARE == 0.9
    amounts = [float(amount) for amount in annualised(taxes, (0.25, 0.5, 0.75, 1.0))]
    assert amounts == count(case["expected"]["payments"])
    assert taxes[-1] - sum(amounts) == count(case["expected"]["april"])


def of_paths(found: Course) -> dict[str, float]:
    """Everything that a case says of many paths, by its names."""
    full, risk, counts = full_when(found.counts, (0.2, 0.5, 0.8)), risk_of(found), found.counts
    names = [f"full_week_{share}_of_100" for share in (20, 50, 80)]
    got = {name: float(week) for name, week in zip(names, full.weeks, strict=True) if week}
    got |= {
        "never_full_share": full.never_share,
        "chance_ever_below_0": risk.ever_short,
        "short_months_mean": risk.short_months,
        "reserve_not_rounded": risk.reserve.amount,
        "share_held_by_three_months_of_needs": risk.three_months_hold,
        "months_below_needs_mean": risk.months_below_needs,
        "chance_of_a_month_below_needs": risk.any_below_needs,
        "end_less_tax_owed_plus_fees_owed_mean": float(found.worth_at_end.mean()),
        "waiting_week_52_mean": float(counts.waiting[51].sum(axis=0).mean()),
    }
    in_hundred = (5, 25, 50, 75, 95)
    spread = quantiles(found.balance, in_hundred)
    for month in (6, 12, 24):
        for share, balance in zip(in_hundred, spread[month - 1], strict=True):
            got[f"balance_month_{month}_quantile_{share}"] = float(balance)
    for place, window in enumerate(found.windows, 1):
        got[f"take_home_year_{place}_mean"] = float(window.take_home.mean())
        got[f"take_home_year_{place}_sd"] = float(window.take_home.std())
    for week in (26, 52):
        got[f"clients_week_{week}_mean"] = float(counts.caseload[week - 1].mean())
        got[f"clients_week_{week}_sd"] = float(counts.caseload[week - 1].std())
    return got


def within(got: dict[str, float], stated: dict[str, Any]) -> None:
    """Each quantity lies as near as ten thousand paths allow, and each is there."""
    for key, wanted in stated.items():
        near = pytest.approx(wanted["value"], rel=1e-6, abs=wanted["tolerance_at_10000_paths"])
        assert got[key] == near, key


@pytest.mark.parametrize("name", [name for name in PATHS if name != "P06"])
def test_many_paths(name: str) -> None:
    """Weeks until full, balances, chances, the reserve, take-home: all that a case states."""
    within(of_paths(paths(name)), CASES[name]["expected"])


def test_which_plan_ends_better() -> None:
    """The leap beats half-time first in 25 of 100 paths, keeping the job in 8, on the same luck."""
    leap, half, keep = (paths("P06", plan) for plan in ("leap", "half_time", "keep"))
    found = beats(leap, half)
    got = {
        "chance_leap_beats_half_time": found.chance,
        "mean_difference_leap_less_half_time": found.mean_difference,
        "chance_leap_beats_keep": beats(leap, keep).chance,
    }
    within(got, CASES["P06"]["expected"])


def test_the_error_of_a_reserve_is_what_other_luck_makes_of_it() -> None:
    """Ten draws of 1,000 paths stray about as far as each says, from half as far to twice."""
    values = CASES["P01"]["ahead"]
    found = []
    for seed in range(10):
        other = luck_of(np.random.default_rng(seed), 104, 1_000)
        found.append(reserve_of(course("solo", values, other)))
    strayed = float(np.std([one.amount for one in found], ddof=1))
    said = float(np.mean([one.error for one in found]))
    assert said / 2.0 < strayed < 2.0 * said
