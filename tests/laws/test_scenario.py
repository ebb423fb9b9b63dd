"""A scenario survives being written, read and changed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario
from tests.strategies import JOINT_ONLY, number, number_fields, scenarios


@given(scenarios())
def test_a_file_says_all_of_a_scenario(scenario: Scenario) -> None:
    """Written and read back, a scenario is the same, and so is what it assumed."""
    back = Scenario.from_toml(scenario.to_toml())
    assert back == scenario
    assert hash(back) == hash(scenario)
    assert back.assumptions() == scenario.assumptions()
    assert Scenario.from_toml(back.to_toml().encode()) == scenario


@given(scenarios(), st.data())
def test_a_changed_value_is_the_only_change(scenario: Scenario, data: st.DataObject) -> None:
    """`with_values` gives what stating the value at first would; all else is left as it was."""
    chance = data.draw(st.randoms(use_true_random=True))
    joint = scenario.household.filing_status == "joint"
    found = chance.choice(
        [one for one in number_fields(scenario) if joint or JOINT_ONLY not in one.path]
    )
    free = not found.path.endswith(("_weeks", "weeks_off", "late_cancelled_share", "missed_share"))
    value = number(chance, found.bounds, found.unit) if free else found.value / 2
    changed = scenario.with_values({found.path: value})
    assert changed.value_at(found.path) == value
    for other in number_fields(scenario):
        if other.path != found.path:
            assert changed.value_at(other.path) == other.value, other.path
    before = {item.path for item in scenario.assumptions()}
    after = {item.path for item in changed.assumptions()}
    row = found.path.rpartition(".")[0]  # a row left alone is stated once a number of it is
    assert before - after <= {found.path, row}
    assert after <= before
    assert Scenario.from_toml(changed.to_toml()) == changed
    assert changed.with_values({found.path: found.value}) == scenario


@given(scenarios(), st.data())
def test_an_array_is_checked_as_its_numbers_are(scenario: Scenario, data: st.DataObject) -> None:
    """A batch may hold what a single field may hold, and cannot be written to afterwards."""
    chance = data.draw(st.randoms(use_true_random=True))
    found = chance.choice(list(number_fields(scenario)))
    batch = scenario.with_values({found.path: np.full(2, found.value)})
    row = batch.value_at(found.path)
    assert row.tolist() == [found.value] * 2
    assert row.dtype == np.float64
    assert not row.flags.writeable
