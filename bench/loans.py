"""What student loans cost: all plans of one borrower, and one plan of ten thousand."""

import datetime
import statistics
import sys

import numpy as np

from bench.timing import said, say, seconds
from calc.loans import Borrower, Incomes, Loan, Terms, compare, grown, open_plans, project

AS_OF = datetime.date(2026, 11, 21)
MADE_ON = datetime.date(2019, 9, 1)
YEARS = 30
BORROWERS = 10_000
SAMPLE = 100  # borrowers of the plain loop, compared with their draws
ALL_PLANS_MS, BATCH_S = 20.0, 1.5  # what the issue allows
TERMS = Terms(forgiveness_tax_rate=0.22)


def case(balance: np.ndarray | float, income: np.ndarray | float) -> tuple[Borrower, Incomes]:
    """A borrower on PAYE, or a batch of them, whose income and guideline grow."""
    loan = Loan(balance=balance, rate_per_year=0.0807, made_on=MADE_ON)
    incomes = Incomes(
        adjusted_income=grown(income, 0.03, YEARS),
        guideline_per_year=grown(15_960.0, 0.025, YEARS),
    )
    return Borrower(loans=(loan,), new_borrower=True, plan_now="paye"), incomes


def report(generator: np.random.Generator) -> None:
    """The lines on loans; ends the run where a draw is not its scalar run."""
    borrower, incomes = case(66_000.0, 52_000.0)
    plans = open_plans(borrower, AS_OF)
    together = seconds(lambda: compare(incomes, borrower, AS_OF, TERMS), 100)
    apart = seconds(lambda: [project(plan, incomes, borrower, AS_OF, TERMS) for plan in plans], 50)
    ratio = statistics.median(apart) / statistics.median(together)
    say(f"{len(plans)} loan plans, 30 years: {said(together, 1e3, 'ms')} (under {ALL_PLANS_MS:g})")
    say(f"one after the other:       {said(apart, 1e3, 'ms')}, {ratio:.1f} times all at once")

    balances = generator.uniform(20_000.0, 200_000.0, BORROWERS)
    earned = generator.uniform(20_000.0, 120_000.0, BORROWERS)
    many, paths = case(balances, earned)
    batch = project("rap", paths, many, AS_OF, TERMS)
    taken = seconds(lambda: project("rap", paths, many, AS_OF, TERMS), 7)
    label = f"{BORROWERS:,} borrowers, RAP, {len(batch.paid_by_month)} months"
    say(f"{label}: {said(taken, 1.0, 's')} (under {BATCH_S:g})")

    chosen = [int(draw) for draw in generator.choice(BORROWERS, SAMPLE, replace=False)]
    alone = [case(float(balances[draw]), float(earned[draw])) for draw in chosen]
    singles = [project("rap", path, one, AS_OF, TERMS) for one, path in alone]
    loop = seconds(lambda: [project("rap", path, one, AS_OF, TERMS) for one, path in alone], 1)[0]
    ratio = loop / SAMPLE * BORROWERS / statistics.median(taken)
    equal = sum(
        np.allclose(
            [np.asarray(getattr(batch, name))[draw] for name in ("total_paid", "forgiven")],
            [single.total_paid, single.forgiven],
            rtol=1e-9,
            atol=1e-6,
        )
        for draw, single in zip(chosen, singles, strict=True)
    )
    say(f"plain loop over borrowers:  {ratio:.0f} times the batch (from {SAMPLE})")
    say(f"borrowers equal to their draw: {equal} of {SAMPLE}, within 1e-9")
    if equal != SAMPLE:
        sys.exit("a borrower differs from the draw")
