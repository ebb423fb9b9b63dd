"""What keeps an offer out of the comparison, and what does not."""

from typing import Any

import pytest

from calc.offers import booked_for_quota, faults
from tests.calc.offers.letters import EVERY, KIND, NEVER_HELD, PAYS, compared, offer, offers


@pytest.mark.parametrize(
    ("row", "kind", "path"),
    [
        ({"label": "x"}, "no_pay", "work.pay.salary_per_year"),
        (offer(work={"pay": {"kind": "hourly"}}), "no_pay", "work.pay.rate_per_hour"),
        (
            offer(work={"pay": {"kind": "per_session", "rates_per_session": [0]}}),
            "no_pay",
            "work.pay.rates_per_session",
        ),
        (
            offer(kind="own_practice", work={"session_kinds": [{**KIND, "fee_per_session": 0}]}),
            "no_pay",
            "work.session_kinds.0.fee_per_session",
        ),
        (
            offer("split", work={"session_kinds": [{"payer": "private"}]}),
            "no_pay",
            "work.session_kinds.0.fee_per_session",
        ),
        (
            offer(work={"session_kinds": [{"payer": "private"}]}),
            "no_sessions",
            "work.session_kinds.0.booked_per_week",
        ),
        (
            {"label": "x", "work": {"kind": "employee", "pay": PAYS["hourly"]}},
            "no_sessions",
            "work.session_kinds.0.booked_per_week",
        ),
        (
            offer(after_licence={"moves_to": "nowhere"}),
            "unknown_offer",
            "after_licence.moves_to",
        ),
        (
            offer("split", supervision_hours_per_week=60),
            "supervision_exceeds_work",
            "supervision_hours_per_week",
        ),
        (
            offer(work={"pay": {**PAYS["salary"], "quota_sessions_per_week": 75}}),
            "quota_too_large",
            "work.pay.quota_sessions_per_week",
        ),
        (
            offer(work={"session_kinds": [NEVER_HELD]}),
            "quota_too_large",
            "work.pay.quota_sessions_per_week",
        ),
    ],
)
def test_an_incomplete_offer_is_kept_and_the_others_compare(
    row: dict[str, Any], kind: str, path: str
) -> None:
    """What stands against it is told with its field; the next offer is compared all the same."""
    found = compared(row, offer("hourly", "other"))
    assert [each.label for each in found.compared] == ["other"]
    (problem,) = found.incomplete[0]
    assert (problem.kind, problem.path) == (kind, f"offers.0.{path}")


def test_a_name_twice() -> None:
    """The second of two offers of one name waits for another name."""
    found = compared(offer(label="A"), offer("hourly", "A"))
    assert list(found.incomplete) == [1]
    assert [problem.kind for problem in found.incomplete[1]] == ["same_name"]


def test_a_next_place_that_is_not_complete() -> None:
    """An offer that goes on to one without pay waits for it."""
    found = compared(offer(after_licence={"moves_to": "x"}), {"label": "x"})
    assert [problem.kind for problem in found.incomplete[0]] == ["incomplete_offer"]
    assert [problem.kind for problem in found.incomplete[1]] == ["no_pay"]


def test_a_group_meets_for_its_quota() -> None:
    """A group is held though most members stay away, so its quota can be met."""
    group = {**KIND, "clients_per_session": 8, "missed_share": 0.8, "late_cancelled_share": 0}
    asked = {**PAYS["salary"], "quota_sessions_per_week": 20}
    assert faults(offers(offer(work={"session_kinds": [group], "pay": asked})), 0) == ()


def test_a_salary_may_hold_more_supervision_than_sessions() -> None:
    """Contracted hours count as work too."""
    row = offer(supervision_hours_per_week=30)
    assert faults(offers(row), 0) == ()


def test_booked_for_a_quota() -> None:
    """90 % are held, so 18 kept need 20 booked; no quota needs none."""
    found = offers(
        offer(work={"pay": {**PAYS["salary"], "quota_sessions_per_week": 18}}), EVERY[-1]
    )
    assert booked_for_quota(found.offers[0].work) == pytest.approx(20.0)
    assert booked_for_quota(found.offers[1].work) == 0.0
