"""One person more on the roster, by what decides: what they do and get now, else as a new row."""

from __future__ import annotations

from collections.abc import Mapping

from calc.scenario.clinic import Clinic
from calc.staffing.roster_posts import PLACES, cells_of, new_post
from calc.staffing.roster_rows import Fault, Pair, free_label, read_rows
from calc.staffing.roster_sheet import PERCENT, Cell


def at_full_time(typed: Mapping[str, Cell]) -> dict[str, Cell]:
    """Cells of what somebody does and is paid now, as the roster holds them: for full time.

    Sessions a week and a salary are of the part that is worked; a rate or a split is of none.

    >>> at_full_time({"share": 80.0, "booked": 18.0, "paid": "hourly", "pay": 40.0})["booked"]
    22.5
    """
    made, share = dict(typed), typed.get("share")
    if not isinstance(share, float) or not 1.0 < share < PERCENT:
        return made
    of_part = ("booked", "pay") if typed.get("paid") == "salary" else ("booked",)
    for name in of_part:
        amount = typed.get(name)
        if isinstance(amount, float):
            made[name] = round(amount * PERCENT / share, PLACES)
    return made


def with_person(clinic: Clinic, typed: Mapping[str, Cell]) -> tuple[list[Pair], list[Fault]]:
    """A clinic's posts and one more, and why cells of it were not taken.

    Cells are of what the person does and is paid now. What is not typed is as in a new post; one
    without a label gets a free one. A label that differs from another by its capitals alone is
    taken for that one, and refused as it is.
    """
    rows = [cells_of(post) for post in clinic.posts]
    place = len(rows) + 1
    typed_label = str(typed.get("label") or "").strip()
    alike = (one.label for one in clinic.posts if one.label.casefold() == typed_label.casefold())
    label = next(alike, typed_label) or free_label(place, clinic.labels)
    fresh = {name: cell for name, cell in at_full_time(typed).items() if cell is not None}
    return read_rows([*rows, fresh | {"label": label}], [*clinic.posts, None], clinic)


def new_cells(clinic: Clinic) -> dict[str, Cell]:
    """What a new row has in it."""
    return cells_of(new_post(clinic))
