"""Words of the pages Load and Own therapy: sentences made from figures, and fixed texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.burnout import Contribution, Load
from calc.parameters import Parameter
from calc.questions.levers import LoadLever
from ui.telling import numbers
from ui.telling.words import escape

EVIDENCE = {
    "therapists": "measured in therapists",
    "therapists_and_others": "therapists and others",
    "health_workers": "other health workers",
    "guess": "informed guess",
}
NOT_YOU = (
    "**This describes a group of practices, not you.** It is not a diagnosis and cannot tell how "
    "you feel. Practice structure explains only a small part of who becomes exhausted."
)
HEAVY = (
    "Several features of this practice are ones linked with exhaustion. This is about load, not "
    "about your strength or skill."
)
LIGHT = (
    "A light structure does not rule out exhaustion. If you feel worn down, that matters more than "
    "this figure."
)
LONG_WEEK = "Weeks of {hours} hours or more are linked with stroke and heart disease (WHO and ILO)."
LEVERS_NOTE = (
    "Single changes look small because the curve flattens at both ends. Of "
    "five studies on how often people have supervision or consultation four found nothing; it "
    "never counts against you."
)
LEVERS_LINE = (
    "People in 100 that the change itself may move: half of what groups of practices that differ "
    "so are apart, for they differ in more than this. The range is what it may be instead; on you "
    "it may be nothing."
)
EXTRA_LOAD = (
    "Extra load is what lies above a typical practice, and how much of it each change would take "
    "away."
)
NO_EXTRA_LOAD = (
    "This practice lies at or below a typical one, so there is no extra load of which a change "
    "could take a part."
)
CANNOT_SEE = (
    "Most of the evidence is people's own report at one point in time. Exhausted people also end "
    "up with worse workloads, so the arrows run both ways.",
    "Several numbers come from physicians or other staff. Most sizes for support and money are "
    "informed guesses.",
    "Those who left the work are missing from the surveys.",
    "It cannot see temperament, health, caring duties, discrimination, grief, how involved you "
    "are, or how good supervision and management are.",
    "It is not for hiring, rating supervision, insurance or licensing.",
)
OWN_THERAPY = (
    "**Your own therapy is not in this figure**: we found no study that says how much it "
    "changes exhaustion. Nor did we find one that says what no-shows do to it."
)
STRUGGLING = (
    "You do not have to wait for a number. If you might be in danger, call your local emergency "
    "number now.",
    "For strain at work: a colleague you trust, your supervisor or consultant, your own therapist "
    "or doctor, or the member support of your professional body. Stepping back from clients for a "
    "while is an ethical act, not a failure.",
)
ASKED = "What no figure of the practice shows. Each starts at a typical value."
FEELINGS = (
    "I enjoy my work and have no symptoms of burnout.",
    "I am under stress at times and have less energy than I once had, but I do not feel burned "
    "out.",
    "I am burning out and have one or more symptoms of it, such as being worn out in body or mind.",
    "The symptoms of burnout do not go away. I think about frustrations at work a lot.",
    "I feel completely burned out and often wonder whether I can go on. I may need changes, or "
    "help.",
)
STRAINED_FROM = 3
SELF_REPORT = (
    "One question, close to one in common use but not in its exact words: compare it only with "
    "your own earlier answers. It is never mixed into the figures above. It stays in the "
    "memory of the machine that runs Other Chair while this page is open: not saved, not in a plan "
    "file, not in the address."
)
READINGS = {
    (True, True): (
        "A heavy practice, and you feel it. Change what can be changed in the load, and talk to "
        "someone."
    ),
    (True, False): (
        "A heavy practice, and you are well. The average does not describe you; watch how it goes "
        "on."
    ),
    (False, True): (
        "A practice that is not heavy, and you feel strained: **the calculator does not see the "
        "cause**. It may be health, home, grief or values. Take the feeling seriously."
    ),
    (False, False): "A practice that is not heavy, and you feel well.",
}


BANDS = {
    ("lighter than typical",): "That is lighter than typical.",
    ("lighter than typical", "about typical"): (
        "A little lighter than typical, perhaps no different."
    ),
    ("about typical",): "That is about typical.",
    ("about typical", "heavier than typical"): (
        "A little heavier than typical, perhaps no different."
    ),
    ("heavier than typical",): "That is heavier than typical.",
    ("heavier than typical", "much heavier than typical"): (
        "Heavier than typical, perhaps much heavier."
    ),
    ("much heavier than typical",): "That is much heavier than typical.",
}
BETWEEN = "Anything from {0} to {1}: the range is too wide to say more."


def whole(share: float) -> int:
    """A share as whole people of 100.

    >>> whole(0.2876)
    29
    """
    return round(share * 100)


def headline(load: Load, typical: Load) -> tuple[str, str]:
    """The heading of the page Load and the whole sentence below it."""
    found, usual = load.range, typical.range
    if found is None or usual is None or not math.isfinite(float(load.probability)):
        return "No load without a week of work.", "Enter sessions and worked weeks to see it."
    middle, low, high = (whole(float(share)) for share in (load.probability, found.low, found.high))
    usual_ends = f"{whole(float(usual.low))} to {whole(float(usual.high))}"
    return (
        f"About {middle} in 100 exhausted, and plausibly {low} to {high}.",
        "Out of 100 therapists whose practice is shaped like this one, we would expect about "
        f"**{middle}** to report high emotional exhaustion (plausible range {low} to {high}). "
        f"For a typical practice it is about {whole(float(typical.probability))} ({usual_ends}).",
    )


def score(load: Load) -> str:
    """The score, its range and its band; why there is no band outside the range studied."""
    if load.range is None or not math.isfinite(float(load.score)):
        return ""
    low, high = (round(float(end)) for end in (load.range.score_low, load.range.score_high))
    said = (
        f"Load score **{round(float(load.score))}** of 100, plausibly {low} to {high}; 50 is "
        "typical."
    )
    return f"{said} {band_line(load)}"


def band_line(load: Load) -> str:
    """Whether that is typical; why it cannot be said outside the range studied."""
    if load.range is None or not math.isfinite(float(load.score)):
        return ""
    bands = load.bands_of_range
    if bands:
        return BANDS.get(bands) or BETWEEN.format(*bands)
    names = ", ".join(outside(found) for found in load.outside)
    return (
        f"No band is given: outside the range studied {_are(load.outside)} {names}. The "
        "figure counts the end of that range."
    )


def _are(found: Sequence[Contribution]) -> str:
    return "is" if len(found) == 1 else "are"


def outside(found: Contribution) -> str:
    """A factor beyond the range studied, with that range."""
    low, high = (value(found.factor.name, end) for end in (found.factor.at[0], found.factor.at[-1]))
    label = found.factor.parameter.label
    here = value(found.factor.name, float(found.value))
    return escape(f"{label[:1].lower()}{label[1:]} ({here}; studied from {low} to {high})")


def value(name: str, amount: float) -> str:
    """A factor's value in the words of a label."""
    match name:
        case "trauma_share":
            return numbers.percent(amount)
        case "pay_ratio":
            return f"{numbers.number(amount, 1)} × needs"
        case "debt_to_income":
            return f"{numbers.number(amount, 1)} × income" if amount else "none"
        case "setting_agency":
            return "yes" if amount else "no"
        case "autonomy":
            return f"{numbers.number(amount, 0 if amount.is_integer() else 1)} of 10"
        case "peer_contact":
            return f"{numbers.number(amount, 0 if amount.is_integer() else 1)} of 8"
        case "weeks_off":
            return numbers.number(amount, 0 if amount.is_integer() else 1)
        case "supervision":
            return f"{numbers.hours(amount)} h a month"
    return f"{numbers.hours(amount)} h"


