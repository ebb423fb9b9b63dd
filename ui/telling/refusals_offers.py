"""Why an offer is not compared yet: the field, what is missing or odd, the remedy."""

from __future__ import annotations

SENTENCES = {
    "no_pay": (
        "{field} is not stated, so this offer is not compared yet. Enter what the letter says."
    ),
    "no_sessions": (
        "{field} is not entered, so this offer is not compared yet. Enter how many sessions are "
        "booked.{needed}"
    ),
    "same_name": (
        "Two offers are called {value}, so this one is not compared yet. Give it another name."
    ),
    "unknown_offer": (
        "{field} you go on to {value}, and no offer here is called so. Choose one of them, or stay."
    ),
    "incomplete_offer": (
        "{field} you go on to {value}, which is not complete yet. Complete that offer, or stay."
    ),
    "supervision_exceeds_work": (
        "{field} is {value} hours a week, and all other work of this offer comes to {bound}. "
        "Check for hours of a month entered as hours of a week."
    ),
    "quota_too_large": (
        "{field}: {value}. As many are missed here, that takes more than {bound} booked, and no "
        "week holds them. Lower the quota, or the share missed."
    ),
}
