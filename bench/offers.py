"""What it costs to compare five offers, and to ask of one what would make it acceptable."""

import statistics
from pathlib import Path

import numpy as np

from bench.timing import said, say, seconds
from calc.burnout import draws, indicator
from calc.offers import Comparison, compare, counter_offer, level_by
from calc.parameters import Rules
from calc.questions.solve import Target
from calc.scenario import Offers
from calc.year.evaluate import evaluate

FILE = Path(__file__).parents[1] / "scenarios" / "offers" / "apcc_california.toml"


def report(rules: Rules, seed: int) -> None:
    """The report: the shipped California file, filled up to five offers."""
    offers = Offers.from_toml(FILE.read_bytes())
    first, second, third = offers.offers
    more = [
        first.model_validate({**dict(offer), "label": f"{offer.label}, again"})
        for offer in (first, second)
    ]
    five = offers.with_values({"offers": (first, second, third, *more)})
    drawn = draws(np.random.default_rng(seed), rules)

    def told() -> Comparison:
        """Everything a table of offers shows."""
        found = compare(five, rules)
        for each in found.compared:
            indicator(each.result.load.inputs, rules, drawn)
            _ = each.band, each.checks
        found.ranked("value")
        found.differing()
        return found

    bare = seconds(lambda: compare(five, rules), 20)
    say(f"five offers compared:    {said(bare, 1e3, 'ms')} (wanted: under 60)")
    whole = seconds(told, 20)
    say(f"with load, ranges, bands and checks: {said(whole, 1e3, 'ms')}")
    one = seconds(lambda: evaluate(five.scenario_of(first), rules), 50)
    ratio = statistics.median(whole) / (5 * statistics.median(one))
    say(f"which is {ratio:.1f} times five bare evaluations")
    found = compare(five, rules)
    target = Target("wage", 40.0)
    asked = seconds(lambda: counter_offer(found.compared[0], target), 5)
    say(f"a counter-offer:         {said(asked, 1e3, 'ms')}")
    level = seconds(lambda: level_by(found.compared[0], found.compared[1], "missed"), 5)
    say(f"where two are level:     {said(level, 1e3, 'ms')}")