SHORT = {
    "hours_total": "All hours",
    "client_hours": "Clients",
    "doc_hours": "Paperwork",
    "after_hours": "After hours",
    "trauma_share": "Trauma work",
    "weeks_off": "Weeks off",
    "supervision": "Supervision",
    "peer_contact": "Colleagues",
    "autonomy": "Freedom",
    "pay_ratio": "Pay",
    "debt_to_income": "Debt",
    "setting_agency": "Agency",
}


def contribution(found: Contribution) -> str:
    """The label of a factor's bar, short enough for a phone."""
    return f"{SHORT[found.factor.name]}: {value(found.factor.name, float(found.value))}"


def people_moved(people: float) -> str:
    """People in 100 more or fewer, whole; "under 1" where it is less than that.

    >>> people_moved(-0.4), people_moved(0.0)
    ('under 1', '0')
    """
    return "under 1" if 0.0 < abs(people) < 1.0 else numbers.signed(people, decimals=0)


def people_range(low: float, high: float) -> str:
    r"""From how many to how many people of 100 a change may move; "under 1" where both are.

    >>> people_range(-3.2, 0.4), people_range(-0.6, -0.1)
    ('−3\xa0to\xa00', 'under 1')
    """
    if max(abs(low), abs(high)) < 1.0:
        return "under 1"
    ends = [numbers.signed(end, decimals=0) for end in (low, high)]
    return f"{numbers.NO_BREAK}to{numbers.NO_BREAK}".join(ends)


def tenths_moved(people: float) -> str:
    """The same to a tenth; "under 0.1" where it is less than that.

    >>> tenths_moved(-1.24), tenths_moved(0.04), tenths_moved(0.0)
    ('−1.2', 'under 0.1', '0.0')
    """
    return "under 0.1" if 0.0 < abs(people) < 0.1 else numbers.signed(people)


LEVERS = {
    "after_hours": ("After hours", "after_hours"),
    "administration": ("Administration", "after_hours"),
    "notes": ("Notes for each session", "minutes"),
    "weeks_off": ("Holiday weeks", "weeks_off"),
    "sessions": ("Sessions booked a week", "weeks_off"),
    "trauma_share": ("Trauma work", "trauma_share"),
    "colleagues": ("Colleagues to rely on", "peer_contact"),
    "consultation": ("Consultation a week", "after_hours"),
    "freedom": ("Freedom in your work", "autonomy"),
}


def lever(found: LoadLever) -> str:
    """A lever: what changes, from what to what."""
    name, unit = LEVERS[found.name]
    now, then = (
        f"{numbers.number(amount)} min" if unit == "minutes" else value(unit, amount)
        for amount in (found.value, found.changed)
    )
    return f"{name} {now} to {then}"


def crisis_line(found: Parameter) -> tuple[str, str, str]:
    """Country, name with its hours, and how to reach it."""
    hours = found.text("hours")
    told = "" if hours.startswith("not stated") else f" ({hours})"
    return found.text("country"), found.label, f"{found.text('contact')}{told}"
