"""What a year of cover costs: premium credit and deduction for many draws, for one, and saving."""

import sys

import numpy as np

from bench.timing import said, say, seconds
from calc.parameters import Rules
from calc.taxes import Household
from calc.taxes.cover import Marketplace, cover_of, saving_for_credit

DRAWS = 100_000
ALLOWED_S = 2.0
SAMPLE = 200


def report(rules: Rules, seed: int) -> None:
    """The lines on cover; ends the run where a draw is not its scalar run."""
    generator = np.random.default_rng(seed)
    profits = generator.uniform(20_000.0, 180_000.0, DRAWS)
    interest = generator.uniform(0.0, 3_000.0, DRAWS)
    benchmarks = generator.uniform(6_000.0, 25_000.0, DRAWS)
    premiums = benchmarks * generator.uniform(0.6, 1.2, DRAWS)
    home = Household(filing_status="joint", profit=profits, student_loan_interest=interest)
    plan = Marketplace(benchmark_per_year=benchmarks, premium_per_year=premiums, people_covered=2)
    taken = seconds(lambda: cover_of(home, plan, rules), 7)
    say(f"{DRAWS:,} draws of cover, with the circle: {said(taken, 1.0, 's')} (under {ALLOWED_S:g})")

    together = cover_of(home, plan, rules)
    deducted, paid = np.asarray(together.deduction), np.asarray(together.credit)
    for draw in generator.choice(DRAWS, SAMPLE, replace=False):
        alone = cover_of(
            Household(
                filing_status="joint",
                profit=float(profits[draw]),
                student_loan_interest=float(interest[draw]),
            ),
            Marketplace(
                benchmark_per_year=float(benchmarks[draw]),
                premium_per_year=float(premiums[draw]),
            ),
            rules,
        )
        if (deducted[draw], paid[draw]) != (alone.deduction, alone.credit):
            sys.exit("a draw of cover differs from its scalar run")
    say(f"draws of cover equal to scalar runs: {SAMPLE} of {SAMPLE}")

    one = Household(profit=80_000.0)
    cover = Marketplace(benchmark_per_year=9_000.0, premium_per_year=8_400.0)
    alone_s = seconds(lambda: cover_of(one, cover, rules), 50)
    say(f"one year of cover:     {said(alone_s, 1e3, 'ms')}")
    saved = seconds(
        lambda: saving_for_credit(one, cover, rules, "self_employed_retirement", 20_000.0), 20
    )
    say(f"least saving for a credit: {said(saved, 1e3, 'ms')}")
