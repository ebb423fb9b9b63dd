"""What supervision, rooms and a waiting list let a clinic do, by hand."""

import numpy as np
import pytest

from calc.staffing import evaluate_clinic
from tests.worked.clinics import SUPPORT, clinic, salaried


def test_supervision_forgoes_receipts() -> None:
    """Two supervised: an hour each, and one group of two hours: 4 hours a week at 150.

    Each forgoes half: 2 x 50 x 150 = 15,000. They receive 3 hours a week themselves, for both
    hours of the group are theirs.
    """
    plan = {
        "individual_hours_per_week": 1,
        "group_hours_per_week": 2,
        "group_size": 6,
        "forgone_fee_per_hour": 150,
    }
    result = evaluate_clinic(
        clinic(
            salaried("Post 1", licence="associate"),
            salaried(
                "Post 2", licence="intern", support=SUPPORT | {"supervision_hours_per_week": 1}
            ),
            salaried("Post 3"),
            supervision=plan,
        )
    )
    use = result.supervision
    assert (use.supervised, use.groups, use.hours_needed) == (2, 1, pytest.approx(4.0))
    assert use.forgone_by_post == (pytest.approx(15_000), pytest.approx(15_000), 0.0)
    assert use.forgone_per_year == pytest.approx(30_000)
    assert result.after_supervision(result.posts[0]) == pytest.approx(35_125 - 15_000)
    received = [post.scenario.support.supervision_hours_per_week for post in result.posts]
    assert received == [3.0, 1.0, 0.0]
    assert [binding.resource for binding in result.bindings] == ["supervision"]


def test_rooms_fill_up() -> None:
    """20 sessions of an hour with the gap, half of them by video: 10 hours of 2 x 20."""
    result = evaluate_clinic(
        clinic(
            salaried(telehealth_share=0.5),
            rooms={"rooms": 2, "open_hours_per_week": 20, "gap_minutes_per_session": 10},
        )
    )
    assert result.rooms is not None
    assert result.rooms.hours_needed == pytest.approx(10)
    assert result.rooms.share == pytest.approx(0.25)
    assert result.bindings == ()


def test_clients_served_and_waiting() -> None:
    """20 sessions weekly are 20 clients, of whom 5 % end a week: one start a week.

    Three a week ask: 60 at a steady pace; two a week give up at 4 %: 50 wait, ln(3) / 0.04 weeks.
    """
    demand = {
        "new_clients_per_week": 3,
        "clients_waiting": 10,
        "discharge_share_per_week": 0.05,
        "sessions_per_client_per_week": 1,
        "waiting_leave_share_per_week": 0.04,
    }
    result = evaluate_clinic(clinic(salaried(), demand=demand))
    access = result.access
    assert access is not None
    assert (access.room_for_clients, access.asking) == (pytest.approx(20), pytest.approx(60))
    assert access.served == pytest.approx(20)
    assert access.starts_per_year == pytest.approx(52)
    assert access.waiting == pytest.approx(50)
    assert access.weeks_to_wait == pytest.approx(np.log(3) / 0.04)
    assert access.weeks_to_clear is None
    # Half a person a week: 10 clients, 10 places free; 10 waiting fill half a place a week.
    few = evaluate_clinic(clinic(salaried(), demand=demand | {"new_clients_per_week": 0.5}))
    assert few.access is not None
    assert few.access.unfilled_sessions_per_week == pytest.approx(10)
    assert few.access.weeks_to_clear == pytest.approx(np.log(1 + 10 * 0.04 / 0.5) / 0.04)
    assert [binding.resource for binding in few.bindings] == ["demand"]
