"""The words of a roster as people write them, W-2, 1099, LMFT, self-pay, and ours for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from calc.staffing.roster_numbers import MERGED, is_nothing, plain

# fmt: off
WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Arrangement": {
        "employee": (
            "employee", "w2", "employed", "staff", "w2 employee", "employee w2", "salaried",
            "full time", "part time", "w2 ft", "w2 pt",
        ),
        "contractor": (
            "contractor", "1099", "1099 nec", "ic", "independent contractor", "independent",
            "freelance", "contract", "1099 contractor", "contractor 1099", "self employed",
        ),
        "owner": ("owner", "practice owner", "founder", "owner clinician", "own practice"),
    },
    "Pay form": {
        "salary": (
            "salary", "salaried", "annual", "yearly", "per year", "year", "annual salary", "yr",
            "a year",
        ),
        "hourly": ("hourly", "hour", "per hour", "hr", "an hour", "per hr", "wage", "hourly wage"),
        "per session": (
            "per session", "session", "fee for service", "ffs", "per client", "a session", "flat",
            "flat rate", "per sess", "per visit",
        ),
        "split": (
            "split", "percent", "percentage", "%", "commission", "fee split", "% of collections",
            "percent of collections", "% split", "percentage split", "collections", "% of fees",
        ),
    },
    "Licence": {
        "licensed": (
            "licensed", "licenced", "lmft", "lpc", "lcsw", "lpcc", "lcpc", "lmhc", "licsw", "psyd",
            "phd", "fully licensed", "independent", "independently licensed", "psychologist",
            "lisw", "lcmhc", "full",
        ),
        "associate": (
            "associate", "amft", "asw", "apcc", "lmsw", "lsw", "prelicensed", "pre licensed",
            "lpca", "lpc associate", "provisional", "provisionally licensed", "resident",
            "mft associate", "lmft associate", "limited", "postdoc",
        ),
        "intern": ("intern", "trainee", "student", "practicum", "practicum student", "extern"),
    },
    "Payer": {
        "private": (
            "private", "private pay", "self pay", "cash", "oop", "out of pocket", "out of network",
            "oon", "selfpay",
        ),
        "insurer": (
            "insurer", "insurance", "in network", "panel", "panels", "aetna", "bcbs", "blue cross",
            "blue shield", "cigna", "united", "uhc", "optum", "medicaid", "medicare", "tricare",
            "anthem", "humana", "kaiser", "evernorth", "carelon",
        ),
    },
}
# fmt: on


def spelt(text: str) -> str:
    """A word without case and signs; W-2 and W 2 are w2.

    >>> spelt("W-2"), spelt("Fee-for-service"), spelt("Ph.D.")
    ('w2', 'fee for service', 'phd')
    """
    small = (
        re.sub(r"[-_/]+", " ", plain(text).removesuffix(MERGED))
        .replace(".", "")
        .replace("(", "")
        .replace(")", "")
    )
    small = re.sub(r"\bw 2\b", "w2", small)
    return re.sub(r"(?<=\d{4})0+$", "", " ".join(small.split()))


MEANT = {
    heading: {spelt(said): ours for ours, every in words.items() for said in every}
    for heading, words in WORDS.items()
}


def word(heading: str, text: str) -> str | None:
    """Which of our words a cell says; None for one we do not know.

    >>> word("Arrangement", "W-2"), word("Arrangement", "1099"), word("Licence", "LMFT")
    ('employee', 'contractor', 'licensed')
    """
    return MEANT[heading].get(spelt(text))


def licence_in(heading: str, text: str) -> str:
    """The licence that a cell of the arrangement names instead of one: an intern, an associate.

    >>> licence_in("Arrangement", "Intern"), licence_in("Arrangement", "W2")
    ('intern', '')
    """
    if heading != "Arrangement" or word(heading, text):
        return ""
    return word("Licence", text) or ""


def known_part(heading: str, cells: Sequence[str]) -> float:
    """Which part of the cells that say anything are words of a column, from 0 to 1.

    >>> known_part("Arrangement", ["W2", "intern", "1099", "-"]), known_part("Pay", ["W2"])
    (0.6666666666666666, 0.0)
    """
    stated = [cell for cell in cells if not is_nothing(cell)]
    known = MEANT.get(heading, {})
    return sum(spelt(cell) in known for cell in stated) / max(len(stated), 1)


def understood(heading: str, cells: Sequence[str]) -> bool | None:
    """Whether every cell is a word of a column; None for a column that takes no words.

    >>> (
    ...     understood("Arrangement", ["W2", "1099"]),
    ...     understood("Licence", ["W2"]),
    ...     understood("Pay", []),
    ... )
    (True, False, None)
    """
    if heading not in MEANT:
        return None
    stated = [cell for cell in cells if not is_nothing(cell)]
    return bool(stated) and all(word(heading, cell) for cell in stated)
