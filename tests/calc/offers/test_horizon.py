"""Pay over ten years: the licence, a raise, a move and a bonus."""

from typing import Any

import numpy as np
import pytest

from calc import load_rules
from calc.offers.horizon import YEARS, _weekly, discounted
from tests.calc.offers.letters import KIND, PAYS, compared, offer

# A board that asks for nothing: the licence comes on the first day.
AT_ONCE = {
    "typed": [
        {
            "state": "TX",
            "family": "counselor",
            "total_hours": 0,
            "direct_hours": 0,
            "supervision_hours": 0,
            "least_months": 0,
        }
    ]
}


def test_a_raise_beyond_all_money() -> None:
    """Pay is never more than the most a field holds."""
    pay = {"kind": "salary", "salary_per_year": 5e8}
    row = offer(work={"pay": pay}, after_licence={"raise_share": 5.0})
    (found,) = compared(row, licence=AT_ONCE, household={"tax": {"mode": "none"}}).compared
    assert found.ahead.by_year()[0] == pytest.approx(1e9, rel=1e-3)


def test_ten_even_years() -> None:
    """Without ramp, licence or raise each year leaves the take-home of the plan."""
    (found,) = compared(offer(), licence={"licensed": True}, discount_rate_per_year=0).compared
    take_home = float(found.result.take_home.amount)
    assert found.ahead.by_year() == pytest.approx([take_home] * YEARS, abs=1e-6)
    assert found.ahead.paid(3) == pytest.approx(3 * take_home)
    assert found.ahead.worth(3) == pytest.approx(3 * take_home)


def test_discounting_by_the_week() -> None:
    """One dollar a week from now, and a year from now, at 4 %."""
    worth = discounted(np.ones(52), 0.04)
    assert worth[0] == pytest.approx(1.04 ** (-1 / 52))
    assert worth[-1] == pytest.approx(1 / 1.04)


def test_a_raise_with_the_licence() -> None:
    """From the week of the licence on: half of a year before it, half after it, at full tax."""
    typed = [{"state": "TX", "family": "counselor", "least_months": 6}]
    person = {"licence": {"typed": typed}, "discount_rate_per_year": 0}
    row = offer("hourly", supervision_hours_per_week=0, after_licence={"raise_share": 0.2})
    (found,) = compared(row, **person).compared
    pay = {**PAYS["hourly"], "rate_per_hour": 36}
    (after,) = compared(offer(work={"pay": pay}, supervision_hours_per_week=0)).compared
    weeks = found.licence.weeks
    assert weeks is not None
    before, later = found.result.take_home.amount, after.result.take_home.amount
    first = (float(before) * weeks + float(later) * (52 - weeks)) / 52
    if weeks <= 52:
        assert found.ahead.by_year()[0] == pytest.approx(first)
    assert found.ahead.by_year()[-1] == pytest.approx(float(later))


@pytest.mark.parametrize("pay", [*PAYS, "own"])
def test_a_raise_is_more_of_the_same_pay(pay: str) -> None:
    """For each kind of pay; a split of the whole cannot be raised."""
    row = offer(pay, kind="own_practice" if pay == "own" else "employee")
    row |= {"after_licence": {"raise_share": 0.1}, "supervision_hours_per_week": 0}
    (found,) = compared(row, licence=AT_ONCE).compared
    assert found.ahead.by_year()[0] > 1.03 * float(found.result.take_home.amount)


def test_who_is_licensed_stays_as_the_offer_says() -> None:
    """No raise of a licence that is there already, and supervision as it is stated."""
    row = offer(after_licence={"raise_share": 0.5}, supervision_price_per_hour=100)
    (found,) = compared(row, licence={"licensed": True}).compared
    years = found.ahead.by_year()
    assert years == pytest.approx([float(found.result.take_home.amount)] * YEARS)


