"""Whose a fee is: one that nobody typed is never called the reader's."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.ui.telling.shipped import KIND
from ui.shell import examples
from ui.telling import whose_words

NO_SESSIONS = {f"{KIND}.booked_per_week": 0.0}
Changes = Mapping[str, Any]

FEES: Mapping[str, tuple[Changes, str]] = {
    "renamed": ({"title": "Mine"}, whose_words.ONE["example"]),
    "another state": ({"household.state": "OH"}, whose_words.ONE["example"]),
    "typed": ({f"{KIND}.fee_per_session": 151.0}, ""),
    "typical": (
        {"work.session_kinds": ({"payer": "private", "booked_per_week": 10.0},)},
        whose_words.ONE["typical"],
    ),
    "typed and the example's": (
        {
            "work.session_kinds": (
                {
                    "payer": "private",
                    "label": "Mine",
                    "fee_per_session": 151.0,
                    "booked_per_week": 10.0,
                },
                {
                    "payer": "private",
                    "label": "A*",
                    "fee_per_session": 150.0,
                    "booked_per_week": 10.0,
                },
                {
                    "payer": "private",
                    "label": "Not booked",
                    "fee_per_session": 150.0,
                    "booked_per_week": 0.0,
                },
            )
        },
        "The fee of “A\\*” is the example's: type yours if it differs.",
    ),
    "both the example's": (
        {
            "work.session_kinds": (
                {
                    "payer": "private",
                    "label": "One",
                    "fee_per_session": 150.0,
                    "booked_per_week": 10.0,
                },
                {
                    "payer": "private",
                    "label": "Two",
                    "fee_per_session": 150.0,
                    "booked_per_week": 10.0,
                },
            )
        },
        whose_words.ALL["example"],
    ),
}


@pytest.mark.parametrize(("changes", "told"), FEES.values(), ids=FEES)
def test_a_fee_nobody_typed_is_not_the_readers(changes: Changes, told: str) -> None:
    """A fee of an example, or a typical one, is told as such until it is typed."""
    plan = examples.scenarios()[examples.FIRST].with_values(changes)
    assert whose_words.whose_fees(plan, examples.began(plan)) == told


def test_a_salary_has_no_fee_to_type() -> None:
    """Where a salary is paid, or nothing is booked, a fee moves nothing and is not spoken of."""
    graduate = examples.scenarios()["graduate_with_loans"].with_values({"title": "Mine"})
    assert whose_words.whose_fees(graduate, examples.began(graduate)) == ""
    idle = examples.scenarios()[examples.FIRST].with_values(NO_SESSIONS)
    assert whose_words.whose_fees(idle, examples.began(idle)) == ""
