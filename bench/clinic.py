"""What a clinic costs: posts evaluated together and one by one, a best plan, and plans ahead."""

import statistics
from pathlib import Path

import numpy as np

from bench.timing import said, say, seconds
from calc import evaluate, load_rules
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.staffing import best_plan, cash_timeline, evaluate_clinic, packages

SCENARIO = Path(__file__).parents[1] / "scenarios" / "clinics" / "group_practice_of_eight.toml"
SIZES = ((50, 150.0), (500, 1_200.0))  # posts, and the milliseconds the issue allows
PLANS, MONTHS, PLANS_MS = 3, 24, 300.0
PACKAGES_MS = 500.0
SESSIONS = tuple(np.linspace(14.0, 26.0, 7))
FACTORS = tuple(np.linspace(0.7, 1.4, 8))
SAMPLE = 40


def grown(clinic: Clinic, size: int, generator: np.random.Generator) -> Clinic:
    """The clinic with so many posts, each with numbers of its own."""
    own, *others = clinic.posts
    chosen = [others[place % len(others)] for place in range(size - 1)]
    changed = [
        with_changes(post, {"mix_sessions_per_week": float(generator.uniform(15.0, 28.0))})
        for post in chosen
    ]
    return clinic.with_values({"posts": (own, *changed)})


def report(seed: int) -> None:
    """The lines on clinics."""
    clinic = Clinic.from_toml(SCENARIO.read_bytes())
    rules = load_rules(clinic.tax_year)
    generator = np.random.default_rng(seed)
    for size, allowed in SIZES:
        large = grown(clinic, size, generator)
        taken = seconds(lambda large=large: evaluate_clinic(large, rules), 7)
        say(f"clinic of {size} posts:    {said(taken, 1e3, 'ms')} (under {allowed:g})")
        scenarios = large.scenarios_of(large.posts[1 : SAMPLE + 1])
        alone = seconds(lambda s=scenarios: [evaluate(one, rules).load for one in s], 3)
        ratio = statistics.median(alone) / SAMPLE * size / statistics.median(taken)
        say(f"the same one by one:    {ratio:.1f} times (from {SAMPLE})")

    templates = (*clinic.posts[1:6],)
    made = packages(clinic, templates, SESSIONS, FACTORS, rules)

    def chosen() -> None:
        found = packages(clinic, templates, SESSIONS, FACTORS, rules)
        best_plan(clinic, found, rules, staying=clinic.posts[:1])

    taken = seconds(chosen, 7)
    say(f"{len(made)} packages, best plan: {said(taken, 1e3, 'ms')} (under {PACKAGES_MS:g})")

    plans = [
        clinic.with_values({f"posts.{place + 1}.start_month": place + 1}) for place in range(PLANS)
    ]
    taken = seconds(
        lambda: [cash_timeline(evaluate_clinic(plan, rules), MONTHS) for plan in plans], 7
    )
    say(f"{PLANS} plans x {MONTHS} months:    {said(taken, 1e3, 'ms')} (under {PLANS_MS:g})")
