"""What is said of the check of the load indicator, and of older answers."""

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
    assert any(sentence.endswith("in two less.") for sentence in load_checks.CHECKED)
    level = f"the level ({100 * rules['burnout.base_rate'].number:.0f} of 100, was 40)"
    assert any(level in sentence for sentence in load_checks.CHECKED)


def test_every_older_question_has_its_words() -> None:
    """Each field that an older file may hold is told by what it means now."""
    assert list(load_checks.OLDER) == list(earlier.CONDITIONS)
    assert load_checks.older_answers(list(earlier.CONDITIONS)) == (
        "Load asks other questions than when this file was saved: talks with colleagues a month "
        "stand as how far you can rely on colleagues, 0 to 8; control stands as freedom in your "
        "schedule and way of working, 0 to 10. Look at them under Load."
    )
