"""Words on how far the load indicator was checked, and on answers to its older questions."""

from __future__ import annotations

from collections.abc import Sequence

from calc.burnout import Group

HEADING = "What was checked, and what was not"
CHECKED = (
    "**Checked:** the first edition, on a national survey of US workers (General Social Survey, "
    "2002 to 2018), in six of its fourteen factors. Of 106 mental-health professionals 45 in 100 "
    "were used up by the end of the day, and it said 48; of 300 together with other health "
    "professionals 50 and 47; of 6,580 workers of all kinds 40 and 48.",
    "Of two people, one exhausted and one not, it put the right one higher 70 times in 100 among "
    "the 106, 63 times among the 300 and among all. Chance is 50.",
    "**Changed since:** by that check, the level (37 of 100, was 40), and freedom and colleagues, "
    "now asked more nearly as the survey asks; by newer studies, trauma work and supervision count "
    "less. No-shows and own therapy count no longer: two searches found no study of their size.",
    "**Not checked:** this second edition, which was adjusted on the same survey; the other "
    "factors; and any edition on therapists in practice: eight independent professionals in the "
    "survey are too few to speak for them.",
    "Below are published groups beside what this edition says. Little is known of their practices, "
    "so only the level can be compared, and it was not fitted to them. In most it says more than "
    "was seen, in two less.",
    "What would settle it: 400 therapists who agree to answer these questions beside a free scale "
    "of exhaustion.",
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
KEY = "Of 100. Filled: seen, with the published interval. Hollow: what this edition says."


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
