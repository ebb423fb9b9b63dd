"""Starting points for the stages of a career."""

import numpy as np
import pytest

from calc import Scenario, load_rules
from calc.questions.stages import STAGES, Stage, at_stage, stage

RULES = load_rules(2026)
MIX = Scenario.parse(
    {
        "work": {
            "kind": "own_practice",
            "session_kinds": [
                {"payer": "private", "booked_per_week": 15.0},
                {"payer": "insurer", "booked_per_week": 5.0},
            ],
        }
    }
)


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_sets_what_it_names(name: Stage) -> None:
    """Caseload, supervision, consultation and own therapy are those of the stage; its mix stays."""
    found = stage(name, RULES)
    changed = at_stage(MIX, name, RULES)
    booked = [kind.booked_per_week for kind in changed.work.session_kinds]
    assert sum(booked) == pytest.approx(found.of("booked_per_week"))
    assert booked[0] == pytest.approx(3 * booked[1])
    support = changed.support
    assert support.supervision_hours_per_week == found.of("supervision_hours_per_week")
    assert support.consultation_hours_per_week == found.of("consultation_hours_per_week")
    assert support.own_therapy.sessions_per_year == found.of("own_therapy_sessions_per_year")
    assert found.kind == "judgement"


def test_a_stage_changes_nothing_else() -> None:
    """Fees, costs and the household stay as they were."""
    changed = at_stage(MIX, "early", RULES)
    assert changed.household == MIX.household
    assert changed.work.time == MIX.work.time
    for kind, was in zip(changed.work.session_kinds, MIX.work.session_kinds, strict=True):
        assert kind.fee_per_session == was.fee_per_session


def test_a_caseload_without_sessions_keeps_none() -> None:
    """There is no mix to go by where nothing is booked."""
    path = "work.session_kinds.{}.booked_per_week"
    empty = MIX.with_values({path.format(0): 0.0, path.format(1): 0.0})
    changed = at_stage(empty, "mid", RULES)
    assert [kind.booked_per_week for kind in changed.work.session_kinds] == [0.0, 0.0]
    assert changed.support.consultation_hours_per_week == 1.0
    none = MIX.with_values({"work.session_kinds": []})
    assert at_stage(none, "mid", RULES).work.session_kinds == ()


def test_the_largest_draw_of_a_batch_is_the_caseload() -> None:
    """A caseload of several draws is scaled as one, by its largest."""
    path = "work.session_kinds.{}.booked_per_week"
    batch = MIX.with_values({path.format(0): np.array([10.0, 20.0]), path.format(1): 0.0})
    changed = at_stage(batch, "late", RULES)
    assert changed.work.session_kinds[0].booked_per_week == pytest.approx([9.0, 18.0])
