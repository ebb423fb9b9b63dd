"""Load in words: of how many people, how sure, and what each factor and lever says."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from calc import load_rules
from calc.burnout import Load, LoadInputs, draws, indicator
from calc.parameters import crisis_lines
from calc.questions.levers import load_levers
from tests.ui.telling.shipped import SOLO, result_of
from ui.telling import load_words

RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(20261122), RULES)
HEAVY = LoadInputs(
    hours_total=52.0,
    client_hours=32.0,
    doc_hours=13.0,
    after_hours=10.0,
    trauma_share=0.4,
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
    assert re.fullmatch(r"About 67 in 100 exhausted, and plausibly \d\d to \d\d\.", heading)
    assert "we would expect about **67** to report high emotional exhaustion" in sentence
    assert re.search(r"For a typical practice it is about 37 \(25 to 51\)\.", sentence)


def test_the_score_names_both_bands_where_its_range_crosses_an_edge() -> None:
    """One band inside it, two across an edge, none outside the range studied."""
    assert "Heavier than typical, perhaps much heavier." in load_words.score(load_of(HEAVY))
    assert load_words.score(TYPICAL).endswith("That is about typical.")
    outside = load_words.score(load_of(replace(HEAVY, hours_total=75.0, weeks_off=9.0)))
    assert "No band is given" in outside
    assert "all hours a worked week (75.0 h; studied from 20.0 h to 70.0 h)" in outside
    assert "weeks off (9; studied from 0 to 8)" in outside


def test_one_factor_outside_is_told_as_one() -> None:
    """The figure counts the end of the range studied, and says of what."""
    said = load_words.score(load_of(replace(HEAVY, hours_total=75.0)))
    assert "outside the range studied is all hours a worked week (75.0 h; studied" in said
    assert said.endswith("The figure counts the end of that range.")


def test_without_a_week_of_work_there_is_no_load() -> None:
    """Words instead of a figure, and no score."""
    none = load_of(replace(HEAVY, hours_total=math.nan))
    assert load_words.headline(none, TYPICAL) == (
        "No load without a week of work.",
        "Enter sessions and worked weeks to see it.",
    )
    assert load_words.score(none) == ""


def test_every_factor_has_a_short_label() -> None:
    """The value of each factor in its own unit."""
    assert [load_words.contribution(found) for found in load_of(HEAVY).contributions] == [
        "All hours: 52.0 h",
        "Clients: 32.0 h",
        "Paperwork: 13.0 h",
        "After hours: 10.0 h",
        "Trauma work: 40\u00a0%",
        "Weeks off: 2",
        "Supervision: 0.0 h a month",
        "Colleagues: 1 of 8",
        "Freedom: 6 of 10",
        "Pay: 1.1 × needs",
        "Debt: 0.8 × income",
        "Agency: no",
    ]


@pytest.mark.parametrize(
    ("name", "amount", "said"),
    [
        ("debt_to_income", 0.0, "none"),
        ("setting_agency", 1.0, "yes"),
        ("autonomy", 6.5, "6.5 of 10"),
        ("peer_contact", 2.5, "2.5 of 8"),
        ("weeks_off", 2.5, "2.5"),
    ],
)
def test_a_value_is_said_as_a_person_would(name: str, amount: float, said: str) -> None:
    """No debt is none, an agency is yes, and a half keeps its decimal."""
    assert load_words.value(name, amount) == said


def test_a_lever_says_from_what_to_what() -> None:
    """Minutes of notes in minutes, the others in the unit of their factor."""
    said = {found.name: load_words.lever(found) for found in load_levers(result_of(SOLO), DRAWN)}
    assert said["notes"] == "Notes for each session 10 min to 5 min"
    assert said["after_hours"] == "After hours 3.0 h to 1.0 h"
    assert set(said) <= set(load_words.LEVERS)


def test_each_pair_of_bands_is_a_sentence() -> None:
    """Bands side by side have words of their own; bands further apart are too wide to say more."""
    names = load_rules(2026)["burnout.bands"].words("names")
    for place, name in enumerate(names):
        assert (name,) in load_words.BANDS
        assert place == 0 or (names[place - 1], name) in load_words.BANDS
    assert load_words.BETWEEN.format(names[0], names[2]) == (
        "Anything from lighter than typical to heavier than typical: the range is too wide to say "
        "more."
    )


def test_a_crisis_line_has_its_hours_where_they_are_stated() -> None:
    """Country, name and how to reach it."""
    first, second = [load_words.crisis_line(found) for found in crisis_lines()][:2]
    assert first == (
        "United States",
        "988 Suicide and Crisis Lifeline",
        "Call or text 988; chat at 988lifeline.org (24/7)",
    )
    assert second == ("United States", "Crisis Text Line", "Text MHA to 741741")