def test_a_move_at_half_a_year_pays_half_a_year_there() -> None:
    """Without tax: $50 a session for 26 weeks, then $100: 21,600 + 43,200 by hand."""
    even = {**KIND, "booked_per_week": 20, "missed_share": 0.05, "late_cancelled_share": 0.05}
    time = {"holiday_weeks": 4, "sickness_weeks": 0, "training_weeks": 0}

    def paid(rate: float, label: str, **more: Any) -> dict[str, Any]:
        pay = {"kind": "per_session", "rates_per_session": [rate]}
        work = {"pay": pay, "session_kinds": [even], "time": time}
        return offer(label=label, work=work, supervision_hours_per_week=0, **more)

    rows = dict.fromkeys(("total_hours", "direct_hours", "supervision_hours"), 0)
    typed = [{"state": "TX", "family": "counselor", "least_months": 6, **rows}]
    found = compared(
        paid(50, "first", after_licence={"moves_to": "next"}, letter={"repaid_on_leaving": 700}),
        paid(100, "next"),
        household={"tax": {"mode": "none"}},
        support={"consultation_hours_per_week": 0},
        licence={"typed": typed},
    )
    # 20 x 48 x 0.9 = 864 sessions a year; left within its year, 700 are paid back.
    years = found.compared[0].ahead.by_year()
    assert years[0] == pytest.approx(864 * 50 / 2 + 864 * 100 / 2 - 700)
    assert years[1] == pytest.approx(864 * 100)


def test_a_bonus_is_earned_over_its_years() -> None:
    """10,000 over two years beside 50,000: 55,000 twice, then 50,000; without tax."""
    pay = {"kind": "salary", "salary_per_year": 50_000}
    benefits = {"sign_on_bonus": 10_000, "sign_on_years": 2}
    row = offer(work={"pay": pay, "benefits": benefits}, supervision_hours_per_week=0)
    free = {"support": {"consultation_hours_per_week": 0}, "household": {"tax": {"mode": "none"}}}
    (found,) = compared(row, licence={"licensed": True}, **free).compared
    years = found.ahead.by_year()
    assert list(years[:3]) == pytest.approx([55_000, 55_000, 50_000])
    assert found.ahead.paid(10) == pytest.approx(510_000)


def test_moving_on_to_a_practice() -> None:
    """After the licence the pay is that of the other offer, from its ramp on."""
    moves = offer("hourly", "first", after_licence={"moves_to": "own"})
    ramp = {"sessions_added_per_week": 1, "credentialing_weeks": 4}
    own = offer(label="own", kind="own_practice", supervision_hours_per_week=0, ramp=ramp)
    first, practice = compared(moves, own, licence=AT_ONCE).compared
    years = first.ahead.by_year()
    assert years[0] < years[1]
    assert years[5] == pytest.approx(float(practice.result.take_home.amount))
    itself = offer("hourly", "first", after_licence={"moves_to": "first"})
    (stays,) = compared(itself, licence=AT_ONCE).compared
    assert stays.ahead.by_year()[5] == pytest.approx(float(stays.result.take_home.amount), rel=0.05)


def test_a_salary_without_sessions_has_no_ramp() -> None:
    """Nothing to fill, so nothing is waited for."""
    row = offer(
        work={"session_kinds": [{**KIND, "booked_per_week": 0}]}, ramp={"credentialing_weeks": 10}
    )
    (found,) = compared(row, licence={"licensed": True}).compared
    assert found.ahead.by_year()[0] == pytest.approx(found.ahead.by_year()[5])


def test_a_sign_on_bonus_is_earned_whole_though_a_phase_ends_within_a_year() -> None:
    """6,000 over a year and a half, earned within 78 weeks: all of it, no tax being taken."""
    paid = {}
    for bonus in (0, 6_000):
        benefits = {"sign_on_bonus": bonus, "sign_on_years": 1.5}
        row = offer(work={"benefits": benefits})
        (found,) = compared(row, household={"tax": {"mode": "none"}}).compared
        plan = found.result.scenario
        paid[bonus] = _weekly(plan, np.ones(78), 0.0, load_rules(2026)).sum()
    assert paid[6_000] - paid[0] == pytest.approx(6_000)


@pytest.mark.parametrize("years", [-1, 20])
def test_no_more_years_than_are_worked_out(years: int) -> None:
    """Ten years are worked out; more or less is refused, never cut short unsaid."""
    (found,) = compared(offer()).compared
    with pytest.raises(ValueError, match=f"years is {years}"):
        found.ahead.worth(years)
