"""Overtime in words: what of it is in the pay, and what is not."""

import pytest

from calc.offers.labour import Check
from calc.staffing import evaluate_clinic
from tests.worked.clinics import PLAIN, clinic
from tests.worked.test_overtime import WORK
from ui.clinic import posts
from ui.offers import checks


@pytest.mark.parametrize(
    ("in_pay", "said"),
    [
        (3.5, "and so they are in this pay"),
        (1.5, "of them 1.5 are in this pay, the others are unpaid as entered"),
        (0.0, "As entered they are unpaid, and so they are not in this pay"),
        (None, "which is not in this pay"),
    ],
)
def test_a_check_says_what_is_in_the_pay(in_pay: float | None, said: str) -> None:
    """By the hour all, some or none of it; beside other pay none."""
    values: dict[str, float | str] = {
        "hours_per_week": 43.5,
        "hours_beyond": 3.5,
        "overtime_rate_per_hour": 42.0,
    }
    if in_pay is not None:
        values["hours_in_pay"] = in_pay
    told = checks.sentence(Check("overtime", values=values), "USD")
    assert said in told
    assert "43.5 a week" in told
    assert "$42.00 an hour" in told


def test_a_post_of_a_clinic_says_it() -> None:
    """6,000 of the pay, and in California that long days count too; without overtime nothing."""
    terms = {"label": "Post 1", "work": WORK, **PLAIN}
    for state, kinds in (("TX", 1), ("CA", 2)):
        (post,) = evaluate_clinic(clinic(terms, state=state)).posts
        told = list(posts.overtime(post, "USD"))
        assert len(told) == kinds
        assert r"\$6,000 is for overtime" in told[0]
    short = {**WORK, "session_kinds": [{**WORK["session_kinds"][0], "booked_per_week": 20.0}]}
    (post,) = evaluate_clinic(clinic({**terms, "work": short})).posts
    assert not list(posts.overtime(post, "USD"))
    assert not list(posts.overtime(post, "GBP"))
