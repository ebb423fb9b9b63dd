"""Load in words: of how many people, how sure, and what each factor and lever says."""

import re
from dataclasses import replace

import numpy as np

from calc import load_rules
from calc.burnout import Load, LoadInputs, draws, indicator
from ui.telling import load_words

RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(20261122), RULES)
HEAVY = LoadInputs(
    hours_total=52.0,
    client_hours=32.0,
    doc_hours=13.0,
    after_hours=10.0,
    trauma_share=0.4,
    no_show_rate=0.12,
    weeks_off=2.0,
    supervision=0.0,
    peer_contact=1.0,
    autonomy=6.0,
    pay_ratio=1.1,
    debt_to_income=0.8,
)


def load_of(inputs: LoadInputs) -> Load:
    """A load with its range."""
    return indicator(inputs, RULES, DRAWN)


TYPICAL = load_of(LoadInputs())


def test_the_headline_says_people_range_and_comparison() -> None:
    """Whole people of 100, the plausible range, and a typical practice with its own."""
    heading, sentence = load_words.headline(load_of(HEAVY), TYPICAL)
    assert re.fullmatch(r"About 71 in 100, and plausibly \d\d to \d\d\.", heading)
    assert "we would expect about **71** to report high emotional exhaustion" in sentence
    assert re.search(r"For a typical practice it is about 40 \(3[01] to 50\)\.", sentence)


def test_the_score_names_both_bands_where_its_range_crosses_an_edge() -> None:
    """One band inside it, two across an edge, none outside the range studied."""
    assert "heavier than typical to much heavier than typical" in load_words.score(load_of(HEAVY))
    assert load_words.score(TYPICAL).endswith("That is about typical.")
    outside = load_words.score(load_of(replace(HEAVY, hours_total=75.0, weeks_off=9.0)))
    assert "No band is given" in outside
    assert "all hours a worked week (75.0 h; studied from 20.0 h to 70.0 h)" in outside
    assert "weeks off (9; studied from 0 to 8)" in outside
