"""Plans of every kind of pay, what is asked of them, and the answers, for tests of rates."""

from pathlib import Path
from typing import Any

from calc import Scenario, evaluate, load_rules
from calc.questions.rate import Ask, Found, find
from calc.scenario.targets import Sought

ROOT = Path(__file__).parents[3]
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
RULES = load_rules(2026)
KIND = "work.session_kinds.0"
FULL = Ask("fee", take_home=7500.0, hours=32.0, load=25.6)
TWO_KINDS = [
    {"payer": "private", "booked_per_week": 14.0, "fee_per_session": 140.0},
    {"payer": "insurer", "booked_per_week": 6.0, "fee_per_session": 100.0},
]


def paid(pay: dict[str, Any], kind: str = "employee", kinds: Any = TWO_KINDS) -> Scenario:
    """Somebody's work for a practice that pays so."""
    return SOLO.with_values({"work": {"kind": kind, "session_kinds": kinds, "pay": pay}})


def own(kinds: Any) -> Scenario:
    """A practice of one's own with these kinds of session."""
    return SOLO.with_values({"work": {"kind": "own_practice", "session_kinds": kinds}})


RATES = {"kind": "per_session", "rates_per_session": [0.0, 50.0]}
PLANS = {
    "own": SOLO,
    "two kinds": own(TWO_KINDS),
    "split": paid({"kind": "split", "share": 0.6}, "contractor"),
    "salary": paid({"kind": "salary", "salary_per_year": 65_000.0}),
    "hourly": paid({"kind": "hourly", "rate_per_hour": 35.0}),
    "rates": paid(RATES),
}


def figures_of(plan: Scenario) -> tuple[float, float, float]:
    """Take-home a month, hours a week and load, in people of 100, of a plan."""
    result = evaluate(plan, RULES)
    monthly = float(result.take_home.amount) / 12
    return monthly, float(result.year.hours_per_week.amount), float(result.load.in_100)


def answer_to(plan: Scenario, ask: Ask) -> Found:
    """The answer to an ask that has one or comes nearest."""
    found = find(plan, ask)
    assert found is not None
    return found


def a_little_more(plan: Scenario, sought: Sought) -> Ask:
    """An ask that a plan nearly meets: 3 % more money, or less where weeks off are sought."""
    monthly, hours, load = figures_of(plan)
    times = 0.97 if sought == "weeks_off" else 1.03
    return Ask(sought, take_home=times * monthly, hours=hours + 2.0, load=load + 8.0)
