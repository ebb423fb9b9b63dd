"""Words on how far the load indicator was checked, and on answers to its older questions."""

from __future__ import annotations

from collections.abc import Sequence

from calc.burnout import Group, surveys
from calc.parameters import Rules

HEADING = "What was checked, and what was not"
CHECKED = (
    "**Checked:** the first edition, on a national survey of US workers (General Social Survey, "
    "2002 to 2018), in six of its fourteen factors. Of {0.people:,} mental-health professionals "
    "{seen[0]} in 100 were often used up by the end of the day, and it said {said[0]}; of "
    "{1.people:,} together with other health professionals {seen[1]} and {said[1]}; of "
    "{2.people:,} workers of all kinds {seen[2]} and {said[2]}.",
    "Of two people, one exhausted and one not, it put the right one higher {ranked[0]} times in "
    "100 among the {0.people:,} ({low[0]} to {high[0]}), {ranked[1]} among the {1.people:,} "
    "({low[1]} to {high[1]}) and {ranked[2]} among all ({low[2]} to {high[2]}). Chance is 50. "
    "Their hours alone did so {hours[0]}, {hours[1]} and {hours[2]} times. One factor failed: "
    "control, as it was asked then, made no difference.",
    "**Changed since:** by that check and other surveys the level ({level} of 100, was 40); by "
    "that check freedom and colleagues, now asked more nearly as the survey asks; by newer "
    "studies, trauma work and supervision count less. No-shows and own therapy count no longer: "
    "two searches found no study of their size.",
    "**Not checked:** this second edition, which was adjusted on the same survey; the other "
    "factors; and any edition on therapists in private practice: eight independent professionals "
    "in the survey are too few to speak for them.",
    "Below are published groups beside what this edition says. Little is known of their practices, "
    "so only the level can be compared. Nothing was fitted to them, but the level was chosen with "
    "several of them in view, so they prove nothing. In most it says more than was seen, in two "
    "less.",
    "What would settle it: 400 therapists who agree to answer these questions beside a free scale "
    "of exhaustion.",
)
NEVER_CHECKED = (
    "It was never checked on therapists in private practice. Among {2.people:,} US workers, "
    "{0.people:,} of them in mental health, its first edition put the tired one of two people "
    "above the rested one {least} to {most} times in 100; chance is 50."
)
GROUPS = {
    "pooled_staff": "Mental-health staff",
    "psychologists_us": "Psychologists, US",
    "va_clinicians": "Veterans' service",
    "va_trauma": "Veterans' service, trauma",
    "nurses": "Mental-health nurses",
    "talking_therapies_england": "Talking therapists, England",
    "therapists_uk": "Therapists, UK",
    "nhs_burnt_out": "NHS trusts: burnt out",
    "nhs_exhausting": "NHS trusts: exhausting",
}
KEY = (
    "Of 100. Filled: seen, with its interval, published or worked out by us from the number of "
    "people. Hollow: what this edition says."
)


def checked(rules: Rules) -> tuple[str, ...]:
    """What was checked, what changed since, and what was not, a sentence or three each."""
    values = _of_survey(rules)
    return tuple(sentence.format(*surveys(rules), **values) for sentence in CHECKED)


def never_checked(rules: Rules) -> str:
    """That it was never checked on therapists in private practice, and how it did on others."""
    ranked = [_whole(found.ranked) for found in surveys(rules)]
    return NEVER_CHECKED.format(*surveys(rules), least=min(ranked), most=max(ranked))


def _of_survey(rules: Rules) -> dict[str, object]:
    found = surveys(rules)
    return {
        "seen": [_whole(one.observed) for one in found],
        "said": [_whole(one.said) for one in found],
        "ranked": [_whole(one.ranked) for one in found],
        "low": [_whole(one.low) for one in found],
        "high": [_whole(one.high) for one in found],
        "hours": [_whole(one.by_hours) for one in found],
        "level": _whole(rules["burnout.base_rate"].number),
    }


def _whole(share: float) -> int:
    return round(100 * share)


def group(found: Group) -> str:
    """A published group by a short name."""
    return GROUPS[found.parameter.key.rpartition(".")[2]]


OLDER = {
    "contacts_with_colleagues": (
        "talks with colleagues a month stand as how far you can rely on colleagues, 0 to 8"
    ),
    "control_points": "control stands as freedom in your schedule and way of working, 0 to 10",
}


def older_answers(names: Sequence[str]) -> str:
    """What became of a file's answers to questions that Load no longer asks.

    >>> older_answers(["control_points"])[:70]
    'Load asks other questions than when this file was saved: control stand'
    """
    told = "; ".join(OLDER[name] for name in names)
    return (
        f"Load asks other questions than when this file was saved: {told}. Look at them under Load."
    )
