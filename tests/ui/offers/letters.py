"""The example letters, and the page Job offers as a reader works it."""

import re
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from calc.scenario import Offers
from ui.offers import tables as offer_tables
from ui.shell import examples

Open = Callable[..., AppTest]
LETTERS = examples.offers()[examples.FIRST_OFFERS]
AGENCY, GROUP, CONTRACT = LETTERS.offers
BARE = {
    "label": "Clinic",
    "work": {
        "kind": "employee",
        "pay": {"kind": "salary", "salary_per_year": 60_000.0},
        "session_kinds": [{"payer": "insurer", "booked_per_week": 25.0}],
    },
}


def letters(*salaries: float, **person: object) -> Offers:
    """Letters that state a salary and a caseload, the last one health cover too."""
    rows = [
        {
            **BARE,
            "label": f"Clinic {place + 1}",
            "work": {**BARE["work"], "pay": {"kind": "salary", "salary_per_year": salary}},
        }
        for place, salary in enumerate(salaries)
    ]
    rows[-1]["work"]["health_premium_per_month"] = 100.0
    return Offers.parse({"offers": rows, "licence": {"family": "none"}, **person})


def mine(app: AppTest) -> Offers:
    """The offers of the session."""
    found: Offers = app.session_state["offers"]
    return found


def unfolded(app: AppTest, *groups: str) -> AppTest:
    """The page with these groups open."""
    for group in groups:
        app.session_state[f"group {group}"] = True
    app = app.run()
    assert not app.exception
    return app


def field(app: AppTest, path: str, place: str | None = None) -> Any:
    """The first widget of a field."""
    widgets = [*app.number_input, *app.selectbox, *app.text_input, *app.toggle, *app.pills]
    widgets = [*widgets, *app.date_input]
    ending = re.compile(rf"\bfield \d+ {re.escape(path)}$")
    start = "" if place is None else f"{place} "
    found = [w for w in widgets if w.key.startswith(start) and ending.search(w.key)]
    assert found, (path, [w.key for w in widgets])
    return found[0]


def by_label(app: AppTest, label: str) -> Any:
    """The select box of this name."""
    return next(box for box in app.selectbox if box.label == label)


def part(app: AppTest, place: int, name: str) -> AppTest:
    """Another part of an offer's card."""
    app = app.selectbox(key=f"part of offer {place}").select(name).run()
    assert not app.exception
    return app


def warnings(app: AppTest) -> str:
    """All warnings of the page."""
    return "\n".join(found.value for found in app.warning)


def missing(app: AppTest) -> str:
    """What each card says is still to be entered."""
    return "\n".join(found.label for found in app.expander if "still to enter" in found.label)


def said(app: AppTest) -> str:
    """All text of the page."""
    return "\n".join([*(t.value for t in app.title), *(m.value for m in app.markdown)])


def plain(table: Any) -> Any:
    """A table without the places where a long word may break."""
    bare = table.rename(columns=lambda name: name.replace(offer_tables.SOFT_HYPHEN, ""))
    return bare.replace(offer_tables.SOFT_HYPHEN, "", regex=True)


def glance(app: AppTest) -> Any:
    """The first table: at a glance."""
    return plain(app.table[0].value)


def button(app: AppTest, key: str) -> AppTest:
    """A button pressed."""
    app = app.button(key=key).click().run()
    assert not app.exception
    return app
