"""Fields that older files hold under another question: read, and told what they mean now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from calc.scenario.fields import MOST_RELIANCE

# Old name in a file, and the field that holds its answer now.
CONDITIONS: Mapping[str, str] = {
    "contacts_with_colleagues": "colleagues_points",
    "control_points": "freedom_points",
}
_STATED = re.compile(rf"^\s*({'|'.join(CONDITIONS)})\s*=", re.MULTILINE)


def conditions(data: Any) -> Any:
    """What is said of the work, in the fields of now; a field of now goes before an older one.

    Contacts a month, of which eight and more counted alike, stand as points of eight; control over
    the work, from 0 to 10, as freedom in it.

    >>> conditions({"contacts_with_colleagues": 12, "control_points": 6})
    {'colleagues_points': 8.0, 'freedom_points': 6}
    """
    if not isinstance(data, Mapping) or not CONDITIONS.keys() & data.keys():
        return data
    found = {CONDITIONS.get(name, name): value for name, value in data.items()}
    found |= {name: value for name, value in data.items() if name in CONDITIONS.values()}
    reliance = found.get("colleagues_points")
    if isinstance(reliance, int | float) and reliance > MOST_RELIANCE:
        found["colleagues_points"] = MOST_RELIANCE
    return found


def answers(text: str) -> tuple[str, ...]:
    """The older questions that a file answers, each once, in the order of `CONDITIONS`.

    >>> answers("control_points = 4")
    ('control_points',)
    """
    stated = set(_STATED.findall(text))
    return tuple(name for name in CONDITIONS if name in stated)
