"""What is said of the check of the load indicator, and of older answers."""

import math

from calc import load_rules
from calc.burnout import groups
from calc.scenario import earlier
from ui.telling import load_checks


def test_every_published_group_has_a_short_name() -> None:
    """One each, and none for a group that is not there."""
    found = [load_checks.group(each) for each in groups(load_rules(2026))]
    assert found == list(load_checks.GROUPS.values())


def test_what_is_said_of_the_groups_and_the_level_is_what_is_computed() -> None:
    """Above what was seen in most of them, below in two; the level is that of the data."""
    rules = load_rules(2026)
    below = [found for found in groups(rules) if found.predicted < found.observed]
    assert len(below) == 2
    assert any(sentence.endswith("in two less.") for sentence in load_checks.checked(rules))
    level = f"the level ({100 * rules['burnout.base_rate'].number:.0f} of 100, was 40)"
    assert any(level in sentence for sentence in load_checks.checked(rules))


def test_what_is_said_of_the_survey_is_the_data() -> None:
    """Seen, said, how often it placed the right one higher, and hours alone, by hand."""
    checked = load_checks.checked(load_rules(2026))
    assert "Of 106 mental-health professionals 45 in 100 were often used up" in checked[0]
    assert checked[0].endswith(
        "and it said 48; of 300 together with other health professionals 50 and 47; of 6,580 "
        "workers of all kinds 40 and 48."
    )
    assert "70 times in 100 among the 106 (60 to 80), 63 among the 300 (57 to 70)" in checked[1]
    assert "Their hours alone did so 67, 60 and 57 times." in checked[1]
    told = load_checks.never_checked(load_rules(2026))
    assert "Among 6,580 US workers, 106 of them in mental health" in told
    assert "63 to 70 times in 100" in told


def test_the_evidence_of_this_edition_is_told_as_it_is() -> None:
    """What was never checked, what the level rests on, what failed, and what the limit keeps."""
    rules = load_rules(2026)
    said = " ".join(load_checks.checked(rules))
    assert "any edition on therapists in private practice" in said
    assert "the level was chosen with several of them in view" in said
    assert "One factor failed" in said
    assert "worked out by us" in load_checks.KEY
    limit = rules["burnout.soft_limit"]
    base = rules["burnout.base_rate"].number
    odds = math.log(base / (1 - base))
    low, high = (100 / (1 + math.exp(-odds - sign * limit.number)) for sign in (-1, 1))
    assert f"between {low:.0f} and {high:.0f} of 100" in limit.note


def test_every_older_question_has_its_words() -> None:
    """Each field that an older file may hold is told by what it means now."""
    assert list(load_checks.OLDER) == list(earlier.CONDITIONS)
    assert load_checks.older_answers(list(earlier.CONDITIONS)) == (
        "Load asks other questions than when this file was saved: talks with colleagues a month "
        "stand as how far you can rely on colleagues, 0 to 8; control stands as freedom in your "
        "schedule and way of working, 0 to 10. Look at them under Load."
    )
