"""A plan whose every name tries to be markup."""

from calc import Scenario
from tests.ui.telling.shipped import SOLO

HOSTILE = "<img src=x onerror=alert(1)> [a](http://b.c) *i* $x$ :red[r] `c` # |~~d~~"
NAME = "<b>B</b> [l](javascript:alert(2)) **s** $y$ :material/home: &amp;"


def hostile() -> Scenario:
    """A plan whose every name tries to be markup."""
    return SOLO.with_values(
        {
            "title": HOSTILE,
            "description": HOSTILE,
            "work.session_kinds": (
                {"payer": "private", "label": HOSTILE, "booked_per_week": 10.0},
                {"payer": "private", "label": NAME, "booked_per_week": 5.0},
            ),
            "costs.0.label": NAME,
            "costs.1.label": HOSTILE,
        }
    )


MARKUP = ("](", "<img", "<b>", "$x$", "$y$", ":red[", ":material", "**s**", "*i*", "`c`")


def unescaped(text: str) -> list[str]:
    """Markup in what Markdown will read, once what is escaped is gone."""
    left = text
    for sign in "\\`*_{}[]<>#|~$:":
        left = left.replace("\\" + sign, "")
    return [sign for sign in MARKUP if sign in left]
