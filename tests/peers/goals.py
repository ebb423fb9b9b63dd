"""A fee, a caseload or an income for a goal, as other calculators seek them."""

from typing import Any

from calc import Result
from calc.questions.solve import Reached, Target, solve_for
from tests.peers.assumed import ROWS, RULES, caseload, evaluated, inputs_of, practice, yearly


def goal(
    unknown: str, take_home: float, row: dict[str, float], *, tax: float = 0.0, **kind: Any
) -> Result:
    """The practice in which one number was solved for a take-home, at one flat rate of tax."""
    work = {
        "kind": "own_practice",
        "card_fee_share": row.get("margin", 0.0),
        "card_fee_per_charge": 0,
        **caseload(row["sessions_per_week"], row.get("fee", 100.0), row["weeks"], **kind),
    }
    costs = yearly(row["extra_costs"]) if "extra_costs" in row else []
    plan = evaluated(work, costs=costs, tax={"mode": "effective", "rate": tax}).scenario
    found = solve_for(plan, unknown, Target("take_home_per_month", take_home / 12), RULES)
    assert isinstance(found, Reached)
    return found.result


def fee_of(result: Result) -> float:
    """The fee of the only kind of session."""
    return float(result.scenario.work.session_kinds[0].fee_per_session)


def picnic(name: str) -> float:
    """A mark-up of 30 % on the goal is a flat tax of 0.3 / 1.3 on what comes in after costs."""
    row = inputs_of(name)
    markup = row["markup"]
    return fee_of(goal("fee", row["take_home_goal"], row, tax=markup / (1 + markup)))


def ppp_gross_needed() -> float:
    """A mark-up of 35 %; the caseload does not matter to what must come in."""
    row = {"sessions_per_week": 20.0, "weeks": 46.0}
    return float(goal("fee", 100_000, row, tax=0.35 / 1.35).money_in.amount)


def seeking_sessions(lost: float) -> float:
    """Sessions for $125,000 at $65 in 50 weeks, a share of them lost unpaid."""
    row = {"sessions_per_week": 20.0, "weeks": 50.0, "fee": 65.0}
    result = goal("booked", 125_000, row, missed_share=lost, missed_charged_share=0)
    return float(result.scenario.work.session_kinds[0].booked_per_week)


def hourly(income: float, costs: float, weeks: float, hours: float, margin: float) -> Result:
    """An hour of 60 minutes at a time, costs a year, and a share of what comes in kept back."""
    row = {"sessions_per_week": hours, "weeks": weeks, "extra_costs": costs, "margin": margin}
    return goal("fee", income, row, card_paid_share=1)


PICNIC = [name for name in ROWS if name.startswith("picnic_required_fee_")]


def network_must_pay(name: str, *, annual_fee: float = 0.0, of_contract: bool = False) -> float:
    """What a network must pay a session to be worth one's own contract, an hour counted at $200.

    With `of_contract`, the most it may keep of the contract's rate, in percent.
    """
    given = inputs_of(name)
    own = practice(given["sessions_per_week"], given["contract_rate"], given["weeks"])
    fee = [{"kind": "other", "amount": annual_fee, "per": "year"}] if annual_fee else None
    theirs = practice(given["sessions_per_week"], 100.0, given["weeks"], costs=fee)
    hours_saved = given["unbilled_hours"] - given["network_hours"]
    level = float(own.take_home.amount) - hours_saved * given["own_hour"]
    found = solve_for(theirs.scenario, "fee", Target("take_home_per_month", level / 12))
    assert isinstance(found, Reached)
    return 100 * (1 - found.value / given["contract_rate"]) if of_contract else found.value
