"""A practice as other calculators see it: hours, sessions, money in and costs."""

from typing import Any

from calc import Result
from calc.year.hours import booked_sessions_per_week
from calc.year.wage import switch_period
from tests.peers.assumed import NONE, caseload, evaluated, monthly, practice, yearly


def over(amount: Any, divisor: Any) -> float:
    """One figure over another."""
    return float(amount) / float(divisor)


def sprout_admin_hours_week() -> float:
    """28 hours of administration a month, in a worked week of a year without time off."""
    work = {"kind": "own_practice", **caseload(1, 0, 52)}
    work["time"] |= {"administration_hours_per_week": 28 * 12 / 52}
    year = evaluated(work, tax=NONE).year
    return over(year.buckets["administration"].amount, year.worked_weeks.amount)


def rebel_sessions_month() -> float:
    """14 sessions in each of 52 - 4 weeks, per month."""
    result = practice(14, 100, 52 - 4)
    return monthly(result, result.year.booked)


def timeinvoicer_documentation_hours_week() -> float:
    """25 sessions with 10 minutes of notes each."""
    work = {"kind": "own_practice", **caseload(25, 100, 48, notes_minutes_per_session=10)}
    year = evaluated(work, tax=NONE).year
    return over(year.buckets["notes"].amount, year.worked_weeks.amount)


def tpp_gross_day() -> float:
    """Six clients on each of five days, at $90: a fifth of a worked week's money."""
    result = practice(6 * 5, 90, 50)
    return float(switch_period(result.money_in, result.year, "week").amount) / 5


def tpp_gross() -> float:
    """The same for 50 weeks."""
    return float(practice(6 * 5, 90, 50).money_in.amount)


def jordan_net_before_tax() -> float:
    """25 sessions at $135 in 46 weeks, less costs of $12,336."""
    return float(practice(25, 135, 46, costs=yearly(12_336)).profit.amount)


def jordan_expense_pct() -> float:
    """Those costs as a share of money in."""
    result = practice(25, 135, 46, costs=yearly(12_336))
    return 100 * over(result.costs.amount, result.money_in.amount)


def nepsy_gross() -> float:
    """Four clinicians of 20 sessions each at $150, every week of the year."""
    return float(practice(4 * 20, 150, 52).money_in.amount)


def nepsy_practice_share() -> float:
    """The practice's step of the staircase where the clinician's split is 60 % of 620,000."""
    work = {
        "kind": "contractor",
        **caseload(80, 620_000 / (80 * 52), 52),
        "pay": {"kind": "split", "share": 0.6},
    }
    result = evaluated(work, tax=NONE)
    step = result.staircase.find("staircase.share").amount
    return -float(step) * float(result.year.booked.amount)


def brightpine_pay_per_session() -> float:
    """70 % of a fee of $105, per booked session."""
    work = {
        "kind": "contractor",
        **caseload(20, 105, 48),
        "pay": {"kind": "split", "share": 0.7},
    }
    result = evaluated(work, tax=NONE)
    return float(switch_period(result.money_in, result.year, "session").amount)


def abundance_client_cost_year() -> float:
    """One client every two weeks at $100, the whole year."""
    return float(practice(float(booked_sessions_per_week(1.0, 2.0)), 100, 52).money_in.amount)


def coach_fees_month() -> float:
    """Fixed fees of $4,000 a year, per month."""
    result = practice(20, 100, 48, costs=yearly(4_000))
    return monthly(result, result.costs.find("costs.0"))


def home_office_deduction() -> float:
    """A renter's home office: rent, insurance and utilities, 120 of 750 square feet of each."""
    share = 120 / 750
    costs = [
        {"kind": "rent", "amount": 2_900 * share, "per": "month"},
        {"kind": "other", "label": "Insurance", "amount": 220 * share, "per": "year"},
        {"kind": "other", "label": "Utilities", "amount": 130 * share, "per": "month"},
    ]
    return float(practice(20, 150, 48, costs=costs).work_costs.business)


def network(sessions: float, unbilled_hours: float) -> Result:
    """Own contract with an insurer at $134.47; unbilled hours cost $200 each."""
    return practice(sessions, 134.47, 46, costs=yearly(unbilled_hours * 200))


def per_booked_session(result: Result, line: Any) -> float:
    """A line per booked session, as the period switch shows it."""
    return float(switch_period(line, result.year, "session").amount)


def network_fee_per_session(sessions: float) -> float:
    """A network's fee of $1,140 a year, per booked session."""
    result = practice(sessions, 134.47, 46, costs=yearly(1_140))
    return per_booked_session(result, result.costs)
