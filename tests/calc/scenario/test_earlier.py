"""Files that answer older questions: read, and told."""

import pytest

from calc import Scenario
from calc.errors import ScenarioError
from calc.scenario import earlier
from calc.scenario.work import Conditions

OLD = """
format = 1
[work]
kind = "own_practice"
[work.conditions]
contacts_with_colleagues = 12
control_points = 4
"""


def test_an_older_file_opens_and_is_saved_in_the_fields_of_now() -> None:
    """Twelve talks a month stand as 8 of 8, control as freedom."""
    found = Scenario.from_toml(OLD)
    assert found.work.conditions.colleagues_points == 8.0
    assert found.work.conditions.freedom_points == 4.0
    saved = found.to_toml()
    assert "colleagues_points = 8.0" in saved
    assert not earlier.answers(saved)
    assert earlier.answers(OLD) == ("contacts_with_colleagues", "control_points")
    assert Scenario.from_toml(saved) == found


def test_an_answer_of_now_goes_before_an_older_one() -> None:
    """Where a file has both."""
    found = Conditions.model_validate({"freedom_points": 9, "control_points": 4})
    assert found.freedom_points == 9.0
    assert "colleagues_points" not in found.model_fields_set


@pytest.mark.parametrize("data", [{"freedom_points": 3.0}, {}])
def test_what_is_of_now_stays_as_it_is(data: dict[str, float]) -> None:
    """Nothing older, nothing to read."""
    assert earlier.conditions(data) is data
    assert earlier.conditions("no table") == "no table"


def test_what_is_no_number_is_refused_as_before() -> None:
    """Words in place of a figure are named, by the field of now."""
    with pytest.raises(ScenarioError) as refused:
        Scenario.from_toml(OLD.replace("12", '"often"'))
    assert refused.value.problems[0].path == "work.conditions.colleagues_points"
    with pytest.raises(ScenarioError):
        Scenario.from_toml(OLD.replace("= 4", "= 11"))
