"""Kinds of session: a new one is as the first private kind; rates go along with their kind."""

import pytest
import streamlit as st

from calc.scenario import InsurerSessions, PrivateSessions, Scenario
from tests.ui.shell.test_rows import Kept
from ui.shell import examples, rows, state
from ui.shell.kind_begun import like
from ui.shell.practice_groups import CHARGES, LOSSES, new_kind

PRIVATE = PrivateSessions(
    late_cancelled_share=0.07,
    missed_share=0.02,
    late_cancelled_charged_share=0.9,
    late_cancelled_fee_part=0.6,
    missed_charged_share=0.4,
    missed_fee_part=0.3,
)
INSURER = InsurerSessions(late_cancelled_share=0.1, missed_share=0.05)


def test_a_new_kind_is_lost_and_charged_as_the_first_private_one() -> None:
    """Not as an insurer's, which may charge nothing; it starts without sessions."""
    found = new_kind((INSURER, PRIVATE, PrivateSessions()))
    assert found.booked_per_week == 0.0
    for name in (*LOSSES, *CHARGES):
        assert getattr(found, name) == getattr(PRIVATE, name), name


def test_a_new_kind_has_the_notes_of_the_first() -> None:
    """Notes that were typed are copied with the losses; typical ones stay typical."""
    typed = PRIVATE.model_copy(update={"notes_minutes_per_session": 12.0})
    assert new_kind((typed,)).notes_minutes_per_session == 12.0
    assert "notes_minutes_per_session" not in new_kind((PRIVATE,)).model_fields_set


def test_a_kind_begun_as_another_has_all_but_its_name_and_sessions() -> None:
    """An insurer's next kind has its payer, losses and charges; typical figures stay typical."""
    shown = InsurerSessions(label="90837", fee_per_session=112.0, booked_per_week=8.0)
    begun = InsurerSessions.model_validate(like(shown, 3))
    assert (begun.label, begun.booked_per_week, begun.fee_per_session) == ("Kind 4", 0.0, 112.0)
    assert begun.payer == "insurer"
    assert "missed_share" not in begun.model_fields_set
    lost = InsurerSessions.model_validate(like(INSURER, 1))
    assert (lost.late_cancelled_share, lost.missed_share) == (0.1, 0.05)


def test_a_new_kind_can_be_saved() -> None:
    """A flat fee that nobody stated is left out of the file."""
    work = {"kind": "own_practice", "session_kinds": (PRIVATE, new_kind((PRIVATE,)))}
    plan = Scenario.parse({"work": work})
    assert "late_cancelled_fee_per_session" not in plan.to_toml()
    assert Scenario.from_toml(plan.to_toml()).work.session_kinds == plan.work.session_kinds


def test_without_a_private_kind_only_the_losses_are_taken() -> None:
    """What an insurer's clients are charged says nothing of private ones."""
    found, plain = new_kind((INSURER,)), PrivateSessions()
    assert (found.late_cancelled_share, found.missed_share) == (0.1, 0.05)
    for name in CHARGES:
        assert getattr(found, name) == getattr(plain, name), name
    assert new_kind(()).missed_share == plain.missed_share


def test_a_rate_not_taken_goes_along_with_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rates for each kind: with the first kind removed, the third's wrong rate is the second's."""
    monkeypatch.setattr(st, "session_state", Kept())
    state.begin()
    with state.working_on("offers"):
        pay = {"kind": "per_session", "rates_per_session": (40.0, 50.0, 60.0)}
        kinds = tuple(PrivateSessions(label=label) for label in "ABC")
        work = {"kind": "employee", "pay": pay, "session_kinds": kinds}
        found = examples.offers()[examples.FIRST_OFFERS].with_values({"offers.0.work": work})
        state.open_document(found)
        root, rates = "offers.0.work.session_kinds", "offers.0.work.pay.rates_per_session"
        wrong = f"{rates}.2"
        assert not state.change(wrong, -5.0, {wrong: -5.0})
        known = rows.stable(wrong)
        assert rows.reshape(root, found.value_at(root)[1:], {rates: (50.0, 60.0)})
        assert list(state.refused()) == [f"{rates}.1"]
        assert rows.placed(known) == f"{rates}.1"
