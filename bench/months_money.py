"""What the money of months costs: against the counts it rests on, and how far shared luck helps."""

import numpy as np

from bench.months import cpu
from bench.timing import say
from calc import Scenario, load_rules
from calc.months import Course, counts_of_paths, course_of, expected_counts, luck_of, setting_of
from calc.months.counting import Counts
from calc.months.setting import Setting
from calc.scenario import ahead_of

SCENARIO = {
    "work": {
        "kind": "own_practice",
        "session_kinds": [{"payer": "private", "booked_per_week": 22, "fee_per_session": 150}],
    },
    "household": {"needs_per_month": 5500},
    "ahead": {
        "clients_at_start": 0,
        "enquiries_per_month": 8.0,
        "intake_share": 0.45,
        "opening_balance": 45_000,
    },
}
PATHS = (2_000, 10_000)
OVER_COUNTS, OF_ALL, WITH_MONEY_MS = 1.6, 0.65, 25.0
SECONDS = {2_000: 0.15, 10_000: 0.6}
TIMES_SMALLER = 100.0
MORE = 10.0  # dollars a session


def report(seed: int) -> None:
    """The lines on the money of months."""
    rules = load_rules(2026)
    scenario = Scenario.parse(SCENARIO)
    dearer = scenario.with_values({"work.session_kinds.0.fee_per_session": 150.0 + MORE})

    def setting(plan: Scenario) -> Setting:
        return setting_of(plan, ahead_of(plan), rules)

    def money(here: Setting, counts: Counts) -> Course:
        course = course_of(here, counts)
        assert course.balance.size == course.below_needs.size
        return course

    one = setting(scenario)
    for paths in PATHS:

        def drawn(paths: int = paths, more: int = 0) -> Counts:
            luck = luck_of(np.random.default_rng(seed + more), one.plan.weeks, paths)
            return counts_of_paths(one.plan, luck)

        counts = drawn()
        found = cpu({"counts": drawn, "money": lambda c=counts: money(one, c)})
        whole = found["counts"] + found["money"]
        say(
            f"{paths} paths x {one.plan.months} months with money: {whole:.3f} s of CPU "
            f"(at most {SECONDS[paths]:g})"
        )
        say(
            f"  money and tax over counts: {found['money'] / found['counts']:.2f} times "
            f"(at most {OVER_COUNTS:g})"
        )
        say(
            f"  a change of money alone:   {found['money'] / whole:.2f} of all (at most {OF_ALL:g})"
        )
    path = cpu({"expected": lambda: money(setting(scenario), expected_counts(one.plan))})
    say(f"expected path with money: {path['expected'] * 1e3:.0f} ms (at most {WITH_MONEY_MS:g})")
    same, other = drawn(PATHS[0]), drawn(PATHS[0], 1)
    here, there = money(one, same).balance[-1], setting(dearer)
    on_same = (money(there, same).balance[-1] - here).var()
    on_other = (money(there, other).balance[-1] - here).var()
    say(
        f"variance of ${MORE:g} more, other luck over the same: {on_other / on_same:.0f} times "
        f"(at least {TIMES_SMALLER:g})"
    )
