"""Print what evaluations, tax returns, loans, load, rates, offers, clinics and months cost.

Times are of the shipped solo scenario with every amount, share and hour of it drawn at random.
"""

import platform
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from bench import clinic, cover, load, loans, months, months_money, offers, rate
from bench.timing import said, say, seconds
from calc import Result, Scenario, evaluate, load_rules
from calc.ledger import Line
from calc.parameters import Rules
from calc.taxes import Household, tax_bill
from calc.taxes.moving import taxes_by_state

SCENARIO = Path(__file__).parents[1] / "scenarios" / "solo_private_pay.toml"
DRAWS = 100_000
SAMPLE = 200  # draws compared with scalar runs, and the length of the plain loop
SEED = 20260101

# Each field is drawn evenly between its value in the scenario x these two.
SPREAD: dict[str, tuple[float, float]] = {
    "work.session_kinds.0.fee_per_session": (0.6, 2.5),
    "work.session_kinds.0.booked_per_week": (0.1, 1.8),
    "work.session_kinds.0.notes_minutes_per_session": (0.3, 2.0),
    "work.session_kinds.0.late_cancelled_share": (0.0, 2.0),
    "work.session_kinds.0.missed_share": (0.0, 3.0),
    "work.session_kinds.0.late_cancelled_charged_share": (0.0, 1.0),
    "work.session_kinds.0.collected_share": (0.9, 1.0),
    "work.card_fee_share": (0.8, 1.2),
    "work.health_premium_per_month": (0.0, 2.0),
    "work.time.holiday_weeks": (0.3, 2.0),
    "work.time.administration_hours_per_week": (0.3, 3.0),
    "work.time.waiting_reused_share": (0.0, 2.0),
    "household.needs_per_month": (0.5, 1.5),
    "support.consultation_hours_per_week": (0.0, 2.0),
    "costs.0.amount": (0.0, 2.5),
    "costs.7.amount": (0.5, 2.0),
}


def statements(result: Result) -> tuple[Line, ...]:
    """Lines that between them hold every figure of a result."""
    return (
        result.wage,
        result.staircase,
        result.left_over,
        result.wage_before_tax,
        result.wage_after_loans_and_therapy,
        result.year.unpaid_share,
        result.year.after_hours,
        result.tax_to_put_by.share_of_payment,
        result.tax_to_put_by.per_quarter,
    )


def figures(result: Result) -> list[bytes]:
    """Every figure of a result, as bits."""
    lines = (line for statement in statements(result) for _, line in statement.walk())
    return [np.float64(line.amount).tobytes() for line in lines]


def figures_of_draw(result: Result, draw: int) -> list[bytes]:
    """Every figure of one draw of a batch, as bits."""
    return [
        np.float64(line.amount).tobytes()
        for statement in statements(result)
        for _, line in statement.at(draw).walk()
    ]


def main() -> None:
    """The report."""
    scenario = Scenario.from_toml(SCENARIO.read_bytes())
    rules = load_rules(scenario.tax_year)
    say(f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}")
    evaluate(scenario, rules)

    one = seconds(lambda: evaluate(scenario, rules), 300)
    say(f"one evaluation:        {said(one, 1e3, 'ms')}")
    fees = iter(np.linspace(90.0, 250.0, 300))
    changed = seconds(
        lambda: scenario.with_values({"work.session_kinds.0.fee_per_session": float(next(fees))}),
        300,
    )
    say(f"with_values, one field: {said(changed, 1e3, 'ms')}")
    household = Household(profit=121_600.548, self_employed_premium=7_500.0)
    bill = seconds(lambda: tax_bill(household, rules), 1_000)
    say(f"tax_bill:              {said(bill, 1e6, 'us')}")
    profits = np.random.default_rng(SEED).uniform(0.0, 400_000.0, DRAWS)
    for state in ("CA", "NY", "AR"):
        drawn = Household(state=state, profit=profits)
        taxed = seconds(lambda drawn=drawn: tax_bill(drawn, rules), 7)
        say(f"{DRAWS:,} draws, federal and {state}: {said(taxed, 1.0, 's')}")
    moved = seconds(lambda: taxes_by_state(household, rules), 30)
    say(f"51 states, one household: {said(moved, 1e3, 'ms')}")
    loans.report(np.random.default_rng(SEED))

    generator = np.random.default_rng(SEED)
    draws = {
        path: scenario.value_at(path) * generator.uniform(low, high, DRAWS)
        for path, (low, high) in SPREAD.items()
    }
    batch = scenario.with_values(draws)
    evaluate(batch, rules)
    many = seconds(lambda: evaluate(batch, rules), 7)
    say(f"{DRAWS:,} draws of {len(SPREAD)} fields: {said(many, 1.0, 's')}")

    chosen = [int(draw) for draw in generator.choice(DRAWS, SAMPLE, replace=False)]
    alone = [
        scenario.with_values({path: float(values[draw]) for path, values in draws.items()})
        for draw in chosen
    ]
    start = time.perf_counter()
    results = [evaluate(each, rules) for each in alone]
    loop = (time.perf_counter() - start) / SAMPLE * DRAWS
    together = evaluate(batch, rules)
    equal = sum(
        figures(result) == figures_of_draw(together, draw)
        for draw, result in zip(chosen, results, strict=True)
    )
    count = len(figures(results[0]))
    say(f"draws equal to scalar runs: {equal} of {SAMPLE}, all {count} figures, to the bit")
    ratio = loop / statistics.median(many)
    say(f"plain loop over scalars:    {loop:.0f} s (from {SAMPLE}), {ratio:.0f} times the batch")
    if equal != SAMPLE:
        sys.exit("a draw differs from its scalar run")
    questions(scenario, rules)


def questions(scenario: Scenario, rules: Rules) -> None:
    """The lines on cover, and on what is asked of a year, of clinics and of months."""
    cover.report(rules, SEED)
    load.report(evaluate(scenario, rules), SEED)
    rate.report(evaluate(scenario, rules))
    offers.report(rules, SEED)
    clinic.report(SEED)
    months.report(SEED)
    months_money.report(SEED)


if __name__ == "__main__":
    main()
